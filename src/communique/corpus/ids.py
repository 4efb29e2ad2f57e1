"""Identifiers that depend on what is identified, never on the order of the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from communique.corpus.merged import CorpusInstitution, CorpusPerson
from communique.records import Article

R = TypeVar("R", CorpusInstitution, CorpusPerson)


def distinct(made: Sequence[R], marks: Callable[[R], str | None], stamp: Callable[[R], str]) -> list[R]:
    """Records sorted by id. Where several share one, a mark of each is added, and at last a digest."""
    taken = Counter(r.id for r in made)
    marked = [replace(r, id=f"{r.id}~{marks(r)}") if taken[r.id] > 1 and marks(r) else r for r in made]
    taken = Counter(r.id for r in marked)
    final = [
        replace(r, id=f"{r.id}~{sha256(stamp(r).encode('utf-8', 'replace')).hexdigest()[:6]}")
        if taken[r.id] > 1
        else r
        for r in marked
    ]
    return sorted(final, key=lambda r: r.id)


def stamp(articles: Sequence[Article]) -> Callable[[CorpusInstitution | CorpusPerson], str]:
    """What tells records of one name apart at last: where they appear."""

    def of(record: CorpusInstitution | CorpusPerson) -> str:
        places = ((articles[a.article].source or articles[a.article].text, a.id) for a in record.appearances)
        return repr(sorted(places))

    return of
