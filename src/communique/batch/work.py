"""What a worker does with a batch: read, extract, serialise; one bad article costs that article alone."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TypeVar

from communique.attempts import Failed
from communique.pipeline import DEFAULT_MODEL, Pipeline, load
from communique.read import Columns, Item, ReadError, Source, name_of, read_path
from communique.records import KINDS, Article

T = TypeVar("T")
_LEAST = 0.001  # seconds: an alarm of 0 never rings


@dataclass(frozen=True, slots=True)
class Limits:
    """``timeout``: seconds for one article; ``max_chars``: length of its text; 0 is no limit."""

    timeout: float = 60.0
    max_chars: int = 10_000_000

    def left(self, articles: int, spent: float) -> AbstractContextManager[None]:
        """What some articles that took ``spent`` seconds may still take; no limit where none can be set."""
        if not self.timeout or not _usable():
            return nullcontext()
        return _Alarm(max(articles * self.timeout - spent, _LEAST))

    def too_long(self, text: str) -> str | None:
        """Why a text is not read, or None."""
        if self.max_chars and len(text) > self.max_chars:
            return f"text of {len(text):,} characters is over the limit of {self.max_chars:,}"
        return None


@dataclass(frozen=True, slots=True)
class Options:
    """What to extract and how; picklable, so that every worker makes its own pipeline from it."""

    model: str | None = DEFAULT_MODEL
    only: frozenset[str] | None = None
    rules: bool = False
    limits: Limits = field(default_factory=Limits)
    columns: Columns = field(default_factory=Columns)


@dataclass(slots=True)
class Result:
    """A batch done: JSON lines, how many articles they hold, and what failed as (source, reason)."""

    payload: bytes = b""
    articles: int = 0
    found: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)


class Worker:
    """A pipeline with its options: :meth:`run` takes a batch of items to its :class:`Result`."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.pipeline: Pipeline = load(options.model, options.only)

    def run(self, batch: Sequence[Item]) -> Result:
        result = Result()
        with _alarmed():
            sources = list(self._read(batch, result))
        lines = []
        for source, line in zip(sources, self.each(sources, lambda a: self._line(a, result)), strict=True):
            if isinstance(line, str):
                result.failures.append((source.source or "text", line))
            else:
                lines.append(line)
        result.articles = len(lines)
        result.payload = b"".join(lines)
        return result

    def each(self, sources: Sequence[Source], make: Callable[[Article], T]) -> Iterator[T | str]:
        """What ``make`` makes of each source's article, in order, or the reason (``str``) for none."""
        limits = self.options.limits
        with _alarmed():
            made = list(self.pipeline.attempts(sources, make, limits.left))
        for article in made:
            yield _reason(article.error, limits) if isinstance(article, Failed) else article

    def _line(self, article: Article, result: Result) -> bytes:
        line = article.to_json(rules=self.options.rules).encode("utf-8", "backslashreplace") + b"\n"
        result.found.update({kind: len(getattr(article, kind)) for kind in KINDS})
        return line

    def _read(self, batch: Sequence[Item], result: Result) -> Iterator[Source]:
        limits = self.options.limits
        for item in batch:
            try:
                with limits.left(1, 0.0):
                    sources = list(_sources(item))
            except ReadError as error:
                result.failures.append((error.source, error.reason))
                continue
            except Exception as error:
                result.failures.append((name(item), _reason(error, limits)))
                continue
            for source in sources:
                if reason := limits.too_long(source.text):
                    result.failures.append((source.source or "text", reason))
                else:
                    yield source


def _sources(item: Item) -> Iterator[Source]:
    if isinstance(item, Path):
        yield from read_path(item)
    else:
        yield item if isinstance(item, Source) else item.read()


def name(item: Item) -> str:
    """What an item is called in messages."""
    return name_of(item) if isinstance(item, Path) else item.source or "text"


def _reason(error: BaseException, limits: Limits) -> str:
    if isinstance(error, TimeLimitError):
        return f"took more than {limits.timeout:g} s"
    if isinstance(error, MemoryError):
        return "out of memory"
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())[:200]}"


class TimeLimitError(Exception):
    """An article took longer than its limit."""


@contextmanager
def _alarmed() -> Iterator[None]:
    """What an alarm does in the block: on Unix, in the main thread, it raises :class:`TimeLimitError`."""
    if not _usable():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, before)


def _usable() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _stop(signum: int, frame: FrameType | None) -> None:
    raise TimeLimitError


class _Alarm:
    """A block that may take so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *error: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
