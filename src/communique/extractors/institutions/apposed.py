"""An acronym and the name beside it: "l'ANTD, Association nationale des torves debout", in either order."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.acronyms import fits, initials, letters_of, not_acronyms
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.clauses import clause_begins
from communique.extractors.institutions.head_nouns import kind_of
from communique.extractors.institutions.lower_heads import extent_of
from communique.extractors.institutions.words import ARTICLES, OF, Words, wordset

_NOT_ACRONYMS = not_acronyms()
_LEAST = 3  # letters
_SURE = 4  # letters that need not be the initials
_SIGNS = frozenset((",", "-", "–", "—", ":", "|", "/", "ou", "soit"))
_DASHES = frozenset("-–—|/")
_STOPS = frozenset('.;:()[]«»“”"!?|/–—*')
_CALLED = wordset("before_acronyms")
_FURTHER = 8  # tokens after which a name still goes on
_LONGEST = 16
_WAY = 6  # tokens of « plus connue sous le sigle »


def apposed_names(ctx: Context) -> Iterator[Candidate]:
    """« l'ANTD, Association … », « l'ANTD - Association … », « l'ANTD Association … »."""
    w = ctx.w
    for match in ctx.head_matches:
        s = match.first
        k = s - 1
        k -= k > 0 and w.plain[k] in ARTICLES and not w.cap[k]
        parted = k > 0 and w.text[k] in _SIGNS
        a = k - parted
        if a < 0 or a >= s or not _is_acronym(w, a):
            continue
        letters = letters_of(w.plain[a])
        beside = parted or (k == s - 1 and w.cap[s] and w.joined(s))
        if not beside or w.text[a] in _NOT_ACRONYMS or letters[0] != w.plain[s][0]:
            continue
        if "\n\n" in w.doc.text[w.end[a] : w.start[s]]:
            continue
        end = extent_of(ctx, match).end
        if not _spells(letters, w.plain[s:end], exact=not parted):
            end = _further(w, s, max(end, s + _LEAST), letters) if parted and w.cap[s] else 0
        if end - s >= _LEAST:
            kind = kind_of(w, match, end)
            yield Candidate(s, end, kind, "defined_acronym", acronym=(a, a + 1))
            yield Candidate(a, a + 1, kind, "acronym")


def acronyms_after(ctx: Context) -> Iterator[Candidate]:
    """« Centre de Recherche en Économie et Sciences Politiques CRESP », which says how far it goes."""
    w = ctx.w
    starts = {m.first: m for m in ctx.head_matches if w.cap[m.first]}
    if not starts:
        return
    for a in w.capitals:
        if a < _LEAST or not _is_acronym(w, a) or w.text[a] in _NOT_ACRONYMS:
            continue
        p = a - (w.text[a - 1] in _DASHES)
        if "\n" in w.gap(a) + w.gap(p) or not (p < a or w.joined(a)) or len(w.text[a]) < _SURE:
            continue
        if not w.is_word(p - 1) or w.plain[p - 1] in _CALLED:
            continue
        letters = letters_of(w.plain[a])
        for s in range(p - 1, max(-1, p - _LONGEST), -1):
            if (w.text[s] in _STOPS and w.text[s] != "-") or (s + 1 < p and not w.joined(s + 1)):
                break
            if clause_begins(w, s):
                break
            if s in starts and w.plain[s][0] == letters[0] and fits(letters, w.plain[s:p]):
                kind = kind_of(w, starts[s], p)
                yield Candidate(s, p, kind, "defined_acronym", acronym=(a, a + 1))
                yield Candidate(a, a + 1, kind, "acronym")
                break


