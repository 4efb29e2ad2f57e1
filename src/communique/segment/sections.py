"""Titles, paragraphs, list items, boilerplate…: one kind for every non-blank line."""

from __future__ import annotations

import re

from communique.records import Section


def find_sections(text: str) -> tuple[Section, ...]:
    """Sections covering every non-blank line of ``text``, in order, without overlap."""
    return tuple(
        Section(start=m.start(), end=m.end(), kind="paragraph" if i else "title", rule="line")
        for i, m in enumerate(re.finditer(r"\S(?:[^\n]*\S)?", text))
    )
