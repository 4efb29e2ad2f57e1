"""What a clause tells of its subject that is told of people alone: lives, births, arrests, elections."""

from __future__ import annotations

from communique.document import Document
from communique.extractors.people import lexicon
from communique.lexicon import words

_UNDERGONE = words(lexicon.ROOM, "undergone.txt")
_BECOME = words(lexicon.ROOM, "become.txt")
_LIVES = words(lexicon.ROOM, "lives.txt")
_HAS = frozenset(("a", "avait", "aura", "aurait", "ont", "avaient"))
_IS = frozenset(("est", "etait", "sera"))
_BETWEEN = frozenset(("y", "ne", "n'", "s'", "se", "lui", "en", "ici", "desormais", "aussi", "pas", "jamais"))
_REACH = 3  # adverbs inside a verb
_PERSONAL = 1.5
_ACTING = 0.5


def deeds(doc: Document, end: int) -> float:
    """How much the verb right after ``end`` says that its subject is a person.

    >>> [deeds(Document(t), 10) for t in ("Nyo Hlaing vit à Mae Sot.", "Nyo Hlaing a été arrêté.")]
    [1.5, 1.5]
    >>> deeds(Document("Nyo Hlaing compte 300 salariés."), 10)
    0.0
    """
    tokens = doc.tokens
    i = tokens.at(end)
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
        return _PERSONAL if i < len(tokens) and _masculine(tokens.plain[i]) in _BECOME else 0.0
    if verb not in _HAS:
        return 0.0
    i = _past(doc, i + 1)
    if i < len(tokens) and tokens.plain[i] == "ete":
        i = _past(doc, i + 1)
        return _PERSONAL if i < len(tokens) and _masculine(tokens.plain[i]) in _UNDERGONE else 0.0
    return _PERSONAL if i < len(tokens) and _masculine(tokens.plain[i]) in _LIVES else 0.0


def _past(doc: Document, i: int) -> int:
    """The first token from ``i`` on that is neither an adverb nor a pronoun of the verb."""
    tokens, last = doc.tokens, i + _REACH
    while i < min(last, len(tokens)) and (tokens.plain[i] in _BETWEEN or tokens.plain[i].endswith("ment")):
        i += 1
    return i


def _masculine(participle: str) -> str:
    """The masculine singular of a participle: ``_masculine("tuées")`` is ``"tue"``."""
    bare = participle[:-1] if participle.endswith("s") else participle
    return bare[:-1] if bare.endswith(("ee", "ue", "ie", "te")) else bare
