"""« le CHU », « la CCI »: an acronym that many bodies share, for the one that the article names in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.document import fold_name
from communique.extractors.institutions.acronyms import initials
from communique.extractors.institutions.candidates import Candidate
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.namings import core
from communique.extractors.institutions.words import OF, THE_ONE, Words, wordset

_AUTHORITIES = ("departement", "region", "commune", "metropole", "ville", "canton", "crous", "agglomeration")
# With a capital too, these name nobody by themselves.
_GENERIC = ("fondation", "association", "centre", "bourse")
_CLASSES = wordset("class_acronyms")
_HEADS = heads()


def bare_classes(w: Words, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """The acronyms that stand alone, in the singular, where one body alone has it in its name."""
    accepted = {c.first for c in kept if c.last - c.first == 1 and c.rule in ("unknown_name", "learned")}
    opened = {c.first for c in kept if c.last - c.first > 1}  # "CCI franco-arabe"
    alone = [
        i
        for i in w.capitals
        if (_stands_alone(w, i) and i not in opened) or (i in accepted and w.plain[i] in _AUTHORITIES)
    ]
    nouns = [i for i in w.capitals if w.plain[i] in _HEADS and i not in accepted and _noun_alone(w, i)]
    if nouns:
        long = [c for c in kept if c.last - c.first > 1]
        yield from _taken_up(w, kept, [i for i in nouns if not any(c.first <= i < c.last for c in long)])
    if not alone:
        return
    yield from _of_the_one(w, alone, _named(w, kept))


def _of_the_one(
    w: Words, places: Sequence[int], named: dict[str, dict[str, Candidate]]
) -> Iterator[Candidate]:
    """The tokens of ``places`` for which one name alone stands."""
    for i in places:
        owners = named.get(w.plain[i], {})
        if len(owners) == 1:
            c = next(iter(owners.values()))
            text = c.name or fold_name(w.span_text(c.first, c.last))
            yield Candidate(i, i + 1, c.kind, "short_form", name=text)


def _taken_up(w: Words, kept: Sequence[Candidate], nouns: list[int]) -> Iterator[Candidate]:
    """« le Cégep », « le Département »: the one body of the article whose name opens with the noun."""
    owners: dict[str, dict[str, Candidate]] = {}
    called = {w.plain[i] for i in nouns}
    for c in kept:
        if c.last - c.first > 1 and w.plain[c.first] in called and c.rule not in ("acronym", "short_form"):
            text = c.name or fold_name(w.span_text(c.first, c.last))
            owners.setdefault(w.plain[c.first], {}).setdefault(text, c)
    yield from _of_the_one(w, nouns, owners)


def _noun_alone(w: Words, i: int) -> bool:
    """Whether a head noun with a capital stands after its article, and nothing specifies it."""
    if (
        not i
        or not w.joined(i)
        or w.plain[i - 1] not in THE_ONE
        or w.shouted[i]
        or not w.text[i][1:].islower()
    ):
        return False
    if w.plain[i] in _GENERIC or all(len(head.words) > 1 for head in _HEADS[w.plain[i]]):
        return False
    k = i + 1
    if k >= len(w) or not w.joined(k):
        return True
    return not (w.cap[k] or w.plain[k] in OF or w.is_adjective(k) or w.text[k] in "-–(/«")


def _stands_alone(w: Words, i: int) -> bool:
    """Whether « le CHU » goes on neither with a place nor with a name: the body was told before."""
    if not w.text[i].isupper() or w.plain[i] not in _CLASSES or w.shouted[i]:
        return False
    if not w.joined(i) or w.plain[i - 1] not in THE_ONE:
        return False
    k = i + 1
    if k >= len(w) or not w.joined(k):
        return True
    if w.plain[k] in OF:
        return k + 2 < len(w) and not (w.cap[k + 1] or w.cap[k + 2])
    return not w.cap[k] and w.text[k] not in "-–(/" and not w.text[k][0].isdigit()


def _named(w: Words, kept: Sequence[Candidate]) -> dict[str, dict[str, Candidate]]:
    """The full names by the acronym that opens them, or that their first words spell."""
    out: dict[str, dict[str, Candidate]] = {}
    for c in kept:
        if c.last - c.first < 2 or c.rule in ("acronym", "short_form"):
            continue
        text = c.name or fold_name(w.span_text(c.first, c.last))
        first = w.plain[c.first]
        letters = first if first in _CLASSES and w.text[c.first].isupper() else _spelling(w, c)
        key = " ".join(core(w.plain[c.first : c.last]))  # "IUT Torvel", "IUT de Torvel"
        if first in _AUTHORITIES:
            out.setdefault(first, {}).setdefault(text, c)
        elif letters in _CLASSES:
            out.setdefault(letters, {}).setdefault(key, c)
    return out


def _spelling(w: Words, c: Candidate) -> str:
    """The initials of a name's words in lower case, its first word included: "cci" of a chamber."""
    k = c.first + 1
    while k < c.last and not w.cap[k] and not (w.plain[k] in OF and w.cap[k + 1]):
        k += 1
    return initials(w.plain[c.first : k])
