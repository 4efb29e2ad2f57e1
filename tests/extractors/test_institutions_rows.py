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


@pytest.mark.parametrize(
    "marked",
    [
        "Le palmarès des associations :\n\n1 Les [Zinzins du Volant] [INSA Lyon]\n2 Le [Raid des Lacs] [EM Lyon]\n"
        "3 [Terre-Unie] [Kedge Business School]\n4 La [Course des Dunes] [EDHEC Business School]",
        "Classement final\n\n1. [Hum'Terre] – [Arts et Métiers ParisTech]\n2. [Cap Galère] – [Centrale Nantes]\n"
        "3. Les [Allumés du Bocal] – [IMT Atlantique]",
        "Ordre du jour\n\n1 Présentation du projet [Inria]\n2 Budget alloué au [CHU de Nantes]\n3 Calendrier des visites [CNRS]",
        "1. [Team Biovallon] – 412 points\n2. [Les Fondus d'Alizé] – 398 points\n3. [Groupe Archal] – 377 points\n\n"
        "L'épreuve a réuni 54 équipes.",
        "1. Anne Morvel – 412 points\n2. Luc Petit – 398 points\n3. [Groupe Archal] – 377 points\n\nLa soirée fut belle.",
    ],
)
def test_a_name_and_what_it_is_of(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Nos partenaires :\n\n- [Vibrato]\n- [Kolibree]\n- Le [Groupe La Poste]\n- [Le Monde des Jeunes Pousses]",
        "Les communes partenaires :\n- Lens\n- Liévin\n- Avion\n- [Métropole de Lens]",
    ],
)
def test_partners(marked: str) -> None:
    check(marked)
