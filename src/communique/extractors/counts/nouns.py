"""The head noun of what is counted, without a parser: what stands before nouns is listed, plurals show."""

from __future__ import annotations

import re

from communique.extractors.counts.model import ADJECTIVES, NOT_NOUNS, PACKAGE, Quantity, Scan, is_plural
from communique.lexicon import words
from communique.numbers.vocabulary import WORDS

_BROKEN = re.compile(r"-[^\S\n]*\n\s*[^\W\d_]+")

_LIKE_INFINITIVES = words(PACKAGE, "like_infinitives.txt")
_INVARIABLE = words(PACKAGE, "invariable.txt")
_OPENING = frozenset('«“"„‹')
_DEGREES = frozenset(("très", "tout", "toutes", "si", "assez", "plutôt", "fort"))
_OF = frozenset(("de", "d'", "des", "du"))
_POSSESSIVES = frozenset(("nos", "vos", "ses", "leurs", "mes", "tes", "ces"))
_DETERMINERS = words(PACKAGE, "determiners.txt")
# After an adjective that is a noun as well, these endings are its epithet ("trois jeunes interpellés").
_NOUNS_TOO = words(PACKAGE, "adjective_nouns.txt")
_PARTICIPLE = re.compile(r"(?:[éiu]e?s?|i[fv]e?s?|[ae]ls?|aux|elles|ques|bles)$")
_NOUN_PARTICIPLES = words(PACKAGE, "noun_participles.txt")
_NOT_SHARES = words(PACKAGE, "not_shares.txt")
_PRONOUNS = frozenset(
    ("eux", "elles", "ceux", "celles", "ceux-ci", "celles-ci", "ceux-là", "celles-là", "nous", "vous")
)


def noun_after(scan: Scan, end: int, quantity: Quantity) -> tuple[int, int] | None:
    """The span of the head noun that a number ending at ``end`` counts, or None."""
    k = scan.tokens.at(end)
    if scan.word(k) in _OPENING and scan.touches(k, end):
        end, k = scan.tokens.end[k], k + 1
    of = quantity.needs_of
    if scan.word(k) in ("de", "d'", "des", "du"):
        partitive = scan.word(k) == "des" or scan.word(k + 1) in _POSSESSIVES
        if not of and not (partitive and not quantity.singular):
            return None
        if not scan.touches(k, end):
            return None
        end, k = scan.tokens.end[k], k + 1
        while (
            scan.word(k) in _DETERMINERS or scan.word(k) in WORDS or (partitive and scan.word(k).isdecimal())
        ):
            if not scan.touches(k, end):
                return None
            end, k = scan.tokens.end[k], k + 1
        of = True
    elif of:
        return None
    return head_noun(scan, k, end, plural=not quantity.singular or of)


def head_noun(scan: Scan, k: int, end: int, *, plural: bool) -> tuple[int, int] | None:
    """The noun at token ``k`` (right after ``end``), past the adjectives that stand before it."""
    fallback = None
    for _ in range(5):
        if not scan.touches(k, end):
            break
        if scan.word(k) in _DEGREES and scan.word(k + 1).split("·")[0] in ADJECTIVES:
            end, k = scan.tokens.end[k], k + 1  # "deux très beaux prix"
        if not _may_be_noun(scan, k):
            break
        word = scan.word(k)
        span = (scan.tokens.start[k], scan.tokens.end[k])
        if word.split("·")[0] not in ADJECTIVES:
            if fallback and fallback[2] and is_plural(scan.word(k - 1)) and not is_plural(word):
                break  # "nos anciens travaillent"
            if (
                fallback
                and fallback[2]
                and _PARTICIPLE.search(word)
                and word.rstrip("s") not in _NOUN_PARTICIPLES
            ):
                break
            if plural and not is_plural(word) and not _is_invariable(scan, k):
                broken = _broken(scan, k)
                if broken is None:
                    break
                return broken
            return _broken(scan, k) or span
        fallback = (*span, fallback is not None or word in _NOUNS_TOO)
        end, k = span[1], k + 1
        if scan.word(k) in ("et", "ou", ",") and scan.word(k + 1).split("·")[0] in ADJECTIVES:
            end, k = scan.tokens.end[k], k + 1
    if fallback and fallback[2]:
        return fallback[0], fallback[1]
    return None


def _may_be_noun(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    if len(word) < 2 or not word[0].isalpha() or word[-1] == "'":
        return False
    if word in NOT_NOUNS and not (scan.tokens.text[k].isupper() and not scan.shouting(k)):
        return False  # "trois TER" are trains
    return word not in WORDS or WORDS[word].kind in ("ordinals", "comma")


def _is_invariable(scan: Scan, k: int) -> bool:
    """Borrowed nouns, acronyms ("300 PME") and nouns that Frenchmen leave without an s."""
    word, raw = scan.word(k), scan.tokens.text[k]
    if word in _INVARIABLE:
        return True
    return 2 <= len(raw) <= 5 and raw.isupper() and not scan.shouting(k)


def _broken(scan: Scan, k: int) -> tuple[int, int] | None:
    """The span of a word that a hyphen breaks at the line end ("haus-\\nse")."""
    end = scan.tokens.end[k]
    m = _BROKEN.match(scan.text, end)
    return (scan.tokens.start[k], m.end()) if m else None


def share_noun(scan: Scan, end: int, *, pronouns: bool) -> tuple[int, int] | None:
    """The noun of which a share is taken: "(45 %) des étudiants", "(un tiers) de nos jeunes"."""
    k = scan.tokens.at(end)
    if scan.word(k) not in _OF or not scan.touches(k, end):
        return None
    end, k = scan.tokens.end[k], k + 1
    for _ in range(4):
        word = scan.word(k)
        if word == "entre" and pronouns:
            pass
        elif word in _PRONOUNS:
            if pronouns and word not in ("nous", "vous"):
                return scan.tokens.start[k], scan.tokens.end[k]
            return None
        elif (
            k < len(scan.tokens) and (inner := scan.numbers_at(scan.tokens.start[k])) and not inner[0].ordinal
        ):
            if inner[0].form == "digits" and scan.word(scan.tokens.at(inner[0].end)) in ("à", "%"):
                return None
            end, k = inner[0].end, scan.tokens.at(inner[0].end)
            continue
        elif word not in _DETERMINERS:
            break
        if word == "plus" and scan.word(k + 1) not in ("de", "d'"):
            return None
        end, k = scan.tokens.end[k], k + 1
    if scan.word(k) in _NOT_SHARES or (scan.word(k - 1) in ("de", "d'") and is_infinitive(scan.word(k))):
        return None
    named = k < len(scan.tokens) and scan.tokens.text[k][0].isupper() and not scan.shouting(k)
    if named and scan.word(k - 1) in ("de", "d'") and not is_plural(scan.word(k)):
        return None  # "54 % de Mira Holding"
    return head_noun(scan, k, end, plural=False)


def is_infinitive(word: str) -> bool:
    """Whether a word looks like an infinitive ("réduire"); nouns of that look are listed."""
    if word in _LIKE_INFINITIVES:
        return False
    return word.endswith(("er", "ir", "uire", "ndre", "ttre", "oire")) and not word.endswith(("ier", "yer"))
