"""What the arguments of commands mean; what is wrong with them is one clear line."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from communique.read import Columns, Item

STDIN = "-"
# By the suffix of what others write: JSON lines under such a name would be a surprise.
_OTHERS = {".arrow", ".db", ".feather", ".htm", ".html", ".ods", ".sqlite", ".xls", ".xlsx", ".xml"}


def wrong_usage(message: str) -> typer.Exit:
    """Say what is wrong on standard error; raise what is returned."""
    typer.echo(f"communique: {message}", err=True)
    return typer.Exit(2)


def one_line(source: str) -> str:
    """A file's name may hold line ends and control characters: a message has one line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in source)


def output_of(out: Path | None) -> Path | None:
    """Where to write, None for standard output."""
    return None if out is None or str(out) == STDIN else out


def format_named(out: Path | None, formats: Iterable[str]) -> str:
    """The output format that a name says, JSON lines where it says none."""
    if out is None:
        return "jsonl"
    packed = out.suffix.lower() == ".gz"
    suffix = (Path(out.stem) if packed else out).suffix.lower()
    named = suffix.removeprefix(".")
    if suffix in _OTHERS:
        raise wrong_usage(f"{suffix} is no format of ours: name one of {', '.join(formats)} with --format")
    if packed and named in formats and named != "jsonl":
        raise wrong_usage(f"{named} is not written gzipped: call it {out.with_suffix('').name}")
    return named if named in formats else "jsonl"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads; ``total`` is None where it is not known beforehand; ``skipped`` are unknown files."""

    items: Iterable[Item]
    total: int | None
    skipped: list[Path]

    @property
    def streams(self) -> bool:
        """Whether they come from standard input as they are asked for: not twice."""
        return not isinstance(self.items, list)

    def left_out(self) -> str:
        """The suffixes of the files left out, the most frequent first: ".jpg 12, .doc 2"."""
        suffixes = Counter(path.suffix.lower() or "no suffix" for path in self.skipped)
        shown = [
            f"{one_line(suffix)} {n:,}" for suffix, n in sorted(suffixes.items(), key=lambda s: (-s[1], s[0]))
        ]
        return ", ".join(shown[:8] + ["…"] * (len(shown) > 8))


def inputs_of(named: list[str], columns: Columns, out: Path | None) -> Inputs:
    """What to read, sorted, without what the run itself writes."""
    from communique.read import TABLES, ReadError, Source, find_inputs, format_of, stdin_items

    paths = [Path(name) for name in named if name != STDIN]
    for path in paths:
        if not path.exists():
            raise wrong_usage(f"no such file or folder: {path}")
        if out is not None and out.exists() and path.is_file() and path.samefile(out):
            raise wrong_usage(f"{path} is both read and written")
    kept, skipped = find_inputs(paths)
    if out is not None:
        named_itself = set(paths)
        kept = [path for path in kept if path in named_itself or not _is_ours(path, out)]
        skipped = [path for path in skipped if not _is_ours(path, out)]
    total = None if any(format_of(path) in TABLES for path in kept) else len(kept)
    if STDIN not in named:
        inputs = Inputs(kept, total, skipped)
        if not kept:
            why = f": files of unknown formats ({inputs.left_out()})" if skipped else ""
            raise wrong_usage(f"nothing to read in {', '.join(named)}{why}")
        return inputs
    rows = stdin_items(sys.stdin.buffer, columns)
    try:
        first = next(rows)
    except ReadError as error:
        raise wrong_usage(f"standard input: {error.reason}") from error
    if isinstance(first, Source):
        return Inputs([first, *kept], None if total is None else total + 1, skipped)
    return Inputs(chain([first], rows, kept), None, skipped)


def _is_ours(path: Path, out: Path) -> bool:
    """Whether a file found in a folder is one that a run to ``out`` writes, or lies in the folder ``out``."""
    if path.name.startswith(out.name):
        known = path.name.removeprefix(out.name) in (
            "",
            ".errors.jsonl",
            ".partial",
            ".progress",
            ".progress.new",
        )
        return known and path.parent.resolve() == out.parent.resolve()
    return any(folder.name == out.name and folder.resolve() == out.resolve() for folder in path.parents)


@contextmanager
def records_of(path: Path) -> Iterator[Path]:
    """A file of records, standard input written to one when it is named."""
    if str(path) != STDIN:
        yield path
        return
    import shutil
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        start = sys.stdin.buffer.read(2)
        copy = Path(folder) / ("stdin.jsonl.gz" if start == b"\x1f\x8b" else "stdin.jsonl")
        with copy.open("wb") as file:
            file.write(start)
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield copy
