"""Sections: whole articles in miniature, one kind for each non-blank line."""

from __future__ import annotations

import pytest

from communique.segment import find_sections
from marked_sections import BODY, LEAD, kinds_by_line, read

LAYOUTS = {
    "labels and dateline above the title": """
marker | COMMUNIQUÉ DE PRESSE
dateline | Gap, mercredi 5 juin 2024

title | L’université gagne 61 places au classement

standfirst | LEAD

paragraph | BODY

heading | Une progression régulière

paragraph | BODY
""",
    "news site": """
marker | Accueil > Actualités > Santé
title | Baromètre : la ville passe de la 19e à la 4e place
dateline | Publié le 13 février 2025 à 17h30
marker | Partager sur Facebook
marker | Copier le lien

standfirst | LEAD

paragraph | BODY

marker | Lire aussi : Plan vélo, où en est-on ?
marker | Partager   Tweeter   Imprimer
""",
    "list under its introduction, contacts and presentation": """
title | Les Hôpitaux universitaires entrent dans le top 20

paragraph | Vaucel, le 9 décembre 2024 – Les Hôpitaux universitaires progressent pour la troisième fois.

paragraph | BODY

heading | Trois disciplines sur le podium

paragraph | Dans le détail, les hôpitaux se classent :
list_item | • Chirurgie de la main : 2e
list_item | • Néphrologie : 3e ex æquo

boilerplate | À propos des HUV
boilerplate | Les Hôpitaux universitaires réunissent cinq sites.

contact | Contact presse
contact | Solenn Guivarc’h – 03 90 00 00 00 – presse@hu.example
""",
    "Québec release": """
title | Des soins de dialyse plus près de chez soi

paragraph | RIMOUSKI, QC, le 14 mars 2025 /CNW/ - La ministre de la Santé a annoncé un investissement.

paragraph | BODY

heading | Citations :

paragraph | « C'est une promesse tenue. »

paragraph | Roxanne Dubé, ministre de la Santé

heading | Faits saillants :

list_item | - Le projet coûte 27 M$.
list_item | - Les travaux débutent en mai.

contact | Source :
contact | Catherine Bujold
contact | Attachée de presse
contact | Cell. : 418 000-0000

marker | - 30 -
""",
    "interview": """
title | « Le vrai sujet, c’est ce qu’on fera de ces images »

standfirst | LEAD

heading | Que demandez-vous ?

paragraph | — Trois choses. Un moratoire, une étude d’impact et un vrai débat avec tous les habitants.

heading | Et si le projet est voté ?

paragraph | — Nous irons devant le tribunal.
""",
    "letter with a salutation": """
marker | LETTRE OUVERTE

title | Hébergement d’urgence : tenez parole

dateline | Lyon, le 2 décembre 2024

paragraph | Madame la Ministre,

paragraph | BODY

paragraph | BODY
""",
    "sender above the title, embargo, numbered questions": """
marker | Université de Haute-Provence
marker | Sous embargo jusqu’au 5 juin 2025, 8 h

title | Claire-Lise d’Hauterives prend la direction générale

standfirst | LEAD

heading | 1. Pourquoi ce choix ?

paragraph | BODY

heading | 2. Et après ?

paragraph | BODY

marker | ###
""",
    "key figures, one line each": """
title | L’apprentissage franchit le cap des 10 000 contrats

standfirst | LEAD

paragraph | BODY

heading | L’UBL EN CHIFFRES
list_item | 26 800
list_item | étudiantes et étudiants
list_item | 31
list_item | unités de recherche

paragraph | BODY
""",
    "flattened table": """
title | Palmarès : le CHU 14e sur 50

standfirst | LEAD

heading | Nos disciplines classées

list_item | Discipline	Rang 2024	Rang 2023
list_item | Audition	15e	non classé

paragraph | BODY
""",
    "closing presentation without a heading": """
title | Les nageurs reviennent avec quatre médailles

standfirst | LEAD

paragraph | BODY

paragraph | BODY

boilerplate | Fondée en 1973, la Ligue rassemble 92 clubs et 21 500 affiliés dans toute la communauté.

contact | Presse : Anne Houbion, +32 4 000 00 00
""",
    "photo credit, foot note": """
title | Un radar de poche lit la neige

marker | Le prototype en vol. © 2025 EPFL

standfirst | LEAD

paragraph | BODY

paragraph | * Données provisoires, hors campings.
""",
    "topic above the title, byline, links to other pages": """
marker | Sport

heading | Rugby – Fédérale 2

title | L'US Marmande s'incline à Nérac (24-17)

dateline | Publié le 10 mars 2025 à 08h00
paragraph | Écrit par Jean Dubois

standfirst | LEAD

paragraph | BODY

marker | À LIRE AUSSI
marker | Le programme du week-end
marker | Agen se relance
""",
    "title over its subtitle, calendar": """
title | BAROMÈTRE DE LA LECTURE : LES JEUNES ÉCOUTENT DAVANTAGE
standfirst | Onzième édition du baromètre

standfirst | LEAD

paragraph | BODY

heading | Calendrier
list_item | 23 octobre 2025 : chiffre d'affaires
list_item | 26 février 2026 : résultats annuels

contact | Renseignements au 05 00 00 00 00 (numéro gratuit).
""",
    "a title under a letterhead": """
marker | PRÉFET DE LA HAUTE-ORELLE
marker | Liberté Égalité Fraternité

marker | Direction des services du cabinet
marker | Bureau de la communication

dateline | Montfaure, le 21 juillet 2023

title | Sécheresse : le département passe en alerte

paragraph | BODY
""",
    "a title under the occasion": """
heading | Championnats d’Europe d’escalade – Villach (Autriche)

title | Trois podiums et un ticket : le bilan des Bleus à Villach

paragraph | BODY

heading | Ce que demande le syndicat :

list_item | 1. la publication du plan
list_item | 2. le maintien des contrats
""",
    "no title": """
paragraph | BODY

paragraph | BODY
""",
}

