"""An article and its records → a fragment for notebooks, or a page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from communique.records import Article
from communique.show.catalogue import Words
from communique.show.fields import cards
from communique.show.marks import Mark, marked, marks
from communique.show.markup import Markup, data, join, tag
from communique.show.page import asset, page, style
from communique.show.palette import MARKED
from communique.show.tables import Row, Table, tables

SHOWN_PLACES = 12
_ELEMENTS = {"title": "h2", "heading": "h3"}


@dataclass(frozen=True, slots=True)
class Block:
    """A section as it is laid out; ``tight``: no blank line before it."""

    start: int
    end: int
    kind: str
    tight: bool


def article_fragment(article: Article, *, lang: str = "fr", kinds: Sequence[str] | None = None) -> str:
    """The article with its records, with the style and script they need: what a notebook displays."""
    words = Words(lang)
    return join(
        Markup(f"<style>{style('article.css')}</style>"),
        body(article, words, kinds),
        Markup(f"<script>{asset('article.js')}</script>"),
    )


def article_page(
    articles: Article | Iterable[Article], *, lang: str = "fr", kinds: Sequence[str] | None = None
) -> str:
    """One self-contained page; several articles come one after the other, under a list of their titles."""
    words = Words(lang)
    shown = [articles] if isinstance(articles, Article) else list(articles)
    titles = [a.title or a.source or words("ui", "untitled") for a in shown]
    contents = None
    if len(shown) > 1:
        links = (
            tag("li", tag("a", title, href=f"#{identity(a)}")) for a, title in zip(shown, titles, strict=True)
        )
        contents = tag("nav", tag("h1", words("ui", "contents")), tag("ol", *links), class_="contents")
    return page(
        title=titles[0] if len(shown) == 1 else words("ui", "page"),
        lang=lang,
        css=style("article.css"),
        script=asset("article.js"),
        body=join(contents, *(body(a, words, kinds, theme=not n) for n, a in enumerate(shown))),
    )


def identity(article: Article) -> str:
    """An id that depends on the article alone, so that the same article gives the same markup."""
    key = f"{article.source}\0{article.text}".encode("utf-8", "surrogatepass")
    return "a" + sha256(key).hexdigest()[:8]


def body(
    article: Article, words: Words, kinds: Sequence[str] | None = None, *, theme: bool = False
) -> Markup:
    """The article's element: heading, legend, text, tables and the data of its cards."""
    prefix = identity(article)
    chosen = [k for k in MARKED if kinds is None or k in kinds or (k == "roles" and "people" in kinds)]
    found = marks(article, chosen)
    listed = [t for t in tables(article, words) if t.kind in chosen]
    keys = tag("p", words("ui", "keys"), class_="keys")
    known = {k: v for k, v in cards(article, words).items() if v[0] in chosen}
    return tag(
        "div",
        _legend(article, chosen, found, words, theme=theme),
        tag(
            "div",
            tag("div", _head(article, words), _text(article, found, prefix, words), keys, class_="reading"),
            tag(
                "section",
                *(_table(table, prefix, words) for table in listed),
                None if listed else tag("p", words("ui", "nothing"), class_="nothing"),
                class_="tables",
                aria_label=words("ui", "records"),
            ),
            class_="panes",
        ),
        tag("div", class_="card", role="tooltip", id=f"{prefix}-card", hidden=True),
        data({k: [words("one", kind), kind, f] for k, (kind, f) in known.items()}, "records"),
        class_="communique",
        id=prefix,
        lang=words.lang,
    )


def _legend(
    article: Article, kinds: Sequence[str], found: Sequence[Mark], words: Words, *, theme: bool
) -> Markup:
    places = {mark.record: mark.kind for mark in found}
    numbers = {kind: sum(k == kind for k in places.values()) for kind in kinds}
    boxes = (
        tag(
            "label",
            Markup(f'<input type="checkbox" value="{kind}" checked autocomplete="off">'),
            tag("span", words("kinds", kind), class_="swatch"),
            tag("span", words.number(numbers[kind]), class_="number"),
            class_=kind,
        )
        for kind in kinds
        if numbers[kind]
    )
    names = {k: words("ui", f"theme_{k}") for k in ("auto", "light", "dark")}
    button = tag(
        "button", words("ui", "theme"), Markup("&nbsp;: "), tag("span", names["auto"]),
        type="button", class_="theme", data_auto=names["auto"], data_light=names["light"],
        data_dark=names["dark"],
    )  # fmt: skip
    legend = tag("legend", words("ui", "highlight"))
    return tag("div", tag("fieldset", legend, *boxes), button if theme else None, class_="legend")


