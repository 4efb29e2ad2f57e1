"""Institutions that were not recognised as such, where a title runs into their name."""

from __future__ import annotations

import re

from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.title_ends import NEW, portfolio
from communique.gazetteer import places, registry_key
from communique.lexicon import lines, words

_ORGANS_OF_STUDENTS = words(ROOM, "organs_of_students.txt")
_OF_PLACES = words(ROOM, "of_places.txt")
_BODY_NOUNS = words(ROOM, "body_nouns.txt")
_DIVISIONS = words(ROOM, "divisions.txt")
_CLASSES = _BODY_NOUNS | words(ROOM, "classes.txt") | _DIVISIONS
_PLACES = places()
_LANDS = lexicon.places() | words(ROOM, "lands.txt")
_OF_BODIES = words(ROOM, "of_bodies.txt")
_TITLE_STOPS = words(ROOM, "title_stops.txt")
_SPEECH_VERBS = lexicon.speech_verbs()

_NOT_NAMES = frozenset(("et", "ou", "charge", "chargee", "charges", "chargees", "delegue", "deleguee"))
_DISCIPLINES = frozenset(
    ("EPS", "SVT", "SES", "NSI", "STAPS", "HGGSP", "FLE", "FLS", "STI2D", "EMC", "SNT", "LEA", "LLCE")
)
_ORDERS = ("légion", "ordre", "médaille", "croix", "palmes")
_ACADEMICS = frozenset(
    ("doctorant", "doctorante", "chercheur", "chercheuse", "postdoctorant", "postdoctorante")
)
_SETTLEMENTS = words(ROOM, "settlements.txt")
_CHARGES = words(ROOM, "charges_in_initials.txt")
_PARTS = ("commission", "sous-commission", "pôle", "délégation")
_BARE = ("de", "d'", "chez")
WITH_ARTICLE = ("du", "des", "la", "l'", "au", "les", "aux")
_AT = ("à", "au", "aux")
_LED = words(ROOM, "leads.txt")
_FOUNDERS = _OF_BODIES | {"ceo"}
_OF_SPORT = words(ROOM, "of_sport.txt")
_GENERAL = frozenset(("général", "générale", "exécutif", "exécutive"))
_NOT_LED = words(ROOM, "not_bodies_led.txt")
# "la Conformité", "la Tarification", "l'Œnologie": fields by their endings; no accents.
_BRANCHES = words(ROOM, "branches.txt")
_FIELD = re.compile(r"[a-z]{3,}(?:[ts]ion|ment|ite|[ae]nce|ique|logie|graphie|nomie|isme|ture)s?")
_CENTURY = re.compile(r"[ivx]{1,6}(?:e|eme)")
_FIGURES = re.compile(r"\d{1,3}(?!e|er|re|ème|eme|nd|nde)[a-z]{0,3}")
_ENDS = frozenset((",", ".", "(", ")", ";", ":", "–", "—", "-", "|", "/", "»", "et"))
_CHARGED = (
    "adjoint",
    "ambass",
    "charg",
    "commissaire",
    "conseill",
    "délégu",
    "échevin",
    "haut-",
    "haute-",
    "ministre",
)
# "conseiller technique au …" serves a body; "conseiller municipal à la Culture" has charge of a field.
_ADVISING = words(ROOM, "of_staff.txt")
ENGLISH_LINKS = frozenset(("of", "the", "at", "for"))
_WITHIN_ABROAD = frozenset(("of", "the", "and", "&", "for", "in", "de", "-"))
_ENGLISH_FIELDS = words(ROOM, "english_before.txt") | words(ROOM, "english_fields.txt")
_ORGANS_ABROAD = frozenset(
    ("board", "committee", "department", "division", "team", "unit", "office", "staff")
)
_TEACHING = frozenset(("professor", "lecturer", "fellow", "chair", "student", "reader"))
_DIGITS = 4  # of the number that ends a name
_TAIL = 6  # words in small letters that may end a name


