"""The year of positions whose ranking no rule names: the edition that the article tells before them."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Voici l'enquête 2024 de Ronda. Rennes s'y classe 3e.", [2024]),
        ("Selon le relevé 2023 de Ronda, Rennes est 3e. Pau arrive 7e.", [2023, 2023]),
        ("Voici les résultats du Trophée du tri 2023 :\n\nRennes est 3e, Pau 5e.", [2023, 2023]),
        ("Dans « Nos villes préférées 2024 », Rennes est 3e.", [2024]),
        ("Le sondage national 2022 est sorti.\n\nRennes arrive 3e ex æquo.", [2022]),
        ("Le benchmark des banques cotées 2023 vient de sortir. La nôtre est 9e.", [2023]),
        ("La sélection officielle du millésime 2021 est connue : Rennes est 3e.", [2021]),
        ("Voici l'enquête 2024 de Ronda. Rennes était 5e en 2021.", [2021]),
        # Dates, plans and other editions are none.
        ("Rennes s'y classe 3e. L'enquête 2026 paraîtra plus tard.", [None]),
        ("L'enquête, menée en 2024, place Rennes au 3e rang.", [None]),
        ("Dans le cadre de France 2030, Rennes est 3e.", [None]),
        ("L'enquête de mars 2024 est connue. Rennes est 3e.", [None]),
        ("Rennes gagne du terrain par rapport à l'enquête 2023. Elle est 3e.", [None]),
        ("Voici l'enquête 2024 de Ronda. L'an dernier, Rennes était 5e.", [None]),
        ("L'enquête 2020-2024 est connue. Rennes est 3e.", [None]),
        ("Entrées 2024 : 204 300. Rennes est 3e.", [None]),
        ("« Nous étions à l'étroit depuis 2019 », dit-il. Rennes est 3e.", [None]),
        ("« Nous avons doublé nos effectifs et nos moyens, nos usines et nos marques 2019 ». Rennes est 3e.",
         [None]),
    ],
)  # fmt: skip
def test_edition_told_before(text: str, years: list[int | None], pipeline: Pipeline) -> None:
    assert [r.year for r in pipeline(text).rankings] == years
