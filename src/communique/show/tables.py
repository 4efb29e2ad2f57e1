"""The records of an article → tables of plain text, one for each kind, for pages and for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.records import Article
from communique.show.catalogue import Words
from communique.show.fields import amount, names_of, period, role_line, signed
from communique.show.markup import on_one_line


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: the record's key, the keys of its places in the text, and its cells."""

    record: str
    places: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All records of a kind; ``headers`` are in the reader's language."""

    kind: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(article: Article, words: Words) -> list[Table]:
    """A table for each kind of which something was found, from who speaks to when."""
    names = names_of(article)
    made = (
        Table(kind, tuple(words("fields", h) for h in headers), tuple(rows(article, names, words)))
        for kind, (headers, rows) in _TABLES.items()
    )
    return [table for table in made if table.rows]


Names = dict[str, str]


def _people(article: Article, names: Names, words: Words) -> Iterator[Row]:
    for person in article.people:
        name = " ".join(filter(None, (person.civility, person.name)))
        roles = " · ".join(role_line(role, names) for role in person.roles)
        yield Row(person.id, _places(person.id, len(person.mentions)), (name, roles))


def _institutions(article: Article, names: Names, words: Words) -> Iterator[Row]:
    for body in article.institutions:
        forms = " · ".join(dict.fromkeys(filter(None, (body.acronym, *body.aliases))))
        cells = (body.name, words("institution", body.kind), forms)
        yield Row(body.id, _places(body.id, len(body.mentions)), cells)


def _quotations(article: Article, names: Names, words: Words) -> Iterator[Row]:
    for n, quotation in enumerate(article.quotations):
        speaker = names.get(quotation.speaker or "", quotation.speaker_text or "")
        yield Row(f"q{n}", (f"q{n}-0",), (on_one_line(quotation.text), speaker, quotation.cue or ""))


def _rankings(article: Article, names: Names, words: Words) -> Iterator[Row]:
    for n, ranking in enumerate(article.rankings):
        rank = words.rank(ranking.rank_min, ranking.rank_max) or signed(ranking.change) or ""
        year = str(ranking.year) if ranking.year else ""
        cells = (
            on_one_line(ranking.text),
            rank,
            names.get(ranking.subject or "", ""),
            ranking.ranking or "",
            year,
        )
        yield Row(f"r{n}", (f"r{n}-0",), cells)


def _counts(article: Article, names: Names, words: Words) -> Iterator[Row]:
    for n, count in enumerate(article.counts):
        cells = (on_one_line(count.text), amount(count, words), count.noun or "", words("count", count.kind))
        yield Row(f"c{n}", (f"c{n}-0",), cells)


def _dates(article: Article, names: Names, words: Words) -> Iterator[Row]:
    for n, date in enumerate(article.dates):
        yield Row(f"d{n}", (f"d{n}-0",), (on_one_line(date.text), period(date), words("date", date.kind)))


_TABLES: dict[str, tuple[tuple[str, ...], Callable[[Article, Names, Words], Iterator[Row]]]] = {
    "people": (("name", "roles"), _people),
    "institutions": (("name", "kind", "aliases"), _institutions),
    "quotations": (("text", "speaker", "cue"), _quotations),
    "rankings": (("text", "rank", "subject", "ranking", "year"), _rankings),
    "counts": (("text", "value", "noun", "kind"), _counts),
    "dates": (("text", "value", "kind"), _dates),
}


def _places(id: str, number: int) -> tuple[str, ...]:
    return tuple(f"{id}-{k}" for k in range(number))
