"""Institutions that were not recognised as such, where a title runs into their name."""

from __future__ import annotations

from communique.extractors.people import lexicon
from communique.extractors.people.heads import singular
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.gazetteer import places, registry_key
from communique.lexicon import lines, words

_ORGANS_OF_STUDENTS = words(ROOM, "organs_of_students.txt")
_OF_PLACES = words(ROOM, "of_places.txt")
_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_CLASSES = _BODY_NOUNS | words(ROOM, "classes.txt") | words(ROOM, "divisions.txt")
_PLACES = places()
_LANDS = lexicon.places() | words(ROOM, "lands.txt")
_DIVISIONS = words(ROOM, "divisions.txt")
_OF_BODIES = words(ROOM, "of_bodies.txt")
_TITLE_STOPS = words(ROOM, "title_stops.txt")
_SPEECH_VERBS = lexicon.speech_verbs()

_NOT_NAMES = frozenset(("et", "ou", "charge", "chargee", "charges", "chargees", "delegue", "deleguee"))
_DISCIPLINES = frozenset(
    ("EPS", "SVT", "SES", "NSI", "STAPS", "HGGSP", "FLE", "FLS", "STI2D", "EMC", "SNT", "LEA", "LLCE")
)
_ACADEMICS = frozenset(
    ("doctorant", "doctorante", "chercheur", "chercheuse", "postdoctorant", "postdoctorante")
)
_SETTLEMENTS = words(ROOM, "settlements.txt")
_CHARGES = words(ROOM, "charges_in_initials.txt")
_PARTS = ("commission", "sous-commission", "pôle", "délégation")
_BARE = ("de", "d'", "chez")
_WITH_ARTICLE = ("du", "des", "la", "l'", "au", "les", "aux")


def end_of_unlisted(page: Page, head: int, j: int) -> int | None:
    """The token after the proper name that begins at ``j`` when it must be that of an institution, else None.

    A name right after "de" or "chez" ("directrice de Solarian"), an acronym ("de la FNEX"), several words
    ("du Groupe Alba"); but "maire de Nîmes" and "directeur de la Communication" are whole titles.
    """
    tokens = page.tokens
    if j >= len(tokens) or j in page.bodies or j in page.people or not tokens.text[j][0].isupper():
        return None
    if tokens.plain[j] == "etat" or tokens.plain[j] in lexicon.places():
        return None  # "secrétaire d'État à …", "chef d'État", "président de Serbie"
    if tokens.plain[j] in _ORGANS_OF_STUDENTS:
        return None  # "trésorier du BDE"
    if tokens.text[j] in _DISCIPLINES and page.word(j - 1) in ("de", "d'"):
        return None  # "professeur d'EPS"
    if tokens.lower[j] in _BODY_NOUNS and tokens.text[j].isupper() and j + 1 in page.bodies:
        return None  # "fondatrice de l'ONG Vidolé"
    if tokens.text[j].isupper() and tokens.lower[j] in _CHARGES:
        return None  # "directrice de la RSE"
    link = page.word(j - 1)
    generic = lines(ROOM, "generic_bodies.txt")
    if any(page.doc.plain.startswith(generic, tokens.start[k]) for k in (j - 1, j)):
        return None
    if page.broken(j - 1, j) or j - 1 <= head - 1 or singular(page.word(head)) in _OF_PLACES:
        return None
    end = _end(page, j)
    after = end
    while after not in page.bodies and (
        page.word(after) in LINKS or singular(page.word(after)) in _BODY_NOUNS
    ):
        after += 1
    if after in page.bodies and after > end:
        return None  # "présidente de la section de Morestel de la LDH"
    if link in ("de", "d'") and singular(tokens.plain[j - 2]) in _SETTLEMENTS:
        return None  # "cheffe du village de Tanou"
    apposed = singular(link) in _BODY_NOUNS and page.word(j - 2) in LINKS
    apposed = apposed and page.word(j - 2) not in ("de", "d'")  # "cheffe de pôle Campus du numérique"
    if singular(link) in _PARTS and not tokens.text[j].isupper():
        return None  # "présidente de la commission Finances"
    if apposed and end == j + 1 and lexicon.is_inhabitant(tokens.lower[j]):
        return None  # "responsable de l'équipe Ivoirienne"
    noun = singular(tokens.lower[j])
    if page.tokens.text[head][0].isupper() and link in _BARE and noun in _CLASSES:
        return None  # "Chef d'Agence", "Chef de Département": a title in capitals
    if (
        link == "de"
        and j - 2 > head
        and registry_key(page.doc.text[tokens.start[j] : tokens.end[end - 1]]) in _PLACES
    ):
        return None  # "directeur du site de Pau"
    if link in _BARE or apposed:
        return end
    if link == "au" and end == j + 1 and j - 2 > head and singular(page.word(head)) in _ACADEMICS:
        known = registry_key(page.doc.text[tokens.start[j] : tokens.end[j]]) in _PLACES
        return None if known or tokens.plain[j] in _LANDS else end  # "doctorante en chimie au Lirmm"
    acronym = tokens.text[j].isupper() and len(tokens.text[j]) > 2
    if tokens.text[j].isupper() and end == j + 1 and _qualified(page, end):
        return None  # "membre de la CE confédérale"
    ends = (tokens.lower[j], tokens.lower[end - 1])  # "l'Applied Signal Processing Group"
    several = end - j > 1 and any(word in _BODY_NOUNS for word in ends)
    part = noun in _DIVISIONS or noun in _BODY_NOUNS
    common = part and tokens.text[j][1:].islower() and end - j == 1
    following = tokens.plain[end] if end < len(tokens) and not page.broken(end - 1, end) else ""
    if link in _WITH_ARTICLE and common and following[:1].isalpha() and not _stops(page, end):
        return _past_complement(page, end)  # "chef de la Direction de la formation"
    presided = singular(page.word(head)) in _OF_BODIES and _compound(page, j, end)
    return end if link in _WITH_ARTICLE and (acronym or several or presided) else None


