"""Names that begin with a head noun: "Centre national de la recherche scientifique", "la société Nordane"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context, place_nouns
from communique.extractors.institutions.complements import Extent, extend
from communique.extractors.institutions.head_nouns import (
    Head,
    HeadMatch,
    generic,
    kind_of,
    national,
    of_hospital,
)
from communique.extractors.institutions.open_names import (
    MARKS,
    closed_end,
    longer_end,
    opens_complement,
    titled_end,
    titled_work,
)
from communique.extractors.institutions.usage_lists import events, negatives
from communique.extractors.institutions.walk import Manner
from communique.extractors.institutions.words import (
    DETERMINERS,
    OF,
    ROOM,
    Words,
    endings,
    function_words,
    wordset,
)
from communique.lexicon import singular, words

_NUMBERED = wordset("numbered")
_NUMBERED_TROOPS = ("regiment", "bataillon", "escadron", "brigade", "division", "chambre", "compagnie")
_FOREIGN_ACTS = wordset("foreign_acts")
_UNITS = frozenset(
    ("division", "direction", "branche", "pole", "filiere", "departement", "secteur", "activite")
)
_COUNTRIES = wordset("countries")
_FUNCTION_WORDS = function_words()
_DEMONYM = endings("demonym")
_NATIONAL = wordset("national")
_WORLD = wordset("world_regions")
_PLACE_NOUNS = place_nouns()
_POLICY_FIELDS = words(ROOM, "policy_fields.txt")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_GATHERINGS = wordset("gatherings")
_OF_POLLS = wordset("of_polls")

# "l'institution Saint-Roch": whose name a school bears.
_PATRONS = ("saint", "sainte", "notre", "sacre", "jeanne", "immaculee")
# "la première université de Bretagne" names none.
_ONE_OF_MANY = frozenset(
    (
        "premier",
        "premiere",
        "seul",
        "seule",
        "meilleur",
        "meilleure",
        "grand",
        "grande",
        "unique",
        "principale",
    )
)
_TERRITORIES = frozenset(
    ("canton", "commune", "ville", "province", "academie", "municipalite", "departement", "region")
)
_FIRM_VERBS = words(ROOM, "firm_verbs.txt")
_ASSEMBLY = wordset("assembly")
_NEAR = 12  # tokens on either side of a group's name
_LONGEST_TITLE = 6
_LOOKED_AT = 40  # uses of a word that are looked at
_LIST_SPAN, _SIBLINGS = 150, 3  # tokens of a list, and its items that begin alike
_OF_UNITS = ("s", "al", "tion", "sion", "ie", "ique", "ment", "ure", "ite", "ance", "ence")
_ORDINAL = re.compile(r"\w{0,30}ieme|\d{1,4}(?:e|er|re|ere|eme|nd|nde)")


def headed_names(ctx: Context) -> Iterator[Candidate]:
    """A head noun with its complement."""
    w = ctx.w
    matches = [m for m in ctx.head_matches if not w.shouted[m.first]]
    ctx.body_starts.update(m.first for m in matches if _begins(ctx, m))
    until = 0
    for match in matches:
        if match.first < until or titled_work(w, match.first) or _of_somebody(ctx, match):
            continue
        label = (
            w.text[match.first].isupper() and "n" in match.head.flags
        )  # PME, ESN: a common noun in capitals
        candidate = _capitalised(ctx, match) if w.cap[match.first] and not label else _lower(ctx, match)
        if candidate is not None:
            until = candidate.last
            yield candidate


def _of_somebody(ctx: Context, match: HeadMatch) -> bool:
    """« le gouvernement de Jeanne Petit »: whoever leads it does not name it."""
    k = match.last
    if match.head.words != ("gouvernement",) or k + 1 >= len(ctx.w) or ctx.w.plain[k] not in OF:
        return False
    return ctx.people.get(k + 1, 0) > k + 2


def _begins(ctx: Context, match: HeadMatch) -> bool:
    """Whether the head noun may begin a name of its own: "Centre de …", but not the end of "Colas Centre"."""
    w, k = ctx.w, match.last
    if k >= len(w) or not w.joined(k):
        return False
    if not w.cap[match.first]:
        return bool(set(match.head.flags) & {"m", "p"})
    return len(match.head.words) > 1 or w.cap[k] or w.plain[k] in OF or w.is_adjective(k)


def _extent(ctx: Context, match: HeadMatch) -> Extent:
    paired = match.head.kind in ("association", "local_authority") and not match.plural
    if (
        "n" in match.head.flags
        and match.head.kind in ("company", "culture", "research")
        and not ctx.w.cap[match.first]
    ):
        paired = not match.plural and _singular_pair(ctx.w, match.last)
    long = match.head.kind in ("culture", "education", "research", "health")
    manner = Manner(listed="m" in match.head.flags, paired=paired, long=long, begun=len(match.head.words) > 2)
    return extend(ctx.w, match.last, manner=manner, stops=ctx.stops)


def _capitalised(ctx: Context, match: HeadMatch) -> Candidate | None:
    w, head, i = ctx.w, match.head, match.first
    extent = _extent(ctx, match)
    k = match.last
    known = ctx.known_ends.get(i, 0)
    if k <= known < extent.end and w.plain[known] == "pour":
        return None  # "2e en Fédération Wallonie-Bruxelles pour l'indicateur …"
    if ctx.people.get(k, 0) > k + 1:
        return None  # "la Présidente du Gouvernement Anne Petit"
    numbered = w.text[i].isupper() or w.plain[i] in _NUMBERED
    if i and w.joined(i) and w.plain[i - 1] in _ONE_OF_MANY and w.determiner(i - 1):
        return None  # "la première Edition de Paris Torvane Summit"
    if numbered and extent.end == k and k < len(w) and w.joined(k) and w.text[k].isdigit():
        return Candidate(i, k + 1, head.kind, "headed_name") if len(w.text[k]) < 4 else None  # "SAMU 31"
    if extent.end == match.last and len(head.words) == 1 and "f" not in head.flags:
        return None
    if "f" in head.flags and extent.end > k and _complete(w, k):
        return Candidate(i, k, head.kind, "headed_name")
    phrase = tuple(map(singular, w.plain[i : extent.end]))
    if w.text[extent.end : extent.end + 1] == ["-"] and "\n" in w.gap(extent.end + 1):
        cut = phrase[-1] + "".join(w.plain[extent.end + 1 : extent.end + 2])
        phrase = (*phrase[:-1], singular(cut))  # a word cut at the line's end: "Conseil d'administra-\ntion"
    if phrase in generic():
        return None
    det = w.determiner(i)
    if i and not det and w.joined(i) and w.cap[i - 1] and not ctx.in_person[i - 1]:
        return None  # "Swiss Startup Radar": the noun closes or crosses another name
    # Inside a sentence, a capital after an article is a name's: "le Comité des forêts".
    country = w.plain[k] in _COUNTRIES if k < len(w) else False
    strong = "h" not in head.flags or country or (head.words == ("service",) and _led(w, i))
    weak = "w" in head.flags and not (det == "definite" and strong)
    needs_proper = weak or "x" in head.flags or det == "loose" or (not det and w.opens_sentence(i))
    if match.plural and not det and not extent.proper:
        return None
    if head.words == ("stade",) and _venue(w, k):
        return None
    if head.words == ("fonds",) and i > 2 and w.plain[i - 3 : i] == ["au", "titre", "du"]:
        return None  # "au titre du Fonds Mécénat Culture"
    if head.words == ("departement",) and extent.complement and not extent.proper and det:
        kind = kind_of(w, match, extent.end)
        return Candidate(i, extent.end, "public_body" if kind == head.kind else kind, "headed_name")
    if head.words == ("direction",):
        public = extent.complement and det == "definite" and _policy(w, k)
        return Candidate(i, extent.end, "public_body", "headed_name") if public else None
    if match.plural and head.kind == "local_authority" and extent.direct and w.plain[k][-1] in "sx":
        return None  # "le Baromètre des Villes Cyclables"
    listed = _letterhead(w, match, extent) or _item(ctx, match, extent)
    if needs_proper and not extent.proper and not listed:
        return None
    if "d" in head.flags and not extent.direct:
        return None
    if extent.direct and "h" in head.flags:
        return None  # "Service Communication", "Bureau Presse"
    closing = w.plain[extent.end - 1]
    if extent.direct and (singular(closing) in events() or closing in _FOREIGN_ACTS):
        return None  # "Safer Internet Day", "Startup Act"
    whole = "f" in head.flags or (len(head.words) > 2 and det == "definite")
    if extent.end == match.last and (not whole or det == "loose"):
        return None
    if det == "loose" and not extent.direct and w.plain[i - 1] not in ("un", "une"):
        return None
    if not det and i and w.joined(i) and len(w.plain[i - 1]) > 3 and singular(w.plain[i - 1]) in negatives():
        return None  # "le programme Grande École de l'IAE"
    if not det and i and w.joined(i) and w.plain[i - 1] in _UNITS:
        return None  # "chef de la division Énergie de la BOAD"
    if (
        head.words == ("conseil",)
        and extent.direct
        and w.line_break(i - 1)
        and w.text[extent.end : extent.end + 1] == [":"]
    ):
        return None  # "- Conseil M&A : Torvane"
    if _function(w, i) or (_bare_site(w, match, extent, det)):
        return None
    # "Agence Mirador" is a firm, "Agence nationale de la recherche" a public body.
    firm = head.words == ("agence",) and extent.direct and not extent.complement
    end = extent.end
    open_name = head.kind == "association" and extent.direct and not extent.complement and end + 1 < len(w)
    if open_name and w.plain[end] in ("de", "d'") and not w.cap[end + 1]:
        end = closed_end(w, end)  # "la Fondation Lune de miel"
    elif firm and end < len(w) and w.joined(end) and w.is_word(end) and w.plain[end] not in _FUNCTION_WORDS:
        end = closed_end(w, end)  # "Agence Sel marin"
    first = i
    if i and w.joined(i) and _ORDINAL.fullmatch(w.plain[i - 1]):
        if head.words[0] in _NUMBERED_TROOPS:
            first = i - 1  # "le 1er Régiment d'infanterie"
        elif i > 1 and not w.line_break(i - 1):
            return None  # "classé 11e IAE de France"; a line "1er Lycée Vauban" is a list's
    elif i > 1 and w.plain[i - 1] in DETERMINERS and w.cap[i - 1] and not w.opens_sentence(i - 1):
        first = i - 1  # "dans La Voix du Vexin"
    if head.words == ("region",) and end + 1 < len(w) and w.text[end] == "/" and w.cap[end + 1]:
        end = w.glued(end + 1)  # "la Région Occitanie / Pyrénées-Méditerranée"
    return Candidate(first, end, "company" if firm else kind_of(w, match, end), "headed_name")


def _letterhead(w: Words, match: HeadMatch, extent: Extent) -> bool:
    """« Fédération luxembourgeoise d'aviron – Communiqué »: a national body above its text."""
    end = extent.end
    if match.first and not w.line_break(match.first):
        return False
    national = w.plain[match.last].endswith(_DEMONYM) or w.plain[match.last] in _NATIONAL
    if not national or w.cap[match.last] or extent.end < match.last + 2:
        return False
    return end + 1 < len(w) and w.text[end] in "–—-|:/" and w.plain[end + 1].startswith("communique")


