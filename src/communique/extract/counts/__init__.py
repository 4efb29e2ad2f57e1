"""Quantities with what they count."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, Count


def extract_counts(doc: Document, found: Found) -> Iterator[Count]:
    """Quantities with what they count."""
    yield from ()
