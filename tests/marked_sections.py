"""Whole articles in miniature, with the kind of each line."""

from __future__ import annotations

from communique.segment import find_sections

BODY = (
    "Le laboratoire a présenté ses travaux devant une centaine de personnes venues de toute la région. "
    "Les équipes y travaillaient depuis des années, avec le soutien de la métropole et de ses partenaires."
)
LEAD = (
    "Quatre équipes sur cinq progressent cette année, et la métropole s'engage à les soutenir plus longtemps."
)
SHORT = {"BODY": BODY, "LEAD": LEAD}


def kinds_by_line(text: str) -> list[str]:
    sections = find_sections(text)
    kinds, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            kinds.append(next(s.kind for s in sections if s.start <= start < s.end))
        at += len(line) + 1
    return kinds


def read(layout: str) -> tuple[str, list[str]]:
    """A layout is lines "kind | text"; BODY and LEAD stand for longer texts."""
    text, kinds = [], []
    for line in layout.strip().split("\n"):
        kind, bar, content = (part.strip() for part in line.partition("|"))
        if bar:
            kinds.append(kind)
        text.append(SHORT.get(content, content) if bar else "")
    return "\n".join(text), kinds
