"""People in pages whose line ends were lost: the name stops where the next line or the next name begins."""

from __future__ import annotations

import pytest

from marked_people import names, roles

NAMES = [
    ("Une pièce de Marc Delaunay Dans ce spectacle, deux frères se retrouvent.", ["Marc Delaunay"]),
    ("Vernissage avec Serge Tavernier Le sculpteur présentera ses œuvres.", ["Serge Tavernier"]),
    ("Émission animée par Laure Vasseur Laure Vasseur est journaliste.", ["Laure Vasseur"]),
    ("Musique : Franz Riedel Costumes et décors : Louis Blanc", ["Franz Riedel", "Louis Blanc"]),
    ("L'atelier est animé par Luc Vasseur Olivier Legrand", ["Luc Vasseur", "Olivier Legrand"]),
    ("Salué par Gérard Vasseur A la tête du peloton, il part.", ["Gérard Vasseur"]),
    # one name all the same
    ("Mohamed Torve Salim Morve préside.", ["Mohamed Torve Salim Morve"]),
    ("Thi Mai Lan Fournier enseigne.", ["Thi Mai Lan Fournier"]),
    ("Marine Le Goff et Gabriel García Márquez écrivent.", ["Marine Le Goff", "Gabriel García Márquez"]),
    ("Le Lycée Technique Jean Moulin, proviseure en tête, défile.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_roles_in_a_row() -> None:
    row = (
        "Lucie Morel , chargée de projet - [[FRAC]] Anne Vasseur , journaliste - [[Sud Ouest]] "
        "Luc Petit , artiste"
    )
    assert roles(row) == {
        "Lucie Morel": ["chargée de projet @ FRAC"],
        "Anne Vasseur": ["journaliste @ Sud Ouest"],
        "Luc Petit": ["artiste"],
    }


def test_a_noun_that_comes_again() -> None:
    row = "Présents : Luc Morel, éditions Finitude Anne Vasseur, éditions du Torvel"
    assert names(row) == ["Luc Morel", "Anne Vasseur"]