def end_of_unlisted(page: Page, head: int, j: int) -> int | None:
    """The token after the proper name that begins at ``j`` when it must be that of an institution, else None.

    A name right after "de" or "chez" ("directrice de Solarian"), an acronym ("de la FNEX"), several words
    ("du Groupe Alba"); but "maire de Nîmes" and "directeur de la Communication" are whole titles.
    """
    tokens = page.tokens
    if j >= len(tokens) or j in page.bodies or j in page.people or portfolio(page, head, j):
        return None
    if not tokens.text[j][0].isupper():
        if page.word(j - 1) in _BARE and tokens.text[j][0].isdigit() and not tokens.text[j].isdigit():
            mixed = tokens.text[j].lower() != tokens.text[j]
            return max(_end(page, j + 1), j + 1) if mixed else None  # "patronne de 1Vox"
        return _figures(page, head, j) if tokens.text[j][0].isdigit() else None
    if tokens.plain[j].startswith("etat") or tokens.plain[j] in lexicon.places():
        return None  # "secrétaire d'État à …", "chef d'État", "président de Serbie"
    if tokens.plain[j] in _ORGANS_OF_STUDENTS:
        return None  # "trésorier du BDE"
    if page.word(j - 2) in _ORDERS:
        return None  # "membre de la Légion d'Honneur"
    if tokens.text[j] in _DISCIPLINES and page.word(j - 1) in ("de", "d'"):
        return None  # "professeur d'EPS"
    if tokens.lower[j] in _BODY_NOUNS and tokens.text[j].isupper() and j + 1 in page.bodies:
        return None  # "fondatrice de l'ONG Vidolé"
    if tokens.text[j].isupper() and tokens.lower[j] in _CHARGES:
        return None  # "directrice de la RSE"
    link = page.word(j - 1 - (page.word(j - 1) in NEW))  # "responsable du nouvel Hôtel-Dieu"
    generic = lines(ROOM, "generic_bodies.txt")
    if any(page.doc.plain.startswith(generic, tokens.start[k]) for k in (j - 1, j)):
        return None
    if page.broken(j - 1, j) or j - 1 <= head - 1:
        return None
    if link in ENGLISH_LINKS:
        return _abroad(page, head, j)
    captain = page.word(head) == "capitaine" and (link in WITH_ARTICLE or not _place(page, j))
    if _of_a_place(page, head) and not captain:
        return None
    end = _numbered(page, _end(page, j))
    after = end
    while after not in page.bodies and (
        page.word(after) in LINKS or singular(page.word(after)) in _BODY_NOUNS
    ):
        after += 1
    if after in page.bodies and after > end:
        return None  # "présidente de la section de Morestel de la LDH"
    if link in LINKS and _of_site(page, j):
        return None  # "cheffe du village de Tanou", "gardien du massif du Tanou"
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
    branch = link in ("de", "d'") and j - 3 > head and tokens.plain[j - 2] in _BRANCHES
    if branch and end == j + 1 and not tokens.text[j].isupper():
        return None  # "chef du bureau de Tanval": of a town
    if link in ("de", "d'") and _of_a_thing(page, head, j):
        return None  # "prieure de l'abbaye de Tanval": of the whole of it
    if link in ("de", "d'") and j - 2 == head and singular(page.word(head)) in _OF_SPORT and _place(page, j):
        return None  # "entraîneuse de Nîmes"
    if link in ("de", "d'") and end == j + 1 and not apposed and _common(page, j):
        return None  # "professeure de Lettres modernes", "chef de Projet"
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
    if link in WITH_ARTICLE and common and following[:1].isalpha() and not _stops(page, end):
        return _past_complement(page, end)  # "chef de la Direction de la formation"
    presided = singular(page.word(head)) in _OF_BODIES and _compound(page, j, end)
    if link not in WITH_ARTICLE:
        return _unlinked(page, head, j)
    if _led(page, head, j) and proper(page, j, end):
        return _past_tail(page, end)
    return end if acronym or several or presided else None


def _of_site(page: Page, j: int) -> bool:
    """Whether the complement that ends before token ``j`` is a place of that name: "du village de"."""
    k = j - 2 if page.word(j - 1) in ("de", "d'", "du") else j - 3 if page.word(j - 2) == "de" else 0
    return k > 0 and singular(page.tokens.plain[k]) in _SETTLEMENTS


def _common(page: Page, j: int) -> bool:
    """Whether the word with a capital at token ``j`` is a field's, a class's noun, no name."""
    plain, low = page.tokens.plain[j], page.tokens.lower[j]
    if page.tokens.text[j].isupper():
        return False
    return _is_field(plain) or singular(low) in _CLASSES


def _is_field(plain: str) -> bool:
    """Whether a word without accents is a field's, a programme's, by the list or by its ending."""
    forms = (plain, singular(plain), plain.removesuffix("s"))
    return not _NOT_LED.isdisjoint(forms) or _FIELD.fullmatch(plain) is not None


def _place(page: Page, j: int) -> bool:
    """Whether the one word at token ``j`` is a town or a land."""
    following = page.tokens.text[j + 1] if j + 1 < len(page.tokens) else ""
    alone = not (following[:1].isupper() or following == "-") or page.broken(j, j + 1)
    return alone and (registry_key(page.tokens.text[j]) in _PLACES or page.tokens.plain[j] in _LANDS)


def _of_a_thing(page: Page, head: int, j: int) -> bool:
    """ "gardienne du phare de Tanval", but "directrice de la communication de Tanval": a thing, no field."""
    k = j - 2
    defined = page.word(k - 1) == "du" or (page.word(k - 2) == "de" and page.word(k - 1) in ("la", "l'"))
    if k - 1 <= head or not defined or not page.tokens.text[k].islower():
        return False
    plain = page.tokens.plain[k]
    if _is_field(plain) or singular(plain) in _BODY_NOUNS or is_adjective(plain):
        return False
    return singular(page.tokens.lower[k]) not in _CLASSES


