"""Names that go on in lower case or open with an article: where they end."""

from __future__ import annotations

import re
from functools import cache

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import HeadMatch
from communique.extractors.institutions.usage_lists import negatives
from communique.extractors.institutions.words import (
    DETERMINERS,
    ROOM,
    Words,
    endings,
    function_words,
    wordset,
)
from communique.extractors.people.heads import is_head
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_VERBS = words(ROOM, "verbs.txt")
_FUNCTION_WORDS = function_words()
_AUXILIARIES = wordset("auxiliaries")
_DETERMINERS = wordset("determiners")
_INSIDE = wordset("inside")
_RELATIVES = wordset("relatives")
_INSIDE_LINKS = wordset("inside_links")
_PLACES = places()

MARKS = frozenset('«»“”"')
_REACH = 8
_COMPARING = frozenset(("plus", "moins", "mieux", "autant"))  # "Plus que parfait"


@cache
def _not_inside() -> frozenset[str]:
    """Grammar words that no name in lower case holds."""
    return function_words() - wordset("inside")


@cache
def _final() -> frozenset[str]:
    """Grammar words that end no name."""
    return function_words() - {"tous", "toutes", "merci", "non", "pas"}


_PLURAL_VERB = endings("plural_verbs")
_SHORT_VERB = 6


def acts(w: Words, k: int) -> bool:
    """Whether a verb that bodies have stands at token ``k``."""
    word, verbs = w.plain[k], _VERBS
    if w.lower[k].endswith(("é", "ée", "és", "ées")):
        return False  # a participle: "Coût estimé :"
    if word in verbs or word.removesuffix("nt") in verbs:
        return True
    return word.endswith(_PLURAL_VERB) and len(word) > _SHORT_VERB


_DEPARTMENT = re.compile(r"0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-6]")
_AFTER_DEPARTMENT = frozenset(("et", "ou", "a", "ont", "est", "sont", ",", ".", ";", ":", ")", "»", "("))


def department_end(w: Words, i: int, j: int) -> int:
    """The end of « Nature Environnement *17* »: a name of several words and the number of a department."""
    lettered = j - i == 1 and w.text[i].isupper() and len(w.text[i]) > 3 and w.determiner(i) == "definite"
    if not (j - i > 1 or lettered) or j >= len(w) or not w.joined(j) or not _DEPARTMENT.fullmatch(w.plain[j]):
        return j
    free = j + 1 >= len(w) or not w.joined(j + 1) or w.plain[j + 1] in _AFTER_DEPARTMENT or acts(w, j + 1)
    return j + 1 if free else j


def titled_work(w: Words, i: int) -> bool:
    """« l'exposition "Le Front populaire" », « l'arrêt de bus « École Jules-Ferry » »: no body is named.

    The words at ``i`` open a quoted title, or follow the article that opens it.
    """
    k = i - 1 - (i > 1 and w.plain[i - 1] in DETERMINERS)
    if k < 1 or w.text[k] not in MARKS:
        return False
    for back in range(k - 1, max(-1, k - 5), -1):
        if singular(w.plain[back]) in negatives():
            return True
        if w.cap[back] or not (w.is_word(back) or w.text[back] == "'"):
            break
    return False


def titled_end(w: Words, k: int, end: int) -> int | None:
    """The end of a name whose article stands at token ``k``, its noun read up to ``end`` so far."""
    if end == k + 1:
        if not w.cap[end]:
            return closed_end(w, end) if w.plain[k] in ("un", "une") and closed_end(w, end) > end else None
        end = w.glued(end)
        while end < len(w) and w.joined(end) and w.cap[end] and end - k < _REACH:
            end = w.glued(end)
    return closed_end(w, end)


def opens_complement(w: Words, j: int) -> bool:
    """Whether an adjective, or a preposition and a common noun, may go on a name at token ``j``."""
    if j + 1 >= len(w) or not w.joined(j):
        return False
    if w.plain[j] in ("de", "d'", "a", "sans") and w.lower[j] != "a":
        return not w.cap[j + 1] and w.plain[j + 1] not in _FUNCTION_WORDS
    if w.plain[j] in ("que", "qu'"):
        return w.plain[j - 1] in _COMPARING
    if w.plain[j] == "et":  # "le cabinet Argile et dents": a second noun without an article
        bare = not w.cap[j + 1] and w.is_word(j + 1) and w.plain[j + 1] not in _FUNCTION_WORDS
        # "la société X et bénévole", "l'association X et coordinatrice du projet"
        role = w.plain[j + 1] in words(ROOM, "role_nouns.txt") or is_head(w.lower[j + 1])
        return bare and not role and not acts(w, j + 1) and not w.is_adjective(j + 1)
    return w.is_adjective(j)


