"""What is told of somebody right after a title and is none of it: where, by whom, since which century."""

from __future__ import annotations

import re

from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.lexicon import words

_PLACED = words(ROOM, "placed.txt")
_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_TOLD = words(ROOM, "told_participles.txt")
_EMPLOYED = words(ROOM, "employed.txt")
_ADJECTIVES = words(ROOM, "present_adjectives.txt")
_AT = frozenset(("à", "au", "aux", "en", "dans", "sur", "chez", "près"))
_BEFORE = frozenset(
    (*_AT, "pour", "par", "de", "d'", "du", "des", "comme", "parmi", "depuis", "contre", "avec", "hors", "d")
)
_OBJECTS = _BEFORE | frozenset(
    ("un", "une", "le", "la", "les", "l'", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "ces")
)
_QUALITIES = frozenset(("renommée", "renom", "talent", "origine", "nationalité"))
# "l'ancien patron de X *devenu* ministre": another function comes next
BECOME = frozenset(("devenu", "devenue", "devenus", "devenues"))
_EMPLOYERS = frozenset(("par", "chez", "pour", "à", "au", "aux", "dans", "le", "la", "l'", "les"))
_POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
_CENTURY = re.compile(r"[ivx]{1,6}(?:e|ème|er)")
_TASKS = re.compile(
    r"[^\W\d_]{3,}(?<!i)(?:er|oir)|[^\W\d_]{2,}(?<!aven)(?<!lois)(?<!plais)(?<!tir)ir|faire|mettre|remettre|rendre"
    r"|[^\W\d_]{2,}(?:if|oc|pl|ud|éc|ci|cil|bl)ier|conduire|construire|suivre|défendre|répondre|produire|résoudre|reprendre|vendre|lire|écrire|introduire"
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
    if word in _PLACED and following in _AT:
        return True
    if word in BECOME and page.word(j - 1) not in LINKS:
        return True
    if word in ("proche", "proches") and page.word(j - 1) not in LINKS:
        return following in ("de", "d'", "du", "des")
    if page.word(j - 1) not in LINKS and (_told_by_participle(page, j) or employed(page, j)):
        return True
    if word == "au" and _CENTURY.fullmatch(page.word(j + 1)) is not None:
        return page.word(j + 2) == "siècle" and page.word(head) not in (
            "spécialiste",
            "historien",
            "historienne",
        )
    return False


def _masculine(word: str) -> str:
    """ "connue", "formés" → "connu", "formé"."""
    return word.removesuffix("s").removesuffix("e") if len(word) > 4 else word


def _told_by_participle(page: Page, j: int) -> bool:
    """ "journaliste *connue pour*", "officier *formé à*", "designer *cherchant de*"."""
    word, following = page.word(j), page.word(j + 1)
    if not page.tokens.text[j].islower() or is_head(word):
        return False
    if word.endswith("ant"):
        return following in _OBJECTS and len(word) > 5 and word not in _ADJECTIVES
    if word.startswith("diplômé"):
        return following in ("de", "du", "à", "en") or (
            following == "d'" and page.word(j + 2)[-4:] not in ("état", "etat")
        )
    return following in _BEFORE and _masculine(word) in _TOLD


def employed(page: Page, j: int) -> int:
    """ "technicienne *employée par* X", "créatif *travaillant chez* X": the token where the body begins."""
    word = page.word(j)
    if word not in _EMPLOYED and _masculine(word) not in _EMPLOYED:
        return 0
    k = j + 1
    if page.word(k) in ("au", "dans") and page.word(k + 1) in ("sein", "les"):
        k += 2
    while k < j + 6 and (
        page.word(k) in LINKS
        or page.word(k) in _EMPLOYERS
        or (k not in page.bodies and singular(page.word(k)) in _BODY_NOUNS)
    ):
        k += 1
    return k if k > j + 1 else 0


def task_word(word: str) -> bool:
    """Whether a word alone is an infinitive: "Chargée de *défendre*"."""
    return word not in _NOT_TASKS and not is_head(word) and _TASKS.fullmatch(word) is not None


def _task(page: Page, k: int) -> bool:
    """Whether an infinitive stands at token ``k``: "dénouer la crise", not "dossier", "clientèle"."""
    return page.tokens.text[k].islower() and task_word(page.word(k))
