"""Functions in flattened rows, labels, brackets, and what ends a title."""

from __future__ import annotations

import pytest

from marked_people import roles

ROWS = [
    ("Anne Petit, artiste plasticienne Zoé Roux, médiatrice chez [[Nor]] Lise Grand, notaire",
     {"Anne Petit": ["artiste plasticienne"], "Zoé Roux": ["médiatrice @ Nor"], "Lise Grand": ["notaire"]}),
    ("Anne Petit — peintre, professeure aux [[Beaux-Arts]] Julie Roux — directrice de [[Nor]]",
     {"Anne Petit": ["peintre", "professeure @ Beaux-Arts"], "Julie Roux": ["directrice @ Nor"]}),
    ("Anne Petit (sous réserve) — directrice de [[Nor]] Julie Roux — trésorière",
     {"Anne Petit": ["directrice @ Nor"], "Julie Roux": ["trésorière"]}),
    ("Présidente, Anne Petit, trésorière Julie Grand, secrétaire Paul Roux.",
     {"Anne Petit": ["Présidente"], "Julie Grand": ["trésorière"], "Paul Roux": ["secrétaire"]}),
    ("Concert de l'harmonie  Enseignants : Paul Petit et Jean Roux",
     {"Paul Petit": ["Enseignants"], "Jean Roux": ["Enseignants"]}),
    ("Classe de cordes  Enseignant·es : Anne Petit  et Jean Roux",
     {"Anne Petit": ["Enseignant·es"], "Jean Roux": ["Enseignant·es"]}),
    ("Avec Anne Petit & Julie Roux (autrices)", {"Anne Petit": ["autrices"], "Julie Roux": ["autrices"]}),
    ("Avec Anne Petit et Julie Roux, élèves", {}),
    ("Avec Michel Petit (galeriste - éditeur)", {"Michel Petit": ["galeriste", "éditeur"]}),
    ("Deux juges de Nîmes, l'Américain Jean Petit et l'Allemand Paul Roux, ont parlé.",
     {"Jean Petit": ["juges de Nîmes"], "Paul Roux": ["juges de Nîmes"]}),
    ("Conférence d'Anne Petit (doctorante en études slaves, Lunaires) et de Paul Roux (juriste, CERTAP2).",
     {"Anne Petit": ["doctorante en études slaves @ Lunaires"], "Paul Roux": ["juriste @ CERTAP2"]}),
    ("Conférence d'Anne Petit (juriste, Lunaires) et de Paul Roux (maire, Nantes).",
     {"Anne Petit": ["juriste"], "Paul Roux": ["maire"]}),
    ("Avec Anne Petit (Pr émérite, ancienne présidente du [[CNRS]])",
     {"Anne Petit": ["Pr émérite", "ancienne présidente @ CNRS"]}),
]  # fmt: skip

SHARED = [
    ("Les porteuses des projets Mobilité (Anne Petit et Julie Grand) ont parlé.",
     {"Anne Petit": ["porteuses des projets Mobilité"], "Julie Grand": ["porteuses des projets Mobilité"]}),
    ("Les capybaras directeurs (Anne Petit, Julie Grand, Paul Roux) ont gagné.", {}),
    ("Le duo d'artistes Anne Petit et Julie Grand a ouvert l'atelier.",
     {"Anne Petit": ["artistes"], "Julie Grand": ["artistes"]}),
    ("Selon la tête de liste, Paul Petit, c'est bien.", {"Paul Petit": ["tête de liste"]}),
    ("Paul Petit a eu de nombreuses responsabilités tout au long de sa carrière : fondateur et premier "
     "directeur du [[Lab]], directeur de [[Nor]] de 1992 à 2001 ; membre de [[Sud]] en 2001 ; délégué "
     "scientifique à [[Est]] de 2012 à 2017.",
     {"Paul Petit": ["fondateur @ Lab", "premier directeur @ Lab", "directeur @ Nor", "membre @ Sud",
                     "délégué scientifique @ Est"]}),
    ("Anne Petit est revenue. Elle a occupé plusieurs postes : secrétaire de [[Nor]], puis trésorière.",
     {"Anne Petit": ["secrétaire @ Nor", "trésorière"]}),
    ("Anne Petit a plusieurs postes à pourvoir : directrices et directeurs.", {}),
    ("Plusieurs postes sont ouverts : directrice de [[Nor]], secrétaire.", {}),
    ("Le point du jour\n\nLe texte est là.\n\nHier, Anne Petit a parlé longuement.\n\nLa ministre s'est rendue à Nîmes.", {"Anne Petit": ["ministre"]}),
    ("Anne Petit a vu Paul Roux.\n\nLa ministre s'est rendue à Nîmes.", {}),
    ("Anne Petit a parlé. Directrice du [[Fonds vert]], conseillère à [[Nor]] et trésorière de [[Sud]], entre "
     "autres fonctions, la dame a beaucoup voyagé.",
     {"Anne Petit": ["Directrice @ Fonds vert", "conseillère @ Nor", "trésorière @ Sud"]}),
]  # fmt: skip

