"""The Python door: extract from one text, from many, or load a reusable pipeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sized
from datetime import date
from pathlib import Path

from communique.attempts import Errors, check_errors, fail
from communique.pipeline import DEFAULT_MODEL, load
from communique.read import ArticleError, Item, Source, Unreadable, expand, find_inputs, read_path
from communique.read.days import iso_date
from communique.records import Article

__all__ = ["extract", "extract_many", "load"]


def extract(
    text: str,
    published: str | date | None = None,
    *,
    model: str | None = DEFAULT_MODEL,
    only: str | Collection[str] | None = None,
) -> Article:
    """The records of one article. ``published``, its own day, resolves its relative dates.

    ``model`` is None for rules and word lists alone; ``only`` limits the record kinds. Raises
    ``ValueError`` when ``published`` is no day, ``OSError`` when the model is not installed.

    >>> article = extract("L'Insee publie 12 chiffres.", model=None)
    >>> article.counts[0].noun
    'chiffres'
    """
    day = iso_date(published) if published is not None else None
    if published is not None and day is None:
        raise ValueError(f"published is not a day: {published!r}")
    return load(model, only)(text, published=day)


def extract_many(
    items: Iterable[str | Path | Source],
    *,
    workers: int = 1,
    model: str | None = DEFAULT_MODEL,
    only: str | Collection[str] | None = None,
    errors: Errors = "raise",
    progress: bool = False,
) -> Iterator[Article]:
    """Articles of many items, in order; ``progress`` shows a bar.

    A ``str`` is a text, a ``Path`` a file (with one article or a table of them) or a folder of files, a
    :class:`Source` a text with its name and day. What cannot be read, or fails in any way, is an
    :class:`ArticleError` that names it: raised after the articles before it, or a warning
    (``errors="warn"``), or left out silently (``"skip"``).

    >>> items = ["Près de 1 600 candidats.", Source("Une hausse de 12 %.", source="a12")]
    >>> [(a.source, a.counts[0].text) for a in extract_many(items, model=None)]
    [(None, 'Près de 1 600 candidats'), ('a12', '12 %')]
    """
    if isinstance(items, str | Path):
        raise TypeError(f"extract_many takes many items: [{type(items).__name__}(…)] for one")
    check_errors(errors)
    pipeline = load(model, only)
    if workers > 1:
        from communique.batch import extract_parallel

        articles = extract_parallel(
            _items(items), workers=workers, model=model, only=pipeline.only, errors=errors
        )
    else:
        articles = pipeline.pipe(_sources(items, errors), errors=errors)
    if progress:
        from communique.batch.progress import followed

        articles = followed(articles, len(items) if isinstance(items, Sized) else None)
    return articles


def _items(items: Iterable[str | Path | Source]) -> Iterator[Item]:
    """The files in folders, and what cannot be an article as such."""
    for number, item in enumerate(items, 1):
        if isinstance(item, str):
            yield Source(item)
        elif isinstance(item, Path):
            yield from find_inputs([item])[0] if item.is_dir() else [item]
        elif isinstance(item, Source):
            yield item
        else:
            kind = type(item).__name__
            yield Unreadable(f"item {number}", f"neither a text nor a Path nor a Source, but a {kind}")


def _sources(items: Iterable[str | Path | Source], errors: Errors) -> Iterator[Source]:
    for item in expand(_items(items)):
        try:
            if isinstance(item, Path):
                yield from read_path(item)
            else:
                yield item if isinstance(item, Source) else item.read()
        except ArticleError as error:
            fail(error, error.source, errors)
