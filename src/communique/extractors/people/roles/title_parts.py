"""Parts that a title may hold or step over: a list of charges, a name between marks, its own initials."""

from __future__ import annotations

import re

from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head, is_known_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.page import ARTICLES, LINKS, ROOM, Page
from communique.lexicon import words

OPENERS, _CLOSERS = frozenset('«“"'), frozenset('»”"')
LONGEST = 24  # tokens in a title
_TO = ("à", "au", "aux")
_ELECTED = (
    "vice-président",
    "adjoint",
    "conseill",
    "échevin",
    "maire-adjoint",
    "premier-adjoint",
    "bourgmestre",
)
_DETERMINERS = words(ROOM, "determiners.txt")
_FIELDS = words(ROOM, "fields.txt")
_NAMED_IN_MARKS = words(ROOM, "named_in_marks.txt")
_ENDS = frozenset((",", ".", ")", ";", "et"))
_OF_PORTFOLIOS = ("de", "du", "des", "d'", "la", "l'", "les", "le")
_FAMILIES = (_TO, ("de", "du", "des", "d'"))
_OF_FIELDS = ("adjoint", "commissaire", "conseill", "délégué", "échevin", "haut-", "ministre", "secrétaire")
_CHARGED = ("charg", "délégu")  # "adjointe au maire *chargée* des sports", "*en charge* de la culture"
_PARTS_OF_THE_WORLD = lexicon.places() | words(ROOM, "parts_of_the_world.txt")
_OF_PLACES = words(ROOM, "of_places.txt")
_MONTHS = words(ROOM, "months.txt")
_CIRCUMSTANCES = words(ROOM, "circumstances.txt")
_MANNERS = words(ROOM, "manners.txt")
_SECOND = words(ROOM, "second_adjectives.txt")
_NUMBERS = frozenset(("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"))
_FIGURES = frozenset(("deux", "trois", "quatre", "cinq", "six", "sept", "huit"))
_SCORED = frozenset(
    ("doublé", "triplé", "quadruplé", "but", "buts", "essai", "penalty", "ouverture", "pénalités")
)
_ADJECTIVE = re.compile(r"[^\W\d_]{2,}(?:aux|al|ale|if|ive|ier|ière|el|elle|ique|aire)s?")
_ACTING = re.compile(r"f\.\s?f\.?(?!\w)|[ap]\.\s?i\.?(?!\w)|ff(?!\w)")


def past_short_form(page: Page, head: int, j: int) -> int:
    """ "directeur général des services (DGS) de la Ville": where the body begins after a title's initials."""
    if page.word(j) != "(" or page.word(j + 2) != ")" or not page.tokens.text[j + 1].isupper():
        return 0
    initials = [page.tokens.plain[k][0] for k in range(head, j) if page.word(k) not in LINKS]
    k = _past_links(page, j + 3)
    return k if "".join(initials) == page.word(j + 1) and k > j + 3 and k in page.bodies else 0


def _past_links(page: Page, j: int) -> int:
    """The token after up to three small words that lead to a body: "de la", "chez"."""
    k = j
    while k < j + 3 and (page.word(k) in LINKS or page.word(k) == "chez"):
        k += 1
    return k


def adjective_on(page: Page, j: int) -> bool:
    """ "directrice administrative *et financière*": an adjective after another, though a role noun too."""
    if page.word(j + 1) not in _SECOND or not is_head(page.word(j - 2)):
        return False
    return _ADJECTIVE.fullmatch(page.word(j - 1)) is not None


def charges_on(page: Page, head: int, j: int) -> bool:
    """ "déléguée à la diversité *et à l'égalité*": the same preposition again."""
    return page.word(j + 1) in _TO and any(page.word(k) in _TO for k in range(head + 1, j))


def fields_on(page: Page, head: int, j: int) -> bool:
    """ "déléguée à la jeunesse, à la ville et au sport": a list with the preposition of the first field.

    Its last field comes after "et" with the same preposition; nobody and no body is named in it.
    """
    family = next((f for f in _FAMILIES if page.word(j + 1) in f), None)
    if family is None or not _governed(page, head, j, family):
        return False
    for k in range(j + 2, min(j + LONGEST, len(page.tokens) - 1)):
        word = page.word(k)
        if word in ("et", "ou") and page.word(k - 1) != ",":
            return page.word(k + 1) in family and not page.tokens.text[k + 1].isupper()
        if word == ",":
            if page.word(k + 1) not in family:
                return False
        elif k in page.people or k in page.bodies or page.broken(k - 1, k) or _starts_another(page, k):
            return False
    return False


def _governed(page: Page, head: int, j: int, family: tuple[str, ...]) -> bool:
    """Whether the last complement before the comma has that preposition, and tells of no place."""
    if singular(page.word(head)) in _OF_PLACES:
        charged = next((k for k in range(head + 1, j) if page.word(k).startswith(_CHARGED)), None)
        if charged is None and (family is not _TO or not page.word(head).startswith(_OF_FIELDS)):
            return False
        head = head if charged is None else charged
    return any(page.word(k) in family for k in range(head + 1, min(head + 6, j)))


