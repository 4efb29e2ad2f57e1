"""Towns and districts that an article ranks: « Saverdane arrive en tête des 24 communes »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.words import Words, wordset

_PLACES_RANKED = wordset("places_ranked")
_RANKING_WORDS = wordset("ranking_words")
_PLACES_SAID = wordset("places_said")
_BECOMING = wordset("becoming")
_BEFORE_RANKED = wordset("before_ranked")

_REACH = 5


def ranked_places(w: Words) -> Iterator[str]:
    """Names alone in a sentence that ranks places."""
    for i in w.places_of(_PLACES_RANKED):
        before = w.plain[max(0, i - _REACH) : i]
        ranked = not _RANKING_WORDS.isdisjoint(before)
        if ranked:
            sentence = w.doc.sentence_at(w.start[i])
            if sentence is not None:
                first, last = w.doc.tokens.at(sentence.start), w.doc.tokens.before(sentence.end)
                yield from _alone(w, first, last + 1)
    for i in w.places_of(_PLACES_SAID):
        # "Champreval est la ville la plus chère", "devient la première commune"
        k = i - 1
        while k > 0 and (w.plain[k].endswith("ieme") or w.plain[k] in _RANKING_WORDS):
            k -= 1
        article = w.plain[k] in ("la", "le", "l'", "une", "un")
        if k > 1 and article and w.plain[k - 1] in _BECOMING and w.cap[k - 2]:
            yield w.text[k - 2]


def _alone(w: Words, first: int, last: int) -> Iterator[str]:
    """Capitalised words that stand alone where what is ranked stands."""
    for i in range(first, min(last, len(w))):
        if not w.cap[i] or w.is_acronym(i) or len(w.text[i]) < 3:
            continue
        follows = i + 1 < len(w) and w.joined(i + 1) and w.cap[i + 1]
        if follows or (i > first and w.joined(i) and w.cap[i - 1]):
            continue
        if i == first or w.text[i - 1] in ",;" or w.plain[i - 1] in _BEFORE_RANKED:
            yield w.text[i]
