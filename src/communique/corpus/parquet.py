"""Parquet → articles: the folder of tables that ``communique extract`` writes, or a file of whole ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from communique.corpus.errors import MissingExtraError, RecordsError
from communique.records import (
    Article,
    Count,
    Date,
    Institution,
    Person,
    Quotation,
    Ranking,
    Record,
    Section,
    Sentence,
)

LISTS: dict[str, type[Record]] = {
    "sections": Section, "sentences": Sentence, "institutions": Institution, "people": Person,
    "rankings": Ranking, "counts": Count, "quotations": Quotation, "dates": Date,
}  # fmt: skip
BATCH = 256


def read_parquet(path: Path) -> Iterator[Article]:
    """The articles, one at a time. Raises :class:`RecordsError`, :class:`MissingExtraError`."""
    try:
        from pyarrow import ArrowException
    except ImportError as error:
        raise MissingExtraError("reading Parquet needs pyarrow: pip install 'communique[parquet]'") from error
    try:
        yield from _tables(path) if path.is_dir() else _whole(path)
    except (ArrowException, ValueError, KeyError, TypeError) as error:
        raise RecordsError(f"{path}: not a file of article records") from error


def _whole(path: Path) -> Iterator[Article]:
    for row in _rows(path):
        row["institutions"] = [body | {"links": dict(body["links"] or ())} for body in row["institutions"]]
        yield Article.model_validate(row)


class _Groups:
    """The rows of a table by article, read along with the articles; both are in the same order."""

    def __init__(self, path: Path) -> None:
        self._groups = groupby(_rows(path), key=lambda row: row["article"])
        self._next = next(self._groups, None)

    def of(self, number: int) -> list[dict[str, Any]]:
        if self._next is None or self._next[0] != number:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found


def _tables(path: Path) -> Iterator[Article]:
    groups = {name: _Groups(path / name) for name in (*LISTS, "mentions", "roles")}
    for row in _rows(path / "articles"):
        number = row.pop("article")
        parts = {name: group.of(number) for name, group in groups.items()}
        for name, kind in LISTS.items():
            row[name] = [_record(part, kind.model_fields, parts) for part in parts[name]]
        yield Article.model_validate(row)


def _record(part: dict[str, Any], fields: Any, parts: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """A row as the record wants it: only its own fields, with its rows of other tables inside."""
    made = {name: value for name, value in part.items() if name in fields}
    if "links" in made:
        made["links"] = dict(made["links"] or ())
    for nested, keep in (
        ("mentions", ("start", "end")),
        ("roles", ("start", "end", "title", "institution", "rule")),
    ):
        if nested in fields:
            own = (row for row in parts[nested] if row["owner"] == part["id"])
            made[nested] = [{name: row[name] for name in keep} for row in own]
    return made


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    for part in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        with ParquetFile(part) as file:
            for batch in file.iter_batches(batch_size=BATCH):
                yield from batch.to_pylist()
