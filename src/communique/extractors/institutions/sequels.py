"""What goes on a name that a rule has read: a legal form in lower case, the country of a branch."""

from __future__ import annotations

from dataclasses import replace

from communique.extractors.institutions.candidates import Candidate
from communique.extractors.institutions.words import Words, wordset

_FORMS = wordset("forms_after")
_DOTTED = (("a", "s", "b", "l"), ("a", "i", "s", "b", "l"), ("v", "z", "w"))
_LANDS = wordset("countries_named")
_ENDS = frozenset(",;)")


def longer(w: Words, c: Candidate) -> Candidate:
    """« Voie Large *asbl* », « Les Amis de la Mer *- France* »: the candidate with what ends its name."""
    j = c.last
    if j >= len(w) or c.name is not None or c.acronym is not None:
        return c
    end = 0
    if w.text[j] in _FORMS and w.joined(j):
        end = j + 1
    elif w.plain[j] in ("a", "v") and w.text[j + 1 : j + 2] == ["."] and w.joined(j):
        end = _dotted_end(w, j)
    elif c.kind == "association" and w.text[j] in "-–" and w.gap(j) == " " and c.last - c.first > 1:
        end = _branch_end(w, j)
    return replace(c, last=end, body=None) if end else c


def _dotted_end(w: Words, j: int) -> int:
    """The end of « a.s.b.l. » at token ``j``; 0 where it is no such form."""
    for letters in _DOTTED:
        size = 2 * len(letters)
        if tuple(w.plain[j : j + size : 2]) == letters and set(w.text[j + 1 : j + size : 2]) == {"."}:
            return j + size
    return 0


def _branch_end(w: Words, j: int) -> int:
    """The end of the country after the dash at token ``j``, where an item of a list ends with it."""
    k = j + 1
    if k >= len(w) or not w.cap[k] or w.plain[k] not in _LANDS or w.gap(k) != " ":
        return 0
    return k + 1 if k + 1 >= len(w) or w.text[k + 1] in _ENDS or w.line_break(k + 1) else 0
