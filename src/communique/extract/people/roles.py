"""Functions that the text gives people."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.mentions import Found, RoleMention


def extract_roles(doc: Document, found: Found) -> Iterator[RoleMention]:
    """Functions that the text gives people."""
    yield from ()
