"""Somebody whom no list of people names: "une commerçante", a first name alone."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.document import plain_shadow
from communique.extractors.people.lexicon import gender as first_name_gender
from communique.extractors.people.namesakes import is_namesake
from communique.extractors.quotations.words import role_nouns
from communique.link.cast import FRONTED, Cast, head_of

_ROLE_NOUNS = role_nouns()
_FRONTED = re.compile(FRONTED)
_SUBORDINATE = re.compile(
    r"\W*(?:alors qu|tandis qu|quand |lorsqu|comme |bien qu|si |s')[^.;:«»,\n]{5,120}, (?=une? )"
)
_OPENING = 60  # characters that hold the subject of a sentence
_NEAR = 400  # characters between a body and "ce dernier"
# A name that a sentence opens with, what is fronted apart.
_GIVEN = re.compile(r"(?:(?<=, )|(?<=\. )|(?<=\n)|(?<![^\n]))([A-ZÀ-Ý][a-zà-ÿ]{2,14})(?=[, ] ?[a-zà-ÿ0-9])")
_ANY_GIVEN = re.compile(r"(?<=[\w,’'] )([A-ZÀ-Ý][a-zà-ÿ]{2,14}(?:-[A-ZÀ-Ý][a-zà-ÿ]{2,14})?)(?![\w-])")
_LIKE = ("instar de ", "image de ", "exemple de ", "cas de ", "celui de ", "celle de ")
_PLIERS = ("eurs", "euses", "istes", "iens", "iennes", "iers", "ières")  # "un des vendeurs"
_FOLLOWERS = ("ien", "ienne", "iste")  # "un gaullien", "une zadiste"
_VERB = 30  # characters of "a longuement félicité "
_TRANSITIVE = re.compile(
    r"\b(?:a|ont|avait|avaient|aura) (?:[\w']+ment |déjà |aussi |encore )?\w+(?:é|i|u|is|it) $"
)
_OF_A_PLACE = (" de ", " à ", " la ", " en ")


def unnamed_before(s: Cast, start: int, wanted: str | None) -> int | None:
    """Where this sentence or the one before begins with "une commerçante", "un des riverains"."""
    i = s.sentence_number(start)
    if i is None:
        return None
    here = s.doc.sentences[i].start
    if not s.inside(here) and opens_unnamed(s, here, start, wanted):
        return here
    if not i or s.inside(s.doc.sentences[i - 1].start):
        return None
    if "\n" in s.doc.text[s.doc.sentences[i - 1].end : here]:
        return None
    begin = s.doc.sentences[i - 1].start
    if wanted is not None and _unlisted_name(s, begin, s.doc.sentences[i - 1].end, wanted):
        return begin
    return begin if opens_unnamed(s, begin, s.doc.sentences[i - 1].end, wanted) else None


def opens_unnamed(s: Cast, begin: int, end: int, wanted: str | None) -> bool:
    """ "Sur place, un jeune habitant …", "Une des élues …": somebody of that gender, unnamed."""
    m = _FRONTED.match(s.doc.lower, begin, end)
    at = m.end() if m is not None else begin
    if (clause := _SUBORDINATE.match(s.doc.lower, begin, end)) is not None:
        at = clause.end()  # "Alors que tous se taisent, un pêcheur s'est souvenu"
    words = s.words(at, min(end, at + _OPENING))
    if len(words) < 2 or words[0] not in ("un", "une") or s.inside(at):
        return False
    if words[1] in ("des", "de", "d'"):
        people = any(w in _ROLE_NOUNS or w.endswith(_PLIERS) for w in words[2:5])
        return people and wanted in ("m" if words[0] == "un" else "f", None)
    head = head_of(words)
    noun = _ROLE_NOUNS.get(words[head]) if head is not None else None
    if noun is None and head is not None and words[head].endswith(_FOLLOWERS):
        return wanted in ("m" if words[0] == "un" else "f", None)
    if noun is None or noun.plural:
        return False
    return (
        wanted is None
        or noun.gender == wanted
        or (noun.gender == "mf" and (words[0] == "un") == (wanted == "m"))
    )


def given_stranger(s: Cast, start: int, wanted: str | None) -> int | None:
    """Where the paragraph last gives a first name of nobody who was read: "explique Jérôme, depuis Pau"."""
    begin = max(s.doc.text.rfind("\n", 0, start) + 1, start - _NEAR)
    known = {word for p in s.people.values() for word in plain_shadow(p.name).replace("-", " ").split()}
    for m in reversed(list(_ANY_GIVEN.finditer(s.doc.text, begin, start))):
        plain = plain_shadow(m.group(1))
        given = plain.replace("-", " ").split()
        if wanted is None or known.intersection(given) or first_name_gender(given[0]) != wanted:
            continue
        if s.inside(m.start()) or s.body_within(m.start(), m.end()) is not None:
            continue
        if s.doc.lower.endswith(_OF_A_PLACE, 0, m.start()) and not s.doc.lower.endswith(_LIKE, 0, m.start()):
            continue  # "l'hôpital de Mamou", "la fille de Marie", "pour la France"
        if _object(s, m.start()):
            continue
        if not is_namesake(s.doc, m.start()) and s.doc.lower[max(0, m.start() - 1)] != "-":
            return m.start()
    return None


def _object(s: Cast, name: int) -> bool:
    """ "Jeanne Petit a félicité Simon": a first name in a sentence that opens with somebody else's."""
    sentence = s.doc.sentence_at(name)
    if sentence is None:
        return False
    at = bisect_left(s.persons, (sentence.start,))
    opens = at < len(s.persons) and s.persons[at].start < min(name, sentence.start + _OPENING)
    return opens and _TRANSITIVE.search(s.doc.lower, max(0, name - _VERB), name) is not None


def _unlisted_name(s: Cast, begin: int, end: int, wanted: str) -> bool:
    """ "À l'étage, Moussa ne décolère pas": a first name alone, of nobody whom the article names."""
    for m in _GIVEN.finditer(s.doc.text, begin, min(end, begin + _OPENING)):
        if first_name_gender(plain_shadow(m.group(1))) == wanted:
            at = bisect_left(s.persons, (m.end(1),)) - 1
            known = at >= 0 and s.persons[at].end >= m.end(1)
            return not known and s.body_within(m.start(1), m.end(1)) is None
    return False
