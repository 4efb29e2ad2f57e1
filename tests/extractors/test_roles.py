"""Roles: each way of giving a person a function, beside what gives none. ``[[X]]`` marks an institution."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.people.roles import extract_roles
from communique.mentions import Found, InstitutionMention, PersonMention
from marked_people import read, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Assia Tria, directrice de l'[[IMT]], est là.", ["directrice @ IMT"]),
        ("Assia Tria (directrice, [[IMT]]) est là.", ["directrice @ IMT"]),
        ("Assia Tria – Directrice – [[IMT]]", ["Directrice @ IMT"]),
        ("Assia Tria (LR), présidente du [[conseil]], parle.", ["présidente @ conseil"]),
        ("Assia Tria, 47 ans, pilote, sourit.", ["pilote"]),
        ("Assia Tria, elle-même ancienne maire de Nîmes, rit.", ["ancienne maire de Nîmes"]),
        ("Assia Tria, alors présidente de l'[[UPS]], signe.", ["présidente @ UPS"]),
        ("Assia Tria, nommée directrice en 2020, part.", ["directrice"]),
        ("Assia Tria, représentante des usagers ([[FAS]]).", ["représentante des usagers @ FAS"]),
        ("« Oui. »\nAssia Tria\nDirectrice générale\n[[IMT]]", ["Directrice générale @ IMT"]),
        ("Assia Tria - LAGUNA\nDirectrice de recherche au [[CNRS]]", ["Directrice de recherche @ CNRS"]),
        ("[[LPO]] : Assia Tria, chargée de mission juridique, 06 00", ["chargée de mission juridique @ LPO"]),
        ("Contact : Assia Tria, chargée de communication, [[UHM]]", ["chargée de communication @ UHM"]),
        ("Mme Assia Tria Préfète du Lot, et d'autres.", ["Préfète du Lot"]),
        ("Assia Tria, PCA de l'[[IMT]], rit.", ["PCA @ IMT"]),
        ("Assia Tria, patronne de la conserverie [[Mer & Moulin]], rit.", ["patronne @ Mer & Moulin"]),
        ("Assia Tria, patronne de la conserverie, rit.", ["patronne de la conserverie"]),
        ("Assia Tria, directrice de l'[[IMT]] et fondatrice de l'[[UPS]], rit.",
         ["directrice @ IMT", "fondatrice @ UPS"]),
        ("Assia Tria, directrice de l'[[IMT]], fondatrice de l'[[UPS]], rit.", ["directrice @ IMT"]),
    ],
)  # fmt: skip
def test_after_the_name(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Assia Tria": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La directrice de l'[[IMT]], Assia Tria, est là.", ["directrice @ IMT"]),
        ("La nouvelle directrice générale Assia Tria est là.", ["directrice générale"]),
        ("C'est ce que dit la sociologue Assia Tria.", ["sociologue"]),
        ("La maire de Nîmes, Assia Tria, est là.", ["maire de Nîmes"]),
        ("La maire (DVG) de Nîmes, Assia Tria, est là.", ["maire de Nîmes"]),
        ("La ministre de la Santé, Mme Assia Tria, est là.", ["ministre de la Santé"]),
        ("L'ingénieure qui les encadre, la Dre Assia Tria, rit.", ["ingénieure"]),
        ("En compagnie de la présidente et cheffe de la direction de [[Boréal]], Mme Assia Tria.",
         ["présidente @ Boréal", "cheffe de la direction @ Boréal"]),
        ("Directrice de la publication : Assia Tria", ["Directrice de la publication"]),
        ("Nommée directrice adjointe de l'[[Agence]], Assia Tria arrive.", ["directrice adjointe @ Agence"]),
        ("Chez [[Unia]], la responsable des soins, Assia Tria, refuse.", ["responsable des soins @ Unia"]),
        ("Le [[CHU]], dont la cheffe de service, la Pre Assia Tria, rit.", ["cheffe de service @ CHU"]),
        ("La conseillère d'Etat Assia Tria se tait.", ["conseillère d'Etat"]),
        ("Professeure à l'[[UCAD]] et ancienne conseillère de la [[BAD]], l'économiste Assia Tria rit.",
         ["Professeure @ UCAD", "ancienne conseillère @ BAD", "économiste"]),
        ("La biologiste Assia Tria, de l'[[UQAR]], rit.", ["biologiste @ UQAR"]),
        ("L'économiste Assia Tria ([[UCLouvain]]) rit.", ["économiste @ UCLouvain"]),
        ("La députée Assia Tria ([[Horizons]]) rit.", ["députée"]),
        ("La biologiste Assia Tria et l'[[UQAR]] rient.", ["biologiste"]),
    ],
)  # fmt: skip
def test_before_the_name(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Assia Tria": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Assia Tria est nommée directrice générale de l'[[IMT]].", ["directrice générale @ IMT"]),
        ("Assia Tria a été élue mardi présidente de l'[[UPS]] avec 22 voix.", ["présidente @ UPS"]),
        ("Assia Tria devient vice-doyenne aux études.", ["vice-doyenne aux études"]),
        ("Assia Tria, rectrice, est nommée conseillère éducation.", ["rectrice", "conseillère éducation"]),
        ("Le conseil a élu Assia Tria présidente de l'[[UBS]].", ["présidente @ UBS"]),
        ("Le conseil a choisi Assia Tria comme directrice.", ["directrice"]),
        ("Assia Tria au poste de directrice du site", ["directrice du site"]),
        ("Assia Tria, qui est professeure à l'[[UPS]], sourit.", ["professeure @ UPS"]),
        (
            "Assia Tria arrive. Elle était jusqu'ici directrice adjointe de l'[[INSA]].",
            ["directrice adjointe @ INSA"],
        ),
        ("Assia Tria a fondé [[Agri]]. Elle en est aujourd'hui la présidente.", ["présidente @ Agri"]),
    ],
)
def test_by_a_verb(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Assia Tria": expected}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("enseignante-chercheuse et chargée de mission Responsabilité Environnementale (RE)",
         ["enseignante-chercheuse", "chargée de mission Responsabilité Environnementale (RE)"]),
        ("directrice de la recherche et de l'innovation de l'[[IMT]]",
         ["directrice de la recherche et de l'innovation @ IMT"]),
        ("cofondatrice et présidente de [[Synapse]]", ["cofondatrice @ Synapse", "présidente @ Synapse"]),
        ("néphrologue et directrice médicale du [[CHU]]", ["néphrologue", "directrice médicale @ CHU"]),
        ("présidente, professeure émérite à l'[[UPS]]", ["présidente", "professeure émérite @ UPS"]),
        ("directrice de recherche [[Inria]] et conseillère de [[Synapse]]",
         ["directrice de recherche @ Inria", "conseillère @ Synapse"]),
        ("vice-présidente de la [[CCI]] en charge du tourisme et gérante de l'[[Hôtel]]",
         ["vice-présidente en charge du tourisme @ CCI", "gérante @ Hôtel"]),
        ("présidente-directrice générale par intérim du [[Centre]]",
         ["présidente-directrice générale par intérim @ Centre"]),
        ("porte-parole de l'association [[Valmorin Santé]]", ["porte-parole @ Valmorin Santé"]),
        ("cheffe de la maternité de l'[[hôpital Suzanne-Lacore]]",
         ["cheffe de la maternité @ hôpital Suzanne-Lacore"]),
        ("présidente du [[Bureau des étudiants]]", ["présidente du Bureau des étudiants"]),
        ("ministre de l'Enseignement supérieur, de la Recherche et de l'Innovation",
         ["ministre de l'Enseignement supérieur, de la Recherche et de l'Innovation"]),
        ("présidente de la section d'Avenières de la [[LDH]] et avocate honoraire",
         ["présidente de la section d'Avenières @ LDH", "avocate honoraire"]),
        ("rapporteure générale du budget de la [[Sécu]] au [[Sénat]]",
         ["rapporteure générale du budget de la Sécu @ Sénat"]),
        ("maître·sse de conférences à l'[[UPS]]", ["maître·sse de conférences @ UPS"]),
        ("directeur(trice) du laboratoire [[LIPN]]", ["directeur(trice) @ LIPN"]),
        ("première adjointe chargée des mobilités", ["première adjointe chargée des mobilités"]),
        ("ex-ministre et ancienne maire", ["ex-ministre", "ancienne maire"]),
        ("Head of Communications", ["Head of Communications"]),
        ("chargée des relations avec les écoles", ["chargée des relations avec les écoles"]),
        ("ingénieure de formation et mère de deux enfants", ["ingénieure de formation"]),
        ("déléguée à la lutte contre la pauvreté", ["déléguée à la lutte contre la pauvreté"]),
        ("directrice avec son équipe", ["directrice"]),
        # institutions that nobody recognised end the title all the same; places and services do not
        ("directrice de Lumirian", ["directrice @ Lumirian"]),
        ("déléguée générale de la FNEX et membre du Groupe Alba", ["déléguée générale @ FNEX", "membre"]),
        ("porte-parole de l'association Vivre Ensemble", ["porte-parole"]),
        ("préfète de Loire-Atlantique", ["préfète de Loire-Atlantique"]),
        ("directrice de la Communication", ["directrice de la Communication"]),
        ("associée chez [[Ardoise]], premier actionnaire de la société", ["associée @ Ardoise"]),
    ],
)  # fmt: skip
def test_what_belongs_to_a_title(title: str, expected: list[str]) -> None:
    assert roles(f"« Oui », répond Assia Tria, {title}.") == {"Assia Tria": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La [[Fédération]] conteste. Son secrétaire général, Paul Grand, parle d'un excès.",
         {"Paul Grand": ["secrétaire général @ Fédération"]}),
        ("Même prudence à la [[CFDT]]. « Non », a réagi sa secrétaire générale, Anne Petit.",
         {"Anne Petit": ["secrétaire générale @ CFDT"]}),
        ("[[Météo-France]] attend. « Oui », nuance sa directrice, Anne Petit, face à [[Airbus]].",
         {"Anne Petit": ["directrice @ Météo-France"]}),
        ("Le projet avance avec [[Airbus]]. Selon Paul Grand, ça va. Sa directrice, Anne Petit, approuve.",
         {"Anne Petit": ["directrice"]}),
        ("Zoé Roux nage au [[Club]]. Son entraîneur, Paul Grand, sourit.", {"Paul Grand": ["entraîneur"]}),
    ],
)  # fmt: skip
def test_possessives(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Non », s'indigne Anne Petit. La présidente de [[Conso]] demande une loi.",
         {"Anne Petit": ["présidente @ Conso"]}),
        ("Anne Petit pose son stylo. « Enfin », a résumé la vice-présidente chargée de l'eau.",
         {"Anne Petit": ["vice-présidente chargée de l'eau"]}),
        ("Paul Grand rit. Cet infirmier de formation, ancien président du [[Club]], part.",
         {"Paul Grand": ["infirmier de formation", "ancien président @ Club"]}),
        ("La ministre a assuré que non. « Jamais », a déclaré Anne Petit.", {"Anne Petit": ["ministre"]}),
        ("Anne Petit enseigne. Professeure de droit, elle publie.", {"Anne Petit": ["Professeure de droit"]}),
        # another's: the gender differs, the person has a title, the paragraph is another
        ("Paul Grand rit. La présidente de [[Conso]] demande une loi.", {}),
        ("Anne Petit, maire, rit. « Bien », dit la présidente.", {"Anne Petit": ["maire"]}),
        ("Anne Petit rit.\n\nLa préfète a fait savoir qu'elle viendrait.", {}),
    ],
)  # fmt: skip
def test_nouns_that_take_a_person_up(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


def test_several_people() -> None:
    text = (
        "Le jury : Pr Anne Petit (présidente), Paul Grand, directeur de [[Lumirian]], Zoé Roux (journaliste, "
        "[[Le Monde]]), la députée Mme Ida Blanc, M. Luc Noir le président du département, Jean Gris."
    )
    assert roles(text) == {
        "Anne Petit": ["présidente"],
        "Paul Grand": ["directeur @ Lumirian"],
        "Zoé Roux": ["journaliste @ Le Monde"],
        "Ida Blanc": ["députée"],
        "Luc Noir": ["président du département"],
    }


def test_shared_titles() -> None:
    assert roles("Anne Petit (UPS) et Paul Grand (IMT), coauteurs de l'étude, insistent.") == {
        "Anne Petit": ["coauteurs de l'étude"],
        "Paul Grand": ["coauteurs de l'étude"],
    }
    assert roles("Anne Petit et Paul Grand, respectivement présidente et trésorier de [[X]].") == {
        "Anne Petit": ["présidente @ X"],
        "Paul Grand": ["trésorier @ X"],
    }
    assert roles("Anne Petit et Paul Grand, coprésidents de [[X]].") == {
        "Anne Petit": ["coprésidents @ X"],
        "Paul Grand": ["coprésidents @ X"],
    }
    assert roles("avec les ingénieurs Luc Noir et Ida Blanc") == {
        "Luc Noir": ["ingénieurs"],
        "Ida Blanc": ["ingénieurs"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "M. Paul Grand, Mme Anne Petit et le professeur Luc Noir sont venus.",
        "Le conseil a élu Anne Petit.",
        "Anne Petit pilote l'essai et juge la mesure inutile.",
        "Me Anne Petit représentant les familles",
        "La présidente a parlé. Une heure plus tard, la salle était vide, selon Anne Petit.",
        "Anne Petit\nPaul Grand\nUne directrice heureuse",
        "À la mairie, le conseiller. Anne Petit arrive.",
        "Pour le collectif Bois dont on fait les filles, Anne Petit, toujours là.",
        "Anne Petit, conseil de guerre hier soir.",
    ],
)
def test_no_role(text: str) -> None:
    assert roles(text) == {}


def test_counsel_is_a_role_of_lawyers() -> None:
    people = [PersonMention(start=3, end=13, name="Anne Petit", civility="Me", rule="civility")]
    text = "Me Anne Petit, conseil de la famille, fera appel."
    assert [r.title for r in extract_roles(Document(text), Found(people=people))] == ["conseil de la famille"]


def test_a_list_of_signatories_line_by_line() -> None:
    text = (
        "Signataires :\nAïcha Blanc, présidente d'[[Un toit]]\n"
        "Paul Grand, délégué régional de la [[Fondation]]\n"
        "Dr Irina Roux, pédiatre à [[Médecins]]\n"
    )
    assert roles(text) == {
        "Aïcha Blanc": ["présidente @ Un toit"],
        "Paul Grand": ["délégué régional @ Fondation"],
        "Irina Roux": ["pédiatre @ Médecins"],
    }


def test_titles_over_wrapped_lines() -> None:
    text = (
        "« Les gens font vite leurs comptes, quand on regarde ce que la collecte coûte aux\n"
        "habitants et ce que les communes voisines demandent », observe Hubert de\n"
        "La Motte, président du [[syndicat]] et maire de Coulanges, qui rappelle que les\n"
        "tarifs n'ont pas bougé depuis dix ans et que rien ne presse, au contraire de ce\n"
        "que l'on entend dire chaque semaine sur les marchés de la vallée et du plateau.\n"
    )
    assert roles(text) == {"Hubert de La Motte": ["président @ syndicat", "maire de Coulanges"]}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["Anne Petit", "directrice", "de", "l'", "et", ",", "(", ")", ".", "«", "»", "\n", "la", "est", "IMT",
     "présidente", "son", "Elle", "Mme", ":", "–", "du", "à", "en charge", "ancienne", "qui", "\ud800"]
), max_size=25))  # fmt: skip
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    people = [
        PersonMention(start=i, end=i + 10, name="Anne Petit", rule="t") for i in _all(text, "Anne Petit")
    ]
    bodies = [InstitutionMention(start=i, end=i + 3, name="IMT", rule="t") for i in _all(text, "IMT")]
    for m in extract_roles(Document(text), Found(people=people, institutions=bodies)):
        assert 0 <= m.start < m.end <= len(text)
        assert m.title
        assert text[m.start : m.end] == text[m.start : m.end].strip()
        assert m.person in {(p.start, p.end) for p in people}


def _all(text: str, word: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(word, i)]


@pytest.mark.parametrize("text", ["Anne Petit, " + "directrice et " * 20_000, "Anne Petit, maire. " * 5_000])
def test_long_odd_texts_end(text: str) -> None:
    doc, found, _ = read(text)
    assert all(m.end <= len(doc.text) for m in found.roles)
