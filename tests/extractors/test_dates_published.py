"""The article's own date."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.extractors.dates import published_date
from communique.pipeline import Pipeline
from communique.segment import find_sections, find_sentences

BODY = (
    "Le laboratoire a présenté ses travaux devant une centaine de personnes, "
    "toutes venues de la région le 2 avril 2019."
)


def published(text: str) -> str | None:
    sections = find_sections(text)
    return published_date(Document(text, sections=sections, sentences=find_sentences(text, sections)))


@pytest.mark.parametrize(
    "line",
    [
        "Alès, le 3 mai 2024",
        "Alès, vendredi 3 mai 2024",
        "ALÈS – 3 MAI 2024",
        "Publié le 3 mai 2024 à 17h30",
        "Publié le 03/05/2024 par la rédaction",
        "Mis en ligne le 03.05.2024",
        "Communiqué du 3 mai 2024",
        "Communiqué de presse | 3 mai 2024",
        "Date : 2024-05-03",
        "Mis à jour le 03/05/2024 à 08h15",
        "Sous embargo jusqu’au vendredi 3 mai 2024, 17h00",
        "Entretien | 3 mai 2024 | Temps de lecture : 4 minutes",
        "Ville de Namur                                        Namur, le 3 mai 2024",
        "Par Jeanne Roux, le 3 mai 2024",
        "par La rédaction le vendredi 3 mai 2024",
    ],
)
def test_line_of_its_own(line: str) -> None:
    assert published(f"{line}\n\nUn titre qui dit la nouvelle\n\n{BODY}") == "2024-05-03"


@pytest.mark.parametrize(
    "opening",
    [
        "Paris, 3 mai 2024 (AFP) - ",
        "SAINT-HYACINTHE, QC, le 3 mai 2024 /CNW/ - ",
        "Kourou, le 3 mai 2024 – ",
        "03.05.24 - ",
        "Budapest/Liège, 3 mai 2024. – ",
        "LIÈGE – Vendredi 3 mai 2024. ",
    ],
)
def test_opening_of_the_text(opening: str) -> None:
    assert published(f"Un titre qui dit la nouvelle\n\n{opening}{BODY}\n\n{BODY}") == "2024-05-03"


def test_deictic_day() -> None:
    text = f"Un titre\n\nL’institut a rendu public, ce vendredi 3 mai 2024, son palmarès annuel.\n\n{BODY}"
    assert published(text) == "2024-05-03"


def test_publication_before_update_and_embargo() -> None:
    assert published(f"Un titre\n\nPublié le 03/05/2024 | Mis à jour le 06/05/2024\n\n{BODY}") == "2024-05-03"
    assert (
        published(f"EMBARGO : 6 mai 2024, 8 h\n\nUn titre\n\nLyon, le 3 mai 2024\n\n{BODY}") == "2024-05-03"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"Un titre\n\n{BODY}",
        f"Un titre\n\nL’exposition ouvre le 3 mai 2024 à Lyon.\n\n{BODY}",
        f"Un titre\n\nCes travaux sont publiés le 9 octobre 2024 dans la revue Science. {BODY}",
        "Alès, le 31 février 2024",
        "Alès, le 3 mai",
    ],
)
def test_not_stated(text: str) -> None:
    assert published(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tunis, le 12 février 2025 - La société lève 4 millions de dollars\n\nElle emploie dix personnes.", "2025-02-12"),
        ("Enquête de printemps\n\n(Namur, 4/06/2024) L'Union publie aujourd'hui son enquête.", "2024-06-04"),
        ("Retour sur la fête du 12 février 2025\n\nElle a réuni dix personnes.", None),
    ],
)  # fmt: skip
def test_beside_the_title(text: str, day: str | None) -> None:
    assert Pipeline(model=None)(text).published == day


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("LA LETTRE D’OSTREVILLE – n° 118 – Juin 2025", "2025-05-22"),
        ("Bulletin municipal (mai 2019)", "2019-05-22"),
    ],
)
def test_month_on_a_masthead(head: str, value: str) -> None:
    article = Pipeline(model=None)(f"{head}\n\nUn titre\n\nLa halle a ouvert le 22 mai, entre deux averses.")
    assert article.published is None
    assert [d.value for d in article.dates if d.text == "22 mai"] == [value]


def test_a_month_in_a_title_is_no_masthead() -> None:
    article = Pipeline(model=None)("Le budget de juin 2025\n\nLa halle a ouvert ses portes hier soir.")
    assert [d.value for d in article.dates if d.text == "hier soir"] == [None]
