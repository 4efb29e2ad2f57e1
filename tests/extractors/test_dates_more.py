"""Dates whose year or week other words decide: strong and weak past, neighbours, weekdays named twice."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

HEAD = "Un titre pour cet article\n\nLille, le 12 mars 2024\n\n"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dans le palmarès paru en mai, l'école était arrivée 52e.", [("en mai", "2023-05")]),
        ("Le concours se tiendra en mai.", [("en mai", "2024-05")]),
        ("L'agence a confirmé en janvier la note BB+.", [("en janvier", "2024-01")]),
        ("L'agence confirmera en janvier la note BB+.", [("en janvier", "2025-01")]),
        ("La direction a fixé la réunion au 3 avril.", [("3 avril", "2024-04-03")]),
        ("La direction a tenu sa réunion le 3 avril.", [("3 avril", "2023-04-03")]),
        ("Le tribunal rendra sa décision le 28.", [("28", "2024-03-28")]),
        ("La décision du 3 mai fera date.", [("3 mai", "2023-05-03")]),
        ("Le jugement a été mis en délibéré au 28 avril.", [("28 avril", "2024-04-28")]),
        ("Le salon aura lieu le 25 janvier 2025, puis le concours en mai.",
         [("25 janvier 2025", "2025-01-25"), ("en mai", "2025-05")]),
        ("Le salon, en janvier 2023, était plein. Le concours aura lieu en mai.",
         [("en janvier 2023", "2023-01"), ("en mai", "2024-05")]),
        ("Samedi 13 avril, de 16 h à 22 h; dimanche dès 10 h",
         [("Samedi 13 avril", "2024-04-13"), ("dimanche", "2024-04-14")]),
        ("Ce qui change lundi. La rue fermera lundi 18 mars.",
         [("lundi", "2024-03-18"), ("lundi 18 mars", "2024-03-18")]),
        ("La rue fermera lundi 18 mars. Elle avait déjà fermé lundi.",
         [("lundi 18 mars", "2024-03-18"), ("lundi", "2024-03-11")]),
        ("Trafic perturbé jeudi. La grève se poursuivra jeudi.",
         [("jeudi", "2024-03-14"), ("jeudi", "2024-03-14")]),
        ("Il paie avec des retards depuis plus de 60 jours.", []),
        ("Il est élu depuis plus de dix ans.", [("depuis plus de dix ans", "2014")]),
        ("Le site est à 180 km de la mer.", []),
        # demonstratives with -ci; not -là, which is of the story
        ("Les travaux commencent ce mois-ci.", [("ce mois-ci", "2024-03")]),
        ("Cette année-ci, le budget baisse.", [("Cette année-ci", "2024")]),
        ("Il est arrivé cette semaine-là.", []),
        # a day told from the month, or in words, or with a year in words
        ("Le conseil se réunira le 5 du mois prochain.", [("5 du mois prochain", "2024-04-05")]),
        ("Le paiement est exigible le 15 courant.", [("15 courant", "2024-03-15")]),
        ("Le chantier sera fermé le trente et un juillet.", [("trente et un juillet", "2024-07-31")]),
        ("Il naît le 14 juillet mille neuf cent quatre-vingt-dix-huit.",
         [("14 juillet mille neuf cent quatre-vingt-dix-huit", "1998-07-14")]),
        ("Le 8 juin deux mille vingt-trois, la halle ouvrait.", [("8 juin deux mille vingt-trois", "2023-06-08")]),
        ("Le 3 mai deux mille personnes défileront.", [("3 mai", "2024-05-03")]),
        # several days of one month, each with its weekday
        ("Le salon ouvre vendredi 28, samedi 29 et dimanche 30 juin.",
         [("vendredi 28, samedi 29 et dimanche 30 juin", "2024-06-28")]),
        ("Portes ouvertes jeudi 4, vendredi 5, samedi 6 et dimanche 7 avril.",
         [("jeudi 4, vendredi 5, samedi 6 et dimanche 7 avril", "2024-04-04")]),
        ("Il jouera vendredi 15, avec son trio.", [("vendredi 15", "2024-03-15")]),
        # two days away
        ("Le surlendemain, le site rouvrait.", [("Le surlendemain", "2024-03-14")]),
        ("Tout avait changé l'avant-veille.", [("l'avant-veille", "2024-03-10")]),
        ("C'était le surlendemain du scrutin.", []),
        # a year in two digits is never far ahead; an impossible day has no date
        ("La ville a été libérée le 8 mai 45.", [("8 mai 45", "1945-05-08")]),
        ("Le contrat court jusqu'au 31/12/35.", [("jusqu'au 31/12/35", "2035-12-31")]),
        ("Le reçu porte la date du 31 avril 2023.", []),
        # a participle is no place; up to a weekday, and every week
        ("Le tireur a été placé mardi 19 mars en détention.", [("mardi 19 mars", "2024-03-19")]),
        ("La place du 19-Mars sera fermée.", []),
        ("Le guichet est fermé jusqu'au jeudi.", [("jusqu'au jeudi", "2024-03-14")]),
        ("Le guichet ouvre du lundi jusqu'au vendredi.", []),
        # being and reflexive verbs: past for certain
        ("La ministre est venue le 5 avril.", [("5 avril", "2023-04-05")]),
        ("Les équipes se sont réunies le 5 avril.", [("5 avril", "2023-04-05")]),
        ("Le séminaire s'est achevé le 5 avril.", [("5 avril", "2023-04-05")]),
        ("La ministre est attendue le 5 avril.", [("5 avril", "2024-04-05")]),
        ("Les équipes se réunissent le 5 avril.", [("5 avril", "2024-04-05")]),
        ("Ven. 15", [("Ven. 15", "2024-03-15")]),
        # what was printed, and what had been done
        ("Il répond, dans Le Soir du 6 avril, et le projet devrait avancer.", [("6 avril", "2023-04-06")]),
        ("Il sera dans le train du 6 avril.", [("6 avril", "2024-04-06")]),
        ("Après avoir réuni les élus le 5 avril, il se tait.", [("5 avril", "2023-04-05")]),
        ("L'agence avait, il est vrai, annoncé en décembre un plan.", [("en décembre", "2023-12")]),
        ("Elle revient de la tournée menée le mois dernier de Brest à Lyon.", [("le mois dernier", "2024-02")]),
        ("Elle veille sur ses collections.", []),
        ("Elle a reçu mardi au port de Cotonou ses motos.", [("mardi", "2024-03-12")]),
        ("La halle est ouverte mardi au samedi.", []),
        ("Comme pour le 1er, les lauréats sont là.", []),
    ],
)  # fmt: skip
def test_dates(text: str, told: list[tuple[str, str | None]], pipeline: Pipeline) -> None:
    assert [(d.text, d.value) for d in pipeline(HEAD + text).dates[1:]] == told


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("L'exposition réunit du 18 mai au 3 novembre des œuvres prêtées.", "2024-05-18", "2024-11-03"),
        ("Un préavis a été déposé du 3 au 20 avril.", "2024-04-03", "2024-04-20"),
        ("Le salon, qui s'est tenu du 2 au 5 novembre, a fait le plein.", "2023-11-02", "2023-11-05"),
        ("Les travaux, du 3 janvier au 20 juin, coûtent cher.", "2024-01-03", "2024-06-20"),
    ],
)
def test_ranges(text: str, value: str, end: str, pipeline: Pipeline) -> None:
    (date,) = pipeline(HEAD + text).dates[1:]
    assert (date.value, date.value_end) == (value, end)


def test_the_year_of_the_date_before(pipeline: Pipeline) -> None:
    dates = pipeline("Le chantier, commencé en juin 2024, est à l’arrêt depuis octobre.").dates
    assert [d.value for d in dates] == ["2024-06", "2024-10"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Le tournoi va du 20 au 27 juin 2026. La finale est le 27 juin.", ["2026-06-20", "2026-06-27"]),
        ("Le tournoi va du 20 au 27 juin 2026. La demie est le 24 juin.", ["2026-06-20", "2026-06-24"]),
        ("Remise le 22 juin, la lettre datée du 22 juin 2021 est restée sans réponse.", ["2021-06-22"] * 2),
        ("Le tournoi va du 20 au 27 juin 2026. Inscriptions le 3 mai.", ["2026-06-20", None]),
        ("Le 22 juin 2021 et le 22 juin 2022 se ressemblent. Le 22 juin, on danse.",
         ["2021-06-22", "2022-06-22", None]),
    ],
)  # fmt: skip
def test_days_named_in_full_elsewhere(text: str, values: list[str | None], rules_only: Pipeline) -> None:
    assert [d.value for d in rules_only(text).dates] == values
