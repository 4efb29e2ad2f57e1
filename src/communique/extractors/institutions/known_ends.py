"""What goes on a listed name: a branch, a trade, a town, a sister title."""

from __future__ import annotations

from functools import cache

from communique.document import plain_shadow
from communique.extractors.institutions.acronyms import fits, letters_of
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.complements import extend
from communique.extractors.institutions.known_forms import reads
from communique.extractors.institutions.walk import Manner, line_lost
from communique.extractors.institutions.words import ROOM, Words, land_end, parts_laboratory, wordset
from communique.extractors.people.lexicon import first_names
from communique.gazetteer import Body, bodies, places, registry_key
from communique.lexicon import lines, words

_BODIES = bodies()
_PLACES = places()
_CIVILITIES = wordset("civilities")
_TITLES_OF_LANDS = wordset("titles_of_lands")
_BRANCH_ADJECTIVES = wordset("branch_adjectives")
_REGIONS = wordset("regions_named")
_REGIONS_BEGIN = frozenset(form for r in _REGIONS for form in (r.split()[0], r.replace(" ", "-")))
UNIONS = wordset("unions")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt") | wordset("elected")
_MUNICIPAL = frozenset(
    ("municipal", "municipale", "regional", "regionale", "departemental", "departementale", "metropolitain")
)
_DEMONYM = ("oise", "aise", "ienne", "gnonne", "oine", "arde", "ois", "ais", "ard")
_EDITIONS = wordset("editions")
_FIRST_NAMES = first_names()
_COMPASS = ("nord", "sud", "est", "ouest", "atlantique", "mediterranee")


@cache
def branches() -> frozenset[str]:
    """Words that name a branch after a firm's name: "Vinci *Construction*"."""
    return frozenset(
        plain_shadow(line.split("|")[0].strip()) for line in lines(ROOM, "suffixes.txt")
    ) | words(ROOM, "branches.txt")


def extended(ctx: Context, j: int, body: Body) -> int:
    """A local branch or a sister title: "Snesup-FSU *Alpes-Durance*", "The Lancet *Public Health*"."""
    w = ctx.w
    first, last = j - len(body.words), w.glued(j - 1)
    if (
        not w.shouted[first]
        and body.kind in ("public_body", "media", "association")
        and (end := _place_end(ctx, last))
    ):
        # "France Bleu Drôme Ardèche": a branch may hold two lands
        return (_place_end(ctx, end) or end) if body.kind == "media" else end
    if body.kind == "media" and len(body.words) == 2 and body.words[1] in _TITLES_OF_LANDS:
        k = last + 1 + (last + 1 < len(w) and w.plain[last + 1] in ("la", "l'"))
        of = last < len(w) and w.plain[last] in ("de", "d'", "du", "des") and w.joined(last)
        if of and k < len(w) and w.cap[k] and w.joined(k) and not ctx.in_person[k] and not w.is_acronym(k):
            return w.glued(k)  # "L'Éveil *de la Haute-Loire*"
    if (
        body.kind == "culture"
        and last < len(w)
        and w.joined(last)
        and w.cap[last]
        and w.plain[last] in _COMPASS
    ):
        return last + 1  # "Mucem Nord"
    if body.kind in ("association", "education") and (goes_on := _members_end(w, first, last, body)) > last:
        return goes_on
    if body.kind in ("association", "health") and len(body.words) > 1 and not w.cap[j - 1] and last < len(w):
        regional = w.joined(last) and w.is_adjective(last) and w.plain[last].endswith(_DEMONYM)
        if regional:
            return last + 1  # "Mutualité française *bourguignonne*"
    if body.kind == "research" and not w.shouted[first] and (region := _region_end(w, last)) > last:
        return region
    if body.kind == "media" and len(body.words) == 1 and w.text[first].isupper() and not w.shouted[first]:
        while last < len(w) and w.joined(last) and w.cap[last] and w.plain[last] in _EDITIONS:
            last += 1  # "BBC *Mundo*", "BBC *Sport Africa*"
        j = last
    if w.shouted[first] or body.kind not in ("association", "education", "media", "company"):
        return j
    if body.kind == "company":
        if _associated(ctx, last):
            return w.glued(last + 1)
        if (region := _region_end(w, last)) > last:
            return region
        if w.text[first].isupper() and len(body.words) == 1 and last < len(w) and w.joined(last):
            return last + 1 if _branch(ctx, last) else (land_end(w, last) or j)
        following = last < len(w) and w.joined(last) and w.cap[last] and w.plain[last] in branches()
        if following and last + 1 < len(w) and w.joined(last + 1) and w.cap[last + 1]:
            return j  # "Deloitte Technology Fast 50" is a ranking
        return last + 1 if following else j
    if body.kind == "media" and body.words[0] not in ("the", "nature", "science"):
        return j
    if w.text[first].islower():
        return j
    while last < len(w) and w.joined(last) and last - j < 4:
        if w.text[last] == "&" and last + 1 < len(w) and w.cap[last + 1]:
            last += 1  # "Nature Ecology & Evolution"
        if not w.cap[last] or ctx.in_person[last] or w.shouted[last] or w.plain[last] in _CIVILITIES:
            break
        if w.is_acronym(last) and len(body.words) > 2 and fits(letters_of(w.plain[last]), body.words):
            break  # "l'Union des marques *UDM*"
        if len(body.words) > 2 and w.plain[last] in _FIRST_NAMES and not _goes_on(w, last):
            break  # "l'École nationale de la magistrature *Camille* a …"
        if body.kind == "association" and w.is_acronym(first) and w.plain[last] in _FIRST_NAMES:
            member = _goes_on(w, last) and not w.is_acronym(last + 1) and "-" not in w.text[last]
            if member and last == j and w.plain[first - 1] not in ("la", "aupres"):
                break  # "le ralliement du LR *Paul Morin*"
        if line_lost(w, last) or (body.kind == "education" and parts_laboratory(w, first, last)):
            break
        if any(reads(ctx, last, b) for b in _BODIES.get(w.plain[last])):
            employer = any(b.kind == "company" and len(b.words) == 1 for b in _BODIES.get(w.plain[last]))
            if body.form in UNIONS and last == j and employer and w.determiner(first) == "definite":
                return last + 1  # "la CGT Goodyear"
            break
        last = w.glued(last)
    sided = first and w.joined(first) and w.plain[first - 1] in _ROLE_NOUNS | _MUNICIPAL
    if body.kind == "association" and last == w.glued(j - 1) and not sided:  # "le maire UDI de Torvel"
        k = last
        while (
            k < len(w)
            and k < last + 2
            and w.joined(k)
            and w.plain[k] in ("de", "d'", "du", "des", "la", "l'")
        ):
            k += 1
        if last < k < len(w) and w.cap[k] and registry_key(w.text[k]) in _PLACES:
            return k + 1  # "CPME de l'Aude"
    if (
        body.kind == "association"
        and last < len(w)
        and w.joined(last)
        and (w.text[first][:2].isupper() or _numbered(w, first, last))  # not "2. Provence Rugby 36 ; 3. …"
        and w.text[last].isdigit()
        and len(w.text[last]) < 4
    ):
        last += 1
    return last


