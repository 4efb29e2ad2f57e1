"""Nouns of people that are nobody's function there: "dans ce cadre", "3e du général", "auteur du but"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head
from communique.lexicon import singular, words

if TYPE_CHECKING:
    from communique.extractors.people.roles.page import Page
    from communique.mentions import PersonMention

_ROOM = "communique.extractors.people.roles"
_DEEDS = words(_ROOM, "deeds_of_authors.txt")
_SPEECH_VERBS = lexicon.speech_verbs()
_AUTHORS = frozenset(("auteur", "auteure", "autrice", "auteurs", "auteures", "autrices"))
_OF = frozenset(("de", "d'", "du", "des"))
_THE = frozenset(
    ("la", "l'", "un", "une", "le", "les", "son", "sa", "ses", "plusieurs", "premier", "premiere")
)
_GOVERNING = frozenset(
    ("a", "avec", "sur", "contre", "chez", "devant", "face", "envers", "pour", "apres", "avant", "selon")
)
_CONTRACTED = frozenset(("au", "aux"))
_ARTICLES = frozenset(("le", "la", "l'", "les", "un", "une"))
_NO_VERBS = frozenset(
    ("et", "ou", "ni", "de", "d'", "du", "des", "à", "au", "aux", "en", "qui", "dont", "pour", "par", "sur")
)  # fmt: skip


def not_held(page: Page, k: int) -> bool:
    """Is the role noun at token ``k`` another word: a frame, a classification, who did a deed?"""
    word = page.word(k)
    if word == "cadre":
        return "dans" in (page.word(k - 1), page.word(k - 2)) or page.word(k - 1) in ("hors", "sans")
    if word == "général":
        return page.word(k - 1) in ("du", "au") and page.word(k - 2)[:1].isdigit()
    return word in _AUTHORS and _deed(page, k + 1)


def _deed(page: Page, j: int) -> bool:
    """ "auteur *de l'attentat*", "auteure *d'une belle saison*"."""
    if page.word(j) not in _OF:
        return False
    j += 1
    while page.tokens.plain[j : j + 1] and page.tokens.plain[j] in _THE:
        j += 1
    near = page.tokens.plain[j : j + 2]
    return any(singular(plain) in _DEEDS for plain in near)


def told_to_one(page: Page, i: int) -> bool:
    """ "a indiqué *à un* correspondant de l'AFP NAME": whom it was told, before who told it."""
    if page.word(i) not in ("un", "une") or page.word(i - 1) != "à":
        return False
    return any(page.tokens.plain[k] in _SPEECH_VERBS for k in range(max(0, i - 4), i - 1))


def of_clause(page: Page, i: int, person: PersonMention) -> bool:
    """ "Dans une lettre *à la* ministre, NAME réclame …": a name that opens the clause, no apposition.

    ``i``: the determiner of the title before the comma.
    """
    word = page.word(i)
    governed = word in _CONTRACTED or (word in _ARTICLES and page.tokens.plain[i - 1] in _GOVERNING and i > 0)
    if not governed:
        return False
    j = page.after(person.end)
    if j >= len(page.tokens) or page.broken(j - 1, j):
        return False
    following = page.word(j)
    return (
        following[0].isalpha()
        and page.tokens.text[j].islower()
        and (following not in _NO_VERBS and not is_head(following))
    )


def spoken_of_there(page: Page, i: int, person: PersonMention) -> bool:
    """ "NAME a salué le courage de *ce gendarme*": who is told of in the clause of a subject is another."""
    at = page.tokens.start[i]
    sentence = page.doc.sentence_at(at)
    if sentence is None or person.start < sentence.start or person.start > at:
        return False
    between = page.doc.text[person.end : at]
    return not any(sign in between for sign in ";:–—(«»")
