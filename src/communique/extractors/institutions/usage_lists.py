"""The word lists that uses of names are weighed with, each read once."""

from __future__ import annotations

from functools import cache
from typing import cast

from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.words import ROOM, wordset
from communique.gazetteer import split_words
from communique.lexicon import lines, singular, words
from communique.records import InstitutionKind


@cache
def company_nouns() -> dict[str, InstitutionKind]:
    """What an article calls a body of its own accord, with the kind that the word gives away."""
    pairs = (line.split("|") for line in lines(ROOM, "company_nouns.txt"))
    return {singular(noun.split()[-1]): cast("InstitutionKind", kind.strip()) for noun, kind in pairs}


@cache
def company_forms() -> dict[str, InstitutionKind]:
    """The same nouns in the singular and in the plural."""
    nouns = company_nouns()
    return {
        form: kind
        for noun, kind in nouns.items()
        for form in (noun, noun + "s", noun + "x")
        if singular(form) == noun
    }


@cache
def company_words() -> frozenset[str]:
    """The words of :func:`company_forms`."""
    return frozenset(company_forms())


@cache
def negatives() -> frozenset[str]:
    """Nouns whose proper complement is no institution, in the singular."""
    return frozenset(map(singular, words(ROOM, "negatives.txt")))


@cache
def events() -> frozenset[str]:
    """Nouns of events and the like: a name that holds one names no institution."""
    return words(ROOM, "events.txt")


@cache
def english_fields() -> frozenset[str]:
    """English words of a function and its field: "Director of *Marketing*" names no body."""
    room = "communique.extractors.people.roles"
    return words(room, "english_before.txt") | words(room, "english_fields.txt") | wordset("english_words")


@cache
def suffixes() -> dict[str, InstitutionKind]:
    """Words that close a foreign or brand-like name, with their kind."""
    pairs = (line.split("|") for line in lines(ROOM, "suffixes.txt"))
    return {split_words(s.strip())[-1]: cast("InstitutionKind", kind.strip()) for s, kind in pairs}


@cache
def introducing_nouns() -> dict[str, InstitutionKind]:
    """Head nouns that only introduce a name, by their last noun: "fonds d'investissement", "jeune pousse"."""
    return {
        e.words[-1]: e.kind
        for entries in heads().values()
        for e in entries
        if "n" in e.flags
        and "o" not in e.flags
        and (len(e.words) == 1 or e.words[-2] in ("de", "d'", "jeune"))
    }
