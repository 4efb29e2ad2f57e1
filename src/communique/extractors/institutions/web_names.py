"""Bodies that go by their web address: « gpl-violations.org dénonce », « fondatrice de petits-pas.be »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import acts
from communique.extractors.institutions.words import OF, ROOM, Words, wordset
from communique.lexicon import words
from communique.records import InstitutionKind

_DOMAINS = wordset("domains")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_AUXILIARIES = wordset("auxiliaries")
_SITE_NOUNS: dict[str, InstitutionKind] = {
    "site": "media", "media": "media", "journal": "media", "magazine": "media", "portail": "media",
    "collectif": "association", "association": "association",
}  # fmt: skip
_SPEAKING = frozenset(("selon", "d'apres"))
_REACH = 4  # tokens between a function and the address


def web_names(ctx: Context) -> Iterator[Candidate]:
    """An address without « www », where it acts, speaks or has people."""
    w = ctx.w
    for end in w.places_of(_DOMAINS):
        first = _address(w, end)
        if first is None or (kind := _told(w, first, end + 1)) is None:
            continue
        yield Candidate(first, end + 1, "association" if w.plain[end] == "org" else kind, "web_name")


def _address(w: Words, end: int) -> int | None:
    """The first token of the address that ends at a token; None where it is part of a longer one."""
    dot = end - 1
    if dot < 1 or w.text[dot] != "." or w.gap(dot) or w.gap(end) or w.cap[end]:
        return None
    first = dot - 1
    if not w.is_word(first) or w.plain[first] == "www" or not w.gap(first):
        return None
    after = w.text[end + 1] if end + 1 < len(w) else ""
    return None if not w.gap(end + 1) and after not in ("", ",", ".", ";", ":", ")", "»", "?", "!") else first


def _told(w: Words, i: int, j: int) -> InstitutionKind | None:
    """What the words around an address make of it; None where it is only an address."""
    k = i - 1
    if k >= 0 and w.joined(i) and w.plain[k] in _SITE_NOUNS and _does(w, j):
        return _SITE_NOUNS[w.plain[k]]
    if k > 0 and w.plain[k] in _SPEAKING:
        return "media"
    if k > 0 and w.plain[k] in OF and w.joined(i):
        for back in range(k - 1, max(-1, k - _REACH), -1):
            if w.plain[back] in _ROLE_NOUNS:
                return "company"
            if not w.is_word(back):
                break
    subject = k < 0 or w.line_break(i) or w.text[k] in ",.;:»" or w.plain[k] in ("et", "que", "qu'")
    return "company" if subject and _does(w, j) else None


def _does(w: Words, j: int) -> bool:
    """Whether a verb that bodies have follows."""
    return j + 1 < len(w) and w.joined(j) and (acts(w, j) or w.plain[j] in _AUXILIARIES)
