"""Numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from communique.lexicon import words
from communique.numbers.digits import (
    CASED_SCALE,
    DIGITS,
    FRACTION,
    LETTER_SCALE,
    ORDINAL,
    SIGNS,
    digits_value,
    letter_value,
    roman_ordinal,
)
from communique.numbers.grammar import Item, Reading, Run, decimals, fraction, integer
from communique.numbers.vocabulary import WORDS, Word

Form = Literal["digits", "words", "mixed", "noun", "fraction", "roman"]


class Number(NamedTuple):
    """A number in the text.

    ``form`` says how it is written: ``digits`` ("1 600"), ``words`` ("trois cents"), ``mixed`` ("1,2 million",
    "15 M" before "€"), ``noun`` ("une centaine", "milliers"), ``fraction`` ("deux tiers", "½"), ``roman`` ("XXIe").
    ``scale`` is the factor of its last scale word or letter (1e6 in "30 millions"), which a number before it may
    share ("entre 20 et 30 millions"). ``indefinite``: a bare plural ("milliers", "centaines"), whose ``value`` is
    only that of the noun.
    """

    start: int
    end: int
    value: float
    ordinal: bool = False
    form: Form = "digits"
    scale: float = 1.0
    indefinite: bool = False


_TOKEN = re.compile(r"[^\W_]+|[½⅓⅔¼¾⅕⅛]")
_NEXT = re.compile(r"( *[-‐‑] *\n? *| +| *\n *)(?:([^\W\d_]+)(?![\d_])|(?=\d))")
_GLUED_CODES = frozenset(("eur", "usd", "gbp", "chf", "cad"))  # "GBP3,01"
_BROKEN = re.compile(r"([^\W\d_]+)-\n\s{0,8}([^\W\d_]+)")  # a word that a hyphen parts at the line end
_CODE = re.compile(r"(?!(?:h|m|km|cm|mm|dm|min|mn)\d)[^\W\d_]+\d")
_HYPHENATED = re.compile(r"[-‐‑](?!l[aà]\b|ci\b)[^\W\d_]")
_SIGNED = frozenset("+-−")
_OF_SCALE = re.compile(r" de (milliers?|millions?|milliards?)\b")
_OF = re.compile(r"\s(?:de\b|du\b|des\b|d')")
_BREAK = re.compile(
    r"\s*(?:$|[.,;:!?)\]»\n]|(?:de|du|des|et|ou|à|au|aux|en|par|pour|sur|dans|qui|que|plus|moins|sont|est)\b|d')"
)
# After these "neuf" is nine, after any other word and before a break it is "new".
_DETERMINERS = words(__package__, "before_nine.txt")


def find_numbers(lower: str, text: str | None = None) -> Iterator[Number]:
    """Numbers of a lower-case shadow (see ``document``), in order, without overlap.

    The articles "un", "une" are among them (form ``words``, value 1): "un sur cinq" needs them. ``text``, the raw
    text, tells the capital M of "3M" from the m of "3 m".

    >>> [(n.value, n.form) for n in find_numbers("1 600 candidats, deux tiers des 1,2 million d'élèves")]
    [(1600.0, 'digits'), (0.6666666666666666, 'fraction'), (1200000.0, 'mixed')]
    """
    done = 0
    broken = "-\n" in lower
    for m in _TOKEN.finditer(lower):
        start = m.start()
        if start < done:
            continue
        word = m.group()
        if word in WORDS or word[0].isdecimal() or (broken and lower.startswith("-\n", m.end())):
            run = collect(lower, start)
            if run:
                done = run[-1].end
                for number in _read_run(lower, text, run):
                    done = max(done, number.end)
                    yield number
        elif word[:3] in _GLUED_CODES and word[-1].isdecimal():
            done = start + 3
            for number in _read_run(lower, text, collect(lower, done)):
                done = number.end
                yield number
        elif word in SIGNS:
            yield Number(start, m.end(), SIGNS[word], form="fraction")
        elif word[0] in "ivx" and word[-1] in "er" and len(word) < 12:
            rank = roman_ordinal(word, lower[m.end() : m.end() + 16])
            if rank is not None:
                yield Number(start, m.end(), float(rank), True, "roman")


def _item(lower: str, start: int, glued: bool) -> Item | None:
    """The word or number at ``start``, if the table knows it."""
    if not lower[start : start + 1].isdecimal():
        m = _BROKEN.match(lower, start)
        if m and (word := WORDS.get(m[1] + m[2])):
            return Item(start, m.end(), m[1] + m[2], word, glued)
        m = _TOKEN.match(lower, start)
        word = WORDS.get(m.group()) if m else None
        return Item(start, m.end(), m.group(), word, glued) if m and word else None
    m = FRACTION.match(lower, start)
    if m and 0 < int(m[1]) < int(m[2]) <= 10:
        return Item(start, m.end(), m.group(), Word("fraction", int(m[1]) / int(m[2])), glued)
    m = DIGITS.match(lower, start)
    if m is None or (start > 1 and lower[start - 1] in ".," and lower[start - 2].isdecimal()):
        return None
    if _CODE.match(lower, m.end()):
        return None
    value = digits_value(m.group())
    suffix = ORDINAL.match(lower, m.end()) if value % 1 == 0 else None
    if suffix and suffix[0] in "°º" and lower[start - 1 : start] in _SIGNED:
        suffix = None
    end = suffix.end() if suffix else m.end()
    return Item(start, end, m.group(), Word("digits", value, suffix is not None), glued)


def collect(lower: str, start: int) -> Run:
    """The run of number words and digits that begins at ``start``, less what a hyphen ties to another word."""
    run: Run = []
    glued = False
    while (item := _item(lower, start, glued)) is not None:
        if item.word.kind in ("and", "comma") and not run:
            break
        run.append(item)
        m = _NEXT.match(lower, item.end)
        if m is None:
            break
        start, glued = m.end(1), "-" in m[1] or "‐" in m[1] or "‑" in m[1]
    return _untied(lower, run)


def _untied(lower: str, run: Run) -> Run:
    """``run`` without the words that hyphens tie to a word that is no number ("deux-roues", "Saint-Cent")."""
    last = len(run) - 1
    if run and _HYPHENATED.match(lower, run[-1].end) and not _may_hang(run[-1].word):
        while last >= 0 and run[last].glued:
            last -= 1
        run = run[: max(last, 0)]
    if run and run[0].start > 1 and lower[run[0].start - 1] == "-" and lower[run[0].start - 2].isalpha():
        first = 0 if run[0].word.kind == "digits" else 1
        while 0 < first < len(run) and run[first].glued:
            first += 1
        run = run[first:]
    return run


def _may_hang(word: Word) -> bool:
    return word.kind == "digits" or (word.kind == "denominators" and word.value == 2)


def _read_run(lower: str, text: str | None, run: Run) -> Iterator[Number]:
    """The numbers of a run, in order."""
    i = 0
    while i < len(run):
        item = run[i]
        kind = item.word.kind
        if kind == "ordinals":
            if not _is_time_unit(run, i, lower):
                yield Number(item.start, item.end, item.word.value, True, "words")
            i += 1
        elif kind in ("and", "comma") or _is_other(lower, run, i):
            i += 1
        elif kind == "fraction":
            yield Number(item.start, item.end, item.word.value, form="fraction")
            i += 1
        elif kind == "denominators":
            i, number = _bare_denominator(lower, run, i)
            if number:
                yield number
        elif kind in ("scales", "approximate"):
            number = _bare_noun(lower, item)
            yield number
            i += 1
        else:
            i, number = _read(lower, text, run, i)
            if number:
                yield number


def _is_time_unit(run: Run, i: int, lower: str) -> bool:
    """Whether "seconde(s)" is the unit of time: after a cardinal ("4 secondes")."""
    if run[i].word.value == 2 and lower.endswith(("par ", "de "), 0, run[i].start) and _BREAK.match(lower, run[i].end):
        return True
    if run[i].word.value != 2 or i == 0 or run[i - 1].word.ordinal:
        return False
    return run[i - 1].word.value != 1 or bool(_BREAK.match(lower, run[i].end))


def _is_other(lower: str, run: Run, i: int) -> bool:
    """Number words that are something else here: "pour cent", "15 cents", "un logement neuf", glued leftovers."""
    item = run[i]
    if item.word.kind == "hundred" and (i + 1 == len(run) or item.text == "cents"):
        before = re.search(r"(\w+) +pour +$", lower[max(0, item.start - 40) : item.start])
        return item.text == "cents" or bool(before and (before[1][-1].isdecimal() or before[1] in WORDS))
    if item.text == "neuf" and len(run) == 1:
        before = re.search(r"([^\W\d_]+'?) *$", lower[max(0, item.start - 30) : item.start])
        follows = _BREAK.match(lower, item.end)
        return bool(before and follows and before[1].rstrip("'") not in _DETERMINERS)
    # "vingt-un" is no number: what hyphens join is read whole or not at all.
    return item.glued and i > 0 and item.word.kind != "digits" and run[i - 1].word.kind != "digits"


def _bare_denominator(lower: str, run: Run, i: int) -> tuple[int, Number | None]:
    """ "la moitié", "le quart des", "demi-litre", "demi-douzaine", "demi-million"."""
    item = run[i]
    follows = run[i + 1] if i + 1 < len(run) else None
    value = 1 / item.word.value
    if item.word.value == 2 and follows and follows.word.kind in ("approximate", "scales"):
        form: Form = "noun" if follows.word.kind == "approximate" else "words"
        scale = 1.0 if form == "noun" else follows.word.value
        return i + 2, Number(item.start, follows.end, value * follows.word.value, False, form, scale)
    if (
        lower.endswith(("plus du ", "moins du ", "près du "), 0, item.start)
        or item.text.startswith("moiti")
        or _OF.match(lower, item.end)
        or (item.text.startswith("demi") and i == 0)
    ):
        return i + 1, Number(item.start, item.end, value, form="fraction")
    return i + 1, None


def _bare_noun(lower: str, item: Item) -> Number:
    """ "milliers", "le millier", "des centaines de milliers"."""
    m = _OF_SCALE.match(lower, item.end)
    factor = WORDS[m[1]].value if m and item.word.kind == "approximate" else 1.0
    end = m.end() if m and item.word.kind == "approximate" else item.end
    plural = item.text.endswith("s")
    return Number(item.start, end, item.word.value * factor, False, "noun", indefinite=plural)


def _read(lower: str, text: str | None, run: Run, i: int) -> tuple[int, Number | None]:
    """The number at index ``i`` of a run, and the index after it."""
    start = run[i].start
    part = fraction(run, i)
    if part is not None and (number := _as_fraction(lower, run, i, part)):
        return number
    if run[i].word.kind == "zero":
        return _zero(lower, run, i)
    whole = integer(run, i)
    if whole is None:
        return i + 1, None
    if (
        whole.end < len(run)
        and run[whole.end].glued
        and run[whole.end].word.kind not in ("digits", "denominators")
    ):
        if (
            run[whole.end].word.kind not in ("ordinals", "approximate", "scales")
            and run[i].word.kind != "digits"
        ):
            return _after_chain(run, whole.end), None
    end = run[whole.end - 1].end
    if whole.ordinal:
        form: Form = "digits" if run[whole.end - 1].word.kind == "digits" else "words"
        return whole.end, Number(start, end, whole.value, True, form)
    form = _form(run, i, whole.end)
    at, value, scale = whole.end, whole.value, whole.scale
    if at + 1 < len(run) and run[at].word.kind == "comma" and form == "words":
        tail = decimals(run, at + 1)
        if tail is not None:
            at, value = tail.end, value + tail.value
            if at < len(run) and run[at].word.kind in ("scales", "thousand"):
                scale, at = run[at].word.value, at + 1
                value *= scale
            return at, Number(start, run[at - 1].end, value, False, form, scale)
    if at < len(run) and run[at].word.kind == "approximate":
        noun = _bare_noun(lower, run[at])
        return at + 1, Number(start, noun.end, value * noun.value, False, "noun")
    if at + 1 < len(run) and run[at].word.kind == "and" and run[at + 1].text in ("demi", "demie"):
        at += 2
        return at, Number(start, run[at - 1].end, value + scale / 2, False, form, scale)
    if scale > 1 and at < len(run) and run[at].word.kind == "and":
        more = fraction(run, at + 1)
        if (
            more
            and run[more.end - 1].word.kind == "denominators"
            and not _OF.match(lower, run[more.end - 1].end)
        ):
            return more.end, Number(
                start, run[more.end - 1].end, value + more.value * scale, False, form, scale
            )
    if form == "digits":
        m = LETTER_SCALE.match(lower, end) or (CASED_SCALE.match(text, end) if text else None)
        if m:
            scale = letter_value(m.group())
            return at, Number(start, m.end(), round(value * scale, 3), False, "mixed", scale)
    return at, Number(start, end, value, False, form, scale)


def _as_fraction(lower: str, run: Run, i: int, part: Reading) -> tuple[int, Number] | None:
    """The fraction if the text around it means one: "un cinquième des élèves", not "un cinquième élève"."""
    last = run[part.end - 1]
    if last.word.kind == "denominators":
        follows = run[part.end] if part.end < len(run) else None
        if last.word.value == 2 and follows and follows.word.kind in ("approximate", "scales"):
            form: Form = "noun" if follows.word.kind == "approximate" else "words"
            scale = 1.0 if form == "noun" else follows.word.value
            number = Number(run[i].start, follows.end, part.value * follows.word.value, False, form, scale)
            return part.end + 1, number
        if last.text.startswith("demi") and part.value != 0.5:
            return None
    elif not (_OF.match(lower, last.end) or (last.word.plural and _BREAK.match(lower, last.end))):
        return None
    return part.end, Number(run[i].start, last.end, part.value, form="fraction")


def _zero(lower: str, run: Run, i: int) -> tuple[int, Number | None]:
    """ "zéro", "zéro virgule cinq", "zéro zéro sept"."""
    start, at = run[i].start, i
    while at < len(run) and run[at].word.kind == "zero":
        at += 1
    value = 0.0
    if at < len(run) and run[at].word.kind == "comma" and (tail := decimals(run, at + 1)):
        value, at = tail.value, tail.end
    elif (rest := integer(run, at)) and not rest.ordinal and run[at].word.kind != "digits":
        value, at = rest.value, rest.end
    return at, Number(start, run[at - 1].end, value, form="words")


def _after_chain(run: Run, i: int) -> int:
    while i < len(run) and run[i].glued:
        i += 1
    return i


def _form(run: Run, i: int, end: int) -> Form:
    digits = sum(item.word.kind == "digits" for item in run[i:end])
    return "words" if not digits else "digits" if end - i == 1 else "mixed"
