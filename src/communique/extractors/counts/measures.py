"""Percentages, durations and physical measures."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from communique.extractors.counts import comparators
from communique.extractors.counts.model import ADJECTIVES, PACKAGE, Named, Quantity, Scan, is_plural
from communique.extractors.counts.nouns import share_noun
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
_TIME_SYMBOL = re.compile(r"[ \u00a0\u202f]?(h|min|mn|sec|s)(?![\w'’])")
_OF_UNIT = re.compile(r"\s(?:de(?=\s)|d'(?=\w))")
_HALF = re.compile(r"\s+et\s+demie?\b")
_CLOCK = re.compile(
    r"(?:(?:^|[\s(])(?:à|dès|vers|jusqu'à|entre|de|et|avant|après|-|–|/)"
    r"|\d{4},?|(?:di|août|janvier|février|mars|avril|mai|juin|juillet|bre),?|[a-z]\s?:)\s*$"
)
_QUARTERS = re.compile(r"\s(?:et (?:un )?(quart)|(?:et )?trois[- ]quarts(?! d))\b")
_GLUED_MINUTES = re.compile(r"h([0-5]\d)\s?(?:min(?:utes?)?|mn)\b")  # "2h15min"
_AFTER_DURATION = re.compile(r"(?:jours?|mois|semaines?|ans?) et $")
_MINUTES = re.compile(
    r"\s?(?:et )?([0-5]?\d)\s?(?:min(?:utes?)?|mn)\b\.?(?:\s(?:et )?([0-5]?\d)\s?s(?:ec(?:ondes?)?)?\b)?"
)
_TO = re.compile(r"\s?(?:à|-|–)\s?\w")
_POINTS = frozenset(("partir", "compter", "delà", "avant", "autour", "alentours"))
_INDEFINITE = frozenset(
    ("un", "une", "des", "deux", "trois", "quatre", "cinq",
     "plusieurs", "chaque", "leurs", "ces", "nos", "ses")
)  # fmt: skip
_OF_DAY = re.compile(r"\s(?:du matin|du soir|de l'après-midi|précises|pile|tapantes)\b")
_NO_CLOCK = re.compile(
    r"(?:moins|plus|près|delà|durée|raison|total|lieu|bout|cours|terme|marge|retard|avance) (?:de |d')$"
)
# What lasts, or is given so many hours: "dure jusqu'à 6 heures", "limitée à dix heures".
_LASTING = (
    "dur", "attend", "attente", "patient", "perd", "autonom", "retard", "allant", "aller", "va", "vont",
    "attei", "prend", "prenn", "passent", "passer", "soit", "delai", "necessit", "consacr", "economis",
    "gagn", "separ", "tenir", "cumul", "totalis", "represent", "hebdomadaire",
)  # fmt: skip
_BOUNDED = (
    "limit", "redui", "ramen", "abaiss", "plafonn", "estim", "evalu", "chiffr", "allong", "raccourc",
    "equiva", "correspond", "port", "etend",
)  # fmt: skip
_LASTS_AFTER = re.compile(
    r"\s(?:par |d['’]|de (?!l['’]|la )|cons[ée]cutive|hebdo|quotid|suppl[ée]ment|en moyenne|suivi)"
    r"|\s?/"
)
ROUNDED = re.compile(
    r"\s(?:environ|à peu près|à peine|seulement|(?:tout )?au (?:moins|plus|minimum|maximum)|minimum|maximum)"
    r"(?=\s(?:de|du|des)\b|\sd['’])"
)
# Nouns that tell what a year or a day was like rather than how long: "dans une année de pluie".
_TOLD_OF = frozenset(("annee", "journee", "soiree", "matinee"))
_LATER = frozenset(("après", "plus", "avant", "durant", "auparavant"))
_AN_HOUR = re.compile(r"\sà l'heure\b")
_NOT_FEET = re.compile(r"\s(?:de |d')(?!haut|larg|long|profond|diam|épais|la |l'|ce|sa |son )|-")

_ACCENTS = str.maketrans("éèêàâôûî", "eeeaaoui")


class Units(NamedTuple):
    words: dict[str, str]
    symbols: dict[str, str]
    times: dict[str, str]


def _plain(word: str) -> str:
    return word.translate(_ACCENTS)


@cache
def units() -> Units:
    """The table of units with its prefixed forms: words without accents, symbols as written."""
    data = tomllib.loads(resources.files(PACKAGE).joinpath("units.toml").read_text("utf-8"))
    unit_words = {_plain(word): symbol for word, symbol in data["words"].items()}
    symbols: dict[str, str] = {}
    for base, (symbol, letters) in data["bases"].items():
        unit_words[_plain(base)] = symbol
        if len(symbol) > 1 or symbol in "mgltWV":
            symbols[symbol] = symbol
        for letter in letters:
            prefix = _plain(data["prefixes"][letter])
            unit_words[prefix + _plain(base)] = unit_words[f"{prefix}-{_plain(base)}"] = letter + symbol
            symbols[letter + symbol] = letter + symbol
    symbols |= data["symbols"]
    times = {_plain(word): unit for word, unit in data["times"].items()}
    return Units(unit_words, symbols, times)


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


def duration(scan: Scan, quantity: Quantity) -> Named | None:
    """ "trois ans", "six prochains mois", "2 h", "cinq ans et demi", "trois quarts d'heure"."""
    times = units().times
    end, k = quantity.end, scan.tokens.at(quantity.end)
    if scan.word(k) in ("de", "d'") and (quantity.needs_of or quantity.last.form == "fraction"):
        end, k = scan.tokens.end[k], k + 1
    if scan.text.startswith("h", quantity.end) and (glued := _GLUED_MINUTES.match(scan.text, quantity.end)):
        return Named("duration", glued.end(), unit="hour", add=int(glued[1]) / 60)
    if half := _hyphenated(scan, k, end):
        unit = time_unit(half, times)
        return None if unit is None else _with_half(scan, quantity, scan.tokens.end[k], unit)
    for _ in range(3):
        if not scan.touches(k, end):
            return None
        word = scan.tokens.plain[k]
        if any(number.ordinal for number in scan.numbers_at(scan.tokens.start[k])) and word.startswith(
            "second"
        ):
            return None
        if len(word) > 1 and (unit := time_unit(word, times)) is not None:
            # "les 24 Heures du Mans", "20 Minutes": a capital makes a name of it.
            if scan.tokens.text[k][0].isupper() and quantity.last.form == "digits" and not scan.shouting(k):
                return None
            if unit == "year" and _is_year(scan, k + 1) and quantity.value == 1:
                return None  # "une année 2025 stable"
            return _with_half(scan, quantity, scan.tokens.end[k], unit)
        if scan.word(k) not in ADJECTIVES:
            break
        end, k = scan.tokens.end[k], k + 1
    m = _TIME_SYMBOL.match(scan.text, quantity.end)
    if m is None or quantity.last.form not in ("digits", "fraction"):
        return None
    return _with_half(scan, quantity, m.end(), times[m[1]])


def _is_year(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    return len(word) in (4, 9) and word[:4].isdecimal() and scan.touches(k, scan.tokens.end[k - 1])


def is_told_of(scan: Scan, quantity: Quantity, before: list[str]) -> bool:
    """ "Une année faste", "dans une année de pluie" tell of a year; "une année plus tard" how long it was."""
    k = scan.tokens.at(quantity.end)
    if k >= len(scan.tokens) or scan.tokens.plain[k] not in _TOLD_OF:
        return False
    following = scan.word(k + 1) if scan.touches(k + 1, scan.tokens.end[k]) else ""
    if not before:
        return following not in _LATER
    return before == ["dans"] and following[:1].isalpha()


def nights(scan: Scan, quantity: Quantity) -> Named | None:
    """ "pendant 83 nuits" lasts; "210 nuits par an" are counted."""
    k = scan.tokens.at(quantity.end)
    if scan.word(k) not in ("nuits", "soirs", "matins") or not scan.touches(k, quantity.end):
        return None
    near = scan.words_before(quantity.start, 2)
    if near and near[0] in ("pendant", "durant", "apres", "depuis"):
        return Named("duration", scan.tokens.end[k], unit="day")
    return None


def _hyphenated(scan: Scan, k: int, end: int) -> str:
    """What a hyphen ties to the number inside token ``k``: "litre" of "demi-litre"."""
    if k >= len(scan.tokens) or scan.tokens.start[k] >= end:
        return ""
    return scan.tokens.plain[k][end - scan.tokens.start[k] :].lstrip("-‐‑")


def is_time(word: str) -> bool:
    """Whether a word, without accents, is a unit of time: ``is_time("heures")``."""
    return len(word) > 1 and time_unit(word, units().times) is not None


def is_unit(word: str) -> bool:
    """Whether a word, without accents, names a unit of time or measure: ``is_unit("kilometre")``."""
    table = units()
    return word in table.words or word.rstrip("s") in table.words or time_unit(word, table.times) is not None


def time_unit(word: str, times: dict[str, str]) -> str | None:
    """The unit of time that a word without accents names, in the singular or the plural."""
    found = times.get(word)
    return times.get(word[:-1]) if found is None and word[-1] in "sx" else found


def _with_half(scan: Scan, quantity: Quantity, end: int, unit: str) -> Named | None:
    if unit == "hour" and (quarters := _QUARTERS.match(scan.lower, end)):
        return Named("duration", quarters.end(), unit=unit, add=0.25 if quarters[1] else 0.75)
    if unit == "hour" and (lap := _MINUTES.match(scan.lower, end)):
        seconds = int(lap[1]) * 60 + int(lap[2] or 0)
        return Named("duration", lap.end(), unit=unit, add=seconds / 3600)
    if unit == "hour" and _is_clock(scan, quantity, end):
        return None
    m = _HALF.match(scan.lower, end)
    add = 0.5 if m else 0.0
    if unit == "hour" and quantity.last.form == "words" and not m:
        for number in scan.numbers_at(end + 1):
            if number.form == "words" and number.value in (15, 20, 30, 40, 45, 50, 10) and not number.ordinal:
                return Named("duration", number.end, unit=unit, add=number.value / 60)
    if unit == "hour" and quantity.last.form == "words" and scan.lower.startswith(" et ", end):
        for number in scan.numbers_at(end + 4):
            k = scan.tokens.at(number.end)
            if number.value < 60 and scan.word(k) in ("minute", "minutes"):
                return Named("duration", scan.tokens.end[k], unit=unit, add=number.value / 60)
    factor = 1.0
    if scan.lower[:end].endswith(("décennie", "décennies")):
        factor = 10.0
    return Named("duration", m.end() if m else end, unit=unit or None, add=add, factor=factor)


def _is_clock(scan: Scan, quantity: Quantity, end: int) -> bool:
    """Whether "6 heures", "18 h 30" tell the time of day."""
    if re.match(r"\s?\d\d?|/\d|\s?[-–]\s?\d", scan.lower[end : end + 4]) or _OF_DAY.match(scan.lower, end):
        return True
    surface = scan.lower[quantity.start : quantity.end]
    if quantity.comparator == "range" and surface.count("h") and (quantity.high or 99) <= 24:
        return True  # "entre 8 h et 18 h": each hour with its own unit
    if quantity.last.form not in ("digits", "words") or quantity.last.value > 24 or quantity.value is None:
        return False
    before = scan.lower[max(0, quantity.start - 12) : quantity.start]
    if _AFTER_DURATION.search(before):
        return False  # "7 jours et 4 heures"
    near = scan.words_before(quantity.start, 8)
    if near[:1] == ["a"] and len(near) > 1:
        if near[1].startswith("jusqu"):
            return not (
                _LASTS_AFTER.match(scan.lower, end) or any(word.startswith(_LASTING) for word in near[2:])
            )
        if near[1].startswith(_BOUNDED):
            return False  # "ramené à deux heures"
    work = re.match(r"\sd(?:e |')", scan.lower[end : end + 4])
    if before.endswith("de ") and not _TO.match(scan.lower, end) and _indefinite_before(scan, quantity.start):
        return False
    return bool(_CLOCK.search(before)) and not work and not _NO_CLOCK.search(before)


def _indefinite_before(scan: Scan, start: int) -> bool:
    """ "un atelier de deux heures" lasts, "le train de deux heures" leaves: by the article of the noun."""
    near = scan.words_before(start, 5)
    return len(near) > 1 and near[1] not in _POINTS and not _INDEFINITE.isdisjoint(near[2:])


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
    elif half := _hyphenated(scan, k, end):
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
    more = _HALF.match(scan.lower, end)
    return Named("measure", more.end() if more else end, unit=unit, add=0.5 if more else 0.0)


def _small_words(scan: Scan, end: int) -> Number | None:
    """ "deux mètres cinquante", "un mètre quatre-vingt-cinq": the centimetres."""
    for number in scan.numbers_at(end + 1):
        if number.form == "words" and not number.ordinal and 10 <= number.value <= 99:
            k = scan.tokens.at(number.end)
            following = scan.word(k) if scan.touches(k, number.end) else ""
            return None if following[:1].isalpha() and is_plural(following) else number
    return None
