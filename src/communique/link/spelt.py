"""Two spellings of one person's name: "Fabian Suchanek" and "Suchaneck", "Yacine Fall" and "Yassine"."""

from __future__ import annotations

import re

from communique.extractors.people.lexicon import gender

_SHORTEST = 5  # letters of a name whose spellings may differ
_VOWELS = re.compile(r"[aeiouyhœ]+")
_DOUBLED = re.compile(r"(.)\1+")
_MOST = 2  # letters that differ


def spelt_alike(a: str, b: str) -> bool:
    """Can two full names (lower case, no accents) be one, misspelt or spelt otherwise?

    >>> spelt_alike("fabian suchanek", "fabian suchaneck"), spelt_alike("yacine fall", "yassine fall")
    (True, True)
    >>> spelt_alike("paul martin", "paule martin"), spelt_alike("anne petit", "anne petitjean")
    (False, False)
    """
    first, _, rest = a.partition(" ")
    other, _, last = b.partition(" ")
    if rest == last:
        known = gender(first), gender(other)
        return _alike(first, other) and (known[0] == known[1] or None in known)
    return first == other and " " not in rest and " " not in last and _alike(rest, last)


def _alike(a: str, b: str) -> bool:
    if a[:1] != b[:1] or min(len(a), len(b)) < _SHORTEST or abs(len(a) - len(b)) > _MOST:
        return False
    return _skeleton(a) == _skeleton(b) and _differs(a, b) <= _MOST


def _skeleton(name: str) -> str:
    """The consonants that are heard: ``_skeleton("yassine")`` is that of "yacine"."""
    heard = (
        name.replace("ck", "k").replace("ce", "se").replace("ci", "si").replace("ph", "f").replace("z", "s")
    )
    return name[0] + _DOUBLED.sub(r"\1", _VOWELS.sub("", heard))


def _differs(a: str, b: str) -> int:
    """How many letters are to be added, dropped or changed."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
