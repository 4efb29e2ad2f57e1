"""Names that are one but for their spelling: hyphens, apostrophes, a plural, an article, two words in turn.

"Torv'Actu" and "Torvactu", "Aero Partenaire" and "Aero Partenaires", "CGT Info'Torv" and "Info'Torv-CGT".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from communique.extractors.institutions.namings import MANY, Name, Names, core
from communique.extractors.institutions.words import ARTICLES
from communique.gazetteer import places, registry_key
from communique.lexicon import singular

_PLACES = places()
_LEAST = 5  # letters of a name that is told by its spelling alone
_LED_KINDS = ("public_body", "local_authority", "health", "research", "association")


def squeezed(words: Sequence[str]) -> str:
    """The letters of a name, its words in the singular.

    >>> squeezed(("le", "torv", "'", "actu")) == squeezed(("torvactu",))
    True
    """
    own = words[1:] if len(words) > 1 and words[0] in ARTICLES else words
    letters = ("".join(filter(str.isalnum, singular(word))) for word in core(own))
    return "".join(letters)


def reordered(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name in the order of the alphabet, hyphens apart."""
    return tuple(sorted(part for word in words for part in word.split("-") if part.isalnum()))


def _spelt_alike(names: Names, name: Name) -> Name | None:
    key = squeezed(name.words)
    if len(key) < _LEAST:
        return None
    return _fullest(names.squeezed.get(key, ()), name)


def _turned(names: Names, name: Name) -> Name | None:
    """« la CGT Info'Torv », « Info'Torv-CGT »: the same words, all with their capitals."""
    words = reordered(name.words)
    if len(words) < 2 or len("".join(words)) < _LEAST:
        return None
    w = names.ctx.w
    alike = [n for n in names.reordered.get(words, ()) if _all_capitals(w.text[n.found.first : n.found.last])]
    return _fullest(alike, name) if name in alike else None


def _all_capitals(tokens: Sequence[str]) -> bool:
    return all(token[0].isupper() or not token[0].isalnum() for token in tokens)


def _fullest(alike: Sequence[Name], name: Name) -> Name | None:
    """The longest of some names of one body, the first of equals; None where a list knows them for two."""
    if len(alike) < 2 or len({n.found.body for n in alike if n.found.body is not None}) > 1:
        return None
    if len({n.found.kind for n in alike if n.found.rule == "known_body"}) > 1:
        return None
    fullest = max(alike, key=lambda n: (len(n.text), -n.found.first))
    return fullest if fullest is not name else None


def _plainer(names: Names, name: Name) -> Name | None:
    """« syndicat des éleveurs professionnels du Torval », « syndicat des éleveurs du Torval »."""
    w, alike, found = names.ctx.w, names.by_first[name.words[0]], []
    if len(name.words) < 4 or len(alike) > MANY or not w.cap[name.found.last - 1]:
        return None
    for n in alike:
        if len(n.words) > len(name.words) and _qualifies(names, name, n):
            found.append(n)
    return found[0] if len(found) == 1 else None


def _qualifies(names: Names, name: Name, fuller: Name) -> bool:
    """Whether a fuller name only adds adjectives in lower case."""
    w, n, first = names.ctx.w, 0, fuller.found.first
    for k, word in enumerate(fuller.words):
        if n < len(name.words) and word == name.words[n]:
            n += 1
        elif not w.is_adjective(first + k):
            return False
    return n == len(name.words)


def _of_its_land(names: Names, name: Name) -> Name | None:
    """« la CRESS Torvaine », then « la CRESS »: the one that was named with its land before."""
    w, c = names.ctx.w, name.found
    if len(name.words) > 1 or not w.is_acronym(c.first) or c.kind not in _LED_KINDS:
        return None
    longer = names.longer(name)
    if len(longer) != 1 or longer[0].found.first > c.first:
        return None
    rest = longer[0].found.first + 1
    placed = registry_key(w.span_text(rest, longer[0].found.last)) in _PLACES and w.cap[rest]
    return longer[0] if placed and c.body is None else None


RESPELT: tuple[Callable[[Names, Name], Name | None], ...] = (_spelt_alike, _turned, _plainer, _of_its_land)
