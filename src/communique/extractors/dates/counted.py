"""Rules for time counted from the article's own day: "il y a dix ans", "d'ici trois mois"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from communique.extractors.dates.calendar import Moment, When, of, shift_months
from communique.extractors.dates.reader import Reader
from communique.records import DateKind

_AMOUNT = (
    r"(?P<n>\d{1,3}|(?:une )?[a-z]+(?:-[a-z]+)*)\s(?:de |d')?"
    r"(?P<unit>jours?|semaines?|mois|ans?|annees?)\b"
)
_ABOUT = (
    r"(?:\s(?:(?:un peu )?(?:plus|moins) d(?:e |')|pres d(?:e |')|environ |maintenant |deja |presque "
    r"|quelque |a peine |tout juste |bientot |exactement )|\s)"
)
_COUNTED = re.compile(
    r"(?:(?P<ago>il y a|voici|voila)|(?P<within>d'ici(?: a)?(?: les?)?|dans les)"
    r"|(?P<since>depuis)|(?P<ahead>dans))(?P<about>" + _ABOUT + ")" + _AMOUNT
)
_LATER = re.compile(_AMOUNT + r"\s(?P<side>plus tard|plus tot|auparavant|apres|avant)\b")
_FORTNIGHT = re.compile(r"(?:(?P<ahead>dans)|d'ici(?: a)?) une quinzaine\b(?! d)")
_NOT_FROM_HERE = (" suivant", " qui ", " apres", " de ", " plus t", " d'", " precedant")
_SMALL = {"un": 1, "une": 1}


def counted(reader: Reader, i: int) -> Moment | None:
    """Match "il y a dix ans", "dans cinq jours", "d'ici trois ans", "depuis huit ans"."""
    low = max(reader.floor, reader.tokens.start[max(0, i - 8)])
    for back in range(2, 9):
        if i - back < 0 or reader.tokens.start[i - back] < low:
            break
        found = _COUNTED.match(reader.plain, reader.tokens.start[i - back])
        if found and found.end("unit") == reader.tokens.end[i]:
            return _counted(reader, found)
    return None


def _counted(reader: Reader, found: re.Match[str]) -> Moment | None:
    start, end = found.span()
    amount, unit = _amount(reader, found), found["unit"]
    if amount is None or reader.plain.startswith(_NOT_FROM_HERE, end):
        return None
    alone = reader.alone(start, end)
    about = found["about"].split()[:1]
    if not alone and found["ahead"] and about in (["plus"], ["moins"], ["un"]):
        return None  # "dans moins de deux mois"
    vague = found["since"] and about in (["plus"], ["pres"], ["moins"], ["un"])
    if vague and (unit[0] == "j" or amount == 1) and not alone:
        return None  # "des retards depuis plus de 60 jours": how long, not since when
    if not alone and (found["within"] or "").startswith("dans"):
        return None
    if not alone and found["ahead"] and (unit[0] == "a" or reader.direction(start, end) < 0):
        return None
    back = found["ago"] or found["since"]
    kind: DateKind = "since" if found["since"] else "until" if found["within"] else "relative"
    first = _moved(reader.published, -amount if back else amount, unit)
    return Moment(start, end, first, kind=kind, rule="counted")


def fortnight(reader: Reader, i: int) -> Moment | None:
    """Match "dans une quinzaine", "d'ici une quinzaine"."""
    for back in (2, 3, 4):
        found = (
            _FORTNIGHT.match(reader.plain, reader.tokens.start[i - back]) if reader.word(i - back) else None
        )
        if found and found.end() == reader.tokens.end[i]:
            if found["ahead"] and reader.direction(*found.span()) <= 0:
                return None
            kind: DateKind = "relative" if found["ahead"] else "until"
            return Moment(*found.span(), _moved(reader.published, 15, "jours"), kind=kind, rule="fortnight")
    return None


def later(reader: Reader, i: int) -> Moment | None:
    """Match "un an plus tôt"; "deux jours plus tard" only where nothing else is told from."""
    if not reader.word(i - 1):
        return None
    found = _LATER.match(reader.plain, reader.tokens.start[i - 1])
    amount = _amount(reader, found) if found else None
    if found is None or amount is None:
        return None
    alone = reader.alone(found.start(), found.end())
    if not alone and (found["side"] not in ("plus tot", "auparavant") or found["unit"][0] != "a"):
        return None
    sign = 1 if found["side"] in ("plus tard", "apres") else -1
    first = _moved(reader.published, sign * amount, found["unit"])
    return Moment(found.start(), found.end(), first, kind="relative", rule="later")


def _amount(reader: Reader, found: re.Match[str]) -> int | None:
    word = found["n"]
    if word.isdecimal():
        return int(word)
    word, about = word.removeprefix("une "), word.startswith("une ")
    number = reader.number_ending(found.end("n"))
    if number is not None and (number.form == "noun") == about and float(number.value).is_integer():
        return int(number.value)
    return None if about else _SMALL.get(word)


def _moved(today: date | None, by: int, unit: str) -> When:
    """The day, month or year that is ``by`` units away, at the precision of the unit."""
    if today is None or abs(by) > 2000:
        return When()
    if unit[0] == "a":
        return When(today.year + by)
    if unit == "mois":
        return shift_months(today.year, today.month, by)
    return of(today + timedelta(days=by * (7 if unit[0] == "s" else 1)))
