"""Whether a text is French at all, by its most frequent words."""

from __future__ import annotations

from collections.abc import Sequence

# Grammatical words that are frequent in the language and rare in the others of the list.
_FRENCH = frozenset(
    "le la les l' d' du des un une et est sont dans pour par sur avec au aux ce cette ces que qui qu' se s' n' ne "
    "pas plus nous vous il elle ont été à en son sa ses leur leurs dont où mais ou notre nos".split()
)
_OTHER = frozenset(
    "the of and to in is that for with was are this by from have has will be not at or as its their "
    "der die das und ist nicht mit von den dem ein eine für auf zu im sich auch wird "
    "el los las del que y por con para una como es su al se más fue "
    "il lo gli della di che e per non una sono con nel alla dei è "
    "het een van en de dat niet zijn op te met voor aan door worden "
    "o os da do em um uma não com para dos das no na".split()
)
MIN_WORDS = 12


def looks_french(words: Sequence[str]) -> bool:
    """False when the lower-case ``words`` are plainly of another language; short texts get the benefit.

    >>> looks_french("le conseil de la ville a voté le budget dans la nuit pour les écoles".split())
    True
    >>> looks_french("the council of the city has voted on the budget for all of its schools".split())
    False
    """
    sample = [w for w in words[:2000] if w[0].isalpha()]
    if len(sample) < MIN_WORDS:
        return True
    french = sum(w in _FRENCH for w in sample)
    other = sum(w in _OTHER and w not in _FRENCH for w in sample)
    if french + other == 0:
        # No grammatical word at all: a list of names or figures, unless the script is another.
        return sum(c < "\u0250" for w in sample for c in w) * 2 > sum(map(len, sample))
    return french >= other and french * 25 >= len(sample)
