"""Ministries in capitals on a line of their own, listed names across a line's end, schools of art."""

from __future__ import annotations

import pytest

from communique.extractors.institutions.one_of_a_kind import unique_bodies
from marked_institutions import institutions, spans


def test_ministries_over_their_decrees() -> None:
    text = (
        "MINISTERE DE LA JUSTICE\n\n- Arrêté n° 12 du 3 mai portant nomination\n\n"
        "MINISTERE DE L'ECONOMIE, DU PLAN ET DE LA COOPERATION\n\n- Décret n° 13 du 4 mai\n"
    )
    assert spans(text) == ["MINISTERE DE LA JUSTICE", "MINISTERE DE L'ECONOMIE, DU PLAN ET DE LA COOPERATION"]


def test_listed_name_across_a_short_line() -> None:
    text = "Deux lettres.\n\nUn accord lie les bibliothèques de la ville à celles de l'École\npolytechnique et du CNRS.\n"
    assert spans(text) == ["École\npolytechnique", "CNRS"]


def test_school_of_art_and_its_short_name() -> None:
    text = "L'école des Beaux-Arts de Lyon ouvre ses portes. Les Beaux-Arts de Lyon exposent."
    found = institutions(text)
    assert [m.alias_of for m in found] == [None, "école des Beaux-Arts de Lyon"]


@pytest.mark.parametrize(
    "text", ["", "Parlement", "le Parlement-", "au Grand Conseil", "\ud800 le Parlement"]
)
def test_edges(text: str) -> None:
    assert all(m.start < m.end <= len(text) for m in institutions(text))
    assert unique_bodies.__doc__


def test_items_of_a_list() -> None:
    text = "Les signataires de la pétition sont :\n\n- April\n- La Quadrature du Net\n- Framasoft\n"
    assert spans(text) == ["April", "La Quadrature du Net", "Framasoft"]
