"""The door to a corpus: build it from articles or files, ask it for tables, timelines and plots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from communique.corpus import tables
from communique.corpus.frames import to_frame
from communique.corpus.institutions import merge_institutions
from communique.corpus.load import read_records
from communique.corpus.merged import CorpusInstitution, CorpusPerson, Merged
from communique.corpus.names import fold, ranking_key, singular
from communique.corpus.people import merge_people
from communique.records import Article

if TYPE_CHECKING:
    import pandas as pd

    from communique.corpus.plots import Plots


class Corpus:
    """Articles together. Tables are DataFrames (extra ``pandas``); :meth:`rows` gives dictionaries."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = tuple(articles)

    @classmethod
    def from_articles(cls, articles: Iterable[Article]) -> Self:
        """A corpus of articles, for instance of what ``extract_many`` yields."""
        return cls(articles)

    @classmethod
    def from_jsonl(cls, path: str | Path, *, progress: bool = False) -> Self:
        """A corpus of a file that ``communique extract -o …`` wrote. Raises ``RecordsError``, ``OSError``."""
        return cls(_read(Path(path), progress))

    @classmethod
    def from_parquet(cls, path: str | Path, *, progress: bool = False) -> Self:
        """The same from Parquet (needs pyarrow)."""
        return cls(_read(Path(path), progress))

    def __len__(self) -> int:
        return len(self._articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self._articles)

    def __getitem__(self, number: int) -> Article:
        """An article by the number that the ``article`` column of tables gives."""
        return self._articles[number]

    def __repr__(self) -> str:
        return (
            f"Corpus({len(self)} articles, {len(self.merged.people)} people, "
            f"{len(self.merged.institutions)} institutions)"
        )

    @cached_property
    def merged(self) -> Merged:
        """People and institutions over all articles, with the reasons of every merge and every refusal."""
        bodies, refused_bodies = merge_institutions(self._articles)
        ids = {(a.article, a.id): body.id for body in bodies for a in body.appearances}
        people, refused_people = merge_people(self._articles, ids)
        ids |= {(a.article, a.id): person.id for person in people for a in person.appearances}
        names = {body.id: body.name for body in bodies} | {person.id: person.name for person in people}
        return Merged(tuple(bodies), tuple(people), ids, (*refused_bodies, *refused_people), names)

    def person(self, id: str) -> CorpusPerson:
        """A merged person. Raises ``KeyError`` when there is none."""
        return _by_id(self.merged.people, id)

    def institution(self, id: str) -> CorpusInstitution:
        """A merged institution. Raises ``KeyError`` when there is none."""
        return _by_id(self.merged.institutions, id)

    def rows(self, table: str) -> list[tables.Row]:
        """A table as dictionaries: ``articles``, ``people``, ``institutions``, ``roles``, ``quotations``,
        ``rankings``, ``positions``, ``counts`` or ``dates``. Raises ``KeyError`` for another name."""
        return list(_MAKERS[table](self._articles, self.merged))

    @property
    def articles(self) -> pd.DataFrame:
        """One row for each article."""
        return self._frame("articles", self.rows("articles"))

    @property
    def people(self) -> pd.DataFrame:
        """One row for each person, merged over articles, the most present first."""
        return self._frame("people", self.rows("people"))

    @property
    def institutions(self) -> pd.DataFrame:
        """One row for each institution, merged over articles, the most present first."""
        return self._frame("institutions", self.rows("institutions"))

    def quotations(
        self, *, speaker: str | None = None, contains: str | None = None, institution: str | None = None
    ) -> pd.DataFrame:
        """Quotations, by who speaks (a name or an id), words in them, or the speaker's institution."""
        rows = self._who(self._who(self.rows("quotations"), "speaker", speaker), "institution", institution)
        if contains is not None:
            rows = [row for row in rows if fold(contains) in fold(row["text"])]
        return self._frame("quotations", rows)

    def rankings(self, *, subject: str | None = None, ranking: str | None = None) -> pd.DataFrame:
        """Rankings, by who is ranked (a name or an id) or by words of the ranking's name."""
        return self._frame("rankings", self._ranked("rankings", subject, ranking))

    def positions(self, *, subject: str | None = None, ranking: str | None = None) -> pd.DataFrame:
        """The timeline of positions: the best of each year for each subject, ranking and scope."""
        return self._frame("positions", self._ranked("positions", subject, ranking))

    def counts(self, *, noun: str | None = None, kind: str | None = None) -> pd.DataFrame:
        """Quantities, by what is counted (singular or plural) or by kind."""
        rows = self.rows("counts")
        if noun is not None:
            rows = [row for row in rows if row["noun"] and singular(row["noun"]) == singular(noun)]
        return self._frame("counts", [row for row in rows if kind in (None, row["kind"])])

    def roles(self, *, person: str | None = None, institution: str | None = None) -> pd.DataFrame:
        """The timeline of roles, by person and date."""
        rows = self._who(self._who(self.rows("roles"), "person", person), "institution", institution)
        return self._frame("roles", rows)

    def dates(self) -> pd.DataFrame:
        """Every date."""
        return self._frame("dates", self.rows("dates"))

    @property
    def plot(self) -> Plots:
        """Charts that can be restyled (extra ``plots``)."""
        from communique.corpus.plots import Plots

        return Plots(self)

    def find(self, name: str) -> frozenset[str]:
        """The ids of the people and institutions of this name, acronym, alias or id.

        Where none has the whole name, those that have all of its words.
        """
        key = fold(name)
        known: list[CorpusPerson | CorpusInstitution] = [*self.merged.people, *self.merged.institutions]
        forms = [(record.id, {fold(form) for form in _forms(record)} | {record.id}) for record in known]
        exact = frozenset(id for id, names in forms if key in names or name in names)
        if exact or not key:
            return exact
        wanted = set(key.split())
        return frozenset(id for id, names in forms if any(wanted <= set(form.split()) for form in names))

    def _who(self, rows: list[tables.Row], column: str, name: str | None) -> list[tables.Row]:
        if name is None:
            return rows
        ids = self.find(name)
        return [row for row in rows if row[column] in ids]

    def _ranked(self, table: str, subject: str | None, ranking: str | None) -> list[tables.Row]:
        rows = self._who(self.rows(table), "subject", subject)
        if ranking is None:
            return rows
        wanted = set(ranking_key(ranking).split())
        return [row for row in rows if row["series"] and wanted <= set(row["series"].split())]

    def _frame(self, table: str, rows: list[tables.Row]) -> pd.DataFrame:
        return to_frame(rows, tables.COLUMNS[table])


_MAKERS: dict[str, Any] = {
    "articles": lambda articles, merged: tables.articles(articles),
    "people": tables.people,
    "institutions": tables.institutions,
    "roles": tables.roles,
    "quotations": tables.quotations,
    "rankings": tables.rankings,
    "positions": tables.positions,
    "counts": lambda articles, merged: tables.counts(articles),
    "dates": lambda articles, merged: tables.dates(articles),
}


def _forms(record: CorpusPerson | CorpusInstitution) -> tuple[str, ...]:
    if isinstance(record, CorpusPerson):
        return (record.name,)
    return (record.name, *record.aliases, *filter(None, (record.acronym,)))


R = TypeVar("R", CorpusPerson, CorpusInstitution)


def _by_id(records: tuple[R, ...], id: str) -> R:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)


def _read(path: Path, progress: bool) -> Iterator[Article]:
    if not progress:
        return read_records(path)
    from communique.corpus.progress import reading

    return reading(path)
