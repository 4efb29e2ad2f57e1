"""Functions set before the subject of a sentence, with asides between the two."""

from __future__ import annotations

import pytest

from marked_people import roles

FRONTED = [
    ("Directrice de la [[Banque des Îles]] sous les ordres du préfet Jean Roux, Claire Morin a tenu bon.",
     ["Directrice @ Banque des Îles"]),
    ("Journaliste à [[Nor]] et chroniqueuse littéraire pour [[Radio Sud]], la Belge Anne Petit publie.",
     ["Journaliste @ Nor", "chroniqueuse littéraire @ Radio Sud"]),
    ("Docteur en sciences politiques, diplômée de l'[[Université de Nor]], Anne Petit a parlé.",
     ["Docteur en sciences politiques"]),
    ("Membre de la [[Ligue verte]] pendant \"presque dix ans\", Marc Petit a lancé un appel.",
     ["Membre @ Ligue verte"]),
    ("Première et éphémère ministre des Armées de François Martin, Claire Morin a parlé.",
     ["ministre des Armées"]),
    ("Quand il était maire de Nantes, première ville de l'ouest, Jean Petit a soutenu ce travail.",
     ["maire de Nantes"]),
    ("Auteure, coordinatrice et, en 2015, élue présidente du jury, Anne Petit siège aussi ici.",
     ["Auteure", "coordinatrice", "présidente du jury"]),
    ("Directrice de [[Nor]] (2010-2014), conseillère économique à [[Sud]] à Dakar, puis directrice "
     "régionale d'[[Est]], Anne Petit revient.",
     ["Directrice @ Nor", "conseillère économique @ Sud", "directrice régionale @ Est"]),
    ("Ex-entraîneur, entre autres, du club, le Portugais Paul Petit (44 ans) a signé.", ["Ex-entraîneur"]),
    ("Tour à tour avocate, députée et ministre de la Santé, Anne Petit a marqué son époque.",
     ["avocate", "députée", "ministre de la Santé"]),
    ("Pianiste et compositrice, diplômée du conservatoire, Anne Petit enseigne à Sion.",
     ["Pianiste", "compositrice"]),
    ("Depuis 2019 directeur général de [[Nor]], Paul Petit quittera ses fonctions.",
     ["directeur général @ Nor"]),
    ("Ministre de l'Éducation de 2012 à 2014, puis ambassadeur en Italie, Paul Petit revient.",
     ["Ministre de l'Éducation", "ambassadeur en Italie"]),
    ("Fille de mineurs, agrégée de lettres, députée de la Loire de 1997 à 2002, Anne Petit est là.",
     ["agrégée de lettres", "députée de la Loire"]),
    ("Originaire de Corrèze, auteur de nombreux romans et policiers, Paul Petit a parlé.",
     ["auteur de nombreux romans"]),
    ("Lors de son premier voyage à titre de première ministre, Anne Petit a rencontré des élus.",
     ["première ministre"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRONTED)
def test_fronted(text: str, expected: list[str]) -> None:
    assert list(roles(text).values())[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Médecins et infirmières depuis vingt ans, Anne Petit les connaît tous.",
        "Directrice de l'école depuis peu, elle a vu la salle où Anne Petit a joué.",
        "Directeur de l'école depuis peu, le voisin parle de la fête, Anne Petit a joué.",
        "Directeur : rien. Après la fête, Anne Petit a joué.",
        "Avocat, menteur et renégat, le président de la fête a vu, Anne Petit a joué.",
        "Directeur de l'école pendant dix ans\nSelon la rumeur, Anne Petit a joué.",
    ],
)
def test_not_fronted(text: str) -> None:
    assert "Anne Petit" not in roles(text)
