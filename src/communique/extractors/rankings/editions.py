"""The edition of a ranking that the article dates without naming it so that a rule can tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extractors.rankings.candidates import Scan
from communique.extractors.rankings.details import PAST
from communique.extractors.rankings.patterns import lazy, small_words
from communique.mentions import RankingMention

_NOUNS = small_words("edition_nouns")
_PLANS = small_words("dated_plans")
_MONTHS = small_words("months")
_YEAR = lazy(r"20(?<![\d/-]20)\d\d(?![\d/]|\s?[-–]\s?\d)")
# What makes of a year a date rather than an edition's.
_DATING = small_words("dating")
# "quatre rangs de mieux par rapport à l'enquête 2023": an edition that this one is set beside.
_BESIDE = lazy(
    r"\b(?:rapport\s+a|contre|depuis|que\s+dans|qu'a|face\s+a)\s+(?:l'|l[ae]\s+|celui\s+d[eu]\s+)?$"
)
_REACH = 8
_TITLE = 40  # characters of a title in marks before its year


def date(scan: Scan, mentions: Iterable[RankingMention]) -> Iterator[RankingMention]:
    """Give positions of a ranking that nothing names the edition told before them: "l'enquête 2024"."""
    told = list(mentions)
    if told and not any(m.ranking for m in told) and any(m.year is None for m in told):
        years = list(_editions(scan))
        for m in told:
            i = bisect_left(years, (m.start, 0)) - 1
            if m.year is None and i >= 0 and not _is_past(scan, m):
                m = replace(m, year=years[i][1])
            yield m
        return
    yield from told


def _editions(scan: Scan) -> Iterator[tuple[int, int]]:
    """Where editions are told, with their years."""
    for m in _YEAR.finditer(scan.plain):
        if _tells_edition(scan, m):
            yield m.start(), int(m.group())


def _tells_edition(scan: Scan, m: re.Match[str]) -> bool:
    """Whether a year is an edition's: "palmarès des ports 2023", "enquête 2024", "« Villes 2024 »"."""
    tokens = scan.doc.tokens
    i = tokens.before(m.start())
    if i < 0:
        return False
    word = tokens.plain[i]
    if word in _DATING or word in _MONTHS or word in _PLANS:
        return False
    if scan.plain[m.end() : m.end() + 2].strip()[:1] in {"»", "”"}:
        return max(scan.plain.rfind(mark, max(0, m.start() - _TITLE), m.start()) for mark in "«“") >= 0
    first = scan.bounds(m.start())[0]
    for k in range(i, max(-1, i - _REACH), -1):
        if tokens.start[k] < first or tokens.plain[k] in {".", ",", ";", ":", "en", "depuis"}:
            return False
        if tokens.plain[k] in _NOUNS:
            return _BESIDE.search(scan.before(tokens.start[k], 30)) is None
    return False


def _is_past(scan: Scan, m: RankingMention) -> bool:
    """Whether the position is told of an earlier edition."""
    start, end = scan.bounds(m.start)
    return (
        PAST.search(scan.plain, max(start, m.start - 60), m.start) is not None
        or PAST.match(scan.plain[m.end : min(end, m.end + 30)].strip(" ,")) is not None
    )
