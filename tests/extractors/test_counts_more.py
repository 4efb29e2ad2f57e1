"""Counts inside shares, shares of odd wholes, nights, owners, broken lines, scales without a unit."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

HEAD = "Un titre pour cet article\n\nRennes, le 22 mai 2025\n\n"
Told = tuple[str, float, str, str | None]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Deux des onze mâts gênent.", [("Deux des onze mâts", 2, "eq", "mâts"), ("onze mâts", 11, "eq", "mâts")]),
        ("Deux des mâts gênent les onze.", [("Deux des mâts", 2, "eq", "mâts")]),
        ("Six postes d’infirmier sur quatorze restent vacants.",
         [("Six postes d’infirmier sur quatorze", 6 / 14, "eq", "postes")]),
        ("Elle est élue par 41 voix sur 52.", [("41 voix", 41, "eq", "voix")]),
        ("Trois TER sur cinq circulent.", [("Trois TER sur cinq", 0.6, "eq", "TER")]),
        ("Un tiers environ du temps est perdu.", [("Un tiers environ du temps", 1 / 3, "approx", "temps")]),
        ("La Région en prendrait un\ntiers à sa charge.", [("un\ntiers", 1 / 3, "eq", None)]),
        ("La commune n'en paiera qu’un dixième.", [("un dixième", 0.1, "eq", None)]),
        ("Elle en est à un dixième titre.", []),
        ("C'est son dixième titre, et un onzième suivra.", []),
        ("Le loyer est payé pour moitié par l'État.", [("moitié", 0.5, "eq", None)]),
        ("Il compte pour moitié de demandeurs.", [("moitié de demandeurs", 0.5, "eq", "demandeurs")]),
        ("Il a dû réduire de moitié ses achats.", []),
        ("Quelque 92 % de nos anciens travaillent.", [("Quelque 92 % de nos anciens", 92, "approx", "anciens")]),
        ("Son budget dépend à 35 % du Département.", [("35 %", 35, "eq", None)]),
        ("Il répond à 35 % du besoin.", [("35 % du besoin", 35, "eq", "besoin")]),
        ("Elle obtient deux très beaux prix.", [("deux très beaux prix", 2, "eq", "prix")]),
        ("Trois toutes nouvelles lignes ouvrent.", [("Trois toutes nouvelles lignes", 3, "eq", "lignes")]),
        ("Les deux si attendus.", []),
        ("Tous deux très heureux, ils partent.", []),
    ],
)  # fmt: skip
def test_shares(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    _check(text, counted, pipeline)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Suivie pendant 83 nuits.", [("83 nuits", 83, "eq", None)]),
        ("L'hôtel a vendu 83 nuits.", [("83 nuits", 83, "eq", "nuits")]),
        ("Il reste 7 jours et 4 heures.", [("7 jours", 7, "eq", None), ("4 heures", 4, "eq", None)]),
        ("Deux jours au lieu de dix heures.", [("Deux jours", 2, "eq", None), ("dix heures", 10, "eq", None)]),
        ("L'accueil ouvre de dix heures à midi.", []),
        ("Le record, 2 h 15 min, tient.", [("2 h 15 min", 2.25, "eq", None)]),
        ("Rendez-vous à 2 h 15.", []),
        ("L'enquête est menée au-\nprès de 3 150 ménages.", [("3 150 ménages", 3150, "eq", "ménages")]),
        ("L'enquête est menée chez près de 3 150 ménages.", [("près de 3 150 ménages", 3150, "approx", "ménages")]),
        ("Le prix ne doit pas dépasser 350 FCFA.", [("dépasser 350 FCFA", 350, "le", None)]),
        ("Le prix va dépasser 350 FCFA.", [("dépasser 350 FCFA", 350, "gt", None)]),
        ("Plus que trois jours pour signer !", [("trois jours", 3, "eq", None)]),
        ("Écrire au 01 BP 320 Abidjan.", []),
        ("Les bâtiments coûtent 1.250.000 F.", [("1.250.000 F", 1_250_000, "eq", None)]),
        ("La ligne 2 F et le plan 3 F.", []),
        ("Elle atteint 112 pétaflops.", [("112 pétaflops", 112, "eq", None)]),
        ("TROIS PME LAURÉATES", [("TROIS PME", 3, "eq", "PME")]),
        ("Il a coûté 2 millions d'euros. Plus loin, bien plus loin dans le texte et après bien des détours, "
         "des réunions et des rapports qui n'ont rien donné, il faut dire que le syndicat des eaux, celui des "
         "forêts et la chambre ont aussi signé pour plus de 800 millions avec eux.",
         [("2 millions d'euros", 2_000_000, "eq", None), ("plus de 800 millions", 800_000_000, "gt", None)]),
        ("Une aide de 5 euros, pour 3 millions de lecteurs, contre 2,5 millions.",
         [("5 euros", 5, "eq", None), ("3 millions de lecteurs", 3_000_000, "eq", "lecteurs")]),
    ],
)  # fmt: skip
def test_amounts(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    _check(text, counted, pipeline)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("→ 12 % à 15 % ont envoyé de l’argent.", 12, 15),
        ("Sept à huit cents emplois sont menacés.", 700, 800),
        ("L'enquête a porté sur les élèves de 12 à 17 ans.", 12, 17),
    ],
)
def test_ranges(text: str, low: float, high: float, pipeline: Pipeline) -> None:
    (count,) = pipeline(HEAD + text).counts
    assert (count.comparator, count.low, count.high) == ("range", low, high)


def test_two_values_of_a_change(pipeline: Pipeline) -> None:
    assert [c.value for c in pipeline(HEAD + "La part passe de 12 % à 15 % en un an.").counts][:2] == [12, 15]


def _check(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    found = pipeline(HEAD + text).counts
    assert [(c.text, c.comparator, c.noun) for c in found] == [(t, c, n) for t, _, c, n in counted]
    assert [c.value for c in found] == pytest.approx([v for _, v, _, _ in counted])


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Elle coûte 4 milliards d'euros sur 9 milliards d'ici à 2030.", ["4 milliards d'euros", "9 milliards"]),
        ("Elle coûte 4 millions d'euros, puis 6 à 7 millions d'ici deux ans.",
         ["4 millions d'euros", "6 à 7 millions", "deux ans"]),
        ("Elle coûte 4 millions d'euros pour 9 millions d'habitants.",
         ["4 millions d'euros", "9 millions d'habitants"]),
    ],
)  # fmt: skip
def test_sums_by_a_date(text: str, counted: list[str], pipeline: Pipeline) -> None:
    assert [c.text for c in pipeline(HEAD + text).counts] == counted


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Ils passent en moyenne 3 h 21 par jour devant un écran.", [3.35]),
        ("Les Français dorment 6 h 24 par nuit.", [6.4]),
        ("Le vol dure 2h10.", [2 + 1 / 6]),
        ("Il s'impose en 2 h 48.", [2.8]),
        ("Après 2 h 45 de débat, le texte passe.", [2.75]),
        ("Écoute : une durée moyenne de 2 h 30.", [2.5]),
        ("Rendez-vous à 14h30.", []),
        ("La séance de 20 h 30 est complète.", []),
        ("Ouvert de 9h30 à 18h15.", []),
        ("Il est 2 h 30.", []),
    ],
)
def test_hours_and_minutes_that_last(text: str, hours: list[float], pipeline: Pipeline) -> None:
    counts = [c for c in pipeline(HEAD + text).counts if c.kind == "duration"]
    assert [c.value for c in counts] == pytest.approx(hours)
    assert all(c.unit == "hour" for c in counts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le ciment, c'est trois fois l'aviation.", "ratio"),
        ("Elle lève 14 millions, soit dix fois la somme de 2020.", "ratio"),
        ("Son chiffre est de 40, cinq fois celui de Lyon.", "ratio"),
        ("Il coûte trois fois plus.", "ratio"),
        ("Il a gagné trois fois le championnat.", "count"),
        ("C'est deux fois l'an.", "count"),
        ("Il y va deux fois par mois.", "count"),
    ],
)
def test_times_as_much_and_as_often(text: str, kind: str, pipeline: Pipeline) -> None:
    assert [c.kind for c in pipeline(HEAD + text).counts if "fois" in c.text] == [kind]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Un planning sur la semaine autour de trois ateliers.", [("trois ateliers", 3, "eq", "ateliers")]),
        ("Il faut compter autour de 30 ateliers.", [("autour de 30 ateliers", 30, "approx", "ateliers")]),
        ("Le prix sera autour de 3 euros.", [("autour de 3 euros", 3, "approx", None)]),
    ],
)
def test_around_things(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    _check(text, counted, pipeline)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("L'essai a connu un franc succès.", []),
        ("Elle réclame un franc symbolique.", ["un franc"]),
        ("Le billet coûte un franc suisse.", ["un franc suisse"]),
        ("Il est 18h et la fête commence.", []),
        ("Il est environ 19 heures.", []),
    ],
)
def test_francs_and_hours_that_are_none(text: str, counted: list[str], pipeline: Pipeline) -> None:
    assert [c.text for c in pipeline(HEAD + text).counts] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("L’union rassemble deux cent cinquante (250) banques.",
         [("deux cent cinquante (250) banques", 250, "eq", "banques")]),
        ("Il opère dans quinze (15) pays.", [("quinze (15) pays", 15, "eq", "pays")]),
        ("Huit (08) ministres ont signé.", [("Huit (08) ministres", 8, "eq", "ministres")]),
        ("La caution est de 2 (deux) millions d’euros.", [("2 (deux) millions d’euros", 2e6, "eq", None)]),
        ("Un crédit de cinq cents (500) millions de francs CFA.",
         [("cinq cents (500) millions de francs CFA", 5e8, "eq", None)]),
        ("Le mandat dure un (1) an.", [("un (1) an", 1, "eq", None)]),
        ("Il exige au moins trois (3) ans d’expérience.", [("au moins trois (3) ans", 3, "ge", None)]),
        ("Le lot de deux mille (2 000) sacs est livré.", [("deux mille (2 000) sacs", 2000, "eq", "sacs")]),
        # two numbers, a number with a reference, a name
        ("Les sept (G7) se réunissent.", []),
        ("Trois (2) délégués arrivent.", []),
        ("Il est élu à 52 ans (52).", [("52 ans", 52, "eq", None)]),
        # "max." before the number as after it
        ("Un dossier de max. 5 pages est attendu.", [("max. 5 pages", 5, "le", "pages")]),
        ("Des groupes de maxi 10 personnes.", [("maxi 10 personnes", 10, "le", "personnes")]),
        ("Max compte 5 pages.", [("5 pages", 5, "eq", "pages")]),
    ],
)  # fmt: skip
def test_numbers_told_twice_and_bounds(text: str, counted: list[Told], pipeline: Pipeline) -> None:
    _check(text, counted, pipeline)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("La mairesse annonce 3 M$ pour la piscine.", "CAD"),
        ("La Ville de Rimouski annonce 3 M$ pour la piscine.", "CAD"),
        ("La Banque mondiale annonce 3 M$ pour le port.", "USD"),
    ],
)
def test_whose_dollars(text: str, unit: str, rules_only: Pipeline) -> None:
    assert [c.unit for c in rules_only(text).counts] == [unit]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("La Ville a mis en place deux comités.", ["deux comités"]),
        ("Il y avait sur place 30 bénévoles.", ["30 bénévoles"]),
        ("Rendez-vous à la place 12 du marché.", []),
    ],
)
def test_in_place(text: str, counted: list[str], pipeline: Pipeline) -> None:
    assert [c.text for c in pipeline(text).counts] == counted
