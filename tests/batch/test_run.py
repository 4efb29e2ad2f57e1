from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique import pipeline
from communique.batch import Limits, Options, OutputError, run
from communique.batch import work as work_module
from communique.batch.run import make_batches
from communique.document import Document
from communique.extractors.base import Extractor
from communique.mentions import Found
from communique.read import Source

RULES = Options(model=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for n in range(90):
        (inputs / f"{n:03}.txt").write_text(f"La ville compte {n + 2} écoles et {n + 3} élus.\n" * 3, "utf-8")
    return inputs


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_output_is_in_the_order_of_the_inputs(folder: Path, tmp_path: Path, workers: int) -> None:
    items = sorted(folder.iterdir())
    out = tmp_path / "out.jsonl"
    summary = run(items, out, RULES, workers=workers)
    assert [r["source"] for r in lines(out)] == [str(i) for i in items]
    assert (summary.articles, summary.failed, summary.resumed_at) == (90, 0, 0)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "out.jsonl"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_cannot_be_read_costs_itself_alone(folder: Path, tmp_path: Path, workers: int) -> None:
    (folder / "004.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "051.txt").write_bytes(b"")
    (folder / "052.txt").unlink()
    (folder / "052.txt").symlink_to(folder / "nowhere")
    out = tmp_path / "out.jsonl"
    summary = run(sorted(folder.iterdir()), out, RULES, workers=workers)
    assert summary.articles == 87
    errors = lines(tmp_path / "out.jsonl.errors.jsonl")
    assert [Path(e["source"]).name for e in errors] == ["004.txt", "051.txt", "052.txt"]
    assert [e["reason"].split()[0] for e in errors] == ["binary", "empty", "No"]
    assert [(e["source"], e["reason"]) for e in errors] == summary.failures


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(self: object, source: Source) -> None:
        time.sleep(30)

    monkeypatch.setattr(work_module.Pipeline, "begin", slow)
    options = Options(model=None, limits=Limits(timeout=0.2, max_chars=50))
    items = [Source("court", source="slow"), Source("x" * 51, source="long")]
    summary = run(items, tmp_path / "o.jsonl", options)
    assert summary.failures == [
        ("long", "text of 51 characters is over the limit of 50"),
        ("slow", "took more than 0.2 s"),
    ]


def test_an_article_slow_at_every_step_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step is within the limit, all of them are not."""
    extract = pipeline.extract_one

    def slow(extractor: Extractor, doc: Document, found: Found) -> None:
        if doc.text == "court":
            time.sleep(0.15)
        extract(extractor, doc, found)

    monkeypatch.setattr(pipeline, "extract_one", slow)
    work = work_module.Worker(Options(model=None, limits=Limits(timeout=0.4)))
    result = work.run([Source("Le 3 mai 2024.", source="a"), Source("court", source="slow")])
    assert result.failures == [("slow", "took more than 0.4 s")]
    assert result.articles == 1


def test_anything_unexpected_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = work_module.Pipeline.begin

    def fails(self: work_module.Pipeline, source: Source) -> object:
        if source.source == "b":
            raise ZeroDivisionError("so it goes\nindeed")
        return real(self, source)

    monkeypatch.setattr(work_module.Pipeline, "begin", fails)
    summary = run([Source("un", source=s) for s in "abc"], tmp_path / "o.jsonl", RULES)
    assert summary.articles == 2
    assert summary.failures == [("b", "unexpected ZeroDivisionError: so it goes indeed")]


def _interrupted(items: list[Path], out: Path, batches: int) -> None:
    """A run stopped dead after ``batches`` batches, in the middle of a write."""
    done = 0

    def stop(items: int, articles: int) -> None:
        nonlocal done
        done += 1
        if done > batches:
            os.kill(os.getpid(), signal.SIGKILL)

    pid = os.fork()
    if pid == 0:
        run(items, out, RULES, progress=stop)
        os._exit(0)
    os.waitpid(pid, 0)


@pytest.mark.parametrize("garbage", [b"", b'{"schema_ver'])
def test_a_killed_run_is_taken_up_to_the_same_bytes(folder: Path, tmp_path: Path, garbage: bytes) -> None:
    (folder / "004.txt").write_bytes(b"")
    items = sorted(folder.iterdir())
    whole = tmp_path / "whole.jsonl"
    run(items, whole, RULES)
    for batches in (1, 2):
        out = tmp_path / f"out{batches}.jsonl"
        _interrupted(items, out, batches)
        partial = tmp_path / f"out{batches}.jsonl.partial"
        assert partial.exists()
        assert not out.exists()
        for name in (".partial", ".progress", ".errors.jsonl"):  # what a write cut short leaves behind
            with (tmp_path / (out.name + name)).open("ab") as file:
                file.write(garbage)
        summary = run(items, out, RULES)
        assert summary.resumed_at == 32 * batches
        assert summary.articles == 89
        assert out.read_bytes() == whole.read_bytes()
        errors = tmp_path / f"out{batches}.jsonl.errors.jsonl"
        assert errors.read_bytes() == (tmp_path / "whole.jsonl.errors.jsonl").read_bytes()


def test_another_run_is_not_taken_up(folder: Path, tmp_path: Path) -> None:
    items = sorted(folder.iterdir())
    _interrupted(items, tmp_path / "out.jsonl", 1)
    summary = run(items, tmp_path / "out.jsonl", Options(model=None, only=frozenset({"dates"})))
    assert summary.resumed_at == 0
    assert all(not r["counts"] for r in lines(tmp_path / "out.jsonl"))


def test_a_worker_that_dies_names_the_culprit(folder: Path, tmp_path: Path) -> None:
    items = sorted(folder.iterdir())
    poison = folder / "040.txt"
    command = [sys.executable, Path(__file__).parent / "dying_worker.py", tmp_path / "out.jsonl", *items]
    subprocess.run(command, env=os.environ | {"COMMUNIQUE_TEST_POISON": str(poison)}, check=True, timeout=120)
    errors = lines(tmp_path / "out.jsonl.errors.jsonl")
    assert [(Path(e["source"]).name, e["reason"]) for e in errors] == [
        ("040.txt", "the worker died (exit code -9)")
    ]
    assert [r["source"] for r in lines(tmp_path / "out.jsonl")] == [str(i) for i in items if i != poison]


def test_unwritable_output(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        run([folder / "001.txt"], Path("/proc/nothing/here.jsonl"), RULES)


def test_batches_by_number_and_size(tmp_path: Path) -> None:
    small = [Source("x")] * 70
    assert [len(b) for b in make_batches(small)] == [32, 32, 6]
    large = [Source("x" * 200_000)] * 3
    assert [len(b) for b in make_batches(large)] == [2, 1]
    assert list(make_batches([])) == []
