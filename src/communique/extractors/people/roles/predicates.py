"""From a name to the role noun of its predicate: "est nommée directrice", "au poste de"."""

from __future__ import annotations

import re

from communique.extractors.people.heads import is_head
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.titles import DETERMINERS, before_head, english_head, head_from
from communique.lexicon import words

_BEING_VERBS = words(ROOM, "being_verbs.txt")
_BEFORE_VERB = words(ROOM, "before_verb.txt")
_VERB_FILLERS = words(ROOM, "verb_fillers.txt")
REACH = 16  # tokens between a verb and its title
APPOSITION = 45  # tokens of an apposition between the name and the verb
_POSTS = frozenset(("fonctions", "fonction", "poste", "mandat", "titre", "role", "metier", "profession"))
ENDS = ".;!?«»:"
_FUNCTIONS = re.compile(
    r"(?:qui |(?:a |avait )?[a-z]{4,12} (?:[a-z]{4,9} )?qu'(?:il|elle) )?"
    r"(?:(?:a|avait|vient de|venait de|va|allait|doit|devait|pourrait) (?:[a-z]{5,14} )?)?"
    r"(?:prend|pris|quitt|cess|abandonn|conserv|gard|cumul|occup|exerc|assum|assur|rempli)[a-z]{0,6} "
    r"(?:officiellement |actuellement |desormais |egalement |alors |jusque-la |jusqu'(?:ici|alors|a present) "
    r"|(?:depuis|pendant|durant) [a-z\d' ]{3,24} |auparavant |precedemment )?"
    r"(?:(?:ses|les|leurs|la|sa|des|diverses|differentes)"
    r" (?:nouvelles )?(?:fonctions?|profession|charge)"
    r"|(?:le|son|un|ce|les|des|plusieurs|differents|divers) (?:nouveau )?(?:poste|mandat|titre|role|metier)s?"
    r"(?: honorifique)?) (?:de |d'|comme |en tant que |en qualite de )"
)
# "démissionne de son poste de", "a été suspendue de ses fonctions de"
_LEAVING = re.compile(
    r"(?:qui )?(?:s'est |s'etait |se |a |avait |est |vient de |va )?(?:ete |sera )?(?:officiellement )?"
    r"(?:demissionn|renonc|dem[ei]|suspend|relev|decharg|limog|ecart|evinc|destitu|revoqu)[a-z]{0,5}"
    r"(?: [a-z]{4,8}(?: dernier| soir| matin)?)? (?:de|a) "
    r"(?:ses fonctions|(?:son|sa|leur) (?:poste|mandat|role|titre|fonction|charge)) (?:de |d')"
)
_BEING = frozenset(("est", "était", "sera", "fut", "devient", "sont", "étaient", "seront", "deviennent"))
_ATTRIBUTES = words(ROOM, "attributes.txt")
_SPANS = frozenset(("an", "ans", "année", "années", "mois"))
_WHOLE = {"qu'": "que", "d'": "de"}
_OPENINGS = (
    ("comme",),
    ("au", "poste", "de"),
    ("en", "tant", "que"),
    ("en", "qualité", "de"),
    ("au", "rang", "de"),
    ("aux", "fonctions", "de"),
    ("à", "la", "fonction", "de"),
    ("dans", "ses", "fonctions", "de"),
    ("dans", "ses", "nouvelles", "fonctions", "de"),
    ("dans", "la", "fonction", "de"),
    ("dans", "le", "rôle", "de"),
    ("en", "ses", "fonctions", "de"),
    ("à", "titre", "de"),
    ("au", "titre", "de"),
    ("pour", "le", "poste", "de"),
)
_OPENED_BY = frozenset(opening[0] for opening in _OPENINGS)


