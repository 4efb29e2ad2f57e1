"""Institution mentions to institutions: long form, short forms and acronym under one id."""

from __future__ import annotations

from communique.document import Document
from communique.mentions import Found
from communique.records import Institution, Span


def link_institutions(doc: Document, found: Found) -> tuple[Institution, ...]:
    """One :class:`Institution` for all mentions of the same body, in order of first mention."""
    groups: dict[str, list[Span]] = {}
    for m in found.institutions:
        groups.setdefault(m.name, []).append(Span(start=m.start, end=m.end))
    return tuple(
        Institution(id=f"i{n}", name=name, kind="other", mentions=tuple(spans))
        for n, (name, spans) in enumerate(groups.items(), 1)
    )
