"""Bodies told by their sort or their leader: "le syndicat d'enseignants", "l'entreprise de Jeanne Petit"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.extractors.quotations.words import org_nouns
from communique.link.cast import Cast, words_of
from communique.link.generic import body_for

_ORG_NOUNS = org_nouns()
# What people join, of which a complement tells the sort.
_JOINED = frozenset(
    {"parti", "syndicat", "association", "collectif", "fédération", "confédération", "ong", "union", "club",
     "mouvement", "formation", "organisation", "ligue", "centrale", "amicale", "coalition"}
)  # fmt: skip


def of_a_sort(words: Sequence[str], head: int, said: str) -> bool:
    """ "le syndicat d'enseignants", "le parti de droite", "le parti de la rose": what sort of body it is."""
    if not said.islower() or words[head] not in _JOINED:
        return False
    return words[head] == "parti" or words[head + 1] in ("de", "d'")


def of_another_sort(s: Cast, body: str, words: Sequence[str]) -> bool:
    """ "la fédération de rugby" beside "Fédération des clubs de voile", which says its sort itself."""
    name = words_of(s.institutions[body].name.lower())
    return words[0] != "parti" and name[:1] == [words[0]] and set(name[1:]).isdisjoint(words[2:])


def of_a_leader(s: Cast, noun: str, start: int, end: int) -> str | None:
    """ "l'entreprise de Jeanne Petit": where she has a function, else the one told of."""
    i = bisect_left(s.persons, (start,))
    known = s.persons[i] if i < len(s.persons) and s.persons[i].start < end else None
    if known is None or known.id not in s.people:
        return None
    kinds = _ORG_NOUNS[noun][0] if noun in _ORG_NOUNS else ()
    held = [r.institution for r in s.people[known.id].roles if r.institution in s.institutions]
    fit = (b for b in held if b is not None and ("*" in kinds or s.institutions[b].kind in kinds))
    return next(fit, None) or body_for(s, noun, start) or ""
