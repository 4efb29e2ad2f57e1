"""One DuckDB file with all tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique.write.errors import WriteError, require
from communique.write.export import Chunks, rows, staged

_MEMORY = "1GB"


def write_duckdb(records: Path, out: Path) -> None:
    """A database file with every table, as large as a disk holds."""
    duckdb = require("duckdb", "duckdb", "DuckDB files")
    with staged(out) as path:
        try:
            connection = duckdb.connect(str(path))
        except duckdb.Error as error:
            raise WriteError(f"cannot write {out}: {str(error).splitlines()[0]}") from error
        try:
            connection.execute(f"SET memory_limit = '{_MEMORY}'; SET threads = 1")

            def write(name: str, batch: Any) -> None:
                connection.register("batch", batch)
                connection.execute(f'INSERT INTO "{name}" SELECT * FROM batch')
                connection.unregister("batch")

            chunks = Chunks(write, "DuckDB files", "duckdb")
            for name, schema in chunks.schemas.items():
                connection.register("empty", schema.empty_table())
                connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM empty')
                connection.unregister("empty")
            for name, row in rows(records):
                chunks.add(name, row)
            chunks.finish()
        except duckdb.Error as error:
            raise WriteError(f"cannot write {out}: {str(error).splitlines()[0]}") from error
        finally:
            connection.close()