def _item(ctx: Context, match: HeadMatch, extent: Extent) -> bool:
    """« - Institut national des risques : … »: an item among others that begin with a body's noun."""
    w, i, end = ctx.w, match.first, extent.end
    least = match.last + (4 if "h" in match.head.flags else 2)
    if not extent.complement or end < least or not _bulleted(w, i):
        return False
    if not (w.line_break(end) or w.text[end] in ":(–—;"):
        return False
    matches = ctx.head_matches
    low = bisect_left(matches, i - _LIST_SPAN, key=lambda m: m.first)
    high = bisect_left(matches, i + _LIST_SPAN, low, key=lambda m: m.first)
    return sum(_bulleted(w, m.first) for m in matches[low:high]) >= _SIBLINGS


def _bulleted(w: Words, i: int) -> bool:
    """Whether a bullet and token ``i`` open a line."""
    return w.cap[i] and i > 0 and w.text[i - 1] in "-–—•*▪·" and (i == 1 or w.line_break(i - 1))


def _complete(w: Words, k: int) -> bool:
    """« l'examen au Sénat du budget », « l'Union européenne du classement »: no place goes on the name."""
    at = k + 1 + (k + 1 < len(w) and w.plain[k + 1] in DETERMINERS)
    if w.plain[k] not in OF or at >= len(w) or w.cap[at]:
        return False
    return singular(w.plain[at]) not in _PLACE_NOUNS


