from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.read import Columns, ReadError, Row, Source, Unreadable, expand, read_path
from communique.read import tables as tables_module

ROWS = [
    {"id": "a", "texte": "Un texte.\nDeux lignes ; trois.", "titre": "Un titre", "date": "2025-02-06"},
    {"id": "b", "texte": '« Il dit », "elle" dit.', "titre": None, "date": "6/2/2025"},
    {"id": None, "texte": "Sans nom.", "titre": "", "date": None},
]


def as_jsonl(path: Path, rows: list[dict[str, Any]] = ROWS) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def as_csv(path: Path, sep: str = ",", encoding: str = "utf-8", end: str = "\n") -> Path:
    def cell(value: object) -> str:
        return '"' + str(value or "").replace('"', '""') + '"'

    lines = [sep.join(ROWS[0])] + [sep.join(map(cell, row.values())) for row in ROWS]
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


def as_parquet(path: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    return path


def gzipped(path: Path) -> Path:
    out = path.with_name(path.name + ".gz")
    out.write_bytes(gzip.compress(path.read_bytes()))
    return out


def read(path: Path, columns: Columns = Columns()) -> list[Source]:  # noqa: B008
    return list(read_path(path, columns))


def outcomes(path: Path, columns: Columns = Columns()) -> Iterator[str]:  # noqa: B008
    """The text of each row, or why it has none."""
    for item in expand([path], columns):
        assert isinstance(item, Row | Unreadable)
        try:
            yield item.read().text
        except ReadError as error:
            yield f"{Path(error.source).name}: {error.reason}"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "make",
    [
        lambda d: as_jsonl(d / "t.jsonl"),
        lambda d: as_jsonl(d / "t.ndjson"),
        lambda d: as_csv(d / "t.csv"),
        lambda d: as_csv(d / "t.csv", ";", "utf-8-sig", "\r\n"),
        lambda d: as_csv(d / "t.csv", ";", "cp1252"),
        lambda d: as_csv(d / "t.csv", "\t", "utf-16"),
        lambda d: as_csv(d / "t.tsv", "\t"),
        lambda d: as_parquet(d / "t.parquet"),
    ],
)
def test_every_format_gives_the_same_articles(tmp_path: Path, make: Any, packed: bool) -> None:
    path = make(tmp_path)
    path = gzipped(path) if packed else path
    found = read(path)
    assert [s.text for s in found] == [row["texte"] for row in ROWS]
    assert [s.source for s in found] == [f"{path}#a", f"{path}#b", f"{path}#3"]
    assert [s.published for s in found] == ["2025-02-06", "2025-02-06", None]
    assert [s.title for s in found] == ["Un titre", None, None]
    assert all(s.sha256 and len(s.sha256) == 64 and not s.warnings for s in found)


def test_named_columns(tmp_path: Path) -> None:
    rows = [{"text": "non", "chapo": "Oui.", "n": 7, "jour": "2024-05-03T10:00:00", "date": "2020-01-01"}]
    (source,) = read(as_jsonl(tmp_path / "t.jsonl", rows), Columns("chapo", "n", "jour"))
    assert (source.text, source.source, source.published) == ("Oui.", f"{tmp_path}/t.jsonl#7", "2024-05-03")


def test_dates_of_parquet(tmp_path: Path) -> None:
    days = [date(2024, 5, 3), datetime(2024, 5, 3, 23, 59)]
    for n, day in enumerate(days):
        pq.write_table(pa.table({"text": ["Un texte."], "date": [day]}), tmp_path / f"{n}.parquet")
        assert read(tmp_path / f"{n}.parquet")[0].published == "2024-05-03"


def test_a_date_not_understood_is_reported(tmp_path: Path) -> None:
    (source,) = read(as_jsonl(tmp_path / "t.jsonl", [{"text": "Un texte.", "date": "mardi"}]))
    assert (source.published, source.warnings) == (None, (("date", "not understood as a day: mardi"),))


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.parquet"])
def test_missing_columns_are_one_clear_line(tmp_path: Path, name: str) -> None:
    path = {"t.jsonl": as_jsonl, "t.csv": as_csv, "t.parquet": as_parquet}[name](tmp_path / name)
    listed = "columns: id, texte, titre, date"
    assert list(outcomes(path, Columns(text="corps"))) == [f"{name}: no column 'corps' ({listed})"]
    assert list(outcomes(path, Columns(date="jour"))) == [f"{name}: no column 'jour' ({listed})"]


