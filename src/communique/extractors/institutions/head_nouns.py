"""Head nouns of institution names ("université", "centre hospitalier"), and where a text has them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple, cast

from communique.document import split_tokens
from communique.extractors.institutions.words import OF, ROOM, Words, wordset
from communique.gazetteer import places, registry_key, split_words
from communique.lexicon import lines, singular, words
from communique.records import InstitutionKind
from communique.spellings import Caller, Spelling

_MANY_STATES = ("europeen", "internation", "mondial", "african", "africain")
_FOR_CAUSES = (
    "coordination",
    "collectif",
    "comite",
    "observatoire",
    "alliance",
    "union",
    "federation",
    "association",
)
_ELIDED = "' "
_LINKS = frozenset(("de", "des", "du", "d'", "la", "l'", "aux", "a", "pour", "contre"))


class Head(NamedTuple):
    """A head noun as a tuple of singular plain words, its kind and flags (see ``heads.txt``)."""

    words: tuple[str, ...]
    kind: InstitutionKind
    flags: str


class HeadMatch(NamedTuple):
    """A head noun in the text: tokens ``first`` to ``last`` (excluded)."""

    head: Head
    first: int
    last: int
    plural: bool


@cache
def heads() -> dict[str, list[Head]]:
    """Head nouns by their first word, singular or plural, longest first."""
    out: dict[str, list[Head]] = {}
    for line in lines(ROOM, "heads.txt"):
        noun, kind, flags = (part.strip() for part in (line + " ").split("|"))
        split = tuple(map(singular, noun.split() if "'" not in noun else split_tokens(noun)))
        out.setdefault(split[0], []).append(Head(split, cast("InstitutionKind", kind), flags))
    for entries in out.values():
        entries.sort(key=lambda h: -len(h.words))
    for word, entries in list(out.items()):
        if len(word) > 2:  # the plurals, which lead to the same nouns
            out[word + "s"] = out[word + "x"] = entries
        if word.endswith("al"):
            out.setdefault(word[:-1] + "ux", entries)
    return out


@cache
def generic() -> frozenset[tuple[str, ...]]:
    """Phrases that begin like a name and are none."""
    return frozenset(tuple(map(singular, split_words(p))) for p in words(ROOM, "generic.txt"))


_TOLD = 4  # words of a subject that make it an article's


@cache
def organs() -> dict[str, list[tuple[str, ...]]]:
    """Organs of a body by their first word: « conseil d'administration »."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words(ROOM, "organs.txt"):
        split = tuple(map(singular, split_words(phrase)))
        out.setdefault(split[0], []).append(split)
    return out


@cache
def organ_words() -> frozenset[str]:
    """The first words of the organs, as they stand in a text."""
    return frozenset(form for word in organs() for form in (word, word + "s", word + "x"))


def organ_end(w: Words, i: int) -> int:
    """The end of an organ's noun phrase at token ``i``, which names no body, whatever follows; 0 for none."""
    for phrase in organs().get(singular(w.plain[i]), ()):
        if tuple(map(singular, w.plain[i : i + len(phrase)])) == phrase:
            return i + len(phrase)
    return 0


def _is_noun(form: Spelling) -> bool:
    return form.plain in heads()


_NOUNS = Caller(_is_noun)


def find_heads(w: Words) -> list[HeadMatch]:
    """Every head noun of the text, longest first at each place."""
    table, out = heads(), []
    for i in _NOUNS.of(w.doc.forms):
        word = w.plain[i]
        if organ_end(w, i):
            continue
        entries = table[word]
        following = singular(w.plain[i + 1]) if i + 1 < len(w) else ""
        for head in entries:
            size = len(head.words)
            if size > 1 and head.words[1] != following:
                continue
            if size == 1 or (
                i + size <= len(w)
                and all(singular(w.plain[i + k]) == head.words[k] and w.joined(i + k) for k in range(1, size))
            ):
                while head.words[size - 1] in _LINKS:  # the complement keeps its preposition
                    size -= 1
                out.append(HeadMatch(head, i, i + size, word != head.words[0]))
                break
    return out


