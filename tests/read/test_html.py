from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from communique.read import ReadError
from communique.read.html import read_html

PAGES = Path(__file__).parent / "pages"
WORDPRESS = (PAGES / "wordpress.html").read_bytes()


def test_the_article_and_not_the_furniture() -> None:
    source = read_html(WORDPRESS, "a.html")
    assert (source.title, source.published) == ("Polytech Littoral gagne six places", "2025-02-06")
    assert source.sha256 == sha256(WORDPRESS).hexdigest()
    assert (
        source.text
        == """Polytech Littoral gagne six places

Classée 24e sur 131 écoles, Polytech Littoral signe la plus forte progression des Hauts-de-France.

L’école gagne six places en un an dans le palmarès 2025 de L’Usine nouvelle : elle passe de la \
30e à la 24e position. « C’est le fruit de dix ans de travail », se félicite Hélène Vandamme, \
directrice de Polytech Littoral.

Une école tournée vers l’énergie

- 640 élèves ingénieurs ;
- près de 120 apprentis.

Année\tRang
2024\t30e
2025\t24e

« Nos élèves choisissent leur métier », ajoute Karim Lounis.

L’Université du Littoral consacrera 4,2 millions d’euros à l’extension de l’atelier d’ici 2027.
"""
    )


def test_a_page_without_semantic_elements() -> None:
    raw = (PAGES / "sans-balises.html").read_text("utf-8").encode("cp1252")
    source = read_html(raw, "a.htm")
    blocks = source.text.rstrip("\n").split("\n\n")
    assert blocks[0] == "Le tramway prolongé jusqu'à l'hôpital"
    assert [b.split(" ", 1)[0] for b in blocks[1:]] == ["Saint-Loup,", "«", "La"]
    for furniture in ("cookies", "Agenda", "Mentions", "Accessibilité"):
        assert furniture not in source.text


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", ""])
def test_encodings(declared: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    article = "<p>L’été à Alès fut chaud, très chaud.</p>" * 5
    page = f"<html><head>{head}</head><body><article>{article}</article></body></html>"
    raw = page.encode("cp1252" if declared in ("iso-8859-1", "windows-1252", "") else declared)
    assert "L’été à Alès fut chaud, très chaud." in read_html(raw, "a.html").text


def test_a_wrong_declaration_is_not_believed() -> None:
    raw = WORDPRESS.decode("utf-8").encode("cp1252")
    assert "Hélène Vandamme" in read_html(raw, "a.html").text


def test_xhtml_with_its_own_declaration() -> None:
    paragraph = "<p>L’école gagne six places en un an dans le palmarès 2025 : elle passe 24e.</p>" * 4
    page = f'<?xml version="1.0" encoding="UTF-8"?><html><body><div>{paragraph}</div></body></html>'
    assert "six places" in read_html(page.encode(), "a.html").text


def test_spaces_around_inline_elements() -> None:
    page = (
        "<article>"
        + "<p>L’école<em> des mines </em>et <b>l’Insee</b>,\nà Alès.<br>Puis<br/>voilà.</p>" * 4
        + "</article>"
    )
    text = read_html(page.encode(), "a.html").text
    assert "L’école des mines et l’Insee, à Alès.\nPuis\nvoilà." in text


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<html><body><nav><a href='/'>Accueil</a></nav></body></html>", "<!-- -->", "\0"],
)
def test_nothing_to_read(page: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ReadError, match=r"^a\.html: [^\n]+$"):
        read_html(page.encode(), "a.html")
    assert capfd.readouterr() == ("", "")


def test_ten_thousand_nested_elements(capfd: pytest.CaptureFixture[str]) -> None:
    page = "<div>" * 10_000 + "<p>L’école gagne six places.</p>" + "</div>" * 10_000
    try:
        text = read_html(page.encode(), "a.html").text
    except ReadError as error:
        text = error.reason
    assert text == "no article found in this page" or "six places" in text
    assert capfd.readouterr() == ("", "")


FIRST = "L’école inaugure le 3 mai un laboratoire de 1 200 m², en présence du préfet de région."
SECOND = "« Un grand jour pour nous », se félicite Anne Martin, directrice de l’école."


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (f"<tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr>", [FIRST, SECOND]),
        (f"<tr><td><div>{FIRST}</div><div>{SECOND}</div></td><td><img src=a></td></tr>", [FIRST, SECOND]),
        (f"<tr><td>{FIRST}<br><br>{SECOND}</td><td>Menu</td></tr>", [FIRST, SECOND, "Menu"]),
        (f"<tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr>", [FIRST, SECOND]),
        (f"<tr><td><table><tr><td>{FIRST}</td></tr></table></td><td>{SECOND}</td></tr>", [FIRST, SECOND]),
        (f"<tr role=row><td><h2>Un prix</h2>{FIRST}</td><td>{SECOND}</td></tr>", ["Un prix", FIRST, SECOND]),
        # What holds data stays a table, a row a line.
        (
            "<tr><th>École</th><th>Rang</th></tr><tr><td><p>Insa</p></td><td>12e</td></tr>",
            ["École\tRang", "Insa\t12e"],
        ),
        (
            "<tr><td>Insa<br>Rennes</td><td>12e</td></tr><tr><td>Ensai</td><td>14e</td></tr>",
            ["Insa Rennes\t12e", "Ensai\t14e"],
        ),
        ("<tr><td><div>Insa</div><div>Rennes</div></td><td>12e</td></tr>", ["Insa Rennes\t12e"]),
        (
            "<tr><th>Prix</th></tr><tr><td><ul><li>or</li><li>argent</li></ul></td></tr>",
            ["Prix", "or argent"],
        ),
    ],
)
def test_tables_of_layout_and_of_data(cells: str, expected: list[str]) -> None:
    around = f"<p>{FIRST} {SECOND}</p>"
    page = f"<html><body><article>{around}<table>{cells}</table>{around}</article></body></html>"
    text = read_html(page.encode(), "a.html").text
    lines = [line for line in text.splitlines() if line]
    assert lines == [f"{FIRST} {SECOND}", *expected, f"{FIRST} {SECOND}"]


def test_ten_thousand_nested_tables() -> None:
    page = "<table><tr><td>" * 10_000 + f"<p>{FIRST}</p>" + "</td></tr></table>" * 10_000
    try:
        text = read_html(page.encode(), "a.html").text
    except ReadError as error:
        text = error.reason
    assert text == "no article found in this page" or FIRST in text


@pytest.mark.parametrize("element", ["article", "main", "div id=content"])
def test_a_short_article_keeps_its_paragraphs(element: str) -> None:
    menu = "<nav><ul><li><a href=/>Accueil</a></li><li><a href=/a>Actualités</a></li></ul></nav>"
    article = "<h1>Un prix pour l’école</h1><p>L’école reçoit 3 M€.</p><p>« Merci », dit Anne Martin.</p>"
    page = f"<html><body>{menu}<{element}>{article}</{element.split()[0]}><footer>Plan du site</footer></body></html>"
    text = read_html(page.encode(), "a.html").text
    assert text == "Un prix pour l’école\n\nL’école reçoit 3 M€.\n\n« Merci », dit Anne Martin.\n"
