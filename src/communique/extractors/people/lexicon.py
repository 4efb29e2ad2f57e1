"""Word lists of this room: first names, forms of address, nouns of things named after people, role nouns."""

from __future__ import annotations

from functools import cache

from communique.document import plain_shadow
from communique.lexicon import lines, words

ROOM = "communique.extractors.people"

_SURNAMES_ABROAD = words(ROOM, "surnames_abroad.txt").union(
    words(ROOM, "surnames_world.txt"),
    words(ROOM, "surnames_countries.txt"),
    words(ROOM, "surnames_english.txt"),
)
_FIRST_NAMES_RARE = words(ROOM, "first_names_rare.txt")
_NATIONS = words(ROOM, "nations.txt")
_FIRST_NAMES_UNSURE = words(ROOM, "first_names_unsure.txt")
_FIRST_NAMES_USUAL = words(ROOM, "first_names_usual.txt")
_NOT_SURNAMES = words(ROOM, "not_surnames.txt")
_PLACES = words(ROOM, "places.txt")
_OPENING_WORDS = words(ROOM, "opening_words.txt")
_PRESENT = words(ROOM, "speech_verbs.txt")
_SPEECH_VERBS = _PRESENT.union(
    verb[:-1] + ending for verb in _PRESENT if len(verb) > 4 and verb[-1] == "e" for ending in ("ait", "a")
)
_OFFICES = words(ROOM, "offices.txt")
_BEARERS_OF_SURNAMES = words(ROOM, "bearers_of_surnames.txt")
_INHABITANTS = words(ROOM, "inhabitants.txt")


@cache
def first_names() -> dict[str, int]:
    """First names without accents → share of men in tenths (INSEE, "Fichier des prénoms", and others)."""
    lists = ("_world", "_countries", "_abroad", "_more", "")  # a later one stands
    entries = (line for name in lists for line in lines(ROOM, f"first_names{name}.txt"))
    return {line[:-2]: ord(line[-1]) - 48 for line in entries}


@cache
def holders() -> dict[str, tuple[tuple[str, str], ...]]:
    """Offices of State that readers know who held, by plain name: the noun of each and its country."""
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in lines(ROOM, "holders.txt"):
        noun, country, names = line.split(" | ")
        for name in names.split(", "):
            out[plain_shadow(name)] = (*out.get(plain_shadow(name), ()), (noun, country))
    return out


def offices_held(name: str) -> frozenset[str]:
    """The nouns of the offices of State that somebody is known to have held.

    >>> sorted(offices_held("Jacques Chirac")), sorted(offices_held("Anne Petit"))
    (['président'], [])
    """
    return frozenset(noun for noun, _ in holders().get(plain_shadow(name), ()))


def surnames_abroad() -> frozenset[str]:
    """Family names of other countries that are hardly anything but a name ("nguyen", "traore")."""
    return _SURNAMES_ABROAD


def rare_first_names() -> frozenset[str]:
    """First names met too seldom to tell a person by themselves ("kelechukwu")."""
    return _FIRST_NAMES_RARE


def nations() -> frozenset[str]:
    """Three-letter codes of nations after an athlete's name ("slo")."""
    return _NATIONS


def unsure_first_names() -> frozenset[str]:
    """First names that are as often a place, a month or a common word."""
    return _FIRST_NAMES_UNSURE


def usual_first_names() -> frozenset[str]:
    """First names that are hardly anything else, alone as well ("julien")."""
    return _FIRST_NAMES_USUAL


@cache
def named_after() -> frozenset[str]:
    """Nouns followed by the name of the person that a thing is named after ("rue", "lycée", "prix")."""
    things = words(ROOM, "named_after.txt")
    return things | {thing + "s" for thing in things if thing[-1] not in "sxz"}


def not_surnames() -> frozenset[str]:
    """Capitalised words that are no part of a person's name ("Université", "Business", "Mardi")."""
    return _NOT_SURNAMES


def places() -> frozenset[str]:
    """Regions, departments and countries."""
    return _PLACES


@cache
def heads_of_bodies() -> frozenset[str]:
    """Nouns of one word that the names of institutions begin with ("scierie"), no accents."""
    found = (line.split(" | ")[0] for line in lines("communique.extractors.institutions", "heads.txt"))
    return frozenset(noun for noun in found if " " not in noun)


def opening_words() -> frozenset[str]:
    """Words that open a sentence or a label and are no first name ("Selon", "Pour", "Avec")."""
    return _OPENING_WORDS


def speech_verbs() -> frozenset[str]:
    """Reporting words ("explique", "expliquait", "déclaré"), without accents."""
    return _SPEECH_VERBS


def offices() -> frozenset[str]:
    """Offices by which somebody is addressed ("Monsieur le Préfet")."""
    return _OFFICES


def brands() -> tuple[str, ...]:
    """Firms, brands and characters that bear a person's name."""
    return lines(ROOM, "brands.txt")


def bearers_of_surnames() -> frozenset[str]:
    """Titles that stand before a bare surname ("le président Martin")."""
    return _BEARERS_OF_SURNAMES


@cache
def civilities() -> dict[str, str]:
    """Forms of address, lower case → the normal form: ``civilities()["madame"]`` is ``"Mme"``."""
    return dict(line.split(" = ") for line in lines(ROOM, "civilities.txt"))


def is_first_name(plain: str) -> bool:
    """Is the word (lower case, no accents) a first name of its own, or a compound that begins with one?

    >>> is_first_name("marie-odile"), is_first_name("lorraine"), is_first_name("universite")
    (True, False, False)
    """
    names = first_names()
    if plain in names:
        return plain not in unsure_first_names()
    head, hyphen, rest = plain.partition("-")
    return bool(hyphen) and head in names and head not in unsure_first_names() and len(rest) > 1


def gender(plain: str) -> str | None:
    """``"f"`` or ``"m"`` when the first name is nearly always one of the two, else None.

    >>> gender("assia"), gender("hubert"), gender("camille"), gender("jean-marie")
    ('f', 'm', None, 'm')
    """
    names = first_names()
    share = names.get(plain, names.get(plain.partition("-")[0]))
    if share is None or 2 <= share <= 7:
        return None
    return "m" if share > 7 else "f"


def gender_of(name: str) -> str | None:
    """The gender that the first name of a full name shows: ``gender_of("Assia Tria")`` is ``"f"``."""
    return gender(plain_shadow(name).split(" ")[0])


def is_inhabitant(low: str) -> bool:
    """Whether a word has the ending of the name of an inhabitant.

    >>> [is_inhabitant(w) for w in ("neuchâteloise", "malien", "pont")]
    [True, True, False]
    """
    return low in _INHABITANTS or (
        len(low) > 5
        and low.endswith(("ais", "aise", "ois", "oise", "ien", "ienne", "éen", "éenne", "ain", "aine"))
    )
