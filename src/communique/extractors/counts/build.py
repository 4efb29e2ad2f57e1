"""From a quantity and what it counts to the record: modifiers, bounds, span; shares and bare numbers."""

from __future__ import annotations

import re

from communique.extractors.counts import comparators
from communique.extractors.counts.durations import duration
from communique.extractors.counts.guards import Spans, year_like
from communique.extractors.counts.measures import ROUNDED, measure
from communique.extractors.counts.model import Named, Quantity, Scan
from communique.extractors.counts.nouns import noun_after, share_noun
from communique.lexicon import words
from communique.mentions import Count
from communique.numbers import Number
from communique.records import Comparator

_CLAUSE_END = re.compile(r"\s?(?:[.,;:!?)»”]|$|\n\n)")
_WEEKDAYS = words("communique.lexicon", "weekdays.txt")
_INDEFINITE = frozenset(("des", "plusieurs", "quelques", "de", "certaines", "d'"))
_DEFINITE = frozenset(("les", "ces", "ses", "nos", "leurs", "vos", "aux"))
_RECKONED = ("compt", "chiffr", "mesur", "evalu")  # "se comptent en milliers de tonnes"
_BOUNDED = ("percent", "money", "measure")  # "sous 5 %" is a bound, "sous 48 heures" how long it takes
_NO_WHOLES = frozenset(("finale", "finales", "confiance", "ton", "tour"))  # "quart de finale"
_HALVES = frozenset(("la", "une", "sa", "leur", "notre", "cette", "pour"))


def count_of(
    scan: Scan, quantity: Quantity, named: Named, rule: str | None = None, *, fraction: bool = False
) -> Count:
    start = named.start if named.start is not None else quantity.start
    end = named.end
    value, low, high, comparator = quantity.value, quantity.low, quantity.high, quantity.comparator
    value = None if value is None else round(value * named.factor + named.add, 12)
    found = comparators.before(scan, start, fraction=fraction, things=named.kind == "count")
    if found is not None:
        comparator, start = (
            (found[0] if comparator in ("eq", "indefinite") and value is not None else comparator),
            found[1],
        )
    elif named.kind in _BOUNDED and scan.words_before(start, 1) == ["sous"] and comparator == "eq":
        comparator, start = "lt", scan.tokens.start[scan.tokens.before(start)]
    else:
        later = comparators.after(scan, end)
        if later is not None and comparator == "eq":
            comparator, end = later
        elif comparator == "eq" and quantity.last.form == "noun":
            comparator = "approx"
    if comparator in ("gt", "ge"):
        low = value
    elif comparator in ("lt", "le"):
        high = value
    return Count(
        start=start,
        end=end,
        text=scan.text[start:end],
        kind=named.kind,
        value=value,
        low=low,
        high=high,
        comparator=comparator,
        unit=named.unit,
        noun=_folded(named.noun),
        rule=rule or named.kind,
    )


def _folded(noun: str | None) -> str | None:
    return (
        noun
        if noun is None or "\n" not in noun
        else "".join(part.strip().rstrip("-") for part in noun.split("\n"))
    )


def indefinite_start(scan: Scan, quantity: Quantity) -> bool:
    """ "plusieurs centaines", "des milliers": it begins with the determiner. Not "(en millions)"."""
    k = scan.tokens.before(quantity.start)
    if scan.word(k) in ("en", "par") and scan.touches_next(k, quantity.start):
        near = scan.words_before(quantity.start, 7)[1:]
        return near[:1] in (["mais"], ["voire"]) or any(
            w.startswith(_RECKONED) and "se" in near[i + 1 : i + 3] for i, w in enumerate(near)
        )
    if scan.word(k) in _DEFINITE and scan.touches_next(k, quantity.start):
        return True  # "face aux milliers de demandes": the determiner is not of the quantity
    if scan.word(k) not in _INDEFINITE or not scan.touches_next(k, quantity.start):
        return False
    if scan.word(k) not in ("de", "d'"):
        quantity.start = scan.tokens.start[k]
    return True


