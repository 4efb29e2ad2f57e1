"""The lines of a page in the order in which they are read: a page set in columns, column by column.

A PDF may hold the lines of two columns alternately, and PDFium then gives one line for both. What tells
columns of text from those of a table is that their lines run on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from communique.read.paragraphs import FINAL, HYPHEN, Line

TAB = 2.0  # times the height of the characters: a wider gap parts cells
_ROWS = 5  # lines side by side, at the least, for columns
_CHARS = 18  # in a usual line of a column
_RUNS_ON = 0.35  # of the lines of a text, at the least


def joined_parts(parts: Sequence[Line]) -> Line:
    """One line of parts that stand side by side, tabs in the wide gaps."""
    text = parts[0].text
    for before, part in pairwise(parts):
        text += ("\t" if part.x0 - before.x1 > TAB * part.size else " ") + part.text
    first = parts[0]
    return replace(
        first, text=text, x1=parts[-1].x1, bold=all(p.bold for p in parts),
        parts=tuple(parts) if len(parts) > 1 else (),
    )  # fmt: skip


def arranged(lines: list[Line]) -> list[Line]:
    """The lines of a page, those of columns split and put one column after the other."""
    at = _gutter(lines)
    if at is None:
        return lines
    out: list[Line] = []
    for band in _bands(lines, at):
        out += _columns(band, at) or band
    return out


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where most lines side by side leave a gap, if enough of them do."""
    ends: list[tuple[float, int]] = []
    for left, right in _gaps(lines):
        ends += [(left, 1), (right, -1)]
    ends.sort()
    depth = best = 0
    place = None
    for (at, step), (after, _) in pairwise(ends):
        depth += step
        if depth > best and after > at:
            best, place = depth, (at + after) / 2
    return place if best >= _ROWS else None


def _gaps(lines: Sequence[Line]) -> Iterator[tuple[float, float]]:
    """The gaps within lines, and between lines of about one height."""
    for line in lines:
        for a, b in pairwise(line.parts):
            yield a.x1, b.x0
    rows = sorted(lines, key=lambda line: (-line.y, line.x0))
    for n, line in enumerate(rows):
        for other in rows[n + 1 : n + 4]:
            if line.y - other.y < 0.75 * line.size and (other.x0 > line.x1 or line.x0 > other.x1):
                yield (line.x1, other.x0) if other.x0 > line.x1 else (other.x1, line.x0)


def _bands(lines: Sequence[Line], at: float) -> Iterator[list[Line]]:
    """Lines between those that go across ``at``, which stand by themselves."""
    band: list[Line] = []
    for line in lines:
        if any(part.x0 < at < part.x1 for part in line.parts or (line,)):
            yield band
            yield [line]
            band = []
        else:
            band.append(line)
    yield band


def _columns(band: Sequence[Line], at: float) -> list[Line]:
    """The lines of a band that is two texts side by side, in order; none when it is not."""
    left: list[Line] = []
    right: list[Line] = []
    split = False
    for line in band:
        parts = line.parts or (line,)
        before = [part for part in parts if part.x1 <= at]
        after = [part for part in parts if part.x1 > at]
        split = split or bool(before and after)
        for side, found in ((left, before), (right, after)):
            if found:
                side.append(joined_parts(found))
    if not (_is_text(left) and _is_text(right)):
        return []
    columns = [[replace(line, right=_margin(side)) for line in side] for side in (left, right)]
    if split:
        return [line for side in columns for line in arranged(side)]
    # Each line is of one column, in an order that the file gives and that may be better than ours.
    ours = iter(columns[0]), iter(columns[1])
    return [next(ours[line.x1 > at]) for line in band]


def _is_text(lines: Sequence[Line]) -> bool:
    if len(lines) < _ROWS or median(len(line.text) for line in lines) < _CHARS:
        return False
    on = sum(_runs_on(a.text, b.text) for a, b in pairwise(lines))
    return on >= _RUNS_ON * (len(lines) - 1)


def _runs_on(text: str, after: str) -> bool:
    return text.endswith((HYPHEN, "-")) or (after[:1].islower() and not FINAL.search(text))


def _margin(lines: Sequence[Line]) -> float:
    return max(line.x1 for line in lines)
