"""Named organisations."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, InstitutionMention


def extract_institutions(doc: Document, found: Found) -> Iterator[InstitutionMention]:
    """Named organisations."""
    yield from ()
