"""Counts: one line a case, each phenomenon with what it is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.counts import extract_counts
from communique.mentions import Count, Found


def counts(text: str) -> list[Count]:
    return list(extract_counts(Document(text), Found()))


def only(text: str) -> Count:
    found = counts(text)
    assert len(found) == 1, [c.text for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "surface", "value", "noun"),
    [
        ("L'usine créera 500 nouveaux emplois directs.", "500 nouveaux emplois", 500, "emplois"),
        ("Près de la mairie, quatorze petites communes.", "quatorze petites communes", 14, "communes"),
        ("Ces trois jeunes docteurs parlent.", "trois jeunes docteurs", 3, "docteurs"),
        ("Il y avait 512 jeunes.", "512 jeunes", 512, "jeunes"),
        ("Ces trois jeunes interpellés.", "trois jeunes", 3, "jeunes"),
        ("Nos trois bonnes nouvelles.", "trois bonnes nouvelles", 3, "nouvelles"),
        ("Les deux premières manches.", "deux premières manches", 2, "manches"),
        ("Ses 28\ncollectivités.", "28\ncollectivités", 28, "collectivités"),
        ("Les 27 étudiant·e·s.", "27 étudiant·e·s", 27, "étudiant·e·s"),
        ("Trois ronds-points.", "Trois ronds-points", 3, "ronds-points"),
        ("Quatre spin-off.", "Quatre spin-off", 4, "spin-off"),
        ("Il finance 300 PME.", "300 PME", 300, "PME"),
        ("Elle emploie 4 150 internationaux.", "4 150 internationaux", 4150, "internationaux"),
        ("Quatre de nos laboratoires.", "Quatre de nos laboratoires", 4, "laboratoires"),
        ("Elle gagne 41 des disciplines.", "41 des disciplines", 41, "disciplines"),
        ("Ses deux millions de ménages.", "deux millions de ménages", 2e6, "ménages"),
        ("En moyenne 1,9 nuit.", "1,9 nuit", 1.9, "nuit"),
        ("À Lyon 1 250 étudiants.", "1 250 étudiants", 1250, "étudiants"),
        ("1 600\ncandidats", "1 600\ncandidats", 1600, "candidats"),
        ("Trois talentueux musiciens.", "Trois talentueux musiciens", 3, "musiciens"),
        ("Elle réunit 12 500 alumni.", "12 500 alumni", 12500, "alumni"),
        ("DEUX MASTERS OUVERTS", "DEUX MASTERS", 2, "MASTERS"),
        ("Les 3 700 « docteurs juniors »", "3 700 « docteurs", 3700, "docteurs"),
    ],
)
def test_head_noun(text: str, surface: str, value: float, noun: str) -> None:
    count = only(text)
    assert (count.text, count.value, count.noun, count.kind) == (surface, value, noun, "count")


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("17 écoles et 4 laboratoires", ["écoles", "laboratoires"]),
        ("les 3 400 étudiants et 250 salariés de l'école", ["étudiants", "salariés"]),
        ("26 800 étudiantes et étudiants", ["étudiantes"]),
        ("25 personnes, dont 15 chercheurs et 6 doctorants", ["personnes", "chercheurs", "doctorants"]),
        ("31% des quelque 14'600 suffrages", ["suffrages", "suffrages"]),
        ("la moitié des 240 élèves", ["élèves", "élèves"]),
    ],
)
def test_coordination(text: str, nouns: list[str]) -> None:
    assert [c.noun for c in counts(text)] == nouns


@pytest.mark.parametrize(
    ("text", "comparator", "value", "low", "high"),
    [
        ("près de 300 personnes", "approx", 300, None, None),
        ("PRES DE 300 PERSONNES", "approx", 300, None, None),
        ("quelque 4 000 habitants", "approx", 4000, None, None),
        ("les quelque 300 habitants", "approx", 300, None, None),
        ("640 postes environ", "approx", 640, None, None),
        ("une dizaine de partenaires", "approx", 10, None, None),
        ("de l’ordre de 40 salles", "approx", 40, None, None),
        ("plus de 10 lits", "gt", 10, 10, None),
        ("un peu plus de 80 lits", "gt", 80, 80, None),
        ("plus d'un millier de jeunes", "gt", 1000, 1000, None),
        ("un effectif supérieur à 50 salariés", "gt", 50, 50, None),
        ("Il dépasse 40 pages", "gt", 40, 40, None),
        ("au moins une dizaine de lits", "ge", 10, 10, None),
        ("50 salariés et plus", "ge", 50, 50, None),
        ("pas moins de 12 pays", "ge", 12, 12, None),
        ("moins de 250 salariés", "lt", 250, None, 250),
        ("jusqu'à 5.000 étudiants", "le", 5000, None, 5000),
        ("12 élèves au maximum", "le", 12, None, 12),
        ("pas plus de 12 élèves", "le", 12, None, 12),
        ("entre 60 et 80 bornes", "range", None, 60, 80),
        ("12 à 15 000 visiteurs", "range", None, 12000, 15000),
        ("de 40 à 60 paires", "range", None, 40, 60),
        ("20-30 élèves", "range", None, 20, 30),
        ("deux ou trois élèves", "range", None, 2, 3),
        ("un à deux élèves", "range", None, 1, 2),
        ("des milliers d'emplois", "indefinite", None, None, None),
        ("plusieurs dizaines de communes", "indefinite", None, None, None),
        ("38 écoles", "eq", 38, None, None),
        # what only looks like a comparator
        ("à partir de trois questions", "eq", 3, None, None),
        ("ils ne sont plus que 23 élèves", "eq", 23, None, None),
        ("en plus des 12 écoles", "eq", 12, None, None),
    ],
)
def test_comparator(
    text: str, comparator: str, value: float | None, low: float | None, high: float | None
) -> None:
    count = only(text)
    assert (count.comparator, count.value, count.low, count.high) == (comparator, value, low, high)


def test_a_modifier_belongs_to_its_own_number() -> None:
    first, second = counts("430 collaborateurs et plus de 210 000 clients")
    assert (first.comparator, second.comparator) == ("eq", "gt")
    assert [c.text for c in counts("> 71 % approuvent\n> 44 % refusent")] == ["71 %", "44 %"]


@pytest.mark.parametrize(
    ("text", "values"),
    [("L'effectif passe de 120 à 180 salariés", [120, 180]), ("Le taux passe de 9 % à 14 %", [9, 14])],
)
def test_change_is_two_counts(text: str, values: list[float]) -> None:
    assert [c.value for c in counts(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("45 % des étudiants", 45, "étudiants"),
        ("62 %\ndes apprentis", 62, "apprentis"),
        ("65 % de sa production", 65, "production"),
        ("7 % de faux positifs", 7, "positifs"),
        ("60 % de la haus-\nse", 60, "hausse"),
        ("28 % des jeunes actifs", 28, "jeunes"),
        ("54 % d'entre eux", 54, None),
        ("12 % de plus", 12, None),
        ("9 % de réduire leurs effectifs", 9, None),
        ("4 % de 2020 à 2021", 4, None),
        ("+ 8 %", 8, None),
        ("−12 %", -12, None),
        ("(– 6,1 %)", -6.1, None),
        ("- 87 % de collaborateurs satisfaits", 87, "collaborateurs"),  # a bullet, no minus
        ("douze pour cent", 12, None),
        ("En Bretagne 12 %", 12, None),
        ("budget 12 %", 12, None),
    ],
)
def test_percent(text: str, value: float, noun: str | None) -> None:
    count = only(text)
    assert (count.kind, count.unit, count.value, count.noun) == ("percent", "%", value, noun)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Un Français sur cinq lit.", 0.2, "Français"),
        ("Un actif de moins de 35 ans sur deux", 0.5, "actif"),
        ("huit demandes au 115 sur dix", 0.8, "demandes"),
        ("sept entreprises adhérentes sur dix", 0.7, "entreprises"),
        ("un enfant malade sur 1 500", 1 / 1500, "enfant"),
        ("un salarié en CDI sur trois", 1 / 3, "salarié"),
        ("un peu moins de six élèves sur dix", 0.6, "élèves"),
        ("1 sur 3", 1 / 3, None),
        ("Neuf sur dix", 0.9, None),
        ("deux tiers des répondants", 2 / 3, "répondants"),
        ("la moitié de l'équipe", 0.5, "équipe"),
        ("un tiers d'entre eux", 1 / 3, "eux"),
        ("les trois quarts de la somme", 0.75, "somme"),
        ("2/3 des participants", 2 / 3, "participants"),
        ("1 élève sur 2 pas prêt à retourner en classe", 0.5, "élève"),
    ],
)
def test_ratio(text: str, value: float, noun: str | None) -> None:
    count = next(c for c in counts(text) if c.kind == "ratio")
    assert (count.value, count.noun) == (pytest.approx(value), noun)


@pytest.mark.parametrize(
    "text",
    [
        "une formation sur trois ans",
        "deux cours sur quatre sites",
        "41 voix sur 52",
        "une note de 15 sur 20",
        "15 sur 20",
    ],
)
def test_no_ratio(text: str) -> None:
    assert all(c.kind != "ratio" for c in counts(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,2 million d'euros", 1200000, "EUR"),
        ("15 M€", 15e6, "EUR"),
        ("3 Md€", 3e9, "EUR"),
        ("25 k€", 25000, "EUR"),
        ("2,5 Mds d'euros", 2.5e9, "EUR"),
        ("12 Millions d'euros", 12e6, "EUR"),
        ("49,90 €", 49.9, "EUR"),
        ("5€50", 5.5, "EUR"),
        ("EUR 20", 20, "EUR"),
        ("Au prix de CHF 187.–", 187, "CHF"),
        ("12 $", 12, "USD"),
        ("Au Québec, 9,4 M$", 9.4e6, "CAD"),
        ("250 millions de dollars canadiens", 250e6, "CAD"),
        ("18,6 milliards de FCFA", 18.6e9, "XOF"),
        ("200 000 francs CFA", 200000, "XOF"),
        ("À Lausanne, 60 francs", 60, "CHF"),
        ("60 francs", 60, None),
        ("320 MDH", 320e6, "MAD"),
        ("À Tunis, 45 DT", 45, "TND"),
        ("12 MDT", 12e6, "TND"),
        ("À Oran, 300 MDA", 300e6, "DZD"),
        ("vingt livres sterling", 20, "GBP"),
        ("sept euros et quinze centimes", 7.15, "EUR"),
        ("zéro euro", 0, "EUR"),
        ("50 centimes d'euro", 0.5, "EUR"),
        ("2,3 millions de dollars", 2.3e6, "USD"),
        ("une vingtaine d'euros", 20, "EUR"),
        ("une amende de 300.000 GNF", 300_000, "GNF"),
        ("HTG 12 000 par mois", 12_000, "HTG"),
        ("un prêt de 3,5 millions CDF", 3_500_000, "CDF"),
        ("À Conakry, il doit 140 millions de francs", 140_000_000, "GNF"),
        ("À l'île Maurice, l'entrée coûte 300 roupies", 300, "MUR"),
        ("À Delhi, l'entrée coûte 300 roupies", 300, "INR"),
        ("À Kigali, 500 francs", 500, "RWF"),
        ("un chantier de 10 Mdhs", 10_000_000, "MAD"),
    ],
)
def test_money(text: str, value: float, unit: str | None) -> None:
    count = only(text)
    assert (count.kind, count.value, count.unit, count.noun) == ("money", pytest.approx(value), unit, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("entre 20 et 30 millions d'euros", 20e6, 30e6),
        ("de 2 à 2,5 M€", 2e6, 2.5e6),
        ("des tickets de 200.000 € à 5 M€", 200000, 5e6),
        ("de 0 à 286 euros", 0, 286),
        ("entre CHF 10 et 20 millions", 10e6, 20e6),
    ],
)
def test_money_range(text: str, low: float, high: float) -> None:
    count = only(text)
    assert (count.kind, count.comparator, count.low, count.high) == ("money", "range", low, high)


def test_currency_goes_on_in_the_sentence() -> None:
    first, second = counts("5,2 milliards de FCFA, contre 4,4 milliards")
    assert (first.unit, second.unit, second.value) == ("XOF", "XOF", 4.4e9)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("trois ans", 3, "year"),
        ("les six prochains mois", 6, "month"),
        ("dix semaines", 10, "week"),
        ("quatre journées", 4, "day"),
        ("48 heures", 48, "hour"),
        ("2 h de cours", 2, "hour"),
        ("25 minutes", 25, "minute"),
        ("4 secondes", 4, "second"),
        ("cinq ans et demi", 5.5, "year"),
        ("une demi-heure", 0.5, "hour"),
        ("trois quarts d'heure", 0.75, "hour"),
        ("une quinzaine de jours", 15, "day"),
        ("six siècles", 6, None),
        ("depuis un an", 1, "year"),
        ("après six heures d'empoignade", 6, "hour"),
    ],
)
def test_duration(text: str, value: float, unit: str | None) -> None:
    count = only(text)
    assert (count.kind, count.value, count.unit) == ("duration", value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "à 18 heures",
        "à 18h30",
        "jusqu'à 3 heures du matin",
        "entre 8 h et 18 h",
        "de 9 heures à 17 heures",
        "24h/24",
    ],
)
def test_time_of_day_is_no_duration(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("9 300 mètres carrés", 9300, "m²"),
        ("2 800 m2", 2800, "m²"),
        ("780 000 m³", 780000, "m³"),
        ("18 kilomètres", 18, "km"),
        ("130 kilomètres à l'heure", 130, "km/h"),
        ("50 km à l’heure", 50, "km/h"),
        ("120 kilomètres-heure", 120, "km/h"),
        ("120 kilomètres heure", 120, "km/h"),
        ("120 km/h", 120, "km/h"),
        ("40 µg/ml", 40, "µg/ml"),
        ("45 000 tonnes", 45000, "t"),
        ("15 kilos", 15, "kg"),
        ("1,9 MW", 1.9, "MW"),
        ("22 nanomètres", 22, "nm"),
        ("12 mégawattheures", 12, "MWh"),
        ("10 Go", 10, "Go"),
        ("42°C", 42, "°C"),
        ("- 10 degrés", -10, "°"),
        ("6,5 hectares", 6.5, "ha"),
        ("2,3 millions de m²", 2300000, "m²"),
        ("deux tonnes et demie", 2.5, "t"),
        ("75 L", 75, "l"),
        ("un demi-litre", 0.5, "l"),
        ("100 000 pieds carrés", 100000, "pi²"),
    ],
)
def test_measure(text: str, value: float, unit: str) -> None:
    count = only(text)
    assert (count.kind, count.value, count.unit, count.noun) == ("measure", value, unit, None)


@pytest.mark.parametrize(
    "text",
    [
        "le 12 mars 2024",
        "en 2024, étudiants et salariés",
        "2024 EN CHIFFRES",
        "article 12 de la loi n° 2019-774",
        "L'université Paris 8 recrute",
        "Le CAC 40 recule",
        "certifiée ISO 9001, norme EN 1090",
        "un diplôme Bac+5",
        "la 5G, la 4G, le G20",
        "le top 300 des universités",
        "parmi les 300 meilleurs établissements",
        "Tél. : 04 66 78 50 00",
        "6 avenue de Clavières, 30100 Alès",
        "la 6e place, le 1er prix, le XXIe siècle, la deuxième école",
        "une école, un laboratoire",
        "Nantes bat Lens 3-1",
        "une note de 78/100",
        "les chapitres 3 à 5",
        "voir la note [2] (1)",
        "https://www.exemple.fr/a?q=30%25",
        "Parmi eux, deux sont venus",
        "ils ont tous deux conquis la ville",
        "objectif zéro déchet",
        "le quart de finale",
        "un tiers de confiance",
        "Windows 11, iPhone 15 Pro",
        "dans les années 80",
        "3e et 4e, L3, M1",
        "quelqu’un à sa porte",
        "Fellini a un jour dit",
        "le Tournoi des Six Nations débute",
        "les 24 Heures du Mans",
        "Il lit 60 Millions de consommateurs",
        "un deux-roues",
        "un logement neuf",
        "de nombreux chercheurs, quelques élèves",
        "phase 3, niveau 2, lot 4",
        "(en millions de FCFA)",
        "réduire de moitié, à moitié vide",
        "Résultats :\n\n1 Sup'Danse EPITA\n2 Voiles du Campus\n3 Bel'Asso Neoma",
        "11 Fanfares de Loire\n12 Esp'oir Paris\n13 Voiles du Campus",
        "à deux pas de la gare, à quelques pas du port",
        "tout près, à deux pas",
        "à deux doigts de la victoire",
        "venus des quatre coins du monde, aux quatre coins de la région",
        "un texte écrit à quatre mains, une école à deux vitesses",
        "faire d'une pierre deux coups",
        "assis entre deux chaises, nageant entre deux eaux",
        "à mille lieues de là, mille mercis",
        "La COP 28, SDG 13, CVE 2021",
        "le LAUM (UMR 6613 CNRS), l'USR 3456 CNRS, l'UAR 2029 Inserm",
        "le TGV 6613 Paris",
    ],
)
def test_no_count(text: str) -> None:
    assert [c.text for c in counts(text)] == []


def test_key_figures_that_happen_to_follow_each_other() -> None:
    assert [c.text for c in counts("En bref\n\n2 Campus\n3 Laboratoires")] == ["2 Campus", "3 Laboratoires"]


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("ils sont une cinquantaine", "approx", 50),
        ("ils sont moins de 300.", "lt", 300),
        ("ils étaient près de 40", "approx", 40),
    ],
)
def test_number_without_its_noun(text: str, comparator: str, value: float) -> None:
    count = only(text)
    assert (count.comparator, count.value, count.noun) == (comparator, value, None)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(  # what quantities are made of
            ["12", "1 600", "deux", "un", "tiers", "%", "€", "M€", "de", "d'", "des", "sur", "à", "entre",
             "et", "plus", "élèves", "ans", "h", "km", "-", "\n", ".", "(", "«", "millions", "centaine", "°C",
             "+", "francs", "et demi"]
        ),
        max_size=14,
    ).map(" ".join)
    | st.text(max_size=40)
)  # fmt: skip
def test_spans_are_exact(text: str) -> None:
    start = -1
    for count in counts(text):
        assert text[count.start : count.end] == count.text == count.text.strip() != ""
        assert count.start >= start
        start = count.start


@pytest.mark.parametrize(
    "text", ["un sur " * 3000, "12 % de " * 3000, "de 1 à 2 " * 3000, "- 5 " * 4000, "\ud800 12 élèves"]
)
def test_long_and_odd_texts(text: str) -> None:
    for count in counts(text):
        assert count.end <= len(text)
