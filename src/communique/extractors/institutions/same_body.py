"""Which names of an article are shorter or fuller ways of naming one body.

"Assurances Boréale-Vie" and "Boréale-Vie", "CHR du Vivarais" and "Centre hospitalier régional du Vivarais".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.extractors.institutions.acronyms import letters_of
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.clipped import CLIPPED
from communique.extractors.institutions.namings import LINKS, MANY, Name, Names, core, with_place
from communique.extractors.institutions.respelt import RESPELT, reordered, squeezed
from communique.extractors.institutions.words import wordset
from communique.gazetteer import places, registry_key

_PLACES = places()
_INTERCOMMUNAL = (
    ("communaute", "de", "communes"), ("communaute", "d'", "agglomeration"), ("communaute", "urbaine"),
)  # fmt: skip
_TRADE_CLOSINGS = wordset("trade_closings")
_LANDS_NAMED = wordset("countries_named")
_HOSPITALS = wordset("hospitals")
_SCHOOL_BRANDS = wordset("school_brands")

_PROPER_KINDS = ("education", "health", "culture")
_LOCAL_KINDS = ("education", "health", "culture", "local_authority", "public_body")


def same_bodies(ctx: Context, named: Sequence[tuple[str, Candidate]]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and the fuller name of the same body."""
    names = Names(ctx, named)
    for name in names.by_words.values():
        names.squeezed.setdefault(squeezed(name.words), []).append(name)
        names.reordered.setdefault(reordered(name.words), []).append(name)
    for name in names.by_words.values():
        for rule in (
            _opened,
            _closed,
            _begun,
            _school,
            _of_arts,
            _placed,
            _caused,
            _trimmed,
            _branch,
            _abridged,
            _ward,
            _town,
            _portfolio,
            *CLIPPED,
            *RESPELT,
        ):
            fuller = rule(names, name)
            if fuller is not None and fuller.text != name.text:
                yield name.text, fuller.text
                break


def _proper(name: Name) -> bool:
    """A name of its own, that neither a list nor a head noun makes known."""
    return name.found.rule in ("unknown_name", "introduced_name", "quoted_name", "learned")


def _opened(names: Names, name: Name) -> Name | None:
    """« Assurances Boréale-Vie », « Groupe Orvalys »: the trade's noun stands in front."""
    if not _proper(name) or registry_key(name.text) in _PLACES:
        return None
    return names.opened.get(name.words)


def _closed(names: Names, name: Name) -> Name | None:
    """« Helvatia » and « Helvatia Assurances SA »: what follows says the trade or the legal form."""
    if not _proper(name) or registry_key(name.text) in _PLACES:
        return None
    size = len(name.words)
    longer = sorted(names.longer(name), key=lambda n: len(n.words))
    if not longer or not all(set(n.words[size:]) <= _TRADE_CLOSINGS for n in longer):
        return None
    # "Nexora Énergie" and "Nexora Conseil" are two branches, "Nexora Conseil SA" is one
    nested = all(b.words[: len(a.words)] == a.words for a, b in pairwise(longer))
    return longer[-1] if nested else None


def _begun(names: Names, name: Name) -> Name | None:
    """« Angers Nautique Aviron », then « Angers Nautique »: the one name that goes on, and came first.

    One word alone is only so taken up in capitals: "EHL Hospitality Business School", then "EHL".
    """
    w, c = names.ctx.w, name.found
    club = c.rule == "known_body" and c.kind == "association" and len(name.words) > 1
    if not (_proper(name) or club) or not all(w.cap[c.first : c.last]) or registry_key(name.text) in _PLACES:
        return None
    longer = names.longer(name)
    if len(longer) != 1 or not w.cap[longer[0].found.last - 1]:
        return None
    abroad = w.plain[longer[0].found.last - 1] in _LANDS_NAMED and len(longer[0].words) == 2
    if (
        len(name.words) == 1
        and not abroad
        and not (w.is_acronym(c.first) and longer[0].found.kind in (c.kind, "education"))
    ):
        return None
    section = w.doc.section_at(w.start[c.first])
    titled = section is not None and section.kind == "title"
    return longer[0] if titled or longer[0].found.first < c.first else None


def _school(names: Names, name: Name) -> Name | None:
    """« EHL » and « EHL Hospitality Business School », listed or not."""
    if len(name.words) > 1 or not names.ctx.w.is_acronym(name.found.first):
        return None
    branded = [n for n in names.longer(name) if _SCHOOL_BRANDS.issuperset(n.words[1:])]
    return branded[0] if len(branded) == 1 else None


def _of_arts(names: Names, name: Name) -> Name | None:
    """« l'École supérieure des beaux-arts de Nantes », then « les Beaux-Arts de Nantes »."""
    size = len(name.words)
    if name.words[0] != "beaux-arts":
        return None
    whole = [n for n in names.by_first.get("ecole", ()) if n.words[-size:] == name.words]
    return whole[0] if len(whole) == 1 else None


def _placed(names: Names, name: Name) -> Name | None:
    """« Université Modibo-Sanogo » and « Université Modibo-Sanogo de Bamako »."""
    c, w = name.found, names.ctx.w
    if c.rule == "known_body" or c.last - c.first < 2:
        return None
    if name.words in _INTERCOMMUNAL:  # "la Communauté de communes", of the Pays de Brenelle
        longer = names.longer(name)
        return longer[0] if len(longer) == 1 else None
    if not w.cap[c.last - 1]:  # "directrice des Musées métropolitains", of Valmondois
        return with_place(names, name) if c.kind in _LOCAL_KINDS and w.is_adjective(c.last - 1) else None
    if c.kind not in _PROPER_KINDS or w.plain[c.last - 2] in LINKS:
        return None  # "Université de Nantes": its complement is a place already
    return with_place(names, name)


