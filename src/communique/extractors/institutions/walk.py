"""What stands next in a name after its head noun, word by word: adjectives, capitals, numbers, hyphens."""

from __future__ import annotations

from collections.abc import Callable

from communique.extractors.institutions.acronyms import initials
from communique.extractors.institutions.words import (
    ARTICLES,
    OF,
    ROOM,
    Words,
    endings,
    function_words,
    parts_laboratory,
    wordset,
)
from communique.extractors.people.lexicon import first_names
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_FUNCTION_WORDS = function_words()
_LANDS = wordset("lands")
_FIELDS_NAMED = wordset("fields_named")
_REGIONAL = wordset("regional")
_AFTER_PARTICIPLE = wordset("after_participle")
_CIVILITIES = wordset("civilities")
_NESTED = wordset("nested")
_FIRST_NAMES = first_names()
_IS_OR_HAS = (["a"], ["est"], ["était"], ["sera"], ["avait"])
_WAYS = wordset("ways")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_OF_NATIONS = wordset("of_nations")
_LEGAL = wordset("legal")
_BEFORE_LANDS = ("pays", "cote", "sud", "nord", "est", "ouest")  # "Centre hospitalier Sud francilien"
_VERBS = words(ROOM, "verbs.txt") | wordset("also_participles")
_TOWNS = places()
_AGREED = ("la", "du", "l'", "des", "au", "aux")
_PARTICIPLES = ("é", "ée", "és", "ées", "einte", "eint")
_TOLD_OF_BODIES = endings("told_of_bodies")
_NOUNS_OF_BODIES = wordset("owners") | wordset("halls")
_COMMON_PLACES = ("ville", "commune", "region", "province", "republique", "pays", "departement", "canton")
_AFTER_TOLD = wordset("after_told")
_INFINITIVE = ("oir", "dre", "ttre", "crire")
_AFTER_INFINITIVE = frozenset(
    ("le", "la", "les", "l'", "un", "une", "des", "nos", "notre", "votre", "vos", "plus")
)
_ABSTRACT = ("tion", "tions", "ment", "ments")
_NAMING_NOUNS = wordset("naming_nouns") | _FIELDS_NAMED
_QUALITIES = wordset("qualities")
_FEMININE = ("tion", "sion", "ie", "ite", "ure", "ance", "ence")
_PAGE_WORDS = wordset("page_words")
_CARED = (
    "hopital",
    "hospitalier",
    "clinique",
    "polyclinique",
    "maternite",
    "hospitaliere",
    "sante",
    "eph",
    "epsp",
    "chu",
    "ehs",
)
_TITLES = ("professeur", "professeure", "docteur", "docteure", "monsieur", "madame", "maitre")
WHOLE_BODIES = frozenset(("union", "nations", "etat", "etats", "gendarmerie", "police", "armee", "armees"))


def line_lost(w: Words, j: int) -> bool:
    """« Université de Nantes *Élaboration du dossier* »: a line that began here, its end lost."""
    if "\n" in w.gap(j) and singular(w.plain[j]) in _ROLE_NOUNS:
        return True
    if w.plain[j].endswith(_INFINITIVE) and j + 1 < len(w) and w.plain[j + 1] in _AFTER_INFINITIVE:
        return True  # "les informations d'Attac *Recevoir* les infos"
    noun = w.plain[j].endswith(_ABSTRACT) and w.text[j][1:].islower() and j + 1 < len(w)
    return noun and (w.plain[j + 1] in OF or (w.text[j + 1] == "," and not w.joined(j)))


def qualified_noun(w: Words, j: int) -> bool:
    """« Chaire Finance *durable* », « l'association Parole *partagée* »: a common noun and its adjective."""
    k, word = j - 1, w.plain[j]
    if w.cap[j] or not w.joined(j) or not w.text[k][1:].islower() or w.plain[k] not in _NAMING_NOUNS:
        return False
    if w.plain[k].endswith(_FEMININE) and word.removesuffix("s")[-1] != "e":
        return False  # "le Pôle Formation *régional*"
    return w.is_adjective(j) or word in _QUALITIES or w.lower[j].endswith(_PARTICIPLES)


Stops = Callable[[int], bool]


