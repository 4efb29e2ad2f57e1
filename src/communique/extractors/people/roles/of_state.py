"""Offices of State that readers know who held: "le premier ministre" is not the president named last."""

from __future__ import annotations

from communique.document import plain_shadow
from communique.extractors.people.lexicon import offices_held
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.titles import Title
from communique.mentions import PersonMention

# The words of a title, without accents → the office in the list.
_OFFICES = (
    ("premier ministre", "ministre"), ("premiere ministre", "ministre"), ("chef du gouvernement", "ministre"),
    ("cheffe du gouvernement", "ministre"), ("chef de l'etat", "président"),
    ("cheffe de l'etat", "président"),
    ("chef d'etat", "président"), ("president de la republique", "président"),
    ("presidente de la republique", "président"),
)  # fmt: skip


def office_of_state(title: Title) -> str:
    """The office of State that a title tells, or nothing."""
    said = plain_shadow(title.text).replace("’", "'")
    return next((office for words, office in _OFFICES if said.startswith(words)), "")


def known_holder(page: Page, office: str, at: int) -> PersonMention | None:
    """Who was named last before ``at`` and is known to have held that office."""
    near = reversed(page.people_between(0, at))
    return next((m for m in near if office in offices_held(m.name)), None)


def holds_another(name: str, office: str) -> bool:
    """Whether somebody of that name is known by another office of State than this one."""
    held = offices_held(name)
    return office != "" and bool(held) and office not in held