LAYOUTS |= {
    "what is told of each thing under its name": """
title | Un titre qui dit la nouvelle

standfirst | LEAD

paragraph | BODY

heading | REPÈRES
list_item | Ulysse : 4,6 pétaflops, 9 armoires et 2,4 pétaoctets de stockage, dont un tiers pour les entreprises
list_item | Livraison : onze mois de chantier
list_item | Utilisateurs attendus : de 300 à 350 par an

paragraph | Il résume : « Tout est prêt. »
paragraph | Elle ajoute : « Il était temps. »
""",
    "a question between marks over a text": """
title | Un titre qui dit la nouvelle

standfirst | BODY

heading | « Les milans, personne n’en parle ? »

paragraph | BODY

paragraph | « Et nous, on fait quoi ? », demande-t-elle.

paragraph | BODY

paragraph | Lors d'une rencontre avec les élus du territoire, il a aussi affirmé :

paragraph | Personne ici ne pensait que le chantier finirait avec un an d’avance

paragraph | BODY
""",
    "a pictogram before a link": """
title | Un titre qui dit la nouvelle

paragraph | BODY

marker | 📄 Télécharger le communiqué (PDF)
""",
    "a bank above its title": """
marker | Banque du Sahel

title | Résultats annuels : la banque franchit un cap

paragraph | BODY

marker | Crédit : Agence Vue
""",
}


@pytest.mark.parametrize(
    "lead",
    [
        "Eh non ! Ce n'est pas une fuite de gaz qui a vidé le gymnase, mais un exercice de la commune.",
        "Hier au petit matin, elle a repris la mer avec six équipiers, et s'en est dite heureuse.",
        "La réponse donnée par le trésorier, M. Grandcolas, fait apparaître une caisse bien remplie.",
    ],
)
def test_a_story_that_has_begun_is_no_summary(lead: str) -> None:
    text = f"Un titre qui dit la nouvelle\n\n{lead}\n\n{BODY}"
    assert kinds_by_line(text) == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    text, kinds = read(LAYOUTS[name])
    assert kinds_by_line(text) == kinds


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Alès, le 3 mai 2024", "dateline"),
        ("PARIS – 3 MAI 2024", "dateline"),
        ("Mis en ligne le 27/06/2023", "dateline"),
        ("Mis à jour le 07.02.2025 à 08h15", "dateline"),
        ("Jeudi 20 février 2025", "dateline"),
        ("11/12/2024", "dateline"),
        ("Communiqué | Jeudi 5 décembre 2024", "dateline"),
        ("Ville de Gap - Actualité du 4/03/2024", "dateline"),
        ("INFO PRESSE", "marker"),
        ("POUR DIFFUSION IMMÉDIATE", "marker"),
        ("Communiqué commun – FNE, LPO", "marker"),
        ("— FIN —", "marker"),
        ("***", "marker"),
        ("page 1/2", "marker"),
        ("Nous utilisons des cookies. Tout accepter | Tout refuser", "marker"),
        ("Contact : Inès Carbonnel, 04 92 00 11 22", "contact"),
    ],
)
def test_line_above_the_text(line: str, kind: str) -> None:
    text = f"{line}\n\nUn titre qui dit la nouvelle\n\n{LEAD}\n\n{BODY}"
    assert kinds_by_line(text) == [kind, "title", "standfirst", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Portes ouvertes le samedi 3 février 2024 à Nîmes",
        "[Communiqué] Pyrale 4.2 est là : la cartographie libre passe à l'échelle",
        "Partager la ville : les cyclistes demandent des aménagements",
        "Recherche",
        "Contactée, la maire ne répond pas",
        "Palmarès du Point : le CHU 14e sur 50",
        "Union de crédit : résultats annuels 2023",
    ],
)
def test_title_that_resembles_something_else(line: str) -> None:
    assert kinds_by_line(f"{line}\n\n{LEAD}\n\n{BODY}") == ["title", "standfirst", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "À propos de la grève, il a rappelé que rien n’était décidé et que l’on se reverrait bientôt.",
        "Contactée, la maire n’a pas souhaité s’exprimer avant le vote, selon son directeur de cabinet.",
        "Le 3 mai 2024, la cour a rendu son arrêt.",
        "« C’est faux, et il le sait très bien. »",
        "Le standard a reçu 1 200 appels au 04 66 78 50 00 en une journée, un record pour lui.",
    ],
)
def test_paragraph_that_resembles_something_else(line: str) -> None:
    assert kinds_by_line(f"Un titre\n\n{LEAD}\n\n{BODY}\n\n{line}\n\n{BODY}")[3] == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Un écart qui se creuse", "heading"),
        ("ILS ONT DIT", "heading"),
        ("« Une honte »", "heading"),
        ("Et maintenant ?", "heading"),
        ("## Méthode", "heading"),
        ("Le trio de tête des établissements :", "heading"),
        ("L'agence fait état de disparités :", "paragraph"),
        ("Les équipes se répartissent ainsi :", "paragraph"),
        ("Madame, Monsieur,", "paragraph"),
    ],
)
def test_heading_by_its_form(line: str, kind: str) -> None:
    assert kinds_by_line(f"Un titre\n\n{LEAD}\n\n{BODY}\n\n{line}\n\n{BODY}")[3] == kind


