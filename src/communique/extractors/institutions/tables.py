"""Names in the cells of a table whose header says what they are: « Rang | Entreprise | Demandes »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.usage_lists import company_nouns
from communique.extractors.institutions.words import wordset
from communique.gazetteer import registry_key
from communique.lexicon import singular
from communique.records import InstitutionKind

_COLUMN_HEADS = wordset("column_heads")
_COMPANY_NOUNS = company_nouns()
_HEADS = heads()

_BAR = re.compile(r" *[\t|][ \t|]*")
_LONGEST = 8


def table_names(ctx: Context) -> Iterator[Candidate]:
    """The whole cells of a column of bodies."""
    text = ctx.w.doc.text
    if "\t" not in text and "|" not in text:
        return
    column: int | None = None
    kind: InstitutionKind | None = None
    start = 0
    for line in text.split("\n"):
        if "\t" not in line and "|" not in line:
            column = None
            start += len(line) + 1
            continue
        cells = list(_cells(line, start))
        start += len(line) + 1
        if len(cells) < 2:
            column = None
            continue
        if column is None:
            for n, (first, last) in enumerate(cells):
                noun = singular(registry_key(text[first:last]))
                if noun in _COLUMN_HEADS or noun in _COMPANY_NOUNS:
                    column, kind = n, _kind(noun)
                    break
            continue
        if column < len(cells) and (found := _named(ctx, *cells[column], kind)) is not None:
            yield found


def _cells(line: str, start: int) -> Iterator[tuple[int, int]]:
    """The spans of a line's cells."""
    stripped = line.strip(" |\t")
    if not stripped:
        return
    offset = line.index(stripped)
    bounds = [0, *(b for m in _BAR.finditer(stripped) for b in m.span()), len(stripped)]
    for n, (first, last) in enumerate(pairwise(bounds)):
        if n % 2 == 0:
            yield start + offset + first, start + offset + last


def _kind(noun: str) -> InstitutionKind | None:
    kind = _COMPANY_NOUNS.get(noun) or next((h.kind for h in _HEADS.get(noun, ()) if len(h.words) == 1), None)
    return None if kind == "other" else kind


def _named(ctx: Context, first: int, last: int, kind: InstitutionKind | None) -> Candidate | None:
    w = ctx.w
    if first >= last:
        return None
    i, j = w.doc.tokens.at(first), w.doc.tokens.before(last) + 1
    if not i < j <= i + _LONGEST or not w.cap[i] or any(ctx.in_person[i:j]):
        return None
    while j > i and w.text[j - 1] in ").":  # "Auralec (Loire)"
        opening = next((k for k in range(i + 1, j) if w.text[k] == "("), None)
        if opening is None:
            break
        j = opening
    if any(w.text[k] in ",;:()" for k in range(i, j)):
        return None
    return Candidate(i, j, kind, "table_cell") if j > i else None
