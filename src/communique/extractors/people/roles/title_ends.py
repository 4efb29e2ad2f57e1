"""Where a title ends: before the preposition of its institution, after the acronym or the owner of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.lexicon import lines, words
from communique.mentions import InstitutionMention

_DISCIPLINES = words(ROOM, "disciplines.txt")
_CLASSES = words(ROOM, "classes.txt") | words(ROOM, "body_nouns.txt")
NEW = words(ROOM, "new.txt")
_DEFINITE = ("la", "l'", "du")
_TAKEN_UP = {
    noun.strip(): kind.strip()
    for noun, _, kind in (line.partition("=") for line in lines(ROOM, "taken_up_bodies.txt"))
}
_PARTIES = words(ROOM, "parties.txt")
_OF_PLACES = words(ROOM, "of_places.txt")
# Nouns that take up a body of whatever kind.
_ANY_BODY = frozenset(("agence", "firme", "institution", "ong", "organisation", "organisme", "structure"))
_NO_AGENCY = ("local_authority", "education")
_DETERMINED = ("le", "la", "l'", "du", "au", "cette", "une", "un", "notre")
_NEAR = 600  # characters between a body and what takes it up
_BODY_NOUNS = words(ROOM, "body_nouns.txt")


def strip(page: Page, head: int, last: int) -> int:
    while last > head and (
        page.word(last) in LINKS or page.word(last) in ("et", "ou", ",") or _newly_of(page, last)
    ):
        last -= 1
    within = page.word(last - 2) == "dans" and page.word(last - 1) in ("la", "le", "l'")
    if within and last - 3 >= head and page.word(last) in _BODY_NOUNS:
        return last - 3  # "doctorante dans l'équipe Analyse"
    return last


def _newly_of(page: Page, last: int) -> bool:
    """ "responsable du *nouvel* Hôtel-Dieu": an adjective between the article and a name."""
    return page.word(last) in NEW and page.word(last - 1) in ("du", "de", "la", "l'", "le", "au", "d'", "des")


def strip_body(page: Page, head: int, last: int, body: InstitutionMention | None = None) -> int:
    """Without the preposition before the institution, nor the noun before its name ("de l'association …")."""
    if page.word(last - 1) == "très" and last - 2 > head:
        last -= 2  # "de la très active Association X"
    apposed = last
    last = strip(page, head, last)
    if page.word(last) == "parlementaire" and page.word(last - 1) == "groupe":
        return last  # "présidente du groupe parlementaire X"
    if last == apposed and page.word(last) == "groupe" and body is not None and body.kind == "association":
        return last  # "présidente du groupe UDI": a party's members of an assembly
    if last == apposed and last - 2 > head and _qualified(page, last):
        last = apposed = last - 1  # "de l'école privée X", "de la société lyonnaise Y"
    if last == apposed and last - 4 > head and _of_sort(page, last):
        last = apposed = last - 2  # "de la chaîne de télévision X", "du cabinet de conseil Y"
    if (
        last - 1 > head
        and last == apposed
        and singular(page.word(last)) in _BODY_NOUNS
        and page.word(last - 1) in LINKS
        and not (page.word(last - 1) in ("d'", "de") and last - 2 == head)  # "directeur d'équipe X"
    ):
        last = strip(page, head, last - 1)
    return last


def _of_sort(page: Page, last: int) -> bool:
    """Is the token the complement without article of a noun for a body that has one?"""
    noun = singular(page.word(last - 2)) in _BODY_NOUNS and page.word(last - 1) in ("de", "d'")
    return noun and page.word(last - 3) in _DEFINITE and page.tokens.text[last].islower()


def past_label(page: Page, head: int, j: int) -> int:
    """ "la sénatrice *LR* Anne Petit", "maire *UDI* de Nîmes": the token after a party's initials."""
    body = page.bodies.get(j)
    if body is None or page.word(j - 1) in LINKS:
        return j
    initials = page.doc.text[body.start : body.end]
    if singular(page.word(head)) not in _OF_PLACES:
        k = j + 1  # "la présidente LR de la Région X"
        while k < j + 3 and page.word(k) in ("de", "d'", "du", "des", "la", "l'"):
            k += 1
        if k == j + 1 or k not in page.bodies or initials.lower() not in _PARTIES:
            return j
    return page.after(body.end) if initials.isupper() and len(initials) < 6 else j


