"""Names in other languages, whose small words are not French: "Universität zu Köln"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import ROOM, Words, endings, wordset
from communique.lexicon import lines
from communique.records import InstitutionKind

_FOREIGN_ACTS = wordset("foreign_acts")
_GERMANIC = endings("germanic")

_LONGEST = 10


@cache
def _nouns() -> dict[str, InstitutionKind]:
    pairs = (line.split("|") for line in lines(ROOM, "foreign_nouns.txt"))
    return {noun.strip(): cast("InstitutionKind", kind.strip()) for noun, kind in pairs}


def foreign_names(ctx: Context) -> Iterator[Candidate]:
    """A foreign noun of institutions with the capitalised words around it and their small words."""
    w, nouns, until = ctx.w, _nouns(), 0
    for i in w.capitals:
        if i < until:
            continue
        kind = nouns.get(w.plain[i]) or nouns.get(w.plain[i].rpartition("-")[2] if "-" in w.plain[i] else "")
        if kind is None or w.shouted[i]:
            continue
        first, last = _first(ctx, i, until), _last(ctx, i)
        if last - first > 1 and kind in ("education", "culture") and _in_town(ctx, last):
            last = w.glued(last + 1)  # "Hochschule für Musik de Detmold"
        if w.plain[last - 1] in _FOREIGN_ACTS:
            continue  # "Digital Economy and Society Index"
        if last - first > 1 or "-" in w.text[i]:
            until = last
            yield Candidate(first, last, kind, "foreign_name")


def _first(ctx: Context, i: int, until: int) -> int:
    """Where the name begins: adjectives stand before the noun, as in "Technische Universität"."""
    w, first = ctx.w, i
    while first > until and i - first < 3 and w.joined(first) and w.cap[first - 1] and w.is_word(first - 1):
        if ctx.in_person[first - 1] or w.opens_sentence(first - 1):
            break
        first -= 1
    return first


def _last(ctx: Context, i: int) -> int:
    """Where it ends: after the last capitalised word, small words of its language between."""
    w = ctx.w
    germanic = w.plain[i].endswith(_GERMANIC) or w.lower[i] == "universität"
    small = wordset("germanic_links" if germanic else "foreign_links")
    end = w.glued(i)
    while end < len(w) and end - i < _LONGEST and w.joined(end):
        if w.cap[end] and not ctx.in_person[end]:
            end = w.glued(end)
            continue
        k = _suspended(w, end)
        steps = 0
        while k + 1 < len(w) and steps < 3 and w.lower[k] in small and w.joined(k + 1):
            k, steps = k + 1, steps + 1
        k = _suspended(w, k)
        if not steps or k >= len(w) or not w.cap[k]:
            break
        end = w.glued(k)
    return end


def _in_town(ctx: Context, k: int) -> bool:
    """« *de Detmold* » after the name, in French."""
    w = ctx.w
    if k + 1 >= len(w) or w.plain[k] not in ("de", "d'") or not w.joined(k) or not w.joined(k + 1):
        return False
    town = w.cap[k + 1] and not w.is_acronym(k + 1) and not ctx.in_person[k + 1] and not ctx.stops(k + 1)
    return town and len(w.text[k + 1]) > 2


def _suspended(w: Words, k: int) -> int:
    """After the hyphen of "Luft- und Raumfahrt"."""
    return k + 1 if k + 1 < len(w) and w.text[k] == "-" and w.gap(k) == "" and w.joined(k + 1) else k
