"""A position in its sentence, as the readers of its subject see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.phrases import Phrase, Phrases

Words = tuple[int, int]


class Site(NamedTuple):
    """A position in its sentence: the phrases before and after it, and who was told of beside it."""

    scan: Scan
    phrases: Phrases
    c: Candidate
    start: int
    end: int
    before: list[Phrase]
    after: list[Phrase]
    inherited: Words | None
    earlier: Sequence[Candidate]
