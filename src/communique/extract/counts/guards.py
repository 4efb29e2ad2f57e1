"""What looks like a count and is none: years, labels, addresses, codes, parts of names and of dates."""

from __future__ import annotations

import re
from bisect import bisect_right

from communique.extract.counts.model import PACKAGE, Scan
from communique.lexicon import words
from communique.numbers import Number

_LABELS = words(PACKAGE, "labels.txt")
_STREETS = words(PACKAGE, "streets.txt")
_CODES = frozenset(("chf", "eur", "usd", "gbp", "cad", "mad", "fcfa"))
_IN_ADDRESSES = frozenset("=/%&?_#@")  # of the web
_ABBREVIATED = re.compile(r"(?:\bn[°º]s?|\b(?:art|p|vol|fig|réf|tél|bac|niv)\.?|[a-z]-|bac ?\+) ?$")
_DIGIT_BEFORE = re.compile(r"\d[ .\-/:]{1,2}$|[\d][.,/:]$")
_DIGIT_AFTER = re.compile(r"[ .\-/:]{0,2}\d")
_BEST = re.compile(r"\s+(?:meilleure?s?|plus (?:grand|gross|import|puiss|riche|belles))")
_FUNCTION_WORDS = words(PACKAGE, "function_words.txt")


class Spans:
    """Spans of dates, names and ranks, asked by offset."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [s for s, _ in self._spans]

    def cover(self, start: int, end: int) -> bool:
        """Whether one of the last spans that begin before ``end`` overlaps [start, end)."""
        i = bisect_right(self._starts, end - 1)
        return any(e > start for _, e in self._spans[max(0, i - 4) : i])


def year_like(scan: Scan, number: Number) -> bool:
    """Four digits from 1500 to 2100, written as a year is."""
    return (
        number.form == "digits"
        and number.end - number.start == 4
        and 1500 <= number.value <= 2100
        and number.value % 1 == 0
    )


def is_label(scan: Scan, number: Number) -> bool:
    """Whether the number numbers something, stands in a code, a name, an address or a telephone number."""
    before = scan.lower[max(0, number.start - 12) : number.start]
    if number.form in ("digits", "mixed"):
        if _ABBREVIATED.search(before) and not before.endswith(("\n- ", " - ")):
            return True
        if before[-1:] in _IN_ADDRESSES and number.start:
            return True
        if _DIGIT_BEFORE.search(before) and not _year_before(scan, number):
            return True
        if scan.lower[number.end : number.end + 1] in ("/", ":") and _DIGIT_AFTER.match(
            scan.lower, number.end
        ):
            return True
        after = scan.tokens.at(number.end)
        if scan.word(after) in _STREETS and number.value < 10000 and _is_address(scan, after):
            return True
        surface = scan.text[number.start : number.end]
        if (
            len(surface) == 5
            and surface.isdecimal()
            and scan.tokens.text[after : after + 1]
            and scan.tokens.text[after][0].isupper()
        ):
            return True
        if (
            scan.text[number.start - 1 : number.start] == "+"
            and scan.text[number.start - 2 : number.start - 1].isalpha()
        ):
            return True
    if _BEST.match(scan.lower, number.end):
        return True
    return _after_label(scan, number) or _in_a_name(scan, number)


def _year_before(scan: Scan, number: Number) -> bool:
    return bool(re.search(r"(?<!\d)(?:19|20)\d\d,? $", scan.lower[max(0, number.start - 8) : number.start]))


def _is_address(scan: Scan, k: int) -> bool:
    following = scan.tokens.text[k + 1] if k + 1 < len(scan.tokens) else ""
    return following[:1].isupper() or following in ("de", "du", "des", "d'", "d’", "la", "de la")


def _after_label(scan: Scan, number: Number) -> bool:
    """ "article 12", "phase 3", "top 300": the word right before says that the number is a label."""
    k = scan.tokens.before(number.start)
    return (
        scan.word(k) in _LABELS and number.form in ("digits", "words") and scan.touches_next(k, number.start)
    )


def _in_a_name(scan: Scan, number: Number) -> bool:
    """ "Paris 8", "CAC 40", "RTL 2": a capitalised word inside a sentence, right before the number."""
    k = scan.tokens.before(number.start)
    if number.form in ("words", "mixed"):
        return _capitalised(scan, number, k)
    if (
        k < 0
        or number.form != "digits"
        or scan.text[scan.tokens.end[k] : number.start] not in (" ", "\u00a0", "-")
    ):
        return False
    word = scan.tokens.text[k]
    if not word[0].isupper() or scan.tokens.lower[k] in _FUNCTION_WORDS or scan.tokens.lower[k] in _CODES:
        return False
    sentence = scan.doc.sentence_at(scan.tokens.start[k])
    if sentence is not None and sentence.start == scan.tokens.start[k]:
        return False
    around = [w for w in scan.tokens.text[max(0, k - 4) : k + 5] if len(w) > 2 and w[0].isalpha()]
    if around and all(w.isupper() for w in around):
        return False
    return k > 0 and (scan.tokens.text[k - 1][-1].isalnum() or scan.tokens.text[k - 1][-1] in "'’")


def _capitalised(scan: Scan, number: Number, k: int) -> bool:
    """ "le Tournoi des Six Nations", "60 Millions de consommateurs": capitals inside a sentence."""
    surface = scan.text[number.start : number.end]
    after = scan.tokens.at(number.end)
    if surface.islower() or len(surface) < 3 or after >= len(scan.tokens) or scan.shouting(after):
        return False
    if number.form == "mixed":
        return surface[0].isdecimal() and any(char.isupper() for char in surface[:-2])
    inside = k >= 0 and scan.tokens.text[k][-1].isalnum() and scan.tokens.text[k].islower()
    return inside and scan.touches_next(k, number.start) and scan.tokens.text[after][0].isupper()
