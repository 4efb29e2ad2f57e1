"""What ``communique show`` is given → articles: a file still to be read, or records already written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from communique.corpus.load import is_records, read_records
from communique.records import Article


def articles_of(path: Path, model: str | None, only: Collection[str] | None) -> Iterator[Article]:
    """The articles of a file; what is not yet a record is extracted, so that their rules are known."""
    if is_records(path):
        yield from read_records(path)
        return
    from communique.api import load
    from communique.read import read_path

    yield from load(model, only).pipe(read_path(path))
