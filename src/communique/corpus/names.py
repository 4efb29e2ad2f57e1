"""Names made comparable: what two articles write differently though they mean the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from communique.lexicon import words as word_list

_APART = re.compile(r"[^0-9a-z]+")
_ARTICLE = re.compile(r"^(?:les? |la |l )")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})


@cache
def fold(name: str) -> str:
    """Lower case, no accents, one space for whatever is no letter or digit.

    >>> fold("École  des Mines d’Alès"), fold("Cœur-de-Ville")
    ('ecole des mines d ales', 'coeur de ville')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _APART.sub(" ", bare.casefold()).strip()


def body_key(name: str) -> str:
    """The folded name of an institution, without its article.

    >>> body_key("L’Usine nouvelle") == body_key("Usine Nouvelle")
    True
    """
    return _ARTICLE.sub("", fold(name), count=1)


def slug(name: str) -> str:
    """A name for an identifier. What has no Latin letter keeps its code points.

    >>> slug("Hélène Vandamme"), slug("東京")
    ('helene-vandamme', 'u6771-u4eac')
    """
    return fold(name).replace(" ", "-") or "-".join(f"u{ord(c):x}" for c in name[:12]) or "x"


def ranking_key(name: str) -> str:
    """A ranking's folded name without its year or the word for a ranking, to follow it over editions.

    >>> ranking_key("classement 2024 de Shanghai") == ranking_key("Classement de Shanghai")
    True
    """
    words = [w for w in fold(name).split() if not re.fullmatch(r"(?:19|20)\d\d", w)]
    while len(words) > 1 and words[0] in _RANKING_WORDS:
        words.pop(0)
    return " ".join(words)


_RANKING_WORDS = frozenset(
    ["classement", "palmares", "ranking", "le", "la", "les", "l", "du", "de", "des", "d", "edition"]
)


@cache
def is_ambiguous(key: str) -> bool:
    """Whether a folded name says what a body is without saying which one."""
    return key in _ambiguous()


@cache
def _ambiguous() -> frozenset[str]:
    return word_list("communique.corpus", "ambiguous.txt")


def singular(noun: str) -> str:
    """A folded noun without its plural mark, good enough to look it up.

    >>> singular("Étudiants"), singular("journaux"), singular("élèves ingénieurs")
    ('etudiant', 'journal', 'eleve ingenieur')
    """
    return " ".join(_singular(word) for word in fold(noun).split())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("aux") and not word.endswith("eaux"):
        return word[:-2] + "l"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


_FEMININE = re.compile(r"(?:trice|euse|iere|ienne|onne|ante|ente|esse|ive|eure|cheffe)$")
_MASCULINE = re.compile(r"(?:eur|ier|ien|ant|ent|if)$")
# Written in the masculine for women too, often enough to prove nothing.
_UNMARKED = frozenset(
    [
        "professeur",
        "docteur",
        "auteur",
        "ingenieur",
        "procureur",
        "chef",
        "medecin",
        "defenseur",
        "entrepreneur",
    ]
)


def title_gender(title: str) -> str | None:
    """ "f" or "m" when the role's noun says it, else None.

    >>> title_gender("directrice générale"), title_gender("président-directeur"), title_gender("maire")
    ('f', 'm', None)
    """
    words = fold(title).split()
    for accented, word in zip(re.split(r"\W+", title.casefold()), words, strict=False):
        if word in _UNMARKED:
            return None
        if _FEMININE.search(word) or accented.endswith("ée"):
            return "f"
        if _MASCULINE.search(word) or accented.endswith("é"):
            return "m"
        if word not in ("vice", "co", "ex"):
            return None
    return None


def civility_gender(civility: str | None) -> str | None:
    """ "f" for Mme, "m" for M., None for what is said of both.

    >>> civility_gender("Mme"), civility_gender("Pr")
    ('f', None)
    """
    return {"mme": "f", "mlle": "f", "mmes": "f", "m": "m", "mm": "m"}.get(fold(civility or ""))