VERBS = [
    ("Paul Petit débute chez [[Nor]] où il exerce durant 7 années des fonctions d'analyste, d'auditeur "
     "interne et de contrôleur de gestion.",
     ["analyste @ Nor", "auditeur interne @ Nor", "contrôleur de gestion @ Nor"]),
    ("Anne Petit rejoint alors [[Nor]] où elle intervient pendant 4 ans en tant que Senior Manager et conduit "
     "des missions.", ["Senior Manager @ Nor"]),
    ("Luc Petit occupe des postes de contrôleur de gestion, puis de directeur financier dans plusieurs PME.",
     ["contrôleur de gestion", "directeur financier"]),
    ("Anne Petit assure la fonction de trésorière.", ["trésorière"]),
    ("Jean Petit, 35 ans, reconnu comme président par intérim par des pays, a parlé.",
     ["président par intérim"]),
    ("Anne Petit a été pendant quatre ans (2008-2012) ministre, avant de perdre.", ["ministre"]),
    ("Paul Petit a longtemps été auteur, à la radio.", ["auteur"]),
    ("Paul Petit a tour à tour été instituteur, maire et sénateur.", ["instituteur", "maire", "sénateur"]),
    ("Paul Petit est diplômé du master et doctorant au [[Lab]].", ["doctorant @ Lab"]),
    ("Paul Petit est diplômé du master. Un doctorant du [[Lab]] est venu.", None),
    ("Paul Petit a été un enseignant au [[Lab]], notamment en tant que directeur.",
     ["enseignant @ Lab", "directeur"]),
]  # fmt: skip

BRACKETS = [
    ("Selon Anne Petit, hydrologue ([[INRAE]]) et co-autrice de l'étude, c'est bien.",
     ["hydrologue @ INRAE", "co-autrice de l'étude"]),
    ("Anne Petit, maire ([[Parti du lac]]), a parlé.", ["maire"]),
    ("Mme Anne Petit, professeure, [[Université de Nor]], rapporteure", ["professeure @ Université de Nor",
     "rapporteure"]),
    ("M. Paul Petit, DR [[CNRS]], [[LAAS]], examinateur", ["DR @ CNRS", "examinateur"]),
    ("Avec Sara Petit (MCF, [[UPVD]]) et Dr Roux", ["MCF @ UPVD"]),
    ("Anne Petit, ex-directrice de la rédaction de [[Nor]], aujourd'hui productrice à [[Sud]], anime.",
     ["ex-directrice de la rédaction @ Nor", "productrice @ Sud"]),
    ("Anne Petit, directrice de [[Nor]], producteur de films, anime.", ["directrice @ Nor"]),
    ("Anne Petit est économiste, ancienne directrice de [[Nor]] pour le Bénin et conseillère du préfet.",
     ["économiste", "ancienne directrice @ Nor", "conseillère du préfet"]),
    ("Ambassadeur de bonne volonté de [[Nor]], l'ancien international camerounais Samuel Petit a parlé.",
     ["Ambassadeur de bonne volonté @ Nor"]),
]  # fmt: skip

