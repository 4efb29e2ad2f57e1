"""Where a page lost what parted two names, or a name from what follows: a line end, a comma, a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.extractors.people import lexicon
from communique.extractors.people.runs import Word, runs
from communique.glued import glued_at
from communique.lexicon import words as entries

_OPENING_WORDS = lexicon.opening_words()
# What names end in though sentences open with it ("Paul Ton", "Henri Des").
_ENDS_OF_NAMES = frozenset(
    ("ton", "son", "tel", "sans", "grace", "cher", "chez", "des", "car", "hors", "mes", "ma", "se")
)
_CREDITS = entries("communique.extractors", "line_credits.txt")
_ARTICLES = frozenset(("le", "la", "les"))
_OF_BODIES = frozenset(("du", "des", "de la", "de l'"))
_USUAL = lexicon.usual_first_names()
_LEAST = 2  # words of a name


def parted_runs(doc: Document) -> Iterator[list[Word]]:
    """Runs of capitalised words, cut where one name or sentence ends and another begins.

    >>> doc = Document("Marc Vidal Marc Vidal est délégué. Un film d'Anne Petit Dans le cadre du mois")
    >>> [doc.text[run[0].start : run[-1].end] for run in parted_runs(doc)]
    ['Marc Vidal', 'Marc Vidal', 'Un', 'Anne Petit', 'Dans']
    """
    for run in runs(doc):
        for k in range(len(run) - 1, -1, -1):
            if not doc.text[run[k].start + 1 : run[k].end].islower():
                _unglue(doc, run, k)
        if len(run) == 1:
            yield run
            continue
        _unelide(doc, run)
        first = 0
        for k in range(1, len(run)):
            if _begins(doc, run, first, k):
                yield run[first:k]
                run[k].lead = run[k].start
                first = k
        yield run[first:] if first else run


def _begins(doc: Document, run: list[Word], first: int, k: int) -> bool:
    """Does something else begin at word ``k`` of a run that has been read from ``first`` on?"""
    word = run[k]
    if word.start == run[k - 1].end:
        return True  # they were glued
    if k == first + 1 and run[first].plain in _CREDITS and _is_given(word):
        return len(run) > k + 1  # "Scénario Anne Petit"
    if k == first + 1 and run[first].plain in _USUAL and _of_a_body(doc, run, k):
        return True
    if word.plain in _OPENING_WORDS or word.plain in _CREDITS or word.plain == "a":
        return _goes_on(doc, run, first, k)
    if word.plain == run[first].plain:
        return _comes_again(doc, run, k)
    return False


def _of_a_body(doc: Document, run: list[Word], k: int) -> bool:
    """ "Anne *du Théâtre Bleu*", "Luc *des Amis* du lac": whom a first name alone calls, and where from."""
    lead = doc.lower[run[k].lead : run[k].start].strip()
    if lead not in _OF_BODIES:
        return False
    if run[k].plain in lexicon.heads_of_bodies():
        return True
    return lead in ("du", "des") and k + 1 < len(run) and run[k + 1].lead == run[k + 1].start


def _goes_on(doc: Document, run: list[Word], first: int, k: int) -> bool:
    """ "Anne Petit *Dans* le cadre", "de Paul Durand de *Pour* un climat", "le Sable *Avec* Anne Petit"."""
    word = run[k]
    if doc.text[word.start : word.end].isupper() and word.plain != "a":
        return False
    last = k == len(run) - 1
    if word.plain in _ENDS_OF_NAMES:
        return False
    if not last:
        return (word.plain == "avec" or (word.plain in _CREDITS and k - first >= _LEAST)) and _is_given(
            run[k + 1]
        )
    if k - first < _LEAST or word.plain in _CREDITS or not _small_next(doc, word):
        return False
    return word.lead == word.start or word.plain not in _ARTICLES


def _small_next(doc: Document, word: Word) -> bool:
    """Does a word in small letters, or a number, stand right after?"""
    after = doc.text[word.end : word.end + 2]
    return len(after) > 1 and after[0].isspace() and (after[1].islower() or after[1].isdigit())


def _comes_again(doc: Document, run: list[Word], k: int) -> bool:
    """ "Le parcours de Julie *Julie* obtient": a heading that ends in a first name, and its sentence."""
    return k == 1 and len(run) == _LEAST and _is_given(run[0]) and _small_next(doc, run[1])


def _unglue(doc: Document, run: list[Word], k: int) -> None:
    """ "Anne Durand*Directrice* de la revue": two words of which the page made one."""
    word = run[k]
    if word.initial or not (cut := glued_at(doc.text[word.start : word.end])):
        return
    cut += word.start
    run.insert(k + 1, Word(cut, cut, word.end, doc.plain[cut : word.end], False))
    word.end, word.plain = cut, doc.plain[word.start : cut]


def _unelide(doc: Document, run: list[Word]) -> None:
    """ "*D'*Anne Petit à Paul Durand": what opens the sentence is no part of the name."""
    word = run[0]
    given = word.plain[2:]
    if not word.plain.startswith("d'") or not (
        lexicon.is_first_name(given) or doc.text.startswith(" à ", run[-1].end)
    ):
        return
    if doc.text[run[-1].end : run[-1].end + 1] in (" ", ","):
        word.start += 2
        word.lead = word.start
        word.plain = word.plain[2:]


def _is_given(word: Word) -> bool:
    return not word.initial and lexicon.is_first_name(word.plain)