def _starts_another(page: Page, k: int) -> bool:
    """Whether a word of a list is a sign or somebody's function, no field: "de la maire et du préfet"."""
    if not page.word(k)[0].isalpha() and page.word(k) not in "'’":
        return True
    return is_known_head(page.word(k)) and page.word(k)[-1] not in "sx"


def field_apart(page: Page, j: int) -> bool:
    """ "Vice-présidente, Ressources humaines": a field with a capital after the comma, no body."""
    k = j + 1
    if k >= len(page.tokens) or k in page.bodies or k in page.people or page.broken(j, k):
        return False
    if page.tokens.plain[k] not in _FIELDS or not page.tokens.text[k][0].isupper():
        return False
    after = page.tokens.text[k + 1 : k + 2]
    return not after or not after[0][0].isupper() or page.broken(k, k + 1)


def charged_apart(page: Page, head: int, k: int) -> bool:
    """ "conseillère municipale, déléguée à la culture", "directeur adjoint, chargé des finances"."""
    word, following = page.word(k), page.word(k + 1)
    if not word.startswith(_CHARGED) or page.broken(k - 1, k):
        return False
    if word in ("délégué", "déléguée"):
        elected = any(page.word(i).startswith(_ELECTED) for i in range(max(0, head - 1), k))
        return (following in _TO or following == "en") and elected
    defined = following in ("du", "des") or (following in ("de", "d'") and page.word(k + 2) in ("la", "l'"))
    return word in ("chargé", "chargée") and defined


def adjectives_on(page: Page, j: int) -> bool:
    """ "professeur d'ingénierie civile, *environnementale et* géomatique": a list of adjectives."""
    if (
        page.word(j + 2) not in ("et", ",")
        or page.broken(j - 1, j + 1)
        or not page.tokens.text[j + 1].islower()
    ):
        return False
    if is_head(page.word(j + 1)) or is_head(page.word(j + 3)) or page.word(j + 1).endswith(("é", "ée", "és")):
        return False
    if page.word(j + 2) == "et" and not is_adjective(page.tokens.plain[j + 3]):
        return False
    linked = any(page.word(k) in LINKS for k in range(max(0, j - 4), j - 1))
    return linked and all(is_adjective(page.tokens.plain[k]) for k in (j - 1, j + 1))


def portfolio_on(page: Page, j: int) -> int:
    """ "ministre du Plan, *Budget et Tourisme*": fields with a capital, the last of them after "et"."""
    for k in range(j + 1, min(j + 12, len(page.tokens))):
        word, text = page.word(k), page.tokens.text[k]
        if k in page.people or page.broken(k - 1, k) or is_head(word):
            return 0
        if word in ("et", "&"):
            last = k + 1
            while last < k + 4 and page.word(last) in _OF_PORTFOLIOS:
                last += 1
            capital = page.tokens.text[last : last + 1]
            named = capital != [] and capital[0][0].isupper() and last not in page.people
            return last - j + 1 if named and not is_head(page.word(last)) else 0
        if word != "," and word not in LINKS and (not text.isalpha() or (k == j + 1 and text.islower())):
            return 0
    return 0


def listed_fields(page: Page, head: int, j: int) -> int:
    """ "déléguée à la transition sociale, diversité et inclusion à X": fields without articles up to X."""
    linked = page.tokens.lower[head + 1] in LINKS or page.tokens.plain[head + 1] in _FIELDS
    if j - head < 2 or not linked:
        return 0
    joined = False
    for k in range(j + 1, min(j + 9, len(page.tokens) - 1)):
        word = page.word(k)
        if joined and (word in LINKS or word == "chez") and page.word(k - 1) not in LINKS:
            ahead = k + 1 + (page.word(k + 1) in ARTICLES)
            return k - j if ahead in page.bodies else 0
        if word in ("et", "&"):
            joined = True
        elif word != "," and (
            not page.tokens.text[k].isalpha()
            or word in _DETERMINERS
            or is_head(word)
            or page.broken(k - 1, k)
        ):
            return 0
    return 0


def elided(page: Page, j: int) -> bool:
    """ "préfet de la Côte-d'Or", "conseiller prud'homal": the apostrophe of one word."""
    tokens = page.tokens
    typed = tokens.text[j] == '"' and tokens.lower[j - 1] in ("l", "d")  # 'ministre de l"Économie'
    if not (typed or tokens.text[j] in "'’") or j + 1 >= len(tokens) or not tokens.text[j + 1][0].isalpha():
        return False
    return tokens.end[j - 1] == tokens.start[j] and tokens.end[j] == tokens.start[j + 1]


def quoted_name(page: Page, j: int) -> int:
    """ "directrice du programme « Gouvernance et pilotage » de X": the tokens of the name between marks."""
    for k in range(j + 2, min(j + 12, len(page.tokens) - 1)):
        if page.tokens.text[k] in _CLOSERS:
            n = _past_links(page, k + 1)
            named = page.tokens.plain[j - 1] in _NAMED_IN_MARKS and j + 1 not in page.bodies
            named = named and page.tokens.text[j + 1][0].isupper()
            if named and (k + 1 >= len(page.tokens) or page.word(k + 1) in _ENDS or page.broken(k, k + 1)):
                return k - j + 1  # "cheffe du projet « Ville éponge », "
            return k - j + 1 if n > k + 1 and n in page.bodies else 0
        if page.tokens.text[k] in ".!?;:" or k in page.people or page.broken(k - 1, k):
            break
    return 0


