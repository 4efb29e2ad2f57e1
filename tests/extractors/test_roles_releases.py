"""Functions as releases and signatures write them: abbreviations, fields, shared titles, takings of office."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, vice-pdte. de [[Nor]], parle.", ["vice-pdte. @ Nor"]),
        ("Anne Petit, autrice de 19 points, parle.", []),
        ("Anne Petit, autrice de la biographie, parle.", ["autrice de la biographie"]),
        ("Anne Petit, bourgmestre f.f., et Paul Grand parlent.", ["bourgmestre f.f."]),
        ("Anne Petit, doyenne p.i. de la faculté, parle.", ["doyenne p.i. de la faculté"]),
        ("Anne Petit, directrice a.i. de [[Nor]], parle.", ["directrice a.i. @ Nor"]),
        ("Anne Petit (directrice générale de [[Nor]] a.i.) parle.", ["directrice générale a.i. @ Nor"]),
        ("La préfète de la région Grand Est, Anne Petit, parle.", ["préfète de la région Grand Est"]),
        ("Anne Petit, présidente. De là, elle voit tout.", ["présidente"]),
        ("Anne Petit, élève de [[Nor]] en 2e année, trésorière du BDE", ["élève @ Nor", "trésorière du BDE"]),
        ("Anne Petit, élève de [[Nor]] depuis 2019, trésorière de [[Vie]]", ["élève @ Nor", "trésorière @ Vie"]),
        ("Anne Petit, présidente du Bureau des Élèves, parle.", ["présidente du Bureau des Élèves"]),
        ("Anne Petit, déléguée à la transition sociale, diversité et inclusion à [[Nor]], parle.",
         ["déléguée à la transition sociale, diversité et inclusion @ Nor"]),
        ("Anne Petit, déléguée à la diversité et l’inclusion de [[Nor]], parle.",
         ["déléguée à la diversité et l’inclusion @ Nor"]),
        ("Anne Petit, déléguée à la diversité, rêve et invente.", ["déléguée à la diversité"]),
        ("Anne Petit, gérante de l'école privée [[Nor]], parle.", ["gérante @ Nor"]),
        ("Anne Petit, directrice de la société lyonnaise [[Nor]], parle.", ["directrice @ Nor"]),
        ("Anne Petit, directrice de la recherche clinique de [[Nor]], parle.",
         ["directrice de la recherche clinique @ Nor"]),
        ("Anne Petit (PS), maire de Nantes et présidente de [[Nor]], parle.", ["maire de Nantes", "présidente @ Nor"]),
        ("Anne Petit, professeure d'EPS, parle.", ["professeure d'EPS"]),
        ("Anne Petit, garde des Sceaux, parle.", ["garde des Sceaux"]),
        ("Anne Petit garde des enfants.", None),
        ("s'alarme la so-\nciologue Anne Petit", ["sociologue"]),
        ("dit Anne Petit, prési-\ndente de [[Nor]].", ["présidente @ Nor"]),
        ("dit Anne Petit, directrice géné-\nrale de [[Nor]].", ["directrice générale @ Nor"]),
        ("dit Anne Petit, maire ad-\njointe de Nîmes.", ["maire adjointe de Nîmes"]),
        ("La prési-\ndente de [[Nor]], Anne Petit, rit.", ["présidente @ Nor"]),
        ("dit Anne Petit, tout à sa prési-\ndence.", None),
    ],
)  # fmt: skip
def test_titles(text: str, expected: list[str] | None) -> None:
    assert roles(text) == ({"Anne Petit": expected} if expected else {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La section a désigné Anne Petit comme nouvelle RSS jusqu’en juin.", ["RSS"]),
        ("Le ministre a installé Anne Petit dans ses fonctions de rectrice de [[Nor]].", ["rectrice @ Nor"]),
        (
            "Anne Petit est reconduite au poste de secrétaire générale de [[Nor]].",
            ["secrétaire générale @ Nor"],
        ),
        ("Après trois ans passés comme présidente de [[Nor]], Anne Petit part.", ["présidente @ Nor"]),
        ("En tant que présidente de [[Nor]], Anne Petit a signé.", ["présidente @ Nor"]),
        (
            "Depuis 2019 comme présidente de la section (RSS) [[Nor]], Anne Petit agit.",
            ["présidente de la section"],
        ),
        ("Anne Petit prendra ses fonctions de préfète du Gard le 4 mars.", ["préfète du Gard"]),
        ("Anne Petit a quitté ses fonctions de directrice de [[Nor]].", ["directrice @ Nor"]),
        ("Anne Petit prend le maire à partie.", None),
        ("Anne Petit a dirigé le port avant de devenir présidente de [[Nor]].", ["présidente @ Nor"]),
        ("Anne Petit a vu le port avant de partir, présidente ou non.", None),
        ("Anne Petit, doctorante en informatique au Lirmm, parle.", ["doctorante en informatique @ Lirmm"]),
        (
            "Anne Petit, doctorante en informatique au Canada, parle.",
            ["doctorante en informatique au Canada"],
        ),
        ("On la voit comme présidente de [[Nor]], Anne Petit le dit.", None),
        ("Un jury présidé par l'ancienne garde des Sceaux Anne Petit.", ["ancienne garde des Sceaux"]),
    ],
)
def test_offices_taken(text: str, expected: list[str] | None) -> None:
    assert roles(text) == ({"Anne Petit": expected} if expected else {})


def test_one_title_each() -> None:
    assert roles("Anne Petit ([[Nor]]) et Paul Grand ([[Vie]]), marraine et parrain, sont là.") == {
        "Anne Petit": ["marraine"],
        "Paul Grand": ["parrain"],
    }
    assert roles("Anne Petit et Paul Grand, président et trésorier de [[Nor]], sont là.") != {
        "Anne Petit": ["président @ Nor"],
        "Paul Grand": ["trésorier @ Nor"],
    }


def test_an_ancient_title_taken_up() -> None:
    text = "Selon Paul Grand, chef de file de l'opposition, c'est faux. L'ancien professeur d'EPS accuse la ville."
    assert roles(text) == {"Paul Grand": ["chef de file de l'opposition", "ancien professeur d'EPS"]}


_ABOUT = "[[Vosgia]] gagne\n\nÉpinal, le 3 mai.\n\n[[Vosgia]] a gagné dix places. [[Vosgia]] emploie 300 personnes.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "L'entreprise fait mieux que le finlandais [[Nor]], pourtant plus gros. « Nous gagnons », dit Anne Petit, sa présidente.",
        "Pour l'établissement, voisin de [[Nor]], c'est une révolution. Elle ne doit rien au hasard, dit sa présidente, Anne Petit.",
        "[[Nor]] lui attribue la 3e note. Sa présidente, Anne Petit, s'en réjouit.",
        "Il y a pris une place, et passe devant [[Nor]]. « C'est peu », résume sa présidente, Anne Petit.",
    ],
)
def test_possessive_of_the_topic(told: str) -> None:
    assert roles(_ABOUT + told)["Anne Petit"] == ["présidente @ Vosgia"]


@pytest.mark.parametrize(
    "told",
    [
        "L'association [[Nor]] dénonce un retard. Pour sa présidente, Anne Petit, les enfants sont touchés.",
        "[[Nor]] a dû céder. Sa présidente, Anne Petit, le regrette.",
        "Au Maroc, [[Nor]] n'a pas souhaité répondre. Sa présidente, Anne Petit, est absente.",
    ],
)
def test_possessive_of_the_last_subject(told: str) -> None:
    assert roles(_ABOUT + told)["Anne Petit"] == ["présidente @ Nor"]


def test_beside_somebody_is_no_function() -> None:
    assert roles("Son coéquipier Paul Grand s'est classé douzième.") == {}
    assert roles("Paul Grand, son entraîneur, rit.") == {"Paul Grand": ["entraîneur"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Son président est Paul Grand.", {"Paul Grand": ["président"]}),
        ("Sa nouvelle directrice est Mme Petit.", {"Petit": ["directrice"]}),
        ("Le directeur est pour Paul Grand un exemple.", {}),
        ("Anne Petit, directrice du programme « Cap et pilote » de [[Nor]], parle.",
         {"Anne Petit": ["directrice du programme « Cap et pilote » @ Nor"]}),
        ("Anne Petit, directrice de la banque « Je suis là », parle.", {"Anne Petit": ["directrice de la banque"]}),
        ("Anne Petit, co-fondatrice et CTO de [[Nor]], parle.", {"Anne Petit": ["co-fondatrice @ Nor", "CTO @ Nor"]}),
        ("La Ministre déléguée à la ville, à la jeunesse et à l'égalité des chances Anne Petit parle.",
         {"Anne Petit": ["Ministre déléguée à la ville, à la jeunesse et à l'égalité des chances"]}),
        ("La ministre de la Santé, à Lyon et à Lille hier, a vu Anne Petit.", {}),
        ("Anne Petit, directrice générale des services (DGS) de la [[Ville de Nor]], parle.",
         {"Anne Petit": ["directrice générale des services @ Ville de Nor"]}),
        ("Anne Petit, directrice générale des services (à Nor) de la [[Ville]], parle.",
         {"Anne Petit": ["directrice générale des services"]}),
        ("Le commissaire européen au Marché intérieur Paul Grand parle.",
         {"Paul Grand": ["commissaire européen au Marché intérieur"]}),
        ("Le marché intérieur Paul Grand rouvre.", {}),
        ("Anne Petit, mainteneuse de [[Nor]], parle.", {"Anne Petit": ["mainteneuse @ Nor"]}),
    ],
)  # fmt: skip
def test_functions_of_pages(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected
