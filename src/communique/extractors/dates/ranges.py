"""Two ends make a range; what stands before a date makes it a beginning or an end."""

from __future__ import annotations

import re
from datetime import date

from communique.extractors.dates.absolute import in_address, with_weekday, year_after
from communique.extractors.dates.calendar import Moment, When
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.vocabulary import MONTHS

_TO = frozenset(("au", "a", "-", "–", "—", "/", "jusqu'au", "jusqu'a"))
_AND = frozenset(("et", "ou", "&"))
_BETWEEN = re.compile(
    r"\s*(?:(?P<to>aux?|a|-|–|—|/|jusqu'(?:au|a|en))|(?P<and>et|ou))"
    r"(?:\s(?:le|la|l'|fin|debut|mi|la fin(?: de)?|au))?[\s-]*\Z"
)
_THEN = re.compile(r"\b(?:puis|ensuite|enfin)\b|\b(?:depuis|avant de)\s\Z")
_BEFORE_RANGE = re.compile(
    r"(?:(?P<between>entre)(?: le| la| l'| fin| debut| mi)?|du|de|des|depuis|d'|les)[\s-]*"
    r"(?:fin |debut |mi-)?\Z"
)
_COUNTED = re.compile(r"[éiu]e?s? par (?:[^\W\d]+ ){0,3}\d(?:[^.;]|\.\d){0,60}\Z")
_ONE_IN_MONTH = re.compile(r"\ble (?P<day>\d{1,2})(?:er)? (?:de )?\Z")
_IN_MONTH = re.compile(
    r"(?:(?:du|de|le) )?(?P<a>\d{1,2})(?:er)? ?(?:au|jusqu'a|-|et) ?(?P<b>\d{1,2}) (?:du |de |d')?\Z"
)
_PREFIX = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<since>(?:depuis|a (?:partir|compter|dater) (?:de|du|d')|des|au-dela (?:de|du)|apres)"
    r"(?: (?:le|la|l'|les|cet|cette)| ?(?:la )?(?:fin|debut|mi)[ -](?:de |du |d')?)?(?: mois (?:de |d'))?)"
    r"|(?P<until>(?:d'ici(?: a| au| le| la)?|jusqu'(?:au|a|en)|avant|au plus tard(?: le| en| au)?)"
    r"(?: (?:le|la|l'|les|cet|cette))?(?: ?(?:la )?(?:fin|debut|mi)[ -]?(?:de |du |d')?)?"
    r"(?: mois (?:de |d'))?)"
    r"|(?P<within>en(?: (?:fin|debut|milieu|ce mois) d(?:e|'))?"
    r"|(?:(?:a|vers|pour) )?(?:la |le )?(?:fin|debut|milieu|mi)[ -](?:de |du |d')?"
    r"|courant|au mois (?:de |d')|au cours (?:de|du))"
    r")[\s-]*\Z"
)


def days_of_month(reader: Reader, moment: Moment) -> Moment:
    """Match "du 3 au 5 mai", "les 15 et 16 juin", "13-15 juillet": the days before the named month."""
    if moment.rule == "unit_side":
        return _days_of_named_month(reader, moment)
    if moment.rule not in ("day", "numeric", "day_and_month") or moment.first.day is None:
        return moment
    tokens = reader.tokens
    k = tokens.at(moment.start) - 1
    if reader.word(k) == "le":
        k -= 1
    link = reader.word(k)
    if link in ("au", "a") and reader.word(k - 1) == "jusqu'":
        k -= 1
    if link not in _TO and link not in _AND:
        return moment
    number = reader.day_at(k - 1)
    if number is None or number >= moment.first.day or tokens.start[k] - tokens.end[k - 1] > 3:
        return moment
    left = with_weekday(reader, k - 1, number)
    i = tokens.at(left.start) - 1
    while link in _AND and reader.word(i) == "," and (earlier := reader.day_at(i - 1)) and earlier < number:
        number, left = earlier, with_weekday(reader, i - 1, earlier)
        i = tokens.at(left.start) - 1
    before = reader.word(i)
    between = before == "le" and reader.word(i - 1) == "entre"
    listed = between or before in ("les", "entre", "des", "aux", "du") or left.weekday is not None
    twice = before == "le" and reader.word(tokens.at(moment.start) - 1) == "le"
    # "Finale : 8 et 9 mars", "(14 et 15 juin)", a line of its own: no noun that they could number
    apart = link in ("et", "&") and (reader.line_start(i + 1) or not before[:1].isalnum())
    if link in _AND and not (listed or twice or apart):
        return moment
    if link == "a" and before not in ("du", "de", "des", "entre", "le") and before.isdigit():
        return moment
    start = left.start
    if between:
        start = tokens.start[i - 1]
    elif before in ("du", "de", "entre", "les", "des", "aux"):
        start = tokens.start[i]
    first = moment.first._replace(day=number)
    return Moment(
        start, moment.end, first, moment.first, kind="range", rule="days_of_month", settled=moment.settled
    )


def _days_of_named_month(reader: Reader, moment: Moment) -> Moment:
    """Match "du 4 au 22 de ce mois", "le 5 du mois prochain"."""
    if moment.first.month is None or moment.first.day is not None or moment.last is not None:
        return moment
    low = max(reader.floor, moment.start - 24)
    if only := _ONE_IN_MONTH.search(reader.plain, low, moment.start):
        day = moment.first._replace(day=int(only["day"]))
        if day.possible:
            return Moment(only.start("day"), moment.end, day, kind="relative", rule="days_of_month")
    found = _IN_MONTH.search(reader.plain, low, moment.start)
    if found is None or not 0 < int(found["a"]) < int(found["b"]) <= 31:
        return moment
    first, last = (moment.first._replace(day=int(found[end])) for end in "ab")
    return Moment(found.start(), moment.end, first, last, kind="range", rule="days_of_month")


def join(reader: Reader, moments: list[Moment]) -> list[Moment]:
    """Neighbours joined by "au", "à", a dash, or "entre … et …" become one range."""
    out: list[Moment] = []
    for moment in moments:
        joined = _joined(reader, out[-1], moment, out[-2].end if len(out) > 1 else 0) if out else None
        if joined is None:
            out.append(moment)
        else:
            out[-1] = joined
    return out


def _joined(reader: Reader, a: Moment, b: Moment, floor: int) -> Moment | None:
    if (a.last is not None or b.last is not None) and not (a.rule == b.rule == "years"):
        return None
    if a.precision != b.precision or b.start - a.end > 24:
        return None
    found = _BETWEEN.match(reader.plain, a.end, b.start)
    if found is None:
        return None
    lead = _BEFORE_RANGE.search(reader.plain, max(floor, a.start - 16), a.start)
    if lead and lead.start() and reader.plain[lead.start() - 1].isalnum():
        lead = None
    if found["and"] and not (lead and lead["between"]):
        return None
    if a.kind == "relative" and not (found["to"] or "").startswith("jusqu") and not lead:
        return None
    dash = found["to"] in ("-", "–", "—", "/")
    if dash and (a.kind == "relative" or a.precision == 1 or (a.settled and not b.settled)):
        return None
    first, last, settled = (a.first, b.last or b.first, True) if a.last else _shared_year(a, b)
    if settled and first.iso is not None and last.iso is not None and not first < last:
        return None
    start = lead.start() if lead and lead.group().strip() not in ("les", "depuis", "des") else a.start
    return Moment(start, b.end, first, last, kind="range", rule="range", settled=settled)


def _shared_year(a: Moment, b: Moment) -> tuple[When, When, bool]:
    """The two ends; the one without a year takes the other's, or the one before it."""
    first, last = a.first, b.first
    if b.settled and not a.settled and last.year is not None:
        year = last.year if first[1:] <= last[1:] else last.year - 1
        return first._replace(year=year), last, True
    if a.settled and not b.settled and first.year is not None:
        year = first.year if first[1:] <= last[1:] else first.year + 1
        return first, last._replace(year=year), True
    return first, last, a.settled and b.settled


def settle(reader: Reader, moment: Moment, previous: Moment | None = None) -> None:
    """Give a day or month without a year the year that the article's date and the tense make it."""
    if moment.settled:
        return
    if previous is not None and (year := _following(reader, previous, moment)) is not None:
        moment.first = moment.first._replace(year=year)
        return
    if moment.last is None:
        moment.first = reader.with_year(moment.first, moment.start, moment.end)
        if moment.weekday is not None:
            moment.first = _agreeing(reader, moment)
        return
    if reader.plain.startswith("entre", moment.start) and _is_over(reader, moment):
        moment.last = reader.with_year(moment.last, moment.start, moment.end)
        if (year := moment.last.year) is not None and moment.first.year is None:
            later = moment.first[1:] > moment.last[1:]
            moment.first = moment.first._replace(year=year - 1 if later else year)
        return
    first, last = (
        reader.with_year(w, moment.start, moment.end, lasting=True) for w in (moment.first, moment.last)
    )
    if first.year is None or last.year is None:
        return
    if _far(reader, first) < _far(reader, last):
        moment.first, year = first, first.year if first[1:] <= last[1:] else first.year + 1
        moment.last = last._replace(year=year)
    else:
        moment.last, year = last, last.year if first[1:] <= last[1:] else last.year - 1
        moment.first = first._replace(year=year)


def _is_over(reader: Reader, moment: Moment) -> bool:
    """ "ont atteint 12 tonnes entre novembre et février", "visitée par 850 personnes entre mars et mai"."""
    sign = reader.direction(moment.start, moment.end)
    if sign != -1:
        return sign < -1
    return _COUNTED.search(reader.doc.lower, max(0, moment.start - 90), moment.start) is not None


def _far(reader: Reader, when: When) -> int:
    """How many days, about, between the article's own date and another."""
    today = reader.published
    if today is None or when.year is None:
        return 0
    days = (when.year - today.year) * 366 + ((when.month or 1) - today.month) * 30.5
    return abs(int(days + ((when.day or today.day) - today.day)))


def _following(reader: Reader, previous: Moment, moment: Moment) -> int | None:
    """ "en janvier 2025, puis en mai", "commencé en juin 2024, à l'arrêt depuis octobre": the next one."""
    first, then = previous.last or previous.first, moment.first
    if first.year is None or then.month is None or moment.last is not None or first.month is None:
        return None
    between = reader.plain[previous.end : moment.start]
    if len(between) > 90 or any(mark in between for mark in ".;!?\n"):
        return None
    if not _THEN.search(between):
        return None
    return first.year if (then.month, then.day or 31) > (first.month, first.day or 0) else first.year + 1


def _agreeing(reader: Reader, moment: Moment) -> When:
    """The year, one off at most, in which the day falls on the weekday that is named."""
    year, month, day = moment.first
    if year is None or month is None or day is None:
        return moment.first
    for candidate in (year, year + 1, year - 1):
        when = When(candidate, month, day)
        if when.possible and date(candidate, month, day).weekday() == moment.weekday:
            return when
    return moment.first


def prefix(reader: Reader, moment: Moment, floor: int) -> None:
    """Match "depuis", "d'ici", "avant", "en": the span begins there, and the kind follows."""
    if moment.last is not None and moment.kind == "range" and moment.precision == 3:
        return
    found = _PREFIX.search(reader.plain, max(floor, moment.start - 32), moment.start)
    if found is None:
        return
    word = found.group()
    if word.startswith("des") and reader.doc.lower[found.start() + 1] != "è":
        return
    if found["within"]:
        if moment.kind in ("year", "month") or (moment.kind == "season" and not word.startswith("en")):
            moment.start = found.start()
        return
    if word.startswith("apres") and moment.kind not in ("date", "month", "year"):
        return
    moment.start = found.start()
    if moment.last is None or moment.precision < 3:
        moment.kind = "since" if found["since"] else "until"


def hyphened(reader: Reader, i: int) -> Moment | None:
    """Match "mi-mars 2025", "mars-avril", "mi-2025"."""
    head, _, tail = reader.word(i).partition("-")
    start, end = reader.tokens.start[i], reader.tokens.end[i]
    if head in ("mi", "debut", "fin"):
        if tail in MONTHS:
            year, end, settled = year_after(reader, i, end, MONTHS[tail], 0)
            return Moment(
                start, end, When(year, MONTHS[tail]), kind="month", settled=settled, rule="hyphened"
            )
        if len(tail) == 4 and tail.isdecimal() and 1800 <= int(tail) <= 2199:
            return Moment(start, end, When(int(tail)), kind="year", rule="hyphened")
        return None
    if head in ("t1", "t2", "t3", "t4", "s1", "s2") and len(tail) == 4 and tail.isdecimal():
        months = 3 if head[0] == "t" else 6
        last = int(head[1]) * months
        return Moment(
            start,
            end,
            When(int(tail), last - months + 1),
            When(int(tail), last),
            kind="range",
            rule="hyphened",
        )
    if head in MONTHS and (len(head) > 3 or reader.word(i - 1) == "-") and tail.isdecimal():
        return _month_and_year(reader, i, MONTHS[head], tail)
    if head in MONTHS and tail in MONTHS and len(tail) > 3:
        year, end, settled = year_after(reader, i, end, MONTHS[tail], 0)
        first = When(year - 1 if year and MONTHS[head] > MONTHS[tail] else year, MONTHS[head])
        return Moment(
            start, end, first, When(year, MONTHS[tail]), kind="range", settled=settled, rule="hyphened"
        )
    return None


def _month_and_year(reader: Reader, i: int, month: int, year: str) -> Moment | None:
    """Match "3-mai-2024", "mai-2024"."""
    if len(year) != 4 or not 1800 <= int(year) <= 2199:
        return None
    day = reader.day_at(i - 2) if reader.word(i - 1) == "-" else None
    before = i - 2
    if day is None and reader.word(i - 1)[:1].isdecimal() and reader.spaced(i - 1):
        day, before = reader.day_at(i - 1), i - 1
    when = When(int(year), month, day)
    if not when.possible or in_address(reader, before if day else i):
        return None
    start = reader.tokens.start[i if day is None else before]
    return Moment(start, reader.tokens.end[i], when, kind="month" if day is None else "date", rule="hyphened")
