"""Person and role mentions to people: short forms under the full name, roles with their institution."""

from __future__ import annotations

from collections.abc import Sequence

from communique.document import Document
from communique.mentions import Found
from communique.records import Institution, Person, Span


def link_people(doc: Document, found: Found, institutions: Sequence[Institution]) -> tuple[Person, ...]:
    """One :class:`Person` for all mentions of the same individual, in order of first mention."""
    groups: dict[str, list[Span]] = {}
    for m in found.people:
        groups.setdefault(m.name, []).append(Span(start=m.start, end=m.end))
    return tuple(
        Person(id=f"p{n}", name=name, mentions=tuple(spans))
        for n, (name, spans) in enumerate(groups.items(), 1)
    )
