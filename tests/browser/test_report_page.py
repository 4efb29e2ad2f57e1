from __future__ import annotations

from itertools import pairwise

import pytest

from browser.conftest import Open
from communique import Corpus
from communique.show.report import Problem, report_page
from corpus.made import article, body, counted, person, ranked, said


@pytest.fixture
def report() -> str:
    articles = [
        article(
            f"in/{2000 + n}.txt", body("i1", "IMT Mines Alès"), body("i2", f"Université {n} de Nîmes"),
            person("p1", "Assia Tria", ("directrice", "i1")), person("p2", f"Jean Roy{n}", ("doyen", "i2")),
            said(f"Nous embauchons {n} chercheuses", "p1"), said("À l’été", "p2"), said("On verra", None),
            ranked("i1", 90 - n, "Shanghai", 2000 + n), counted(n * 1000, "étudiants"),
            published=f"{2000 + n}-05-03",
        )
        for n in range(1, 25)
    ]  # fmt: skip
    return report_page(Corpus(articles), [Problem("scan.pdf", "no text layer")])


def test_search_reaches_every_section(open_page: Open, report: str) -> None:
    page = open_page(report).page
    assert page.locator("#speakers tbody tr:visible").count() == 25
    page.locator("input[type=search]").fill("JEAN roy7")
    page.get_by_text("2 résultats").wait_for()
    assert page.locator("#speakers tbody tr:visible").all_inner_texts()[0].startswith("Jean Roy7")
    assert page.locator("#institutions tbody tr:visible").count() == 0
    assert page.locator(".quotes b").all_inner_texts() == ["Jean Roy7"]
    assert page.locator("figure.rankings:visible").count() == 0
    page.locator("input[type=search]").press("Escape")
    assert page.locator("#speakers tbody tr:visible").count() == 25
    assert page.locator(".results").inner_text() == ""


def test_search_ignores_accents_and_apostrophes(open_page: Open, report: str) -> None:
    page = open_page(report).page
    page.locator("input[type=search]").fill("a l'ete")
    page.get_by_text("24 résultats").wait_for()
    assert page.locator(".quotes li").count() == 24


def test_quotations_by_speaker_and_by_pages(open_page: Open, report: str) -> None:
    page = open_page(report).page
    assert page.locator(".quotes li").count() == 50
    page.locator(".more").click()
    assert page.locator(".quotes li").count() == 72
    assert page.locator(".more").is_hidden()
    page.locator("select").select_option("p-assia-tria")
    assert page.locator(".quotes li").count() == 24
    assert set(page.locator(".quotes b").all_inner_texts()) == {"Assia Tria"}


def test_the_history_is_drawn(open_page: Open, report: str) -> None:
    page = open_page(report).page
    box = page.locator("figure.rankings svg").bounding_box()
    assert box["width"] > 200
    years = page.locator("figure.rankings .year").all()
    edges = [(b["x"], b["x"] + b["width"]) for b in (year.bounding_box() for year in years)]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


@pytest.mark.parametrize("width", [320, 480, 900, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows(open_page: Open, report: str, width: int, scheme: str) -> None:
    page = open_page(report, width=width, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_sections_are_reached_from_the_top(open_page: Open, report: str) -> None:
    page = open_page(report).page
    page.locator("nav a[href='#problems']").click()
    assert page.locator("#problems h2").is_visible()
    assert "scan.pdf" in page.locator("#problems").inner_text()
