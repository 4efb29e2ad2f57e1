"""Days as containers write them: an ISO date, a French one, or whatever else a date column holds."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_FRENCH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_LONGEST = 60
_EMPTY = {"", "None", "nan", "NaT", "<NA>"}  # also as pandas and numpy have it


def iso_date(value: object) -> str | None:
    """A day as an ISO date, from a date, an ISO date or time, or a day in words or figures; else None.

    Figures are read the French way, day first. Wordings other than the usual two are read by ``dateparser``,
    and only when they give day, month and year.

    >>> iso_date("2025-02-06T08:00:00Z"), iso_date("6/2/2025"), iso_date("jeudi 6 février 2025")
    ('2025-02-06', '2025-02-06', '2025-02-06')
    >>> iso_date("février 2025"), iso_date("bientôt"), iso_date("31/02/2025")
    (None, None, None)
    """
    if isinstance(value, date):  # a datetime is one, and so is pandas' "not a time"
        start = value.isoformat()[:10]
        return start if _ISO.match(start) else None
    if not isinstance(value, str):
        return None
    stated = value.strip()
    if found := _ISO.match(stated):
        year, month, day = map(int, found.groups())
    elif found := _FRENCH.match(stated):
        day, month, year = map(int, found.groups())
    else:
        return _other_wording(stated)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def stated_day(value: object) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The day that a container or a caller states, with a warning where what is stated is none.

    >>> stated_day("3/5/2024"), stated_day(float("nan")), stated_day("bientôt")
    (('2024-05-03', ()), (None, ()), (None, (('date', 'not understood as a day: bientôt'),)))
    """
    day = iso_date(value)
    if day is not None or str(value) in _EMPTY:
        return day, ()
    return None, (("date", f"not understood as a day: {str(value)[:40]}"),)


def _other_wording(stated: str) -> str | None:
    if not any(c.isdigit() for c in stated) or len(stated) > _LONGEST:
        return None
    import dateparser

    found = dateparser.parse(
        stated,
        languages=["fr", "en"],
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
        },
    )
    return found.date().isoformat() if found is not None else None
