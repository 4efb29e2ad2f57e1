"""What a reporting word is, and what the rules that find one are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.extractors.quotations.noun_phrases import Subject
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import (
    Verb,
)


class Cue(NamedTuple):
    """A reporting word: its span, the chunks it takes (``first`` to ``after``), its subject.

    ``kind``: verb, infinitive, gerund, passive, source ("selon"), viewpoint ("pour"), noun.
    ``order``: SV, VS (subject after the verb, as in an incise), or empty.
    """

    start: int
    end: int
    first: int
    after: int
    kind: str
    verb: Verb | None
    subject: Subject | None
    order: str = ""

    def governs(self, frame: str) -> bool:
        """Whether the verb has this frame (see verbs.txt); words that are no verb have all."""
        return self.verb is None or frame in self.verb.frames

    @property
    def weak(self) -> bool:
        """Whether a fragment after the verb is oftener a name than words ("annonce un « pass culture »")."""
        return self.verb is not None and "w" in self.verb.frames


class Reading(NamedTuple):
    """What a rule needs: the row, where its clause begins, the text, the cue before."""

    row: Sequence[Chunk]
    begin: int
    text: str
    previous: Cue | None
