"""Rules for weeks, months, quarters, seasons, school years and decades."""

from __future__ import annotations

import re
from datetime import date, timedelta

from communique.extractors.dates.calendar import Moment, When, of, shift_months, week_of
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.vocabulary import MONTHS

_SIDE = (
    r"(?P<last>derniere?|passee?|precedente?|ecoulee?|d'avant)"
    r"|(?P<next>prochaine?|suivante?|d'apres|a venir|qui vient|qui s'ouvre)|(?P<now>en cours|courante?)"
)
_UNIT_SIDE = re.compile(
    r"(?:(?P<this>cette |ce |cet )|(?:la |le |l'|au |du )?)"
    rf"(?P<unit>annee|an|mois|semaine|trimestre|semestre|week[- ]?end)(?:\s(?:{_SIDE})\b|(?:-ci)?\b)"
)
_IN_WEEK = re.compile(r"dans la semaine\b(?! (?:qui|suivant|prec))")
_WEEK_OF = re.compile(r"semaine du (?:lundi )?(?P<day>\d{1,2})(?:er)? (?P<month>[a-z]+)(?: (?P<year>\d{4}))?")
_EDGE = re.compile(
    r"(?:a la |d'ici (?:a )?la |en |avant la |jusqu'a la |au |des (?:le |la )?|la |le )?"
    r"(?P<edge>fin|debut|milieu|mi)[ -](?:de |du |d')(?:l'|la |le |cette |ce )?"
    r"(?P<unit>annee|an|mois|semaine)"
    r"(?: (?P<year>\d{4})\b| (?P<side>derniere?|passee?|prochaine?)\b(?! jours?\b)| en cours\b|\b)"
)
_QUARTER = re.compile(
    r"(?P<nth>premier|1er|1re|deuxieme|second|2e(?:me)?|2nd|2d|troisieme|3e(?:me)?|quatrieme|4e(?:me)?|dernier)"
    r" (?P<unit>trimestre|semestre|trim\.?|sem\.?)(?: (?:de |de l'annee |de l'exercice )?(?P<year>\d{4})\b"
    r"| de (?:cette annee|l'an(?:nee)? (?P<side>derniere?|passee?|prochaine?|en cours)))?"
)
_SHORT_QUARTER = re.compile(r"(?P<unit>[tsq])(?P<nth>[1-4])[ -]?(?P<year>(?:19|20)\d\d)\b")
_SEASON = re.compile(
    r"(?:l'|cet |le |ce |au |du |cette )?(?P<name>printemps|ete|automne|hiver"
    r"|rentree(?: universitaire| scolaire| sociale| litteraire| de septembre)?)"
    r"\s(?:(?:de )?(?P<year>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<year2>(?:20)?\d\d)\b)?"
    r"|(?P<last>derniere?|passee?)\b|(?P<next>prochaine?)\b)"
    r"|(?:cet ete|cet automne|cet hiver|ce printemps)\b(?!\s(?:la|meme)\b)"
)
_DECADE = re.compile(r"(?:annees|decennie)\s(?P<year>(?:1[4-9]|20)?\d0)\b(?!\s?[-–])")
_GLUED_QUARTER = re.compile(r"(?P<nth>[1-4])(?P<unit>[ts])(?:(?P<short>\d\d)| ?(?P<year>20\d\d))(?!\w)")
_SEASON_MONTH = {"printemps": 4, "ete": 7, "automne": 10, "hiver": 1, "rentree": 9}


def unit_side(reader: Reader, i: int) -> Moment | None:
    """Match "cette année", "le mois dernier", "la semaine prochaine", "l'an passé"."""
    start = reader.tokens.start[i]
    before = reader.word(i - 1)
    if before in ("cette", "ce", "cet", "la", "le", "l'", "au", "du"):
        start = reader.tokens.start[i - 1]
    elif before == "d'" and reader.word(i) == "an":
        return None
    found = _UNIT_SIDE.match(reader.plain, start)
    if found is None or not (found["this"] or found["last"] or found["next"] or found["now"]):
        return None
    if (
        found["unit"] in ("an", "annee")
        and before not in ("l'", "cette", "d'", "l")
        and not reader.alone(start, found.end())
    ):
        return None  # "une année précédente", "d'année suivante"
    if re.match(r"\s(?:\d{4}|ou|la|-la)\b|-la\b", reader.plain[found.end() : found.end() + 6]):
        return None
    if found["unit"] == "mois" and found["this"] and reader.plain.startswith((" de ", " d'"), found.end()):
        return None  # "ce mois de mars"
    sign = -1 if found["last"] else 1 if found["next"] else 0
    first, last = _unit_value(reader, found["unit"], sign, start, found.end())
    return Moment(start, found.end(), first, last, kind="relative", rule="unit_side")


