"""Things named after people: streets, schools, prizes, laboratories. Their names are not people's."""

from __future__ import annotations

import re

from communique.document import Document
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head
from communique.extractors.people.wrapping import wrapping_of
from communique.gazetteer import bodies
from communique.lexicon import words

_NAMED_AFTER = lexicon.named_after()

_LONGEST_BODY = 6  # tokens
REACH = 10  # tokens back to the noun of the thing
_ADJECTIVE = re.compile(
    r"[a-z-]+(?:a(?:l|le|les|ux|ire|ires|ine?s?)|iques?|i?ers?|ieres?|ifs?|ives?|el(?:le)?s?|eurs?|ins?|ines?|ee?nn?e?s?|ees?|[ao]is(?:es?)?)$"
)
_LINKS = frozenset(("de", "d'", "des", "du", "la", "l'", "les", "en", "et", "of", "for", "von", "di"))
_DETERMINERS = words(lexicon.ROOM, "articles.txt")
_SOMEBODY = frozenset(
    (
        "homme",
        "femme",
        "garcon",
        "fille",
        "fillette",
        "enfant",
        "bebe",
        "fils",
        "adolescent",
        "adolescente",
        "ans",
    )
)
_IN_ROW = frozenset((":", "et", ","))
_ROW_LINKS = frozenset((",", "et", "de", "d'", "du", "la", "le", "-"))
_ROW_REACH = 7  # tokens
_SCHOOLS = frozenset(
    (
        "lycees",
        "colleges",
        "ecoles",
        "gymnases",
        "stades",
        "creches",
        "hopitaux",
        "mediatheques",
        "rues",
        "salles",
    )
)
_CHRISTENED = ("baptise", "rebaptise", "debaptise", "surnomme", "denomme", "intitule", "prenomme")
# What somebody is head of, without an article ("la Cheffe de Cabinet NAME").
_CHARGES = frozenset(
    ("cabinet", "projet", "service", "mission", "bureau", "section", "division", "programme")
)
_PRESIDED = words(lexicon.ROOM, "presided.txt")
# "le capitaine au long cours NAME", "raconte en chemin NAME", "la championne en titre NAME"
_ADVERBIAL = frozenset((("long", "cours"), ("en", "chemin"), ("en", "titre"), ("en", "effet")))
_DASHES = "–—-"


def is_namesake(doc: Document, start: int) -> bool:
    """Is the name at ``start`` that of a thing: "lycée", "prix de thèse", "Institut des matériaux" before it?

    >>> doc = Document("le lycée technique Jean Moulin et Jean Moulin")
    >>> is_namesake(doc, 19), is_namesake(doc, 34)
    (True, False)
    """
    tokens, things = doc.tokens, _NAMED_AFTER
    i = tokens.before(start)
    if i < 0 or "\n" in doc.text[tokens.end[i] : start]:
        return i >= 0 and _thing_at_line_end(doc, i, start)
    if _christened(doc, i) or _titled(doc, i, start) or (tokens.text[i] in _IN_ROW and _of_row(doc, i)):
        return True
    if (
        i > 1
        and (tokens.text[i].islower() or tokens.plain[i] in _CHARGES)
        and tokens.plain[i - 1] in ("de", "d'")
        and (is_head(tokens.lower[i - 2]) or tokens.plain[i - 2] in ("homme", "femme"))
    ):
        return False  # "la cheffe d'orchestre NAME", "le directeur d'école NAME", "l'homme d'affaires NAME"
    if _presided(doc, i) or _of_school(doc, i):
        return False
    if i and (tokens.plain[i - 1], tokens.plain[i]) in _ADVERBIAL:
        return False
    if tokens.plain[i] == "ordres" and i and tokens.plain[i - 1] in ("ses", "leurs", "mes", "nos"):
        return False  # "il eut sous ses ordres NAME"
    if tokens.plain[i] == "tribune" and i > 1 and tokens.plain[i - 2 : i] == ["a", "la"]:
        return False  # "s'est emporté à la tribune NAME"
    if tokens.lower[i] == "cite":
        return False  # the verb, not "la cité"
    if tokens.plain[i] in things or tokens.plain[i] in ("saint", "sainte", "st", "ste"):
        return not _ends_listed_body(doc, i)
    if tokens.text[i] in _DASHES:
        return _after_dash(doc, i)
    return _heads_phrase(doc, i) and not _portfolio(doc, i) and not _ends_listed_body(doc, i)


