"""What looks like a count and is none: years, labels, addresses, codes, parts of names and of dates."""

from __future__ import annotations

import re
from bisect import bisect_right

from communique.document import plain_shadow
from communique.extractors.counts.model import PACKAGE, Scan, is_plural
from communique.extractors.counts.units import is_unit
from communique.lexicon import words
from communique.numbers import Number

_LABELS = words(PACKAGE, "labels.txt")
_STREETS = words(PACKAGE, "streets.txt")
_SCALES = ("millier", "million", "milliard")
_CODES = frozenset(("chf", "eur", "usd", "gbp", "cad", "mad", "fcfa"))
_SIGN_AFTER = re.compile(r" ?(?:[%€$£]|[mk]€)")
_CAPITAL_SCALE = re.compile(r"[A-Z][a-z]{5}")
_ABBREVIATED = re.compile(r"(?:\bn[°º]s?|\b(?:art|p|vol|fig|réf|tél|bac|niv)\.?|[a-z]-|bac ?\+) ?$")
# What any of them ends with: few words before a number do.
_LAST_OF_LABELS = frozenset("°ºstplgfcv.-+")
# Not after a colon and a blank: "14/03 : 250 manifestants", "Finale 2 : 3 blessés".
_DIGIT_BEFORE = re.compile(r"\d(?!: )[ .\-/:]{1,2}$|[\d][.,/:]$")
_DIGIT_AFTER = re.compile(r"[ .\-/:]{0,2}\d")
_BEST = re.compile(r"\s+(?:meilleure?s?|plus (?:grand|gross|import|puiss|riche|belles))")
_FIRST = re.compile(r"\s+premi(?:ers|ères)\s+([^\W\d_]+)")
_ALWAYS = re.compile(r"\s?(?:jours?|j|heures?|h)\s?(?:sur\s|/\s?)(\w+)")
_IDIOMS = words(PACKAGE, "idioms.txt")
_FUNCTION_WORDS = words(PACKAGE, "function_words.txt")
_VERBS_TOO = frozenset(("place", "porte", "classe", "note", "programme", "figure", "arrêté", "facteur"))
_AUXILIARIES = frozenset(("a", "ont", "avait", "avaient", "avoir", "ayant", "aura", "auront"))


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
    if _without_end(scan, number) or _rate(scan, number):
        return True
    if number.form == "words":
        return (
            _set_phrase(scan, number)
            or _of_the_best(scan, number)
            or _after_label(scan, number)
            or _capitalised(scan, number)
        )
    for rule in CODES:
        if rule(scan, number):
            return True
    return not _is_amount(scan, number) and (_after_label(scan, number) or _in_a_name(scan, number))


def _set_phrase(scan: Scan, number: Number) -> bool:
    """ "à deux pas de la gare", "aux quatre coins du pays": nothing is counted."""
    after = scan.tokens.at(number.end)
    if after >= len(scan.tokens):
        return False
    counted = scan.lower[number.start : scan.tokens.end[after]]
    return counted in _IDIOMS or f"{scan.word(scan.tokens.before(number.start))} {counted}" in _IDIOMS


def _without_end(scan: Scan, number: Number) -> bool:
    """ "24 heures sur 24", "7j/7", "sept jours sur sept": always."""
    if scan.lower[number.end : number.end + 2].lstrip()[:1] not in ("j", "h"):
        return False
    found = _ALWAYS.match(scan.lower, number.end)
    return found is not None and found[1] == scan.lower[number.start : number.end]


def _rate(scan: Scan, number: Number) -> bool:
    """ "12 greffes par million d'habitants": the million is of the rate."""
    surface = scan.lower[number.start : number.end]
    return surface in _SCALES and scan.words_before(number.start, 1) == ["par"]


def _is_amount(scan: Scan, number: Number) -> bool:
    """Whether the number itself shows a quantity: grouped thousands, a scale, a percent or currency sign."""
    if (
        number.form == "digits"
        and number.end - number.start > 4
        and not scan.lower[number.start : number.end].isdecimal()
    ):
        return number.value >= 1000
    return number.form == "mixed" or bool(_SIGN_AFTER.match(scan.lower, number.end))


def _in_a_web_address(scan: Scan, number: Number) -> bool:
    return (
        number.start > 0 and scan.text[number.start - 1] in "=/%&?_#@" and number.form in ("digits", "mixed")
    )


def _after_number_sign(scan: Scan, number: Number) -> bool:
    """ "n° 12", "art. 3", "covid-19", "Bac + 5"."""
    before = scan.lower[max(0, number.start - 12) : number.start]
    if number.form != "digits" or before.endswith(("\n- ", " - ")):
        return False
    last = before[-2:-1] if before[-1:] == " " else before[-1:]
    return (last in _LAST_OF_LABELS and bool(_ABBREVIATED.search(before))) or (
        before[-1:] == "+" and before[-2:-1].isalpha()
    )


def _joined_to_digits(scan: Scan, number: Number) -> bool:
    """Groups of a telephone number, a fraction-like mark ("78/100"), a score, a version."""
    if number.form not in ("digits", "mixed") or _SIGN_AFTER.match(scan.lower, number.end):
        return False
    before = scan.lower[max(0, number.start - 12) : number.start]
    if _DIGIT_BEFORE.search(before) and not _year_before(scan, number):
        sentence = scan.doc.sentence_at(number.start)
        if sentence is None or sentence.start != number.start:
            return True
    return scan.lower[number.end : number.end + 1] in ("/", ":") and bool(
        _DIGIT_AFTER.match(scan.lower, number.end)
    )


