"""Names in quotation marks that hold a number: "le concours « Ma thèse en 180 secondes »"."""

from __future__ import annotations

import re

from communique.document import Document, matches_at, starts_of

# What is so named, up to a few words before the marks: a contest, a work, a campaign.
_THING = re.compile(
    r"\b(?:concours|prix|programme|operation|projet|emission|film|livre|exposition|festival|campagne|dispositif"
    r"|podcast|serie|spectacle|label|ouvrage|magazine|slogan|plan|finale|appel a projets|defi"
    r"|challenges?|trophees?|intitulee?s?|nommee?s?|baptisee?s?|appelee?s?)\b[^«»“”\"\n.;:]{0,30}$"
)
_MARKED = re.compile(r"[«“\"]\s?(?P<name>[^«»“”\"\n]{3,71})[»”\"]")
_DIGIT = re.compile(r"\d")
_REACH = 48  # characters before the marks
_MOST = 20  # names in one article


def numbered_names(doc: Document) -> list[tuple[int, int]]:
    """Where such names stand, with the marks or, later or earlier in the text, without them.

    >>> doc = Document("100 % local : le programme « 100 % local » reprend.")
    >>> numbered_names(doc)
    [(0, 11), (29, 40)]
    """
    plain = doc.plain
    spans: list[tuple[int, int]] = []
    names: set[str] = set()
    for m in matches_at(_MARKED, plain, starts_of(plain, '«“"')):
        name = m["name"].rstrip()
        if not _DIGIT.search(name) or " " not in name or doc.text[m.start("name")].islower():
            continue
        if name not in names and _THING.search(plain, max(0, m.start() - _REACH), m.start()):
            names.add(name)
            at = plain.find(name)
            while at >= 0:
                spans.append((at, at + len(name)))
                at = plain.find(name, at + len(name))
            if len(names) == _MOST:
                break
    return spans
