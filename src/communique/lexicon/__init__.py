"""Loading of word lists: one entry a line, ``#`` starts a comment, the source named in the first lines."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def lines(package: str, name: str) -> tuple[str, ...]:
    """The entries of a list beside a module: ``lines("communique.extractors.counts", "units.txt")``."""
    raw = resources.files(package).joinpath(name).read_text("utf-8")
    entries = (line.split("#", 1)[0].strip() for line in raw.splitlines())
    return tuple(entry for entry in entries if entry)


def singular(word: str) -> str:
    """A plain word without the mark of a plural, for lists and texts alike.

    >>> singular("reseaux"), singular("bus")
    ('reseau', 'bus')
    """
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(lines(package, name))
