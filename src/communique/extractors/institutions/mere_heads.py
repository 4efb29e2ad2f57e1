"""Head nouns of bodies that name none in some company: buildings, orders of merit, movements, meetings."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import HeadMatch
from communique.extractors.institutions.open_names import MARKS
from communique.extractors.institutions.unlikely import of_a_land
from communique.extractors.institutions.words import (
    ARTICLES,
    OF,
    ROOM,
    Words,
    endings,
    function_words,
    wordset,
)
from communique.extractors.people.lexicon import is_first_name
from communique.lexicon import singular, words

_FUNCTION_WORDS = function_words()
_PRENOMINAL = wordset("before_one_of_many")
_PARTS = wordset("parts_of_towns")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_DIPLOMAS = frozenset(
    (
        "diplome",
        "certificat",
        "attestation",
        "creation",
        "reprise",
        "restaurant",
        "comite",
        "stage",
        "bibliotheque",
    )
)
_AUXILIARIES = wordset("auxiliaries")
_NAMED_AFTER = frozenset(
    (
        "association",
        "fondation",
        "institut",
        "centre",
        "ecole",
        "lycee",
        "college",
        "hopital",
        "clinique",
        "maison",
    )
)
_UNITS = frozenset(
    ("pole", "service", "direction", "departement", "secteur", "commission", "cellule", "bureau")
)
_FIELDS = words(ROOM, "policy_fields.txt") | wordset("fields_named")
_NOMINAL = endings("nominal")
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
# "la Conférence des Nations unies sur l'Océan": a meeting, but for the one that is listed
_UNITED = (
    ["des", "nations", "unies"],
    ["des", "parties", "a"],
    ["des", "parties", "sur"],
)
_AREAS = frozenset(("wilaya", "gouvernorat"))


def names_nobody(ctx: Context, match: HeadMatch) -> bool:
    """Whether the head noun and what follows it name no body."""
    w, i, k = ctx.w, match.first, match.last
    noun = match.head.words[0]
    if k >= len(w):
        return False
    if (not w.cap[i] or w.text[i] == "ONG") and (
        _one_of_its_sort(w, i, k) or _of_a_trade(ctx, match) or _told_by(ctx, match)
    ):
        return True
    if noun in _UNITS and w.text[k] in MARKS:
        return _of_a_field(w, k)
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
    if noun == "conference" and w.plain[match.first + 1 : match.first + 4] in _UNITED:
        return True
    if noun == "tribune" and w.plain[k] in OF:
        after = k + 1 + (w.plain[min(k + 1, len(w) - 1)] in ARTICLES)
        return after < len(w) and not w.cap[after]  # "Tribune de l'association …"
    if noun == "conseil":
        return w.plain[k] == "interministeriel"
    if noun in _LABELS:
        return i == 0 or w.line_break(i) or (noun == "site" and w.plain[k] in OF)
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


def _one_of_its_sort(w: Words, i: int, k: int) -> bool:
    """« un bon lycée de Paris », « un lycée du centre de Paris »: one among others, told by where it is."""
    if w.plain[k] not in OF or i < 2 or not w.joined(i):
        return False
    if w.plain[i - 1] in _PRENOMINAL and w.determiner(i - 1) == "loose":
        return True
    return w.plain[k] == "du" and k + 2 < len(w) and w.plain[k + 1] in _PARTS and w.plain[k + 2] in OF


def _of_a_trade(ctx: Context, match: HeadMatch) -> bool:
    """« le chef d'entreprise Jean Torvel », « un diplôme d'université TechVert »: of what sort."""
    w, i, k = ctx.w, match.first, match.last
    if i < 2 or w.plain[i - 1] not in ("d'", "de") or not (w.joined(i) and w.joined(i - 1)) or match.plural:
        return False
    before = w.plain[i - 2]
    told = before in _ROLE_NOUNS or singular(before) in _DIPLOMAS
    return told and w.cap[k] and k not in ctx.known_ends


def _told_by(ctx: Context, match: HeadMatch) -> bool:
    """« La porte-parole de l'ONG Anne Torvel a déclaré »: who speaks for it, not what it is called."""
    w, i, k = ctx.w, match.first, match.last
    end = k + 2
    if end >= len(w) or not (w.cap[k] and w.cap[k + 1] and w.joined(k + 1)) or i < 3 or w.cap[end]:
        return False
    if (
        not is_first_name(w.plain[k])
        or w.plain[end] not in _AUXILIARIES
        or match.head.words[0] in _NAMED_AFTER
    ):
        return False
    at = i - 1
    while at > 0 and (w.plain[at] in OF or w.plain[at] in ARTICLES):
        at -= 1
    return (
        at < i - 1 and w.plain[at] in _ROLE_NOUNS and w.plain[at - 1] in ARTICLES and w.opens_sentence(at - 1)
    )


def _of_a_field(w: Words, k: int) -> bool:
    """« les pôles "Recherche" et "Support" »: one common word between marks."""
    if k + 2 >= len(w) or w.text[k + 2] not in MARKS or not w.text[k + 1][1:].islower():
        return False
    word = w.plain[k + 1]
    return word in _FIELDS or singular(word).endswith(_NOMINAL)


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
