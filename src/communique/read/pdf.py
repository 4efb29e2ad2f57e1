"""PDF files: the lines of the text layer with their places on the page; ``paragraphs`` puts them together."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from statistics import median
from typing import Any

from communique.read.columns import arranged, joined_parts
from communique.read.paragraphs import HYPHEN, Line, drop_furniture, to_text
from communique.read.source import ReadError, Source, parsing, require

_GARBAGE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_LIGATURES = {0xFB00 + n: s for n, s in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
# Marks of lists in Symbol and Wingdings, which have no Unicode of their own; the soft hyphen; odd spaces.
_SIGNS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "•", 0xF0A8: "•", 0xF0E0: "→"}
_CLEAN = _LIGATURES | _SIGNS | {0xAD: HYPHEN, 0x02: HYPHEN, 0xFFFE: HYPHEN, 0x00: None}
# PDFium marks the hyphen at a line's end, and the next line follows without a line end.
_LINE = re.compile("[^\r\n\x02\ufffe]*[\x02\ufffe]|[^\r\n\x02\ufffe]+")
_BOLD = re.compile(r"bold|black|heavy|demi", re.I)


def read_pdf(raw: bytes, source: str) -> Source:
    """The paragraphs of a PDF; running heads, feet and page numbers are left out.

    Raises :class:`ReadError` for a scanned, encrypted or broken file.
    """
    pdfium = require("pypdfium2", "pdf", "PDF files", source)
    c = require("pypdfium2.raw", "pdf", "PDF files", source)
    with parsing(source, "PDF"):
        try:
            document = pdfium.PdfDocument(raw)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower() or "security" in str(error).lower():
                raise ReadError(source, "the PDF is protected by a password") from error
            raise
        try:
            pages = [list(_lines(document[n], c)) for n in range(len(document))]
        finally:
            document.close()
    blank = sum(not page for page in pages)
    if blank == len(pages):
        raise ReadError(source, "no text layer in this PDF (scanned images?): run OCR on it first")
    text = to_text([arranged(page) for page in drop_furniture(pages)])
    if not text.strip():
        raise ReadError(source, "no text in this PDF but page numbers and running heads")
    warnings = []
    if blank:
        warnings.append(("pages_without_text", f"{blank} of {len(pages)} pages have no text layer"))
    if garbage := len(_GARBAGE.findall(text)):
        if garbage > len(text) // 4:
            raise ReadError(
                source, "the text layer of this PDF is unreadable (fonts without Unicode): run OCR"
            )
        warnings.append(("undecodable", f"{garbage} characters could not be decoded"))
    return Source(text, source, sha256(raw).hexdigest(), warnings=tuple(warnings))


@dataclass(slots=True)
class _Chars:
    """The characters of a page, one for each index of PDFium, and where they stand."""

    page: Any
    c: Any

    def text(self, start: int, end: int) -> str:
        get = self.c.FPDFText_GetUnicode
        return "".join(map(chr, (get(self.page, i) for i in range(start, end))))

    def box(self, i: int, *, loose: bool = False) -> tuple[float, float, float, float]:
        """Left, bottom, right, top; ``loose`` boxes have the height of the font."""
        if loose:
            rect = self.c.FS_RECTF()
            self.c.FPDFText_GetLooseCharBox(self.page, i, rect)
            return rect.left, rect.bottom, rect.right, rect.top
        sides = [ctypes.c_double() for _ in range(4)]
        self.c.FPDFText_GetCharBox(self.page, i, *sides)
        left, right, bottom, top = (side.value for side in sides)
        return left, bottom, right, top

    def baseline(self, i: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.c.FPDFText_GetCharOrigin(self.page, i, x, y)
        return y.value

    def upright(self, i: int) -> bool:
        return bool(abs(self.c.FPDFText_GetCharAngle(self.page, i) % 6.2832 - 3.1416) > 3.0)

    def bold(self, i: int) -> bool:
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self.c.FPDFText_GetFontInfo(self.page, i, buffer, 128, flags)
        weight = self.c.FPDFText_GetFontWeight(self.page, i)
        return weight >= 600 or bool(_BOLD.search(buffer.value.decode("latin-1")))


def _lines(page: Any, c: Any) -> Iterator[Line]:
    """The lines of a page in the order of its contents, without text that runs another way than the page."""
    textpage = page.get_textpage()
    chars = _Chars(textpage, c)
    height = page.get_height()
    text = chars.text(0, textpage.count_chars())
    lines = [m.span() for m in _LINE.finditer(text) if m[0].strip()]
    upright = [chars.upright(_first(text, start, end)) for start, end in lines]
    turned = sum(upright) < len(lines) / 2  # a page laid sideways: all of it counts
    for (start, end), straight in zip(lines, upright, strict=True):
        if straight or turned:
            yield _line(chars, text, start, end, height)
    textpage.close()
    page.close()


def _first(text: str, start: int, end: int) -> int:
    return next(i for i in range(start, end) if not text[i].isspace())


def _line(chars: _Chars, text: str, start: int, end: int, height: float) -> Line:
    inked = [i for i in range(start, end) if not text[i].isspace()]
    letters = [i for i in inked if text[i].isalnum()] or inked
    sample = letters[:: max(1, len(letters) // 5)]
    boxes = [chars.box(i, loose=True) for i in sample]
    size = median(abs(top - bottom) for _, bottom, _, top in boxes) or 1.0
    whole = Line(
        text="",
        x0=0.0,
        x1=0.0,
        y=median(chars.baseline(i) for i in sample),
        size=size,
        bold=all(chars.bold(i) for i in sample),
        height=height,
    )
    return joined_parts([
        replace(whole, text=_cleaned(part), x0=x0, x1=x1) for part, x0, x1 in _parts(chars, text, inked, size)
    ])  # fmt: skip


def _parts(chars: _Chars, text: str, inked: list[int], size: float) -> Iterator[tuple[str, float, float]]:
    """The pieces of a line around its gaps, with their ends: a gap is as wide as its characters are high."""
    part, x0 = text[inked[0]], chars.box(inked[0])[0]
    for before, i in pairwise(inked):
        if i > before + 1:
            left, right = chars.box(before)[2], chars.box(i)[0]
            if right - left > size:
                yield part, x0, left
                part, x0 = text[i], right
                continue
            part += " " if text[before + 1 : i].isascii() else text[before + 1]
        part += text[i]
    yield part, x0, chars.box(inked[-1])[2]


def _cleaned(part: str) -> str:
    line = part.translate(_CLEAN)
    if any(0xD800 <= ord(char) < 0xE000 for char in line):
        line = line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", line)