def _unlinked(page: Page, head: int, j: int) -> int | None:
    """ "fondatrice *Rivage*", "directeur général *Arto Nord*": a name set beside the function of its head."""
    noun = singular(page.word(head))
    if noun not in _FOUNDERS and not (page.word(head + 1) in _GENERAL and j > head + 1):
        return None
    if any(not is_adjective(page.tokens.plain[k]) for k in range(head + 1, j)):
        return None
    end = _end(page, j)
    names = [k for k in range(j, end) if page.tokens.text[k][0].isupper()]
    if len(names) < end - j or not all(proper(page, k, k + 1) for k in names):
        return None
    if any(page.tokens.lower[k] in _ENGLISH_FIELDS or is_adjective(page.tokens.plain[k]) for k in names):
        return None
    return end if end == len(page.tokens) or page.word(end) in _ENDS or page.broken(end - 1, end) else None


def _led(page: Page, head: int, j: int) -> bool:
    """Whether who holds the title leads or serves a body there: no minister, no "adjointe à la Culture"."""
    at = page.word(j - 1) in _AT or page.word(j - 2) == "à"
    return serves(page, head, j) if at else leading(page, head) in _LED or page.word(head + 1) in _ADVISING


def serves(page: Page, head: int, j: int) -> bool:
    """ "chercheuse au *Lirex*", "conseiller technique à la *Ligue Ovo*": no charge."""
    at = page.word(j - 1) in ("au", "aux") or page.word(j - 2) == "à"
    return at and (page.word(head + 1) in _ADVISING or not leading(page, head).startswith(_CHARGED))


def leading(page: Page, head: int) -> str:
    """The noun of who leads, in the singular, without "vice-", "co-", "ex-"."""
    noun = singular(page.word(head))
    if noun in _LED:
        return noun
    for prefix in ("vice-", "ex-", "co-", "sous-"):
        noun = noun.removeprefix(prefix)
    return singular(noun)


def _of_a_place(page: Page, head: int) -> bool:
    """Whether the office is that of a place: "préfet", not "commissaire général", "conseiller technique"."""
    return singular(page.word(head)) in _OF_PLACES and page.word(head + 1) not in _ADVISING


def proper(page: Page, j: int, end: int) -> bool:
    """ "la Halle aux Grains", "l'Entente 2": a name, no field, programme, land or somebody's function."""
    tokens = page.tokens
    plain = tokens.plain[j]
    if _is_field(plain) or plain in _LANDS or _CENTURY.fullmatch(plain) is not None:
        return False
    if singular(tokens.lower[j]) in _CLASSES or is_head(tokens.lower[j]) or plain in _TITLE_STOPS:
        return False
    if tokens.text[j].isupper() and (len(plain) < 2 or tokens.lower[j] in _CHARGES):
        return False
    named = page.doc.text[tokens.start[j] : tokens.end[end - 1]]
    return registry_key(named) not in _PLACES and not lexicon.is_inhabitant(tokens.lower[j])


def _figures(page: Page, head: int, j: int) -> int | None:
    """ "directrice du 104", "administratrice du 6b": a number with an article, alone, that names a house."""
    if page.word(j - 1) not in ("du", "au") or not _led(page, head, j) or page.broken(j - 1, j):
        return None
    if _FIGURES.fullmatch(page.word(j)) is None:
        return None
    return j + 1 if j + 1 == len(page.tokens) or page.word(j + 1) in _ENDS or page.broken(j, j + 1) else None


def _past_tail(page: Page, end: int) -> int:
    """The token after "unique" of "le Lieu unique," where a sign follows."""
    tokens = page.tokens
    for k in range(end, min(end + _TAIL, len(tokens))):
        if k in page.people or page.word(k) in _ENDS or page.broken(k - 1, k):
            return k
        stops = tokens.plain[k] in _TITLE_STOPS and page.word(k) not in _AT
        stops = stops or tokens.plain[k] in _NOT_NAMES or is_head(page.word(k))
        if stops or tokens.plain[k] in _SPEECH_VERBS or not tokens.text[k].isalpha() or k in page.bodies:
            break
    return end


def _numbered(page: Page, end: int) -> int:
    """The token after "2" of "l'Entente 2", "2031" of "Cambrai 2031", or ``end``."""
    text = page.tokens.text
    figure = end < len(text) and text[end].isdigit() and len(text[end]) <= _DIGITS
    return end + 1 if figure and not page.broken(end - 1, end) else end


def _abroad(page: Page, head: int, j: int) -> int | None:
    """ "Director of *the Harbour Gallery*", not "Head of Marketing", "Professor of Physics"."""
    tokens = page.tokens
    noun = tokens.lower[j]
    if (
        len(noun) < 2
        or noun in _ENGLISH_FIELDS
        or singular(noun) in _ENGLISH_FIELDS
        or singular(noun) in _ORGANS_ABROAD
    ):
        return None
    if page.word(j - 1) == "of" and page.word(head) in _TEACHING:
        return None
    end = k = j
    while k < len(tokens) and k - end < 4 and k - j < 14 and not page.broken(max(k - 1, j), k):
        if k in page.people or k in page.bodies:
            break
        if tokens.text[k][0].isupper():
            end = k + 1
        elif page.word(k) not in _WITHIN_ABROAD:
            break
        k += 1
    return end


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
