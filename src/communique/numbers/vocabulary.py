"""The table of French number words: what class each belongs to and what it is worth."""

from __future__ import annotations

import tomllib
from importlib import resources

# Ordinal stems that are not the cardinal less its final "e".
_STEMS = {"cinq": "cinqu", "neuf": "neuv", "un": "un"}


class Word:
    """A number word: its class (a section of ``words.toml``), value, and whether it ends an ordinal."""

    __slots__ = ("kind", "ordinal", "plural", "value")

    def __init__(self, kind: str, value: float, ordinal: bool = False, plural: bool = False) -> None:
        self.kind = kind
        self.value = value
        self.ordinal = ordinal
        self.plural = plural


def _bare(word: str) -> str:
    return word.replace("é", "e").replace("è", "e")


def _load() -> dict[str, Word]:
    data = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
    table: dict[str, Word] = {"et": Word("and", 0), "virgule": Word("comma", 0), "point": Word("comma", 0)}
    for kind, entries in data.items():
        for word, value in entries.items():
            own = kind == "ordinals"
            table[word] = Word(kind, float(value), own)
            if (own or kind in ("approximate", "denominators")) and not word.endswith("s"):
                table[word + "s"] = Word(kind, float(value), own, True)
            if kind in ("units", "teens", "tens", "hundred", "thousand", "scales") and word != "une":
                stem = _STEMS.get(word, word.removesuffix("e"))
                for suffix in ("ième", "ieme", "iéme"):
                    table[stem + suffix] = Word(kind, float(value), True)
                    table[stem + suffix + "s"] = Word(kind, float(value), True, True)
    for word in list(table):
        table.setdefault(_bare(word), table[word])
    return table


WORDS = _load()
