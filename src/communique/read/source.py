"""What reading a file gives: an immutable article text and what its container says of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

MAX_BYTES = 256 << 20  # of one document's file, also once decompressed; tables have no such limit


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it was read. ``warnings`` are (code, message) pairs kept in the record."""

    text: str
    source: str | None = None
    sha256: str | None = None
    published: str | None = None
    title: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()


class ArticleError(RuntimeError):
    """An article that cannot be had: ``source`` names it, ``reason`` is one clear line."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[ArticleError], tuple[str, str]]:
        return type(self), (self.source, self.reason)


class ReadError(ArticleError):
    """A file that cannot be read as an article."""


@contextmanager
def parsing(source: str, what: str) -> Iterator[None]:
    """Turn whatever a parser raises on malformed bytes into "not a readable …", with its first line."""
    try:
        yield
    except Exception as error:
        if type(error).__module__.startswith("communique."):  # ours: a reason already given, a time limit
            raise
        detail = (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
        raise ReadError(source, f"not a readable {what} ({detail.rstrip('.')})") from error


def require(module: str, extra: str, what: str, source: str) -> Any:
    """The module ``module``, or :class:`ReadError` naming the extra that has it. Its logging is silenced."""
    logging.getLogger(module.partition(".")[0]).addHandler(logging.NullHandler())
    try:
        return import_module(module)
    except ImportError as error:
        raise ReadError(source, f"reading {what} needs an extra: pip install communique[{extra}]") from error


def name_of(path: Path) -> str:
    r"""A path as a record's ``source``: bytes that are no UTF-8 are spelt ``\xe9``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def join_blocks(blocks: list[str]) -> str:
    """Blocks of text, blank lines between them."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def with_title(title: str | None, text: str) -> str:
    """``text`` under its title, which a container may hold apart, unless it begins with it already.

    >>> with_title("Un prix", "Alès, le 3 mai.")
    'Un prix\\n\\nAlès, le 3 mai.'
    """
    if not title:
        return text
    wanted, start = _folded(title), text[: 4 * len(title) + 500]
    # A short title may be any word of the text: it must have a line of its own.
    there = wanted in _folded(start) if len(wanted) > 15 else wanted in map(_folded, start.splitlines())
    return text if there else f"{title}\n\n{text}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
