"""Days without a year that the article dates elsewhere: "le 27 juin" after "du 20 au 27 juin 2026"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extractors.dates.calendar import Moment, When


def echo(moments: Sequence[Moment]) -> None:
    """Give a day that nothing dates the one year in which the article names it, or days around it.

    >>> from communique.document import Document
    >>> from communique.extractors.dates import extract_dates
    >>> from communique.mentions import Found
    >>> doc = Document("Le tournoi se tient du 20 au 27 juin 2026. La finale aura lieu le 26 juin.")
    >>> [d.value for d in extract_dates(doc, Found())]
    ['2026-06-20', '2026-06-26']
    """
    open_days = [m for m in moments if m.last is None and _yearless(m.first)]
    if not open_days:
        return
    named = list(_named(moments))
    for moment in open_days:
        day = moment.first[1:]
        years = {year for first, last, year in named if first <= day <= last}
        if len(years) == 1:
            moment.first = moment.first._replace(year=years.pop())


def _yearless(when: When) -> bool:
    return when.year is None and when.month is not None and when.day is not None


def _named(moments: Sequence[Moment]) -> Iterator[tuple[tuple[int, int], tuple[int, int], int]]:
    """The days named in full, alone or as the two ends of a stretch within a year."""
    for moment in moments:
        first, last = moment.first, moment.last or moment.first
        if first.year is None or first.year != last.year:
            continue
        if first.month is None or first.day is None or last.month is None or last.day is None:
            continue
        yield (first.month, first.day), (last.month, last.day), first.year