def _qualified(page: Page, last: int) -> bool:
    """Is the token an adjective in small letters after the noun for a body?"""
    noun = singular(page.word(last - 1)) in _BODY_NOUNS and page.word(last - 2) in LINKS
    return noun and page.tokens.text[last].islower() and is_adjective(page.tokens.plain[last])


def after_acronym(page: Page, j: int) -> int:
    """The token after "(ACRONYM)" when one follows the institution's name."""
    if page.word(j) == "(":
        for k in range(j + 1, min(j + 16, len(page.tokens))):
            if page.tokens.text[k] == ")":
                return k + 1 if not is_head(page.word(j + 1)) else j
    return j


def named_by_class(page: Page, head: int, last: int) -> InstitutionMention | None:
    """ "directrice du Muséum", "PDG du Groupe": the body that its class with a capital names again."""
    tokens = page.tokens
    noun = tokens.text[last]
    if last < head + 2 or not noun[0].isupper() or noun.isupper() or page.word(last - 1) not in _DEFINITE:
        return None
    if tokens.lower[last] not in _CLASSES or singular(page.word(head)) in _OF_PLACES:
        return None
    named = [
        m for m in page.found.institutions if page.doc.plain.startswith(f"{tokens.plain[last]} ", m.start)
    ]
    before = [m for m in named if m.end <= tokens.start[head]]
    return before[-1] if before else next(iter(named), None)


def taken_up(page: Page, head: int, last: int) -> InstitutionMention | None:
    """ "président de la fédération": the body named before that the noun takes up, by its class or kind."""
    noun = page.word(last)
    if noun not in _TAKEN_UP or last - head > 4 or page.word(last - 1) not in _DEFINITE:
        return None
    if page.word(last - 1) != "du" and page.word(last - 2) != "de":
        return None
    if any(page.word(k) in LINKS for k in range(head + 1, last - 2 + (page.word(last - 1) == "du"))):
        return None
    kind, near = _TAKEN_UP[noun], None
    if (same := of_that_class(page, head, last)) is not None:
        return same
    if page.tokens.text[last][0].isupper() and page.tokens.text[head][0].islower():
        return None  # "patron de la Ligue": a name by itself
    bodies = page.bodies_between(0, page.tokens.start[head])
    for m in reversed(bodies):
        if kind and m.kind == kind and _unclassed(page, m):
            near = m
            break
    return near or (_spoken_of(page, bodies, page.tokens.start[head]) if noun in _ANY_BODY else None)


def of_that_class(page: Page, head: int, last: int) -> InstitutionMention | None:
    """The body named last before the title whose name the noun begins, or stands before: "l'ONG X"."""
    plain = page.tokens.plain[last]
    for m in reversed(page.bodies_between(0, page.tokens.start[head])):
        if page.doc.plain.startswith((f"{plain} ", f"{plain}s "), m.start):
            return m
        k = page.tokens.before(m.start)
        if k >= 0 and page.tokens.plain[k] == plain and page.word(k - 1) in _DETERMINED:
            return m
    return None


def _spoken_of(page: Page, bodies: Sequence[InstitutionMention], at: int) -> InstitutionMention | None:
    """ "l'agence", "l'organisation": the body that the article is about, or the only one just spoken of."""
    for m in reversed(page.main_body):
        if m.end <= at and m.kind not in _NO_AGENCY:
            return m
    able = [m for m in bodies if m.kind not in _NO_AGENCY]
    near = {m.alias_of or m.name: m for m in able if at - m.start < _NEAR}
    if len(near) == 1:
        return next(iter(near.values()))
    often = Counter(m.alias_of or m.name for m in able).most_common(2)
    clear = len(often) == 2 and often[0][1] > often[1][1] + 1
    return next(m for m in reversed(able) if (m.alias_of or m.name) == often[0][0]) if clear else None


