"""Bodies that another one is said for: the seat of a presidency, the medium that a noun brought in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import plain_shadow
from communique.extractors.quotations.words import in_class
from communique.link.cast import Cast, Known

_SEATS_OF_STATE = dict(pair.split("=") for pair in sorted(in_class("presidencies")))
_PRINTED = in_class("printed")
_BROADCASTERS = in_class("broadcasters")
_BROUGHT_IN = 40  # characters of "le quotidien français "


def presidency(s: Cast, after: Sequence[str]) -> str:
    """ "la présidence française", "la présidence de la République": the body that its seat names."""
    told = after[0] if after else ""
    if tuple(after[:3]) == ("de", "la", "république"):
        told = "française"
    seat = _SEATS_OF_STATE.get(told)
    if seat is None:
        return ""
    named = (b.id for b in s.institutions.values() if plain_shadow(b.name).replace(" ", "-") == seat)
    return next(named, "")


def brought_in_as(s: Cast, before: Sequence[Known], noun: str) -> str:
    """ "Le quotidien belge Untel … . France 2 … . Le quotidien": the medium named right after that noun."""
    if noun not in _PRINTED:
        return ""
    beside = re.compile(rf"(?<!\w){re.escape(noun)} (?:[\w-]+ )?(?:l'|le |la |les )?$")
    for known in before:
        if beside.search(s.doc.lower, max(0, known.start - _BROUGHT_IN), known.start):
            return known.id
    return ""


def is_printed(name: str, noun: str) -> bool:
    """Whether a medium can be called "le quotidien", "l'hebdomadaire": no channel, no agency.

    >>> is_printed("France 2", "quotidien"), is_printed("Le Soir", "quotidien")
    (False, True)
    """
    first = plain_shadow(name).replace("-", " ").split(maxsplit=1)[0]
    return noun not in _PRINTED or first not in _BROADCASTERS
