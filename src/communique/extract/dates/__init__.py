"""Calendar expressions and their values."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, Date


def extract_dates(doc: Document, found: Found) -> Iterator[Date]:
    """Calendar expressions and their values."""
    yield from ()


def published_date(doc: Document) -> str | None:
    """The article's own date as the text states it (dateline, "Publié le …"), or None."""
    return None
