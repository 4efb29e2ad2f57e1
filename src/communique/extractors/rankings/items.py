"""Whose position a bullet or a row of a table tells: the name beside it, else what the list is about."""

from __future__ import annotations

import re

from communique.extractors.rankings.bullets import list_label
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.phrases import Phrase, Phrases, is_discipline
from communique.extractors.rankings.tables import is_row, row_subject

_MARK = lazy(r"[\s\-–—•*·➡▪◦‣>️✔✅🏆■]*")


# "X, membre de P, est 48e grâce à Q, 2e établissement du pays": neither P nor Q is placed.
_IN_CONTEXT = lazy(
    r"\b(?:grace\s+(?:a|au|aux)|membres?\s+(?:\w+\s+)?(?:de|du|des|d')|avec\s+(?:le\s+(?:soutien|concours)|"
    r"l'(?:appui|aide))\s+(?:de|du|des|d')|"
    r"aux\s+cotes\s+(?:de|du|des|d')|au\s+sein\s+(?:de|du|des|d')|en\s+partenariat\s+avec)\s*(?:l[ae]s?\s|"
    r"l')?(?:[a-z]+\s)?$"
)


def is_context(scan: Scan, phrase: Phrase) -> bool:
    """Whether a name is only what the one who is placed belongs to or thanks."""
    return _IN_CONTEXT.search(scan.plain, max(0, phrase.start - 40), phrase.start) is not None


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


def item_subject(scan: Scan, phrases: Phrases, c: Candidate, *, after: bool = True) -> tuple[int, int] | None:
    """The name on a table's row or a bullet; None leaves it to what the list is about.

    ``after``: a name may follow the rank that opens the line.
    """
    start, end = scan.line(c.start)
    first = _MARK.match(scan.plain, start, end)
    begin = first.end() if first else start
    found = [p for p in phrases.between(begin, end) if p.kind in {"name", "other"}]
    if (cell := row_subject(scan, c)) is not None:
        named = next((p for p in found if cell[0] <= p.start < cell[1]), None)
        return cell if c.start <= begin + 2 or (named and named.kind == "name") else None
    if c.start <= begin + 2 and not after:
        return None
    if c.start <= begin + 2:
        following = [p for p in found if p.start >= c.end]
        if not following and end - c.end < 3:
            return _beside_cell(scan, phrases, start, end)
        return (following[0].start, following[0].end) if following else None
    if list_label(scan, c) is not None:
        return None
    names = [p for p in found if p.kind == "name" and p.end <= c.start and not is_context(scan, p)]
    for p in names[::-1]:
        if re.fullmatch(r"\s*(?:\([^()]{0,40}\)\s*)?[,(:]?\s*", scan.plain[p.end : c.start]):
            return p.start, p.end
    if (
        names
        and names[0].start <= begin + 3
        and scan.plain[names[0].end : names[0].end + 3].strip()[:1] in {":", ""}
    ):
        return names[0].start, names[0].end
    return proper_label(scan, begin, c.start)


_LABEL = lazy(r"(?P<label>[A-ZÀ-Þ][^\s:,;.()]{1,30}(?:\s[A-ZÀ-Þ][^\s:,;.()]{1,30}){0,3})\s?:\s")
_PROPER = lazy(r"\w+[a-zà-ÿ][A-ZÀ-Þ]\w*|\w+(?:\s[A-ZÀ-Þ]\S+)+")
_HEAD_OF_TEXT = 6000


def proper_label(scan: Scan, begin: int, end: int) -> tuple[int, int] | None:
    """A label that is a proper name nobody found: "TikTok : 81 % (1re)" ranks TikTok, whatever that is."""
    text = scan.doc.text
    m = _LABEL.match(text, begin, end)
    if m is None or is_discipline(scan.plain[slice(*m.span("label"))]):
        return None
    label = m.group("label")
    if not (
        _PROPER.fullmatch(label) or _in_a_sentence(label, text[:_HEAD_OF_TEXT]) or _proper_beside(scan, begin)
    ):
        return None
    return m.span("label")


def _in_a_sentence(label: str, text: str) -> bool:
    """Whether a label also stands after a word in lower case, a comma or an apostrophe."""
    at = text.find(f" {label}", 1)
    while at >= 0 and not (text[at - 1].isalpha() or text[at - 1] in ",’'"):
        at = text.find(f" {label}", at + 1)
    return at >= 0 and re.search(rf"[a-zà-ÿ,’'] {re.escape(label)}\b", text) is not None


def _proper_beside(scan: Scan, begin: int) -> bool:
    """Whether the line above or below is labelled by a name: the lines of a list have labels of one kind."""
    start, end = scan.line(begin)
    for line in (scan.line(max(0, start - 1)), scan.line(min(end + 1, len(scan.plain)))):
        mark = _MARK.match(scan.plain, *line)
        at = mark.end() if mark else line[0]
        m = _LABEL.match(scan.doc.text, at, line[1])
        if m and (at in scan.name_starts or _PROPER.fullmatch(m.group("label"))):
            return not is_discipline(scan.plain[slice(*m.span("label"))])
    return False


def _beside_cell(scan: Scan, phrases: Phrases, start: int, end: int) -> tuple[int, int] | None:
    """The name on the line after a rank that has its own, or on the one before, of a table told by cells."""
    following = scan.line(end + 1) if end + 1 < len(scan.plain) else (end, end)
    above = scan.line(start - 1) if start else (start, start)
    for line in (following, above):
        found = [p for p in phrases.between(*line) if p.kind == "name" and p.start - line[0] < 3]
        if found:
            return found[0].start, found[0].end
    return None
