"""People that nothing in their article calls so: a first name alone, a figure of the past, an author."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.usage_lists import company_nouns, suffixes
from communique.extractors.institutions.words import ARTICLES, ROOM, Words, wordset
from communique.extractors.people.lexicon import is_first_name
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import singular, words

_FIGURES = words(ROOM, "figures.txt")
_NATIONS = wordset("nations_in_short")
_WORKS_OF = wordset("works_of")
_WORKS = wordset("works")
_BEFORE_FIRMS = wordset("before_firms")
_COMPANY_NOUNS = company_nouns()
_BODIES = bodies()
_PLACES = places()
_OWNED = wordset("owned")
_MOST = 4  # words of a person's name


def somebody(ctx: Context, i: int, j: int) -> bool:
    """Whether the name at tokens ``i`` to ``j`` (excluded) is a person's, or a nation's beside one."""
    w = ctx.w
    if j - i == 1:
        return (
            (w.plain[i] in _FIGURES and w.text[i][1:].islower() and not _firm_told(w, i))
            or _first_name(w, i)
            or _cited(w, i)
            or _nation(ctx, i, j)
        )
    return _nation(ctx, i, j) or _with_initial(w, i, j) or _worked(w, i, j) or _in_row(ctx, i, j)


def _firm_told(w: Words, i: int) -> bool:
    """« la société Alan », « chez Lydia », « les salariés de Lucas »: one of its uses calls for a firm."""
    return any(
        k
        and w.text[k] == w.text[i]
        and w.joined(k)
        and (
            w.plain[k - 1] in _BEFORE_FIRMS
            or singular(w.plain[k - 1]) in _COMPANY_NOUNS
            or (k > 1 and w.plain[k - 1] == "de" and w.plain[k - 2] in _OWNED)
        )
        for k in w.doc.places[w.plain[i]]
    )


def _first_name(w: Words, i: int) -> bool:
    """« en lien avec *Clémence* », « *Bruno* remplace Grégoire »."""
    if not w.text[i][1:].islower() or not is_first_name(w.plain[i]) or _firm_told(w, i):
        return False
    if i and w.joined(i) and (w.plain[i - 1] in ARTICLES or w.plain[i - 1] in ("du", "au")):
        return False
    return registry_key(w.text[i]) not in _PLACES and w.plain[i] not in _BODIES


def _cited(w: Words, i: int) -> bool:
    """« de nouveaux savoirs (*Torvil*, 2012) »: an author and a year, but « un roman (Seuil, 2012) »."""
    if i < 2 or i + 3 >= len(w) or w.text[i - 1] not in "(;" or w.text[i + 1] != ",":
        return False
    year = w.text[i + 2]
    if len(year) != 4 or not year.isdigit() or w.text[i + 3] not in ");," or not w.text[i][1:].islower():
        return False
    before = i - 2
    if w.text[i - 1] == ";":
        return w.text[before].isdigit() or w.text[before - 1].isdigit()
    return w.text[before][0].islower() and singular(w.plain[before]) not in _WORKS


def _nation(ctx: Context, i: int, j: int) -> bool:
    """« Anne Petit (All.) », « Paul Roche (Fr) »: where somebody comes from, in short."""
    w = ctx.w
    if i < 2 or w.text[i - 1] != "(" or not ctx.in_person[i - 2] or w.plain[i] not in _NATIONS:
        return False
    return w.text[j : j + 1] == [")"] or w.text[j : j + 2] == [".", ")"]


def _with_initial(w: Words, i: int, j: int) -> bool:
    """« Jasmin K. Torvel »: a letter in the middle."""
    if not 2 < j - i <= _MOST + 1 or w.plain[j - 1] in suffixes() or not w.text[i][1:].islower():
        return False
    middle = w.text[i + 1]
    lone = (
        len(middle.rstrip(".")) == 1 and middle[0].isupper() and (middle[-1] == "." or w.text[i + 2] == ".")
    )
    return lone and w.text[j - 1][1:].islower()


def _worked(w: Words, i: int, j: int) -> bool:
    """« l'ouvrage de *Jasmin Torvel* », « traduction de X »: who made a work."""
    if i < 2 or j - i > _MOST or w.plain[i - 1] not in ("de", "d'") or not w.joined(i) or not w.joined(i - 1):
        return False
    k = i - 2
    while k > 0 and w.is_adjective(k) and w.joined(k):
        k -= 1
    named = (
        all(w.cap[n] and w.text[n][1:].islower() for n in range(i, j)) and w.plain[j - 1] not in suffixes()
    )
    return named and singular(w.plain[k]) in _WORKS_OF


def _in_row(ctx: Context, i: int, j: int) -> bool:
    """« Anne Petit (La Criée), *Mirel Torvan* (Région X) »: somebody's body in brackets, in a row."""
    w = ctx.w
    if (
        j - i != 2
        or j >= len(w)
        or w.text[j] != "("
        or i < 4
        or not all(w.text[n][1:].islower() for n in (i, i + 1))
    ):
        return False
    k = i - 1
    k -= w.plain[k] == "et"
    k -= w.text[k] == ","
    if k == i - 1 or w.text[k] != ")" or w.plain[i + 1] in suffixes():
        return False
    opened = next((n for n in range(k - 1, max(0, k - 16), -1) if w.text[n] == "("), 0)
    return opened > 1 and (
        ctx.in_person[opened - 1] or (is_first_name(w.plain[opened - 2]) and w.cap[opened - 1])
    )
