"""Sentences inside sections: quote-, abbreviation- and line-end-safe.

One scan finds every run of final marks with what closes on it (« … ? »); a few questions about the
word before and the character after decide whether a sentence ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.document import starts_of
from communique.lexicon import lines, words
from communique.records import Section, Sentence

_ABBREVIATIONS = words(__package__, "abbreviations.txt")
_OPENERS = words(__package__, "openers.txt")

# Final marks, then closing quotation marks, brackets, emphasis and note calls that belong to the sentence.
_STOP = re.compile(r"[.!?…]+(?:\s{0,2}[»”›]|[\"’')\]*_¹²³]|\(\d{1,2}\))*")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’]|-[^\W\d_]+)?")
_INITIAL = re.compile(r"(?:.*[.-])?[^\W\d_]", re.DOTALL)
_ERA = re.compile(r"\b[Aa](?:v|p|pr|vant|pr[eè]s)\.?\s+J\.?-?\s?C\Z")  # "av. J.-C."
_OPENING = "«“„‹\"'‘([*_"
_CLOSING = "»”›)]}"
_ACRONYM = 3  # letters of a capital word that can open a sentence glued to the one before
# What follows a full stop inside an address or an inclusive form, whatever its case.
_NO_WORD = frozenset(
    {"com", "org", "net", "fr", "be", "ch", "ca", "eu", "qc", "io", "js", "tv", "ai", "info", "gouv", "md",
     "e", "es", "s", "x", "rice", "rices", "trice", "trices", "ne", "nes", "euse", "euses"}
)  # fmt: skip
_DASHES = "–—-"
_BULLETS = "•‣▪◦●■►→"


def find_sentences(text: str, sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """Sentences of each section of ``text``; none crosses a section.

    >>> text = "« C’est prêt. Partons ! » dit M. Dupont. Il part."
    >>> sections = [Section(kind="paragraph", start=0, end=len(text))]
    >>> [text[s.start : s.end] for s in find_sentences(text, sections)]
    ['« C’est prêt.', 'Partons ! » dit M. Dupont.', 'Il part.']
    """
    return tuple(
        Sentence(start=start, end=end)
        for section in sections
        for start, end in split_sentences(text, section.start, section.end)
    )


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, without blanks around them."""
    at = _skip_blank(text, start, end)
    counted, open_mark = start, False
    after = start
    for mark in starts_of(text, ".!?…", start, end):
        if mark < after:
            continue
        stop = _STOP.match(text, mark, end)
        if stop is None:
            continue
        after = stop.end()
        following = _skip_blank(text, after, end)
        if following == end:
            break
        if following == after and not _glued(text, at, stop, end):
            continue
        if text[following] == '"':
            open_mark ^= text.count('"', counted, following) % 2 == 1
            counted = following
            if open_mark and following + 1 < end and text[following + 1].isspace():
                after, following = following + 1, _skip_blank(text, following + 1, end)
        if following < end and stop.start() >= at and _ends(text, at, stop, following, end):
            yield at, after
            at = following
    while end > at and text[end - 1].isspace():
        end -= 1
    if at < end:
        yield at, end


