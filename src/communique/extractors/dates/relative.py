"""Rules for dates told from the article's own day: "hier", "lundi dernier", "le mois prochain"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from communique.extractors.dates.calendar import NO_DATE, Moment, When, of, shift_months
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.vocabulary import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, group

_PART = (
    r"(?:\s(?:au |en |dans (?:la |l')?|en (?:fin|debut|milieu) d(?:e |')|a )?"
    r"(?:matin(?:ee)?|soir(?:ee)?|midi|apres-midi|nuit|journee|minuit))?"
)
_TODAY = re.compile(r"aujourd.?hui" + _PART)
_THIS = re.compile(
    r"(?:ce jour|ce matin|ce midi|ce soir|cette nuit|cet(?:te)? (?:apres-midi|aprem))(?! (?:meme |ou ))\b"
)
_NIGHT = re.compile(r"(?:la |de la )?nuit (?:(?P<last>derniere|passee)|prochaine)\b")
_TODAYS = frozenset(("jour", "matin", "midi", "soir", "nuit", "apres-midi", "apres", "aprem"))
_FROM_ON = ("a partir de ", "a compter de ", "a dater de ", "a partir d'", "a compter d'")
_NEAR = re.compile(r"(?P<b2>avant[- ]hier)|(?P<b1>hier)|(?P<a2>apres[- ]demain)|(?P<a1>demain)")
_DAY_PHRASE = re.compile(
    r"(?:le |la |l'|du |au )?"
    r"(?:(?P<eve>avant-veille(?! (?:de|du|des|d')\b| d'))|(?P<second>surlendemain(?! (?:de|du|des)\b| d'))"
    r"|(?P<before>veille(?: au soir)?(?! (?:de|du|des|d')\b| d')|jour (?:precedent|d'avant))"
    r"|(?P<after>lendemain(?! (?:de|du|des)\b| d')|jour (?:suivant|d'apres)))\b"
)
_QUALIFIED = re.compile(
    r"\s(?P<last>derniere?|passee?)\b|\s(?P<next>prochaine?|qui vient)\b|\s(?P<after>suivante?)\b"
    r"|\sen (?P<weeks>8|huit|15|quinze)\b"
    r"|\s(?:de )?(?P<week>(?:la|cette) semaine"
    r"(?: (?:prochaine?|derniere|passee|suivante|d'apres|d'avant))?)\b"
)
_TO_A_DAY = re.compile(r" au (?:" + "|".join(WEEKDAYS) + r")\b")  # "ouvert mardi au samedi"
_NTH = re.compile(
    r"(?P<nth>premiere?|1ere?|1re|deuxieme|seconde?|2e(?:me)?|2nde?|troisieme|3e(?:me)?|quatrieme|4e(?:me)?|cinquieme|5e(?:me)?|derniere?)"
    r" (?P<what>jour|semaine|quinzaine|week[- ]?end|"
    + "|".join(WEEKDAYS)
    + r") (?:(?P<of>du mois|de l'annee|de l'an)(?! d(?:e |')[a-z])"
    r"(?: (?P<side>derniere?|passee?|prochaine?|suivante?|en cours))?"
    r"|(?:de |d'|du mois de |du mois d')(?P<month>ce mois|cette annee|(?:19|20)\d\d|[a-z]+))"
    r"(?: (?P<year>\d{4}))?\b"
)
_HABITUAL = ("chaque", "tous", "toutes", "un", "une", "les", "tout")
_MONTHS_TOLD = frozenset((*MONTHS, "ce mois", "cette annee"))
_ORDINALS = {
    "premier": 1, "1er": 1, "1re": 1, "1ere": 1, "premiere": 1, "deuxieme": 2, "second": 2, "seconde": 2,
    "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "dernier": -1, "derniere": -1,
}  # fmt: skip


def today(reader: Reader, i: int) -> Moment | None:
    """Match "aujourd'hui", "ce jour", "ce matin"."""
    if reader.word(i)[0] == "c" and reader.word(i + 1) not in _TODAYS:
        return None
    start = reader.tokens.start[i]
    found = _TODAY.match(reader.plain, start) or _THIS.match(reader.plain, start)
    if found and reader.doc.lower.startswith((" là", "-là"), found.end()):
        return None  # "ce jour-là" is of the story
    if found is None or (found.group() == "ce jour" and reader.word(i - 1) == "a"):
        return None
    return _told(reader, found.start(), found.end(), 0, "today")


def near(reader: Reader, i: int) -> Moment | None:
    """Match "hier soir", "avant-hier", "demain", "après-demain"."""
    start = reader.tokens.start[i]
    if (
        reader.word(i - 1) in ("avant", "apres")
        and reader.word(i) in ("hier", "demain")
        and reader.spaced(i - 1)
    ):
        start = reader.tokens.start[i - 1]
    found = _NEAR.match(reader.plain, start) or _NEAR.match(reader.plain, reader.tokens.start[i])
    if (
        found is None
        or (
            found["a1"]
            and reader.word(i - 1) in ("de", "d'")
            and not reader.plain.endswith(_FROM_ON, 0, reader.tokens.start[i])
        )
        or (found["b1"] and reader.word(i - 1) == "d'")
    ):
        return None
    if reader.tokens.text[i][0].isupper() and reader.word(i - 1)[:1].isalpha() and reader.spaced(i - 1):
        return None  # "Sorèze Demain"
    if (
        found["a1"]
        and reader.word(i - 1).endswith(("er", "ir", "re"))
        and reader.tokens.text[i - 1][0].isupper()
    ):
        sentence = reader.doc.sentence_at(start)
        if sentence is not None and sentence.start < reader.tokens.start[i - 1]:
            return None  # "elle publie Payer demain": a title
    generic = reader.quoted(start) or (reader.word(i + 1) == "," and reader.tokens.text[i][0].isupper())
    if found["a1"] and generic:
        return None  # "les métiers de demain", "nous recommencerons demain": no day is meant
    end = re.compile(_PART).match(reader.plain, found.end())
    by = -2 if found["b2"] else -1 if found["b1"] else 2 if found["a2"] else 1
    return _told(reader, found.start(), end.end() if end else found.end(), by, "near")


def next_day(reader: Reader, i: int) -> Moment | None:
    """Match "le lendemain", "la veille", "le jour suivant", "le surlendemain", "l'avant-veille"."""
    start = reader.tokens.start[i]
    if reader.word(i - 1) in ("le", "la", "l'", "au", "du"):
        start = reader.tokens.start[i - 1]
    found = _DAY_PHRASE.match(reader.plain, start)
    if found and reader.word(i) == "veille" and reader.word(i - 2) == "de" and reader.quoted(start):
        return None  # "le pain de la veille", as people say: of no day
    if found is None or (reader.word(i) == "veille" and start == reader.tokens.start[i]):
        return None  # "Elle veille sur ses collections"
    by = 2 if found["second"] else 1 if found["after"] else -2 if found["eve"] else -1
    return _told(reader, start, found.end(), by, "next_day")


def _told(reader: Reader, start: int, end: int, by: int, rule: str) -> Moment:
    when = of(reader.published + timedelta(days=by)) if reader.published else When()
    return Moment(start, end, when, kind="relative", rule=rule)


def night(reader: Reader, i: int) -> Moment | None:
    """Match "la nuit dernière", "la nuit prochaine"."""
    back = 1 if reader.word(i - 1) == "la" else 0
    found = _NIGHT.match(reader.plain, reader.tokens.start[i - back])
    return _told(reader, found.start(), found.end(), -1 if found["last"] else 0, "night") if found else None


# ---------------------------------------------------------------- weekdays


def weekday(reader: Reader, i: int) -> Moment | None:
    """Match "lundi", "ce lundi", "lundi dernier", "mardi en huit", "jeudi 15"."""
    tokens = reader.tokens
    number = WEEKDAYS[reader.word(i)]
    start, end = tokens.start[i], tokens.end[i]
    before = reader.word(i - 1)
    following = reader.day_at(i + 1) if reader.spaced(i) and reader.word(i + 1) not in ("un", "une") else None
    timed = (
        reader.word(i + 2) in ("a", "vers", "des") and reader.word(i + 3)[:1].isdecimal()
    )  # "quinze à 16 h"
    if following and not (reader.word(i + 1)[0].isdecimal() or timed) and reader.word(i + 2)[:1].isalpha():
        following = None  # "a condamné jeudi trois cimentiers"
    if following is not None:
        return _weekday_and_number(reader, i, i + 1, number, following)
    k = i + 1 + (reader.word(i + 1) == ",")
    k += reader.word(k) == "le"
    if k > i + 1 and reader.word(k)[:1].isdecimal() and (told := reader.day_at(k)):
        if reader.word(k + 1) in MONTHS:
            return None
        if reader.word(k - 1) == "le" and (
            not reader.word(k + 1)[:1].isalpha() or reader.word(k + 1) in group("year_followers")
        ):
            return _weekday_and_number(reader, i, k, number, told)  # "jeudi le 17"
    part = re.compile(_PART).match(reader.plain, end)
    end = part.end() if part else end
    found = _QUALIFIED.match(reader.plain, end)
    this = before in ("ce", "cet", "cette")
    if before == "des" and reader.doc.lower[tokens.start[i - 1] + 1] == "è":
        before = "dès"
    until = reader.word(i - 2).startswith("jusqu") and reader.word(i - 3) not in WEEKDAYS
    habit = before in group("habit") and not until
    if found is None and not this and (habit or reader.plain[end : end + 1] == "s"):
        return None
    if found is None and (
        reader.plain.startswith("-ven", end)
        or (_TO_A_DAY.match(reader.plain, end) and not (part and part.group()))
    ):
        return None
    if this:
        start = tokens.start[i - 1]
    if reader.published is None:
        return Moment(start, found.end() if found else end, When(), kind="relative", rule="weekday")
    day = _weekday(reader, number, found, this, start, end)
    return Moment(start, found.end() if found else end, of(day), kind="relative", rule="weekday")


def _weekday(
    reader: Reader, number: int, found: re.Match[str] | None, this: bool, start: int, end: int
) -> date:
    today = reader.published
    assert today is not None
    ahead = (number - today.weekday()) % 7
    if found is None:
        sign = reader.direction(start, end)
        if ahead == 0:
            return today
        if this and sign >= 0 and today.weekday() < number and not sign < 0:
            return today + timedelta(days=ahead)
        return today + timedelta(days=ahead if sign > 0 else ahead - 7)
    if found["weeks"]:
        return today + timedelta(days=ahead + (7 if found["weeks"] in ("8", "huit") else 14))
    if found["week"]:
        week = found["week"]
        by = (
            7
            if "proch" in week or "suiv" in week or "apres" in week
            else -7
            if "der" in week or "pass" in week or "avant" in week
            else 0
        )
        return today + timedelta(days=number - today.weekday() + by)
    if found["last"]:
        return today + timedelta(days=ahead - 7)
    return today + timedelta(days=ahead or 7)


def _weekday_and_number(reader: Reader, i: int, k: int, number: int, day: int) -> Moment | None:
    """Match "jeudi 15" without a month, the number being token ``k``; with one, the month's rule reads it."""
    tokens = reader.tokens
    timed = reader.word(k + 1) == "au" and reader.word(k + 2) in ("matin", "soir")
    if reader.word(k + 1) in MONTHS or (
        not timed
        and reader.word(k + 1)
        in (
            "/",
            "et",
            "au",
            "-",
            "–",
            "h",
            "heures",
            "ans",
            "personnes",
        )
    ):
        return None
    if reader.word(k + 1) == "," and _month_to_come(reader, k + 1):
        return None
    start, end = tokens.start[i], tokens.end[k]
    if reader.published is None:
        return Moment(start, end, When(), kind="relative", rule="weekday_and_number")
    found = _matching_day(reader.published, number, day, reader.direction(start, end))
    return Moment(start, end, of(found), kind="relative", rule="weekday_and_number") if found else None


