"""Files of records → articles, and telling such files from articles still to be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from communique.records import Article


class MissingExtraError(ImportError):
    """A library of an optional extra is not installed; the message says which extra to install."""


class RecordsError(ValueError):
    """A file that does not hold records: one clear line."""


def is_records(path: Path) -> bool:
    """Whether the file holds records that :func:`communique.extract` wrote, going by its first line."""
    if path.suffix.lower() == ".parquet":
        return True
    try:
        with path.open("rb") as file:
            first = next((line for line in file if line.strip()), b"")
        found = json.loads(first)
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and "schema_version" in found and "text" in found


def read_records(path: Path) -> Iterator[Article]:
    """The articles of a JSONL or Parquet file of records. Raises :class:`RecordsError`, ``OSError``."""
    if path.suffix.lower() == ".parquet":
        yield from _parquet(path)
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                article = Article.from_json(line)
            except ValueError as error:
                raise RecordsError(f"{path}, line {number}: not an article record") from error
            yield article


def _parquet(path: Path) -> Iterator[Article]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingExtraError("reading Parquet needs pyarrow: pip install pyarrow") from error
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=64):
                for row in batch.to_pylist():
                    yield Article.model_validate(_plain(row))
    except (ArrowException, ValueError) as error:
        raise RecordsError(f"{path}: not a file of article records") from error


def _plain(value: object) -> object:
    """Arrow maps (lists of pairs) as dictionaries, wherever they are."""
    if isinstance(value, dict):
        return {
            key: (dict(inner or ()) if key == "links" and not isinstance(inner, dict) else _plain(inner))
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
