"""Several people with one title in the plural: in a row, after a label, as the items of a list."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.people.heads import singular
from communique.extractors.people.roles.holders import past_bracket, person_at, titled
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.titles import Title
from communique.lexicon import words
from communique.mentions import PersonMention

SEVERAL = frozenset(("deux", "trois", "quatre", "cinq", "six"))
PLURAL = frozenset(("les", "des", "aux", "ses", "leurs", "nos"))
_GROUPS = frozenset(("duo", "trio", "couple", "tandem", "binôme", "quatuor", "paire"))
_LISTED_OFFICES = words(ROOM, "listed_offices.txt")
_ITEM = 30  # tokens of what is told of each
_MOST = 30  # items of such a list


def coordinated(
    page: Page, title: Title, person: PersonMention, *, fronted: bool = False
) -> Iterator[PersonMention]:
    """ "les chercheuses Anne Petit et Julie Grand": the others who share a title in the plural.

    ``fronted``: it opens the sentence without a determiner ("Fondateurs de la revue, A et B …").
    """
    i = title.first - 1
    several = page.word(i) in SEVERAL  # "deux juges, A et B", "le duo d'artistes A et B"
    several = several or (page.word(i) == "d'" and page.word(i - 1) in _GROUPS)
    labels = fronted or page.word(title.next) == ":"
    if page.tokens.lower[title.head][-1] not in "sx" or not (labels or several or page.word(i) in PLURAL):
        return
    j = page.after(person.end)
    j = past_bracket(page, j)
    while page.word(j) in (",", "et", "&") and (other := person_at(page, j + 1)):
        yield other
        j = past_bracket(page, page.after(other.end))


def items(page: Page, title: Title, person: PersonMention) -> Iterator[PersonMention]:
    """ "Conseillers : Mme A, médecin ; M. *B*, juriste": the next after semicolons, on the same line."""
    noun = page.word(title.head)
    if noun == singular(noun) or singular(noun) not in _LISTED_OFFICES:
        return  # "Solistes : A (soprano) ; B, ténor"
    for _ in range(_MOST):
        j = page.after(person.end)
        stops = (k for k in range(j, min(j + _ITEM, len(page.tokens))) if page.word(k) in ".:;")
        end = next(stops, 0)
        other = person_at(page, end + 1) if end and page.word(end) == ";" else None
        if other is None or page.broken(j - 1, end + 1):
            return
        yield other
        person = other


def share(page: Page, title: Title, person: PersonMention) -> bool:
    """Is the plural before a colon that of all who are listed, none of whom has a function of his own?"""
    if any(items(page, title, person)):
        return True
    listed = [person, *coordinated(page, title, person)]
    return len(listed) > 1 and not any(titled(page, one) for one in listed)
