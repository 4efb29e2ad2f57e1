"""Institutions that were not recognised as such, where a title runs into their name."""

from __future__ import annotations

from communique.extractors.people import lexicon
from communique.extractors.people.heads import singular
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.lexicon import words

_BARE = ("de", "d'", "chez")
_WITH_ARTICLE = ("du", "des", "la", "l'", "au", "les", "aux")


def end_of_unlisted(page: Page, head: int, j: int) -> int | None:
    """The token after the proper name that begins at ``j`` when it must be that of an institution, else None.

    A name right after "de" or "chez" ("directrice de Solarian"), an acronym ("de la FNEX"), several words
    ("du Groupe Alba"); but "maire de Nîmes" and "directeur de la Communication" are whole titles.
    """
    tokens = page.tokens
    if j >= len(tokens) or j in page.bodies or j in page.people or not tokens.text[j][0].isupper():
        return None
    if tokens.plain[j] == "etat" or tokens.plain[j] in lexicon.places():
        return None  # "secrétaire d'État à …", "chef d'État", "président de Serbie"
    link = page.word(j - 1)
    if (
        page.broken(j - 1, j)
        or j - 1 <= head - 1
        or singular(page.word(head)) in words(ROOM, "of_places.txt")
    ):
        return None
    end = _end(page, j)
    after = end
    while after not in page.bodies and (
        page.word(after) in LINKS or singular(page.word(after)) in words(ROOM, "body_nouns.txt")
    ):
        after += 1
    if after in page.bodies and after > end:
        return None  # "présidente de la section de Morestel de la LDH"
    apposed = singular(link) in words(ROOM, "body_nouns.txt") and page.word(j - 2) in LINKS
    if page.tokens.text[head][0].isupper() and singular(page.word(j)) in words(ROOM, "body_nouns.txt"):
        return None  # "Chef d'Agence": a title in capitals
    if link in _BARE or apposed:
        return end
    acronym = tokens.text[j].isupper() and len(tokens.text[j]) > 2
    several = tokens.lower[j] in words(ROOM, "body_nouns.txt") and end - j > 1
    return end if link in _WITH_ARTICLE and (acronym or several) else None


def _end(page: Page, j: int) -> int:
    """The token after a run of capitalised words, "de", "et la" between them included."""
    end = k = j
    while k < len(page.tokens) and k - end < 3 and k - j < 14 and not page.broken(max(k - 1, j), k):
        if k in page.people or k in page.bodies:
            break
        if page.tokens.text[k][0].isupper():
            end = k + 1
        elif page.word(k) not in LINKS and page.word(k) not in ("et", "&"):
            break
        k += 1
    return end
