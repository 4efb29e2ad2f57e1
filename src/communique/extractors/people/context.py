"""What stands around a run of capitalised words: evidence for, or against, its being a person's name."""

from __future__ import annotations

import re
from functools import cache

from communique.document import Document
from communique.extractors.people import lexicon
from communique.extractors.people.deeds import said
from communique.extractors.people.heads import is_head, is_known_head
from communique.lexicon import words

_CIVILITIES = lexicon.civilities()
_SPEECH_VERBS = lexicon.speech_verbs()

_VERBS_OF_MEDIA = words(lexicon.ROOM, "verbs_of_media.txt")
_CLOSERS = frozenset('»”",’')
_NOUNS_OF_PEOPLE = words(lexicon.ROOM, "nouns_of_people.txt")
_DONE_BY_PEOPLE = words(lexicon.ROOM, "done_by_people.txt")
# "en présence de", "aux côtés de", "sous la direction de"
_IN_COMPANY = frozenset(
    (
        ("en", "presence"),
        ("la", "participation"),
        ("la", "complicite"),
        ("aux", "cotes"),
        ("la", "direction"),
        ("la", "houlette"),
        ("la", "baguette"),
    )
)
_MEANT = 1.0
_LIKELY = 1.0

TAGGED = 0.5  # what the statistical model's word weighs
SURE = 2.5  # from here on the name is a person's whatever else it may look like
TITLE_REACH = (
    14  # tokens of a title before its last word: "secrétaire générale de la Confédération du Travail"
)
_TOLD_TO = frozenset(("a", "au", "pour", "aupres", "sur"))
_ARTICLES = words(lexicon.ROOM, "articles.txt")
_LINKS = _ARTICLES | words(lexicon.ROOM, "prepositions.txt")
_QUALIFYING = words(lexicon.ROOM, "qualifying.txt")
_DETERMINERS = words(lexicon.ROOM, "title_determiners.txt")
_KIN = frozenset(("père", "frère", "sœur", "soeur"))
_POSSESSED = re.compile(r"\b(?:son|sa|mon|ma|leur|notre|votre|un|une)\s$")
_CIVILITY = re.compile(r"(?:^|[^\w'.-]|\bl'(?=abb))([a-zœà-ÿ]{1,12}\.?)\s{1,3}$")
_AFTER = re.compile(
    r"(?:\s?,\s|\s?\(|\s[–—|-]\s|\s?:\s|\s?\n\s{0,4}|\s)(?:\d\d ans,? )?"
    r"(?P<det>l'|la |le |les |un |une |son |sa |notre |leur )?"
    r"(?:nouve\w+ |ancien\w* |ex-|actuel\w* |tout\w* |alors |jeune |futur\w* |premi\w+ )?"
    r"(?P<head>[a-zœ\u00e0-\u00ff·-]+)(?P<alone> ?,)?"
)
_PERSONS = words(lexicon.ROOM, "persons_told.txt")
_WHO = re.compile(
    r" ?, (?P<one>l'une? d(?:es|e (?:ses|ces|nos|leurs)) )?(?:une? |jeune |ancienne? |simple |première? )?"
    r"(?P<noun>[a-zœ\u00e0-\u00ff·-]{3,})"
)
_LIVED = re.compile(r" ?\((?:1[0-9]|20)\d\d ?[-–] ?(?:1[0-9]|20)\d\d\)")
_PHONE_OR_MAIL = re.compile(
    r"[^\n]{0,60}?(?:\b0\d(?:[ .]?\d\d){4}|\+\d\d|\(\d{3}\)|\b\d{3}[ .-]\d{3}|[\w.-]+@\w|t[ée]l\b)"
)
_VERBS_TOO = words(f"{lexicon.ROOM}.roles", "verb_homonyms.txt")
_OF_SOMETHING = re.compile(
    r"(?: [a-zéèê-]{2,14}(?:al|ale|if|ive|ique|aire|teur|trice|ier|ière|oint|ointe))? d(?:e |u |['’])"
)
_REACHED = re.compile(r"[\d@]|t[ée]l\b")  # no number, no address without one of these
_AGED = re.compile(r"(?:\s?,\s|\s?\()\d{1,2}\s(?:ans|mois)\b(?!\s(?:après|plus|durant|de|d'|avant))")
_NATION = re.compile(r"\s?\(([a-z]{3})\s?[),]")
_LAND = re.compile(r" \(([a-z][a-z' -]{2,24})\)")
_LABEL = re.compile(
    r"(?:contacts?|presse|medias?|press|auteure?s?|redaction|photo(?:graphe)?|renseignements?|par|credit|©)[^\n:,;.]{0,40}[:|–—-]?\s*$"
)


