"""Pronouns that name a speaker: "elle", "ce dernier", "la seconde"."""

from __future__ import annotations

from bisect import bisect_left

from communique.extractors.quotations.words import org_nouns
from communique.link.cast import Cast, body_for

_MASCULINE = frozenset({"il", "lui", "celui-ci", "ce dernier"})
_FEMININE = frozenset({"elle", "celle-ci", "cette dernière"})
_ORDINALS = {
    "premier": 0, "première": 0, "deuxième": 1, "second": 1, "seconde": 1, "troisième": 2, "quatrième": 3,
    "cinquième": 4, "dernier": -1, "dernière": -1,
}  # fmt: skip


def pronoun(s: Cast, start: int, end: int) -> str | None:
    """ "elle", "ce dernier": the nearest earlier person of that gender, or the body spoken of."""
    said = s.doc.lower[start:end]
    if said in ("ils", "elles", "eux", "on", "nous", "vous", "je", "j'", "tu", "les", "leur"):
        return ""
    if said not in _MASCULINE and said not in _FEMININE and said != "l'":
        return None
    wanted = "m" if said in _MASCULINE else "f" if said in _FEMININE else None
    person = next(
        (k for k in s.persons_before(start) if s.gender(k.id) in (wanted, None) or wanted is None), None
    )
    body = _opening_body(s, start, wanted)
    if body is not None and (person is None or body[0] > person.start):
        return body[1]
    return person.id if person is not None and person.id in s.people else ""


def _opening_body(s: Cast, start: int, wanted: str | None) -> tuple[int, str] | None:
    """The institution (by name or by noun) that opened the sentence before the pronoun's."""
    sentence = s.doc.sentence_at(start)
    if sentence is None:
        return None
    i = bisect_left(s.doc.sentences, sentence.start, key=lambda x: x.start)
    previous = s.doc.sentences[i - 1] if i > 0 else None
    if previous is None or "\n\n" in s.doc.text[previous.end : sentence.start]:
        return None
    first = bisect_left(s.opening_bodies, (previous.start,))
    for known in s.opening_bodies[first : first + 1]:
        if known.start < previous.end:
            article = s.words(previous.start, known.start)
            if wanted and article and article[0] in ("le", "la") and (article[0] == "le") != (wanted == "m"):
                return None
            return known.start, known.id
    words = s.words(previous.start, min(previous.end, previous.start + 40))
    definite = len(words) > 1 and words[0] in ("l'", "le", "la", "cette", "ce", "cet")
    if definite and words[1] in org_nouns() and wanted in (None, org_nouns()[words[1]][1]):
        found = body_for(s, words[1], previous.start)
        return (previous.start, found) if found else None
    return None


def ordinal(s: Cast, start: int, end: int) -> str | None:
    """ "la première", "le troisième": the people in the order in which the text named them."""
    words = s.words(start, end)
    if len(words) != 2 or words[1] not in _ORDINALS or words[0] not in ("le", "la"):
        return None
    seen: list[str] = []
    for known in s.persons:
        if known.start < start and known.id not in seen:
            seen.append(known.id)
    n = _ORDINALS[words[1]]
    chosen = seen[n] if -len(seen) <= n < len(seen) else ""
    return chosen if chosen and s.gender(chosen) in (None, "f" if words[0] == "la" else "m") else ""
