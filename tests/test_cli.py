"""The command line through its real entry point."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.records import Article

EXE = str(Path(sys.executable).parent / "communique")
TEXT = "Le CNRS compte 33 000 agents depuis 2019."


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run([EXE, *map(str, args)], input=stdin, capture_output=True, timeout=120)
    assert b"Traceback" not in done.stderr
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("communique 0.")
    assert run("--version").stdout.endswith("(pure Python)\n")  # an editable install is never compiled
    text = run("--help").stdout
    for command in ("extract", "show", "evaluate", "schema"):
        assert command in text


def test_schema() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Article"


def test_standard_input_to_standard_output() -> None:
    done = run("extract", "-", "--model", "none", stdin=TEXT.encode())
    assert done.returncode == 0
    article = Article.from_json(done.stdout)
    assert (article.source, article.counts[0].noun) == ("-", "agents")
    assert "1  articles" in done.stderr


def test_a_folder_with_every_kind_of_bad_file(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b-empty.txt").write_bytes(b"")
    (folder / "c-binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "d-utf16.txt").write_text(TEXT * 5, "utf-16")
    (folder / "e-cp1252.txt").write_bytes((TEXT + " Été à Alès, où Noël a été reçu.").encode("cp1252"))
    (folder / "f-word.txt").write_text("Alès", "utf-8")
    (folder / "g-capitals.txt").write_text("LE CNRS RECRUTE 12 AGENTS " * 20, "utf-8")
    (folder / "h-unpunctuated.txt").write_text("le cnrs recrute douze agents et puis " * 50, "utf-8")
    (folder / "i-unclosed.txt").write_text(
        "« Nous irons, confirme Marie Dupont.\n\nUn autre paragraphe.", "utf-8"
    )
    (folder / "deeper" / "j.md").write_text(TEXT, "utf-8")
    (folder / "photo.jpeg").write_bytes(b"\xff\xd8")
    out = tmp_path / "out.jsonl"
    done = run("extract", folder, "-o", out, "--model", "none")
    assert done.returncode == 1
    named = [line for line in done.stderr.splitlines() if line.startswith("communique: ")]
    assert [Path(line.split(": ")[1]).name for line in named] == ["b-empty.txt", "c-binary.txt"]
    articles = [Article.from_json(line) for line in out.read_text("utf-8").splitlines()]
    assert [Path(a.source or "").name for a in articles] == [
        "a.txt", "d-utf16.txt", "j.md", "e-cp1252.txt", "f-word.txt", "g-capitals.txt", "h-unpunctuated.txt",
        "i-unclosed.txt",
    ]  # fmt: skip
    assert all(a.source_sha256 and len(a.source_sha256) == 64 for a in articles)
    assert articles[1].counts[0].value == 33000
    assert "unclosed_quotation" in [w.code for w in articles[7].warnings]
    assert "1  files of unknown formats left out" in done.stderr


def test_one_line_of_five_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text((TEXT + " « Nous sommes prêts », confirme Marie Dupont. ") * 60_000, "utf-8")
    out = tmp_path / "out.jsonl"
    done = run("extract", path, "-o", out, "--model", "none", "--timeout", "0", "--only", "counts")
    assert done.returncode == 0
    assert len(Article.from_json(out.read_text("utf-8")).counts) == 60_000


def test_only_some_kinds_and_rules() -> None:
    done = run("extract", "-", "--model", "none", "--only", "dates", "--rules", stdin=TEXT.encode())
    record = json.loads(done.stdout)
    assert record["counts"] == []
    assert record["dates"][0]["rule"]


@pytest.mark.parametrize(
    "args",
    [
        ["extract"],
        ["extract", "/no/such/file"],
        ["extract", "-", "--only", "verbs"],
        ["extract", "-", "--format", "csv"],
        ["extract", "-", "--model", "fr_core_news_zz"],
        ["extract", "-", "--workers", "0"],
        ["evaluate", "/no/such/folder"],
        ["nonsense"],
    ],
)
def test_wrong_usage(args: list[str]) -> None:
    done = run(*args, stdin=TEXT.encode())
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()


def test_evaluate(gold_dir: Path, tmp_path: Path) -> None:
    for path in sorted(gold_dir.glob("edu-0*")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    done = run("evaluate", tmp_path, "--model", "none", "--errors")
    assert done.returncode == 0
    assert "institutions" in done.stdout
    assert "macro F1" in done.stdout
    figures = json.loads(run("evaluate", tmp_path, "--model", "none", "--json").stdout)
    assert 0 < figures["macro"]["f1"] <= 1


def test_floors(gold_dir: Path, tmp_path: Path) -> None:
    for path in sorted(gold_dir.glob("edu-02*")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    floors = tmp_path / "floors.lock"
    args = ["evaluate", str(tmp_path), "--model", "none", "--floors", str(floors)]
    assert run(*args).returncode == 1  # never measured
    assert run(*args, "--raise-floors").returncode == 0
    assert run(*args).returncode == 0
    pinned = json.loads(floors.read_text("utf-8"))
    pinned["none"]["sections"] = 1.5
    floors.write_text(json.dumps(pinned), "utf-8")
    done = run(*args)
    assert done.returncode == 1
    assert "sections: F1" in done.stderr
    assert run(*args, "--raise-floors").returncode == 0
    assert json.loads(floors.read_text("utf-8"))["none"]["sections"] == 1.5
    assert run(*args, "--lower-floors").returncode == 0
    assert json.loads(floors.read_text("utf-8"))["none"]["sections"] <= 1


def test_closed_pipe(articles_dir: Path) -> None:
    command = f"'{EXE}' extract '{articles_dir}' --model none -q | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
