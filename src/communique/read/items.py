"""What a run is made of: files, texts, and the rows of tables, which stream from file to worker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.read.days import stated_day
from communique.read.source import ReadError, Source
from communique.read.text import doubts

# In order of preference, lower case: what columns of articles are called.
_USUAL = {
    "text": ("text", "texte", "body", "content", "contenu", "article", "corps", "fulltext", "full_text"),
    "id": ("id", "identifiant", "uid", "uuid", "url", "link", "lien"),
    "date": ("date", "published", "date_publication", "publication_date", "published_at", "publié"),
    "title": ("title", "titre", "headline"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that hold an article's text, id and date; found by their usual names when None."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None

    def among(self, names: Iterable[str], source: str) -> Columns:
        """These columns in a table that has ``names``. Raises :class:`ReadError` when one is missing.

        >>> Columns().among(["ID", "Titre", "Contenu"], "a.csv")
        Columns(text='Contenu', id='ID', date=None, title='Titre')
        """
        names = list(names)
        lower = {name.strip().lower(): name for name in reversed(names)}
        found: dict[str, str | None] = {}
        for role, usual in _USUAL.items():
            wanted = getattr(self, role)
            if wanted is not None and wanted not in names:
                raise ReadError(source, f"no column {wanted!r} (columns: {_listed(names)})")
            found[role] = wanted or next((lower[name] for name in usual if name in lower), None)
        if found["text"] is None:
            raise ReadError(source, f"no text column (columns: {_listed(names)}): name it with --text-column")
        return Columns(**found)

    def used(self) -> list[str]:
        """The names of the columns to read."""
        return [name for name in (self.text, self.id, self.date, self.title) if name is not None]


def _listed(names: list[str]) -> str:
    shown = ", ".join(" ".join(name[:40].split()) for name in names[:12])
    return shown + (", …" if len(names) > 12 else "")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, not yet looked at: ``data`` is a line of JSON or the row's cells by column name."""

    table: str
    number: int
    columns: Columns
    data: bytes | Mapping[str, Any]

    @property
    def source(self) -> str:
        return f"{self.table}#{self.number}"

    @property
    def size(self) -> int:
        """About how many bytes the row has."""
        if isinstance(self.data, bytes):
            return len(self.data)
        return sum(len(cell) for cell in self.data.values() if isinstance(cell, str))

    def read(self) -> Source:
        """The row's article. Raises :class:`ReadError`."""
        cells = self._cells()
        id = cells.get(self.columns.id) if self.columns.id else None
        source = f"{self.table}#{id}" if id not in (None, "") else self.source
        text = cells.get(self.columns.text or "")
        if isinstance(text, bytes):
            text = text.decode("utf-8", "replace")
        if not isinstance(text, str) or not text.strip():
            raise ReadError(source, f"no text in this row (column {self.columns.text!r})")
        warnings = doubts(text)
        published, doubt = stated_day(cells.get(self.columns.date) if self.columns.date else None)
        warnings += doubt
        title = cells.get(self.columns.title) if self.columns.title else None
        title = " ".join(title.split()) if isinstance(title, str) else None
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return Source(text, source, digest, published, title or None, tuple(warnings))

    def _cells(self) -> Mapping[str, Any]:
        if not isinstance(self.data, bytes):
            return self.data
        try:
            cells = json.loads(self.data)
        except (ValueError, RecursionError) as error:
            raise ReadError(self.source, f"not JSON ({error})"[:200]) from error
        if not isinstance(cells, dict):
            raise ReadError(self.source, "not a JSON object")
        return cells


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What turned out unreadable while a table was gone through: reading it raises the reason."""

    source: str
    reason: str
    size: int = 0

    def read(self) -> Source:
        raise ReadError(self.source, self.reason)


Item = Path | Source | Row | Unreadable


def sources_of(items: Iterable[Row | Unreadable]) -> Iterator[Source]:
    """The articles of rows, read one by one. Raises :class:`ReadError` at the first that cannot be."""
    for item in items:
        yield item.read()
