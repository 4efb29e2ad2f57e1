"""French numbers, once: digits, words, mixed forms, fractions, ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple


class Number(NamedTuple):
    """A number in the text: ``value`` is exact; ``form`` says how it is written."""

    start: int
    end: int
    value: float
    ordinal: bool = False
    form: Literal["digits", "words", "mixed", "noun", "fraction"] = "digits"


_DIGITS = re.compile(r"(?<![\w,.])\d{1,3}(?:[ .']\d{3})+(?![\d])|(?<!\w)\d+(?:,\d+)?")


def find_numbers(lower: str) -> Iterator[Number]:
    """Numbers of a lower-case shadow (see ``document``), in order, without overlap."""
    for m in _DIGITS.finditer(lower):
        digits = re.sub(r"[ .']", "", m.group())
        yield Number(m.start(), m.end(), float(digits.replace(",", ".")))
