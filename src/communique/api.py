"""The Python door: extract from one text, from many, or load a reusable pipeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

from communique.pipeline import DEFAULT_MODEL, Pipeline
from communique.read import Source, read_path
from communique.records import KINDS, Article


def load(model: str | None = DEFAULT_MODEL, only: Collection[str] | None = None) -> Pipeline:
    """A reusable pipeline: ``load()(text)`` is an :class:`Article`.

    ``model`` is the spaCy pipeline whose entity recogniser is used, or None for rules and word lists
    alone; ``only`` limits the record kinds. Raises ``ValueError`` for an unknown kind, ``OSError``
    for a model that is not installed.

    >>> nlp = load(model=None, only={"counts"})
    >>> nlp("Près de 1 600 candidats en lice.").counts[0].value
    1600.0
    """
    kinds = None if only is None else frozenset(only)
    if kinds is not None and not kinds <= set(KINDS):
        unknown = ", ".join(sorted(kinds - set(KINDS)))
        raise ValueError(f"unknown record kinds: {unknown} (known: {', '.join(KINDS)})")
    return Pipeline(model=model, only=kinds)


def extract(text: str, published: str | date | None = None, *, model: str | None = DEFAULT_MODEL) -> Article:
    """The records of one article. ``published`` (ISO date) resolves its relative dates.

    >>> article = extract("L'Insee publie 12 chiffres.", model=None)
    >>> article.counts[0].noun
    'chiffres'
    """
    return load(model)(text, published=str(published) if published else None)


def extract_many(
    items: Iterable[str | Path], *, workers: int = 1, model: str | None = DEFAULT_MODEL
) -> Iterator[Article]:
    """Articles of many items, in order: a ``str`` is a text, a ``Path`` a file.

    Raises :class:`communique.read.ReadError` at the file that cannot be read; the command line, which
    has somewhere to report it, goes on with the others.
    """
    if workers > 1:
        from communique.batch import extract_parallel

        yield from extract_parallel(items, workers=workers, model=model)
        return
    yield from load(model).pipe(_sources(items))


def _sources(items: Iterable[str | Path]) -> Iterator[Source]:
    for item in items:
        if isinstance(item, Path):
            yield from read_path(item)
        else:
            yield Source(item)
