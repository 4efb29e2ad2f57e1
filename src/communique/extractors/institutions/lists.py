"""Lists inside a name: « de la culture et de la communication », « fruits et légumes », « A, B et C »."""

from __future__ import annotations

from communique.extractors.institutions.genitives import Genitives
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, endings, wordset
from communique.extractors.people.lexicon import first_names
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_NOMINAL = endings("nominal")
_FIELDS = wordset("fields")
_FIELDS_NAMED = wordset("fields_named")
_PRENOMINAL = wordset("prenominal")
_PLACES = places()
_FIRST_NAMES = first_names()
_PEOPLE = words(ROOM, "role_nouns.txt") | wordset("people_and_bodies")
_ACTORS = wordset("actors")
_MANY = ("eurs", "iens", "istes", "iers", "ants", "logues")
_WARDS = ("anciens", "combattants", "etudiants", "enfants", "territoires", "valeurs")
_NEAR = 3  # tokens from a head noun to its first thing
_CROWD = 12  # tokens of a row of members
_DONE_BY_MANY = wordset("done_by_many")
_OTHER_BODIES = wordset("other_bodies")
_FORCES = (
    "police",
    "gendarmerie",
    "douane",
    "douanes",
    "justice",
    "armee",
    "marine",
    "protection",
    "pompiers",
)
_SCIENCES = ("sciences", "technologies", "therapies", "materiaux")


def _persons(word: str, *, capital: bool) -> bool:
    """« des procureurs », « des élus », « des syndicats »: who acts beside a ministry, none of its fields."""
    noun = singular(word)
    if word in _WARDS:
        return False
    return noun in _PEOPLE or (not capital and (noun in _ACTORS or word.endswith(_MANY)))


