"""The record contract: one article in, one :class:`Article` out.

Offsets are Unicode code-point offsets into ``Article.text``, ends exclusive; for every span
``article.text[start:end]`` is the record's surface. A value that the text does not give is ``None``.
Each record carries the name of the rule that made it (``rule``), for people who want to know why;
it takes no part in comparisons and is written to JSON only on request.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticSerializationError

if TYPE_CHECKING:
    import pandas as pd

SCHEMA_VERSION = "1.0"
KINDS = ("institutions", "people", "rankings", "counts", "quotations", "dates")

SectionKind = Literal[
    "title", "standfirst", "heading", "paragraph", "list_item", "dateline", "boilerplate", "contact", "marker"
]
InstitutionKind = Literal[
    "education", "research", "company", "public_body", "local_authority", "health",
    "association", "media", "international", "culture", "other",
]  # fmt: skip
Scope = Literal["world", "europe", "national", "regional"]
CountKind = Literal["count", "percent", "money", "duration", "measure", "ratio"]
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "range", "indefinite"]
QuotationKind = Literal["direct", "mixed", "indirect"]
DateKind = Literal["date", "month", "year", "range", "since", "until", "season", "relative"]


class Record(BaseModel):
    """Frozen base of all records: compared by their contract fields, never by ``rule``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def _key(self) -> tuple[Any, ...]:
        return tuple(v for k, v in self.__dict__.items() if k != "rule")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Record) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash((type(self), self._key()))


class Span(Record):
    """``text[start:end]``, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Section(Span):
    """A title, paragraph, list item… Sections cover every non-blank line, in order, without overlap."""

    kind: SectionKind
    rule: str | None = None


class Sentence(Span):
    """A sentence; it never crosses a section."""


class Institution(Record):
    """A named organisation and every place where the article names it."""

    id: str
    name: str
    kind: InstitutionKind
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    links: dict[str, str] = Field(default_factory=dict)
    rule: str | None = None

    def __hash__(self) -> int:
        return hash((type(self), self.id, self.name, self.mentions))


class Role(Span):
    """A function that the text gives a person; ``institution`` is an institution's id or ``None``."""

    title: str
    institution: str | None = None
    rule: str | None = None


class Person(Record):
    """A named individual with the functions that the text gives them."""

    id: str
    name: str
    civility: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    rule: str | None = None


class Ranking(Span):
    """A statement that places a subject in an order ("6e meilleure école en France")."""

    text: str
    subject: str | None = None
    ranking: str | None = None
    rank_min: int | None = None
    rank_max: int | None = None
    scope: Scope | None = None
    category: str | None = None
    out_of: int | None = None
    year: int | None = None
    change: int | None = None
    rule: str | None = None


class Count(Span):
    """A quantity with what it counts ("près de 1 600 candidats")."""

    text: str
    kind: CountKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "eq"
    unit: str | None = None
    noun: str | None = None
    rule: str | None = None


class Quotation(Span):
    """Words of somebody, reported; ``speaker`` is the id of a person or an institution."""

    text: str
    parts: tuple[Span, ...]
    kind: QuotationKind
    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    rule: str | None = None


class Date(Span):
    """A calendar expression and its ISO 8601 value at the precision given."""

    text: str
    kind: DateKind
    value: str | None = None
    value_end: str | None = None
    rule: str | None = None


class Warning(Record):
    """Something a reader of the record should know: an unclosed quotation mark, undecodable bytes…"""

    code: str
    message: str


class Article(Record):
    """Everything found in one article. JSON in and out: :meth:`to_json`, :meth:`from_json`."""

    schema_version: Literal["1.0"] = "1.0"
    source: str | None = None
    source_sha256: str | None = None
    text: str
    title: str | None = None
    published: str | None = None
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    institutions: tuple[Institution, ...] = ()
    people: tuple[Person, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    counts: tuple[Count, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[Date, ...] = ()
    warnings: tuple[Warning, ...] = ()

    def institution(self, id: str) -> Institution:
        """The institution with this id. Raises ``KeyError`` when there is none."""
        return _by_id(self.institutions, id)

    def person(self, id: str) -> Person:
        """The person with this id. Raises ``KeyError`` when there is none."""
        return _by_id(self.people, id)

    def __repr__(self) -> str:
        """One line that says what the article is and how much was found in it, not its whole text."""
        named = {"title": self.title, "published": self.published, "source": self.source}
        said = [f"{key}={value!r}" for key, value in named.items() if value is not None]
        found = [f"{kind}={len(records)}" for kind in KINDS if (records := getattr(self, kind))]
        return f"Article({', '.join([*said, f'characters={len(self.text)}', *found])})"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """What a notebook displays: the text with its records. Looked up by name: records know nobody."""
        fragment: str = import_module("communique.show").article_fragment(self)
        return fragment

    def to_frame(self, kind: str) -> pd.DataFrame:
        """The records of one kind as a pandas table (extra ``pandas``), with the columns of written tables.

        Kinds: articles, sections, sentences, institutions, mentions, people, roles, rankings, counts,
        quotations, dates. Raises ``ValueError`` for another, ``ImportError`` without pandas.
        """
        frame: pd.DataFrame = import_module("communique.write.frame").article_frame(self, kind)
        return frame

    def to_dict(self, *, rules: bool = False) -> dict[str, Any]:
        """Plain Python data following the contract; ``rules=True`` adds each record's ``rule``."""
        return self.model_dump(mode="json", exclude=None if rules else _RULES)

    def to_json(self, *, rules: bool = False) -> str:
        """One line of JSON following the contract; ``rules=True`` adds each record's ``rule``."""
        try:
            return self.model_dump_json(exclude=None if rules else _RULES)
        except PydanticSerializationError:  # lone surrogates, which JSON can only escape
            return json.dumps(self.model_dump(exclude=None if rules else _RULES))

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read back what :meth:`to_json` wrote. Raises ``ValueError`` when it is not an article."""
        try:
            return cls.model_validate_json(data)
        except ValueError:
            if b"\\ud" in (data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")):
                return cls.model_validate(json.loads(data))
            raise


R = TypeVar("R", Institution, Person)


def _by_id(records: tuple[R, ...], id: str) -> R:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)


_RULES: Any = {
    kind: {"__all__": {"rule"}}
    for kind in ("sections", "institutions", "rankings", "counts", "quotations", "dates")
} | {"people": {"__all__": {"rule": True, "roles": {"__all__": {"rule"}}}}}
