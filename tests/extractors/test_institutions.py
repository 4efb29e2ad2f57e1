"""Institutions: marked sentences, one a line; what is not between brackets must not be found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.institutions import extract_institutions
from communique.mentions import Found
from marked_institutions import check, institutions


@pytest.mark.parametrize(
    "marked",
    [
        # a head noun with its complement
        "Selon le [Centre national de la recherche scientifique], la baisse se confirme.",
        "Elle travaille au [Laboratoire d'informatique de Paris 6] depuis dix ans.",
        "Nous irons devant le [tribunal administratif de Grenoble].",
        "Le [centre hospitalier de Valmorin] manque de bras.",
        "La [Ligue des droits de l'homme] a saisi la justice.",
        "Il saisit la [préfecture de l'Yssandre].",
        "Le rapport de l'[Institut pour l'étude de la neige et des avalanches] est paru.",
        "La [Commission géologique du Canada] y participe.",
        "Les [Hospices civils de Lyon] recrutent.",
        "Elle préside l'[Union des producteurs agricoles], à Sherbrooke.",
        "Selon la [Fédération des producteurs forestiers du Québec], le bois manque.",
        "La [Fédération du commerce et de la distribution] proteste.",
        "Le [Centre technique interprofessionnel des fruits et légumes] publie une étude.",
        "Il dirige le [Laboratoire de biologie et modélisation de la cellule], à Lyon.",
        "Le [Musée d'Histoire de Nantes] rouvre samedi.",
        "L'[Université du Québec à Montréal] ouvre un campus.",
        "Le [Conseil national de l'ordre des infirmiers] a tranché.",
        "La [Fondation pour le logement des défavorisés] et la [Fondation contre le cancer] quêtent.",
        "L'[École nationale supérieure d'architecture de Nantes] est classée.",
        "Elle a étudié à l'[université Cheikh-Anta-Diop de Dakar] puis à l'[université de Rostock].",
        # ministries and their lists
        "Le [ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation] renouvelle.",
        "Le [ministère chargé de la Santé] indique que des mesures sont à l'étude.",
        "Le [ministère de l'Éducation nationale] et le [ministère chargé de la Santé] ont signé.",
        "La [Direction régionale de l'économie, de l'emploi, du travail et des solidarités] enquête.",
        # authorities
        "Il est soutenu par la [Région Occitanie], le [Département de l'Hérault] et la [Ville de Nîmes].",
        "Le projet est porté par [Montpellier Méditerranée Métropole] depuis 2020.",
        "La [communauté de communes Causse et Vallée] finance.",
        "La [communauté de communes du Pays de Redon] a voté.",
        # schools, hospitals and foundations that bear a person's name
        "La [Fondation Jean-Duval] soutient le [lycée Marie-Curie] et l'[hôpital Suzanne-Lacore].",
        # a common noun that introduces the name
        "La convention signée avec la société [Argolis] prévoit tout.",
        "Deux filiales du groupe [Kora Finances] ferment.",
        "L'[Agence Palabre] communique ; l'agence [Pollen & Cie] aussi.",
        "Avec la jeune pousse lorientaise [Nautika], l'entreprise de services numériques [Ordonia] recrute.",
        "L'association [Roue libre], qui a porté le projet, se réjouit.",
        "L'association [Générations futures] a dénoncé un retard.",
        'Le collectif "[Touche pas à ma classe]" donne rendez-vous samedi.',
        # foreign names
        "Des partenaires comme la [Scripps Institution of Oceanography] et l'[Alberta Children’s Hospital].",
        "Elle rejoint [Alpha-Belledonne Ventures] et le [Karolinska Institutet].",
        # acronyms
        "La [Conférence des grandes écoles] ([CGE]) publie. La [CGE] se félicite.",
        "L'[ARDE] ([Agence régionale de l'eau]) publie. L'[ARDE] suit.",
        "Le [Centre d’études spatiales de la biosphère] ([Cesbio], [CNRS]/[IRD]) mesure.",
        "Réponse de l'[Agence régionale de santé]. À l'[ARS], on confirme.",
        "Les [Hôpitaux universitaires de Vaucel] ([HUV]) recrutent.",
        "Le [Centre hospitalier régional Val de Meuse] ([CHR Val de Meuse]) ouvre.",
        # known bodies and their branches
        "Le [CNRS], l'[Inserm] et [Météo-France] y participent.",
        "L'[UIMM Lorraine] et la [CPME de l'Aude] forment 300 apprentis.",
        "La [CGT-Textile] et le [Snesup-FSU Alpes-Durance] appellent à la grève.",
        "Un essai de [SNCF Réseau], avec [OVHcloud] et [Back Market].",
        # several bodies under one noun
        "Les [universités de Lille] et de [Strasbourg] ont signé.",
        "Les [CHU de Nantes], [Rennes] et [Brest] manquent de lits.",
        "Les groupes [Valeris] et [Savron] reculent.",
        "Entre les [lycées Jean-Moulin] et [Victor-Duruy], le choix est fait.",
        # sport
        "Le [FC Lorient] et le [Stade Rochelais] jouent.",
        "Zoé Perrin ([Vertical Club de Saumont]) gagne.",
    ],
)
def test_marked(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "La directrice de [Lactéa], Anne Petit, confirme. [Lactéa] recrute.",
        "Anne Petit est présidente de [ConsoVigie] depuis 2020.",
        "Anne Petit est présidente d’[Un toit pour l’école].",
        "Elle était auparavant chez [Sodarel].",
        "Paul Leroy quitte [Marnier & Fils] pour l'étranger.",
        "À propos de [Synaphos]\n[Synaphos] conçoit des processeurs.",
        "Le projet est mené par [Demathieu Bard].",
        "L'enseigne s'associe à [Ecosystem] pour la collecte.",
        "[Pasqal], de son côté, a levé 100 millions d'euros.",
        "Sa concurrente, l’américaine [BoneWright], est valorisée 210 M$.",
        "Le groupe a finalisé l'acquisition de [Tessandier], distributeur belge.",
        "[Vorteo Énergies] et [Solarnor SAS] construiront la centrale.",
        "Les salariés de [Verallia], d'[Orlix] et de [Duralex] ont manifesté.",
        "Le prêt va à [Boréalin inc.] ; [Boréalin] exporte.",
        "Par ailleurs, [1001 Vies Habitat] livrera 45 logements.",
        "Interrogé par [Le Phare], il nuance.",
    ],
)
def test_unknown_names(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "text",
    [
        "L'école a ouvert ses portes et notre université se réjouit.",
        "Le ministère, la direction et la fondation se taisent.",
        "Le Conseil d'administration s'est réuni avec le Comité de direction.",
        "Le programme France 2030 et le plan Horizon Europe financent le projet.",
        "Le satellite Hydria et le logiciel Pyrale 4.2 sont prêts.",
        "Il habite rue Victor-Hugo, à Valmorin, près de la place de l'Église.",
        "Le prix Goncourt et la médaille Fields ont été remis.",
        "Elle mesure l'ADN et le PIB ; la TVA et la RSE progressent.",
        "Les régions d'Europe et la région parisienne souffrent.",
        "Le baromètre Bastion et le classement Vespera sont parus.",
        "Les écoles et les universités de la région, entre Lyon et Paris, attendent.",
        "Une école d'ingénieurs de Lyon, deux universités et un hôpital de Dakar.",
        "La première université de Bretagne recrute.",
        "Le maire de Valmorin et les habitants de Thorens attendent.",
        "Le système de santé (SDS) et les établissements médico-sociaux (EMS) vont mal.",
        "Assia Tria et Jean-Paul Dupont ont signé le texte.",
        "L'équipe et la presse attendaient ; le soir tombe.",
    ],
)
def test_nothing(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Il dirige l'[Institut d'études politiques de Grenoble].", "education"),
        ("Il dirige l'[Institut d'astrophysique de Paris].", "research"),
        ("Il dirige le [Centre culturel suisse].", "culture"),
        ("Il dirige le [Centre régional de santé des Cascades].", "health"),
        ("Il dirige l'[Agence européenne pour l'environnement].", "international"),
        ("Il dirige l'[Agence nationale de la recherche].", "public_body"),
        ("Il dirige l'[Agence Kaléido].", "company"),
        ("Il dirige la [Ligue contre le cancer].", "association"),
        ("Il dirige la [Métropole du Grand Nancy].", "local_authority"),
        ("Il écrit dans le magazine [Campus Avenir].", "media"),
        ("Le bailleur [Néotoa] construit.", "company"),
    ],
)
def test_kind(marked: str, kind: str) -> None:
    check(marked)
    assert institutions(re.sub(r"[\[\]]", "", marked))[0].kind == kind


def test_capitals_of_a_title() -> None:
    check(
        "L’[UNIVERSITÉ DE BASSE-LOIRE] GAGNE DES PLACES\n\n"
        "L’[Université de Basse-Loire] progresse encore cette année, selon le palmarès."
    )


def test_name_across_a_wrapped_line() -> None:
    check(
        "Un titre\n\nGap, le 3 mai 2024\n\n"
        "Absente du palmarès jusqu’en 2019, la grande école de la vallée apparaît cette année dans la\n"
        "tranche 501-600 du classement mondial, publié hier matin par le cabinet [ShanghaiRanking\n"
        "Consultancy]. Elle se situe désormais entre la dix-neuvième et la vingt-deuxième place.\n"
    )


def test_a_line_that_ends_ends_the_name() -> None:
    check("Anne Petit, présidente de la [Fondation Pyrale]\nPaul Leroy, maire de Thorens")


def test_short_forms_point_to_the_name() -> None:
    text = "Le [SMICTOM du Val d’Orain] trie. Le [SMICTOM] recrute."
    check(text)
    assert institutions(re.sub(r"[\[\]]", "", text))[1].alias_of == "SMICTOM du Val d’Orain"


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                ["L'", "Université", "de", "la", "(", ")", "CNRS", ",", "et", "Agence", "\n", "« ", ".",
                 "-", "J.",
                 "groupe", "ÉCOLE", "Lyon", "du", "’", "\ud800", "$", "1001", "à", "chez", "inc", "Vega-C"]
            ),
            max_size=40,
        ).map(" ".join),
    )
)  # fmt: skip
def test_spans_hold_on_any_text(text: str) -> None:
    last = 0
    for m in extract_institutions(Document(text), Found()):
        assert last <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == text[m.start : m.end].strip()
        last = m.end


@pytest.mark.parametrize(
    "unit", ["a", "A", "(", "« ", "Université de ", "CNRS (", "et la ", "\n", "A.-", "l'", "9"]
)
def test_linear_on_repetition(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert len(list(extract_institutions(Document(text), Found()))) <= len(text)
