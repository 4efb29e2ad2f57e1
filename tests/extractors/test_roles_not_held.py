"""Nouns of people that are nobody's function where they stand, and functions of somebody else."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a frame, a classification, a town, a deed
        ("Dans ce cadre, Frédéric Grillon a reçu un prix.", []),
        ("Dans le cadre du projet, Anne Petit présentera ses travaux.", []),
        ("Il portait un masque dans le cadre d'un hommage à Thierry Henrion.", []),
        ("Vincent Nobile, 4e du général à 2'14, semble loin.", []),
        ("Paul Durand, auteur de l'attentat de juin, a été condamné.", []),
        ("Anne Petit, auteure d'une belle saison, reste au club.", []),
        ("Anne Petit, cadre à La Poste, et Paul Durand, auteur de romans, témoignent.",
         ["cadre", "auteur de romans"]),
        # who is told, and who told it
        ("« Non », a confié à une journaliste du Monde Paul Durand, maire de Brives.", ["maire de Brives"]),
        ("Le rapport du médiateur nommé par Fleur Perrin déçoit les syndicats.", []),
        ("Anne Petit a salué le courage de ce gendarme, qui lutte contre la mort.", []),
        ("Manuel de l'animateur social (Saul Alinski)", []),
        # what opens a clause, and its subject
        ("Dans une lettre à la ministre de la Santé, Paul Durand réclame des lits.", []),
        ("Interrogé sur la maire de Lyon, Paul Durand a refusé de répondre.", []),
        ("Après un entretien avec le préfet, Paul Durand s'est dit rassuré.", []),
        ("Dans une question écrite au Premier ministre, le député Salah Zitoun a dénoncé l'affaire.",
         ["député"]),
        ("Interrogée par M. Gay et par Mme Préville, la ministre a répondu hier.", []),
        ("Pour le maire de Brives, Paul Durand, il faut agir.", ["maire de Brives"]),
        ("Elle a écrit au préfet du Lot, Paul Durand.", ["préfet du Lot"]),
    ],
)  # fmt: skip
def test_roles(text: str, roles: list[str], pipeline: Pipeline) -> None:
    assert [r.title for p in pipeline(text).people for r in p.roles] == roles
