"""Words in the first person that nothing announces, where one person alone is told of: a portrait."""

from __future__ import annotations

import re

from communique.document import lower_shadow, plain_shadow
from communique.extractors.quotations.attribution import impersonal
from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import Subject
from communique.extractors.quotations.place import Place
from communique.extractors.quotations.subjects import opening_subject
from communique.mentions import PersonMention

_MYSELF = re.compile(r"(?<![\w'-])(?:je|j'|me|m'|moi|mon|ma|mes)(?![\w-])|(?<!\w)[jm]'")
_US = re.compile(r"(?<![\w'-])(?:nous|notre|nos)(?![\w-])")
_STATED = 5  # words of what somebody says about herself
_PARAGRAPHS = 2  # between whom a text is about and words of their own
_OFTEN = 2  # namings of whom a text is about


def only_one(place: Place) -> Subject | None:
    """ "Une envie trottait dans sa tête : « Je voulais … »": the one whom the paragraph or the text names."""
    if not _said(place):
        return None
    oneself = _MYSELF.search(lower_shadow(place.words)) is not None
    if not oneself and _US.search(lower_shadow(place.words)) is None:
        return None
    section = place.scene.doc.section_at(place.quote.open)
    named = [m for m in place.scene.found.people if not _marked(place, m)]
    begin = section.start if section is not None else 0
    here = [m for m in named if begin <= m.start < place.quote.open]
    if here and oneself:
        return _subject(here[-1]) if _one(here) and _opens(place, here) else None
    whole = section is not None and section.kind in ("paragraph", "heading", "standfirst")
    alone = whole and len(named) >= _OFTEN and _one(named) and _opens(place, named)
    if alone:
        return _subject(named[0])
    return _subject(main) if oneself and whole and (main := _portrayed(place, named)) is not None else None


def _portrayed(place: Place, named: list[PersonMention]) -> PersonMention | None:
    """The one of whom most namings before are, the last of them too, who spoke last or is not silent."""
    before = [m for m in named if m.start < place.quote.open]
    if not before or _shows_another(place):
        return None
    last = before[-1]
    words = set(plain_shadow(last.name).replace("-", " ").split())
    same = [m for m in before if not words.isdisjoint(plain_shadow(m.name).replace("-", " ").split())]
    told = max((i for i in place.done if i < place.index), default=None)
    heard = place.done[told].subject if told is not None else None
    if heard is not None and heard.kind not in ("person", "pronoun"):
        return None
    since = place.scene.quotes[told].close if told is not None else 0
    if heard is not None and heard.kind == "person" and not any(m.start == heard.start for m in same):
        return None
    near = place.text.count("\n\n", max(since, last.end), place.quote.open) <= _PARAGRAPHS
    return last if near and 4 * len(same) >= 3 * len(before) and _opens(place, same) else None


def _shows_another(place: Place) -> bool:
    """ "Dans la cour, un voisin passe. « … »": whether the sentence before opens with somebody else."""
    row = place.scene.row(place.number - 1).chunks if place.number else []
    seen = opening_subject(row, 0, len(row), place.text) if row else None
    own = bool(row) and row[0].low in ("son", "sa")
    return seen is not None and seen.kind in ("unnamed", "role", "inst") and not own


def _said(place: Place) -> bool:
    """Whether whole sentences stand alone, or after a colon."""
    before = place.chunks[place.k - 1].kind if place.k else ":"
    apart = place.alone or (before == ":" and place.closes_row)
    asked = place.words.rstrip().endswith("?") or impersonal(place.chunks[: place.k])
    return apart and not asked and word_count(place.words) >= _STATED and has_verb(place.words)


def _marked(place: Place, named: PersonMention) -> bool:
    return place.scene.quote_over(named.start) is not None


def _one(named: list[PersonMention]) -> bool:
    """Whether all are namings of one person, by the fullest of them."""
    full = max((set(plain_shadow(m.name).replace("-", " ").split()) for m in named), key=len)
    return all(full.issuperset(plain_shadow(m.name).replace("-", " ").split()) for m in named)


def _opens(place: Place, named: list[PersonMention]) -> bool:
    """Whether one of the namings is the subject that a sentence opens with, not that of a book's author."""
    scene = place.scene
    for m in named:
        row = scene.row(scene.index_at(m.start)).chunks
        first = opening_subject(row, 0, len(row), place.text)
        if first is not None and first.start <= m.start < first.end:
            return True
    return False


def _subject(named: PersonMention) -> Subject:
    return Subject("person", named.start, named.end, 0)
