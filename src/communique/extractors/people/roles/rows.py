"""Names and functions in a row that no line end and no sign parts: "NAME, peintre NAME, sculptrice"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from communique.extractors.people.heads import singular
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.chains import Chain
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.titles import Title, read_title
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention

_OFFICES = words(ROOM, "of_places.txt") | {"président", "présidente", "chef", "cheffe"}
_APPOSING = frozenset((",", "–", "—", "-", "|"))
_LONGEST_NAME = 80  # characters
_MOST = 6  # bodies told so
_ASIDE = 6  # tokens of "(sous réserve)"


def follows_name(page: Page, left: int, chain: Chain, held: Collection[int]) -> bool:
    """ "NAME — *peintre* NAME — sculptrice": a function set after a name, whose bearer has none as yet."""
    if page.word(left) not in _APPOSING or left + 1 != chain.first or chain.next not in page.people:
        return False
    if page.broken(left, left + 1):
        return False
    named = _name_before(page, left)
    return named is not None and named.start not in held


def _name_before(page: Page, left: int) -> PersonMention | None:
    """Who is named right before token ``left``, or before a bracket that ends there."""
    i = left - 1
    if page.word(i) == ")":
        i = next((k - 1 for k in range(i, max(0, i - _ASIDE), -1) if page.word(k) == "("), i)
    if i < 0 or page.broken(i, left):
        return None
    end = page.tokens.end[i]
    return next((m for m in page.people_between(end - _LONGEST_NAME, end) if m.end == end), None)


def each_of_body(
    page: Page, title: Title, person: PersonMention
) -> Iterator[tuple[PersonMention, InstitutionMention]]:
    """ "les présidents de X NAME *et de Y NAME*": each further one with the body told before the name."""
    noun = page.word(title.head)
    if title.institution is None or noun == singular(noun):
        return
    for _ in range(_MOST):
        j = page.after(person.end)
        k = j + 1
        while k < j + 4 and page.word(k) in ("de", "d'", "du", "des", "la", "l'", "le"):
            k += 1
        body = page.bodies.get(k) if page.word(j) in ("et", ",") and k > j + 1 else None
        other = page.people.get(page.after(body.end)) if body is not None else None
        if body is None or other is None or page.broken(j, k):
            return
        yield other, body
        person = other


def inner_office(page: Page, chain: Chain, person: PersonMention) -> Title | None:
    """ "une conseillère *du ministre du Travail*, NAME": the office that the complement tells."""
    title = chain.titles[-1]
    if page.word(title.next) != "," or title.institution is not None:
        return None
    for k in range(title.head + 2, title.last + 1):
        defined = page.word(k - 1) == "du" or (page.word(k - 1) in ("la", "l'") and page.word(k - 2) == "de")
        if defined and singular(page.word(k)) in _OFFICES:
            inner = read_title(page, k)
            return inner if agrees(page, inner, person) else None
    return None


def labels(page: Page, i: int, chain: Chain) -> bool:
    """ "… de l'orchestre Vivaldi *Enseignants* : A et B": a label with a capital amid a flattened page."""
    title = chain.titles[0]
    if len(chain.titles) > 1 or title.complement or title.institution is not None or title.first != i + 1:
        return False
    capital = page.tokens.text[title.first][0].isupper()
    return capital and page.word(i)[0].isalnum() and page.word(i) not in LINKS