def acronyms_told(ctx: Context) -> Iterator[Candidate]:
    """« l'Agence régionale de l'eau, dite ARDE », « …, FEBA, dénonce »: letters after a name that is read."""
    w = ctx.w
    for c in tuple(ctx.accepted):
        if c.rule in ("acronym", "coordinated_name") or c.name is not None:
            continue
        if c.last - c.first > 1:
            a = _told(w, c.last) or _noted(w, c)
            if a and c.acronym is None and fits(letters_of(w.plain[a]), w.plain[c.first : c.last]):
                yield Candidate(c.first, c.last, c.kind, "defined_acronym", acronym=(a, a + 1))
                yield Candidate(a, a + 1, c.kind, "acronym")
        elif _is_acronym(w, c.first) and (span := _spelt_after(w, c.first)) is not None:
            yield Candidate(*span, c.kind, "defined_acronym", acronym=(c.first, c.last))
            yield Candidate(c.first, c.last, c.kind, "acronym")


def _is_acronym(w: Words, a: int) -> bool:
    return w.is_acronym(a) and w.text[a].isupper() and not w.shouted[a] and len(w.text[a]) >= _LEAST


def _told(w: Words, p: int) -> int:
    """The acronym that a comma, a mark or « dite » brings after what ends at token ``p``; else 0."""
    a = p
    while a < len(w) and a - p < _WAY and "\n" not in w.gap(a) and w.plain[a] in _CALLED and not w.cap[a]:
        a += 1
    if a == p or a >= len(w) or "\n" in w.gap(a) or not _is_acronym(w, a) or w.text[a] in _NOT_ACRONYMS:
        return 0
    return 0 if a + 1 < len(w) and w.joined(a + 1) and (w.cap[a + 1] or w.text[a + 1] in OF) else a


def _noted(w: Words, c: Candidate) -> int:
    """« * Fédération … », a note's line: the acronym that bears its mark, « la FNTV* »; 0 where none."""
    mark = c.first - 1
    if mark < 0 or not (w.text[mark] == "*" or (w.text[mark] == ")" and w.text[mark - 1].isdigit())):
        return 0
    sign = w.text[mark] if w.text[mark] == "*" else w.text[mark - 1]
    if not w.line_break(mark - (2 if sign != "*" else 0)):
        return 0
    letters = initials(w.plain[c.first : c.last])
    for k in w.doc.places.get(letters, ()):
        if _is_acronym(w, k) and sign in w.text[k + 1 : k + 3]:
            return k
    return 0


def _spelt_after(w: Words, a: int) -> tuple[int, int] | None:
    """« PTS, Patriotes torvanais pour la solidarité »: the words after a body's letters that spell them."""
    s, letters = a + 2, letters_of(w.plain[a])
    if len(letters) < _LEAST or s >= len(w) or w.text[a + 1] not in _SIGNS | {"("} or w.text[a + 1] in "/|":
        return None
    s += w.plain[s] in ARTICLES and not w.cap[s]
    if s >= len(w) or not w.cap[s] or w.plain[s][0] != letters[0] or "\n" in w.gap(s):
        return None
    for k in range(s + _LEAST, min(len(w), s + _LONGEST) + 1):
        if not w.joined(k - 1) or w.text[k - 1] in _STOPS:
            return None
        if initials(w.plain[s:k]) == letters:
            closed = k >= len(w) or not w.joined(k) or not (w.cap[k] or w.is_adjective(k) or w.plain[k] in OF)
            return (s, k) if closed else None
    return None


def _further(w: Words, s: int, end: int, letters: str) -> int:
    """The end of a name that goes on until its words spell the letters; 0 where they do not."""
    for k in range(end, min(len(w), end + _FURTHER)):
        if not w.joined(k) or w.text[k] in _STOPS or w.text[k] == "," or clause_begins(w, k):
            return 0
        after = k + 1
        if fits(letters, w.plain[s:after]):
            goes_on = after < len(w) and w.joined(after) and (w.cap[after] or w.is_adjective(after))
            if not goes_on:
                return after
    return 0


def _spells(letters: str, name: list[str], *, exact: bool) -> bool:
    """Whether the first words of a name spell the letters, or their initials do."""
    for end in range(_LEAST, len(name) + 1):
        if initials(name[:end]) == letters or (not exact and fits(letters, name[:end])):
            return True
    return False
