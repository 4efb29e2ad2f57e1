"""The Python door: extract from one text, from many, or load a reusable pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from datetime import date
from pathlib import Path

from communique.pipeline import DEFAULT_MODEL, load
from communique.read import Source, read_path
from communique.read.days import iso_date
from communique.records import Article

__all__ = ["extract", "extract_many", "load"]


def extract(text: str, published: str | date | None = None, *, model: str | None = DEFAULT_MODEL) -> Article:
    """The records of one article. ``published``, its own day, resolves its relative dates.

    Raises ``ValueError`` when ``published`` is no day, ``OSError`` when the model is not installed.

    >>> article = extract("L'Insee publie 12 chiffres.", model=None)
    >>> article.counts[0].noun
    'chiffres'
    """
    day = iso_date(published) if published is not None else None
    if published is not None and day is None:
        raise ValueError(f"published is not a day: {published!r}")
    return load(model)(text, published=day)


def extract_many(
    items: Iterable[str | Path],
    *,
    workers: int = 1,
    model: str | None = DEFAULT_MODEL,
    progress: bool = False,
) -> Iterator[Article]:
    """Articles of many items, in order: a ``str`` is a text, a ``Path`` a file. ``progress`` shows a bar.

    Raises :class:`communique.read.ReadError` at the file that cannot be read; the command line, which
    has somewhere to report it, goes on with the others.
    """
    if workers > 1:
        from communique.batch import extract_parallel

        articles = extract_parallel(items, workers=workers, model=model)
    else:
        articles = load(model).pipe(_sources(items))
    if progress:
        from communique.batch.progress import followed

        articles = followed(articles, len(items) if isinstance(items, Sized) else None)
    yield from articles


def _sources(items: Iterable[str | Path]) -> Iterator[Source]:
    for item in items:
        if isinstance(item, Path):
            yield from read_path(item)
        else:
            yield Source(item)
