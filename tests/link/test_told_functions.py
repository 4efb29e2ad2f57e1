"""Functions that only the words for a speaker tell."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

TOLD = [
    ("Élise Bornet a visité l'usine mardi. « Nous tiendrons », a assuré la ministre des Transports.",
     {"Élise Bornet": ["ministre des Transports"]}),
    ("Paul Vallier est inquiet. Il a lu le rapport. « C'est grave », estime le philosophe.",
     {"Paul Vallier": ["philosophe"]}),
    ("Luc Méland, chef de file du parti, a parlé. « Je reste », a lancé le député de Nîmes.",
     {"Luc Méland": ["chef de file", "député de Nîmes"]}),
    ("Anne Petit, directrice du musée, a parlé. « C'est bien », a dit la directrice.",
     {"Anne Petit": ["directrice du musée"]}),
    ("Anne Petit, directrice du musée, a parlé. « C'est bien », a dit la chercheuse.",
     {"Anne Petit": ["directrice du musée"]}),
    ("Anne Petit a gagné la course. « C'est bien », a dit un professeur.", {"Anne Petit": []}),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(reader: Pipeline, text: str, expected: dict[str, list[str]]) -> None:
    article = reader(text)
    assert {p.name: [r.title for r in p.roles] for p in article.people} == expected


def test_people_alone_have_them_too() -> None:
    text = TOLD[0][0]
    assert Pipeline(model=None, only=frozenset({"people"}))(text).people == Pipeline(model=None)(text).people
