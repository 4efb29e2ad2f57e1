"""Names that a sign sets off after the noun of a body: « un collectif local : « La Guinguette » »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.acronyms import not_acronyms
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import MARKS
from communique.extractors.institutions.words import OF, ROOM, Words, function_words, wordset
from communique.extractors.people.lexicon import is_inhabitant
from communique.gazetteer import places, registry_key
from communique.lexicon import words
from communique.records import InstitutionKind

_PLACES = places()
_DEMONYMS = words(ROOM, "demonyms.txt")
_FUNCTION_WORDS = function_words()
_NOT_ACRONYMS = not_acronyms()
_NO_COMPLEMENT = _FUNCTION_WORDS | wordset("not_in_complements")
_NOUNS: dict[str, InstitutionKind] = {
    **dict.fromkeys(wordset("introducing_associations"), "association"),
    **dict.fromkeys(wordset("introducing_companies"), "company"),
    **dict.fromkeys(wordset("introducing_media"), "media"),
    **dict.fromkeys(wordset("introducing_stages"), "culture"),
}
del _NOUNS["groupe"], _NOUNS["ensemble"], _NOUNS["parti"], _NOUNS["label"], _NOUNS["chaine"], _NOUNS["ligue"]
_TRIGGERS = frozenset(_NOUNS)
_ONE = frozenset(
    (
        "un",
        "une",
        "son",
        "sa",
        "notre",
        "leur",
        "cette",
        "ce",
        "autre",
        "propre",
        "nouvelle",
        "nouveau",
        "jeune",
        "petite",
    )
)
_ORDINALS = ("ieme", "premiere", "premier", "seconde", "second")
_BEFORE_DEMONYM = ("l'", "le", "la")
_STATUS = ("loi", "1901", "à", "but", "non", "lucratif")
_CLOSING = {"(": frozenset(")"), ",": frozenset((",", ".", ")", ";")), ":": frozenset((".", ",", ";"))}
_REACH, _LONGEST = 6, 7


def set_off_names(ctx: Context) -> Iterator[Candidate]:
    """The name between the sign that follows the noun's phrase and the one that closes it."""
    w = ctx.w
    for i in w.places_of(_TRIGGERS):
        if (w.cap[i] and w.text[i] != "ONG") or not i or not w.joined(i) or not _one(w, i):
            continue
        p = _sign(w, i + 1)
        name = _name(ctx, p) if p else None
        if name is not None:
            yield Candidate(*name, _NOUNS[w.plain[i]], "introduced_name")


def _one(w: Words, i: int) -> bool:
    """« une », « sa propre », « une troisième »: one body that nothing has named yet."""
    before = w.plain[i - 1]
    return before in _ONE or (before.endswith(_ORDINALS) and i > 1 and w.plain[i - 2] in _ONE)


def _sign(w: Words, k: int) -> int:
    """The sign after what qualifies the noun: « d'habitants », « locale », « loi 1901 »; 0 where none."""
    end = min(len(w) - 2, k + _REACH)
    while k < end:
        if w.text[k] in _CLOSING:
            return k
        if not w.joined(k) or w.cap[k]:
            return 0
        if w.plain[k] in OF:
            if not w.is_word(k + 1) or w.cap[k + 1] or w.plain[k + 1] in _NO_COMPLEMENT:
                return 0
            k += 2
        elif w.is_adjective(k) or w.plain[k] in _DEMONYMS or w.lower[k] in _STATUS:
            k += 1
        else:
            return 0
    return 0


def _name(ctx: Context, p: int) -> tuple[int, int] | None:
    """What stands between the sign at token ``p`` and the next."""
    w, k = ctx.w, p + 1
    if "\n" in w.gap(k):
        return None
    if w.text[k] in MARKS:
        return _quoted(w, k) if w.text[p] != "," else None
    if w.plain[k] in _BEFORE_DEMONYM and not w.cap[k] and k + 2 < len(w) and w.plain[k + 1] in _DEMONYMS:
        k += 2  # "l'allemande Mar-Vent"
    if not w.cap[k] and not _camel(w.text[k]):
        return None
    end = w.glued(k)
    while end < len(w) and end - k < _LONGEST and w.joined(end) and (w.cap[end] or w.text[end] == "&"):
        end = w.glued(end)
    if end >= len(w) or w.text[end] not in _CLOSING[w.text[p]] or k in ctx.known_ends or k in ctx.body_starts:
        return None
    if any(ctx.in_person[k:end]) or ctx.people.get(k, 0) > k or (end == k + 1 and _common(w, k)):
        return None
    return (
        None
        if registry_key(w.span_text(k, end)) in _PLACES or registry_key(w.text[k]) in _PLACES
        else (k, end)
    )


def _quoted(w: Words, k: int) -> tuple[int, int] | None:
    """« : « La Guinguette verte » »: what the marks hold, if it begins with a capital and no clause."""
    if k + 2 >= len(w) or not w.cap[k + 1]:
        return None
    for close in range(k + 2, min(len(w), k + _LONGEST)):
        if w.text[close] in MARKS:
            return k + 1, close
        if w.text[close] in ".,;:!?" or w.line_break(close):
            return None
    return None


def _common(w: Words, k: int) -> bool:
    """One word that names nobody: a function word, a people, a single letter."""
    if len(w.text[k]) < 3 or w.plain[k] in _FUNCTION_WORDS or w.text[k] in _NOT_ACRONYMS:
        return True
    return is_inhabitant(w.lower[k].removesuffix("s"))


def _camel(text: str) -> bool:
    """« i-Torv », « eVolt »: a capital inside makes a name of it."""
    return len(text) > 3 and text[0].islower() and any(map(str.isupper, text[1:4]))
