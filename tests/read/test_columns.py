"""Pages set in columns, whatever the order in which the file holds their lines."""

from __future__ import annotations

import random
import textwrap

import pytest
from tests.read.pdfs import Drawn, column, pdf

from communique.read.pdf import read_pdf

TITLE = "Polytech Littoral gagne six places"
TEXTS = [
    "L'école gagne six places en un an dans le palmarès 2025 : elle passe de la 30e à la 24e position. Elle est "
    "huitième pour l'insertion et deuxième école publique de la région, en télédétection comme en génie civil.",
    "« C'est le fruit de dix ans de travail avec les industriels du port », se félicite Hélène Vandamme, directrice "
    "de Polytech Littoral, qui accueille 640 élèves ingénieurs, dont 38 % de boursiers et près de 120 apprentis.",
    "Un laboratoire de 1 200 mètres carrés ouvrira au printemps dans l'ancienne halle aux poissons du quai, que la "
    "ville a rachetée en 2023 et que l'université rénove avec l'aide de la région et de l'État pour trois ans.",
]


def read(*pages: list[Drawn]) -> list[str]:
    return read_pdf(pdf(*pages), "a.pdf").text.rstrip("\n").split("\n\n")


def set_in(
    texts: list[str], chars: int, apart: float, y: float = 200, leading: float = 14
) -> list[list[Drawn]]:
    """Texts as columns of lines, side by side."""
    return [
        column(textwrap.wrap(t, chars), x=60 + n * apart, y=y, leading=leading) for n, t in enumerate(texts)
    ]


def alternately(columns: list[list[Drawn]]) -> list[Drawn]:
    return sorted((line for drawn in columns for line in drawn), key=lambda line: (line[1], line[0]))


@pytest.mark.parametrize("apart", [235, 245, 270])
def test_two_columns_line_by_line(apart: float) -> None:
    page = alternately(set_in(TEXTS[:2], 38, apart))
    assert read(page) == TEXTS[:2]


def test_two_columns_one_after_the_other() -> None:
    first, second = set_in(TEXTS[:2], 40, 250)
    assert read([*first, *second]) == TEXTS[:2]


def test_three_columns_line_by_line() -> None:
    assert read(alternately(set_in(TEXTS, 27, 165))) == TEXTS


def test_columns_of_unequal_length() -> None:
    long = " ".join(TEXTS[:2])
    assert read(alternately(set_in([long, TEXTS[2]], 40, 260))) == [long, TEXTS[2]]


def test_lines_of_columns_at_other_heights() -> None:
    first, second = set_in(TEXTS[:1], 40, 250), set_in(["", TEXTS[1]], 40, 250, y=205, leading=13)
    assert read([*first[0], *second[1]]) == TEXTS[:2]


def test_titles_across_the_columns() -> None:
    above = alternately(set_in(TEXTS[:2], 38, 250, y=160))
    below = alternately(set_in([TEXTS[2], TEXTS[0]], 38, 250, y=360))
    heading = "Une école tournée vers l'énergie et vers le port de demain"
    page = [(100.0, 120.0, TITLE, 20), *above, (90.0, 335.0, heading, 14), *below]
    assert read(page) == [TITLE, *TEXTS[:2], heading, TEXTS[2], TEXTS[0]]


def test_a_word_broken_at_the_foot_of_a_column() -> None:
    halves = [
        "L'école forme chaque année près de six cents ingénieurs en télé-",
        "détection et en génie civil. " + TEXTS[1],
    ]
    page = alternately(
        [
            column([*textwrap.wrap(TEXTS[0], 38), *textwrap.wrap(halves[0], 38)], x=60),
            column(textwrap.wrap(halves[1], 38), x=310),
        ]
    )
    whole = f"{halves[0][:-1]}{halves[1]}"
    assert read(page) == [f"{TEXTS[0]} {whole}"]


@pytest.mark.parametrize(
    "rows",
    [
        [("École", "Rang"), ("Polytech Littoral", "24e"), ("Insa Rennes", "12e"), ("Ensai", "14e"), ("Ensta", "3e"),
         ("Centrale Lille", "8e"), ("Mines Alès", "17e")],
        [("Directeur de la recherche", "Karim Lounis, du laboratoire"), ("Directrice des études", "Anne Martin, de l'école"),
         ("Responsable de la scolarité", "Paul Henry, de l'université"), ("Chargée de la communication", "Inès Prat, du service"),
         ("Délégué à la vie étudiante", "Marc Aubin, de l'association"), ("Médiatrice de l'établissement", "Lise Roy, du rectorat")],
    ],
)  # fmt: skip
def test_tables_stay_tables(rows: list[tuple[str, str]]) -> None:
    page = [
        (x, 200.0 + 16 * n, cell)
        for n, row in enumerate(rows)
        for x, cell in zip((60.0, 300.0), row, strict=True)
    ]
    assert read(page) == ["\n".join("\t".join(row) for row in rows)]


def test_words_set_far_apart_are_no_columns() -> None:
    lines = [line.replace(" ", "   ") for line in textwrap.wrap(" ".join(TEXTS), 60)]
    assert "\t" not in "".join(read(column(lines, x=60)))


def test_any_page_keeps_all_its_words() -> None:
    shuffled = random.Random(5)
    words = " ".join(TEXTS).split()
    for _ in range(20):
        page: list[Drawn] = [
            (shuffled.uniform(0, 400), shuffled.uniform(110, 700), " ".join(shuffled.choices(words, k=4)), 9)
            for _ in range(60)
        ]
        wanted = sorted(word for _, _, text, _ in page for word in text.split())
        found = sorted(" ".join(read(page)).replace("\t", " ").split())
        assert "".join(sorted("".join(found))) == "".join(sorted("".join(wanted)))
