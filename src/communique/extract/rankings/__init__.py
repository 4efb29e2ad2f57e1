"""Statements that place a subject in an order."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, RankingMention


def extract_rankings(doc: Document, found: Found) -> Iterator[RankingMention]:
    """Statements that place a subject in an order."""
    yield from ()
