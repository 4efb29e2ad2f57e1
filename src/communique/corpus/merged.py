"""People and institutions as a corpus knows them: one for all the articles that name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from communique.records import Article, Institution, InstitutionKind, Person


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a merged record comes from: the number of the article in the corpus, and the id there."""

    article: int
    id: str


@dataclass(frozen=True, slots=True)
class CorpusRole:
    """A function that one article gives a person; ``institution`` is the corpus' id."""

    title: str
    institution: str | None
    article: int
    published: str | None


@dataclass(frozen=True, slots=True)
class CorpusInstitution:
    """An institution over all articles. ``why``: the reasons for which its appearances were merged."""

    id: str
    name: str
    kind: InstitutionKind
    acronym: str | None
    aliases: tuple[str, ...]
    links: dict[str, str]
    appearances: tuple[Appearance, ...]
    why: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class CorpusPerson:
    """A person over all articles, with successive roles. ``gender`` is what civility or role nouns say."""

    id: str
    name: str
    civility: str | None
    gender: str | None
    roles: tuple[CorpusRole, ...]
    appearances: tuple[Appearance, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """Everything merged over a corpus; ``ids`` gives the corpus' id of an article's id."""

    institutions: tuple[CorpusInstitution, ...]
    people: tuple[CorpusPerson, ...]
    ids: dict[tuple[int, str], str]
    refused: tuple[str, ...]
    names: dict[str, str] = field(default_factory=dict)


def label(article: Article, number: int) -> str:
    """How an article is named in a reason: its source, or its number."""
    return article.source or f"#{number + 1}"


class Told(Protocol):
    """A person or an institution as one article knows them."""

    @property
    def source(self) -> str: ...

    @property
    def record(self) -> Person | Institution: ...


def both(one: Told, two: Told) -> str:
    """How two of them are named in a reason."""
    return f"“{one.record.name}” ({one.source}) and “{two.record.name}” ({two.source})"
