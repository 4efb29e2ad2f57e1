"""Reporting words of a sentence ("précise", "a-t-il ajouté", "selon"): the ordered rules that read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.cue_sources import noun, phrase, phrases, source, viewpoint
from communique.extractors.quotations.cue_verbs import (
    HAVE,
    compound_past,
    conviction,
    finite_verb,
    gerund,
    infinitive,
    inverted_verb,
)
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.verbs import (
    compound_forms,
    forms,
)
from communique.extractors.quotations.words import in_class, listed

_CLAUSE = 90  # chunks that a clause has at most
_CLAUSE_ENDS = frozenset(";:?!.")


@cache
def triggers() -> frozenset[str]:
    """Every word that a rule of this page can begin with, phrases and inverted verbs apart."""
    words = {"selon", "après", "dixit", "pour", *listed("speech_nouns.txt"), *in_class("convinced")}
    return frozenset(words | set(forms()) | set(compound_forms()))


@cache
def _phrase_starts() -> dict[str, frozenset[str]]:
    """First words of the phrases that name a source, with the words that can follow."""
    return {first: frozenset(words[1] for words, _ in found) for first, found in phrases().items()}


@cache
def sentence_triggers() -> frozenset[str]:
    """Words that make a sentence worth reading: of a phrase, its noun or verb and not its preposition."""
    rare = {w for found in phrases().values() for phrase_, _ in found for w in phrase_ if len(w) > 3}
    return triggers() | rare - {"même", "proche"}


def read_cues(row: Sequence[Chunk], text: str) -> list[Cue]:
    """The reporting words of a row, in order."""
    out: list[Cue] = []
    begin = busy = 0
    known, starts = triggers(), _phrase_starts()
    for i, (kind, _, _, low, _) in enumerate(row):
        if kind != "w":
            if kind in _CLAUSE_ENDS and (kind != "." or i + 1 < len(row)):
                begin = i + 1
            continue
        if low not in known and "-" not in low:
            following = row[i + 1].low if i + 1 < len(row) else ""
            apart = low in HAVE and following.startswith("t-")  # "a t-il ajouté"
            if not apart and not (low in starts and following in starts[low]):
                continue
        if i < busy:
            continue
        for rule in RULES:
            cue = rule(Reading(row, max(begin, i - _CLAUSE), text, out[-1] if out else None), i)
            if cue is not None:
                out.append(cue)
                busy = max(i + 1, cue.after)
                break
    return out


def cues_of(scene: Scene, number: int) -> list[Cue]:
    """The reporting words of a sentence, read once."""
    if number not in scene.cues:
        scene.cues[number] = read_cues(scene.row(number).chunks, scene.doc.text)
    found: list[Cue] = scene.cues[number]
    return found


RULES: tuple[Callable[[Reading, int], Cue | None], ...] = (
    phrase, source, viewpoint, inverted_verb, finite_verb, compound_past, gerund, infinitive, conviction,
    noun,
)  # fmt: skip
