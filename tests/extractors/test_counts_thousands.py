"""Four digits that are no year, signed ranges, labels that are verbs, names with numbers, francs, hours."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

HEAD = "Un titre pour cet article\n\nRennes, le 22 mai 2025\n\n"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


def texts(pipeline: Pipeline, text: str) -> list[str]:
    return [c.text for c in pipeline(HEAD + text).counts]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("L'outil ouvre plus de 1800 services publics.", ["plus de 1800 services"]),
        ("La commission a examiné environ 2000 dossiers.", ["environ 2000 dossiers"]),
        ("L'événement a réuni plus de 2000 participants.", ["plus de 2000 participants"]),
        ("Le groupe emploie 1900 salariés.", ["1900 salariés"]),
        ("En 2019, 1800 étudiants ont été accueillis.", ["1800 étudiants"]),
        ("Nos 1950 adhérents se mobilisent.", ["1950 adhérents"]),
        ("L'école compte 1850 élèves.", ["1850 élèves"]),
        ("1600 bénévoles ont répondu présents.", ["1600 bénévoles"]),
        ("Les 1600 agents, dont 1500 titulaires, votent.", ["1600 agents", "1500 titulaires"]),
        ("Un réseau de 2050 bibliothèques ouvre.", ["2050 bibliothèques"]),
        ("La durée légale est de 1607 heures par an.", ["1607 heures"]),
        ("L'usine produit 2000 pièces par jour.", ["2000 pièces"]),
        ("La promotion 2024 étudiants compris est diplômée.", []),
        ("La rentrée 2024 étudiants et personnels approche.", []),
        ("Les chiffres 2023 publiés ce jour rassurent.", []),
        ("Les lauréats 2024 sont connus.", []),
        ("En 2024 plusieurs projets ont abouti.", []),
        ("En 2024 étudiants et enseignants ont voté.", []),
        ("Depuis 2019 nous accueillons des stagiaires.", []),
        ("Le classement 2024 écoles d'ingénieurs est paru.", []),
        ("L'institut attend une année 2025 stable.", []),
        ("© 2025 EPFL", []),
    ],
)
def test_years_and_thousands(text: str, counted: list[str], pipeline: Pipeline) -> None:
    assert texts(pipeline, text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Elle descend entre – 120 et + 80 °C.", [("entre – 120 et + 80 °C", None, -120, 80)]),
        ("Il attend une variation entre –1 et +1%.", [("entre –1 et +1%", None, -1, 1)]),
        ("Le marché varie entre -2 % et +3 %.", [("entre -2 % et +3 %", None, -2, 3)]),
        ("Le taux passe de -0,5 % à +0,2 %.", [("-0,5 %", -0.5, None, None), ("+0,2 %", 0.2, None, None)]),
        ("Les prévisions vont de +2 à +4 %.", [("de +2 à +4 %", None, 2, 4)]),
        ("Les ventes varient de – 3,0 % en un an.", [("– 3,0 %", -3, None, None), ("un an", 1, None, None)]),
        ("Sables et granulats 412 401 – 2,7 %", [("– 2,7 %", -2.7, None, None)]),
        ("Le groupe – 3 % du marché – recrute.", [("3 % du marché", 3, None, None)]),
        ("Entre 5 et 10 % – selon les lieux.", [("Entre 5 et 10 %", None, 5, 10)]),
        ("Sa part : 20 - 30 %.", [("20 - 30 %", None, 20, 30)]),
        ("De 12 € à 15 € l'entrée.", [("De 12 € à 15 €", None, 12, 15)]),
    ],
)
def test_signs(
    text: str, counted: list[tuple[str, float | None, float | None, float | None]], pipeline: Pipeline
) -> None:
    assert [(c.text, c.value, c.low, c.high) for c in pipeline(HEAD + text).counts] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ils ont arrêté neuf départs sur dix.", ["neuf départs sur dix"]),
        ("Sobriété : 6 sur 10 prêts à garder leur téléphone", ["6 sur 10"]),
        ("Sept Français sur dix satisfaits de leur mairie", ["Sept Français sur dix"]),
        ("La note tient sur dix critères.", ["dix critères"]),
        ("Il est ouvert 7 jours sur 7, 24 heures sur 24, 24h/24 et sept jours sur sept.", []),
        ("Six jours sur sept, il travaille 24 heures.", ["Six jours sur sept", "24 heures"]),
        ("La Région porte 12 projets.", ["12 projets"]),
        ("Le lycée programme trois spectacles.", ["trois spectacles"]),
        ("L'arrêté 12 est paru, porte 14.", []),
        ("Rendez-vous hall 4, porte 12.", []),
        ("Avec 3,42 millions de tonnes, il progresse.", ["3,42 millions de tonnes"]),
        ("Elle attire 1,26 million de visiteurs.", ["1,26 million de visiteurs"]),
        ("Deux millions deux cents électeurs votent.", ["Deux millions deux cents électeurs"]),
        ("Cent douze d’entre elles ont survécu.", ["Cent douze d’entre elles"]),
        ("Plus de 20 d'entre nous sont partis.", ["Plus de 20 d'entre nous"]),
        ("Bilan : deux blessés et zéro conséquence.", ["deux blessés", "zéro conséquence"]),
        ("La démarche zéro déchet et zéro carbone, objectif zéro accident.", []),
        ("Le concours « Ma thèse en 180 secondes » revient.", []),
        ("Elle gagne Ma thèse en 180 secondes, le concours « Ma thèse en 180 secondes ».", []),
        ("Elle a dit : « Il faut 180 secondes. »", ["180 secondes"]),
        ("Un atelier de deux heures remplace un cours.", ["deux heures"]),
        ("Trois ateliers de 2 heures auront lieu.", ["Trois ateliers", "2 heures"]),
        ("Le train de 8 heures est supprimé, à partir de 9 heures.", []),
        ("Un visiteur sur deux, et un quart de l'étranger.", ["Un visiteur sur deux", "un quart"]),
        # definite approximate nouns keep the determiner out
        ("Elle vise les milliers de particuliers qui codent.", ["milliers de particuliers"]),
        ("Face aux centaines de demandes, elle recrute.", ["centaines de demandes"]),
        # the best are counted when they act, not when they are a band
        ("Les 16 meilleures équipes se sont affrontées.", ["16 meilleures équipes"]),
        ("Elle est parmi les 16 meilleures équipes.", []),
        # a verb that looks like the label of a rank
        ("La France place trois écoles au classement.", ["trois écoles"]),
        ("Elle est à la place trois.", []),
        ("Elle a reçu 208 réponses, dont 9 sur 10 hostiles.", ["208 réponses", "9 sur 10"]),
        ("Il obtient 9 sur 10 à l'examen.", []),
        ("Elle offre une semaine de 36 heures.", ["36 heures"]),
        ("Elle est restée pendant une semaine de congés.", ["une semaine"]),
        ("Des visites ont lieu un samedi sur deux.", ["un samedi sur deux"]),
        ("Sont engagés 6 Canadair, 2 Dash et 3 hélicoptères.", ["6 Canadair", "2 Dash", "3 hélicoptères"]),
        # a rate, a bound, a sum told in the currency of the one before
        ("Il y a 12 greffes par million d'habitants.", ["12 greffes"]),
        ("La ville a perdu un million d'habitants.", ["un million d'habitants"]),
        ("Le taux est descendu sous 0,3 %.", ["sous 0,3 %"]),
        ("Elle répond sous 48 heures.", ["48 heures"]),
        (
            "Le coût atteint 196 millions d'euros. Elle garantit 60 millions d'emprunt.",
            ["196 millions d'euros", "60 millions"],
        ),
        (
            "Le coût atteint 196 millions d'euros. Elle attire 2 millions de clients.",
            ["196 millions d'euros", "2 millions de clients"],
        ),
        # what gathers is around things, not about their number
        ("Le plan s'articule autour de trois axes.", ["trois axes"]),
        ("Ils se sont réunis autour de deux tables.", ["deux tables"]),
        ("Il y avait autour de trois cents personnes.", ["autour de trois cents personnes"]),
    ],
)
def test_words(text: str, counted: list[str], pipeline: Pipeline) -> None:
    assert texts(pipeline, text) == counted


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Une étude à 40'000 francs.", "CHF"),
        ("Les trains romands coûtent 40 000 francs.", "CHF"),
        ("À Dakar, il coûte 40 000 francs.", "XOF"),
        ("Il coûtait 40 000 francs.", None),
    ],
)
def test_francs(text: str, unit: str | None, pipeline: Pipeline) -> None:
    assert [c.unit for c in pipeline(HEAD + text).counts] == [unit]
