"""Brands that their owners write in lower case: « associé chez alméria », then « alméria conseille »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import acts
from communique.extractors.institutions.words import DETERMINERS, OF, ROOM, Words, function_words, wordset
from communique.lexicon import words
from communique.spellings import Caller, Spelling

_NOT_AFTER_CHEZ = wordset("not_after_chez")
_FUNCTION_WORDS = function_words()

_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-zéèêë]{3,20}")
_PRODUCTS = wordset("camel_things")


def _is_camel(form: Spelling) -> bool:
    word = form.text
    if form.capital or not word.isalpha() or word.islower():
        return False
    return _CAMEL.fullmatch(word) is not None and form.plain not in _PRODUCTS


_CAMELS = Caller(_is_camel)
_SHORTEST = 4


def lower_brands(ctx: Context) -> Iterator[Candidate]:
    """A bare word in lower case after « chez », and every use of it without an article."""
    w = ctx.w
    for i in _CAMELS.of(w.doc.forms):
        if not ctx.in_person[i] and _speaks(w, i):
            yield Candidate(i, i + 1, "company", "unknown_name")
    named = {w.plain[k + 1] for k in w.doc.places.get("chez", ()) if _brand(w, k + 1)}
    for word in sorted(named):
        for i in w.doc.places[word]:
            if ctx.in_person[i] or (i and w.joined(i) and w.plain[i - 1] in DETERMINERS | {"du", "des"}):
                continue
            yield Candidate(i, i + 1, "company", "lower_brand")


def _speaks(w: Words, i: int) -> bool:
    """« eVoltis arrive deuxième », « Jean Petit, fondateur d'eVoltis »: a brand with its capital inside."""
    if i + 1 < len(w) and w.joined(i + 1) and acts(w, i + 1):
        return not i or w.plain[i - 1] not in DETERMINERS
    return i > 1 and w.plain[i - 1] in ("de", "d'", "chez") and w.plain[i - 2] in _ROLE_NOUNS


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
