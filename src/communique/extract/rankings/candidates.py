"""What the rules yield: a position with its bounds, before scope, name and subject are read around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.document import Document
from communique.extract.rankings.patterns import has_context
from communique.extract.rankings.names import RankingName, find_names
from communique.numbers import Number


@dataclass(slots=True)
class Candidate:
    """A stated position. ``previous``: the earlier rank of a movement; ``named``: may take a ranking's name from
    before; ``other``: somebody else's position, given for comparison ("derrière la troisième du Top500")."""

    start: int
    end: int
    low: int | None
    high: int | None
    rule: str
    change: int | None = None
    noun: str | None = None
    named: bool = True
    continues: bool = False
    verbal: bool = False


class Scan:
    """A document as the rules see it: sentence bounds, windows of the plain shadow, the ordinals."""

    def __init__(self, doc: Document, mentions: Sequence[tuple[int, int]] = ()) -> None:
        self.doc = doc
        self.mentions = mentions
        self.plain = doc.plain

    @cached_property
    def context(self) -> bool:
        return has_context(self.doc)

    @cached_property
    def names(self) -> list[RankingName]:
        return find_names(self.doc)

    @cached_property
    def ordinals(self) -> list[Number]:
        return [n for n in self.doc.numbers if n.ordinal and n.form != "roman" and 0 < n.value < 100_000]

    @cached_property
    def cardinals(self) -> list[Number]:
        return [n for n in self.doc.numbers if not n.ordinal and n.form in ("digits", "words") and n.value == int(n.value)]

    def bounds(self, offset: int) -> tuple[int, int]:
        """The sentence that holds ``offset``, or its line."""
        sentence = self.doc.sentence_at(offset)
        if sentence is not None:
            return sentence.start, sentence.end
        start = self.plain.rfind("\n", 0, offset) + 1
        end = self.plain.find("\n", offset)
        return start, len(self.plain) if end < 0 else end

    def line(self, offset: int) -> tuple[int, int]:
        """The line that holds ``offset``."""
        start = self.plain.rfind("\n", 0, offset) + 1
        end = self.plain.find("\n", offset)
        return start, len(self.plain) if end < 0 else end

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
