"""Word documents: paragraphs, lists and tables in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from communique.read.source import MAX_BYTES, ReadError, Source, join_blocks, parsing, require

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = {_W + "del", _W + "moveFrom", _W + "instrText", _W + "pPr", _W + "rPr", _FALLBACK}
_CHARACTERS = {
    _W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "\u2011", _W + "softHyphen": "",
}  # fmt: skip
_MAX_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0"  # Word 97–2003, and documents under a password


def read_docx(raw: bytes, source: str) -> Source:
    """The body of a Word document; headers, footers, notes and deleted text are left out."""
    if raw.startswith(_OLE):
        raise ReadError(source, "an old (.doc) or password-protected Word document: save it as .docx")
    docx = require("docx", "docx", "Word documents", source)
    with parsing(source, "Word document"):
        with ZipFile(BytesIO(raw)) as parts:
            infos = parts.infolist()
            # A part never unpacks to more than it declares: zipfile stops there.
            if len(infos) > _MAX_PARTS or sum(info.file_size for info in infos) > MAX_BYTES:
                raise ReadError(source, f"unpacks to more than {MAX_BYTES >> 20} MB")
        body = docx.Document(BytesIO(raw)).element.body
        text = join_blocks(list(grouped(_blocks(body))))
    if not text.strip():
        raise ReadError(source, "empty document")
    return Source(text, source, sha256(raw).hexdigest())


def grouped(blocks: Iterator[tuple[str, bool]]) -> Iterator[str]:
    """Blocks of text; the items of one list are lines of one block."""
    items: list[str] = []
    for text, listed in blocks:
        if listed:
            items.append(text)
            continue
        yield "\n".join(items)
        items = []
        yield text
    yield "\n".join(items)


def _blocks(parent: Any) -> Iterator[tuple[str, bool]]:
    """(text, whether it is a list item) of the paragraphs and tables under ``parent``."""
    for element in parent:
        if element.tag == _W + "p":
            boxes: list[Any] = []
            text = _text(element, boxes)
            if text:
                listed = _is_item(element)
                yield (f"- {text}" if listed else text), listed
            for box in boxes:
                yield from _blocks(box)
        elif element.tag == _W + "tbl":
            yield "\n".join(_rows(element)), False
        elif element.tag not in _DROPPED:  # content controls, custom XML, insertions
            yield from _blocks(element)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(_W + "tr"):
        cells = (" ".join(text for text, _ in _blocks(cell)) for cell in _cells(row))
        line = "\t".join(" ".join(cell.split()) for cell in cells)
        if line.strip():
            yield line


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == _W + "tc":
            yield element
        elif element.tag == _W + "sdt":
            yield from element.iter(_W + "tc")


def _text(paragraph: Any, boxes: list[Any]) -> str:
    """The text of a paragraph; its text boxes are put into ``boxes``."""
    lines = "".join(_pieces(paragraph, boxes)).split("\n")
    return "\n".join(line for line in (line.strip(" \t") for line in lines) if line)


def _pieces(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == _W + "txbxContent":
            boxes.append(child)
        elif child.tag not in _DROPPED:
            yield from _pieces(child, boxes)


def _is_item(paragraph: Any) -> bool:
    """Whether a paragraph is numbered or bulleted, by itself or by its style, and no heading."""
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return False
    style = properties.find(_W + "pStyle")
    name = style.get(_W + "val", "").lower() if style is not None else ""
    if name.startswith(("heading", "titre", "title")):
        return False
    number = properties.find(f"{_W}numPr/{_W}numId")
    return (number is not None and number.get(_W + "val") != "0") or name.startswith(("list", "puce"))