def second_field(page: Page, head: int, j: int) -> bool:
    """ "déléguée à la diversité et l'inclusion de X", "à la lutte contre l'oubli et la peur": after "et"."""
    if page.word(j - 1) not in ("et", "ou") or page.word(j) not in ("l'", "la", "le", "les"):
        return False
    if any(page.word(k) == "contre" for k in range(head + 1, j)) and page.tokens.text[j + 1].islower():
        return True
    return page.word(j + 2) in LINKS and (j + 3 in page.bodies or j + 4 in page.bodies)


def aged(page: Page, j: int) -> bool:
    """ "gérant de 61 ans", "agricultrice âgée de trente ans"."""
    younger = page.word(j - 1) in ("moins", "plus")  # "sélectionneur des moins de 20 ans"
    return (page.word(j) == "de" and page.word(j + 2) == "ans" and not younger) or page.word(j) in (
        "âgé",
        "âgée",
        "âgés",
    )


def acting(page: Page, j: int) -> int:
    """How many tokens "f.f.", "a.i.", "p.i." take after a title: whoever stands in for its holder."""
    if page.word(j)[:1] not in ("f", "a", "p") or len(page.word(j)) > 4:
        return 0
    at = page.tokens.start[j]
    m = _ACTING.match(page.doc.lower, at)
    return page.tokens.at(m.end() - 1) - j + 1 if m else 0


def dated(page: Page, j: int) -> bool:
    """ "directrice en 2020", "président depuis 2019", "professeure en décembre"."""
    if page.word(j) not in ("en", "depuis", "de", "jusqu'en", "dès"):
        return False
    year = page.word(j + 1)
    return (len(year) == 4 and year.isdigit()) or (page.word(j) != "de" and year in _MONTHS)


def manner(page: Page, j: int) -> bool:
    """ "élu président à l'unanimité", "nommée directrice à compter de mai": how and when, not of what."""
    if page.word(j) not in ("à", "au", "aux"):
        return False
    k = j + 1 + (page.word(j + 1) in ("l'", "la"))
    return page.word(k) in _MANNERS


def circumstance(page: Page, j: int) -> bool:
    """ "la députée de Moselle en *rendant* hommage", "vicaire en *remplacement* de X"."""
    j += page.word(j) in ("la", "l'")
    return page.word(j).endswith("ant") or page.word(j) in _CIRCUMSTANCES


def one_of(page: Page, j: int) -> bool:
    """ "l'un *des* fondateurs", "une des responsables": a function of one, its noun in the plural."""
    j -= page.word(j - 1) == "des" and page.word(j) in _NUMBERS  # "l'une des trois conseillères"
    return page.word(j) == "des" and page.word(j - 1) in ("un", "une")


def of_this(page: Page, head: int, j: int) -> bool:
    """ "auteure de cette étude", but "directrice" in "directrice de cette école"."""
    author = page.word(head).removeprefix("co").startswith(("auteur", "autrice", "spécialiste"))
    return author and page.word(j - 1) == "de" and j - 2 == head


def scorer(page: Page, head: int) -> bool:
    """ "Jules Petit, auteur de 19 points": what he did, no function."""
    if page.word(head) not in ("auteur", "autrice") or page.word(head + 1) not in ("de", "d'", "du"):
        return False
    k = head + 2 + (page.word(head + 2) in ("un", "une", "l'"))
    return page.word(k).isdigit() or page.word(k) in _FIGURES or page.word(k) in _SCORED


def interim(page: Page, j: int) -> bool:
    return page.word(j) == "par" and page.word(j + 1) in ("intérim", "interim")


def for_land(page: Page, j: int) -> bool:
    """ "directrice générale *pour l'Europe*": the part of the world that somebody has charge of."""
    k = j + 2
    if page.word(j + 1) not in ("le", "la", "l'", "les") or k >= len(page.tokens) or page.broken(j, k):
        return False
    following = page.word(k + 1)
    alone = following in ("", "de", "du", "et", "depuis") or not following[0].isalnum()
    return page.tokens.plain[k] in _PARTS_OF_THE_WORLD and (alone or is_adjective(page.tokens.plain[k + 1]))


def inner(page: Page, head: int, j: int) -> bool:
    """ "rapporteure du budget de la Sécurité sociale au Sénat": the first belongs to the complement."""
    after = page.after(page.bodies[j].end)
    link = page.word(after) in ("au", "à", "chez")
    if page.word(after) == "à" and page.word(after + 1) in ARTICLES:
        after += 1
    if not link or after + 1 not in page.bodies:
        return False
    before = [page.word(k) for k in range(head + 1, j)]
    return sum(w in ("de", "du", "d'", "des") for w in before) > 1
