"""Lines → units: the lines that one section holds, put together again where the layout broke them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from communique.document import line_shadow, plain_shadow
from communique.records import SectionKind

# A line of a wrapped paragraph is neither shorter nor longer than this.
_NARROW, _WIDE = 40, 140
_HEAD = 160

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
BULLET = re.compile(
    r"(?:[•‣▪▫◦●○■□▸▹►▶➤➜➔→⇒➡✓✔✅☑◾◽·∙⁃✦★☆*>»]\ufe0f?|[-–—])[^\S\n]+(?=\S)|[•‣▪●■►▶➤➜➡✓✔✅]\ufe0f?(?=\w)"
    r"|[oO][^\S\n]{2,}(?=\S)"
)
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)°]|\(?[a-zA-Z]\)|[IVX]{2,4}[.)]|\d{1,2}\s*[-–—])[^\S\n]+(?=\S)")
SALUTATION = re.compile(r"(?:monsieur|madame|mesdames|messieurs|chers?|cheres?|bonjour)\b.*,\Z", re.DOTALL)
_WITH_DIGITS = re.compile(r"\d+[^\W\d_]{1,4}\b")
_REACHED = re.compile(r"@\w|\d\d[ .]\d\d\Z")  # a mail address, a telephone number: the line is complete
# What stands under the sender's name, a line of its own, above the title.
_OFFICES = ("COMMUNIQUÉ", "DIRECTION ", "SERVICE ", "CABINET ", "BUREAU ", "SECRÉTARIAT ", "PÔLE ")
_LONGEST_FUNCTION = 6  # characters, with the one before
_FUNCTION_END = re.compile(
    r"(?:[,’'&]|\b(?:de|du|des|d|la|le|les|l|à|au|aux|et|en|pour|par|sur|dans|avec|un|une|"
    r"DE|DU|DES|LA|LE|LES|À|A|AU|AUX|ET|EN|POUR|PAR|SUR|DANS|AVEC|UN|UNE))\Z"
)


@dataclass(slots=True)
class Unit:
    """One or several lines that make one section; ``plain`` is the lower-case, unaccented beginning of it."""

    start: int
    end: int
    text: str
    block: int
    plain: str = ""
    kind: SectionKind | None = None
    rule: str = ""
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = self.end - self.start

    @property
    def final(self) -> bool:
        """Whether the unit ends as a sentence does."""
        return ends_sentence(self.text)

    @property
    def quoted(self) -> bool:
        """Whether the unit ends with a closing quotation mark."""
        return self.text.rstrip(" .,")[-1:] in ("»", "”", '"', "›")


@dataclass
class Page:
    """The units of a text, in order, while the rules give each its kind."""

    units: list[Unit]
    blocks: list[list[int]] = field(default_factory=list)
    _last_text: int | None = field(default=None, repr=False, compare=False)
    _first_text: int | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        for i, unit in enumerate(self.units):
            if not self.blocks or unit.block != self.units[i - 1].block:
                self.blocks.append([])
            self.blocks[-1].append(i)

    @property
    def last_text(self) -> int:
        """Index of the last unit long enough to be a paragraph of prose (-1 when there is none)."""
        if self._last_text is None:
            self._last_text = max((i for i, u in enumerate(self.units) if u.size > 160), default=-1)
        return self._last_text

    @property
    def first_text(self) -> int:
        """Index of the first unit long enough to be a paragraph of prose (the number of units if none)."""
        if self._first_text is None:
            self._first_text = next(
                (i for i, u in enumerate(self.units) if u.size > 120 and u.final), len(self.units)
            )
        return self._first_text

    def set(self, i: int, kind: SectionKind, rule: str) -> None:
        """Give unit ``i`` its kind, unless an earlier rule has."""
        if self.units[i].kind is None:
            self.units[i].kind, self.units[i].rule = kind, rule


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a final mark, quotation marks and brackets apart."""
    return text.rstrip("»”\"’'›)]* \u00a0\u202f\t")[-1:] in (".", "…", "!", "?", ";")


