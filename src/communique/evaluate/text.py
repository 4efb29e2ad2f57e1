"""Comparing strings and spans the way an annotator would: case, accents and edges do not matter."""

from __future__ import annotations

import re
import unicodedata

Pair = tuple[int, int]
_EDGES = " \t\n\r\u00a0\u202f\u2009«»“”„\"'’‹›.,;:!?…-–—()"
_ARTICLE = re.compile(r"^(?:l'|la |le |les |un |une |the )")


def fold(s: str | None) -> str:
    """``s`` without case, accents, and differences of apostrophe, dash and spacing.

    >>> fold("L’École   –  Alès")
    "l'ecole - ales"
    """
    s = unicodedata.normalize("NFKD", s or "").casefold().replace("’", "'").replace("œ", "oe")
    s = "".join(c for c in s if not unicodedata.combining(c))
    s = re.sub(r"[‐‑‒–—-]", "-", s)
    return re.sub(r"\s+", " ", s).strip()


def bare(s: str | None) -> str:
    """:func:`fold` without a leading article."""
    return _ARTICLE.sub("", fold(s))


def words(s: str | None) -> list[str]:
    """The folded words of ``s``."""
    return re.findall(r"\w+", fold(s))


def stem(s: str | None) -> str:
    """The first folded word without its plural mark: two nouns are the same when their stems are."""
    found = words(s)
    return found[0].rstrip("sx") if found else ""


def alike(a: str | None, b: str | None) -> float:
    """Token F1 of two short strings, 0 to 1."""
    wa, wb = words(a), words(b)
    if not wa or not wb:
        return float(wa == wb)
    common = sum(min(wa.count(w), wb.count(w)) for w in set(wa))
    return 2 * common / (len(wa) + len(wb))


def near(a: float | None, b: float | None) -> bool:
    """Equal numbers up to a thousandth; ``None`` equals ``None`` alone."""
    if a is None or b is None:
        return a is None and b is None
    return abs(float(a) - float(b)) <= 1e-3 * max(1.0, abs(float(a)))


def tight(text: str, start: int, end: int) -> Pair:
    """The span without quotation marks, spaces and punctuation at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def overlap(a: Pair, b: Pair) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def jaccard(a: Pair, b: Pair) -> float:
    """Shared characters over the extent of both spans."""
    extent = max(a[1], b[1]) - min(a[0], b[0])
    return overlap(a, b) / extent if extent else 0.0
