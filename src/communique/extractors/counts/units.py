"""Units of time and measure, by the words that name them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from communique.extractors.counts.model import PACKAGE

_ACCENTS = str.maketrans("éèêàâôûî", "eeeaaoui")


class Units(NamedTuple):
    words: dict[str, str]
    symbols: dict[str, str]
    times: dict[str, str]


def _plain(word: str) -> str:
    return word.translate(_ACCENTS)


@cache
def units() -> Units:
    """The table of units with its prefixed forms: words without accents, symbols as written."""
    data = tomllib.loads(resources.files(PACKAGE).joinpath("units.toml").read_text("utf-8"))
    unit_words = {_plain(word): symbol for word, symbol in data["words"].items()}
    symbols: dict[str, str] = {}
    for base, (symbol, letters) in data["bases"].items():
        unit_words[_plain(base)] = symbol
        if len(symbol) > 1 or symbol in "mgltWV":
            symbols[symbol] = symbol
        for letter in letters:
            prefix = _plain(data["prefixes"][letter])
            unit_words[prefix + _plain(base)] = unit_words[f"{prefix}-{_plain(base)}"] = letter + symbol
            symbols[letter + symbol] = letter + symbol
    symbols |= data["symbols"]
    times = {_plain(word): unit for word, unit in data["times"].items()}
    return Units(unit_words, symbols, times)


def is_time(word: str) -> bool:
    """Whether a word, without accents, is a unit of time: ``is_time("heures")``."""
    return len(word) > 1 and time_unit(word, units().times) is not None


def is_unit(word: str) -> bool:
    """Whether a word, without accents, names a unit of time or measure: ``is_unit("kilometre")``."""
    table = units()
    return word in table.words or word.rstrip("s") in table.words or time_unit(word, table.times) is not None


def time_unit(word: str, times: dict[str, str]) -> str | None:
    """The unit of time that a word without accents names, in the singular or the plural."""
    found = times.get(word)
    return times.get(word[:-1]) if found is None and word[-1] in "sx" else found
