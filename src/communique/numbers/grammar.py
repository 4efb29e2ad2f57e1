"""The grammar: from a run of number words and digits to values.

A *run* is a list of neighbouring items, words of the table or digits; the functions here read a value
that begins at an index of the run and say at which index it ends. Nothing looks back, and every function
reads a bounded number of items, so that any text is read in linear time.
"""

from __future__ import annotations

from communique.numbers.vocabulary import Word


class Item:
    """A word or number of a run; ``glued``: it hangs on the item before by a hyphen."""

    __slots__ = ("end", "glued", "start", "text", "word")

    def __init__(self, start: int, end: int, text: str, word: Word, glued: bool = False) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.word = word
        self.glued = glued


class Reading:
    """A value read from items ``[i, end)``; ``scale`` is the factor of its last scale word ("millions")."""

    __slots__ = ("end", "ordinal", "scale", "value")

    def __init__(self, value: float, end: int, scale: float = 1.0, ordinal: bool = False) -> None:
        self.value = value
        self.end = end
        self.scale = scale
        self.ordinal = ordinal


Run = list[Item]


def _kind(run: Run, i: int) -> str:
    return run[i].word.kind if i < len(run) else ""


def _below_100(run: Run, i: int) -> Reading | None:
    kind = _kind(run, i)
    if kind not in ("units", "teens", "tens"):
        return None
    word = run[i].word
    value, end, ordinal = word.value, i + 1, word.ordinal
    if ordinal:
        return Reading(value, end, 1.0, True)
    if value == 4 and _kind(run, end) == "tens" and run[end].word.value == 20:
        value, ordinal, end = 80.0, run[end].word.ordinal, end + 1
    elif kind == "units":
        return Reading(value, end)
    if ordinal:
        return Reading(value, end, 1.0, True)
    if value == 10:
        if _kind(run, end) == "units" and run[end].word.value >= 7:
            return Reading(10 + run[end].word.value, end + 1, 1.0, run[end].word.ordinal)
        return Reading(value, end)
    if value < 20:
        return Reading(value, end)
    # Twenty and up: "et un", "et onze", 2 to 9, and 10 to 19 after soixante ("soixante et dix" of old) and
    # quatre-vingt.
    linked = _kind(run, end) == "and"
    at = end + linked
    last = run[at].word if at < len(run) else None
    if last is None or (linked and last.value not in (1, 11) and not (value == 60 and last.kind == "teens")):
        return Reading(value, end)
    if last.kind == "units" and (linked or last.value > 1 or value == 80):
        return Reading(value + last.value, at + 1, 1.0, last.ordinal)
    if last.kind == "teens" and value in (60, 80):
        rest = _below_100(run, at)
        if rest is not None:
            return Reading(value + rest.value, rest.end, 1.0, rest.ordinal)
    return Reading(value, end)


def _and_one(run: Run, at: int) -> int:
    """1 for the "et" of "cent et un" and "mille et un", which no other number has there; else 0."""
    linked = _kind(run, at) == "and" and _kind(run, at + 1) == "units" and run[at + 1].word.value == 1
    return 1 if linked else 0


def _below_1000(run: Run, i: int) -> Reading | None:
    head = _below_100(run, i)
    if head is not None and (head.ordinal or head.value == 1 or head.value > 19):
        return head
    at = i if head is None else head.end
    if _kind(run, at) != "hundred":
        return head
    value = 100 * (1 if head is None else head.value)
    if run[at].word.ordinal:
        return Reading(value, at + 1, 1.0, True)
    at += 1
    rest = _below_100(run, at + _and_one(run, at))
    return Reading(value, at) if rest is None else Reading(value + rest.value, rest.end, 1.0, rest.ordinal)


