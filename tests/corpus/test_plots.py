from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from communique import Corpus
from communique.corpus import MissingExtraError
from corpus.made import article, body, counted, person, ranked, said

alt = pytest.importorskip("altair")


@pytest.fixture
def corpus() -> Corpus:
    return Corpus([
        article(
            f"{year}.txt", body("i1", "IMT Mines Alès"), person("p1", "Assia Tria", ("directrice", "i1")),
            said("Un", "p1"), said("Deux", "p1"), ranked("i1", rank, "Shanghai", year),
            counted(1000 + year, "étudiants"), published=f"{year}-05-03",
        )
        for year, rank in ((2023, 9), (2024, 7), (2025, 6))
    ])  # fmt: skip


def rows(chart: Any) -> list[dict[str, Any]]:
    """The data inside the chart's specification, which must be a valid one."""
    spec = json.loads(chart.to_json(validate=True))
    return [row for data in spec["datasets"].values() for row in data]


def test_rankings_have_the_best_on_top(corpus: Corpus) -> None:
    chart = corpus.plot.rankings(subject="IMT Mines Alès")
    assert [(row["year"], row["rank_max"]) for row in rows(chart)] == [(2023, 9), (2024, 7), (2025, 6)]
    spec = chart.to_dict()
    assert all(layer["encoding"]["y"]["scale"]["reverse"] for layer in spec["layer"])


def test_speakers(corpus: Corpus) -> None:
    chart = corpus.plot.speakers()
    assert rows(chart) == [{"institution": "IMT Mines Alès", "gender": "feminine", "quotations": 6}]


def test_network(corpus: Corpus) -> None:
    found = rows(corpus.plot.network())
    assert {"person": "Assia Tria", "institution": "IMT Mines Alès", "quotations": 6}.items() <= next(
        row for row in found if "person" in row
    ).items()


def test_counts(corpus: Corpus) -> None:
    assert rows(corpus.plot.counts()) == [{"noun": "étudiants", "figures": 3}]
    assert [row["value"] for row in rows(corpus.plot.counts(noun="étudiant"))] == [3023, 3024, 3025]


def test_charts_are_the_library_s_own(corpus: Corpus) -> None:
    assert corpus.plot.speakers().properties(title="Qui parle ?").to_dict()["title"] == "Qui parle ?"


def test_an_empty_corpus_makes_empty_charts() -> None:
    empty = Corpus([]).plot
    for chart in (
        empty.rankings(),
        empty.speakers(),
        empty.network(),
        empty.counts(),
        empty.counts(noun="x"),
    ):
        assert chart.to_dict()


def test_without_altair_the_error_says_what_to_install(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"communique\[plots\]"):
        corpus.plot.speakers()
