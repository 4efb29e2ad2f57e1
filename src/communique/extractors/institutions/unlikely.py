"""What real pages hold with a capital and is nobody's: roads, centuries, people by their age, functions.

Asked only of names that some use speaks for: each sign is a word or a mark beside the name.
"""

from __future__ import annotations

import re

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import generic
from communique.extractors.institutions.usage_lists import events, suffixes
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, Words, wordset
from communique.extractors.people.heads import known_heads
from communique.extractors.people.lexicon import is_first_name, is_inhabitant
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_PLACES = places()
_DEMONYMS = words(ROOM, "demonyms.txt")
_ENGLISH_HEADS = words("communique.extractors.people.roles", "english_heads.txt")
_ENGLISH_TITLES = words("communique.extractors.people.roles", "english_before.txt")
_DEGREES = wordset("degree_letters")
_COURSES = ("BUT", "DUT", "BTS", "BTSA", "DEUST", "DEUG", "DNMADE", "DSCG")
_PERSONS = words(ROOM, "titles.txt") | {
    "responsable",
    "president",
    "presidente",
    "patron",
    "patronne",
    "porte-parole",
}
_OPENERS = wordset("thing_openers")
_FIELDS = wordset("fields_in_rows")
_STREETS = wordset("streets")
_REGIONAL = wordset("people_of_regions")
_WORKS = wordset("works")
_READ_IN = wordset("read_in")
_ATELIERS = frozenset(("atelier", "ateliers"))
_HUMANS = wordset("humans_told")
_MONUMENTS = wordset("monuments") | wordset("gathering_times")
_SITES_OF = wordset("sites_of_places")
_RUNS = wordset("beside_sites")
_MANY = wordset("of_many") | {"les", "des", "aux", "ces", "nos", "vos", "leurs", "deux", "trois", "quatre"}
_FUNCTIONS = wordset("functions_in_capitals")
_ORGANS = ("conseil", "comite", "commission", "assemblee", "direction", "secretariat")
_LANDS = wordset("countries_named")

_ROMAN = re.compile(r"[IVX][IVXL]{0,5}(?:e|ème|er|ère|ᵉ)")
_ROAD = re.compile(r"(?:[ADEN]|RN|RD)\d{1,4}[A-Z]?")
_YEARS = re.compile(r"1[0-9]\d\d(?:[-–][12]\d{3})?")
_ENDINGS = (
    "nois", "noise", "llois", "lloise", "rois", "roise", "nais", "naise", "dais", "daise", "lais", "laise",
)  # fmt: skip
_NO_INHABITANTS = wordset("no_inhabitants")
_ONE_PERSON = frozenset(
    ("le", "la", "l'", "son", "sa", "premier", "premiere", "leur", "notre", "ancien", "ancienne")
)
_REACH = 14  # tokens of a function
MODEL_CODE = re.compile(r"[A-Z]{1,3}\d{1,3}")
_MODEL = re.compile(r"[A-Z]{2,4}-?\d{2,4}")
_ADDRESS = 60  # characters of an address before its last part
_BEFORE_FIRMS = frozenset(
    ("chez", "le", "la", "les", "l'", "societe", "entreprise", "maison", "groupe", "cabinet", "marque")
)
_NEAR = 7  # tokens before a title
_YEAR = 4  # figures
_AGES = ("ans", "an", "mois", "jours", "semaines")
_PREPOSITIONS = ("a", "au", "aux", "de", "d'", "du", "vers", "entre", "sur", "pres")


def unlikely(ctx: Context, i: int, j: int) -> bool:
    """Whether what stands at tokens ``i`` to ``j`` (excluded) or right beside them shows no body."""
    w = ctx.w
    if i and w.gap(i) == "" and (w.text[i - 1] in "#@" or (w.text[i - 1] == "/" and _in_address(w, i))):
        return True
    if _ROMAN.fullmatch(w.text[i]) or _road(w, i, j) or _degree(w, i) or _of_a_thing(w, i):
        return True
    if _entitled(w, i, j):
        return True
    if _aged(w, i, j) or _told_human(w, i, j) or _sited(w, i) or _beside_place(w, i, j):
        return True
    if i and w.text[i - 1] == "(" and w.lower[i] in known_heads() and not any(w.cap[i + 1 : j]):
        return True  # "Oriana Jimenel (Doctorante en études slaves)"
    if j - i == 1:
        return _field(w, i) or _people(w, i) or _MODEL.fullmatch(w.text[i]) is not None
    if _named_as_people(ctx, i, j):
        return True
    if w.text[i].isdigit() and w.plain[i + 1] in _STREETS:
        return True
    if w.text[i] in ("DJ", "MC") or MODEL_CODE.fullmatch(w.text[j - 1]) is not None:
        return True  # "DJ Kosmo", "Torva-AMG C63"
    if j - i == 2 and w.plain[i] in ARTICLES and w.plain[j - 1] in _PERSONS and w.text[j - 1][1:].islower():
        return True  # "La Trésorière présente le bilan"
    if w.plain[i] == "atelier" and not w.determiner(i) and not _ATELIERS.isdisjoint(ctx.lower_words):
        return True  # "ateliers de quartier : Atelier Kokedama"
    return (
        _monument(w, i)
        or _apposed(ctx, i, j)
        or _inhabitant(w, j)
        or _function(w, i, j)
        or _landed(w, i, j)
        or _class(w, i, j)
    )


