from __future__ import annotations

import pytest
from tests.read.pdfs import Drawn, column, pdf

from communique.read import ReadError
from communique.read.paragraphs import Line, to_text
from communique.read.pdf import read_pdf

BODY = [
    "L'école gagne six places en un an dans le palmarès 2025 de L'Usine nouvelle : elle passe de",
    "la 30e à la 24e position. Elle est 8e pour l'insertion et 2e école publique de la région, en télé-",
    "détection comme en génie civil, et première pour le taux de réponse. Son vice-président est",
    "reconduit pour trois ans.",
]
SECOND = [
    "« C'est le fruit de dix ans de travail avec les industriels du port », se félicite Hélène Van",
    "Damme, directrice de Polytech Littoral, qui accueille 640 élèves ingénieurs, dont 38 % de bour-",
    "siers et près de 120 apprentis.",
]


def read(*pages: list[Drawn]) -> list[str]:
    return read_pdf(pdf(*pages), "a.pdf").text.rstrip("\n").split("\n\n")


def whole(lines: list[str]) -> str:
    return " ".join(lines).replace("télé- détection", "télédétection").replace("bour- siers", "boursiers")


def test_lines_and_broken_words_are_put_together() -> None:
    assert read(column([*BODY, "", *SECOND])) == [whole(BODY), whole(SECOND)]


def test_paragraphs_without_space_between_them() -> None:
    assert read(column([*BODY, *SECOND])) == [whole(BODY), whole(SECOND)]


def test_first_lines_set_in() -> None:
    lines = [(90.0 if n == 0 else 70.0, 200 + 14 * n, line) for n, line in enumerate(BODY)]
    lines += [(90.0 if n == 0 else 70.0, 256 + 14 * n, line) for n, line in enumerate(SECOND)]
    assert read([*lines]) == [whole(BODY), whole(SECOND)]


def test_title_centred_over_two_lines_and_headings() -> None:
    page: list[Drawn] = [
        (-1, 100, "Palmarès : Polytech Littoral gagne", 18, "B"),
        (-1, 122, "six places en un an", 18, "B"),
        *column(BODY, y=160),
        (70, 240, "Une école tournée vers l'énergie", 11, "B"),
        *column(SECOND, y=254),
    ]
    assert read(page) == [
        "Palmarès : Polytech Littoral gagne six places en un an",
        whole(BODY),
        "Une école tournée vers l'énergie",
        whole(SECOND),
    ]


def test_lists() -> None:
    page = column(["Trois chiffres :", "\x95 640 élèves ;", "\x95 120 apprentis ;", "- 17 partenariats."])
    assert read(page) == ["Trois chiffres :", "• 640 élèves ;\n• 120 apprentis ;\n- 17 partenariats."]


def test_item_of_two_lines() -> None:
    page: list[Drawn] = [
        *column(BODY, y=100),
        (70, 170, "- " + SECOND[0]),
        (78, 184, SECOND[1]),
        (78, 198, SECOND[2]),
        (70, 212, "- un autre"),
    ]
    assert read(page) == [whole(BODY), f"- {whole(SECOND)}\n- un autre"]


def test_tables_are_rows_of_tabs() -> None:
    rows = [
        ("Discipline", "Rang 2024", "Rang 2023"),
        ("Audition", "15e", "non classé"),
        ("AVC", "27e", "22e"),
    ]
    page: list[Drawn] = column(BODY, y=100)
    for n, row in enumerate(rows):
        page += [(70 + 150 * k, 190 + 16 * n, cell) for k, cell in enumerate(row)]
    assert read(page) == [whole(BODY), "\n".join("\t".join(row) for row in rows)]


def test_contact_lines_stay_apart() -> None:
    page = column([*BODY, "", "Contact presse", "Marie Dupont", "03 28 00 00 00"])
    assert read(page) == [whole(BODY), "Contact presse\nMarie Dupont\n03 28 00 00 00"]


