"""Whose a function is that takes somebody up, what body several share, who is depicted before a function."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luc Roux, procureur de Dole, parle. Paul Petit est arrêté. C'est grave, a dit le procureur.",
         {"Luc Roux": ["procureur de Dole"]}),
        ("M. Paul Petit dénonce le blocus imposé par Luc Roux. « Ouvrons », a lancé le chef de file de l'opposition.",
         {"Paul Petit": ["chef de file de l'opposition"]}),
        ("Paul Petit s'est marié. C'est ce qu'a confirmé le prêtre qui l'accompagnait.", {}),
        ("Paul Petit travaille. C'est le jour que m'accorde le patron du bar dans lequel je sers.", {}),
        ("Paul Petit a écrit. À quoi pense le community manager quand il lit ?", {}),
        ("Anne Petit a parlé. « Non », souffle cette fonctionnaire qui vit seule.",
         {"Anne Petit": ["fonctionnaire"]}),
        ("Anne Petit a parlé. « Non », nous a encore répondu la ministre.", {"Anne Petit": ["ministre"]}),
        ("Anne Petit a parlé. Selon [[Nord]], la ministre des Sports a raison.",
         {"Anne Petit": ["ministre des Sports"]}),
        # offices of State that readers know who held
        ("Édouard Philippe a vu Emmanuel Macron. Le premier ministre a promis une loi.",
         {"Édouard Philippe": ["premier ministre"]}),
        ("Emmanuel Macron doit parler. La loi viendra, a dit le premier ministre.", {}),
    ],
)  # fmt: skip
def test_who_is_taken_up(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit (chargée de mission) et Luc Roux (chargé de projets) de la [[Région]] sont là.",
         {"Anne Petit": ["chargée de mission @ Région"], "Luc Roux": ["chargé de projets @ Région"]}),
        ("Anne Petit, chercheuse, et Luc Roux, ingénieur, tous les deux à l'[[IMT]], animent.",
         {"Anne Petit": ["chercheuse @ IMT"], "Luc Roux": ["ingénieur @ IMT"]}),
        ("Avec Anne Petit, chercheuse, et Luc Roux, ingénieur, de l'[[IMT]].",
         {"Anne Petit": ["chercheuse @ IMT"], "Luc Roux": ["ingénieur @ IMT"]}),
        ("Anne Petit, infirmière (aide-soignante) au [[CHU]], parle.",
         {"Anne Petit": ["infirmière @ CHU", "aide-soignante @ CHU"]}),
        ("Anne Petit – Coach\n\nJulie Roux / Luc Roux – Designer",
         {"Anne Petit": ["Coach"], "Julie Roux": ["Designer"], "Luc Roux": ["Designer"]}),
        # each his own
        ("Anne Petit, chercheuse, et Luc Roux, ingénieur à l'[[IMT]], animent.",
         {"Anne Petit": ["chercheuse"], "Luc Roux": ["ingénieur @ IMT"]}),
        ("Avec Anne Petit, maire de Dole, et Luc Roux, ingénieur, de l'[[IMT]].",
         {"Anne Petit": ["maire de Dole"], "Luc Roux": ["ingénieur @ IMT"]}),
        ("Anne Petit (photographe) expose à l'[[IMT]].", {"Anne Petit": ["photographe"]}),
    ],
)  # fmt: skip
def test_a_body_told_once_for_all(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luc Roux a un fils. « Il va bien », a ajouté le quadragénaire, infirmier libéral.",
         {"Luc Roux": ["infirmier libéral"]}),
        ("Anne Petit a un fils. Cette mère de famille, infirmière libérale, tient bon.",
         {"Anne Petit": ["infirmière libérale"]}),
        ("Luc Roux est choisi. Le jeune homme, porte-parole du mouvement, se réjouit.",
         {"Luc Roux": ["porte-parole du mouvement"]}),
        ("Luc Roux parle à un homme, infirmier libéral.", {}),
        ("« Elle va bien », a ajouté le quadragénaire, infirmier libéral.", {}),
        ("Une équipe menée par les professeures Anne Petit et Julie Roux travaille.",
         {"Anne Petit": ["professeures"], "Julie Roux": ["professeures"]}),
        ("Ses ambassadrices (Anne Petit, Julie Roux et Lise Blanc) agissent.",
         {"Anne Petit": ["ambassadrices"], "Julie Roux": ["ambassadrices"], "Lise Blanc": ["ambassadrices"]}),
        ("Les joueuses (Anne Petit, Julie Roux, Lise Blanc) gagnent.", {}),
        ("Avec [la ministre de la Culture] Anne Petit, nous agissons.", {"Anne Petit": ["ministre de la Culture"]}),
        ("La ministre de l\"économie, des finances et de la relance Anne Petit parle.",
         {"Anne Petit": ["ministre de l\"économie, des finances et de la relance"]}),
        ("Anne Petit, journaliste à [[Nord]], spécialiste du climat, parle.",
         {"Anne Petit": ["journaliste @ Nord", "spécialiste du climat"]}),
        ("Anne Petit, directrice de [[Nord]], spécialiste de l'avion, parle.",
         {"Anne Petit": ["directrice @ Nord"]}),
        ("Anne Petit, coworker à la [[Ruche]] et fondatrice du projet Semailles, parle.",
         {"Anne Petit": ["fondatrice du projet Semailles"]}),
        ("Anne Petit, accompagnée de son adjoint et chef de cabinet, parle.", {}),
        ("Anne Petit, MCF Sciences de l'éducation, [[Nord]]",
         {"Anne Petit": ["MCF Sciences de l'éducation @ Nord"]}),
    ],
)  # fmt: skip
def test_depicted_listed_and_in_marks(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected
