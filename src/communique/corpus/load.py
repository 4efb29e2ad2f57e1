"""Files of records → articles, and telling such files from articles still to be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from communique.corpus.errors import RecordsError
from communique.corpus.parquet import read_parquet
from communique.files import open_binary
from communique.records import Article


def is_records(path: Path) -> bool:
    """Whether the file holds records already extracted, going by its name and its first line."""
    if path.suffix.lower() == ".parquet":
        return True
    if path.is_dir():
        return False
    try:
        with open_binary(path) as file:
            first = next((line for line in file if line.strip()), b"")
        found = json.loads(first)
    except (OSError, EOFError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "schema_version" in found and "text" in found


def read_records(path: Path) -> Iterator[Article]:
    """The articles of JSON lines (``.gz`` or not), of Parquet. Raises :class:`RecordsError`, ``OSError``."""
    if path.suffix.lower() == ".parquet":
        yield from read_parquet(path)
        return
    with open_binary(path) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                article = Article.from_json(line)
            except ValueError as error:
                raise RecordsError(f"{path}, line {number}: not an article record") from error
            yield article
