"""Choices among candidates that are learned: whose a position is, which ranking, which words name one.

Every candidate has named signs; each sign has a weight, trained on annotated articles by
``scripts/train_rankings.py`` and bundled as text, in hundredths, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TypeVar

ROOM = "communique.extractors.rankings"
SUBJECTS, NAMES, SPANS = "learned_subjects.txt", "learned_names.txt", "learned_spans.txt"
Weights = Mapping[str, int]
_Candidate = TypeVar("_Candidate")
_FAR, _LINE = 400, 100  # characters from the position before: none matters; still a line beside it


@cache
def weights(file: str) -> dict[str, int]:
    """The weights of one of the choices.

    >>> weights(SUBJECTS)["main"] > 0
    True
    """
    return read_weights(resources.files(ROOM).joinpath(file).read_text("utf-8"))


@cache
def all_weights() -> dict[str, dict[str, int]]:
    """The weights of every choice, by its file."""
    return {file: table for file in (SUBJECTS, NAMES, SPANS) if (table := weights(file))}


@cache
def weights_without_model() -> dict[str, dict[str, int]]:
    """The weights of the one choice that is made without a recogniser too: whose a position is."""
    return {file: table for file, table in all_weights().items() if file == SUBJECTS}


def read_weights(raw: str) -> dict[str, int]:
    """The weights that a file's text holds.

    >>> read_weights("# in hundredths\\nat:before 120\\n")
    {'at:before': 120}
    """
    pairs = (line.rsplit(" ", 1) for line in raw.split("\n") if line and line[0] != "#")
    return {sign: int(weight) for sign, weight in pairs}


def weigh(table: Weights, signs: Iterable[str]) -> int:
    """What the signs, each told once, say together.

    >>> weigh({"a": 3, "b": -1}, ["a", "b", "unknown"])
    2
    """
    known: dict[str, int] = table if isinstance(table, dict) else dict(table)
    total = 0
    for sign in signs:
        weight = known.get(sign)
        if weight is not None:
            total += weight
    return total


def how_far(plain: str, end: int, start: int) -> str:
    """How far a position stands from the one before: next to it, on the next line, farther.

    >>> how_far("7e de France, 3e", 2, 14)
    'next'
    """
    if start - end >= _FAR:
        return "far"
    breaks = plain.count("\n", end, start)
    return "next" if not breaks else "line" if breaks == 1 and start - end < _LINE else "far"


def best(
    table: Weights, candidates: Sequence[tuple[_Candidate, Iterable[str]]], *, ahead: int = 0
) -> _Candidate:
    """The candidate for which most speaks, first of equals; the last one unless it is ``ahead`` of it."""
    totals = [weigh(table, signs) for _, signs in candidates]
    most = max(totals)
    return candidates[-1 if most < totals[-1] + ahead else totals.index(most)][0]
