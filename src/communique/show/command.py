"""What the commands are given → articles: a file still to be read, or records with what could not be read."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from communique.corpus.errors import RecordsError
from communique.corpus.load import is_records, read_records
from communique.records import Article
from communique.show.report import Problem

STDIN = Path("-")


def articles_of(path: Path, model: str | None, only: Collection[str] | None) -> Iterator[Article]:
    """The articles of a file; what is not yet a record is extracted, so that their rules are known.

    Each is given as it comes: what cannot be read after the article that is wanted is nobody's concern.
    """
    if path != STDIN and is_records(path):
        yield from read_records(path)
        return
    from communique.api import load
    from communique.read import read_path, read_stdin

    sources = [read_stdin(sys.stdin.buffer)] if path == STDIN else read_path(path)
    yield from load(model, only).pipe(sources, batch_size=1)


def problems_of(records: Path, errors: Path | None = None) -> list[Problem]:
    """The inputs that could not be read, as ``communique extract`` lists them beside its output.

    Raises :class:`RecordsError` when the file holds something else.
    """
    path = errors or records.with_name(f"{records.name}.errors.jsonl")
    if not path.exists():
        return []
    try:
        lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
        return [Problem(line["source"], line["reason"]) for line in lines]
    except (ValueError, KeyError, TypeError) as error:
        raise RecordsError(f"{path}: not a list of errors") from error
