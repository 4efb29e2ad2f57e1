"""Counts and dates whose neighbours decide: shares without a noun, arrows, line ends, streets, programmes."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

HEAD = "Un titre pour cet article\n\nRennes, le 22 mai 2025\n\n"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Elle prête, dont un cinquième en faveur des PME.", [("un cinquième", 0.2, "eq", None)]),
        ("Elle en réservera un cinquième aux salariés.", [("un cinquième", 0.2, "eq", None)]),
        ("Il est le père d'un cinquième enfant.", []),
        ("Elle prête, dont le tiers à moins de cinq ans.", [("tiers", 1 / 3, "eq", None), ("moins de cinq ans", 5, "lt", None)]),
        ("Le tiers payant est généralisé.", []),
        ("-> 61 % des répondants ont voté.", [("61 % des répondants", 61, "eq", "répondants")]),
        ("Ils sont >50 agents.", [(">50 agents", 50, "gt", "agents")]),
        ("Filiale à 54 % de Tera Holding.", [("54 %", 54, "eq", None)]),
        ("Ils sont 54 % de Français.", [("54 % de Français", 54, "eq", "Français")]),
        ("Un accident dans le bâtiment\n107 jours d'arrêt", [("107 jours", 107, "eq", None)]),
        ("Il habite le bâtiment 107, escalier B.", []),
        ("Une aide de 2,15\nM€ est votée.", [("2,15\nM€", 2_150_000, "eq", None)]),
        (
            "Il a coûté 7,9 millions d'euros, 1,1 million de plus que prévu.",
            [("7,9 millions d'euros", 7_900_000, "eq", None), ("1,1 million", 1_100_000, "eq", None)],
        ),
        ("Un étudiant de première année sur deux échoue.", [("Un étudiant de première année sur deux", 0.5, "eq", "étudiant")]),
        ("3 emplois sur 10 promis par les projets sont nés.", [("3 emplois sur 10", 0.3, "eq", "emplois")]),
        ("Il y a un poste sur 10 sites.", [("10 sites", 10, "eq", "sites")]),
        ("Elle suit la qualité de 61 cours d'eau.", [("61 cours", 61, "eq", "cours")]),
        ("Le siège, 61 cours Victor-Hugo, est fermé.", []),
        ("Elle a franchi 1 m 88 hier.", [("1 m 88", 1.88, "eq", None)]),
        ("Un mur de 3 m 20 cm.", [("3 m", 3, "eq", None), ("20 cm", 20, "eq", None)]),
        ("Il a condamné jeudi trois cimentiers.", [("trois cimentiers", 3, "eq", "cimentiers")]),
    ],
)  # fmt: skip
def test_counts(text: str, counted: list[tuple[str, float, str, str | None]], pipeline: Pipeline) -> None:
    found = pipeline(HEAD + text).counts
    assert [(c.text, c.comparator, c.noun) for c in found] == [(t, c, n) for t, _, c, n in counted]
    assert [c.value for c in found] == pytest.approx([v for _, v, _, _ in counted])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Il a condamné jeudi trois cimentiers.", [("jeudi", "2025-05-22")]),
        ("Le conseil s'est réuni jeudi quinze.", [("jeudi quinze", "2025-05-15")]),
        ("La rue Voltaire ferme lundi 6 octobre.", [("lundi 6 octobre", "2025-10-06")]),
        ("La rue du 4 septembre est fermée.", []),
        ("La ville publie ce jour la liste des lauréats.", [("ce jour", "2025-05-22")]),
        ("Ce jour-là, il pleuvait.", []),
        ("Il a adopté la gratuité à compter du 6 septembre.", [("à compter du 6 septembre", "2025-09-06")]),
        ("Cet été, le festival reviendra.", [("Cet été", "2025")]),
        ("Cet été-là, il avait plu.", []),
        ("Le bâtiment, une filature de 1893 classée, est grand.", [("1893", "1893")]),
        ("La cérémonie, qui aura lieu le 23, fera date.", [("23", "2025-05-23")]),
        ("Le meeting a tenu ses promesses samedi soir au stade.", [("samedi soir", "2025-05-17")]),
        ("Le musée est ouvert du samedi au dimanche.", []),
        ("Elle dira sa feuille de route le jeudi 12 juin.", [("jeudi 12 juin", "2025-06-12")]),
        ("Le foyer, route du 12 juin, est fermé.", []),
        ("Elle coordonnera à partir de janvier le projet.", [("à partir de janvier", "2026-01")]),
        ("Le club, suivi de Lumière d'août, est premier.", []),
        ("Les pluies d'août ont été fortes.", [("août", "2024-08")]),
        ("L'autrice publie Payer demain.", []),
        ("Elle arrive demain.", [("demain", "2025-05-23")]),
        ("« Le pain de la veille est bon », dit-il.", []),
        ("Il est arrivé la veille.", [("la veille", "2025-05-21")]),
        ("Le 1ᵉʳ juillet 2024, la loi change.", [("1ᵉʳ juillet 2024", "2024-07-01")]),
    ],
)
def test_dates(text: str, told: list[tuple[str, str]], pipeline: Pipeline) -> None:
    found = pipeline(HEAD + text).dates
    assert [(d.text, d.value) for d in found if d.start >= len(HEAD)] == told
