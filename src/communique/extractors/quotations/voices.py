"""Somebody who speaks through another: "Jeanne Petit, par la voix de son avocat, Me Durand, conteste"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.noun_phrases import Subject, named
from communique.extractors.quotations.scene import Chunk

_VOICES = frozenset({"voix", "bouche", "intermédiaire", "entremise", "truchement", "biais", "plume"})
_BESIDE = 8  # chunks of ", président du comité," between a name and "par la voix de"
_LENT = 16  # chunks of "son premier adjoint chargé des sports, Paul Durand,"


def lender(row: Sequence[Chunk], verb: int) -> Subject | None:
    """The person in whose name the subject of the verb at chunk ``verb`` speaks.

    A body speaks through the person; that is no business of this rule.
    """
    par = next((j for j in range(verb - 3) if row[j].low == "par" and row[j + 2].low in _VOICES), None)
    if par is None or row[par + 1].low not in ("la", "l'", "le"):
        return None
    if par and row[par - 1].kind == ",":
        for j in range(par - 2, max(-1, par - _BESIDE), -1):
            if row[j].kind == "I":
                return None
            if row[j].kind == "P" and row[j + 1].kind == ",":
                return named(row, j)
    if par == 0 or row[par - 1].kind in ",;":
        before = row[verb - 1]
        names = [j for j in range(par + 3, min(verb, par + _LENT)) if row[j].kind == "P"]
        own = names[-1] if names and row[names[-1] - 1].kind == "," else None
        if own is not None and own > par + 5 and before.kind != ",":
            return named(row, own)
    return None
