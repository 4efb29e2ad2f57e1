"""The grammar of a title: what words after a role noun belong to it, and the institution that closes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.document import fold_name
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.led import led_body
from communique.extractors.people.roles.page import ARTICLES, LINKS, ROOM, Page
from communique.extractors.people.roles.title_ends import (
    after_acronym,
    anaphoric,
    division,
    in_charge,
    named_by_class,
    of_that_class,
    past_label,
    past_others,
    past_owner,
    portfolio,
    strip,
    strip_body,
    taken_up,
)
from communique.extractors.people.roles.title_parts import (
    LONGEST,
    acting,
    adjective_on,
    aged,
    charged_apart,
    charges_on,
    circumstance,
    dated,
    for_land,
    inner,
    interim,
    manner,
    of_this,
    one_of,
    past_short_form,
    second_field,
)
from communique.extractors.people.roles.title_signs import MINISTERS, sign_taken
from communique.extractors.people.roles.title_tails import employed, told_beside
from communique.extractors.people.roles.unlisted import end_of_unlisted
from communique.lexicon import lines, words
from communique.mentions import InstitutionMention

_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_TITLE_STOPS = words(ROOM, "title_stops.txt")
_SPEECH_VERBS = lexicon.speech_verbs()
_FINITE = words(ROOM, "finite.txt")
_CIVILITIES = lexicon.civilities()
_ORGANS_OF_STUDENTS = words(ROOM, "organs_of_students.txt")
_ATTRIBUTES = words(ROOM, "attributes.txt")
NEWLY = words(ROOM, "newly.txt")
_SINCE_WHEN = frozenset(("en", "le", "au", "à", "il", "fin", "début", "lundi", "mardi", "mercredi", "jeudi"))
_FILLERS = words(ROOM, "apposition_fillers.txt")
_PARTICIPLES = words(ROOM, "participles.txt")
ENGLISH_HEADS = words(ROOM, "english_heads.txt")
_ENGLISH_BEFORE = words(ROOM, "english_before.txt")

DETERMINERS = words(ROOM, "determiners.txt")
# "responsable des relations avec les entreprises", "déléguée à la lutte contre la pauvreté"
_CARRIED = words(ROOM, "carried.txt")
_SOME = frozenset(
    ("un", "une", "ce", "cet", "cette", "son", "sa", "plusieurs", "différents", "différentes", "diverses")
)
_SPECIALISTS = words(ROOM, "specialists.txt")
_PROJECTS = frozenset(("projet", "programme", "dispositif", "chantier", "plan", "prix", "label", "concours"))
_PARTY = re.compile(r"^(\S+) \([^()]{1,20}\) (?=d|à |aux? |en |chargé)")
LONGEST_NAME = 60  # characters
_FUTURE = (
    "era", "ira", "dra", "ttra", "îtra", "eront", "iront", "dront", "ttront",
    "aurait", "auraient", "erait", "eraient", "drait", "draient", "irait", "iraient",
)  # fmt: skip
_AFTER_BODY = ("chargé", "chargée", "délégué", "déléguée", "chargés", "chargées")


@cache
def before_head() -> dict[str, bool]:
    """Adjectives before a role noun → are they part of the title ("ancien") or not ("nouvelle")?"""
    return {line.removesuffix(" -"): not line.endswith(" -") for line in lines(ROOM, "before_head.txt")}


@dataclass(init=False, slots=True)
class Title:
    """A function as written: tokens ``first`` to ``last``; ``next`` comes after it and its institution."""

    first: int
    head: int
    last: int
    next: int
    start: int
    end: int
    text: str
    complement: bool
    institution: InstitutionMention | None
    anaphor: bool

    def __init__(
        self,
        first: int,
        head: int,
        last: int,
        next: int,
        start: int,
        end: int,
        text: str,
        complement: bool,
        institution: InstitutionMention | None = None,
        anaphor: bool = False,
    ) -> None:
        self.first = first
        self.head = head
        self.last = last
        self.next = next
        self.start = start
        self.end = end
        self.text = text
        self.complement = complement
        self.institution = institution
        self.anaphor = anaphor


def read_title(page: Page, head: int) -> Title:
    """The title built on the role noun at token ``head``, up to its institution or its natural end."""
    tokens = page.tokens
    first = _first(page, head)
    j, body = _read_on(page, head)
    unlisted = end_of_unlisted(page, head, j) if body is None else None
    if unlisted is not None and (led := led_body(page, head, j, unlisted)) is not None:
        page.led[j] = body = led
        unlisted = None
    closed = body is not None or unlisted is not None
    if not closed and (short := past_short_form(page, head, j) or _employing(page, j)):
        body, unlisted = page.bodies.get(short), None
        last = strip(page, head, j - 1)
        closed = True
    else:
        last = strip_body(page, head, j - 1, body) if closed else strip(page, head, j - 1)
    anaphor = not closed and anaphoric(page, head, last)
    whole = last
    again = None
    if anaphor:
        again = of_that_class(page, head, last)
    elif not closed:
        again = named_by_class(page, head, last) or taken_up(page, head, last)
    if anaphor or again is not None:
        last = strip(page, head, last - 1)
    anaphor = anaphor and again is None
    if body is not None and body.kind == "public_body" and tokens.lower[head] in MINISTERS and last == head:
        body = None
    start, stop = tokens.start[first], tokens.end[last]
    text = _written(page, first, last)
    if one_of(page, first - 1) and singular(tokens.lower[head]) != tokens.lower[head]:
        text = text.replace(tokens.text[head], singular(tokens.text[head]), 1)  # "l'une des fondatrices"
    if "(" in text:
        text = _PARTY.sub(r"\1 ", text)
    following = unlisted or (whole if anaphor or again is not None else last) + 1
    if body is None and following in page.bodies:
        following = past_label(page, head, following)
    if body is not None:
        joined: list[InstitutionMention] = []
        more = past_owner(page, after_acronym(page, page.after(body.end)))
        more = following = past_others(page, more, joined)
        if joined and not page.word(head).startswith("avocat"):  # "avocate aux barreaux de X et de Y"
            page.joined[start] = joined
        if end := _more(page, following):
            stop, following = tokens.end[end - 1], end
            text += (" " if page.word(more) != "," else "") + fold_name(
                page.doc.text[tokens.start[more] : stop]
            )
    return Title(first, head, last, following, start, stop, text, last > head, body or again, anaphor)


def _employing(page: Page, j: int) -> int:
    """Where the body begins that employs whoever holds the title before token ``j``, if it does."""
    k = employed(page, j) if j < len(page.tokens) else 0
    return k if k in page.bodies and not page.broken(j - 1, k) else 0


def _written(page: Page, first: int, last: int) -> str:
    """The words of a title; a line end in a compound leaves its hyphen ("enseignant-" over "chercheur")."""
    tokens = page.tokens
    text = fold_name(page.doc.text[tokens.start[first] : tokens.end[last]])
    if "\n" in page.doc.text[tokens.start[first] : tokens.end[last]]:
        for k in range(first, last + 1):
            if "-" in tokens.text[k] and tokens.text[k] not in text:
                text = text.replace(tokens.text[k].replace("-", ""), tokens.text[k])
    return text


def _read_on(page: Page, head: int) -> tuple[int, InstitutionMention | None]:
    """The token after the words of the title, and the institution that begins there, if one does."""
    tokens = page.tokens
    j = head + 1
    while j < len(tokens) and j - head <= LONGEST and not page.broken(j - 1, j) and j not in page.people:
        if body := page.bodies.get(j):
            if (label := past_label(page, head, j)) > j:
                if page.word(label) not in ("de", "d'", "du", "des", "dans") or page.broken(j, label):
                    break
                j = label
                continue
            part = (
                portfolio(page, head, j) or in_charge(page, j) or _generic(page, body) or inner(page, head, j)
            )
            part = part or page.word(j - 1) in _PROJECTS  # "coordinatrice du projet X"
            if not (part or division(page, body)):
                return j, body
            j = page.after(body.end)
        elif end_of_unlisted(page, head, j) is not None:
            break
        elif step := _step(page, head, j):
            j += step
        else:
            break
    return j, None


def participial(page: Page, j: int) -> bool:
    """ "la médiatrice nommée par l'État", but "directeur délégué par intérim"."""
    word = page.word(j)
    if singular(word) in _BODY_NOUNS:
        return False  # "présidente de l'université par intérim"
    if word in NEWLY and page.word(j + 1) in _SINCE_WHEN:
        return True
    if not word.endswith(("é", "ée", "és", "ées", "u", "ue", "us", "ues", "i", "ie", "is", "ies")):
        return False
    return len(word) > 3 and page.word(j + 1) in ("par", "depuis", "hier") and not interim(page, j + 1)


def _step(page: Page, head: int, j: int) -> int:
    """How many tokens from ``j`` on belong to the title: 0 when it ends before."""
    tokens = page.tokens
    word, plain = tokens.lower[j], tokens.plain[j]
    linked = tokens.lower[j - 1] in LINKS or tokens.lower[j - 1] in ("avec", "contre")
    if stood_in := acting(page, j):
        return stood_in
    if not word[0].isalnum():
        return sign_taken(page, head, j)
    if word in ("et", "ou", "puis"):
        return int(adjective_on(page, j) or _goes_on(page, j) or (word == "et" and charges_on(page, head, j)))
    # "la CE", "professeure de SES"
    initials = 1 < len(plain) < 6 and tokens.text[j].isupper() and tokens.text[j - 1].islower()
    if word == "sur" and page.word(j + 1) in ARTICLES and singular(tokens.lower[head]) in _SPECIALISTS:
        return 1  # "chargée de mission sur les mobilités"
    if word in ("ce", "cet", "cette", "ces") and of_this(page, head, j):
        return 1
    if word == "époque" and page.word(j - 1) == "l'":
        return 0  # "le maire de l'époque"
    if word in ("lui", "elle") and page.word(j - 2) == "auprès":
        return 1  # "secrétaire d'État auprès d'elle"
    if word == "pour" and for_land(page, j):
        return 3
    if word == "très" and j + 2 in page.bodies and is_adjective(page.tokens.plain[j + 1]):
        return 2  # "de la très active Association X"
    if plain in _TITLE_STOPS and word != "à" and tokens.text[j] != "Est" and not initials:
        return int(interim(page, j) or f"{page.word(j - 1)} {word}" in _CARRIED)
    if dated(page, j) or (word == "en" and circumstance(page, j + 1)):
        return 0
    if word in ("pour", "dans") and (page.word(j + 1) in _SOME or page.word(j + 1)[:1].isdigit()):
        return 0  # "élu président pour un mandat de quatre ans", "dit la maire dans un entretien"
    if word == "pour" and page.word(j + 1).endswith(("er", "ir", "re")) and tokens.text[j + 1].islower():
        return 0  # "quitte son poste de secrétaire pour présider X"
    if word[0].isdigit() and word.rstrip("0123456789").endswith("h"):
        return 0  # "concert des pianistes 19h NAME"
    if aged(page, j) or participial(page, j) or manner(page, j) or told_beside(page, head, j):
        return 0
    if second_field(page, head, j):
        return 1
    if not linked and ((plain in _SPEECH_VERBS and not word.startswith("invité")) or word in ARTICLES):
        return 0  # "président le 15 décembre"
    if not linked and plain in _FINITE and tokens.text[j].islower() and not is_head(word):
        return 0  # "cette professeure de grec enseigne à Dole"
    if not linked and word.endswith(_FUTURE) and len(word) > 5:
        return 0  # "le président ivoirien rencontrera"
    return int(not (tokens.text[j][0].isupper() and _civility(page, j)))


def _civility(page: Page, j: int) -> bool:
    known = _CIVILITIES
    if (page.word(j), page.word(j + 1), page.word(j + 2)) == ("s", ".", "e"):
        return True  # "S.E.M. NAME"
    return page.word(j) in known or (page.word(j + 1) == "." and page.word(j) + "." in known)


def _generic(page: Page, body: InstitutionMention) -> bool:
    """A body without a name of its own ("bureau des étudiants") stays in the title."""
    surface = page.doc.text[body.start : body.end]
    if page.doc.plain[body.start : body.end] in _ORGANS_OF_STUDENTS:
        return True
    if after_acronym(page, j := page.after(body.end)) == j + 3 and page.tokens.text[j + 1].isupper():
        return False  # "la commission médicale d'établissement (CME)": it is given a name
    opening = page.doc.plain[body.start : body.end].startswith(lines(ROOM, "generic_bodies.txt"))
    return opening and surface[1:] == surface[1:].lower()


def past_determiners(page: Page, j: int) -> int:
    """The token after the determiners and the adjectives before a role noun: "la nouvelle"."""
    while page.word(j) in DETERMINERS or page.word(j) in before_head():
        j += 1
    return j


def head_from(page: Page, j: int) -> int | None:
    """The role noun at token ``j`` or after determiners and adjectives, if there is one."""
    k = past_determiners(page, j)
    return k if is_head(page.word(k)) else None


def english_head(page: Page, j: int) -> int | None:
    """ "press officer", "Senior Vice President Sales": the last noun of function of an English title."""
    found = None
    for k in range(j, min(j + 6, len(page.tokens))):
        if k in page.people or (k > j and page.broken(k - 1, k)) or not english(page, k):
            break
        if page.word(k) in ENGLISH_HEADS:
            found = k
    return found


def _first(page: Page, head: int) -> int:
    first = head
    while first > 0 and before_head().get(page.word(first - 1)) and not _ends_before(page, first):
        first -= 1
    if page.word(first - 1) == "-" and page.word(first - 2) == "ex":
        first -= 2
    if page.word(head) in ENGLISH_HEADS:
        while first > 0 and english(page, first - 1) and not page.broken(first - 1, first):
            first -= 1
    return first


def _ends_before(page: Page, j: int) -> bool:
    """Whether the line or somebody's name ends before the token: "élit Paul Grand trésorier"."""
    start = page.tokens.start[j - 1]
    return page.broken(j - 1, j) or any(
        m.end > start for m in page.people_between(start - LONGEST_NAME, start)
    )