def _unit_value(reader: Reader, unit: str, sign: int, start: int, end: int) -> tuple[When, When | None]:
    today = reader.published
    if today is None:
        return When(), None
    if unit in ("an", "annee"):
        return When(today.year + sign), None
    if unit == "mois":
        return shift_months(today.year, today.month, sign), None
    if unit == "semaine":
        return week_of(today + timedelta(weeks=sign))
    if unit.startswith("week"):
        if sign == 0 and today.weekday() < 4 and reader.direction(start, end) < 0:
            sign = -1
        saturday = today + timedelta(days=5 - today.weekday() + 7 * sign)
        if sign == 1 and today.weekday() < 5:
            saturday -= timedelta(days=7)
        return of(saturday), of(saturday + timedelta(days=1))
    months = 3 if unit == "trimestre" else 6
    index = (today.month - 1) // months + sign
    first = shift_months(today.year, 1, index * months)
    return first, shift_months(first.year or 0, first.month or 1, months - 1)


def week(reader: Reader, i: int) -> Moment | None:
    """Match "dans la semaine", "la semaine du 6 octobre"."""
    start = reader.tokens.start[i]
    found = _WEEK_OF.match(reader.plain, start)
    if found and found["month"] in MONTHS:
        year = int(found["year"]) if found["year"] else None
        when = reader.with_year(When(year, MONTHS[found["month"]], int(found["day"])), start, found.end())
        if when.year is None or not when.possible:
            return Moment(start, found.end(), When(), kind="range", rule="week")
        first, last = week_of(date(when.year, when.month or 1, when.day or 1))
        return Moment(start, found.end(), first, last, kind="range", rule="week")
    if reader.word(i - 2) == "dans" and reader.published is not None:
        start = reader.tokens.start[i - 2]
        found = _IN_WEEK.match(reader.plain, start)
        if found:
            first, last = week_of(reader.published)
            return Moment(start, found.end(), first, last, kind="relative", rule="week")
    return None


# in Québec "une fin de semaine" is any week-end
_LASTING = re.compile(
    r"\b(?:une|toute la|toute une|chaque|durant la|pendant la|leur|sa|de|longue|derniere|premiere) $"
)


def edge(reader: Reader, i: int) -> Moment | None:
    """Match "la fin de l'année", "d'ici la fin du mois", "début d'année 2025": the period that is named."""
    for back in (4, 3, 2, 1, 0):
        if back and not reader.word(i - back):
            continue
        found = _EDGE.match(reader.plain, reader.tokens.start[i - back])
        if found is None or found.end() < reader.tokens.end[i]:
            continue
        if found["year"] is None and reader.plain[found.end() : found.end() + 1].isalnum():
            continue
        if found["unit"] == "mois" and reader.plain.startswith((" de ", " d'"), found.end()):
            return None  # "début du mois de juin"
        if (
            re.match(
                r" (?:scolaire|universitaire|civile|de l'|d')",
                reader.plain[found.end() : found.end() + 13],
            )
            and found["year"] is None
        ):
            return None
        edge_at = found.start("edge")
        if found["unit"] == "semaine" and _LASTING.search(reader.plain, max(0, edge_at - 14), edge_at):
            return None
        if found["unit"] == "an" and not (found["year"] or found["side"]):
            return None
        today = reader.published
        if found["year"]:
            first: When = When(int(found["year"]))
            last = None
        elif today is None:
            return Moment(found.start(), found.end(), When(), kind="relative", rule="edge")
        else:
            side = found["side"] or ""
            sign = 0 if not side else 1 if side.startswith("pro") else -1
            first, last = _unit_value(reader, found["unit"], sign, found.start(), found.end())
        start = found.start()
        kind = "until" if re.match(r"d'ici|avant|jusqu", reader.plain[start : start + 6]) else "relative"
        return Moment(
            start, found.end(), first, last, kind="until" if kind == "until" else "relative", rule="edge"
        )
    return None


def quarter(reader: Reader, i: int) -> Moment | None:
    """Match "au 3e trimestre 2025", "premier semestre": its first and last month."""
    if not reader.word(i - 1):
        return None
    found = _QUARTER.match(reader.plain, reader.tokens.start[i - 1])
    if found is None:
        return None
    months = 3 if found["unit"][0] == "t" else 6
    nth = found["nth"]
    index = {
        "premier": 1,
        "deuxieme": 2,
        "second": 2,
        "troisieme": 3,
        "quatrieme": 4,
        "dernier": 12 // months,
    }.get(nth) or int(nth[0])
    if index * months > 12:
        return None
    start, end = found.span()
    if re.match(
        r"[\s]*(?:de grossesse|de la grossesse|de licence|de formation|d'activite|de l'exercice)",
        reader.plain[end : end + 20],
    ):
        return None
    relative = " de " in found.group() and not found["year"]
    named = found["year"] or relative or reader.plain.endswith("au ", 0, start)
    if not named and not reader.alone(start, end):
        return None  # the first semester of a course
    first_month = (index - 1) * months + 1
    if relative and reader.published:
        side = found["side"] or ""
        year: int | None = reader.published.year + (
            1 if side.startswith("pro") else -1 if side[:1] in ("d", "p") else 0
        )
    else:
        year = int(found["year"]) if found["year"] else _period_year(reader, first_month, months, start, end)
    return _months(start, end, year, first_month, months, "quarter")


