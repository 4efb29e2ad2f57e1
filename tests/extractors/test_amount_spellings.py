"""Amounts of money, measures and durations in every spelling: value, bounds, unit."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.extractors.counts import extract_counts
from communique.mentions import Found


def read(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(c.kind, c.value, c.unit) for c in extract_counts(Document(text), Found())]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        # nationalities
        ("10 dollars néo-zélandais", 10, "NZD"),
        ("10 dollars de Singapour", 10, "SGD"),
        ("10 millions de dollars de Hong Kong", 10e6, "HKD"),
        ("10 dollars des îles", 10, "USD"),
        ("300 francs français", 300, "FRF"),
        ("300 francs CFP", 300, "XPF"),
        ("300 francs rwandais", 300, "RWF"),
        ("40 000 livres libanaises", 40000, "LBP"),
        ("une amende de 300 livres britanniques", 300, "GBP"),
        ("500 roupies pakistanaises", 500, "PKR"),
        ("500 roupies par mois", 500, "INR"),
        ("500 dinars koweïtiens", 500, "KWD"),
        ("5 000 pesos colombiens", 5000, "COP"),
        ("100 deutsche marks", 100, "DEM"),
        ("100 marks allemands", 100, "DEM"),
        ("100 shillings kényans", 100, "KES"),
        ("100 dirhams des Émirats arabes unis", 100, "AED"),
        ("15 000 DT de prime", 15000, "TND"),
        ("250 000 DA par an", 250000, "DZD"),
        # hundredths and halves
        ("trois livres et vingt pence", 3.2, "GBP"),
        ("10 roubles russes et cinquante kopecks", 10.5, "RUB"),
        ("10 pesos mexicains et 20 centavos", 10.2, "MXN"),
        ("trois euros et demi", 3.5, "EUR"),
        ("1'250.50 CHF", 1250.5, "CHF"),
        ("CHF 1'250.-", 1250, "CHF"),
        ("un loyer de 850 fr.", 850, None),
        # parts of a scale
        ("un quart de million d'euros", 250_000, "EUR"),
        ("trois quarts de milliard de dollars", 750e6, "USD"),
        ("six virgule deux millions d'euros", 6_200_000, "EUR"),
        ("deux millions et trois cent mille euros", 2_300_000, "EUR"),
    ],
)
def test_money(text: str, value: float, unit: str | None) -> None:
    assert read(text) == [("money", pytest.approx(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "trois livres de poche",
        "dix livres et vingt revues",
        "12 DA et 3 DT",
        "deux mines de lire",
        "Voir www.exemple.fr. 250 places sont ouvertes",
        "les trois marks du logiciel",
    ],
)
def test_no_money(text: str) -> None:
    assert all(kind != "money" for kind, _, _ in read(text))


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("il mesure 1m80", "measure", 1.8, "m"),
        ("un mètre quatre-vingt-cinq", "measure", 1.85, "m"),
        ("un mur de deux mètres cinquante", "measure", 2.5, "m"),
        ("cinq mètres de haut", "measure", 5, "m"),
        ("3 kms à pied", "measure", 3, "km"),
        ("60 kilomètres/heure", "measure", 60, "km/h"),
        ("des vents de 60 nœuds", "measure", 60, "kn"),
        ("trois milles nautiques", "measure", 3, "nmi"),
        ("20 degrés au-dessous de zéro", "measure", -20, "°"),
        ("12 °C sous zéro", "measure", -12, "°C"),
        ("moins 20 degrés", "measure", -20, "°"),
        ("au moins 20 degrés", "measure", 20, "°"),
        ("plus ou moins 20 degrés", "measure", 20, "°"),
        ("64 GB de mémoire", "measure", 64, "Go"),
        ("un pour cent", "percent", 1, "%"),
        ("soit moins 3 % sur un an", "percent", -3, "%"),
        ("au moins 3 %", "percent", 3, "%"),
        ("en recul, 3 % de moins", "percent", 3, "%"),
        ("une heure et quart de film", "duration", 1.25, "hour"),
        ("deux heures trois quarts", "duration", 2.75, "hour"),
        ("deux heures et quinze minutes", "duration", 2.25, "hour"),
        ("un trajet de 2h15min", "duration", 2.25, "hour"),
    ],
)
def test_measures(text: str, kind: str, value: float, unit: str) -> None:
    assert (kind, pytest.approx(value), unit) in read(text)


@pytest.mark.parametrize("text", ["10 % - 15 % des élèves", "10 %-15 %", "10 % à 15 %", "entre 10 % et 15 %"])
def test_marked_at_both_ends(text: str) -> None:
    (count,) = extract_counts(Document(text), Found())
    assert (count.low, count.high, count.comparator) == (10, 15, "range")


def test_parts_of_a_list_are_no_range() -> None:
    found = list(extract_counts(Document("6,5 % - 12 500 emplois créés"), Found()))
    assert [c.value for c in found] == [6.5, 12500]
