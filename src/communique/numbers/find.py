"""Numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.memos import remember
from communique.numbers.digits import (
    DIGITS,
    FRACTION,
    ORDINAL,
    SIGNS,
    digits_value,
    may_be_ordinal,
    roman_ordinal,
)
from communique.numbers.grammar import Item, Run
from communique.numbers.number import Number
from communique.numbers.reading import read_run
from communique.numbers.vocabulary import WORDS, Word
from communique.spellings import Caller, Spelling

_TOKEN = re.compile(r"[^\W_]+|[½⅓⅔¼¾⅕⅛]")
_NEXT = re.compile(r"( *[-‐‑] *\n? *| +| *\n *)(?:([^\W\d_]+)(?![\d_])|(?=\d))")
_BEFORE_NEXT = frozenset(" -‐‑\n")
_GLUED_CODES = frozenset(("eur", "usd", "gbp", "chf", "cad"))  # "GBP3,01"
_BROKEN = re.compile(r"([^\W\d_]+)-\n\s{0,8}([^\W\d_]+)")  # a word that a hyphen parts at the line end
_CODE = re.compile(r"(?!(?:h|m|km|cm|mm|dm|min|mn)\d)[^\W\d_]+\d")
_HYPHENATED = re.compile(r"[-‐‑](?!l[aà]\b|ci\b)[^\W\d_]")
_STARTERS = frozenset(word for word, entry in WORDS.items() if entry.kind not in ("and", "comma"))
_RARE = frozenset(("i", "v", "x", *SIGNS))
_SIGNED = frozenset("+-−")
_WITHIN_DIGITS = frozenset(" .,'")
_LONGEST = 30  # digits of a number


def find_numbers(
    lower: str, text: str | None = None, tokens: Sequence[tuple[int, str]] | None = None
) -> Iterator[Number]:
    """Numbers of a lower-case shadow (see ``document``), in order, without overlap.

    The articles "un", "une" are among them (form ``words``, value 1): "un sur cinq" needs them. ``text``,
    the raw text, tells the capital M of "3M" from the m of "3 m"; ``tokens``, where the tokens of the shadow
    that are :data:`CALLING` begin and what they are, if that is known: they are then not searched for.

    >>> [(n.value, n.form) for n in find_numbers("1 600 candidats, deux tiers des 1,2 million d'élèves")]
    [(1600.0, 'digits'), (0.6666666666666666, 'fraction'), (1200000.0, 'mixed')]
    """
    done = 0
    broken = "-\n" in lower
    calling = _calling(lower, broken) if tokens is None else _calling_tokens(lower, tokens, broken)
    for at, rare in calling:
        if at < done:
            continue
        if rare:
            if special := _special(lower, at, rare):
                yield special
            continue
        run, done = collect(lower, at)
        for number in read_run(lower, text, run) if run else ():
            done = max(done, number.end)
            yield number


def _calling(lower: str, broken: bool) -> Iterator[tuple[int, str]]:
    """Where a number may begin, with the word that may be a Roman ordinal or one sign, and no other.

    With ``broken``, those too that a line end parts.
    """
    for m in _TOKEN.finditer(lower):
        word = m.group()
        first = word[0]
        if word in _STARTERS or "0" <= first <= "9":
            yield m.start(), ""
        elif first in _RARE:
            yield m.start(), word
        elif word[-1] <= "9" and word[:3] in _GLUED_CODES:
            yield m.start() + 3, ""
        elif broken and lower.startswith("-\n", m.end()):
            yield m.start(), ""


# No word goes over the bounds of a token: what each token holds is known once it was met.
_met: dict[str, tuple[tuple[int, str], ...]] = {}
_MOST_MET = 1 << 15
_WHOLE = ((0, ""),)


def _calling_tokens(lower: str, tokens: Sequence[tuple[int, str]], broken: bool) -> list[tuple[int, str]]:
    calling = [(start + offset, rare) for start, token in tokens for offset, rare in _calls(token)]
    if broken:
        called = {start for start, _ in calling}
        parted = -1
        while (parted := lower.find("-\n", parted + 1)) >= 0:
            start = parted
            while start and lower[start - 1].isalnum():
                start -= 1
            if start < parted and start not in called:
                calling.append((start, ""))
        calling.sort()
    return calling


def _calls(token: str) -> tuple[tuple[int, str], ...]:
    if token.isalpha():
        return _WHOLE if token in _STARTERS else ((0, token),) if token[0] in _RARE else ()
    if token.isascii() and token.isdecimal():
        return _WHOLE
    calling = _met.get(token)
    if calling is None:
        calling = remember(_met, token, tuple(_calling(token, False)), _MOST_MET)
    return calling


def _may_begin(form: Spelling) -> bool:
    """Whether a number may begin within a token."""
    word = form.lower
    if word.isalpha():
        return word in _STARTERS or word[0] in _RARE
    return word[0].isdigit() or bool(_calls(word))


CALLING = Caller(_may_begin)


def _special(lower: str, start: int, word: str) -> Number | None:
    """A vulgar fraction in one sign, or a Roman ordinal."""
    end = start + len(word)
    if word in SIGNS:
        return Number(start, end, SIGNS[word], form="fraction")
    if word[-1] in "er" and len(word) < 12:
        rank = roman_ordinal(word, lower[end : end + 16])
        if rank is not None:
            return Number(start, end, float(rank), True, "roman")
    return None


def _item(lower: str, start: int, glued: bool) -> Item | None:
    """The word or number at ``start``, if the table knows it."""
    if not lower[start : start + 1].isdecimal():
        m = _TOKEN.match(lower, start)
        if m is None:
            return None
        end = m.end()
        broken = _BROKEN.match(lower, start) if lower.startswith("-\n", end) else None
        if broken and (word := WORDS.get(broken[1] + broken[2])):
            return Item(start, broken.end(), broken[1] + broken[2], word, glued)
        text = m.group()
        word = WORDS.get(text)
        if text == "milles" and lower.startswith((" nautique", " marin"), end):
            return None
        return Item(start, end, text, word, glued) if word else None
    slash = lower.find("/", start, start + 5) >= 0 or lower.find("⁄", start, start + 5) >= 0
    m = FRACTION.match(lower, start) if slash else None
    if m and 0 < int(m[1]) < int(m[2]) <= 10:
        return Item(start, m.end(), m.group(), Word("fraction", int(m[1]) / int(m[2])), glued)
    end = _digits_end(lower, start)
    if end == start or (start > 1 and lower[start - 1] in ".," and lower[start - 2].isdecimal()):
        return None
    if lower[end : end + 1].isalnum() and _CODE.match(lower, end):
        return None
    text = lower[start:end]
    value = digits_value(text)
    suffix = ORDINAL.match(lower, end) if value % 1 == 0 and may_be_ordinal(lower, end) else None
    if suffix and suffix[0] in "°º" and lower[start - 1 : start] in _SIGNED:
        suffix = None
    return Item(
        start, suffix.end() if suffix else end, text, Word("digits", value, suffix is not None), glued
    )


def _digits_end(lower: str, start: int) -> int:
    """Where a number in digits ends, or ``start`` where it is none; most are digits alone."""
    end = start + 1
    while end - start <= _LONGEST and lower[end : end + 1].isdecimal():
        end += 1
    if end - start <= _LONGEST and not (
        lower[end : end + 1] in _WITHIN_DIGITS and lower[end + 1 : end + 2].isdecimal()
    ):
        return end
    m = DIGITS.match(lower, start)
    return m.end() if m else start


def collect(lower: str, start: int) -> tuple[Run, int]:
    """The run of number words and digits that begins at ``start``, and where it ends.

    What a hyphen ties to a word that is no number is taken from the run, not from its end.
    """
    run: Run = []
    glued = False
    while (item := _item(lower, start, glued)) is not None:
        if item.word.kind in ("and", "comma") and not run:
            break
        run.append(item)
        m = _NEXT.match(lower, item.end) if lower[item.end : item.end + 1] in _BEFORE_NEXT else None
        if m is None:
            break
        word: str | None = m[2]
        if word is not None and word not in WORDS and not lower.startswith("-\n", m.end()):
            break
        start, glued = m.end(1), "-" in m[1] or "‐" in m[1] or "‑" in m[1]
    return _untied(lower, run), run[-1].end if run else start


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