@cache
def _forms() -> frozenset[str]:
    return frozenset((*lexicon.civilities(), *_KIN))


def _last_word(before: str) -> str:
    """The letters that some words end with, the dot after them included."""
    at = len(before) - before.endswith(".")
    while at and before[at - 1].isalpha():
        at -= 1
    return before[at:]


def civility_before(doc: Document, start: int) -> str | None:
    """The form of address right before ``start`` in its normal form: "Mme", "Pr", "M."…"""
    if _last_word(doc.lower[max(0, start - 16) : start].rstrip()) not in _forms():
        return None
    found = _CIVILITY.search(doc.lower, max(0, start - 16), start)
    if not found:
        return None
    form = found[1]
    if form in _KIN and _POSSESSED.search(doc.lower, max(0, found.start(1) - 7), found.start(1)):
        return None  # "son frère Luc"
    surface = doc.text[found.start(1) : found.end(1)]
    if form in ("me", "dr", "pr", "dre", "pre") and (surface.islower() or surface.isupper()):
        return None  # the pronoun "me", an acronym
    return _CIVILITIES.get(form)


def article_before(doc: Document, start: int) -> bool:
    """Is there an article right before the name? Ships, schools and firms have one, people have none."""
    i = doc.tokens.before(start)
    return i >= 0 and doc.tokens.plain[i] in _ARTICLES and "\n" not in doc.text[doc.tokens.end[i] : start]


def ends_title(doc: Document, start: int) -> bool:
    """Does the capitalised word end a title: "conseiller d'État", "directrice Marketing"?"""
    tokens = doc.tokens
    i = tokens.before(start)
    for j in range(i, max(-1, i - TITLE_REACH), -1):
        if is_known_head(tokens.lower[j]) or tokens.lower[j : j + 3] == ["garde", "des", "sceaux"]:
            return True
        if tokens.text[j] == "," and tokens.plain[j + 1] in ("de", "d'", "du", "des"):
            continue  # "ministre des Collectivités, du Développement et de l'Aménagement NAME"
        if (
            not (tokens.text[j][0].isalpha() or tokens.text[j] in "()")
            or "\n" in doc.text[tokens.end[j] : start]
        ):
            return False
    return False


def support(doc: Document, start: int, end: int) -> float:
    """How much the words around a doubtful name say that it is a person's; 2 is enough.

    >>> doc = Document("le biologiste Ngozi Adebayor")
    >>> support(doc, 14, 29)
    2.5
    """
    return (
        _role_after(doc, end)
        + _role_before(doc, start)
        + _speech(doc, start, end)
        + _contact(doc, start, end)
        + _circumstances(doc, end)
    )


def apposed(doc: Document, end: int) -> bool:
    """Does a function that only people have follow a comma: "NAME, ancien ministre de l'Eau"?"""
    return doc.text.startswith(", ", end) and _role_after(doc, end) >= SURE


def reports(doc: Document, start: int, end: int) -> bool:
    """Does a reporting verb follow the name, or stand before it without marks: "NAME déclare que"?"""
    return _speech(doc, start, end) == 1


def titled(doc: Document, start: int) -> bool:
    """Is the name at ``start`` in apposition to a function: "la directrice de X, NAME"?"""
    return _role_before(doc, start) >= SURE


def beside_title(doc: Document, start: int) -> bool:
    """As :func:`titled`, of a looser sort: "notre chargée de projet NAME"."""
    return _role_before(doc, start) >= _LIKELY


def aged(doc: Document, end: int) -> bool:
    """Is an age given right after ``end``: ", 42 ans"?"""
    return _AGED.match(doc.lower, end) is not None


def personal(word: str) -> bool:
    """Does the word name a function that only people have?"""
    return is_known_head(word) and word not in words(lexicon.ROOM, "roles_of_firms.txt")