def _qualified(page: Page, k: int) -> bool:
    """Is the token an adjective in small letters, right after initials?"""
    tokens = page.tokens
    return (
        k < len(tokens)
        and tokens.text[k].islower()
        and tokens.lower[k].endswith(("al", "ale", "aux", "ique"))
    )


def _compound(page: Page, j: int, end: int) -> bool:
    """ "la Marmite des Collines", not "la République du Togo": two nouns in capitals, no land among them."""
    nouns = [page.tokens.plain[k] for k in range(j, end) if page.tokens.text[k][0].isupper()]
    return len(nouns) > 1 and page.word(end - 1) not in LINKS and _LANDS.isdisjoint(nouns)


def _stops(page: Page, k: int) -> bool:
    """Does the title end at token ``k``, at a verb or at a word that no name holds?"""
    plain = page.tokens.plain[k]
    return plain in _TITLE_STOPS or plain in _SPEECH_VERBS or plain in _NOT_NAMES


def _past_complement(page: Page, j: int) -> int:
    """The token after the complements in small letters of a body's noun: "de la formation et des arts"."""
    stops = _TITLE_STOPS
    end = k = j
    while k < len(page.tokens) and k - j < 14 and not page.broken(k - 1, k):
        word = page.word(k)
        if k in page.people or not word[0].isalnum() or (page.tokens.plain[k] in stops and word != "à"):
            break
        if word in ("et", "ou") and page.word(k + 1) not in LINKS:
            break
        end = k + 1
        k += 1
    while end > j and (page.word(end - 1) in LINKS or page.word(end - 1) in ("et", "ou")):
        end -= 1
    return end


def _end(page: Page, j: int) -> int:
    """The token after a run of capitalised words, "de", "et la" between them included."""
    end = k = j
    while k < len(page.tokens) and k - end < 3 and k - j < 14 and not page.broken(max(k - 1, j), k):
        if k in page.people or k in page.bodies:
            break
        if page.tokens.text[k][0].isupper():
            end = k + 1
        elif page.word(k) not in LINKS and page.word(k) not in ("et", "&"):
            break
        k += 1
    return end
