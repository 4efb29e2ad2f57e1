"""What reading a file gives: an immutable article text and what its container says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it was read. ``warnings`` are (code, message) pairs kept in the record."""

    text: str
    source: str | None = None
    sha256: str | None = None
    published: str | None = None
    title: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()


class ReadError(Exception):
    """A file that cannot be read as an article: ``reason`` is one clear line."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return type(self), (self.source, self.reason)
