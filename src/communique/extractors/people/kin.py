"""Names alone beside what only people are: "son père Dave", "la mère de Théo", "le rappeur Zolkan"."""

from __future__ import annotations

import re

from communique.document import Document
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_known_head
from communique.extractors.people.runs import Word
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import words

_KIN = words(lexicon.ROOM, "kin.txt")
_PLACES = places()
_NOT_SURNAMES = lexicon.not_surnames()
_POSSESSIVES = frozenset(
    (
        "son",
        "sa",
        "ses",
        "mon",
        "ma",
        "mes",
        "ton",
        "ta",
        "tes",
        "leur",
        "leurs",
        "notre",
        "nos",
        "votre",
        "vos",
    )
)
_PERFORMERS = words(lexicon.ROOM, "performers.txt")
_THE = frozenset(("le", "la", "l'", "du", "au"))
_SHORTEST = 3
_ARTICLES = frozenset(("le", "la", "les", "du", "aux", "au", "des", "l'", "une", "un"))
_DETERMINERS = _ARTICLES | _POSSESSIVES | {"cette", "ce", "cet"}
_SORTS = frozenset(
    (
        "aine",
        "ainee",
        "aines",
        "ainees",
        "cadet",
        "cadette",
        "jumeau",
        "jumelle",
        "benjamin",
        "benjamine",
        "unique",
    )
)
_ALL_KIN = _KIN - {"ami", "amis", "amies", "amie", "eleve", "eleves", "etudiants", "etudiantes"}
_YOUNG = frozenset(("petit", "petite", "jeune"))
_MARRIED = frozenset(("marie", "mariee", "maries", "mariees", "fiance", "fiancee", "fiances"))
_GREETED = frozenset(("bonjour", "bonsoir", "salut", "merci", "bravo", "cher", "chere", "adieu"))
_THANKED = frozenset(("merci", "grace", "hommage", "bienvenue", "felicitations", "bravo", "remerciements"))
_AGE = re.compile(r" \(\d{1,2} (?:ans|mois)(?: et demi)?\)")
_RELATIVE = re.compile(r"\s?, (?:son|sa|leur|mon|ma|notre) (?P<kin>[a-z-]{3,})\b")
_HAPPENED = re.compile(
    r" ?, (?:mort|decede|disparu|tue|age|ne|blesse|originaire|bapti[sz]e|hospitalise|orphelin)(?:e|s|es)? "
)
_COUNTED = frozenset(("deux", "trois", "quatre", "cinq", "six", "sept"))
_DE_OF_PEOPLE = words(lexicon.ROOM, "nouns_of_people.txt")
_CALLED = frozenset(("prenomme", "prenommee"))
_SOME = frozenset(("certain", "certaine", "denomme", "denommee", "nomme", "nommee"))
_WIDOWED = frozenset(
    ("veuf", "veuve", "epoux", "epouse", "mere", "pere", "fils", "fille", "soeur", "sœur", "frere")
)
_REACHED = re.compile(r"(?:,| (?:au|:|–|-|\()) ?(?:\+\d\d|0\d)[ .\d]{7}")  # "Infos : Clémence au 06 …"
_CALLING = _KIN | _SORTS | _SOME | _PERFORMERS | {","} | {f"ex-{noun}" for noun in _KIN}
_LABELS = words(lexicon.ROOM, "labels_of_people.txt")
_ASTERISK = re.compile(r" ?\*(?!\*)")


def related(doc: Document, start: int, end: int = -1) -> bool:
    """Is what begins at ``start`` named right after a relative: "sa sœur Inès", "leur fille aînée, Clara"?

    >>> related(Document("avec son frère Luc"), 15), related(Document("la maison mère Renault"), 15)
    (True, False)
    """
    tokens = doc.tokens
    i = tokens.before(start)
    comma = i > 1 and tokens.plain[i] == ","
    i -= comma
    if i > 1 and tokens.plain[i] in _SORTS and tokens.plain[i - 1] in _KIN:
        i -= 1
    if i < 1 or tokens.plain[i].removeprefix("ex-") not in _KIN:
        return False
    if "\n\n" in doc.text[tokens.end[i] : start]:
        return False  # "retrouver ses parents", the end of a title
    if tokens.plain[i - 1] in _COUNTED:
        return tokens.plain[i][-1] == "s" and tokens.text[i + 1] in ",:"  # "trois enfants, Luc, Anne et Paul"
    if comma and tokens.plain[i - 1] in ("le", "la") and doc.text[end : end + 1] == ",":
        return tokens.plain[i] in _ALL_KIN  # "le voisin, Staf, passe"
    return tokens.plain[i - 1] in _POSSESSIVES or (i > 1 and tokens.plain[i - 2] in _POSSESSIVES)