def closed_end(w: Words, j: int) -> int:
    """The end of a name that goes on in lower case up to a stop: "Roue *libre*,", "Arcy *à vélo* demande".

    Returns ``j`` itself when what follows reads as the sentence's own words.
    """
    k = fallback = j
    while k < len(w) and k - j < _REACH and w.joined(k):
        word = w.plain[k]
        if word[0].isdigit():
            return _before_verb(w, j, k)
        if not (word[0].isalpha() or word[0] == "'"):
            break
        if acts(w, k) or (word in _AUXILIARIES and w.lower[k] != "à"):
            break
        clitic = k == j and j > 1 and w.cap[j - 1] and w.cap[j - 2] and w.joined(j - 1)
        if clitic and word in ("la", "le", "les", "l'"):
            return j  # "Nord Matin la place troisième"
        compared = k == j and word in ("que", "qu'") and w.plain[j - 1] in _COMPARING
        if (
            k == j
            and not compared
            and (w.cap[k] or word in _not_inside() or w.lower[k].endswith(("é", "ée", "és", "ées")))
        ):
            return j
        if word == "et":
            if k + 1 < len(w) and (w.cap[k + 1] or w.plain[k + 1] in ("l'", "la", "le", "les")):
                return k if k > j and w.plain[k - 1] not in _final() else j
            fallback = k
        if word in ("de", "d'") and k + 1 < len(w) and w.is_acronym(k + 1):
            return (
                k if k > j and w.plain[k - 1] not in _final() else j
            )  # "Abeilles et environnement *d'INRAE*"
        if word in ("a", "en", "pour") and k + 1 < len(w) and w.cap[k + 1]:
            return k if k > j + 1 else j
        if word in _DETERMINERS and k > j + 1 and w.plain[k - 1] not in _INSIDE:
            # "Pierres vivantes *restaure* la chapelle"
            return _before_verb(w, j, k) if fallback == j else fallback
        if compared:
            k += 1
            continue  # "Plus que parfait"
        if word in _RELATIVES:
            return k if k > j and w.plain[k - 1] not in _final() else j
        if word in _not_inside():
            return fallback if fallback > j else _before_verb(w, j, k)
        if word == "pour" and k + 1 < len(w) and w.plain[k + 1].endswith(("er", "ir", "re")):
            return fallback
        k += 1
    named = k > j and w.plain[k - 1] not in _final()
    closed = k >= len(w) or w.text[k] in ',.;:)(«»“”"–' or not w.joined(k)
    closed = closed or w.plain[k] in _AUXILIARIES or acts(w, k)
    return k if closed and k - j < _REACH and (named or k == j) else j


def longer_end(ctx: Context, match: HeadMatch, end: int) -> int:
    """The end of an introduced name that goes on after a word that no other name holds inside.

    "Cévennes *à Vif*", "Health *and Behaviour*", "la revue Agriculture, *Ecosystems & Environment*".
    """
    w = ctx.w
    if end + 1 >= len(w) or not w.joined(end):
        return _title_list_end(w, end) if match.head.kind == "media" else end
    word, following = w.plain[end], end + 1
    if word in ("and", "of", "for", "in", "the") and w.cap[following] and w.joined(following):
        return _capitals_end(w, following)
    if match.head.kind == "association" and word in _INSIDE_LINKS and w.lower[end] != "a":
        following += w.plain[following] in ("la", "l'", "le", "les")
        if following >= len(w) or not w.cap[following] or not w.joined(following):
            return end
        named = w.is_acronym(following) or ctx.in_person[following] or following in ctx.known_ends
        if not named and registry_key(w.text[following]) not in _PLACES:
            return _capitals_end(w, following)
    return _title_list_end(w, end) if match.head.kind == "media" else end


def _capitals_end(w: Words, k: int) -> int:
    end = w.glued(k)
    while end < len(w) and w.joined(end) and w.cap[end]:
        end = w.glued(end)
    return end


def _title_list_end(w: Words, end: int) -> int:
    """The end of a journal's title that lists its fields, closed by « & » or « and »; else ``end``."""
    k, closing = end, False
    while k + 1 < len(w) and k - end < 12 and w.text[k] in (",", "&", "and") and w.cap[k + 1]:
        closing = w.text[k] != ","
        k = _capitals_end(w, k + 1)
        if closing:
            return k
    return end


def _before_verb(w: Words, j: int, k: int) -> int:
    """Before the word at ``k`` stands the sentence's verb: the name ends before it, if it goes on at all."""
    end = k if k > j and w.is_adjective(k - 1) and w.plain[k] not in _DETERMINERS else k - 1
    return end if end > j and w.plain[end - 1] not in _final() else j


_CONNECTORS = frozenset(("&", "of", "and", "for", "the", "in"))


def connected_end(w: Words, j: int) -> int:
    """The capitalised word that English links go on to: "Institute *of the Moving* Image"; 0 where none."""
    for k in (j + 1, j + 2):
        if w.text[k - 1 : k] and w.text[k - 1] in _CONNECTORS and k < len(w) and w.joined(k) and w.cap[k]:
            return k
        if w.text[k - 1 : k] != ["of"]:
            break
    return 0


_ENGLISH = frozenset(("of", "for", "and"))


def english_list(w: Words, i: int, j: int) -> int:
    """« for Security, *Reliability and Trust* », « University of Nevada, *Las Vegas* »; 0 where none."""
    if w.text[j] != "," or j + 1 >= len(w) or not (w.cap[j + 1] and w.joined(j + 1)):
        return 0
    if w.plain[i : i + 2] == ["university", "of"] and j - i == 3:
        end = j + 2 + (j + 2 < len(w) and w.cap[j + 2] and w.joined(j + 2))
        return end - 1 if registry_key(w.span_text(j + 1, end)) in _PLACES else 0
    if not any(w.text[k] in _ENGLISH for k in range(i + 1, j)):
        return 0
    k = j + 1
    while k + 1 < len(w) and k - j < _REACH and w.joined(k) and (w.cap[k] or w.text[k] == ","):
        if w.text[k + 1] == "and" and k + 2 < len(w) and w.cap[k + 2] and w.cap[k]:
            return k + 2
        k += 1
    return 0