def _month_to_come(reader: Reader, k: int) -> bool:
    """Whether days go on from token ``k`` to one with its month: "vendredi 28, samedi 29 août"."""
    while reader.word(k) in (",", "et", "&"):
        k += 1 + (reader.word(k + 1) in WEEKDAYS)
        if reader.day_at(k) is None:
            return False
        k += 1
    return reader.word(k) in MONTHS


def _matching_day(today: date, weekday: int, number: int, sign: int) -> date | None:
    """The nearest day of this number and weekday, the side being the tense's unless it is very near."""
    best: tuple[int, date] | None = None
    for by in range(-12, 13):
        when = shift_months(today.year, today.month, by)._replace(day=number)
        if not when.possible or when.year is None or when.month is None:
            continue
        day = date(when.year, when.month, number)
        far = (day - today).days
        if day.weekday() == weekday:
            # The tense tells the side, unless that day is several times farther.
            weight = abs(far) if far * sign >= 0 or abs(far) < 15 else 4 * abs(far)
            if best is None or weight < best[0]:
                best = (weight, day)
    return best[1] if best else None


def short_weekday(reader: Reader, i: int) -> Moment | None:
    """Match "lun.", "ven. 15" alone on their line."""
    end = reader.tokens.end[i]
    k = i + 2 if reader.word(i + 1) == "." else i + 1
    number = reader.day_at(k)
    if number and reader.word(k)[0].isdecimal() and reader.word(k + 1) not in MONTHS:
        start, last = reader.tokens.start[i], reader.tokens.end[k]
        if reader.published is None or not reader.alone(start, last):
            return None
        found = _matching_day(reader.published, SHORT_WEEKDAYS[reader.word(i)], number, 1)
        return Moment(start, last, of(found), kind="relative", rule="short_weekday") if found else None
    if (
        reader.word(i - 1) in ("la", "de", "en", "le", "du", "par", "sur", "une", "a")  # "loin de la mer."
        or reader.plain[end : end + 1] != "."
        or not reader.alone(reader.tokens.start[i], end + 1)
        or reader.published is None
    ):
        return None
    ahead = (SHORT_WEEKDAYS[reader.word(i)] - reader.published.weekday()) % 7
    day = reader.published + timedelta(days=ahead)
    return Moment(reader.tokens.start[i], end + 1, of(day), kind="relative", rule="short_weekday")


