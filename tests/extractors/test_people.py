"""People: forms of names one by one, each beside what looks like it and is no person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.people import extract_people
from communique.extractors.people.heads import feminine, is_head, is_known_head
from communique.extractors.people.lexicon import first_names, gender, is_first_name
from communique.extractors.people.wrapping import Wrapping
from communique.mentions import Found
from marked_people import names, people, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Oui », répond Anne Petit.", ["Anne Petit"]),
        (
            "Jean-Baptiste Roussel-Dupré et Zoé N’Diaye sourient.",
            ["Jean-Baptiste Roussel-Dupré", "Zoé N’Diaye"],
        ),
        ("Hubert de La Motte-Sancey préside.", ["Hubert de La Motte-Sancey"]),
        ("Tanguy Ollivier du Parc le dit.", ["Tanguy Ollivier du Parc"]),
        ("Fleur Van Daele et Noor El Amrani courent.", ["Fleur Van Daele", "Noor El Amrani"]),
        (
            "Marco Ferreira da Costa et Luisa von der Heide.",
            ["Marco Ferreira da Costa", "Luisa von der Heide"],
        ),
        ("Selon Clémence d'Arbaumont, c'est faux.", ["Clémence d'Arbaumont"]),
        ("Jordi Casals i Prat parle.", ["Jordi Casals i Prat"]),
        ("Nadège Le Floc’h-Amrani et Maëlle O’Brien.", ["Nadège Le Floc’h-Amrani", "Maëlle O’Brien"]),
        ("Le Dr Tomáš Novotný et Matthieu Szymański.", ["Tomáš Novotný", "Matthieu Szymański"]),
        ("Marie DUPONT et Paul LE GOFF signent.", ["Marie DUPONT", "Paul LE GOFF"]),
        ("Présents : DUPONT Marie, LE GOFF Paul.", ["DUPONT Marie", "LE GOFF Paul"]),
        ("Karine Le Marchand anime.", ["Karine Le Marchand"]),
        ("Anne et Paul Durand ont fondé le club.", ["Anne Durand", "Paul Durand"]),
        ("Le président Martin a promis.", ["Martin"]),
        ("Elle rejoint à Lyon Camille Verdoye, directrice de l'usine.", ["Camille Verdoye"]),
        ("Il a rencontré à Sceaux Solveig Maurin.", ["Solveig Maurin"]),
        ("Le jury est présidé par l'ancienne garde des Sceaux Solveig Maurin.", ["Solveig Maurin"]),
    ],
)
def test_forms_of_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Jean Petit", ("Jean Petit", "M.")),
        ("Mme Anne de Saint-Aignan", ("Anne de Saint-Aignan", "Mme")),
        ("Madame Tria", ("Tria", "Mme")),
        ("Mlle Rose Lys", ("Rose Lys", "Mlle")),
        ("le Pr Jean Martin", ("Jean Martin", "Pr")),
        ("le professeur Ouattara", ("Ouattara", "Pr")),
        ("la Pre Anneleen Verhaegen", ("Anneleen Verhaegen", "Pr")),
        ("Dre Maude Roy", ("Maude Roy", "Dr")),
        ("le Dr. J.-P. Martin", ("J.-P. Martin", "Dr")),
        ("Me Souleymane Castagnède", ("Souleymane Castagnède", "Me")),
        ("maître Éric Tondu", ("Éric Tondu", "Me")),
        ("sœur Marie-Agnès Lucas", ("Marie-Agnès Lucas", "Sr")),
        ("M. de Saint-Aignan", ("de Saint-Aignan", "M.")),
        ("Mme Le Bihan", ("Le Bihan", "Mme")),
    ],
)
def test_civilities_are_normalised(text: str, expected: tuple[str, str]) -> None:
    (person,) = people(f"C'est ce que dit {text} depuis hier.")
    assert (person.name, person.civility) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Madame la Présidente, Monsieur le Ministre,",
        "Me voici, dit-il, et Mes amis aussi.",
        "Il est docteur Honoris Causa.",
        "Inserm DR Grand-Est",
        "Monsieur Directeur général",
    ],
)
def test_a_form_of_address_without_a_name(text: str) -> None:
    assert names(text) == []


def test_plural_civilities_are_shared() -> None:
    text = "Présents : Mmes Leroy et Garnier, MM. Bernard, Petit et Le Goff, Drs Moreau et Roche."
    assert [(p.name, p.civility) for p in people(text)] == [
        ("Leroy", "Mme"), ("Garnier", "Mme"), ("Bernard", "M."), ("Petit", "M."), ("Le Goff", "M."),
        ("Moreau", "Dr"), ("Roche", "Dr"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Rendez-vous 12, rue Jean Moulin.",
        "Le lycée Marie Curie et le lycée technique Louis Armand.",
        "Elle reçoit le prix Anne Petit et la bourse de thèse Paul Grand.",
        "Au CHU Édouard Herriot comme à l'hôpital Suzanne Lacore.",
        "La Fondation Pierre Lafue et l'Institut de cardiologie Marie Dupont.",
        "Le Laboratoire de mathématiques Jean Leray l'a montré.",
        "L'Université Claude Bernard Lyon 1 et l'Université Paris 5 René Descartes.",
        "Le stade Raymond Kopa, l'amphithéâtre Simone Veil, la salle des fêtes Jean Ferrat.",
        "Le Centre hospitalier universitaire Henri Mondor recrute.",
        "La Fondation Daniel et Nina Carasso finance.",
        "L'IRT Jules Verne recrute.",
        "La frégate Jean Bart et le Marion Dufresne appareillent.",
        "Le gymnase Ferdinand-Buisson, place Charles de Gaulle.",
        "La ville de Saint-Denis et Saint Vincent de Paul.",
        "La maroquinerie Louis Vuitton et Yves Rocher soutiennent.",
        "France Musique, Lyon Métropole et Paris Habitat s'associent.",
        "Hassan II et Grand Est",
        "L'étude est parue dans Remote Sensing, selon Airbus Defence.",
        "Réserve Naturelle Marine de La Réunion",
        "COMMUNIQUÉ DE PRESSE : MARIE DUPONT ENTRE AU CONSEIL",
        "Mardi Gras, en Mars dernier, Jean-Moulin.",
        "Pierre Lafue Laboratoires et Jean Roux Conseil embauchent.",
        "Une visite : Scierie de Rivière-aux-Outardes, directrice.",
        "L'Italienne Ferrari Group suit.",
    ],
)
def test_not_people(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le biologiste Ifeozu Oyelorun a publié.", ["Ifeozu Oyelorun"]),
        ("« Enfin », sourit Ifeozu Oyelorun, doctorante.", ["Ifeozu Oyelorun"]),
        ("Ifeozu Oyelorun (directrice technique) confirme.", ["Ifeozu Oyelorun"]),
        ("Contact presse : Ifeozu Oyelorun – 06 00 00 00 00", ["Ifeozu Oyelorun"]),
        (
            "Anne Petit, Ifeozu Oyelorun et Paul Grand signent.",
            ["Anne Petit", "Ifeozu Oyelorun", "Paul Grand"],
        ),
        ("Mme Oyelorun a lancé l'essai. Ifeozu Oyelorun voyage.", ["Ifeozu Oyelorun"]),
        ("sous la présidence du Général d'Armée Ifeozu Oyelorun, président.", ["Ifeozu Oyelorun"]),
        # the same form of words without support, or with a body's own wording
        ("Ifeozu Oyelorun ouvre ses portes.", []),
        ("La directrice de Polytech Morbihan a parlé.", []),
        ("Chez Kurma Rivage, leader du marché, on attend.", []),
        ("Interrogé par Le Temps, le conseiller a dit non.", []),
        ("Un lanceur Vega Zéphyr a décollé.", []),
    ],
)
def test_unknown_first_names_need_support(text: str, expected: list[str]) -> None:
    assert names(text) == expected


WRAPPED = """« Ce classement n'est pas notre boussole et il ne le deviendra pas : il ignore la
moitié des sciences humaines, quand nous négocions un double diplôme à l'étranger,
et c'est la première chose que l'on nous demande aujourd'hui », reconnaît Laurence
Desbordes-Haïdara, présidente de la conférence, avant de saluer le travail d'Hubert de
La Motte et de rappeler que les moyens manquent partout, que les salles sont trop
petites et que rien n'avance assez vite pour les équipes du site.
"""


def test_names_run_over_wrapped_lines_only() -> None:
    assert names(WRAPPED) == ["Laurence Desbordes-Haïdara", "Hubert de La Motte"]
    assert names("Signataires\nAnne Petit\nPaul Grand\nZoé Roux") == ["Anne Petit", "Paul Grand", "Zoé Roux"]


def test_inhabitants_before_a_name() -> None:
    assert names("La Neuchâteloise Marie Curchod et le Parisien Jean Petit.") == [
        "Marie Curchod",
        "Jean Petit",
    ]


def test_a_thing_at_a_line_end_has_its_name_on_the_next() -> None:
    wrapped = WRAPPED + "\nElle a parlé longuement du palmarès, puis elle est allée voir la médiathèque\n"
    assert "Marguerite Yourcenar" not in names(wrapped + "Marguerite Yourcenar de Vierzon, qui était fermée.")
    assert "Marguerite Yourcenar" in names("Elle aime la médiathèque\nMarguerite Yourcenar, qui était là.")


def test_wrapping_is_a_matter_of_the_whole_text() -> None:
    assert Wrapping(WRAPPED).width > 0
    assert Wrapping("Anne Petit\nDirectrice\n" + "mot " * 60).width == 0


def test_a_name_inside_an_institution_is_dropped() -> None:
    assert names("L'[[association Anne Petit]] a écrit à Paul Grand.") == ["Paul Grand"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Assia Tria parle. Tria sourit, Mme Tria salue.", ["Assia Tria", "Tria", "Tria"]),
        ("NOMINATION D'ASSIA TRIA\n\nAssia Tria arrive.", ["ASSIA TRIA", "Assia Tria"]),
        ("Rachid Lemonnier est là.\n\nR. L. : Oui.", ["Rachid Lemonnier", "R. L."]),
        # neither another person's surname nor a thing named after the person
        ("Assia Tria parle. Paul Tria aussi, rue Tria, Fondation Tria.", ["Assia Tria"]),
    ],
)
def test_later_namings(text: str, mentions: list[str]) -> None:
    person = next(p for p in people(text) if p.name == "Assia Tria" or p.name == "Rachid Lemonnier")
    assert [text[m.start : m.end] for m in person.mentions] == mentions


def test_words_of_the_lexicon() -> None:
    assert len(first_names()) < 25_000
    assert is_first_name("jean-marc")
    assert not is_first_name("paris")
    assert (gender("assia"), gender("hubert"), gender("dominique"), gender("xyz")) == ("f", "m", None, None)
    assert [feminine(w) for w in ("chercheur", "administratif")] == ["chercheuse", "administrative"]
    heads = ("vice-présidente", "professeur·e", "directeur(trice)", "co-secrétaires", "ex-ministre", "pdg")
    assert [w for w in heads if is_head(w)] == list(heads)
    assert not any(is_head(w) for w in ("montagne", "médecine", "colloque", "coton", "sous-sol"))
    assert [is_known_head(w) for w in ("biologiste", "faucheuse")] == [True, False]


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("AéBmr .,-'’\n:«»()PM") | st.characters(), max_size=120))
def test_spans_are_words_of_the_text(text: str) -> None:
    for m in extract_people(Document(text), Found()):
        assert 0 <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == text[m.start : m.end].strip()


@pytest.mark.parametrize(
    "text", ["A" * 50_000, "A. " * 20_000, "Anne de " * 20_000, "Mme " * 20_000, "Aa-" * 20_000]
)
def test_long_odd_texts_end(text: str) -> None:
    doc, found, _ = read(text)
    assert all(m.end <= len(doc.text) for m in found.people)
