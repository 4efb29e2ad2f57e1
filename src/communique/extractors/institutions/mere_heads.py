"""Head nouns of bodies that name none in some company: buildings, orders of merit, movements, meetings."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import HeadMatch
from communique.extractors.institutions.unlikely import of_a_land
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, Words, function_words, wordset
from communique.lexicon import words

_FUNCTION_WORDS = function_words()
_TITLES = words(ROOM, "titles.txt")
_LANDS = wordset("countries_named")
_SEATS = wordset("owners_of_seats")
_DECORATIONS = wordset("decorations")
_MOVEMENTS = wordset("schools_of_thought")
_GATHERINGS = ("atelier", "ateliers", "forum", "conference")
_SCHOOLS = ("ecole", "ecoles")
_LABELS = ("site", "page", "blog")
_PLURAL = frozenset(("les", "des", "aux", "ces", "nos"))
_INSIDE = frozenset(("dans", "a", "vers", "hors", "travers", "sur", "depuis"))
_AREAS = frozenset(("wilaya", "gouvernorat"))


def names_nobody(ctx: Context, match: HeadMatch) -> bool:
    """Whether the head noun and what follows it name no body."""
    w, i, k = ctx.w, match.first, match.last
    noun = match.head.words[0]
    if k >= len(w):
        return False
    if noun == "gouvernement":
        return governed_by(ctx, k)
    if noun in _AREAS:
        return _area(w, i)
    if noun in _SCHOOLS:
        return w.plain[k] in OF and w.plain[min(k + 1, len(w) - 1)] in _MOVEMENTS
    if noun == "hotel":
        return w.plain[k] in OF and _first_noun(w, k) in _SEATS
    if noun == "ordre":
        return any(word in _DECORATIONS for word in w.plain[k : min(len(w), k + 4)])
    if noun == "cour":
        return w.plain[k : k + 2] == ["d'", "honneur"]
    if noun == "conseil":
        return w.plain[k] == "interministeriel"
    if noun in _LABELS:
        return i == 0 or w.line_break(i)
    if noun == "organisme":
        return not w.cap[k]
    if noun in _GATHERINGS and _gathers(ctx, match):
        return True
    if noun == "cinema":
        return of_a_land(w, k) and not w.plain[k].endswith("s")
    if noun == "campus":
        return w.plain[k] in OF and w.plain[i - 1 : i] == ["le"] and w.plain[i - 2 : i - 1] == ["sur"]
    if w.text[i].isupper() and w.plain[i - 1] in _PLURAL and i:
        return w.plain[k] in OF and w.plain[k + 1 : k + 2] != [] and w.plain[k + 1] in _LANDS
    return (
        match.head.kind == "media"
        and w.plain[k] in _FUNCTION_WORDS
        and w.cap[k]
        and w.plain[k] not in ARTICLES
    )


def _gathers(ctx: Context, match: HeadMatch) -> bool:
    """« lors des Ateliers de X », « la Conférence Python », « la 3e édition du Forum de X »: an event."""
    w, i, k = ctx.w, match.first, match.last
    if i > 1 and w.plain[i - 2] in ("lors", "occasion", "edition"):
        return True
    if match.head.words == ("conference",) and w.cap[i]:
        return w.cap[k] and not w.adjectival(k) and w.joined(k)
    return (w.plain[i], *w.plain[k : k + 2]) in _held(w)


def _held(w: Words) -> set[tuple[str, ...]]:
    """The first words of what has an edition: « la 27e édition du Forum des Métiers »."""
    return {tuple(w.plain[k + 2 : k + 5]) for k in w.doc.places.get("edition", ())}


def governed_by(ctx: Context, k: int) -> bool:
    """« le gouvernement de Morvel », « du président Anne Petit », « du Premier ministre »: who leads it."""
    w = ctx.w
    if k + 1 >= len(w) or w.plain[k] not in OF:
        return False
    k += 1 + (w.plain[k + 1] in ARTICLES)
    return k < len(w) and (ctx.in_person[k] or w.plain[k] in _TITLES)


def _area(w: Words, i: int) -> bool:
    """« dans la wilaya de Torva », « Torvel (wilaya de Morva) »: a place."""
    if i and w.text[i - 1] == "(":
        return True
    return i > 1 and w.plain[i - 1] in ("la", "le") and w.plain[i - 2] in _INSIDE


def _first_noun(w: Words, k: int) -> str:
    k += 1 + (k + 1 < len(w) and w.plain[k + 1] in ARTICLES)
    return w.plain[k] if k < len(w) else ""
