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
