"""Parties by their letters, « le PS et le PC », and papers by a common noun, « il l'a dit au Monde »."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.words import THE, Words, wordset
from communique.extractors.people.lexicon import first_names
from communique.lexicon import singular

PARTIES = wordset("party_letters")
_ELECTED = wordset("party_people")
_POLITICS = wordset("of_politics")
_PLAIN_LETTERS = tuple(
    sorted({letters.lower() for letters in PARTIES if len(letters) > 1 and letters.isupper()})
)
_TOLD = wordset("told_to_press")
_FIRST_NAMES = first_names()
_SAYS = ("-il", "-elle", "-on")  # "expliquait-il au Temps"
_NEAR = 8
_ENOUGH = 3  # words of politics that make the article one of parties


def party(ctx: Context, i: int) -> bool:
    """Whether letters that abridge other things too name a party at token ``i``."""
    w = ctx.w
    if not i or not w.joined(i):
        return False
    before = w.plain[i - 1]
    if singular(before) in _ELECTED:
        return True  # "la députée PS Anne Petit"
    if before == "(" and i > 1 and w.text[i + 1 : i + 2] and w.text[i + 1] in "),":
        return ctx.in_person[i - 2]  # "Anne Petit (PS)"
    if before == "du" and i + 2 < len(w) and w.plain[i + 1] in _FIRST_NAMES and w.cap[i + 1] and w.cap[i + 2]:
        return True  # "le ralliement du LR Paul Morvel"
    if before in ("et", ",", "ou"):
        return _beside_party(w, i, range(i - 1, max(-1, i - _NEAR), -1))
    if before not in THE:
        return False
    sides = (range(i - 1, max(-1, i - _NEAR), -1), range(i + 1, min(len(w), i + _NEAR)))
    return any(_beside_party(w, i, side) for side in sides) or _political(w)


def _beside_party(w: Words, i: int, side: range) -> bool:
    """Whether another party or somebody elected stands in the clause."""
    for k in side:
        if w.text[k] in ".;!?" or w.line_break(max(i, k)):
            return False
        if (w.text[k] in PARTIES and w.text[k] != w.text[i]) or singular(w.plain[k]) in _ELECTED:
            return True
    return False


def _political(w: Words) -> bool:
    """Whether the article tells of votes and parties."""
    if sum(letters in w.doc.places for letters in _PLAIN_LETTERS) >= _ENOUGH:
        return True
    return sum(len(w.doc.places.get(word, ())) for word in _POLITICS) >= _ENOUGH


def told_to(w: Words, i: int) -> bool:
    """« a-t-il confié *au Monde* », « un entretien *à Libération* »: a title, not the noun."""
    if i < 2 or w.plain[i - 1] not in ("au", "a", "aux") or w.lower[i - 1] == "a":
        return False
    return w.plain[i - 2] in _TOLD or w.plain[i - 2].endswith(_SAYS)
