"""Names that an article gives to labels, editions, works and fields of study: no bodies, wherever they stand.

« le label *X* », « labellisée *X* », « la 3e édition de la *X* », « intitulé *X* », « mention *X* ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.institutions.words import ARTICLES, OF, Words, wordset
from communique.lexicon import singular

_LABELS = wordset("labels_told")
_LABELLED = wordset("labelled")
_ENTITLED = wordset("entitled")
_AUTHORS = wordset("authors")
_FIELDS = wordset("field_nouns")
_OF_RECORDS = wordset("of_records")
_EDITIONS = frozenset(("edition", "editions"))
_PROGRAMMES = wordset("programmes_of_many")
_ENDING = frozenset(
    (
        "chez",
        "aux",
        "au",
        "qui",
        "paru",
        "parue",
        "publie",
        "publiee",
        "a",
        "est",
        "dans",
        "en",
        "avec",
        "par",
        "lors",
    )
)
_MARKS = frozenset('«“"')
_INSIDE = OF | ARTICLES | {"et", "en", "a", "au", "aux", "pour", "&", "dans", "sur"}
_ORDINAL = re.compile(r"\d{1,3}(?:e|eme|er|ere|nde?|ᵉ)|premiere|seconde|[a-z]+ieme|derniere")
_YEAR = re.compile(r"20\d\d|\d\d")
_LONGEST = 10
_LETTERS = 3  # of a word that goes on being a thing's by itself


def told_things(w: Words) -> set[int]:
    """The tokens at which the name of a thing begins, where it is told and everywhere else."""
    out, names = set[int](), set[tuple[str, ...]]()
    for i, j, again in (*_labels(w), *_editions(w), *_titles(w), *_fields(w)):
        out.update(k for k in range(i, j) if w.cap[k])
        if not again:
            continue
        if j - i > 1 or (w.is_acronym(i) and len(w.text[i]) >= _LETTERS):
            names.add(tuple(map(singular, w.plain[i:j])))
        if j + 2 < len(w) and w.text[j] == "(" and w.text[j + 2] == ")" and w.is_acronym(j + 1):
            names.add((w.plain[j + 1],))
    for name in names:
        out.update(_uses(w, name))
    return out


def _uses(w: Words, name: tuple[str, ...]) -> Iterator[int]:
    """Where a name stands, in the singular or the plural."""
    for form in {name[0], name[0] + "s", name[0] + "x"}:
        for i in w.doc.places.get(form, ()):
            if w.cap[i] and tuple(map(singular, w.plain[i : i + len(name)])) == name:
                yield from (k for k in range(i, i + len(name)) if w.cap[k])


def _run(w: Words, i: int) -> int:
    """The end of the capitals from token ``i`` on, small words between them included; ``i`` where none."""
    if i >= len(w) or not w.cap[i] or "\n" in w.gap(i):
        return i
    j = w.glued(i)
    while j < len(w) and j - i < _LONGEST and w.joined(j):
        k = j
        while k < len(w) and k - j < 2 and w.plain[k] in _INSIDE and not w.cap[k] and w.joined(k):
            k += 1
        if k >= len(w) or not w.cap[k] or not w.joined(k):
            break
        if k > j and w.plain[k - 1] in ARTICLES and w.plain[j] not in OF:
            break  # "le label Villefleurie et la Région"
        j = w.glued(k)
    return j


def _opening(w: Words, k: int) -> int:
    """The token after a mark or a colon at ``k``, else ``k``."""
    return k + (k < len(w) and w.text[k] in _MARKS)


def _goes_on(w: Words, j: int) -> bool:
    """Whether a title goes on after token ``j``: neither its clause nor its sentence ends."""
    return j + 1 < len(w) and w.joined(j) and w.joined(j + 1) and w.is_word(j) and w.plain[j] not in _ENDING


def _labels(w: Words) -> Iterator[tuple[int, int, bool]]:
    """« le label *Terre de Jeux* », « les labels *A* et *B* », « entreprise labellisée *C* »."""
    for i in w.places_of(_LABELS | _LABELLED):
        if i + 1 >= len(w) or w.text[i].isupper():
            continue
        if w.plain[i].startswith("label") and not _OF_RECORDS.isdisjoint(w.doc.places):
            continue
        k = _opening(w, i + 1)
        j = _run(w, k)
        if j == k:
            continue
        yield k, j, True
        while w.plain[i] == "labels" and j + 1 < len(w) and w.text[j] in (",", "et"):
            k = _opening(w, j + 1)
            j = _run(w, k)
            if j == k:
                break
            yield k, j, True


def _editions(w: Words) -> Iterator[tuple[int, int, bool]]:
    """« la 3e édition de la *X* », « l'édition 2026 des *Y* »."""
    for i in w.places_of(_EDITIONS):
        k = i + 1
        numbered = i > 0 and _ORDINAL.fullmatch(w.plain[i - 1]) is not None
        if k < len(w) and _YEAR.fullmatch(w.text[k]):
            numbered = numbered or w.plain[i] == "edition"
            k += 1
        if not numbered or k + 1 >= len(w) or not w.joined(k):
            continue
        if w.plain[k] in OF:
            k += 1 + (w.plain[k + 1] in ARTICLES and not w.cap[k + 1])
        elif not w.is_acronym(k):
            continue
        j = _run(w, k)
        if j > k:
            yield k, j, True


def _titles(w: Words) -> Iterator[tuple[int, int, bool]]:
    """« intitulé *X* », « coauteur de *X* et *Y* »."""
    for i in w.places_of(_ENTITLED):
        k = i + 1 + (i + 1 < len(w) and w.text[i + 1] == ":")
        k = _opening(w, k)
        if (j := _run(w, k)) > k:
            yield k, j, True
    for i in w.places_of(_AUTHORS):
        k = i + 2
        if k >= len(w) or w.plain[i + 1] not in ("de", "d'") or w.is_acronym(k):
            continue
        j = _run(w, k)
        if j - k > 1 or _goes_on(w, j):
            yield k, j, True
            while _goes_on(w, j) and j - k < _LONGEST:
                j += 1
                if w.cap[j]:
                    yield j, j + 1, False  # "Pensée de la fin et *Révolution Douce*"
    for i in w.places_of(_PROGRAMMES):
        k = i + 2
        if k < len(w) and w.plain[i + 1] == "des" and w.joined(k) and (j := _run(w, k)) - k > 1:
            yield k, j, True  # "le programme des *Capitales Vertes de l'Eau*"


def _fields(w: Words) -> Iterator[tuple[int, int, bool]]:
    """« master mention *Économie et Société* », « la rubrique *Réseau* »: at that place alone."""
    for i in w.places_of(_FIELDS):
        k = _opening(w, i + 1)
        if k < len(w) and w.joined(k) and not w.is_acronym(k) and (j := _run(w, k)) > k:
            yield k, j, False
