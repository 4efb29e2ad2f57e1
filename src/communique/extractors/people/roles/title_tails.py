"""What is told of somebody right after a title and is none of it: where, by whom, since which century."""

from __future__ import annotations

import re

from communique.extractors.people.heads import is_head
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.lexicon import words

_PLACED = words(ROOM, "placed.txt")
_AT = frozenset(("à", "au", "aux", "en", "dans", "sur", "chez", "près"))
_QUALITIES = frozenset(("renommée", "renom", "talent", "origine", "nationalité"))
_POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
_CENTURY = re.compile(r"[ivx]{1,6}(?:e|ème|er)")
_TASKS = re.compile(
    r"[^\W\d_]{3,}(?<!i)(?:er|oir)|[^\W\d_]{2,}(?<!aven)(?<!lois)(?<!plais)(?<!tir)ir|faire|mettre|remettre|rendre"
    r"|conduire|construire|suivre|défendre|répondre|produire|résoudre|reprendre|vendre|lire|écrire|introduire"
)
_NOT_TASKS = frozenset(("mer", "hiver", "fer", "leader", "ster", "poker", "reporter", "manager", "master"))


def told_beside(page: Page, head: int, j: int) -> bool:
    """ "l'entraîneur *basé en* Floride", "le policier *tué* par", "la médiatrice *chargée de dénouer*"."""
    word, following = page.word(j), page.word(j + 1)
    if word == "dès" or (word == "aux" and following == "plus"):
        return True
    if word in ("de", "d'") and following in _QUALITIES:
        return True  # "économiste de renommée mondiale"
    if word == "non" and following.endswith(("é", "ée", "és", "ées")):
        return True
    if following in _POSSESSIVES and page.tokens.text[j].islower() and word not in LINKS and word != "avec":
        return True  # "le ministre somme son entourage"
    if word == "victime" or word == "victimes":
        return page.word(j + 1) in ("de", "d'", "du", "des")
    if word in ("tué", "tuée", "né", "née", "mort", "morte"):
        return True
    if word.startswith("chargé") and page.word(j + 1) in ("de", "d'"):
        return page.tokens.text[j + 2 : j + 3] != [] and _task(page, j + 2)
    if word in ("originaire", "natif", "native"):
        return True
    if word in _PLACED:
        return page.word(j + 1) in _AT
    if word == "au" and _CENTURY.fullmatch(page.word(j + 1)) is not None:
        return page.word(j + 2) == "siècle" and page.word(head) not in (
            "spécialiste",
            "historien",
            "historienne",
        )
    return False


def _task(page: Page, k: int) -> bool:
    """Whether an infinitive stands at token ``k``: "dénouer la crise", not "dossier", "clientèle"."""
    word = page.word(k)
    if word in _NOT_TASKS or is_head(word) or not page.tokens.text[k].islower():
        return False
    return _TASKS.fullmatch(word) is not None
