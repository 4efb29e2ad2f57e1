"""Words between which a page lost a space or a full stop: "DurandDirectrice", "la merLa ville"."""

from __future__ import annotations

from communique.lexicon import words

_SECOND = words("communique.lexicon", "glued.txt")
_LEAST = 3  # letters of the first


def glued_at(surface: str) -> int:
    """Where the second of two glued words begins, 0 in a word that is one.

    >>> glued_at("DurandDirectrice"), glued_at("OpenClassrooms"), glued_at("Durand"), glued_at("DURAND")
    (6, 0, 0, 0)
    """
    if surface[1:].islower() or surface.isupper():
        return 0
    for i in range(_LEAST, len(surface)):
        if surface[i].isupper() and surface[i - 1].islower() and surface[i:].lower() in _SECOND:
            return i
    return 0