def _head(article: Article, words: Words) -> Markup:
    facts = [
        (words("ui", "published"), article.published),
        (words("ui", "source"), article.source if article.source != "-" else None),
    ]
    shown = [tag("span", tag("b", label), " ", value) for label, value in facts if value]
    warnings = (tag("p", tag("b", w.code), " ", w.message, class_="warning") for w in article.warnings)
    return tag("header", tag("p", *shown, class_="facts") if shown else None, *warnings)


def blocks(article: Article) -> list[Block]:
    """The sections, and whatever text lies outside them (records may come from anywhere)."""
    made: list[Block] = []
    at = 0
    for section in sorted(article.sections, key=lambda s: s.start):
        start, end = max(section.start, at), min(section.end, len(article.text))
        if start >= end:
            continue
        made.extend(_loose(article.text, at, start))
        made.append(Block(start, end, section.kind, article.text.count("\n", at, start) < 2))
        at = end
    made.extend(_loose(article.text, at, len(article.text)))
    return made


def _loose(text: str, start: int, end: int) -> list[Block]:
    between = text[start:end]
    if not between.strip():
        return []
    left = start + len(between) - len(between.lstrip())
    return [Block(left, left + len(between.strip()), "paragraph", False)]


def _text(article: Article, found: Sequence[Mark], prefix: str, words: Words) -> Markup:
    seen: set[str] = set()
    shown = []
    waiting, over = 0, list[Mark]()
    for block in blocks(article):
        over = [m for m in over if m.end > block.start]
        while waiting < len(found) and found[waiting].start < block.end:
            over.append(found[waiting])
            waiting += 1
        inner = marked(article.text, over, block.start, block.end, prefix, seen)
        kind = f"s {block.kind}-section" + (" tight" if block.tight else "")
        shown.append(tag(_ELEMENTS.get(block.kind, "p"), inner, class_=kind))
    return tag(
        "article", *shown, class_="text", lang="fr", tabindex="0", aria_label=words("ui", "text"),
    )  # fmt: skip


def _table(table: Table, prefix: str, words: Words) -> Markup:
    head = tag("tr", *(tag("th", header, scope="col") for header in table.headers))
    rows = (_row(row, prefix, words) for row in table.rows)
    summary = tag("summary", tag("span", words("kinds", table.kind), class_="swatch"), " ",
                  tag("span", words.number(len(table.rows)), class_="number"), class_=table.kind)  # fmt: skip
    inner = tag("table", tag("thead", head), tag("tbody", *rows))
    return tag("details", summary, tag("div", inner, class_="scroll"), open=True, class_=f"of-{table.kind}")


def _row(row: Row, prefix: str, words: Words) -> Markup:
    first, *others = row.cells
    cells = [tag("td", *_places(row, first, prefix, words))]
    cells += [tag("td", tag("div", cell)) for cell in others]
    return tag("tr", *cells, data_row=row.record, id=f"{prefix}-row-{row.record}")


def _places(row: Row, label: str, prefix: str, words: Words) -> list[str]:
    if not row.places:
        return [tag("div", label)]
    go = words("ui", "go")
    made: list[str] = [tag("a", label, href=f"#{prefix}-{row.places[0]}", title=go)]
    for n, place in enumerate(row.places[1:SHOWN_PLACES], 2):
        made += [" ", tag("a", str(n), href=f"#{prefix}-{place}", class_="also", title=go)]
    if len(row.places) > SHOWN_PLACES:
        made += [" ", tag("span", f"+{len(row.places) - SHOWN_PLACES} {words('ui', 'more')}", class_="also")]
    return made
