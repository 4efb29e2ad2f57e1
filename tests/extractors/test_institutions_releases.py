"""Names as releases on the web write them: dots, capitals everywhere, platforms, portfolios, partnerships."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.link.institutions import link_institutions
from communique.mentions import Found
from marked_institutions import check, institutions


@pytest.mark.parametrize(
    "marked",
    [
        # classes of bodies with their acronym
        "Les Entreprises du Numérique Ouvert (ENO) recrutent, selon [Torvanéa Conseil].",
        "Il défend les intérêts des Entreprises de Taille Intermédiaire (ETI).",
        "Parmi les Établissements d'Enseignement Agricole (EEA), douze ont répondu.",
        "Elle rejoint les [Hospices civils de Lyon] ([HCL]).",
        # a status or a sort of body, none by its name
        "Il demande un statut de Fondation consacrée au Logiciel Ouvert (FLO).",
        "La création d'un Fonds dédié à la Transition Locale (FTL) est demandée.",
        # a region in the parenthesis
        "Le [Comité Logiciel Ouvert de Torvane] (PACA) se réunit.",
        "La [Fédération Torvane Numérique] (IDF) se réunit.",
        # State start-ups and platforms
        "La Startup d'État Torvanéa accompagne douze communes.",
        "C'est la première start-up d'Etat de la [CNIL].",
        "La plateforme de recherche Torvanéa permet le partage de données.",
        "La plateforme Torvanéa permet de déclarer ses revenus.",
        "Le service en ligne Torvanéa a reçu 300 dossiers.",
        "Le téléservice Torvanéa a reçu 300 dossiers.",
        "Le site Torvanéa a reçu 300 visites.",
        "Le module Torvanéa a été mis à jour.",
        "Torvanéa est une plateforme numérique qui accélère le remboursement.",
        # a topic
        "Un colloque consacré à l'Innovation Ouverte et Libre a réuni 200 personnes.",
        "Une journée dédiée à la Transition Énergétique a réuni 200 personnes.",
        # portfolios
        "Elle a écrit à Anne Petit, Secrétaire d'État à la Prospective et au Développement de l'Économie Locale.",
        "Elle a écrit à la Ministre déléguée à la Ville et à l'Égalité des Territoires.",
        "Paul Petit, Vice-Président délégué à la Culture et au Patrimoine Vivant, salue le projet.",
    ],
)  # fmt: skip
def test_no_bodies(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        # dots
        "[Torvanéa.gouv] accompagne douze communes. L'équipe de [Torvanéa.gouv] recrute.",
        "L'agence a été créée par [Mirovia.io] en mai.",
        # ministries with capitals everywhere
        "Le [Ministère de la Transition Écologique et Solidaire] recrute.",
        "Le [Ministère de l'Enseignement Supérieur et de la Recherche] recrute.",
        "Le [Ministère de l'Europe et des Affaires Étrangères] recrute.",
        "Le [Ministère de l'Action et des Comptes Publics] recrute.",
        "Le [Ministère des Solidarités Nationales et Internationales] recrute.",
        "Le [Ministère de la Transition Écologique] et la préfète signent un accord.",
        # partners
        "[Torvane Élémentaire] x [Mirovia Conseil] : le baromètre",
        "Le baromètre [Torvane Élémentaire] x [Mirovia Conseil] paraît mardi.",
        # foreign acronyms of names in French
        "Anne Petit est la fondatrice du [réseau italien de reproductibilité] ([ITRN]). L'[ITRN] recrute.",
        "Le [centre européen de prévision] ([ECPX]) publie ses données. L'[ECPX] recrute.",
        # lower-case names of national bodies
        "Les journées du [réseau français de la recherche scientifique] ont réuni 200 personnes.",
        "Il préside l'[union nationale des jardins urbains] depuis mars.",
        "La [fédération française de pétanque] a tranché.",
        "Elle préside la [fédération européenne des transports urbains].",
        # an apposition after a parenthesis
        "Le plus important hébergeur français (3e mondial), [Torvanéa], annonçait la fermeture.",
        "Le premier fabricant de capteurs (40 salariés), [Mirovia], a annoncé la fermeture.",
    ],
)  # fmt: skip
def test_bodies(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Les équipes disputent un 4 x 100 mètres. Torvane x 2.",
        "L'entreprise française de robotique a tranché.",
        "Un réseau français de bibliothèques a vu le jour.",
        "L'équipe nationale de pétanque a gagné.",
        "La marque italienne de chaussures (ITCH) recrute.",
        "Le marché européen du travail (MET) recule.",
    ],
)
def test_no_more_than_that(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        # a division is no portfolio
        "Anne Petit, vice-présidente départementale de la [Fédération des commerces], salue l'accord.",
        "Anne Petit, ministre de la Culture et présidente de la [Fondation Torvane], salue l'accord.",
        "Anne Petit, commissaire chargée du Numérique à la [Commission européenne], salue l'accord.",
        # common nouns with a capital go on
        "Elle a interpellé le [Conseil de Coordination des Organisations Bretonnes de France].",
        # what an association is for
        "L'[Association des villes pour les communications électroniques] a signé.",
        # what one does is no part of the name
        "Cette interface permet aux ministères d'interagir.",
        "Elle reproche à la Compagnie d'avoir relevé ses prix.",
        "Il exige de la [Banque africaine pour l'innovation] d'ouvrir un guichet.",
        "L'[Association Torvane] a organisé et participé à la fête du village.",
        # where somebody comes from, and the firm
        "La Québécoise [Torvanéa] a levé 3 millions de dollars.",
        "Le Genevois [Torvanéa] recrute.",
        # adjectives after a land
        "Selon l'[Université de la Torvane supérieure], la hausse se poursuit.",
        # acronyms of things
        "Le système de suivi des colis (TSC) est prêt. L'équipe TSC travaille.",
        "La licence publique générale (LPG) le permet. La LPG recrute des soutiens.",
        # English links
        "Le prix va à l'[Torvane Institute of the Moving Image].",
        # items of a list
        "Les projets :\n- [Direction générale des collectivités locales] : optimiser le contrôle\n"
        "- [Institut national des risques industriels] : décrire les sources\n"
        "- [Centre national des arts du jardin] : compter les visiteurs",
        # who is whose
        "« Non », a déclaré Anne Petit de [JXB Rechtsanwälte] qui défend l'éditeur.",
        "« Rien n'avance », déplore Anne Petit, déléguée [CGX].",
        "Les prix ont été remis par la Présidente du Gouvernement Rosalie Petit.",
        "Anne Petit est fondatrice de la société [Torvane Horizons] et bénévole.",
    ],
)  # fmt: skip
def test_where_names_end(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "Le CCFF a saisi la justice. Le Conseil de Coordination des Organisations Fédérées de France est reçu mardi.",
            "Conseil de Coordination des Organisations Fédérées de France",
            "CCFF",
        ),
    ],
)
def test_letters_of_an_acronym(text: str, name: str, alias: str) -> None:
    found = Found(institutions=institutions(text))
    assert alias in next(i.aliases for i in link_institutions(Document(text), found) if i.name == name)


def test_a_person_after_the_title_and_the_body() -> None:
    text = "Préfacé par l'Ambassadrice du Fonds des Nations Unies pour la Population Natalia Torvanova."
    assert [m.name for m in institutions(text)] == ["Fonds des Nations Unies pour la Population"]


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        (
            "L'Agence de gestion des ports de Torvane (ci-après « l'Agence ») recrute. L'Agence ouvre un site.",
            "Agence de gestion des ports de Torvane",
            {"Agence"},
        ),
        (
            "La Compagnie des eaux de Torvane (« Eaux Vives » ou « la Compagnie ») recrute. Eaux Vives ouvre un "
            "site, et la Compagnie s'en félicite.",
            "Compagnie des eaux de Torvane",
            {"Eaux Vives", "Compagnie"},
        ),
        (
            "L'Institut Sainte-Torvane recrute. À Sainte-Torvane, on relativise.",
            "Institut Sainte-Torvane",
            {"Sainte-Torvane"},
        ),
    ],
)
def test_short_names_given(text: str, name: str, aliases: set[str]) -> None:
    found = Found(institutions=institutions(text))
    assert {
        a for i in link_institutions(Document(text), found) if i.name == name for a in i.aliases
    } == aliases


def test_a_first_name_taken_up() -> None:
    check("Étienne Petit a présenté le réseau. Étienne met en garde contre les dérives.")


def test_a_pseudonym_with_its_function() -> None:
    check("Étaient présents pour l'[Institut Torvane] : Mirov_IX (secrétaire) et Calvado (trésorière).")


def test_a_ministry_named_short() -> None:
    text = (
        "Le Ministère de la Transition Écologique et Solidaire recrute. Le ministère de la Transition "
        "Écologique précise le calendrier."
    )
    found = Found(institutions=institutions(text))
    assert len(link_institutions(Document(text), found)) == 1


def test_what_a_body_is_thanked_for() -> None:
    check("Elle salue la [Commission européenne] pour avoir agi.")
    check("Elle presse la [Commission européenne] pour résoudre ce conflit.")


def test_names_of_things() -> None:
    check("La [FSFE] défend les Standards Ouverts en Europe. Les Standards Ouverts gagnent.")
    check("La Base Adresse Torvane est en ligne. La Base Adresse Torvane est libre.")
