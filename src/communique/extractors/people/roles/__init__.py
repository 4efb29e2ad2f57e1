"""Functions that the text gives people: before the name, after it, by a verb, by a noun that takes it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.document import Document
from communique.extractors.people.roles.after import roles_after
from communique.extractors.people.roles.anaphora import roles_taken_up
from communique.extractors.people.roles.before import roles_before
from communique.extractors.people.roles.depicted import roles_depicted
from communique.extractors.people.roles.enumerated import roles_enumerated
from communique.extractors.people.roles.former import roles_formerly
from communique.extractors.people.roles.fronted import roles_fronted
from communique.extractors.people.roles.gerunds import roles_in_gerunds
from communique.extractors.people.roles.led import add_led
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.stacked import roles_stacked
from communique.extractors.people.roles.title_tails import task_word
from communique.extractors.people.roles.verbs import roles_by_verb
from communique.mentions import Found, RoleMention

# Who came before or after somebody in a post has no function by that.
_RELATIVE_TO_ANOTHER = ("successeur", "prédécesseur")
# Who stands for something has a function when the text says for what.
_STANDING = ("candidat", "candidate", "candidats", "candidates")
_CHARGED = ("chargé", "chargée", "chargés", "chargées")  # of nothing that is read
_CHARGED_TO = re.compile(r"chargée?s? (?:de |d['’])(\w+)")
_NUMBER = ("numéro", "ex-numéro")
_OF_WHAT = re.compile(r" d(?:e |u |es |['’])")
_HOLDS_DIPLOMA = re.compile(
    r"titulaires? (?:d['’]une? |du |de la |de l['’])(?:double )?"
    r"(?:dipl|doctorat|master|mba|licence|maîtrise|bac|brevet|bts|but|dut|cap|bep|certificat|de[as]|agrég|thèse|hdr"
    r"|habilitation|permis)"
)
RULES = (
    roles_stacked, roles_before, roles_fronted, roles_after, roles_formerly, roles_enumerated,
    roles_by_verb, roles_in_gerunds, roles_depicted, roles_taken_up,
)  # fmt: skip


def extract_roles(doc: Document, found: Found) -> Iterator[RoleMention]:
    """Functions that the text gives people; each role noun serves once.

    The bodies that only a function makes known ("directrice de la Halle aux Vents") join those found.

    >>> from communique.mentions import PersonMention
    >>> doc = Document("Assia Tria, directrice et professeure")
    >>> found = Found(people=[PersonMention(start=0, end=10, name="Assia Tria", rule="first_name")])
    >>> [(m.title, m.rule) for m in extract_roles(doc, found)]
    [('directrice', 'after'), ('professeure', 'after')]
    """
    if not found.people:
        return
    page = Page(doc, found)
    done: list[RoleMention] = []
    used: set[int] = set()
    for rule in RULES:
        for mention in rule(page, done):
            title = mention.title.lower()
            if title.startswith(_RELATIVE_TO_ANOTHER) or _HOLDS_DIPLOMA.match(title):
                continue
            if (
                title in _CHARGED
                or _charged_to_do(title)
                or (title in _STANDING and mention.institution is None)
            ):
                continue
            if title.startswith(_NUMBER) and mention.institution is None and not _OF_WHAT.search(title):
                continue  # "numéro 2 mondial": a rank
            if not used.intersection(range(mention.start, mention.end)) or _around(mention, done):
                for held in (mention, *_at_others(page, mention)):
                    done.append(held)
                    yield held
        for mention in done:
            used.update(range(mention.start, mention.end))
    add_led(page, found, done)


def _charged_to_do(title: str) -> bool:
    """ "Chargée de défendre le projet": what somebody does, no function."""
    found = _CHARGED_TO.fullmatch(title)
    return found is not None and task_word(found.group(1))


def _at_others(page: Page, mention: RoleMention) -> Iterator[RoleMention]:
    """ "chroniqueur au Lien et *à Radio Sud*": the same function at each further body."""
    if mention.institution is not None:
        for body in page.joined.get(mention.start, ()):
            yield replace(mention, institution=(body.start, body.end))


def _around(mention: RoleMention, done: Sequence[RoleMention]) -> bool:
    """ "X, attachée de presse de la ministre Y": what X is ends with what Y is."""
    inside = [r for r in done if r.start < mention.end and r.end > mention.start]
    return all(r.start > mention.start and r.person[0] >= mention.end for r in inside)