def _policy(w: Words, k: int) -> bool:
    """« Direction des impôts », « de la santé publique »: a State's field, not a firm's service."""
    at = k + 1 + (k + 1 < len(w) and w.plain[k + 1] in DETERMINERS)
    return at < len(w) and w.plain[at] in _POLICY_FIELDS


def _finished(ctx: Context, match: HeadMatch, end: int) -> bool:
    """Whether the introduced name ends with its capitals: a listed one, an acronym, a sponsored one."""
    w, k = ctx.w, match.last
    if end >= len(w):
        return True
    if ctx.known_ends.get(k) == end:
        return True  # "le syndicat CGT de l'hôpital", "la revue Jeune Afrique la situe"
    if end == k + 1 and w.is_acronym(k) and w.plain[end] in OF:
        return True
    return w.plain[end] == "pour" and match.head.kind != "association"  # "l'institut X pour la fondation Y"


def _named_school(ctx: Context, k: int) -> bool:
    """Whether a school that goes by its own name stands at token ``k``: a listed one, or an acronym alone."""
    w, end = ctx.w, ctx.known_ends.get(k, 0)
    return end > k + 1 or (end == k + 1 and w.is_acronym(k) and w.text[k].isupper())


def _alone_elsewhere(w: Words, match: HeadMatch, end: int) -> bool:
    """« la mutuelle Garonnia », « l'école Agro Morvan », where the article calls them by that name alone."""
    k = match.last
    firm = match.head.kind == "company" and len(match.head.words) == 1
    if not (firm or (match.head.words == ("ecole",) and end - k > 1)) or not all(w.cap[k:end]):
        return False
    name = w.text[k:end]
    seen = [i for i in w.doc.places[w.plain[k]][:_LOOKED_AT] if w.text[i : i + end - k] == name]
    with_noun = sum(i > 0 and w.plain[i - 1] == w.plain[match.first] for i in seen)
    return len(seen) > 2 * with_noun


