"""Brands that their owners write in lower case: « associé chez alméria », then « alméria conseille »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import DETERMINERS, OF, Words, function_words, wordset

_NOT_AFTER_CHEZ = wordset("not_after_chez")
_FUNCTION_WORDS = function_words()

_SHORTEST = 4


def lower_brands(ctx: Context) -> Iterator[Candidate]:
    """A bare word in lower case after « chez », and every use of it without an article."""
    w = ctx.w
    named = {w.plain[k + 1] for k in w.doc.places.get("chez", ()) if _brand(w, k + 1)}
    for word in sorted(named):
        for i in w.doc.places[word]:
            if ctx.in_person[i] or (i and w.joined(i) and w.plain[i - 1] in DETERMINERS | {"du", "des"}):
                continue
            yield Candidate(i, i + 1, "company", "lower_brand")


def _brand(w: Words, i: int) -> bool:
    """Whether the word at token ``i`` can be nothing but a name: it has no article, and the phrase ends."""
    if i + 1 > len(w) - 1 or not w.joined(i) or w.cap[i] or not w.is_word(i):
        return False
    word = w.plain[i]
    if len(word) < _SHORTEST or word in _FUNCTION_WORDS or word in _NOT_AFTER_CHEZ or w.is_adjective(i):
        return False
    if word[-1] in "sx" and len(w.doc.places[word]) < 2:
        return False  # "chez patients atteints de"
    after = w.plain[i + 1]
    return not w.joined(i + 1) or not w.is_word(i + 1) or after in OF or after in _FUNCTION_WORDS
