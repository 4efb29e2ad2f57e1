"""Names of one body under one record, however short or full, and names of two bodies apart."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.link.institutions import link_institutions
from communique.mentions import Found
from marked_institutions import institutions

ONE = [
    # the trade's noun before the name
    "Assurances Boréale-Vie recrute. L'assureur Boréale-Vie a embauché 640 personnes. Boréale-Vie grandit.",
    "Le conseil du Groupe Orvalys a voté. La société Orvalys emploie 300 personnes.",
    "Laboratoires Mirandol recrute. L'entreprise Mirandol investit à Figeac.",
    # trade and legal form after it
    "Le conseil d'administration d'Helvatia Assurances SA l'a nommée. La présidente d'Helvatia s'en réjouit.",
    "La société Nexora Technologies lève 3 M€. « C'est un pas », dit le directeur général de Nexora.",
    # place of a school, a hospital, a museum
    "Université Modibo-Sanogo de Bamako\n\nLa doyenne de l'Université Modibo-Sanogo a été nommée.",
    "Le lycée Jean-Moulin de Béziers ouvre. Le proviseur du lycée Jean-Moulin se félicite.",
    "La clinique Sainte-Odile de Valmorin ferme. La clinique Sainte-Odile employait 80 personnes.",
    # acronym of the first words, with the same complement
    "Le CHR du Vivarais est classé. Le Centre hospitalier régional du Vivarais (CHRV) se réjouit.",
    "La Chambre de commerce et d'industrie du Gers recrute. La CCI du Gers tient salon.",
    "L'Institut universitaire de technologie de Laval fête ses 30 ans. L'IUT de Laval a formé 9 000 personnes.",
    "L'Agence régionale de santé Occitanie alerte. L'ARS Occitanie recommande le masque.",
    # the acronym of the parenthesis, with a place that the name holds or that follows
    "L'Institut supérieur d'ingénierie du Sidobre (ISIS) grandit. L'école ISIS Sidobre bondit.",
    "La Chambre de métiers et de l'artisanat (CMA) de la Sarthe publie. Le président de la CMA de la Sarthe "
    "se réjouit.\n\nContact presse CMA 72 : Ludivine Roger",
    "L'École supérieure de commerce de l'Adour (ESCA) l'a nommée. L'école ESCA Business School grandit.",
    # the first words of a club's name, a school's acronym, a firm's name before its land
    "Angers Nautique deuxième club\n\nAngers, le 3 mai.\n\nLe club Angers Nautique Aviron gagne. Angers Nautique rit.",
    "ESDAL Business School reste première. Anne Petit, directrice du groupe ESDAL, jubile.",
    "Post Luxembourg a investi. Anne Petit, directrice générale de Post, le rappelle.",
    "Le CA Brive champion\n\nLe CA Brive Corrèze Limousin (CAB) a gagné. Anne Petit, présidente du CAB, rit.",
    # a town's hospital, a preposition more or less
    "L'hôpital de Thiès premier\n\nLe Centre hospitalier régional Amadou-Mbaye de Thiès gagne dix places.",
    "La Technopole Nancy-Brabois grandit. La Technopole de Nancy-Brabois héberge trois sociétés.",
    # the noun before a name that stands alone elsewhere
    "La mutuelle Garonnia gagne. Créée en 1937, Garonnia emploie 640 personnes. Garonnia recrute.",
    "Agro Morvan gagne. L'école Agro Morvan obtient la 5e place. Agro Morvan accueille 300 étudiants.",
    # an acronym that many bodies share
    "Le CHU de Limoges recrute. Le CHU demeure 19e.",
    "Le lycée Gay-Lussac gagne. Gay-Lussac arrive 9e.",
    # an authority told in full before
    "Le Département de la Sarthelle vote son budget. Le Département versera le RSA à 9 840 foyers.",
    # a branch named first
    "Communiqué du Secours populaire du Rhône.\n\nLe Secours populaire demande deux restaurants.",
    # a place, an adjective, a preposition, an article left out
    "L'Observatoire régional de la santé de Torvel publie. L'Observatoire régional de la santé s'en félicite.",
    "L'EDHEC de Lille réagit. Les étudiants de l'EDHEC sont choqués.",
    "L'orchestre Sirènes Marseille joue. L'orchestre Sirènes recrute. Voir l'orchestre Sirènes - Marseille.",
    "Le Centre de Ressources Torvel ouvre. Le Centre de Ressources est à tous.",
    "L'IUT Torvel-Morvel fête ses 50 ans. Enseignante à l'IUT de Torvel-Morvel, elle préside. Venez à l'IUT !",
    "L'école maternelle Jacques Torvel ferme. Les parents de l'école Jacques Torvel protestent.",
    "Le Conseil national de l'Ordre des médecins saisit la justice. Le Conseil de l'Ordre attend.",
    "La société Le Pot Torvel recrute. La société Pot Torvel a embauché 640 personnes.",
    "La Ville de Torvel évalue les dégâts. La mairie de Torvel répond.",
    "L'Association Torv'Action forme. Torv'Action propose un cours.",
    "L'école des Beaux-Arts de Torvel ouvre. Il étudie aux Beaux-Arts de Torvel, elle sort des Beaux-Arts.",
    "Elle étudie à l'Université Gallardet. Les étudiants de Gallardet manifestent.",
    # letters of other things too, of a listed body named in full; the letters right after the name
    "L'Olympique lyonnais gagne. L'OL reste premier.",
    "L'Organisation des Nations unies (ONU) réagit. Les Nations unies enquêtent.",
    "L'Union des peintres UDP lance un prix. Le jury de l'UDP siège.",
    # a hyphen, a capital more or less
    "L'association Torvel Privacy publie. Pour Torvel-Privacy, c'est trop.",
    "L'équipe de torvOuest recrute. La société torvOuest grandit. Selon TorvOuest, 640 personnes y travaillent.",
    # a newspaper's article outside its marks, an English article left out
    "L'enquête du Guardian paraît. The Guardian la signe.",
    # the town's council by another noun of towns
    "La Ville de Sète publie son bilan. Anne Petit est directrice au sein de la municipalité de Sète.",
]
TWO = [
    "L'EPSP de Torvel vaccine. L'EPSP de Morvel attend.",
    "L'école maternelle Jacques Torvel ferme. L'école élémentaire Jacques Torvel ouvre.",
    "La Ville de Torvel répond. La mairie de Morvel attend.",
    "La Ville de Sète publie son bilan. Anne Petit est directrice au sein de la municipalité de Marseillan.",
    "L'Université de Nantes et l'Université de Nanterre signent.",
    "Le CHU de Nantes et le CHU de Rennes s'allient.",
    "L'Institut Pasteur et l'Institut Pasteur de Dakar coopèrent.",
    "Le Secours populaire et le Secours populaire du Rhône signent.",
    "La société Nexora Énergie et la société Nexora Conseil fusionnent.",
    "La Chambre de commerce et d'industrie du Gers recrute. La CCI du Tarn tient salon.",
    "Le lycée Jean-Moulin de Béziers ouvre. Le lycée Jean-Moulin de Toulouse ferme.",
    "La Fondation Orvalys soutient l'école. La société Orvalys emploie 300 personnes.",
    "L'Université de Nantes et l'Université de Strasbourg signent.",
    "L'hôpital de Torvane et le CHU de Torvane coopèrent.",
    "La société Nexora signe avec la société Nexora Énergie.",
]  # fmt: skip


def records(text: str) -> list[str]:
    found = Found()
    found.institutions = institutions(text)
    return [record.name for record in link_institutions(Document(text), found)]


@pytest.mark.parametrize("text", ONE)
def test_one_body(text: str) -> None:
    assert len(records(text)) == 1, records(text)


@pytest.mark.parametrize("text", TWO)
def test_two_bodies(text: str) -> None:
    assert len(records(text)) == 2, records(text)
