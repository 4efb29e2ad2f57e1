"""Reported words."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, QuotationMention


def extract_quotations(doc: Document, found: Found) -> Iterator[QuotationMention]:
    """Reported words."""
    yield from ()
