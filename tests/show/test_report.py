from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique import Corpus
from communique.show.command import problems_of
from communique.show.report import Problem, report_page
from corpus.made import article, body, counted, person, ranked, said
from show.parsed import Element, Parsed
from show.samples import HOSTILE, hostile, sample

EXE = str(Path(sys.executable).parent / "communique")


@pytest.fixture
def corpus() -> Corpus:
    return Corpus([
        article(
            f"in/{year}.txt", body("i1", "IMT Mines Alès"), person("p1", "Assia Tria", ("directrice", "i1")),
            said(f"Nous sommes {rank}e", "p1"), said("On verra", None), ranked("i1", rank, "Shanghai", year),
            counted(rank * 1000, "étudiants"), counted(rank * 1e6, None, "money", unit="EUR"),
            published=f"{year}-05-03",
        )
        for year, rank in ((2023, 9), (2024, 7), (2025, 6))
    ])  # fmt: skip


def section(page: Parsed, id: str) -> Element:
    return next(e for e in page.all("section") if e.attributes["id"] == id)


def test_the_report_is_well_formed_alone_and_in_french(corpus: Corpus) -> None:
    html = report_page(corpus)
    page = Parsed(html)
    assert page.faults == []
    assert page.all("html")[0].attributes["lang"] == "fr"
    assert page.all("h1")[0].text == "Rapport sur 3 articles"
    assert not [e for e in page.elements if "src" in e.attributes]
    assert "http" not in html.replace("http-equiv", "")
    assert [e.attributes["id"] for e in page.all("section")] == [
        "speakers", "institutions", "histories", "figures", "quotations", "articles", "problems",
    ]  # fmt: skip


def test_who_speaks(corpus: Corpus) -> None:
    shown = section(Parsed(report_page(corpus)), "speakers").text
    assert "Assia Tria" in shown
    assert "directrice (IMT Mines Alès)" in shown
    assert "féminin 3" in shown


def test_a_history_has_the_best_on_top(corpus: Corpus) -> None:
    page = Parsed(report_page(corpus))
    (chart,) = page.all("svg")
    assert chart.attributes["aria-label"] == "IMT Mines Alès — Shanghai — 2023 : 9e, 2024 : 7e, 2025 : 6e"
    heights = [float(e.attributes["cy"] or "") for e in page.all("circle")]
    assert heights == sorted(heights, reverse=True)


def test_one_position_makes_no_chart() -> None:
    one = Corpus([article("a", body("i1", "IMT Mines Alès"), ranked("i1", 9, "Shanghai", 2023))])
    page = Parsed(report_page(one))
    assert not page.all("svg")
    assert "Shanghai" in section(page, "histories").text
    assert page.all("h1")[0].text == "Rapport sur un article"


def test_biggest_figures_come_first(corpus: Corpus) -> None:
    shown = section(Parsed(report_page(corpus)), "figures").text
    assert shown.index("9\u202f000\u202f000") < shown.index("7\u202f000\u202f000")
    assert "somme (EUR)" in shown


def test_quotations_are_there_as_data_and_to_read(corpus: Corpus) -> None:
    page = Parsed(report_page(corpus))
    said = json.loads(page.of_class("said")[0].text)
    assert said[0] == [
        "Nous sommes 9e", "Assia Tria", "directrice, IMT Mines Alès", "directe", "2023-05-03", "2023.txt",
        "p-assia-tria",
    ]  # fmt: skip
    assert said[1][1] == "non identifié"
    assert len(page.all("blockquote")) == 6
    assert [e.text for e in page.all("option")] == ["Tout le monde", "Assia Tria (3)"]


def test_what_could_not_be_read(corpus: Corpus) -> None:
    assert "Tout a été lu." in section(Parsed(report_page(corpus)), "problems").text
    corpus = Corpus([*corpus, sample()])
    shown = section(Parsed(report_page(corpus, [Problem("in/scan.pdf", "no text layer")])), "problems").text
    assert "in/scan.pdf" in shown
    assert "no text layer" in shown
    assert "encoding: read as cp1252" in shown


def test_english(corpus: Corpus) -> None:
    page = Parsed(report_page(corpus, lang="en"))
    assert page.all("h1")[0].text == "Report on 3 articles"
    assert page.all("h2")[0].text == "Who speaks"


def test_an_empty_corpus() -> None:
    page = Parsed(report_page(Corpus([])))
    assert page.faults == []
    assert section(page, "quotations").text.endswith("Rien à montrer ici.")


def test_a_hostile_corpus_adds_no_element() -> None:
    html = report_page(Corpus([hostile(), hostile()]), [Problem(HOSTILE, HOSTILE)])
    html.encode("utf-8")
    page = Parsed(html)
    assert page.faults == []
    assert not page.all("img")
    assert len(page.all("script")) == 2
    for element in page.elements:
        assert not [name for name in element.attributes if name.startswith("on")]


def test_long_tables_are_cut_and_say_so() -> None:
    many = Corpus([article(f"a{n}", body("i1", f"Université {n} de Nice")) for n in range(250)])
    shown = section(Parsed(report_page(many)), "institutions").text
    assert "Les 200 premières lignes sur 250." in shown


def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([EXE, "report", *map(str, args)], capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def records(corpus: Corpus, tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(a.to_json() + "\n" for a in corpus), "utf-8")
    (tmp_path / "records.jsonl.errors.jsonl").write_text(
        '{"source": "scan.pdf", "reason": "empty"}\n', "utf-8"
    )
    return path


def test_the_command(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "report.html"
    done = run(records, "-o", out, "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert f"3 articles; written to {out}" in done.stderr
    page = out.read_text("utf-8")
    assert "Report on 3 articles" in page
    assert "scan.pdf" in page


def test_errors_beside_the_records(records: Path, tmp_path: Path) -> None:
    assert problems_of(records) == [Problem("scan.pdf", "empty")]
    assert problems_of(tmp_path / "other.jsonl") == []


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["{none}", "-o", "{out}"], 2),
        (["{records}", "-o", "/proc/no/report.html"], 2),
        (["{records}", "-o", "{out}", "--errors", "{none}"], 2),
        (["{records}", "-o", "{out}", "--errors", "{broken}"], 1),
        (["{broken}", "-o", "{out}"], 1),
    ],
)
def test_one_clear_line(args: list[str], code: int, records: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("{}\n", "utf-8")
    names = {"none": tmp_path / "none", "out": tmp_path / "o.html", "broken": tmp_path / "broken.jsonl"}
    done = run(*(arg.format(records=records, **names) for arg in args))
    assert done.returncode == code
    assert len(done.stderr.strip().splitlines()) == 1


def test_environment_is_not_needed() -> None:
    """The report needs neither pandas nor altair."""
    code = (
        "import sys; sys.modules['pandas'] = sys.modules['altair'] = None\n"
        "from communique import Corpus\nfrom communique.show.report import report_page\n"
        "print(len(report_page(Corpus([]))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ)
    assert int(done.stdout) > 1000
