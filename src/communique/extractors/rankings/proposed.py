"""Spans that may name a ranking without any rule saying so, and what speaks for each: learned names.

"Podium 2026 de la relation client", "FrenchWeb 500", "l'édition Universum France 2025": runs of capitals and
figures with what belongs to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.document import Document
from communique.extractors.rankings.learned import Weights, weigh
from communique.extractors.rankings.name_spans import spans
from communique.extractors.rankings.proposed_signs import SeenArticle, SeenSpan, most_of
from communique.lexicon import words

SURE, MAYBE = 50, -100  # hundredths: a name from here on, a name that may be chosen
LONGER = 250  # a name in place of one that the rules read
_FIRST = 4000  # words that are looked at
_FEW, _MOST_NAMES = 8, 60


class Proposal(NamedTuple):
    """A span with what speaks for and against its being the name of a ranking."""

    start: int
    end: int
    signs: list[str]


def proposals(
    doc: Document,
    names: Sequence[tuple[int, int]],
    mentions: Sequence[tuple[int, int]],
    ranks: Sequence[int],
    known: bool = True,
) -> Iterator[Proposal]:
    """The spans that no rule reads; ``mentions``: bodies and people found; ``ranks``: where ordinals stand.

    ``known``: whether the rules' ``names`` are names already.
    """
    for span in _seen(doc, names if known else (), names, mentions, ranks):
        yield Proposal(span.start, span.end, [*span.first_signs(), *span.other_signs()])


def _seen(
    doc: Document,
    apart: Sequence[tuple[int, int]],
    names: Sequence[tuple[int, int]],
    mentions: Sequence[tuple[int, int]],
    ranks: Sequence[int],
) -> Iterator[SeenSpan]:
    """The spans near an ordinal, outside those of ``apart``; none in a contest: its places are of no list."""
    if told_as(doc) == "contest":
        return
    article = SeenArticle(doc, names, mentions, ranks)
    yield from article.seen(spans(doc, apart, article.near_ranks()))


def weighed(
    doc: Document,
    table: Weights,
    names: Sequence[tuple[int, int]],
    mentions: Sequence[tuple[int, int]],
    ranks: Sequence[int],
) -> list[tuple[int, int, int]]:
    """The proposals for which enough speaks to be asked further, each after its weight.

    What costs much to look for is looked for where it could still bring enough.
    """
    out = list[tuple[int, int, int]]()
    most = most_of(table)
    for span in _seen(doc, names, names, mentions, ranks):
        weight = weigh(table, span.first_signs())
        if weight + span.most(most) > MAYBE:
            weight += weigh(table, span.other_signs())
            if weight > MAYBE:
                out.append((weight, span.start, span.end))
    return out


def chosen(
    weighed: Sequence[tuple[int, int, int]], names: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """The spans that are names, of those that overlap the surest; each is given after its weight.

    Over one of ``names``, which the rules read, more must speak for it.
    """
    told = [w for w in weighed if w[0] > LONGER or not _overlaps(w, names)]
    return sorted((start, end) for _, start, end in _apart(told, SURE))


def possible(
    weighed: Sequence[tuple[int, int, int]], names: Sequence[tuple[int, int]]
) -> list[tuple[int, int, int]]:
    """The surest of the spans outside ``names`` that may be names and for which less speaks."""
    return _apart([w for w in weighed if w[0] > MAYBE and not _overlaps(w, names)], MAYBE)[:_FEW]


def _overlaps(w: tuple[int, int, int], names: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(names, w[2], key=lambda n: n[0]) - 1
    return at >= 0 and names[at][1] > w[1]


def _apart(weighed: Sequence[tuple[int, int, int]], least: int) -> list[tuple[int, int, int]]:
    """The spans above a weight, the surest first, without those that overlap a surer one."""
    out = list[tuple[int, int, int]]()
    for weight, start, end in sorted(weighed, key=lambda w: (-w[0], w[1], w[2])):
        if weight > least and len(out) < _MOST_NAMES and not any(start < e and s < end for _, s, e in out):
            out.append((weight, start, end))
    return out


def told_as(doc: Document) -> str:
    """Whether the article tells of a contest or of a published list."""
    won, listed = (
        _count(doc, words(__package__, file)) for file in ("contest_words.txt", "list_tellers.txt")
    )
    if won + listed < 2:
        return "neither"
    return "contest" if won > 2 * listed else "list" if listed > 2 * won else "both"


def _count(doc: Document, listed: frozenset[str]) -> int:
    places = doc.places
    return sum(bisect_left(places[w], _FIRST) for w in listed if w in places)
