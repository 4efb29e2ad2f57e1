"""Who is named at a token: forms of address passed over, names in a row, what stands before a name."""

from __future__ import annotations

import re

from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.lexicon import words
from communique.mentions import PersonMention

_SPEECH_VERBS = lexicon.speech_verbs()
_CIVILITIES = lexicon.civilities()
_STOPS = words(ROOM, "title_stops.txt")
_LIST_GAP = re.compile(r"(?:\s\([^()]{1,24}\))?\s{0,3}(?:,|et|&)\s(?:(?:mme|m\.|dre?|pre?|me)\s)?")
_EXCELLENCY = re.compile(r"s\.e\.(?:m\.|mme)?")


def person_at(page: Page, j: int) -> PersonMention | None:
    """The person named at token ``j``, a form of address before the name passed over."""
    civilities = _CIVILITIES
    if page.word(j) in ("son", "s") and page.word(j + 1) in ("excellence", "exc"):
        j += 2 + (page.word(j + 2) == ",")
    elif page.word(j) == "s" and _EXCELLENCY.match(page.doc.lower, page.tokens.start[j]):
        j = page.after(page.tokens.start[j] + 4)
    for k in range(j, min(j + 5, len(page.tokens))):
        if k in page.people:
            return page.people[k]
        word = page.word(k)
        if word == ".":
            if page.word(k - 1) + "." not in civilities or k == j:
                return None
        elif word not in ("le", "la", "l'") and not _address(word) and not _native(page, k):
            return None
        if k > j and page.broken(k - 1, k):
            return None
    return None


def _address(word: str) -> bool:
    return word in _CIVILITIES or word + "." in _CIVILITIES


def _native(page: Page, k: int) -> bool:
    """ "la *Belge* Anne Petit", "le *Portugais* Paul Grand": of which land somebody is."""
    if page.word(k - 1) not in ("le", "la", "l'") or not page.tokens.text[k][0].isupper():
        return False
    return lexicon.is_inhabitant(page.word(k)) and k + 1 in page.people and not page.broken(k, k + 1)


def listed_before(page: Page, person: PersonMention) -> list[PersonMention]:
    """Those named right before the person with only commas and "et" between them, in order."""
    found: list[PersonMention] = []
    i = len(page.people_between(0, person.start))
    while i > 0:
        before = page.named[i - 1]
        gap = page.doc.lower[before.end : page.named[i].start].replace("\n", " ")
        if len(gap) > 40 or _LIST_GAP.fullmatch(gap) is None or titled(page, before):
            break
        found.insert(0, before)
        i -= 1
    return found


def slashed_before(page: Page, person: PersonMention) -> list[PersonMention]:
    """ "A / *B* – Coach": who is named right before the person, a stroke between the two names."""
    i = len(page.people_between(0, person.start))
    before = page.named[i - 1] if i else None
    gap = page.doc.text[before.end : person.start] if before is not None else ""
    return [before] if before is not None and gap.strip(" ") == "/" and len(gap) < 4 else []


def labels_next(page: Page, j: int) -> bool:
    """ "Présidente : NAME", "Présidente – NAME": does a label of the next name end before token ``j``?"""
    if page.word(j) == ":":
        return True
    return page.word(j) in ("–", "—", "-", "|") and person_at(page, j + 1) is not None


def titled(page: Page, person: PersonMention) -> bool:
    """ "Anne Petit (trésorière)", "Anne Petit, trésorière": with a function of her own."""
    j = page.after(person.end)
    return page.word(j) in ("(", ",") and is_head(page.word(j + 1))


def past_bracket(page: Page, j: int) -> int:
    """The token after "(Nantes)", or ``j``."""
    if page.word(j) == "(":
        return next((k + 1 for k in range(j, min(j + 10, len(page.tokens))) if page.word(k) == ")"), j)
    return j


def past_land(page: Page, j: int) -> int:
    """ "le directeur de la Banque mondiale *pour la Côte d'Ivoire*, M. Petit": the comma after a land.

    Likewise what is left of a name that was cut short: "président de l'Union des chambres *de commerce*, …".
    """
    rest = page.word(j) in ("de", "d'", "du", "des")
    if page.word(j + 1) == "," and page.word(j).isalpha() and j + 1 < len(page.tokens):
        plain = page.tokens.plain[j]
        trade = (
            page.tokens.text[j].islower()
            and plain not in _STOPS
            and (page.word(j)[-1] == "s" or not is_head(page.word(j)))
        )
        # "le secrétaire général de la CGT *santé*, NAME"
        return j + 1 if trade and plain not in _SPEECH_VERBS and person_at(page, j + 2) is not None else j
    if not rest and page.word(j) not in ("pour", "en", "au", "aux", "à"):
        return j
    for k in range(j + 1, min(j + 10, len(page.tokens))):
        word = page.word(k)
        if word == ",":
            return k if person_at(page, k + 1) is not None else j
        named = page.tokens.text[k][0].isupper() or word in LINKS or word in ("-", "et")
        named = named or (rest and word.isalpha() and page.tokens.plain[k] not in _STOPS)
        if not named or k in page.people or k in page.bodies:
            break
    return j


def past_since(page: Page, j: int) -> int:
    """ "Vigneron à X et administrateur *depuis quinze ans*, NAME": the comma after how long."""
    for k in range(j + 1, min(j + 9, len(page.tokens))):
        if page.word(k) == ",":
            return k
        if not page.word(k)[0].isalnum() or k in page.people or k in page.bodies or page.broken(k - 1, k):
            break
    return 0


def entrusted(page: Page, j: int) -> PersonMention | None:
    """ "la mission de directeur éditorial confiée en décembre à NAME"."""
    for k in range(j, min(j + 8, len(page.tokens))):
        if page.word(k) in ("à", "au"):
            return person_at(page, k + 1)
        if not page.word(k)[0].isalnum() or k in page.people or page.broken(k - 1, k):
            break
    return None


def lately(page: Page, j: int) -> PersonMention | None:
    """ "la directrice générale nommée en septembre dernier NAME": the name after since when."""
    for k in range(j + 1, min(j + 8, len(page.tokens))):
        if k in page.people:
            return page.people[k]
        if page.word(k) in (",", "(") and page.word(k - 1) not in ("le", "la"):
            return person_at(page, k + 1)
        if not (page.word(k).isalnum() and page.tokens.text[k].islower()) and not page.word(k).isdigit():
            break
    return None
