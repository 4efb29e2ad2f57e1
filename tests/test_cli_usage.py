"""What people who live on the command line expect: pipes, `-`, names that say the format, one's own output."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.records import Article

EXE = str(Path(sys.executable).parent / "communique")
TEXT = "Le CNRS compte 33 000 agents depuis 2019."
ROWS = "".join(
    json.dumps({"id": n, "texte": f"Le CNRS compte {n} agents."}) + "\n" for n in range(100, 180)
).encode()


def run(
    *args: str | Path, stdin: bytes = b"", cwd: Path | None = None, code: int = 0
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([EXE, *map(str, args)], input=stdin, capture_output=True, timeout=120, cwd=cwd)
    assert b"Traceback" not in done.stderr
    assert done.returncode == code, done.stderr.decode()
    return done


def articles(raw: bytes) -> list[Article]:
    return [Article.from_json(line) for line in raw.splitlines()]


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    done = run("extract", "-", "-o", "-", "--model", "none", "-q", stdin=TEXT.encode(), cwd=tmp_path)
    assert [a.text for a in articles(done.stdout)] == [TEXT]
    assert done.stderr == b""
    assert not list(tmp_path.iterdir())


def test_json_lines_from_standard_input(tmp_path: Path) -> None:
    plain = run("extract", "-", "--model", "none", "-q", stdin=ROWS).stdout
    assert [(a.source, a.counts[0].value) for a in articles(plain)] == [
        (f"-#{n}", n) for n in range(100, 180)
    ]
    out = tmp_path / "o.jsonl"
    run("extract", "-", "--model", "none", "-q", "-o", out, "--workers", "2", stdin=gzip.compress(ROWS))
    assert out.read_bytes() == plain
    assert list(tmp_path.iterdir()) == [out]


def test_columns_of_standard_input_and_a_file_besides(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    rows = b'{"corps": "Le CNRS compte 12 agents.", "nom": "Un titre"}\n{"corps": ""}\n'
    args = ["extract", "-", tmp_path / "a.txt", "--model", "none", "--text-column", "corps"]
    done = run(*args, "--title-column", "nom", stdin=rows, code=1)
    assert [(a.source, a.title) for a in articles(done.stdout)] == [
        ("-#1", "Un titre"), (str(tmp_path / "a.txt"), TEXT.rstrip()),
    ]  # fmt: skip
    assert b"communique: -#2: no text in this row (column 'corps')\n" in done.stderr


def test_a_mail_on_standard_input() -> None:
    raw = f"From: a@exemple.fr\nSubject: Des agents\nDate: Fri, 03 May 2024 10:00:00 +0200\n\n{TEXT}\n"
    (article,) = articles(run("extract", "-", "--model", "none", stdin=raw.encode()).stdout)
    assert (article.title, article.published) == ("Des agents", "2024-05-03")


def test_gzipped_output_is_the_same_each_time(tmp_path: Path) -> None:
    made = []
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        run("extract", "-", "--model", "none", "-q", "-o", tmp_path / name, stdin=TEXT.encode())
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert [a.text for a in articles(gzip.decompress(made[0]))] == [TEXT]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jsonl.gz", "b.jsonl.gz"]
    assert TEXT.encode() in run("show", tmp_path / "a.jsonl.gz").stdout


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("o.xlsx", ".xlsx is no format of ours: name one of jsonl, csv, parquet, duckdb with --format"),
        ("o.html", ".html is no format of ours: name one of jsonl, csv, parquet, duckdb with --format"),
        ("o.csv.gz", "csv is not written gzipped: call it o.csv"),
    ],
)
def test_names_of_other_formats(tmp_path: Path, name: str, message: str) -> None:
    done = run("extract", "-", "-o", tmp_path / name, "--model", "none", stdin=TEXT.encode(), code=2)
    assert done.stderr.decode() == f"communique: {message}\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("out", ["o.jsonl", "o.csv"])
def test_a_run_does_not_read_what_it_writes(tmp_path: Path, out: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "vide.txt").write_text("", "utf-8")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "o.jsonl").write_bytes(ROWS)  # of that name, but another
    for n in range(2):
        if n and out == "o.csv":
            run("extract", ".", "-o", out, "--model", "none", cwd=tmp_path, code=1)  # the folder is there
            break
        done = run("extract", ".", "-o", out, "--model", "none", cwd=tmp_path, code=1)
        assert b"81  articles" in done.stderr
        assert b" 1  failed" in done.stderr
        assert b"left out" not in done.stderr
    run("extract", tmp_path / "a.txt", "-o", tmp_path / "a.txt", "--model", "none", code=2)
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT


def test_what_was_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", "b.JPG", "c.jpg", "d.doc", "e", ".hidden", "~$a.docx"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    done = run("extract", tmp_path, "--model", "none")
    assert "4  files of unknown formats left out (.jpg 2, .doc 1, no suffix 1)" in done.stderr.decode()
    assert not any(line != line.rstrip() for line in done.stderr.decode().splitlines())


def test_nothing_to_read_and_folders_to_show(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    assert run("extract", folder, code=2).stderr.decode() == f"communique: nothing to read in {folder}\n"
    (folder / "a.jpg").write_bytes(b"\xff\xd8")
    said = f"communique: nothing to read in {folder}: files of unknown formats (.jpg 1)\n"
    assert run("extract", folder, code=2).stderr.decode() == said
    assert f"{folder} is a folder: extract reads folders" in run("show", folder, code=2).stderr.decode()
    assert "no such file" in run("show", tmp_path / "rien", code=2).stderr.decode()


def test_an_interrupted_run_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "o.jsonl"
    out.with_name("o.jsonl.partial").write_bytes(b"{}\n")
    mark = {"batches": 1, "size": 3, "errors_size": 0, "articles": 1, "failed": 0, "found": {}}
    lines = json.dumps({"fingerprint": "of something else"}) + "\n" + json.dumps(mark) + "\n"
    out.with_name("o.jsonl.progress").write_text(lines, "utf-8")
    done = run("extract", tmp_path / "a.txt", "-o", out, "--model", "none")
    assert b"begun afresh: the interrupted run there had other inputs or options\n" in done.stderr
    assert len(articles(out.read_bytes())) == 1
    assert b"afresh" not in run("extract", tmp_path / "a.txt", "-o", out, "--model", "none").stderr


def test_records_through_pipes(tmp_path: Path) -> None:
    records = run("extract", "-", "--model", "none", "-q", stdin=ROWS).stdout
    run("convert", "-", "-o", tmp_path / "o.csv", stdin=records)
    assert (tmp_path / "o.csv" / "counts.csv").read_text("utf-8").count("agents") == 160
    page = run("report", "-", "-o", "-", "-q", stdin=gzip.compress(records), cwd=tmp_path)
    assert page.stdout.lower().startswith(b"<!doctype html>")
    page = run("show", "-", "--html", "-", "--model", "none", stdin=TEXT.encode(), cwd=tmp_path)
    assert b"33 000 agents" in page.stdout
    assert page.stderr == b""
    assert [p.name for p in tmp_path.iterdir()] == ["o.csv"]


def test_an_article_is_shown_although_the_next_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}) + '\n{"text": null}\n', "utf-8")
    assert b"CNRS" in run("show", tmp_path / "a.jsonl", "--nth", "1", "--model", "none").stdout
    assert b"a.jsonl#2: no text" in run("show", tmp_path / "a.jsonl", "--model", "none", code=1).stderr


def test_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "communique", "-V"], capture_output=True, text=True, check=True
    )
    assert done.stdout == run("--version").stdout.decode()
