from __future__ import annotations

import csv
import gzip
import json
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from communique.pipeline import Pipeline
from communique.records import Article, Institution, Person, Quotation, Role, Span
from communique.write import FORMATS, WriteError, convert, export, folders
from communique.write.folders import _cell
from communique.write.schema import arrow_ready, arrow_schema, article_schema, columns_of, flatten, tables

KINDS = [
    "articles", "sections", "sentences", "institutions", "mentions", "people", "roles", "rankings", "counts",
    "quotations", "dates",
]  # fmt: skip
TABULAR = [f for f in FORMATS if f != "jsonl"]


@pytest.fixture(scope="module")
def articles(rules_only: Pipeline, articles_dir: Path) -> list[Article]:
    return [rules_only(path.read_text("utf-8")) for path in sorted(articles_dir.glob("*.txt"))]


@pytest.fixture
def records(articles: list[Article], tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(a.to_json(rules=True) + "\n" for a in articles), "utf-8")
    return path


def read(out: Path, format: str) -> dict[str, list[dict[str, Any]]]:
    """Every table of an output, as rows."""
    if format == "parquet":
        return {kind: pq.read_table(out / kind).to_pylist(maps_as_pydicts="strict") for kind in KINDS}
    if format == "duckdb":
        with duckdb.connect(str(out), read_only=True) as db:
            return {
                k: db.sql(f'SELECT * FROM "{k}"').to_arrow_table().to_pylist(maps_as_pydicts="strict")
                for k in KINDS
            }
    found = {}
    for kind in KINDS:
        with (out / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[kind] = list(csv.DictReader(file))
    return found


def expected(articles: list[Article]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for number, article in enumerate(articles, 1):
        for kind, row in flatten(article.to_dict(rules=True), number):
            found[kind].append(row)
    return found


def test_every_kind_has_a_table() -> None:
    assert list(tables()) == KINDS
    assert tables()["roles"].names == [
        "article",
        "owner",
        "start",
        "end",
        "text",
        "title",
        "institution",
        "rule",
    ]


def test_every_field_of_every_record_has_its_column() -> None:
    schema = article_schema()
    assert schema.names == list(Article.model_fields)
    for record, kind in ((Institution, "institutions"), (Person, "people"), (Quotation, "quotations")):
        inner = {f.name for f in schema.field(kind).type.value_type}
        assert inner == set(record.model_fields) == {c.name for c in columns_of(record)}
        assert inner - {"roles", "mentions"} <= set(tables()[kind].names)


def test_surfaces_and_owners_are_exact(articles: list[Article]) -> None:
    rows = expected(articles)
    for kind in KINDS[1:]:
        for row in rows[kind]:
            if "start" in row:
                assert (
                    row["text"] == articles[row["article"] - 1].text[row["start"] : row["end"]]
                    or kind == "quotations"
                )
    owners = {(r["article"], r["id"]) for kind in ("institutions", "people") for r in rows[kind]}
    assert {(r["article"], r["owner"]) for kind in ("mentions", "roles") for r in rows[kind]} <= owners
    assert len(rows["mentions"]) > len(owners)


@pytest.mark.parametrize("format", ["parquet", "duckdb"])
def test_tables_hold_what_the_records_hold(
    records: Path, articles: list[Article], tmp_path: Path, format: str
) -> None:
    convert(records, tmp_path / "out", format)
    assert read(tmp_path / "out", format) == expected(articles)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "records.jsonl"]


def test_csv_holds_what_the_records_hold(records: Path, articles: list[Article], tmp_path: Path) -> None:
    convert(records, tmp_path / "out", "csv")
    found = read(tmp_path / "out", "csv")
    for kind, rows in expected(articles).items():
        assert len(found[kind]) == len(rows)
        for got, row in zip(found[kind], rows, strict=True):
            assert got == {k: "" if v is None else str(_cell(v)) for k, v in row.items()}


def test_gzipped_records(records: Path, tmp_path: Path) -> None:
    packed = tmp_path / "r.jsonl.gz"
    packed.write_bytes(gzip.compress(records.read_bytes()))
    convert(packed, tmp_path / "a", "csv")
    convert(records, tmp_path / "b", "csv")
    for kind in KINDS:
        assert (tmp_path / "a" / f"{kind}.csv").read_bytes() == (tmp_path / "b" / f"{kind}.csv").read_bytes()


@pytest.mark.parametrize("format", TABULAR)
def test_no_record_at_all(tmp_path: Path, format: str) -> None:
    (tmp_path / "r.jsonl").write_bytes(b"")
    convert(tmp_path / "r.jsonl", tmp_path / "out", format)
    assert read(tmp_path / "out", format) == {kind: [] for kind in KINDS}


@pytest.mark.parametrize("format", TABULAR)
def test_odd_texts(tmp_path: Path, format: str) -> None:
    text = 'a\ud800b "c"; d\re\0f\n=g \U0001f600'
    article = Article(
        text=text,
        institutions=(Institution(id="i1", name=text, kind="other", aliases=(text,), links={"ror": text}),),
        people=(Person(id="p1", name="x", roles=(Role(start=0, end=4, title=text),)),),
        quotations=(Quotation(start=1, end=3, text="", parts=(Span(start=1, end=3),), kind="direct"),),
    )
    records = tmp_path / "r.jsonl"
    records.write_text(json.dumps(article.to_dict()) + "\n\n", "utf-8")
    convert(records, tmp_path / "out", format)
    found = read(tmp_path / "out", format)
    if format != "csv":
        assert found["articles"][0]["text"] == text.replace("\ud800", "\ufffd")
        assert found["institutions"][0]["links"] == {"ror": text.replace("\ud800", "\ufffd")}
        assert found["quotations"][0]["parts"] == [{"start": 1, "end": 3}]
        assert found["roles"][0]["text"] == "a\ufffdb "
    else:
        assert json.loads(found["institutions"][0]["aliases"]) == [text.replace("\ud800", "\ufffd")]
        assert json.loads(found["quotations"][0]["parts"]) == [{"start": 1, "end": 3}]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
        ("+33 1", "'+33 1"),
        ("-12 %", "'-12 %"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" \u00a0=1", "' \u00a0=1"),
        ("\r\n=1", "'\r\n=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("L'école", "L'école"),
        (-12.5, -12.5),
        (None, None),
        ([], ""),
        ({"ror": "x"}, '{"ror": "x"}'),
    ],
)  # fmt: skip
def test_formulas_are_defused(value: object, cell: object) -> None:
    assert _cell(value) == cell