def _below_million(run: Run, i: int) -> Reading | None:
    if _kind(run, i) == "digits":
        head: Reading | None = Reading(run[i].word.value, i + 1, 1.0, run[i].word.ordinal)
    else:
        head = _below_1000(run, i)
    if head is not None and (head.ordinal or (head.value == 1 and _kind(run, i) != "digits")):
        return head
    at = i if head is None else head.end
    if _kind(run, at) != "thousand":
        return head
    value = 1000 * (1 if head is None else head.value)
    if run[at].word.ordinal:
        return Reading(value, at + 1, 1000.0, True)
    at += 1
    rest = _below_1000(run, at + _and_one(run, at))
    if rest is None:
        return Reading(value, at, 1000.0)
    return Reading(value + rest.value, rest.end, 1.0, rest.ordinal)


def integer(run: Run, i: int) -> Reading | None:
    """A cardinal or ordinal: "deux millions trois cent mille", "1,2 million", "vingt-cinquième"."""
    total, end, last, scale = 0.0, i, float("inf"), 1.0
    while True:
        at = end + 1 if end > i and _kind(run, end) == "and" else end
        part = _below_million(run, at)
        if part is None:
            break
        if end > i and not _continues(run, i, at, part, last):
            break
        if at > end and not _joins(run, i, at, part, last):
            break
        if part.ordinal or _kind(run, part.end) != "scales" or run[part.end].word.value >= last:
            return Reading(total + part.value, part.end, part.scale, part.ordinal)
        word = run[part.end].word
        total, end, last, scale = (
            round(total + part.value * word.value, 3),
            part.end + 1,
            word.value,
            word.value,
        )
        if word.ordinal:
            return Reading(total, end, scale, True)
    return Reading(total, end, scale) if end > i else None


def _joins(run: Run, i: int, at: int, part: Reading, last: float) -> bool:
    """Whether "et" goes on with the number: "deux millions et trois cent mille", in words, by scales."""
    if "digits" in (_kind(run, i), _kind(run, at)) or part.ordinal:
        return False
    if _kind(run, part.end) == "scales":
        return run[part.end].word.value < last
    return part.value >= 1000


def _continues(run: Run, i: int, at: int, part: Reading, last: float) -> bool:
    """Whether a part goes on with the number: after digits not "un" ("4,4 milliards un an plus tôt")."""
    if _kind(run, at) == "digits":
        return last <= 1e9 and 100 <= part.value < last
    return _kind(run, i) != "digits" or 100 <= part.value < last


def fraction(run: Run, i: int) -> Reading | None:
    """A fraction: "deux tiers", "un quart", "trois cinquièmes", "un vingt-cinquième"."""
    if len(run) - i < 2:
        return None
    top = integer(run, i)
    if top is None or top.value == 0:
        return None
    if top.ordinal:
        # "vingt-trois cinquièmes": the plural is the denominator, all before it the numerator;
        # "nous restons dix-huitièmes": with a hyphen, one ordinal.
        if run[top.end - 1].glued:
            return None
        last = run[top.end - 1].word
        head = integer(run[i : top.end - 1], 0) if last.plural else None
        if head is None or head.end != top.end - 1 - i or last.value < 3:
            return None
        return Reading(head.value / last.value, top.end)
    at = top.end
    if _kind(run, at) == "denominators":
        return Reading(top.value / run[at].word.value, at + 1)
    bottom = integer(run, at)
    if bottom is None or not bottom.ordinal or bottom.value < 3:
        return None
    return (
        Reading(top.value / bottom.value, bottom.end)
        if top.value == 1 or run[bottom.end - 1].word.plural
        else None
    )


def decimals(run: Run, i: int) -> Reading | None:
    """The decimals after "virgule" at ``i - 1``: "zéro huit" → 0.08, "trois un deux" → 0.312.

    A scale after them is that of the whole number: "six virgule deux millions".
    """
    digits, at = "", i
    while len(digits) < 15:
        if _kind(run, at) == "zero":
            digits, at = digits + "0", at + 1
            continue
        if _kind(run, at) == "digits" and run[at].text.isdecimal():
            digits, at = digits + run[at].text[: 15 - len(digits)], at + 1
            continue
        part = _below_1000(run, at)
        if part is None or part.ordinal or part.value % 1 or part.value > 1e6:
            break
        digits, at = digits + str(int(part.value)), part.end
    return Reading(float("0." + digits), at) if digits else None
