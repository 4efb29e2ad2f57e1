"""Words set apart on a page: who signs them, above, below or beside."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

BODY = (
    "Le laboratoire a présenté ses travaux devant une centaine de personnes venues de toute la région. "
    "Les équipes y travaillaient depuis des années, avec le soutien de la métropole."
)
M, J = "Marie Dupont", "Jean Martin"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("« Soigner est un droit pour chacun. »\n— Marie Dupont, directrice", [M]),
        ("Marie Dupont\nDirectrice, CNRS\n« Soigner est un droit pour chacun. »", [M]),
        ("Marie Dupont\n\nDirectrice, CNRS\n\n« Soigner est un droit pour chacun. »", [M]),
        ("« Soigner est un droit pour chacun. »\nDirectrice du CNRS, Marie Dupont", [M]),
        ("Marie Dupont (CNRS) : « Soigner est un droit pour chacun. »", [M]),
        ("> « Soigner est un droit pour chacun. »\n> Marie Dupont, directrice", [M]),
        ("« Soigner est un droit pour chacun. » Marie Dupont, directrice du CNRS", [M]),
        ("« Soigner est un droit pour chacun » (Marie Dupont, directrice)", [M]),
        ("« Soigner est un droit pour chacun », Marie Dupont.", [M]),
        ("Citation de Marie Dupont, directrice :\n« Soigner est un droit pour chacun. »", [M]),
        (
            "Marie Dupont, directrice du CNRS, déclare :\n\n« Soigner est un droit pour chacun.\n\n« Nous le ferons encore. »",
            [M],
        ),
        ("Pour Marie Dupont, directrice :\n« Soigner est un droit pour chacun. »", [M]),
        (
            "Verbatim\n\n« Soigner est un droit pour chacun. » Marie Dupont\n\n« Nous le ferons encore longtemps. » Jean Martin",
            [M, J],
        ),
        ("Marie Dupont – Directrice du CNRS\n« Soigner est un droit pour chacun. »", [M]),
        ("Directrice du CNRS depuis 2019, Marie Dupont souligne : « Soigner est un droit. »", [M]),
        ("Marie DUPONT, Directrice : « Soigner est un droit pour chacun. »", ["Marie DUPONT"]),
        ("« Soigner est un droit pour chacun. »\n\nMarie DUPONT\nDirectrice du CNRS", ["Marie DUPONT"]),
        ("Marie Dupont est venue. « Soigner est un droit », conclut Marie.", [M]),
        ('Marie Dupont se réjouit : "Soigner est un droit pour chacun."', [M]),
        ("Et Marie Dupont d'ajouter que le centre ouvrira en mai.", [M]),
        ("« Soigner est un droit pour chacun. »\n\n**Marie Dupont**, directrice du CNRS", [M]),
        ("**Marie Dupont, directrice du CNRS** : « Soigner est un droit pour chacun. »", [M]),
        ("**Marie Dupont, directrice du CNRS**\n\n« Soigner est un droit pour chacun. »", [M]),
        (
            "Les réactions\n\n- Marie Dupont, CNRS : « Soigner est un droit. »\n- Jean Martin, maire : « Nous le ferons encore. »",
            [M, J],
        ),
        (
            "« Soigner est un droit pour chacun. »\nMarie Dupont, directrice du CNRS\n\n« Nous le ferons encore. »\nJean Martin, maire de Nîmes",
            [M, J],
        ),
        (
            "Marie Dupont, directrice du CNRS\n« Soigner est un droit pour chacun. »\n\nJean Martin, maire de Nîmes\n« Nous le ferons encore. »",
            [M, J],
        ),
        (
            "« Soigner est un droit pour chacun. »\n\n« Nous le ferons encore. »\n\nMarie Dupont, directrice du CNRS",
            [M, M],
        ),
        ("Témoignage\n\n« Soigner est un droit pour chacun. »\n\nMarie, infirmière, 34 ans", ["Marie"]),
        ("Marie Dupont l'affirme : soigner est un droit pour chacun.", [M]),
        ("Ce que confirme Marie Dupont : « Soigner est un droit. »", [M]),
        ("Marie Dupont est formelle : « Soigner est un droit. »", [M]),
        (
            "Le mot de Marie Dupont, directrice du CNRS\n\n« Soigner est un droit pour chacun.\n\nNous le ferons encore. »",
            [M],
        ),
        ("Edito\n\nMarie Dupont, directrice\n\n« Soigner est un droit pour chacun. »", [M]),
        ("« Soigner est un droit pour chacun. » – Marie Dupont – Directrice du CNRS", [M]),
        ("« Soigner est un droit pour chacun. »\n\nPropos de Marie Dupont, directrice du CNRS", [M]),
        ("« Soigner est un droit pour chacun. »\n\nLa directrice du CNRS, Marie Dupont", [M]),
        ("« Soigner est un droit pour chacun. »\n\nPar Marie Dupont, directrice du CNRS", [M]),
        ("« Soigner est un droit pour chacun. »\n\nMadame Marie Dupont, directrice du CNRS", [M]),
        ("« Soigner est un droit pour chacun. »\n\nPr Marie Dupont, CNRS", [M]),
        ("« Soigner est un droit pour chacun, » explique Marie Dupont.", [M]),
        ('"Soigner est un droit pour chacun" dit Marie Dupont', [M]),
        ('Marie Dupont : "Soigner est un droit pour chacun."', [M]),
        ('Marie Dupont, directrice du CNRS, à propos du centre : "Soigner est un droit pour chacun."', [M]),
        ("« Soigner est un droit pour chacun. »\n\nExtrait du discours de Marie Dupont", [M]),
        (
            "« Soigner est un droit pour chacun, rappelle Marie Dupont, directrice du CNRS. C'est écrit. »\n\n« Nous le ferons », poursuit-elle.",
            [M, M],
        ),
    ],
)
def test_who_signs(rules_only: Pipeline, text: str, told: list[str | None]) -> None:
    article = rules_only(f"Un centre ouvre à La Mure\n\n{BODY}\n\n{text}\n\n{BODY}")
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    assert [names.get(q.speaker or "") for q in article.quotations] == told


@pytest.mark.parametrize(
    "text",
    [
        "Le mot du jour\n\n« Soigner est un droit pour chacun. »",
        "Les rendez-vous de la semaine\n\n« Soigner est un droit pour chacun. »",
        "« Soigner est un droit pour chacun. »\n\nTélécharger le dossier",
    ],
)
def test_a_line_that_names_nobody(rules_only: Pipeline, text: str) -> None:
    article = rules_only(f"Un centre ouvre à La Mure\n\n{BODY}\n\n{text}\n\n{BODY}")
    assert [q.speaker for q in article.quotations] == [None]


def test_title_in_marks_with_a_topic_is_of_whom_the_text_quotes(rules_only: Pipeline) -> None:
    text = f"Grève à la cartonnerie : « Ils veulent nous user »\n\n{BODY}\n\n« Ils veulent nous user », dit Jean Martin."
    article = rules_only(text)
    names = {x.id: x.name for x in article.people}
    assert [names.get(q.speaker or "") for q in article.quotations] == [J, J]
