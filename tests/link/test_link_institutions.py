"""Institutions as records: one id for all the names of a body, its fullest name, kind and identifiers."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline
from communique.records import Institution


def read(pipeline: Pipeline, text: str) -> tuple[Institution, ...]:
    return pipeline(text).institutions


def one(pipeline: Pipeline, text: str) -> Institution:
    found = read(pipeline, text)
    assert len(found) == 1, [i.name for i in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "acronym", "aliases"),
    [
        (
            "Il a visité la coopérative Les Planteurs debout (COPLADE). La COPLADE recrute.",
            "Les Planteurs debout", "COPLADE", {"COPLADE"},
        ),
        (
            "Des scientifiques de l'Institut de l'abeille – l'Itsap – montrent que les bandes aident.",
            "Institut de l'abeille", "Itsap", {"Itsap"},
        ),
        (
            "L'Agence de la transition écologique (Ademe) doit dépolluer le site.",
            "Agence de la transition écologique", "Ademe", {"Ademe"},
        ),
        ("La Conférence des grandes écoles (CGE) parle. La CGE se réjouit.",
         "Conférence des grandes écoles", "CGE", {"CGE"}),
        ("Selon l’ARDE (Agence régionale de l’eau), cela va.", "Agence régionale de l’eau", "ARDE", {"ARDE"}),
        ("L’ESO recrute. L’Observatoire européen austral est à Munich.",
         "Observatoire européen austral", None, {"ESO"}),
        ("IMT Mines Alès recrute. Selon Mines Alès, tout va bien.", "IMT Mines Alès", None, {"Mines Alès"}),
        ("La société Boréalin inc. recrute. Selon Boréalin, cela va.", "Boréalin inc.", None, {"Boréalin"}),
        ("Le Conseil d’Etat vaudois propose. Le Conseil d’Etat se tait.",
         "Conseil d’Etat vaudois", None, {"Conseil d’Etat"}),
    ],
)  # fmt: skip
def test_one_body(rules_only: Pipeline, text: str, name: str, acronym: str | None, aliases: set[str]) -> None:
    body = one(rules_only, text)
    assert (body.name, body.acronym, set(body.aliases)) == (name, acronym, aliases)
    assert all(text[m.start : m.end] for m in body.mentions)


def test_the_normally_cased_form_is_the_name(rules_only: Pipeline) -> None:
    body = one(
        rules_only, "L’UNIVERSITÉ DE BASSE-LOIRE GAGNE\n\nL’Université de Basse-Loire gagne des places."
    )
    assert body.name == "Université de Basse-Loire"
    assert len(body.mentions) == 2


def test_two_bodies_stay_two(rules_only: Pipeline) -> None:
    names = [i.name for i in read(rules_only, "L’Université de Lille et l’Université de Reims signent.")]
    assert names == ["Université de Lille", "Université de Reims"]


def test_a_wrapped_name_is_folded(rules_only: Pipeline) -> None:
    body = one(
        rules_only,
        "Un titre\n\nGap, le 3 mai 2024\n\n"
        "Absente du palmarès jusqu’en 2019, la grande école de la vallée apparaît cette année dans la\n"
        "tranche 501-600 du classement mondial, publié hier matin par le cabinet ShanghaiRanking\n"
        "Consultancy. Elle se situe désormais entre la dix-neuvième et la vingt-deuxième place.\n",
    )
    assert body.name == "ShanghaiRanking Consultancy"


def test_names_under_one_noun(rules_only: Pipeline) -> None:
    found = read(rules_only, "Les universités de Lille et d’Orléans signent. L’université d’Orléans recrute.")
    assert [(i.name, len(i.mentions)) for i in found] == [
        ("université de Lille", 1),
        ("université d’Orléans", 2),
    ]
    assert "Orléans" in found[1].aliases


def test_registry_links(rules_only: Pipeline) -> None:
    links = {
        i.name: i.links
        for i in read(rules_only, "Le CNRS et l’Université Grenoble Alpes signent avec Argolis SA.")
    }
    assert links["CNRS"] == {"ror": "https://ror.org/02feahw73"}
    assert links["Université Grenoble Alpes"]["ror"] == "https://ror.org/02rx3b187"
    assert links["Argolis SA"] == {}


def test_ids_follow_the_first_mention(rules_only: Pipeline) -> None:
    found = read(rules_only, "L’Inserm suit. Le CNRS suit. L’Inserm répond.")
    assert [(i.id, i.name, len(i.mentions)) for i in found] == [("i1", "Inserm", 2), ("i2", "CNRS", 1)]
