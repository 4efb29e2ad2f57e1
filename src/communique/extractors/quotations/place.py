"""Where a quotation stands, and what a rule says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    _words: str | None = field(default=None, repr=False, compare=False)
    _opens_row: bool | None = field(default=None, repr=False, compare=False)
    _closes_row: bool | None = field(default=None, repr=False, compare=False)
    _alone: bool | None = field(default=None, repr=False, compare=False)
    _clause_begin: int | None = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        return self.scene.doc.text

    @property
    def words(self) -> str:
        if self._words is None:
            self._words = self.text[self.quote.start : self.quote.end]
        return self._words

    @property
    def opens_row(self) -> bool:
        """Whether nothing but signs stands before it in its sentence."""
        if self._opens_row is None:
            self._opens_row = all(c.kind not in "wPIQ" for c in self.chunks[: self.k])
        return self._opens_row

    @property
    def closes_row(self) -> bool:
        """Whether nothing but signs stands after it in its sentence."""
        if self._closes_row is None:
            self._closes_row = all(c.kind not in "wPIQ" for c in self.chunks[self.k + 1 :])
        return self._closes_row

    @property
    def closes_clause(self) -> bool:
        """Whether its sentence ends with it, or with more marked words."""
        rest = self.chunks[self.k + 1 :]
        return all(c.kind not in "wPI" or c.low in ("et", "mais", "puis", "voire") for c in rest)

    @property
    def alone(self) -> bool:
        if self._alone is None:
            self._alone = self.opens_row and self.closes_row
        return self._alone

    @property
    def clause_begin(self) -> int:
        """The chunk where the clause before the quotation begins."""
        if self._clause_begin is None:
            self._clause_begin = self._find_clause_begin()
        return self._clause_begin

    def _find_clause_begin(self) -> int:
        for j in range(self.k - 1, -1, -1):
            if self.chunks[j].kind in (";", "!", "?"):
                return j + 1
        return 0
