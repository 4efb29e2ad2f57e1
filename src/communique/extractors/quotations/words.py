"""The closed classes and noun lists that attribution reads, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from communique.lexicon import lines, words

_ROOM = "communique.extractors.quotations"
_PREFIXES = frozenset({"ex", "vice", "sous", "co"})
NOT_PROSE = frozenset({"contact", "marker", "dateline"})  # sections in which nobody speaks


@cache
def _classes() -> dict[str, frozenset[str]]:
    raw = resources.files(_ROOM).joinpath("words.toml").read_text("utf-8")
    return {name: frozenset(text.split()) for name, text in tomllib.loads(raw).items()}


def in_class(name: str) -> frozenset[str]:
    """A closed class of words.toml: ``"il" in in_class("subject_pronouns")``."""
    return _classes()[name]


class Noun(NamedTuple):
    """A noun for a person: ``gender`` m, f or mf; ``lemma`` is the masculine form; ``plural`` or not."""

    lemma: str
    gender: str
    plural: bool = False


# The spelling of 1990: "entraineur", "maitre".
_RECTIFIED = str.maketrans("îû", "iu")


@cache
def role_nouns() -> dict[str, Noun]:
    """Nouns of function and profession in all four forms.

    >>> role_nouns()["directrices"]
    Noun(lemma='directeur', gender='f', plural=True)
    """
    out: dict[str, Noun] = {}
    for line in lines(_ROOM, "role_nouns.txt"):
        forms = line.split()
        genders = [(forms[0], "mf")] if len(forms) == 1 else [(forms[0], "m"), (forms[1], "f")]
        for form, gender in genders:
            if form == "-":  # "papa -", "- maman": of one gender only
                continue
            lemma = form if "-" in forms else forms[0]
            for spelt in {form, form.translate(_RECTIFIED)}:
                out.setdefault(spelt, Noun(lemma, gender))
                out.setdefault(spelt + "s", Noun(lemma, gender, plural=True))
    return out


def role_noun_of(low: str) -> Noun | None:
    """The noun for a person that a word is, or that its first or last part is: "ex-championne".

    >>> role_noun_of("ex-championne").lemma, role_noun_of("contre-plaqué")
    ('champion', None)
    """
    nouns = role_nouns()
    found = nouns.get(low)
    if found is not None or "-" not in low:
        return found
    first, _, rest = low.partition("-")
    return nouns.get(first) or (nouns.get(rest) if first in _PREFIXES else None)


@cache
def other_words_for() -> dict[str, frozenset[str]]:
    """Nouns that can take up a person, with the functions that they can stand for ("édile": "maire")."""
    entries = (line.split(" | ") for line in lines(_ROOM, "other_words_for.txt"))
    return {noun: frozenset(functions.split()) for noun, functions in entries}


@cache
def by_what_they_did() -> dict[str, frozenset[str]]:
    """Nouns for somebody by what they did ("le vainqueur"), with the words that tell it ("remporte")."""
    entries = (line.split(" | ") for line in lines(_ROOM, "deeds.txt"))
    return {noun: frozenset(told.split()) for noun, told in entries}


@cache
def org_nouns() -> dict[str, tuple[tuple[str, ...], str]]:
    """Nouns that stand for an organisation: the kinds they can stand for, and their gender."""
    out: dict[str, tuple[tuple[str, ...], str]] = {}
    for line in lines(_ROOM, "org_nouns.txt"):
        noun, kinds, gender = (part.strip() for part in line.split("|"))
        out[noun] = (tuple(kinds.split()), gender)
    return out


def listed(name: str) -> frozenset[str]:
    """The entries of one of the room's plain lists."""
    return words(_ROOM, name)
