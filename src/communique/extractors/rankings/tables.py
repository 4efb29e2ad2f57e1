"""Tables whose columns are parted by tabs: a row's subject, the edition and the change of a column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import plain_shadow
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy

_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_EVOLUTION = lazy(r"evolution|variation|progression|ecart|\+\s?/\s?[-−–]")
_SIGNED = lazy(r"\s*(?P<sign>[+−–-])\s?(?P<n>\d{1,4})\s*(?:places?|rangs?)?\s*$")
_MAX_ROWS = _MAX_CELLS = 60
_TAB, _PIPE, _SPACES = lazy(r"\t"), lazy(r"\|"), lazy(r"[ \u00a0]{2,}")


def cells(scan: Scan, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of a line's cells, without the spaces around.

    >>> from communique.document import Document
    >>> cells(Scan(Document("1re\\tLa Rochelle\\t4,31")), 0, 20)
    [(0, 3), (4, 15), (16, 20)]
    """
    if (start, end) not in scan.rows:
        scan.rows[start, end] = _cells(scan.doc.text[start:end], start)
    return scan.rows[start, end]


def _cells(line: str, start: int) -> list[tuple[int, int]]:
    gap = _gap(line)
    out, at = list[tuple[int, int]](), start
    for stop, following in [*(m.span() for m in gap.finditer(line)), (len(line), len(line))] if gap else ():
        part = line[at - start : stop]
        left = len(part) - len(part.lstrip())
        out.append((at + left, max(at + left, at + len(part.rstrip()))))
        at = start + following
    if gap is _PIPE and out and out[0][0] >= out[0][1]:
        del out[0]
    return out if len(out) <= _MAX_CELLS else []


def _gap(line: str) -> re.Pattern[str] | None:
    """What parts the cells of a line: tabs, upright strokes, or runs of spaces; None outside tables."""
    if "\t" in line:
        return _TAB
    if line.count("|") > 1:
        return _PIPE
    return _SPACES if "  " in line.strip() and len(_SPACES.findall(line.strip())) > 1 else None


def is_row(scan: Scan, offset: int) -> bool:
    """Whether the line at ``offset`` is a row of a table."""
    return bool(cells(scan, *scan.line(offset)))


def is_cell(scan: Scan, start: int, end: int) -> bool:
    """Whether ``[start, end)`` fills a cell."""
    return (start, end) in cells(scan, *scan.line(start))


def _header(scan: Scan, start: int) -> list[tuple[int, int]]:
    """The cells of the first line of the table that holds the line at ``start``."""
    top, text = scan.line(start), scan.doc.text
    for _ in range(_MAX_ROWS):
        if top[0] == 0:
            break
        above = scan.line(top[0] - 1)
        if not text[slice(*above)].strip() or _gap(text[slice(*above)]) is None:
            break
        top = above
    return cells(scan, *top)


_RANKS = lazy(r"(?:rang|place|position|classement|rank)\b.{0,20}|#|n°")


def plain_ranks(scan: Scan) -> Iterator[tuple[int, int, int]]:
    """Cells "1", "2" under "Rang": where they are and what rank they give."""
    text, at = scan.doc.text, 0
    column, heads = None, False
    while at < len(text):
        start, end = scan.line(at)
        at = end + 1
        if _gap(text[start:end]) is None:
            column, heads = None, False
            continue
        row = cells(scan, start, end)
        if not heads:
            heads = True
            column = next((k for k, (s, e) in enumerate(row) if _RANKS.fullmatch(scan.plain, s, e)), None)
        elif column is not None and column < len(row):
            value = text[slice(*row[column])]
            if value.isdecimal() and value.isascii() and 0 < len(value) < 5 and int(value):
                yield *row[column], int(value)


def column_year(scan: Scan, c: Candidate) -> int | None:
    """The edition that the column's head gives: "Rang 2024"."""
    column = _column(scan, c)
    head = _header(scan, c.start)
    if column is None or column >= len(head):
        return None
    m = _YEAR.search(scan.doc.text[slice(*head[column])])
    return int(m.group(1)) if m else None


def row_change(scan: Scan, c: Candidate) -> int | None:
    """Places gained in the row's cell under "Évolution"."""
    if _column(scan, c) is None:
        return None
    head, row = _header(scan, c.start), cells(scan, *scan.line(c.start))
    for title, cell in zip(head, row, strict=False):
        m = _SIGNED.match(scan.doc.text[slice(*cell)])
        if m and _EVOLUTION.search(plain_shadow(scan.doc.text[slice(*title)])):
            return int(m.group("n")) if m.group("sign") == "+" else -int(m.group("n"))
    return None


def row_subject(scan: Scan, c: Candidate) -> tuple[int, int] | None:
    """The cell that names who is ranked: beside the rank that opens the row, else the row's first."""
    column, row = _column(scan, c), cells(scan, *scan.line(c.start))
    if column is None:
        return None
    order = range(1, len(row)) if column == 0 else range(column)
    for k in order:
        start, end = row[k]
        if end > start and scan.doc.text[start].isalpha():
            return start, end
    return None


def _column(scan: Scan, c: Candidate) -> int | None:
    line = scan.line(c.start)
    return next((k for k, (s, e) in enumerate(cells(scan, *line)) if s <= c.start < e), None)
