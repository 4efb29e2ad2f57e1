"""How far a name goes after its head noun: adjectives, complements, proper names.

"Centre *national de la recherche scientifique*", "Laboratoire *d'informatique de Paris 6*". The end of a name
is where a verb, a conjunction with a new body, a parenthesis or a comma stands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from communique.extractors.institutions.words import (
    ARTICLES,
    OF,
    ROOM,
    Words,
    calls,
    endings,
    function_words,
    wordset,
)
from communique.lexicon import singular, words

_FUNCTION_WORDS = function_words()
_LANDS = wordset("lands")
_REGIONAL = wordset("regional")
_AFTER_PARTICIPLE = wordset("after_participle")
_CIVILITIES = wordset("civilities")
_LEGAL = wordset("legal")
_PRENOMINAL = wordset("prenominal")
_VERBS = words(ROOM, "verbs.txt")
_INFINITIVE = endings("infinitive")
_SPORTS = wordset("sports")
_NOMINAL = endings("nominal")
_FIELDS = wordset("fields")

_LIMIT = 18
_WHOLE_BODIES = frozenset(("union", "nations", "etat", "etats", "gendarmerie", "police", "armee", "armees"))


class Extent:
    """Where a name ends (token index, excluded) and what it holds."""

    __slots__ = ("complement", "direct", "end", "proper")

    def __init__(self, end: int, proper: bool, complement: bool, direct: bool) -> None:
        self.end = end
        self.proper = proper  # a capitalised word or a number that names
        self.complement = complement  # an adjective or a complement in lower case
        self.direct = direct  # the word after the head is capitalised


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


Stops = Callable[[int], bool]


def extend(w: Words, i: int, *, manner: Manner, stops: Stops) -> Extent:
    """The complement that begins at token ``i``, right after the head noun.

    ``stops(k)``: a body of its own begins at token ``k``, so that a finished name does not swallow it.
    """
    walker = _Walker(w, i, manner, stops)
    limit = i + _LIMIT * (2 if manner.listed else 1)
    while walker.j < limit and walker.step():
        pass
    return Extent(walker.j, walker.proper, walker.complement, walker.direct)


def infinitive(word: str) -> bool:
    """Whether a verb, not a name's noun, follows « de »: "permet aux ministères *d'interagir*".

    >>> infinitive("ouvrir"), infinitive("avoir"), infinitive("loisir"), infinitive("quartier")
    (True, True, False, False)
    """
    if word.endswith("ir") and not word.endswith("oir"):
        return word not in wordset("nouns_in_ir")
    verbs = words(ROOM, "verbs.txt")
    return (
        word in ("avoir", "etre")
        or (word.endswith("er") and word[:-1] in verbs)
        or (word.endswith("re") and word[:-2] in verbs)
    )


class _Walker:
    def __init__(self, w: Words, i: int, manner: Manner, stops: Stops) -> None:
        self.w, self.i, self.j, self.stops = w, i, i, stops
        self.listed, self.paired, self.long = manner.listed, manner.paired, manner.long
        self.proper = self.direct = False
        self.complement = self.begun = manner.begun
        self.places = 0
        self.articled = False  # "pour l'agriculture": the next item of a list takes an article too

    def step(self) -> bool:
        """Read one more piece of the name; False at its end."""
        w, j = self.w, self.j
        if j >= len(w) or not w.joined(j):
            return False
        word = w.plain[j]
        if w.cap[j]:
            return self.capital(j)
        if word in OF:
            return self.of(j)
        if word == "et":
            return self.conjunction(j)
        if word == ",":
            return self.comma(j)
        if calls(word):
            return self.linked(j, word)
        if self.listed and word in ("charge", "chargee", "delegue", "deleguee") and not self.proper:
            self.j = j + 1
            return True
        if self.adjective(j):
            self.j, self.complement = j + 1, True
            return True
        if self.listed and self.proper and j + 1 < len(w) and w.is_adjective(j + 1) and self.open(j):
            self.j = j + 1
            return w.joined(j + 1)  # "la Couverture maladie universelle"
        if word == "&" and j + 1 < len(w) and w.cap[j + 1]:
            self.j, self.proper = j + 2, True
            return True
        if word in ("inc", "ltee") and self.proper:
            dot = j + 1 < len(w) and w.text[j + 1] == "." and w.gap(j + 1) == ""
            self.j = j + 1 + dot
            return False
        return self.figure(j) or self.dash(j)

    def open(self, j: int) -> bool:
        """A lower-case word that may belong to a name."""
        word = self.w.plain[j]
        return word[0].isalpha() and word not in _FUNCTION_WORDS and not self.w.cap[j]

    def adjective(self, j: int) -> bool:
        w = self.w
        word = w.plain[j]
        if j > self.i and w.plain[j - 1] in ("pays", "cote") and w.cap[j - 1] and self.open(j):
            return w.is_adjective(j) or word in _LANDS  # "CCI Bayonne Pays basque"
        after_noun = j > self.i and not w.cap[j - 1] and w.plain[j - 1] not in ("et", ",")
        if w.is_adjective(j):
            regional = word in _REGIONAL or (self.places == 1 and word.endswith(("ois", "oise")))
            of_state = w.plain[j - 1] in _WHOLE_BODIES  # "Gendarmerie nationale"
            return not self.proper or self.listed or regional or after_noun or of_state
        if j == self.i and word.endswith(("iste", "ier", "trice")) and self.open(j):
            return True  # "Clinique mutualiste", "Établissement foncier"
        # Agreement in the plural: "producteurs forestiers", "aliments composés".
        if not (
            after_noun and w.plain[j - 1][-1] in "sx" and word[-1] in "sx" and len(word) > 4 and self.open(j)
        ):
            return False
        participle = w.lower[j].endswith(("és", "ées", "is", "ies", "us"))
        return not (participle and (j + 1 >= len(w) or w.lower[j + 1] in _AFTER_PARTICIPLE))

    def capital(self, j: int) -> bool:
        w = self.w
        if w.plain[j] in _CIVILITIES or (w.plain[j] in _LEGAL and self.proper):
            return False
        if j == self.i:
            self.direct = True
        elif self.stops(j) and (self.complement or self.proper) and w.cap[j - 1]:
            return False
        if w.is_acronym(j) and not w.cap[j - 1] and j > self.i and self.stops(j):
            return False
        self.j, self.proper = w.glued(j), True
        return True

    def figure(self, j: int) -> bool:
        """« Paris 8 », « Laboratoire d'informatique de Paris 6 »."""
        w = self.w
        if not (
            w.text[j].isdigit() and len(w.text[j]) <= 2 and self.proper and w.cap[j - 1] and w.gap(j) == " "
        ):
            return False
        if j + 1 < len(w) and (w.text[j + 1] in "%€$£" or w.text[j + 1] in ("M", "Md", "MF", "k", "Mds")):
            return False  # "le Département de l'Orne 8 M€"
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

    def of(self, j: int) -> bool:
        """« de », « d' », « du », « des », with an article: a lower-case noun or a proper name."""
        w = self.w
        k = j + 1
        if (
            k < len(w)
            and w.plain[j] in ("de", "d'")
            and w.plain[k] in ARTICLES
            and not w.cap[k]
            and w.joined(k)
        ):
            k += 1
        if k >= len(w) or not w.joined(k) or not w.is_word(k):
            return False
        if w.cap[k]:
            return self.take(k) if self._class(j, k) else self.place(j, k)
        return self.noun(j, k)

    def place(self, j: int, k: int) -> bool:
        """The capitalised word at ``k`` of the complement that begins at ``j``."""
        w = self.w
        if self.common(j, k):
            self.j, self.complement, self.proper = k + 1, True, True
            return True
        if not self.listed:
            if (self.direct and self.places) or self.places > 1:
                return False
            second = self.long and self.places == 1 and w.plain[j] in ("de", "d'")
            after_noun = (w.plain[self.i] == "des" and self.places == 1) or w.plain[j - 1] in _toponyms()
            after_noun = after_noun or (self.long and self.direct and w.plain[j] in ("de", "d'"))
            if self.proper and not (self.complement or self.direct or second or after_noun):
                return False  # "Université de Bretagne … de Paris": one place is enough
        bearer = self.long and self.direct and not self.complement and not w.is_acronym(k) and k - j == 1
        held = self.listed or self._whole_body(k) or (bearer and w.cap[j - 1])
        if self.stops(k) and (self.complement or self.proper) and not held:
            return False  # but "Haute École Léonard de Vinci"
        if w.is_acronym(k) and (self.proper or any(w.plain[n] in OF for n in range(self.i, j))):
            return False
        self.places += 1
        self.j, self.proper = w.glued(k), True
        return True

    def common(self, j: int, k: int) -> bool:
        """« Conseil de Coordination *des Organisations* »: a common noun with a capital, after another."""
        w = self.w
        if self.listed or self.places or k - j > 1 or not w.text[k][1:].islower():
            return False
        bare = w.plain[j] == "de" or (w.plain[j] == "des" and w.plain[k][-1] in "sx")
        if self.stops(k) and not bare:
            return False
        return singular(w.plain[k]).endswith(_NOMINAL) and not w.plain[k].endswith("ie")

    def _whole_body(self, k: int) -> bool:
        """A State or a union inside a name: "Cour de justice *de l'Union européenne*"."""
        return self.w.plain[k] in _WHOLE_BODIES and not self.proper

    def _class(self, j: int, k: int) -> bool:
        """A class of bodies, none by its name: "Direction générale *des Etablissements pénitentiaires*"."""
        w = self.w
        if w.plain[j] != "des" or self.proper or not w.text[k][1:].islower() or w.plain[k][-1] not in "sx":
            return False
        if any(w.plain[n] in OF for n in range(self.i, j)):
            return False
        if k + 2 >= len(w) or not w.is_adjective(k + 1):
            return False
        return not (w.joined(k + 2) and w.plain[k + 2] in OF | {"et"})

    def noun(self, j: int, k: int) -> bool:
        """The lower-case noun at ``k`` of the complement that begins at ``j``."""
        w = self.w
        while w.plain[k] in _PRENOMINAL and k + 1 < len(w) and w.joined(k + 1):
            after = w.plain[k + 1]
            if after in _FUNCTION_WORDS and after != "et" and after not in _PRENOMINAL:
                break  # "maisons de jeunes en Belgique": a noun here
            if w.plain[k] == "jeunes" and after in _VERBS:
                break  # "l'Agence de l'emploi des jeunes forme 5 000 personnes"
            k += 1
            if w.plain[k] == "et" and k + 1 < len(w) and w.plain[k + 1] in _PRENOMINAL:
                k += 1
        if w.cap[k] and k > j + 1 and not self.proper:
            return self.place(j, k)  # "Amis du vieux Bourg"
        if not self.open(k) or (w.plain[k - 1] in ("de", "d'") and infinitive(w.plain[k])):
            return False
        if self.proper and w.plain[k - 1] in ("de", "d'") and w.plain[k].endswith(_INFINITIVE):
            return False  # "le ministère de la Transition écologique d'avoir tardé"
        if self.proper and not self.listed and not self.field(j):
            return self.direct and w.plain[k] in _SPORTS and self.take(k)
        return self.take(k)

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

    def conjunction(self, j: int) -> bool:
        """« et de la … » goes on the complement; « et » with a bare word only inside it."""
        w = self.w
        k = j + 1
        if k >= len(w) or not w.joined(k):
            return False
        if w.plain[k] in OF:
            return self.of_again(j, k)
        if w.plain[k] in ARTICLES and self.articled and not w.cap[k]:
            return self.item(k + 1)
        if w.is_adjective(k) and not w.cap[j - 1] and w.is_adjective(j - 1):
            self.j = k + 1
            return True
        if self.listed and w.cap[k] and w.cap[j - 1] and w.adjectival(k) and w.adjectival(j - 1):
            self.j = k + 1  # "Transition Écologique et Solidaire"
            return True
        if w.cap[k] and not self.stops(k):
            pair = self.paired and self.direct and j == self.i + 1
            plurals = j - 2 >= self.i and w.plain[j - 2] == "des" and w.plain[k].endswith("s")
            if pair or plurals:
                self.j = k + 1
                return True
        return self.open(k) and self.bare(j - 1, k) and self.take(k)

    def of_again(self, j: int, k: int) -> bool:
        """« et de la … »."""
        at = k + 1 + (k + 1 < len(self.w) and self.w.plain[k + 1] in ARTICLES)
        if (not self.complement and not self.listed) or (
            self.proper and not self.listed and not self.field(j) and not self.lands(j, k)
        ):
            return False
        if self.stops(at) and not (self.listed and self.w.cap[at]):
            return False
        self.j = k
        if self.of(k):
            return True
        self.j = j
        return False

    def lands(self, j: int, k: int) -> bool:
        """« des pays de la Saulx et du Perthois »: two lands, each with its article."""
        w = self.w
        first = w.plain[j - 2] in ARTICLES or w.plain[j - 2] in ("du", "des")
        second = k + 1 < len(w) and (w.plain[k] in ("du", "des") or w.plain[k + 1] in ARTICLES)
        return first and second and self.complement and self.places == 1

    def item(self, k: int) -> bool:
        """One more noun with its article: "pour l'agriculture, *l'alimentation* et *l'environnement*"."""
        w = self.w
        if k >= len(w) or not w.joined(k) or w.cap[k] or not self.open(k) or self.stops(k):
            return False
        word = w.plain[k]
        if k + 1 < len(w) and w.cap[k + 1]:
            return False  # "la Fondation pour la recherche et l'association Sillage"
        return (word.endswith(_NOMINAL) or word in _FIELDS) and self.take(k)

    def bare(self, before: int, k: int) -> bool:
        """« fruits et légumes », « biologie et modélisation »: « et » adds a bare noun."""
        w = self.w
        if self.proper or w.cap[before] or before < self.i - self.begun or self.stops(k):
            return False
        a, b = w.plain[before], w.plain[k]
        if a[-1] in "sx" and b[-1] in "sx":
            return not b.endswith("ons") or b.endswith("ions")
        return w.plain[before - 1] in ("de", "d'", "en") and b.endswith(_NOMINAL) and a[-1] not in "sx"

    def comma(self, j: int) -> bool:
        """The comma of a list inside the name: another « de la … » follows, and an « et » closes the list."""
        w = self.w
        k = j + 1
        if k + 1 >= len(w) or not w.joined(k):
            return False
        if w.is_adjective(k) and w.is_adjective(j - 1) and w.plain[k + 1] == "et":
            self.j = k + 1
            return True
        if w.plain[k] in ARTICLES and self.articled and not w.cap[k]:
            return self.item(k + 1)
        if w.plain[k] in OF and (self.listed or (self.complement and not self.proper and self.closes(k))):
            at = k + 1 + (w.plain[k + 1] in ARTICLES)
            return not self.stops(at) and self.of(k)
        if self.open(k) and self.bare(j - 1, k) and w.plain[k + 1] == "et":
            return self.take(k)
        return False

    def closes(self, k: int) -> bool:
        """Whether « et de … » closes the list that goes on at token ``k``."""
        w = self.w
        for n in range(k, min(len(w) - 1, k + 14)):
            if w.plain[n] == "et":
                return w.plain[n + 1] in OF
            if w.cap[n] or w.text[n] in ".;:()«»":
                break
        return False

    def cause(self, j: int) -> bool:
        """« Association des villes et collectivités *pour les communications* »: what the body is for."""
        w = self.w
        if (
            self.proper
            or not self.complement
            or self.i == 0
            or w.plain[self.i - 1] not in wordset("gatherings")
        ):
            return False
        k = j + 2
        if k >= len(w) or w.plain[j + 1] not in ARTICLES or w.cap[k] or not w.joined(k) or not self.open(k):
            return False
        word = singular(w.plain[k])
        self.articled = word.endswith(_NOMINAL) or word in _FIELDS
        return self.articled and self.take(k)

    def linked(self, j: int, word: str) -> bool:
        """« pour », « contre », « en », « sur », « à » after a noun that calls for them."""
        w = self.w
        before = j - 1
        if w.lower[j] == "a":
            return False
        of_land = word == "a" and w.cap[j - 1] and self.long and self.places == 1 and w.plain[j - 2] == "du"
        if of_land and j + 1 < len(w) and w.cap[j + 1] and w.joined(j + 1):
            self.j = j + 2  # "Université du Québec à Montréal"
            return True
        if word == "pour" and self.cause(j):
            return True
        if w.is_adjective(before) and before >= self.i:
            before -= 1
        right_after = before < self.i and word in ("pour", "contre")
        if self.proper or not (right_after or w.plain[before] in calls(word)):
            return w.cap[j - 1] and self.listed and w.plain[j - 1] in calls(word) and self.object(j)
        return self.object(j)

    def object(self, j: int) -> bool:
        """The noun that the preposition at ``j`` brings."""
        w = self.w
        k = j + 1
        if k < len(w) and w.plain[k] in ARTICLES and not w.cap[k] and w.joined(k):
            k += 1
        k += k + 1 < len(w) and w.plain[k] in _PRENOMINAL and w.joined(k + 1)
        if k >= len(w) or not w.joined(k) or not w.is_word(k) or w.plain[k] in _FUNCTION_WORDS:
            return False
        self.articled = w.plain[k - 1] in ARTICLES
        self.j, self.complement = k + 1, True
        self.proper = self.proper or w.cap[k]
        return True


@cache
def _toponyms() -> frozenset[str]:
    return words(ROOM, "toponyms.txt")
