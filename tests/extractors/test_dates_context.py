"""Dates that what stands around settles: a month of issue, a year right before, week-ends of Québec, names."""

from __future__ import annotations

import re

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("jeudi 6 juin 2024", "2024-06-06"),
        ("Jeudi 6 juin 2024", "2024-06-06"),
        ("Paris, jeudi 6 juin 2024", "2024-06-06"),
        ("Mis en ligne le 6 juin 2024", "2024-06-06"),
        ("2024/06/06", "2024-06-06"),
        ("2024.06.06", "2024-06-06"),
        ("Publié le 2024/06/06 à 10 h", "2024-06-06"),
        ("Dossier 2024/06.06", None),
        ("Exercice 2023/2024", None),
        ("Publié en juin 2024", None),
        ("Le programme du jeudi 6 juin 2024 est complet.", None),
    ],
)
def test_published(head: str, published: str | None, pipeline: Pipeline) -> None:
    article = pipeline(
        f"Une lauréate à la finale nationale\n\n{head}\n\nLe jury l'a désignée, dit le concours."
    )
    assert article.published == published


@pytest.mark.parametrize(
    ("head", "text", "value"),
    [
        ("Publié en juillet 2015.", "Elle a gagné la coupe en mars dernier.", "2015-03"),
        ("Paru dans le numéro de juillet 2015.", "Elle a gagné la coupe en mars dernier.", "2015-03"),
        ("Publié en juillet.", "Elle a gagné la coupe en mars dernier.", None),
        (
            "jeudi 6 juin 2024",
            "Elle vient d'être désignée pour la finale 2024, en novembre à Abidjan.",
            "2024-11",
        ),
        ("jeudi 6 juin 2024", "Elle vient d'être désignée pour la finale, en novembre à Abidjan.", "2023-11"),
        ("jeudi 6 juin 2024", "Elle ouvrira vendredi quatorze à 16 h.", "2024-06-14"),
    ],
)
def test_values(head: str, text: str, value: str | None, pipeline: Pipeline) -> None:
    assert pipeline(f"Un titre pour l'article\n\n{head}\n\n{text}").dates[-1].value == value


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("La compétition dure une fin de semaine.", []),
        ("Le jury a retenu fin juillet 44 projets.", ["fin juillet"]),
        ("Le débarquement de juin 44 est raconté.", ["juin 44"]),
        ("Publié mai 7, 2025 par la rédaction.", ["mai 7, 2025"]),
        ("Ils ont ri toute la fin de semaine.", []),
        ("Les cours de fin de semaine reprennent.", []),
        ("Le bilan sera connu en fin de semaine.", ["en fin de semaine"]),
        ("Rendez-vous d'ici la fin de la semaine.", ["d'ici la fin de la semaine"]),
        ("Le programme Horizon 2020 aide l'équipe.", []),
        ("Le plan vise l'horizon 2030.", ["2030"]),
        ("Elle ouvrira mi-mars, courant septembre au plus tard.", ["mi-mars", "courant septembre"]),
        ("Le tribunal a condamné jeudi trois cimentiers.", ["jeudi"]),
    ],
)
def test_texts(text: str, dates: list[str], pipeline: Pipeline) -> None:
    found = pipeline(f"Un titre pour l'article\n\nParis, le 6 juin 2024\n\n{text}").dates[1:]
    assert [d.text for d in found] == dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("La réunion du mardi 26 avril 2022 a été longue. Elle reprend le 28 avril.", "2022-04-28"),
        ("Ils se sont vus le 2 mai 2019. Des stations ont manqué de carburant entre le 11 et le 28 mai.", "2019-05-11"),
        ("Rendez-vous le 28 avril. Le 28 avril 2022, tout sera prêt, puis on fermera.", "2022-04-28"),
        # another month, two years for one month, a later day of the month: the text does not fix the year
        ("La réunion du 26 avril 2022 a été longue. Elle reprend le 3 janvier.", None),
        ("Le 26 avril 2021, puis le 26 avril 2022, il pleuvait. Elle reprend le 28 avril.", None),
        ("Elle reprend le 28 avril. La réunion du 26 avril 2022 a été longue.", None),
    ],
)  # fmt: skip
def test_year_that_the_text_fixes(text: str, value: str | None, pipeline: Pipeline) -> None:
    assert {d.value for d in pipeline(text).dates if not re.search(r"\d{4}", d.text)} == {value}
