"""Titles, paragraphs, list items, boilerplate…: one kind for every non-blank line."""

from __future__ import annotations

from communique.records import Section
from communique.segment.layout import lay_out
from communique.segment.rules import RULES


def find_sections(text: str) -> tuple[Section, ...]:
    """Sections covering every non-blank line of ``text``, in order, without overlap.

    >>> [s.kind for s in find_sections("COMMUNIQUÉ\\n\\nAlès, le 3 mai 2024\\n\\nUn titre\\n\\nDu texte.")]
    ['marker', 'dateline', 'title', 'paragraph']
    """
    page = lay_out(text)
    for rule in RULES:
        for i, kind in rule(page):
            page.set(i, kind, rule.__name__)
    return tuple(
        Section(start=u.start, end=u.end, kind=u.kind or "paragraph", rule=u.rule or "otherwise")
        for u in page.units
    )
