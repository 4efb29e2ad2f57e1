"""Signs by which a use of a name tells a thing from a body, for the learned model: verbs, states, nouns."""

from __future__ import annotations

from functools import cache

from communique.extractors.institutions.rosters import TELLING
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.usage_lists import company_nouns, negatives
from communique.extractors.institutions.words import ARTICLES, ROOM, Words, wordset
from communique.lexicon import lines, singular
from communique.memos import remember

_FOUND = wordset("found")
_ASIDES = wordset("asides")

_COMPANY_NOUNS = company_nouns()
_MARKS = frozenset('«»“”"')

_ENDINGS = frozenset(
    (
        "", "e", "s", "es", "ee", "ees", "er", "ent", "ons", "ez", "ant", "t", "it", "ir", "re", "a", "ait",
        "aient", "is", "us", "u", "ue", "era", "eront", "erait", "issent", "issant", "ira", "oir", "oit",
        "le", "les", "lle", "lles",
    )
)  # fmt: skip
_SHORTEST, _LONGEST = 3, 12
_MANY = 4  # a measure of how many words tell of things, by powers of two


@cache
def _stems() -> dict[str, str]:
    pairs = (line.split(" | ") for line in lines(ROOM, "sign_verbs.txt"))
    return {stem.strip(): sort.strip() for stem, sort in pairs}


_sorts: dict[str, str] = {}
_MOST_SORTS = 1 << 13


def sort_of(word: str) -> str:
    """What a verb's form says of its subject or object; "" where nothing.

    >>> sort_of("utilisent"), sort_of("permettra"), sort_of("table")
    ('use', 'serve', '')
    """
    sort = _sorts.get(word)
    return remember(_sorts, word, _sort_of(word), _MOST_SORTS) if sort is None else sort


def _sort_of(word: str) -> str:
    stems = _stems()
    for n in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
        if (sort := stems.get(word[:n])) is not None and (word[n:] in _ENDINGS or sort == "serve"):
            return sort
    return ""


@cache
def _forms() -> frozenset[str]:
    """The nouns of things, singular and plural."""
    nouns = TELLING | negatives()
    return nouns | {noun + "s" for noun in nouns}


def borne_names(w: Words) -> frozenset[str]:
    """The words of the names that a thing's noun stands before somewhere: « le téléservice *X Y* »."""
    forms, found = _forms(), set[str]()
    for i in w.capitals:
        if i and (w.plain[i - 1] in forms or (i > 1 and w.text[i - 1] in _MARKS and w.plain[i - 2] in forms)):
            k = i
            while k < len(w) and k < i + 4 and w.cap[k] and (k == i or w.joined(k)):
                found.add(w.text[k])
                k += 1
    return frozenset(found)


def note_things(u: Usage) -> None:
    """What an article says of things as a whole: the names that they bear, how many of their nouns it has."""
    u.borne = borne_names(u.w)
    count = len(TELLING.intersection(u.w.doc.places))
    u.things = f"things={min(_MANY, count.bit_length())}"


def told_by(u: Usage, noun: str) -> str:
    """What a noun beside a name makes of it: "thing", "body", or nothing that is known."""
    if noun in TELLING or noun in u.negatives:
        return "thing"
    return "body" if noun in _COMPANY_NOUNS or noun in u.introducing else ""


def signs_before(u: Usage, i: int) -> list[str]:
    """« utilise X », « développer le X », « baptisé X »."""
    w = u.w
    k = i - 1
    while k > 0 and w.text[k] in _MARKS:
        k -= 1
    det = w.plain[k] in ARTICLES
    k -= det
    while k > 0 and w.plain[k] in _ASIDES:
        k -= 1
    if k < 0 or (w.cap[k] and not w.opens_sentence(k)):
        return []
    sort = sort_of(w.plain[k])
    return [f"p:v={sort}{'+det' if det else ''}"] if sort else []


def signs_after(u: Usage, i: int, j: int, mark: str) -> list[str]:
    """« X permet », « X est disponible », « X (logiciel de paie) », « X, un outil », « X v2 »."""
    w = u.w
    size = len(w)
    if j + 1 >= size:
        return []
    word = w.plain[j]
    if word in _FOUND:
        k = j + 1
        while k < min(size - 1, j + 4) and (w.plain[k] in _ASIDES or w.plain[k] in _FOUND):
            k += 1
        sort = sort_of(w.plain[k])
        return [f"n:is={sort}{mark}"] if sort else []
    if word == "," or word == "qui" or word == "(":
        k = j + 1
        if word == "," and w.plain[k] == "qui":
            k += 1
        elif word != "qui":
            return _noun_after(u, k, word)
        while k < min(size - 1, j + 5) and w.plain[k] in _ASIDES:
            k += 1
        sort = sort_of(w.plain[k])
        return [f"n:qui={sort}"] if sort else []
    if word in ("v", "version") or (word[0] == "v" and word[1:2].isdigit()):
        return ["n:version"]
    k = j
    while k < min(size - 1, j + 3) and w.plain[k] in _ASIDES:
        k += 1
    sort = sort_of(w.plain[k]) if not w.cap[k] else ""
    return [f"n:v={sort}{mark}"] if sort else []


def _noun_after(u: Usage, k: int, mark: str) -> list[str]:
    w = u.w
    for at in range(k, min(len(w), k + 3)):
        if told := told_by(u, singular(w.plain[at])):
            return [f"n:{mark}{told}"]
        if not (w.plain[at] in ARTICLES or w.plain[at] in _ASIDES):
            break
    return []
