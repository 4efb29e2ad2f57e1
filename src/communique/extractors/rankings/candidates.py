"""What the rules yield: a position with its bounds, before scope, name and subject are read around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from communique.document import Document, plain_shadow
from communique.extractors.rankings.frames import Frame, find_frames
from communique.extractors.rankings.names import RankingName, find_names
from communique.extractors.rankings.patterns import has_context
from communique.extractors.rankings.told import Told, find_told
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

    _name_ends: frozenset[int] | None = None
    _name_starts: frozenset[int] | None = None
    _has_tables: bool | None = None
    _context: bool | None = None
    _names: list[RankingName] | None = None
    _frames: list[Frame] | None = None
    _told: list[Told] | None = None
    _last_names_memo: list[int] | None = None
    _years_memo: list[tuple[RankingName, set[str]]] | None = None
    _covered_memo: tuple[list[int], list[int]] | None = None
    _ordinals: list[Number] | None = None
    _cardinals: list[Number] | None = None
    _breaks_memo: list[int] | None = None

    def __init__(self, doc: Document, mentions: Sequence[tuple[int, int]] = ()) -> None:
        self.doc = doc
        self.mentions = mentions
        self.plain = doc.plain
        self._dated: dict[str, RankingName | None] = {}
        self.added = frozenset[str]()  # names that no rule reads
        self.maybe: list[tuple[int, int, int]] = []  # weight, start, end of spans that may be names
        self.rows: dict[tuple[int, int], list[tuple[int, int]]] = {}  # the cells of lines, once read

    @property
    def name_ends(self) -> frozenset[int]:
        """Where the names found before end."""
        if self._name_ends is None:
            self._name_ends = frozenset(end for _, end in self.mentions)
        return self._name_ends

    @property
    def name_starts(self) -> frozenset[int]:
        """Where the names found before begin."""
        if self._name_starts is None:
            self._name_starts = frozenset(start for start, _ in self.mentions)
        return self._name_starts

    @property
    def has_tables(self) -> bool:
        """Whether any line may be a row of a table: a cheap test before the reading."""
        if self._has_tables is None:
            self._has_tables = self._find_has_tables()
        return self._has_tables

    def _find_has_tables(self) -> bool:
        text = self.doc.text
        return "\t" in text or "|" in text or "   " in text

    @property
    def context(self) -> bool:
        if self._context is None:
            self._context = has_context(self.doc)
        return self._context

    @property
    def names(self) -> list[RankingName]:
        if self._names is None:
            self._names = find_names(self.doc)
        return self._names

    def add_names(self, found: Sequence[RankingName]) -> None:
        """Add names, each in place of those that it holds; lists and tellings are read anew."""
        kept = [n for n in self.names if not any(f.start < n.end and n.start < f.end for f in found)]
        self._names = sorted([*kept, *found])
        self.added = frozenset(n.value for n in found)
        self._frames = self._told = self._last_names_memo = self._years_memo = None
        self._dated.clear()

    @property
    def told(self) -> list[Told]:
        """The tellings of rankings, by name or not."""
        if self._told is None:
            self._told = find_told(self.doc, self.names)
        return self._told

    @property
    def _last_names(self) -> list[int]:
        if self._last_names_memo is None:
            self._last_names_memo = [n.end for n in self.names]
        return self._last_names_memo

    @property
    def frames(self) -> list[Frame]:
        """The lists of positions with what introduces them."""
        if self._frames is None:
            self._frames = find_frames(self.doc, self.names)
        return self._frames

    def frame_at(self, offset: int) -> Frame | None:
        """The innermost list that holds ``offset``."""
        i = bisect_right(self.frames, offset, key=lambda f: f.start)
        return next((f for f in self.frames[max(0, i - 4) : i][::-1] if offset < f.end), None)

    def names_after(self, offset: int) -> Iterator[RankingName]:
        """The names of rankings that end after ``offset``, in order."""
        for i in range(bisect_right(self._last_names, offset), len(self.names)):
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

    @property
    def _years(self) -> list[tuple[RankingName, set[str]]]:
        if self._years_memo is None:
            self._years_memo = [
                (n, set(plain_shadow(n.value).split())) for n in self.names if n.year is not None
            ]
        return self._years_memo

    @property
    def _covered(self) -> tuple[list[int], list[int]]:
        """Where namings begin, in order, and how far they reach up to each."""
        if self._covered_memo is None:
            self._covered_memo = self._find_covered()
        return self._covered_memo

    def _find_covered(self) -> tuple[list[int], list[int]]:
        mentions = sorted(self.mentions)
        return [s for s, _ in mentions], list(accumulate((e for _, e in mentions), max))

    def any_name(self, start: int, end: int) -> bool:
        """Whether a naming found before begins in ``[start, end)``."""
        starts, _ = self._covered
        i = bisect_left(starts, start)
        return i < len(starts) and starts[i] < end

    def in_mention(self, offset: int) -> bool:
        """Whether a naming found before holds ``offset``."""
        starts, ends = self._covered
        i = bisect_right(starts, offset) - 1
        return i >= 0 and offset < ends[i]

    @property
    def ordinals(self) -> list[Number]:
        if self._ordinals is None:
            self._ordinals = [
                n for n in self.doc.numbers if n.ordinal and n.form != "roman" and 0 < n.value < 100_000
            ]
        return self._ordinals

    @property
    def cardinals(self) -> list[Number]:
        if self._cardinals is None:
            self._cardinals = [
                n
                for n in self.doc.numbers
                if not n.ordinal and n.form in ("digits", "words") and n.value == int(n.value)
            ]
        return self._cardinals

    @property
    def _breaks(self) -> list[int]:
        if self._breaks_memo is None:
            self._breaks_memo = [m.start() for m in re.finditer("\n", self.plain)]
        return self._breaks_memo

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
