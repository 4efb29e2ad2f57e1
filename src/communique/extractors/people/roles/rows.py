"""Names and functions in a row that no line end and no sign parts: "NAME, peintre NAME, sculptrice"."""

from __future__ import annotations

from collections.abc import Collection

from communique.extractors.people.roles.chains import Chain
from communique.extractors.people.roles.page import LINKS, Page
from communique.mentions import PersonMention

_APPOSING = frozenset((",", "–", "—", "-", "|"))
_LONGEST_NAME = 80  # characters
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


def labels(page: Page, i: int, chain: Chain) -> bool:
    """ "… de l'orchestre Vivaldi *Enseignants* : A et B": a label with a capital amid a flattened page."""
    title = chain.titles[0]
    if len(chain.titles) > 1 or title.complement or title.institution is not None or title.first != i + 1:
        return False
    capital = page.tokens.text[title.first][0].isupper()
    return capital and page.word(i)[0].isalnum() and page.word(i) not in LINKS
