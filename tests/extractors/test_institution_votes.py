"""The kind of unknown names by all that an article says of them: functions, verbs, nouns, lists, addresses."""

from __future__ import annotations

from typing import get_args

import pytest

from communique.document import Document
from communique.extractors.institutions.kind_votes import signs
from communique.link.institutions import link_institutions
from communique.mentions import Found
from communique.records import InstitutionKind
from marked_institutions import institutions


def kinds(text: str) -> dict[str, str]:
    """The kinds of the bodies of a text, by every name of each."""
    found = Found(institutions=institutions(text))
    bodies = link_institutions(Document(text), found)
    return {form: i.kind for i in bodies for form in (i.name, *i.aliases)}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # what a body is said to be, against what its name sounds like
        ("J'ai rejoint Torvel Data, une association qui aide. Torvel Data grandit.", "Torvel Data", "association"),
        ("L'Atelier des Plumes ouvre. L'Atelier des Plumes est une association.", "Atelier des Plumes", "association"),
        ("L'Atelier des Plumes, une petite entreprise, ouvre.", "Atelier des Plumes", "company"),
        # units of research, by their code and their tutor
        ("Anne Petit, professeure, Université de Caen, CERTO (EA 965)", "CERTO", "research"),
        ("Un stage est à pourvoir au TEMCI à l'Université de Pau. Le TEMCI publie.", "TEMCI", "research"),
        ("Il réunit PAXEUR (CNRS) et VICS (Université de Pau). Le VICS publie.", "VICS", "research"),
        # to whom words are told
        ("« On vit au jour le jour », confie à Torvelac l'un d'eux. Torvelac l'a suivi.", "Torvelac", "media"),
        # guilds, teams
        ("L'événement est organisé avec la Torvel Craft Guild.", "Torvel Craft Guild", "association"),
        ("Il a joué sous le maillot de Tovaş Bursa pendant un an.", "Tovaş Bursa", "association"),
        # functions
        ("Anne Petit, adhérente de Torvanéa, salue l'accord conclu mardi.", "Torvanéa", "association"),
        ("Anne Petit, trésorier de Torvanéa, salue l'accord conclu mardi.", "Torvanéa", "association"),
        ("Anne Petit, coprésidente de Torvanéa, salue l'accord conclu mardi.", "Torvanéa", "association"),
        ("Anne Petit, PDG de Torvanéa, salue l'accord conclu mardi.", "Torvanéa", "company"),
        ("Anne Petit, actionnaire de Torvanéa, salue l'accord conclu mardi.", "Torvanéa", "company"),
        ("Anne Petit, rédactrice en chef de Torvanéa, salue l'accord.", "Torvanéa", "media"),
        ("Anne Petit, doctorante du TORVA, salue l'accord.", "TORVA", "research"),
        ("Anne Petit, comédienne de Torvanéa, salue l'accord.", "Torvanéa", "culture"),
        # what it does
        ("Torvanéa milite pour la gratuité des transports.", "Torvanéa", "association"),
        ("Torvanéa dénonce un projet inutile et réclame son retrait.", "Torvanéa", "association"),
        ("Torvanéa fédère quarante structures de la région, selon sa présidente.", "Torvanéa", "association"),
        ("Torvanéa commercialise ses capteurs depuis mars.", "Torvanéa", "company"),
        ("Torvanéa exporte la moitié de sa production.", "Torvanéa", "company"),
        # what it is called
        ("Torvanéa, pôle de compétences en robotique, recrute.", "Torvanéa", "association"),
        ("Torvanéa, communauté de développeurs, annonce sa dissolution.", "Torvanéa", "association"),
        ("Torvanéa est une coalition née en 2015. Torvanéa annonce sa dissolution.", "Torvanéa", "association"),
        ("Torvanéa, hébergeur de sites, annonce sa dissolution.", "Torvanéa", "company"),
        ("Torvanéa est une enseigne née en 2015. Torvanéa annonce sa dissolution.", "Torvanéa", "company"),
        # the words of its name
        ("Le débat a été ouvert par Torvane Solidarité Ensemble, qui recrute.", "Torvane Solidarité Ensemble", "association"),
        ("L'enquête a été confiée à Torvane Consulting, qui recrute.", "Torvane Consulting", "company"),
        ("Selon Torvane Hebdo, l'usine fermera en mai.", "Torvane Hebdo", "media"),
        # its acronym, its address
        ("Le FNTRP partage cette inquiétude. Le FNTRP recrute.", "FNTRP", "association"),
        ("La DIRNUM assure la continuité du service. La DIRNUM recrute.", "DIRNUM", "public_body"),
        ("Torvanéa annonce un bilan. Torvanéa recrute.\n\nContact : presse@torvanea.asso.fr", "Torvanéa", "association"),
        ("Torvanéa annonce un bilan. Torvanéa recrute.\n\nhttps://torvanea.gouv.fr", "Torvanéa", "public_body"),
    ],
)  # fmt: skip
def test_signs(text: str, name: str, expected: str) -> None:
    assert kinds(text).get(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La fédération compte comme membres : Torvanéa (Bretagne), Mirovia (Alsace), Calvado (Corse) et "
            "Brelune (Occitanie). Au travers de ces associations, 300 bénévoles sont représentés. "
            "Torvanéa, Mirovia, Calvado et Brelune recrutent.",
            "association",
        ),
        (
            "Le palmarès réunit les start-up Torvanéa, Mirovia, Calvado et Brelune.",
            "company",
        ),
    ],
)
def test_lists_share(text: str, expected: str) -> None:
    found = kinds(text)
    assert {found.get(name) for name in ("Torvanéa", "Mirovia", "Calvado", "Brelune")} == {expected}


def test_most_votes_win() -> None:
    text = (
        "Les adhérents de Torvanéa se sont réunis. Torvanéa milite depuis dix ans. "
        "Son directeur a quitté Torvanéa en mai."
    )
    assert kinds(text)["Torvanéa"] == "association"


def test_a_topic_settles_what_nothing_else_tells() -> None:
    about = "Torvanéa a tenu son assemblée. Torvanéa recrute. "
    members = "Les bénévoles, les adhérents et les militants de l'association ont voté. Le syndicat suit."
    trade = "Les clients, les investisseurs et les fournisseurs ont voté. La filiale suit."
    assert kinds(about + members)["Torvanéa"] == "association"
    assert kinds(about + trade)["Torvanéa"] == "company"


def test_every_sign_names_a_kind() -> None:
    relations = ("role", "verb", "near", "call", "site", "sigle", "name")
    told = {sign.kind for relation in relations for found in signs(relation).values() for sign in found}
    assert told <= set(get_args(InstitutionKind))
    assert all(signs(relation) for relation in relations)
