"""Lands and people that unknown capitalised names might be taken for bodies, and bodies beside them."""

from __future__ import annotations

import pytest

from communique.lexicon import lines
from communique.pipeline import Pipeline

HEAD = "Un bulletin de l'étranger\n\nUne réunion a eu lieu hier pour en parler.\n\n"
LANDS = [*lines("communique.gazetteer", "world.txt")]


@pytest.mark.parametrize("land", LANDS)
def test_a_land_is_no_body(land: str, rules_only: Pipeline) -> None:
    article = rules_only(
        f"{HEAD}La mission a traversé {land} avant de revenir. Les échanges avec {land} croissent."
    )
    assert article.institutions == ()
    assert article.people == ()


@pytest.mark.parametrize(
    ("text", "people", "bodies"),
    [
        ("Elle est battue par Venus Williams en trois sets.", ["Venus Williams"], []),
        ("Mel Gibson a dit s'en être inspiré.", ["Mel Gibson"], []),
        ("Elle finit derrière Anna Kournikova puis Shahar Peer.", ["Anna Kournikova"], []),
        ("Idina Menzel et Kristen Bell chantent.", ["Idina Menzel", "Kristen Bell"], []),
        # bodies beside people, or whose name ends as people's do
        ("Le contrat va à Luc Petit et à Vitalia Santé, une entreprise de soins.", ["Luc Petit"], ["Vitalia Santé"]),
        ("La société Gibson Guitars recrute.", [], ["Gibson Guitars"]),
        ("L’entreprise Novares Miller a annoncé un plan social.", [], ["Novares Miller"]),
    ],
)  # fmt: skip
def test_people_are_no_bodies(text: str, people: list[str], bodies: list[str], rules_only: Pipeline) -> None:
    article = rules_only(HEAD + text)
    assert [p.name for p in article.people] == people
    assert [i.name for i in article.institutions] == bodies
