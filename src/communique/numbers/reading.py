"""From a run of number words and digits to the numbers that the text around it lets it be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.lexicon import words
from communique.numbers.digits import CASED_SCALE, LETTER_SCALE, SIGNS, letter_value, may_be_scaled
from communique.numbers.grammar import Item, Reading, Run, decimals, fraction, integer
from communique.numbers.number import Form, Number
from communique.numbers.vocabulary import WORDS

_OF_SCALE = re.compile(r" de (milliers?|millions?|milliards?)\b")
_OF_ONE = re.compile(r" (?:de |d'un )(millier|million|milliard)\b")
_OF = re.compile(r"\s(?:de\b|du\b|des\b|d')")
_BREAK = re.compile(
    r"\s*(?:$|[.,;:!?)\]»\n]|(?:de|du|des|et|ou|à|au|aux|en|par|pour|sur|dans|qui|que|plus|moins|sont|est)\b|d')"
)
# After these "neuf" is nine, after any other word and before a break it is "new".
_DETERMINERS = words(__package__ or "", "before_nine.txt")


def read_run(lower: str, text: str | None, run: Run) -> Iterator[Number]:
    """The numbers of a run, in order."""
    if len(run) == 1 and run[0].word.kind == "digits":
        yield _lone_digits(lower, text, run[0])
        return
    if run[0].text in ("un", "une") and lower.endswith(("quelqu'", "l'"), 0, run[0].start):
        run = run[1:]  # "quelqu'un", "l'un" are pronouns
    if len(run) == 1 and run[0].text in ("un", "une"):
        yield Number(run[0].start, run[0].end, 1.0, form="words")
        return
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
        elif kind == "scales" and item.word.ordinal:
            yield Number(item.start, item.end, item.word.value, True, "words")
            i += 1
        elif kind in ("scales", "approximate"):
            number = _bare_noun(lower, item)
            yield number
            i += 1
        else:
            i, number = _read(lower, text, run, i)
            if number:
                yield number


def _lone_digits(lower: str, text: str | None, item: Item) -> Number:
    """A number in digits with no number word beside it, maybe with a letter for its scale."""
    if item.word.ordinal:
        return Number(item.start, item.end, item.word.value, True)
    if (sign := SIGNS.get(lower[item.end : item.end + 1])) and item.word.value % 1 == 0:
        return Number(item.start, item.end + 1, item.word.value + sign)
    m = None
    if may_be_scaled(lower, item.end):
        m = LETTER_SCALE.match(lower, item.end) or (CASED_SCALE.match(text, item.end) if text else None)
    if m is None:
        return Number(item.start, item.end, item.word.value)
    scale = letter_value(m.group())
    return Number(item.start, m.end(), round(item.word.value * scale, 3), False, "mixed", scale)


def _is_time_unit(run: Run, i: int, lower: str) -> bool:
    """Whether "seconde(s)" is the unit of time: after a cardinal ("4 secondes")."""
    if (
        run[i].word.value == 2
        and lower.endswith(("par ", "de "), 0, run[i].start)
        and _BREAK.match(lower, run[i].end)
    ):
        return True
    if run[i].word.value != 2 or i == 0 or run[i - 1].word.ordinal:
        return False
    return run[i - 1].word.value != 1 or bool(_BREAK.match(lower, run[i].end))


def _is_other(lower: str, run: Run, i: int) -> bool:
    """Number words that are something else: "pour cent", "15 cents", "un logement neuf", glued leftovers."""
    item = run[i]
    if item.word.kind == "hundred" and (i + 1 == len(run) or item.text == "cents"):
        before = re.search(r"(?:^|(\w+) +)pour +$", lower[max(0, item.start - 40) : item.start])
        said = before[1] or "1" if before else ""
        return item.text == "cents" or said[-1:].isdecimal() or said in WORDS
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
        lower.endswith(
            ("plus du ", "moins du ", "près du ", "dont le ", "soit le ", "presque le "), 0, item.start
        )
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
    if whole.end < len(run) and run[i].word.kind != "digits" and _hangs(run[whole.end]):
        return _after_chain(run, whole.end), None
    end = run[whole.end - 1].end
    if whole.ordinal:
        form: Form = "digits" if run[whole.end - 1].word.kind == "digits" else "words"
        return whole.end, Number(start, end, whole.value, True, form)
    form = _form(run, i, whole.end)
    at, value, scale = whole.end, whole.value, whole.scale
    if at + 1 < len(run) and run[at].word.kind == "comma" and _spelled(run, i, at, form):
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
        return at, _lone_digits(lower, text, run[i])
    return at, Number(start, end, value, False, form, scale)


# "dont un cinquième en faveur des PME": a share of what was said, no ordinal.
_SHARE_BEFORE = re.compile(
    r"\b(?:dont|soit|environ|presque|quasiment|peine|représente(?:nt)?|réserver(?:a|ont)|perd"
    r"|près d'|plus d'|moins d')\s?$"
)
_SHARE_AFTER = re.compile(r"\s(?:en|aux?|sur|pour|à|dans|chez|par|est|sont|seulement)\b|\s*[.,;:)\n]|\s*$")


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
    elif not (
        _OF.match(lower, last.end)
        or (last.word.plural and _BREAK.match(lower, last.end))
        or (
            _SHARE_BEFORE.search(lower, max(0, run[i].start - 16), run[i].start)
            and _SHARE_AFTER.match(lower, last.end)
        )
    ):
        return None
    if of_one := _OF_ONE.match(lower, last.end):  # "un quart de million"
        scale = WORDS[of_one[1]].value
        return part.end, Number(run[i].start, of_one.end(), part.value * scale, False, "words", scale)
    return part.end, Number(run[i].start, last.end, part.value, form="fraction")


def _spelled(run: Run, i: int, at: int, form: Form) -> bool:
    """Whether a decimal comma may be told in words: "trois virgule deux", "3 virgule 2"."""
    return form == "words" or (form == "digits" and run[i].word.value % 1 == 0 and run[at].text == "virgule")


def _zero(lower: str, run: Run, i: int) -> tuple[int, Number | None]:
    """ "zéro", "zéro virgule cinq", "zéro zéro sept"."""
    start, at = run[i].start, i
    while at < len(run) and run[at].word.kind == "zero":
        at += 1
    value = 0.0
    if at < len(run) and run[at].word.kind == "comma" and (tail := decimals(run, at + 1)):
        value, at = tail.value, tail.end
        if at < len(run) and run[at].word.kind in ("scales", "thousand"):
            scale = run[at].word.value
            return at + 1, Number(start, run[at].end, value * scale, False, "words", scale)
    elif (rest := integer(run, at)) and not rest.ordinal and run[at].word.kind != "digits":
        value, at = rest.value, rest.end
    return at, Number(start, run[at - 1].end, value, form="words")


def _hangs(item: Item) -> bool:
    """Whether a hyphen ties an item to what was read before it, and it is no part of a number with it."""
    return item.glued and item.word.kind in ("units", "teens", "tens", "hundred", "thousand", "and", "zero")


def _after_chain(run: Run, i: int) -> int:
    while i < len(run) and run[i].glued:
        i += 1
    return i


def _form(run: Run, i: int, end: int) -> Form:
    digits = sum(item.word.kind == "digits" for item in run[i:end])
    return "words" if not digits else "digits" if end - i == 1 else "mixed"
