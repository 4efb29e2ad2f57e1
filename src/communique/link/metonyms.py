"""Bodies said by another word: the seat of a presidency, a ministry's field, the medium a noun brought in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import plain_shadow
from communique.extractors.quotations.words import in_class
from communique.link.cast import Cast, Known

_SEATS_OF_STATE = dict(pair.split("=") for pair in sorted(in_class("presidencies")))
_PRINTED = in_class("printed")
_BROADCASTERS = in_class("broadcasters")
_MINISTRY = re.compile(r"ministere (?:de la |de l'|du |des |d')(.+)")
_FIELD = 5  # words of "l'Enseignement supérieur et la Recherche"
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


def ministry(s: Cast, start: int, end: int) -> str | None:
    """ "l'Intérieur", "les Affaires étrangères": the ministry of that field that the article names."""
    words = plain_shadow(s.doc.text[start:end]).replace("'", "' ").split()
    if len(words) < 2 or len(words) > _FIELD or words[0] not in ("l'", "la", "le", "les"):
        return None
    if not s.doc.text[start + len(words[0]) : end].lstrip()[:1].isupper():
        return None
    said = " ".join(words[1:])
    for body in s.institutions.values():
        for name in (body.name, *body.aliases):
            told = _MINISTRY.match(plain_shadow(name))
            if told is not None and (
                told.group(1) == said or told.group(1).startswith((f"{said} ", f"{said},"))
            ):
                return body.id
    return None


def is_printed(name: str, noun: str) -> bool:
    """Whether a medium can be called "le quotidien", "l'hebdomadaire": no channel, no agency.

    >>> is_printed("France 2", "quotidien"), is_printed("Le Soir", "quotidien")
    (False, True)
    """
    first = plain_shadow(name).replace("-", " ").split(maxsplit=1)[0]
    return noun not in _PRINTED or first not in _BROADCASTERS
