"""Incises whose subject is "on": « Le pont rouvrira lundi, a-t-on appris du préfet, Jean Petit. »"""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.clauses import Sentence
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.words import in_class

_MONTHS = in_class("months")
_PREPOSITIONS = in_class("prepositions")
_SOURCES = frozenset({"source", "sources", "auprès", "côté", "entourage", "proches"})
_FROM = frozenset({"de", "d'", "du", "des", "auprès", "par"})
_DATED = 7  # chunks of "hier matin, mardi 4 mai 2024"
_SETTING = 10  # chunks of "en guise de réponse"


def says_on(s: Sentence, cue: Cue) -> bool:
    """Whether the subject of a reporting word is "on"."""
    return cue.subject is not None and s.text[cue.subject.start : cue.subject.end].lower() == "on"


def _learns(s: Sentence, cue: Cue) -> bool:
    """ "a-t-on appris", "apprend-on"."""
    said = s.text[cue.start : cue.end].lower()
    return said.endswith("appris") or said.startswith("appren")


def _past_date(chunks: Sequence[Chunk], i: int) -> int:
    """ "a-t-on appris | hier lundi 4 mai | du préfet": past adverbs, days and their comma."""
    j = i
    while j < min(len(chunks), i + _DATED):
        low = chunks[j].low
        dated = chunks[j].kind == "w" and (is_adverb(low) or low.isdigit() or low in _MONTHS)
        if not dated and not (chunks[j].kind == "," and j > i) and low not in ("ce", "soir", "matin"):
            break
        j += 1
    return j


def teller(s: Sentence, cue: Cue) -> Subject | None:
    """ "a-t-on appris mardi | du ministre de la Pêche, Jean Petit |": of whom one learnt it."""
    chunks, i = s.chunks, _past_date(s.chunks, cue.after)
    if not says_on(s, cue) or not _learns(s, cue) or i >= len(chunks) or chunks[i].low not in _FROM:
        return None
    of = chunks[i].low
    if of == "auprès":
        i += 1
        of = chunks[i].low if i < len(chunks) else ""
    found = read_np(chunks, i + (of in ("de", "d'", "par")), s.text)
    return found if found is not None and found.kind in STRONG else None


def of_source(s: Sentence, cue: Cue) -> bool:
    """ "indique-t-on de source syndicale", "a-t-on appris mardi auprès de X"."""
    if not says_on(s, cue):
        return False
    i = _past_date(s.chunks, cue.after) if _learns(s, cue) else cue.after
    return any(c.low in _SOURCES for c in s.chunks[i : i + 5]) or teller(s, cue) is not None


def one_says(s: Sentence, cue: Cue) -> bool:
    """ "Le réseau couvrira tout le pays, indique-t-on.": a sentence that ends so is told by somebody."""
    if not says_on(s, cue):
        return False
    rest = [c for c in s.chunks[cue.after :] if c.kind in "wPIQ"]
    if cue.verb is None and s.text[cue.end - 6 : cue.end] == "appris":
        after = s.chunks[cue.after : cue.after + 3]  # "La chancelière, a-t-on appris mardi, ne reviendra pas"
        ends = next((j for j, c in enumerate(after) if c.kind in ",."), None)
        told_when = ends is not None and (ends > 0 or after[0].kind == ",")  # not "…, a-t-on appris."
        return told_when and all(is_adverb(c.low) or c.low.isdigit() for c in after[:ends])
    if cue.verb is None or cue.verb.strength != "declarative":
        return False
    return not rest or (cue.verb.lemma != "dire" and _set_off(s.chunks, cue.after))


def _set_off(chunks: Sequence[Chunk], i: int) -> bool:
    """ "a-t-on ajouté |,", "a-t-on indiqué | en guise de réponse |,": the clause goes on after a comma."""
    if i < len(chunks) and chunks[i].kind == "w" and chunks[i].low in _PREPOSITIONS:
        i = next((j for j in range(i, min(i + _SETTING, len(chunks))) if chunks[j].kind not in "wPI"), i)
    return i < len(chunks) and chunks[i].kind == ","
