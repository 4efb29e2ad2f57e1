"""What somebody was before, told apart from the name: "NAME, de retour, *précédemment préfet de X*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extractors.people.roles.before import role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.page import ROOM, Page
from communique.extractors.people.roles.titles import head_from
from communique.lexicon import words
from communique.mentions import PersonMention, RoleMention

_FORMERLY = words(ROOM, "formerly.txt")
_REACH = 160  # characters between the name and the adverb
_REST_OF_ADVERB = ("alors", "ici", "là", "à", "présent", "maintenant", "en", "qualité", "de", "comme")
_ENDS = ".;:!?»«"


def roles_formerly(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """The title after a comma and "précédemment", that of whoever the list's item names last before."""
    taken = {r.start for r in done}
    places = page.doc.places
    for word in _FORMERLY:
        if word not in places:
            continue
        for at in places[word]:
            k = page.after(page.doc.tokens.start[at])
            j = k + 1
            while page.word(j) in _REST_OF_ADVERB:
                j += 1
            head = head_from(page, j)
            if page.word(k - 1) not in (",", "(", "et") or head is None:
                continue
            holder = _holder(page, k)
            if holder is None:
                continue
            for title in read_chain(page, head, commas=False).titles:
                if title.start not in taken:
                    yield role(title, holder, "formerly")


def _holder(page: Page, k: int) -> PersonMention | None:
    """Who is named last before token ``k`` in the same sentence, by name and not as somebody's complement."""
    start = page.tokens.start[k]
    near = page.people_between(max(0, start - _REACH), start)
    if not near:
        return None
    holder = near[-1]
    j = page.after(holder.end)
    if page.word(j) not in (",", "(") or page.broken(j - 1, j):
        return None
    for i in range(j, k):
        ends = page.word(i) in _ENDS and not (page.word(i) == "." and page.word(i + 1)[:1].isdigit())
        if ends or page.broken(i, i + 1):
            return None
    return holder
