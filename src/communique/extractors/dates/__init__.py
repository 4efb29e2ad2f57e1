"""Calendar expressions and their values."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.extractors.dates.calendar import Moment
from communique.extractors.dates.echoes import echo
from communique.extractors.dates.published import published_date
from communique.extractors.dates.ranges import join, prefix, settle
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.rules import find_moments
from communique.extractors.dates.weekdays import align
from communique.mentions import Date, Found

__all__ = ["extract_dates", "published_date"]


def extract_dates(doc: Document, found: Found) -> Iterator[Date]:
    """Calendar expressions and their values, relative ones read from ``doc.published``.

    >>> doc = Document("Ouvert du 3 au 5 mai.", published="2024-04-20")
    >>> [(d.text, d.value, d.value_end) for d in extract_dates(doc, Found())]
    [('du 3 au 5 mai', '2024-05-03', '2024-05-05')]
    """
    reader = Reader(doc)
    floor = 0
    previous: Moment | None = None
    moments = join(reader, find_moments(reader))
    for moment in moments:
        settle(reader, moment, previous)
        previous = moment
    align(reader, moments)
    echo(moments)
    for moment in moments:
        prefix(reader, moment, floor)
        floor = moment.end
        first, last = moment.first.iso, moment.last.iso if moment.last else None
        yield Date(
            start=moment.start,
            end=moment.end,
            text=doc.text[moment.start : moment.end],
            kind=moment.kind,
            value=first if moment.last is None or last is not None else None,
            value_end=last,
            rule=moment.rule,
        )
