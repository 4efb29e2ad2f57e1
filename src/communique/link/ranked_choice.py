"""Whose the positions of an article are: the choices that together are likeliest by the learned weights."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum, inf, log

from communique.extractors.rankings.learned import Weights, weigh
from communique.link.ranked import Ranked
from communique.link.ranked_signs import NEAR, say_by_rules, signs_here
from communique.link.ranked_site import Site

_BEAM, _BEHIND = 4, 4.0  # ways to have chosen so far that are gone on with: how many, how unlikely


class Way:
    """A way to have chosen so far: how likely it is, the choice, the way up to the position before."""

    __slots__ = ("before", "choice", "total")

    def __init__(self, total: float, choice: str | None, before: Way | None) -> None:
        self.total, self.choice, self.before = total, choice, before


def choose_subjects(ranked: Ranked, ruled: Sequence[str | None], table: Weights) -> list[str | None]:
    """The subjects of the positions that together are likeliest; ``ruled``: as the rules say."""
    ways = [Way(0.0, None, None)]
    for k, by in enumerate(ruled):
        found = _weighed_here(Site(ranked, k), by, table)
        same, still, no_more = (_weigh_carried(ranked, k, table, *c) for c in _CARRIED) if k else (0, 0, 0)
        longer = dict[str | None, Way]()
        for way in ways:
            last = way.choice
            sums, most = list[float](), -inf
            for of, n in found:
                if k and (of is None or of == last):
                    n += same if of is not None else still if last is None else no_more
                sums.append(n / 100)
                most = max(most, n / 100)
            every = most + log(fsum([exp(sum - most) for sum in sums]))
            for i, (of, _) in enumerate(found):
                reached = way.total + sums[i] - every
                if of not in longer or reached > longer[of].total:
                    longer[of] = Way(reached, of, way)
        ways = sorted(longer.values(), key=_likeliest, reverse=True)[:_BEAM]
        ways = [way for way in ways if way.total > ways[0].total - _BEHIND]
    return _choices(ways[0])


_CARRIED: tuple[tuple[str | None, str | None], ...] = (("", ""), (None, None), ("", None))


def _weigh_carried(ranked: Ranked, k: int, table: Weights, last: str | None, of: str | None) -> int:
    return weigh(table, ranked.carried(k, last, of))


def _weighed_here(site: Site, by: str | None, table: Weights) -> list[tuple[str | None, int]]:
    """How much speaks for each candidate of a position, nobody the last, whosever the one before is."""
    out, barred = list[tuple[str | None, int]](), site.barred()
    if site.ordered:
        return [(None if site.ordered in barred else site.ordered, 0)]
    for of, signs in signs_here(site).items():
        if of in barred:
            continue
        if of == by:
            say_by_rules(site, of, signs)
        weight = weigh(table, signs)
        if of is not None:
            weight += site.r.entities[of].weight(table, afar=signs[0] not in NEAR)
        out.append((of, weight))
    return out


def _likeliest(way: Way) -> float:
    return way.total


def _choices(way: Way | None) -> list[str | None]:
    """The choices of a way, in order."""
    out = list[str | None]()
    while way is not None and way.before is not None:
        out.append(way.choice)
        way = way.before
    out.reverse()
    return out
