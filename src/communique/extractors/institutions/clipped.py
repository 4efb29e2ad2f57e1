"""Names that leave out a place, an adjective, a preposition or an article of a body's fuller name.

"l'Observatoire régional de la santé" of Oran, "l'école Jacques-Torvel" that is a nursery school,
"l'IUT de Torvel" and "l'IUT Torvel".
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extractors.institutions.namings import LINKS, MANY, Name, Names, core, with_place
from communique.extractors.institutions.words import OF, wordset
from communique.gazetteer import places, registry_key

_PLACES = places()
_PLACED_KINDS = ("education", "health", "culture", "research", "public_body", "association")
_OWN_KINDS = ("education", "health", "culture", "research")
_TITLES = ("le", "la", "les", "l'")
_HALLS = ("mairie", "municipalite", "commune")
_NATIONAL = wordset("left_out")


def _unplaced(names: Names, name: Name) -> Name | None:
    """« Observatoire régional de la santé d'Oran », then without its town; « EDHEC de Lille », « EDHEC »."""
    c, w = name.found, names.ctx.w
    if w.cap[c.last - 1] and not (len(name.words) == 1 and c.kind == "education" and w.is_acronym(c.first)):
        return None
    faculty = name.words[0] == "faculte" and len(name.words) == 3  # "la Faculté de droit", of Torvel
    if len(name.words) == 1 or (
        (len(name.words) > 3 or faculty) and c.rule == "headed_name" and c.kind in _PLACED_KINDS
    ):
        return with_place(names, name)
    return None


def _juxtaposed(names: Names, name: Name) -> Name | None:
    """« orchestre Démos Marseille », « orchestre Démos - Marseille », then « l'orchestre Démos »."""
    c, w = name.found, names.ctx.w
    if len(name.words) < 2 or c.kind not in _OWN_KINDS or c.rule != "headed_name":
        return None
    if not w.cap[c.last - 1] or registry_key(w.text[c.last - 1]) in _PLACES:
        return None
    longer = names.longer(name)
    if not longer or len({core(n.words) for n in longer}) > 1:
        return None
    fuller = max(longer, key=lambda n: len(n.text))
    rest = range(fuller.found.first + len(name.words), fuller.found.last)
    first = rest[0] + (w.text[rest[0]] in "-–")
    if not w.cap[first]:
        return None
    placed = registry_key(w.span_text(first, fuller.found.last)) in _PLACES
    # "le Centre de Ressources Torvel", then "le Centre de Ressources"
    own = len(name.words) > 2 and len(rest) == 1 and name.words[-2] in OF
    return fuller if placed or own else None


def _linked(names: Names, name: Name) -> Name | None:
    """« Technopole Nancy-Brabois », « technopole de Nancy-Brabois »: but for the prepositions, one name."""
    own = core(name.words)
    alike = names.by_first[name.words[0]]
    if len(own) < 2 or len(alike) > MANY or not names.ctx.w.cap[name.found.last - 1]:
        return None
    same = [n for n in alike if core(n.words) == own]
    fullest = max(same, key=lambda n: (len(n.words), -n.found.first))
    return fullest if fullest is not name else None


def _unqualified(names: Names, name: Name) -> Name | None:
    """« école maternelle Jacques-Torvel », then « l'école Jacques-Torvel »."""
    c, w = name.found, names.ctx.w
    if c.kind not in _OWN_KINDS or len(name.words) < 2 or not w.cap[c.first + 1]:
        return None
    own, found = name.words[1:], []
    if registry_key(w.text[c.first + 1]) in _PLACES or len(names.by_first[name.words[0]]) > MANY:
        return None
    for n in names.by_first[name.words[0]]:
        k = n.found.first + 1
        while k < n.found.last and w.is_adjective(k):
            k += 1
        if k > n.found.first + 1 and tuple(w.plain[k : n.found.last]) == own:
            found.append(n)
    return found[0] if len(found) == 1 else None


def _shortened(names: Names, name: Name) -> Name | None:
    """« Conseil national de l'Ordre des médecins », then « le Conseil de l'Ordre »."""
    if len(name.words) < 3 or name.words[1] not in OF or name.found.rule == "known_body":
        return None
    size, found = len(name.words) - 1, []
    for n in names.by_first[name.words[0]]:
        if len(n.words) > size + 1 and n.words[1] in _NATIONAL and n.words[2 : 2 + size] == name.words[1:]:
            found.append(n)
    return found[0] if len(found) == 1 and found[0].found.first < name.found.first else None


def _titled(names: Names, name: Name) -> Name | None:
    """« Le Pot Torvel », « le site du Pot Torvel »: an article of its own."""
    if len(name.words) < 2:
        return None
    for article in _TITLES:
        fuller = names.by_words.get((article, *name.words))
        if fuller is not None and names.ctx.w.cap[fuller.found.first]:
            alike = fuller.found.kind in (None, name.found.kind) or name.found.kind is None
            return fuller if alike else None
    return None


def _association(names: Names, name: Name) -> Name | None:
    """« Association Torv'Action », « Torv'Action »: what it is called without its noun."""
    c = name.found
    if c.rule not in ("introduced_name", "unknown_name", "learned") or registry_key(name.text) in _PLACES:
        return None
    if c.rule == "introduced_name" and c.kind != "association":
        return None
    fuller = names.by_words.get(("association", *name.words))
    return fuller if fuller is not None and names.ctx.w.cap[fuller.found.first] else None


def _town_hall(names: Names, name: Name) -> Name | None:
    """« la Ville de Torvel », « la mairie de Torvel »: one authority."""
    if name.words[0] not in _HALLS or len(name.words) < 3 or name.words[1] not in LINKS:
        return None
    return names.by_words.get(("ville", *name.words[1:]))


CLIPPED: tuple[Callable[[Names, Name], Name | None], ...] = (
    _unplaced,
    _juxtaposed,
    _linked,
    _unqualified,
    _shortened,
    _titled,
    _association,
    _town_hall,
)