class Lists(Genitives):
    """Reads what « et » and the comma go on with."""

    def conjunction(self, j: int) -> bool:
        """« et de la … » goes on the complement; « et » with a bare word only inside it."""
        w = self.w
        k = j + 1
        if k >= len(w) or not w.joined(k):
            return False
        if w.plain[k] in OF:
            return self.of_again(j, k)
        if w.plain[k] in ARTICLES and self.articled and not w.cap[k]:
            return self._capital_item(j, k + 1) or self.item(k + 1)
        if w.is_adjective(k) and not w.cap[j - 1] and w.is_adjective(j - 1):
            self.j = k + 1
            return True
        if w.cap[k] and w.cap[j - 1] and w.adjectival(k) and w.adjectival(j - 1) and not self.stops(k):
            self.j = k + 1  # "Transition Écologique et Solidaire"
            return True
        if w.cap[k] and self._two_fields(j, k):
            self.j = k + 1  # "Recherche en Économie rurale et Gestion des territoires"
            return True
        if w.cap[k] and self.direct and self._couple(j):
            self.j = k + 2
            return True
        if w.cap[k] and not self.stops(k):
            whole = w.is_acronym(k) or (k + 2 < len(w) and w.plain[k + 1 + w.cap[k + 1]] in _DONE_BY_MANY)
            pair = (
                self.direct
                and j == self.i + 1
                and not whole
                and (self.paired or (self.long and self._fields(j - 1, k)))
            )
            plurals = j - 2 >= self.i and w.plain[j - 2] == "des" and w.plain[k].endswith("s")
            if pair or plurals:
                self.j = k + 1
                return True
        return self.open(k) and self.bare(j - 1, k) and self.take(k)

    def _couple(self, j: int) -> bool:
        """« lycée Pierre *et Marie Curie* »: two first names and one surname."""
        w = self.w
        if j != self.i + 1 or j + 2 >= len(w) or not self.long or not w.joined(j + 2):
            return False
        return w.plain[j - 1] in _FIRST_NAMES and w.plain[j + 1] in _FIRST_NAMES and w.cap[j + 2]

    def of_again(self, j: int, k: int) -> bool:
        """« et de la … »."""
        at = k + 1 + (k + 1 < len(self.w) and self.w.plain[k + 1] in ARTICLES)
        if at < len(self.w) and self.w.plain[at] in _FORCES and self.w.plain[self.i - 1] in _FORCES:
            return False  # "la Police et de la Gendarmerie": two
        if self.listed and at < len(self.w) and self.w.plain[at] in _OTHER_BODIES and not self.w.cap[at]:
            return False  # "du ministère de tutelle et de la direction générale de l'Agence"
        if not self.listed and self._twins(j, k, at):
            self.j = self.w.glued(at)
            return True
        if not (self.listed or self.sciences(j, at)) and (
            not self.complement or (self.proper and not self.field(j) and not self.lands(j, k))
        ):
            return False
        if self.stops(at) and not (self.listed and self.w.cap[at]):
            return False
        self.j = k
        if self.of(k):
            return True
        self.j = j
        return False

    def _twins(self, j: int, k: int, at: int) -> bool:
        """« Musée de la Chasse *et de la Nature* »: two things, each with its article and its capital."""
        w, before = self.w, j - 1
        before -= before > self.i + 1 and w.is_adjective(before)
        if at >= len(w) or not (w.joined(at) and self._thing(before) and self._thing(at)) or self.stops(at):
            return False
        article = w.plain[before - 1] in ("la", "l'", "du", "des") and before - self.i < _NEAR
        again = w.plain[k] in ("du", "des") or at > k + 1
        return article and again and (at + 1 >= len(w) or not (w.cap[at + 1] and w.joined(at + 1)))

    def _thing(self, k: int) -> bool:
        """A common noun with its capital, neither a land nor a body."""
        w = self.w
        if not w.cap[k] or not w.text[k][1:].islower() or "-" in w.text[k]:
            return False
        return w.plain[k] not in _OTHER_BODIES and registry_key(w.text[k]) not in _PLACES

    def lands(self, j: int, k: int) -> bool:
        """« des pays de la Saulx et du Perthois »: two lands, each with its article."""
        w = self.w
        first = w.plain[j - 2] in ARTICLES or w.plain[j - 2] in ("du", "des")
        second = k + 1 < len(w) and (w.plain[k] in ("du", "des") or w.plain[k + 1] in ARTICLES)
        return first and second and self.complement and self.places == 1

    def sciences(self, j: int, at: int) -> bool:
        """« Laboratoire de Vaccinologie *et d'Immunologie* »: two fields, each with a capital."""
        w = self.w
        before = j - 1 - (w.adjectival(j - 1) and j - 1 > self.i + 1)
        return at < len(w) and self._science(before) and self._science(at)

    def _two_fields(self, j: int, k: int) -> bool:
        """« en Économie Rurale *et Gestion* »: two fields under one preposition, no body among them."""
        w, before = self.w, j - 1
        while before > self.i and w.adjectival(before):
            before -= 1
        if before <= self.i or w.plain[before - 1] not in ("en", "de", "d'") or self.stops(k):
            return False
        return self._science(before) and self._science(k) and k not in (before, len(w) - 1)

    def _fields(self, j: int, k: int) -> bool:
        """« École doctorale Vie *et Santé* »: two fields right after the noun."""
        w = self.w
        return all(w.plain[n] in _FIELDS or self._science(n) for n in (j, k)) and not w.is_acronym(k)

    def _science(self, k: int) -> bool:
        w = self.w
        word = w.plain[k]
        if not w.cap[k] or w.text[k].isupper():
            return False
        if word in _PRENOMINAL and k + 1 < len(w) and w.cap[k + 1]:
            return w.plain[k + 1] in _FIELDS_NAMED  # "et des Grands Travaux"
        if word not in _FIELDS_NAMED and not singular(word).endswith(_NOMINAL):
            return False
        return registry_key(w.text[k]) not in _PLACES

    def item(self, k: int) -> bool:
        """One more noun with its article: "pour l'agriculture, *l'alimentation* et *l'environnement*"."""
        w = self.w
        if k >= len(w) or not w.joined(k) or w.cap[k] or not self.open(k) or self.stops(k):
            return False
        word = w.plain[k]
        if k + 1 < len(w) and w.cap[k + 1]:
            return False  # "la Fondation pour la recherche et l'association Sillage"
        field = word.endswith(_NOMINAL) or word in _FIELDS or word in _FIELDS_NAMED
        return field and self.take(k)

    def _capital_item(self, j: int, k: int) -> bool:
        """« pour la Mémoire et *l'Histoire* »: two fields, each with its article and its capital."""
        w = self.w
        if k >= len(w) or not (w.joined(k) and w.cap[k] and w.cap[j - 1]) or self.stops(k):
            return False
        if w.plain[j - 2] not in ARTICLES or not self._thing(j - 1) or not self._science(k):
            return False
        self.j = k + 1
        return True

    def bare(self, before: int, k: int) -> bool:
        """« fruits et légumes », « biologie et modélisation »: « et » adds a bare noun."""
        w = self.w
        if self.proper or w.cap[before] or before < self.i - self.begun or self.stops(k):
            return False
        a, b = w.plain[before], w.plain[k]
        if a[-1] in "sx" and b[-1] in "sx":
            return not b.endswith("ons") or b.endswith("ions")
        nominal = b.endswith(_NOMINAL) or b.endswith(_SCIENCES)
        return w.plain[before - 1] in ("de", "d'", "en") and nominal and a[-1] not in "sx"

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
        if self.listed and w.plain[k] == "des" and _persons(w.plain[k + 1], capital=w.cap[k + 1]):
            return False  # "du ministère de l'Économie, des directeurs de cabinet et des élus"
        if w.plain[k] in OF and not self.listed and self._ends_fields(j, k):
            return self.of(k)
        if w.plain[k] in OF and (self.listed or (self.complement and not self.proper and self.closes(k))):
            at = k + 1 + (w.plain[k + 1] in ARTICLES)
            return not self.stops(at) and self.of(k)
        if self.open(k) and self.bare(j - 1, k) and (w.plain[k + 1] == "et" or self._crowd(k)):
            return self.take(k)
        return False

    def _crowd(self, k: int) -> bool:
        """« des mutilés, *réformés*, anciens combattants et victimes »: plurals that « et » closes."""
        w = self.w
        if w.plain[k][-1] not in "sx":
            return False
        for n in range(k + 1, min(len(w) - 1, k + _CROWD)):
            if w.plain[n] == "et":
                return self.open(n + 1) and w.plain[n + 1][-1] in "sx"
            if w.text[n] != "," and not (self.open(n) and w.plain[n][-1] in "sx" and w.joined(n)):
                return False
        return False

    def _ends_fields(self, j: int, k: int) -> bool:
        """« Direction générale de l'Aménagement du Territoire, *du Logement* et du Patrimoine »."""
        w = self.w
        at = k + 1 + (w.plain[k + 1] in ARTICLES)
        if not (self.proper and self.complement) or at + 1 >= len(w) or not w.cap[at] or self.stops(at):
            return False
        if not (self._science(at) and w.cap[j - 1]):
            return False
        after = at + 1 + w.adjectival(at + 1)
        return (
            w.plain[after : after + 1] == ["et"]
            and w.plain[after + 1 : after + 2] != []
            and (w.plain[after + 1] in OF and w.joined(after + 1))
        )

    def closes(self, k: int) -> bool:
        """Whether « et de … » closes the list that goes on at token ``k``."""
        w = self.w
        for n in range(k, min(len(w) - 1, k + 14)):
            if w.plain[n] == "et":
                return w.plain[n + 1] in OF
            if w.cap[n] or w.text[n] in ".;:()«»":
                break
        return False
