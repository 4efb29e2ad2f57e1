"""What is set beside a name between commas, and the verb after it."""

from __future__ import annotations

from communique.extractors.quotations.clauses import Sentence
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.words import in_class

_FAR = 26  # chunks of "directrice de recherches à l'Institut Pasteur de Lille"


def past_apposition(s: Sentence, i: int) -> int | None:
    """The chunk after the comma that closes what is set beside a name, when a finite verb stands there."""
    for j in range(i, min(i + _FAR, len(s.chunks) - 1)):
        if s.chunks[j].kind == ",":
            return j + 1 if _verb_opens(s, j + 1) else None
        if s.chunks[j].kind not in "wPI().":
            return None
    return None


def _verb_opens(s: Sentence, i: int) -> bool:
    """ "…, ne passe plus", "…, tourne à plein": a finite verb, known or by what else it is not."""
    if has_verb(s.text[s.chunks[i].start : s.chunks[-1].end], first_only=True):
        return True
    low = s.chunks[i].low
    closed = any(low in in_class(c) for c in ("determiners", "prepositions", "relatives", "adverbs"))
    return not closed and low.endswith(("e", "ent", "t", "a")) and noun_kind(low) == "other" and low != "et"
