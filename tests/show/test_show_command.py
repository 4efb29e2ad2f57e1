"""``communique show`` through its real entry point."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from show.samples import sample

EXE = str(Path(sys.executable).parent / "communique")
TEXT = "Le CNRS compte 33 000 agents depuis 2019."


def run(*args: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [EXE, "show", *map(str, args)], capture_output=True, text=True, timeout=120, env=os.environ | env
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    other = sample().model_copy(update={"source": "autre.txt"})
    path.write_text(sample().to_json() + "\n" + other.to_json() + "\n", "utf-8")
    return path


def test_an_article(text_file: Path) -> None:
    done = run(text_file, "--model", "none", COLUMNS="70")
    assert done.returncode == 0
    assert TEXT in done.stdout
    assert "33 000 agents" in done.stdout.split(TEXT)[1]
    assert "\x1b" not in done.stdout


def test_standard_input() -> None:
    done = subprocess.run(
        [EXE, "show", "-", "--model", "none"], input=TEXT.encode(), capture_output=True, timeout=120
    )
    assert done.returncode == 0
    assert TEXT in done.stdout.decode()


def test_an_article_as_a_page(text_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "page.html"
    done = run(text_file, "--model", "none", "--html", out, "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert '<html lang="en">' in page
    assert 'class="counts h0"' in page


def test_records_are_shown_as_they_are(records: Path) -> None:
    done = run(records)
    assert done.stdout.count("Assia Tria  directrice") == 2
    assert "autre.txt" in run(records, "--nth", "2").stdout
    assert "ecole.txt" not in run(records, "--nth", "2").stdout


def test_only_some_kinds(records: Path) -> None:
    done = run(records, "--only", "dates", "--nth", "1")
    assert "Dates  1" in done.stdout
    assert "Personnes" not in done.stdout


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["/no/such/file"], 2),
        (["{records}", "--only", "verbs"], 2),
        (["{records}", "--nth", "3"], 2),
        (["{records}", "--lang", "de"], 2),
        (["{text}", "--model", "fr_core_news_zz"], 2),
        (["{empty}"], 1),
        (["{broken}"], 1),
        (["{text}", "--model", "none", "--html", "/proc/no/page.html"], 2),
    ],
)
def test_one_clear_line(args: list[str], code: int, text_file: Path, records: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.jsonl").write_text(sample().to_json() + "\n{}\n", "utf-8")
    names = {
        "text": text_file,
        "records": records,
        "empty": tmp_path / "empty.txt",
        "broken": tmp_path / "broken.jsonl",
    }
    done = run(*(arg.format(**names) for arg in args))
    assert done.returncode == code
    assert done.stderr.strip()
