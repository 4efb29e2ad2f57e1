"""The head noun of what is counted, without a parser: what stands before nouns is listed, plurals show."""

from __future__ import annotations

import re

from communique.extract.counts.model import ADJECTIVES, NOT_NOUNS, PACKAGE, Quantity, Scan, is_plural
from communique.lexicon import words
from communique.numbers.vocabulary import WORDS

_INVARIABLE = words(PACKAGE, "invariable.txt")
_OPENING = frozenset("«“\"„‹")
_OF = frozenset(("de", "d'", "des", "du"))
_POSSESSIVES = frozenset(("nos", "vos", "ses", "leurs", "mes", "tes", "ces"))
_DETERMINERS = frozenset(
    ("la", "le", "l'", "les", "nos", "vos", "ses", "leurs", "mes", "ces", "son", "sa", "leur", "notre", "votre", "mon", "ma")
    + ("cet", "cette", "ce", "tous", "toutes", "tout", "toute", "quelque", "quelques", "un", "une", "environ", "plus")
)
# Adjectives that are nouns of their own when a participle follows ("trois jeunes interpellés").
_PARTICIPLE = re.compile(r"(?:é|i|u)(?:e?s)$|(?:ant|ants|antes)$")
_NOT_SHARES = frozenset(("fait", "coup", "côté", "part", "suite", "manière", "façon", "cause", "entre", "nouveau"))
_PRONOUNS = frozenset(("eux", "elles", "ceux", "celles", "ceux-ci", "celles-ci", "ceux-là", "celles-là", "nous", "vous"))


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
        while scan.word(k) in _DETERMINERS or scan.word(k) in WORDS or (partitive and scan.word(k).isdecimal()):
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
        if not scan.touches(k, end) or not _may_be_noun(scan, k):
            break
        word = scan.word(k)
        span = (scan.tokens.start[k], scan.tokens.end[k])
        if word.split("·")[0] not in ADJECTIVES:
            if fallback and _PARTICIPLE.search(word) and fallback[2]:
                break
            if plural and not is_plural(word) and not _is_invariable(scan, k):
                broken = _broken(scan, k)
                if broken is None:
                    break
                return broken
            return _broken(scan, k) or span
        fallback = (*span, word in ("jeunes", "anciens", "anciennes", "vieux", "petits", "grands", "proches", "riches"))
        end, k = span[1], k + 1
        if scan.word(k) in ("et", "ou", ",") and scan.word(k + 1).split("·")[0] in ADJECTIVES:
            end, k = scan.tokens.end[k], k + 1
    if fallback and fallback[2]:
        return fallback[0], fallback[1]
    return None


def _may_be_noun(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    return len(word) > 1 and word[0].isalpha() and word not in NOT_NOUNS and word[-1] != "'" and word not in WORDS


def _is_invariable(scan: Scan, k: int) -> bool:
    """Borrowed nouns, acronyms ("300 PME") and nouns that Frenchmen leave without an s."""
    word, raw = scan.word(k), scan.tokens.text[k]
    if word in _INVARIABLE:
        return True
    return 2 <= len(raw) <= 5 and raw.isupper() and not _shouting(scan, k)


def _shouting(scan: Scan, k: int) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    near = [w for w in scan.tokens.text[max(0, k - 3) : k + 4] if len(w) > 1 and w[0].isalpha()]
    return sum(w.isupper() for w in near) > len(near) / 2


def _broken(scan: Scan, k: int) -> tuple[int, int] | None:
    """The span of a word that a hyphen breaks at the line end ("haus-\\nse")."""
    end = scan.tokens.end[k]
    m = re.compile(r"-[^\S\n]*\n\s*[^\W\d_]+").match(scan.text, end)
    return (scan.tokens.start[k], m.end()) if m else None


def share_noun(scan: Scan, end: int, *, pronouns: bool) -> tuple[int, int] | None:
    """The noun of which a share is taken: "(45 %) des étudiants", "(un tiers) de nos jeunes diplômés"."""
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
        elif word not in _DETERMINERS and not (word[:1].isdecimal() and scan.word(k + 1) not in ("à", "%")):
            break
        if word == "plus" and scan.word(k + 1) not in ("de", "d'") and not word.isdecimal():
            return None
        end, k = scan.tokens.end[k], k + 1
        if word[:1].isdecimal():
            while scan.word(k)[:1].isdecimal():
                end, k = scan.tokens.end[k], k + 1
    if scan.word(k) in _NOT_SHARES:
        return None
    if scan.word(k) in WORDS and WORDS[scan.word(k)].kind in ("units", "teens", "tens"):
        end, k = scan.tokens.end[k], k + 1
    return head_noun(scan, k, end, plural=False)
