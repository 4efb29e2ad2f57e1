"""Web pages: the article without menus, banners and share bars (trafilatura finds it)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from hashlib import sha256
from importlib import import_module
from typing import Any

from communique.lexicon import lines
from communique.read.layout import mark_paragraphs, unfold_tables
from communique.read.source import ReadError, Source, join_blocks, parsing, require, with_title
from communique.read.text import decode

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}charset|\?xml\b[^>]{0,80}encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_NAMED = "translate(concat(@class, ' ', @id), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_SHORT = 60  # characters: an announcement may be that short
_LONG = 1500  # characters: what is longer is not furniture, whatever its name


def read_html(raw: bytes, source: str) -> Source:
    """The main content of a page, with its title and date. Raises :class:`ReadError` when it has none."""
    page, warnings = _decode(raw, source)
    title, published, text = main_content(page, source)
    return Source(with_title(title, text), source, sha256(raw).hexdigest(), published, title, tuple(warnings))


def main_content(page: str, source: str, *, mail: bool = False) -> tuple[str | None, str | None, str]:
    """Title, ISO date and text of a page's article, or of a mail, which is one from end to end."""
    trafilatura = require("trafilatura", "html", "web pages", source)
    for name in ("htmldate", "justext", "courlan"):
        require(name, "html", "web pages", source)
    with parsing(source, "web page"):
        tree = trafilatura.load_html(_XML.sub("", page))
        found = None
        if tree is not None:
            unfold_tables(tree)
            if mail and (body := tree.find(".//body")) is not None:
                mark_paragraphs(body)
                body.tag = "article"
            found = trafilatura.bare_extraction(
                tree, include_comments=False, include_tables=True, with_metadata=True,
                prune_xpath=_furniture(),
                config=_config(), date_extraction_params={"extensive_search": False, "original_date": True},
            )  # fmt: skip
        text = join_blocks(list(_blocks(found.body))) if found is not None else ""
    if found is None or not text.strip():
        raise ReadError(source, "no article found in this page")
    title = " ".join(found.title.split()) if found.title else None
    return title or None, found.date or None, text


@cache
def _config() -> Any:
    """Trafilatura's settings; what it takes for too short to be the article, it reads without paragraphs."""
    config = deepcopy(import_module("trafilatura.settings").DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORT)
    return config


@cache
def _furniture() -> list[str]:
    """What trafilatura keeps now and then although it is no part of any article, as XPath."""
    named = " or ".join(f"contains({_NAMED}, '{word}')" for word in lines("communique.read", "furniture.txt"))
    hidden = "@role='dialog' or @role='navigation' or @aria-modal='true' or @aria-hidden='true' or @hidden"
    return [
        f"//*[not(self::html or self::body or self::main or self::article) and ({which})]"
        f"[string-length(normalize-space(.)) < {_LONG}]"
        for which in (named, hidden)
    ]


def _decode(raw: bytes, source: str) -> tuple[str, list[tuple[str, str]]]:
    """By the encoding that the page declares where it is true to it, else as any text."""
    declared = _DECLARED.search(raw[:4096])
    if declared and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].decode("ascii")
        try:
            codec = codecs.lookup(name).name
            # As browsers do: what calls itself Latin-1 is Windows-1252.
            return raw.decode("cp1252" if codec in ("iso8859-1", "ascii") else codec), []
        except (LookupError, UnicodeError):
            pass
    return decode(raw, source)


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs, headings, lists and tables of an extracted body, in order."""
    for element in body:
        if element.tag == "list":
            yield "\n".join(f"- {text}" for item in element.iter("item") if (text := _inline(item)))
        elif element.tag == "table":
            yield "\n".join(
                "\t".join(" ".join(_inline(cell).split()) for cell in row.iter("cell"))
                for row in element.iter("row")
            )
        elif element.tag in ("quote", "div") and len(element) and any(e.tag in _BLOCKS for e in element):
            if element.text and element.text.strip():
                yield _spaced(element.text.replace("\n", " "))
            yield from _blocks(element)
        elif element.tag not in ("graphic", "done"):
            yield _inline(element)
        if element.tail and element.tail.strip():
            yield _spaced(element.tail.replace("\n", " "))


_BLOCKS = ("p", "head", "list", "quote", "table", "div")


def _inline(element: Any) -> str:
    """The text of one block: a line for each line break, single spaces elsewhere."""
    return _spaced("".join(_pieces(element)))


def _pieces(element: Any) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag == "list":
            yield "\n" + "\n".join(f"- {_inline(item)}" for item in child.iter("item")) + "\n"
        elif child.tag != "graphic":
            yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")


def _spaced(text: str) -> str:
    """Runs of spaces are one, lines are trimmed; trafilatura has made plain spaces of no-break ones."""
    spaced = (re.sub(r"[ \t\r\f\v]+", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in spaced if line)
