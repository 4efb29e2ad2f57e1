"""Speech without marks: how it is announced, how far it goes, what is none."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

TITLE = "Une rentrée sous le signe de l'eau\n\n"
MARTIN, NIMES = "Jean Martin", "Ville de Nîmes"
CLAUSE = "le site fermera en mai"


def read(pipeline: Pipeline, text: str) -> list[tuple[str, str | None]]:
    """(clause, speaker's name) of each indirect quotation."""
    article = pipeline(TITLE + text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    return [(q.text, names.get(q.speaker or "")) for q in article.quotations if q.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Jean Martin a fait savoir que {CLAUSE}.", MARTIN),
        (f"Jean Martin laisse entendre que {CLAUSE}.", MARTIN),
        (f"Jean Martin tient à préciser que {CLAUSE}.", MARTIN),
        (f"Jean Martin veut croire que {CLAUSE}.", MARTIN),
        (f"Jean Martin n'a cessé de répéter que {CLAUSE}.", MARTIN),
        (f"Jean Martin a d'ailleurs rappelé que {CLAUSE}.", MARTIN),
        (f"Jean Martin se dit persuadé que {CLAUSE}.", MARTIN),
        (f"Jean Martin a averti les élus que {CLAUSE}.", MARTIN),
        (f"Jean Martin a prévenu ses équipes que {CLAUSE}.", MARTIN),
        (f"Jean Martin a informé la Ville de Nîmes que {CLAUSE}.", MARTIN),
        (f"Jean Martin a confié à l'AFP que {CLAUSE}.", MARTIN),
        (f"Jean Martin a indiqué, mardi devant la presse, que {CLAUSE}.", MARTIN),
        (f"Jean Martin a démenti les chiffres mais assuré que {CLAUSE}.", MARTIN),
        (f"Toujours selon la Ville de Nîmes, {CLAUSE}.", NIMES),
        (f"Selon la Ville de Nîmes, qui gère les lieux, {CLAUSE}.", NIMES),
        (f"D'après les calculs de la Ville de Nîmes, {CLAUSE}.", NIMES),
        (f"D'après le registre tenu par les gardiens, {CLAUSE}.", None),
        (f"Selon l'Eurobaromètre paru hier, {CLAUSE}.", None),
        (f"Comme l'a rappelé Jean Martin, {CLAUSE}.", MARTIN),
        (f"Ainsi que l'indique la Ville de Nîmes, {CLAUSE}.", NIMES),
        (
            f"Marie Dupont, virologue, est là. L'investigatrice principale précise que {CLAUSE}.",
            "Marie Dupont",
        ),
        (f"Jean Martin a montré que {CLAUSE}.", MARTIN),
        (f"Une décision que regrette Jean Martin, selon qui {CLAUSE}.", MARTIN),
        (f"Le jury dit oui. La Ville de Nîmes, elle, soutient que {CLAUSE}.", NIMES),
    ],
)
def test_clause(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert read(rules_only, text) == [(CLAUSE, speaker)]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("C'est, selon la Ville de Nîmes, le plus beau stade du pays.", "le plus beau stade du pays"),
        ("Il s'agirait, d'après la Ville de Nîmes, du plus beau stade.", "du plus beau stade"),
        ("Le niveau monte, selon la Ville de Nîmes.", "Le niveau monte"),
        ("Le niveau monte, selon la Ville de Nîmes, depuis dix ans.",
         "Le niveau monte, selon la Ville de Nîmes, depuis dix ans"),
        ("Le prix ira à une autrice, a laissé filtrer le jury.", "Le prix ira à une autrice"),
        # where the clause ends
        ("Jean Martin a assuré que le parc éclairerait Nîmes et rapporterait deux millions.",
         "le parc éclairerait Nîmes et rapporterait deux millions"),
        ("Jean Martin assure que le parc est utile, qu'il durera vingt ans et que nul ne s'en plaindra.",
         "le parc est utile, qu'il durera vingt ans et que nul ne s'en plaindra"),
        # a marked fragment well inside it
        ("D'après lui, un agent soulève « en moyenne 4,2 tonnes » et le nombre d'accidents a reculé en un an.",
         "un agent soulève « en moyenne 4,2 tonnes » et le nombre d'accidents a reculé en un an"),
    ],
)  # fmt: skip
def test_how_far_it_goes(rules_only: Pipeline, text: str, clause: str) -> None:
    assert [w for w, _ in read(rules_only, text)] == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "Selon la saison, le site ouvre à 9 heures ou à 10 heures.",
        "Selon les cas, le tarif est de 5 ou 8 euros.",
        "D'après le roman de Zola, la pièce raconte la grève de 1866.",
        "La pièce, d'après le roman de Zola, raconte la grève de 1866.",
        "Pour Jean Martin, né à Nîmes, c'est la troisième participation.",
        "Jean Martin a alerté la Ville de Nîmes dès qu'il a reçu la lettre.",
        "Jean Martin a prévenu ses équipes avant que le site ferme.",
        "S'il estime que le site est beau, Jean Martin reste prudent.",
        "La Ville de Nîmes a confirmé en février la note de son stade.",
        "Le plan prévoit que 300 logements seront rénovés.",
        "Comme chaque année, Jean Martin a ouvert le bal.",
        "Une étude de la Ville de Nîmes montre que le site ferme.",
        "Le site ferme plus tôt, montre une étude de la Ville de Nîmes.",
        "Il est précisé que l'entrée est gratuite.",
    ],
)
def test_no_clause(rules_only: Pipeline, text: str) -> None:
    assert read(rules_only, text) == []
