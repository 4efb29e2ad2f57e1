"""Shops named by their sign: « la boulangerie "Aux Délices" », « le salon de coiffure Tendance Hair »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import MARKS
from communique.extractors.institutions.words import DETERMINERS, ROOM, Words, wordset
from communique.lexicon import words

_SHOP_NOUNS = words(ROOM, "shop_nouns.txt")
_SHOP_TRADES = wordset("shop_trades")
_SHOPKEEPERS = wordset("shopkeepers")

_NAMED_SHOPS = frozenset(
    (
        "cafe",
        "bar",
        "bistrot",
        "bistro",
        "pub",
        "brasserie",
        "pizzeria",
        "creperie",
        "hotel",
        "garage",
        "camping",
    )
)
_LONGEST = 8
_STOPS = ".;:()!?\n"


def named_signs(ctx: Context) -> Iterator[Candidate]:
    """The quoted or capitalised name right after a shop's noun."""
    w, shops = ctx.w, _SHOP_NOUNS
    for i in w.places_of(shops):
        if w.cap[i] or i + 1 >= len(w):
            continue
        noun, k = w.plain[i], i + 1
        specified = w.plain[k] in ("de", "d'") and k + 1 < len(w) and w.plain[k + 1] in _SHOP_TRADES
        k += 2 * specified
        if noun == "salon" and not specified and not _kept(w, i):
            continue  # "le salon « Vivre nature »" is a fair
        if k >= len(w) or "\n" in w.gap(k):
            continue
        if w.text[k] in MARKS:
            close = _close(w, k)
            if close is not None and w.cap[k + 1]:
                yield Candidate(k + 1, close, "company", "quoted_name")
        elif (
            (specified or (noun in _NAMED_SHOPS and _kept(w, i)))
            and w.cap[k]
            and w.joined(k)
            and not ctx.in_person[k]
            and k not in ctx.known_ends
        ):
            yield Candidate(k, _end(ctx, k), "company", "introduced_name")


def _kept(w: Words, i: int) -> bool:
    """« gérante du salon »: somebody keeps it."""
    return not _SHOPKEEPERS.isdisjoint(w.plain[max(0, i - 4) : i])


def _close(w: Words, k: int) -> int | None:
    """The closing mark of the short name that opens at token ``k``."""
    for close in range(k + 2, min(len(w), k + _LONGEST + 2)):
        if w.text[close] in MARKS:
            return close
        if w.text[close] in _STOPS or w.line_break(close):
            return None
    return None


def _end(ctx: Context, k: int) -> int:
    """The end of the capitalised words, articles and prepositions between them."""
    w, end = ctx.w, ctx.w.glued(k)
    while end < len(w) and end - k < _LONGEST and w.joined(end):
        step = end
        while step < len(w) and step - end < 2 and w.joined(step) and w.plain[step] in _SMALL:
            step += 1
        if step >= len(w) or not w.cap[step] or not w.joined(step) or ctx.in_person[step]:
            break
        end = w.glued(step)
    return end


_SMALL = DETERMINERS | {"de", "d'", "du", "des", "et", "&"}
