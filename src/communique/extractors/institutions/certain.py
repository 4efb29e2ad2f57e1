"""Signs that settle by themselves that an unknown name is a body's: who runs it, what it is the giant of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.careers import career
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.usage_lists import company_nouns, english_fields, events, negatives
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, Words, endings, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import lines, singular, words
from communique.records import InstitutionKind

_DEMONYMS = words(ROOM, "demonyms.txt")
_OFFICERS = wordset("officers")
_AFTER_OFFICER = wordset("after_officer")
_ENGLISH_OFFICERS = wordset("english_officers")
_ENGLISH_FIELDS = english_fields()
_FIRMS = wordset("firms_of_a_sector")
_CHAINS = wordset("chains_of")
_SECTORS = wordset("sectors")
_FIELDS = (
    words(ROOM, "policy_fields.txt")
    | wordset("fields_named")
    | wordset("fields")
    | wordset("fields_of_firms")
)
_TEAMS = wordset("teams_of_lands")
_THINGS = wordset("directed_things")
_NOMINAL = endings("nominal")
_HEADS = heads()
_COMPANY_NOUNS = company_nouns()
_PLACES = places()
_FIGURE = re.compile(r"\d{3}|\d{1,3}(?!e$|er$|re$|de$|h$|m$)[a-z]{1,4}")
_FEW_FIGURES = re.compile(r"[2-9]|[1-9]\d")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_INFINITIVES = ("er", "ir", "re")
_MONTHS = frozenset(line.split()[1] for line in lines("communique.lexicon", "months.txt"))
_DATELINE = 10  # tokens of a dateline at most
_FEW = 4  # adjectives and such between a function and « de »
_REACH = 7  # tokens of « le fabricant français de vélos »


def certain(ctx: Context, i: int, j: int) -> tuple[bool, InstitutionKind | None]:
    """Whether the words before token ``i`` settle that a body stands there, and the kind that they tell."""
    w = ctx.w
    if j - i == 3 and w.plain[i + 1] == "et" and one_of_two(w, i, j):
        return True, "association"
    if i < 2 or not w.joined(i):
        return False, None
    if (w.text[i - 1] == "of" or w.plain[i - 2 : i] == ["of", "the"]) and _run_in_english(w, i):
        return True, None
    if _run_by(w, i) and not _common(ctx, i, j):
        return True, None
    if team_of(w, i) and not _common(ctx, i, j):
        return True, "association"
    if _speaks_for(ctx, i, j) or w.plain[max(0, i - 3) : i] == ["parmi", "elles", ","]:
        return not _common(ctx, i, j), None
    worked, kind = career(ctx, i, j)
    if worked and not _common(ctx, i, j):
        return True, kind
    if w.text[i - 1] == "(" and signs_dispatch(w, i, j):
        return True, "media"
    kind = _firm_of(w, i)
    return kind is not None, kind


def signs_dispatch(w: Words, i: int, j: int) -> bool:
    """« Kinshasa, 14 avril 2025 (*ACP*) – »: the agency, between the dateline and the text."""
    if j + 1 >= len(w) or w.text[j] != ")" or w.text[j + 1] not in "-–—" or i < 3:
        return False
    if not (w.text[i - 2].isdecimal() or w.text[i - 2].isupper() or w.plain[i - 2] in _MONTHS):
        return False
    return i <= _DATELINE or any(w.line_break(k) for k in range(i - _DATELINE, i - 1))


def one_of_two(w: Words, i: int, j: int) -> bool:
    """« Communication et démocratie *a* apporté »: two bare nouns with one verb in the singular."""
    if j + 1 >= len(w) or w.cap[j - 1] or w.lower[j] not in ("a", "est", "vient", "va") or not w.joined(j):
        return False
    return not w.plain[i].endswith(_INFINITIVES) and w.opens_sentence(i)


def _speaks_for(ctx: Context, i: int, j: int) -> bool:
    """« Anne Petit, Torvalis : « … » »: whose somebody is who speaks, between a comma and a colon."""
    w = ctx.w
    if w.text[i - 1] != "," or w.text[j : j + 1] != [":"] or not ctx.in_person[i - 2]:
        return False
    first = i - 2
    while first > 0 and ctx.in_person[first - 1]:
        first -= 1
    told = all(w.cap[k] and w.joined(k) for k in range(i + 1, j)) and w.plain[i] not in _ROLE_NOUNS
    return told and (first == 0 or w.opens_sentence(first)) and registry_key(w.span_text(i, j)) not in _PLACES


def team_of(w: Words, i: int) -> bool:
    """« l'équipe marocaine de Difar el Torva », « les joueurs congolais du Vitor »: a club of a country."""
    if i < 4 or w.plain[i - 1] not in ("de", "d'", "du"):
        return False
    told = w.plain[i - 2].removesuffix("s") in _DEMONYMS or w.plain[i - 2] in _DEMONYMS
    return told and singular(w.plain[i - 3]) in _TEAMS


