"""Functions listed after a colon: "Il a eu plusieurs postes : directeur de X, puis secrétaire de Y ; …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.roles.before import role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.fronted import another
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.pronouns import people_of
from communique.extractors.people.roles.titles import Title, before_head
from communique.lexicon import words
from communique.mentions import PersonMention, RoleMention

_ANNOUNCING = words(ROOM, "announcing.txt")  # no accents
_COLON = 10  # tokens between the noun and the colon
_ASIDE = 16  # tokens between a function and the next
_MOST = 12


def roles_enumerated(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """The functions that a colon lists after "responsabilités", "postes", "carrière"."""
    places = page.doc.places
    taken = {r.start for r in done}
    for noun in _ANNOUNCING:
        for at in places.get(noun, ()):
            k = page.after(page.doc.tokens.start[at])
            j = next((i for i in range(k + 1, min(k + _COLON, len(page.tokens))) if page.word(i) in ":.;"), 0)
            if not j or page.word(j) != ":" or page.broken(k, j):
                continue
            head = j + 1
            while page.word(head) in before_head():
                head += 1
            if not is_head(page.word(head)) or page.broken(j, head) or page.tokens.start[head] in taken:
                continue
            holder = _holder(page, k)
            if holder is None or page.word(head) != singular(page.word(head)):
                continue
            for title in _listed(page, head):
                yield role(title, holder, "enumerated")


def _holder(page: Page, k: int) -> PersonMention | None:
    """Who is the subject of the sentence of token ``k``: named in it first, or taken up by a pronoun."""
    at = page.tokens.start[k]
    sentence = page.doc.sentence_at(at)
    if sentence is None:
        return None
    named = page.people_between(sentence.start, at)
    if named:
        return named[0] if len({m.name for m in named}) == 1 else None
    for i in range(page.after(sentence.start), k):
        if page.word(i) in ("il", "elle"):
            near = people_of(page, page.tokens.start[i], "m" if page.word(i) == "il" else "f")
            return near[-1] if near else None
    return None


def _listed(page: Page, head: int) -> Iterator[Title]:
    """The titles from token ``head`` on, up to the full stop, what dates each passed over."""
    for _ in range(_MOST):
        titles = read_chain(page, head, commas=False).titles
        yield from titles
        end = titles[-1].next
        following = None
        for j in range(end, min(end + _ASIDE, len(page.tokens) - 1)):
            if page.word(j) in ".:!?«»" or j in page.people or page.broken(j - 1, j):
                break
            if page.word(j) in (",", ";", "et", "puis") and (following := another(page, j)) is not None:
                break
        if following is None:
            return
        head = following
