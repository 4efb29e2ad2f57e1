"""An article in the terminal: its text with the records highlighted, then a compact table of each kind."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.records import Article
from communique.show import tables
from communique.show.article import Block, blocks
from communique.show.catalogue import Words
from communique.show.marks import marks, pieces
from communique.show.markup import showable
from communique.show.palette import MARKED

# The terminal's own colours, so that its theme decides what is legible on its ground.
STYLES = {
    "institutions": "blue",
    "people": "bold magenta",
    "roles": "magenta",
    "rankings": "bold red",
    "counts": "green",
    "quotations": "italic yellow",
    "dates": "cyan",
}
_SECTIONS = {"title": "bold", "heading": "bold", "standfirst": "bold", "marker": "dim", "contact": "dim"}
READABLE = 100


def print_article(
    article: Article, console: Console, *, lang: str = "fr", kinds: Sequence[str] | None = None
) -> None:
    """Print the article, its warnings and its tables, no wider than the console."""
    words = Words(lang)
    chosen = [k for k in MARKED if kinds is None or k in kinds or (k == "roles" and "people" in kinds)]
    facts = " · ".join(filter(None, (article.source, article.published)))
    if facts:
        console.print(Text(showable(facts), "dim"), soft_wrap=True)
    if console.is_terminal:
        console.print(_legend(chosen, words))
    console.print()
    width = min(console.width, READABLE)
    for n, (block, text) in enumerate(highlighted(article, chosen)):
        if n and not block.tight:
            console.print()
        indent = 2 if block.kind == "list_item" else 0
        console.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text, width=width)
    for warning in article.warnings:
        console.print(Text(f"\n! {showable(warning.code)}: {showable(warning.message)}", "red"))
    listed = [t for t in tables.tables(article, words) if t.kind in chosen]
    for table in listed:
        console.print()
        console.print(_table(table, words))
    if not listed:
        console.print(f"\n{words('ui', 'nothing')}")


def highlighted(article: Article, kinds: Sequence[str]) -> list[tuple[Block, Text]]:
    """Each section as styled text; where marks lie within each other the innermost gives the colour."""
    found = marks(article, kinds)
    made = []
    for block in blocks(article):
        text = Text(style=_SECTIONS.get(block.kind, ""))
        for piece in pieces(found, block.start, block.end):
            style = " ".join(dict.fromkeys(STYLES[mark.kind] for mark in piece.over))
            text.append(showable(article.text[piece.start : piece.end]).replace("\r", ""), _innermost(style))
        made.append((block, text))
    return made


def _innermost(style: str) -> str:
    """All attributes of the marks above a piece, but one colour: that of the last."""
    names = style.split()
    colours = [name for name in names if name not in ("bold", "italic")]
    return " ".join([name for name in names if name in ("bold", "italic")] + colours[-1:])


def _legend(kinds: Sequence[str], words: Words) -> Text:
    return Text("  ").join(Text(words("kinds", kind), STYLES[kind]) for kind in kinds)


def _table(table: tables.Table, words: Words) -> Table:
    title = Text.assemble((words("kinds", table.kind), f"{STYLES[table.kind]} bold"), f"  {len(table.rows)}")
    made = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="dim")
    for n, header in enumerate(table.headers):
        made.add_column(header, overflow="fold", min_width=6 if n else 10)
    for row in table.rows:
        made.add_row(*(Text(showable(cell)) for cell in row.cells))
    return made