def english(page: Page, j: int) -> bool:
    """Does the word stand before an English noun of function: "press" officer, "Chief Executive" Officer?"""
    before = _ENGLISH_BEFORE
    word = page.word(j)
    if word in before or word in ENGLISH_HEADS:
        return True
    return word in ("&", "and") and page.word(j - 1) in before and page.word(j + 1) in before


def _goes_on(page: Page, j: int) -> bool:
    """After "et": another complement of the same title ("et de l'innovation"), or another title or person?"""
    k = past_determiners(page, j + 1)
    if k >= len(page.tokens) or k in page.people or is_head(page.word(k)) or page.word(k) in _CIVILITIES:
        return False
    if page.word(j - 1) in ENGLISH_HEADS:
        return False  # "Senior Manager et conduit des missions"
    if page.word(k)[-1] == "e" and page.word(k + 1) in ("avec", "les", "le", "un", "une", "des"):
        return is_adjective(page.tokens.plain[k])  # "journaliste et collabore avec"
    if page.word(k) in ("de", "d'") and is_head(page.word(k + 1)) and page.word(k + 1)[-1] not in "sx":
        return False  # "les fonctions d'analyste et de contrôleuse"
    if page.word(k) in _FILLERS and is_head(page.word(k + 1)):
        return False  # "psychiatre et lui-même doctorant"
    if page.word(k) in _ATTRIBUTES or page.word(k) in _PARTICIPLES or page.word(k - 1) in before_head():
        return False  # "docteure en droit et diplômée de …", "conférencière et première dauphine"
    word = page.tokens.plain[j + 1]
    return page.tokens.text[j + 1][0].isalnum() and word not in _TITLE_STOPS


def _more(page: Page, j: int) -> int | None:
    """The end of "en charge du tourisme", "chargée de …", "par intérim" after the institution."""
    if stood_in := acting(page, j):
        return j + stood_in
    if page.word(j) == "," and charged_apart(page, j, j + 1):
        j += 1
    if not (
        page.word(j) in _AFTER_BODY
        or interim(page, j)
        or (page.word(j) == "en" and page.word(j + 1) == "charge")
    ):
        return None
    stops = _TITLE_STOPS
    k = j + 1
    while k < len(page.tokens) and k - j < 14 and k not in page.people and not page.broken(k - 1, k):
        word = page.word(k)
        if (
            not word[0].isalnum()
            or (word == "et" and not _goes_on(page, k))
            or (page.tokens.plain[k] in stops and word != "à")
        ):
            break
        k += 1
    return strip(page, j, k - 1) + 1
