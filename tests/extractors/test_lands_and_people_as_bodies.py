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
        ("Le président du Conseil italien Enrico Letta juge.", ["Enrico Letta"], []),
        ("La cheffe du parti libéral Anne Petit a parlé.", ["Anne Petit"], []),
        ("La directrice du lycée français Anne Petit a parlé.", [], ["lycée français Anne Petit"]),
        ("Le président de l'Assemblée nationale Luc Petit (LREM) a répondu.", ["Luc Petit"], ["Assemblée nationale", "LREM"]),
        ("Le délégué général de La République en marche Luc Petit est venu.", ["Luc Petit"], ["La République en marche"]),
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


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("La détente entre les États-Unis et l'Union soviétique dure.", []),
        ("Le club joue la Ligue africaine des Champions, puis la Ligue Europa.", []),
        ("Elle gagne la Ligue de Diamant et la Ligue des nations.", []),
        ("La finale de la CAN 2022 se jouera en février.", []),
        ("La Ligue de l'enseignement proteste.", ["Ligue de l'enseignement"]),
        ("La Ligue bretonne de voile a signé la convention.", ["Ligue bretonne de voile"]),
    ],
)  # fmt: skip
def test_unions_and_leagues(text: str, bodies: list[str], rules_only: Pipeline) -> None:
    assert [i.name for i in rules_only(HEAD + text).institutions] == bodies
