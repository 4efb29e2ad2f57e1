"""What the learned model is told of a name's words by their vectors: how far each speaks for a body.

The list is made by ``scripts/build_word_kinds.py``; a word that it lacks tells nothing.
"""

from __future__ import annotations

from functools import cache

from communique.extractors.institutions.words import ROOM, Words
from communique.lexicon import lines


@cache
def word_kinds() -> dict[str, tuple[int, str]]:
    """Each word with by how much it speaks for a body, −3 to 3, and the likeliest class of what it names.

    >>> word_kinds()["Carrefour"], word_kinds()["Béziers"]
    ((3, 'company'), (-3, 'place'))
    """
    entries = (line.split(" ") for line in lines(ROOM, "word_kinds.txt"))
    return {word: (int(odds), kind) for word, odds, kind in entries}


def word_features(w: Words, i: int, j: int) -> list[str]:
    """Of the name of tokens ``i`` to ``j``: what one word names, or how far several speak for a body."""
    known, told = word_kinds(), []
    for k in range(i, j):
        if w.cap[k] and (entry := known.get(w.text[k])) is not None:
            told.append(entry)
    if not told:
        return []
    if j - i == 1:
        return [f"wv={told[0][0]}", f"wv:{told[0][1]}"]
    mean = sum([odds for odds, _ in told]) / len(told)
    return [f"wvM={round(mean)}", f"wvX={max([odds for odds, _ in told])}"]
