"""People whom what follows or precedes their name tells; bylines; spellings of one name."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # told to an agency
        ('"Je suis là", a dit à l\'AFP Azurik Nagur, 63 ans, un des instigateurs.', ["Azurik Nagur"]),
        ("« C'est un régal », témoigne pour l'AFP Sami Seddoki, venu de Marseille.", ["Sami Seddoki"]),
        # what somebody is, in apposition
        ("Le premier responsable de l'EPSP, Mustapor Belbacha, a déclaré que tout va.", ["Mustapor Belbacha"]),
        ("Un sentiment partagé par Yochevid Lifschitz, otage libérée mardi.", ["Yochevid Lifschitz"]),
        ("Jacquilane Mourad, l'une des figures du mouvement, va créer un parti.", ["Jacquilane Mourad"]),
        ("Jacquilane Mourad, bretonne de 51 ans, est l'auteure de la vidéo.", ["Jacquilane Mourad"]),
        ("Le ministre des Collectivités, du Développement et de l’Aménagement des Territoires Oumar GUEYE parle.",
         ["Oumar GUEYE"]),
        # namesakes and bodies that are none
        ("C’est en effet Marine Le Tellier (27 %) qui est en tête.", ["Marine Le Tellier"]),
        ("Le Défenseur des droits Jacques Vidal a réclamé la suspension.", ["Jacques Vidal"]),
        ("Le score du Rassemblement national de Marine Le Tellier baisse.", ["Marine Le Tellier"]),
        ("L'association Arc de Poitiers avec Stéphane Patrin tient une conférence.", ["Stéphane Patrin"]),
        ("Petr Kuznetsev et Greta Stähl ont reçu un prix.", ["Petr Kuznetsev", "Greta Stähl"]),
        # the plural of paragons
        ("Il distance ses rivaux, les Romain Bardin, Luc Quintin et autre Vincent Nobile.",
         ["Romain Bardin", "Luc Quintin", "Vincent Nobile"]),
        ("Les Romain Bardin sont amarrés au port.", []),
        # bylines
        ("Le cas est signalé par les chercheurs.\n\nFAOUZI SENOUSSI", ["FAOUZI SENOUSSI"]),
        ("Les pistes vont jusqu'au village.\nB. NACIR\nUn wali nie les faits.", ["B. NACIR"]),
        ("PARIS MATCH\nLe cas est signalé.\n\nESPACE PRESSE\nSuite", []),
        # brands, characters, sayings
        ("L'attentat contre Charlie Hebdo, publié chez Albin Michel, « Just Do It » et Robin des Bois.", []),
        # one person, spelt twice
        ("Fabian Suchanek enseigne. Fabian Suchaneck publie. Fabian Suchanek parle.", ["Fabian Suchanek"]),
        ("Mme Yacine Fall est ministre. Yassine Fall est économiste. Yassine Fall parle.", ["Yassine Fall"]),
        ("Paul Martin et Paule Martin sont venus, avec Anne Petit et Anne Petitjean.",
         ["Paul Martin", "Paule Martin", "Anne Petit", "Anne Petitjean"]),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str], pipeline: Pipeline) -> None:
    assert [p.name for p in pipeline(text).people] == names
