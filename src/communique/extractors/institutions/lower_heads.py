"""Names whose head noun is in lower case: « la fédération française de pétanque », « la société X »."""

from __future__ import annotations

import re

from communique.extractors.institutions.acronyms import not_acronyms
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.complements import Extent, extend
from communique.extractors.institutions.head_nouns import (
    Head,
    HeadMatch,
    generic,
    heads,
    kind_of,
    national,
    of_hospital,
    of_stage,
)
from communique.extractors.institutions.open_names import (
    MARKS,
    closed_end,
    longer_end,
    opens_complement,
    titled_end,
)
from communique.extractors.institutions.territories import TERRITORIES, acts_as_body, governs, is_land
from communique.extractors.institutions.unlikely import of_a_land
from communique.extractors.institutions.walk import Manner, qualified_noun
from communique.extractors.institutions.words import (
    ARTICLES,
    DETERMINERS,
    OF,
    Words,
    endings,
    function_words,
    wordset,
)
from communique.extractors.people.lexicon import first_names
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import singular

_FUNCTION_WORDS = function_words()
_ROW = frozenset((",", "et", "ou", "/", "(", "&", "-", "–"))
_PRONOUNS = (
    "nous",
    "vous",
    "il",
    "elle",
    "ils",
    "elles",
    "on",
    "ce",
    "cette",
    "ces",
    "notre",
    "nos",
    "votre",
)
_SORTED = ("reseau", "cabinet", "comite", "groupe", "bureau", "club", "pole")
_WORLD = wordset("world_regions")
_GATHERINGS = wordset("gatherings")
_OF_POLLS = wordset("of_polls")
# "l'institution Saint-Roch": whose name a school bears.
_PATRONS = ("saint", "sainte", "notre", "sacre", "jeanne", "immaculee")
# "la première université de Bretagne" names none.
ONE_OF_MANY = frozenset(
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
_ASSEMBLY = wordset("assembly")
_FIRMS = ("societe", "entreprise", "compagnie", "groupe", "banque")
_NATIVES = ("association", "societe", "syndicat", "federation")
_DEMONYM = endings("demonym")
_LANDS = wordset("lands")
_BODIES = bodies()
_FIRST_NAMES = first_names()
_PLACES = places()
_SINGING = ("fondation", "chorale", "fanfare", "harmonie", "ensemble", "amicale")
_GROUPS = ("association", "culture", "company")
_NEAR = 12  # tokens on either side of a group's name
_LONGEST_TITLE = 6
_OURS = ("nos", "notre", "mon", "ma", "mes", "nous", "on", "votre", "vos")
_LOOKED_AT = 40  # uses of a word that are looked at
_OF_UNITS = ("s", "al", "tion", "sion", "ie", "ique", "ment", "ure", "ite", "ance", "ence")
ORDINAL = re.compile(r"\w{0,30}ieme|\d{1,4}(?:e|er|re|ere|eme|nd|nde)")


def extent_of(ctx: Context, match: HeadMatch) -> Extent:
    paired = match.head.kind in ("association", "local_authority") and not match.plural
    if (
        "n" in match.head.flags
        and match.head.kind in ("company", "culture", "research")
        and not ctx.w.cap[match.first]
    ):
        paired = not match.plural and singular_pair(ctx.w, match.last)
    long = match.head.kind in ("culture", "education", "research", "health")
    manner = Manner(listed="m" in match.head.flags, paired=paired, long=long, begun=len(match.head.words) > 2)
    return extend(ctx.w, match.last, manner=manner, stops=ctx.stops)


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
    bearer = end - k == 2 and w.plain[k] in _FIRST_NAMES  # "la fondation Anne Torvel"
    return end - k > 1 and not (proper or bearer)


def singular_pair(w: Words, k: int) -> bool:
    """« l'entreprise Fil et Bobine a … »: one name, as the verb is in the singular."""
    end = k + 3
    if end >= len(w) or not all(w.joined(n) for n in range(k + 1, end)) or w.is_acronym(k):
        return False
    return w.cap[k + 2] and w.plain[k + 1] == "et" and not w.cap[end] and not w.plain[end].endswith("nt")


def _for_what(w: Words, k: int) -> int:
    """The end of a phrase that is a name, « Pour un réveil citoyen », « Nos Rivages Libres »; else 0."""
    cause = w.plain[k] == "pour" and k + 3 < len(w) and w.plain[k + 1] in DETERMINERS
    if not cause and not (w.plain[k] in _OURS and k + 1 < len(w) and w.cap[k + 1] and w.joined(k + 1)):
        return 0
    end = k + (3 if cause else 2)
    while end < len(w) and w.joined(end) and (w.cap[end] or (cause and w.is_adjective(end))):
        end += 1
    return end


def _titled(ctx: Context, k: int) -> int | None:
    """The end of a name that opens with the capitalised article at token ``k``: "Les Amis de la gravure"."""
    match = next((m for m in ctx.head_matches if m.first == k + 1), None)
    return titled_end(ctx.w, k, extent_of(ctx, match).end if match is not None else k + 1)


def lower_name(ctx: Context, match: HeadMatch) -> Candidate | None:
    w, head, i = ctx.w, match.head, match.first
    k = match.last
    if k >= len(w) or not w.joined(k):
        return None
    if w.text[k] in MARKS and ("n" in head.flags or head.words[0] in _SINGING):
        return _quoted(ctx, k, head)
    det = w.determiner(i)
    if det == "definite" and not match.plural and (native := _native(w, match)) is not None:
        return lower_name(ctx, native)
    if i and w.joined(i) and (ORDINAL.fullmatch(w.plain[i - 1]) or w.plain[i - 1] in ONE_OF_MANY):
        return None
    opens_title = w.plain[k] in ("l'", "le", "la", "les") and w.cap[k] + sum(w.cap[k + 1 : k + 2]) == 1
    if head.kind == "media" and opens_title and not match.plural:
        return _titled_medium(ctx, k)
    if not w.cap[k] and "n" in head.flags and _camel(w.text[k]) and not match.plural:
        return Candidate(k, w.glued(k), head.kind, "introduced_name")  # "l'intercommunale inTorva"
    if w.cap[k]:
        if ctx.people.get(k, 0) > k + 1:
            return None
        if len(w.text[k]) == 1 and w.text[k] != "X" and not w.cap[w.glued(k) % len(w)]:
            return None  # "le groupe A"
        if head.words == ("institution",) and not w.plain[k].startswith(_PATRONS):
            return None
        if head.words == ("ecole",) and _named_school(ctx, k):
            return None  # "l'école Télécom Paris" is Télécom Paris
        extent = extent_of(ctx, match)
        if head.kind == "association" and not match.plural and (end := _for_what(w, k)):
            kept = "i" in head.flags
            return Candidate(i if kept else k, end, head.kind, "headed_name" if kept else "introduced_name")
        if "i" in head.flags and not match.plural:
            introduced = _alone_elsewhere(w, match, extent.end)
            introduced = introduced or (head.words == ("fondation",) and _brand(ctx, k, extent.end))
            introduced = introduced or (extent.end > k + 1 and w.plain[k] == w.plain[i])  # "la radio Radio X"
            introduced = introduced or (head.kind == "media" and ctx.known_ends.get(k) == extent.end)
            first = k if introduced else i
            if extent.end == k:
                return None  # "l'atelier théâtre La dérive"
            return Candidate(first, extent.end, head.kind, "headed_name" if first == i else "introduced_name")
        if "n" in head.flags and (_one_word_unit(ctx, match, extent.end) or _plural_net(w, match)):
            return None
        if "n" in head.flags and _of_what_sort(ctx, match, extent.end):
            return None
        if "n" in head.flags:
            goes_on = head.kind in ("association", "research", "media") or opens_complement(w, extent.end)
            goes_on = goes_on and not match.plural and not _finished(ctx, match, extent.end)
            last = closed_end(w, extent.end) if goes_on else extent.end
            if any(ctx.people.get(n, 0) > n + 1 for n in range(extent.end + 1, last)):
                last = extent.end  # "le mensuel Torval *de Jean Morin* paraît"
            named = last == extent.end == k + 1 and not match.plural and match.head.words[0] not in _SORTED
            if named and last < len(w) and qualified_noun(w, last):
                last += 1  # "la start-up Ciel bleu lève des fonds"
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
            if head.words == ("compagnie",) and last > k and of_stage(w):
                return Candidate(k, last, "culture", "introduced_name")  # "la compagnie L'Oiseau-Lyre"
            # "l'institut Odoxa", "l'agence Pollen": in lower case, firms
            firm = head.words in (("institut",), ("agence",)) or (
                head.words == ("laboratoire",) and _listed_firm(w.text[k], w.plain[k])
            )
            return (
                Candidate(k, last, "company" if firm else head.kind, "introduced_name") if last > k else None
            )
        if (
            "x" in head.flags
            and det == "definite"
            and w.plain[k] not in _WORLD
            and (_authority(ctx, i) or (is_land(w, match, extent.end) and governs(w, i, extent.end)))
        ):
            return Candidate(i, extent.end, kind_of(w, match, extent.end), "headed_name")
        return None
    extent = extent_of(ctx, match)
    quoted = extent.end + 1 < len(w) and w.text[extent.end] in MARKS and not extent.proper
    quoted = quoted and w.plain[extent.end - 1] != "lecture"  # what a library does
    if quoted and extent.complement and det == "definite" and head.kind in _GROUPS and not match.plural:
        return _quoted(ctx, extent.end, head)  # "le club de scrabble « Les Mots Dits »"
    if "p" in head.flags and any(w.cap[i + 1 : k]) and det == "definite" and not match.plural:
        return Candidate(
            i, extent.end, kind_of(w, match, extent.end), "headed_name"
        )  # "le musée des Beaux-Arts"
    if (
        head.words[0] in TERRITORIES
        and extent.proper
        and det == "definite"
        and (acts_as_body(w, i, extent.end) or governs(w, i, extent.end))
    ):
        kind = kind_of(w, match, extent.end)
        return Candidate(i, extent.end, kind, "headed_name")  # "couvert par le canton de Genève"
    if match.plural and head.words == ("ministere",) and not extent.proper:
        return None  # "des ministères, des confédérations syndicales"
    if "m" in head.flags and extent.complement | extent.proper and det != "loose":
        return Candidate(i, extent.end, kind_of(w, match, extent.end), "headed_name")
    if (
        head.words == ("sous-prefecture",)
        and w.plain[k + 1 : k + 2]
        and w.plain[k + 1] in ("la", "l'", "du", "des")
    ):
        return None  # "la sous-préfecture de l'Orne": a town
    if head.words == ("bibliotheque",) and det == "definite" and extent.end == k + 2 and w.plain[k] in OF:
        town = registry_key(w.text[k + 1]) in _PLACES and not match.plural
        return Candidate(i, extent.end, kind_of(w, match, extent.end), "headed_name") if town else None
    many = match.plural and head.words[0] != "archive"
    if extent.proper and "p" in head.flags and det != "loose" and not many:
        return Candidate(i, extent.end, kind_of(w, match, extent.end), "headed_name")
    if det == "definite" and not match.plural and extent.complement and national(w, match):
        if tuple(map(singular, w.plain[i : extent.end])) in generic() or head.words[0] == "mouvement":
            return None  # "le bureau national du parti", "le mouvement national de lutte"
        if head.words[0] in _FIRMS and extent.proper and (own := _own_name(w, k, extent.end)):
            return Candidate(own, extent.end, "company", "introduced_name")
        end = extent.end
        if w.plain[k + 1] in ("pour", "contre"):  # "la coordination nationale pour l'eau *et le* comité …"
            end = next((n for n in range(k + 2, end - 1) if w.plain[n] == "et" and w.determiner(n + 2)), end)
        return Candidate(i, end, head.kind, "headed_name")  # "la fédération française de pétanque"
    members = w.plain[k] in ("des", "d'", "de") and w.plain[k - 1] in _GATHERINGS
    if members and extent.proper and extent.complement and det == "definite":
        own = next(n for n in range(k, extent.end) if w.cap[n])
        if w.plain[own - 1] not in OF | DETERMINERS | {"et", ","}:
            # "l'association de consommateurs Conso Sud"
            return Candidate(own, extent.end, head.kind, "introduced_name")
        return Candidate(
            i, extent.end, kind_of(w, match, extent.end), "headed_name"
        )  # "l'association des parents d'élèves de X"
    return None


def _native(w: Words, match: HeadMatch) -> HeadMatch | None:
    """« l'ONG irlandaise *Torvélia* », « la société française *Torvélia* »: its name stands alone."""
    k, noun = match.last, match.head.words[0]
    if match.first + 1 == k and w.text[match.first].isupper() and k < len(w) and not w.cap[k]:
        k += 1
    elif len(match.head.words) != 2 or noun not in _NATIVES:
        return None
    if k >= len(w) or not w.cap[k] or not w.joined(k) or w.is_acronym(k - 1):
        return None
    if not (w.plain[k - 1].endswith(_DEMONYM) or w.plain[k - 1] in _LANDS):
        return None
    head = next((head for head in heads().get(noun, ()) if len(head.words) == 1 and "n" in head.flags), None)
    return HeadMatch(head, match.first, k, False) if head is not None else None


def _listed_firm(text: str, plain: str) -> bool:
    """« le laboratoire Pfizer France »: a firm known by its first word."""
    return any(b.kind == "company" and b.form == text for b in _BODIES.get(plain))


def _camel(text: str) -> bool:
    """« inTorva », « eVolt »: a capital inside makes a name of it."""
    return len(text) > 3 and text[0].islower() and text.isalnum() and any(map(str.isupper, text[1:4]))


def _own_name(w: Words, k: int, end: int) -> int:
    """Where its own name begins: "la société française d'ingénierie électrique *Torvelec*"; 0 where none."""
    own = end
    while own > k and w.cap[own - 1]:
        own -= 1
    return own if own < end and w.plain[own - 1] not in OF | DETERMINERS else 0


def _one_word_unit(ctx: Context, match: HeadMatch, end: int) -> bool:
    """« le pôle Achats », « le fonds Patois »: a part or a store, unless its uses speak for a body."""
    w, k = ctx.w, match.last
    size = 2 if match.head.words == ("comite",) else 1
    if match.head.words == ("pole",) and w.plain[k] in ("nord", "sud"):
        return True
    if "w" not in match.head.flags or end > k + size or k in ctx.known_ends:
        return False
    return match.head.words != ("pole",) or w.plain[k].endswith(_OF_UNITS)


def _plural_net(w: Words, match: HeadMatch) -> bool:
    """« les réseaux IP »: of what sort they are."""
    k = match.last
    if not match.plural or match.head.words != ("reseau",) or k >= len(w):
        return False
    return w.is_acronym(k) or not w.determiner(match.first)


def _of_what_sort(ctx: Context, match: HeadMatch, end: int) -> bool:
    """« des cabinets RSE », « le réseau AEP », « un collectif Marseillais »: what sort of body, no name."""
    w, i, k = ctx.w, match.first, match.last
    if match.plural and w.plain[k] in _PRONOUNS:
        return True  # "des temps collectifs Nous vous proposons": the stop is lost
    after_noun = match.head.words == ("collectif",) and w.joined(i) and w.is_word(i - 1)
    if after_noun and not (w.determiner(i) or w.plain[i - 1] in _FUNCTION_WORDS or w.is_adjective(i - 1)):
        return True  # "des temps collectifs": an adjective
    if match.plural and w.text[k] in not_acronyms() and match.head.words[0] in _SORTED:
        return True  # "les pôles ESS de Bretagne"
    if end > k + 1 or k in ctx.known_ends:
        return False
    if w.is_acronym(k) and w.text[k].isupper():
        if match.plural:
            return w.text[k] in not_acronyms() or end >= len(w) or w.plain[end] not in _ROW
        return match.head.words[0] in _SORTED and w.text[k] in not_acronyms()
    return match.head.kind != "media" and of_a_land(w, k)


def _in_assembly(w: Words, i: int, end: int) -> bool:
    """« la majorité a voté pour, le groupe Vivre Ici contre »: a group of elected people."""
    for steps in (range(i - 1, max(-1, i - _NEAR), -1), range(end, min(len(w), end + _NEAR))):
        for k in steps:
            if w.text[k] in ".;!?":
                break
            if w.plain[k] in _ASSEMBLY:
                return True
    return False


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
    if k + 2 < len(w) and w.plain[k + 1] in ARTICLES and not w.cap[k + 1] and w.cap[k + 2]:
        k += 1  # "l'association « l'Atelier des saveurs »"
    for close in range(k + 2, min(len(w), k + 10)):
        if w.text[close] in MARKS:
            named = w.cap[k + 1] or (head.kind == "association" and w.plain[k + 1] in DETERMINERS)
            elected = head.words == ("groupe",) and _in_assembly(w, k, close)
            kind = "association" if elected else head.kind
            return Candidate(k + 1, close, kind, "quoted_name") if named else None
        if w.text[close] in ".,;:!?" or w.line_break(close):
            break
    return None


def _authority(ctx: Context, i: int) -> bool:
    """« président de la région X »: the territory is spoken of as a body."""
    w = ctx.w
    return i >= 3 and w.plain[i - 3].rstrip("e") in ("president", "vice-president", "elu", "conseiller")