def nth_of_month(reader: Reader, i: int) -> Moment | None:
    """Match "le premier vendredi de juillet", "le dernier jour d'octobre", "la première semaine de mai"."""
    found = _NTH.match(reader.plain, reader.tokens.start[i - 1]) if i and reader.word(i - 1) else None
    if found is None:
        return None
    named = found["month"] or ""
    if not (found["of"] or named[:1].isdecimal() or named in _MONTHS_TOLD):
        return None
    start, end = found.span()
    open_ended = found["of"] and not (found["side"] or found["year"])
    if open_ended and (reader.word(i - 2) in _HABITUAL or not reader.alone(start, end)):
        return Moment(start, end, When(), rule=NO_DATE)  # "gratuit le premier dimanche du mois"
    nth = found["nth"]
    count = _ORDINALS.get(nth) or int(nth[0])
    when = _named_period(reader, found)
    if when.year is None:
        return Moment(start, end, When(), rule="nth_of_month")
    days = [date(when.year, when.month or 1, 1) + timedelta(days=d) for d in range(366)]
    days = [d for d in days if d.year == when.year and when.month in (None, d.month)]
    what = found["what"].replace(" ", "-")
    if what == "quinzaine":
        first, last = (days[0], days[14]) if count == 1 else (days[15], days[-1])
        return Moment(start, end, of(first), of(last), kind="range", rule="nth_of_month")
    if what in ("semaine", "week-end", "weekend"):
        starts = [d for d in days if d.weekday() == (0 if what == "semaine" else 5)]
        first = starts[count - 1 if count > 0 else -1] if abs(count) <= len(starts) else starts[-1]
        last = first + timedelta(days=6 if what == "semaine" else 1)
        return Moment(start, end, of(first), of(last), kind="range", rule="nth_of_month")
    if what != "jour":
        days = [d for d in days if d.weekday() == WEEKDAYS[what]]
    if abs(count) > len(days):
        return None
    return Moment(start, end, of(days[count - 1 if count > 0 else -1]), rule="nth_of_month")


