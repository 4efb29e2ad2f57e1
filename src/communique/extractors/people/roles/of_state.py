"""Offices of State that readers know who held: "le premier ministre" is not the president named last."""

from __future__ import annotations

from functools import cache

from communique.document import plain_shadow
from communique.extractors.people.roles.page import Page
from communique.extractors.people.roles.titles import Title
from communique.lexicon import lines
from communique.mentions import PersonMention

# The words of a title, without accents → the office in the list.
_OFFICES = (
    ("premier ministre", "ministre"), ("premiere ministre", "ministre"), ("chef du gouvernement", "ministre"),
    ("cheffe du gouvernement", "ministre"), ("chef de l'etat", "président"),
    ("cheffe de l'etat", "président"),
    ("chef d'etat", "président"), ("president de la republique", "président"),
    ("presidente de la republique", "président"),
)  # fmt: skip


@cache
def _held() -> dict[str, frozenset[str]]:
    """The offices that somebody is known to have held, by plain name."""
    held: dict[str, set[str]] = {}
    for line in lines("communique.extractors.quotations", "holders.txt"):
        office, _, names = line.split(" | ")
        for name in names.split(", "):
            held.setdefault(plain_shadow(name), set()).add(office)
    return {name: frozenset(offices) for name, offices in held.items()}


def office_of_state(title: Title) -> str:
    """The office of State that a title tells, or nothing."""
    said = plain_shadow(title.text).replace("’", "'")
    return next((office for words, office in _OFFICES if said.startswith(words)), "")


def known_holder(page: Page, office: str, at: int) -> PersonMention | None:
    """Who was named last before ``at`` and is known to have held that office."""
    near = reversed(page.people_between(0, at))
    return next((m for m in near if office in _held().get(plain_shadow(m.name), ())), None)


def holds_another(name: str, office: str) -> bool:
    """Whether somebody of that name is known by another office of State than this one."""
    held = _held().get(plain_shadow(name), frozenset())
    return office != "" and bool(held) and office not in held
