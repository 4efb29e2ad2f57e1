"""A name right after marked words: « … », Jeanne Martin, conservatrice; « … » Jeanne Martin, le 4 mai."""

from __future__ import annotations

from itertools import pairwise

from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import Subject, named
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.words import in_class

_AUXILIARIES = in_class("auxiliaries")
_DONE_TO = frozenset({("a", "été"), ("est", "mort"), ("est", "morte"), ("est", "décédé"), ("est", "décédée")})


def named_after(p: Place) -> Attribution | None:
    """« … », Jeanne Martin, conservatrice; « … » (Jeanne Martin); « … » : Jeanne Martin en est sûre."""
    if not p.opens_row or word_count(p.words) < 3 or p.k + 2 >= len(p.chunks):
        return None
    if p.chunks[p.k + 1].kind == "P" and _signs_under(p):
        return Attribution("named-after", None, named(p.chunks, p.k + 1))
    sign, name = p.chunks[p.k + 1 : p.k + 3]
    if name.kind != "P" or sign.kind not in ",(:–—" or not (has_verb(p.words) or sign.kind != ","):
        return None
    lows = [c.low for c in p.chunks[p.k + 3 :]]
    if sign.kind == ":" and any(pair in _DONE_TO for pair in pairwise(lows)):
        return None  # "« C'est injuste » : Jeanne Petit a été renversée"
    return Attribution("named-after", None, Subject("person", name.start, name.end, p.k + 3))


def _signs_under(p: Place) -> bool:
    """« … » Jeanne Petit, le 4 mai 2024 sur son blog: a name that no verb follows."""
    rest = p.chunks[p.k + 2 :]
    if rest and rest[0].kind not in ",(.–—":
        return False
    return not any(
        c.kind == "w" and (c.low in _AUXILIARIES or has_verb(c.low, first_only=True)) for c in rest
    )
