"""Where the words before a name leave it: a clause of its own, a circumstance, somebody's second function."""

from __future__ import annotations

from communique.extractors.institutions.candidates import VERBS
from communique.extractors.institutions.words import DETERMINERS, OF, ROOM, Words, wordset
from communique.lexicon import words

_CLAUSES = wordset("opening_clauses")
_STEPS = wordset("circumstances")
_THINGS = wordset("thing_openers")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_NOT_VERBAL = OF | DETERMINERS | {"en", "et", "pour", "sur", "aux", "au"}


def clause_begins(w: Words, s: int) -> bool:
    """« *que* vous citez », « *accompagne* la Ville », « et *chercheuse* au »: no name goes over it."""
    word = w.plain[s]
    if w.cap[s]:
        return False
    if word in _CLAUSES:
        return True
    if word in _ROLE_NOUNS:
        return s > 0 and w.plain[s - 1] in ("et", ",") and word[-1] not in "sx"
    if word not in VERBS or w.lower[s].endswith(("é", "ée")) or s + 1 >= len(w):
        return False
    object_follows = w.cap[s + 1] or (w.plain[s + 1] in DETERMINERS and not w.cap[s + 1])
    return object_follows and s > 0 and w.plain[s - 1] not in _NOT_VERBAL


def steps_out(w: Words, s: int) -> bool:
    """« *dans* le cadre du *projet* … »: a word that names seldom hold, unless their letters say so."""
    return not w.cap[s] and (w.plain[s] in _STEPS or w.plain[s] in _THINGS)