def test_printed_page() -> None:
    foot = "Université de Basse-Loire – 1, quai des Frégates – 44600 Saint-Nazaire"
    text = (
        "CLASSEMENT DE SHANGHAI : L’UNIVERSITÉ DE BASSE-LOIRE\nENTRE DANS LE TOP 600 MONDIAL\n\n"
        "Plus de 2 500 universités sont passées au crible, un millier seulement sont classées. L’UBL\n"
        "avait gagné deux tranches en 2023 ; elle en gagne une cette année, dit le laboratoire de té-\n"
        f"lédétection.\n\n{foot}     1/2\n\n"
        "Le parcours de l’université depuis sa première apparition est régulier, et personne n’en doute\n"
        f"plus aujourd’hui.\n\n{foot}     2/2"
    )
    sections = find_sections(text)
    assert [s.kind for s in sections] == ["title", "standfirst", "marker", "paragraph", "marker"]
    assert text[sections[1].start : sections[1].end].endswith("lédétection.")


def test_lines_of_one_kind_stay_apart() -> None:
    text = f"Un titre\n\n{LEAD}\n\n{BODY}\n{BODY}\n\nContacts\nUlla, 01 00 00 00 01\nIvan, 01 00 00 00 02"
    assert [s.kind for s in find_sections(text)] == ["title", "standfirst", "paragraph", "paragraph"] + [
        "contact"
    ] * 3


def test_rule_is_named() -> None:
    assert [s.rule for s in find_sections("COMMUNIQUÉ DE PRESSE\n\nUn titre")] == ["marker_phrase", "title"]


def test_empty() -> None:
    assert find_sections(" \n\u00a0\n") == ()


def test_figures_with_labels() -> None:
    block = "Trois chiffres à retenir\n562 € : loyer médian d'un studio\n1 sur 7 : part des étudiants qui ont dormi dans leur voiture, selon l'étude menée\nde 45 à 50 % : taux d'effort"
    kinds = kinds_by_line(f"Un titre\n\n{LEAD}\n\n{BODY}\n\n{block}\n\n{BODY}")
    assert kinds[3:7] == ["heading", "list_item", "list_item", "list_item"]


def test_turn_of_speech_after_a_dash() -> None:
    turn = "— Ce projet rapportera deux millions par an aux municipalités, a plaidé le préfet de la région, Jean Roy."
    assert kinds_by_line(f"Un titre\n\n{LEAD}\n\n{BODY}\n\n{turn}\n\n{BODY}")[3] == "paragraph"
    item = "— Un projet de deux millions par an aux municipalités et un autre pour les communes de la région de Jean."
    assert kinds_by_line(f"Un titre\n\n{LEAD}\n\n{BODY}\n\n{item}\n\n{BODY}")[3] == "list_item"
