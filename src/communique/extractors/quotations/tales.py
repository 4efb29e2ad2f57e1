"""Words that a noun of speech announces, told of in a relative clause or in the paragraph before."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class, listed

_SPEECH_NOUNS = listed("speech_nouns.txt")
_TESTIMONIES = in_class("testimonies")
_GIVES = frozenset(
    {
        "fait",
        "dresse",
        "livre",
        "donne",
        "tire",
        "adresse",
        "envoie",
        "pose",
        "faisait",
        "dressait",
        "livrait",
    }
)
_NEAR = 6  # chunks of "Le récit sans fard qu'elle en | livre"
_WITHIN = 5  # chunks of "Voici donc son témoignage"
_SAID = 6  # words of a testimony, and no title
_LINKS = frozenset({"mais", "et", "ou", "voire"})


def teller(clause: Sequence[Chunk], text: str) -> Subject | None:
    """ "Le récit qu'elle en fait est drôle :", "Le constat que dresse Jeanne Petit est sévère :"."""
    for j, chunk in enumerate(clause[:_NEAR]):
        if chunk.low not in ("que", "qu'") or j == 0:
            continue
        if not any(c.low in _SPEECH_NOUNS or c.low in _TESTIMONIES for c in clause[:j]):
            return None
        gives = next((k for k in range(j + 1, min(j + _NEAR, len(clause))) if clause[k].low in _GIVES), None)
        if gives is None:
            return None
        found = read_np(clause, j + 1 if gives > j + 1 else gives + 1, text)
        return found if found is not None and found.kind in STRONG else None
    return None


def testified(p: Place) -> Attribution | None:
    """Jeanne Petit a tout vu. Son témoignage a été recueilli hier. ¶ « … »."""
    if not p.opens_row or not p.number or word_count(p.words) < _SAID or not has_verb(p.words):
        return None
    before = p.scene.row(p.number - 1)
    if "\n" not in p.text[before.end : p.quote.open] or any(c.kind == "Q" for c in before.chunks):
        return None
    for own, noun in zip(before.chunks[:_WITHIN], before.chunks[1 : _WITHIN + 1], strict=False):
        if own.low in ("son", "ses") and noun.low in _TESTIMONIES:
            return Attribution("testified", None, Subject("pronoun", own.start, own.end, 0))
    return None


def linked(p: Place) -> Attribution | None:
    """X s'est dit prêt à discuter. ¶ Mais « pas à n'importe quel prix »: a link is all that stands before."""
    if p.k != 1 or not p.number or p.chunks[0].low not in _LINKS or not p.words[0].islower():
        return None
    before = p.scene.row(p.number - 1)
    if "\n\n" in p.text[before.end : p.quote.open]:
        return None
    for cue in reversed(cues_of(p.scene, p.number - 1)):
        if (
            cue.subject is not None
            and cue.subject.kind in STRONG | {"unnamed", "name"}
            and cue.kind != "noun"
        ):
            return Attribution("linked", None, cue.subject)
    return None


def beside_marks(p: Place) -> Subject | None:
    """« … » Jeanne Petit, étudiante du groupe: a name with a function, no verb, right after the words."""
    if p.words[-1] not in ".!?…" or p.k + 1 != len(p.chunks) or p.number + 1 >= len(p.scene.starts):
        return None
    row = p.scene.row(p.number + 1)
    if len(row.chunks) < 3 or row.chunks[0].kind != "P" or row.chunks[1].kind != ",":
        return None
    if p.text[p.quote.close : row.start].strip() or cues_of(p.scene, p.number + 1):
        return None
    if any(has_verb(c.low, first_only=True) for c in row.chunks if c.kind == "w"):
        return None
    return Subject("person", row.chunks[0].start, row.chunks[0].end, 1)
