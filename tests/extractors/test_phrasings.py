"""Amounts, hours and days put in other ways: what lasts and what is a time, what is reckoned in millions."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

HEAD = "Un titre pour cet article\n\nRennes, le 22 mai 2025\n\n"
Told = tuple[str, float | None, str, str | None, str | None]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Une année faste pour le club.", []),
        ("Une journée sans voiture est prévue.", []),
        ("Le résultat recule dans une année de pluie.", []),
        ("Après une année de travaux, le musée rouvre.", [("une année", 1, "eq", "year", None)]),
        ("Une année plus tard, le musée rouvre.", [("Une année", 1, "eq", "year", None)]),
        ("Pendant une année entière, elle a enquêté.", [("une année", 1, "eq", "year", None)]),
        ("Nous travaillons jusqu'à 21 heures.", []),
        ("La piscine reste ouverte jusqu'à 22 h.", []),
        ("L'attente peut durer jusqu'à 6 heures.", [("jusqu'à 6 heures", 6, "le", "hour", None)]),
        ("Ils attendent jusqu'à 12 heures aux urgences.", [("jusqu'à 12 heures", 12, "le", "hour", None)]),
        ("Ils travaillent jusqu'à 12 heures par jour.", [("jusqu'à 12 heures", 12, "le", "hour", None)]),
        ("Elle offre jusqu'à 10 heures d'autonomie.", [("jusqu'à 10 heures", 10, "le", "hour", None)]),
        ("Il faut limiter à dix heures et demie l'amplitude.", [("dix heures et demie", 10.5, "eq", "hour", None)]),
        ("Le trajet est ramené à deux heures.", [("deux heures", 2, "eq", "hour", None)]),
        ("La réunion est fixée à dix heures.", []),
        ("Il commence à dix heures et demie.", []),
        ("Il dure trois se-\nmaines.", [("trois se-\nmaines", 3, "eq", "week", None)]),
    ],
)  # fmt: skip
def test_hours_and_years(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    _check(text, counted, pipeline)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Le marché ne se compte pas en millions de patients.",
         [("millions de patients", None, "indefinite", None, "patients")]),
        ("Les pertes se chiffrent en centaines de tonnes.",
         [("centaines de tonnes", None, "indefinite", "t", None)]),
        ("Comptes (en millions de FCFA)", []),
        ("Les comptes sont tenus en millions de francs.", []),
        ("Elle attend un millier de curieux.", [("un millier de curieux", 1000, "approx", None, "curieux")]),
        ("Le maintien de 90 % au moins des crédits votés.",
         [("90 % au moins des crédits", 90, "ge", "%", "crédits")]),
        ("Soit 12 % seulement des cadres.", [("12 % seulement des cadres", 12, "eq", "%", "cadres")]),
        ("Il atteint 90 % au moins.", [("90 % au moins", 90, "ge", "%", None)]),
        ("La part des femmes plafonne à 23 %.", [("23 %", 23, "eq", "%", None)]),
        ("Le loyer est plafonné à 450 euros.", [("plafonné à 450 euros", 450, "le", "EUR", None)]),
        ("Le repas est au tarif de 1 eu-\nro.", [("1 eu-\nro", 1, "eq", "EUR", None)]),
        ("La voie mesure 12 kilo-\nmètres.", [("12 kilo-\nmètres", 12, "eq", "km", None)]),
        ("Elle a reçu 340 étu-\ndiants.", [("340 étu-\ndiants", 340, "eq", None, "étudiants")]),
        ("Elle veut entrer dans les 25 premières écoles du pays.", []),
        ("Dans les 10 premières minutes, il marque.", [("10 premières minutes", 10, "eq", "minute", None)]),
        ("Les 500 premiers inscrits ont un sac.", [("500 premiers inscrits", 500, "eq", None, "inscrits")]),
    ],
)  # fmt: skip
def test_amounts(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    _check(text, counted, pipeline)


def _check(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    found = [c for c in pipeline(HEAD + text).counts if c.start >= len(HEAD)]
    assert [(c.text, c.value, c.comparator, c.unit, c.noun) for c in found] == counted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Les exportations ont atteint 12 tonnes entre novembre et février.",
         [("entre novembre et février", "2024-11", "2025-02")]),
        ("Les clubs ont perdu 12 joueurs entre juin et août.", [("entre juin et août", "2024-06", "2024-08")]),
        ("Elle est visitée par 71.850 personnes entre le 2 mars et le 1er septembre.",
         [("entre le 2 mars et le 1er septembre", "2024-03-02", "2024-09-01")]),
        ("Le festival se tiendra entre novembre et février.",
         [("entre novembre et février", "2025-11", "2026-02")]),
        ("Les inscriptions sont ouvertes entre le 2 juin et le 1er septembre.",
         [("entre le 2 juin et le 1er septembre", "2025-06-02", "2025-09-01")]),
        ("La ville a annoncé des fermetures entre juin et août.", [("entre juin et août", "2025-06", "2025-08")]),
        ("Finale : 8 et 9 mars", [("8 et 9 mars", "2025-03-08", "2025-03-09")]),
        ("· 8 et 9 mars : finale", [("8 et 9 mars", "2025-03-08", "2025-03-09")]),
        ("La finale (14 et 15 juin) aura lieu à Lyon.", [("14 et 15 juin", "2025-06-14", "2025-06-15")]),
        ("Il a vendu 8 et 9 mars 2024 restera gravé.", [("9 mars 2024", "2024-03-09", None)]),
        ("Budget 2025 consacré à la marche.", [("2025", "2025", None)]),
        ("La campagne 2024 lancée en Bretagne est belle.", [("2024", "2024", None)]),
        ("Le collectif Paris 2024 organisé par la ville.", []),
    ],
)  # fmt: skip
def test_dates(text: str, told: list[tuple[str, str, str | None]], pipeline: Pipeline) -> None:
    found = pipeline(HEAD + text).dates
    assert [(d.text, d.value, d.value_end) for d in found if d.start >= len(HEAD)] == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("« Non », s’est emporté à la tribune Gaétan Saint-Martin-Diop, céréalier.", ["Gaétan Saint-Martin-Diop"]),
        ("La tribune Paul Petit est pleine.", []),
        ("Selon Daur Rankings, elle est 12e.", []),
    ],
)  # fmt: skip
def test_people(text: str, names: list[str], pipeline: Pipeline) -> None:
    assert [p.name for p in pipeline(HEAD + text).people] == names