def fraction_count(scan: Scan, number: Number) -> Count | None:
    """ "deux tiers des répondants", "la moitié", "un quart d'heure"."""
    quantity = Quantity(number.start, number.end, number, number.value)
    timed = duration(scan, quantity) or measure(scan, quantity)
    if timed is not None:
        return count_of(scan, quantity, timed)
    near = scan.words_before(number.start, 2)
    surface = scan.lower[number.start : number.end]
    if surface.startswith("demi") or scan.lower[number.end : number.end + 1] == "-":
        return None
    if surface.startswith("moiti"):
        if not near or near[0] not in _HALVES:
            return None
    elif (
        len(surface.split()) == 1
        and surface[0].isalpha()
        and (not near or near[0] not in ("le", "du", "un", "d'un"))
    ):
        return None
    rounded = ROUNDED.match(scan.lower, number.end)  # "un tiers environ du temps"
    noun = share_noun(scan, rounded.end() if rounded else number.end, pronouns=True)
    if near[:1] == ["pour"] and surface.startswith("moiti") and scan.word(scan.tokens.at(number.end)) != "de":
        noun = None  # "ils recrutent pour moitié des femmes"
    if noun and scan.lower[noun[0] : noun[1]] in _NO_WHOLES:
        return None
    if surface[0].isdecimal() and noun is None:
        return None
    end = noun[1] if noun else number.end
    if surface.startswith("moiti") and near[0] != "pour":
        quantity.start = scan.tokens.start[scan.tokens.before(number.start)]
    named = Named("ratio", end, noun=scan.text[noun[0] : noun[1]] if noun else None)
    if rounded and noun and (modified := comparators.after(scan, number.end)):
        quantity.comparator = modified[0]
    return count_of(scan, quantity, named, "fraction", fraction=True)


def ratio_count(scan: Scan, quantity: Quantity, i: int) -> Count:
    number = scan.numbers[i]
    one = Quantity(number.start, number.end, number, number.value)
    span = noun_after(scan, number.end, one)
    k = scan.tokens.at(number.end)
    if span is None and scan.word(k) in _WEEKDAYS:
        span = scan.tokens.start[k], scan.tokens.end[k]  # "un samedi sur deux"
    noun = scan.text[span[0] : span[1]] if span and span[1] < quantity.end else None
    return count_of(scan, quantity, Named("ratio", quantity.end, noun=noun), "share")


def bare_count(scan: Scan, quantity: Quantity, ranks: Spans) -> Count | None:
    """ "une centaine", "moins de 300" that stand for a noun said before."""
    number = quantity.last
    if (
        quantity.comparator not in ("eq", "range")
        or number.value < 2
        or ranks.cover(number.start, number.end)
    ):
        return None
    named = Named("count", quantity.end)
    if number.form == "noun":
        counted = scan.lower[number.start : number.end].startswith(("un", "deux", "trois", "quatre"))
        found = comparators.before(scan, number.start)
        return count_of(scan, quantity, named, "bare") if counted or found else None
    compared: tuple[Comparator, int] | None = comparators.before(scan, number.start)
    k = scan.tokens.at(number.end)
    if k < len(scan.tokens) and scan.tokens.plain[k] in ("h", "heure", "heures"):
        return None  # "jusqu'à 21 heures": the time of day
    if number.form == "digits" and compared and number.value >= 10 and not year_like(scan, number):
        return count_of(scan, quantity, named, "bare")
    return None


def tenth(scan: Scan, i: int) -> Count | None:
    """ "n'en paie qu'un dixième": a share without its whole, told from a rank by the word before."""
    number = scan.numbers[i]
    one = scan.numbers[i - 1] if i else number
    if one.end + 1 != number.start or one.ordinal or one.form != "words" or one.value != 1:
        return None
    if number.form != "words" or not 5 <= number.value <= 1000:
        return None
    if not _CLAUSE_END.match(scan.lower, number.end):
        return None
    if scan.words_before(one.start, 1) not in (["qu'"], ["que"], ["d'"], ["a"], ["pour"], ["environ"]):
        return None
    quantity = Quantity(one.start, number.end, number, 1 / number.value)
    return count_of(scan, quantity, Named("ratio", number.end), "fraction", fraction=True)
