"""People meant by what the text tells that they did: "le vainqueur", "son prédécesseur"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.extractors.quotations.words import in_class, listed, role_nouns
from communique.link.cast import Cast, Known, head_of
from communique.link.offices import fits, read_title
from communique.link.pronouns import spoken_of

_OFFICES = listed("offices.txt")
_FEW = 6  # names of a sentence
_SUCCESSION = 50  # characters that a verb of succession and a title take
_ROLE_NOUNS = role_nouns()
_NAMED_BESIDE = 30  # characters of a function before the name set beside it
_SUCCEEDS = re.compile(
    r"\b(?:succ[eéè]d\w+ (?:à|au|aux)|rempla[cç]\w+|(?:suite|place|relève|flambeau) d[eu]|succession d[eu])"
    r"(?: (?!et\b|par\b)[\w.'-]+){0,3} ?$"
)
_APPOSED = re.compile(r"^[^.;:,]*, (?:(?:me|m\.|mme|dr|pr) )?$")
_LED_BY = dict(pair.split("=") for pair in sorted(in_class("led_by")))
_BY = re.compile(r"ée?s? par (?:l'|les? |la )?[^,.;:«»]{0,30}")


def of_stranger(s: Cast, start: int) -> bool:
    """ "Le chauffeur du car a été entendu, a dit X. L'homme": the paragraph is about somebody unnamed."""
    begin = s.doc.text.rfind("\n\n", 0, start) + 2 if "\n\n" in s.doc.text[:start] else 0
    words = s.words(begin, min(begin + _SUCCESSION, start))
    head = head_of(words)
    noun = _ROLE_NOUNS.get(words[head]) if head is not None else None
    if noun is None or noun.plural:
        return False
    named = s.persons[bisect_left(s.persons, (begin,)) :][:1]
    if not named or named[0].start > begin + 2 * _SUCCESSION:
        return True
    between = s.doc.lower[begin : named[0].start]
    beside = _APPOSED.search(between) is not None  # "L'avocat de l'ancien maire, Me Petit,"
    return not beside and len(between) > _NAMED_BESIDE


def _replaced(s: Cast, start: int) -> Known | None:
    """Whom the text says that somebody succeeds or replaces."""
    for known in s.persons_before(start):
        before = s.doc.lower[max(0, known.start - _SUCCESSION) : known.start]
        if known.id in s.people and _SUCCEEDS.search(before):
            return known
    return None


def succeeded(s: Cast, start: int) -> str:
    """ "son prédécesseur"."""
    known = _replaced(s, start)
    return known.id if known is not None else ""


def led_by(s: Cast, before: Sequence[Known], lemma: str, gender: str) -> str:
    """ "un jury présidé par Jeanne Petit": she is "la présidente"."""
    stem = _LED_BY.get(lemma)
    for known in before if stem else ():
        told = s.doc.lower[max(0, known.start - _SUCCESSION) : known.start]
        at = told.rfind(f"{stem}é")
        led = at >= 0 and _BY.fullmatch(told, at + len(stem or "")) is not None
        if led and known.id in s.people and fits(s, known.id, gender):
            return known.id
    return ""


def successor(s: Cast, start: int) -> str:
    """ "le nouveau recteur": who succeeds somebody, named in that sentence or meant by its pronoun."""
    known = _replaced(s, start)
    sentence = s.doc.sentence_at(known.start) if known is not None else None
    if known is None or sentence is None:
        return ""
    here = [k for k in s.persons_before(known.start) if k.start >= sentence.start and k.id != known.id]
    if here:
        return here[-1].id if here[-1].id in s.people else ""
    said = re.search(r"(?<![\w-])(?:elle|il)(?![\w'-])", s.doc.lower[sentence.start : known.start])
    if said is None:
        return ""
    return spoken_of(s, sentence.start + said.start(), "f" if said.group() == "elle" else "m")


def who_did(s: Cast, deeds: frozenset[str], start: int, gender: str) -> str:
    """ "le vainqueur", "la prévenue": the last person of whom the text says so before."""
    seen: dict[int, bool] = {}
    for known in s.persons_before(start):
        sentence = s.doc.sentence_at(known.start)
        if sentence is None or known.id not in s.people or not fits(s, known.id, gender):
            continue
        if sentence.start not in seen:
            told = s.words(sentence.start, _goes_on(s, sentence.start, sentence.end, start))
            seen[sentence.start] = not deeds.isdisjoint(told)
            if seen[sentence.start] and of_stranger(s, known.start):
                return ""  # "L'homme soupçonné d'avoir insulté X"
        if seen[sentence.start] and (tried := _tried(s, sentence.start, sentence.end, gender)):
            return tried
        if seen[sentence.start]:
            first = s.persons[bisect_left(s.persons, (sentence.start,))]
            return first.id if fits(s, first.id, gender) else known.id
    named = {k.id for k in s.persons_before(start) if k.id in s.people}
    alone = named.pop() if len(named) == 1 else ""  # nobody else was told of yet
    return "" if alone and _in_office(s, alone) else alone


def _tried(s: Cast, begin: int, end: int, gender: str) -> str:
    """ "Le procureur X a requis dix ans contre Y": the first whom a sentence names that holds no office."""
    at = bisect_left(s.persons, (begin,))
    if at >= len(s.persons) or not _in_office(s, s.persons[at].id):
        return ""
    named = (k.id for k in s.persons[at : at + _FEW] if k.start < end and not _in_office(s, k.id))
    return next((i for i in named if fits(s, i, gender)), "")


def _in_office(s: Cast, person: str) -> bool:
    """Whether somebody is told of as a prosecutor, a mayor: not "l'accusé", "la victime"."""
    return any(not _OFFICES.isdisjoint(read_title(r.title)[0]) for r in s.people[person].roles)


def _goes_on(s: Cast, start: int, end: int, limit: int) -> int:
    """The end of the next sentence when it still tells of those whom this one names, else of this one."""
    i = bisect_left(s.doc.sentences, start, key=lambda x: x.start) + 1
    following = s.doc.sentences[i] if i < len(s.doc.sentences) else None
    if following is None or following.end > limit or s.inside(following.start):
        return end
    if "\n" in s.doc.text[end : following.start]:
        return end
    at = bisect_left(s.persons, (following.start,))
    named = at < len(s.persons) and s.persons[at].start < following.end
    return end if named else following.end
