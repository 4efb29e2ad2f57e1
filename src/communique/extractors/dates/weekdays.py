"""Bare weekdays read with the dates of the same article: "lundi" when "lundi 6 octobre" is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from communique.extractors.dates.calendar import Moment, of
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.tense import direction
from communique.extractors.dates.vocabulary import WEEKDAYS

BARE = "weekday"
_LISTED = re.compile(r"(?:[\d :;,–-]|\b(?:h|a|au|de|des|et|le|min|midi|matin|soir|puis|jusqu'a)\b){1,40}")
_PARTS = frozenset(("matin", "midi", "soir", "apres-midi", "matinee", "soiree", "nuit", "au", "a"))
NEAR = 8  # days around the article's own date in which a weekday and its full date are the same day


def align(reader: Reader, moments: Sequence[Moment]) -> None:
    """Give bare weekdays the day that the article names in full, or the one that follows it in the sentence.

    >>> from communique.document import Document
    >>> from communique.extractors.dates import extract_dates
    >>> from communique.mentions import Found
    >>> doc = Document("Ce qui change lundi : la rue ferme lundi 6 octobre.", published="2025-10-02")
    >>> [d.value for d in extract_dates(doc, Found())]
    ['2025-10-06', '2025-10-06']
    """
    today = reader.published
    if today is None:
        return
    named: dict[int, date] = {}
    for moment in moments:
        day = _day(moment)
        if day is not None and not _bare(reader, moment) and abs((day - today).days) < NEAR:
            named.setdefault(day.weekday(), day)
    for moment in moments:  # said to be to come in one place, a day is so in the others
        day = _day(moment)
        if day is not None and _bare(reader, moment) and reader.direction(moment.start, moment.end) > 0:
            named.setdefault(day.weekday(), day)
    before: Moment | None = None
    for moment in moments:
        day = _day(moment)
        if day is not None and _bare(reader, moment):
            if (later := _day_after(reader, before, moment, day)) is not None:
                moment.first = of(later)
            elif (full := named.get(day.weekday())) is not None and _open(reader, moment):
                moment.first = of(full)
        before = moment


def _day(moment: Moment) -> date | None:
    year, month, day = moment.first
    if moment.last is not None or year is None or month is None or day is None or not moment.first.possible:
        return None
    return date(year, month, day)


def _bare(reader: Reader, moment: Moment) -> bool:
    """ "lundi", "lundi soir", not "lundi prochain" nor "ce lundi"."""
    told = reader.plain[moment.start : moment.end].split()
    return moment.rule == BARE and told[0] in WEEKDAYS and (len(told) == 1 or told[1] in _PARTS)


def _open(reader: Reader, moment: Moment) -> bool:
    """Whether no finite verb in the past says that another day is meant."""
    return direction(reader.doc, moment.start, moment.end) != -2


def _day_after(reader: Reader, before: Moment | None, moment: Moment, day: date) -> date | None:
    """ "vendredi 13 septembre, de 16 h à 22 h ; samedi et dimanche": the days that follow in a list."""
    if before is None or (first := _day(before)) is None:
        return None
    between = reader.plain[before.end : moment.start]
    if _LISTED.fullmatch(between) is None:
        return None
    if before.rule != BARE and before.weekday is None and before.kind != "date":
        return None
    return first + timedelta(days=(day.weekday() - first.weekday()) % 7 or 7)
