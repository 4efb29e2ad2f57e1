"""Whom "Il", "Elle" before a predicate takes up."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import plain_shadow
from communique.extractors.people.lexicon import gender
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.predicates import after_being
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention

_ROLES_OF_FIRMS = words("communique.extractors.people", "roles_of_firms.txt")
_DONT = 60  # characters between a body and "dont il était"
_REACH = 400  # characters between a name and the pronoun that takes it up


def taken_up_by_pronoun(page: Page) -> Iterator[tuple[PersonMention, int, InstitutionMention | None]]:
    """Each "Il", "Elle" that opens a sentence: its person, the token after it, what "en" stands for."""
    for j, word in enumerate(page.tokens.lower):
        if word not in ("il", "elle", "celui", "celle"):
            continue
        told = word[0] == "c"  # "explique celui qui est aussi professeur"
        if told:
            if page.word(j + 1) != "qui":
                continue
        elif not page.tokens.text[j][0].isupper() and page.word(j - 1) not in ("où", ",", "dont"):
            continue
        at = page.tokens.start[j]
        wanted = "m" if word in ("il", "celui") else "f"
        near = [
            m for m in page.people_between(at - _REACH, at) if m.end <= at and _gender(m) in (wanted, None)
        ]
        if not near or quoted(page, at):
            continue
        if told:
            head = after_being(page, j + 2)
            if head is not None and page.word(head) not in _ROLES_OF_FIRMS:
                yield near[-1], j + 2, None
            continue
        since_any = page.bodies_between(max(near[-1].end, at - _DONT), at)
        since = [m for m in page.bodies_between(near[-1].end, at) if not _governed(page, m)]
        head = after_being(page, j + 1)
        only_people = head is not None and page.word(head) not in _ROLES_OF_FIRMS
        if page.word(j - 1) == "dont":  # "la coopérative X, dont il était le directeur"
            yield near[-1], j + 1, since_any[-1] if since_any else None
        elif page.word(j + 1) == "en":
            yield near[-1], j + 1, since[-1] if since else None
        elif not since or only_people or _opens_previous(page, near[-1], at):
            yield near[-1], j + 1, None


def _governed(page: Page, body: InstitutionMention) -> bool:
    """ "apprenti chez X", "administratrice de X": a complement is hardly what "il", "elle" takes up."""
    k = page.tokens.before(body.start)
    k -= page.word(k) in ("l'", "la", "le")
    return page.word(k) in ("de", "du", "d'", "des", "chez", "à", "au", "aux", "avec", "par", "dans")


def _gender(person: PersonMention) -> str | None:
    given = {"M.": "m", "Mme": "f", "Mlle": "f"}.get(person.civility or "")
    return given or gender(plain_shadow(person.name).split(" ")[0])


def _opens_previous(page: Page, person: PersonMention, at: int) -> bool:
    """Is the person the subject of the sentence before?"""
    sentence = page.doc.sentence_at(person.start)
    if sentence is None or person.start - sentence.start > 6:
        return False
    return not page.doc.text[sentence.end : at].strip()
