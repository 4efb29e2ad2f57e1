"""Where a quotation stands, and what a rule says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.marks import Marked
from communique.extractors.quotations.noun_phrases import Subject
from communique.extractors.quotations.scene import Chunk, Scene


@dataclass(slots=True)
class Attribution:
    """What a rule says: cue and speaker spans, or an earlier quotation with the same speaker (``like``)."""

    rule: str
    cue: tuple[int, int] | None = None
    subject: Subject | None = None
    like: int | None = None
    parts: tuple[tuple[int, int], ...] = ()


@dataclass
class Place:
    """A quotation (``index``) in its row: ``k`` is its chunk, ``cues`` the reporting words of the row."""

    scene: Scene
    index: int
    quote: Marked
    number: int
    chunks: list[Chunk]
    k: int
    cues: list[Cue]
    done: dict[int, Attribution] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.scene.doc.text

    @cached_property
    def words(self) -> str:
        return self.text[self.quote.start : self.quote.end]

    @cached_property
    def opens_row(self) -> bool:
        """Whether nothing but signs stands before it in its sentence."""
        return all(c.kind not in "wPIQ" for c in self.chunks[: self.k])

    @cached_property
    def closes_row(self) -> bool:
        """Whether nothing but signs stands after it in its sentence."""
        return all(c.kind not in "wPIQ" for c in self.chunks[self.k + 1 :])

    @cached_property
    def alone(self) -> bool:
        return self.opens_row and self.closes_row

    @cached_property
    def clause_begin(self) -> int:
        """The chunk where the clause before the quotation begins."""
        for j in range(self.k - 1, -1, -1):
            if self.chunks[j].kind in (";", "!", "?"):
                return j + 1
        return 0
