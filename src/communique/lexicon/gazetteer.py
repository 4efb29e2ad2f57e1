"""Known bodies: names, acronyms and kinds bundled with the package, keyed for lookup on tokens.

>>> entry = bodies()["cnrs"][0]
>>> entry.name, entry.kind
('CNRS', 'research')
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from communique.document import plain_shadow
from communique.lexicon import lines
from communique.records import InstitutionKind

PACKAGE = "communique.lexicon"

_WORD = re.compile(
    r"(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[ldjmtsnc])'(?=\w)|\d+(?:[.,]\d+)*(?![^\W\d])"
    r"|\w+(?:[-\u2010\u2011·]\w+)*|[^\w\s]"
)


class Body(NamedTuple):
    """One form of a known body: its words in plain shadow, the form as listed, its main name and kind."""

    words: tuple[str, ...]
    form: str
    name: str
    kind: InstitutionKind


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name as the tokens' ``plain`` column gives them.

    >>> split_words("Conseil d’État")
    ('conseil', "d'", 'etat')
    """
    return tuple(_WORD.findall(plain_shadow(name)))


@cache
def bodies() -> dict[str, list[Body]]:
    """Well-known bodies by the first word of each of their forms, longest form first."""
    out: dict[str, list[Body]] = {}
    for line in lines(PACKAGE, "bodies.txt"):
        name, kind, forms = (part.strip() for part in line.split("|"))
        for form in (name, *filter(None, (f.strip() for f in forms.split(",")))):
            split = split_words(form)
            out.setdefault(split[0], []).append(Body(split, form, name, cast(InstitutionKind, kind)))
    for entries in out.values():
        entries.sort(key=lambda b: -len(b.words))
    return out


@cache
def lower_bodies() -> dict[str, list[Body]]:
    """Bodies whose full name may be written without a capital."""
    out: dict[str, list[Body]] = {}
    for line in lines(PACKAGE, "bodies_lower.txt"):
        name, kind = (part.strip() for part in line.split("|"))
        split = split_words(name)
        out.setdefault(split[0], []).append(Body(split, name, name, cast(InstitutionKind, kind)))
    return out


@cache
def places() -> frozenset[tuple[str, ...]]:
    """Names of places, by their plain words: a town alone is no body."""
    return frozenset(map(split_words, lines(PACKAGE, "places.txt")))
