"""Words of others inside marked words: « Il m'a répondu : “Nous regardons.” »"""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import read_cues
from communique.extractors.quotations.marks import Marked
from communique.extractors.quotations.names import word_count
from communique.extractors.quotations.noun_phrases import STRONG
from communique.extractors.quotations.scene import Chunk, Scene
from communique.mentions import QuotationMention

_FAR = 6  # chunks between the reporting word and its colon
_LOOK_BACK = 400  # characters before the inner marks
_NAMING = STRONG | {"name"}


def read_nested(scene: Scene) -> Iterator[QuotationMention]:
    """Inner marked words that a reporting word and a colon announce; others are terms."""
    for inner in scene.nested:
        over = scene.quote_over(inner.open)
        if over is None or word_count(scene.doc.text[inner.start : inner.end]) < 2:
            continue
        start = max(scene.quotes[over].start, inner.open - _LOOK_BACK)
        row = _last_sentence(scene.chunks(start, inner.open, inside=True).chunks)
        cue = _announces(row, scene.doc.text) if row and row[-1].kind == ":" else None
        if cue is not None:
            yield _mention(scene, inner, cue, scene.quotes[over].start)


def _last_sentence(row: list[Chunk]) -> list[Chunk]:
    begin = next((j + 1 for j in range(len(row) - 1, -1, -1) if row[j].kind in ".!?…;"), 0)
    return row[begin:]


def _announces(row: list[Chunk], text: str) -> Cue | None:
    """The reporting word that stands right before the colon."""
    for cue in reversed(read_cues(row, text)):
        near = len(row) - 1 - cue.after <= _FAR
        told = cue.kind in ("verb", "infinitive", "noun") and (cue.governs("i") or cue.governs("q"))
        if near and told and not any(c.kind in ",:" for c in row[cue.after : -1]):
            return cue
    return None


def _mention(scene: Scene, inner: Marked, cue: Cue, start: int) -> QuotationMention:
    """The mention; a pronoun is somebody only when the same words name a person before it."""
    who = cue.subject if cue.subject is not None and cue.subject.kind in _NAMING else None
    if who is not None and who.kind == "pronoun" and not scene.names_person(start, who.start):
        who = None
    return QuotationMention(
        start=inner.start,
        end=inner.end,
        kind="direct",
        parts=((inner.start, inner.end),),
        speaker=(who.start, who.end) if who is not None else None,
        cue=(cue.start, cue.end),
        rule="nested/colon",
    )