def national(w: Words, match: HeadMatch) -> bool:
    """« fédération française de », « union nationale des »: a body of a country or continent, no firm."""
    named = [word for word in match.head.words if word not in _LINKS]
    if match.head.kind in ("company", "local_authority", "media", "other") or len(named) > 2:
        return False
    told, k = wordset("national") | wordset("of_nations"), match.last
    if named[0] == "reseau" and (*named, w.plain[k])[1].startswith(("international", "mondial")):
        return False  # whose it is, not what it is called
    if len(named) == 2 and named[1] in told:
        return w.plain[k] in OF
    if w.plain[k] not in told or k + 1 >= len(w):
        return False
    return w.plain[k + 1] in OF or (named[0] in _FOR_CAUSES and w.plain[k + 1] in ("pour", "contre"))


@cache
def _modifiers() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(ROOM).joinpath("kinds.toml").read_text("utf-8"))


def _spaced(w: Words, first: int, end: int) -> str:
    """The words of a name as ``kinds.toml`` may write them: " de l' orientation | de l'orientation"."""
    name = f" {' '.join(w.plain[first:end])}"
    return f"{name} |{name.replace(_ELIDED, _ELIDED[0])}" if _ELIDED in name else name


def kind_of(w: Words, match: HeadMatch, end: int) -> InstitutionKind:
    """The kind of a headed name: its head noun's, unless its complement tells better."""
    noun = match.head.words[0]
    if (
        noun == "academie"
        and "beaux-arts" not in w.plain[match.last : end]
        and w.cap[end - 1]
        and registry_key(w.text[end - 1]) in places()
    ):
        return "public_body"  # of schools: "Académie de Nantes"
    table = _modifiers().get(noun) or _modifiers().get(noun + "s")
    told = [word for word in match.head.words if word not in _LINKS]
    if table is None or len(told) > (1 if told[0] == "caisse" else 2):
        return match.head.kind  # "centre communal d'action sociale" says it all
    complement = _spaced(w, match.first + 1, end)
    first = w.plain[match.last] if match.last < end else ""
    nation = first in wordset("of_nations") and not first.startswith(_MANY_STATES)
    for kind, stems in table.items():
        if kind == "international" and nation:
            continue  # "Agence marocaine de coopération internationale"
        if any(" " + stem in complement for stem in stems):  # "formation", not "information"
            return cast("InstitutionKind", kind)
    if match.head.words == ("institut",) and of_school(w):
        return "education"
    if match.head.words == ("compagnie",) and of_stage(w):
        return "culture"
    if match.head.words == ("departement",) and match.last < end and w.plain[match.last] not in OF:
        return "education"  # "le Département Conception et conduite des véhicules"
    return match.head.kind


def kind_by_words(w: Words, first: int, end: int) -> InstitutionKind | None:
    """The kind that the words of a name tell which opens with no head noun: « Forces armées de la RDC »."""
    name = _spaced(w, first, end)
    for kind, stems in _modifiers()["unheaded"].items():
        if any(" " + stem in name for stem in stems):
            return cast("InstitutionKind", kind)
    return None


def of_hospital(w: Words) -> bool:
    """Whether the article tells of care: its institutes are hospitals."""
    return _tellings(w, "of_hospitals") > 2


def of_stage(w: Words) -> bool:
    """Whether the article tells of plays: its companies are troupes."""
    return _tellings(w, "of_stage") > 1


def of_school(w: Words) -> bool:
    """Whether the article tells of pupils more than of research: its institutes are schools."""
    return _tellings(w, "of_schools") > 2 * _tellings(w, "of_research") + 2


def told_after_people(w: Words) -> InstitutionKind | None:
    """What stands in brackets after people: laboratories where scholars meet, parties where one votes."""
    scholars, votes = _tellings(w, "of_scholars"), _tellings(w, "of_votes")
    if max(scholars, votes) < _TOLD:
        return None
    return "research" if scholars > votes else "association"


def _tellings(w: Words, called: str) -> int:
    """How often the words of a list stand in the article."""
    return sum(len(w.doc.places.get(word, ())) for word in wordset(called))
