"""Several people who speak, or were named, together: "ils", "le duo", "la seconde"."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.extractors.quotations.words import role_nouns
from communique.link.cast import Cast

_ROLE_NOUNS = role_nouns()
_OPENING = 60  # characters that hold the subject of a sentence
_OF_TWO = frozenset({"premier", "première", "second", "seconde", "dernier", "dernière"})
_THEY = frozenset({"ils", "elles", "eux", "ceux-ci", "celles-ci"})
_DUOS = frozenset({"duo", "tandem", "binôme", "couple", "trio"})
_COORDINATED = re.compile(
    r"(?:, [^.;:«»]{2,60},?)? et (?:(?:son|sa|leur|le|la|l') ?[\w' -]{2,50}?,? )?(?:(?:m|mme|dr|pr)\.? )?"
)
_ORDINALS = {
    "premier": 0, "première": 0, "deuxième": 1, "second": 1, "seconde": 1, "troisième": 2, "quatrième": 3,
    "cinquième": 4, "dernier": -1, "dernière": -1,
}  # fmt: skip


def _named_together(s: Cast, start: int) -> list[str]:
    """ "Derrière le projet, deux sœurs, Anne et Jeanne Petit.": the two whom a sentence just before names."""
    i = s.sentence_number(start)
    for k in range(i or 0, max(-1, (i or 0) - 4), -1):
        sentence = s.doc.sentences[k]
        at = bisect_left(s.persons, (sentence.start,))
        end = bisect_left(s.persons, (min(sentence.end, start),))
        ids = list(dict.fromkeys(known.id for known in s.persons[at:end] if not s.inside(known.start)))
        if len(ids) == 2:
            return ids
        if ids:
            break
    return []


def jointly(s: Cast, start: int, end: int) -> str | None:
    """ "ils", "les deux élus", "le duo": the first of two who spoke, or whom a sentence names, together."""
    said, words = s.doc.lower[start:end], s.words(start, end)
    two = words[:2] == ["les", "deux"] or (len(words) == 2 and words[0] == "le" and words[1] in _DUOS)
    if said not in _THEY and not two:
        return None
    pair = s.joint = _together(s, start)
    noun = _ROLE_NOUNS.get(words[2]) if two and len(words) > 2 else None
    women = said in ("elles", "celles-ci") or (noun is not None and noun.gender == "f")
    if women and any(s.gender(i) == "m" for i in pair):
        return ""
    return pair[0] if pair else "" if words[1:] and words[1] in _DUOS else None


def _together(s: Cast, start: int) -> tuple[str, ...]:
    """Two people who spoke together before ``start``, nobody since, or whom "X et Y" has just named."""
    at, pair = s.pairs[-1] if s.pairs else (-1, ())
    last = max((k.start for k in (*s.heard[-1:], *s.heard_bodies[-1:])), default=-1)
    if pair and at >= last:
        return pair
    i = s.sentence_number(start)
    for k in range(i or 0, max(-1, (i or 0) - 3), -1):
        begin, end = s.doc.sentences[k].start, min(s.doc.sentences[k].end, start)
        named = [p for p in s.persons[bisect_left(s.persons, (begin,)) :][:3] if p.start < end]
        if len(named) == 2 and named[0].id != named[1].id and named[0].start > last:
            between = s.doc.lower[named[0].end : named[1].start]
            return (named[0].id, named[1].id) if _COORDINATED.fullmatch(between) else ()
        if named or (k != i and s.words(begin, begin + _OPENING)[:1] not in (["ils"], ["elles"], ["tous"])):
            break
    return ()


def ordinal(s: Cast, start: int, end: int) -> str | None:
    """ "la première", "le troisième": the people in the order in which the text named them."""
    words = s.words(start, end)
    if len(words) != 2 or words[1] not in _ORDINALS or words[0] not in ("le", "la"):
        return None
    seen = _named_together(s, start) if words[1] in _OF_TWO else []
    for known in s.persons if not seen else ():
        if known.start < start and known.id not in seen:
            seen.append(known.id)
    n = _ORDINALS[words[1]]
    chosen = seen[n] if -len(seen) <= n < len(seen) else ""
    return chosen if chosen and s.gender(chosen) in (None, "f" if words[0] == "la" else "m") else ""
