"""Worker processes that read, extract and serialise by themselves; one that dies is replaced.

A batch on which a worker died, or hung past its time limit, is given again article by article, so that
the culprit is named and the others are kept.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from communique import loading
from communique.attempts import Errors, fail
from communique.batch.work import Options, Result, Worker, name
from communique.pipeline import BATCH, DEFAULT_MODEL
from communique.read import ArticleError, Item, Source, expand
from communique.records import Article

WINDOW = 4  # batches under way or waiting to be written, per worker: memory stays flat behind a slow one
GRACE = 30.0  # seconds beyond the articles' own limits before a worker counts as hung


class WorkerStartError(RuntimeError):
    """A worker could not make its pipeline: the message says why."""


@dataclass(slots=True)
class _Job:
    """A batch, whole or as single articles still to do, with what it gave so far."""

    number: int
    todo: deque[list[Item]]
    parts: list[Result] = field(default_factory=list)


class _Process:
    """One worker process and the job it holds."""

    def __init__(self, options: Options) -> None:
        context = get_context("spawn")
        self.pipe: Connection
        self.pipe, child = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(child, options), daemon=True)
        with _uninterrupted():
            self.process.start()
        child.close()
        self.job: _Job | None = None
        self.deadline = float("inf")

    def give(self, job: _Job, limit: float) -> None:
        self.job = job
        items = job.todo[0]
        self.deadline = time.monotonic() + limit * (2 * len(items)) + GRACE if limit > 0 else float("inf")
        with suppress(OSError):  # a dead worker is seen by its closed pipe
            self.pipe.send(items)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C is the parent's to handle: a process started in the block never sees it, not even at first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def run_parallel(batches: Iterable[Sequence[Item]], options: Options, workers: int) -> Iterator[Result]:
    """Results of ``batches``, in order. Raises :class:`WorkerStartError` when no pipeline can be made."""
    jobs = (_Job(n, deque([list(batch)])) for n, batch in enumerate(batches))
    processes = [_Process(options) for _ in range(workers)]
    again: deque[_Job] = deque()
    done: dict[int, Result] = {}
    taken = written = 0
    try:
        while True:
            for process in processes:
                if process.job is None and taken - written < WINDOW * workers:
                    job = again.popleft() if again else next(jobs, None)
                    if job is not None:
                        taken = max(taken, job.number + 1)
                        process.give(job, options.limits.timeout)
            busy = [p for p in processes if p.job is not None]
            if not busy:
                break
            _collect(processes, busy, options, again, done)
            while written in done:
                yield done.pop(written)
                written += 1
    finally:
        for process in processes:
            process.stop()


def _collect(
    processes: list[_Process],
    busy: list[_Process],
    options: Options,
    again: deque[_Job],
    done: dict[int, Result],
) -> None:
    """Wait for something to happen to the busy workers, and take note of it."""
    timeout = max(0.0, min(p.deadline for p in busy) - time.monotonic())
    ready = wait([p.pipe for p in busy], timeout=min(timeout, 3600.0))
    for process in busy:
        job = process.job
        assert job is not None
        if process.pipe in ready:
            try:
                answer = process.pipe.recv()
            except (EOFError, OSError):
                reason = f"the worker died (exit code {_exit_code(process)})"
            else:
                if isinstance(answer, str):
                    raise WorkerStartError(answer)
                process.job = None
                _part_done(job, answer, again, done)
                continue
        elif time.monotonic() >= process.deadline:
            reason = f"took more than {options.limits.timeout:g} s"
        else:
            continue
        process.stop()
        processes[processes.index(process)] = _Process(options)
        items = job.todo[0]
        if len(items) > 1:
            job.todo.popleft()
            job.todo.extendleft([item] for item in reversed(items))
            again.append(job)
        else:
            _part_done(job, Result(failures=[(name(items[0]), reason)]), again, done)


def _part_done(job: _Job, result: Result, again: deque[_Job], done: dict[int, Result]) -> None:
    job.parts.append(result)
    job.todo.popleft()
    if job.todo:
        again.append(job)
        return
    whole = Result(b"".join(p.payload for p in job.parts), sum(p.articles for p in job.parts))
    for part in job.parts:
        whole.found.update(part.found)
    whole.failures = [failure for part in job.parts for failure in part.failures]
    done[job.number] = whole


def _exit_code(process: _Process) -> int | None:
    process.process.join(5)
    return process.process.exitcode


def _serve(pipe: Connection, options: Options) -> None:
    """The worker process: batches in, results out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    loading.begin()
    try:
        worker: Worker | None = Worker(options)
        failed = ""
    except (OSError, ValueError) as error:
        worker, failed = None, str(error)
    with suppress(EOFError, OSError):
        while True:
            batch = pipe.recv()
            try:
                pipe.send(worker.run(batch) if worker else failed)
                loading.end()
            except OSError as error:  # the model turned out not to be installed
                pipe.send(str(error))


def extract_parallel(
    items: Iterable[str | Item],
    *,
    workers: int,
    model: str | None = DEFAULT_MODEL,
    only: frozenset[str] | None = None,
    errors: Errors = "raise",
) -> Iterator[Article]:
    """Articles of texts (``str``), files (``Path``) and other items, in order, by ``workers`` processes.

    An item that fails does what ``errors`` says, as an :class:`ArticleError` that names it.
    """
    stream = expand(Source(i) if isinstance(i, str) else i for i in items)
    batches = iter(lambda: list(islice(stream, BATCH)), [])
    for result in run_parallel(batches, Options(model=model, only=only), workers):
        for line in result.payload.splitlines():
            yield Article.from_json(line)
        for source, reason in result.failures:
            fail(ArticleError(source, reason), source, errors)
