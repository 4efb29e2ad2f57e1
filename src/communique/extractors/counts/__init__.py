"""Quantities with what they count.

A quantity has a *shape* (one number, a range, a change, "X sur Y": ``shapes``) and a *kind* (money, percent,
duration, measure, things: one function each, tried in the order of ``naming.KINDS``). ``guards`` says what is
no count, ``build`` makes the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.extractors.counts.build import (
    bare_count,
    count_of,
    fraction_count,
    indefinite_start,
    ratio_count,
    tenth,
)
from communique.extractors.counts.guards import Spans, is_label, year_like
from communique.extractors.counts.model import Named, Scan
from communique.extractors.counts.naming import is_article, may_count, name
from communique.extractors.counts.shapes import interval, plain, said_twice, share
from communique.extractors.counts.titled import numbered_names
from communique.mentions import Count, Found
from communique.numbers import Number


def extract_counts(doc: Document, found: Found) -> Iterator[Count]:
    """Quantities with what they count, in the order of the text.

    >>> from communique.mentions import Found
    >>> doc = Document("Près de 1 600 candidats, dont 45 % de femmes.")
    >>> [(c.text, c.kind) for c in extract_counts(doc, Found())]
    [('Près de 1 600 candidats', 'count'), ('45 % de femmes', 'percent')]
    """
    scan = Scan(doc, found)
    names = Spans([(m.start, m.end) for m in found.institutions] + [(p.start, p.end) for p in found.people])
    numbered = numbered_names(doc)
    titles = Spans(numbered)
    dates = Spans([(d.start, d.end) for d in found.dates])
    ranks = Spans([(r.start, r.end) for r in found.rankings])
    done, currency = 0, None
    for i, number in enumerate(scan.numbers):
        if number.start < done or number.form == "roman":
            continue
        if number.ordinal:
            if (part := tenth(scan, i)) is not None:
                done = part.end
                yield part
            continue
        if is_article(number) and not may_count(scan, i):
            continue
        if year_like(scan, number) and dates.cover(number.start, number.end):
            continue
        if names.cover(number.start - 1, number.start) or is_label(scan, number):
            continue
        if numbered and titles.cover(number.start, number.end):
            continue
        for count, end in _read(scan, i, dates, ranks, currency):
            if count.kind == "money":
                currency = count.unit
            elif number.scale >= 1e6:
                currency = None  # "3 millions de visiteurs, contre 2,5 millions": no amount
            done = max(done, end)
            yield count


def _read(
    scan: Scan, i: int, dates: Spans, ranks: Spans, currency: str | None
) -> Iterator[tuple[Count, int]]:
    """The counts that begin with number ``i``, each with the offset from which to read on."""
    number = scan.numbers[i]
    if number.form == "fraction":
        if count := fraction_count(scan, number):
            # "la moitié des 240 élèves": the number inside the share is a count too.
            yield count, number.end if count.kind == "ratio" else count.end
        return
    if (ratio := share(scan, i)) is not None:
        yield ratio_count(scan, ratio[1], i), ratio[1].end
        return
    dated = dates.cover(number.start, number.end)
    pair = None if dated else interval(scan, i)
    twice = said_twice(scan, i) if pair is None else None
    quantities = pair[1] if pair else [twice or plain(scan, i)]
    named = name(scan, quantities[-1], dated, currency)
    if named is None and pair:
        quantities = [plain(scan, i)]
        named = name(scan, quantities[-1], dated, currency)
    if named is None:
        if count := bare_count(scan, quantities[-1], ranks):
            yield count, count.end
        return
    if named.kind == "count" and ranks.cover(number.start, number.end) and _is_rank(scan, number):
        return
    if len(quantities) == 2:
        own = name(scan, quantities[0], False, None)
        lent = Named(named.kind, quantities[0].end, unit=named.unit, noun=named.noun, factor=named.factor)
        first = count_of(scan, quantities[0], own or lent)
        yield first, first.end
    if quantities[-1].comparator == "indefinite" and not indefinite_start(scan, quantities[-1]):
        return
    if (count := count_of(scan, quantities[-1], named)) is not None:
        # "31 % des quelque 14 600 suffrages", "deux des onze mâts": the number inside is a count too.
        within = named.kind == "count" and _holds_number(scan, i + len(quantities), count.end)
        inside = named.kind == "percent" or within
        yield count, quantities[-1].end if inside else count.end


def _holds_number(scan: Scan, i: int, end: int) -> bool:
    """Whether number ``i`` stands before ``end``, as in "quatre des sept postes"."""
    return i < len(scan.numbers) and scan.numbers[i].start < end and not scan.numbers[i].ordinal


def _is_rank(scan: Scan, number: Number) -> bool:
    """Whether the number is the position itself ("top 10", "les 300 meilleurs")."""
    return any(
        r.start <= number.start < r.end
        and number.value in (r.rank_min, r.rank_max, r.change)
        and r.out_of != number.value
        for r in scan.found.rankings
    )
