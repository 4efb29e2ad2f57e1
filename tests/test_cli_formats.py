"""Formats in and out through the real command."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import duckdb
import pytest
from tests.read.pdfs import column, pdf

from communique.records import Article

EXE = str(Path(sys.executable).parent / "communique")
TEXT = "Le CNRS compte 33 000 agents depuis 2019."
PAGE = Path(__file__).parent / "read" / "pages" / "wordpress.html"


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run([EXE, *map(str, args)], input=stdin, capture_output=True, timeout=120)
    assert b"Traceback" not in done.stderr
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, "utf-8")
    (made / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    shutil.copy(PAGE, made / "c.html")
    (made / "d.pdf").write_bytes(pdf(column([TEXT])))
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(made / "e.docx"))
    (made / "f.eml").write_text(
        f"Subject: Des agents\nDate: Fri, 03 May 2024 10:00:00 +0200\n\n{TEXT}\n", "utf-8"
    )
    (made / "g.csv").write_text(f"id;texte;jour\nx;{TEXT};03/05/2024\ny;;\n", "utf-8")
    (made / "h\nh.txt").write_bytes(b"")
    (made / "photo.jpeg").write_bytes(b"\xff\xd8")
    return made


def test_every_format_in_one_folder(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("extract", folder, "-o", out, "--model", "none", "--date-column", "jour")
    assert done.returncode == 1
    articles = [Article.from_json(line) for line in out.read_text("utf-8").splitlines()]
    names = [Path(a.source or "").name for a in articles]
    assert names == ["a.txt", "b.txt.gz", "c.html", "d.pdf", "e.docx", "f.eml", "g.csv#x"]
    for article in articles:
        assert any(c.value in (33000, 640) for c in article.counts), article.source
        assert article.source_sha256
    assert [a.published for a in articles[2:]] == ["2025-02-06", None, None, "2024-05-03", "2024-05-03"]
    named = [line for line in done.stderr.splitlines() if line.startswith("communique: ")]
    assert named == [
        f"communique: {folder}/g.csv#y: no text in this row (column 'texte')",
        f"communique: {folder}/h\\nh.txt: empty file",
    ]
    assert "1  files of unknown formats left out" in done.stderr


@pytest.mark.parametrize(
    ("name", "format"), [("o.duckdb", None), ("o.parquet", None), ("o.csv", None), ("o", "csv")]
)
def test_formats_out(folder: Path, tmp_path: Path, name: str, format: str | None) -> None:
    out = tmp_path / name
    chosen = ["--format", format] if format else []
    assert run("extract", folder / "a.txt", "-o", out, "--model", "none", *chosen).returncode == 0
    assert out.is_dir() is (name != "o.duckdb")
    if name == "o.duckdb":
        with duckdb.connect(str(out)) as db:
            assert db.execute("SELECT noun FROM counts").fetchall() == [("agents",)]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", name]


def test_convert(folder: Path, tmp_path: Path) -> None:
    records = tmp_path / "r.jsonl"
    assert run("extract", folder / "a.txt", "-o", records, "--model", "none").returncode == 0
    assert run("convert", records, "-o", tmp_path / "t.duckdb").returncode == 0
    done = run("convert", records, "-o", tmp_path / "tables")
    assert (done.returncode, done.stderr) == (
        2,
        "communique: name a format: --format csv, parquet or duckdb\n",
    )
    assert run("convert", records, "-o", tmp_path / "tables", "--format", "csv").returncode == 0
    done = run("convert", records, "-o", tmp_path / "tables", "--format", "csv")
    assert done.returncode == 1
    assert "exists and is not empty" in done.stderr
    done = run("convert", folder / "a.txt", "-o", tmp_path / "x.parquet")
    assert done.returncode == 1
    assert done.stderr == f"communique: {folder}/a.txt: line 1 is not an article record\n"


def test_standard_input_of_another_format() -> None:
    done = run("extract", "-", "--model", "none", stdin=pdf(column([TEXT])))
    assert Article.from_json(done.stdout).counts[0].value == 33000
    done = run("extract", "-", "--model", "none", stdin=b"%PDF-1.4 broken")
    assert done.returncode == 2
    assert done.stderr.startswith("communique: standard input: not a readable PDF")


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(TEXT, "utf-8")
    done = run("extract", tmp_path, "--model", "none")
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"] == f"{tmp_path}/caf\\xe9.txt"


def test_a_text_without_model_imports_no_extra(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    args = ["extract", str(tmp_path / "a.txt"), "--model", "none", "-o", str(tmp_path / "o.jsonl")]
    code = (
        "import sys\nfrom communique.cli import app\n"
        f"try: app({args!r})\nexcept SystemExit: pass\n"
        "extras = {'trafilatura', 'lxml', 'pypdfium2', 'docx', 'pyarrow', 'pandas', 'duckdb', 'spacy'}\n"
        "print(extras & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
