"""An acronym and the name set beside it: "l'ANTD, Association nationale des torves debout"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.acronyms import fits, initials, letters_of, not_acronyms
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.head_nouns import kind_of
from communique.extractors.institutions.lower_heads import extent_of
from communique.extractors.institutions.words import ARTICLES

_NOT_ACRONYMS = not_acronyms()
_LEAST = 3  # letters
_SIGNS = frozenset((",", "-", "–", "—", ":", "ou"))


def apposed_names(ctx: Context) -> Iterator[Candidate]:
    """« l'ANTD, Association … », « l'ANTD - Association … », « l'ANTD Association … »."""
    w = ctx.w
    for match in ctx.head_matches:
        s = match.first
        k = s - 1
        k -= k > 0 and w.plain[k] in ARTICLES and not w.cap[k]
        parted = k > 0 and w.text[k] in _SIGNS
        a = k - parted
        if a < 0 or a >= s or not w.is_acronym(a) or not w.text[a].isupper() or w.shouted[a]:
            continue
        letters = letters_of(w.plain[a])
        beside = parted or (k == s - 1 and w.cap[s] and w.joined(s))
        if not beside or len(letters) < _LEAST or w.text[a] in _NOT_ACRONYMS or letters[0] != w.plain[s][0]:
            continue
        end = extent_of(ctx, match).end
        if end - s < _LEAST or "\n\n" in w.doc.text[w.end[a] : w.start[s]]:
            continue
        if _spells(letters, w.plain[s:end], exact=not parted):
            kind = kind_of(w, match, end)
            yield Candidate(s, end, kind, "defined_acronym", acronym=(a, a + 1))
            yield Candidate(a, a + 1, kind, "acronym")


def _spells(letters: str, name: list[str], *, exact: bool) -> bool:
    """Whether the first words of a name spell the letters, or their initials do."""
    for end in range(_LEAST, len(name) + 1):
        if initials(name[:end]) == letters or (not exact and fits(letters, name[:end])):
            return True
    return False
