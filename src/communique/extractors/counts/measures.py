"""Percentages, durations and physical measures."""

from __future__ import annotations

import re

from communique.extractors.counts import comparators
from communique.extractors.counts.durations import HALF, hyphenated
from communique.extractors.counts.model import Named, Quantity, Scan, is_plural
from communique.extractors.counts.nouns import share_noun
from communique.extractors.counts.units import units
from communique.numbers import Number

_PERCENT = re.compile(r"\s*(?:%|pour[ -]?cents?\b|pourcents?\b|p\. ?100\b|pct\b)")
_SYMBOL = re.compile(
    r"(?:[ \u00a0\u202f\u2009]|-(?=[a-z]{2}))?([A-Za-zµμ]+?)([²³23]|CO2)?"
    r"(?:[ \u00a0]?/[ \u00a0]?([A-Za-zµμ]+?)([²³23])?)?(?![\w²³'’])"
)
_DEGREES = re.compile(
    r"\s*(?:(?:°|º|degr[ée]s?|deg\b\.?)(?:\s{0,3}(celsius|centigrades?|fahrenheit|kelvins?|[cfk](?!\w)))?"
    r"|(celsius|centigrades?|fahrenheit|kelvins?)\b)"
)
_BELOW_ZERO = re.compile(
    r"(?:(?<![\w)])[-−–] |(?<!au )(?<!du )(?<!ou )(?<!pas )(?<!non )(?<!le )(?<!\w)moins )$"
)
_UNDER_ZERO = re.compile(r"\s(?:sous|en[- ]dessous de|au[- ]dessous de) (?:z[ée]ro|0)\b")
_PER = {
    "heure": "h",
    "seconde": "s",
    "litre": "l",
    "kilo": "kg",
    "kilogramme": "kg",
    "hectare": "ha",
    "minute": "min",
}
_OWNED = ("depend", "filiale", "detenu", "propriet", "tributaire", "dependant")
_POWERS = {"carre": "²", "carres": "²", "carree": "²", "carrees": "²", "cube": "³", "cubes": "³"}
_CENTIMETRES = re.compile(r"[ \u00a0\u202f]?(\d\d)(?![\w%]|[.,]\d|[ \u00a0\u202f](?:[€%]|[cdk]?m\b|mm\b))")
_GLUED_CENTIMETRES = re.compile(r"m(\d\d)(?![\w]|[.,]\d)")  # "1m80"
_OF_UNIT = re.compile(r"\s(?:de(?=\s)|d'(?=\w))")
ROUNDED = re.compile(
    r"\s(?:environ|à peu près|à peine|seulement|(?:tout )?au (?:moins|plus|minimum|maximum)|minimum|maximum)"
    r"(?=\s(?:de|du|des)\b|\sd['’])"
)
_AN_HOUR = re.compile(r"\sà l'heure\b")
_NOT_FEET = re.compile(r"\s(?:de |d')(?!haut|larg|long|profond|diam|épais|la |l'|ce|sa |son )|-")


def percent(scan: Scan, quantity: Quantity) -> Named | None:
    """ "12,5 %", "45 % des étudiants", "trois pour cent"."""
    m = _PERCENT.match(scan.lower, quantity.end)
    if m is None:
        return None
    noun = None if _of_owner(scan, quantity) else share_noun(scan, m.end(), pronouns=False)
    if noun is None and (rounded := ROUNDED.match(scan.lower, m.end())):
        # "90 % au moins des crédits": the modifier stands before the whole
        noun = share_noun(scan, rounded.end(), pronouns=False)
        if noun and quantity.comparator == "eq" and (modified := comparators.after(scan, m.end())):
            quantity.comparator = modified[0]
    if noun is None:
        return Named("percent", m.end(), unit="%")
    return Named("percent", noun[1], unit="%", noun=scan.text[noun[0] : noun[1]])


def _of_owner(scan: Scan, quantity: Quantity) -> bool:
    """ "dépend à 35 % du Département", "filiale à 51 % du groupe": the complement is no whole."""
    near = scan.words_before(quantity.start, 4)
    return near[:1] == ["a"] and any(word.startswith(_OWNED) for word in near[1:])


def measure(scan: Scan, quantity: Quantity) -> Named | None:
    """ "9 300 mètres carrés", "12 km/h", "40 µg/ml", "37 °C", "vingt-deux nanomètres"."""
    return _degrees(scan, quantity) or _symbol(scan, quantity) or _unit_words(scan, quantity)


def _degrees(scan: Scan, quantity: Quantity) -> Named | None:
    m = _DEGREES.match(scan.lower, quantity.end)
    if m is None:
        return None
    scale = (m[1] or m[2] or "")[:1]
    unit = {"c": "°C", "f": "°F", "k": "K"}.get(scale, "°")
    if under := _UNDER_ZERO.match(scan.lower, m.end()):
        return Named("measure", under.end(), unit=unit, factor=-1.0)
    minus = _BELOW_ZERO.search(scan.lower, max(0, quantity.start - 10), quantity.start)
    if minus and quantity.start == quantity.last.start:
        return Named("measure", m.end(), start=minus.start(), unit=unit, factor=-1.0)
    return Named("measure", m.end(), unit=unit)


