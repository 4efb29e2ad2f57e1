"""Functions behind words that depict whoever was named: "le trentenaire, *infirmier*", "cette mère, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import opens_sentence, role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.meant import incise, last_named
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.pronouns import people_of
from communique.lexicon import words
from communique.mentions import RoleMention

_DEPICTING = words(ROOM, "depicting.txt")  # no accents
_DETERMINERS = ("le", "la", "cet", "cette", "ce", "l'")
_COMPLEMENT = 6  # tokens of "de quatre enfants"


def roles_depicted(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """The function after the comma behind a noun that depicts the person last spoken of."""
    taken = {r.start for r in done}
    places = page.doc.places
    for noun in _DEPICTING:
        for at in places.get(noun, ()):
            k = page.after(page.doc.tokens.start[at])
            i = k - 1 - (page.word(k - 1) in ("jeune", "vieux", "vieil", "vieille"))
            head = _head(page, k)
            if head is None or page.word(i) not in _DETERMINERS or page.tokens.start[head] in taken:
                continue
            demonstrative = page.word(i).startswith("ce")
            if not (demonstrative or incise(page, i) or opens_sentence(page, i - 1)):
                continue
            if quoted(page, page.tokens.start[k]):
                continue
            female = page.word(i) in ("la", "cette") or noun in ("interessee", "mere", "femme")
            at = page.tokens.start[i]
            near = people_of(page, at, "f" if female else "m")
            who = last_named(page, i, anywhere=True) if incise(page, i) else near[-1] if near else None
            for title in read_chain(page, head, commas=True).titles if who is not None else ():
                if who is not None and agrees(page, title, who):
                    yield role(title, who, "depicted")


def _head(page: Page, k: int) -> int | None:
    """The noun of a function right after the comma behind token ``k`` and its complement."""
    for j in range(k + 1, min(k + 1 + _COMPLEMENT, len(page.tokens) - 1)):
        if page.word(j) == ",":
            noun = page.word(j + 1)
            return j + 1 if is_head(noun) and noun == singular(noun) and not page.broken(j, j + 1) else None
        if not page.word(j)[0].isalnum() or j in page.people or page.broken(j - 1, j):
            break
    return None
