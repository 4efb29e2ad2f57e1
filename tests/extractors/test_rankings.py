"""Rankings: positions, one line a case; ``{}`` marks what must be found, in order, and nothing else."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.rankings import extract_rankings
from communique.mentions import Found, RankingMention
from communique.pipeline import Source, segment

Bounds = list[tuple[int | None, int | None]]


def rankings(text: str) -> list[RankingMention]:
    return list(extract_rankings(segment(Source(text)), Found()))


def check(marked: str, bounds: Bounds) -> None:
    text = re.sub(r"[{}]", "", marked)
    spans = [
        (m.start() - 2 * k, m.end() - 2 * k - 2) for k, m in enumerate(re.finditer(r"\{[^{}]*\}", marked))
    ]
    found = rankings(text)
    assert [(m.rank_min, m.rank_max) for m in found] == bounds, [text[m.start : m.end] for m in found]
    for (start, end), m in zip(spans, found, strict=True):
        assert max(start, m.start) < min(end, m.end), (text[start:end], text[m.start : m.end])


@pytest.mark.parametrize(
    ("marked", "bounds"),
    [
        # place, rang, position, marche
        ("L'école décroche {la 6e place} mondiale.", [(6, 6)]),
        ("Elle pointe {au 171e rang}, à l'échelle européenne.", [(171, 171)]),
        ("La licence arrive {en deuxième position}.", [(2, 2)]),
        ("Le club monte sur {la troisième marche du podium}.", [(3, 3)]),
        ("L'école s'offre {une belle 9e place}.", [(9, 9)]),
        ("Elle est classée {à la 20e place ex æquo}.", [(20, 20)]),
        ("SHANGHAI : L'UNIVERSITÉ {AU 46° RANG} NATIONAL", [(46, 46)]),
        # verbs that place
        ("L'école est classée {6°} à l'échelle nationale.", [(6, 6)]),
        ("Elle finit {deuxième} du classement.", [(2, 2)]),
        ("Nous restons {38e} en cardiologie.", [(38, 38)]),
        ("Le palmarès place Kedge {8e ex aequo} avec Neoma.", [(8, 8)]),
        ("Il a fini {2e} sur 340 partants.", [(2, 2)]),
        ("Elle n'arrive qu'{en 19e position}.", [(19, 19)]),
        ("Nous voilà {6es} du palmarès.", [(6, 6)]),
        # several positions, each its own
        (
            "L'UBL est {38e} au monde, {7e} en Europe et {1re} en France en génie maritime.",
            [(38, 38), (7, 7), (1, 1)],
        ),
        ("Le classement la place {au 19° rang} mondial et {au 4°} pour l'énergie.", [(19, 19), (4, 4)]),
        ("Au classement, X et Y sont respectivement {6e} et {24e} mondiales.", [(6, 6), (24, 24)]),
        ("Elle occupe {le 3e rang} national pour les crédits et {le tout premier} pour l'anacarde.",
         [(3, 3), (1, 1)]),
        ("Nage : Noor El Amrani se classe {5e}, Théo Lacroix {23e} du 1.500 m.", [(5, 5), (23, 23)]),
        ("Elle monte {sur le podium} : {deuxième} en robotique, {troisième} en calcul.",
         [(1, 3), (2, 2), (3, 3)]),
        # brackets and appositions
        ("Au palmarès, Castelnau ({58e}) devance Murviel ({103e}).", [(58, 58), (103, 103)]),
        ("Dans ce classement, Lithea, {troisième}, progresse.", [(3, 3)]),
        ("Au classement, elle talonne l'Université de Hambourg, {37e}.", [(37, 37)]),
        ("{Première} du classement, Cryobiome congèle le microbiote.", [(1, 1)]),
        ("{Onzième} au classement jeudi, il a remonté ses concurrents.", [(11, 11)]),
    ],
)  # fmt: skip
def test_ordinals(marked: str, bounds: Bounds) -> None:
    check(marked, bounds)


@pytest.mark.parametrize(
    ("marked", "bounds"),
    [
        ("C'est la {6° meilleure école} en France.", [(6, 6)]),
        ("{Deuxième employeur} de l'agglomération, ils accueillent 2 300 étudiants.", [(2, 2)]),
        ("{Troisième producteur} québécois de panneaux de bois, Sylva-Nord recrute.", [(3, 3)]),
        ("La BDL se classe {5ème banque} de Côte d'Ivoire.", [(5, 5)]),
        ("L'institut, {1re école d'ingénieurs} publique, recrute.", [(1, 1)]),
        ("Le port est {le premier port} français.", [(1, 1)]),
        ("Nous sommes {la première ville} de la région.", [(1, 1)]),
        ("L'IUT de Vannes : {2e IUT} de France pour la réussite.", [(2, 2)]),
        ("Elle est {la deuxième plus grande} du pays.", [(2, 2)]),
        ("Il reste le bassin, « {le deuxième} d'Europe par la longueur ».", [(2, 2)]),
        ("L'usine a reçu {le deuxième prix} du concours.", [(2, 2)]),
        ("Elle décroche {la médaille d'argent} aux championnats.", [(2, 2)]),
        ("Le site conserve {la plus grande collection} de vignes au monde.", [(1, 1)]),
        ("C'est l'un des plus grands ports d'Europe, avec la plus grande partie du trafic.", []),
        ("Il décroche {l'argent} sur 200 m. L'argent de la mairie est versé.", [(2, 2)]),
        ("Elle est sacrée {championne de France} devant Nice, {vice-championne d'Europe}.", [(1, 1), (2, 2)]),
        ("L'ancien champion du monde parraine la course.", []),
        # in time or in a series
        ("Elle est la première école à proposer une formation en quantique.", []),
        ("C'est la première université française labellisée.", []),
        ("La première pierre a été posée le 1er mars dans le 13e arrondissement.", []),
        ("La 4e édition s'ouvre : c'est la quatrième participation de l'école.", []),
        ("Au XXIe siècle, le premier ministre s'y rend pour la première fois.", []),
        ("En 2e année, les élèves choisissent. En deuxième lecture, le texte passe.", []),
        ("La deuxième ligne de tram ouvrira en 2026.", []),
        ("Le restaurant ouvre son deuxième établissement, un premier en Bretagne.", []),
        ("Mme Roux, première vice-présidente, et M. Hu, deuxième adjoint, sont venus.", []),
        ("Le premier jury a siégé en mai, le deuxième en juin.", []),
        ("Le 3e festival international du film et le 2e forum régional ouvrent.", []),
        ("Marie Curie a reçu la médaille d'or du CNRS.", []),
        ("Au premier rang des priorités figure le logement.", []),
        ("Les enseignants, au premier rang desquels Mme Durand, ont protesté.", []),
        ("Elle vit à Paris (15e), puis à Lyon 3e ; le classement n'y est pour rien.", []),
    ],
)  # fmt: skip
def test_ranked_nouns_and_series(marked: str, bounds: Bounds) -> None:
    check(marked, bounds)


@pytest.mark.parametrize(
    ("marked", "bounds"),
    [
        ("Elle arrive {dans le top 300} des établissements.", [(1, 300)]),
        ("Elle intègre {le Top 10} et {le top trois} national.", [(1, 10), (1, 3)]),
        ("Il figure {parmi les 300 meilleurs} établissements au monde.", [(1, 300)]),
        ("Elle se maintient {dans les 20 premières} écoles.", [(1, 20)]),
        ("C'est {l'une des trois meilleures} universités de Belgique.", [(1, 3)]),
        ("Elle se situe {entre la 201e et la 250e place}.", [(201, 250)]),
        ("Elle se situe {entre les 301e et 350e places}.", [(301, 350)]),
        ("Elle pointe {dans la tranche 201-250}.", [(201, 250)]),
        ("Elle se positionne {dans la tranche 201 à 250} du classement.", [(201, 250)]),
        ("Classement 2023 : {601e-700e}, stable", [(601, 700)]),
        ("Classée {de la 101e à la 150e place}.", [(101, 150)]),
        ("{Sur le podium} du palmarès.", [(1, 3)]),
        ("Elle monte sur {la plus haute marche du podium}.", [(1, 1)]),
        ("Le SMICTOM {dans le trio de tête} régional", [(1, 3)]),
        # not a position
        ("Lire aussi : Top 10 des métiers qui recrutent", []),
        ("La tranche 25-34 ans dort mal ; le classement le dit.", []),
        ("Les trois premières années sont communes. Les dix premiers inscrits gagnent un sac.", []),
        ("Les résultats 2020-2025 du classement.", []),
        ("Elle a manqué le podium. Le podium de la place est monté.", []),
        ("Elle frôle le top 10 et sort du top 50.", []),
    ],
)
def test_bands(marked: str, bounds: Bounds) -> None:
    check(marked, bounds)


@pytest.mark.parametrize(
    ("marked", "bounds"),
    [
        ("Elle arrive {en tête} des écoles régionales.", [(1, 1)]),
        ("{En tête} du classement, Nantes progresse.", [(1, 1)]),
        ("Au classement régional, elle {prend la tête} devant Vienne.", [(1, 1)]),
        ("Elle est {n°1} en France, {n° 2} en Europe.", [(1, 1), (2, 2)]),
        ("L'entreprise est {le n° 1} du dépistage.", [(1, 1)]),
        ("{Numéro un} mondial du sel, Salinor recrute.", [(1, 1)]),
        ("Elle est désormais {numéro deux} mondiale.", [(2, 2)]),
        ("La banque est {bonne dernière}.", [(None, None)]),
        ("Elle est {avant-dernière} des écoles françaises.", [(None, None)]),
        # not a position
        ("En tête-à-tête, il garde en tête les priorités : il est tête de liste.", []),
        ("La directrice a pris la tête de l'école et marche en tête de cortège.", []),
        ("La lettre n° 12, article n° 3, et le numéro deux du gouvernement.", []),
        ("L'ennemi public numéro un court toujours.", []),
        ("La société, leader mondial de l'optique, recrute.", []),
        ("Jeudi dernier, à la dernière minute, l'an dernier est arrivé en dernier recours.", []),
    ],
)
def test_first_and_last(marked: str, bounds: Bounds) -> None:
    check(marked, bounds)


@pytest.mark.parametrize(
    "text",
    [
        "L'école vise le top 50 en 2026.",
        "L'objectif est d'entrer dans le top 50 d'ici 2030.",
        "Elle rêve de figurer parmi les dix meilleures écoles du pays.",
        "Objectif affiché : une place dans les dix premiers.",
        "Nous ne changerons pas de cap pour gagner dix places.",
        "Elle ne figure pas dans le top 100 mondial.",
        "L'école n'occupe plus la première place.",
        "Elle perd la 1re place au profit de Lyon.",
        "Si l'on retirait ce critère, nous serions dans le top 10.",
        "L'école pourrait atteindre la 5e place.",
    ],
)
def test_aims_and_denials_are_no_facts(text: str) -> None:
    assert rankings(text) == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Palmarès\n• 1re : Néomia, 0 €\n• 2e : Crédit Armoricain\n• 3e ex æquo : Faidherbe", [1, 2, 3]),
        ("Classement\n- Challenges : 17ème\n- Eduniversal : 3ème", [17, 3]),
        ("Palmarès\n2022 : 611e\n2023 : 580e", [611, 580]),
        ("Rang\tVille\tNote\n1re\tLa Rochelle\t4,3\n2e\tChambéry\t4,2", [1, 2]),
        ("Palmarès\n– CEA : 641 demandes, 3e toutes catégories\n– CNRS : 402 demandes, 7e (+ 1)", [3, 7]),
        ("Podiums\n■ Perche : Ismaël Konaté, 1er; Noé Wurtz, 3e", [1, 3]),
        ("Programme\n• 1er étage : accueil\n• 2e étage : salles", []),
        ("Programme\n• Samedi 1er : ouverture\n• 3e étape : vote", []),
    ],
)
def test_lists_and_tables(text: str, bounds: list[int]) -> None:
    assert [m.rank_min for m in rankings(text) if m.rank_min != m.rank_max or m.rank_min] == bounds


PIECES = st.lists(
    st.sampled_from(
        [
            "l'école", "est classée", "6e", "1er", "la 3e place", "du classement de", "Shanghai",
            "2024", "(+ 9)", "top 10", "en tête", "parmi les", "300", "meilleures", "au monde",
            "501-600", "de la", "à la", "n° 1", "gagne", "11 places", "podium", "\n", "\n\n", "\t",
            ":", "•", ",", ".", "(", ")", "«", "»", "Elle", "dernière", "respectivement", "et",
            "sur 100", "écoles", "passe", "Le Point", "médaille d'or",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=80), PIECES))
def test_spans_are_exact_on_any_text(text: str) -> None:
    for m in rankings(text):
        surface = text[m.start : m.end]
        assert surface == surface.strip() != ""
        assert 0 <= m.start < m.end <= len(text)
        assert m.rank_min is None or m.rank_max is None or m.rank_min <= m.rank_max
        assert m.subject is None or 0 <= m.subject[0] < m.subject[1] <= len(text)


def test_found_in_order_without_overlap() -> None:
    found = rankings("Elle est 3e en France, 7e en Europe, et dans le top 50 mondial.")
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(found) == 3
