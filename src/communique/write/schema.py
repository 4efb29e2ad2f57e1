"""The one place where the records' shape becomes columns: tables for files, a nested schema for Spark.

Everything is derived from the annotations of :mod:`communique.records`. An article's lists become tables;
people's roles, and the mentions of institutions and people, become tables of their own. Rows are joined
by ``article``, the article's number in the file; ``owner`` is the id of the institution or person.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from communique.records import Article, Record, Span

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
_NESTED = {"roles": "people", "mentions": "institutions and people"}  # tables out of lists within records
_SURROGATE = re.compile("[\ud800-\udfff]")
_SCALARS: dict[Any, str] = {str: "string", int: "int", float: "float"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``type`` is string, int, float, strings, map, or the record class of a list of records."""

    name: str
    type: str | type[Record]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one record kind."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


@cache
def tables() -> dict[str, Table]:
    """All tables, in order.

    >>> list(tables())[:4], tables()["mentions"].names
    (['articles', 'sections', 'sentences', 'institutions'], ['article', 'owner', 'start', 'end', 'text'])
    """
    own: list[Column] = []
    found: dict[str, Table] = {}
    for column in columns_of(Article):
        if isinstance(column.type, str) or column.name == "warnings":
            own.append(column)
            continue
        inner = [c for c in columns_of(column.type) if c.name not in _NESTED]
        found[column.name] = Table(column.name, _keyed(inner, column.type))
        for nested in columns_of(column.type):
            if nested.name in _NESTED and nested.name not in found and not isinstance(nested.type, str):
                keyed = _keyed(columns_of(nested.type), nested.type)
                found[nested.name] = Table(nested.name, (keyed[0], Column("owner", "string"), *keyed[1:]))
    return {"articles": Table("articles", (Column("article", "int"), *own))} | found


def _keyed(columns: Iterable[Column], record: type[Record]) -> tuple[Column, ...]:
    """The article's number, then the columns; every span has its ``text``."""
    columns = [Column("article", "int"), *columns]
    if issubclass(record, Span) and "text" not in record.model_fields:
        at = [column.name for column in columns].index("end") + 1
        columns.insert(at, Column("text", "string"))
    return tuple(columns)


@cache
def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The fields of a record class as columns, in order."""
    hints = get_type_hints(record)
    return tuple(Column(name, _type(hints[name])) for name in record.model_fields)


def _type(hint: Any) -> str | type[Record]:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) in (Union, types.UnionType):  # X | None
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return _type(inner)
    if get_origin(hint) is Literal:
        return "string"
    if get_origin(hint) is dict:
        return "map"
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return "strings" if inner is str else inner
    raise TypeError(f"no column type for {hint}")


def flatten(article: Mapping[str, Any], number: int) -> Iterator[tuple[str, Row]]:
    """(table, row) of everything in an article given as plain data; its number joins the rows.

    >>> article = {"text": "Le CNRS.", "institutions": [{"id": "i1", "mentions": [{"start": 3, "end": 7}]}]}
    >>> list(flatten(article, 7))[2]
    ('mentions', {'article': 7, 'owner': 'i1', 'start': 3, 'end': 7, 'text': 'CNRS'})
    """
    text = article["text"]
    for name, table in tables().items():
        if name == "articles":
            yield name, {"article": number} | {c.name: article.get(c.name) for c in table.columns[1:]}
        for record in article.get(name, ()) if name not in _NESTED else ():
            yield name, {"article": number} | _row(record, table, text)
            for nested in _NESTED:
                for part in record.get(nested, ()):
                    yield nested, {"article": number} | _row(part, tables()[nested], text, record["id"])


def _row(record: Mapping[str, Any], table: Table, text: str, owner: str | None = None) -> Row:
    row = {column.name: record.get(column.name) for column in table.columns[1:]}
    if "owner" in row:
        row["owner"] = owner
    if "text" in row and row["text"] is None:
        row["text"] = text[record["start"] : record["end"]]
    return row


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table."""
    import pyarrow as pa

    return pa.schema([(column.name, _arrow(column.type)) for column in table.columns])


def article_schema() -> pa.Schema:
    """The Arrow schema of whole articles: records are lists of structs."""
    import pyarrow as pa

    return pa.schema([(column.name, _arrow(column.type)) for column in columns_of(Article)])


def _arrow(type: str | type[Record]) -> pa.DataType:
    import pyarrow as pa

    if not isinstance(type, str):
        return pa.list_(pa.struct([(c.name, _arrow(c.type)) for c in columns_of(type)]))
    return {
        "string": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "strings": pa.list_(pa.string()),
        "map": pa.map_(pa.string(), pa.string()),
    }[type]


def has_surrogates(text: str) -> bool:
    """Whether a text has characters that UTF-8 cannot spell."""
    return not text.isascii() and _SURROGATE.search(text) is not None


def arrow_ready(value: Any) -> Any:
    """A value as Arrow takes it: characters that UTF-8 cannot spell are U+FFFD, one for one."""
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {arrow_ready(key): arrow_ready(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [arrow_ready(inner) for inner in value]
    return value
