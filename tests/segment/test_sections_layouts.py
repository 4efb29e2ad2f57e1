"""Sections of further layouts: letters, newsletters, blogs, speeches, pages whose blank lines were lost."""

from __future__ import annotations

import pytest

from communique.segment import find_sections
from marked_sections import kinds_by_line, read

LAYOUTS = {
    "words, then name, then function, each apart": """
title | Un centre de dialyse ouvre à La Mure

standfirst | LEAD

paragraph | BODY

paragraph | « Soigner près de chez soi n'est pas un luxe. »

paragraph | Hélène Vasseur-Brun

paragraph | Présidente d'Alpina Santé

paragraph | BODY
""",
    "words, name and function on lines in a row": """
title | Un centre de dialyse ouvre à La Mure

standfirst | LEAD

paragraph | BODY

paragraph | « Soigner près de chez soi n'est pas un luxe. »
paragraph | Hélène Vasseur-Brun
paragraph | Directrice générale adjointe, Alpina Santé

paragraph | BODY
""",
    "questions with a dash, answers without": """
title | Le sport, ce n'est pas un médicament au rabais

standfirst | LEAD

paragraph | – Pourquoi prescrire du sport ?

paragraph | BODY

paragraph | – Les patients suivent-ils ?

paragraph | BODY
""",
    "a letter": """
title | Lettre ouverte à la ministre de la Culture

paragraph | Madame la Ministre,

paragraph | Vous avez déclaré le 2 mai que le livre était un bien essentiel. Nous vous prenons au mot.

paragraph | BODY

paragraph | Veuillez agréer, Madame la Ministre, l'expression de notre considération.
""",
    "a presentation under the sender's name": """
title | Gaëlle Pruvost rejoint Hexavia

standfirst | LEAD

paragraph | BODY

paragraph | BODY

boilerplate | Hexavia en bref
boilerplate | Créée en 1998, Hexavia emploie 430 personnes dans neuf pays et réalise 52 millions d'euros.

contact | Contact presse : Marine Cazals, 06 00 00 00 00
""",
    "who speaks, then the words": """
title | Naïa Conseil et Boréal s'allient

paragraph | BODY

paragraph | Jean-Baptiste Ory, associé fondateur de Naïa Conseil :

paragraph | « Avec Boréal, nous partageons une même exigence. »

paragraph | Karin Lindqvist, directrice de Boréal :

paragraph | « C'est un mariage de raison et de cœur. »
""",
    "words taken up with a closing mark": """
title | Une saison de plus à la bibliothèque

standfirst | LEAD

paragraph | BODY

paragraph | « On nous prédisait la fin du papier. Or nos rayons se vident.

paragraph | » Reste un chantier : le dimanche. Les agents y sont prêts. »

paragraph | BODY
""",
    "no blank line at all": """
marker | COMMUNIQUÉ DE PRESSE
dateline | Mende, le 17 octobre 2023
title | Sécurité routière : le département serre la vis
standfirst | LEAD
paragraph | BODY
paragraph | BODY
contact | Service départemental de la communication
contact | Tél. : 04 66 00 00 00 – communication@departement.example
""",
    "an embargo and notes to editors": """
marker | SOUS EMBARGO JUSQU'AU 3 MAI 2024 À 6 H

title | Des bactéries qui mangent le plastique

standfirst | LEAD

paragraph | BODY

marker | ###

heading | Notes aux rédactions

paragraph | BODY
""",
    "a blog": """
title | Nous avons testé le vélo cargo pendant un hiver

marker | Temps de lecture : 3 min

standfirst | LEAD

paragraph | BODY

paragraph | BODY

marker | Laisser un commentaire
""",
    "a speech": """
title | Discours de la présidente à l'ouverture des assises

marker | Seul le prononcé fait foi

paragraph | Mesdames et Messieurs,

paragraph | BODY
""",
    "a newsletter": """
title | Un automne chargé pour nos équipes

standfirst | LEAD

paragraph | BODY

heading | Agenda

list_item | - 12 octobre : portes ouvertes
list_item | - 15 novembre : assemblée générale

marker | Se désinscrire de cette lettre
""",
    "a caption under a picture": """
title | Le pont rouvre après deux ans de travaux

standfirst | LEAD

paragraph | BODY

marker | Photo : le nouveau tablier, le 2 mai. © Métropole

paragraph | BODY
""",
    "a jury": """
title | Le prix des arts textiles couronne une artiste flamande

standfirst | LEAD

paragraph | BODY

heading | Le jury
list_item | Oumou Traoré-Lestienne, présidente
list_item | Hippolyte Crespel, délégué général de la fondation
list_item | Saskia Wouters, conservatrice au musée de Tilburg

paragraph | BODY
""",
    "headings that tease": """
title | Quality of work : plus de télétravail, moins de temps pour soi

standfirst | LEAD

heading | Ce qui s'améliore…

paragraph | BODY

heading | … et ce qui coince

paragraph | BODY
""",
    "a long title over its date": """
title | Le Gouvernement et les associations d'élus s'engagent ensemble pour simplifier les démarches des Français à l'échelle locale.

dateline | Publié le 7 mars 2022

standfirst | LEAD

paragraph | BODY
""",
    "who wrote, when": """
title | Tunnel : les élus demandent un second tube

dateline | Par La rédaction, avec AFP | Publié le 12/09/2025 à 07h30, mis à jour à 11h02

paragraph | BODY
""",
    "who wrote where, when": """
title | Tunnel : les élus demandent un second tube

dateline | Par Jeanne Petit, à Chambéry - Publié le 12 septembre 2025

paragraph | BODY
""",
    "a numbered release of a prefecture": """
marker | PRÉFET DE L'AURANCE
marker | COMMUNIQUÉ DE PRESSE N°4 – POINT DE SITUATION À 19 H 00

title | INCENDIE DU MASSIF : 2 100 HECTARES PARCOURUS

dateline | Montcazals, le 11 août 2023

standfirst | LEAD

paragraph | BODY

contact | Cellule d'information du public : 0 800 00 00 00
contact | Contact presse : Bureau de la communication – presse@aurance.example
""",
    "a notice to the media": """
marker | COMMUNICATION AUX MÉDIAS
dateline | Sion, le 3.12.2024
title | Accident du télésiège: deux condamnations, un acquittement

standfirst | LEAD

paragraph | BODY
""",
    "financial news": """
marker | INFORMATION FINANCIÈRE – DIFFUSION IMMÉDIATE

title | Un premier semestre porté par l'export

dateline | Douala, le 29 août 2024

standfirst | LEAD

paragraph | Le plan comporte trois volets :
list_item | 1. un centre départemental de santé ;
list_item | 2. la rénovation d'une trentaine de logements.

paragraph | BODY
""",
    "practical details": """
title | Portes ouvertes au lycée agricole

standfirst | LEAD

paragraph | BODY

heading | Informations pratiques

list_item | Date : samedi 9 mars
list_item | Lieu : lycée agricole, route de Bourges

contact | Renseignements : 02 48 00 00 00
""",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    text, kinds = read(LAYOUTS[name])
    assert kinds_by_line(text) == kinds


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        (
            "CONSEIL DÉPARTEMENTAL DE LA NIÈVRE\nDIRECTION DE LA COMMUNICATION\nCommuniqué de presse\n\n"
            "Le Département aide 30 collèges",
            ["marker", "marker", "marker", "title"],
        ),
        (
            "UNIVERSITÉ DE LORRAINE\nService presse\n\nNancy, le 6 juin 2024\n\nTrois chercheurs primés",
            ["marker", "marker", "dateline", "title"],
        ),
        (
            "LA NIÈVRE MISE SUR SES COLLÈGES\nSOIXANTE CHANTIERS OUVERTS DÈS CET ÉTÉ",
            ["title"],
        ),
    ],
)
def test_senders_over_a_title(head: str, kinds: list[str]) -> None:
    text = f"{head}\n\nLe conseil s'est réuni hier et a voté ce plan à l'unanimité de ses membres présents.\n"
    found = [s.kind for s in find_sections(text)]
    assert list(dict.fromkeys(found[:-1])) == list(dict.fromkeys(kinds))
    assert len(found) - 1 >= len(kinds)


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (
            "Bamako, le 21 août 2025\n\nUn titre pour ce communiqué\n\nPROSE\n\nBamako, le 20 août 2025\n"
            "Le Secrétaire général",
            ["dateline", "title", "paragraph", "dateline", "paragraph"],
        ),
        (
            "Lettre du port, mai 2024\n\nUn titre pour ce communiqué\n\nPROSE\n\nLettre du port, mai 2024\n\nPROSE",
            ["marker", "title", "standfirst", "marker", "paragraph"],
        ),
        (
            "Communiqué de presse\nContact : Sarah Lebrun\n+33 6 00 00 00 00 / sarah.lebrun@nexora.example\n\n"
            "Un titre pour ce communiqué\n\nPROSE",
            ["marker", "contact", "contact", "title", "paragraph"],
        ),
    ],
)
def test_dates_and_contacts_of_the_head(lines: str, kinds: list[str]) -> None:
    prose = (
        "Le conseil s'est réuni hier et a voté ce plan à l'unanimité de ses membres présents, avant de lever la "
        "séance et de donner rendez-vous au public en septembre prochain."
    )
    assert [s.kind for s in find_sections(lines.replace("PROSE", prose))] == kinds
