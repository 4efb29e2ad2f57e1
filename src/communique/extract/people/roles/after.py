"""Titles after the name: "Assia Tria, directrice de X", "(directrice, X)", "– Directrice – X", signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.extract.people.heads import is_head
from communique.extract.people.lexicon import speech_verbs
from communique.extract.people.roles.before import person_at, role
from communique.extract.people.roles.chains import read_chain
from communique.extract.people.roles.owner import label_of, owner
from communique.extract.people.roles.page import ROOM, Page
from communique.extract.people.roles.titles import DETERMINERS, Title, before_head, read_title
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention, RoleMention

_SEPARATORS = frozenset((",", "(", "–", "—", "-", "|", ":", "/", "•", "·"))
_FILLERS = words(ROOM, "apposition_fillers.txt")
_PARTICIPLES = words(ROOM, "participles.txt")
_AGE = re.compile(r"(?:,\s|\s\()\d{1,2} ans\b\)?")


def roles_after(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Name, then title."""
    taken = {r.start for r in done}
    for person in page.named:
        head, newline = _head_after(page, person)
        if head is None:
            continue
        chain = read_chain(page, head, commas=True)
        if chain.titles[0].start in taken or page.participle(head):
            continue
        if page.word(page.after(person.end)) in _SEPARATORS and _belongs_to_next(
            page, chain.titles[0], chain.next
        ):
            continue
        given = _given_body(page, chain.titles[-1], newline=newline) or label_of(page, person.start)
        for n, title in enumerate(chain.titles):
            body = title.institution
            if body is None and (n == len(chain.titles) - 1 or _bare(title)):
                body = given
            if body is None:
                body = owner(page, title, person)
            for one in (*_sharing(page, title, person), person):
                yield role(title, one, "after", body=(body.start, body.end) if body else None)


def _bare(title: Title) -> bool:
    return title.institution is None


def _head_after(page: Page, person: PersonMention) -> tuple[int | None, bool]:
    """The role noun that opens what follows a name, and whether a line end lies between them."""
    tokens = page.tokens
    if (under := _line_under(page, person)) is not None:
        return under, True
    age = _AGE.match(page.doc.lower, person.end)
    j = start = page.after(age.end() if age else person.end)
    if page.word(j) == "(" and not is_head(page.word(j + 1)):  # "(LR)", "(Inserm)"
        close = next((k for k in range(j, min(j + 10, len(tokens))) if page.word(k) == ")"), None)
        if close is None or page.broken(j, close):
            return None, False
        j = start = close + 1
    if j >= len(tokens):
        return None, False
    newline = "\n" in page.doc.text[tokens.end[j - 1] : tokens.start[j]] if j else False
    if newline and page.broken(j - 1, j):
        if page.doc.text[tokens.end[j - 1] : tokens.start[j]].count("\n") > 2:
            return None, False
    elif page.word(j) in _SEPARATORS:
        j += 1
    elif not _beside(page, person, j):
        return None, False
    determined = False
    while j < len(tokens) and j - start < 8:
        word = page.word(j)
        if word in _PARTICIPLES and j + 1 < len(tokens) and not page.broken(j, j + 1):
            j += 1
            continue
        if is_head(word) and j not in page.bodies and j not in page.people:
            break
        if word in DETERMINERS:
            determined = True
        elif (
            word not in _FILLERS
            and word not in before_head()
            and not word.isdigit()
            and word not in ("ans", ",")
        ):
            return None, False
        j += 1
    else:
        return None, False
    if newline and determined:
        return None, False
    return j, newline


def _beside(page: Page, person: PersonMention, j: int) -> bool:
    """ "M. Petit Préfet du Lot", "M. Grand le président de X": a title right after the name."""
    k = j + 1 if page.word(j) in ("le", "la", "l'") else j
    if not is_head(page.word(k)) or page.tokens.plain[k] in speech_verbs():
        return False
    return person.civility is not None or page.tokens.text[k][0].isupper()


def _line_under(page: Page, person: PersonMention) -> int | None:
    """The role noun that opens the line under the name's ("NAME – PROJECT" over "Directrice …")."""
    text = page.doc.text
    if (
        text[text.rfind("\n", 0, person.start) + 1 : person.start].strip(" \t•*–-")
        and person.civility is None
    ):
        return None
    line_end = text.find("\n", person.end)
    if line_end < 0 or line_end - person.end > 40 or any(c in ",.;«" for c in text[person.end : line_end]):
        return None
    j = page.after(line_end)
    if (
        j >= len(page.tokens)
        or not page.broken(j - 1, j)
        or text.count("\n", line_end, page.tokens.start[j]) > 2
    ):
        return None
    if not is_head(page.word(j)) or j in page.bodies:
        return None
    return None if page.word(read_title(page, j).next) == ":" else j  # a label of the next name


def _belongs_to_next(page: Page, title: Title, following: int) -> bool:
    """ "A, la directrice de X, B, et …": with a definite article the title is that of the next name."""
    determiner = title.first - 1
    if page.word(determiner) not in ("le", "la", "l'") or page.word(following) != ",":
        return False
    return person_at(page, following + 1) is not None


def _given_body(page: Page, title: Title, *, newline: bool) -> InstitutionMention | None:
    """ "directrice, X", "– Directrice – X", or X on the line under the title of a signature."""
    j = title.next
    if title.institution is not None or j >= len(page.tokens):
        return None
    if newline and page.broken(j - 1, j):
        return _whole(page, j) if j in page.bodies else None
    if page.word(j) not in (",", "–", "—", "-", "|", "/", ":", "("):
        return None
    return _whole(page, j + 1) if j + 1 in page.bodies else None


def _whole(page: Page, j: int) -> InstitutionMention | None:
    """The institution at token ``j`` when it stands by itself, up to a sign or the end of the line."""
    body = page.bodies[j]
    k = page.after(body.end)
    if k >= len(page.tokens) or page.broken(k - 1, k):
        return body
    return body if page.word(k) in ",.;)(–—-|:/»" else None


def _sharing(page: Page, title: Title, person: PersonMention) -> Iterator[PersonMention]:
    """ "Anne Petit et Paul Grand, coprésidents de X": those named before who share a title in the plural."""
    if page.tokens.lower[title.head][-1] not in "sx":
        return
    i = len(page.people_between(0, person.start))
    while i > 0:
        before = page.named[i - 1]
        gap = page.doc.lower[before.end : page.named[i].start]
        if (
            re.fullmatch(
                r"\s?(?:,|et|&)\s(?:(?:mme|m\.|dre?|pre?|me)\s)?", gap.replace("\n", " ").lstrip() or " "
            )
            is None
        ):
            return
        yield before
        i -= 1