def _of_row(doc: Document, i: int) -> bool:
    """ "deux lycées du bassin : *Jean Moulin* et *Anne Petit*": schools named in a row after a colon."""
    tokens = doc.tokens
    while i >= 0 and (tokens.text[i][0].isupper() or tokens.plain[i] in _ROW_LINKS):
        i -= 1
    if i < 2 or tokens.text[i] != ":":
        return False
    before = range(max(0, i - _ROW_REACH), i)
    if any(tokens.text[k] in ".;!?" or is_head(tokens.lower[k]) for k in before):
        return False
    return any(tokens.plain[k] in _SCHOOLS for k in before)


def _ends_listed_body(doc: Document, i: int) -> bool:
    """ "le délégué général de La République en marche NAME": the whole of a well-known name stands before."""
    plain = doc.tokens.plain
    for first in range(max(0, i - _LONGEST_BODY), i):
        name = tuple(plain[first : i + 1])
        if not any(word[0].isupper() for word in doc.tokens.text[first + 1 : i + 1]):
            break  # "La tribune NAME"
        if plain[first] in bodies() and any(
            body.words == name and not body.weak for body in bodies().likely(name[0], name[1])
        ):
            return True
    return False


def _presided(doc: Document, i: int) -> bool:
    """ "le président du Conseil italien NAME", "la cheffe du parti libéral NAME": no namesake."""
    tokens = doc.tokens
    if i < 3 or not (tokens.text[i].islower() and is_adjective(tokens.plain[i])):
        return False
    if tokens.plain[i - 1] not in _PRESIDED:
        return False
    k = i - 2
    if tokens.plain[k] in ("la", "l'") and k and tokens.plain[k - 1] == "de":
        k -= 1
    return tokens.plain[k] in ("du", "de", "des") and is_head(tokens.lower[k - 1])


def _of_school(doc: Document, i: int) -> bool:
    """ "le général de brigade aérienne NAME", "la directrice d'école primaire NAME": no namesake."""
    tokens = doc.tokens
    if i < 3 or not (tokens.text[i].islower() and is_adjective(tokens.plain[i])):
        return False
    return tokens.plain[i - 2] in ("de", "d'") and is_head(tokens.lower[i - 3])


def _portfolio(doc: Document, i: int) -> bool:
    """ "le commissaire européen au Marché intérieur NAME": the noun is what a function has charge of."""
    tokens = doc.tokens
    for k in range(i, max(1, i - 6), -1):
        if tokens.plain[k] in ("au", "aux") or tokens.plain[k : k + 2] == ["des", "affaires"]:
            return any(is_head(tokens.lower[n]) for n in (k - 1, k - 2, k - 3) if n >= 0)
        if not tokens.text[k][0].isalpha():
            break
    return False


def _titled(doc: Document, i: int, start: int) -> bool:
    """ "rue du Docteur Petit", "lycée du Général Grand", where ``start`` is that of the title."""
    tokens = doc.tokens
    if tokens.plain[i] not in ("du", "l'", "la", "de") or not doc.text[start].isupper():
        return False
    title = tokens.plain[tokens.at(start)]
    if title not in lexicon.bearers_of_surnames() and title not in words(
        lexicon.ROOM, "titles_in_streets.txt"
    ):
        return False
    while i >= 0 and tokens.plain[i] in ("du", "l'", "la", "de"):
        i -= 1
    return i >= 0 and tokens.plain[i] in words(lexicon.ROOM, "titled_places.txt")


