"""What States have, in lower case: « le gouvernement malien », « le 13e bataillon de chasseurs alpins »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.complements import extend
from communique.extractors.institutions.lower_heads import ORDINAL
from communique.extractors.institutions.walk import Manner
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, THE_ONE, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import words

_DEMONYMS = words(ROOM, "demonyms.txt")
_STATE_BODIES = wordset("state_bodies")
_LEVELS = wordset("levels_of_state")
_SERVICES = wordset("state_services")
_WATCHES = wordset("watches")
_TROOPS = wordset("troops")
_MILITARY = wordset("military")
_UNITS = wordset("military_letters")
_PLACES = places()
_TRIGGERS = _STATE_BODIES | _SERVICES | _TROOPS | {"etat"}
_COUNTRIES = wordset("countries_named")
_HEADED = frozenset(
    (
        "chef",
        "chefs",
        "cheffe",
        "tete",
        "secretaire",
        "coup",
        "conseil",
        "conseiller",
        "ministre",
        "chefferie",
    )
)

_LAWFUL = ("gouvernement", "parlement")
_ROMAN = re.compile(r"[IVX]{1,4}")
_OF_LAND = frozenset(("territoire", "etat"))
_LONG = 3  # letters of a surname, at least


def state_bodies(ctx: Context) -> Iterator[Candidate]:
    """Governments, parliaments and armies of a country, its intelligence services, its numbered troops."""
    w = ctx.w
    for i in w.places_of(_TRIGGERS):
        if not i or not w.joined(i) or i + 1 >= len(w) or w.shouted[i]:
            continue
        word, end = w.plain[i], 0
        if word in _TROOPS:
            if end := _troop_end(ctx, i):
                if w.plain[end : end + 1] == ["de"] and w.cap[end + 1 : end + 2] == [True]:
                    ctx.local_places.add(w.text[end + 1])
                yield Candidate(i - 1, end, "public_body", "state_body")
            continue
        if w.plain[i - 1] not in THE_ONE:
            continue
        if word == "etat":
            if w.cap[i] and (end := _the_state(w, i)):
                yield Candidate(i, end, "public_body", "unique_body")
            continue
        if word in _STATE_BODIES:
            end = _of_country(w, i) or (_of_leader(ctx, i) if word == "gouvernement" else 0)
            end = end or (_of_territory(ctx, i) if word in _LAWFUL else 0)
        elif not w.cap[i]:
            end = _service_end(ctx, i)
        if end:
            yield Candidate(i, end, "public_body", "state_body")
    yield from _lettered(w)


def _of_country(w: Words, i: int) -> int:
    """« le gouvernement togolais », « le gouvernement fédéral allemand »; 0 where no country is told."""
    k = i + 1
    k += k + 1 < len(w) and w.plain[k] in _LEVELS and w.joined(k + 1)
    return k + 1 if w.plain[k] in _DEMONYMS and w.joined(k) and not w.cap[k] else 0


def _the_state(w: Words, i: int) -> int:
    """« l'État français », « l'Etat du Sénégal », whose head is somebody's function; 0 where none is told."""
    if i > 2 and not _HEADED.isdisjoint(w.plain[i - 3 : i - 1]):
        return 0
    k = i + 1
    if w.plain[k] in _DEMONYMS and not w.cap[k] and w.joined(k):
        return (
            0 if w.plain[k + 1 : k + 2] in (["de"], ["du"], ["d'"]) else k + 1
        )  # "l'État américain du Maine"
    if w.plain[k] not in OF or not w.joined(k) or k + 2 >= len(w):
        return 0
    k += 1 + (w.plain[k + 1] in ARTICLES)
    return k + 1 if w.cap[k] and w.plain[k] in _COUNTRIES and w.joined(k) else 0


def _of_leader(ctx: Context, i: int) -> int:
    """« le gouvernement Morvel », « le gouvernement Morvel II »: the name of whoever leads it alone."""
    w, k = ctx.w, i + 1
    if not (w.cap[k] and w.joined(k)) or w.text[k].isupper() or len(w.text[k]) <= _LONG:
        return 0
    if ctx.people.get(k, 0) > k + 1 or registry_key(w.text[k]) in _PLACES or k in ctx.known_ends:
        return 0
    end = w.glued(k)
    if end < len(w) and w.joined(end) and w.cap[end]:
        if not _ROMAN.fullmatch(w.text[end]):
            return 0
        end += 1
    return 0 if w.plain[k] in _DEMONYMS | _LEVELS else end


def _of_territory(ctx: Context, i: int) -> int:
    """« le parlement de la Fédération Wallonie-Bruxelles »: the body includes the one whose it is."""
    w, k = ctx.w, i + 1
    if w.plain[k] not in OF or k + 2 >= len(w):
        return 0
    k += 1 + (w.plain[k + 1] in ARTICLES)
    if w.plain[k] not in ("federation", "region", "communaute", "republique", "confederation", "union"):
        return 0
    return ctx.known_ends.get(k, 0) if w.cap[k] else 0


def _service_end(ctx: Context, i: int) -> int:
    """« la direction des renseignements généraux », « le service de la sûreté de l'État »."""
    w, k = ctx.w, i + 1
    if w.plain[k] not in OF or not w.joined(k) or k + 2 >= len(w):
        return 0
    k += 1 + (w.plain[k + 1] in ARTICLES)
    if k + 1 >= len(w) or w.plain[k] not in _WATCHES or w.cap[k]:
        return 0
    end = extend(w, i + 1, manner=Manner(), stops=ctx.stops).end
    told = end > k + 1 and (w.is_adjective(k + 1) or not _OF_LAND.isdisjoint(w.plain[k + 1 : end]))
    return end if told else 0


def _troop_end(ctx: Context, i: int) -> int:
    """« le 2e régiment étranger de parachutistes », without the town where it is quartered."""
    w = ctx.w
    if not ORDINAL.fullmatch(w.plain[i - 1]) or i < 2 or w.line_break(i - 1):
        return 0
    end = extend(w, i + 1, manner=Manner(long=True), stops=ctx.stops).end
    told = next((k for k in range(i + 1, end) if w.plain[k] in _MILITARY), 0)
    if not told:
        return 0
    while end < len(w) and w.joined(end) and w.plain[end] in _MILITARY:
        end += 1  # "des Chasseurs *alpins*"
    return next((k for k in range(told + 1, end) if w.plain[k] in ("de", "d'", "du") and w.cap[k + 1]), end)


def _lettered(w: Words) -> Iterator[Candidate]:
    """« le 35e RI »: a troop by its letters, which only such units have."""
    for i in w.places_of(_UNITS):
        if i > 1 and w.is_acronym(i) and w.joined(i) and ORDINAL.fullmatch(w.plain[i - 1]):
            yield Candidate(i - 1, i + 1, "public_body", "state_body")
