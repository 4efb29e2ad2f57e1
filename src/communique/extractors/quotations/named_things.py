"""Marked words that are the name of a thing by what leads to them: a charge, a title, a term taken up."""

from __future__ import annotations

import re
from itertools import pairwise

from communique.document import line_start
from communique.extractors.quotations.names import goes_on, has_verb, word_count
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.words import in_class, org_nouns

_CHARGING = in_class("charging")
_DEVOTED = in_class("devoted")
_WORKS = in_class("works")
_TITLED = in_class("titled")
_DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
_OF_A_SITE = frozenset({"cagnotte", "page", "chaîne", "groupe", "pétition"})
_BODIES = org_nouns().keys() | {"collectif", "coopérative", "fondation", "réseau", "festival"}
_VALUES = in_class("values")
_ABOUT = frozenset({"sur", "autour", "de", "à"})
_AUTHORS = 200  # characters of the authors and the year of a reference
_JOURNAL = 160
_YEAR_BEFORE = re.compile(r"[(, ](?:19|20)\d\d[a-z]?\)?[.,:]? ?\Z")
_AUTHOR = re.compile(r"[-–•*\s]*(?:[A-ZÀ-Ý][\w'’-]+,? (?:[A-ZÀ-Ý][\w.’'-]*|et|&)[ ,.(])")
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿ]{3,}(?!\w)")
_DATE_FIRST = re.compile(
    r"[-–•*\s]{0,4}(?:\d{1,2}(?:er)? [a-zéûô]{3,9}\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b"
)
_PAGES = re.compile(r"(?<!\w)(?:pp?\. ?\d|n[°o] ?\d|vol\. ?\d|Vol\. ?\d|t\. ?\d|ISBN|DOI|doi|\d+\(\d+\))")
_MAKING = in_class("making")
_HAPPENING = in_class("happening")
_COPULAS = frozenset({"est", "sont", "fut", "furent", "était", "étaient", "sera"})
_FAR = 12  # chunks of "condamné à six mois de prison avec sursis pour"
_FROM_AFAR = frozenset({"source", "viewpoint", "same-sentence", "same-paragraph", "beside", "told-at-end"})
_SENTENCE_END = ".!?…"
_TITLES = 3  # titles of a list


def names_thing(p: Place) -> bool:
    """Whether what stands before marked words says that they are a name, whoever speaks."""
    if not any(c.isalpha() for c in p.words):
        return True  # "il vient du « 93 »"
    if is_reference(p.text, p.quote.open, p.quote.close) or _press_item(p):
        return True
    if p.k == 0:
        return False
    before = p.chunks[p.k - 1]
    if before.kind == ":":
        return _heads_a_page(p) or _titled(p) or _listed_titles(p) or _values(p) or _body(p)
    return _charge(p) or _made(p) or _devoted(p) or _is_called(p) or _means(p) or _own_page(p)


def is_reference(text: str, start: int, end: int) -> bool:
    """ "PETIT Jean, 2014. « Le rail en fête », Revue du rail, n° 3": a title in a bibliography."""
    begin = line_start(text, start, max(0, start - _AUTHORS))
    before = text[begin:start]
    if len(_SMALL.findall(before)) > 2 or not _AUTHOR.match(before):
        return False
    if _YEAR_BEFORE.search(before):
        return True
    after = text[end : end + _JOURNAL].split("\n", 1)[0]
    return before.rstrip()[-1:] in (",", ".") and bool(_PAGES.search(after))


def _press_item(p: Place) -> bool:
    """ "- 3 mai 2024 : Le Quai “Où va le rail ?”": a line of a press review, its date first."""
    begin = line_start(p.text, p.quote.open, max(0, p.quote.open - _AUTHORS))
    dated = _DATE_FIRST.match(p.text, begin, p.quote.open)
    return dated is not None and not has_verb(p.text[dated.end() : p.quote.open])


def _values(p: Place) -> bool:
    """ "nos valeurs : « ouverture, partage »", "sur : « Le rail en fête »": things in a row, a theme."""
    if has_verb(p.words) or p.words[-1] in _SENTENCE_END:
        return False
    if p.k > 1 and p.chunks[p.k - 2].low in _ABOUT and p.words[0].isupper():
        return True
    clause = p.chunks[max(0, p.k - _FAR) : p.k - 1]
    return any(c.low in _VALUES for c in clause) and "," in p.words


def _body(p: Place) -> bool:
    """ "une partie des gains va à un collectif local : « La Barque solidaire »": a name with a capital."""
    if (
        not p.words[0].isupper()
        or word_count(p.words) > 5
        or p.words[-1] in _SENTENCE_END
        or has_verb(p.words)
    ):
        return False
    near = p.chunks[max(0, p.k - 4) : p.k - 1]
    noun = next((j for j, c in enumerate(near) if c.low in _BODIES), None)
    return noun is not None and noun > 0 and near[noun - 1].low in ("un", "une")


def _own_page(p: Place) -> bool:
    """ "une page Facebook dédiée, « un quai pour tous », qui réunit": what a page or a group is called."""
    following = p.chunks[p.k + 1].kind if p.k + 1 < len(p.chunks) else ""
    if p.chunks[p.k - 1].kind != "," or following not in ",." or has_verb(p.words):
        return False
    near = [c.low for c in p.chunks[max(0, p.k - 5) : p.k - 1]]
    return any(a in ("un", "une") and b in _OF_A_SITE for a, b in pairwise(near))


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
    if p.k > 1 and p.chunks[p.k - 2].low in _HAPPENING and p.words[0].isupper():
        return p.words[-1] not in ".!…"  # "l'atelier : « Que faire de la mer ? »"
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


def _made(p: Place) -> bool:
    """ "Elle a publié « La mer monte »", "qui met en scène « La mer »": a work of the one who made it."""
    if not p.words[0].isupper() or p.words[-1] in _SENTENCE_END:
        return False
    return p.chunks[p.k - 1].low in _MAKING


def _devoted(p: Place) -> bool:
    """ "une thèse consacrée à « L'étude du récit »", "un colloque portant sur « Le fait rural »"."""
    if not p.words[0].isupper() or p.words[-1] in _SENTENCE_END or p.k < 2:
        return False
    return p.chunks[p.k - 1].low in ("à", "sur", "autour", "de") and p.chunks[p.k - 2].low in _DEVOTED


def _is_called(p: Place) -> bool:
    """ "Un des premiers articles fut « … »", "Dans l'article « ça chauffe », X regrette"."""
    before = p.chunks[p.k - 1].low
    site = p.k > 1 and p.chunks[p.k - 2].low in _OF_A_SITE and p.text[p.chunks[p.k - 1].start].isupper()
    if site and not has_verb(p.words):
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