def led(w: Words, i: int) -> bool:
    """Whether « directeur de », « co-gérante du », « Head of » stand before token ``i``."""
    if i < 2 or not w.joined(i):
        return False
    return _run_by(w, i) or (w.text[i - 1] in ("of", "the") and _run_in_english(w, i))


def numbered_names(ctx: Context) -> Iterator[Candidate]:
    """« administratrice du 9b », « l'entraîneur de l'Entente 4 »: names that a figure makes."""
    w = ctx.w
    for k in w.places_of(_OFFICERS):
        i = next((n for n in range(k + 1, min(len(w) - 1, k + _FEW)) if w.plain[n] in ("du", "de")), 0)
        if not i or not w.joined(i) or not _run_by(w, i + 1):
            continue
        i += 1 + (w.plain[i + 1] in ("l'", "la"))
        sporting = w.plain[k].startswith("entrain") or "technique" in w.plain[k:i]
        if w.plain[i - 1] == "du" and _FIGURE.fullmatch(w.text[i]) and _ends(w, i + 1):
            yield Candidate(i, i + 1, "culture", "numbered_name")
        elif _figured(ctx, i):
            yield Candidate(i, i + 2, "association" if sporting else "culture", "numbered_name")


def _figured(ctx: Context, i: int) -> bool:
    """« Entente 4 »: a capitalised word that is no place, and one or two figures."""
    w = ctx.w
    if not w.cap[i] or i + 1 >= len(w) or not _FEW_FIGURES.fullmatch(w.text[i + 1]) or not _ends(w, i + 2):
        return False
    return w.gap(i + 1) == " " and not ctx.in_person[i] and registry_key(w.text[i]) not in _PLACES


def _ends(w: Words, k: int) -> bool:
    return k >= len(w) or w.line_break(k) or w.text[k] in ",(.;" or w.plain[k] in ("et", "a", "est")


def field_directed(ctx: Context, i: int, j: int) -> bool:
    """« directeur du Développement Durable »: with an article, what somebody directs inside a body."""
    w = ctx.w
    if i < 2 or not w.joined(i) or w.plain[i - 1] not in ("du", "des", "la", "l'") or w.is_acronym(i):
        return False
    return w.plain[i] in _FIELDS and _run_by(w, i) and all(w.adjectival(k) for k in range(i + 1, j))


def _run_by(w: Words, i: int) -> bool:
    k = i - 1
    if w.plain[k] in ARTICLES and not w.cap[k]:
        k -= 1
    if k < 1 or w.plain[k] not in ("de", "d'", "du") or w.cap[k]:
        return False
    for back in range(k - 1, max(-1, k - _FEW), -1):
        if not w.joined(back + 1):
            return False
        if w.plain[back] in _OFFICERS:
            return True
        if w.plain[back] not in _AFTER_OFFICER:
            return False
    return False


def _common(ctx: Context, i: int, j: int) -> bool:
    """« directrice de la Communication », « directeur du Développement »: a field, with its capital."""
    w = ctx.w
    word = singular(w.plain[i])
    if any(registry_key(w.span_text(i, end)) in _PLACES for end in (i + 1, j)):
        return j - i == 1 or registry_key(w.span_text(i, j)) in _PLACES
    if w.plain[i] in _FIELDS or word in events() or word.endswith(_NOMINAL) or word in _THINGS:
        return not w.text[i].isupper()
    if j - i > 1:
        return False
    return word in negatives() or word in _HEADS or w.lower[i] in ctx.lower_words or w.adjectival(i)


def _run_in_english(w: Words, i: int) -> bool:
    """« Director of Sonyach Art Centre », « Head of the Board of Insha »: but « Head of Marketing »."""
    k = i - 2 - (w.text[i - 1] == "the")
    return k >= 0 and w.cap[k] and w.plain[k] in _ENGLISH_OFFICERS and w.plain[i] not in _ENGLISH_FIELDS


def _firm_of(w: Words, i: int) -> InstitutionKind | None:
    """« le géant des télécommunications X », « le fabricant de cycles X »: the kind; None where no firm."""
    k, plural = i - 1, True
    while k > 0 and i - k < _REACH and w.joined(k) and not w.cap[k]:
        word = w.plain[k]
        if word in _FIRMS or (word == "chaine" and w.plain[i - 1] in _CHAINS):
            of = k + 1 + (k + 1 < i and w.is_adjective(k + 1))
            if of >= i or w.plain[of] not in OF | {"en"} or not w.determiner(k):
                return None
            told = w.plain[i - 1] in _SECTORS or (
                plural and (w.plain[of] in ("de", "d'", "en") or w.plain[i - 1][-1] in "sx")
            )
            return _COMPANY_NOUNS.get(singular(word), "company") if told else None
        if word in ("du", "la", "le", "l'"):
            plural = False
        elif not w.is_word(k) or word in ("qui", "que", "et", "ou", "a", "est", "par", "pour", "dans"):
            return None
        k -= 1
    return None
