"""Marked words in a row before one verb, cried in a street, or given as a motive."""

from __future__ import annotations

from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.subjects import opening_subject

_CRIES = frozenset({"cri", "cris"})
_CRYING = frozenset({"scander", "crier", "hurler", "clamer", "proclamer", "chanter", "lancer"})
_FAR = 8  # chunks of "aux cris, devenus rituels, de"
_MOTIVES = frozenset({"motif", "prétexte"})
_LINKS = frozenset({"et", "ou", "puis", "encore"})


def series_before(p: Place) -> Attribution | None:
    """« A », « B » et « C », proclament les pancartes: the first ones are of who says the last."""
    if not p.opens_row and p.chunks[p.k - 1].kind not in ",Q" and p.chunks[p.k - 1].low not in _LINKS:
        return None
    if not all(c.kind in ",Q" or c.low in _LINKS or c.kind == ":" for c in p.chunks[: p.k]):
        return None
    j = p.k + 1
    while j < len(p.chunks) and (p.chunks[j].kind in ",Q" or p.chunks[j].low in _LINKS):
        if p.chunks[j].kind == "Q" and p.chunks[j - 1].kind == "Q":
            return None  # a heading, and words under it
        j += 1
    if not any(c.kind == "Q" for c in p.chunks[p.k + 1 : j]):
        return None
    cue = next((c for c in p.cues if c.first == j), None)
    if cue is None or cue.kind != "verb" or cue.order != "VS" or not cue.governs("i"):
        return None
    if not has_verb(p.words) and (cue.verb is None or cue.verb.lemma not in _CRYING):
        return None  # "« Le Cid », « La Mouette », révèle X, seront joués"
    return Attribution("incise", (cue.start, cue.end), cue.subject)


def cried(p: Place) -> Attribution | None:
    """Ils défilent aux cris de « … », la loi est rejetée au motif d'« … »."""
    if p.k < 3 or p.chunks[p.k - 1].low not in ("de", "d'"):
        return None
    for j in range(p.k - 2, max(0, p.k - _FAR), -1):
        low, before = p.chunks[j].low, p.chunks[j - 1].low
        if low in _CRIES and before in ("aux", "au", "les", "des"):
            return Attribution("cried", (p.chunks[j].start, p.chunks[j].end))
        if low in _MOTIVES and before in ("au", "sous") and j == p.k - 2:
            told = opening_subject(p.chunks, p.clause_begin, j - 1, p.text)
            return Attribution("motive", (p.chunks[j - 1].start, p.chunks[p.k - 1].end), told)
        if p.chunks[j].kind not in "w,":
            return None
    return None


def apposed(p: Place) -> Attribution | None:
    """Les syndicats, « amers », déploraient …: what those who speak are, in their own words."""
    if p.k < 2 or p.k + 2 >= len(p.chunks) or not p.words.islower():
        return None
    if p.chunks[p.k - 1].kind != "," or p.chunks[p.k + 1].kind != "," or has_verb(p.words):
        return None
    for cue in p.cues:
        own = cue.subject is not None and cue.subject.kind not in ("other", "on")
        if own and cue.kind == "verb" and cue.order == "SV" and p.k + 1 < cue.first <= p.k + 4:
            before = cue.subject is not None and cue.subject.end <= p.quote.open
            return Attribution("apposed", (cue.start, cue.end), cue.subject) if before else None
    return None
