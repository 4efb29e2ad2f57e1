"""The numbers that laboratories are known by: "UMR 5600", "EA4426", "UPR-8001"."""

from __future__ import annotations

import re

from communique.extractors.institutions.words import Words, wordset

_LABELS = wordset("unit_labels")
_CODE = re.compile(rf"({'|'.join(sorted(_LABELS))})[-_]?[a-z]?\d{{2,5}}")
_NUMBER = re.compile(r"[a-z]?(?:_[a-z])?\d{2,5}")


def code_end(w: Words, k: int) -> int:
    """The end of the code that begins at token ``k``; 0 where there is none."""
    if k >= len(w) or not w.cap[k]:
        return 0
    word = w.plain[k]
    if _CODE.fullmatch(word):
        return k + 1
    if word not in _LABELS or not w.text[k].isupper():
        return 0
    n = k + 1 + (w.text[k + 1 : k + 2] in (["-"], ["_"], ["n°"]))
    return n + 1 if n < len(w) and w.joined(k + 1) and _NUMBER.fullmatch(w.plain[n]) else 0


def code_after(w: Words, j: int) -> tuple[int, int] | None:
    """« GERTA (EA 4512) », « GERTA, EA 4512 », « GERTA – UMR 5600 »: the code of what ends at token ``j``."""
    if j + 1 >= len(w):
        return None
    k = j + (w.text[j] in ("(", ",", "-", "–", "—", "|", "/"))
    end = code_end(w, k)
    return (k, end) if end else None
