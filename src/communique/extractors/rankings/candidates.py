"""What the rules yield: a position with its bounds, before scope, name and subject are read around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from communique.document import Document, plain_shadow
from communique.extractors.rankings.names import RankingName, find_names
from communique.extractors.rankings.patterns import has_context
from communique.numbers import Number

_BLOCK = 2000


@dataclass(slots=True)
class Candidate:
    """A stated position. ``named``: may take a ranking's name from before; ``verbal``: a gain
    told by a finite verb ("gagne 3 places"); ``alone``: a gain that may stand without a position."""

    start: int
    end: int
    low: int | None
    high: int | None
    rule: str
    change: int | None = None
    noun: str | None = None
    named: bool = True
    verbal: bool = False
    alone: bool = True


class Scan:
    """A document as the rules see it: sentence bounds, windows of the plain shadow, the ordinals."""

    def __init__(self, doc: Document, mentions: Sequence[tuple[int, int]] = ()) -> None:
        self.doc = doc
        self.mentions = mentions
        self.plain = doc.plain
        self._dated: dict[str, RankingName | None] = {}

    @cached_property
    def name_ends(self) -> frozenset[int]:
        """Where the names found before end."""
        return frozenset(end for _, end in self.mentions)

    @cached_property
    def name_starts(self) -> frozenset[int]:
        """Where the names found before begin."""
        return frozenset(start for start, _ in self.mentions)

    @cached_property
    def has_tables(self) -> bool:
        """Whether any line may be a row of a table: a cheap test before the reading."""
        text = self.doc.text
        return "\t" in text or "|" in text or "   " in text

    @cached_property
    def context(self) -> bool:
        return has_context(self.doc)

    @cached_property
    def names(self) -> list[RankingName]:
        return find_names(self.doc)

    @cached_property
    def _name_ends(self) -> list[int]:
        return [n.end for n in self.names]

    def names_after(self, offset: int) -> Iterator[RankingName]:
        """The names of rankings that end after ``offset``, in order."""
        for i in range(bisect_right(self._name_ends, offset), len(self.names)):
            yield self.names[i]

    def names_between(self, start: int, end: int) -> Iterator[RankingName]:
        """The names of rankings that share a character with ``[start, end)``."""
        return takewhile(lambda n: n.start < end, self.names_after(start))

    def dated(self, value: str) -> RankingName | None:
        """The first name with a year that has all the words of ``value``."""
        if value not in self._dated:
            words = set(plain_shadow(value).split())
            self._dated[value] = next((n for n, known in self._years if words <= known), None)
        return self._dated[value]

    @cached_property
    def _years(self) -> list[tuple[RankingName, set[str]]]:
        return [(n, set(plain_shadow(n.value).split())) for n in self.names if n.year is not None]

    @cached_property
    def _covered(self) -> tuple[list[int], list[int]]:
        """Where namings begin, in order, and how far they reach up to each."""
        mentions = sorted(self.mentions)
        return [s for s, _ in mentions], list(accumulate((e for _, e in mentions), max))

    def in_mention(self, offset: int) -> bool:
        """Whether a naming found before holds ``offset``."""
        starts, ends = self._covered
        i = bisect_right(starts, offset) - 1
        return i >= 0 and offset < ends[i]

    @cached_property
    def ordinals(self) -> list[Number]:
        return [n for n in self.doc.numbers if n.ordinal and n.form != "roman" and 0 < n.value < 100_000]

    @cached_property
    def cardinals(self) -> list[Number]:
        return [
            n
            for n in self.doc.numbers
            if not n.ordinal and n.form in ("digits", "words") and n.value == int(n.value)
        ]

    @cached_property
    def _breaks(self) -> list[int]:
        return [m.start() for m in re.finditer("\n", self.plain)]

    def bounds(self, offset: int) -> tuple[int, int]:
        """The sentence that holds ``offset``, or its line; of one too long to be a sentence, a block."""
        sentence = self.doc.sentence_at(offset)
        start, end = (sentence.start, sentence.end) if sentence is not None else self.line(offset)
        if end - start > _BLOCK:
            start += (offset - start) // _BLOCK * _BLOCK
            end = min(end, start + _BLOCK)
        return start, end

    def line(self, offset: int) -> tuple[int, int]:
        """The line that holds ``offset``."""
        i = bisect_right(self._breaks, offset - 1)
        start = self._breaks[i - 1] + 1 if i else 0
        return start, self._breaks[i] if i < len(self._breaks) else len(self.plain)

    def before(self, offset: int, size: int = 90) -> str:
        """The plain text before ``offset`` in its sentence."""
        return self.plain[max(self.bounds(offset)[0], offset - size) : offset]

    def after(self, offset: int, size: int = 120) -> str:
        """The plain text after ``offset`` in the sentence of what ends there."""
        end = self.bounds(max(0, offset - 1))[1]
        return self.plain[offset : min(max(end, offset), offset + size)]

    def following(self, numbers: list[Number], start: int, end: int) -> Iterator[Number]:
        """The numbers of a sorted list that begin in ``[start, end)``."""
        i = bisect_left(numbers, start, key=lambda n: n.start)
        while i < len(numbers) and numbers[i].start < end:
            yield numbers[i]
            i += 1

    def token_before(self, offset: int, back: int = 1) -> str:
        """The plain token ``back`` places before ``offset``, or ""."""
        i = self.doc.tokens.at(offset) - back
        return self.doc.tokens.plain[i] if i >= 0 else ""
