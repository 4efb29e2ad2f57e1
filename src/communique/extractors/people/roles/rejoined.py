"""Tokens as functions are read: words that a line end breaks, compounds written without their hyphen."""

from __future__ import annotations

from communique.document import HYPHENATION, Document, Tokens
from communique.extractors.people.heads import is_head
from communique.lexicon import words

_ENGLISH = words("communique.extractors.people.roles", "english_heads.txt")
# What opens a compound that is also written as two words: "porte parole", "vice président", "co directrice".
_OPENING = ("porte", "vice", "co", "sous", "sage")
_CLOSING = {
    "porte": frozenset(("parole", "paroles", "drapeau")),
    "sage": frozenset(("femme", "femmes")),
    "sous": frozenset(
        (
            "préfet",
            "préfète",
            "préfets",
            "directeur",
            "directrice",
            "ministre",
            "secrétaire",
            "chef",
            "cheffe",
        )
    ),
}


def rejoined(doc: Document) -> Tokens:
    """The tokens of a document, a word that a hyphen breaks at the line end made one of its halves.

    So are compounds of a function without their hyphen, which they get in the columns in lower case.

    >>> rejoined(Document("la prési-\\ndente de l'UEB")).lower
    ['la', 'présidente', 'de', "l'", 'ueb']
    >>> rejoined(Document("sa porte parole")).lower
    ['sa', 'porte-parole']
    """
    tokens = doc.tokens
    breaks = {found.start(): found.end() for found in HYPHENATION.finditer(doc.text)}
    pairs = _compounds(doc)
    if not breaks and not pairs:
        return tokens
    joined = Tokens([], [], [], [], [])
    k = 0
    while k < len(tokens):
        last = k
        while tokens.end[last] in breaks and last + 2 < len(tokens) and _one_word(tokens, last, breaks):
            last += 2
        compound = last == k and k in pairs
        last += compound
        joined.start.append(tokens.start[k])
        joined.end.append(tokens.end[last])
        for column, whole, sign in (
            (joined.text, tokens.text, " "),
            (joined.lower, tokens.lower, "-"),
            (joined.plain, tokens.plain, "-"),
        ):
            column.append(whole[k] + sign + whole[last] if compound else "".join(whole[k : last + 1 : 2]))
        k = last + 1
    return joined


def _one_word(tokens: Tokens, k: int, breaks: dict[int, int]) -> bool:
    """Whether the hyphen after token ``k`` only breaks a word: not that of "vice-\\nprésident"."""
    left, right = tokens.lower[k], tokens.lower[k + 2]
    if tokens.start[k + 2] != breaks[tokens.end[k]] or not left.isalpha():
        return False
    return is_head(left + right) or not (is_head(left) or is_head(right))


def _compounds(doc: Document) -> set[int]:
    """The first tokens of compounds written as two words: "porte parole", "vice président"."""
    found = set()
    places, tokens = doc.places, doc.tokens
    for opening in _OPENING:
        for k in places.get(opening, ()):
            if k + 1 < len(tokens) and tokens.start[k + 1] == tokens.end[k] + 1:
                closing, wanted = tokens.lower[k + 1], _CLOSING.get(opening)
                if closing in wanted if wanted is not None else _closes(closing):
                    found.add(k)
    return found


def _closes(word: str) -> bool:
    """Whether "vice" and "co" before the noun make one with it: not in "Vice President"."""
    return is_head(word) and word not in _ENGLISH
