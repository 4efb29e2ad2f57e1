"""Rules for dates that name a day, a month or a year."""

from __future__ import annotations

import re

from communique.extractors.dates.calendar import MAX_YEAR, NO_DATE, Moment, When
from communique.extractors.dates.reader import Day, Reader
from communique.extractors.dates.vocabulary import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, group

_QUANTITY = group("quantity")
_YEAR_FOLLOWERS = group("year_followers")
_MONTH_BEFORE_WORDS = group("month_before")
_STREET = group("street")

_NUMERIC = re.compile(
    r"(?P<d>\d{1,2})(?P<sep> ?[./-] ?)(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d]|[./-]\d)"
    r"|(?P<d3>\d\d) (?P<m3>\d\d) (?P<y3>(?:19|20)\d\d)(?![\d,]| ?\d)"
    r"|(?P<Y>\d{4})(?P<sep2>[./-])(?P<M>\d{1,2})(?P=sep2)(?P<D>\d{1,2})(?!\d|[./-]\d)"
)
_BEFORE_DAYS = ("le", "du", "au", "ce", *WEEKDAYS)
_BEFORE_SHORT = frozenset(("en", "fin", "debut", "mi", "depuis", "ce", "cet", "courant"))
_FROM_THE_FIRST = re.compile(r"1er-(\d{1,2})\Z")  # "1er-2 mars"
_JOINTS = ("/", "-", ".", " ")
_AHEAD = 20  # years: a year in two digits is not later than this after the article's own
_MILLENNIA = ("deux", "mille", "mil", "dix-sept", "dix-huit", "dix-neuf")
_GLUED = re.compile(r"(\d{1,2})([a-z]{3,9})\Z")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?!\d|[/.,]\d| ?(?:des?|du|%|e\b|\w*points?))")
_ENGLISH = re.compile(r"\s(\d{1,2}),\s((?:19|20)\d\d)(?!\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?/ ?((?:19|20)\d\d)(?![\d/])")
_AFTER = re.compile(
    r"(?:\.?,?\s(?=[^c])|\.?\s)(?P<which>dernier|prochain|suivant|passe|precedent|courant"
    r"|de cette annee|de l'annee suivante|de l'an(?:nee)? (?:derniere?|passee?|prochaine?))\b"
)
_MONTH_BEFORE = re.compile(
    r"(?:(?:le|du|au|de) )?mois (?:de |d')\Z|(?:mi|fin|debut)[- ](?:du mois )?(?:de |d')?\Z"
)


def numeric(reader: Reader, i: int) -> Moment | None:
    """Match "03/05/2024", "3.5.24", "2024-05-03"."""
    start, end = reader.tokens.start[i], reader.tokens.end[i]
    if reader.plain[end : end + 1] not in _JOINTS and "." not in reader.tokens.plain[i]:
        return None
    if start and reader.plain[start - 1] in "/.-_=#" and start > reader.floor:
        return None
    found = _NUMERIC.match(reader.plain, start)
    if found is None:
        return None
    if found["Y"]:
        when = When(int(found["Y"]), int(found["M"]), int(found["D"]))
    elif found["y3"]:
        when = When(int(found["y3"]), int(found["m3"]), int(found["d3"]))
        if reader.word(i - 1)[:1].isdecimal():
            return None
    else:
        year = int(found["y"])
        when = When(
            _century(reader, year) if len(found["y"]) == 2 else year, int(found["m"]), int(found["d"])
        )
        if (
            found["sep"].strip() == "-"
            and len(found["y"]) == 2
            and "0" not in found["d"][:1] + found["m"][:1]
        ):
            ends = not reader.word(i + 5) or not reader.word(i + 5)[0].isalnum()
            if not ends and reader.word(i - 1) not in ("le", "du", "au"):
                return None
    return _day(found, when)


def _day(found: re.Match[str], when: When) -> Moment | None:
    if not when.possible or not 1000 <= (when.year or 0) <= MAX_YEAR:
        return None
    return Moment(found.start(), found.end(), when, rule="numeric")


def _century(reader: Reader, year: int) -> int:
    """The year that two digits mean: "le 8 mai 45" is no day of twenty years from now."""
    latest = reader.published.year + _AHEAD if reader.published else 2059
    return 2000 + year if 2000 + year <= latest else 1900 + year


def day_and_month(reader: Reader, i: int) -> Moment | None:
    """Match "le 2/3", "jeudi 27/11", "3/2015": two numbers and a stroke."""
    start, end = reader.tokens.start[i], reader.tokens.end[i]
    if "/" not in reader.plain[end : end + 2] or end - start > 2:
        return None
    if start and reader.plain[start - 1] in "/.,-+" and reader.floor != start - 1:
        return None
    before = reader.word(i - 1)
    found = _MONTH_YEAR.match(reader.plain, start)
    if found:
        when = When(int(found[2]), int(found[1]))
        if when.possible and before not in _QUANTITY:
            return Moment(start, found.end(), when, kind="month", rule="month_and_year")
        return None
    found = _DAY_MONTH.match(reader.plain, start)
    if found is None or reader.word(reader.tokens.at(found.end())) in MONTHS:
        return None  # "les 2/3 mai"
    when = When(None, int(found[2]), int(found[1]))
    shown = before in ("le", "du", "au") or before in WEEKDAYS or reader.alone(start, found.end())
    if when.possible and (shown or (len(found[2]) == 2 and found[2][0] == "0" and int(found[1]) > 12)):
        day = with_weekday(reader, i, int(found[1]))
        return Moment(day.start, found.end(), when, settled=False, weekday=day.weekday, rule="day_and_month")
    return None


