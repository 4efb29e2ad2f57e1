"""Named individuals."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, PersonMention


def extract_people(doc: Document, found: Found) -> Iterator[PersonMention]:
    """Named individuals."""
    yield from ()
