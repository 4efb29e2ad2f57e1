"""Titles joined to the name by a verb: "X est nommée directrice de Y", "X, élu président", "nomme X au poste de …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.people.heads import is_head
from communique.extract.people.roles.before import person_at, role
from communique.extract.people.roles.chains import read_chain
from communique.extract.people.roles.owner import quoted
from communique.extract.people.roles.titles import DETERMINERS, Page, before_head
from communique.lexicon import words
from communique.mentions import PersonMention, RoleMention

ROOM = "communique.extract.people.roles"
REACH = 16  # tokens between a name and its title


def roles_by_verb(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Name or pronoun, a verb of being or appointing, title."""
    taken = {r.start for r in done}
    for person in page.named:
        yield from _from(page, person, page.after(person.end), taken)
    last: PersonMention | None = None
    people = iter((*page.named, None))
    coming = next(people)
    for j, word in enumerate(page.tokens.lower):
        while coming is not None and coming.start <= page.tokens.start[j]:
            last, coming = coming, next(people)
        if word in ("il", "elle") and last is not None and page.tokens.start[j] - last.end < 400:
            at = page.tokens.start[j]
            if page.tokens.text[j][0].isupper() and not quoted(page, at) and not _body_since(page, last.end, at):
                yield from _from(page, last, j + 1, taken)


def _from(page: Page, person: PersonMention, j: int, taken: set[int]) -> Iterator[RoleMention]:
    head = _title_after_verb(page, j)
    if head is None:
        return
    chain = read_chain(page, head, commas=True)
    if chain.titles[0].start in taken or person_at(page, chain.next) or _other_named(page, chain.next):
        return
    for title in chain.titles:
        yield role(title, person, "verb")


def _body_since(page: Page, start: int, end: int) -> bool:
    """Was an institution named since, so that the pronoun may stand for it?"""
    return any(start <= m.start < end for m in page.found.institutions)


def _other_named(page: Page, j: int) -> bool:
    """ "X est la directrice de Y, Z": the title may be another's."""
    return page.word(j) == "," and person_at(page, j + 1) is not None


def _title_after_verb(page: Page, j: int) -> int | None:
    """The role noun that a verb of being or appointing leads to, from token ``j``."""
    verbs, fillers = words(ROOM, "being_verbs.txt"), words(ROOM, "verb_fillers.txt")
    verb = False
    commas = 0
    for k in range(j, min(j + REACH, len(page.tokens))):
        word = page.word(k)
        if k in page.people or k in page.bodies and not verb or (k > j and page.broken(k - 1, k)):
            return None
        if word in verbs:
            verb = True
        elif verb and is_head(word):
            return k
        elif word == ",":
            commas += 1
            if verb and commas % 2:
                pass
        elif not verb:
            if commas % 2 == 0 and word not in (
                "qui",
                "a",
                "avait",
                "ont",
                "vient",
                "d'",
                "lui",
                "elle",
                "s'",
                "l'",
                "n'",
            ):
                return None
            if not word[0].isalnum():
                return None
        elif (
            word not in fillers
            and word not in DETERMINERS
            and word not in before_head()
            and not word.isdigit()
        ):
            return None
    return None
