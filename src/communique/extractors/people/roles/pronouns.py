"""Whom "Il", "Elle" before a predicate takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.people.lexicon import gender_of, is_inhabitant
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.predicates import after_being
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention

_ROLES_OF_FIRMS = words("communique.extractors.people", "roles_of_firms.txt")
_DONT = 60  # characters between a body and "dont il était"
_SUBJECTS = {"m": re.compile(r"(?<![\w'-])il(?![\w'-])"), "f": re.compile(r"(?<![\w'-])elle(?![\w'-])")}
_CLAUSE = 14  # tokens from "ce Chablaisien" to its verb
_ATTRIBUTES = words("communique.extractors.people.roles", "attributes.txt")
_TAKING_UP = frozenset(("il", "elle", "celui", "celle", "ce", "cet", "cette"))
_OPENING = 6  # characters of "Mme "
_REACH = 400  # characters between a name and the pronoun that takes it up


def taken_up_by_pronoun(page: Page) -> Iterator[tuple[PersonMention, int, InstitutionMention | None]]:
    """Each "Il", "Elle" that opens a sentence: its person, the token after it, what "en" stands for."""
    for j, word in enumerate(page.tokens.lower):
        if word not in _TAKING_UP:
            continue
        if word in ("ce", "cet", "cette") and (described := _described(page, j)) is not None:
            yield described
        if word not in ("il", "elle", "celui", "celle"):
            continue
        told = word[0] == "c"  # "explique celui qui est aussi professeur"
        if told:
            if page.word(j + 1) != "qui":
                continue
        elif not page.tokens.text[j][0].isupper() and page.word(j - 1) not in ("où", ",", ";", "dont"):
            continue
        at = page.tokens.start[j]
        wanted = "m" if word in ("il", "celui") else "f"
        near = people_of(page, at, wanted)
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
        if (
            page.word(j - 1) == "dont" or page.word(j - 1) == "où"
        ):  # "la coopérative X, dont il était le directeur"
            yield near[-1], j + 1, since_any[-1] if since_any else None
        elif page.word(j + 1) in ("en", "y"):  # "Elle a rejoint X. Elle y a été directrice"
            yield near[-1], j + 1, since[-1] if since else None
        elif not since or only_people or _opens_previous(page, near[-1], at):
            yield near[-1], j + 1, None


def _described(page: Page, j: int) -> tuple[PersonMention, int, InstitutionMention | None] | None:
    """ "Âgé de 38 ans, ce Chablaisien diplômé de X était directeur": who was last spoken of, the verb."""
    word = page.word(j + 1)
    native = page.tokens.text[j + 1][:1].isupper() and is_inhabitant(word) if word else False
    if not (native or word.endswith("enaire") or word in _ATTRIBUTES):
        return None
    near = people_of(page, page.tokens.start[j], "f" if page.word(j) == "cette" else "m")
    for k in range(j + 2, min(j + _CLAUSE, len(page.tokens))):
        if k in page.people or page.word(k) in ".;:!?»«" or page.broken(k - 1, k):
            break
        if near and after_being(page, k) is not None and not quoted(page, page.tokens.start[j]):
            return near[-1], k, None
    return None


def people_of(page: Page, at: int, wanted: str, steps: int = 4) -> list[PersonMention]:
    """Who may be meant by "il" or "elle" at ``at``; the last is the likeliest: who opened a sentence."""
    near = [m for m in page.people_between(at - _REACH, at) if m.end <= at and _gender(m) in (wanted, None)]
    if not near or _opens(page, near[-1]):
        return near
    if steps and (before := _same_pronoun(page, near[-1], wanted)) is not None:
        return people_of(page, before, wanted, steps - 1) or near
    opening = [n for n, m in enumerate(near) if _opens(page, m)]
    return near[: opening[-1] + 1] if opening else near


def _same_pronoun(page: Page, person: PersonMention, wanted: str) -> int | None:
    """Where "elle" stands in "elle y invita NAME": whom it means goes on being spoken of."""
    sentence = page.doc.sentence_at(person.start)
    found = _SUBJECTS[wanted].search(page.doc.lower, sentence.start, person.start) if sentence else None
    return found.start() if found else None


def _opens(page: Page, person: PersonMention) -> bool:
    """Does the name open its sentence, a form of address or a title before it?"""
    sentence = page.doc.sentence_at(person.start)
    if sentence is None:
        return False
    before = page.doc.text[sentence.start : person.start]
    return len(before) <= _OPENING or ("," in before[-3:] and before.count(",") == 1)


def _governed(page: Page, body: InstitutionMention) -> bool:
    """ "apprenti chez X", "administratrice de X": a complement is hardly what "il", "elle" takes up."""
    k = page.tokens.before(body.start)
    k -= page.word(k) in ("l'", "la", "le")
    return page.word(k) in ("de", "du", "d'", "des", "chez", "à", "au", "aux", "avec", "par", "dans")


def _gender(person: PersonMention) -> str | None:
    given = {"M.": "m", "Mme": "f", "Mlle": "f"}.get(person.civility or "")
    return given or gender_of(person.name)


def _opens_previous(page: Page, person: PersonMention, at: int) -> bool:
    """Is the person the subject of the sentence before?"""
    sentence = page.doc.sentence_at(person.start)
    if sentence is None or person.start - sentence.start > _OPENING:
        return False
    return not page.doc.text[sentence.end : at].strip()