def never_one(w: Words, spans: list[tuple[int, int]]) -> bool:
    """Whether no use of a name is of one body: all of several people, or all of what somebody plays in."""
    return _only_many(w, spans) or all(_played_in(w, i) for i, _ in spans)


def _only_many(w: Words, spans: list[tuple[int, int]]) -> bool:
    """« les OPJ », « 32 CU », « deux CPE »: letters for several people or things, wherever they are used."""
    i, j = spans[0]
    if j - i > 1 or not w.is_acronym(i) or not w.text[i].isupper():
        return False
    return all(k and w.joined(k) and (w.plain[k - 1] in _MANY or w.text[k - 1].isdigit()) for k, _ in spans)


def _in_address(w: Words, i: int) -> bool:
    """« pic.example.com/*Al6SqNSA* »: a part of an address."""
    before = w.doc.text[max(0, w.start[i] - _ADDRESS) : w.start[i]].split()
    return bool(before) and ("." in before[-1] or ":" in before[-1])


def _people(w: Words, i: int) -> bool:
    """« la mobilisation des Syriens »: people, by their land."""
    if not w.text[i][1:].islower() or i == 0:
        return False
    return w.plain[i - 1] in _MANY and w.plain[i][-1] == "s" and of_a_land(w, i)


def _named_as_people(ctx: Context, i: int, j: int) -> bool:
    """« Sophie Giraudel (éditrice) »: a first name and one or two words that no firm closes with."""
    w = ctx.w
    if j - i > 3 or not is_first_name(w.plain[i]) or (i and w.plain[i - 1] in _BEFORE_FIRMS):
        return False
    if any(not w.cap[k] or not w.text[k][-1].islower() for k in range(i, j)) or w.plain[j - 1] in suffixes():
        return False
    return registry_key(w.text[i]) not in _PLACES and w.gap(i + 1) == " " and w.plain[j - 1] not in _LANDS


def _entitled(w: Words, i: int, j: int) -> bool:
    """« son troisième album, *Cendres Bleues*, sort en mai »: a title beside the noun of its work."""
    if i < 3 or w.text[i - 1] != "," or j >= len(w) or w.text[j] not in ",.;(" or w.is_acronym(i):
        return False
    k = i - 2
    while k > 0 and w.joined(k + 1) and (w.is_adjective(k) or w.text[k].isdigit()) and i - k < _NEAR:
        k -= 1
    return singular(w.plain[k]) in _WORKS and w.joined(k + 1) and not w.cap[k]


def _played_in(w: Words, i: int) -> bool:
    """« vue dans *Oncle Morvan* »: where somebody plays or lives, not where something is published."""
    if i < 2 or w.plain[i - 1] != "dans" or w.is_acronym(i) or not w.joined(i) or w.plain[i] in ARTICLES:
        return False
    return _READ_IN.isdisjoint(w.plain[max(0, i - _NEAR) : i - 1])


def _road(w: Words, i: int, j: int) -> bool:
    """« par l'A54 », « sur la D12 »."""
    return j - i == 1 and i > 0 and w.plain[i - 1] in ARTICLES and _ROAD.fullmatch(w.text[i]) is not None


def _degree(w: Words, i: int) -> bool:
    """« BUT GEII », « du DUT Gestion des entreprises »: a course of study."""
    return w.text[i] in _COURSES or (w.joined(i) and w.text[i - 1] in _DEGREES)


def _aged(w: Words, i: int, j: int) -> bool:
    """« Lina (8 mois) », « Gus Aldabert (1883-1968) »: somebody, with an age or two years."""
    if j + 3 >= len(w) or w.text[j] != "(" or w.is_acronym(i) or not w.text[j + 1][0].isdigit():
        return False
    if w.plain[j + 2] in _AGES and w.text[j + 3] == ")":
        return True
    if _YEARS.fullmatch(w.text[j + 1]) is None or j - i == 1 or w.plain[i - 1] in ARTICLES:
        return False
    close = j + 2 if len(w.text[j + 1]) > _YEAR else j + 4
    return close < len(w) and w.text[close] == ")" and (close == j + 2 or w.text[j + 2] in "-–")


def _told_human(w: Words, i: int, j: int) -> bool:
    """« Chana Gelbert, otage libérée lundi »: a noun for people only."""
    if j + 1 >= len(w) or w.text[j] != "," or w.is_acronym(i) or (i > 0 and w.plain[i - 1] in ARTICLES):
        return False
    k = j + 1 + (w.plain[j + 1] in ("un", "une", "le", "la", "l'"))
    return k < len(w) and w.plain[k] in _HUMANS and not w.cap[k]


