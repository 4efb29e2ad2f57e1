"""What can go wrong around a corpus: one clear line each."""

from __future__ import annotations


class MissingExtraError(ImportError):
    """A library of an optional extra is not installed; the message says which extra to install."""


class RecordsError(ValueError):
    """A file that does not hold records."""
