"""Pictures of pages for the README and the documentation, made by a real browser.

python -m scripts.screenshots [FOLDER]        by default docs/images
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from scripts.browser import chromium, missing

from communique import Corpus, extract_many
from communique.show import article_page
from communique.show.reading import print_article
from communique.show.report import report_page

ROOT = Path(__file__).resolve().parent.parent
# Those of a common terminal on a dark ground: black, red, green, yellow, blue, magenta, cyan, white.
COLOURS = [
    (0, 0, 0), (241, 76, 76), (35, 209, 139), (245, 245, 67), (89, 166, 255), (214, 112, 214), (41, 184, 219),
    (229, 229, 229),
]  # fmt: skip
THEME = TerminalTheme((30, 30, 30), (220, 220, 220), COLOURS, COLOURS)
ARTICLES = sorted((ROOT / "data" / "articles").glob("*.txt"))


def main() -> None:
    if (reason := missing()) is not None:
        sys.exit(reason)
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    out.mkdir(parents=True, exist_ok=True)
    articles = [
        article.model_copy(update={"source": Path(article.source or "").name})
        for article in extract_many(ARTICLES)
    ]
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        first = page_of(Path(folder) / "article.html", article_page(articles[0]))
        report = page_of(Path(folder) / "report.html", report_page(Corpus(articles)))
        shell = page_of(Path(folder) / "terminal.html", terminal(articles[1]))
        hovered = "mark.people >> nth=0"
        shot(browser, first, out / "article-light.png", 1200, 720, "light", hovered)
        shot(browser, first, out / "article-dark.png", 1200, 720, "dark", hovered)
        shot(browser, first, out / "article-narrow.png", 420, 800, "light", "mark.rankings >> nth=1")
        shot(browser, report, out / "report-light.png", 1200, 900, "light")
        shot(browser, report, out / "report-dark.png", 1200, 900, "dark")
        shot(browser, report, out / "report-narrow.png", 420, 800, "light")
        shot(browser, shell, out / "terminal.png", 900, 760, "dark")


def page_of(path: Path, html: str) -> str:
    """The address of the page, written there."""
    path.write_text(html, "utf-8")
    return path.as_uri()


def shot(
    browser: Any, address: str, out: Path, width: int, height: int, scheme: str, hover: str | None = None
) -> None:
    """One picture, twice as fine as the screen."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=1.5
    )
    page = context.new_page()
    page.goto(address)
    if hover:
        page.locator(hover).hover()
    page.screenshot(path=out)
    context.close()
    print(out)


def terminal(article: Any) -> str:
    """What the terminal shows, as a page."""
    console = Console(
        record=True, width=96, file=io.StringIO(), force_terminal=True, color_system="standard",
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    print_article(article, console)
    shown = console.export_html(theme=THEME, inline_styles=True)
    return shown.replace("<body>", '<body style="margin:24px;font-size:14px;line-height:1.35">')


if __name__ == "__main__":
    main()
