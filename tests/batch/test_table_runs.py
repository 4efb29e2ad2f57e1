from __future__ import annotations

import json
import os
import signal
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from communique.batch import Options, OutputError, extract_parallel, run
from communique.batch.work import Result
from communique.read import Columns, Item, Source

RULES = Options(model=None)
run_module = import_module("communique.batch.run")  # the package's name is that of the function


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.jsonl"
    rows = [
        {"id": f"n{n}", "text": f"La ville compte {n + 2} écoles.", "date": "2025-02-06"} for n in range(100)
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    lines[40] = "{broken"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("workers", [1, 2])
def test_rows_between_files_in_order(table: Path, tmp_path: Path, workers: int) -> None:
    note = tmp_path / "z.txt"
    note.write_text("Le CNRS compte 12 agents.", "utf-8")
    out = tmp_path / "out.jsonl"
    summary = run([table, note], out, RULES, workers=workers)
    found = lines(out)
    names = [f"{table}#n{n}" for n in range(100) if n != 40]
    assert [r["source"] for r in found] == [*names, str(note)]
    assert found[0]["published"] == "2025-02-06"
    assert [s for s, _ in summary.failures] == [f"{table}#41"]
    assert summary.failures[0][1].startswith("not JSON")


def test_columns_are_options_of_the_run(table: Path, tmp_path: Path) -> None:
    summary = run([table], tmp_path / "o.jsonl", replace(RULES, columns=Columns(text="corps")))
    assert summary.failures == [(str(table), "no column 'corps' (columns: id, text, date)")]


def _killed(items: list[Item], out: Path, batches: int) -> None:
    """A run stopped dead after ``batches`` batches."""
    calls = 0

    def stop(items: int, articles: int) -> None:
        nonlocal calls
        calls += 1
        if calls > batches:
            os.kill(os.getpid(), signal.SIGKILL)

    if (pid := os.fork()) == 0:
        run(items, out, RULES, progress=stop)
        os._exit(0)
    os.waitpid(pid, 0)


def test_a_killed_run_is_taken_up_inside_a_table(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([table], tmp_path / "whole.jsonl", RULES)
    out = tmp_path / "out.jsonl"
    _killed([table], out, 2)
    done: list[int] = []
    real = run_module.Worker.run

    def counted(self: object, batch: list[Item]) -> Result:
        done.append(len(batch))
        return real(self, batch)

    monkeypatch.setattr(run_module.Worker, "run", counted)
    assert run([table], out, RULES).resumed_at == 64
    assert done == [32, 4]
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("change", ["columns", "file"])
def test_another_table_or_other_columns_are_another_run(table: Path, tmp_path: Path, change: str) -> None:
    out = tmp_path / "out.jsonl"
    _killed([table], out, 1)
    options = RULES
    if change == "columns":
        options = replace(RULES, columns=Columns(id="text"))
    else:
        os.utime(table, (1, 1))
    assert run([table], out, options).resumed_at == 0


def test_an_iterator_is_run_from_the_start(tmp_path: Path) -> None:
    def items() -> Iterator[Item]:
        yield from (Source("Un texte.", source=str(n)) for n in range(70))

    assert run(items(), tmp_path / "o.jsonl", RULES).articles == 70


def test_memory_does_not_grow_with_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        run_module.Worker, "run", lambda self, batch: Result(b"{}\n" * len(batch), len(batch))
    )

    def peak(rows: int) -> int:
        path = tmp_path / f"{rows}.jsonl"
        with path.open("w") as file:
            file.writelines(json.dumps({"text": f"{n} " + "x" * 1000}) + "\n" for n in range(rows))
        tracemalloc.start()
        summary = run([path], tmp_path / f"{rows}.out", RULES)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert summary.articles == rows
        return most

    peak(100)
    few, many = peak(2000), peak(20_000)
    assert many < few * 1.1 + 100_000


def test_python_workers_take_tables_too(table: Path) -> None:
    found = extract_parallel([table], workers=2, model=None)
    assert next(found).source == f"{table}#n0"
    with pytest.raises(RuntimeError, match="#41: not JSON"):
        list(found)


@pytest.mark.parametrize("format", ["csv", "parquet", "duckdb"])
def test_other_formats_are_taken_up_as_well(table: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "out"
    run([table], out, RULES, format=format)
    assert out.exists()
    assert not (tmp_path / "out.partial").exists()
    if format == "parquet":
        assert pq.read_table(out / "counts").num_rows == 99


def test_a_folder_in_the_way_is_said_before_any_work(table: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "precious").touch()
    for format, reason in (("csv", "not empty"), ("jsonl", "is a folder")):
        with pytest.raises(OutputError, match=reason):
            run([table], tmp_path / "out", RULES, format=format)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "t.jsonl"]