def _christened(doc: Document, i: int) -> bool:
    """ "la salle, baptisée Anne Petit", "portera le nom d'Anne Petit": the name is given to a thing."""
    tokens = doc.tokens
    if tokens.plain[i].startswith(_CHRISTENED):
        if i and tokens.plain[i - 1] in ("un", "une"):
            return False  # "un dénommé Stan"
        somebody = tokens.plain[i].startswith("prenomme")  # "un homme de 19 ans, prénommé Rayan"
        return not (somebody and not _SOMEBODY.isdisjoint(tokens.plain[max(0, i - 7) : i]))
    if i and tokens.plain[i] == "tempete":
        return tokens.plain[i - 1] in ("la", "une", "cette")  # elsewhere a verb of speech
    if i < 1 or tokens.plain[i] not in ("de", "d'"):
        return False
    if tokens.plain[i - 1] in ("personnage", "personnages"):
        return True
    if i < 3 or tokens.plain[i - 2 : i] != ["le", "nom"]:
        return False
    return any(tokens.plain[k].startswith("port") for k in range(max(0, i - 6), i - 1))


def _thing_at_line_end(doc: Document, i: int, start: int) -> bool:
    """Does a wrapped line end with the noun of a thing whose name is on the next: "la médiathèque"?"""
    thing = doc.tokens.text[i][0].islower() and doc.tokens.plain[i] in _NAMED_AFTER
    return thing and wrapping_of(doc.text).joins(doc.tokens.end[i], start)


def is_adjective(plain: str) -> bool:
    """Does the word (no accents) have an ending that adjectives have and verbs as a rule have not?

    >>> is_adjective("scientifique"), is_adjective("generale"), is_adjective("entame")
    (True, True, False)
    """
    return _ADJECTIVE.match(plain) is not None


def _heads_phrase(doc: Document, i: int) -> bool:
    """Does the noun phrase that ends at token ``i`` begin with the noun of a thing?

    Read backwards: capitalised words, or adjectives and a noun after "de". The noun of the thing may be in
    small letters when one complement without an article separates it from the name ("prix de thèse").
    """
    tokens, things = doc.tokens, _NAMED_AFTER
    k, complements = i, 0
    while k >= 0 and i - k < REACH:
        if k < i and "\n" in doc.text[tokens.end[k] : tokens.start[k + 1]]:
            return False
        plain, capital = tokens.plain[k], tokens.text[k][0].isupper() or tokens.text[k].isdigit()
        if plain in things and (capital or complements <= 1):
            return True
        if capital:
            k -= 1
            continue
        if not plain[0].isalpha() or plain in _LINKS:
            return False
        if is_adjective(plain) and k and tokens.plain[k - 1] in things:
            return True
        n = k  # adjectives, the noun, its preposition
        while n > k - 3 and n > 0 and tokens.plain[n - 1] not in _LINKS:
            before = tokens.plain[n - 1]
            if not is_adjective(tokens.plain[n]) or not before[0].isalpha() or before in _DETERMINERS:
                return False
            n -= 1
            if tokens.plain[n] in things:
                return True
        if n == 0 or tokens.plain[n - 1] not in _LINKS:
            return False
        article = tokens.plain[n - 1] in ("la", "les", "l'", "du")
        complements += 2 if article else 1
        n -= 1
        while n > 0 and tokens.plain[n - 1] in _LINKS:
            n -= 1
        k = n - 1
    return False


def _after_dash(doc: Document, i: int) -> bool:
    """ "Université Toulouse - Jean Jaurès", but not "Agence X – Anne Petit – 06 00 …"."""
    tokens = doc.tokens
    if i == 0 or not (tokens.text[i - 1][0].isupper() or tokens.text[i - 1][0].isdigit()):
        return False
    end = doc.text.find("\n", tokens.end[i])
    line = doc.plain[tokens.end[i] : end if end >= 0 else len(doc.plain)]
    if any(c in line[:60] for c in "–—|@,:(") or " - " in line[:60] or re.search(r"\d\d", line[:60]):
        return False
    if len(line) < 40 and end >= 0:
        return False
    return _heads_phrase(doc, i - 1)