def _sited(w: Words, i: int) -> bool:
    """« le tarmac de X », « la station de ski française de X », « place de la X »: where something is."""
    k = i - 1
    if k < 1 or not w.joined(i) or w.is_acronym(i):
        return False
    if w.plain[k] in ("la", "l'", "les"):
        k -= 1
    if k < 1 or w.plain[k] not in OF or w.cap[k]:
        return False
    k -= 1
    for _ in range(4):
        if k < 0 or w.cap[k] or not w.joined(k + 1):
            return False
        if singular(w.plain[k]) in _SITES_OF:
            return not (w.plain[k] == "place" and w.plain[k - 2 : k] == ["a", "la"])
        if not (w.plain[k] in _RUNS or w.is_adjective(k)):
            return False
        k -= 1
    return False


def _beside_place(w: Words, i: int, j: int) -> bool:
    """« à Nivelles (Arquennes) »: a part of the town that a preposition leads to."""
    if j - i > 1 or i < 3 or j >= len(w) or w.text[i - 1] != "(" or w.text[j] != ")" or w.is_acronym(i):
        return False
    if not w.text[i][1:].islower() or not w.cap[i - 2] or w.plain[i - 3] not in _PREPOSITIONS:
        return False
    return registry_key(w.text[i - 2]) in _PLACES


def _of_a_thing(w: Words, i: int) -> bool:
    """« Projet d'Investissement », « Semaine européenne de Réduction »: the rest of a thing's name."""
    k = i - 2
    if k < 0 or w.plain[i - 1] not in ("d'", "de") or not w.joined(i) or not w.joined(i - 1):
        return False
    k -= k > 0 and w.adjectival(k) and w.joined(k)
    return (
        w.cap[k] and not w.text[k].isupper() and (w.plain[k] in _OPENERS or singular(w.plain[k]) in events())
    )


def _field(w: Words, i: int) -> bool:
    """« Directrice adjointe, Numérique, *Achat*, Juridique »: a field, in a row."""
    if singular(w.plain[i]) not in _FIELDS or w.text[i].isupper() or i + 1 >= len(w):
        return False
    return i > 0 and w.text[i - 1] in ",(" and w.text[i + 1] in ",)"


def _apposed(ctx: Context, i: int, j: int) -> bool:
    """« Le premier responsable de l'hôpital, *Mustafa Belbari*, a déclaré »: two words after a function."""
    w = ctx.w
    if j - i != 2 or i < 3 or j >= len(w) or w.text[i - 1] != "," or w.text[j] != ",":
        return False
    if not (w.text[i][1:].islower() and w.text[i + 1][1:].islower()) or w.plain[i + 1] in suffixes():
        return False
    for k in range(i - 2, max(-1, i - _REACH), -1):
        if w.text[k] in ",;:.()«»" or not w.joined(k + 1):
            return False
        if w.plain[k] in _PERSONS and w.plain[k - 1] in _ONE_PERSON:
            return True
    return False


def _monument(w: Words, i: int) -> bool:
    """« l'Arc de Triomphe », « le Printemps du Livre »: what is visited, what is held."""
    return w.plain[i] in _MONUMENTS and w.plain[i + 1] in OF


def _inhabitant(w: Words, j: int) -> bool:
    """« Le Lucernois », « Cyclisme Le Gallois »: somebody by where he comes from."""
    return w.plain[j - 2] in ARTICLES and w.cap[j - 2] and of_a_land(w, j - 1)


def of_a_land(w: Words, k: int) -> bool:
    """Whether token ``k`` is the adjective or the inhabitant of a land or a town."""
    word = w.plain[k]
    if not w.text[k][1:].islower() or word in _NO_INHABITANTS:
        return False
    if word in _DEMONYMS or word.removesuffix("s") in _DEMONYMS or word.removesuffix("s") in _REGIONAL:
        return True
    return len(word) > 6 and word.endswith(_ENDINGS) and is_inhabitant(w.lower[k])


def _function(w: Words, i: int, j: int) -> bool:
    """« Senior Manager », « Garde des Sceaux », « Directeur-Adjoint Scientifique »."""
    if singular(w.plain[i]) in _FUNCTIONS or w.plain[i].partition("-")[0] in ("directeur", "directrice"):
        return w.text[i][1:2].islower() and (
            w.plain[i + 1] in OF or "-" in w.text[i] or w.plain[i][-1] == "s"
        )
    return w.plain[j - 1] in _ENGLISH_HEADS and all(word in _ENGLISH_TITLES for word in w.plain[i : j - 1])


def _landed(w: Words, i: int, j: int) -> bool:
    """« Anvers en Belgique »: a town and its land, « Chine Afrique »: two lands."""
    if registry_key(w.text[i]) not in _PLACES:
        return False
    if w.plain[i + 1] == "en":
        return True
    return j - i == 2 and w.plain[i] in _LANDS and w.plain[i + 1] in _LANDS


def _class(w: Words, i: int, j: int) -> bool:
    """« le Conseil Municipal »: a phrase that names no body, whatever its capitals."""
    return w.plain[i] in _ORGANS and tuple(map(singular, w.plain[i:j])) in generic()
