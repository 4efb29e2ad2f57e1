"""Lands that act: « convention avec la ville de Sète », « la région Bretagne a voté »."""

from __future__ import annotations

from communique.extractors.institutions.head_nouns import HeadMatch
from communique.extractors.institutions.words import ROOM, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import words

TERRITORIES = frozenset(
    ("canton", "commune", "ville", "province", "academie", "municipalite", "departement", "region")
)
_FIRM_VERBS = words(ROOM, "firm_verbs.txt")
_VERBS = words(ROOM, "verbs.txt")
_PLACES = places()
_TOGETHER = wordset("done_together")
_VOTED = wordset("voted")
_RUN_BY = wordset("run_by_towns")
_PRESIDED = ("preside", "dirige", "represente")
_REPRESENTING = ("representait", "representant", "representera", "remerci")
_RECTORS = ("recteur", "rectrice", "chancelier", "chanceliere")
_FUNCTION = 7  # tokens of a function and its field
_JOINT = 14  # tokens of a second subject


def acts_as_body(w: Words, i: int, end: int) -> bool:
    """« signé avec l'académie de Nantes », « le canton de Berne demande »: no mere place."""
    k = i - 2
    if w.cap[i] and w.plain[i] == "academie" and k > 0 and w.plain[k] == "de" and w.plain[k - 1] in _RECTORS:
        return True  # in small letters it is the place of the title: "la rectrice de l'académie de Rennes"
    if k < 0 or w.text[k] in ".!?:" or w.line_break(i - 1):
        acts = end < len(w) and w.joined(end) and w.plain[end] in _FIRM_VERBS
        return acts and w.plain[i] not in ("region", "departement")
    if w.plain[k] == "de" or w.plain[i - 1] == "du":
        k -= w.plain[k] == "de"
        if w.plain[i] in ("ville", "commune", "municipalite") and _run_by(w, k):
            return True
        return w.plain[k] in ("aupres", "soutien", "appui", "concours", "aide", "initiative", "subvention")
    return w.plain[k] in ("par", "avec") and w.plain[k - 1] not in ("commence", "passer", "passe", "passant")


def _run_by(w: Words, k: int) -> bool:
    """« directrice de la culture *de la ville de X* », « les services *de la commune de Y* »."""
    for at in range(k, max(-1, k - _FUNCTION), -1):
        if w.plain[at] in _RUN_BY:
            return True
        if not w.joined(at) or w.cap[at] or not (w.is_word(at) or w.text[at] in "',"):
            return False
    return False


def is_land(w: Words, match: HeadMatch, end: int) -> bool:
    """« la région Bretagne », no « département Recherche »."""
    return match.head.words[0] in TERRITORIES and registry_key(w.span_text(match.last, end)) in _PLACES


def governs(w: Words, i: int, end: int) -> bool:
    """« la région X présidée par », « représentait la région X », « le canton de X et Y ont demandé »."""
    follows = end + 1 < len(w) and w.joined(end)
    if follows and w.plain[end].startswith(_PRESIDED) and w.plain[end + 1] == "par":
        return True
    k = i - 2
    if k >= 0 and w.joined(i - 1) and w.plain[k].startswith(_REPRESENTING):
        return True
    if k > 0 and w.plain[k] in ("avec", "par") and w.plain[k - 1] in _TOGETHER:
        return True
    if k >= 0 and not (w.text[k] in ".!?:" or w.line_break(i - 1)):
        return False
    if follows and w.plain[end] == "a" and w.plain[end + 1] in _VOTED:
        return True
    if end >= len(w) or w.plain[end] not in ("et", ","):
        return False
    for at in range(end, min(len(w) - 1, end + _JOINT)):
        if w.text[at] in ".;:!?(«" or w.line_break(at):
            return False
        if w.plain[at] == "ont":
            return f"a {w.plain[at + 1]}" in _VERBS
        if w.plain[at].endswith("ent") and w.plain[at].removesuffix("nt") in _VERBS and w.plain[end] != ",":
            return True  # "la ville de X et l'Université Y *renforcent*"
    return False