def lay_out(text: str) -> Page:
    """The lines of ``text`` as units.

    >>> len(lay_out("Titre\\n\\n" + "Une longue ligne coupée là où la page finissait et\\nsa suite.").units)
    2
    """
    blocks: list[list[tuple[int, int]]] = []
    last = 0
    lined = line_shadow(text)
    for line in _LINE.finditer(lined):
        gap = lined.count("\n", last, line.start())
        if not blocks or gap > 1:
            blocks.append([])
        blocks[-1].append(line.span())
        last = line.end()
    width = _page_width(text, blocks)
    units: list[Unit] = []
    head = True
    for number, block in enumerate(blocks):
        head = head and all(e - s < _HEAD for s, e in block)
        for start, end in _joined(text, block, width, head):
            units.append(
                Unit(start, end, text[start:end], number, plain_shadow(text[start : min(end, start + _HEAD)]))
            )
    return Page(units)


def _page_width(text: str, blocks: list[list[tuple[int, int]]]) -> int:
    """The width at which the lines of the text were broken, 0 when they were not."""
    lengths = sorted(
        a[1] - a[0]
        for block in blocks
        for a, b in pairwise(block)
        if _runs_on(text, a, b, 0) and b[1] - b[0] <= _WIDE
    )
    return lengths[len(lengths) * 9 // 10] if len(lengths) >= 3 else 0


def _runs_on(text: str, a: tuple[int, int], b: tuple[int, int], widest: int) -> bool:
    """Whether line ``a`` plainly goes on in line ``b``: no final mark, and a small letter after it."""
    length = a[1] - a[0]
    if not _NARROW <= length <= _WIDE or length < 0.55 * widest or not text[b[0]].islower():
        return False
    return text[a[1] - 1] not in ".!?;:" and not NUMBERED.match(text, b[0])


def _joined(text: str, block: list[tuple[int, int]], width: int, head: bool) -> list[tuple[int, int]]:
    """The lines of a block, those of one paragraph, item or title put together."""
    if len(block) == 1:
        return block
    longest = max(e - s for s, e in block)
    wrapped = longest <= _WIDE and (
        any(_runs_on(text, a, b, longest) for a, b in pairwise(block))
        or (bool(width) and len(block) > 2 and min(e - s for s, e in block[:-1]) >= 0.75 * longest)
    )
    out = [block[0]]
    for a, b in pairwise(block):
        if _same_section(text, a, b, longest if wrapped else 0, width) or (
            head and _same_title(text, a, b, len(block))
        ):
            out[-1] = (out[-1][0], b[1])
        else:
            out.append(b)
    return out


def _same_section(text: str, a: tuple[int, int], b: tuple[int, int], longest: int, width: int) -> bool:
    length = a[1] - a[0]
    if length > _WIDE or b[1] - b[0] > _WIDE or BULLET.match(text, b[0]) or NUMBERED.match(text, b[0]):
        return False
    if text[b[0]].isupper() and _REACHED.search(text, a[0], a[1]):
        return False
    if length >= 30 and text[a[1] - 1] in "-\u2010\u00ad" and text[b[0]].islower():
        return True
    full = length >= 0.75 * max(longest, width)
    if longest:
        return _runs_on(text, a, b, longest) or (full and length >= _NARROW and b[1] - b[0] <= 1.2 * longest)
    return bool(width) and full and not ends_sentence(text[a[0] : a[1]]) and text[a[1] - 1] != ":"


def _shouted(line: str) -> bool:
    """Whether a line is in capitals, figures with their letters apart: "DIJON, 8e VILLE LA PLUS CHÈRE"."""
    return line.isupper() or (any(map(str.isdigit, line)) and _WITH_DIGITS.sub("", line).isupper())


def _same_title(text: str, a: tuple[int, int], b: tuple[int, int], lines: int) -> bool:
    """A title on two or three lines: capitals both, or a line that cannot end where it does."""
    if lines > 4 or b[1] - b[0] < 6 or (not text[a[1] - 1].isalnum() and text[a[1] - 1] not in "’'&,-–:»)%"):
        return False
    first, second = text[a[0] : a[1]], text[b[0] : b[1]]
    if not any(c.isalpha() for c in second) or len(first.split()) < 3:
        return False
    if BULLET.match(second) or NUMBERED.match(second) or second.upper().startswith(_OFFICES):
        return False
    if _shouted(first) and _shouted(second):
        return True
    return bool(_FUNCTION_END.search(first, max(0, len(first) - _LONGEST_FUNCTION))) or (
        text[b[0]].islower() and len(first) >= 25
    )
