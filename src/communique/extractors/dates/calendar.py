"""Days, months and years as the text gives them, and the arithmetic that resolves them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from communique.records import DateKind

MAX_YEAR = 2199
NO_DATE = "no date"  # the rule of what is read as a date only to be left out: the name of a street
_SOON = 75  # days within which a date without a year is the nearest one, whatever the tense


class When(NamedTuple):
    """A day, a month or a year; what the text leaves out is ``None``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """ISO 8601 at the precision given, ``None`` while the year is not known.

        >>> When(2024, 5).iso
        '2024-05'
        """
        if self.year is None:
            return None
        return "-".join([f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n is not None)])

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day or month."""
        if self.month is None:
            return self.day is None
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2024, self.month)[1]


@dataclass(slots=True)
class Moment:
    """A calendar expression found at ``start``: its value, or its two ends, and how far it is settled."""

    start: int
    end: int
    first: When
    last: When | None = None
    kind: DateKind = "date"
    rule: str = ""
    settled: bool = True  # the year, if any, is final; otherwise the article's date decides
    weekday: int | None = None

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 3 if self.first.day is not None else 2 if self.first.month is not None else 1


def of(day: date) -> When:
    """A calendar day as a :class:`When`."""
    return When(day.year, day.month, day.day)


def shift_months(year: int, month: int, by: int) -> When:
    """The month ``by`` months after another: ``shift_months(2024, 11, 3)`` is February 2025."""
    index = year * 12 + month - 1 + by
    return When(index // 12, index % 12 + 1)


def week_of(day: date) -> tuple[When, When]:
    """Monday and Sunday of the week that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    return of(monday), of(monday + timedelta(days=6))


def nearest_year(when: When, published: date, direction: int) -> int | None:
    """The year of a day or month without one: the nearest, or the one on the side the tense asks for.

    ``direction``: 1 for what is to come, -1 for what is past (-2 for certain), 0 when the text does not tell.

    >>> nearest_year(When(None, 3, 31), date(2024, 12, 2), 0)
    2025
    """
    month = when.month or 1
    options = []
    reach = 8 if (month, when.day) == (2, 29) else 1
    for year in range(published.year - reach, published.year + reach + 1):
        if not When(year, month, when.day).possible:
            continue
        if when.day is None:
            distance = (year * 12 + month) - (published.year * 12 + published.month)
            far: float = distance * 30.5
        else:
            far = float((date(year, month, when.day) - published).days)
        options.append((abs(far), far, year))
    if not options:
        return None
    options.sort(key=lambda o: (o[0], o[1]))
    if direction == -1 and options[0][0] <= _SOON:  # "la réunion est fixée au 3 juillet", read in June
        return options[0][2]
    return next((year for near, far, year in options if far * direction >= 0), options[0][2])


def parse_iso(value: str | None) -> date | None:
    """An ISO day as a date, ``None`` for anything else."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
