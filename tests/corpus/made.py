"""Small articles made by hand, in one line each."""

from __future__ import annotations

from typing import Any

from communique.records import Article, Count, Institution, Person, Quotation, Ranking, Role, Span

HERE = {"start": 0, "end": 4}


def body(
    id: str, name: str, kind: Any = "education", acronym: str | None = None, *aliases: str, **links: str
) -> Institution:
    return Institution(
        id=id, name=name, kind=kind, acronym=acronym, aliases=aliases, links=links, mentions=(Span(**HERE),)
    )


def person(id: str, name: str, *roles: tuple[str, str | None], civility: str | None = None) -> Person:
    made = tuple(Role(title=title, institution=at, **HERE) for title, at in roles)
    return Person(id=id, name=name, civility=civility, roles=made, mentions=(Span(**HERE), Span(**HERE)))


def said(text: str, speaker: str | None) -> Quotation:
    return Quotation(text=text, parts=(Span(**HERE),), kind="direct", speaker=speaker, cue="dit", **HERE)


def ranked(
    subject: str | None, rank: int, ranking: str | None = None, year: int | None = None, **more: Any
) -> Ranking:
    return Ranking(
        text="6e", subject=subject, rank_min=rank, rank_max=rank, ranking=ranking, year=year, **HERE, **more
    )


def counted(value: float | None, noun: str | None, kind: Any = "count", **more: Any) -> Count:
    return Count(text=f"{value} {noun}", value=value, noun=noun, kind=kind, **HERE, **more)


def article(source: str, *records: Any, published: str | None = None) -> Article:
    """An article holding these records, whatever their kinds."""

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(record for record in records if isinstance(record, kind))

    return Article(
        source=source, text="Text", title=f"Title of {source}", published=published,
        institutions=of(Institution), people=of(Person), quotations=of(Quotation), rankings=of(Ranking),
        counts=of(Count),
    )  # fmt: skip
