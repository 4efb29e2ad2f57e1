"""Offices of a State in a land, in small letters or in their own letters.

« la direction de la santé de la wilaya de Torva », « la BR de Torvel », « le GGD 81 ».
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.acronyms import initials
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.complements import extend
from communique.extractors.institutions.walk import Manner
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import words

_FIELDS = words(ROOM, "policy_fields.txt") | wordset("offices_fields")
_UNITS = wordset("gendarmes_letters")
_OF_POLICE = wordset("of_police")
_TOWNS_BEGIN = frozenset(
    (
        "el",
        "al",
        "ain",
        "sidi",
        "bou",
        "ben",
        "beni",
        "oued",
        "ouled",
        "hassi",
        "bordj",
        "ksar",
        "hammam",
        "saint",
    )
)
_POLICE = frozenset(("police",))
_ELECTED = frozenset(("apc", "apw"))
_OFFICES = frozenset(("direction",))
_PLACES = places()


def state_offices(ctx: Context) -> Iterator[Candidate]:
    """Directorates of a wilaya or a town, units of gendarmes and police by their letters."""
    w = ctx.w
    for i in w.places_of(_OFFICES):
        if not w.cap[i] and w.determiner(i) == "definite" and (found := _directorate(ctx, i)) is not None:
            yield found
    units = [i for i in w.places_of(_UNITS) if w.text[i].isupper() and w.determiner(i) == "definite"]
    if units and not _OF_POLICE.isdisjoint(w.doc.places):
        for i in units:
            if not w.shouted[i] and (end := _posted(w, i)):
                yield Candidate(i, end, "public_body", "state_office")

    for i in w.places_of(_POLICE):
        if not w.cap[i] and i and w.plain[i - 1] == "la" and (end := _police_end(w, i)):
            yield Candidate(i, end, "public_body", "unique_body")
    for i in w.places_of(_ELECTED):
        town = w.text[i].isupper() and not w.shouted[i] and w.plain[i + 1 : i + 2] in (["de"], ["d'"])
        if (
            town
            and (end := _posted(w, i))
            and not any(w.text[k - 1] == "(" for k in w.doc.places[w.plain[i]])
        ):
            yield Candidate(i, end, "local_authority", "state_office")  # "l'APC d'El Torva"


def _directorate(ctx: Context, i: int) -> Candidate | None:
    """What it watches over, then its letters or its land."""
    w, k = ctx.w, i + 1
    if k + 2 >= len(w) or w.plain[k] not in OF or not w.joined(k):
        return None
    k += 1 + (w.plain[k + 1] in ARTICLES)
    if w.plain[k] not in _FIELDS or w.cap[k]:
        return None
    end = extend(w, i + 1, manner=Manner(long=True), stops=ctx.stops).end
    if end <= k:
        return None
    inside = next((n for n in range(k + 1, end) if w.plain[n] in ("wilaya", "daira")), 0)
    if inside and (land := _wilaya_end(w, inside - 2)) > inside:
        return Candidate(i, land, "public_body", "state_office")
    if (land := _wilaya_end(w, end)) > end:
        return Candidate(i, land, "public_body", "state_office")
    a = end + 1
    if a + 1 < len(w) and w.text[end] == "(" and w.text[a + 1] == ")" and w.text[a].isupper():
        if initials(w.plain[i:end]) == w.plain[a]:
            return Candidate(i, end, "public_body", "defined_acronym", acronym=(a, a + 1))
        return None
    town = w.cap[end - 1] and w.plain[end - 2] in ("de", "d'") and registry_key(w.text[end - 1]) in _PLACES
    return Candidate(i, end, "public_body", "state_office") if town else None


def _wilaya_end(w: Words, k: int) -> int:
    """The end of « de la wilaya de Sidi Torva » at token ``k``, or ``k``."""
    if w.plain[k : k + 3] not in (["de", "la", "wilaya"], ["de", "la", "daira"]):
        return k
    end = k + 3
    if end + 1 < len(w) and w.plain[end] in ("de", "d'") and w.cap[end + 1] and w.joined(end + 1):
        end = w.glued(end + 1)
        while end < len(w) and w.joined(end) and w.cap[end] and not w.is_acronym(end):
            end = w.glued(end)
        return end
    return k


def _police_end(w: Words, i: int) -> int:
    """« la police de Liège »: of a town that is known; no prefect's, no station's."""
    k = i + 2
    if (
        k >= len(w)
        or w.plain[i + 1] not in ("de", "d'")
        or not (w.cap[k] and w.joined(k) and w.joined(i + 1))
    ):
        return 0
    end = w.glued(k)
    if end < len(w) and w.joined(end) and w.cap[end]:
        end = w.glued(end)
    return end if registry_key(w.span_text(k, end)) in _PLACES else 0


def _posted(w: Words, i: int) -> int:
    """The end of « BR *de Torvel* », « GGD *81* », « EGM *47/3* »; 0 where nothing tells which it is."""
    k = i + 1
    if k >= len(w) or not w.joined(k):
        return 0
    if w.text[k].isdigit() and len(w.text[k]) < 4:
        slash = k + 2 < len(w) and w.text[k + 1] == "/" and w.text[k + 2].isdigit() and w.gap(k + 1) == ""
        return k + 3 if slash else k + 1
    if w.plain[k] in ("de", "d'") and k + 1 < len(w) and w.cap[k + 1] and w.joined(k + 1):
        end = w.glued(k + 1)
        while end < len(w) and w.plain[end - 1] in _TOWNS_BEGIN and w.cap[end] and w.joined(end):
            end = w.glued(end)
        return end
    return 0
