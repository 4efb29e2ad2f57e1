"""The shorter ways in which an article may name a body it has named in full."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import wordset

_LEGAL = wordset("legal")
_KINDS = wordset("kinds")


def short_forms(ctx: Context, c: Candidate) -> Iterator[tuple[int, int]]:
    """Token spans, inside the candidate, that may stand alone for it elsewhere."""
    w = ctx.w
    first, last = c.first, c.last
    if last - first < 2:
        return
    # "Valmont inc." → "Valmont"
    end = last - 1 if w.text[last - 1] == "." else last
    if w.plain[end - 1] in _LEGAL and w.cap[first] and end - 1 > first:
        yield first, end - 1
        return
    # "SMICTOM du Val d'Orain", "CCI Bas-Maine" → the acronym
    if (
        w.is_acronym(first)
        and w.text[first].isupper()
        and w.plain[first] not in _KINDS
        and c.rule == "headed_name"
    ):
        yield first, first + 1
    # "IMT Mines Alès" → "Mines Alès"
    if w.is_acronym(first) and last - first >= 3 and all(w.cap[first:last]):
        yield first + 1, last
    # "centre Aquamar de Kiel" → "Aquamar"
    if (
        not w.cap[first]
        and w.cap[first + 1]
        and c.kind in ("company", "research", "association")
        and (last - first == 2 or w.plain[first + 2] in ("de", "d'", "du"))
    ):
        yield first + 1, first + 2
