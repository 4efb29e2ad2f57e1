"""Folders of tables: Parquet, a folder of files for each table; CSV, a file for each table."""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from communique.write.errors import require
from communique.write.export import Chunks, rows, staged
from communique.write.schema import arrow_ready, tables

GROUPS_PER_FILE = 128  # what a Parquet file keeps in memory until it is closed grows with its row groups
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
_BLANK = " \t\r\n\v\f\u00a0\u200b\ufeff"


def write_parquet(records: Path, out: Path) -> None:
    """``OUT/<table>/part-00000.parquet`` for every table."""
    with staged(out) as folder, ExitStack() as open_files:
        dataset = _Dataset(folder, open_files)
        chunks = Chunks(dataset.write, "Parquet", "parquet")
        for name, row in rows(records):
            chunks.add(name, row)
        chunks.finish()
        open_files.close()


class _Dataset:
    """The open file of every table, followed by the next when it has its row groups."""

    def __init__(self, folder: Path, open_files: ExitStack) -> None:
        self._parquet = require("pyarrow.parquet", "parquet", "Parquet")
        self._folder = folder
        self._open_files = open_files
        self._writers: dict[str, Any] = {}
        self._groups: dict[str, int] = {}

    def write(self, name: str, batch: Any) -> None:
        part, group = divmod(self._groups.get(name, 0), GROUPS_PER_FILE)
        if group == 0:
            if part:
                self._writers[name].close()
            path = self._folder / name / f"part-{part:05}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = self._parquet.ParquetWriter(path, batch.schema, compression="zstd")
            self._writers[name] = writer
            self._open_files.callback(lambda: self._writers[name].close())
        if batch.num_rows or part == group == 0:
            self._writers[name].write_table(batch)
            self._groups[name] = self._groups.get(name, 0) + 1


def write_csv(records: Path, out: Path) -> None:
    """``OUT/<table>.csv`` for every table: UTF-8 with a mark, as spreadsheets like it; lists as JSON."""
    with staged(out) as folder, ExitStack() as open_files:
        folder.mkdir()
        writers = {}
        for name, table in tables().items():
            file = open_files.enter_context(
                (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
            )
            writers[name] = csv.writer(file, lineterminator="\n")
            writers[name].writerow(table.names)
        for name, row in rows(records):
            writers[name].writerow([_cell(value) for value in row.values()])
        open_files.close()


def _cell(value: Any) -> Any:
    """A value as a cell; what a spreadsheet would run as a formula gets an apostrophe before it.

    >>> _cell("=1+1"), _cell("+33 1 02 03 04 05"), _cell(-12.0), _cell(["Mines Alès"])
    ("'=1+1", "'+33 1 02 03 04 05", -12.0, '["Mines Alès"]')
    """
    if isinstance(value, list | dict):
        return json.dumps(arrow_ready(value), ensure_ascii=False) if value else ""
    if not isinstance(value, str):
        return value
    value = arrow_ready(value)
    # A quotation mark or separator cannot break out: the writer quotes. A leading one can still hide a sign.
    return "'" + value if value.lstrip(_BLANK).startswith(_FORMULA) else value
