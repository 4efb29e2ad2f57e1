"""Tables of articles, one a row: JSON lines, CSV, Parquet. They stream: none is held in memory."""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from communique.files import open_binary
from communique.read.items import Columns, Row, Unreadable
from communique.read.source import ReadError, name_of, parsing, require
from communique.read.text import encoding_of

MAX_ROW = 64 << 20  # bytes
_SAMPLE = 1 << 20
_PARQUET_GZ = 4 << 30
_SEPARATOR = re.compile("\ufeff?sep=([^\\r\\n])\r?\n", re.I)

Rows = Iterator[Row | Unreadable]


def read_rows(path: Path, kind: str, columns: Columns) -> Rows:
    """The rows of a table, in order. What cannot be read, a row or all that follows, is an ``Unreadable``."""
    source = name_of(path)
    try:
        with parsing(source, f"{kind[1:]} table"):
            yield from TABLES[kind](path, source, columns)
    except ReadError as error:
        yield Unreadable(error.source, error.reason)


def _open(path: Path, source: str) -> IO[bytes]:
    try:
        return open_binary(path)
    except OSError as error:
        raise ReadError(source, error.strerror or str(error)) from error


def stream_rows(file: IO[bytes], source: str, columns: Columns, *, gzipped: bool) -> Rows:
    """The rows of JSON lines out of a stream, as they come."""
    try:
        with parsing(source, "jsonl table"):
            yield from _json_lines(gzip.GzipFile(fileobj=file) if gzipped else file, source, columns)
    except ReadError as error:
        yield Unreadable(error.source, error.reason)


def _jsonl(path: Path, source: str, columns: Columns) -> Rows:
    return _json_lines(_open(path, source), source, columns)


def _json_lines(lines: IO[bytes] | gzip.GzipFile, source: str, columns: Columns) -> Rows:
    found: Columns | None = None
    with lines as file:
        number = 0
        while line := file.readline(MAX_ROW):
            number += 1
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if len(line) >= MAX_ROW and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_ROW)
                yield Unreadable(f"{source}#{number}", f"row larger than {MAX_ROW >> 20} MB")
                continue
            if not line.strip():
                continue
            if found is None:
                found = _json_columns(line, source, columns)
                if found is None:
                    yield Unreadable(f"{source}#{number}", "not a JSON object")
                    continue
            yield Row(source, number, found, line)
        if number == 0:
            raise ReadError(source, "empty file")


def _json_columns(line: bytes, source: str, columns: Columns) -> Columns | None:
    """Which keys hold what, by the first object of the file."""
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return columns.among(first, source) if isinstance(first, dict) else None


def _csv(path: Path, source: str, columns: Columns) -> Rows:
    with _open(path, source) as file:
        sample = file.read(_SAMPLE)
    if not sample.strip():
        raise ReadError(source, "empty file")
    encoding = encoding_of(sample, source)
    with TextIOWrapper(_open(path, source), encoding=encoding, errors="replace", newline="") as text:
        # A field of the module, not of the reader: only ever raised.
        csv.field_size_limit(max(csv.field_size_limit(), min(MAX_ROW, sys.maxsize)))
        start = sample.decode(encoding, "replace")
        if stated := _SEPARATOR.match(start):  # Excel's own first line
            text.readline()
        delimiter = stated[1] if stated else _delimiter(start)
        rows = csv.reader(_lines(text), delimiter=delimiter)
        header = next(rows, [])
        found = columns.among(header, source)
        wanted = [(header.index(name), name) for name in found.used()]
        number = 0
        while True:
            number += 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Unreadable(f"{source}#{number}", f"not a CSV row ({error})")
                continue
            if cells:
                yield Row(source, number, found, {name: cells[n] for n, name in wanted if n < len(cells)})


def _lines(text: TextIOWrapper) -> Iterator[str]:
    """Lines, none longer than a row may be: the reader refuses what they make together."""
    while line := text.readline(MAX_ROW):
        yield line


def _delimiter(sample: str) -> str:
    """What parts the cells of the first line; French spreadsheets write semicolons."""
    outside = "".join(sample.split("\n", 1)[0].split('"')[::2])
    return max(",;\t|", key=outside.count)


def _parquet(path: Path, source: str, columns: Columns) -> Rows:
    parquet = require("pyarrow.parquet", "parquet", "Parquet tables", source)
    with closing(_seekable(path, source)) as file:
        table = parquet.ParquetFile(file, pre_buffer=False)  # which would hold the whole file
        found = columns.among(table.schema_arrow.names, source)
        number = 0
        for batch in table.iter_batches(batch_size=256, columns=found.used()):
            cells: dict[str, list[Any]] = batch.to_pydict()
            for values in zip(*cells.values(), strict=True):
                number += 1
                yield Row(source, number, found, dict(zip(cells, values, strict=True)))


def _seekable(path: Path, source: str) -> IO[bytes]:
    """The file; unpacked to disk first when gzipped, as Parquet is read from its end."""
    file = _open(path, source)
    if path.suffix.lower() != ".gz":
        return file
    from tempfile import TemporaryFile

    unpacked = TemporaryFile()  # noqa: SIM115
    with file:
        while part := file.read(1 << 20):
            if unpacked.write(part) and unpacked.tell() > _PARQUET_GZ:
                raise ReadError(source, f"unpacks to more than {_PARQUET_GZ >> 30} GB")
    unpacked.seek(0)
    return unpacked


TABLES: dict[str, Callable[[Path, str, Columns], Rows]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".csv": _csv,
    ".tsv": _csv,
    ".parquet": _parquet,
}
