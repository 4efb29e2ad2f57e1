"""Rows of names, one a line: what announces bodies, what does not."""

from __future__ import annotations

import pytest

from marked_institutions import check


@pytest.mark.parametrize(
    "marked",
    [
        "Les organisations signataires :\n[Greenpeace]\n[Alerte des soignants sur les solvants]\n[Attac France]\n"
        "[Canopelle]\n[Oxfam France]\n[Secrets poreux].\n\nLe texte est adopté.",
        "Les organisations signataires de la déclaration :\n[Forum Torvanais pour les Droits Economiques et Sociaux] "
        "([FTDES])\n[Ligue torvanaise des droits de l'homme]\nle [Réseau euro-méditerranéen des droits de l’Homme] "
        "([REMDH])\n[Association Torva des femmes démocrates]",
        "Membres du réseau\n- [Emmaüs France]\n- [Les Mains dans la Terre]\n- [Oxfam France]\n- [Récup et Compagnie]",
    ],
)
def test_one_body_a_line(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Au programme :\nAtelier Peinture\n[Greenpeace]\nVisite du Port\nConcert Surprise\nBal Masqué\n\nEntrée libre.",
        "Villes étapes\nLille\nNantes\nLyon\nQuimper",
    ],
)
def test_lines_that_are_no_row_of_bodies(marked: str) -> None:
    check(marked)
