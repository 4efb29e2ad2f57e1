"""A body told before who holds a post in it: "X (NAME, directrice)", "X, représenté par NAME, présidente"."""

from __future__ import annotations

from communique.extractors.people import lexicon
from communique.extractors.people.heads import singular
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.titles import Title
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention

_POSTS = words(ROOM, "posts.txt")
_CIVILITIES = lexicon.civilities()
_LONGEST = 200  # characters of a body's name


def represented_by(page: Page, title: Title, person: PersonMention) -> InstitutionMention | None:
    """The body right before a bracket that opens with the name, or before "représenté par"."""
    noun = singular(page.word(title.head)).removeprefix("vice-")
    if noun not in _POSTS or title.next != title.last + 1:
        return None
    i = page.tokens.before(person.start)
    while page.word(i) == "." or page.word(i) in _CIVILITIES:
        i -= 1
    if page.word(i) == "(":
        return _ending_at(page, i - 1) if page.word(title.next) == ")" else None
    if page.word(i) != "par" or not page.word(i - 1).startswith("représenté"):
        return None
    i -= 2
    i -= page.word(i) == ","
    return _ending_at(page, i)


def _ending_at(page: Page, i: int) -> InstitutionMention | None:
    """The body whose name ends with token ``i``."""
    if i < 0:
        return None
    end = page.tokens.end[i]
    return next((m for m in page.bodies_between(end - _LONGEST, end) if m.end == end), None)