def _symbol(scan: Scan, quantity: Quantity) -> Named | None:
    """A symbol, glued or not, with its power and what it is divided by."""
    start = quantity.end
    if quantity.needs_of or quantity.last.scale > 1:
        of = _OF_UNIT.match(scan.lower, start)
        start = of.end() if of else start
    if scan.text.startswith("m", start) and (glued := _GLUED_CENTIMETRES.match(scan.text, start)):
        return Named("measure", glued.end(), unit="m", add=int(glued[1]) / 100)
    m = _SYMBOL.match(scan.text, start)
    if m is None or (start == quantity.end and quantity.last.form == "noun"):
        return None
    symbols = units().symbols
    unit = symbols.get(m[1])
    if unit is None:
        return None
    if len(m[1]) == 1 and m[1] in "lLK" and m.start(1) == quantity.end and m[1] != "l":
        return None
    if unit == "m" and not m[2] and not m[3] and (more := _CENTIMETRES.match(scan.text, m.end(1))):
        return Named("measure", more.end(), unit=unit, add=int(more[1]) / 100)
    unit += {"2": "²", "3": "³"}.get(m[2] or "", "" if m[2] == "CO2" else m[2] or "")
    end = m.end(2) if m[2] else m.end(1)
    if m[3]:
        below = (
            symbols.get(m[3])
            or (units().times.get(m[3].lower()) and m[3])
            or (m[3] if m[3] in ("an", "j", "d") else None)
        )
        if below:
            unit += "/" + below + {"2": "²", "3": "³"}.get(m[4] or "", m[4] or "")
            end = m.end()
    elif hourly := _AN_HOUR.match(scan.lower, end):
        unit, end = f"{unit}/h", hourly.end()
    return Named("measure", end, unit=unit)


def _unit_words(scan: Scan, quantity: Quantity) -> Named | None:
    end, k = quantity.end, scan.tokens.at(quantity.end)
    if scan.word(k) in ("de", "d'") and (quantity.needs_of or quantity.last.form == "fraction"):
        end, k = scan.tokens.end[k], k + 1
    elif half := hyphenated(scan, k, end):
        unit = units().words.get(half)
        return Named("measure", scan.tokens.end[k], unit=unit) if unit else None
    if k >= len(scan.tokens) or not scan.touches(k, end):
        return None
    word, unit, last = scan.tokens.plain[k], None, k
    table = units().words
    stem = word.removesuffix("s")
    following = (
        scan.tokens.plain[k + 1]
        if k + 1 < len(scan.tokens) and scan.touches(k + 1, scan.tokens.end[k])
        else ""
    )
    pair = f"{stem} {following.removesuffix('s')}"
    if pair in table:
        return Named("measure", scan.tokens.end[k + 1], unit=table[pair])
    unit = table.get(word) or table.get(stem) or table.get(stem.replace("s-", "-"))
    if unit is None or (
        unit in ("pi", "po", "a", "mi", "bbl", "kn") and _NOT_FEET.match(scan.lower, scan.tokens.end[k])
    ):
        return None
    if following in _POWERS:
        unit, last = unit + _POWERS[following], k + 1
    elif following == "par" and (
        per := _PER.get(scan.tokens.plain[k + 2] if k + 2 < len(scan.tokens) else "")
    ):
        unit, last = f"{unit}/{per}", k + 2
    elif following == "heure" and unit.endswith("W"):
        unit, last = unit + "h", k + 1
    elif following == "/" and (per := _PER.get(scan.tokens.plain[k + 2] if k + 2 < len(scan.tokens) else "")):
        unit, last = f"{unit}/{per}", k + 2
    elif hourly := _AN_HOUR.match(scan.lower, scan.tokens.end[k]):
        return Named("measure", hourly.end(), unit=f"{unit}/h")
    end = scan.tokens.end[last]
    if unit == "m" and quantity.last.form == "words" and (low := _small_words(scan, end)):
        return Named("measure", low.end, unit=unit, add=low.value / 100)
    more = HALF.match(scan.lower, end)
    return Named("measure", more.end() if more else end, unit=unit, add=0.5 if more else 0.0)


def _small_words(scan: Scan, end: int) -> Number | None:
    """ "deux mètres cinquante", "un mètre quatre-vingt-cinq": the centimetres."""
    for number in scan.numbers_at(end + 1):
        if number.form == "words" and not number.ordinal and 10 <= number.value <= 99:
            k = scan.tokens.at(number.end)
            following = scan.word(k) if scan.touches(k, number.end) else ""
            return None if following[:1].isalpha() and is_plural(following) else number
    return None
