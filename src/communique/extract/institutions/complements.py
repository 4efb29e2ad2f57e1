"""How far a name goes after its head noun: adjectives, complements, proper names.

"Centre *national de la recherche scientifique*", "Laboratoire *d'informatique de Paris 6*". The end of a name
is where a verb, a conjunction with a new body, a parenthesis or a comma stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from communique.extract.institutions.words import ROOM, Words, function_words
from communique.lexicon import words

_OF = frozenset(("de", "d'", "du", "des"))
_ARTICLES = frozenset(("la", "le", "les", "l'"))
_LINKED = {
    "pour": frozenset(("",)),
    "contre": frozenset(("",)),
    "en": frozenset(
        ("recherche", "recherches", "etudes", "formation", "sciences", "ingenierie", "institut", "centre",
         "laboratoire", "ecole", "federation", "association", "societe", "observatoire", "superieure",
         "reseau", "developpement", "avancees", "hautes", "superieur", "enseignement", "national")
    ),
    "sur": frozenset(
        ("recherche", "recherches", "etude", "etudes", "observatoire", "centre", "institut", "laboratoire",
         "groupe", "information", "conseil", "sciences", "reflexion", "formation")
    ),
    "aux": frozenset(("aide", "formation", "secours", "ecole", "initiation")),
}  # fmt: skip
_REGIONAL = frozenset(
    ("occidentale", "orientale", "septentrionale", "meridionale", "maritime", "atlantique", "sud", "nord", "est",
     "ouest", "centrale", "insulaire", "francophone", "romande", "wallonne")
)  # fmt: skip
_LIMIT = 18


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a name ends (token index, excluded) and what it holds."""

    end: int
    proper: bool  # a capitalised word or a number that names
    complement: bool  # an adjective or a complement in lower case
    direct: bool  # the word after the head is capitalised


@cache
def _toponyms() -> frozenset[str]:
    return words(ROOM, "toponyms.txt")


Stops = Callable[[int], bool]


def extend(
    w: Words, i: int, *, listed: bool, stops: Stops, paired: bool = False, long: bool = False
) -> Extent:
    """The complement that begins at token ``i``, right after the head noun.

    ``listed``: comma lists go on ("de l'Enseignement supérieur, de la Recherche et de l'Innovation");
    ``paired``: one name may hold two ("Pierres et Musiques");
    ``long``: a second place or field may follow the first ("musée d'Histoire de Nantes");
    ``stops(k)``: a body of its own begins at token ``k``, so that a finished name does not swallow it.
    """
    walker = _Walker(w, i, listed, stops, paired, long)
    walker.walk()
    return Extent(walker.j, walker.proper, walker.complement, walker.direct)


