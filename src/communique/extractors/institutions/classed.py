"""Bodies told after the noun of their class: « les assureurs (A et B) », « des syndicats comme A »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.usage_lists import company_forms
from communique.extractors.institutions.words import ARTICLES, OF, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import singular

_FORMS = company_forms()
_MANY = wordset("of_members")
_MEMBERS = wordset("members")
_NOT_MEMBERS = wordset("not_members")
_PLACES = places()
_OPENERS = frozenset(("(", "dont", "notamment", "comme", "tels", "telles", ":"))
_SIGNS = frozenset((",", ";", "/", "et", "ou"))
_REACH = 7  # tokens between the determiner and the bracket
_LONGEST, _LIST, _ROW = 6, 60, 12  # tokens of a name, of a list; names of a row


def classed_names(ctx: Context) -> Iterator[Candidate]:
    """Two names at least between brackets, or those of a row that « dont », « comme » or a colon opens."""
    w = ctx.w
    for p in w.places_of(_OPENERS):
        if w.text[p] == "(":
            noun, items = _class_before(w, p), []
            if noun is not None and len(items := _items(ctx, p)) < 2:
                continue
        else:
            start = _row_start(w, p)
            noun = _class_before(w, p - (w.text[p - 1] == ",")) if start else None
            items = _row(ctx, start) if noun is not None and noun not in _MEMBERS else []
        if noun is not None:
            for first, last in items:
                yield Candidate(first, last, _FORMS.get(noun, "company"), "classed_name")


def _row_start(w: Words, p: int) -> int:
    """Where the names begin after « dont », « comme », « telles que », a colon; 0 where none do."""
    word = w.plain[p]
    if word in ("tels", "telles"):
        return p + 2 if w.plain[p + 1 : p + 2] in (["que"], ["qu'"]) else 0
    return 0 if word in ("dont", "notamment") and w.text[p - 1] != "," else p + 1


def _row(ctx: Context, start: int) -> list[tuple[int, int]]:
    """The names between commas up to the one that « et » brings, or the one name that stands alone."""
    w, out = ctx.w, list[tuple[int, int]]()
    k, last = start, False
    alone = w.text[start - 1] == ":"
    while k < len(w) and len(out) < _ROW:
        end = _name_end(ctx, k)
        if (
            alone
            and end < len(w)
            and w.joined(end)
            and w.text[end][0].isalpha()
            and w.plain[end] not in ("et", "ou")
        ):
            return []  # "deux ouvrages collectifs : Notre avenir commun"
        name = _name(ctx, k, end)
        if name is None:
            return []
        out.append(name)
        k = end
        if last or k >= len(w) or not (w.joined(k) or w.text[k] == ","):
            break
        last = w.plain[k] in ("et", "ou")
        if w.text[k] != "," and not last:
            break
        if w.text[k] == "," and not _capital_next(w, k + 1):
            return out if len(out) == 1 else []
        k += 1
    return out if last or len(out) == 1 else []


def _capital_next(w: Words, k: int) -> bool:
    k += k < len(w) and w.plain[k] in ARTICLES and not w.cap[k]
    return k < len(w) and w.cap[k] and w.joined(k)


def _name_end(ctx: Context, k: int) -> int:
    """The end of the capitals that begin at ``k``, article and small words between them included."""
    w = ctx.w
    k += k < len(w) and w.plain[k] in ARTICLES and not w.cap[k]
    while k < len(w) and (w.cap[k] or w.text[k] == "&" or (w.plain[k] in OF and _capital_next(w, k + 1))):
        k += 1
        if k < len(w) and not w.joined(k):
            break
    return k


def _class_before(w: Words, p: int) -> str | None:
    """The noun whose phrase, with a plural determiner, ends right before the bracket at ``p``."""
    for k in range(p - 1, max(-1, p - _REACH - 1), -1):
        if not w.joined(k + 1) or not (w.text[k][0].isalpha() or w.text[k][-1] == "'"):
            return None
        if w.plain[k] in _MANY:
            for noun in w.plain[k + 1 : min(k + 3, p)]:
                called = noun in _FORMS and noun[-1] in "sx" and singular(noun) not in _NOT_MEMBERS
                if called or noun in _MEMBERS:
                    return noun
    return None


def _items(ctx: Context, p: int) -> list[tuple[int, int]]:
    """The names between the bracket at ``p`` and its end; none where one of them is no possible name."""
    w, out = ctx.w, list[tuple[int, int]]()
    first = k = p + 1
    while k < min(len(w), p + _LIST):
        sign = w.plain[k] in _SIGNS and not (w.plain[k] == "et" and k == first)
        if not sign and w.text[k] != ")":
            k += 1
            continue
        name = _name(ctx, first, k)
        if name is None:
            return []
        out.append(name)
        if w.text[k] == ")":
            return out
        first = k = k + 1
    return []


def _name(ctx: Context, first: int, last: int) -> tuple[int, int] | None:
    """A name with its capital, article apart: no place, nobody's, and no word of the language."""
    w = ctx.w
    start = first + (first < last and w.plain[first] in ARTICLES and not w.cap[first])
    if not 0 < last - start <= _LONGEST or not w.cap[start] or w.text[start][0].isdigit():
        return None
    for k in range(start, last):
        if ctx.in_person[k] or not (w.cap[k] or w.plain[k] in OF or w.text[k] in "&-" or w.text[k].isdigit()):
            return None
    if registry_key(w.span_text(start, last)) in _PLACES:
        return None
    return start, last