def _goes_on(w: Words, i: int) -> bool:
    """Whether a capital follows token ``i``."""
    return i + 1 < len(w) and w.joined(i + 1) and w.cap[i + 1]


def _numbered(w: Words, first: int, last: int) -> bool:
    """« le Medef *93* », « l'Unef *31* appelle »: by its department, no count of people."""
    if last != first + 1 or len(w.text[last]) != 2 or w.opens_sentence(first):
        return False
    return last + 1 >= len(w) or not w.joined(last + 1) or w.plain[last + 1][-1] not in "sx%"


def _region_end(w: Words, i: int) -> int:
    """The end of the region whose branch it is: "EDF *Réunion*", "RTE *Grand Est*"; ``i`` where none."""
    if i >= len(w) or not w.cap[i] or not w.joined(i) or w.plain[i] not in _REGIONS_BEGIN:
        return i
    for end in range(min(len(w), i + 6), i, -1):
        joined = w.is_word(end - 1) and all(w.joined(k) for k in range(i + 1, end))
        if joined and registry_key(w.span_text(i, end)) in _REGIONS:
            return end
    return i


def _associated(ctx: Context, i: int) -> bool:
    """« SNCF Connect *& Tech* »: a name goes on, unless another listed one begins there."""
    w = ctx.w
    if i + 1 >= len(w) or w.text[i] != "&" or not (w.joined(i) and w.joined(i + 1) and w.cap[i + 1]):
        return False
    return not ctx.in_person[i + 1] and not any(reads(ctx, i + 1, b) for b in _BODIES.get(w.plain[i + 1]))


def _members_end(w: Words, first: int, j: int, body: Body) -> int:
    """« la CGT *des marins du Ponant* », « l'UTC *de Compiègne* »: a union's trade, a school's town."""
    if not w.is_acronym(first) or not w.text[first].isupper() or j != first + 1 or j + 1 >= len(w):
        return j
    if not (w.joined(j) and w.joined(j + 1)):
        return j
    if body.kind == "education":
        town = w.plain[j] in ("de", "d'") and registry_key(w.text[j + 1]) in _PLACES
        return w.glued(j + 1) if town and not w.is_acronym(j + 1) else j
    trade = w.plain[j] == "des" and not w.cap[j + 1] and w.plain[j + 1][-1] in "sx"
    if body.form not in UNIONS or not trade:
        return j
    return extend(w, j, manner=Manner(), stops=lambda k: False).end


def branch_end(w: Words, j: int) -> int:
    """The end of a union's name after what specifies it: "CSC-Services *publics*", "SNUEP-FSU *43*"."""
    if j < len(w) and w.joined(j) and not w.cap[j] and w.text[j - 1][-1].islower():
        plural = w.is_adjective(j) and w.plain[j][-1] in "sx" and w.plain[j - 1][-1] in "sx"
        if plural or w.plain[j].removesuffix("s") in _BRANCH_ADJECTIVES:
            return j + 1
    numbered = j < len(w) and w.joined(j) and w.text[j].isdigit() and len(w.text[j]) < 4
    if not numbered or (j + 1 < len(w) and w.joined(j + 1) and not w.cap[j + 1] and w.is_word(j + 1)):
        return j  # "la CGT-Textile 43 délégués"
    return j + 1


def _place_end(ctx: Context, i: int) -> int | None:
    """The end of the place that follows at once: "Insee *Pays de la Loire*", "France 3 *Bretagne*"."""
    w = ctx.w
    if i >= len(w) or not w.cap[i] or not w.joined(i) or ctx.in_person[i]:
        return None
    for end in range(min(len(w), i + 6), i, -1):
        if (
            w.is_word(end - 1)
            and all(w.joined(k) for k in range(i + 1, end))
            and registry_key(w.span_text(i, end)) in _PLACES
        ):
            return end
    return None


def _branch(ctx: Context, i: int) -> bool:
    """« RATP *Dev* »: a capitalised word after a firm's acronym."""
    w = ctx.w
    if not w.cap[i] or ctx.in_person[i] or w.is_acronym(i) or registry_key(w.text[i]) in _PLACES:
        return False
    return not any(reads(ctx, i, b) for b in _BODIES.get(w.plain[i]))
