"""Articles that a capital seems to make part of a name: "À La Gaîté Lyrique", "Le collectif des voisins"."""

from __future__ import annotations

from dataclasses import replace

from communique.extractors.institutions.candidates import Candidate
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.words import ARTICLES, THE, Words

_KINDS = ("association", "public_body", "education", "research", "health", "local_authority")
_LOOKED_AT = 40  # uses of a word that are looked at


def without_article(w: Words, c: Candidate) -> Candidate:
    """The candidate without the article that opens a sentence, an item or a line, if it is not its own."""
    i = c.first
    if c.last - i < 2 or w.plain[i] not in ARTICLES or c.kind == "media":
        return c
    noun = not w.cap[i + 1] and c.rule != "introduced_name" and _gathers(w.plain[i + 1])
    listed = c.rule == "known_body" and c.kind != "culture"  # "l'Oréal"
    if noun or (not listed and (not w.cap[i] or _elsewhere_without(w, c))):
        return replace(c, first=i + 1)
    return c


def _gathers(word: str) -> bool:
    """« collectif », « comité », « ministère »: a noun that no name opens with an article before it."""
    return any(len(h.words) == 1 and h.kind in _KINDS and "d" not in h.flags for h in heads().get(word, ()))


def _elsewhere_without(w: Words, c: Candidate) -> bool:
    """Whether inside a sentence its article is in lower case, and never has a capital."""
    first, size, seen = c.first + 1, c.last - c.first - 1, False
    name = w.text[first : c.last]
    if not w.cap[first]:
        return False
    for k in w.doc.places[w.plain[first]][:_LOOKED_AT]:
        if w.text[k : k + size] != name or not k or w.plain[k - 1] not in THE:
            continue
        if w.cap[k - 1]:
            if not w.opens_sentence(k - 1):
                return False
            continue
        seen = True
    return seen
