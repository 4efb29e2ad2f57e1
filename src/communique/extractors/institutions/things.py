"""Names that an article gives to laws, rankings, events, disciplines: whatever their uses, no bodies."""

from __future__ import annotations

from communique.extractors.institutions.acronyms import fits, letters_of, looks_like_acronym
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import singular
from communique.extractors.institutions.open_names import MARKS, titled_work
from communique.extractors.institutions.usage_lists import events, negatives
from communique.extractors.institutions.words import wordset

_REACH = 16


def named_things(ctx: Context) -> set[str]:
    """Acronyms whose long form begins with the noun of a thing: "l'accord de pêche durable (APD)"."""
    w, found = ctx.w, set[str]()
    headed = {m.first for m in ctx.head_matches}
    for p in w.doc.places_of(("(",)):
        a = p + 1
        if p == 0 or a + 1 >= len(w):
            continue
        if looks_like_acronym(w, a) and w.text[a + 1] in "),;:" and w.is_acronym(a):
            if _thing_before(ctx, p, a, headed):
                found.add(w.text[a])
        elif looks_like_acronym(w, p - 1) and w.is_acronym(p - 1) and _thing_inside(ctx, p, headed):
            found.add(w.text[p - 1])
    return found


def _thing_before(ctx: Context, p: int, a: int, headed: set[int]) -> bool:
    """Whether the words before the parenthesis at ``p`` spell the acronym at ``a`` and name a thing."""
    w, letters = ctx.w, letters_of(ctx.w.plain[a])
    last = p - 1 - (w.text[p - 1] in MARKS)
    if w.cap[last] and w.plain[last] in wordset("foreign_acts"):
        return True
    for s in range(last, max(-1, p - _REACH), -1):
        if w.text[s] in ".;:()!?" or w.text[s] in MARKS or (s < last and not w.joined(s + 1)):
            break
        if w.plain[s][0] == letters[0] and fits(letters, w.plain[s : last + 1]):
            noun = singular(w.plain[s])
            if s in headed:
                return False
            if noun in negatives() or noun in events():
                return True
    return False


def _thing_inside(ctx: Context, p: int, headed: set[int]) -> bool:
    """« DSA (Digital Services Act) », « PLF (projet de loi de finances) »."""
    w = ctx.w
    close = next((k for k in range(p + 1, min(len(w), p + _REACH)) if w.text[k] == ")"), None)
    if close is None or close - p < 3 or not fits(letters_of(w.plain[p - 1]), w.plain[p + 1 : close]):
        return False
    noun = singular(w.plain[p + 1])
    acts = w.cap[close - 1] and w.plain[close - 1] in wordset("foreign_acts")
    return acts or (p + 1 not in headed and (noun in negatives() or noun in events()))


def is_thing(ctx: Context, things: set[str], i: int, j: int) -> bool:
    """Whether a use at tokens ``i`` to ``j`` (excluded) shows that the name is a thing's."""
    w = ctx.w
    if j - i == 1 and (w.text[i] in things or len(w.text[i]) == 1):
        return True
    if j - i > 1 and w.plain[j - 1] in wordset("foreign_acts"):
        return True
    k = i - 1 - (i > 0 and w.text[i - 1] in MARKS)
    if k >= 0 and singular(w.plain[k]) in wordset("classifiers"):
        return True  # "dans la catégorie Computer Science"
    return i > 0 and w.text[i - 1] in MARKS and titled_work(w, i)
