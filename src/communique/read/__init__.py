"""Bytes to articles: one module per format, one registry by suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from communique.read.source import ReadError, Source
from communique.read.text import read_text

__all__ = ["READERS", "ReadError", "Source", "find_inputs", "read_path", "read_stdin"]

Reader = Callable[[bytes, str], Source]
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
}


def find_inputs(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Files to read, sorted, and files of folders left out because no reader knows their suffix.

    A file named by itself is always kept; hidden files and folders are left out silently.
    """
    kept: set[Path] = set()
    skipped: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            kept.add(path)
            continue
        for found in path.rglob("*"):
            inner = found.relative_to(path).parts
            if not any(part.startswith(".") for part in inner) and found.is_file():
                (kept if found.suffix.lower() in READERS else skipped).add(found)
    return sorted(kept), sorted(skipped)


def read_path(path: Path) -> Iterator[Source]:
    """The articles of one file. Raises :class:`ReadError` with one clear line when it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error
    yield READERS.get(path.suffix.lower(), read_text)(raw, str(path))


def read_stdin(stream: IO[bytes]) -> Source:
    """One article from standard input. Raises :class:`ReadError`."""
    return read_text(stream.read(), "-")
