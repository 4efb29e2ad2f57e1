"""Rankings: what is read around a position (scope, population, edition, change, the ranking's name)."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.extractors.rankings import extract_rankings
from communique.extractors.rankings.names import find_names
from communique.mentions import Found, RankingMention
from communique.pipeline import Source, segment


def rankings(text: str) -> list[RankingMention]:
    return list(extract_rankings(segment(Source(text)), Found()))


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Elle décroche la 6e place mondiale.", ["world"]),
        ("Elle est dans le top 100 des meilleures universités au monde.", ["world"]),
        ("Elle obtient la 9e place européenne.", ["europe"]),
        ("À l'échelle européenne, elle pointe au 171e rang.", ["europe"]),
        ("C'est la 6e école de France.", ["national"]),
        ("Elle est 19e au plan national.", ["national"]),
        ("Elle est la 2e entreprise luxembourgeoise.", ["national"]),
        ("La BDL se classe 5e banque de Côte d'Ivoire.", ["national"]),
        ("Elle est 1re en Auvergne-Rhône-Alpes.", ["regional"]),
        ("Elle arrive en tête des ESN régionales.", ["regional"]),
        ("Elle conserve la deuxième place en Suisse romande.", ["regional"]),
        ("Au classement, Lyon et Nice sont respectivement 6e et 24e mondiales.", ["world", "world"]),
        ("Elle est au 19e rang mondial pour la vitesse et au 4e pour l'énergie.", ["world", "world"]),
        ("Elle est 3e en Europe et 12e du classement général.", ["europe", None]),
        ("C'est la 3e place du palmarès Best Workplaces France 2025.", ["national"]),
        ("C'est la 4e place du palmarès national des écoles.", ["national"]),
        # none: a continent, a union, an event's name, what stands behind the position
        ("Elle est la 8e école d'Afrique francophone.", [None]),
        ("C'est la 2e place de la Coupe de France de robotique.", [None]),
        ("Elle est 3e, devant deux écoles françaises.", [None]),
        ("Deuxième employeur de l'agglomération, il recrute.", [None]),
    ],
)
def test_scope(text: str, scopes: list[str | None]) -> None:
    assert [m.scope for m in rankings(text)] == scopes


@pytest.mark.parametrize(
    ("text", "out_of"),
    [
        ("Elle est au 43e rang mondial, sur 100 écoles retenues.", [100]),
        ("Elle obtient la 3e place (sur 42).", [42]),
        ("Elle est au 4e rang des 112 villes moyennes classées.", [112]),
        ("Elle est 14e sur les 135 banques de l'Union.", [135]),
        ("Elle est au 31e rang du classement, qui en compte 50.", [50]),
        ("Palmarès\n- Figaro : 14e ex aequo (38 écoles classées)", [38]),
        ("Sur près de 1 600 candidats, elle finit dans le top 300.", [1600]),
        ("Elle est 2e du 1 500 m, sur 3 tours.", [None]),
        ("Elle obtient la 6e place, avec 9,1 sur 10.", [None]),
        ("Elle est 5e sur la durée de 12 mois.", [None]),
    ],
)
def test_out_of(text: str, out_of: list[int | None]) -> None:
    assert [m.out_of for m in rankings(text)] == out_of


@pytest.mark.parametrize(
    ("text", "ranks", "changes"),
    [
        ("Elle passe de la 15e à la 9e place.", [9], [6]),
        ("La région passe ainsi du 9e au 7e rang national.", [7], [2]),
        ("Il dégringole de la 40e à la 91e place.", [91], [-51]),
        ("ARMOR GAGNE 11 PLACES AU CLASSEMENT", [None], [11]),
        ("Elle recule de trois rangs.", [None], [-3]),
        ("L'école gagne 39 rangs pour s'installer au troisième.", [3], [39]),
        ("Elle est 7e, soit un gain de cinq places en un an.", [7], [5]),
        ("Elle est au 31e rang du classement, en hausse de quatre positions.", [31], [4]),
        ("Palmarès\n- Challenges : 17e, deux places de perdues", [17], [-2]),
        ("Palmarès\n- Océanographie : 38e (+ 9)\n- Génie : 47e ex æquo (– 2)", [38, 47], [9, -2]),
        ("Elle obtient la 412e place, contre 473e l'an passé.", [412, 473], [61, None]),
        ("L'université en perd deux, à la 111e place, après avoir gagné des rangs.", [111], [-2]),
        # a relative clause or "mais elle" tells the gain of the position before it
        ("L'école est devant Lumen, 169e, qui perd douze rangs.", [169], [-12]),
        ("L'école est devant Lumen, 214e, qui regagne pour sa part 13 places.", [214], [13]),
        ("L'école est 7e, mais elle a perdu deux positions.", [7], [-2]),
        ("L'école est 7e. Elle perd deux places.", [7, None], [None, -2]),
        ("L'école est 3e, et Lumen, qui gagne deux places, 5e.", [3, 5], [None, 2]),
        # the rank of a year ago gives the change, that of two years ago does not
        ("L'école est 11e, contre la 17e il y a un an.", [11, 17], [6, None]),
        ("L'école est 11e, contre la 17e il y a deux ans.", [11, 17], [None, None]),
        # seats and wishes are no change
        ("La crèche gagne 20 places de parking.", [], []),
        ("Nous n'ouvrons pas pour gagner dix places.", [], []),
        ("L'internat compte 40 places de plus.", [], []),
        ("Elle est 8e en 2023, contre 12e en 2022.", [8, 12], [None, None]),
    ],
)
def test_change(text: str, ranks: list[int | None], changes: list[int | None]) -> None:
    found = rankings(text)
    assert [m.rank_min for m in found] == ranks
    assert [m.change for m in found] == changes


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Palmarès\n2022 : 611e\n2023 : 580e", [2022, 2023]),
        ("Elle était 38e en 2022, 24e en 2023.", [2022, 2023]),
        ("En 2023, l'entreprise s'est classée au 14e rang.", [2023]),
        ("En 2023, elle était 23e ; en 2024, elle pointe à la 17e place.", [2023, 2024]),
        ("Elle est 3e du classement 2024 du Point. Elle est aussi 2e en Europe.", [2024, 2024]),
        ("L'édition 2025 du palmarès Swiss Radar la place au 7e rang.", [2025]),
        ("Le classement de Leiden 2023 est sorti. L'an dernier, elle était 14e.", [None]),
        ("Discipline\tRang 2024\tRang 2023\nAudition, classement\t6e\t9e", [2024, 2023]),
        ("Elle est 5e du classement de Leiden.", [None]),
    ],
)
def test_year(text: str, years: list[int | None]) -> None:
    assert [m.year for m in rankings(text)] == years


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("le classement de Shanghai, publié hier", ["classement de Shanghai"]),
        (
            "dans le palmarès 2024 de L'Usine Nouvelle et occupe la 3e place",
            ["palmarès 2024 de L'Usine Nouvelle"],
        ),
        (
            "le palmarès annuel des hôpitaux et cliniques, le premier",
            ["palmarès annuel des hôpitaux et cliniques"],
        ),
        ("le palmarès « FT 1000: Europe’s Growing », établi", ["FT 1000: Europe’s Growing"]),
        ("les QS World University Rankings 2025, publiés", ["QS World University Rankings 2025"]),
        (
            "le Global Ranking of Academic Subjects (GRAS), dévoilé",
            ["Global Ranking of Academic Subjects (GRAS)"],
        ),
        ("européen de l’Ocean FAIR Index.", ["Ocean FAIR Index"]),
        ("les listes Top500 et Green500 classent", ["Top500", "Green500"]),
        ("du Baromètre vélo de la Fédération française des usagers", ["Baromètre vélo"]),
        ("le classement thématique dévoilé hier", ["classement thématique"]),
        ("le classement HappyIndex Trainees, qui mesure", ["classement HappyIndex Trainees"]),
        ("dans les World's Best Hospitals 2025", ["World's Best Hospitals 2025"]),
        # nothing names a ranking
        ("Ce classement récompense nos efforts, un palmarès en quinze jours.", []),
        ("au 31e rang du classement général, qui en compte 50", []),
        ("un classement de croissance ne dit rien", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [n.value for n in find_names(Document(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elle est 3e du classement de Shanghai. Elle est 5e au monde.", ["classement de Shanghai"] * 2),
        ("Classement de Leiden : 3e. Dans ce palmarès, elle est 5e en Europe.", ["Classement de Leiden"] * 2),
        ("Elle est 3e du classement de Shanghai et 5e dans celui du Parisien.",
         ["classement de Shanghai", "celui du Parisien"]),
        ("Dans le palmarès de Shanghai, elle est 3e, et 5e dans le classement de Leiden.",
         ["palmarès de Shanghai", "classement de Leiden"]),
        ("Les autres classements\n- Challenges : 17e\n- Eduniversal : 3e", ["Challenges", "Eduniversal"]),
        # a fact about the market, a source without a list, a competition
        ("Elle est 3e du palmarès de Leiden. Deuxième employeur de la région, elle recrute.",
         ["palmarès de Leiden", None]),
        ("Le palmarès de Leiden est sorti. Le magazine Capital l'a classée 7e école de France.", [None]),
        ("Elle est 8e du tableau des médailles. Léa est 1re au 200 m dos.", ["tableau des médailles", None]),
    ],
)  # fmt: skip
def test_name_of_a_position(text: str, names: list[str | None]) -> None:
    assert [m.ranking for m in rankings(text)] == names


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Elle est au 4e rang des villes moyennes.", "villes moyennes"),
        ("C'est la 6e meilleure école d'ingénieurs de France.", "école d'ingénieurs"),
        ("Elle est 4e.", None),
    ],
)
def test_category(text: str, category: str | None) -> None:
    assert [m.category for m in rankings(text)] == [category]
