"""Rules for years: where four digits are one, and two of them a period."""

from __future__ import annotations

import re

from communique.extractors.dates.calendar import Moment, When
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.vocabulary import group

_YEAR_STRONG = group("year_strong")
_QUANTITY = group("quantity")
_YEAR_FOLLOWERS = group("year_followers")
_YEAR_NOUNS = group("year_nouns")
_PLANS = group("plans")

_BEFORE_SPELLED = ("en", "depuis", "des", "l'an", "an", "annee", "jusqu'en", "avant", "fin", "debut")
_YEARS = re.compile(r"((?:1[5-9]|20|21)\d\d)\s?[-–—/]\s?((?:1[5-9]|20|21)\d\d|\d\d)(?![\w/]|[.,]\d|-\d)")
_PARTICIPLE = re.compile(r"(?:[éiu]e?s?|ite?s?|clos|closes?)\Z")


def years(reader: Reader, i: int) -> Moment | None:
    """Match "2023-2027", "2023 – 2027", "2023/24"."""
    start = reader.tokens.start[i]
    if reader.tokens.end[i] - start != 4:
        return None
    found = _YEARS.match(reader.plain, start)
    if found is None or (start and reader.plain[start - 1] in "-/.,"):
        return None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    slash = "/" in found.group()
    if (
        not first < last <= first + 80
        or (slash and last != first + 1)
        or (len(found[2]) == 2 and last != first + 1)
    ):
        return None
    if reader.word(i - 1) in ("tranche", "rang", "place", "rangs", "places", "n°", "iso") or reader.plain[
        found.end() : found.end() + 3
    ] in ("e r", "e p"):
        return None
    return Moment(start, found.end(), When(first), When(last), kind="range", rule="years")


def year(reader: Reader, i: int) -> Moment | None:
    """Match "2024" where a year can stand."""
    value = reader.year_at(i)
    if value is None or not _year_stands(reader, i, value):
        return None
    return Moment(reader.tokens.start[i], reader.tokens.end[i], When(value), kind="year", rule="year")


def spelled_year(reader: Reader, i: int) -> Moment | None:
    """Match "en deux mille quatorze", "depuis mil neuf cent quatre-vingt-deux"."""
    first = i - 1 if reader.word(i) == "mille" and reader.word(i - 1) == "deux" else i
    before = reader.word(first - 1)
    if before not in _BEFORE_SPELLED:
        return None
    number = reader.number_at(reader.tokens.start[first])
    if number is None or number.form != "words" or number.ordinal or not 1100 <= number.value <= 2099:
        return None
    following = reader.word(reader.tokens.before(number.end) + 1)
    if following[:1].isalpha() and following not in _YEAR_FOLLOWERS:
        return None
    when = When(int(number.value))
    return Moment(number.start, number.end, when, kind="year", rule="spelled_year")


def _year_stands(reader: Reader, i: int, value: int) -> bool:
    tokens = reader.tokens
    start, end = tokens.start[i], tokens.end[i]
    before = "" if reader.line_start(i) else reader.word(i - 1)
    if (start and reader.plain[start - 1] in "/.-_=#+−") or reader.plain[end : end + 1] in (
        "/",
        "_",
        "%",
        "€",
        "$",
        "°",
    ):
        return False
    if reader.plain[end : end + 1] == "-" and reader.plain[end + 1 : end + 2].isalnum():
        return False
    following = reader.word(i + 1)
    strong = before in _YEAR_STRONG and not _counts(reader, i - 1)
    if before == "en" and reader.word(i - 2) in ("nf", "norme", "iso"):
        return False
    if before == "horizon" and _capital(reader, i - 1):
        return False  # "Horizon 2020"
    if strong and value >= 1400:
        return not following.startswith(("euros", "km", "kg", "habitants", "logements", "emplois", "postes"))
    if not 1800 <= value <= 2100:
        return (
            value >= 1400
            and before == "et"
            and i > 2
            and tokens.plain[i - 3] == "entre"
            and tokens.plain[i - 2].isdecimal()
        )
    if before in _QUANTITY or _counts(reader, i):
        return False
    if before in ("«", "“", '"') and following in ("»", "”", '"'):
        return False
    if before.isdigit():
        return False
    ends = (
        not following
        or not following[0].isalnum()
        or reader.line_start(i + 1)
        or following in _YEAR_FOLLOWERS
    )
    if before in _YEAR_NOUNS and following and _PARTICIPLE.search(tokens.lower[i + 1]):
        ends = True
    if not ends and not (before in ("(", ":") or (before == "et" and reader.year_at(i - 2))):
        return before in ("de", "du") and 1800 <= value < 2100 and not following.endswith(("s", "x", "€"))
    if following in ("%", "€", "$", "°", "/"):
        return False
    return not _named(reader, i)


def _capital(reader: Reader, i: int) -> bool:
    """Whether token ``i`` has a capital that does not open a sentence."""
    if not reader.tokens.text[i][0].isupper():
        return False
    sentence = reader.doc.sentence_at(reader.tokens.start[i])
    return sentence is None or sentence.start != reader.tokens.start[i]


def _counts(reader: Reader, i: int) -> bool:
    """Whether the number after token ``i - 1`` counts something: "près de 2000", "plus de 1900"."""
    return reader.word(i - 1) in ("de", "d'") and reader.word(i - 2) in ("plus", "moins", "pres", "autour")


def _named(reader: Reader, i: int) -> bool:
    """Whether the year belongs to a name: "France 2030", "Paris 2024"."""
    before = reader.word(i - 1)
    if reader.line_start(i) or not before or not before[0].isalpha():
        return False
    if before in _PLANS:
        return True
    text = reader.tokens.text[i - 1]
    if not text[0].isupper() or (text.isupper() and len(text) > 4):
        return False
    sentence = reader.doc.sentence_at(reader.tokens.start[i - 1])
    return not (sentence is not None and sentence.start == reader.tokens.start[i - 1])
