"""How long something lasts: "trois ans", "2 h", "3 h 21 par jour"; never the time of day."""

from __future__ import annotations

import re

from communique.extractors.counts.model import ADJECTIVES, Named, Quantity, Scan
from communique.extractors.counts.units import time_unit, units

HALF = re.compile(r"\s+et\s+demie?\b")
_TIME_SYMBOL = re.compile(r"[ \u00a0\u202f]?(h|min|mn|sec|s)(?![\w'’])")
_CLOCK = re.compile(
    r"(?:(?:^|[\s(])(?:à|dès|vers|jusqu'à|entre|de|et|avant|après|-|–|/)"
    r"|\d{4},?|(?:di|août|janvier|février|mars|avril|mai|juin|juillet|bre),?|[a-z]\s?:)\s*$"
)
_QUARTERS = re.compile(r"\s(?:et (?:un )?(quart)|(?:et )?trois[- ]quarts(?! d))\b")
_GLUED_MINUTES = re.compile(r"h([0-5]\d)(?:\s?(min(?:utes?)?|mn)\b|(?![\w'’]))")  # "2h15min", "2h15"
_PAST = re.compile(r"\s?([0-5]\d)(?![\d'’])")  # "3 h 21"
_LASTED = re.compile(
    r"\s(?:par (?:jour|nuit|semaine|mois|personne)|en moyenne|chrono"
    r"|de (?:trajet|route|vol|débats?|train|marche|spectacle|retard|course|jeu|match|sommeil|direct|cours"
    r"|travail|discussions?|grève|réunion|voyage|visite|film|concert|bonheur)\b"
    r"|d'(?:affilée|écoute|attente|avance|entretien))"
)
_LASTS = re.compile(
    r"(?:\bdure(?:nt|ra|ront|rait)?|\bdurée (?:moyenne )?(?:de|:)|\bpendant|\bdurant|\btrajet de"
    r"|\ben moyenne(?: de)?|\bmoyenne (?:de|:)|\ben seulement|\b(?:moins|plus|près) de|\bseulement"
    r"|(?:impos\w+|remport\w+|arriv\w+|parcour\w+|boucl\w+|reli\w+|vainqueur) en) $"
)
_IT_IS = re.compile(r"\bil (?:est|était|sera) (?:environ |presque |à peine |déjà )?$")
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
# Nouns that tell what a year or a day was like rather than how long: "dans une année de pluie".
_TOLD_OF = frozenset(("annee", "journee", "soiree", "matinee"))
_LATER = frozenset(("après", "plus", "avant", "durant", "auparavant"))


def duration(scan: Scan, quantity: Quantity) -> Named | None:
    """ "trois ans", "six prochains mois", "2 h", "cinq ans et demi", "trois quarts d'heure"."""
    times = units().times
    end, k = quantity.end, scan.tokens.at(quantity.end)
    if scan.word(k) in ("de", "d'") and (quantity.needs_of or quantity.last.form == "fraction"):
        end, k = scan.tokens.end[k], k + 1
    if scan.text.startswith("h", quantity.end) and (glued := _GLUED_MINUTES.match(scan.text, quantity.end)):
        if glued[2] or _lasts(scan, quantity.start, glued.end()):
            return Named("duration", glued.end(), unit="hour", add=int(glued[1]) / 60)
        return None
    if half := hyphenated(scan, k, end):
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


def hyphenated(scan: Scan, k: int, end: int) -> str:
    """What a hyphen ties to the number inside token ``k``: "litre" of "demi-litre"."""
    if k >= len(scan.tokens) or scan.tokens.start[k] >= end:
        return ""
    return scan.tokens.plain[k][end - scan.tokens.start[k] :].lstrip("-‐‑")


def _with_half(scan: Scan, quantity: Quantity, end: int, unit: str) -> Named | None:
    if unit == "hour" and (quarters := _QUARTERS.match(scan.lower, end)):
        return Named("duration", quarters.end(), unit=unit, add=0.25 if quarters[1] else 0.75)
    if unit == "hour" and (lap := _MINUTES.match(scan.lower, end)):
        seconds = int(lap[1]) * 60 + int(lap[2] or 0)
        return Named("duration", lap.end(), unit=unit, add=seconds / 3600)
    if unit == "hour" and (past := _PAST.match(scan.lower, end)) and _lasts(scan, quantity.start, past.end()):
        return Named("duration", past.end(), unit=unit, add=int(past[1]) / 60)
    if unit == "hour" and _is_clock(scan, quantity, end):
        return None
    m = HALF.match(scan.lower, end)
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


def _lasts(scan: Scan, start: int, end: int) -> bool:
    """ "3 h 21 par jour", "en 2 h 10", "dure 1 h 30" last; "à 14 h 30" is the time of day."""
    before = scan.lower[max(0, start - 24) : start]
    return _LASTED.match(scan.lower, end) is not None or _LASTS.search(before) is not None


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
    if _IT_IS.search(scan.lower, max(0, quantity.start - 24), quantity.start):
        return True
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
