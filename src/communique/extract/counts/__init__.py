"""Quantities with what they count.

A quantity has a *shape* (one number, a range, a change, "X sur Y": ``shapes``) and a *kind* (money, percent,
duration, measure, things: one function each, tried in the order of ``KINDS``). ``guards`` says what is no count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.document import Document
from communique.extract.counts import comparators
from communique.extract.counts.guards import Spans, is_label, year_like
from communique.extract.counts.measures import duration, is_time, measure, percent
from communique.extract.counts.model import Named, Quantity, Scan
from communique.extract.counts.money import inherited, money
from communique.extract.counts.nouns import noun_after, share_noun
from communique.extract.counts.shapes import interval, plain, share
from communique.mentions import Count, Found
from communique.numbers import Number
from communique.records import Comparator


def things(scan: Scan, quantity: Quantity) -> Named | None:
    """"500 nouveaux emplois", "une centaine de concurrents"."""
    span = noun_after(scan, quantity.end, quantity)
    if span and is_time(scan.tokens.plain[scan.tokens.at(span[0])]):
        return None
    if span and scan.lower[span[0] : span[1]] == "fois" and _TIMES_MORE.match(scan.lower, span[1]):
        return Named("ratio", span[1])
    return span and Named("count", span[1], noun=scan.text[span[0] : span[1]])


_TIMES_MORE = re.compile(r"\s(?:plus|moins|mieux|supérieur|inférieur)")


KINDS: tuple[Callable[[Scan, Quantity], Named | None], ...] = (percent, money, measure, duration, things)


def extract_counts(doc: Document, found: Found) -> Iterator[Count]:
    """Quantities with what they count, in the order of the text.

    >>> from communique.mentions import Found
    >>> [(c.text, c.kind) for c in extract_counts(Document("Près de 1 600 candidats, dont 45 % de femmes."), Found())]
    [('Près de 1 600 candidats', 'count'), ('45 % de femmes', 'percent')]
    """
    scan = Scan(doc, found)
    names = Spans([(m.start, m.end) for m in (*found.institutions, *found.people)])
    dates = Spans([(d.start, d.end) for d in found.dates])
    ranks = Spans([(r.start, r.end) for r in found.rankings])
    done, currency, currency_at = 0, None, 0
    for i, number in enumerate(scan.numbers):
        if number.start < done or number.ordinal or number.form == "roman":
            continue
        if names.cover(number.start, number.start + 1) or is_label(scan, number):
            continue
        for count, end in _read(scan, i, dates, ranks, currency if number.start - currency_at < 300 else None):
            if count.kind == "money":
                currency, currency_at = count.unit, count.start
            done = max(done, end)
            yield count


def _read(
    scan: Scan, i: int, dates: Spans, ranks: Spans, currency: str | None
) -> Iterator[tuple[Count, int]]:
    """The counts that begin with number ``i``, each with the offset from which to read on."""
    number = scan.numbers[i]
    if number.form == "fraction":
        if count := _fraction(scan, number):
            yield count, count.end
        return
    if (ratio := share(scan, i)) is not None:
        yield _ratio(scan, ratio[1], i), ratio[1].end
        return
    dated = dates.cover(number.start, number.end)
    pair = None if dated else interval(scan, i)
    quantities = pair[1] if pair else [plain(scan, i)]
    named = _name(scan, quantities[-1], dated, currency)
    if named is None and pair:
        quantities = [plain(scan, i)]
        named = _name(scan, quantities[-1], dated, currency)
    if named is None:
        if count := _bare(scan, quantities[-1], ranks):
            yield count, count.end
        return
    if named.kind == "count" and ranks.cover(number.start, number.end) and _is_rank(scan, number):
        return
    if len(quantities) == 2:
        own = _name(scan, quantities[0], False, None)
        lent = Named(named.kind, quantities[0].end, unit=named.unit, noun=named.noun, factor=named.factor)
        first = _count(scan, quantities[0], own or lent)
        yield first, first.end
    if quantities[-1].comparator == "indefinite" and not _indefinite(scan, quantities[-1]):
        return
    if (count := _count(scan, quantities[-1], named)) is not None:
        # "31 % des quelque 14 600 suffrages": the share ends at the noun, but the number inside is a count too.
        yield count, quantities[-1].end if named.kind == "percent" else count.end


def _name(scan: Scan, quantity: Quantity, dated: bool, currency: str | None) -> Named | None:
    """What the quantity counts, by the first kind that fits."""
    number = quantity.last
    article = number.form == "words" and number.value == 1 and number.end - number.start < 4
    if article and quantity.value is not None:
        return _single(scan, quantity)
    if dated:
        return duration(scan, quantity) if not year_like(scan, number) else None
    if year_like(scan, number):
        return percent(scan, quantity) or money(scan, quantity) or measure(scan, quantity)
    for kind in KINDS:
        if (named := kind(scan, quantity)) is not None:
            return named
    return inherited(scan, quantity, currency) if currency else None


_SPANNING = frozenset(("en", "sur", "pendant", "durant", "depuis", "a", "apres", "d'", "dans", "exactement", "qu'", "environ", "pour", "approximativement", "presque", "pres"))


def _single(scan: Scan, quantity: Quantity) -> Named | None:
    """"un an", "un euro" are quantities where an amount is meant; other nouns with "un" are no counts."""
    if (named := money(scan, quantity)) is not None:
        return named
    near = scan.words_before(quantity.start, 1)
    named = duration(scan, quantity)
    if named and (not near or near[0] in _SPANNING or named.add):
        return named
    return measure(scan, quantity) if not near or near[0] in ("d'", "a", "de", "sur", "environ") else None


def _is_rank(scan: Scan, number: Number) -> bool:
    """Whether the number is the position itself ("top 10", "les 300 meilleurs")."""
    return any(
        r.start <= number.start < r.end and number.value in (r.rank_min, r.rank_max, r.change) and r.out_of != number.value
        for r in scan.found.rankings
    )


def _count(scan: Scan, quantity: Quantity, named: Named, rule: str | None = None, *, fraction: bool = False) -> Count:
    start = named.start if named.start is not None else quantity.start
    end = named.end
    value, low, high, comparator = quantity.value, quantity.low, quantity.high, quantity.comparator
    value = None if value is None else round(value * named.factor + named.add, 12)
    found = comparators.before(scan, start, fraction=fraction, things=named.kind == "count")
    if found is not None:
        comparator, start = (found[0] if comparator in ("eq", "indefinite") and value is not None else comparator), found[1]
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
    return noun if noun is None or "\n" not in noun else "".join(part.strip().rstrip("-") for part in noun.split("\n"))


_INDEFINITE = frozenset(("des", "plusieurs", "quelques", "de", "certaines", "d'"))


def _indefinite(scan: Scan, quantity: Quantity) -> bool:
    """"plusieurs centaines", "des milliers": the quantity then begins with the determiner. Not "en millions"."""
    k = scan.tokens.before(quantity.start)
    if scan.word(k) not in _INDEFINITE or not scan.touches_next(k, quantity.start):
        return False
    quantity.start = scan.tokens.start[k]
    return True


_HALVES = frozenset(("la", "une", "sa", "leur", "notre", "cette"))


def _fraction(scan: Scan, number: Number) -> Count | None:
    """"deux tiers des répondants", "la moitié", "un quart d'heure"."""
    quantity = Quantity(number.start, number.end, number, number.value)
    timed = duration(scan, quantity) or measure(scan, quantity)
    if timed is not None:
        return _count(scan, quantity, timed)
    near = scan.words_before(number.start, 2)
    surface = scan.lower[number.start : number.end]
    if surface.startswith("demi") or scan.lower[number.end : number.end + 1] == "-":
        return None
    if surface.startswith("moiti"):
        if not near or near[0] not in _HALVES:
            return None
    elif " " not in surface.strip() and surface[0].isalpha() and (not near or near[0] not in ("le", "du", "un", "d'un")):
        return None
    noun = share_noun(scan, number.end, pronouns=True)
    if surface[0].isdecimal() and noun is None:
        return None
    end = noun[1] if noun else number.end
    if surface.startswith("moiti"):
        quantity.start = scan.tokens.start[scan.tokens.before(number.start)]
    named = Named("ratio", end, noun=scan.text[noun[0] : noun[1]] if noun else None)
    return _count(scan, quantity, named, "fraction", fraction=True)


def _ratio(scan: Scan, quantity: Quantity, i: int) -> Count:
    number = scan.numbers[i]
    one = Quantity(number.start, number.end, number, number.value)
    span = noun_after(scan, number.end, one)
    noun = scan.text[span[0] : span[1]] if span and span[1] < quantity.end else None
    return _count(scan, quantity, Named("ratio", quantity.end, noun=noun), "share")


def _bare(scan: Scan, quantity: Quantity, ranks: Spans) -> Count | None:
    """"une centaine", "moins de 300" that stand for a noun said before."""
    number = quantity.last
    if quantity.comparator not in ("eq", "range") or number.value < 2 or ranks.cover(number.start, number.end):
        return None
    named = Named("count", quantity.end)
    if number.form == "noun":
        counted = scan.lower[number.start : number.end].startswith(("un", "deux", "trois", "quatre"))
        found = comparators.before(scan, number.start)
        return _count(scan, quantity, named, "bare") if counted or found else None
    compared: tuple[Comparator, int] | None = comparators.before(scan, number.start)
    if number.form == "digits" and compared and compared[0] in ("gt", "lt") and not year_like(scan, number):
        return _count(scan, quantity, named, "bare")
    return None
