"""Sections of pages taken from sites: banners, bars, links, bare dates, parts of sites, lines that speak."""

from __future__ import annotations

import pytest
from tests.segment.test_sections import kinds_by_line, read

PAGES = {
    "a bare date under the title": """
title | Une lauréate à la finale nationale

dateline | jeudi 6 juin 2024

standfirst | LEAD

paragraph | BODY

marker | À lire dans Le Progrès
""",
    "a summary that opens with when": """
title | Forum : une rencontre entre élèves et entreprises

dateline | lundi 7 octobre 2024

standfirst | Organisé jeudi 24 octobre par les élèves, le forum favorise les rencontres avec les entreprises.

paragraph | BODY
""",
    "a story after place and date": """
title | Le quatre luxembourgeois au pied du podium

paragraph | Račice, le 7 septembre 2025. Ils ont tenu la médaille pendant presque toute la course, puis non.

paragraph | BODY
""",
    "a summary after place and date": """
title | Une usine ouvre ses portes à Béthune

standfirst | Béthune, le 7 septembre 2025. Le groupe recrutera quatre cents personnes pour son usine.

paragraph | BODY
""",
    "a title in capitals with a date": """
dateline | Tunis, le 18 avril 2024

title | SOLARIA PUBLIE SES INDICATEURS AU 31 MARS 2024

paragraph | BODY
""",
    "a place in capitals": """
title | Une troisième crèche ouvrira en septembre

dateline | SAINT-DENIS, LE 3 MAI 2024

paragraph | BODY
""",
    "a banner of cookies": """
marker | Nous respectons votre vie privée. J'accepte | Je refuse | Personnaliser

marker | Accueil > Presse > Communiqués

title | Musées : 612 000 visiteurs en 2024, un record
dateline | 08.01.2025

marker | Écouter cet article (3 min)

paragraph | BODY

marker | Partager   Imprimer   Réagir
""",
    "part of a site": """
marker | Inra – Actualités de la recherche

dateline | Publié en juillet 2015

title | Des filets de pêche passent l'épreuve de la lagune

paragraph | BODY

marker | Revoir la finale en vidéo   Partager
""",
    "a title of two parts": """
title | Nantes – Rennes : le train est en retard

paragraph | BODY
""",
    "links at the end, not headings inside": """
title | Des abeilles qui comptent jusqu'à cinq

standfirst | LEAD

paragraph | BODY

heading | Consulter un médecin

paragraph | BODY

marker | Consulter le rapport
marker | Télécharger la synthèse
""",
    "lines that speak to somebody": """
title | De bons résultats à la finale

standfirst | LEAD

paragraph | BODY

paragraph | Félicitations à nos huit délégués!

paragraph | BODY

heading | Bienvenue à la Coupe !

paragraph | BODY

paragraph | À cet effet, quelques exemples des récentes avancées :
list_item | - une application
list_item | - un guichet
""",
    "an invitation under its sender": """
marker | Université de Trémaux
marker | Direction de la communication

dateline | Trémaux, le 3 juin 2024

marker | INVITATION PRESSE

title | Inauguration du campus Nord
dateline | Mardi 11 juin 2024 à 10 h 30
paragraph | 12 rue des Écoles, Trémaux

paragraph | BODY
""",
    "a sender that is the title": """
title | Université de Trémaux

paragraph | BODY
""",
    "a date and when it was edited": """
title | Le CHU ouvre un centre dédié au sommeil

paragraph | Par Rédaction
dateline | Le 12 mai 2024 à 09h12, modifié le 13 mai 2024

standfirst | LEAD

paragraph | BODY

marker | Newsletter
marker | Recevez chaque matin l'essentiel de l'actualité

marker | Commentaires (3)
""",
    "a short title over its author": """
marker | Tribune

title | Pour une école ouverte

paragraph | Par un collectif de parents d'élèves

standfirst | LEAD

paragraph | BODY

paragraph | Anne Petit, enseignante ; Paul Grand, parent d'élève

paragraph | BODY
""",
    "details of an event": """
title | Lancement de la cinquième édition du prix

dateline | Date : 4 mars 2024
paragraph | Lieu : Paris

paragraph | BODY

heading | Étape 2 : la livraison

paragraph | BODY
""",
    "a reference": """
marker | CP n° 2024-12

title | Une troisième crèche ouvrira en septembre

paragraph | BODY
""",
}


@pytest.mark.parametrize("layout", PAGES.values(), ids=PAGES)
def test_kinds(layout: str) -> None:
    text, kinds = read(layout)
    assert kinds_by_line(text) == kinds
