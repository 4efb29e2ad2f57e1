"""What a bracket tells after a name: "NAME (Doctorante en études slaves, *Plurielles*)"."""

from __future__ import annotations

from communique.document import fold_name
from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.led import RULE
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.titles import Title
from communique.extractors.people.roles.unlisted import proper
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention

_SCHOLARS = words(ROOM, "scholars.txt")
GRADES = words(ROOM, "grades.txt")
_OF_PLACES = words(ROOM, "of_places.txt")
_WITHIN = frozenset(("de", "d'", "du", "des", "la", "l'", "et", "&", "-"))
_LONGEST = 7  # tokens of such a name


def unit_in_bracket(page: Page, title: Title, person: PersonMention) -> InstitutionMention | None:
    """The body that nothing else knows, named after the comma in the bracket of somebody's function."""
    j = title.next + 1
    if page.word(title.next) != "," or title.institution is not None or j >= len(page.tokens):
        return None
    if page.word(page.after(person.end)) != "(" or page.broken(title.next, j):
        return None
    end = next((k for k in range(j, min(j + _LONGEST, len(page.tokens))) if page.word(k) in (")", ",")), j)
    if end == j or page.broken(j, end - 1) or not _named(page, j, end):
        return None
    if singular(page.word(title.head)) not in _SCHOLARS and not _acronym(page, j, end):
        return None
    start, stop = page.tokens.start[j], page.tokens.end[end - 1]
    name = fold_name(page.doc.text[start:stop])
    scholar = singular(page.word(title.head)) in _SCHOLARS
    unit = InstitutionMention(
        start=start, end=stop, name=name, kind="research" if scholar else "other", rule=RULE
    )
    page.led[j] = unit
    return unit


def _acronym(page: Page, j: int, end: int) -> bool:
    text = page.tokens.text[j]
    return end == j + 1 and len(text) > 2 and sum(c.isupper() for c in text) > 2


def _named(page: Page, j: int, end: int) -> bool:
    """Whether the tokens are words with a capital, small ones between them, none of them known as else."""
    for k in range(j, end):
        if k in page.people or k in page.bodies or is_head(page.word(k)):
            return False
        capital = page.tokens.text[k][0].isupper() or (k > j and page.tokens.text[k][0].isdigit())
        if not capital and (k == j or k == end - 1 or page.word(k) not in _WITHIN):
            return False
    return proper(page, j, end)


def grade(page: Page, j: int) -> bool:
    """Whether initials stand for a grade of scholars there: "DR CNRS", "MCF HDR", not "Dr Petit"."""
    if page.word(j) == "pr":
        return page.word(j + 1)[:1].isalpha()
    following = page.word(j + 1)
    ends = j + 1 >= len(page.tokens) or following in (",", ")", "hdr", "émérite") or following in LINKS
    if not page.tokens.text[j].isupper():
        return False
    field = not ends and page.tokens.text[j + 1][0].isupper() and j + 1 not in page.people  # "MCF Sciences"
    return ends or j + 1 in page.bodies or field


def body_in_bracket(page: Page, title: Title) -> InstitutionMention | None:
    """ "hydrologue (INRAE) et coautrice": the body alone in the bracket after a function of no place."""
    j = title.next
    if title.institution is not None or page.word(j) != "(" or j + 1 not in page.bodies:
        return None
    if singular(page.word(title.head)) in _OF_PLACES or page.word(page.after(page.bodies[j + 1].end)) != ")":
        return None
    return page.bodies[j + 1]
