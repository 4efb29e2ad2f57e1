"""JSON lines of records → the rows of tables, in chunks, to an output that appears when it is whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.files import open_binary
from communique.write.errors import WriteError, require
from communique.write.schema import Row, Table, arrow_ready, arrow_schema, flatten, tables

CHUNK_ROWS = 8192
CHUNK_CHARS = 4_000_000
_MAX_LINE = 1 << 30


def rows(records: Path) -> Iterator[tuple[str, Row]]:
    """(table, row) of everything in a file of records. Raises :class:`WriteError` at what is no record."""
    number = 0
    with open_binary(records) as file:
        while line := file.readline(_MAX_LINE):
            number += 1
            if not line.strip():
                continue
            try:
                yield from flatten(_article(line), number)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError, EOFError) as error:
                raise WriteError(f"{records}: line {number} is not an article record") from error


def _article(line: bytes) -> dict[str, Any]:
    article = json.loads(line)
    if not isinstance(article["text"], str) or "schema_version" not in article:
        raise ValueError("not an article")
    return article  # type: ignore[no-any-return]


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Where to write what shall become ``out``: it takes its name when the block ends well, else it goes."""
    temporary = out.with_name(f".{out.name}.unfinished")
    _remove(temporary)
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield temporary
        temporary.replace(out)
    except BaseException:
        _remove(temporary)
        raise


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)  # of a database


class Chunks:
    """Rows gathered by table; ``write(table, batch)`` is called with an Arrow table whenever enough are."""

    def __init__(self, write: Callable[[str, Any], None], what: str, extra: str) -> None:
        self._pa = require("pyarrow", extra, what)
        self._write = write
        self.schemas = {name: arrow_schema(table) for name, table in tables().items()}
        self._columns: dict[str, dict[str, list[Any]]] = {n: _empty(t) for n, t in tables().items()}
        self._chars = dict.fromkeys(tables(), 0)

    def add(self, name: str, row: Row) -> None:
        columns = self._columns[name]
        for column, value in row.items():
            columns[column].append(arrow_ready(value))
        self._chars[name] += len(row.get("text") or "")
        if len(columns["article"]) >= CHUNK_ROWS or self._chars[name] >= CHUNK_CHARS:
            self._flush(name)

    def finish(self) -> None:
        """Write what is left; every table is written at least once, if empty."""
        for name in self._columns:
            self._flush(name)

    def _flush(self, name: str) -> None:
        try:
            batch = self._pa.table(self._columns[name], schema=self.schemas[name])
        except (self._pa.ArrowException, TypeError, ValueError, OverflowError) as error:
            first = self._columns[name]["article"][0]
            raise WriteError(
                f"records from line {first} on do not follow the schema ({name}: {error})"
            ) from error
        self._columns[name] = _empty(tables()[name])
        self._chars[name] = 0
        self._write(name, batch)


def _empty(table: Table) -> dict[str, list[Any]]:
    return {name: [] for name in table.names}
