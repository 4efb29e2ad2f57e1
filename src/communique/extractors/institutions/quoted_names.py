"""Names between quotation marks that act: « "Les Voix du fleuve" appelle à manifester »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import MARKS, titled_work
from communique.extractors.institutions.words import Words, wordset

_CLAIMS = wordset("claims")
_SMALL = wordset("inside") | {"et", "&"}

_LONGEST = 7


def quoted_subjects(ctx: Context) -> Iterator[Candidate]:
    """What the marks hold where a verb of claims follows at once: a name, not somebody's words."""
    w = ctx.w
    for close in w.places_of(("»", "”", '"')):
        k = close + 1
        if k + 1 >= len(w) or w.plain[k] not in _CLAIMS or not w.joined(k):
            continue
        after = w.plain[k + 1]
        if w.cap[k + 1] or after in ("le", "il", "elle", "t", "-"):
            continue  # « … » dénonce le maire
        first = _first(w, close)
        if first < close and _nominal(ctx, first, close) and not titled_work(w, first):
            yield Candidate(first, close, "association", "quoted_subject")


def _first(w: Words, close: int) -> int:
    """The first token of what the marks that close at a token hold; the closing token where none."""
    for k in range(close - 1, max(-1, close - _LONGEST - 2), -1):
        if w.text[k] in MARKS:
            return k + 1
        if w.line_break(k) or w.text[k] in ".,;:!?":
            break
    return close


def _nominal(ctx: Context, i: int, j: int) -> bool:
    """Capitals and the small words that names hold, two capitals at least."""
    w = ctx.w
    caps = [k for k in range(i, j) if w.cap[k]]
    if not w.cap[i] or any(ctx.in_person[i:j]) or len(caps) < 2:
        return False
    lower = [w.plain[k] for k in range(i, j) if not w.cap[k]]
    return sum(word not in _SMALL for word in lower) <= 1
