"""OpenDocument texts (LibreOffice): paragraphs, lists and tables in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from communique.read.docx import grouped
from communique.read.source import MAX_BYTES, ReadError, Source, join_blocks, parsing

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE, _DRAW = (_NAMES % name for name in ("text", "table", "office", "drawing"))
_BOX = _DRAW + "text-box"
_CHARACTERS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
# Notes, comments, deleted text, tables of contents: no part of what is said.
_DROPPED = {_OFFICE + "annotation", _OFFICE + "annotation-end"} | {
    _TEXT + name for name in ("note", "tracked-changes", "table-of-content", "sequence-decls", "forms")
}


def read_odt(raw: bytes, source: str) -> Source:
    """The body of an OpenDocument text; headers, footers, notes and deleted text are left out."""
    with parsing(source, "OpenDocument text"):
        with ZipFile(BytesIO(raw)) as parts:
            if parts.getinfo("content.xml").file_size > MAX_BYTES:
                raise ReadError(source, f"unpacks to more than {MAX_BYTES >> 20} MB")
            content = parts.read("content.xml")
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:  # no office writes them; entities can swell
            raise ReadError(source, "not a readable OpenDocument text (it declares entities)")
        body = fromstring(content).find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise ReadError(source, "an OpenDocument file, but no text")
        text = join_blocks(list(grouped(_blocks(body))))
    if not text.strip():
        raise ReadError(source, "empty document")
    return Source(text, source, sha256(raw).hexdigest())


def _blocks(parent: Element, listed: bool = False) -> Iterator[tuple[str, bool]]:
    """(text, whether it is a list item) of the paragraphs and tables under ``parent``."""
    for element in parent:
        if element.tag in (_TEXT + "p", _TEXT + "h"):
            boxes: list[Element] = []
            text = _text(element, boxes)
            if text:
                item = listed and element.tag == _TEXT + "p"
                yield (f"- {text}" if item else text), item
            for box in boxes:
                yield from _blocks(box)
        elif element.tag == _TABLE + "table":
            yield "\n".join(_rows(element)), False
        elif element.tag not in _DROPPED:  # sections, lists and their items, frames
            yield from _blocks(element, listed or element.tag == _TEXT + "list")


def _rows(table: Element) -> Iterator[str]:
    for row in table.iter(_TABLE + "table-row"):
        cells = (
            " ".join(text for text, _ in _blocks(cell)) for cell in row if cell.tag == _TABLE + "table-cell"
        )
        line = "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")
        if line.strip():
            yield line


def _text(paragraph: Element, boxes: list[Element]) -> str:
    """The text of a paragraph; its text boxes are put into ``boxes``."""
    lines = "".join(_pieces(paragraph, boxes)).split("\n")
    return "\n".join(line for line in (line.strip(" \t") for line in lines) if line)


def _pieces(element: Element, boxes: list[Element]) -> Iterator[str]:
    # A line end in the file is a space in the document: breaks have an element of their own.
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == _TEXT + "s":
            yield " "
        elif child.tag == _BOX:
            boxes.append(child)
        elif child.tag not in _DROPPED:
            yield from _pieces(child, boxes)
        yield (child.tail or "").replace("\n", " ")
