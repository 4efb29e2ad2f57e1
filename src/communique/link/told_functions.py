"""Functions that only the words for a speaker tell: « … », dit *la ministre de la Santé*."""

from __future__ import annotations

from collections.abc import Sequence

from communique.document import Document
from communique.extractors.people.heads import feminine, is_head, singular
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import crowd
from communique.extractors.people.roles.meant import restricted
from communique.extractors.people.roles.of_state import holds_another, office_of_state
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.titles import Title, before_head, read_title
from communique.lexicon import words
from communique.link.people import role_at
from communique.mentions import Found, RoleMention
from communique.records import Institution, Person, Quotation, Role

_DEFINITE = frozenset(("le", "la", "l'", "ce", "cet", "cette"))
_OF_ANYBODY = words("communique.link", "of_anybody.txt")
_PRIZED = ("lauréat", "médaillé", "vainqueu", "finaliste")
_RULE = "role_noun"  # of the speaker
RULE = "speaker"


def add_told(
    doc: Document,
    found: Found,
    institutions: Sequence[Institution],
    people: tuple[Person, ...],
    quotations: Sequence[Quotation],
) -> tuple[Person, ...]:
    """The people, each with the functions by which the text calls them where it reports their words."""
    spoken = {m.start: m.speaker for m in found.quotations if m.speaker is not None}
    page: Page | None = None
    added: dict[str, list[Role]] = {}
    by_id = {p.id: p for p in people}
    for q in quotations:
        span, person = spoken.get(q.start), by_id.get(q.speaker or "")
        if span is None or person is None or not (q.rule or "").endswith(_RULE):
            continue
        if page is None:
            page = Page(doc, found)
        title = _title(page, span)
        if title is None or _has(page, title, (*person.roles, *added.get(person.id, ()))):
            continue
        if not _fits(page, title, person) or holds_another(person.name, office_of_state(title)):
            continue
        added.setdefault(person.id, []).append(_role(page, title, institutions))
    if not added:
        return people
    return tuple(_with(p, added[p.id]) if p.id in added else p for p in people)


def _with(person: Person, more: Sequence[Role]) -> Person:
    roles = tuple(sorted((*person.roles, *more), key=lambda r: (r.start, r.end)))
    return person.model_copy(update={"roles": roles})


def _title(page: Page, span: tuple[int, int]) -> Title | None:
    """The function that the words for a speaker make, after their determiner and adjectives."""
    k = page.after(span[0])
    if page.word(k) not in _DEFINITE:
        return None
    k += 1
    while page.word(k) in before_head():
        k += 1
    if not is_head(page.word(k)) or k in page.people or k in page.bodies or page.word(k).startswith(_PRIZED):
        return None
    title = read_title(page, k)
    if not page.word(page.after(span[0])).startswith("ce") and restricted(page, title.next):
        return None
    return title if title.end <= span[1] and not crowd(page, title) else None


def _has(page: Page, title: Title, roles: Sequence[Role]) -> bool:
    """Whether the person has a function of that noun already, or one, where the noun is anybody's."""
    noun = singular(page.word(title.head))
    if roles and noun in _OF_ANYBODY:
        return True
    held = {w for r in roles for w in r.title.lower().split()}
    return not held.isdisjoint((noun, feminine(noun), page.word(title.head)))


def _role(page: Page, title: Title, institutions: Sequence[Institution]) -> Role:
    ids = {(s.start, s.end): i.id for i in institutions for s in i.mentions}
    body = title.institution
    told = RoleMention(
        start=title.start, end=title.end, title=title.text, person=(0, 0),
        institution=(body.start, body.end) if body is not None else None, rule=RULE,
    )  # fmt: skip
    return role_at(told, ids)


def _fits(page: Page, title: Title, person: Person) -> bool:
    """Whether the gender of the noun suits the person's first name or civility."""
    if " " not in person.name and person.civility is None:
        return person.roles != ()  # of whom nothing else tells the gender
    first = person.mentions[0].start
    named = next((m for m in page.named if m.start == first), None)
    return named is None or agrees(page, title, named)
