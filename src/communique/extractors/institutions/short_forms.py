"""The shorter ways in which an article may name a body it has named in full."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.unit_codes import code_after
from communique.extractors.institutions.words import ARTICLES, OF, Words, wordset
from communique.gazetteer import places, registry_key

_LEGAL = wordset("legal")
_KINDS = wordset("kinds")
_CLASS_ACRONYMS = wordset("class_acronyms")


_OPEN, _CLOSE = frozenset('«“"'), frozenset('»”"')
_PATRONS = ("saint-", "sainte-", "notre-dame")
_PATRONISED = ("education", "health", "culture")
_BEFORE_PATRON = ("musee",)
_TELLING = wordset("trade_closings") | wordset("telling")
_OWN = 5
_ARTS = ("beaux-arts", "arts-deco", "ponts", "chartes", "mines")
_LOOKED_AT = 40  # uses of a word that are looked at
_SCHOOLS = (
    "lycee",
    "college",
    "ecole",
    "institut",
    "institution",
    "ensemble",
    "musee",
    "mediatheque",
    "theatre",
)
_HEREAFTER = frozenset(
    ("ci-apres", "ou", "dite", "dit", "denommee", "denomme", "designee", "designe", "et", "la", "le", "l'")
)
_REACH = 16  # tokens of the parenthesis that gives short names


def _defined(w: Words, p: int) -> Iterator[tuple[int, int]]:
    """« X (ci-après « l'Agence ») », « Y (« Eaux Vives » ou « la Compagnie ») »: short names given here."""
    if p + 3 >= len(w) or w.text[p] != "(":
        return
    k = p + 1
    while k < min(len(w) - 1, p + _REACH) and w.text[k] != ")":
        if w.text[k] in _OPEN:
            first = k + 1 + (w.plain[k + 1] in ARTICLES and not w.cap[k + 1])
            close = next((n for n in range(first, min(len(w), first + 6)) if w.text[n] in _CLOSE), 0)
            if close <= first or not w.cap[first]:
                return
            yield first, close
            k = close + 1
        elif w.plain[k] in _HEREAFTER or w.text[k] == ",":
            k += 1
        else:
            return


def _patron(w: Words, c: Candidate) -> bool:
    """« Institut Sainte-Aldegonde », « lycée Gay-Lussac de Guéret »: a patron's name with a hyphen."""
    k = c.first + 1
    if c.kind not in _PATRONISED or not w.cap[k] or w.is_acronym(k) or registry_key(w.text[k]) in places():
        return False
    placed = c.last - c.first > 3 and w.plain[k + 1] in ("de", "d'", "du")
    if c.last - c.first != 2 and not placed:
        return False
    school = w.plain[c.first] in _SCHOOLS and "-" in w.text[k] and w.text[k].rpartition("-")[2][0].isupper()
    return school or w.plain[k].startswith(_PATRONS)


def _own_word(ctx: Context, c: Candidate) -> bool:
    """« Orelux Advisory », « Armor Cycling Team », « musée Corvisart »: one word is its own."""
    w = ctx.w
    if c.rule in ("known_body", "learned") or c.acronym is not None:
        return False
    k = c.first
    if w.plain[k] in _BEFORE_PATRON:
        k += 1
        told = c.last - k == 1
    else:
        told = c.last - k > 1 and _TELLING.issuperset(w.plain[k + 1 : c.last])
    word = w.text[k]
    if not told or len(word) < _OWN or not word[1:].islower() or not word.isalpha():
        return False
    common = w.lower[k] in ctx.lower_words or ctx.reached_or_local(word) or registry_key(word) in places()
    return not common and not any(ctx.in_person[i] for i in w.doc.places[w.plain[k]][:_LOOKED_AT])


def _own_name(ctx: Context, k: int) -> bool:
    """Whether the one word of a school's name is a place's, a person's or a word of the language nowhere."""
    word = ctx.w.text[k]
    if len(word) < _OWN or not word[1:].islower() or not word.isalpha() or ctx.w.lower[k] in ctx.lower_words:
        return False
    if ctx.reached_or_local(word) or registry_key(word) in places():
        return False
    return not any(ctx.in_person[i] for i in ctx.w.doc.places[ctx.w.plain[k]][:_LOOKED_AT])


def short_forms(ctx: Context, c: Candidate) -> Iterator[tuple[int, int]]:
    """Token spans, inside the candidate, that may stand alone for it elsewhere."""
    w = ctx.w
    first, last = c.first, c.last
    yield from _defined(w, last)
    laboratory = c.kind == "research" or (last - first == 1 and w.is_acronym(first) and c.kind != "education")
    if laboratory and (code := code_after(w, last)) is not None:
        yield code
    if last - first < 2:
        return
    if _patron(w, c):
        yield first + 1, first + 2
    if c.kind == "culture" and (dash := next((k for k in range(first + 1, last) if w.text[k] in "–—"), 0)):
        yield first, dash  # "Le Quai – Scène nationale de Torvel"
    if c.kind == "education" and "beaux-arts" in w.plain[first + 1 : last]:
        yield w.plain.index("beaux-arts", first + 1, last), last  # "l'école des *Beaux-Arts de Torvel*"
    if _own_word(ctx, c):
        yield (first, first + 1) if w.plain[first] not in _BEFORE_PATRON else (first + 1, first + 2)
    # "Valmont inc." → "Valmont"
    end = last - 1 if w.text[last - 1] == "." else last
    if w.plain[end - 1] in _LEGAL and w.cap[first] and end - 1 > first:
        yield first, end - 1
        return
    # "SMICTOM du Val d'Orain", "CCI Bas-Maine" → the acronym
    if (
        w.is_acronym(first)
        and w.text[first].isupper()
        and w.plain[first] not in _KINDS
        and w.plain[first] not in _CLASS_ACRONYMS
        and c.rule == "headed_name"
    ):
        yield first, first + 1
    # "IMT Mines Alès" → "Mines Alès"
    if w.is_acronym(first) and last - first >= 3 and all(w.cap[first:last]) and w.plain[first + 1] not in OF:
        yield first + 1, last
    # "université Michel-Torvel Bordeaux 3" → "Bordeaux 3"
    numbered = w.plain[first] == "universite" and w.text[last - 1].isdigit() and w.cap[last - 2]
    if numbered and registry_key(w.text[last - 2]) in places():
        yield last - 2, last
    # "université Paris-8" → "Paris-8"
    if w.plain[first] == "universite" and w.text[first + 1][-1].isdigit() and "-" in w.text[first + 1]:
        yield first + 1, first + 2
    # "centre Aquamar de Kiel" → "Aquamar"
    if (
        not w.cap[first]
        and w.cap[first + 1]
        and c.kind in ("company", "research", "association")
        and (w.glued(first + 1) == last or w.plain[w.glued(first + 1)] in ("de", "d'", "du"))
    ):
        yield first + 1, w.glued(first + 1)
    # "Association Torv'Action" → "Torv'Action"
    if w.plain[first] == "association" and last - first > 2 and w.glued(first + 1) == last:
        yield first + 1, last
    # "école des Beaux-Arts de Torvel" → "Beaux-Arts de Torvel", "Beaux-Arts"
    if w.plain[first] == "ecole" and (
        arts := next((k for k in range(first + 1, last) if w.plain[k] in _ARTS), 0)
    ):
        yield arts, last
        if w.plain[arts] == "beaux-arts":
            yield arts, arts + 1
    # "Université Torvel" → "Torvel"
    if w.plain[first] == "universite" and last - first == 2 and _own_name(ctx, first + 1):
        yield first + 1, last
