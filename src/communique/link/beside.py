"""Whom a function does not mean: who is told of in what it reports, who stands in its complement."""

from __future__ import annotations

from bisect import bisect_left

from communique.link.cast import Cast

_OF_NAMES = frozenset({"de", "d'"})
_BEFORE_NAME = 6  # characters of "de " before a name


def told_of(s: Cast) -> frozenset[str]:
    """ "Jean Petit viendra, annonce le ministre": whom a clause first tells of is not who reports it."""
    begin, end = s.reported
    i = bisect_left(s.persons, (begin,))
    named = (k for k in s.persons[i : bisect_left(s.persons, (end,))] if k.id in s.people)
    return frozenset(k.id for k in named if not _holds_office(s, k.id, begin, end))


def _holds_office(s: Cast, person: str, begin: int, end: int) -> bool:
    """Whether the text gives somebody a function elsewhere than in a clause, beside the name."""
    roles = s.people[person].roles
    return any(r.rule != "taken_up" and not begin <= r.start < end for r in roles)


def is_complement(s: Cast, person: str, start: int, end: int) -> bool:
    """ "l'avocate de Jean Petit": whose somebody is, not who."""
    i = bisect_left(s.persons, (start,))
    for known in s.persons[i : i + 1]:
        if known.id == person and start < known.start < end:
            return not _OF_NAMES.isdisjoint(s.words(max(start, known.start - _BEFORE_NAME), known.start)[-1:])
    return False
