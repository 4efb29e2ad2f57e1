"""Numbers in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document, lower_shadow
from communique.numbers import find_numbers


def read(text: str) -> list[tuple[str, float]]:
    """The numbers of a text without the articles."""
    found = find_numbers(lower_shadow(text), text)
    return [
        (text[n.start : n.end], n.value) for n in found if text[n.start : n.end].lower() not in ("un", "une")
    ]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        # thousands by every separator, decimals
        ("1 600 candidats", "1 600", 1600),
        ("1\u00a0600 candidats", "1\u00a0600", 1600),
        ("1\u202f600 candidats", "1\u202f600", 1600),
        ("1\u2009600 candidats", "1\u2009600", 1600),
        ("1.600 candidats", "1.600", 1600),
        ("11'500 employés", "11'500", 11500),
        ("11’500 employés", "11’500", 11500),
        ("1,234,567 lignes", "1,234,567", 1234567),
        ("16.000,50 tonnes", "16.000,50", 16000.5),
        ("12,5 points", "12,5", 12.5),
        ("12.5 points", "12.5", 12.5),
        ("0.125 point", "0.125", 0.125),
        # words
        ("mille six cents pages", "mille six cents", 1600),
        ("quatre-vingt-dix-sept élèves", "quatre-vingt-dix-sept", 97),
        ("soixante et onze élèves", "soixante et onze", 71),
        ("vingt-et-une écoles", "vingt-et-une", 21),
        ("deux-cent-trente-quatre pages", "deux-cent-trente-quatre", 234),
        ("septante-huit jours", "septante-huit", 78),
        ("huitante jours", "huitante", 80),
        ("octante jours", "octante", 80),
        ("nonante-cinq jours", "nonante-cinq", 95),
        ("deux millions trois cent mille élèves", "deux millions trois cent mille", 2300000),
        ("mille milliards de fois", "mille milliards", 1e12),
        ("qua-\ntre sites", "qua-\ntre", 4),
        ("une cinquan-\ntaine d’entreprises", "une cinquan-\ntaine", 50),
        # mixed and letters
        ("1,2 million d'élèves", "1,2 million", 1200000),
        ("68,1 milliards", "68,1 milliards", 68100000000),
        ("3 Md€", "3 Md", 3e9),
        ("2,5 Mds d'euros", "2,5 Mds", 2.5e9),
        ("25 k€", "25 k", 25000),
        ("15 M€", "15 M", 15e6),
        ("4,15 mio CHF", "4,15 mio", 4150000),
        ("320 MDH", "320 M", 320e6),
        ("100k abonnés", "100k", 100000),
        ("12 M d'abonnés", "12 M", 12e6),
        ("4,4 milliards un an plus tôt", "4,4 milliards", 4.4e9),
        # approximate nouns
        ("une dizaine d'écoles", "une dizaine", 10),
        ("une demi-douzaine d'écoles", "une demi-douzaine", 6),
        ("trois douzaines d'œufs", "trois douzaines", 36),
        ("un millier de jeunes", "un millier", 1000),
        ("des centaines de milliers d'emplois", "centaines de milliers", 100000),
        # fractions
        ("deux tiers des élèves", "deux tiers", 2 / 3),
        ("les trois quarts du parc", "trois quarts", 0.75),
        ("un cinquième des élèves", "un cinquième", 0.2),
        ("trois cinquièmes des voix", "trois cinquièmes", 0.6),
        ("plus du quart proviennent", "quart", 0.25),
        ("½ journée", "½", 0.5),
        ("trois millions et demi", "trois millions et demi", 3500000),
    ],
)
def test_cardinal(text: str, surface: str, value: float) -> None:
    assert (surface, pytest.approx(value)) in read(text)


@pytest.mark.parametrize(
    ("text", "surface", "rank"),
    [
        ("le 1er prix", "1er", 1),
        ("la 1re place", "1re", 1),
        ("la 1ère place", "1ère", 1),
        ("la 2e place", "2e", 2),
        ("la 2nde place", "2nde", 2),
        ("le 2nd rang", "2nd", 2),
        ("classée 6° en France", "6°", 6),
        ("le 6ème rang", "6ème", 6),
        ("le 6eme rang", "6eme", 6),
        ("le 1 er janvier", "1 er", 1),
        ("au 6 e rang", "6 e", 6),
        ("la 1 000e place", "1 000e", 1000),
        ("le XXIe siècle", "XXIe", 21),
        ("le VIe siècle", "VIe", 6),
        ("la Ve République", "Ve", 5),
        ("les premiers", "premiers", 1),
        ("la seconde école", "seconde", 2),
        ("une seconde cohorte", "seconde", 2),
        ("la deuxième place", "deuxième", 2),
        ("la vingt-et-unième place", "vingt-et-unième", 21),
        ("la nonante-cinquième place", "nonante-cinquième", 95),
        ("deux troisièmes places", "troisièmes", 3),
        ("un douzième essai", "douzième", 12),
    ],
)
def test_ordinal(text: str, surface: str, rank: int) -> None:
    found = find_numbers(lower_shadow(text), text)
    assert (surface, rank) in [(text[n.start : n.end], n.value) for n in found if n.ordinal]


@pytest.mark.parametrize(
    "text",
    [
        "un logement neuf.",  # new, not nine
        "la vie étudiante",  # not VIe
        "un deux-roues, un trois-mâts, un mille-feuille",
        "les Deux-Sèvres",
        "Trois-Rivières",
        "un tiers-lieu",
        "le code 2b3f",
        "vingt-un",
        "la Saint-Cent",
    ],
)
def test_no_number(text: str) -> None:
    assert read(text) == []


def test_neighbours_stay_apart() -> None:
    assert [v for _, v in read("en 2023, 150 personnes")] == [2023, 150]
    assert [v for _, v in read("12 à 15 000 visiteurs")] == [12, 15000]
    assert [v for _, v in read("les cinq cent premiers")] == [500, 1]
    assert [v for _, v in read("douze pour cent")] == [12]


def test_scale_and_indefinite() -> None:
    (million,) = find_numbers("30 millions")
    assert million.scale == 1e6
    (plural,) = find_numbers("des milliers")
    assert plural.indefinite
    assert plural.form == "noun"
    (time,) = find_numbers("4 secondes")
    assert not time.ordinal


@given(st.text(alphabet="0123456789 .,'-\nunedxtrovigcqàmlkM€°", max_size=80) | st.text(max_size=60))
def test_spans_are_ordered_and_inside(text: str) -> None:
    end = 0
    for number in find_numbers(lower_shadow(text), text):
        assert end <= number.start < number.end <= len(text)
        assert not text[number.start].isspace()
        assert not text[number.end - 1].isspace()
        end = number.end


@pytest.mark.parametrize(
    "text",
    ["9" * 20000, "un " * 8000, "1 000 " * 5000, "vingt-" * 4000, "et un et " * 3000, "\ud800 12 \x00"],
)
def test_long_and_odd_texts(text: str) -> None:
    for number in find_numbers(lower_shadow(text), text):
        assert number.end <= len(text)


@given(st.text(alphabet="un deux-t'vi3½_,.\n€gbpx·é", max_size=60))
def test_tokens_change_nothing(text: str) -> None:
    doc = Document(text)
    assert doc.numbers == tuple(find_numbers(doc.lower, text))