ENDS = [
    ("Anne Petit, l'entraîneuse basée en Floride qui l'a guidée, a parlé.", ["entraîneuse"]),
    ("Paul Petit, l'officier de police tué par un tireur, est mort.", ["officier de police"]),
    ("Jean Petit, le médiateur chargé de dénouer la crise, a parlé.", ["médiateur"]),
    ("Anne Petit, la médiatrice chargée de clientèle, a parlé.", ["médiatrice chargée de clientèle"]),
    ("Paul Petit, écrivain belge victime du sort, est né ici.", ["écrivain belge"]),
    ("Paul Petit, évêque de Myre au IVe siècle, est fêté.", ["évêque de Myre"]),
    ("Paul Petit, spécialiste de la France au XXe siècle, parle.",
     ["spécialiste de la France au XXe siècle"]),
    ("Paul Petit, président de la chaîne de restaurants [[Nor]], est content.", ["président @ Nor"]),
    ("Paul Petit, directeur de la très active [[Ligue verte]], s'agace.", ["directeur @ Ligue verte"]),
    ("La secrétaire d'État auprès de la ministre des [[Armées]], Anne Petit, a parlé.",
     ["secrétaire d'État auprès de la ministre des Armées"]),
    ("Le maire [[UDI]] Paul Petit a parlé.", ["maire"]),
    ("Paul Petit, maire [[LR]] de Troyes, a parlé.", ["maire LR de Troyes"]),
    ("Le candidat du [[Parti du lac]], Paul Petit, est en tête.", ["candidat @ Parti du lac"]),
    ("Le candidat, Paul Petit, est en tête.", None),
    ("« Oui », dit Anne Petit, une autre porte-parole du mouvement.", ["porte-parole du mouvement"]),
    ("Peu après, ce même auteur, Paul Petit, a publié un livre.", ["auteur"]),
    ("Anne Petit, maîtresse de\nconférences en droit à [[Nor]], mars.",
     ["maîtresse de conférences en droit @ Nor"]),
    ("Paul Petit est enseignant-\nchercheur au [[Lab]].", ["enseignant-chercheur @ Lab"]),
    ("Anne Petit est journaliste indépendante et collabore avec Le Lien.", ["journaliste indépendante"]),
    ("Anne Petit, directrice administrative et financière, a parlé.",
     ["directrice administrative et financière"]),
    ("Paul Petit, ex-gardien du phare de Nîmes non renouvelé par le pape, a parlé.",
     ["ex-gardien du phare de Nîmes"]),
    ("Paul Petit, président non exécutif de [[Nor]], a parlé.", ["président non exécutif @ Nor"]),
    ("Anne Petit, poétesse originaire de Nîmes, parle.", ["poétesse"]),
    ("Anne Petit, économiste de renommée mondiale, a parlé.", ["économiste"]),
    ("Anne Petit, infirmière de formation, a parlé.", ["infirmière de formation"]),
    ("Anne Petit, photographe dès son enfance, a parlé.", ["photographe"]),
    ("Anne Petit, spécialiste de cette maladie, a parlé.", ["spécialiste de cette maladie"]),
    ("Paul Petit, chroniqueur au [[Lien]] et à [[Radio Sud]], a parlé.",
     ["chroniqueur @ Lien", "chroniqueur @ Radio Sud"]),
    ("Anne Petit, présidente de la [[Ligue]] et de la [[Région]], a parlé.",
     ["présidente @ Ligue", "présidente @ Région"]),
    ("Le sociologue Luc Petit, du cabinet de conseil [[Nor]], a parlé.", ["sociologue @ Nor"]),
    ("[[Union du lac]]. Paul Petit, patron de la Ligue, a parlé.", ["patron de la Ligue"]),
    ("Paul Petit, patron de 1Vox Dakar, est entendu.", ["patron @ 1Vox Dakar"]),
    ("Selon le vice-\nprésident Paul Petit, c'est bien.", ["vice-président"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ROWS, *SHARED])
def test_rows(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*VERBS, *BRACKETS, *ENDS])
def test_told(text: str, expected: list[str] | None) -> None:
    assert next(iter(roles(text).values()), None) == expected
