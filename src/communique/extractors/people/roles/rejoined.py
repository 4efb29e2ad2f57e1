"""Tokens as functions are read: words that a line end breaks, compounds without hyphen, dotted initials."""

from __future__ import annotations

from communique.document import HYPHENATION, Document, Tokens, split_tokens, without_accents
from communique.extractors.people.heads import is_head
from communique.lexicon import lines, words

_ENGLISH = words("communique.extractors.people.roles", "english_heads.txt")
_PHRASES = tuple(
    tuple(split_tokens(line)) for line in lines("communique.extractors.people.roles", "phrases.txt")
)
_INITIALS = words("communique.extractors.people", "initials_of_functions.txt")
# What opens a compound that is also written as two words: "porte parole", "vice président", "co directrice".
_OPENING = ("porte", "vice", "co", "sous", "sage")
_OF_FIRMS = ("de", "du", "d'", "en", "et")  # "cabinet de conseil en stratégie"
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

    So are compounds of a function without their hyphen, which they get in the columns in lower case,
    initials of a function with dots, which they lose there, and elided words set apart by a space.

    >>> rejoined(Document("la prési-\\ndente de l'UEB")).lower
    ['la', 'présidente', 'de', "l'", 'ueb']
    >>> rejoined(Document("sa porte parole, D.G. de X")).lower
    ['sa', 'porte-parole', ',', 'dg', 'de', 'x']
    """
    tokens = doc.tokens
    breaks = {found.start(): found.end() for found in HYPHENATION.finditer(doc.text)}
    forms = _compounds(doc)
    forms.update(_phrases(doc))
    forms.update(_dotted(doc))
    forms.update(_elided_apart(doc))
    if not breaks and not forms:
        return tokens
    starts: list[int] = []
    ends: list[int] = []
    texts: list[str] = []
    lowers: list[str] = []
    plains: list[str] = []
    k = 0
    while k < len(tokens):
        if k not in forms and tokens.end[k] not in breaks:  # most
            starts.append(tokens.start[k])
            ends.append(tokens.end[k])
            texts.append(tokens.text[k])
            lowers.append(tokens.lower[k])
            plains.append(tokens.plain[k])
            k += 1
            continue
        last = k
        joint = ""
        while tokens.end[last] in breaks and last + 2 < len(tokens) and _one_word(tokens, last, breaks):
            joint = _joint(tokens.lower[last], tokens.lower[last + 2])
            last += 2
        form = None
        if last == k and k in forms:
            last, form = forms[k]
        starts.append(tokens.start[k])
        ends.append(tokens.end[last])
        if form is not None:
            texts.append(doc.text[tokens.start[k] : tokens.end[last]])
            lowers.append(form)
            plains.append(without_accents(form))
        else:
            texts.append(joint.join(tokens.text[k : last + 1 : 2]))
            lowers.append(joint.join(tokens.lower[k : last + 1 : 2]))
            plains.append(joint.join(tokens.plain[k : last + 1 : 2]))
        k = last + 1
    return Tokens(starts, ends, texts, lowers, plains)


def _one_word(tokens: Tokens, k: int, breaks: dict[int, int]) -> bool:
    """Whether the hyphen after token ``k`` only breaks a word: not that of "vice-\\nprésident"."""
    left, right = tokens.lower[k], tokens.lower[k + 2]
    if tokens.start[k + 2] != breaks[tokens.end[k]] or not left.isalpha():
        return False
    return is_head(left + right) or not (is_head(left) or is_head(right)) or _joint(left, right) != ""


def _joint(left: str, right: str) -> str:
    """ "enseignant-" over "chercheur": a hyphen that stays, as the two make one function."""
    return "-" if is_head(right) and not is_head(left + right) and is_head(f"{left}-{right}") else ""


def _compounds(doc: Document) -> dict[int, tuple[int, str]]:
    """The first tokens of compounds written as two words ("porte parole"): the last one, the whole."""
    found: dict[int, tuple[int, str]] = {}
    places, tokens = doc.places, doc.tokens
    for opening in _OPENING:
        for k in places.get(opening, ()):
            if k + 1 < len(tokens) and tokens.start[k + 1] == tokens.end[k] + 1:
                closing, wanted = tokens.lower[k + 1], _CLOSING.get(opening)
                if closing in wanted if wanted is not None else _closes(closing):
                    found[k] = k + 1, f"{tokens.lower[k]}-{closing}"
    return found


def _phrases(doc: Document) -> dict[int, tuple[int, str]]:
    """The first tokens of functions of several words ("aide à domicile"): the last one, the whole."""
    found: dict[int, tuple[int, str]] = {}
    places, lower = doc.places, doc.tokens.lower
    for phrase in _PHRASES:
        for k in places.get(without_accents(phrase[0]), ()):
            if phrase[0] == "conseil" and k and lower[k - 1] in _OF_FIRMS:
                continue
            if tuple(lower[k : k + len(phrase)]) == phrase:
                found[k] = k + len(phrase) - 1, "-".join(phrase)
    return found


def _elided_apart(doc: Document) -> dict[int, tuple[int, str]]:
    """ "de l' Institut", "d' Anne": an elided word set apart from what it stands before."""
    found: dict[int, tuple[int, str]] = {}
    places, tokens = doc.places, doc.tokens
    for k in (*places.get("l", ()), *places.get("d", ())):
        if k + 1 < len(tokens) and tokens.lower[k + 1] in "'’" and tokens.start[k + 1] == tokens.end[k]:
            found[k] = k + 1, f"{tokens.lower[k]}'"
    return found


def _closes(word: str) -> bool:
    """Whether "vice" and "co" before the noun make one with it: not in "Vice President"."""
    return is_head(word) and word not in _ENGLISH


def _dotted(doc: Document) -> dict[int, tuple[int, str]]:
    """The first tokens of dotted initials of a function ("P.-D.G."): the last one, the letters."""
    found: dict[int, tuple[int, str]] = {}
    places, tokens = doc.places, doc.tokens
    for k in (*places.get("p", ()), *places.get("d", ())):
        if k and tokens.end[k - 1] == tokens.start[k]:
            continue
        letters, last = "", k
        for i in range(k, min(k + 9, len(tokens) - 1)):
            if i > k and tokens.start[i] != tokens.end[i - 1]:
                break
            if len(tokens.lower[i]) == 1 and tokens.lower[i].isalpha() and tokens.lower[i + 1] == ".":
                letters, last = letters + tokens.lower[i], i + 1
            elif tokens.lower[i] not in ".-":
                break
        if letters in _INITIALS and (len(letters) > 2 or tokens.text[k].isupper()):
            found[k] = last, letters
    return found
