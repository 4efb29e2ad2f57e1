"""Whether a text is French at all, by its most frequent words."""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon import words

_ROOM = "communique.segment"

_FREQUENT_WORDS = words(_ROOM, "frequent_words.txt")
_OTHER_FREQUENT_WORDS = words(_ROOM, "other_frequent_words.txt")
MIN_WORDS = 12


def looks_french(tokens: Sequence[str]) -> bool:
    """False when the lower-case ``tokens`` are plainly of another language; short texts get the benefit.

    >>> looks_french("le conseil de la ville a voté le budget dans la nuit pour les écoles".split())
    True
    >>> looks_french("the council of the city has voted on the budget for all of its schools".split())
    False
    """
    frequent, foreign = _FREQUENT_WORDS, _OTHER_FREQUENT_WORDS
    first = tokens[:2000]
    french = other = 0
    for token in first:
        if token in frequent:
            french += 1
        if token in foreign:
            other += 1
    if french >= max(other, MIN_WORDS) and french * 25 >= len(first):
        return True
    sample = [w for w in first if w[0].isalpha()]
    if len(sample) < MIN_WORDS:
        return True
    if french + other == 0:
        # No grammatical word at all: a list of names or figures, unless the script is another.
        return sum(c < "\u0250" for w in sample for c in w) * 2 > sum(map(len, sample))
    return french >= other and french * 25 >= len(sample)