def month(reader: Reader, i: int) -> Moment | None:
    """Match "3 mai 2024", "lundi 3 mai", "mai 2024", "en mai": the month's name and what stands around it."""
    word = reader.word(i)
    number = MONTHS[word]
    tokens = reader.tokens
    day = day_before(reader, i)
    end = tokens.end[i]
    if day is None and word in SHORT_MONTHS and not _short_alone(reader, i):
        return None
    if word in SHORT_MONTHS and reader.plain[end : end + 1] == ".":
        end += 1
    if day is None and (found := _ENGLISH.match(reader.plain, end)):
        when = When(int(found[2]), number, int(found[1]))
        if when.possible:
            return Moment(tokens.start[i], found.end(), when, rule="day")  # "mai 7, 2025"
    year, end, settled = year_after(reader, i, end, number, day.number if day else 0)
    if day is not None and year is None and reader.word(i - 1) == "-" and tokens.text[i][0].isupper():
        return Moment(day.start, end, When(), rule=NO_DATE)  # "le 11-Septembre": an event
    if day is not None:
        if in_address(reader, tokens.at(day.start)):
            return Moment(day.start, end, When(year, number, day.number), rule=NO_DATE)
        when = When(year, number, day.number)
        if not when.possible:
            return Moment(day.start, end, when, rule=NO_DATE)
        return Moment(day.start, end, when, settled=settled, weekday=day.weekday, rule="day")
    if reader.word(i - 1).startswith("1er-") and (first := _FROM_THE_FIRST.match(reader.word(i - 1))):
        ends = When(year, number, 1), When(year, number, int(first[1]))
        if ends[0] < ends[1] and ends[1].possible:
            start = tokens.start[i - 1]
            return Moment(start, end, *ends, kind="range", settled=settled, rule="days_of_month")
    if year is None and not _month_stands(reader, i):
        return None
    start = tokens.start[i]
    lead = _MONTH_BEFORE.search(reader.plain, max(reader.floor, start - 24), start)
    if lead and (reader.plain[lead.start() - 1 : lead.start()] or " ").isspace():
        start = lead.start()
        if reader.plain.startswith(("le ", "du ", "au ", "de "), start):
            start += 3
    return Moment(start, end, When(year, number), kind="month", settled=settled, rule="month")


def glued(reader: Reader, i: int) -> Moment | None:
    """Match "15juin 2016": no blank between the day and the month."""
    found = _GLUED.match(reader.word(i))
    if found is None or found[2] not in MONTHS:
        return None
    number = MONTHS[found[2]]
    day = with_weekday(reader, i, int(found[1]))
    year, end, settled = year_after(reader, i, day.end, number, day.number)
    when = When(year, number, day.number)
    return (
        Moment(day.start, end, when, settled=settled, weekday=day.weekday, rule="glued")
        if when.possible
        else None
    )


def day_before(reader: Reader, i: int) -> Day | None:
    """The day's number right before token ``i``, with the weekday before it."""
    j = i - 1
    if reader.word(j) == "/" and reader.word(i + 1) == "/":
        j -= 1
    elif (
        reader.word(j) == "-"
        and reader.word(j - 1)[:1].isdecimal()
        and reader.tokens.end[j - 1] == reader.tokens.start[j]
    ):
        j -= 1  # "le 11-Septembre", "1er-mai 2013"
    elif reader.word(j) in ("de", "d'") and reader.word(j - 2) in _BEFORE_DAYS and reader.spaced(j - 1):
        j -= 1  # "le 14 de février", "le 3 d'août"
        if not reader.word(j)[:1].isdecimal():
            return None
    elif not reader.spaced(j):
        return None
    number = reader.day_at(j)
    if number is None:
        return None
    return with_weekday(reader, j, number)


def with_weekday(reader: Reader, j: int, number: int) -> Day:
    """A day's number at token ``j``, with the weekday that may stand before it."""
    tokens = reader.tokens
    first = reader.first_of_day(j)
    k = first - 1
    if reader.word(k) == "le" and reader.word(k - 1) == ",":
        k -= 2
    elif reader.word(k) in (",", ".", "le"):
        k -= 1
    name = reader.word(k)
    weekday = WEEKDAYS.get(name, SHORT_WEEKDAYS.get(name))
    if weekday is not None and tokens.start[first] - tokens.end[k] <= 5:
        return Day(tokens.start[k], tokens.end[j], number, weekday)
    return Day(tokens.start[first], tokens.end[j], number)


