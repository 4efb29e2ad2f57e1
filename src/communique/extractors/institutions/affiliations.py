"""Two bodies side by side after somebody's name: « Anne Petit (CNRS LATTS) »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.acronyms import not_acronyms
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.known_ends import branches
from communique.extractors.institutions.words import Words, function_words
from communique.gazetteer import places, registry_key

_NOT_ACRONYMS = not_acronyms()
_PLACES = places()
_FUNCTION_WORDS = function_words()
_HOSTS = ("education", "research", "public_body", "health")
_LABORATORY = 5  # letters of a laboratory's name without a capital: "médialab"


def beside_names(ctx: Context) -> Iterator[Candidate]:
    """The laboratory that follows its school, both between the parentheses after a person."""
    w = ctx.w
    at = [p for p in w.doc.places.get("(", ()) if p and p + 3 < len(w) and ctx.in_person[p - 1]]
    if not at:
        return
    opened = {k for p in at for k in (p + 1, p + 2)}
    ends = {c.first: c for c in ctx.accepted if c.kind in _HOSTS and c.first in opened}
    for p in at:
        host = ends.get(p + 1)
        if host is None:
            if p + 2 in ends and w.is_acronym(p + 1) and w.joined(p + 2):
                yield Candidate(p + 1, p + 2, "research", "beside_name")  # "(ISP ENS Paris-Saclay)"
            continue
        k = host.last
        if k < len(w) and w.joined(k) and _laboratory(w, k):
            yield Candidate(k, w.glued(k), "research", "beside_name")


def _laboratory(w: Words, k: int) -> bool:
    """Whether the one word between token ``k`` and the sign that closes may be a laboratory's name."""
    end = w.glued(k)
    if end >= len(w) or w.text[end] not in "),;/" or w.plain[k] in _FUNCTION_WORDS or not w.is_word(k):
        return False
    if w.plain[k] in branches() or w.plain[k].endswith("editions"):
        return False  # "CNRS Éditions"
    if registry_key(w.text[k]) in _PLACES and not w.is_acronym(k):
        return False
    return w.cap[k] or (len(w.text[k]) >= _LABORATORY and not w.adjectival(k) and w.plain[k].endswith("lab"))


def slashed_names(ctx: Context) -> Iterator[Candidate]:
    """« IMOS/ISCOM/CNRS »: letters tied by a stroke to those of a body of research."""
    w = ctx.w
    strokes = [k for k in w.doc.places.get("/", ()) if 0 < k < len(w) - 1 and w.gap(k) == w.gap(k + 1) == ""]
    if not strokes:
        return
    hosts = {k for c in ctx.accepted if c.kind == "research" for k in range(c.first, c.last)}
    for k in reversed(strokes):  # the host often closes the chain
        for host, other in ((k + 1, k - 1), (k - 1, k + 1)):
            if host in hosts and other not in hosts and _letters(w, other):
                hosts.add(other)
                yield Candidate(other, other + 1, "research", "beside_name")


def _letters(w: Words, k: int) -> bool:
    """Three capitals at least, and nothing else, that abridge no common noun."""
    text = w.text[k]
    return len(text) > 2 and text.isalpha() and text.isupper() and text not in _NOT_ACRONYMS
