"""Pieces of patterns that the rules share; all read the ``plain`` shadow (lower case, no accents)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from communique.document import Document, starts_of
from communique.lexicon import lines, words
from communique.lexicon.lazy import lazy as lazy

EX_AEQUO = r"ex[ -]?(?:ae|æ|e)quo"
RANK_NOUN = r"(?:places?|rangs?|positions?|marche|echelon)"
_ENDINGS = (
    "e",
    "es",
    "ent",
    "ee",
    "ees",
    "er",
    "ant",
    "ait",
    "aient",
    "a",
    "ons",
    "erent",
    "era",
    "eront",
    "erait",
)

_LONGEST_LEFT = 48  # characters of "se classent a la tres honorable", and some
# A position's own words to the left: "se classe 5e", "à la 38e place", "une belle 3e place".
_LEFT = lazy(
    r"(?:\b(?:se\s+classe(?:nt)?|classee?s?)\s+(?:a\s+la\s+|au\s+|en\s+)?|\b(?:a\s+la|"
    r"a\s+une|dans\s+l[ae]s?|sur\s+l[ae])\s+"
    r"|\b(?:au|en|la|le|les|une|un|sa|son|leur)\s+)?(?:(?:tres\s+)?(?:belle|bonne|"
    r"honorable)\s+|tout(?:e)?\s+)?$"
)
_LEFT_ENDS = (
    "classe", "classent", "classee", "classes", "classees", "la", "le", "les", "au", "en", "une", "un", "sa",
    "son", "leur", "belle", "bonne", "honorable", "tout", "toute",
)  # fmt: skip
YEAR = lazy(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")
RESPECTIVELY = lazy(r"\brespectivement\b")
# "devant la réparation automobile, …": those that somebody is set before, up to what follows them.
_BESIDE_OTHERS = lazy(r"\b(?:devant|derriere|devanc\w+|talonn\w+|suivie?s?\sd\w*)\s?[^,;.:()\n]{2,60},\s$")
# Where what is said of a position ends.
ZONE_END = lazy(
    r"[,;:(.!?)]|\s(?:devant|derriere|avec|contre|selon|grace|apres|pour|qui|que|dont|"
    r"ou|par)\s"
)
MEASURES = lazy(
    r"\s*(?:m\b|metres?|km|points?|ans?\b|annees?|mois|jours?|heures?|minutes?|euros?|"
    r"%|criteres?|h\b|criteres|etoiles?|"
    r"tours?|manches?|etapes?|epreuves?|disciplines?|domaines?|pays\b|continents?|"
    r"sites?\b|(?:derniere|prochaine)s?)"
)
# Rankings are this article's matter: a bare "12e" beside a name is then a rank.
_TELLING = ("classe", "palmares", "medaill", "championn", "barometre", "ranking", "podium")
_CONTEXT = lazy(
    rf"\bfinale\b|\bcompetition|\btournoi\b|\btop[ -]?\d|\b{RANK_NOUN}\b|{EX_AEQUO}|"
    r"\(\d{1,4}(?:e|er|re|eme)\b[^()\n]{0,40}\)"
)
_CONTEXT_BEGINS = (
    "finale", "competition", "tournoi", "top", "place", "rang", "position", "marche", "echelon", "ex", "(",
)  # fmt: skip


def has_context(doc: Document) -> bool:
    """Whether the article speaks of rankings at all."""
    plain = doc.plain
    if any(word in plain for word in _TELLING):
        return True
    return any(_CONTEXT.match(plain, start) is not None for start in starts_of(plain, _CONTEXT_BEGINS))


def left_of(before: str) -> int:
    """How many characters at the end of ``before`` are a position's own words.

    >>> left_of("Elle se classe à la".replace("à", "a") + " ")
    15
    """
    if not before[-1:].isspace() or not before.rstrip().endswith(_LEFT_ENDS):
        return 0
    found = _LEFT.search(before, max(0, len(before) - _LONGEST_LEFT))
    return len(found.group()) if found else 0


def beside_others(before: str) -> bool:
    """Whether what stands before tells whom somebody is set before, up to its comma."""
    return before[-2:-1] == "," and _BESIDE_OTHERS.search(before) is not None


@cache
def placing_verbs() -> frozenset[str]:
    """Forms of the verbs that put a subject at a rank, without accents."""
    out = set()
    for entry in lines(__package__, "placing_verbs.txt"):
        out.update([entry[:-1] + e for e in _ENDINGS] if entry.endswith("-") else [entry])
    return frozenset(out)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("small_words.toml").read_text("utf-8"))
    return {key: frozenset(entries) for key, entries in data.items()}


def small_words(key: str) -> frozenset[str]:
    """A set of small words: ``"de" in small_words("prepositions")``."""
    return _small_words()[key]


@cache
def follow_words() -> frozenset[str]:
    """Words that may follow a bare rank."""
    return words(__package__, "follow.txt")


@cache
def rankable_nouns() -> dict[str, bool]:
    """Nouns whose "deuxième …" is a rank; True for nouns of trade, whose rank belongs to no named ranking."""
    out = {}
    for entry in lines(__package__, "rankable.txt"):
        noun = entry.rstrip("*")
        for form in (noun, noun + "s", noun + "x"):
            out[form] = entry.endswith("*")
    return out