def _glued(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a web page lost the blank after a sentence: "fermera en juin.Le maire", "« Oui ».Le maire"."""
    before, after = stop.start() - 1, stop.end()
    if before < start or text[after] in _CLOSING:
        return False
    first = _FIRST_WORD.match(text, after, end)
    if first is None:
        inner = _skip_blank(text, after + 1, end) if text[after] == "«" else after + 1
        opens = text[after] in "«“" and inner < end and text[inner].isupper()
        return opens and (text[before].islower() or text[before] in '»”")')
    word = first.group()
    if not word[0].isupper() or (word[1:2].isupper() and len(word) < _ACRONYM) or word.lower() in _NO_WORD:
        return False
    if len(word) == 1 and word not in "AÀ":
        return False
    if text[before] in '»”")' or stop.group()[-1] in "»”":
        return True
    ends = text[max(start, before - 1) : before + 1]
    year = len(word) > 1 and ends.isdecimal()
    return year or (ends.isalpha() and ends.islower() and text[max(0, before - 2) : before + 1] != "www")


def _skip_blank(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, stop: re.Match[str], following: int, end: int) -> bool:
    """Whether a sentence begun at ``start`` ends with ``stop``, ``following`` being the next character."""
    if not _opens(text, following, end):
        return False
    marks = stop.group()
    if marks in ("…)", "...)", "…]", "...]"):  # words left out
        return False
    if marks != ".":
        return True
    return not any(rule(text, start, stop.start(), following) for rule in NOT_FINAL)


def _opens(text: str, at: int, end: int) -> bool:
    """Whether what stands at ``at`` can begin a sentence."""
    char = text[at]
    if char.isupper() or char.isdigit() or char in "¿¡":
        return True
    if char.islower():
        return char == "à" and at + 1 < end and text[at + 1] == " "  # a capital typed without its accent
    inner = at
    while inner < end and (text[inner] in _OPENING or text[inner].isspace()) and inner - at < 6:
        inner += 1 + (text[inner : inner + 2] == "‘’")  # ‘’Il vient’’
    if char in _OPENING:
        # A straight mark with a blank and no capital after it closes what came before.
        return inner < end and (text[inner].isupper() or text[inner].isdigit() or text[inner] in "…¿¡")
    if char in _DASHES:
        inner = _skip_blank(text, at + 1, end)
        if not at + 1 < inner < end:
            return False
        return text[inner].isupper() or text[inner].isdigit() or text[inner] in _OPENING
    return char in _BULLETS or not (char.isalnum() or char in ",;:.!?…)]}»”›%/&+=")


# ---------------------------------------------------------------- full stops that end no sentence


def _before(text: str, start: int, stop: int) -> str:
    """The letters, digits, hyphens and inner full stops right before a full stop, in lower case."""
    at, low = stop, max(start, stop - 20)
    while at > low and (text[at - 1].isalnum() or text[at - 1] in "_.§º°-"):
        at -= 1
    return text[at:stop].lower()


def abbreviation(text: str, start: int, stop: int, following: int) -> bool:
    """Match "M. Dupont", "art. 3", "p. 12"."""
    word = _before(text, start, stop)
    return word in _ABBREVIATIONS and not (
        # "le PIB par hab.", but a unit or a lone letter that closes a sentence is the next rules' affair.
        len(word) == 1 and text[stop - 1].isupper() and word != "m"
    )


def final_abbreviation(text: str, start: int, stop: int, following: int) -> bool:
    """Match "Dupont et Cie. Martin", but "à Lyon, etc. Puis"."""
    capital_ends = _final_abbreviations().get(_before(text, start, stop))
    if capital_ends is None:
        return False
    return not (_usual_opener(text, following) or (capital_ends and not text[following].isdigit()))


def initial(text: str, start: int, stop: int, following: int) -> bool:
    """Match "J. Martin", "J.-P. Martin", "E.E. Smith", but "le plan B. Il"."""
    word = _before(text, start, stop)
    if not (word and _INITIAL.fullmatch(word) and text[stop - 1].isupper()):
        return False
    if _ERA.search(text, max(start, stop - 14), stop):
        return False
    if text[following].isdigit():
        return word in ("l", "r", "d")  # "art. L. 1225-9" of a code
    if text[following] == "(" and "." in word:
        return True  # "la firme T.A. (Tecnologie d'avant-garde)"
    return text[following].isupper() and not _usual_opener(text, following)


def item_number(text: str, start: int, stop: int, following: int) -> bool:
    """Match "1. Former" at the start of a line."""
    number = text[start:stop]
    return len(number) <= 3 and (number.isdecimal() or (len(number) == 1 and number.isalpha()))


NOT_FINAL = (abbreviation, final_abbreviation, initial, item_number)


@cache
def _final_abbreviations() -> dict[str, bool]:
    entries = (line.split() for line in lines(__package__, "abbreviations_final.txt"))
    return {entry[0]: "cap" in entry[1:] for entry in entries}


def _usual_opener(text: str, at: int) -> bool:
    first = _FIRST_WORD.match(text, at)
    if first is None:
        return text[at] in _OPENING
    return first.group().lower().replace("’", "'") in _OPENERS
