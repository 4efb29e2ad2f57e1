"""Whose a title before a name is: not that of the holder of an office, nor of whom somebody decides about."""

from __future__ import annotations

from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.sharing import PLURAL
from communique.extractors.people.roles.titles import Title, head_from
from communique.lexicon import words

_OF_PLACES = words(ROOM, "of_places.txt")
_CIVILITIES = lexicon.civilities()
_HEADS_OF_BODIES = frozenset(("président", "présidente", "directeur", "directrice", "recteur", "rectrice"))
_STATE = ("état", "etat", "gouvernement", "exécutif")  # whose chief
_FIRST = ("premier", "première", "vice-premier", "vice-première", "ancien", "ancienne", "nouveau", "nouvelle")
_KIN = words(ROOM, "kin.txt")
_DECISIONS = words(ROOM, "decisions.txt")
_TOLD_OF_THEM = frozenset(("né", "née", "âgé", "âgée", "agent", "en", "est", "ancien", "ancienne", "qui"))


def of_the_holder(page: Page, title: Title) -> bool:
    """ "l'attachée de presse de la ministre NAME": the name beside an office is its holder's."""
    if title.institution is not None or title.next != title.last + 1 or not _beside_name(page, title.next):
        return False
    for k in range(title.last, title.head + 1, -1):
        if is_head(page.word(k)):
            if page.word(k) in ("roi", "reine") and page.word(title.head).startswith("procureur"):
                return False
            governs = page.word(k) == "chef" and page.word(k + 2) in _STATE
            office = governs or page.word(k) in _OF_PLACES or page.word(k) in _HEADS_OF_BODIES
            return office and page.word(k - 1 - (page.word(k - 1) in _FIRST)) in ("du", "la", "l'")
    return False


def _beside_name(page: Page, j: int) -> bool:
    return j in page.people or (page.word(j) in _CIVILITIES and person_at(page, j) is not None)


def of_another(page: Page, i: int, j: int) -> bool:
    """ "la veuve du marin, NAME", "Par arrêté de la ministre, NAME est nommé": not of "la ministre"."""
    before = (page.word(i - 1), page.word(i - 2))
    if not _KIN.isdisjoint(before):
        return True
    return not _DECISIONS.isdisjoint(before) and not _decides(page, j)


def _decides(page: Page, j: int) -> bool:
    """ "La décision de la ministre, *NAME, de* fermer le site": an apposition, not whom it is about."""
    person = person_at(page, j + 1) if page.word(j) == "," else None
    k = page.after(person.end) if person is not None else 0
    if page.word(k) != "," or page.broken(k - 1, k):
        return False
    following = page.word(k + 1)
    apart = following in PLURAL or head_from(page, k + 1) is None
    return following[:1].isalpha() and apart and following not in _TOLD_OF_THEM
