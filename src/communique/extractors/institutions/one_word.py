"""Names that museums and parks have in one word, told by its ending: « à deux pas du Préhistomuseum »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import THE_ONE, endings
from communique.gazetteer import places, registry_key

_MUSEUMS = endings("museums")
_PLACES = places()

_SHORTEST = 8


def one_word_museums(ctx: Context) -> Iterator[Candidate]:
    """A capitalised word after its article that ends as such names do."""
    w = ctx.w
    ends = _MUSEUMS
    for i in w.capitals:
        word = w.plain[i]
        if not word.endswith(ends) or len(word) <= _SHORTEST or w.shouted[i] or ctx.in_person[i]:
            continue
        alone = i + 1 >= len(w) or not w.joined(i + 1) or not w.cap[i + 1]
        told = i > 0 and w.joined(i) and w.plain[i - 1] in THE_ONE
        known = w.lower[i] in ctx.lower_words or registry_key(w.text[i]) in _PLACES
        if alone and told and not known:
            yield Candidate(i, i + 1, "culture", "one_word")
