"""An article as a notebook shows it: the fragment among other outputs, in the reader's theme."""

from __future__ import annotations

import pytest

from browser.conftest import Open
from show.samples import sample

nbformat = pytest.importorskip("nbformat")


def rendered(*outputs: str, attributes: str = "") -> str:
    """Outputs as Jupyter puts them in its page: set as markup, then each script made to run."""
    cells = "".join(f'<div class="output"><template>{html}</template></div>' for html in outputs)
    return f"""<!doctype html><meta charset="utf-8"><body {attributes}>{cells}<script>
for (const output of document.querySelectorAll(".output")) {{
  output.innerHTML = output.querySelector("template").innerHTML;
  for (const old of output.querySelectorAll("script")) {{
    const fresh = document.createElement("script");
    for (const a of old.attributes) fresh.setAttribute(a.name, a.value);
    fresh.textContent = old.textContent;
    old.replaceWith(fresh);
  }}
}}
</script>"""


def test_a_committed_notebook_shows_its_article(open_page: Open) -> None:
    from scripts import notebooks

    notebook = nbformat.read(notebooks.FOLDER / "01_one_article.ipynb", as_version=4)
    shown = [
        output.data["text/html"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]
    page = open_page(rendered(*shown), width=900).page
    page.locator("mark.people").first.hover()
    assert page.locator(".card").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 900


def test_the_same_article_twice(open_page: Open) -> None:
    page = open_page(rendered(sample()._repr_html_(), sample()._repr_html_())).page
    second = page.locator(".communique").nth(1)
    second.locator(".legend label.counts input").uncheck()
    second.locator("mark.people").hover()
    assert second.locator(".card").is_visible()
    assert page.locator(".communique").first.locator(".card").is_hidden()
    second.locator(".of-dates tr[data-row]").click()
    assert second.locator("mark.dates").evaluate("e => document.activeElement === e")


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ('data-jp-theme-light="true"', "rgb(255, 255, 255)"),
        ('data-jp-theme-light="false"', "rgb(22, 24, 28)"),
        ('class="vscode-dark"', "rgb(22, 24, 28)"),
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_notebook_s_theme_wins(open_page: Open, attributes: str, colour: str, scheme: str) -> None:
    page = open_page(rendered(sample()._repr_html_(), attributes=attributes), color_scheme=scheme).page
    ground = page.locator(".communique").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == colour


def test_its_style_leaves_the_rest_of_the_notebook_alone(open_page: Open) -> None:
    other = (
        "<p class='probe'>x</p><table class='probe'><tr><td>1</td></tr></table><mark class='probe'>m</mark>"
    )
    look = (
        "() => [...document.querySelectorAll('.probe, .probe td')].map(e => {"
        "const s = getComputedStyle(e);"
        "return [s.font, s.color, s.backgroundColor, s.padding, s.border].join()})"
    )
    alone = open_page(rendered(other)).page.evaluate(look)
    beside = open_page(rendered(other, sample()._repr_html_())).page.evaluate(look)
    assert alone == beside