def test_large_tables_are_cut_into_files(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "CHUNK_ROWS", 5)
    monkeypatch.setattr(folders, "GROUPS_PER_FILE", 3)
    convert(records, tmp_path / "cut", "parquet")
    monkeypatch.undo()
    convert(records, tmp_path / "whole", "parquet")
    parts = sorted(p.name for p in (tmp_path / "cut" / "sentences").iterdir())
    assert parts[:2] == ["part-00000.parquet", "part-00001.parquet"]
    for part in parts:
        assert pq.ParquetFile(tmp_path / "cut" / "sentences" / part).num_row_groups <= 3
    assert read(tmp_path / "cut", "parquet") == read(tmp_path / "whole", "parquet")


@pytest.mark.parametrize("format", TABULAR)
def test_memory_stays_flat(articles: list[Article], tmp_path: Path, format: str) -> None:
    def peak(times: int) -> int:
        path = tmp_path / f"{times}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for _ in range(times):
                file.writelines(a.to_json() + "\n" for a in articles)
        tracemalloc.start()
        convert(path, tmp_path / f"out-{times}-{format}", format)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    export_rows, export.CHUNK_ROWS = export.CHUNK_ROWS, 64
    try:
        peak(1)
        few, many = peak(15), peak(60)
    finally:
        export.CHUNK_ROWS = export_rows
    assert many < few * 1.1 + 100_000


@pytest.mark.parametrize("format", TABULAR)
@pytest.mark.parametrize(
    "line", ["no json", "[]", "{}", '{"text": 1, "schema_version": "1.0"}', '{"text": "x"}',
             '{"schema_version": "1.0", "text": "x", "dates": [7]}',
             '{"schema_version": "1.0", "text": "x", "dates": [{"start": "a", "end": 1}]}'],
)  # fmt: skip
def test_what_is_no_record(records: Path, tmp_path: Path, line: str, format: str) -> None:
    with records.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    if '"a"' in line and format == "csv":
        return  # numbers are text there
    with pytest.raises(WriteError, match=r"line 13 is not an article record|from line \d+ on do not follow"):
        convert(records, tmp_path / "out", format)
    assert [p.name for p in tmp_path.iterdir()] == ["records.jsonl"]


def test_what_is_in_the_way(records: Path, tmp_path: Path) -> None:
    folder, file = tmp_path / "folder", tmp_path / "file"
    folder.mkdir()
    (folder / "precious").touch()
    file.write_text("old")
    for format in ("csv", "parquet"):
        with pytest.raises(WriteError, match="exists and is not empty"):
            convert(records, folder, format)
        with pytest.raises(WriteError, match=r"is a file: .* folder of tables"):
            convert(records, file, format)
    with pytest.raises(WriteError, match="is a folder: duckdb is written as one file"):
        convert(records, folder, "duckdb")
    convert(records, file, "duckdb")
    assert read(file, "duckdb")["articles"]
    (tmp_path / "empty").mkdir()
    convert(records, tmp_path / "empty", "csv")
    with pytest.raises(WriteError, match="No such file"):
        convert(tmp_path / "none.jsonl", tmp_path / "x", "csv")
    with pytest.raises(WriteError, match="cannot convert"):
        convert(records, file / "below", "csv")


@pytest.mark.parametrize(
    ("format", "module"), [("parquet", "pyarrow"), ("duckdb", "duckdb"), ("duckdb", "pyarrow")]
)
def test_an_extra_that_is_not_installed(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(WriteError, match=rf"needs an extra: pip install communique\[{format}\]$"):
        convert(records, tmp_path / "out", format)


def test_frames_of_one_article(articles: list[Article]) -> None:
    article = next(a for a in articles if a.counts and a.people)
    counts = article.to_frame("counts")
    assert list(counts["text"]) == [c.text for c in article.counts]
    assert str(counts["start"].dtype) == "Int64"
    assert len(article.to_frame("mentions")) == sum(
        len(x.mentions) for x in (*article.institutions, *article.people)
    )
    empty = Article(text="x").to_frame("roles")
    assert (len(empty), list(empty.columns)) == (0, tables()["roles"].names[1:])
    assert isinstance(article.to_frame("articles"), pd.DataFrame)
    with pytest.raises(ValueError, match="unknown record kind: verbs"):
        article.to_frame("verbs")


def test_frames_need_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install communique\[pandas\]"):
        Article(text="x").to_frame("counts")


def test_arrow_schemas_follow_the_tables() -> None:
    for table in tables().values():
        assert arrow_schema(table).names == table.names
    assert arrow_ready(["a\udc00", {"b": ("\ud83d\ude00",)}]) == ["a\ufffd", {"b": ["\ufffd\ufffd"]}]
