"""Signs in what is told of people's work: « journaliste à X », « diplômée de X », « a travaillé pour X »."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.usage_lists import company_forms
from communique.extractors.institutions.words import Words, wordset
from communique.extractors.people.lexicon import first_names
from communique.gazetteer import places, registry_key
from communique.lexicon import singular
from communique.records import InstitutionKind

_PRESS_PEOPLE = wordset("of_the_press")
_GRADUATES = frozenset(("diplome", "diplomee", "diplomes", "diplomees", "alumnus", "alumni"))
_WORKED = wordset("works_for")
_FORMS = company_forms()
_PLACES = places()
_FIRST_NAMES = first_names()
_FEW, _CLAUSE = 5, 40


def career(ctx: Context, i: int, j: int) -> tuple[bool, InstitutionKind | None]:
    """Whether somebody's work settles that the name at tokens ``i`` to ``j`` is a body's, and its kind."""
    w = ctx.w
    before = w.plain[i - 1]
    if before in ("a", "de", "d'", "pour") and not w.cap[i - 1]:
        if _no_body(ctx, i, j):
            return False, None
        if before == "a" and w.lower[i - 1] == "à" and _said(w, i - 1, _PRESS_PEOPLE):
            return True, "media"
        if before in ("de", "d'") and w.plain[i - 2] in _GRADUATES:
            return True, "education"
        return before == "pour" and _said(w, i - 1, _WORKED), None
    if w.text[i - 1] == "," and ctx.in_person[i - 2] and w.text[j : j + 1] == [";"]:
        return not _no_body(ctx, i, j) and _beside_listed(ctx, i, j), None
    if (
        j + 2 < len(w)
        and w.text[j] == "("
        and w.text[j + 2] == ")"
        and registry_key(w.text[j + 1]) in _PLACES
    ):
        return not _no_body(ctx, i, j) and _of_firms(w, i), "company"
    return False, None


def _no_body(ctx: Context, i: int, j: int) -> bool:
    """A place, somebody, a word of the article."""
    w = ctx.w
    key = registry_key(w.span_text(i, j))
    if key in _PLACES or w.plain[i] in _FIRST_NAMES or (w.text[i] in ctx.reached and w.plain[i - 1] != "a"):
        return True
    return any(ctx.in_person[i:j]) or w.lower[i] in ctx.lower_words or w.text[i] in ctx.local_places


def _said(w: Words, k: int, called: frozenset[str]) -> bool:
    """Whether one of some words stands just before token ``k``, adjectives and numbers between."""
    for back in range(k - 1, max(-1, k - _FEW), -1):
        if w.plain[back] in called:
            return True
        if w.cap[back] or not (w.is_word(back) or w.text[back].isdigit()):
            return False
    return False


def _beside_listed(ctx: Context, i: int, j: int) -> bool:
    """Whether the next or the last of the row is somebody with a listed body."""
    w, k = ctx.w, j + 1
    while k < len(w) and ctx.in_person[k]:
        k += 1
    if k + 1 < len(w) and j + 1 < k and w.text[k] == "," and k + 1 in ctx.known_ends:
        return True
    first = i - 2
    while first > 0 and ctx.in_person[first - 1]:
        first -= 1
    if first < 3 or w.text[first - 1] != ";":
        return False
    return any(end == first - 1 and w.text[s - 1] == "," for s, end in ctx.known_ends.items())


def _of_firms(w: Words, i: int) -> bool:
    """Whether the clause tells of firms: « … ont été retenues parmi 40 start-up »."""
    for steps in (range(i - 1, max(-1, i - _CLAUSE), -1), range(i + 1, min(len(w), i + _CLAUSE))):
        for k in steps:
            if w.text[k] in ".!?" or w.line_break(k + (k < i)):
                break
            word = w.plain[k]
            if (
                word in _FORMS
                and _FORMS[word] == "company"
                and (singular(word) != word or word == "start-up")
            ):
                return True
    return False
