"""Runs of capitalised words: the raw material of names, with their particles and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import Document, matches_at
from communique.extractors.lost_lines import lost_lines
from communique.extractors.people.wrapping import wrapping_of
from communique.spellings import Caller

# Letters but small ones: small letters beyond these open no French word. What is frequent is ruled out first.
_UPPER = r"[^ a-zß-öø-ÿœšžčćłńőűřşţțșăąęėğı¹²³\W\d_]"
# Raised figures call notes ("Marie Durand²").
_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079]"
_TAIL = rf"(?:['’]{_LETTER}+)*"
# Most letters are these, which are told apart faster.
_REST = rf"[a-zß-öø-ÿ]*+{_LETTER}*+{_TAIL}(?:[-\u2010\u2011](?:[^\S\n]*\n[^\S\n]*)?{_LETTER}+{_TAIL})*"
_WORD = rf"(?![LJTSCQ]['’]|D['’](?!{_UPPER})){_UPPER}{_REST}"
_REST_OF_INITIAL = rf"h?\.(?:[-\u2010]?{_UPPER}h?\.)*"
_INITIAL = rf"{_UPPER}{_REST_OF_INITIAL}"
_GAP = r"(?:[^\S\n]{1,2}|[^\S\n]{0,2}\n[^\S\n]{0,8})"
_PARTICLE = (
    rf"(?:(?:de|du|des|da|das|do|dos|di|del|della|von|vom|van|den|der|ter|ten|zu|zum|zur|ben|bin|bint|ibn|el|al|aït|ag"
    rf"|ould|mint|wa|le|la|y|e|i){_GAP}|[dl]['’]|(?:el|al|ul|ez|ed|ad|as)[-‐‑])"
)
# The first letter comes before what it may follow: a text is searched for a class of letters several
# times faster than for a place.
_RUN = re.compile(
    rf"{_UPPER}(?:(?<![\w'’].)|(?<=\b[lLdD]['’].)|(?<=[qQ]u['’].))"
    rf"(?:{_REST_OF_INITIAL}|(?!(?<=[LJTSCQ])['’]|(?<=D)['’](?!{_UPPER})){_REST})"
    rf"(?:{_GAP}(?:{_PARTICLE}){{0,3}}(?:{_INITIAL}|{_WORD}))*"
)
_PART = re.compile(rf"((?:(?<=\s){_PARTICLE}(?:{_PARTICLE}){{0,2}})?)({_INITIAL}|{_WORD})")


class Word:
    """A capitalised word or initials; ``lead`` is where its particles begin ("de" in "de La Motte")."""

    __slots__ = ("end", "initial", "lead", "plain", "start")

    def __init__(self, lead: int, start: int, end: int, plain: str, initial: bool) -> None:
        self.lead = lead
        self.start = start
        self.end = end
        self.plain = plain
        self.initial = initial


_ANY_UPPER = re.compile(_UPPER)
_WITH_CAPITALS = Caller(lambda form: _ANY_UPPER.search(form.text) is not None)


def _capitals(doc: Document) -> Iterator[int]:
    """Where the words that hold a capital begin, and what follows in those with several."""
    tokens = doc.tokens
    for i in _WITH_CAPITALS.of(doc.forms):
        start = tokens.start[i]
        yield start
        if not tokens.text[i][1:].islower():
            yield from range(start + 1, tokens.end[i])


def runs(doc: Document) -> Iterator[list[Word]]:
    """Capitalised words that stand side by side, particles and wrapped line ends between them."""
    text, wrapping = doc.text, wrapping_of(doc.text)
    lost = {doc.tokens.start[i] for i in lost_lines(doc)}
    for run in matches_at(_RUN, text, _capitals(doc)):
        start, end = run.span()
        if text[start:end].isalpha():
            yield [Word(start, start, end, doc.plain[start:end], False)]
            continue
        words: list[Word] = []
        for part in _PART.finditer(text, run.start(), run.end()):
            start, end = part.span(2)
            word = Word(part.start(), start, end, doc.plain[start:end], text[end - 1] == ".")
            if words and (start in lost or not wrapping.joins(words[-1].end, word.lead)):
                yield words
                words = []
                word.lead = start
            words.append(word)
        if words:
            yield words
