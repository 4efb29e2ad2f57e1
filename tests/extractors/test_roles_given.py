"""Posts given and left, who takes somebody on, lists of adjectives, what somebody was before and has become."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, ancienne avocate devenue maire de Dole, signe.", ["ancienne avocate", "maire de Dole"]),
        ("Ancienne ministre devenue banquière, Anne Petit signe.", ["Ancienne ministre", "banquière"]),
        ("Anne Petit, entrepreneuse devenue riche, signe.", ["entrepreneuse"]),
        ("Devenue directrice de [[Nord]] à 40 ans, Anne Petit raconte.", ["directrice @ Nord"]),
        ("Anne Petit, née en 1980, directrice de [[Nord]], raconte.", ["directrice @ Nord"]),
        ("Anne Petit, d'abord institutrice puis inspectrice, raconte.", ["institutrice", "inspectrice"]),
        ("Anne Petit, première femme présidente de [[Nord]], raconte.", ["présidente @ Nord"]),
        ("Le poste de directrice générale revient à Anne Petit.", ["directrice générale"]),
        ("[[Nord]] a confié le poste de directrice à Anne Petit.", ["directrice"]),
        ("Le rôle de la directrice plaît à Anne Petit.", []),
        ("Le conseil a choisi Anne Petit pour directrice générale.", ["directrice générale"]),
        ("Anne Petit vient d'être recrutée comme cheffe de projet par [[Nord]].", ["cheffe de projet @ Nord"]),
        ("Anne Petit est nommée cheffe de projet par [[Nord]].", ["cheffe de projet"]),
        ("Nous accueillons une nouvelle directrice : Anne Petit.", ["directrice"]),
        ("Anne Petit, maire (sans étiquette) de Dole, raconte.", ["maire de Dole"]),
        ("Anne Petit, professeure d'ingénierie civile, environnementale et géomatique à [[Nord]], raconte.",
         ["professeure d'ingénierie civile, environnementale et géomatique @ Nord"]),
        ("Anne Petit, professeure de chimie organique, mariée et mère, raconte.",
         ["professeure de chimie organique"]),
        ("Anne Petit, membre de la Légion d'Honneur, raconte.", ["membre de la Légion d'Honneur"]),
        ("Anne Petit, coordinatrice du projet [[Semailles]] à [[Nord]], raconte.",
         ["coordinatrice du projet Semailles @ Nord"]),
    ],
)  # fmt: skip
def test_posts_given_and_held_before(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit", []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les designers et décoratrices Anne Petit et Julie Roux signent.",
         {"Anne Petit": ["designers", "décoratrices"], "Julie Roux": ["designers", "décoratrices"]}),
        ("La designer et décoratrice Anne Petit et Julie Roux signent.",
         {"Anne Petit": ["designer", "décoratrice"]}),
    ],
)  # fmt: skip
def test_two_titles_of_two(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Nord]] (Anne Petit, directrice) signe.", {"Anne Petit": ["directrice @ Nord"]}),
        ("[[Nord]], représenté par Mme Anne Petit, présidente, signe.", {"Anne Petit": ["présidente @ Nord"]}),
        ("Anne Petit • Directrice • [[Nord]]", {"Anne Petit": ["Directrice @ Nord"]}),
        ("[[Nord]] (Anne Petit, maire de Dole) signe.", {"Anne Petit": ["maire de Dole"]}),
        ("[[Nord]] signe avec Anne Petit, photographe.", {"Anne Petit": ["photographe"]}),
        ("La directrice de cabinet de Luc Roux, Anne Petit, part.",
         {"Anne Petit": ["directrice de cabinet de Luc Roux"]}),
        ("Le bras droit de Luc Roux, Paul Petit, part.", {"Paul Petit": ["bras droit de Luc Roux"]}),
        ("La maire a reçu Anne Petit. Le dossier est clos. « Oui », dit la maire.", {}),
    ],
)  # fmt: skip
def test_bodies_and_people_beside(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected
