"""Small PDFs drawn line by line, as page-makers leave them."""

from __future__ import annotations

from collections.abc import Sequence

from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod

Drawn = tuple[float, float, str] | tuple[float, float, str, float] | tuple[float, float, str, float, str]


def pdf(*pages: Sequence[Drawn], password: str = "") -> bytes:
    """Pages of (x, y from above, text, size = 11, style = "") in points on A4; x = -1: centred."""
    made = FPDF(unit="pt", format="A4")
    made.set_auto_page_break(False)
    if password:
        made.set_encryption(
            "owner", password, encryption_method=EncryptionMethod.RC4, permissions=AccessPermission.all()
        )
    for page in pages:
        made.add_page()
        for x, y, text, *rest in page:
            made.set_font("helvetica", rest[1] if len(rest) > 1 else "", rest[0] if rest else 11)
            made.text(x if x >= 0 else (595 - made.get_string_width(text)) / 2, y, text)
    return bytes(made.output())


def column(
    lines: Sequence[str],
    x: float = 70,
    y: float = 200,
    leading: float = 14,
    size: float = 11,
    style: str = "",
) -> list[Drawn]:
    """Lines below one another; an empty one is a blank of half a line."""
    drawn: list[Drawn] = []
    for line in lines:
        if line:
            drawn.append((x, y, line, size, style))
        y += leading if line else leading / 2
    return drawn
