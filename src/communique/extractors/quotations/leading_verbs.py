"""Verbs that lead an infinitive that reports: "finit par dire que", "vient tout juste d'annoncer que"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verb_groups import OBJECTS
from communique.extractors.quotations.verbs import GERUND, conjugate
from communique.extractors.quotations.words import in_class
from communique.lexicon import lines

_GOING = in_class("going")
_AUXILIARIES = in_class("auxiliaries")
_CLITICS = OBJECTS | {"t'", "te", "m'"}
_LINKS = frozenset({"à", "de", "d'", "par", "que"})
_JUST = frozenset({"juste", "tout", "même", "là"})
_NEGATING = frozenset({"pas", "jamais", "guère", "point", "plus"})
_BETWEEN = 3  # adverbs between the verb and what links it: "vient tout juste de"
_CHAIN = 3  # "veut d'abord commencer par rappeler"


@cache
def _led_by() -> dict[str, frozenset[str]]:
    """Forms of the verbs that lead, with the words that link them to the infinitive ("-" for nothing)."""
    out: dict[str, frozenset[str]] = {}
    for line in lines("communique.extractors.quotations", "leading_verbs.txt"):
        lemma, links = line.split(" | ")
        for word, mood in conjugate(lemma):
            if mood != GERUND:
                out[word] = frozenset(links.split())
    return out


def leading_verb(row: Sequence[Chunk], begin: int, i: int) -> int | None:
    """The chunk of the verb that leads the infinitive at ``i``; of the first, where one leads another."""
    found: int | None = None
    for _ in range(_CHAIN):
        at = _leads(row, begin, i if found is None else found)
        if at is None:
            return found
        found = at
    return found


def _leads(row: Sequence[Chunk], begin: int, i: int) -> int | None:
    j = i - 1
    if j > begin and _adverb(row[j]) and row[j].low not in _NEGATING:
        j -= 1  # "tient à | officiellement | rappeler"
    while j > begin and row[j].low in _CLITICS:
        j -= 1
    link = row[j].low if row[j].low in _LINKS else "-"
    if link != "-":
        j -= 1
    if link == "à" and j > begin and row[j].low in ("jusqu'", "jusque") and row[j - 1].low in _GOING:
        return j - 1
    negated = False
    for _ in range(_BETWEEN):
        if j > begin and (_adverb(row[j]) or row[j].low in _JUST):
            negated = negated or row[j].low in _NEGATING
            j -= 1
    links = _led_by().get(row[j].low) if j >= begin and row[j].kind == "w" else None
    if links is None or ("de" if link == "d'" else link) not in links:
        return None
    return j if "ne" not in links or negated or _without(row, begin, j) else None


def _adverb(chunk: Chunk) -> bool:
    return chunk.kind == "w" and is_adverb(chunk.low) and chunk.low not in _led_by()  # "aiment"


def _without(row: Sequence[Chunk], begin: int, verb: int) -> bool:
    """ "ne cesse de répéter", "n'ont cessé de dire": negated with "ne" alone."""
    return any(c.low in ("ne", "n'") for c in row[max(begin, verb - 3) : verb])


def only_negated(row: Sequence[Chunk], verb: int) -> bool:
    """Whether a verb tells that something is said when it is negated: "n'oublie pas de rappeler"."""
    return "ne" in _led_by().get(row[verb].low, ())


def auxiliary_before(row: Sequence[Chunk], begin: int, verb: int) -> int:
    """ "s' | est | toujours contenté": the auxiliary of a verb that leads, or the verb itself."""
    for i in range(verb - 1, begin - 1, -1):
        low = row[i].low
        if low in _AUXILIARIES:
            return i
        if row[i].kind != "w" or not (low in _CLITICS or is_adverb(low)):
            break
    return verb