def _with_furniture(number: int, lines: list[Drawn]) -> list[Drawn]:
    return [
        (400, 30, "Polytech Littoral | Communiqué de presse", 8),
        *lines,
        (70, 810, "Polytech Littoral, établissement public, BP 1022, 59375 Dunkerque", 7),
        (280, 825, f"Page {number} sur 3", 8),
    ]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [
        _with_furniture(1, column([*BODY, "", *SECOND])),
        _with_furniture(2, column(SECOND, y=80)),
        _with_furniture(3, column(BODY, y=80)),
    ]
    assert read(*pages) == [whole(BODY), whole(SECOND), whole(SECOND), whole(BODY)]


@pytest.mark.parametrize("number", ["1", "- 1 -", "1/4", "Page 1", "p. 1", "1 / 12"])
def test_a_page_number_alone(number: str) -> None:
    assert read([*column(BODY), (290, 820, number, 8)]) == [whole(BODY)]


def test_what_stands_once_at_the_edge_is_kept() -> None:
    page = [(70.0, 40.0, "COMMUNIQUÉ DE PRESSE"), *column(BODY), (70.0, 800.0, "Contact : 03 28 00 00 00")]
    assert read(page) == ["COMMUNIQUÉ DE PRESSE", whole(BODY), "Contact : 03 28 00 00 00"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = [*column(BODY[:2], y=700)], [*column([*BODY[2:], "", *SECOND], y=80)]
    first.append((290, 825, "1", 8))
    second.append((290, 825, "2", 8))
    assert read(first, second) == [whole(BODY), whole(SECOND)]


def test_a_heading_at_the_foot_of_a_page() -> None:
    first = [*column(BODY, y=600), (70.0, 700.0, "Une école tournée vers l'énergie")]
    assert read(first, column(SECOND, y=80)) == [
        whole(BODY),
        "Une école tournée vers l'énergie",
        whole(SECOND),
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("la télé-", "détection", "la télédétection"),
        ("le vice-", "président", "le vice-président"),
        ("à Saint-", "Étienne", "à Saint-Étienne"),
        ("a-t-", "elle dit", "a-t-elle dit"),
        ("dit-", "il alors", "dit-il alors"),
        ("l'après-", "midi", "l'après-midi"),
        ("les moins de 18-", "25 ans", "les moins de 18-25 ans"),
        ("Jean-", "Pierre Morel", "Jean-Pierre Morel"),
        ("son inno-", "vation", "son innovation"),
        ("le site –", "rénové", "le site – rénové"),
        ("une école fran-", "co-suisse", "une école franco-suisse"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    lines = [Line(first, 70, 400, 700, 11), Line(second, 70, 400, 686, 11)]
    assert to_text([lines]) == joined + "\n"


def test_a_word_seen_in_one_piece_elsewhere_decides() -> None:
    lines = [Line("un porte-", 70, 400, 700, 11), Line("feuille", 70, 400, 686, 11)]
    assert to_text([lines]) == "un porte-feuille\n"
    assert "un portefeuille\n" in to_text([lines, [Line("Portefeuille.", 70, 400, 600, 11)]])


def test_signs_without_unicode_of_their_own() -> None:
    from communique.read.pdf import _CLEAN

    assert "\uf0b7 un o\ufb03ce".translate(_CLEAN) == "• un office"


def test_scanned() -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf: no text layer"):
        read_pdf(pdf([], []), "a.pdf")


def test_a_page_without_text_is_reported() -> None:
    source = read_pdf(pdf(column(BODY), []), "a.pdf")
    assert source.warnings == (("pages_without_text", "1 of 2 pages have no text layer"),)


def test_password() -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf: the PDF is protected by a password"):
        read_pdf(pdf(column(BODY), password="secret"), "a.pdf")


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7\n", b"no PDF at all", pdf(column(BODY))[:200]])
def test_broken(raw: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf: not a readable PDF \([^\n]*\)$"):
        read_pdf(raw, "a.pdf")


def test_pages_that_hold_each_other() -> None:
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n"
    )
    with pytest.raises(ReadError):
        read_pdf(loop, "a.pdf")
