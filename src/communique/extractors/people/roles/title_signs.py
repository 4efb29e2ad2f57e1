"""What a title takes over a sign: "(RES)", "directeur(trice)", "&", a comma, the point of an abbreviation."""

from __future__ import annotations

from communique.extractors.people.heads import singular
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.title_parts import (
    OPENERS,
    adjectives_on,
    charged_apart,
    elided,
    field_apart,
    fields_on,
    listed_fields,
    portfolio_on,
    quoted_name,
)
from communique.lexicon import words

OF_PLACES = words(ROOM, "of_places.txt")
_TITLE_STOPS = words(ROOM, "title_stops.txt")
MINISTERS = ("ministre", "secrétaire", "vice-ministre", "premier-ministre")
_OF_MINISTERS = ("de", "du", "des", "d'", "chargé", "chargée", "auprès")
ABBREVIATED = ("pdt", "pdte", "dir", "resp", "dr", "secr", "prof", "ing", "adj")
_OF_CHARGES = frozenset(("de", "du", "des", "d'", "à", "aux", "au", "en", "chargé", "chargée"))
_OF_ADDRESSES = frozenset((".", "@"))


def sign_taken(page: Page, head: int, j: int) -> int:
    """How many tokens to take over a sign: "(RES)", "directeur(trice)", "&", a minister's comma."""
    tokens = page.tokens
    sign = tokens.text[j]
    if sign == "." and j - 1 == head and page.word(head).removeprefix("vice-") in ABBREVIATED:
        return int(tokens.end[head] == tokens.start[j] and _abbreviates(page, j + 1))
    if sign == "(" and page.word(j + 2) == ")":
        inner, glued = tokens.text[j + 1], tokens.end[j - 1] == tokens.start[j]
        if glued and inner.islower():
            return 3
        if j - 1 == head and inner[0].isupper() and page.word(j + 3) in _OF_CHARGES:
            return 3  # "maire (DVG) de Béziers"
        named = inner.isupper() and len(inner) > 1 and tokens.text[j - 1][0].isupper() and j - 1 > head
        if named and singular(page.word(head)) not in OF_PLACES:
            return 3
    if sign == "(" and singular(page.word(head)) in OF_PLACES and j - 1 == head:
        close = next((k for k in range(j + 2, j + 5) if page.word(k) == ")"), 0)
        if close and page.word(close + 1) in _OF_CHARGES and not page.broken(j, close):
            return close - j + 1  # "maire (sans étiquette) de Dole"
    if sign in "&/+" and j + 1 < len(tokens) and tokens.text[j + 1][0].isalnum():
        apart = sign == "/" and tokens.start[j] > tokens.end[j - 1] and tokens.text[j + 1][0].isupper()
        if apart or (sign == "/" and page.word(j + 2) in _OF_ADDRESSES):
            return 0  # "productrice / Espagne", "attachée de presse / l.petit@…"
        return 2 if j + 1 not in page.bodies else 0
    if sign == "," and (listed := listed_fields(page, head, j)):
        return listed
    if (
        sign == ","
        and tokens.lower[head] in MINISTERS
        and (page.word(j + 1) in _OF_MINISTERS or (page.word(j + 1), page.word(j + 2)) == ("en", "charge"))
    ):
        return 2
    if sign == "," and tokens.lower[head] in MINISTERS and (more := portfolio_on(page, j)):
        return more
    if sign == "," and charged_apart(page, head, j + 1):
        return 2
    if sign == "," and adjectives_on(page, j):
        return 2
    if sign == "," and (fields_on(page, head, j) or field_apart(page, j)):
        return 2
    if elided(page, j) or (sign == "°" and page.word(j - 1) == "n" and page.word(j + 1).isdigit()):
        return 2
    if sign in OPENERS and j - 1 > head:
        return quoted_name(page, j)
    return 0


def _abbreviates(page: Page, j: int) -> bool:
    """ "vice-pdt. de X", "Dir. industriel": what follows is of the title, not a sentence."""
    if j >= len(page.tokens) or page.broken(j - 1, j) or j in page.people:
        return False
    if page.word(j - 2) in ("prof", "ing", "adj") and not page.tokens.text[j].islower():
        return False  # "la classe de son prof. Paul Petit"
    return page.word(j)[0].isalpha() and page.word(j) not in _TITLE_STOPS
