"""Rankings in many sentences: positions, scopes, populations and places gained; see ``rankings_sentences.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline
from communique.records import Ranking

LINES = [
    line
    for line in (Path(__file__).parent / "rankings_sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]
SCOPES = {"world": "w", "europe": "e", "national": "n", "regional": "r", None: ""}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


def told(r: Ranking) -> str:
    """``Ranking(rank_min=3, rank_max=3, scope="world", change=2)`` is "3w+2"."""
    ranks = [str(n) for n in dict.fromkeys((r.rank_min, r.rank_max)) if n is not None]
    total = f"/{r.out_of}" if r.out_of else ""
    return ("-".join(ranks) or "-") + SCOPES[r.scope] + total + (f"{r.change:+d}" if r.change else "")


@pytest.mark.parametrize("line", LINES)
def test_positions(line: str, pipeline: Pipeline) -> None:
    text, _, expected = line.rpartition("|")
    article = pipeline(text.strip().replace("\\n", "\n").replace("\\t", "\t"))
    assert [told(r) for r in article.rankings] == [e.strip() for e in expected.split(";") if e.strip()]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Palmarès des CHU\n\n1er CHU de Toulouse\n2e CHU de Nantes", ["CHU de Toulouse", "CHU de Nantes"]),
        (
            "Palmarès des CHU\n\nRang\n1er\nCHU de Toulouse\n2e\nCHU de Nantes",
            ["CHU de Toulouse", "CHU de Nantes"],
        ),
        (
            "Palmarès\n\n| Rang | Nom | Évolution |\n|---|---|---|\n"
            "| 1er | CHU de Lille | = |\n| 2e | CHU de Nantes | +3 |",
            ["CHU de Lille", "CHU de Nantes"],
        ),
        ("L'EM Normandie est 12e. « Cette 12e place nous honore », se réjouit Anne Roy.", ["EM Normandie"] * 2),
        ("Le groupe Valtor rachète la société Sorelec et devient numéro deux français.", ["Valtor"]),
        ("« Les Gens du bief », produit par la société Valtor, est troisième du box-office.", [None]),
    ],
)  # fmt: skip
def test_subjects(text: str, subjects: list[str | None], pipeline: Pipeline) -> None:
    article = pipeline(text)
    names = {i.id: i.name for i in article.institutions}
    assert [names.get(r.subject or "") for r in article.rankings] == subjects
