"""Bodies of which a State has one, by their bare noun: « le Parlement », « le Congrès », « le Raid »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import acts
from communique.extractors.institutions.words import OF, THE_ONE, Words, wordset
from communique.gazetteer import places, registry_key

_ALWAYS = wordset("always_one")
_WHERE_VOTED = wordset("one_where_voted")
_OF_LAWS = wordset("of_laws")
_WHERE_WATCHED = wordset("one_where_watched")
_OF_POLICE = wordset("of_police")
_METONYMS = frozenset(("bercy", "beauvau"))  # ministries by their place
_OF_POLITICS = wordset("of_politics") | frozenset(("plr", "udc", "ps", "lr", "referendum", "eelv", "pvl"))
_THE_MANY = ("les", "des", "aux")
_SIDES = wordset("sides")
_PLACES = places()
_LONGEST = 5  # words of a party's name
_NOT_MINISTRIES = wordset("not_ministries")
_OF_MINISTRIES = wordset("of_ministries")
_AUXILIARIES = wordset("auxiliaries")
_UNION = ("conseil", "commission")  # of the European Union, where an article tells of its Parliament
_TRIGGERS = _ALWAYS | _WHERE_VOTED | _WHERE_WATCHED | _METONYMS | {"grand", "verts", *_UNION}
_TOLD = 2  # words of its field that an article has


def unique_bodies(ctx: Context) -> Iterator[Candidate]:
    """A noun with its capital and its article, nothing after it that would make it another's."""
    w = ctx.w
    for i in w.places_of(_TRIGGERS):
        word = w.plain[i]
        if word in _METONYMS:
            if w.cap[i] and _ministry(ctx, i):
                yield Candidate(i, i + 1, "public_body", "unique_body")
            continue
        if word == "verts":
            greens = i and w.cap[i] and w.joined(i) and w.plain[i - 1] in _THE_MANY and not w.shouted[i]
            if greens and _bare(ctx, i) and sum(called in w.doc.places for called in _OF_POLITICS) >= _TOLD:
                yield Candidate(i, i + 1, "association", "unique_body")  # "les Verts"
            continue
        if not w.cap[i] or not i or not w.joined(i) or w.plain[i - 1] not in THE_ONE or w.shouted[i]:
            continue
        if word == "grand":
            if (
                w.plain[i + 1 : i + 2] == ["conseil"]
                and w.cap[i + 1]
                and w.joined(i + 1)
                and _bare(ctx, i + 1)
            ):
                yield Candidate(i, i + 2, "public_body", "unique_body")  # of a Swiss canton
            continue
        if not _bare(ctx, i) or (w.text[i].isupper() and word not in _WHERE_WATCHED):
            continue
        if word in _UNION:
            if _of_the_union(w, i):
                yield Candidate(i, i + 1, "international", "unique_body")
            continue
        field = _OF_LAWS if word in _WHERE_VOTED else _OF_POLICE if word in _WHERE_WATCHED else None
        if field is None or sum(called in w.doc.places for called in field) >= _TOLD:
            yield Candidate(i, i + 1, "public_body", "unique_body")


def _bare(ctx: Context, i: int) -> bool:
    """Whether nothing specifies the noun: no name, complement, adjective or number follows."""
    w, k = ctx.w, i + 1
    if ctx.in_person[i] or k >= len(w) or not w.joined(k):
        return k >= len(w) or w.text[k] not in "-’'/"
    if w.text[k] in '-/«“"' and w.gap(k) == "":
        return False
    return not (w.cap[k] or w.plain[k] in OF or w.is_adjective(k) or w.text[k][0].isdigit())


def _of_the_union(w: Words, i: int) -> bool:
    """« le Parlement européen et le Conseil », « la Commission proposera »: nobody else's in the article."""
    if not any(w.plain[k + 1 : k + 2] == ["europeen"] for k in w.doc.places.get("parlement", ())):
        return False
    return not any(_specified(w, k) for k in w.doc.places[w.plain[i]])


def _specified(w: Words, k: int) -> bool:
    """« le Conseil d'État », « la Commission européenne »: named otherwise."""
    return (
        k + 1 < len(w) and w.joined(k + 1) and (w.plain[k + 1] in OF or w.adjectival(k + 1) or w.cap[k + 1])
    )


def _ministry(ctx: Context, i: int) -> bool:
    """« Bercy assure », « à Bercy, on juge »: the ministry, where an article tells of government."""
    w = ctx.w
    if (
        ctx.in_person[i]
        or w.shouted[i]
        or (i and w.text[i - 1] in "-–")
        or (i > 1 and w.cap[i - 1] and not w.opens_sentence(i - 1))
    ):
        return False
    after = i + 1 < len(w) and w.joined(i + 1) and (w.cap[i + 1] or w.text[i + 1] == "-")
    if after or not i or not _NOT_MINISTRIES.isdisjoint(w.doc.places):
        return False
    before, k = w.plain[i - 1], i + 1
    said = before == "selon" or (before in ("de", "d'") and i > 1 and w.plain[i - 2] in _OF_MINISTRIES)
    said = said or (before == "a" and w.opens_sentence(i - 1) and w.text[k : k + 1] == [","])
    acts_so = k + 1 < len(w) and w.joined(k) and (acts(w, k) or w.plain[k] in _AUXILIARIES) and before != "a"
    return (said or acts_so) and sum(called in w.doc.places for called in _OF_LAWS) >= _TOLD


def sided_parties(ctx: Context) -> Iterator[Candidate]:
    """« la Ligue (extrême droite) », « Vox (populiste) »: a party by the side that the brackets tell."""
    w = ctx.w
    for k in w.places_of(_SIDES):
        p = (
            k
            - 1
            - (k > 1 and w.plain[k - 1] in ("extreme", "centre", "ultra", "parti", "au", "gauche", "l'"))
        )
        p -= p > 0 and w.text[p] != "(" and w.plain[p] in ("d'", "dans", "de", "parti", "au")
        if p < 1 or w.text[p] != "(" or k + 1 >= len(w) or w.text[k + 1] not in "),":
            continue
        i = p
        while i > 0 and w.cap[i - 1] and (i == p or w.joined(i)) and p - i < _LONGEST:
            i -= 1
        taken = i == p or any(ctx.in_person[i:p]) or i in ctx.known_ends or not i
        if (
            taken
            or w.shouted[i]
            or w.plain[i - 1] not in THE_ONE | {"de", "d'", "les", "des", "et", ",", "par", "avec"}
        ):
            continue
        if registry_key(w.span_text(i, p)) not in _PLACES:
            yield Candidate(i, p, "association", "introduced_name")