def _brand(ctx: Context, k: int, end: int) -> bool:
    """« la fondation Écrans Justes »: words of the language, not somebody's name."""
    w = ctx.w
    proper = any("-" in w.text[n] or ctx.in_person[n] or not w.cap[n] for n in range(k, end))
    return end - k > 1 and not proper


def _led(w: Words, i: int) -> bool:
    """« la cheffe du Service de l'énergie »: somebody leads it."""
    return i > 1 and w.plain[i - 1] == "du" and w.plain[i - 2].startswith(("chef", "direct"))


def _function(w: Words, i: int) -> bool:
    """« le Chef d'Agence d'X »: the noun only completes a function."""
    return i > 1 and w.plain[i - 1] in ("d'", "de") and w.cap[i - 2] and w.plain[i - 2] in _ROLE_NOUNS


def _bare_site(w: Words, match: HeadMatch, extent: Extent, det: str) -> bool:
    """« Scierie de X : 143 familles »: a plant and its town, that a line opens with."""
    firm = match.head.kind == "company" and "w" in match.head.flags and len(match.head.words) == 1
    return firm and not det and not extent.direct and w.opens_sentence(match.first) and not extent.complement


def _singular_pair(w: Words, k: int) -> bool:
    """« l'entreprise Fil et Bobine a … »: one name, as the verb is in the singular."""
    end = k + 3
    if end >= len(w) or not all(w.joined(n) for n in range(k + 1, end)) or w.is_acronym(k):
        return False
    return w.cap[k + 2] and w.plain[k + 1] == "et" and not w.cap[end] and not w.plain[end].endswith("nt")


def _titled(ctx: Context, k: int) -> int | None:
    """The end of a name that opens with the capitalised article at token ``k``: "Les Amis de la gravure"."""
    match = next((m for m in ctx.head_matches if m.first == k + 1), None)
    return titled_end(ctx.w, k, _extent(ctx, match).end if match is not None else k + 1)


