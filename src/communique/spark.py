"""Beyond one machine: the same extraction over the rows of an Apache Spark DataFrame.

Spark starts Python workers on its executors; each loads the pipeline once and reads its partitions in Arrow
batches. ``communique`` (extra ``spark``) and its model must be installed on the executors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.batch.work import Limits, Options, Worker
from communique.pipeline import DEFAULT_MODEL, load
from communique.read import Source
from communique.read.days import iso_date
from communique.records import Article
from communique.write.schema import arrow_ready, article_schema, has_surrogates

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

ROWS = 64  # articles to one Arrow batch of output: memory stays flat however large the partitions are


def extract(
    dataframe: DataFrame,
    text: str = "text",
    id: str = "id",
    published: str | None = None,
    *,
    model: str | None = DEFAULT_MODEL,
    only: str | Collection[str] | None = None,
    timeout: float = 60.0,
) -> DataFrame:
    """The records of every row: column ``id`` as it was, the fields of an article, and ``error``.

    ``text``, ``id`` and ``published`` (a date, a timestamp or a string) name columns. Records are arrays of
    structs, ready to be exploded. A row on which anything goes wrong, or that takes longer than ``timeout``
    seconds, has the reason in ``error`` and nulls elsewhere; the others are not touched.

    ``extract(spark.read.parquet("articles"), published="date").select("id", explode("counts"))``
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema
        from pyspark.sql.types import StringType, StructField, StructType
    except ImportError as error:
        raise ImportError("Spark needs an extra: pip install communique[spark]") from error
    options = Options(model, load(model, only).only, limits=Limits(timeout))
    names = [id, text, *([published] if published is not None else [])]
    articles = from_arrow_schema(article_schema()).fields
    if id in {field.name for field in articles} | {"error"}:
        raise ValueError(f"the id column may not be called {id!r}: rename it")
    if missing := [name for name in names if name not in dataframe.columns]:
        raise ValueError(f"no column {', '.join(missing)} (columns: {', '.join(dataframe.columns)})")
    fields = [dataframe.schema[id], *articles, StructField("error", StringType())]

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return extract_batches(batches, options)

    return dataframe.select(*names).mapInArrow(read, StructType(fields))


def extract_batches(batches: Iterable[pa.RecordBatch], options: Options) -> Iterator[pa.RecordBatch]:
    """Arrow batches of (id, text[, published]) → batches of (id, article fields, error)."""
    import pyarrow as pa

    worker = _worker(options)
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS):
            part = batch.slice(start, ROWS)
            ids, texts, *stated = part.columns
            days = stated[0].to_pylist() if stated else [None] * part.num_rows
            rows = list(_rows(worker, texts.to_pylist(), days))
            schema = article_schema()
            columns = [pa.array([row.get(f.name) for row in rows], f.type) for f in schema]
            errors = pa.array([row.get("error") for row in rows], pa.string())
            names = [part.schema.names[0], *schema.names, "error"]
            yield pa.RecordBatch.from_arrays([ids, *columns, errors], names=names)


@cache
def _worker(options: Options) -> Worker:
    """The pipeline of this Python process, which Spark uses again for many tasks."""
    return Worker(options)


def _rows(worker: Worker, texts: list[Any], days: list[Any]) -> Iterator[dict[str, Any]]:
    """An article's fields, or its error, for each text."""
    refused = ["no text" if not isinstance(t, str) else worker.options.limits.too_long(t) for t in texts]
    sources = [
        Source(text, published=iso_date(day))
        for text, day, reason in zip(texts, days, refused, strict=True)
        if reason is None
    ]
    made = worker.each(sources, _fields)
    for reason in refused:
        row = reason or next(made)
        yield {"error": row} if isinstance(row, str) else row


def _fields(article: Article) -> dict[str, Any]:
    fields = article.to_dict()
    # Whatever is in the records comes from the text: only then is there anything to look for.
    return arrow_ready(fields) if has_surrogates(article.text) else fields
