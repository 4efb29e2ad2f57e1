"""Every word shown to a reader, from one catalogue, in French or in English; numbers as written there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("fr", "en")


@cache
def _catalogue() -> dict[str, dict[str, dict[str, str]]]:
    room = files("communique.show")
    tables: dict[str, Any] = {}
    for name in ("catalogue.toml", "catalogue_report.toml"):
        tables |= tomllib.loads((room / name).read_text("utf-8"))
    return tables


@dataclass(frozen=True)
class Words:
    """The words of one language.

    >>> Words("fr")("kinds", "people"), Words("en")("kinds", "people")
    ('Personnes', 'People')
    >>> Words("en").number(1234567.5), Words("en").number(0.3333333333)
    ('1,234,567.5', '0.33')
    """

    lang: str = "fr"

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise ValueError(f"unknown language {self.lang!r} (known: {', '.join(LANGUAGES)})")

    def __call__(self, table: str, key: str) -> str:
        """The word for ``key``; ``KeyError`` when the catalogue lacks it."""
        return _catalogue()[table][key][self.lang]

    def known(self, table: str, key: str) -> str:
        """The word for ``key``, or the key itself when the catalogue lacks it: a symbol such as "km"."""
        return self(table, key) if key in _catalogue()[table] else key

    def all(self, table: str) -> dict[str, str]:
        """A whole table, for the scripts of pages."""
        return {key: texts[self.lang] for key, texts in _catalogue()[table].items()}

    def number(self, value: float | None) -> str:
        """A number with at most two decimals, grouped by thousands; empty for None."""
        if value is None:
            return ""
        text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
        if self.lang == "en":
            return text
        return text.replace(",", "\u202f").replace(".", ",")

    def rank(self, low: int | None, high: int | None) -> str:
        """A position: "6e", "201–250", "top 300"; empty when it is not stated.

        >>> Words("fr").rank(1, 1), Words("en").rank(22, 22), Words("fr").rank(1, 300)
        ('1er', '22nd', 'top 300')
        """
        if low is None or high is None:
            return ""
        if low != high:
            return f"top {self.number(high)}" if low == 1 else f"{self.number(low)}–{self.number(high)}"
        if self.lang == "fr":
            return "1er" if low == 1 else f"{self.number(low)}e"
        ending = "th" if 10 <= low % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(low % 10, "th")
        return self.number(low) + ending
