"""Rules for time counted from the article's own day: "il y a dix ans", "d'ici trois mois"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from communique.extractors.dates.calendar import Moment, When, of, shift_months
from communique.extractors.dates.reader import Reader
from communique.records import DateKind

_AMOUNT = r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)*)\s(?P<unit>jours?|semaines?|mois|ans?|annees?)\b"
_COUNTED = re.compile(
    r"(?:(?P<ago>il y a|voici|voila)|(?P<within>d'ici(?: a)?(?: les?)?|dans les)"
    r"|(?P<since>depuis(?: plus de| pres de| maintenant| deja)?)|(?P<ahead>dans))\s" + _AMOUNT
)
_LATER = re.compile(_AMOUNT + r"\s(?P<side>plus tard|plus tot|auparavant)\b")
_NOT_FROM_HERE = (" suivant", " qui ", " apres", " de ", " plus t", " d'", " precedant")
_SMALL = {"un": 1, "une": 1}


def counted(reader: Reader, i: int) -> Moment | None:
    """Match "il y a dix ans", "dans cinq jours", "d'ici trois ans", "depuis huit ans"."""
    low = max(reader.floor, reader.tokens.start[max(0, i - 7)])
    for back in range(2, 8):
        if i - back < 0 or reader.tokens.start[i - back] < low:
            break
        found = _COUNTED.match(reader.plain, reader.tokens.start[i - back])
        if found and found.end() >= reader.tokens.end[i]:
            return _counted(reader, found)
    return None


def _counted(reader: Reader, found: re.Match[str]) -> Moment | None:
    start, end = found.span()
    amount, unit = _amount(reader, found), found["unit"]
    if amount is None or reader.plain.startswith(_NOT_FROM_HERE, end):
        return None
    alone = reader.alone(start, end)
    vague = found["since"] in ("depuis plus de", "depuis pres de")
    if vague and unit[0] == "j" and not alone:
        return None  # "des retards depuis plus de 60 jours": how long, not since when
    if not alone and (found["within"] or "").startswith("dans"):
        return None
    if not alone and found["ahead"] and (unit[0] == "a" or reader.direction(start, end) <= 0):
        return None
    back = found["ago"] or found["since"]
    kind: DateKind = "since" if found["since"] else "until" if found["within"] else "relative"
    first = _moved(reader.published, -amount if back else amount, unit)
    return Moment(start, end, first, kind=kind, rule="counted")


def later(reader: Reader, i: int) -> Moment | None:
    """Match "un an plus tôt"; "deux jours plus tard" only where nothing else is told from."""
    if not reader.word(i - 1):
        return None
    found = _LATER.match(reader.plain, reader.tokens.start[i - 1])
    amount = _amount(reader, found) if found else None
    if found is None or amount is None:
        return None
    alone = reader.alone(found.start(), found.end())
    if not alone and (found["side"] == "plus tard" or found["unit"][0] != "a"):
        return None
    sign = 1 if found["side"] == "plus tard" else -1
    first = _moved(reader.published, sign * amount, found["unit"])
    return Moment(found.start(), found.end(), first, kind="relative", rule="later")


def _amount(reader: Reader, found: re.Match[str]) -> int | None:
    word = found["n"]
    if word.isdecimal():
        return int(word)
    return _SMALL.get(word) or reader.spelled(found.end("n")) or None


def _moved(today: date | None, by: int, unit: str) -> When:
    """The day, month or year that is ``by`` units away, at the precision of the unit."""
    if today is None or abs(by) > 2000:
        return When()
    if unit[0] == "a":
        return When(today.year + by)
    if unit == "mois":
        return shift_months(today.year, today.month, by)
    return of(today + timedelta(days=by * (7 if unit[0] == "s" else 1)))