def _lower(ctx: Context, match: HeadMatch) -> Candidate | None:
    w, head, i = ctx.w, match.head, match.first
    k = match.last
    if k >= len(w) or not w.joined(k):
        return None
    if w.text[k] in MARKS and ("n" in head.flags or head.words == ("fondation",)):
        return _quoted(ctx, k, head)
    det = w.determiner(i)
    if i and w.joined(i) and (_ORDINAL.fullmatch(w.plain[i - 1]) or w.plain[i - 1] in _ONE_OF_MANY):
        return None
    opens_title = w.plain[k] in ("l'", "le", "la", "les") and w.cap[k] + sum(w.cap[k + 1 : k + 2]) == 1
    if head.kind == "media" and opens_title and not match.plural:
        return _titled_medium(ctx, k)
    if w.cap[k]:
        if ctx.people.get(k, 0) > k + 1:
            return None
        if len(w.text[k]) == 1 and w.text[k] != "X" and not w.cap[w.glued(k) % len(w)]:
            return None  # "le groupe A"
        if head.words == ("institution",) and not w.plain[k].startswith(_PATRONS):
            return None
        if head.words == ("ecole",) and _named_school(ctx, k):
            return None  # "l'école Télécom Paris" is Télécom Paris
        extent = _extent(ctx, match)
        if "i" in head.flags and not match.plural:
            introduced = _alone_elsewhere(w, match, extent.end)
            introduced = introduced or (head.words == ("fondation",) and _brand(ctx, k, extent.end))
            introduced = introduced or (extent.end > k + 1 and w.plain[k] == w.plain[i])  # "la radio Radio X"
            first = k if introduced else i
            return Candidate(first, extent.end, head.kind, "headed_name" if first == i else "introduced_name")
        if "n" in head.flags and (_one_word_unit(ctx, match, extent.end) or _plural_net(w, match)):
            return None
        if "n" in head.flags:
            goes_on = head.kind in ("association", "research", "media") or opens_complement(w, extent.end)
            goes_on = goes_on and not match.plural and not _finished(ctx, match, extent.end)
            last = closed_end(w, extent.end) if goes_on else extent.end
            last = longer_end(ctx, match, last) if last == extent.end and not match.plural else last
            if w.plain[k] in DETERMINERS and k + 1 < len(w) and w.joined(k + 1):
                if (inner := _titled(ctx, k)) is None:
                    return None
                last = inner
            if (
                head.words == ("institut",)
                and of_hospital(w)
                and _OF_POLLS.isdisjoint(w.plain[max(0, i - 6) : i])
            ):
                return Candidate(i, last, "health", "headed_name") if last > k else None
            if head.words == ("groupe",) and _in_assembly(w, i, last):
                return Candidate(k, last, "association", "introduced_name") if last > k else None
            # "l'institut Odoxa", "l'agence Pollen": in lower case, firms
            firm = head.words in (("institut",), ("agence",))
            return (
                Candidate(k, last, "company" if firm else head.kind, "introduced_name") if last > k else None
            )
        if "x" in head.flags and det == "definite" and _authority(ctx, i) and w.plain[k] not in _WORLD:
            return Candidate(i, extent.end, head.kind, "headed_name")
        return None
    extent = _extent(ctx, match)
    if (
        head.words[0] in _TERRITORIES
        and extent.proper
        and det == "definite"
        and _acts_as_body(w, i, extent.end)
    ):
        return Candidate(i, extent.end, head.kind, "headed_name")  # "couvert par le canton de Genève"
    if match.plural and head.words == ("ministere",) and not extent.proper:
        return None  # "des ministères, des confédérations syndicales"
    if "m" in head.flags and extent.complement | extent.proper and det != "loose":
        return Candidate(i, extent.end, head.kind, "headed_name")
    if head.words == ("sous-prefecture",) and w.plain[k + 1] in ("la", "l'", "du", "des"):
        return None  # "la sous-préfecture de l'Orne": a town
    if extent.proper and "p" in head.flags and det != "loose" and not match.plural:
        return Candidate(i, extent.end, head.kind, "headed_name")
    if det == "definite" and not match.plural and extent.complement and national(w, match):
        if tuple(map(singular, w.plain[i : extent.end])) in generic():
            return None  # "le bureau national du parti"
        return Candidate(i, extent.end, head.kind, "headed_name")  # "la fédération française de pétanque"
    members = w.plain[k] in ("des", "d'", "de") and w.plain[k - 1] in _GATHERINGS
    if members and extent.proper and extent.complement and det == "definite":
        own = next(n for n in range(k, extent.end) if w.cap[n])
        if w.plain[own - 1] not in OF | DETERMINERS | {"et", ","}:
            # "l'association de consommateurs Conso Sud"
            return Candidate(own, extent.end, head.kind, "introduced_name")
        return Candidate(i, extent.end, head.kind, "headed_name")  # "l'association des parents d'élèves de X"
    return None


