"""Bodies told between brackets after the noun of their class: « les assureurs (Groupama et Macif) »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.usage_lists import company_forms
from communique.extractors.institutions.words import OF, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import singular

_FORMS = company_forms()
_MANY = wordset("of_members")
_MEMBERS = wordset("members")
_NOT_MEMBERS = wordset("not_members")
_PLACES = places()
_ARTICLES = frozenset(("le", "la", "l'", "les"))
_SIGNS = frozenset((",", ";", "/", "et", "ou"))
_REACH = 7  # tokens between the determiner and the bracket
_LONGEST, _LIST = 6, 60  # tokens of a name, of a list


def classed_names(ctx: Context) -> Iterator[Candidate]:
    """Two names at least after a plural noun that bodies are called by."""
    w = ctx.w
    for p in w.doc.places.get("(", ()):
        noun = _class_before(w, p)
        if noun is None:
            continue
        items = _items(ctx, p)
        if len(items) > 1:
            for first, last in items:
                yield Candidate(first, last, _FORMS.get(noun, "company"), "classed_name")


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
    start = first + (first < last and w.plain[first] in _ARTICLES and not w.cap[first])
    if not 0 < last - start <= _LONGEST or not w.cap[start] or w.text[start][0].isdigit():
        return None
    for k in range(start, last):
        if ctx.in_person[k] or not (w.cap[k] or w.plain[k] in OF or w.text[k] in "&-" or w.text[k].isdigit()):
            return None
    if registry_key(w.span_text(start, last)) in _PLACES:
        return None
    return start, last
