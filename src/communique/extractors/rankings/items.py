"""Whose position a bullet or a row of a table tells: the name beside it, else what the list is about."""

from __future__ import annotations

import re

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.naming import list_label
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.phrases import Phrases
from communique.extractors.rankings.tables import is_row, row_subject

_MARK = lazy(r"[\s\-–—•*·➡▪◦‣>️✔✅🏆■]*")


def is_item(scan: Scan, c: Candidate) -> bool:
    """Whether the position fills a bullet or a table's cell rather than a sentence."""
    start, end = scan.line(c.start)
    if c.rule == "row" or (scan.has_tables and is_row(scan, c.start)):
        return True
    head = scan.plain[start : c.start]
    return (
        end - start < 160
        and re.match(rf"{_MARK.pattern}[^:.;]{{1,90}}(?<!\s\w)\s?:\s", head) is not None
        and (
            _MARK.match(head).end() > 0 or re.match(r"\W*\d{4}\b", head) is not None  # type: ignore[union-attr]
        )
    )


def item_subject(scan: Scan, phrases: Phrases, c: Candidate) -> tuple[int, int] | None:
    """The name on a table's row or a bullet; None leaves it to what the list is about."""
    start, end = scan.line(c.start)
    first = _MARK.match(scan.plain, start, end)
    begin = first.end() if first else start
    found = [p for p in phrases.between(begin, end) if p.kind in {"name", "other"}]
    if (cell := row_subject(scan, c)) is not None:
        named = next((p for p in found if cell[0] <= p.start < cell[1]), None)
        return cell if c.start <= begin + 2 or (named and named.kind == "name") else None
    if c.start <= begin + 2:
        after = [p for p in found if p.start >= c.end]
        if not after and end - c.end < 3:
            return _beside_cell(scan, phrases, start, end)
        return (after[0].start, after[0].end) if after else None
    if list_label(scan, c) is not None:
        return None
    names = [p for p in found if p.kind == "name" and p.end <= c.start]
    for p in names[::-1]:
        if re.fullmatch(r"\s*(?:\([^()]{0,40}\)\s*)?[,(:]?\s*", scan.plain[p.end : c.start]):
            return p.start, p.end
    if (
        names
        and names[0].start <= begin + 3
        and scan.plain[names[0].end : names[0].end + 3].strip()[:1] in {":", ""}
    ):
        return names[0].start, names[0].end
    return None


def _beside_cell(scan: Scan, phrases: Phrases, start: int, end: int) -> tuple[int, int] | None:
    """The name on the line after a rank that has its own, or on the one before, of a table told by cells."""
    following = scan.line(end + 1) if end + 1 < len(scan.plain) else (end, end)
    above = scan.line(start - 1) if start else (start, start)
    for line in (following, above):
        found = [p for p in phrases.between(*line) if p.kind == "name" and p.start - line[0] < 3]
        if found:
            return found[0].start, found[0].end
    return None
