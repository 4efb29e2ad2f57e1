"""Gzip files, with a bound on what they unpack to."""

from __future__ import annotations

import gzip
from io import BytesIO
from typing import IO

from communique.read.source import ReadError, parsing


def inflate(raw: bytes, source: str, limit: int) -> bytes:
    """The bytes in a gzip file. Raises :class:`ReadError` when broken, or larger than ``limit``."""
    with parsing(source, "gzip file"), gzip.open(BytesIO(raw)) as file:
        return bounded(file, source, limit)


def bounded(file: IO[bytes] | gzip.GzipFile, source: str, limit: int) -> bytes:
    """The rest of a file. Raises :class:`ReadError` when it is longer than ``limit`` bytes."""
    parts: list[bytes] = []
    size = 0
    while part := file.read(1 << 20):
        size += len(part)
        if size > limit:
            raise ReadError(source, f"larger than {limit >> 20} MB")
        parts.append(part)
    return b"".join(parts)