def year_after(reader: Reader, i: int, end: int, number: int, with_day: int) -> tuple[int | None, int, bool]:
    """The year that follows the month at token ``i``: (year, end of the expression, settled or not).

    ``with_day`` is the number of the day before the month, 0 when there is none.
    """
    tokens = reader.tokens
    k = i + 1
    while reader.word(k) in (".", ",", "/", "-") and k < i + 3 and tokens.start[k] - tokens.end[k - 1] <= 1:
        k += 1
    if reader.word(k) in ("de", "d'") and reader.year_at(k + 1) and reader.spaced(k):
        k += 1
    year = reader.year_at(k)
    gap = reader.plain[end : tokens.start[k]] if k < len(tokens) else ""
    if (
        year is not None
        and len(gap) <= 5
        and gap.count("\n") < 2
        and not (k > i + 1 and gap.strip(" .,/d-e"))
    ):
        return year, tokens.end[k], True
    if not with_day and reader.word(i - 1) in ("ce", "cet", "cette"):
        return (reader.published.year if reader.published else None), end, True
    found = _AFTER.match(reader.plain, end)
    if found:
        year = _relative_year(reader, number, with_day, found["which"])
        return year, found.end(), True
    word = reader.word(i + 1)
    if (
        len(word) == 2
        and word.isdecimal()
        and reader.spaced(i)
        and int(word) > 31
        and (not reader.word(i + 2).isalpha() or reader.word(i + 2) in _YEAR_FOLLOWERS)
    ):
        return _century(reader, int(word)), tokens.end[i + 1], True
    if reader.word(i + 1) in _MILLENNIA:
        spelled = reader.number_at(tokens.start[i + 1])
        if spelled is not None and 1100 <= spelled.value <= MAX_YEAR:
            following = reader.word(tokens.before(spelled.end) + 1)
            if not following[:1].isalpha() or following in _YEAR_FOLLOWERS:
                return int(spelled.value), spelled.end, True
    return None, end, False


def _relative_year(reader: Reader, number: int, day: int, which: str) -> int | None:
    """The year meant by "mars dernier", "mai de l'an prochain"…"""
    today = reader.published
    if today is None:
        return None
    if "annee" in which or "l'an" in which:
        by = (
            0
            if which.endswith("cette annee")
            else 1
            if which.endswith(("prochain", "prochaine", "suivante"))
            else -1
        )
        return today.year + by
    if which in ("dernier", "passe", "precedent"):
        return today.year if (number, day) <= (today.month, today.day) else today.year - 1
    if which == "courant":
        return today.year
    return today.year if (number, day or 31) >= (today.month, today.day) else today.year + 1


def _short_alone(reader: Reader, i: int) -> bool:
    """Whether an abbreviated month without a day is one: a year, or another month, must follow."""
    k = i + 2 if reader.word(i + 1) in (".", ",") else i + 1
    if reader.year_at(k) is not None:
        return True
    if reader.word(i + 1) == "." and reader.spaced(i - 1) | (reader.word(i - 1) == "d'"):
        before = reader.word(i - 1)
        if before in _BEFORE_SHORT and (before != "en" or reader.word(i) != "sept"):
            return True  # "fin déc.", "au mois d'oct."
        if before in ("de", "d'") and reader.word(i - 2) == "mois":
            return True
    return k == i + 2 and reader.word(k) in ("a", "et", "-", "–", "/") and reader.word(k + 1) in MONTHS


def _month_stands(reader: Reader, i: int) -> bool:
    """Whether a month's name alone is a date here: "en mai", "fin juin"; not a person or a planet."""
    tokens = reader.tokens
    before = reader.word(i - 1)
    name = tokens.text[i]
    if before in (
        "en",
        "depuis",
        "debut",
        "fin",
        "mi",
        "courant",
        "ici",
        "jusqu'en",
        "mois",
        "ce",
        "cet",
        "cette",
    ):
        return True
    if before == "d'" and i > 1 and tokens.text[i - 2].istitle() and reader.word(i - 3) not in ("", "."):
        return False  # "Suivent Lumière d'août et …": a name
    if before in _MONTH_BEFORE_WORDS or reader.alone(tokens.start[i], tokens.end[i]):
        return name.islower() or reader.alone(tokens.start[i], tokens.end[i])
    following = reader.word(i + 1)
    return name.islower() and following in ("et", "-", "a", "au") and reader.word(i + 2) in MONTHS


def in_address(reader: Reader, i: int) -> bool:
    """Match "rue du 4 septembre", "place du 8 mai 1945"."""
    k = i - 1
    while k > i - 3 and reader.word(k) in ("du", "de", "d'", "le", "la", "-"):
        k -= 1
    if reader.word(k) == "route" and reader.word(k - 2) == "feuille":
        return False
    # "placé mardi 19 février": not "place du 19-Février"
    return reader.word(k) in _STREET and reader.doc.lower[reader.tokens.end[k] - 1] != "é"
