"""A whole run: inputs in sorted order → batches → workers → one output, with everything that failed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO
from uuid import uuid4

from communique import loading
from communique.batch.journal import Journal
from communique.batch.pool import run_parallel
from communique.batch.work import Options, Result, Worker
from communique.read import Item, Source, expand
from communique.tag import ModelNotFoundError
from communique.version import __version__
from communique.write import FORMATS, WriteError, check_output

BATCH_ITEMS = 32
BATCH_BYTES = 1 << 18


class OutputError(Exception):
    """The output cannot be written: one clear line."""


@dataclass(slots=True)
class Summary:
    """What a run did."""

    articles: int = 0
    found: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    failed: int = 0
    resumed_at: int = 0
    restarted: bool = False  # an interrupted run of something else was there
    output: Path | None = None
    errors: Path | None = None


Progress = Callable[[int, int], None]  # (items done, articles written)


def run(
    items: Iterable[Item],
    out: Path | None,
    options: Options,
    *,
    workers: int = 1,
    format: str = "jsonl",
    progress: Progress = lambda items, articles: None,
    stdout: IO[bytes] | None = None,
) -> Summary:
    """Extract ``items`` in order to ``out`` in ``format``, or to JSON lines on ``stdout``.

    Whatever the format, records are first written as JSON lines, which can be taken up again at any
    instant; the other formats are made from them at the end. Tables among the items are read row by row.
    A run over an iterator cannot be taken up: what it would give again is not known beforehand.

    Raises :class:`OutputError` when the output cannot be written; what was written is kept, and the same
    call goes on from there.
    """
    summary = Summary(output=out)
    try:
        if out is None:
            _run_to_stream(items, stdout or sys.stdout.buffer, options, workers, progress, summary)
        elif _is_device(out) and format == "jsonl":
            with out.open("wb") as stream:
                _run_to_stream(items, stream, options, workers, progress, summary)
        else:
            _run_to_file(items, out, format, options, workers, progress, summary)
    except WriteError as error:
        raise OutputError(str(error)) from error
    except (BrokenPipeError, ModelNotFoundError):
        raise
    except OSError as error:
        raise OutputError(f"cannot write {out or 'standard output'}: {error.strerror or error}") from error
    return summary


def _is_device(out: Path) -> bool:
    """Whether ``out`` is /dev/null, a pipe…: written to as it is, never replaced by a file."""
    return out.exists() and not (out.is_file() or out.is_dir())


def _run_to_stream(
    items: Iterable[Item],
    stream: IO[bytes],
    options: Options,
    workers: int,
    progress: Progress,
    summary: Summary,
) -> None:
    done = 0
    for batch, result in _results(items, options, workers):
        stream.write(result.payload)
        stream.flush()
        done += batch
        _add(summary, result)
        progress(done, summary.articles)


def _run_to_file(
    items: Iterable[Item], out: Path, format: str, options: Options, workers: int, progress: Progress,
    summary: Summary,
) -> None:  # fmt: skip
    check_output(out, format)
    journal = Journal(out, _fingerprint(items, options) if isinstance(items, Sequence) else uuid4().hex)
    try:
        batches = make_batches(expand(items, options.columns))
        done = sum(len(batch) for batch in islice(batches, journal.mark.batches))
        summary.resumed_at, summary.restarted = done, journal.restarted
        summary.articles, summary.failed = journal.mark.articles, journal.mark.failed
        summary.found.update(journal.mark.found)
        progress(done, summary.articles)
        for size, result in _results_of(batches, options, workers):
            journal.add(result)
            done += size
            _add(summary, result)
            progress(done, summary.articles)
        journal.finish(FORMATS[format])
        summary.errors = journal.errors if summary.failed else None
    finally:
        journal.close()


def _add(summary: Summary, result: Result) -> None:
    summary.articles += result.articles
    summary.found.update(result.found)
    summary.failures.extend(result.failures[: 1000 - len(summary.failures)])
    summary.failed += len(result.failures)


def _results(items: Iterable[Item], options: Options, workers: int) -> Iterator[tuple[int, Result]]:
    return _results_of(make_batches(expand(items, options.columns)), options, workers)


def _results_of(
    batches: Iterator[list[Item]], options: Options, workers: int
) -> Iterator[tuple[int, Result]]:
    sizes: list[int] = []

    def counted() -> Iterator[list[Item]]:
        for batch in batches:
            sizes.append(len(batch))
            yield batch

    if workers > 1:
        results = run_parallel(counted(), options, workers)
    else:
        worker = Worker(options)
        results = (worker.run(batch) for batch in counted())
    for n, result in enumerate(results):
        loading.end()
        yield sizes[n], result


def make_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in order, by :data:`BATCH_ITEMS` or :data:`BATCH_BYTES`; the same items give the same batches."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _size(item)
        if len(batch) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: Item) -> int:
    if isinstance(item, Source):
        return len(item.text)
    if not isinstance(item, Path):
        return item.size
    try:
        return item.stat().st_size
    except OSError:
        return 0


def _fingerprint(items: Iterable[Item], options: Options) -> str:
    """Of the inputs as they are and of the options: another run is not taken up where this one stopped."""
    chosen = asdict(options) | {"only": sorted(options.only) if options.only is not None else None}
    digest = sha256(repr((__version__, sorted(chosen.items()))).encode())
    for item in items:
        if isinstance(item, Path):
            try:
                stat = item.stat()
                digest.update(
                    repr((str(item), stat.st_size, stat.st_mtime_ns)).encode("utf-8", "surrogateescape")
                )
            except OSError:
                digest.update(repr((str(item), None)).encode("utf-8", "surrogateescape"))
        elif isinstance(item, Source):
            digest.update(repr((item.source, item.text)).encode("utf-8", "surrogatepass"))
        else:
            digest.update(repr(item).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
