"""Bodies named in capitals alone, over a release, and what looks like one there."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

BODY = "\n\nL'hiver arrive et les services se préparent à recevoir ceux qui en auront besoin.\n"


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("VILLE DE GENÈVE\nCommuniqué de presse – 28 janvier 2025\n\nDes places de plus", ["VILLE DE GENÈVE"]),
        ("VILLE DE ROUBAIX – COMMUNIQUÉ DE PRESSE\n\nDes places de plus", ["VILLE DE ROUBAIX"]),
        ("UNIVERSITÉ DE LORRAINE\nService presse\n\nTrois chercheurs primés", ["UNIVERSITÉ DE LORRAINE"]),
        ("CONSEIL DÉPARTEMENTAL DE LA NIÈVRE\nDIRECTION DE LA COMMUNICATION\n\nTrente collèges aidés",
         ["CONSEIL DÉPARTEMENTAL DE LA NIÈVRE"]),
        ("PREFECTURE DU FINISTERE | CABINET\n\nVigilance orange", ["PREFECTURE DU FINISTERE"]),
        # Elsewhere the name has its small letters.
        ("PRÉFECTURE DU FINISTÈRE\n\nLa préfecture du Finistère prévient", ["préfecture du Finistère"]),
        ("L'UNIVERSITÉ DE DEMAIN\n\nTrois chercheurs primés", []),
        ("SERVICE DE PRESSE\n\nTrois chercheurs primés", []),
        ("VILLES DE LORRAINE ET DU FINISTÈRE\n\nTrois places de plus", []),
        ("LA NEIGE ARRIVE EN LORRAINE\n\nTrois chercheurs primés", []),
    ],
)  # fmt: skip
def test_senders_in_capitals(head: str, names: list[str], rules_only: Pipeline) -> None:
    assert [i.name for i in rules_only(head + BODY).institutions] == names


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("BIO EXPRESS", []),
        ("ZOOM TERRAIN", []),
        ("FRET SNCF", ["FRET SNCF"]),
    ],
)
def test_labels_in_capitals(label: str, names: list[str], rules_only: Pipeline) -> None:
    text = f"Un titre pour cet article{BODY}\n{label}\n2003 : doctorat\n2012 : thèse\n2020 : prix"
    assert [i.name for i in rules_only(text).institutions] == names


def test_the_foot_of_a_page_takes_no_name_away(rules_only: Pipeline) -> None:
    text = (
        f"Un record en 2024{BODY}\nDunkerque-Port consolide son trafic, se félicite Maurice Georges, président du "
        f"directoire de Dunkerque-Port.\n\n© 2025 Dunkerque-Port\n"
    )
    assert [i.name for i in rules_only(text).institutions] == ["Dunkerque-Port"]


def test_the_foot_of_a_page_names_no_body_by_itself(rules_only: Pipeline) -> None:
    text = f"Un record en 2024{BODY}\n\nPartager sur Torvaly | Imprimer\n"
    assert rules_only(text).institutions == ()