class _Walker:
    def __init__(self, w: Words, i: int, listed: bool, stops: Stops, paired: bool, long: bool) -> None:
        self.w, self.i, self.j, self.listed, self.stops = w, i, i, listed, stops
        self.paired, self.long = paired, long
        self.proper = self.complement = self.direct = False
        self.places = 0

    def walk(self) -> None:
        """Step by step while a step is found."""
        limit = self.i + _LIMIT * (2 if self.listed else 1)
        while self.j < limit and self.step():
            pass

    def step(self) -> bool:
        w, j = self.w, self.j
        if j >= len(w) or not w.joined(j):
            return False
        word = w.plain[j]
        if w.cap[j]:
            return self.capital(j)
        if word in _OF:
            return self.of(j)
        if word == "et":
            return self.conjunction(j)
        if word == ",":
            return self.comma(j)
        if word in _LINKED:
            return self.linked(j, word)
        if self.listed and word in ("charge", "chargee", "delegue", "deleguee"):
            self.j = j + 1
            return True
        if w.is_adjective(j) and (not self.proper or self.listed or word in _REGIONAL or self.after_lower(j)):
            self.j, self.complement = j + 1, True
            return True
        if self.listed and self.proper and j + 1 < len(w) and w.is_adjective(j + 1) and word not in function_words():
            self.j = j + 1
            return w.joined(j + 1)  # "la Couverture maladie universelle"
        if word == "&" and j + 1 < len(w) and w.cap[j + 1]:
            self.j, self.proper = j + 2, True
            return True
        if word[0].isdigit() and len(word) <= 2 and self.proper and w.cap[j - 1] and w.gap(j) == " ":
            self.j = j + 1
            return w.joined(j + 1) and w.cap[j + 1] if j + 1 < len(w) else False
        if word == "-" and self.proper and j + 1 < len(w) and w.gap(j) == "" and w.gap(j + 1) == "":
            self.j = j + 2
            return True
        return False

    def after_lower(self, j: int) -> bool:
        return j > self.i and not self.w.cap[j - 1] and self.w.plain[j - 1] not in ("et", ",")

    def capital(self, j: int) -> bool:
        w = self.w
        if w.plain[j] in ("asbl", "sa", "sas", "sarl", "scic", "gmbh") and self.proper:
            return False
        if j == self.i:
            self.direct = True
        elif self.stops(j) and (self.complement or self.proper) and w.cap[j - 1]:
            return False
        if w.is_acronym(j) and not w.cap[j - 1] and j > self.i and self.stops(j):
            return False
        self.j, self.proper = w.glued(j), True
        return True

    def of(self, j: int) -> bool:
        """« de », « d' », « du », « des », with an article: a lower-case noun or a proper name."""
        w = self.w
        k = j + 1
        if k < len(w) and w.plain[j] in ("de", "d'") and w.plain[k] in _ARTICLES and not w.cap[k] and w.joined(k):
            k += 1
        return self.noun(j, k)

    def noun(self, j: int, k: int) -> bool:
        """The noun at ``k`` of the complement that begins at ``j``."""
        w = self.w
        if k >= len(w) or not w.joined(k) or not w.is_word(k):
            return False
        if w.cap[k]:
            if (self.direct and self.places or self.places > 1) and not self.listed:
                return False
            if self.stops(k) and (self.complement or self.proper):
                return False
            if w.is_acronym(k) and (self.proper or self.complement_of()):
                return False
            if self.proper and not self.complement and not self.direct and not self.listed and (
                (w.plain[self.i] != "des" or self.places > 1) and w.plain[j - 1] not in _toponyms()
            ) and not (self.long and self.places == 1 and w.plain[j] in ("de", "d'")):
                # "Université de Bretagne … de Paris": one place is enough.
                return False
            self.places += 1
            self.j, self.proper = w.glued(k), True
            return True
        if w.plain[k] in function_words() or (self.proper and not self.listed and not self.open_list(j)):
            return False
        self.j, self.complement = k + 1, True
        return True

    def complement_of(self) -> bool:
        """Whether a complement with « de » was already read."""
        return any(self.w.plain[k] in _OF for k in range(self.i, self.j))

    def open_list(self, j: int) -> bool:
        """After a capitalised common noun ("Centre de Recherche en …") the complement is still open."""
        w = self.w
        return j > self.i + 1 and w.plain[j - 2] in _OF and w.plain[j - 1].endswith(
            ("e", "es", "ion", "ions", "ent", "ents", "eur", "eurs")
        ) and w.plain[j] in ("du", "des", "de", "d'") and j + 1 < len(w) and w.plain[j + 1] in ("la", "l'", "les")

    def conjunction(self, j: int) -> bool:
        """« et de la … » goes on the complement; « et » + adjective or capital only inside it."""
        w = self.w
        k = j + 1
        if k >= len(w) or not w.joined(k):
            return False
        if w.plain[k] in _OF and self.stops(k + 1) and self.proper:
            return False
        if w.plain[k] in _OF and (self.complement and not self.proper or self.listed):
            self.j = k
            if self.of(k):
                return True
            self.j = j
            return False
        if w.plain[k] in ("a", "aux", "au") and self.listed:
            return False
        if w.is_adjective(k) and not w.cap[j - 1] and w.is_adjective(j - 1):
            self.j = k + 1
            return True
        if w.cap[k] and self.paired and self.direct and not self.complement and not self.stops(k) and j == self.i + 1:
            self.j = k + 1
            return True
        return False

    def comma(self, j: int) -> bool:
        """The comma of a ministry's title: another « de la … » must follow."""
        w = self.w
        k = j + 1
        if k + 1 >= len(w) or not w.joined(k):
            return False
        if w.is_adjective(k) and w.is_adjective(j - 1) and w.plain[k + 1] == "et":
            self.j = k + 1
            return True
        return self.listed and w.plain[k] in _OF and self.of(k)

    def linked(self, j: int, word: str) -> bool:
        """« pour », « contre », « en », « sur », « aux » right after a noun that calls for them."""
        w = self.w
        calls = _LINKED[word]
        before = w.plain[j - 1]
        if self.proper or ("" not in calls and before not in calls):
            return False
        if "" in calls and not (j == self.i or w.is_adjective(j - 1) or before in ("recherche", "action", "lutte")):
            return False
        k = j + 1
        if k < len(w) and w.plain[k] in _ARTICLES and not w.cap[k] and w.joined(k):
            k += 1
        if k >= len(w) or not w.joined(k) or not w.is_word(k) or w.plain[k] in function_words():
            return False
        self.j, self.complement = k + 1, True
        self.proper = self.proper or w.cap[k]
        return True
