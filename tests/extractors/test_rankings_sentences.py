"""Rankings in many sentences: positions, scopes, populations and places gained; see ``rankings_sentences.txt``.

``rankings_told.txt`` has those that an article makes ranks by telling others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline
from communique.records import Ranking

LINES = [
    line
    for name in ("rankings_sentences.txt", "rankings_told.txt")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]
SCOPES = {"world": "w", "europe": "e", "national": "n", "regional": "r", None: ""}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None, choices={})  # the rules alone


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
        (
            "Innovation : la Normandie 47e région européenne\n\nLa Commission européenne a publié son palmarès de "
            "200 régions.\n\n- Emploi : 55e\n- Brevets : 18e",
            [None, None, None],
        ),
        ("Le groupe Valtor rachète la société Sorelec et devient numéro deux français.", ["Valtor"]),
        ("« Les Gens du bief », produit par la société Valtor, est troisième du box-office.", [None]),
    ],
)  # fmt: skip
def test_subjects(text: str, subjects: list[str | None], pipeline: Pipeline) -> None:
    article = pipeline(text)
    names = {i.id: i.name for i in article.institutions}
    assert [names.get(r.subject or "") for r in article.rankings] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "L'université de Rabat, classée 3e par la revue Maroc Compétences et 61e en Afrique, recrute.",
            ["université de Rabat"] * 2,
        ),
        (
            "Suivent l'université de Rennes (92e) et Adrasta (99e) au classement.",
            ["université de Rennes", "Adrasta"],
        ),
        (
            "Au classement de Shanghai, l'université de Rennes recule, elle, au 29e rang.",
            ["université de Rennes"],
        ),
        (
            "Dans le palmarès établi avec Le Temps et la Tribune, l'université de Rennes est 5e.\n\n"
            "Elle gagne onze places.",
            ["université de Rennes"] * 2,
        ),
        (
            "L'université de Rennes progresse. Seule ombre au tableau : l'égalité, où elle pointe à la 40e place.",
            ["université de Rennes"],
        ),
    ],
)
def test_subject_is_the_clauses(text: str, subjects: list[str | None], pipeline: Pipeline) -> None:
    article = pipeline("Un titre\n\n" + text)
    names = {i.id: i.name for i in article.institutions}
    assert [names.get(r.subject or "", "").lower() or None for r in article.rankings] == [
        s and s.lower() for s in subjects
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "L'école gagne six places dans le palmarès 2025 de L'Usine nouvelle : elle passe au 12e rang.",
            ["palmarès 2025 de L'Usine nouvelle"] * 2,
        ),
        (
            "- Palmarès du Figaro Étudiant : 14e\n- Challenges : 17e",
            ["Palmarès du Figaro Étudiant", "Challenges"],
        ),
        (
            "L'ÉCOLE GAGNE SIX PLACES AU PALMARÈS DES ÉCOLES D'INGÉNIEURS\n\nClassée 24e, elle recrute dix personnes.",
            ["PALMARÈS DES ÉCOLES D'INGÉNIEURS"] * 2,
        ),
        ("L'école a obtenu la deuxième place du prix Vigier.", ["prix Vigier"]),
        ("L'école a obtenu la deuxième place du prix de la ville.", [None]),
    ],
)
def test_names(text: str, named: list[str | None], pipeline: Pipeline) -> None:
    assert [r.ranking for r in pipeline(text).rankings] == named
