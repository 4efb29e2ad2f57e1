"""Records → marks on the text → nested markup. Overlapping marks are cut so that elements nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.records import Article
from communique.show.markup import Markup, esc

DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` shown as a ``kind``. ``key``: of this place; ``record``: of the record's card."""

    start: int
    end: int
    kind: str
    key: str
    record: str


def marks(article: Article, kinds: Sequence[str] | None = None) -> list[Mark]:
    """Every place of every record, in the order of the text, the longest first where several start.

    A place outside the text is left out: records may come from anywhere.
    """
    found = [m for m in _marks(article) if 0 <= m.start < m.end <= len(article.text)]
    if kinds is not None:
        found = [m for m in found if m.kind in kinds]
    return sorted(found, key=lambda m: (m.start, -m.end))


def _marks(article: Article) -> Iterator[Mark]:
    for n, quotation in enumerate(article.quotations):
        for k, part in enumerate(quotation.parts):
            yield Mark(part.start, part.end, "quotations", f"q{n}-{k}", f"q{n}")
    for n, ranking in enumerate(article.rankings):
        yield Mark(ranking.start, ranking.end, "rankings", f"r{n}-0", f"r{n}")
    for person in article.people:
        for k, role in enumerate(person.roles):
            yield Mark(role.start, role.end, "roles", f"{person.id}-r{k}-0", f"{person.id}-r{k}")
    for person in article.people:
        for k, mention in enumerate(person.mentions):
            yield Mark(mention.start, mention.end, "people", f"{person.id}-{k}", person.id)
    for institution in article.institutions:
        for k, mention in enumerate(institution.mentions):
            yield Mark(mention.start, mention.end, "institutions", f"{institution.id}-{k}", institution.id)
    for n, count in enumerate(article.counts):
        yield Mark(count.start, count.end, "counts", f"c{n}-0", f"c{n}")
    for n, date in enumerate(article.dates):
        yield Mark(date.start, date.end, "dates", f"d{n}-0", f"d{n}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks, outermost first."""

    start: int
    end: int
    over: tuple[Mark, ...]


def pieces(found: Sequence[Mark], start: int, end: int) -> Iterator[Piece]:
    """The stretch cut wherever a mark starts or ends; the order of nesting is that of the marks' starts."""
    inside = [m for m in found if m.start < end and m.end > start]
    edges = {start, end}
    for mark in inside:
        edges.update((max(mark.start, start), min(mark.end, end)))
    cuts = sorted(edges)
    waiting, over = 0, list[Mark]()
    for left, right in pairwise(cuts):
        over = [m for m in over if m.end > left]
        while waiting < len(inside) and inside[waiting].start <= left:
            over.append(inside[waiting])
            waiting += 1
        yield Piece(left, right, tuple(over))


def marked(text: str, found: Sequence[Mark], start: int, end: int, prefix: str, seen: set[str]) -> Markup:
    """``text[start:end]`` with its marks as nested elements.

    ``seen`` holds the keys already opened, over all calls for one article: a mark cut in several elements
    has its id on the first of them only.
    """
    cut = list(pieces(found, start, end))
    heights = _heights(cut)
    out: list[str] = []
    open_: list[Mark] = []
    for piece in cut:
        common = 0
        while common < min(len(open_), len(piece.over)) and open_[common] == piece.over[common]:
            common += 1
        out.append("</mark>" * (len(open_) - common))
        for mark in piece.over[common:]:
            out.append(_opening(mark, heights[mark.key], prefix, seen))
        open_ = list(piece.over)
        out.append(esc(text[piece.start : piece.end]))
    out.append("</mark>" * len(open_))
    return Markup("".join(out))


def _heights(cut: Sequence[Piece]) -> dict[str, int]:
    """How many marks lie within each, at most: its line is drawn below theirs."""
    heights: dict[str, int] = {}
    for piece in cut:
        for depth, mark in enumerate(reversed(piece.over)):
            heights[mark.key] = max(heights.get(mark.key, 0), min(depth, DEEPEST))
    return heights


def _opening(mark: Mark, height: int, prefix: str, seen: set[str]) -> str:
    first = mark.key not in seen
    seen.add(mark.key)
    identity = f' id="{prefix}-{esc(mark.key)}"' if first else ""
    return f'<mark class="{mark.kind} h{height}" data-r="{esc(mark.record)}"{identity} tabindex="-1">'
