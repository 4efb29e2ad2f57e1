"""The lines of pages → paragraphs: running heads dropped, broken lines and words put together again.

All measures are relative to the height of the characters, so that any page size and font will do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from communique.lexicon import words

HYPHEN = "\x02"  # a hyphen at the end of a line, as PDFium marks it
_EDGE = 0.12  # of the page's height: where running heads and feet stand
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:/|sur|de|of)\s*\d{1,4})?(?:\s*[-–—|])?", re.I
)
_BULLET = re.compile(r"(?:[•‣▪▫◦●○■□▸▹►▶➤➢➜→✓✔◆·∙*]\s*|[-–—o]\s+|\d{1,2}[.)]\s+)(?=\S)")
FINAL = re.compile(r"[.!?…:;»”\"]\s*\Z")
_BROKEN = re.compile(rf"\w[-{HYPHEN}]\Z")
_HEAD = re.compile(r"[\w'’]+\Z")
_TAIL = re.compile(r"[\w'’]+")


@dataclass(slots=True)
class Line:
    """A line of a page: its text, left and right ends, baseline (from below), height of its characters.

    ``right`` is the right margin of its column, where it has one; ``parts``, what gaps part it into.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    height: float = 842.0  # of the page
    right: float | None = None
    parts: tuple[Line, ...] = ()

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def first_word(self) -> float:
        """How wide the first word is."""
        return (self.x1 - self.x0) * len(self.text.split(None, 1)[0]) / len(self.text)


def drop_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without the lines at their edges that come back on other pages."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page if _at_edge(line)})
    enough = max(2, round(0.4 * len(pages)))
    return [
        [
            line
            for line in page
            if not (
                _at_edge(line) and (seen[_key(line)] >= enough or _PAGE_NUMBER.fullmatch(line.text.strip()))
            )
        ]
        for page in pages
    ]


def _at_edge(line: Line) -> bool:
    return not _EDGE < line.y / line.height < 1 - _EDGE


def _key(line: Line) -> tuple[str, bool]:
    """The same for a running line of every page: its number differs, its place does not."""
    return re.sub(r"\d+", "0", " ".join(line.text.casefold().split())), line.y > line.height / 2


def to_text(pages: Sequence[Sequence[Line]]) -> str:
    """The text of pages: one line for each paragraph or list item, blank lines between blocks."""
    lines = [line for page in pages for line in page]
    layout = _Layout(lines)
    out: list[str] = []
    paragraph: list[Line] = []
    for line in lines:
        if paragraph:
            between = layout.between(paragraph, line)
            if between:
                out += [_joined(paragraph, layout), between]
                paragraph = []
        paragraph.append(line)
    if paragraph:
        out.append(_joined(paragraph, layout))
    return "".join(out).strip("\n") + "\n" if lines else ""