def past_apposition(page: Page, j: int) -> int:
    """The token where the predicate may begin: after ", directeur de X," or "(LR)", else ``j``."""
    if page.word(j) == "(":
        close = (k for k in range(j, min(j + 10, len(page.tokens))) if page.word(k) == ")")
        j = next(close, j - 1) + 1
    if page.word(j) != ",":
        return j
    verbs, before = _BEING_VERBS, _BEFORE_VERB
    if page.word(j + 1) in _BEING:
        return j + 1  # "L'épouse de A, B, est avocate"
    aside = j + 1 if page.word(j + 1) in ("lui", "elle") else j + 3 if page.word(j + 1) == "quant" else j
    if aside > j and page.word(aside + 1) == ",":
        return aside + 2  # "Sébastien, lui, était chef de rayon"
    for k in range(j + 1, min(j + APPOSITION, len(page.tokens) - 1)):
        word = page.word(k)
        if word in ENDS or page.broken(k - 1, k) or k in page.people:
            break
        if word == "," and (page.word(k + 1) in verbs or page.word(k + 1) in before):
            return k + 1
    return j + 2 if page.word(j + 1) in ("qui", "lequel", "laquelle") else j


def after_being(page: Page, j: int) -> int | None:
    """The role noun that a verb of being or appointing at token ``j`` leads to."""
    verbs, before = _BEING_VERBS, _BEFORE_VERB
    start = j
    while page.word(j) in before and j - start < 4:
        j += 1
    if page.word(j) not in verbs:  # "fut" by itself, "fut aussi"
        j = next((k for k in range(j - 1, start - 1, -1) if page.word(k) in verbs), j)
    if page.word(j) not in verbs:
        return None
    fillers = _VERB_FILLERS
    for k in range(j + 1, min(j + REACH, len(page.tokens))):
        word = page.word(k)
        if k in page.people or k in page.bodies or page.broken(k - 1, k):
            return None
        if word in verbs:
            continue
        if is_head(word):
            return k
        if word in _ATTRIBUTES:
            return _past_attribute(page, k)
        if word in ("pendant", "durant") and (past := _past_span(page, k)) > k:
            return past if is_head(page.word(past)) else None  # "a été pendant quatre ans ministre"
        if word == "dans" and (opened := after_opening(page, k)) is not None:
            return opened  # "a été installée vendredi dans ses fonctions de préfète"
        if not (
            word in fillers or word in DETERMINERS or word in before_head() or word.isdigit() or word == ","
        ):
            return None
    return None


def _past_attribute(page: Page, j: int) -> int | None:
    """ "est diplômée de X et *doctorante* à Y": the noun after what somebody is besides."""
    for k in range(j + 1, min(j + REACH, len(page.tokens) - 1)):
        if page.word(k) in ("et", ",") and is_head(page.word(k + 1)) and k + 1 not in page.bodies:
            return k + 1
        if page.word(k) in ENDS or k in page.people or page.broken(k - 1, k):
            break
    return None


def _past_span(page: Page, j: int) -> int:
    """ "pendant quatre ans (2008-2012) ministre": the token after how long."""
    k = next((k + 1 for k in range(j + 1, min(j + 6, len(page.tokens))) if page.word(k) in _SPANS), j)
    if page.word(k) == "(":
        return next((i + 1 for i in range(k, min(k + 8, len(page.tokens))) if page.word(i) == ")"), j)
    return k


def after_opening(page: Page, j: int) -> int | None:
    """ "X comme directrice", "X au poste de directrice"."""
    if page.word(j) not in _OPENED_BY:
        return None
    for opening in _OPENINGS:
        k = j + len(opening)
        if all(_WHOLE.get(page.word(j + n), page.word(j + n)) == word for n, word in enumerate(opening)):
            return head_from(page, k) or english_head(page, k)
    return None


def in_functions(page: Page, j: int) -> int | None:
    """ "prendra ses fonctions de préfet", "a quitté ses fonctions de directrice"."""
    if page.doc.places.keys().isdisjoint(_POSTS) or j >= len(page.tokens) or page.broken(j - 1, j):
        return None
    start = page.tokens.start[j]
    found = _FUNCTIONS.match(page.doc.plain, start) or _LEAVING.match(page.doc.plain, start)
    return head_from(page, page.after(found.end())) if found is not None else None
