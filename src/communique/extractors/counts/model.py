"""What passes between the steps of reading a count."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.document import Document, Tokens
from communique.lexicon import words
from communique.mentions import Found
from communique.numbers import Number
from communique.records import Comparator, CountKind

PACKAGE = __package__ or ""
ADJECTIVES = words(PACKAGE, "adjectives.txt")
NOT_NOUNS = words(PACKAGE, "not_nouns.txt")


class Quantity:
    """One number, or two that form a range or a ratio, before it is known what is counted.

    ``start`` and ``end`` enclose the numbers with their sign; ``last`` is the number that touches the noun,
    ``first`` the low end of a range.
    """

    __slots__ = ("comparator", "end", "first", "high", "last", "low", "start", "value")

    def __init__(
        self,
        start: int,
        end: int,
        last: Number,
        value: float | None,
        low: float | None = None,
        high: float | None = None,
        comparator: Comparator = "eq",
        first: Number | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.last = last
        self.value = value
        self.low = low
        self.high = high
        self.comparator = comparator
        self.first = first

    @property
    def singular(self) -> bool:
        """Whether French puts the noun in the singular: 0, 1 and what is below 2."""
        value = self.last.value
        return abs(value) < 2

    @property
    def needs_of(self) -> bool:
        """Whether a "de" stands before the noun: "une centaine de", "deux millions de"."""
        number = self.last
        if number.form == "noun" or number.scale < 1e6:
            return number.form == "noun"
        # "3,42 millions de", not "deux millions deux cents"
        return number.value % 1e5 == 0 or (number.form == "mixed" and number.value % 1e3 == 0)


class Named:
    """What a quantity counts. ``add`` is the rest of a compound ("et demi", "et dix centimes")."""

    __slots__ = ("add", "end", "factor", "kind", "noun", "start", "unit")

    def __init__(
        self,
        kind: CountKind,
        end: int,
        start: int | None = None,
        unit: str | None = None,
        noun: str | None = None,
        add: float = 0.0,
        factor: float = 1.0,
    ) -> None:
        self.kind = kind
        self.end = end
        self.start = start
        self.unit = unit
        self.noun = noun
        self.add = add
        self.factor = factor


class Scan:
    """A document being read for counts, with the helpers that all steps share."""

    _vocabulary: frozenset[str] | None = None
    _number_starts_memo: list[int] | None = None

    def __init__(self, doc: Document, found: Found) -> None:
        self.doc = doc
        self.found = found
        self.text: str = doc.text
        self.lower: str = doc.lower
        self.tokens: Tokens = doc.tokens
        self.numbers: tuple[Number, ...] = doc.numbers
        self._words = self.tokens.lower
        self._size = len(self._words)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the article, without accents: evidence of the country it speaks of."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.tokens.plain)
        return self._vocabulary

    @property
    def _number_starts(self) -> list[int]:
        if self._number_starts_memo is None:
            self._number_starts_memo = [number.start for number in self.numbers]
        return self._number_starts_memo

    def numbers_at(self, start: int) -> tuple[Number, ...]:
        """The number that begins at ``start``, if any."""
        i = bisect_left(self._number_starts, start)
        return self.numbers[i : i + 1] if i < len(self.numbers) and self.numbers[i].start == start else ()

    def word(self, k: int) -> str:
        """The lower-case token ``k``, or "" outside the text."""
        return self._words[k] if 0 <= k < self._size else ""

    def touches(self, k: int, end: int) -> bool:
        """Whether token ``k`` follows ``end`` in the same block: only spaces and one line end between."""
        if not 0 <= k < self._size:
            return False
        start = self.tokens.start[k]
        gap = self.text[end:start]
        if not gap or gap == " ":
            return True
        if gap.strip() or gap.count("\n") > 1:
            return False
        if "\n" not in gap:
            return True
        if self.text[start].islower():
            return True
        section = self.doc.section_at(end - 1)
        return (
            section is None
            or section is self.doc.section_at(start)
            or section.kind in ("paragraph", "list_item")
        )

    def words_before(self, start: int, limit: int) -> list[str]:
        """Up to ``limit`` words right before ``start``, without accents, nearest first, no break between."""
        out: list[str] = []
        k = self.tokens.before(start)
        while k >= 0 and len(out) < limit and self.touches_next(k, start) and not self.is_bullet(k):
            out.append(self.tokens.plain[k])
            start = self.tokens.start[k]
            k -= 1
        return out

    def shouting(self, k: int) -> bool:
        """Whether the words around token ``k`` are in capitals, so that capitals say nothing."""
        near = [w for w in self.tokens.text[max(0, k - 3) : k + 4] if len(w) > 1 and w[0].isalpha()]
        return sum(w.isupper() for w in near) > len(near) / 2

    def is_bullet(self, k: int) -> bool:
        """Whether token ``k`` is a sign that opens a line."""
        start = self.tokens.start[k]
        return self.text[start] in ">•*-–—" and (start == 0 or self.text[start - 1] == "\n")

    def touches_next(self, k: int, start: int) -> bool:
        """Whether only spaces, and at most one line end, part token ``k`` from ``start``."""
        gap = self.text[self.tokens.end[k] : start]
        return not gap or (not gap.strip() and gap.count("\n") < 2)


_PLURAL_PART = re.compile(r"[sxz](?:$|[-·(])|·e?s$|·s$|\(s\)")


def is_plural(word: str) -> bool:
    """Whether a noun bears the mark of a plural: "emplois", "ronds-points", "étudiant·e·s".

    >>> is_plural("chefs-d"), is_plural("étudiant·e·s"), is_plural("emploi")
    (True, True, False)
    """
    return bool(_PLURAL_PART.search(word))
