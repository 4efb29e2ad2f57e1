"""What a clause tells of its subject that is told of people alone: lives, births, arrests, elections."""

from __future__ import annotations

import re

from communique.document import Document
from communique.extractors.people import lexicon
from communique.lexicon import words

_UNDERGONE = words(lexicon.ROOM, "undergone.txt")
_BECOME = words(lexicon.ROOM, "become.txt")
_LIVES = words(lexicon.ROOM, "lives.txt")
_ACTING = words(lexicon.ROOM, "acting.txt")
_OPENS = frozenset(".!?:;,»”–—•")
_JOINS = frozenset(("que", "qu'", "mais", "car", "quand", "lorsque", "ou", "si", "alors"))
_HAS = frozenset(("a", "avait", "aura", "aurait", "ont", "avaient"))
_MANY = frozenset(("ont", "avaient", "sont", "etaient"))
_ANOTHER = re.compile(r" et(?: [^\W\d_a-z][\w'’-]+){2,3}(?= (?:ont|avaient|sont|étaient)\b)")
_PLURAL = frozenset(("ont", "avaient"))
_IS = frozenset(("est", "etait", "sera"))
_BETWEEN = frozenset(("y", "ne", "n'", "s'", "se", "lui", "en", "ici", "desormais", "aussi", "pas", "jamais"))
_REACH = 3  # adverbs inside a verb
_TOLD = 2.0
_PERSONAL = 1.5


def deeds(doc: Document, end: int) -> float:
    """How much the verb right after ``end`` says that its subject is a person.

    >>> [deeds(Document(t), 10) for t in ("Nyo Hlaing vit à Mae Sot.", "Nyo Hlaing a été arrêté.")]
    [1.5, 2.0]
    >>> deeds(Document("Nyo Hlaing compte 300 salariés."), 10)
    0.0
    """
    tokens, end = doc.tokens, _past_another(doc, end)
    i = tokens.at(end)
    if doc.text.startswith(", ", end) and i + 1 < len(tokens) and tokens.plain[i + 1] in _PLURAL:
        i, end = i + 1, end + 1  # "un cadre du parti, NAME, ont été tués"
    if i >= len(tokens) or doc.text[end : tokens.start[i]] != " " or not tokens.text[i][0].islower():
        return 0.0
    i = _past(doc, i)
    if i >= len(tokens):
        return 0.0
    verb = tokens.plain[i]
    if verb in _LIVES:
        return _PERSONAL
    if verb in _IS:
        i = _past(doc, i + 1)
        return _TOLD if i < len(tokens) and said(tokens.plain[i], _BECOME) else 0.0
    if verb not in _HAS:
        return 0.0
    i = _past(doc, i + 1)
    if i < len(tokens) and tokens.plain[i] == "ete":
        i = _past(doc, i + 1)
        if i < len(tokens) and said(tokens.plain[i], _UNDERGONE):
            return _TOLD
    return _PERSONAL if i < len(tokens) and said(tokens.plain[i], _LIVES) else 0.0


def acts(doc: Document, start: int, end: int) -> bool:
    """Is what stands from ``start`` to ``end`` alone before a verb, where a clause begins?

    >>> acts(Document("Hier, Nyo Hlaing a parlé."), 6, 16), acts(Document("Chez Nyo Hlaing a lieu"), 5, 15)
    (True, False)
    """
    tokens, end = doc.tokens, _past_another(doc, end)
    i, j = tokens.before(start), tokens.at(end)
    if j >= len(tokens) or doc.text[end : tokens.start[j]] != " " or tokens.plain[j] not in _ACTING:
        return False
    if i < 0 or "\n" in doc.text[tokens.end[i] : start]:
        return True
    if tokens.plain[i] == "et" and tokens.plain[j] in _MANY:
        return True
    return tokens.text[i] in _OPENS or tokens.plain[i] in _JOINS


def _past_another(doc: Document, end: int) -> int:
    """Where the subject ends: "Nyo Hlaing *et Ko Ni* ont parlé"."""
    if not doc.text.startswith(" et ", end):
        return end
    other = _ANOTHER.match(doc.text, end)
    return other.end() if other is not None else end


def _past(doc: Document, i: int) -> int:
    """The first token from ``i`` on that is neither an adverb nor a pronoun of the verb."""
    tokens, last = doc.tokens, i + _REACH
    while i < min(last, len(tokens)) and (tokens.plain[i] in _BETWEEN or tokens.plain[i].endswith("ment")):
        i += 1
    return i


def said(participle: str, among: frozenset[str]) -> bool:
    """Is the participle, in any gender and number, one of a list: "tuées" of "tue"?"""
    bare = participle.removesuffix("s")
    return participle in among or bare in among or bare.removesuffix("e") in among