def cites(doc: Document, start: int, closers: frozenset[str]) -> bool:
    """Does a reporting verb right after a quotation stand before ``start``: « … », confie …?"""
    tokens = doc.tokens
    i = tokens.before(start)
    if i < 1 or tokens.plain[i] not in _SPEECH_VERBS:
        return False
    return any(tokens.text[k] in closers for k in range(max(0, i - 2), i))


def _circumstances(doc: Document, end: int) -> float:
    """ "NAME, 42 ans", "NAME (SLO)"."""
    if aged(doc, end):
        return 2
    if doc.text.startswith((", ", " ,"), end):
        return _told_of(doc, end)
    if _LIVED.match(doc.text, end):
        return 1.5
    if not doc.text.startswith((" (", "("), end):
        return 0
    nation = _NATION.match(doc.lower, end)
    if nation and nation[1] in lexicon.nations() and doc.text[nation.start(1)].isupper():
        return 2
    land = _LAND.match(doc.plain, end)
    return 1 if land and land[1] in lexicon.places() else 0  # "NAME (Tonga)"


def _told_of(doc: Document, end: int) -> float:
    """ "NAME, otage libérée mardi", "NAME, l'une des figures de la grève", "NAME, Bretonne de 51 ans"."""
    told = _WHO.match(doc.lower, end)
    if told is None:
        return 0
    noun = told["noun"]
    if told["one"]:
        return 2 if noun[-1] == "s" and (noun == "figures" or noun[:-1] in _PERSONS or personal(noun)) else 0
    if noun in _PERSONS:
        return 2
    following = told.end("noun")
    person = lexicon.is_inhabitant(noun) and doc.lower.startswith(
        (" de ", " d'", " originaire", " né"), following
    )
    return 1.5 if person else 0


def governed(doc: Document, start: int) -> float:
    """What a preposition before the name says against a person ("chez X Y"), or for one ("mort de X Y")."""
    i, plain = doc.tokens.before(start), doc.tokens.plain
    word = plain[i] if i >= 0 else ""
    head = _opening(doc, i)
    if i > 1 and is_known_head(doc.tokens.lower[head]) and _apposed(doc, head):
        return 1 if head == i else SURE  # "Anne Petit, directrice générale Alma Nord, fondatrice"
    if word == "a":
        return 0 if i and plain[i - 1].startswith(("succed", "hommage")) else 2
    if word in ("chez", "dans", "en", "sur", "sous"):
        return 2
    if word in ("de", "d'"):
        before = plain[i - 1] if i else ""
        meant = before in _NOUNS_OF_PEOPLE or (i > 1 and (plain[i - 2], before) in _IN_COMPANY)
        return -_MEANT if meant else 1
    if word == "par" and i and said(plain[i - 1], _DONE_BY_PEOPLE):
        return -_MEANT
    return 0


def _role_after(doc: Document, end: int) -> float:
    """ "NAME, directrice de …", "NAME (président)": firms are "leader", "éditeur" or "actionnaire" too."""
    after = _AFTER.match(doc.lower, end)
    if not after:
        return 0
    if not is_known_head(after["head"]):  # "NAME, porteur, attend"
        return 1.5 if after["alone"] and doc.text[end] == "," and is_head(after["head"]) else 0
    if after["det"] in ("le ", "la ", "l'", "les "):
        return 0.5  # as a rule the title of the next name
    unparted = doc.lower[end : after.start("head")] == " "  # "X pilote l'essai": a verb as well
    if unparted and after["head"] not in _VERBS_TOO and _OF_SOMETHING.match(doc.lower, after.end("head")):
        return 1 if after["head"] in words(lexicon.ROOM, "roles_of_firms.txt") else 2
    return 1 if unparted or after["head"] in words(lexicon.ROOM, "roles_of_firms.txt") else SURE


def _opening(doc: Document, i: int) -> int:
    """The role noun right before an adjective or another one: "directeur général"."""
    return i - 1 if i > 1 and is_known_head(doc.tokens.lower[i - 1]) else i


def _apposed(doc: Document, j: int) -> bool:
    """ "Anne Petit, *directrice générale* Nantes Tourisme": a function told of the name before it."""
    tokens = doc.tokens
    if tokens.lower[j] in lexicon.bearers_of_surnames():
        return False  # "le ministre de l'Administration, général NAME"
    return j > 1 and tokens.text[j - 1] in ",–|" and tokens.text[j - 2][0].isupper()