def _unclassed(page: Page, body: InstitutionMention) -> bool:
    """Does the name not begin with another class, so that "l'université" may mean it: no "École"?"""
    return page.word(page.tokens.at(body.start)) not in _TAKEN_UP


def anaphoric(page: Page, head: int, last: int) -> bool:
    """ "responsable de l'observatoire de la chambre": the last complement takes up a body named."""
    if page.word(last) not in _BODY_NOUNS or page.word(last - 1) not in ("la", "l'", "du"):
        return False
    if page.tokens.text[last][0].isupper() and singular(page.word(head)) in _OF_PLACES:
        return False  # "gouverneur de la région du Centre"
    i = last - 2 if page.word(last - 1) != "du" else last - 1
    if page.word(i) not in ("de", "du"):
        return False
    if page.word(i - 1) in _DISCIPLINES and page.word(i - 2) in ("de", "d'", "en"):
        return False  # "professeur d'histoire du théâtre"
    return any(page.word(k) in ("de", "du", "d'", "des", "à", "en") for k in range(head + 1, i))


def past_others(page: Page, j: int, joined: list[InstitutionMention] | None = None) -> int:
    """ "avocate aux barreaux de Paris *et de New York*": the token after bodies joined to the first.

    They are told in ``joined``, when "et" joins the last of them.
    """
    last = ""
    for _ in range(4):
        k = j + 1 if page.word(j) in ("et", ",") else j
        if k == j or page.word(k) not in ("de", "du", "d'", "à", "au"):
            break
        k += 1
        k += page.word(k) in ("la", "l'")
        if k not in page.bodies or page.broken(j - 1, k):
            break
        if joined is not None:
            joined.append(page.bodies[k])
            last = page.word(j)
        j = after_acronym(page, page.after(page.bodies[k].end))
    if joined and last != "et":
        joined.clear()
    return j


def past_owner(page: Page, j: int) -> int:
    """ "professeur au Laboratoire A de l'université B, et …": the token after the body that A belongs to."""
    k = j
    while k - j < 4 and page.word(k) in ("de", "du", "d'", "la", "l'", "le"):
        k += 1
    return after_acronym(page, page.after(page.bodies[k].end)) if k > j and k in page.bodies else j


def portfolio(page: Page, head: int, j: int) -> bool:
    """ "ministre de l'Éducation nationale": what a minister has charge of is no body."""
    if page.word(j) == "état" or page.word(j).startswith("état-major"):
        return page.word(head).removeprefix("sous-") in (
            "chef",
            "cheffe",
            "major",
        )  # "chef d'état-major des armées"
    if page.word(j) in _BODY_NOUNS:
        return False
    of_state = page.word(head).startswith("secrétaire") and page.word(head + 1) == "d'"
    if page.word(head).endswith("ministre") or (of_state and page.word(head + 2) in ("état", "etat")):
        return True
    k = j - 1  # "secrétaire d'État auprès de la ministre des Armées"
    while k > head and page.word(k) in ("de", "du", "des", "la", "l'", "les", "d'"):
        k -= 1
    return head < k < j - 1 and page.word(k) in ("ministre", "ministres")


def in_charge(page: Page, j: int) -> bool:
    """ "vice-président en charge de la Recherche": the field of somebody, no body."""
    k = j - 1
    while page.word(k) in ("de", "du", "des", "la", "l'", "les", "d'"):
        k -= 1
    return k < j - 1 and page.word(k) == "charge" and page.word(k - 1) == "en"


def division(page: Page, body: InstitutionMention) -> bool:
    """ "vice-présidente de Global Solutions chez X": a division of the body that is named next."""
    k = page.after(body.end)
    return page.word(k) == "chez" and k + 1 in page.bodies
