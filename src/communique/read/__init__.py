"""Bytes to articles: one module per format, one registry by suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO

from communique.read.gz import bounded, inflate
from communique.read.inputs import find_files
from communique.read.items import Columns, Item, Row, Unreadable, sources_of
from communique.read.source import MAX_BYTES, ArticleError, ReadError, Source, name_of
from communique.read.stdin import HEAD, format_by_content, is_jsonl, joined
from communique.read.tables import TABLES, read_rows, stream_rows

__all__ = [
    "READERS", "TABLES", "ArticleError", "Columns", "Item", "ReadError", "Row", "Source", "Unreadable",
    "expand", "find_inputs", "format_of", "name_of", "read_path", "read_rows", "read_stdin", "stdin_items",
]  # fmt: skip

Reader = Callable[[bytes, str], Source]


def _reader(module: str, name: str) -> Reader:
    """A reader whose module is imported when it is first used."""

    def read(raw: bytes, source: str) -> Source:
        found: Reader = getattr(import_module(f"communique.read.{module}"), name)
        return found(raw, source)

    return read


_TEXT = _reader("text", "read_text")
READERS: dict[str, Reader] = {
    ".txt": _TEXT,
    ".md": _TEXT,
    ".markdown": _TEXT,
    ".html": _reader("html", "read_html"),
    ".htm": _reader("html", "read_html"),
    ".xhtml": _reader("html", "read_html"),
    ".pdf": _reader("pdf", "read_pdf"),
    ".docx": _reader("docx", "read_docx"),
    ".odt": _reader("odt", "read_odt"),
    ".eml": _reader("eml", "read_eml"),
}


def format_of(path: Path) -> str:
    """The suffix that says a file's format, in lower case; that of the file inside for a gzip file.

    >>> format_of(Path("Articles.CSV.gz"))
    '.csv'
    """
    return (Path(path.stem) if path.suffix.lower() == ".gz" else path).suffix.lower()


def find_inputs(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Files to read, sorted, and files of folders left out because no reader knows their suffix.

    A file named by itself is always kept; hidden files and folders are left out silently.
    """
    return find_files(paths, lambda path: format_of(path) in READERS or format_of(path) in TABLES)


def expand(items: Iterable[Item], columns: Columns = Columns()) -> Iterator[Item]:  # noqa: B008
    """The items with every table's file replaced by its rows, read as they are asked for."""
    for item in items:
        if isinstance(item, Path) and format_of(item) in TABLES:
            yield from read_rows(item, format_of(item), columns)
        else:
            yield item


def read_path(path: Path, columns: Columns = Columns()) -> Iterator[Source]:  # noqa: B008
    """The articles of one file. Raises :class:`ReadError` with one clear line when it cannot be read."""
    kind, source = format_of(path), name_of(path)
    if kind in TABLES:
        yield from sources_of(read_rows(path, kind, columns))
        return
    try:
        with path.open("rb") as file:
            raw = bounded(file, source, MAX_BYTES)
    except OSError as error:
        raise ReadError(source, error.strerror or str(error)) from error
    yield _read(raw, source, READERS.get(kind, _TEXT), gzipped=path.suffix.lower() == ".gz")


def read_stdin(stream: IO[bytes]) -> Source:
    """One article from standard input; its first bytes show its format. Raises :class:`ReadError`."""
    raw = bounded(stream, "-", MAX_BYTES)
    gzipped = raw.startswith(b"\x1f\x8b")
    return _read(raw, "-", READERS[format_by_content(raw)], gzipped=gzipped)


def stdin_items(stream: IO[bytes], columns: Columns = Columns()) -> Iterator[Item]:  # noqa: B008
    """What standard input holds: rows of JSON lines as they come, or an article (:class:`ReadError`)."""
    head = stream.read(HEAD)
    if is_jsonl(head):
        yield from stream_rows(joined(head, stream), "-", columns, gzipped=head.startswith(b"\x1f\x8b"))
    else:
        yield read_stdin(joined(head, stream))


def _read(raw: bytes, source: str, reader: Reader, *, gzipped: bool) -> Source:
    """One article; its hash is that of the bytes as they came."""
    if not gzipped:
        return reader(raw, source)
    from dataclasses import replace
    from hashlib import sha256

    return replace(reader(inflate(raw, source, MAX_BYTES), source), sha256=sha256(raw).hexdigest())