def short_quarter(reader: Reader, i: int) -> Moment | None:
    """Match "T1 2024", "S2-2023"."""
    found = _SHORT_QUARTER.match(reader.plain, reader.tokens.start[i])
    if found is None or (found["unit"] == "s" and found["nth"] > "2"):
        return None
    months = 6 if found["unit"] == "s" else 3
    return _months(
        found.start(),
        found.end(),
        int(found["year"]),
        (int(found["nth"]) - 1) * months + 1,
        months,
        "short_quarter",
    )


def _months(start: int, end: int, year: int | None, first: int, months: int, rule: str) -> Moment:
    if year is None:
        return Moment(start, end, When(), kind="range", rule=rule)
    return Moment(start, end, When(year, first), When(year, first + months - 1), kind="range", rule=rule)


def _period_year(reader: Reader, first_month: int, months: int, start: int, end: int) -> int | None:
    """The year of a quarter or semester that has none: past unless the text speaks of what is to come."""
    today = reader.published
    if today is None:
        return None
    sign = reader.direction(start, end)
    if sign > 0:
        return today.year if first_month + months - 1 >= today.month else today.year + 1
    return today.year if first_month <= today.month else today.year - 1


def season(reader: Reader, i: int) -> Moment | None:
    """Match "l'été 2025", "printemps dernier", "rentrée 2024", "rentrée 2024-2025": the year."""
    start = reader.tokens.start[i]
    if reader.word(i - 1) in ("l'", "cet", "le", "ce", "au", "du", "cette"):
        start = reader.tokens.start[i - 1]
    found = _SEASON.match(reader.plain, start)
    if found is None:
        return None
    name = (found["name"] or found.group()).split(" ")[0 if found["name"] else 1]
    if (
        name == "ete"
        and reader.doc.lower[reader.tokens.start[i] : reader.tokens.end[i]] != "été"
        and not found["year"]
    ):
        return None
    if found["year"]:
        first = When(int(found["year"]))
        last = None
        if found["year2"]:
            year2 = (
                int(found["year2"])
                if len(found["year2"]) == 4
                else int(found["year"][:2]) * 100 + int(found["year2"])
            )
            last = When(year2) if year2 == int(found["year"]) + 1 else None
        return Moment(
            start, found.end(), first, last, kind="season" if last is None else "range", rule="season"
        )
    today = reader.published
    if today is None:
        return Moment(start, found.end(), When(), kind="season", rule="season")
    month = _SEASON_MONTH[name]
    if not found["name"]:  # "cet été": the one of this year, the winter about to come or that goes on
        year = today.year + (name == "hiver" and today.month > 6)
    elif found["last"]:
        year = today.year if month < today.month else today.year - 1
    else:
        year = today.year if month > today.month else today.year + 1
    return Moment(start, found.end(), When(year), kind="season", rule="season")


def decade(reader: Reader, i: int) -> Moment | None:
    """Match "les années 1990", "les années 80"."""
    found = _DECADE.match(reader.plain, reader.tokens.start[i])
    if found is None:
        return _spelled_decade(reader, i)
    year = int(found["year"])
    year = year if year > 100 else 1900 + year if year >= 30 else 2000 + year
    return Moment(found.start(), found.end(), When(year), When(year + 9), kind="range", rule="decade")


def _spelled_decade(reader: Reader, i: int) -> Moment | None:
    """Match "les années soixante", "les années quatre-vingt-dix"."""
    if i + 1 >= len(reader.tokens) or not reader.spaced(i) or reader.word(i - 1) not in ("les", "des"):
        return None
    number = reader.number_at(reader.tokens.start[i + 1])
    if number is None or number.form != "words" or number.ordinal or number.value not in range(20, 91, 10):
        return None
    first = 1900 + int(number.value)
    start = reader.tokens.start[i]
    return Moment(start, number.end, When(first), When(first + 9), kind="range", rule="decade")


def glued_quarter(reader: Reader, i: int) -> Moment | None:
    """Match "3T 2024", "3T24", "1S 2025"."""
    found = _GLUED_QUARTER.match(reader.plain, reader.tokens.start[i])
    if found is None or (found["unit"] == "s" and found["nth"] > "2"):
        return None
    if found["short"] and not reader.tokens.text[i][1].isupper():
        return None
    months = 6 if found["unit"] == "s" else 3
    year = int(found["year"] or 2000 + int(found["short"]))
    first = (int(found["nth"]) - 1) * months + 1
    return _months(found.start(), found.end(), year, first, months, "glued_quarter")
