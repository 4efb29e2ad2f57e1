"""People whom running text calls by a first name alone, as colleagues do: "Julie nous rejoint"."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.document import Document, plain_shadow
from communique.extractors.people import context, lexicon
from communique.extractors.people.kin import is_place
from communique.extractors.people.runs import Word
from communique.lexicon import words

_USUAL = lexicon.usual_first_names()
_VERBS = (
    words(lexicon.ROOM, "acting.txt")
    | words(lexicon.ROOM, "lives.txt")
    | words(lexicon.ROOM, "sport_acts.txt")
    | lexicon.speech_verbs()
)
# What stands between a subject and its verb, or begins what is told of somebody.
_CLITICS = frozenset(
    ("nous", "vous", "lui", "leur", "me", "m'", "te", "t'", "se", "s'", "y", "ne", "n'", "qui")
)
_IS = frozenset(("est", "etait", "sera"))
_DETERMINERS = frozenset(("un", "une", "le", "la", "l'", "les", "des"))
_OPENS = frozenset(".!?:;,»”—–•…")
_JOINS = frozenset(
    (
        "que",
        "qu'",
        "mais",
        "car",
        "quand",
        "lorsque",
        "ou",
        "si",
        "alors",
        "puis",
        "et",
        "comme",
        "donc",
        "dont",
    )
)
_BESIDE_OF = frozenset(("cotes", "compagnie", "presence", "aide")).union(
    participle + ending
    for participle in ("accompagne", "entoure", "seconde", "epaule", "assiste", "rejoint", "suivi")
    for ending in ("", "e", "s", "es")
)
_PLACED = frozenset(("a", "en", "chez", "dans", "sur", "sous", "vers", "depuis"))
_CAP = r"[A-ZÀ-ÖØ-Ý][\w’'-]{1,20}"
_THANKED = frozenset(
    ("merci", "grace", "hommage", "bienvenue", "bravo", "felicitations", "remerciements", "confie")
)
_TURN = re.compile(r" ?: ?[^\s\d]")
_WITH_OTHERS = re.compile(r" et (?:son|sa|ses|leurs?|moi|nous|lui|elle|vous|toi) ")
# "Arthur *et Blandine*", "Paul*, Clément et Marine*": the last of the row is no first name of a full name.
_ROW = re.compile(rf"(?P<row>(?: ?, {_CAP}){{0,12}})(?P<last> (?:et|&|ou) {_CAP})(?! [A-ZÀ-ÖØ-Ý]|[\w’'-])")
_NAME = re.compile(_CAP)
_SIGNED = re.compile(r"[»”\"] ?[–—-]? ?\(?$")
_CLOSED = frozenset(("", "\n", ".", ")", ","))
_MENTIONED = 2  # times that an article speaks of "prénoms" without being about them
_TITLE = re.compile(r"[^«»“”\"\n.!?]{0,40}[»”\"]")


def usual(doc: Document, word: Word) -> bool:
    """Is the word a first name that is hardly anything else?"""
    if word.plain in _USUAL:
        return doc.lower[word.start : word.end] != "marié"
    first, hyphen, second = word.plain.partition("-")
    return bool(hyphen) and first in _USUAL and second in _USUAL  # "Anne-Charlotte"


def everyday(doc: Document, word: Word) -> bool:
    """Do the words around a usual first name, alone, say that it is somebody's?

    >>> from communique.extractors.people.runs import runs
    >>> doc = Document("Julie nous a quittés. La tempête Julie aussi. Luc et Anne partent.")
    >>> [everyday(doc, run[0]) for run in runs(doc)]
    [True, False, False, True, False]
    """
    if not usual(doc, word) or _in_title(doc, word) or _about_first_names(doc):
        return False
    return any(sign(doc, word) for sign in _SIGNS)


def also_called(doc: Document, word: Word) -> bool:
    """May it be one more of those whom a text calls by their first names: no place, no title of a work?"""
    if not usual(doc, word) or _in_title(doc, word) or _about_first_names(doc):
        return False
    i = doc.tokens.before(word.start)
    return i < 0 or (doc.tokens.plain[i] not in _PLACED and doc.tokens.plain[i] not in ("m.", "st", "ste"))


def _about_first_names(doc: Document) -> bool:
    """Does the article tell of first names themselves: which parents choose, which come again?"""
    return len(doc.places.get("prenom", ())) + len(doc.places.get("prenoms", ())) > _MENTIONED


def _in_title(doc: Document, word: Word) -> bool:
    """ "« Paul et Virginie »": do marks hold the name and a few words more?"""
    if doc.text[max(0, word.start - 2) : word.start].strip()[-1:] not in ("«", "“", '"', "‹"):
        return False
    return _TITLE.match(doc.text, word.start) is not None


def _opens(doc: Document, word: Word) -> bool:
    """Does a clause begin with the word?"""
    tokens = doc.tokens
    i = tokens.before(word.start)
    if i < 0 or "\n" in doc.text[tokens.end[i] : word.start]:
        return True
    return tokens.text[i] in _OPENS or tokens.plain[i] in _JOINS


def _is_subject(doc: Document, word: Word) -> bool:
    """ "*Thomas* nous a rejoints", "Puis *Romane* entre en scène": the subject of a clause."""
    tokens = doc.tokens
    j = tokens.at(word.end)
    if j >= len(tokens) or doc.text[word.end : tokens.start[j]] != " " or not _opens(doc, word):
        return False
    if _WITH_OTHERS.match(doc.lower, word.end) is not None:
        return True
    verb = tokens.plain[j]
    if verb in _CLITICS:
        return j + 1 < len(tokens) and tokens.text[j + 1][:1].isalpha()
    if verb in _IS and j + 1 < len(tokens) and tokens.plain[j + 1] in _DETERMINERS:
        return False  # "Chloé est une marque"
    return verb in _VERBS and not is_place(word)


def _is_beside(doc: Document, word: Word) -> bool:
    """ "en lien avec *Clémence*, …", "accompagnés de *Julien*": with whom, by whom."""
    tokens = doc.tokens
    i = tokens.before(word.start)
    if i < 1 or is_place(word) or doc.text[tokens.end[i] : word.start].count("\n"):
        return False
    before = tokens.plain[i]
    if before in ("de", "d'"):
        return tokens.plain[i - 1] in _BESIDE_OF
    if before == "a":
        return tokens.plain[i - 1] in _THANKED
    return before == "avec"


def _in_row(doc: Document, word: Word) -> bool:
    """ "*Arthur* et Blandine", "*Paul*, Clément et Marine": a row of first names without surnames."""
    if not doc.text.startswith((",", " ,", " et ", " & ", " ou "), word.end):
        return False
    row = _ROW.match(doc.text, word.end)
    if row is None:
        return False
    others = [plain_shadow(name.lower()) for name in _NAME.findall(row["row"] + row["last"])]
    if not all(part in _USUAL for name in others for part in name.split("-")):
        return False
    i = doc.tokens.before(word.start)
    return not is_place(word) or i < 0 or doc.tokens.plain[i] not in _PLACED


def _has_signed(doc: Document, word: Word) -> bool:
    """ "« On voit des choses nouvelles » *Carole*": right after words in marks, at their end."""
    if doc.text[word.end : word.end + 1] not in _CLOSED:
        return False
    before = doc.text[max(0, word.start - 5) : word.start]
    return "\n" not in before.rstrip("\n") and _SIGNED.search(before) is not None


def _is_titled(doc: Document, word: Word) -> bool:
    """ "notre chargée de projet *Élodie*", "la directrice, *Anne*, …": right after a function."""
    i = doc.tokens.before(word.start)
    return i > 0 and doc.tokens.text[i].islower() and context.beside_title(doc, word.start)


def _takes_turn(doc: Document, word: Word) -> bool:
    """ "*Élodie* : Bonjour à toutes": a line that gives the words of somebody in a talk."""
    i = doc.tokens.before(word.start)
    if i >= 0 and "\n" not in doc.text[doc.tokens.end[i] : word.start]:
        return False
    return _TURN.match(doc.text, word.end) is not None


_SIGNS: tuple[Callable[[Document, Word], bool], ...] = (
    _in_row,
    _is_subject,
    _is_beside,
    _has_signed,
    _is_titled,
    _takes_turn,
)
