"""One plural head noun for several bodies: "les universités de Lille et de Strasbourg"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.head_nouns import HeadMatch
from communique.extractors.institutions.words import OF, Words

_ARTICLES = frozenset(("la", "l'"))
_PLURAL = frozenset(("les", "des", "aux", "entre"))
_MANY = 8
# A noun after these is in the singular or inside a longer name: "communauté de communes".
_INSIDE = frozenset(("la", "le", "l'", "de", "d'", "du"))


class Item(NamedTuple):
    """A coordinated name: where its preposition begins, its first capital, its end (token indexes)."""

    lead: int
    first: int
    last: int


def coordinated_names(ctx: Context) -> Iterator[Candidate]:
    """« les universités de Lille et de Strasbourg », « les CHU de Nantes, Rennes et Brest »."""
    w = ctx.w
    for match in ctx.head_matches:
        i = match.first
        invariable = w.text[i].isupper() and i > 0 and w.plain[i - 1] in _PLURAL
        if w.shouted[i] or not (match.plural or invariable) or (i and w.plain[i - 1] in _INSIDE):
            continue
        if not _names(w, match):
            continue
        borne = match.head.kind in ("education", "health") and "i" in match.head.flags
        items = _items(ctx, match.last, borne=borne)
        if len(items) > 1:
            yield from _candidates(w, match, items)


def _names(w: Words, match: HeadMatch) -> bool:
    """Whether the noun makes names out of places or introduces them, in the case in which it stands."""
    flags = match.head.flags
    if match.head.words == ("comite",) and not w.is_acronym(match.last) and not w.cap[match.first]:
        return False  # "les comités Audit et Finances"
    if match.head.kind == "local_authority" and not w.cap[match.first]:
        return False  # "les mairies de Lille et de Lens": town halls, not names
    if match.last < len(w) and w.cap[match.last]:
        return bool(set(flags) & set("in")) or ("x" in flags and w.cap[match.first])
    return "w" not in flags and ("p" in flags or (w.cap[match.first] and bool(set(flags) & set("ix"))))


def _items(ctx: Context, k: int, *, borne: bool) -> list[Item]:
    """The names after the head noun that ends at token ``k``; none unless « et » closes the list."""
    w = ctx.w
    items: list[Item] = []
    direct = k < len(w) and w.cap[k]
    while len(items) < _MANY and k < len(w) and w.joined(k):
        lead = k
        if w.plain[k] in OF and not direct:
            k += 1
            k += k < len(w) and w.plain[k] in _ARTICLES
        elif not items and not direct:
            return []
        last = _name_end(ctx, k, borne=borne and direct)
        if last == k:
            return []
        items.append(Item(lead, k, last))
        if last >= len(w) or not (w.joined(last) or w.text[last] == ","):
            break
        if len(items) > 1 and w.plain[lead - 1] in ("et", "ou"):
            break
        if w.plain[last] not in ("et", "ou", ","):
            break
        k = last + 1
    closed = len(items) > 1 and w.plain[items[-1].lead - 1] in ("et", "ou")
    return items if closed else []


def _name_end(ctx: Context, k: int, *, borne: bool) -> int:
    """The end of a name; ``borne``: it may be somebody's, « les universités Anne Petit et Paul Roche »."""
    w, j = ctx.w, k
    while j < len(w) and j - k < 3 and w.cap[j] and (j == k or w.joined(j)):
        if (
            (ctx.in_person[j] and not (borne or w.text[j].count("-")))
            or (ctx.stops(j) and not (borne and j in ctx.people))
            or w.is_acronym(j)
        ):
            return k
        j += 1
    return j


def _candidates(w: Words, match: HeadMatch, items: list[Item]) -> Iterator[Candidate]:
    kind = match.head.kind
    direct = items[0].lead == items[0].first
    if direct and ("n" in match.head.flags or (kind == "company" and _bare_elsewhere(w, items))):
        # "les groupes Valeo et Safran": the noun introduces both
        for item in items:
            # "les laboratoires Biogal et Sandor" sell medicines, "les laboratoires LSIS et LIRA" do not
            sells = match.head.words == ("laboratoire",) and not w.is_acronym(item.first)
            yield Candidate(item.first, item.last, "company" if sells else kind, "coordinated_name")
        return
    head = " ".join(
        _singular(w.text[n]) if n == match.first or w.plain[n - 1] not in OF else w.text[n]
        for n in range(match.first, match.last)
    )
    head = head.replace("' ", "'").replace("’ ", "’")
    for item in items:
        name = w.span_text(item.first, item.last)
        lead = w.span_text(item.lead, item.first) if item.lead < item.first else _link(name, items[0])
        glue = "" if lead.endswith(("'", "’")) or not lead else " "
        first = match.first if item is items[0] else item.first
        full = f"{head} {lead}{glue}{name}" if lead else f"{head} {name}"
        yield Candidate(first, item.last, kind, "coordinated_name", name=full)


def _bare_elsewhere(w: Words, items: list[Item]) -> bool:
    """Whether the article calls all of them by their names alone too: "les mutuelles Harmonia et Solévie"."""
    for item in items:
        name = w.text[item.first : item.last]
        uses = w.doc.places[w.plain[item.first]]
        if not any(i != item.first and w.text[i : i + len(name)] == name for i in uses):
            return False
    return True


def _link(name: str, model: Item) -> str:
    """The preposition that the first name has and the next ones leave out."""
    if model.lead == model.first:
        return ""
    return "d’" if name[0] in "AEÉÈÊIÎOÔUYH" and name[0] != "H" else "de"


def _singular(word: str) -> str:
    """The singular of a head noun's word, accents kept: "hôpitaux" gives "hôpital"."""
    if word.isupper() or len(word) < 4:
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-3] + "al"
    return word[:-1] if word[-1] in "sx" else word
