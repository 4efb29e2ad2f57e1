"""Opening files, gzipped or not; the one place that knows the suffix."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import IO


def open_binary(path: Path) -> IO[bytes]:
    """The file for reading bytes, inflated on the way when its name ends in ``.gz``. Raises ``OSError``.

    >>> import gzip, tempfile
    >>> path = Path(tempfile.mkdtemp()) / "records.jsonl.gz"
    >>> _ = path.write_bytes(gzip.compress(b"one line"))
    >>> with open_binary(path) as file:
    ...     file.read()
    b'one line'
    """
    return gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]
