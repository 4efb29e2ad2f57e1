"""The value of a phrase that is, or holds, a number."""

from __future__ import annotations

import re

from communique.numbers.find import collect, find_numbers
from communique.numbers.grammar import Reading, Run, fraction, integer
from communique.numbers.number import Number

_SPACE = re.compile(r"[^\S\n]")
_MINUS = re.compile(r"(?<![\w)])(?:[-−–] ?|moins )$")
_SLASHED = re.compile(r"\s*[-−]?\s?(?:(\d{1,9})\s+)?(\d{1,9})\s?[/⁄]\s?(\d{1,9})\s*")
_DECIMALS_ALONE = re.compile(r"\s*[.,](\d{1,15})\s*")


def parse_number(text: str, *, ordinal: bool | None = None) -> Number | None:
    """The number that a phrase says, or the first one that it holds; None when it holds none.

    With a sign, a ratio ("un sur trois") or a sum ("trois et un cinquième") the value is that of the whole.
    The articles of a longer phrase ("un vent glacial") are no numbers. "un cinquième" can be a fraction or
    a rank: ``ordinal`` says which is wanted, by default the fraction.

    >>> parse_number("mille six cents").value, parse_number("un sur cinq").value
    (1600.0, 0.2)
    >>> parse_number("vingt-et-unième").ordinal, parse_number("un cinquième", ordinal=True).value
    (True, 5.0)
    """
    lower = _SPACE.sub(" ", "".join(c.lower() if len(c.lower()) == 1 else c for c in text)).replace("’", "'")
    if m := _DECIMALS_ALONE.fullmatch(lower):
        return Number(m.start(1) - 1, m.end(1), float("0." + m[1]))
    numbers = list(find_numbers(lower, text))
    if ordinal:
        return next((n for n in numbers if n.ordinal), None)
    start = len(lower) - len(lower.lstrip())
    if (m := _SLASHED.fullmatch(lower)) and int(m[3]):
        value = int(m[1] or 0) + int(m[2]) / int(m[3])
        start = len(lower) - len(lower.lstrip())
        return Number(start, m.end(3), -value if lower[start] in "-−" else value, form="fraction")
    run = collect(lower, start)[0] if numbers and numbers[0].start == start else []
    whole = _whole_fraction(run, share=ordinal is False)
    if whole is not None and whole.end == len(lower.rstrip()):
        return whole
    numbers = _combined(lower, numbers)
    for number in numbers:
        if lower[number.start : number.end] in ("un", "une") and number.end - number.start < len(
            lower.strip()
        ):
            continue
        if ordinal is None or not number.ordinal:
            minus = _MINUS.search(lower, max(0, number.start - 8), number.start)
            if minus:
                number.start, number.value = minus.start(), -number.value
            return number
    return None


def _whole_fraction(run: Run, *, share: bool) -> Number | None:
    """ "un huitième", "cent mille billionièmes", "trois et un cinquième" as fractions."""
    if not run:
        return None
    total, at, scale = 0.0, 0, 1.0
    while True:
        part = fraction(run, at) or _singular(run, at, share=share) or integer(run, at)
        if part is None or part.ordinal:
            return None
        done = part.end == len(run)
        if done and part.value % 1:
            # "six millions et deux tiers" are two thirds of a million more.
            return Number(run[0].start, run[-1].end, total + part.value * scale, form="fraction")
        if done or run[part.end].word.kind != "and":
            return None
        total, at, scale = total + part.value, part.end + 1, part.scale


def _singular(run: Run, i: int, *, share: bool) -> Reading | None:
    """ "cent mille billionième" is a fraction, "cinq dixième" only where a ``share`` is asked for."""
    last = run[-1].word
    if not last.ordinal or last.kind == "ordinals" or not (share or last.kind == "scales"):
        return None
    top = integer(run[:-1], i)
    return Reading(top.value / last.value, len(run)) if top and top.end == len(run) - 1 else None


def _combined(lower: str, numbers: list[Number]) -> list[Number]:
    """ "un sur trois" and "2 1/4" as one number."""
    if len(numbers) < 2 or numbers[0].ordinal or numbers[1].ordinal:
        return numbers
    first, second = numbers[:2]
    between = lower[first.end : second.start].strip()
    if between == "sur" and second.value:
        value = first.value / second.value
    elif not between and second.form == "fraction":
        value = first.value + second.value
    else:
        return numbers
    return [Number(first.start, second.end, value, form="fraction"), *numbers[2:]]
