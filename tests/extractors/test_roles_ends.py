"""Where a title ends when nothing knows the body behind it, and what a noun in its place takes up."""

from __future__ import annotations

import pytest

from communique.pipeline import load
from marked_people import names, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, directrice artistique de la Halle Tropica (Lille), rit.",
         ["directrice artistique @ Halle Tropica"]),
        ("Le directeur technique de l'Entente 2, Paul Grand, proteste.", ["directeur technique @ Entente 2"]),
        ("dit Anne Petit, capitaine de l'Entente 2.", ["capitaine @ Entente 2"]),
        ("Anne Petit, administratrice du 6b (Lille), rit.", ["administratrice @ 6b"]),
        ("Anne Petit, directrice du 104, rit.", ["directrice @ 104"]),
        ("Anne Petit, commissaire générale de Larbre 2031, rit.", ["commissaire générale @ Larbre 2031"]),
        ("Anne Petit, conseillère technique au Rivage secours en charge des sorties, rit.",
         ["conseillère technique @ Rivage"]),
        ("La directrice du Lieu sonore, Anne Petit, rit.", ["directrice @ Lieu sonore"]),
        ("Anne Petit, présidente des Champs vagues, rit.", ["présidente @ Champs vagues"]),
        ("Anne Petit, directrice de la Friche la Belle-Herbe, rit.", ["directrice @ Friche la Belle-Herbe"]),
        ("Anne Petit, chercheuse au Lirmex, rit.", ["chercheuse @ Lirmex"]),
        ("Anne Petit, éleveuse au Mali, rit.", ["éleveuse au Mali"]),
        ("Anne Petit, médecin aux Urgences, rit.", ["médecin aux Urgences"]),
        ("Anne Petit, directrice et ancienne chercheuse au Lirmex, rit.",
         ["directrice", "ancienne chercheuse @ Lirmex"]),
        ("Anne Petit, fondatrice Waro, rit.", ["fondatrice @ Waro"]),
        ("Anne Petit, directrice générale Zalto Nordo, rit.", ["directrice générale @ Zalto Nordo"]),
        ("Anne Petit, responsable médicale du nouvel Hôtel-Neuf, rit.",
         ["responsable médicale @ Hôtel-Neuf"]),
        ("Anne Petit, présidente du jeune [[Collectif Nor]], rit.", ["présidente @ Collectif Nor"]),
        ("Anne Petit, Director of the Harbour Gallery, rit.", ["Director @ Harbour Gallery"]),
        ("Anne Petit, Director of Communications at Zaltec, rit.", ["Director of Communications @ Zaltec"]),
        # fields, programmes, lands, offices and parts of a house stay in the title
        ("Anne Petit, directrice de la Conformité, rit.", ["directrice de la Conformité"]),
        ("Anne Petit, directrice des Opérations, rit.", ["directrice des Opérations"]),
        ("Anne Petit, directrice de l'Accès aux soins, rit.", ["directrice de l'Accès aux soins"]),
        ("Anne Petit, présidente de la République, rit.", ["présidente de la République"]),
        ("Anne Petit, présidente du Bureau des élèves, rit.", ["présidente du Bureau des élèves"]),
        ("Anne Petit, adjointe à la Culture, rit.", ["adjointe à la Culture"]),
        ("Anne Petit, directrice du 9e arrondissement, rit.", ["directrice du 9e arrondissement"]),
        ("Anne Petit, sélectionneuse des Espoirs, rit.", ["sélectionneuse des Espoirs"]),
        ("Anne Petit, cheffe d'antenne du massif du Tanval, rit.", ["cheffe d'antenne du massif du Tanval"]),
        ("Anne Petit, secrétaire d'État auprès du Premier ministre, rit.",
         ["secrétaire d'État auprès du Premier ministre"]),
        ("Anne Petit, directrice des remontées mécaniques de Tanval, rit.", ["directrice des remontées mécaniques"]),
        ("Anne Petit, Head of Marketing, rit.", ["Head of Marketing"]),
        ("Anne Petit, Head of the Board, rit.", ["Head of the Board"]),
        ("Anne Petit, Professor of Physics at [[Nor University]], rit.", ["Professor of Physics @ Nor University"]),
        ("Anne Petit, directrice Ressources humaines, rit.", ["directrice Ressources humaines"]),
    ],
)  # fmt: skip
def test_ends(text: str, expected: list[str]) -> None:
    assert list(roles(text).values()) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'ONG [[Nor]] publie un rapport. Anne Petit, responsable de l'organisation, rit.", ["responsable @ Nor"]),
        ("[[Nor]] parle. [[Nor]] attend. [[Nor]] espère. La directrice générale de l'agence, Anne Petit, rit.",
         ["directrice générale @ Nor"]),
        ("La [[Fédération norde de football]] a parlé. [[Vie]] attend. Et la directrice de la communication de "
         "la fédération, Anne Petit, rit.", ["directrice de la communication @ Fédération norde de football"]),
        ("[[Nor]] et [[Vie]] parlent. La directrice de l'organisme, Anne Petit, rit.", ["directrice de l'organisme"]),
        ("Anne Petit, présidente du groupe [[Nor]], rit.", ["présidente @ Nor"]),
        ("Au nom de toute la communauté [[Nor]], la présidente Anne Petit remercie.", ["présidente @ Nor"]),
        ("Au sein de [[Nor]], la directrice, Anne Petit, remercie.", ["directrice @ Nor"]),
    ],
)  # fmt: skip
def test_bodies_taken_up(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Anne Petit": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit présidente de [[Nor]] a remercié les bénévoles.", ["présidente @ Nor"]),
        ("Anne Petit directrice générale de [[Nor]] a remercié.", ["directrice générale @ Nor"]),
        ("Anne Petit pilote de nuit. Anne Petit juge de tout.", None),
        ("Anne et Paul Petit président de grandes maisons.", None),
        ("Anne Petit lauréate de l'an dernier a souri.", None),
        ("Une des chercheuses de [[Nor]], Anne Petit, rit.", ["chercheuse @ Nor"]),
        ("Anne Petit, l'une des trois fondatrices de [[Nor]], rit.", ["fondatrice @ Nor"]),
        ("Face aux députées de l'opposition, Anne Petit est intervenue.", None),
        ("La directrice nommée en mars dernier Anne Petit rit.", ["directrice"]),
        ("selon une porte-parole de [[Nor]], Anne Petit.", ["porte-parole @ Nor"]),
        ("Anne Petit, p.d.g. de [[Nor]], rit.", ["p.d.g. @ Nor"]),
        ("Le p.-d.g. de [[Nor]], Anne Petit, rit.", ["p.-d.g. @ Nor"]),
        ("L'ex-Première ministre togolaise Anne Petit a parlé.", ["ex-Première ministre togolaise"]),
        ("Le country manager France, Anne Petit, rit.", ["country manager France"]),
        ("La procureure du Roi Anne Petit a parlé.", ["procureure du Roi"]),
        ("La directrice d'école primaire Anne Petit lui succède.", ["directrice d'école primaire"]),
        ("Anne Petit, candidate aux municipales, rit.", ["candidate aux municipales"]),
        ("La candidate Anne Petit rit.", None),
        ("Anne Petit, PDG de Delta, et Paul Grand, PDG de [[Nor]], rient.", ["PDG @ Delta"]),
    ],
)  # fmt: skip
def test_ways_of_giving(text: str, expected: list[str] | None) -> None:
    assert roles(text).get("Anne Petit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il eut sous ses ordres Adolf Grubel, responsable de la logistique.", ["Adolf Grubel"]),
        ("Voilà ce que dit le rapport.\n\nK. Tighat", ["K. Tighat"]),
        ("A. Tighat\n\nVoilà ce que dit le rapport.", []),
        ("« Tout va bien », explique Le Dauphin.", []),
        ("L'ONG Faune et Flore Internationale a parlé.", []),
        ("Ahmed Ould Cheikh, point focal, a parlé.", ["Ahmed Ould Cheikh"]),
        ("Anne Petit, directrice générale Zalto Nordo, présidente de [[Nor]]", ["Anne Petit"]),
        ("Un des chercheurs de [[Nor]], Ole Solgang, précise que tout va mal.", ["Ole Solgang"]),
        ("Barrêt Koivo chef d'antenne du massif déclare « oui ».", ["Barrêt Koivo"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_body_known_by_its_head_has_every_naming() -> None:
    text = "Anne Petit, directrice de la Halle Tropica, parle. La Halle Tropica ouvre demain."
    article = load(model=None)(text)
    assert [(i.name, len(i.mentions)) for i in article.institutions] == [("Halle Tropica", 2)]
    assert load(model=None, only="institutions")(text).institutions == article.institutions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le bureau de [[Nor]] se compose ainsi :\nPrésidente : Anne Petit\nTrésorier adjoint : Paul Grand",
         {"Anne Petit": ["Présidente @ Nor"], "Paul Grand": ["Trésorier adjoint @ Nor"]}),
        ("Contacts presse [[Nor]] :\nPaul Grand, responsable communication\npaul@nor.fr\n\nAnne Petit\nAttachée de presse",
         {"Paul Grand": ["responsable communication @ Nor"], "Anne Petit": ["Attachée de presse @ Nor"]}),
        ("Jury du prix de [[Nor]]\nPrésidente : Anne Petit", {"Anne Petit": ["Présidente"]}),
        ("Le bureau de [[Nor]] a ouvert hier.\n\nAnne Petit, maire, a parlé.", {"Anne Petit": ["maire"]}),
        ("Anne Petit a rejoint [[Nor]] en 2009. Elle y a été directrice.", {"Anne Petit": ["directrice @ Nor"]}),
        ("Signataires\nPaul Grand – directeur du plaidoyer – Vie\nMaître Anne Petit, avocate",
         {"Paul Grand": ["directeur du plaidoyer"], "Anne Petit": ["avocate"]}),
        ("dit Anne Petit, prieure de l'abbaye de Saint-Mérel.", {"Anne Petit": ["prieure de l'abbaye de Saint-Mérel"]}),
        ("Anne Petit, autrice d'un doublé, rit.", {}),
        ("Anne Petit, conseillère aux États (GE), rit.", {"Anne Petit": ["conseillère aux États"]}),
        ("L'envoyée spéciale des États-Unis Anne Petit est attendue.",
         {"Anne Petit": ["envoyée spéciale des États-Unis"]}),
        ("Selon le lieutenant-colonel Lerieux, deux hommes ont fui.", {"Lerieux": ["lieutenant-colonel"]}),
    ],
)  # fmt: skip
def test_said_elsewhere(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le procès de Bilal M., 32 ans, s'est ouvert.", ["Bilal M."]),
        ("Sophie L. (nom d'emprunt) témoigne.", ["Sophie L."]),
        ("Chandran R., Diop A., Lichens, 2020.", []),
        ("L'attaquant Ousmane « le Mur » Bakayoto a marqué.", ["Ousmane « le Mur » Bakayoto"]),
        ('Jonas "Krone" Albrech a gagné.', ['Jonas "Krone" Albrech']),
        ("Le film « Nuit blanche » Le soir.", []),
    ],
)
def test_names_withheld_and_nicknames(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, professeure de Lettres modernes, rit.", ["professeure de Lettres modernes"]),
        ("Anne Petit, cheffe de Projet, rit.", ["cheffe de Projet"]),
        ("Anne Petit, gouverneure de la région du Centre, rit.", ["gouverneure de la région du Centre"]),
        ("Anne Petit, entraîneuse de Nîmes, rit.", ["entraîneuse de Nîmes"]),
        ("Anne Petit, capitaine d'Yverlon-Sport, rit.", ["capitaine @ Yverlon-Sport"]),
        ("Anne Petit, VP Sales de Zentrix, rit.", ["VP Sales @ Zentrix"]),
        ("Anne Petit, Responsable Communication de Zalma, rit.", ["Responsable Communication @ Zalma"]),
        ("Anne Petit, ex-présidente de Nuvalia, rit.", ["ex-présidente @ Nuvalia"]),
        ("La ministre déléguée chargée de la Coopération avec le Commonwealth, Anne Petit, rit.",
         ["ministre déléguée chargée de la Coopération avec le Commonwealth"]),
        ("Anne Petit, la colonelle, commandant la Garde, Zoé Roux, rient.", []),
        ("Anne Petit du Brésil et Paul Grand, rient.", []),
    ],
)  # fmt: skip
def test_fields_places_and_ranks(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit", []) == expected