class Manner:
    """What a head noun's complement may do.

    ``listed``: comma lists go on ("de l'Enseignement supérieur, de la Recherche et de l'Innovation");
    ``paired``: one name may hold two ("Pierres et Musiques");
    ``long``: a second place or field may follow the first ("musée d'Histoire de Nantes");
    ``begun``: the head noun already has a complement ("institut de recherche").
    """

    __slots__ = ("begun", "listed", "long", "paired")

    def __init__(
        self,
        listed: bool = False,
        paired: bool = False,
        long: bool = False,
        begun: bool = False,
    ) -> None:
        self.listed = listed
        self.paired = paired
        self.long = long
        self.begun = begun


class Walk:
    """A name being read from its head noun on: how far it goes, and what it holds so far."""

    def __init__(self, w: Words, i: int, manner: Manner, stops: Stops) -> None:
        self.w, self.i, self.j, self.stops = w, i, i, stops
        self.listed, self.paired, self.long = manner.listed, manner.paired, manner.long
        self.proper = self.direct = False
        self.complement = self.begun = manner.begun
        self.places = 0
        self.landed = 0  # the token of "pays" in "du pays de Grasse"
        self.purpose = False  # "de Lutte contre la Drogue"
        self.articled = False  # "pour l'agriculture": the next item of a list takes an article too

    def open(self, j: int) -> bool:
        """A lower-case word that may belong to a name."""
        word = self.w.plain[j]
        return word[0].isalpha() and word not in _FUNCTION_WORDS and not self.w.cap[j]

    def take(self, k: int) -> bool:
        """Accept a lower-case noun as the end so far."""
        self.j, self.complement = k + 1, True
        return True

    def field(self, j: int) -> bool:
        """After a capitalised common noun ("de la Santé et …") the name is open."""
        w = self.w
        return (
            j > self.i + 1
            and (w.plain[j - 2] in OF or w.plain[j - 2] == "et")
            and w.plain[j - 1].endswith(("e", "es", "ion", "ions", "ent", "ents", "eur", "eurs"))
            and j + 1 < len(w)
            and w.plain[j + 1] in ARTICLES
        )

    def adjective(self, j: int) -> bool:
        w = self.w
        word = w.plain[j]
        if j > self.i and w.plain[j - 1] in _BEFORE_LANDS and w.cap[j - 1] and self.open(j):
            return w.is_adjective(j) or word in _LANDS  # "CCI Bayonne Pays basque"
        after_noun = j > self.i and not w.cap[j - 1] and w.plain[j - 1] not in ("et", ",")
        if w.is_adjective(j):
            regional = word in _REGIONAL or (self.places == 1 and word.endswith(("ois", "oise")))
            of_state = w.plain[j - 1] in WHOLE_BODIES  # "Gendarmerie nationale"
            nation = w.cap[j - 1] and self.direct and word in _OF_NATIONS and not w.is_acronym(j - 1)
            crowd = self.direct and j == self.i + 1 and w.plain[j - 1][-1] in "sx" and word[-1] in "sx"
            told = (
                (crowd and w.text[j - 1][1:].islower())
                or nation
                or regional
                or after_noun
                or of_state
                or self.specified(j)
                or self.nested(j)
                or self.agreeing(j)
                or (self.direct and j == self.i + 1 and qualified_noun(w, j))
            )
            return not self.proper or self.listed or told
        if j == self.i and word.endswith(("iste", "ier", "trice")) and self.open(j):
            return True  # "Clinique mutualiste", "Établissement foncier"
        cared = self.purpose and w.plain[j - 2] == "aux" and self.open(j)
        if self.proper and w.cap[j - 1] and (cared or w.lower[j].endswith(_PARTICIPLES)) and self._made(j):
            return True  # "Musée de l'Image imprimée"
        # Agreement in the plural: "producteurs forestiers", "aliments composés".
        if not (
            after_noun and w.plain[j - 1][-1] in "sx" and word[-1] in "sx" and len(word) > 4 and self.open(j)
        ):
            return False
        participle = w.lower[j].endswith(("és", "ées", "is", "ies", "us"))
        return not (participle and (j + 1 >= len(w) or w.lower[j + 1] in _AFTER_PARTICIPLE))

    def nested(self, j: int) -> bool:
        """« Fondation du Musée *cantonal* des Beaux-Arts »: the adjective of a body inside the name."""
        w = self.w
        return j > 1 and w.plain[j - 1] in _NESTED and w.cap[j - 1] and w.plain[j - 2] in OF

    def specified(self, j: int) -> bool:
        """« Conservatoire d'Art *dramatique* »: the adjective of a field that has a capital."""
        w = self.w
        of = w.plain[j - 2] in OF or w.plain[j - 2] in ARTICLES or w.plain[j - 2] == "en"
        if not of or not w.cap[j - 1] or w.plain[j - 1] not in _FIELDS_NAMED:
            return False
        after = j + 1
        return after >= len(w) or not w.joined(after) or not (w.cap[after] or w.plain[after] in ARTICLES)

    def _made(self, j: int) -> bool:
        """« imprimée », « peinte », after a common noun; but « classé » tells of the whole."""
        w = self.w
        if w.text[self.i - 1].isupper() or w.plain[j].startswith(_TOLD_OF_BODIES):
            return False
        return self.agreeing(j)

    def agreeing(self, j: int) -> bool:
        """« Musée de la Carte *postale* »: the adjective of a common noun with its capital and article."""
        w, k = self.w, j - 1
        if k <= self.i or not w.cap[k] or not w.text[k][1:].islower() or self.places > 1:
            return False
        article = w.plain[k - 1]
        if article not in _AGREED or registry_key(w.text[k]) in _TOWNS or w.plain[k] in _NOUNS_OF_BODIES:
            return False
        if not w.joined(j) or w.plain[k] in _COMMON_PLACES:
            return False
        word = w.plain[j]
        if word in _VERBS and not w.lower[j].endswith(_PARTICIPLES):
            return False  # "L'AMAP du Lavoir distribue"
        many = word[-1] in "sx" and not word.endswith(("ois", "ais", "eux"))
        if (article in ("des", "aux")) != many or (article == "la" and word[-1] != "e"):
            return False
        if article in ("du", "au") and w.lower[j].endswith(("ée", "euse", "ive", "elle", "ienne", "te")):
            return False
        after = j + 1
        if after >= len(w) or not w.joined(after):
            return True
        return not (
            w.lower[after] in _AFTER_TOLD or (w.plain[after] in OF and not self._capital_after(after))
        )

    def _capital_after(self, k: int) -> bool:
        """« de Torvel », « du Haut-Arvan » at token ``k``."""
        w = self.w
        k += 1 + (k + 1 < len(w) and w.plain[k + 1] in ARTICLES)
        return k < len(w) and w.cap[k]

    def capital(self, j: int) -> bool:
        w = self.w
        word = w.plain[j]
        if word in _CIVILITIES:
            borne = j == self.i and word in ("dr", "pr") and w.plain[j - 1] in _CARED
            if not borne or j + 1 >= len(w) or not w.cap[j + 1]:
                return False  # but "l'hôpital *Dr Benzid*"
        if word == "asbl" and self.proper:
            return False
        if word in _LEGAL and self.proper:
            dot = (
                j + 1 < len(w)
                and w.text[j + 1] == "."
                and w.gap(j + 1) == ""
                and word in ("inc", "ltd", "corp")
            )
            self.j = j + 1 + dot
            return False  # "la société Nordane SAS" ends here
        label = j > self.i and w.text[j].isupper() and len(word) > 4 and w.text[j + 1 : j + 2] == [":"]
        if label and w.cap[j - 1] and not w.text[j - 1].isupper():
            return False  # "la ville de Torvel INFORMATION : 05 56"
        if word in ARTICLES and not (j + 1 < len(w) and w.cap[j + 1] and w.joined(j + 1)):
            return False  # "RCS Nanterre *La* « Société »"
        if w.text[j] == "À" and j > self.i:
            return False  # "l'université de Torvel *À* l'approche …", its stop lost
        if word in _PAGE_WORDS and (j > self.i or word in ("en", "ce", "cette")):
            return False
        if (self.places and j > self.i and line_lost(w, j)) or ("\n" in w.gap(j) and self.stops(j)):
            return False
        if (
            self.long
            and (j > self.i or w.is_acronym(j - 1))
            and w.is_acronym(j)
            and parts_laboratory(w, self.i - 1, j)
        ):
            return False  # "(Université de Lille CERAPS)"
        if j > self.i and word in _TITLES and w.plain[j - 1] not in OF:
            return False  # "la Faculté de médecine *Professeur Anne Petit*", its line end lost
        if j > self.i and not w.cap[j - 1] and word in _FIRST_NAMES and w.lower[j + 1 : j + 2] in _IS_OR_HAS:
            return False  # "l'École nationale de la magistrature *Camille* a passé …"
        if j > self.i and w.is_acronym(j) and self._spelt(j):
            return False  # "l'Union des marques *UDM*"
        if j == self.i:
            self.direct = True
        elif self.stops(j) and (self.complement or self.proper) and (w.cap[j - 1] or self.somebody(j)):
            return False
        if w.is_acronym(j) and not w.cap[j - 1] and j > self.i and self.stops(j):
            return False
        self.j, self.proper = w.glued(j), True
        if j == self.i and self._stopped(j):
            self.j -= 1
            return False
        return True

    def _stopped(self, j: int) -> bool:
        """« au Groupe K. *La* technique … »: the stop after one letter ends the sentence."""
        w, end = self.w, self.j
        if end != j + 2 or w.text[j + 1] != "." or len(w.text[j]) != 1:
            return False
        return end >= len(w) or not w.joined(end) or w.plain[end] in _FUNCTION_WORDS or not w.cap[end]

    def _spelt(self, j: int) -> bool:
        """Whether the capitals at token ``j`` are the initials of the name before them."""
        w, letters = self.w, self.w.plain[j]
        if len(letters) < 3 or not letters.isalpha():
            return False
        for n in range(max(0, self.i - 3), self.i):
            if letters in (initials(w.plain[n:j]), "".join([word[0] for word in w.plain[n:j]])):
                return True
        return False

    def somebody(self, j: int) -> bool:
        """Whether somebody's name begins at token ``j``: "le Défenseur des droits *Paul Petit*"."""
        w = self.w
        return (
            self.stops(j)
            and w.plain[j] in _FIRST_NAMES
            and j + 1 < len(w)
            and w.cap[j + 1]
            and w.joined(j + 1)
        )

    def figure(self, j: int) -> bool:
        """« Paris 8 », « Laboratoire d'informatique de Paris 6 »."""
        w = self.w
        if not (
            w.text[j].isdigit() and len(w.text[j]) <= 2 and self.proper and w.cap[j - 1] and w.gap(j) == " "
        ):
            return False
        if j + 1 < len(w) and (w.text[j + 1] in "%€$£" or w.text[j + 1] in ("M", "Md", "MF", "k", "Mds")):
            return False  # "le Département de l'Orne 8 M€"
        if w.text[j][0] == "0" and j + 1 < len(w) and w.text[j + 1].isdigit():
            return False  # "Mairie de Torvel 03 20 66 46 00"
        at = j + 1 + (w.text[j + 1 : j + 2] == [","])
        if at < len(w) and w.plain[at] in _WAYS:
            return False  # "la bibliothèque Jules-Torvel 12 rue des Lilas"
        self.j = j + 1
        return j + 1 < len(w) and w.joined(j + 1) and w.cap[j + 1]

    def dash(self, j: int) -> bool:
        """« Université Toulouse - Jean Jaurès », and a hyphen that the tokens part."""
        w = self.w
        if (
            w.text[j] not in "-–"
            or not self.proper
            or j + 1 >= len(w)
            or not w.cap[j + 1]
            or not w.joined(j + 1)
        ):
            return False
        glued = w.gap(j) == "" == w.gap(j + 1)
        if not glued and self.long and w.plain[j + 1].startswith(("chu", "chr")) and w.is_acronym(j + 1):
            self.j = j + 2  # "CIUSSS de l'Estrie – CHUS"
            return False
        if not glued and not (self.direct and self.long and not self.stops(j + 1) and w.text[j] == "-"):
            return False
        self.j = j + 2
        return True