def _in_an_address(scan: Scan, number: Number) -> bool:
    """ "6 avenue de Clavières", "30100 Alès"."""
    after = scan.tokens.at(number.end)
    if number.form != "digits" or after >= len(scan.tokens):
        return False
    if scan.word(after) == "cours" and scan.lower.startswith(" d'", scan.tokens.end[after]):
        return False  # "61 cours d'eau", "deux cours d'anglais"
    if scan.word(after) in _STREETS and number.value < 10000:
        return _is_address(scan, after)
    surface = scan.text[number.start : number.end]
    return len(surface) == 5 and surface.isdecimal() and scan.tokens.text[after][0].isupper()


def _scale_in_capitals(scan: Scan, number: Number) -> bool:
    """ "60 Millions de consommateurs" is a magazine."""
    after = scan.tokens.at(number.end)
    if number.form != "mixed" or after >= len(scan.tokens) or scan.shouting(after):
        return False
    return bool(_CAPITAL_SCALE.search(scan.text, number.start, number.end)) and scan.text.startswith(
        " de ", number.end
    )


def _of_the_best(scan: Scan, number: Number) -> bool:
    if _BEST.match(scan.lower, number.end):
        near = scan.words_before(number.start, 1)
        sentence = scan.doc.sentence_at(
            number.start
        )  # "Les 16 meilleures équipes s'affrontent": who they are
        return near != ["les"] or sentence is None or number.start - sentence.start != len("les ")
    first = _FIRST.match(scan.lower, number.end)  # "dans les 25 premières écoles", not "premières minutes"
    if first is None or is_unit(plain_shadow(first[1])):
        return False
    near = scan.words_before(number.start, 2)
    return near in (["les", "dans"], ["les", "parmi"])


def _numbers_a_line(scan: Scan, number: Number) -> bool:
    """ "1 Sup'Danse", "2 Les Voiles": lines that are numbered, each with a name."""
    if number.form != "digits" or number.value > _MOST_LINES or not _NAMED.match(scan.text, number.end):
        return False
    if number.start > 0 and scan.text[number.start - 1] != "\n":
        return False
    return _follows(scan.text, number, 1) + _follows(scan.text, number, -1) >= _FEWEST_LINES - 1


def _follows(text: str, number: Number, step: int) -> int:
    """How many of the next lines, or of those before, go on with the numbering: three is enough."""
    at, found, wanted = number.start, 0, int(number.value)
    while found < _FEWEST_LINES - 1:
        wanted += step
        if step > 0:
            at = text.find("\n", at) + 1 or len(text)
        else:
            at = text.rfind("\n", 0, at - 1) + 1 if at else len(text)
        if not text.startswith(f"{wanted} ", at):
            break
        found += 1
    return found


_MOST_LINES = 500
_FEWEST_LINES = 3
_NAMED = re.compile(r" {1,3}[«“\"]?[A-ZÀ-Þ]")
_YEAR_END = re.compile(r"(?<!\d)(?:19|20)\d\d,? $")


def _year_before(scan: Scan, number: Number) -> bool:
    return _YEAR_END.search(scan.lower, max(0, number.start - 8), number.start) is not None


def _is_address(scan: Scan, k: int) -> bool:
    following = scan.tokens.text[k + 1] if k + 1 < len(scan.tokens) else ""
    return following[:1].isupper() or following in ("de", "du", "des", "d'", "d’", "la", "de la")


def _after_label(scan: Scan, number: Number) -> bool:
    """ "article 12", "phase 3", "top 300": the word right before says that the number is a label."""
    k = scan.tokens.before(number.start)
    return (
        scan.word(k) in _LABELS
        and number.form in ("digits", "words")
        and scan.touches_next(k, number.start)
        and "\n" not in scan.text[scan.tokens.end[k] : number.start]
        and not _is_verb(scan, k, number)
    )


def _is_verb(scan: Scan, k: int, number: Number) -> bool:
    """ "la Région porte 12 projets", "ont arrêté neuf départs": what only looks like a label."""
    if scan.word(k) not in _VERBS_TOO:
        return False
    following = scan.word(scan.tokens.at(number.end))
    before = scan.word(k - 1)
    if not (following.isalpha() and is_plural(following)):
        return False
    if scan.word(k) == "place" and before in ("en", "sur"):
        return True  # "met en place deux comités"
    if before in _FUNCTION_WORDS - _AUXILIARIES:
        return False
    return not scan.word(k).endswith("é") or before in _AUXILIARIES


def _in_a_name(scan: Scan, number: Number) -> bool:
    """ "Paris 8", "CAC 40", "RTL 2": a capitalised word inside a sentence, right before the number."""
    k = scan.tokens.before(number.start)
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


def _capitalised(scan: Scan, number: Number) -> bool:
    """ "le Tournoi des Six Nations": capitals inside a sentence."""
    k = scan.tokens.before(number.start)
    surface = scan.text[number.start : number.end]
    after = scan.tokens.at(number.end)
    if surface.islower() or len(surface) < 3 or after >= len(scan.tokens) or scan.shouting(after):
        return False
    inside = k >= 0 and scan.tokens.text[k][-1].isalnum() and scan.tokens.text[k].islower()
    return inside and scan.touches_next(k, number.start) and scan.tokens.text[after][0].isupper()


def _padded(scan: Scan, number: Number) -> bool:
    """ "01 BP 320", "lot 04": a nought before a whole number."""
    surface = scan.text[number.start : number.end]
    return len(surface) > 1 and surface[0] == "0" and surface.isdecimal()


CODES = (
    _padded,
    _numbers_a_line,
    _in_a_web_address,
    _after_number_sign,
    _joined_to_digits,
    _in_an_address,
    _scale_in_capitals,
    _of_the_best,
)