def _named_period(reader: Reader, found: re.Match[str]) -> When:
    """The month or year in which a day or week is counted: "de mai", "du mois prochain"."""
    today, side = reader.published, found["side"] or ""
    year = int(found["year"]) if found["year"] else None
    if found["month"] in MONTHS:
        return reader.with_year(When(year, MONTHS[found["month"]]), *found.span())
    if year is not None or (found["month"] or "")[:1].isdecimal():
        return When(year or int(found["month"]))
    if today is None:
        return When()
    by = 1 if side[:1] in ("p", "s") and not side.startswith("pas") else -1 if side[:1] in ("d", "p") else 0
    if "mois" in (found["of"] or found["month"]):
        return shift_months(today.year, today.month, by)
    return When(today.year + by)


_HOUR = re.compile(r"\s(?:(?:a|vers|des)\s\d{1,2}\s?h|a partir de \d)")
_DAY_OF_MONTH = re.compile(r"\d{1,2}(?:er)?\Z")
_DAYS = re.compile(
    r"(?:entre le (?P<a>\d{1,2})(?:er)? et le|du (?P<b>\d{1,2})(?:er)? au) (?P<z>\d{1,2})(?:er)?"
    r"(?=\s*(?:\Z|[.,;)\n]))"
)


def lone_days(reader: Reader, i: int) -> Moment | None:
    """Match "entre le 13 et le 18", "du 13 au 18": two days of a month that is not named."""
    if not (reader.word(i + 1)[:1].isdecimal() or reader.word(i + 1) == "le"):
        return None
    found = _DAYS.match(reader.plain, reader.tokens.start[i])
    if found is None or reader.published is None:
        return None
    first, last = int(found["a"] or found["b"]), int(found["z"])
    today = reader.published
    month = When(today.year, today.month)
    if reader.direction(*found.span()) > 0 and last < today.day:
        month = shift_months(today.year, today.month, 1)
    ends = month._replace(day=first), month._replace(day=last)
    if not 0 < first < last or not all(e.possible for e in ends):
        return None
    return Moment(found.start(), found.end(), *ends, kind="range", rule="lone_days")