class _Layout:
    """What the lines of a document have in common: leading and right margin for each size of characters."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        gaps: dict[int, list[float]] = {}
        right: dict[int, float] = {}
        for line in lines:
            right[round(line.size)] = max(right.get(round(line.size), 0.0), line.x1)
        for a, b in pairwise(lines):
            if _same_size(a, b) and 0.5 * a.size < a.y - b.y < 2.2 * a.size:
                gaps.setdefault(round(a.size), []).append(a.y - b.y)
        self._right = right
        # Gaps between paragraphs are fewer and larger than those between lines.
        self._leading = {size: sorted(found)[len(found) // 3] for size, found in gaps.items()}
        self._width = max((line.x1 for line in lines), default=0) - min(
            (line.x0 for line in lines), default=0
        )

    @cached_property
    def words(self) -> Counter[str]:
        """Every word of the document: a word broken at a line's end may stand elsewhere in one piece."""
        return Counter(w for line in self.lines for w in re.findall(r"\w+(?:-\w+)*", line.text.casefold()))

    def between(self, paragraph: Sequence[Line], line: Line) -> str:
        """What stands between a paragraph and the next line: nothing, a line end or a blank line."""
        last = paragraph[-1]
        if "\t" in line.text or "\t" in last.text:
            return "\n" if "\t" in line.text and "\t" in last.text else "\n\n"
        if _BULLET.match(line.text) and not _BROKEN.search(last.text):
            return "\n" if _BULLET.match(paragraph[0].text) else "\n\n"
        if not _same_size(last, line):
            return "\n\n"
        down = last.y - line.y
        if down <= 0:  # another page or column
            return "" if self._carries_over(last, line) else "\n\n"
        leading = self._leading.get(round(line.size), 1.25 * line.size)
        if down > 1.35 * leading or (last.bold != line.bold and not line.text[:1].islower()):
            return "\n\n"
        if _BROKEN.search(last.text) and line.text[:1].isalnum():
            return ""
        if self._aligned(paragraph, line) and not self._ends_early(last, line):
            return ""
        short = 0.6 * self._width
        return "\n" if last.x1 - last.x0 < short and line.x1 - line.x0 < short else "\n\n"

    def _carries_over(self, last: Line, line: Line) -> bool:
        if _BROKEN.search(last.text):
            return line.text[:1].isalnum()
        if FINAL.search(last.text) or last.bold != line.bold:
            return False
        return line.text[:1].islower() or not self._ends_early(last, line)

    @staticmethod
    def _aligned(paragraph: Sequence[Line], line: Line) -> bool:
        """Whether the line begins where the paragraph's lines do; the first may be set in or stand out."""
        last, first = paragraph[-1], paragraph[0]
        shift = line.x0 - last.x0
        if abs(shift) < 0.8 * line.size or _centred(last, line):
            return True
        if len(paragraph) > 1:
            return False
        return shift < 0 if not _BULLET.match(first.text) else shift < 4 * line.size

    def _ends_early(self, last: Line, line: Line) -> bool:
        """Whether the next line's first word had room on the last line: the break is meant."""
        if _centred(last, line):
            return bool(FINAL.search(last.text))
        right = last.right
        if right is None:
            right = max(self._right.get(round(line.size) + n, 0.0) for n in (-1, 0, 1))
        room = right - last.x1
        # In ragged text a long word leaves much room; without a final mark, more of it is needed.
        return room > line.first_word + (0.6 if FINAL.search(last.text) else 2.5) * line.size


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= 0.08 * max(a.size, b.size)


def _centred(a: Line, b: Line) -> bool:
    return abs(a.centre - b.centre) < 0.4 * a.size and abs(a.x0 - b.x0) > 0.4 * a.size


def _joined(paragraph: Sequence[Line], layout: _Layout) -> str:
    """The lines of a paragraph as one."""
    text = ""
    for line in paragraph:
        new = line.text.strip()
        if not text:
            text = new
        elif _BROKEN.search(text) and new[:1].isalnum():
            text = text[:-1] + ("-" if _keeps_hyphen(text[:-1], new, layout) else "") + new
        else:
            text = f"{text} {new}"
    return text.replace(HYPHEN, "-" if text.endswith(HYPHEN) else "")


def _keeps_hyphen(before: str, after: str, layout: _Layout) -> bool:
    """Whether the hyphen at a line's end belongs to the word ("vice-|président") or to the break."""
    head, tail = _HEAD.search(before), _TAIL.match(after)
    if not head or not tail or head[0][-1].isdigit() or tail[0][0].isupper():
        return True
    first, second = head[0].casefold().replace("’", "'"), tail[0].casefold()
    bare = first.rpartition("'")[2]  # d'après-|midi
    whole, parted = layout.words[first + second], layout.words[f"{first}-{second}"]
    if whole != parted:
        return parted > whole
    members = words("communique.read", "hyphens.txt")
    return first in members or bare in members or second in words("communique.read", "enclitics.txt")
