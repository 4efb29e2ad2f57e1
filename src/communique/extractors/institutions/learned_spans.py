"""Where a name that no rule settled may begin and end: every reading of a run of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.open_names import closed_end, department_end
from communique.extractors.institutions.words import ARTICLES, DETERMINERS, function_words

_FUNCTION_WORDS = function_words()

LONGEST = 8
_ROW = 40  # tokens of a row at most
_BETWEEN = frozenset((",", ";", "et", "ou", "/", "|"))
_SMALL = frozenset(("de", "d'", "la", "le", "l'", "les", "a", "du", "des", "et", "par"))
_LINKS = frozenset(
    ("de", "d'", "du", "des", "a", "au", "aux", "en", "et", "&", "of", "and", "for", "the", "sur", "sans")
)


def readings(ctx: Context, taken: set[int]) -> Iterator[list[tuple[int, int]]]:
    """The readings of each run, as lists of token spans (end excluded) that exclude one another.

    A run may end with its first words alone, with all its words, or go on over « de », « à » or a bare
    apostrophe; it may open with its article, or with its second word where the first one opens the sentence.
    """
    w = ctx.w
    for i in w.capitals:
        if opens(ctx, taken, i) and not (w.joined(i) and opens(ctx, taken, i - 1)):
            yield _from(ctx, taken, i)


def opens(ctx: Context, taken: set[int], i: int) -> bool:
    """Whether a name that nothing has read yet may begin at token ``i``."""
    w = ctx.w
    if not w.cap[i] or i in taken or i in ctx.barred or w.shouted[i] or ctx.in_person[i]:
        return False
    return len(w.text[i]) > 1


def _from(ctx: Context, taken: set[int], i: int) -> list[tuple[int, int]]:
    w = ctx.w
    starts = [i]
    common = w.plain[i] in _FUNCTION_WORDS or w.plain[i] in DETERMINERS or w.lower[i] in ctx.lower_words
    first_end = w.glued(i)
    if (common or w.opens_sentence(i)) and _goes_on(ctx, taken, first_end):
        starts.append(first_end)
    figure = i > 0 and w.text[i - 1].isdigit() and w.gap(i) == " " and len(w.text[i - 1]) < 5
    if figure and not (i > 1 and w.text[i - 2] == "©"):
        starts.append(i - 1)
    spans: dict[tuple[int, int], None] = {}
    for start in starts:
        first = max(start, i)
        if start > i or not (w.plain[first] in _FUNCTION_WORDS and not w.text[first].isupper()):
            ends = list(_ends(ctx, taken, first))
        else:  # an article or a preposition names nothing by itself
            ends = [e for e in _ends(ctx, taken, first) if e > first_end]
        for end in ends:
            if end - start <= LONGEST:
                spans[start, end] = None
    return list(spans) or [(i, first_end)]


def _goes_on(ctx: Context, taken: set[int], j: int) -> bool:
    w = ctx.w
    return j < len(w) and w.joined(j) and w.cap[j] and j not in taken and not ctx.in_person[j]


def _ends(ctx: Context, taken: set[int], i: int) -> Iterator[int]:
    """Ends of the name that begins at token ``i``: after each capitalised word, and what may follow."""
    w = ctx.w
    j = w.glued(i)
    yield j
    while j < len(w) and j - i < LONGEST:
        k = j
        if not _goes_on(ctx, taken, k):
            k = _over_links(ctx, taken, j)
            if k < 0:
                break
        j = w.glued(k)
        yield j
    if j < len(w) and w.joined(j) and not w.cap[j] and j not in taken:
        closed = closed_end(w, j)
        if closed > j:
            yield closed
    if (numbered := department_end(w, i, j)) > j:
        yield numbered


def _over_links(ctx: Context, taken: set[int], j: int) -> int:
    """The capitalised word that goes on the name after « de », « à », « et » and an article, or -1."""
    w = ctx.w
    for k in (j + 1, j + 2):
        if k >= len(w) or not w.joined(k - 1):
            return -1
        if w.plain[k - 1] not in (_LINKS if k == j + 1 else ARTICLES):
            return -1
        if _goes_on(ctx, taken, k):
            return k
    return -1


def listed_next(ctx: Context, i: int, j: int) -> int:
    """Where the next name of an enumeration may begin: after « , » or « et », or on the next row; or -1."""
    w = ctx.w
    k = j
    if k < len(w) and w.text[k] == "(":
        while k < min(len(w) - 1, j + LONGEST) and w.text[k] != ")":
            k += 1
        k += 1
    if k < len(w) and w.text[k] in _BETWEEN:
        k += 1
        while k < len(w) and w.plain[k] in _SMALL:
            k += 1
        return k
    return _next_row(ctx, i)


def _next_row(ctx: Context, i: int) -> int:
    """The token that stands in the next line where token ``i``, its line's first word, stands; or -1."""
    w = ctx.w
    k = i
    while not w.line_break(k):
        k -= 1
        if i - k > 4 or (w.text[k][0].isalpha() and len(w.text[k]) > 2):
            return -1
    for n in range(i + 1, min(len(w), i + _ROW)):
        if w.line_break(n):
            return n + i - k
    return -1
