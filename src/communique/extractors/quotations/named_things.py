"""Marked words that are the name of a thing by what leads to them: a charge, a title, a term taken up."""

from __future__ import annotations

from communique.extractors.quotations.names import goes_on, has_verb, word_count
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.words import in_class

_CHARGING = in_class("charging")
_DEVOTED = in_class("devoted")
_WORKS = in_class("works")
_TITLED = in_class("titled")
_DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
_OF_A_SITE = frozenset({"cagnotte", "page", "chaîne", "groupe", "pétition"})
_COPULAS = frozenset({"est", "sont", "fut", "furent", "était", "étaient", "sera"})
_FAR = 12  # chunks of "condamné à six mois de prison avec sursis pour"
_FROM_AFAR = frozenset({"source", "viewpoint", "same-sentence", "same-paragraph", "beside", "told-at-end"})
_SENTENCE_END = ".!?…"
_TITLES = 3  # titles of a list


def names_thing(p: Place) -> bool:
    """Whether what stands before marked words says that they are a name, whoever speaks."""
    if not any(c.isalpha() for c in p.words):
        return True  # "il vient du « 93 »"
    if p.k == 0:
        return False
    before = p.chunks[p.k - 1]
    if before.kind == ":":
        return _heads_a_page(p) or _titled(p) or _listed_titles(p)
    return _charge(p) or _devoted(p) or _is_called(p) or _means(p)


def taken_up(p: Place, found: Attribution) -> bool:
    """ "selon la CGT, cette « journée noire »": a term that a demonstrative takes up, told from afar."""
    if p.k == 0 or p.chunks[p.k - 1].low not in _DEMONSTRATIVES or found.rule not in _FROM_AFAR:
        return False
    return word_count(p.words) <= 2 and not has_verb(p.words)


def _charge(p: Place) -> bool:
    """ "condamné à six mois pour « outrage »", "mise en examen pour « complicité »"."""
    if p.chunks[p.k - 1].low not in ("pour", "d'", "de") or not p.words[0].islower() or has_verb(p.words):
        return False
    if p.words.split(maxsplit=1)[0].endswith(("er", "ir", "re")):
        return False  # "un arrêté pour « protéger les quais »"
    near = p.chunks[max(0, p.k - _FAR) : p.k - 1]
    if p.chunks[p.k - 1].low != "pour":
        near = [c for c in near[-3:] if c.low in ("chef", "chefs")]
        return bool(near)
    last = next((j for j in range(len(near) - 1, -1, -1) if near[j].kind not in "wPI,()"), -1)
    return any(c.low in _CHARGING for c in near[last + 1 :])


def _heads_a_page(p: Place) -> bool:
    """ "title: "La région finance le rail"": the first lines of a page made of fields."""
    return p.k == 2 and p.chunks[0].low == "title"


def _titled(p: Place) -> bool:
    """ "célébrée sous le thème : « Un toit pour tous »", "dans Le Matin : « Le rail avance »"."""
    if p.k > 1 and p.chunks[p.k - 2].low in _TITLED:
        return True
    clause = [c for c in p.chunks[: p.k - 1] if c.kind in "wPI"]
    opens = len(clause) > 1 and clause[0].low in ("dans", "sur")
    return opens and len(clause) < 6 and clause[-1].kind == "I" and p.words[-1] not in _SENTENCE_END


def _listed_titles(p: Place) -> bool:
    """ "ses nouvelles : « Le Devoir », « Sous le fardeau », « Le Donateur »": short titles in a row."""
    titles, j = 0, p.k
    while j < len(p.chunks) and p.chunks[j].kind == "Q":
        quote = p.scene.quotes[p.chunks[j].ref]
        words = p.text[quote.start : quote.end]
        if not words[0].isupper() or word_count(words) > 4 or has_verb(words) or words[-1] in "!?…":
            return False
        titles += 1
        j += 2 if j + 1 < len(p.chunks) and p.chunks[j + 1].kind == "," else 1
    return titles >= _TITLES


def _devoted(p: Place) -> bool:
    """ "une thèse consacrée à « L'étude du récit »", "un colloque portant sur « Le fait rural »"."""
    if not p.words[0].isupper() or p.words[-1] in _SENTENCE_END or p.k < 2:
        return False
    return p.chunks[p.k - 1].low in ("à", "sur", "autour", "de") and p.chunks[p.k - 2].low in _DEVOTED


def _is_called(p: Place) -> bool:
    """ "Un des premiers articles fut « … »", "Dans l'article « ça chauffe », X regrette"."""
    before = p.chunks[p.k - 1].low
    if p.k > 1 and p.chunks[p.k - 2].low in _OF_A_SITE and p.text[p.chunks[p.k - 1].start].isupper():
        return True  # "une cagnotte Leetchi « solidarité avec les marins »"
    if before in _WORKS or before == "article":
        return (
            p.k > 1
            and not goes_on(p.words)
            and p.chunks[p.k - 2].low in ("l'", "le", "la", "son", "sa", "un", "une")
        )
    if before not in _COPULAS or not p.words[0].isupper():
        return False
    return any(c.low in _WORKS or c.low in ("article", "articles") for c in p.chunks[max(0, p.k - 5) : p.k])


def _means(p: Place) -> bool:
    """ "Le sigle signifie « … »": what a word means."""
    return p.chunks[p.k - 1].low in ("signifie", "signifiant", "signifiait", "signifient") and (
        p.words[0].islower()
    )