def _caused(names: Names, name: Name) -> Name | None:
    """« Fondation Jean-Bosco », then « Fondation Jean-Bosco pour l'enfance »."""
    if name.found.rule != "headed_name" or len(name.words) < 2 or not names.ctx.w.cap[name.found.last - 1]:
        return None
    longer = [n for n in names.longer(name) if n.words[len(name.words)] == "pour"]
    return longer[0] if len(longer) == 1 else None


def _trimmed(names: Names, name: Name) -> Name | None:
    """« Pôle d'économie sociale Mauricie », then « le Pôle d'économie sociale »: its land is left out."""
    w, size = names.ctx.w, len(name.words)
    if name.found.rule != "headed_name" or size < 3 or w.cap[name.found.last - 1]:
        return None
    longer = [n for n in names.longer(name) if n.found.rule == "headed_name"]
    if len(longer) != 1 or longer[0].found.first > name.found.first:
        return None
    rest = range(longer[0].found.first + size, longer[0].found.last)
    placed = registry_key(w.span_text(rest[0], longer[0].found.last)) in _PLACES
    return longer[0] if placed and w.cap[rest[0]] else None


def _branch(names: Names, name: Name) -> Name | None:
    """« Secours populaire du Rhône », then « le Secours populaire »: the branch that was named first."""
    regional = any(word.startswith(("regional", "departemental")) for word in name.words)
    branches = name.found.kind == "association" or (name.found.kind == "public_body" and regional)
    if name.found.rule != "known_body" or not branches:
        return None
    fuller = with_place(names, name)
    return fuller if fuller is not None and fuller.found.first < name.found.first else None


def _abridged(names: Names, name: Name) -> Name | None:
    """« CHR du Vivarais », « ISIS Sidobre », « CMA 72 »: an acronym with what specifies it.

    A noun of the long name may stand before it: "l'observatoire CTAO".
    """
    w, c = names.ctx.w, name.found
    if c.last - c.first < 2:
        return None
    first = c.first if w.is_acronym(c.first) else c.first + 1
    if not w.is_acronym(first):
        return None
    rest = core(w.plain[first + 1 : c.last])
    if first == c.first:
        long = names.spelt.get((letters_of(w.plain[first]), rest))
        if long is not None:
            return long
    tied = names.tied.get(w.text[first])
    return tied if tied is not None and _specifies(names, rest, tied) else None


def _ward(names: Names, name: Name) -> Name | None:
    """« hôpital Saint-Vaast », then « Centre hospitalier Saint-Vaast de Limagne »: one hospital."""
    if name.found.kind != "health" or name.found.rule == "known_body":
        return None
    own, given = _own(names, name)
    if not own or len(names.by_words) > MANY:
        return None
    longer = []
    for other in names.by_words.values():
        if other.found.kind == "health" and other is not name and len(other.words) >= len(name.words):
            theirs, fuller = _own(names, other)
            if theirs[: len(own)] == own and fuller != given and len(other.text) > len(name.text):
                longer.append(other)
    return longer[0] if len(longer) == 1 else None


def _town(names: Names, name: Name) -> Name | None:
    """« hôpital de Thiès », « Centre hospitalier Amadou-Mbaye de Thiès »: the town's one hospital.

    « CHU de Sétif », « CHU Malek-Sari de Sétif »: the one of that name that its patron's name sets apart.
    """
    if len(names.by_words) > MANY or len(name.words) < 3 or name.words[1] not in ("de", "d'"):
        return None
    if name.found.kind not in _PROPER_KINDS or name.found.rule == "known_body":
        return None
    size = len(name.words) - 1
    alike = [n for n in names.by_words.values() if n.words[-size:] == name.words[1:] and n is not name]
    if name.words[0] == "hopital":
        hospitals = [n for n in alike if n.found.kind == "health" and n.words[0] == "centre"]
        if len(hospitals) == 1:
            return hospitals[0]
    w, own = names.ctx.w, []
    for n in alike:
        after = n.found.first + 1
        if n.words[0] == name.words[0] and w.cap[after] and not w.adjectival(after):
            own.append(n)
    return own[0] if len(own) == 1 else None


def _own(names: Names, name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a hospital is called beside its common nouns, where it is no mere place; those nouns."""
    w, k = names.ctx.w, name.found.first
    while k < name.found.last and w.plain[k] in _HOSPITALS:
        k += 1
    if k >= name.found.last or not w.cap[k]:
        return (), ()
    return tuple(w.plain[k : name.found.last]), tuple(w.plain[name.found.first : k])


def _portfolio(names: Names, name: Name) -> Name | None:
    """« ministère de l'Intérieur », then « ministère de l'Intérieur et des Outre-mer »."""
    if name.words[0] not in ("ministere", "secretariat", "departement") or len(name.words) < 3:
        return None
    longer = [n for n in names.longer(name) if n.words[len(name.words)] in ("et", ",", "charge")]
    return longer[0] if len(longer) == 1 else None


def _specifies(names: Names, rest: tuple[str, ...], long: Name) -> bool:
    """Whether what follows the acronym is in the long name, after its parenthesis, or says no more."""
    w, tied = names.ctx.w, long.found.acronym
    after = tied[1] + 1 if tied is not None else len(w)
    known = {*long.words, *w.plain[after : after + 5]}
    if all(word in known for word in rest):
        return True
    if len(rest) == 1 and rest[0].isdigit() and len(rest[0]) < 4:
        return True  # the number of its department
    return all(word in _SCHOOL_BRANDS for word in rest)
