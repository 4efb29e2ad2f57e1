"""Sentences read for speech without marks, and those that are passed over."""

from __future__ import annotations

import pytest

from communique.extractors.quotations.scene import Scene
from communique.extractors.quotations.worth import worth_reading
from communique.mentions import Found
from communique.pipeline import Source, segment


def _read(text: str) -> list[int]:
    doc = segment(Source(f"Une rentrée sous le signe de l'eau\n\n{text}"))
    return [n - 1 for n in worth_reading(Scene(doc, Found(), []))]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire annonce que la piscine rouvrira.",
        "Le maire précise : la piscine rouvrira en mai.",
        "La piscine, rappelle le maire, rouvrira en mai.",
        "La piscine rouvrira, comme l'a promis le maire.",
        "La piscine rouvrira, s'est-il engagé.",
        "La piscine rouvrira en mai selon le maire.",
        "La piscine rouvrira en mai, d'après le maire.",
        "À en croire le maire, la piscine rouvrira.",
        "Pour Jean Petit, la piscine doit rouvrir.",
        "Il est inquiet : pour lui, la piscine doit rouvrir.",
        "Pour la présidente, la piscine doit rouvrir.",
        "Le maire dit vouloir rouvrir la piscine.",
        "La réponse du maire est que la piscine rouvrira.",
    ],
)
def test_worth_reading(text: str) -> None:
    assert _read(text) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "La piscine rouvrira en mai après trois ans de travaux.",
        "Pour rouvrir la piscine, il faudra deux ans.",
        "La piscine ferme pour 18 mois.",
        "Le maire annonce l'arrivée du tram.",
        "La réponse du maire est attendue.",
        "Le bassin compte huit couloirs et un plongeoir.",
        "Une annonce de la ville suivra.",
    ],
)
def test_passed_over(text: str) -> None:
    assert _read(text) == []