def _role_before(doc: Document, start: int) -> float:
    """ "le chercheur NAME", "la directrice de X, NAME"."""
    tokens = doc.tokens
    i = tokens.before(start)
    if i < 0 or tokens.plain[i] in _LINKS:
        return 0
    for j in range(i, max(-1, i - 16), -1):
        word = tokens.lower[j]
        if word == "." and j and len(tokens.lower[j - 1]) == 1:
            continue  # "la bourgmestre f.f. de X, NAME"
        if word in ".;!?»«" or "\n\n" in doc.text[tokens.end[j] : start]:
            return 0
        if j == i and j and not is_known_head(word) and is_head(word) and tokens.plain[j - 1] in _ARTICLES:
            return 1.5  # "le batelier NAME", but "la grue NAME"
        if is_known_head(word):
            if j == i - 1 and tokens.text[i][0].islower() and _apposed(doc, j):
                return 0
            if j == i:
                if _apposed(doc, _opening(doc, j)):
                    return 0
                ranked = word in lexicon.bearers_of_surnames()  # "général NAME"
                determined = j > 0 and tokens.plain[j - 1] in _ARTICLES and personal(word)
                return SURE if ranked or determined else 2
            if is_known_head(tokens.lower[j - 1]) and j:
                continue  # "le directeur général de X, NAME"
            before = j - 1 - (j > 1 and tokens.plain[j - 1] in _QUALIFYING)
            determined = j > 0 and tokens.plain[before] in _DETERMINERS
            determined = determined or (j > 1 and tokens.plain[j - 2 : j] in (["un", "des"], ["une", "des"]))
            if not determined and j and tokens.text[j - 1] == "," and tokens.text[i] == ",":
                continue  # "le préfet de région, préfet du Nord, NAME"
            if determined and tokens.text[i] == ",":
                return SURE if personal(word) else 2
            return 1 if i - j <= 3 or determined else 0
    return 0


def _speech(doc: Document, start: int, end: int) -> float:
    """A reporting verb right before or after the name; more so when a quotation mark is beside it."""
    tokens, verbs = doc.tokens, _SPEECH_VERBS
    i, j = tokens.before(start), tokens.at(end)
    if i >= 0 and tokens.plain[i] in verbs:
        if cites(doc, start, _CLOSERS) and tokens.plain[i] not in _VERBS_OF_MEDIA:
            return 2
        return 1.5 if any(tokens.text[k] in '«»“”",’' for k in range(max(0, i - 4), i)) else 1
    if i >= 0 and tokens.plain[i] in ("selon", "pour", "d'apres"):
        return 0.5 if tokens.plain[i] == "pour" else 1.5
    if i > 0 and tokens.plain[i] == "apres" and tokens.plain[i - 1] == "d'":
        return 1.5
    for k in range(j, min(j + 3, len(tokens))):
        if tokens.plain[k] in verbs:
            return 1
        if tokens.plain[k] not in ("a", "avait", "s'", "se", "nous", "lui", ",", "en"):
            break
    return 0


def _contact(doc: Document, start: int, end: int) -> float:
    """A telephone number or an address after the name, or a "Contact :" label before it."""
    reached = _REACHED.search(doc.lower, end, end + 90) and _PHONE_OR_MAIL.match(doc.lower, end)
    weight = 1.0 if reached else 0.0
    return weight + (1.0 if _LABEL.search(doc.plain, max(0, start - 60), start) else 0.0)


def tagged(doc: Document, start: int, end: int) -> float:
    """Did the statistical model tag these words, or most of them, as a person?"""
    covered = (e for e in doc.entities if min(end, e.end) - max(start, e.start) > 0.6 * (end - start))
    return TAGGED if any(e.label == "PER" for e in covered) else 0.0


def told_to(doc: Document, start: int) -> bool:
    """ "a indiqué à l'AFP NAME", "témoigne pour l'AFP NAME": to whom, before who told it."""
    plain, i = doc.tokens.plain, doc.tokens.before(start)
    if i < 2:
        return False
    i -= plain[i] in ("l'", "la", "le")
    if plain[i] in ("de", "du") and plain[i - 1] == "aupres":
        i -= 1
    if i < 1 or plain[i] not in _TOLD_TO:
        return False
    return not _SPEECH_VERBS.isdisjoint(plain[max(0, i - 2) : i])  # "a indiqué dimanche à l'AFP NAME"