def belongs(doc: Document, word: Word) -> bool:
    """Does what stands beside a first name say that it is that of somebody's relative, friend, guest?

    >>> from communique.extractors.people.runs import runs
    >>> doc = Document("La mère de Théo et la petite Maëlys saluent Venise.")
    >>> [belongs(doc, run[-1]) for run in runs(doc)]
    [False, True, True, False]
    """
    tokens = doc.tokens
    if related(doc, word.start, word.end) or _REACHED.match(doc.text, word.end):
        return True
    relative = _RELATIVE.match(doc.plain, word.end)
    if relative is not None and relative["kin"] in _KIN:
        return True
    if _HAPPENED.match(doc.plain, word.end) and not is_place(word):
        return True
    i = tokens.before(word.start)
    if i < 0:
        return False
    before, further = tokens.plain[i], tokens.plain[i - 1] if i else ""
    if before in _GREETED:
        return doc.text[word.end : word.end + 1] in (",", "!", ".", " ") and tokens.text[i][0].isupper()
    if before == ":":
        return _labelled(doc, word, i)
    if before in _YOUNG and not doc.text[word.end : word.end + 2].strip().isdigit():
        return further in _ARTICLES and not is_place(word)
    if before in ("a", "avec"):
        return (further in _MARRIED and not is_place(word)) or (
            further in _THANKED and doc.text[word.end : word.end + 1] in (",", ".", "!")
        )
    if before in _CALLED or some(doc, word.start):
        return True
    if before == "," and further == "ans":
        return tokens.plain[i - 2].isdigit() and i > 2  # "À 34 ans, Yasmine, coiffeuse, …"
    if before == "par":  # "guidée par Mireille"
        return (
            further.endswith(("e", "es", "ee", "ees"))
            and further not in ("parle", "passe")
            and not is_place(word)
            and not _is_medium(word)
        )
    if before in ("de", "d'"):
        return i > 0 and _of_somebody(doc, i - 1) and not is_place(word)
    return False


def _is_medium(word: Word) -> bool:
    """ "relayé par *Marianne*": a medium of the lists."""
    return any(b.words == (word.plain,) and b.kind == "media" for b in bodies().likely(word.plain, None))


def some(doc: Document, start: int) -> bool:
    """ "un certain Kevin", "une dénommée Rita"."""
    i = doc.tokens.before(start)
    return i > 0 and doc.tokens.plain[i] in _SOME and doc.tokens.plain[i - 1] in ("un", "une")


def _of_somebody(doc: Document, i: int) -> bool:
    """ "la *mère* de Théo", "*Veuve* de Marcel, elle …", "le *meurtre* de Lola"."""
    tokens = doc.tokens
    noun, before = tokens.plain[i], tokens.plain[i - 1] if i else ""
    if noun in _ALL_KIN and before in _ARTICLES:
        return True
    if noun in _WIDOWED and (tokens.text[i][0].isupper() or before == ","):
        return True
    return noun in _DE_OF_PEOPLE and before in _DETERMINERS


def calls(doc: Document, word: Word) -> bool:
    """Can :func:`told_of_child` or :func:`stage_name` say anything of what stands here?"""
    i = doc.tokens.before(word.start)
    return (i >= 0 and doc.tokens.plain[i] in _CALLING) or doc.text.startswith(" (", word.end)


def told_of_child(doc: Document, word: Word) -> bool:
    """ "Aseel (11 ans)", "Ro'a (10 mois)", "son fils Kenzoh": a name that no list need know."""
    aged = doc.text.startswith(" (", word.end) and _AGE.match(doc.plain, word.end) is not None
    if not aged and not _by_that_name(doc, word.start) and not related(doc, word.start, word.end):
        return False
    surface = doc.text[word.start : word.end]
    if not surface[1:].replace("’", "").replace("'", "").islower() or len(surface) < _SHORTEST:
        return False
    if word.plain in _NOT_SURNAMES or word.plain in lexicon.opening_words() or is_place(word):
        return False
    if any(b.words == (word.plain,) for b in bodies().likely(word.plain, None)):
        return False
    apart = doc.text[word.start - 2 : word.start] == ", "
    return aged or not (apart or lexicon.is_inhabitant(doc.lower[word.start : word.end].removesuffix("s")))


def _by_that_name(doc: Document, start: int) -> bool:
    """ "un dénommé Zblu", "une nommée Rita", not "un certain Printemps"."""
    i = doc.tokens.before(start)
    return some(doc, start) and not doc.tokens.plain[i].startswith("certain")


def on_stage(doc: Document, start: int) -> bool:
    """Does "le rappeur", "la chanteuse", "l'artiste" stand before what begins at ``start``?

    >>> on_stage(Document("le rappeur Zolkan"), 11), on_stage(Document("le pilote Ferrari"), 10)
    (True, False)
    """
    i = doc.tokens.before(start)
    if i < 1 or doc.tokens.plain[i] not in _PERFORMERS or doc.tokens.text[i][0].isupper():
        return False
    return doc.tokens.plain[i - 1] in _THE and "\n" not in doc.text[doc.tokens.end[i] : start]


def stage_name(doc: Document, word: Word) -> bool:
    """Is a lone word, in no list, the name of the artist that the noun before it tells of?"""
    if not on_stage(doc, word.start) or word.end - word.start < _SHORTEST or is_place(word):
        return False
    if word.plain in _NOT_SURNAMES or lexicon.is_inhabitant(doc.lower[word.start : word.end]):
        return False
    return not any(b.words == (word.plain,) for b in bodies().likely(word.plain, None))


def starred(doc: Document, word: Word) -> bool:
    """ "Ruby* raconte": a name that is not the true one."""
    return _ASTERISK.match(doc.text, word.end) is not None


def _labelled(doc: Document, word: Word, i: int) -> bool:
    """ "Mandatée : Léa", "Animateurs : Paul et Kévin": what somebody is, a colon, a first name alone."""
    if i < 1 or not (is_known_head(doc.tokens.lower[i - 1]) or doc.tokens.plain[i - 1] in _LABELS):
        return False
    return doc.text[word.end : word.end + 1] in ("", "\n", ",", ")", " ", ".")


def is_place(word: Word) -> bool:
    return registry_key(word.plain) in _PLACES or word.plain in lexicon.places()
