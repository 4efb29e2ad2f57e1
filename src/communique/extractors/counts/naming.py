"""What a quantity counts: the kinds, tried in order."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.extractors.counts import comparators
from communique.extractors.counts.durations import duration, is_told_of, nights
from communique.extractors.counts.guards import year_like
from communique.extractors.counts.measures import measure, percent
from communique.extractors.counts.model import ADJECTIVES, PACKAGE, Named, Quantity, Scan
from communique.extractors.counts.money import currency_of, follows_currency, inherited, is_currency, money
from communique.extractors.counts.nouns import noun_after
from communique.extractors.counts.units import is_time, is_unit, time_unit, units
from communique.lexicon import words
from communique.numbers import Number

_UNIT_BEGINNINGS = ("pourcent", "degr", "celsius", "centi", "fahrenheit", "kelvin")
_BROKEN = re.compile(r"([^\W\d_]{1,12})[-\u2010\u00ad][^\S\n]?\n[^\S\n]{0,4}([^\W\d_]{2,14})(?!\w)")
_TIMES_THE = re.compile(
    r"\s(?:l[ea]s?\s|l'|son\s|sa\s|ses\s|leur\s|ce(?:lui|lle|ux|lles)\s)(?!an\b|mois|semaine|jour|\w+di\b)"
)
_WORTH = re.compile(r"(?:\b(?:soit|c'est|est|sont|vaut|valent|pèsent?|fait|représentent?|à)|,)\s$")
_TIMES_MORE = re.compile(r"\s(?:plus|moins|mieux|supérieur|inférieur)")
# The word before four digits: one that leads to a count, one that leads to a year, one that ends as verbs do.
_COUNTING = words(PACKAGE, "before_a_count.txt")
_BEFORE_YEARS = frozenset(
    ("en", "depuis", "dès", "du", "le", "la", "l'", "fin", "début", "mi", "an", "années")
)
_LIKE_VERBS = re.compile(r"(?:[^é]e|(?<!m)ent|[éiu]|[aiu]it|aient|ra|ront|ant|[ei]r|ont)$")
_WORKED = re.compile(r"\sde\s(?:\d+|[^\W\d_]+)\s(?:heures|h|jours)\b")  # "une semaine de 36 heures"
_AMONG = re.compile(r"\sd'entre\s(?:eux|elles|nous|vous)\b")
_BEFORE_ZERO = frozenset(
    ("et", "avec", "a", "ont", "eu", "pour", "compte", "encaissé", "est", "soit", "enregistré")
)
_ZERO_PHRASES = words(PACKAGE, "zero_phrases.txt")
# After these "un an", "un mois" say how long, not which.
_SPANNING = words(PACKAGE, "before_a_duration.txt")


def things(scan: Scan, quantity: Quantity) -> Named | None:
    """ "500 nouveaux emplois", "une centaine de concurrents"."""
    if quantity.last.value == 0 and quantity.last.form == "words" and not _none_at_all(scan, quantity):
        return None  # "zéro déchet"
    if scan.word(scan.tokens.before(quantity.start)) in ("tous", "toutes"):
        return None  # "ils ont tous deux conquis"
    if scan.lower.startswith("d'", quantity.end + 1) and (them := _AMONG.match(scan.lower, quantity.end)):
        return Named("count", them.end())
    span = noun_after(scan, quantity.end, quantity)
    if span and is_time(scan.tokens.plain[scan.tokens.at(span[0])]):
        return None
    if span and scan.lower[span[0] : span[1]] == "fois" and _multiplies(scan, quantity.start, span[1]):
        return Named("ratio", span[1])
    return span and Named("count", span[1], noun=scan.text[span[0] : span[1]])


def _multiplies(scan: Scan, start: int, end: int) -> bool:
    """ "trois fois plus", "c'est trois fois l'aviation": so many times as much, not as often."""
    if _TIMES_MORE.match(scan.lower, end):
        return True
    return (
        _TIMES_THE.match(scan.lower, end) is not None
        and _WORTH.search(scan.lower, max(0, start - 16), start) is not None
    )


def _none_at_all(scan: Scan, quantity: Quantity) -> bool:
    """ "deux blessés et zéro conséquence" counts; "zéro déchet", "objectif zéro accident" are set phrases."""
    k = scan.tokens.before(quantity.start)
    if k < 0 or not (scan.word(k) in _BEFORE_ZERO or scan.word(k) == ","):
        return False
    return scan.word(scan.tokens.at(quantity.end)) not in _ZERO_PHRASES


KINDS: tuple[Callable[[Scan, Quantity], Named | None], ...] = (
    percent, money, measure, duration, nights, things,
)  # fmt: skip


def name(scan: Scan, quantity: Quantity, dated: bool, currency: str | None) -> Named | None:
    """What the quantity counts, by the first kind that fits."""
    number = quantity.last
    if is_article(number) and quantity.value is not None:
        return _single(scan, quantity)
    if dated:
        return duration(scan, quantity) if not year_like(scan, number) else None
    if year_like(scan, number):
        unit = percent(scan, quantity) or money(scan, quantity) or measure(scan, quantity)
        return unit or (_by_thousands(scan, quantity) if quantity.comparator == "eq" else None)
    if (named := broken_unit(scan, quantity)) is not None:
        return named
    for kind in (things,) if _plain_noun_follows(scan, quantity) else KINDS:
        if (named := kind(scan, quantity)) is not None:
            return named
    return inherited(scan, quantity, currency) if currency else None


def broken_unit(scan: Scan, quantity: Quantity) -> Named | None:
    """ "1 eu-\\nro", "trois se-\\nmaines": a unit that a hyphen breaks at the line end."""
    k = scan.tokens.at(quantity.end)
    if scan.word(k) in ("de", "d'") and quantity.needs_of:
        k += 1
    if k >= len(scan.tokens) or scan.tokens.start[k] - quantity.end > 5:
        return None
    broken = _BROKEN.match(scan.doc.plain, scan.tokens.start[k])
    if broken is None or quantity.last.ordinal:
        return None
    word = broken[1] + broken[2]
    if (unit := time_unit(word, units().times)) is not None:
        return Named("duration", broken.end(), unit=unit or None)
    if (unit := units().words.get(word) or units().words.get(word.rstrip("s"))) is not None:
        return Named("measure", broken.end(), unit=unit)
    if (unit := currency_of(word)) is not None:
        return Named("money", broken.end(), unit=unit)
    return None


def _by_thousands(scan: Scan, quantity: Quantity) -> Named | None:
    """ "emploie 1900 salariés", "près de 2000 dossiers": four digits that count, where no year can stand."""
    k = scan.tokens.before(quantity.start)
    before = scan.word(k) if k >= 0 and scan.touches_next(k, quantity.start) else ""
    named = duration(scan, quantity) or things(scan, quantity)
    if named is None or before in _BEFORE_YEARS or before == "©":
        return None
    following = scan.tokens.at(quantity.end)
    if scan.tokens.text[following][0].isupper() and not scan.shouting(following):
        return None  # "© 2025 EPFL"
    if not before or before in _COUNTING or not before[0].isalnum():
        return named
    if comparators.before(scan, quantity.start) is not None:
        return named
    return named if _LIKE_VERBS.search(before) else None  # after a noun the number is its year


def _single(scan: Scan, quantity: Quantity) -> Named | None:
    """ "un an", "un euro" are quantities where an amount is meant; other nouns with "un" are no counts."""
    if (named := money(scan, quantity) or percent(scan, quantity)) is not None:
        return named
    near = scan.words_before(quantity.start, 2)
    named = duration(scan, quantity)
    if near[1:] != ["y"] and scan.word(scan.tokens.before(quantity.start)) == "a":
        return None  # "Fellini a un jour dit"; "il y a un an" is a duration
    if named and not named.add and is_told_of(scan, quantity, near[:1]):
        return None
    if named and _WORKED.match(scan.lower, named.end):
        return None
    if named and (not near or near[0] in _SPANNING or named.add):
        return named
    return measure(scan, quantity) if not near or near[0] in ("d'", "a", "de", "sur", "environ") else None


def _plain_noun_follows(scan: Scan, quantity: Quantity) -> bool:
    """Whether the next word is a common one that begins no unit, so that only things can be counted."""
    k = scan.tokens.at(quantity.end)
    word = scan.word(k)
    if len(word) < 6 or not word.isalpha() or word in ADJECTIVES or word.startswith(_UNIT_BEGINNINGS):
        return False
    word = scan.tokens.plain[k]
    return not (is_unit(word) or is_currency(word) or follows_currency(scan, quantity))


def is_article(number: Number) -> bool:
    return number.form == "words" and number.value == 1 and number.end - number.start < 4


def may_count(scan: Scan, i: int) -> bool:
    """Whether "un", "une" can be more than an article: before "sur", a unit, or the other end of a range."""
    end = scan.numbers[i].end
    if scan.lower.startswith((" pour cent", " pour-cent"), end):
        return True
    if " sur" in scan.lower[end : end + 72] or "\nsur" in scan.lower[end : end + 72]:
        return True
    if i + 1 < len(scan.numbers) and scan.numbers[i + 1].start - end < 6:
        return True
    k = scan.tokens.at(end)
    return k < len(scan.tokens) and (is_unit(scan.tokens.plain[k]) or is_currency(scan.tokens.plain[k]))
