"""Hard-wrapped text (from PDF): which line ends are mere wraps inside a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.document import LINE

WIDEST = 130  # a page whose lines run longer than this is not hard-wrapped
NARROWEST = 45
LEAST = 3  # sentences that must run on to a next line
_RUNS_ON = re.compile(r"[\w,]-?\n[^\S\n]*[a-zà-ÿ]")
_COLUMNS = re.compile(r"\S\s{4,}\S")


def _may_part(line: str) -> bool:
    """Whether a line has more than plain spaces one by one."""
    return "  " in line or "\t" in line or "\xa0" in line


class Wrapping:
    """How wide a text is wrapped, if it is.

    >>> Wrapping("Anne\\nDirectrice").joins(4, 5)
    False
    """

    def __init__(self, text: str) -> None:
        self.text = text
        width = self._widest()
        if not NARROWEST <= width <= WIDEST or len(_RUNS_ON.findall(text)) < LEAST:
            width = 0
        self.width = width

    def _widest(self) -> int:
        """The length of the longest line, columns apart, or of the first that is no wrapped one."""
        widest = 0
        for line in LINE.findall(self.text):
            length = len(line.strip())
            if length > widest and not (_may_part(line) and _COLUMNS.search(line, 0, 300)):
                widest = length
                if length > WIDEST:
                    break
        return widest

    def joins(self, end: int, start: int) -> bool:
        """Do two words stand side by side: no line end between them, or one that is a wrap?"""
        if "\n" not in self.text[end:start]:
            return True
        if not self.width or self.text.count("\n", end, start) > 1:
            return False
        line = len(self.text[self.text.rfind("\n", 0, end) + 1 : end].strip())
        space = self.text.find(" ", start, start + 40)
        word = (space if space > 0 else start + 10) - start
        return line + 1 + word >= 0.85 * self.width


@lru_cache(maxsize=64)  # the texts of a batch
def wrapping_of(text: str) -> Wrapping:
    """How wide a text is wrapped, found once: its names, their roles and what is named after people ask."""
    return Wrapping(text)
