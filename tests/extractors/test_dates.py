"""Dates: "[…]" marks the span, read on 18 March 2025 (a Tuesday)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.dates import extract_dates
from communique.mentions import Date, Found
from communique.segment import find_sections, find_sentences

PUBLISHED = "2025-03-18"


def dates(text: str, published: str | None = PUBLISHED) -> list[Date]:
    sections = find_sections(text)
    doc = Document(text, published, sections, find_sentences(text, sections))
    return list(extract_dates(doc, Found()))


def check(marked: str, *values: str | None, published: str | None = PUBLISHED) -> list[Date]:
    """A value is "2024-05", a range "2024-05/2024-07"."""
    text = marked.replace("[", "").replace("]", "")
    found = dates(text, published)
    shown, at = "", 0
    for date in found:
        shown += f"{text[at : date.start]}[{text[date.start : date.end]}]"
        at = date.end
    assert shown + text[at:] == marked
    assert [d.value if d.value_end is None else f"{d.value}/{d.value_end}" for d in found] == list(values)
    return found


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Paris, le [3 mai 2024] : la ville.", "2024-05-03"),
        ("Réuni [vendredi 1er mars 2024] à Lyon.", "2024-03-01"),
        ("Signé le [1er\nmai 2024] à Lyon.", "2024-05-01"),
        ("LE [23 SEPTEMBRE 2024] À LYON", "2024-09-23"),
        ("Le [5 nov. 2024] à Lyon.", "2024-11-05"),
        ("Le [15 fév 2013] à Lyon.", "2013-02-15"),
        ("Le [12 Janvier, 2018] à Lyon.", "2018-01-12"),
        ("Le [31 octobre 74] à Lyon.", "1974-10-31"),
        ("Le [15juin 2016] à Lyon.", "2016-06-15"),
        ("Le [03/05/2024] à Lyon.", "2024-05-03"),
        ("Le [3.5.24] à Lyon.", "2024-05-03"),
        ("Publié le [2024-05-03T10:00:00Z].", "2024-05-03"),
        ("Le [23/Sep/2020] à Lyon.", "2020-09-23"),
        ("Mis à jour le [18.02.25] à 17h42.", "2025-02-18"),
        ("Il ouvre [en mai 2026] à Lyon.", "2026-05"),
        ("Il ouvre [mi-mai 2026] à Lyon.", "2026-05"),
        ("Livraison [fin 2026] au plus tôt.", "2026"),
        ("Livraison [à la fin de 2025] au plus tôt.", "2025"),
        ("Née [en 1843], l'école grandit.", "1843"),
        ("Le budget [2024] de la ville.", "2024"),
        ("Il gagne trois rangs ([2024]).", "2024"),
        ("[2020] : 901-1000", "2020"),
        ("La rentrée [01/2026] approche.", "2026-01"),
    ],
)
def test_absolute(marked: str, value: str) -> None:
    if "T10:00" in marked:
        marked = marked.replace("T10:00:00Z]", "]T10:00:00Z")
    check(marked, value)


@pytest.mark.parametrize(
    "text",
    [
        "L'école compte 2 000 étudiants, 2019 emplois et plus de 2000 partenaires.",
        "Le plan France 2030 et l'Agenda 2030 suivent les Jeux de Paris 2024.",
        "La norme ISO 9001, version 2015, et la norme NF EN 1992.",
        "Tél. 04 66 78 50 00 – 12, avenue du 11-Novembre, 30100 Alès.",
        "Rendez-vous place du 8 mai 1945 ou rue du 4 septembre.",
        "Elle entre dans la tranche 1501-2000, après 901-1000.",
        "Les notes 3/5, 12/20, 78/100 et 24/7 restent.",
        "Le règlement (UE) 2019/1009 fixe un seuil.",
        "Les personnes de 39 ans, dans 10 pays, à 20 h 30.",
        "Le film de 90 minutes et les 35 heures.",
        "Mars et Vénus, Avril Lavigne, Mme Mai Nguyen.",
        "Les métiers sept fois cités, à sept mètres.",
        "Ouvert du lundi au vendredi, le samedi, tous les mardis, chaque jeudi.",
        "Les métiers de demain, à la veille du départ, au lendemain de la fuite.",
        "« Demain, nous recommencerons », dit-il.",
        "Le second semestre de la licence, une année de césure, depuis longtemps.",
        "Le 30 février et le 32 août n'existent pas.".replace("le 32 août", "le 31 avril"),
        "L'été a été chaud, elle a été élue.",
        "Consulter https://www.ville.example/2024/05/article.",
    ],
)
def test_not_dates(text: str) -> None:
    assert [d.text for d in dates(text)] == []


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Le salon se tient [du 3 au 5 mai 2024].", "2024-05-03/2024-05-05"),
        ("Le salon se tient [les 15 et 16 juin 2024].", "2024-06-15/2024-06-16"),
        ("Le salon [des 12, 13 et 14 mai 2024] est plein.", "2024-05-12/2024-05-14"),
        ("Le salon [du lundi 1er au mercredi 10 juillet 2024].", "2024-07-01/2024-07-10"),
        ("Le salon [des vendredi 17 et samedi 18 janvier 2025].", "2025-01-17/2025-01-18"),
        ("Enquête [du 28 février au 3 mars 2025].", "2025-02-28/2025-03-03"),
        ("Enquête [du 27 décembre au 3 janvier 2025].", "2024-12-27/2025-01-03"),
        ("Enquête [entre le 25 novembre et le 20 décembre 2024].", "2024-11-25/2024-12-20"),
        ("Enquête [10 - 22 août 2012].", "2012-08-10/2012-08-22"),
        ("Enquête [du 1er septembre 1939 au 2 septembre 1945].", "1939-09-01/1945-09-02"),
        ("Une campagne [de janvier à avril 2026].", "2026-01/2026-04"),
        ("Une campagne [de septembre 2024 à mai 2025].", "2024-09/2025-05"),
        ("Une campagne [entre mars et mai 2024].", "2024-03/2024-05"),
        ("Le plan [2023 – 2027] est voté.", "2023/2027"),
        ("L'année [2023-2024] et ses suites.", "2023/2024"),
        ("La saison [2023/24] et ses suites.", "2023/2024"),
        ("[Entre 2018 et 2022], l'équipe a grandi.", "2018/2022"),
        ("Un bail [de 2018 à 2028].", "2018/2028"),
        ("Dans la nuit [du 18 au 19 septembre 2024].", "2024-09-18/2024-09-19"),
        ("Les [années 1990] et leurs suites.", "1990/1999"),
    ],
)
def test_ranges(marked: str, value: str) -> None:
    assert [d.kind for d in check(marked, value)] == ["range"]


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("Des données [de 2022] et [2023].".replace("[de 2022]", "de [2022]"), ["2022", "2023"]),
        ("Deux bourses, [en 2012] et [en 2019].", ["2012", "2019"]),
        (
            "Kourou, le [30 novembre 2024] – [Vendredi 29 novembre], le lanceur a décollé.",
            ["2024-11-30", "2024-11-29"],
        ),
        ("Le [3 mai 2024] ou le [5 juin 2024].", ["2024-05-03", "2024-06-05"]),
    ],
)
def test_neighbours_that_are_no_range(marked: str, values: list[str]) -> None:
    check(marked, *values)


@pytest.mark.parametrize(
    ("marked", "kind", "value"),
    [
        ("Il dirige l'école [depuis 2019].", "since", "2019"),
        ("Il dirige l'école [depuis septembre 2023].", "since", "2023-09"),
        ("Il dirige l'école [depuis le 1er septembre].", "since", "2024-09-01"),
        ("[À compter du 1er janvier 2026], il dirigera l'école.", "since", "2026-01-01"),
        ("[À partir de 2027], il dirigera l'école.", "since", "2027"),
        ("Il la rejoindra [dès 2026] à Lyon.", "since", "2026"),
        ("L'école est fermée [depuis la rentrée 2022].", "since", "2022"),
        ("Il reste [jusqu’au 30 juin] à Lyon.", "until", "2025-06-30"),
        ("Il reste [jusqu'en août 2031] à Lyon.", "until", "2031-08"),
        ("Il finira [d'ici 2027] à Lyon.", "until", "2027"),
        ("Il finira [d’ici à fin 2026] à Lyon.", "until", "2026"),
        ("Il finira [d'ici la fin de 2026] à Lyon.", "until", "2026"),
        ("Il finira [avant le 20 décembre] à Lyon.", "until", "2025-12-20"),
        ("Réponse [au plus tard le 15 mai].", "until", "2025-05-15"),
        ("Il finira [d'ici six mois] à Lyon.", "until", "2025-09"),
        ("Il attend [depuis dix ans] à Lyon.", "since", "2015"),
    ],
)
def test_since_and_until(marked: str, kind: str, value: str) -> None:
    assert [d.kind for d in check(marked, value)] == [kind]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Elle est née [au printemps 2024] à Lyon.", "2024"),
        ("Elle est née [l'automne dernier] à Lyon.", "2024"),
        ("Elle ouvrira [l'été prochain] à Lyon.", "2025"),
        ("La [rentrée 2024] est passée.", "2024"),
        ("La [rentrée 2024-2025] est passée.", "2024/2025"),
        ("Au [3e trimestre 2025], elle ouvrira.", "2025-07/2025-09"),
        ("Le [premier semestre 2024] fut bon.", "2024-01/2024-06"),
        ("Le chiffre recule au [second semestre].", "2024-07/2024-12"),
        ("Le résultat du [T1 2024] est bon.", "2024-01/2024-03"),
        ("Elle ouvre [le premier vendredi de juillet 2025].".replace("[le ", "le ["), "2025-07-04"),
        ("Elle ouvre le [dernier jour d'octobre 2015].", "2015-10-31"),
        ("La [semaine du 6 octobre 2025] sera chargée.", "2025-10-06/2025-10-12"),
    ],
)
def test_periods(marked: str, value: str) -> None:
    check(marked, value)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("L'accord est signé [aujourd'hui] à Lyon.", "2025-03-18"),
        ("L'accord est signé [ce matin] à Lyon.", "2025-03-18"),
        ("L'accord a été signé [hier soir] à Lyon.", "2025-03-17"),
        ("L'accord a été signé [avant-hier] à Lyon.", "2025-03-16"),
        ("L'accord sera signé [après-demain] à Lyon.", "2025-03-20"),
        ("L'accord a été signé [ce mardi] à Lyon.", "2025-03-18"),
        ("L'accord a été signé [lundi] à Lyon.", "2025-03-17"),
        ("L'accord sera signé [jeudi matin] à Lyon.", "2025-03-20"),
        ("L'accord a été signé [jeudi dernier] à Lyon.", "2025-03-13"),
        ("L'accord sera signé [mardi prochain] à Lyon.", "2025-03-25"),
        ("L'accord sera signé [lundi en huit] à Lyon.", "2025-03-31"),
        ("L'accord sera signé [mardi de la semaine prochaine] à Lyon.", "2025-03-25"),
        ("La direction a annoncé [dès lundi] qu'elle formerait un pourvoi.", "2025-03-17"),
        ("L'accord a été signé [la semaine dernière] à Lyon.", "2025-03-10/2025-03-16"),
        ("L'accord a été signé [le mois dernier] à Lyon.", "2025-02"),
        ("L'accord a été signé [l'an passé] à Lyon.", "2024"),
        ("L'accord sera signé [l’année prochaine] à Lyon.", "2026"),
        ("L'accord sera signé [cette année] à Lyon.", "2025"),
        ("L'accord a été signé [il y a trois ans] à Lyon.", "2022"),
        ("L'accord a été signé [il y a dix jours] à Lyon.", "2025-03-08"),
        ("L'accord a été signé le [12 février dernier] à Lyon.", "2025-02-12"),
        ("L'accord sera signé [en octobre prochain] à Lyon.", "2025-10"),
        ("Le conseil se réunira le [25].", "2025-03-25"),
    ],
)
def test_relative(marked: str, value: str) -> None:
    check(marked, value)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        # the nearest
        ("À l'audience, le [11 juin], le parquet avait requis la relaxe.", "2024-06-11"),
        ("Le conseil du [12 mai] débattra du projet.", "2025-05-12"),
        ("La rencontre est calée au [3 avril].", "2025-04-03"),
        # the tense
        ("Elle a été nommée [en septembre] à Lyon.", "2024-09"),
        ("Elle sera nommée [en septembre] à Lyon.", "2025-09"),
        ("Les travaux, prévus [en octobre], coûteront cher.", "2025-10"),
        ("Le rapport dévoilé [en novembre] est sévère.", "2024-11"),
        ("Elle ouvrira le [1er septembre] à Lyon.", "2025-09-01"),
        ("Elle avait fermé le [20 septembre] à Lyon.", "2024-09-20"),
        ("L'accord du [30 septembre] reste en vigueur.", "2024-09-30"),
        # of what stands between commas, not of what follows
        ("Le club, champion [en octobre], recevra Nice.", "2024-10"),
        # the weekday
        ("Rendez-vous [samedi 24 mai] à Lyon.", "2025-05-24"),
    ],
)
def test_year_left_open(marked: str, value: str) -> None:
    check(marked, value)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("Il se tient le [18 mai] et [lundi].", [None, None]),
        ("Il se tient [du 3 au 6 juillet].", [None]),
        ("Il ouvrira [l'an prochain].", [None]),
        ("Il se tient le [3 mai 2024], [en 2025].", ["2024-05-03", "2025"]),
        ("Il se tient [de janvier à avril 2026].", ["2026-01/2026-04"]),
    ],
)
def test_without_the_articles_date(marked: str, values: list[str | None]) -> None:
    check(marked, *values, published=None)


def test_rule_is_named() -> None:
    assert [d.rule for d in dates("Du 3 au 5 mai 2024, puis hier.")] == ["days_of_month", "near"]


NAMED = ["mai", "sept", "15mai", "mi-mai", "lundi", "hier", "semaine", "dernier", "prochaine", "T1"]
LINKS = ["du", "au", "et", "entre", "le", "les", "depuis", "d'ici", "fin", "il", "y", "a", "ans"]
SIGNS = ["3", "1er", "31", "99", "2024", "-", "/", ".", "\n"]
PIECES = st.sampled_from([*NAMED, *LINKS, *SIGNS])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "\n"]), st.sampled_from([None, PUBLISHED]))
def test_spans_are_valid(pieces: list[str], joint: str, published: str | None) -> None:
    text = joint.join(pieces)
    at = 0
    for date in dates(text, published):
        assert at <= date.start < date.end
        assert date.text == text[date.start : date.end] == date.text.strip()
        assert date.value_end is None or date.value is not None
        at = date.end
