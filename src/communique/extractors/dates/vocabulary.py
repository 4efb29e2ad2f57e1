"""The words of dates: months, weekdays, what stands before and after them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from communique.lexicon import lines


def _months() -> tuple[dict[str, int], frozenset[str]]:
    numbers: dict[str, int] = {}
    short: set[str] = set()
    for line in lines("communique.lexicon", "months.txt"):
        number, name, *abbreviations = line.split()
        numbers[name] = int(number)
        for abbreviation in abbreviations:
            numbers[abbreviation] = int(number)
            short.add(abbreviation)
    return numbers, frozenset(short)


MONTHS, SHORT_MONTHS = _months()
WEEKDAYS: dict[str, int] = {name: i for i, name in enumerate(lines("communique.lexicon", "weekdays.txt"))}
SHORT_WEEKDAYS: dict[str, int] = {name[:3]: i for name, i in WEEKDAYS.items()}


@cache
def group(name: str) -> frozenset[str]:
    """A named set of words of ``words.toml``."""
    return frozenset(_data()[name])


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
