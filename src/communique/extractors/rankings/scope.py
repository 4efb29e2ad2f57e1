"""Scope of a rank: world, Europe, a country, a region, read from the words beside the position."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from communique.document import Document
from communique.extractors.rankings.patterns import small_words
from communique.records import Scope

_BEFORE_PLACE = small_words("before_place")
_LONGEST = 6


class ScopeHit(NamedTuple):
    """Where the scope is said and what it is; ``scope`` is None for a union of countries, which has none."""

    start: int
    end: int
    scope: Scope | None


class _Places(NamedTuple):
    names: dict[tuple[str, ...], Scope]
    starts: frozenset[str]
    words: dict[str, Scope | None]
    events: frozenset[str]


@cache
def _places() -> _Places:
    raw = resources.files(__package__).joinpath("places.toml").read_text("utf-8")
    data = tomllib.loads(raw)
    names: dict[tuple[str, ...], Scope] = {}
    for scope, entries in data["names"].items():
        for entry in entries:
            names[tuple(entry.lower().replace("d'", "d' ").split())] = scope
    words: dict[str, Scope | None] = {}
    for scope, entries in data["words"].items():
        for entry in entries:
            words[entry] = None if scope == "none" else scope
    return _Places(names, frozenset(n[0] for n in names), words, frozenset(data["events"]["heads"]))


def find_scope(doc: Document, start: int, end: int) -> ScopeHit | None:
    """The first scope said between two offsets.

    >>> doc = Document("la 6e place mondiale, devant deux écoles françaises")
    >>> find_scope(doc, 11, 20)
    ScopeHit(start=12, end=20, scope='world')
    """
    tokens, places = doc.tokens, _places()
    i, last = tokens.at(start), tokens.before(end)
    union: ScopeHit | None = None
    while i <= last:
        word = tokens.plain[i]
        if word in places.starts and (hit := _name(doc, i, last)):
            return union or hit
        if word in places.words and not _is_proper(doc, i) and (word not in _ITSELF or _told_of(doc, i)):
            scope = places.words[word]
            if scope is not None and i < last and places.words.get(tokens.plain[i + 1], scope) is None:
                scope = None
            hit = ScopeHit(tokens.start[i], tokens.end[i], scope)
            if (
                scope == "regional"
                and word.startswith("regiona")
                and (wider := _of_wider(doc, i, last)) is not None
            ):
                return wider  # "les meilleurs aéroports régionaux d'Europe"
            if scope is not None and (union is None or scope == "world"):
                return hit
            union = union or hit
        i += 1
    return union


def _of_wider(doc: Document, i: int, last: int) -> ScopeHit | None:
    """The place after an adjective: "régionaux d'Europe"."""
    tokens = doc.tokens
    k = i + 1
    while k <= last and k < i + 3 and tokens.plain[k] in {"d'", "de", "du", "la"}:
        k += 1
    return _name(doc, k, last) if i + 1 < k <= last and tokens.plain[k] in _places().starts else None


_ITSELF = frozenset({"pays", "departement", "academie"})


def _told_of(doc: Document, i: int) -> bool:
    """Whether "pays" is the one told of ("du pays"), not what is ranked ("les dix premiers pays")."""
    before = doc.tokens.plain[i - 1] if i else ""
    after = doc.tokens.plain[i + 1] if i + 1 < len(doc.tokens) else ""
    if after == "de" and doc.tokens.plain[i] == "academie":
        after = (
            "" if doc.text[doc.tokens.start[i + 2] :][:1].isupper() else after
        )  # "de l'académie de Rennes"
    return before in {"du", "le", "au", "un", "notre", "ce", "son", "l'"} and after not in {"de", "d'", "des"}


def _is_proper(doc: Document, i: int) -> bool:
    """Whether a word of scope is part of a name: "Planète Bois", "le palmarès du Monde"."""
    surface, plain = doc.tokens.text[i], doc.tokens.plain[i]
    if not (i and surface[0].isupper() and surface[1:].islower()) or _places().words.get(plain) is None:
        return False
    following = doc.tokens.text[i + 1] if i + 1 < len(doc.tokens) else ""
    return plain == "monde" or following[:1].isupper()


def _name(doc: Document, i: int, last: int) -> ScopeHit | None:
    """A place's name at token ``i``, after a preposition and outside the name of an event."""
    tokens, places = doc.tokens, _places()
    for size in range(min(_LONGEST, last - i + 1), 0, -1):
        scope = places.names.get(tuple(tokens.plain[i : i + size]))
        if scope is None:
            continue
        named = i > 0 and tokens.plain[i - 1] in _BEFORE_PLACE and doc.text[tokens.start[i]].isupper()
        if not named and tokens.plain[i] != "canton":
            return None
        head = i - 2 if i >= 2 and tokens.plain[i - 1] in {"de", "d'", "du", "la", "l'"} else -1
        if head >= 1 and tokens.plain[head] in {"de", "d'", "du"}:
            head -= 1
        if head >= 0 and (tokens.plain[head] in places.events or _shows_name(doc, head)):
            return None
        return ScopeHit(tokens.start[i], tokens.end[i + size - 1], scope)
    return None


def _shows_name(doc: Document, head: int) -> bool:
    """Whether token ``head`` is a capitalised word inside a sentence: "la Banque de France"."""
    surface = doc.tokens.text[head]
    if not surface[0].isupper() or surface.isupper():
        return False
    return head > 0 and doc.tokens.text[head - 1][-1].isalnum()


def place_in_name(doc: Document, start: int, end: int, *, adjective: bool = False) -> ScopeHit | None:
    """The place that a ranking's name carries: "Best Workplaces France 2025".

    ``adjective``: only the one beside its head noun counts ("classement national de la vie étudiante").
    """
    tokens, places = doc.tokens, _places()
    head = tokens.at(start)
    if (
        head + 1 < len(tokens)
        and tokens.start[head + 1] < end
        and (scope := places.words.get(tokens.plain[head + 1]))
    ):
        return ScopeHit(tokens.start[head + 1], tokens.end[head + 1], scope)
    if adjective:
        return None
    for i in range(head, min(tokens.before(end) + 1, len(tokens))):
        scope = places.names.get((tokens.plain[i],))
        if scope and doc.text[tokens.start[i]].isupper() and places.words.get(tokens.plain[i]) is None:
            return ScopeHit(tokens.start[i], tokens.end[i], scope)
    return None
