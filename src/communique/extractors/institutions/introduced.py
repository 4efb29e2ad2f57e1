"""Names after a noun of bodies and what qualifies it: « l'agence de formation italienne Demarva »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.head_nouns import of_stage
from communique.extractors.institutions.open_names import MARKS, closed_end, opens_complement
from communique.extractors.institutions.usage_lists import company_nouns
from communique.extractors.institutions.walk import qualified_noun
from communique.extractors.institutions.words import OF, ROOM, Words, endings, function_words, wordset
from communique.extractors.people.lexicon import is_inhabitant
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import words
from communique.records import InstitutionKind

_BODIES = bodies()
_PLACES = places()
_DEMONYMS = words(ROOM, "demonyms.txt")
_FUNCTION_WORDS = function_words()
_NOUNS: dict[str, InstitutionKind] = {
    **dict.fromkeys(wordset("introducing_associations"), "association"),
    **dict.fromkeys(wordset("introducing_companies"), "company"),
    **dict.fromkeys(wordset("introducing_media"), "media"),
    **dict.fromkeys(wordset("introducing_stages"), "culture"),
}
_TRIGGERS = frozenset(_NOUNS) | {"site"}
_DEMONYM = endings("demonym")
_PARTICIPLE = ("é", "ée", "és", "ées")
_CALLED = wordset("called_so")
_OF_SITES = wordset("of_sites")
_BEFORE_SITES = wordset("before_sites")
_THINGS_DONE = wordset("not_in_complements")
_OF_RECORDS = wordset("of_records")
_MUSIC = (
    "rap",
    "rock",
    "musique",
    "jazz",
    "danse",
    "theatre",
    "hip-hop",
    "metal",
    "reggae",
    "chanson",
    "pop",
)
_COMPANY_NOUNS = company_nouns()
_REACH = 6  # tokens between the noun and its name
_LONGEST = 7


def introduced_names(ctx: Context) -> Iterator[Candidate]:
    """The capitals after the noun's adjectives or complement, or after « baptisé », « dénommée »."""
    w = ctx.w
    for i in w.places_of(_TRIGGERS):
        if (w.cap[i] and w.text[i] != "ONG") or i in ctx.barred or not w.joined(i) or i + 2 >= len(w):
            continue
        noun = w.plain[i]
        k = _name_start(ctx, i)
        if not k or (noun == "site" and not _speaks(w, i, k)) or k in ctx.known_ends:
            continue
        if noun == "label" and w.adjectival(k):
            continue  # "le label Rouge"
        kind: InstitutionKind = "media" if noun == "site" else _NOUNS[noun]
        if noun == "compagnie" and not of_stage(w):
            kind = "company"
        if noun == "groupe" and w.plain[i + 2] in _MUSIC:
            kind = "culture"
        if w.text[k] in MARKS:
            close = _close(w, k)
            if close and kind == "association":
                yield Candidate(k + 1, close, kind, "quoted_name")
            continue
        end = _end(ctx, k, kind in ("association", "culture") or noun == "compagnie")
        if end:
            listed = next((b for b in _BODIES.get(w.plain[k]) if b.form == w.span_text(k, end)), None)
            yield Candidate(k, end, listed.kind if listed is not None else kind, "introduced_name")


def _name_start(ctx: Context, i: int) -> int:
    """The capital, or the mark, to which the noun at token ``i`` leads by what qualifies it; 0 for none."""
    w, k, complement = ctx.w, i + 1, False
    if not w.determiner(i) and w.plain[i - 1] not in _CALLED | {"d'", "de", "son", "leur"}:
        return 0
    while k < len(w) and k - i <= _REACH and w.joined(k):
        word = w.plain[k]
        if w.text[k] in MARKS:
            return k if k + 2 < len(w) and w.gap(k) and not complement else 0
        if w.cap[k]:
            bare = k == i + 1 and w.plain[i] != "site"
            bare = bare and not (w.plain[i] == "label" and not _OF_RECORDS.isdisjoint(w.doc.places))
            told = w.plain[k - 1] in _CALLED
            ready = told or not (w.plain[k - 1] in OF or bare)
            return k if ready else 0
        if word in _CALLED or w.is_adjective(k) or word in _DEMONYMS or word in _OF_SITES:
            if complement and not (word in _CALLED or word in _DEMONYMS):
                return 0
            k += 1
            continue
        if word in ("de", "d'") and k == i + 1 and k + 1 < len(w) and _may_complete(w, k + 1):
            complement = True
            k += 2
            if k < len(w) and (w.is_adjective(k) or w.lower[k].endswith(_PARTICIPLE)):
                k += 1  # "de musique *improvisée*"
            continue
        return 0
    return 0


def _may_complete(w: Words, k: int) -> bool:
    """« *de formation*, *d'artistes* »: what the body is for, or who it is made of."""
    return not w.cap[k] and w.is_word(k) and w.plain[k] not in _FUNCTION_WORDS | _THINGS_DONE and w.joined(k)


def _speaks(w: Words, i: int, k: int) -> bool:
    """« par le site réunionnais X », « a cofondé le site X »: the web's, no place."""
    if any(w.plain[n] in _OF_SITES or w.plain[n].endswith(_DEMONYM) for n in range(i + 1, k)):
        return True
    before = w.plain[i - 2] if i > 1 else ""
    return k == i + 1 and before in _BEFORE_SITES


def _end(ctx: Context, k: int, grouped: bool) -> int:
    """The end of the capitals, where they may name a body; 0 where they cannot."""
    w = ctx.w
    if ctx.people.get(k, 0) > k + 1 or ctx.in_person[k] or k in ctx.body_starts or w.shouted[k]:
        return 0
    end = w.glued(k)
    while end < len(w) and end - k < _LONGEST and w.joined(end) and w.cap[end] and not ctx.in_person[end]:
        if end in ctx.body_starts:
            return 0
        end = w.glued(end)
    if grouped and end < len(w) and w.plain[end] != "a" and opens_complement(w, end):
        end = closed_end(w, end)  # "l'association liégeoise Devoirs *sans peine*"
    if end == k + 1 and end < len(w) and qualified_noun(w, end):
        end += 1  # "la compagnie de théâtre Vent *fou*"
    if end + 1 < len(w) and w.text[end] == "&" and w.joined(end + 1) and w.cap[end + 1]:
        end = w.glued(end + 1)  # "l'ONG Terre *& Partage*"
    word = w.plain[k]
    if len(w.text[k]) < 2 or (end == k + 1 and (word in _FUNCTION_WORDS or word in _COMPANY_NOUNS)):
        return 0
    if registry_key(w.span_text(k, end)) in _PLACES or registry_key(w.text[k]) in _PLACES:
        return 0
    return 0 if is_inhabitant(w.lower[k].removesuffix("s")) or w.text[end - 1].isdigit() else end


def _close(w: Words, k: int) -> int:
    """The mark that closes what opens at token ``k``; 0 where it is no name."""
    if not w.cap[k + 1]:
        return 0
    for close in range(k + 2, min(len(w), k + _LONGEST + 4)):
        if w.text[close] in MARKS:
            return close
        if w.text[close] in ".,;:?" or w.line_break(close):
            break
    return 0