def test_no_column_of_a_usual_name(tmp_path: Path) -> None:
    path = as_jsonl(tmp_path / "t.jsonl", [{"a": "x", "b": "y"}])
    assert list(outcomes(path)) == ["t.jsonl: no text column (columns: a, b): name it with --text-column"]


def test_a_bad_row_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "Un."}\n\n{"text": \n[1]\n{"text": ""}\n{"other": 1}\n{"text": 5}\n'
        b'{"text": "caf\xe9"}\n{"text": "a\\ud800b"}\n' + b"[" * 100_000 + b'\n{"text": "Deux."}'
    )
    found = list(outcomes(path))
    assert (found[0], found[-1]) == ("Un.", "Deux.")
    assert found[7] == "a\ud800b"
    reasons = [f.split(": ")[1].split(" (")[0] for f in [*found[1:7], found[8]]]
    empty = "no text in this row"
    assert reasons == ["not JSON", "not a JSON object", empty, empty, empty, "not JSON", "not JSON"]
    assert found[1].startswith("t.jsonl#3: ")


def test_a_row_of_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "MAX_ROW", 1000)
    path = as_jsonl(tmp_path / "t.jsonl", [{"text": "x" * 5000}, {"text": "Court."}])
    assert list(outcomes(path)) == ["t.jsonl#1: row larger than 0 MB", "Court."]


def test_csv_with_ragged_rows_and_an_open_quote(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('id,text\na,Un.\nb\n\nc,Trois.,de trop\nd,"ouvert\net la suite\n', "utf-8")
    found = list(outcomes(path))
    assert found == ["Un.", "t.csv#b: no text in this row (column 'text')", "Trois.", "ouvert\net la suite\n"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("t.parquet", b""),
        ("t.parquet", b"PAR1 broken PAR1"),
        ("t.csv", b""),
        ("t.csv", bytes(range(256)) * 20),
        ("t.jsonl", b""),
        ("t.jsonl.gz", b"no gzip"),
        ("t.csv.gz", gzip.compress(b"text\n" + b"abc\n" * 9000, mtime=0)[:-20]),
    ],
)
def test_unreadable_tables(tmp_path: Path, name: str, raw: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    *_, last = list(outcomes(path))
    assert last.startswith(f"{name}: ")
    assert "\n" not in last
    assert capfd.readouterr() == ("", "")


def test_a_missing_table(tmp_path: Path) -> None:
    for name in ("t.csv", "t.jsonl.gz", "t.parquet"):
        with pytest.raises(ReadError, match="No such file or directory"):
            read(tmp_path / name)


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.parquet", "t.jsonl.gz"])
def test_memory_stays_flat(tmp_path: Path, name: str) -> None:
    """20,000 rows of 1 kB take no more memory than 2,000, and far less than the table's 20 MB."""

    def peak(rows: int) -> int:
        path = tmp_path / name
        text = "L’école gagne six places. " * 40
        if ".jsonl" in name:
            raw = b"".join(json.dumps({"text": f"{n} {text}"}).encode() + b"\n" for n in range(rows))
            path.write_bytes(gzip.compress(raw, 1) if name.endswith(".gz") else raw)
        elif name == "t.csv":
            path.write_text("text\n" + "".join(f'"{n} {text}"\n' for n in range(rows)), "utf-8")
        else:
            table = pa.table({"text": [f"{n} {text}" for n in range(rows)]})
            pq.write_table(table, path, row_group_size=1000)
        tracemalloc.start()
        assert sum(1 for _ in expand([path])) == rows
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)  # imports
    few, many = peak(2000), peak(20_000)
    assert many < few * 1.1 + 100_000
    assert many < 6_000_000


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_line_with_which_excel_names_the_separator(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "a.csv"
    rows = [("id", "texte"), ("a", "Un, deux ; trois.")]
    lines = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    path.write_text("\r\n".join([f"sep={separator}", *lines]), "utf-8-sig", newline="")
    (source,) = read_path(path)
    assert (source.source, source.text) == (f"{path}#a", "Un, deux ; trois.")
