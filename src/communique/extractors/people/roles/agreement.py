"""Whether a title can be that of a person, by gender."""

from __future__ import annotations

from communique.extractors.people import lexicon
from communique.extractors.people.heads import feminine, feminines
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.titles import Title
from communique.mentions import PersonMention

# Feminine nouns for whoever it may be.
_EITHER = frozenset(("tête-de-liste", "personnalité-qualifiée", "personne-qualifiée", "recrue", "vedette"))


def agrees(page: Page, title: Title, person: PersonMention) -> bool:
    """Are the genders of the noun and of the first name compatible?"""
    given = lexicon.gender_of(person.name)
    if person.civility in ("M.", "Mme", "Mlle"):
        given = "m" if person.civility == "M." else "f"
    noun = page.tokens.lower[title.head]
    if noun in _EITHER:
        return True  # "la tête de liste, Paul Grand"
    determiner = page.word(title.first - 1)
    if determiner in ("la", "cette"):
        return given != "m"
    if determiner in ("le", "cet", "ce"):
        return given != "f"
    if noun in feminines():
        return given != "m"
    return feminine(noun) == noun or given is None or (noun[-1] == "e") == (given == "f")
