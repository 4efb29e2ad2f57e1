"""Functions told by a gerund: "tout en restant présidente, NAME …", "NAME …, en gardant son poste de"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import role
from communique.extractors.people.roles.chains import Chain, read_chain
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.pronouns import people_of
from communique.extractors.people.roles.titles import head_from
from communique.mentions import PersonMention, RoleMention

_BEING = ("demeurant", "devenant", "etant", "redevenant", "restant")
_HOLDING = (
    "abandonnant", "assumant", "assurant", "conservant", "cumulant", "exercant", "gardant", "occupant",
    "quittant",
)  # fmt: skip
_POSTS = frozenset(
    ("poste", "postes", "mandat", "rôle", "titre", "fonction", "fonctions", "charge", "métier", "profession")
)
_OF = ("de", "d'")
_CLOSE = 12  # tokens from the function to the comma before its holder


def roles_in_gerunds(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """The function after "en restant", "en gardant son poste de", that of the subject of the sentence."""
    taken = {r.start for r in done}
    places = page.doc.places
    for verb in (*_BEING, *_HOLDING):
        for at in places.get(verb, ()):
            k = page.after(page.doc.tokens.start[at])
            head = _head(page, k, holding=verb in _HOLDING)
            if page.word(k - 1) != "en" or head is None or quoted(page, page.tokens.start[k]):
                continue
            chain = read_chain(page, head, commas=False)
            holder = _holder(page, k, chain)
            if holder is None or not all(agrees(page, title, holder) for title in chain.titles):
                continue
            for title in chain.titles:
                if title.start not in taken:
                    yield role(title, holder, "gerund")


def _head(page: Page, k: int, *, holding: bool) -> int | None:
    """The role noun after the gerund at token ``k``, "son poste de" passed over when somebody holds it."""
    if not holding:
        return head_from(page, k + 1)
    j = next((j for j in range(k + 2, k + 4) if page.word(j) in _POSTS), 0)
    return head_from(page, j + 2) if j and page.word(j + 1) in _OF else None


def _holder(page: Page, k: int, chain: Chain) -> PersonMention | None:
    """The subject of the sentence: named after the comma where the gerund opens it, else first in it."""
    at = page.tokens.start[k]
    sentence = page.doc.sentence_at(at)
    if sentence is None:
        return None
    first = page.after(sentence.start)
    before = page.people_between(sentence.start, at)
    if k - first <= 2:  # "Tout en restant …"
        commas = (j for j in range(chain.next, chain.next + _CLOSE) if page.word(j) == ",")
        return person_at(page, next(commas, -2) + 1)
    if before:
        return before[0] if len({m.name for m in before}) == 1 else None
    for j in range(first, k):
        if page.word(j) in ("il", "elle"):
            near = people_of(page, page.tokens.start[j], "m" if page.word(j) == "il" else "f")
            return near[-1] if near else None
    return None
