"""The nouns that a function is built on ("directrice", "vice-président", "enseignante-chercheuse")."""

from __future__ import annotations

import re
from functools import cache

from communique.document import split_tokens
from communique.extractors.people.lexicon import ROOM
from communique.lexicon import lines, words
from communique.memos import remember

PREFIXES = ("vice-", "v-", "co-", "ex-", "sous-", "co", "inter-", "archi", "néo-")
_INCLUSIVE = re.compile(r"(?:[·•.(/-](?:e|ne|le|trice|rice|euse|se|ère|ière|fe|esse|sse|ice)s?\)?)+s?$")
# "sismologue", "hématologiste", "gériatre", but not "catalogue"
_LEARNED_ENDS = ("ologue", "logiste", "iatre", "thérapeute", "icien", "icienne")
_LEARNED = re.compile(rf"\w{{2,}}(?:{'|'.join(_LEARNED_ENDS)})s?$")
# Who plays beside somebody has no function by that.
_BESIDE = frozenset(("chef-lieu", "chefs-lieux", "coéquipier", "coéquipière", "coéquipiers", "coéquipières"))
NOT_LEARNED = frozenset(("prologue", "monologue", "homologue", "apologue", "décalogue"))
_FEMININE = (
    ("teur", "trice"), ("eur", "euse"), ("eur", "eure"), ("en", "enne"), ("er", "ère"),
    ("if", "ive"), ("x", "se"), ("é", "ée"), ("an", "ane"), ("at", "ate"), ("nt", "nte"),
    ("al", "ale"), ("el", "elle"), ("on", "onne"), ("u", "ue"), ("i", "ie"), ("et", "ète"),
)  # fmt: skip


def feminine(masculine: str) -> str:
    """The regular feminine: ``feminine("directeur"), feminine("doyen"), feminine("élu")``.

    >>> feminine("directeur"), feminine("doyen"), feminine("élu"), feminine("ministre")
    ('directrice', 'doyenne', 'élue', 'ministre')
    """
    for ending, other in _FEMININE:
        if masculine.endswith(ending):
            return masculine.removesuffix(ending) + other
    return masculine


@cache
def heads() -> frozenset[str]:
    """Singular role nouns of one word, masculine and feminine, lower case with accents."""
    rome = words(ROOM, "role_heads_rome.txt") - words(ROOM, "role_heads_rome_not.txt")
    phrases = ("-".join(split_tokens(line)) for line in lines(f"{ROOM}.roles", "phrases.txt"))
    return rome.union(curated(), words(f"{ROOM}.roles", "english_heads.txt"), phrases)


@cache
def _curated() -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of ``role_heads.txt``, and their feminines."""
    men: set[str] = set()
    women: set[str] = set()
    for line in lines(ROOM, "role_heads.txt"):
        masculine, *others = line.split("/")
        men.add(masculine)
        women.update(others or [feminine(masculine)])
        if masculine.endswith("eur"):
            women.add(masculine + "e")
    return frozenset(men), frozenset(women)


@cache
def curated() -> frozenset[str]:
    """The nouns of ``role_heads.txt`` with their feminines."""
    men, women = _curated()
    return men | women


@cache
def feminines() -> frozenset[str]:
    """The forms of ``role_heads.txt`` that name a woman only ("présidente"), not "maire" nor "recrue"."""
    men, women = _curated()
    return women - men


@cache
def known_heads() -> frozenset[str]:
    """As :func:`heads`, without the open list of professions, some of which are things too ("grue")."""
    return heads() - (words(ROOM, "role_heads_rome.txt") - curated())


def is_known_head(word: str) -> bool:
    """As :func:`is_head` for the nouns that name people only."""
    if not is_head(word):
        return False
    bare, known = singular(word), known_heads()
    return bare in known or bare not in heads() or bare.partition("-")[0] in known


def singular(word: str) -> str:
    """The word without its plural mark: ``singular("présidents")`` is ``"président"``."""
    return word[:-1] if len(word) > 4 and word[-1] in "sx" and word not in heads() else word


# What was said of the words met: asked of every word of a text, and words come again.
_met: dict[str, bool] = {}
_MOST_MET = 1 << 14


def is_head(word: str) -> bool:
    """Is the word, in lower case, a role noun, compound, prefixed, inclusive or plural forms included?

    >>> [is_head(w) for w in ("vice-présidente", "professeur·e", "coprésidents", "montagne")]
    [True, True, True, False]
    """
    found = _met.get(word)
    return remember(_met, word, _is_head(word), _MOST_MET) if found is None else found


def _is_head(word: str) -> bool:
    known = heads()
    if word in _BESIDE:
        return False
    if word in known or singular(word) in known:
        return True
    if (
        word.removesuffix("s").endswith(_LEARNED_ENDS)
        and _LEARNED.match(word)
        and word.rstrip("s") not in NOT_LEARNED
    ):
        return True
    inclusive = not word.isalpha() and word.rstrip("s)")[-1:] == "e"
    if inclusive and (bare := _INCLUSIVE.sub("", word)) != word and bare in known:
        return True
    for prefix in PREFIXES if word.startswith(PREFIXES) else ():
        if word.startswith(prefix) and len(word) > len(prefix) + 3 - 2 * (prefix == "ex-"):
            rest = singular(word[len(prefix) :])
            if rest in known or rest.partition("-")[0] in known:
                return True
    first, hyphen, rest = word.partition("-")
    if hyphen and _LEARNED.match(word.rpartition("-")[2]):
        return True  # "onco-rhumatologue"
    return bool(hyphen) and (first in known or singular(first) in known) and len(rest) > 2