def lone_number(reader: Reader, i: int) -> Moment | None:
    """Match "le 23", "le 23 courant": the day of a month that is not named."""
    day = reader.day_at(i + 1) if reader.word(i + 1)[:1].isdecimal() else None
    today = reader.published
    if day is None or today is None or not reader.spaced(i) or reader.word(i - 1) in group("quantity"):
        return None
    if reader.word(i + 2) in MONTHS:
        return None
    start, end = reader.tokens.start[i + 1], reader.tokens.end[i + 1]
    sentence = reader.doc.sentence_at(start)
    closes = sentence is None or not reader.plain[end : sentence.end].strip(" .;!?)»")
    closes = closes or reader.plain[end : end + 2] == ", "
    if reader.word(i + 1) == "1er" and reader.word(i - 1) in ("pour", "que", "comme", "de", "a"):
        return None  # "comme pour le 1er": the first of things
    if reader.word(i + 2) == "courant" and _DAY_OF_MONTH.match(reader.word(i + 1)):
        when = When(today.year, today.month, day)
        last = reader.tokens.end[i + 2]
        return Moment(start, last, when, kind="relative", rule="lone_number") if when.possible else None
    if not (closes or _HOUR.match(reader.plain, end)) or not _DAY_OF_MONTH.match(reader.word(i + 1)):
        return None
    sign = reader.direction(start, end)
    for by in (0, 1, 2) if sign >= 0 else (0, -1, -2):
        when = shift_months(today.year, today.month, by)._replace(day=day)
        if (
            when.possible
            and when.year
            and when.month
            and (date(when.year, when.month, day) - today).days * (sign or 1) >= 0
        ):
            return Moment(start, end, when, kind="relative", rule="lone_number")
    return None
