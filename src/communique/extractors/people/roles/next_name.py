"""Titles after a name that are another's: of the next name, of the next clause's subject, of a friend."""

from __future__ import annotations

from communique.extractors.people.heads import is_head
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.page import AUXILIARIES, Page
from communique.extractors.people.roles.titles import Title
from communique.mentions import PersonMention

_PREPOSITIONS = frozenset(("par", "avec", "de", "d'", "à", "pour", "contre", "chez", "sur", "sans", "après"))
_APPOSITION = 6  # tokens
_LONGEST_NAME = 80  # characters


def belongs_to_next(page: Page, title: Title, following: int, person: PersonMention) -> bool:
    """ "A, la directrice de X, B, et …": with a definite article the title is that of the next name."""
    determiner = title.first - 1
    if page.word(determiner) not in ("le", "la", "l'"):
        return False
    if page.word(following) != ",":  # "A, le chef d'état-major B"
        return page.word(determiner - 1) == "," and following in page.people
    other = person_at(page, following + 1)
    if other is None and is_head(page.word(following + 1)):  # "A, le colonel, commandant la Garde, B"
        commas = (k for k in range(following + 2, following + 10) if page.word(k) in (",", "."))
        other = person_at(page, next(commas, following) + 1)
    return other is not None and (agrees(page, title, other) or not agrees(page, title, person))


def subject_of_next(page: Page, title: Title, following: int, person: PersonMention) -> bool:
    """ "Aux côtés du préfet, Paul Grand, *la maire* a inauguré": another's function, before its verb."""
    if page.word(title.first - 1) not in ("le", "la") or page.word(title.first - 2) != ",":
        return False
    if page.word(following) in AUXILIARIES and _governed(page, person):
        return True  # "Interrogée par Anne Petit, *la ministre* a répondu"
    return page.word(following)[:1].isalpha() and not agrees(page, title, person)


def _governed(page: Page, person: PersonMention) -> bool:
    """Does a preposition stand before the name, or its form of address: "par Mme Petit"?"""
    i = page.tokens.before(person.start)
    while page.word(i) in (".", "m", "mme", "me", "dr", "pr"):
        i -= 1
    return page.word(i) in _PREPOSITIONS


def apposed_to(page: Page, person: PersonMention) -> PersonMention | None:
    """ "NAME, un proche *d'Anne Petit*, devient préfet": whom an apposition that ends in a name tells of."""
    i = page.tokens.before(person.start)
    if page.word(i) not in ("de", "d'", "du") or page.word(page.after(person.end)) != ",":
        return None
    for k in range(i - 1, max(0, i - _APPOSITION), -1):
        if page.word(k) == ",":
            end = page.tokens.end[k - 1]
            near = page.people_between(end - _LONGEST_NAME, end)
            return near[-1] if near and near[-1].end == end else None
        if not page.word(k).isalpha() or page.tokens.text[k][0].isupper() or page.broken(k, k + 1):
            break
    return None