def _one_word_unit(ctx: Context, match: HeadMatch, end: int) -> bool:
    """« le pôle Achats », « le fonds Patois »: a part or a store, unless its uses speak for a body."""
    w, k = ctx.w, match.last
    size = 2 if match.head.words == ("comite",) else 1
    if "w" not in match.head.flags or end > k + size or k in ctx.known_ends:
        return False
    return match.head.words != ("pole",) or w.plain[k].endswith(_OF_UNITS)


def _plural_net(w: Words, match: HeadMatch) -> bool:
    """« les réseaux IP »: of what sort they are."""
    k = match.last
    if not match.plural or match.head.words != ("reseau",) or k >= len(w):
        return False
    return w.is_acronym(k) or not w.determiner(match.first)


def _in_assembly(w: Words, i: int, end: int) -> bool:
    """« la majorité a voté pour, le groupe Vivre Ici contre »: a group of elected people."""
    for steps in (range(i - 1, max(-1, i - _NEAR), -1), range(end, min(len(w), end + _NEAR))):
        for k in steps:
            if w.text[k] in ".;!?":
                break
            if w.plain[k] in _ASSEMBLY:
                return True
    return False


def _venue(w: Words, k: int) -> bool:
    """« Stade Félix-Ahoussou », « Stade de la Paix »: a place, where « Stade toulousain » is a club."""
    of = w.plain[k : k + 2] in (["de", "la"], ["de", "l'"]) or w.plain[k : k + 1] in (["du"], ["des"])
    return of or (k < len(w) and w.cap[k] and "-" in w.text[k])


def _acts_as_body(w: Words, i: int, end: int) -> bool:
    """« signé avec l'académie de Nantes », « le canton de Berne demande »: no mere place."""
    k = i - 2
    if k < 0 or w.text[k] in ".!?:" or w.line_break(i - 1):
        acts = end < len(w) and w.joined(end) and w.plain[end] in _FIRM_VERBS
        return acts and w.plain[i] not in ("region", "departement")
    if w.plain[k] == "de" or w.plain[i - 1] == "du":
        k -= w.plain[k] == "de"
        return w.plain[k] in ("aupres", "soutien", "appui", "concours", "aide", "initiative", "subvention")
    return w.plain[k] in ("par", "avec") and w.plain[k - 1] not in ("commence", "passer", "passe", "passant")


def _titled_medium(ctx: Context, k: int) -> Candidate | None:
    """« le média l'Informé », « le média L'informé »: the title opens with its article."""
    w = ctx.w
    if k + 1 >= len(w) or not w.joined(k + 1) or not (w.cap[k] or w.cap[k + 1]) or ctx.in_person[k + 1]:
        return None
    end = w.glued(k + 1)
    while (
        end < len(w) and end - k < _LONGEST_TITLE and w.joined(end) and w.cap[end] and not ctx.in_person[end]
    ):
        end = w.glued(end)
    closed = end if w.cap[k + 1] else closed_end(w, end)
    return Candidate(k, max(end, closed), "media", "introduced_name")


def _quoted(ctx: Context, k: int, head: Head) -> Candidate | None:
    """« le collectif "Touche pas à mon école" »: the name is what the marks hold."""
    w = ctx.w
    for close in range(k + 2, min(len(w), k + 10)):
        if w.text[close] in MARKS:
            named = w.cap[k + 1] or (head.kind == "association" and w.plain[k + 1] in DETERMINERS)
            return Candidate(k + 1, close, head.kind, "quoted_name") if named else None
        if w.text[close] in ".,;:!?" or w.line_break(close):
            break
    return None


def _authority(ctx: Context, i: int) -> bool:
    """« président de la région X »: the territory is spoken of as a body."""
    w = ctx.w
    return i >= 3 and w.plain[i - 3].rstrip("e") in ("president", "vice-president", "elu", "conseiller")
