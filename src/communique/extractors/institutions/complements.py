"""How far a name goes after its head noun: adjectives, complements, proper names.

"Centre *national de la recherche scientifique*", "Laboratoire *d'informatique de Paris 6*". The end of a name
is where a verb, a conjunction with a new body, a parenthesis or a comma stands.
"""

from __future__ import annotations

from communique.extractors.institutions.genitives import infinitive
from communique.extractors.institutions.lists import Lists
from communique.extractors.institutions.walk import Manner, Stops
from communique.extractors.institutions.words import (
    ARTICLES,
    OF,
    Words,
    calls,
    endings,
    function_words,
    wordset,
)
from communique.gazetteer import places, registry_key
from communique.lexicon import singular

_FUNCTION_WORDS = function_words()
_PRENOMINAL = wordset("prenominal")
_NOMINAL = endings("nominal")
_FIELDS = wordset("fields")

_POSTED = ("consulat", "ambassade", "representation", "haut-commissariat", "general", "delegation")
_CHARGED = ("interministerielle", "interministeriel", "intergouvernemental")
_AGAINST = wordset("against")
_TIMES = ("ieme", "iere", "fois")
_CAUSED = wordset("caused")
_CAUSES = wordset("causes_named")
_GATHERINGS = wordset("gatherings") | wordset("against")
_CLASSES_OF_FIRMS = frozenset(("entreprise", "entreprises", "etablissement", "etablissements"))

_PLACES = places()
_NOUNS = (
    wordset("nouns_in_er_re")
    | wordset("nouns_in_ir")
    | {"mer", "fer", "cancer", "enfer", "hiver", "univers", "autre", "cadre"}
)
_SHORT = 4
_LIMIT = 18


def _to_do(word: str) -> bool:
    """Whether an infinitive follows « pour »; no bare noun of a name ends so but a few."""
    return infinitive(word) or (
        word.endswith(("er", "ir", "re")) and word not in _NOUNS and len(word) > _SHORT
    )


class Extent:
    """Where a name ends (token index, excluded) and what it holds."""

    __slots__ = ("complement", "direct", "end", "proper")

    def __init__(self, end: int, proper: bool, complement: bool, direct: bool) -> None:
        self.end = end
        self.proper = proper  # a capitalised word or a number that names
        self.complement = complement  # an adjective or a complement in lower case
        self.direct = direct  # the word after the head is capitalised


def extend(w: Words, i: int, *, manner: Manner, stops: Stops) -> Extent:
    """The complement that begins at token ``i``, right after the head noun.

    ``stops(k)``: a body of its own begins at token ``k``, so that a finished name does not swallow it.
    """
    walker = _Walker(w, i, manner, stops)
    limit = i + _LIMIT * (2 if manner.listed else 1)
    while walker.j < limit and walker.step():
        pass
    return Extent(walker.j, walker.proper, walker.complement, walker.direct)


class _Walker(Lists):
    """Reads a name to its end, its prepositions beside « de » included."""

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
            return self.conjunction(j) or (self.purpose and self._purposes(j))
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

    def _purposes(self, j: int) -> bool:
        """« Haut-Commissariat à la Jeunesse *et aux Sports* »."""
        w, k = self.w, j + 1
        k += k + 1 < len(w) and w.plain[k] in ("a", "contre", "pour")
        articled = k < len(w) and w.plain[k] in ("au", "aux", "la", "l'", "le", "les")
        held = articled and k + 1 < len(w) and w.cap[k + 1] and w.joined(k + 1) and not self.stops(k + 1)
        again = k > j + 1 or w.plain[k] in ("au", "aux") or (w.plain[j - 2] in ARTICLES and w.cap[j - 1])
        if not held or not again or w.is_acronym(k + 1) or registry_key(w.text[k + 1]) in _PLACES:
            return False
        self.j = k + 2
        return True

    def fallen(self, j: int) -> bool:
        """« Fédération des fils de morts *pour la France* »."""
        w = self.w
        if w.plain[j - 1] not in ("mort", "morts", "mortes") or w.plain[j + 1 : j + 2] != ["la"]:
            return False
        if w.plain[j + 2 : j + 3] not in (["france"], ["patrie"], ["belgique"]) or not w.joined(j + 2):
            return False
        self.j, self.proper = j + 3, True
        return True

    def cause(self, j: int) -> bool:
        """« Association des villes et collectivités *pour les communications* »: what the body is for."""
        w = self.w
        if self.proper and self.direct and self.i and w.plain[self.i - 1] in _CAUSED and not self.places:
            return self._cared_for(j)  # "Fondation Jean-Bosco pour l'enfance"
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

    def _cared_for(self, j: int) -> bool:
        """The field, with its article and an adjective, that « pour » brings after a name."""
        w, k = self.w, j + 2
        if k >= len(w) or w.plain[j + 1] not in ARTICLES or not w.joined(k) or self.stops(k):
            return False
        if w.plain[k] not in _CAUSES:
            return False
        adjective = k + 1 < len(w) and w.joined(k + 1) and w.is_adjective(k + 1) and not w.cap[k]
        agrees = adjective and (w.plain[k][-1] in "sx") == (w.plain[k + 1][-1] in "sx")
        return self.take(k + agrees)

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
        if (
            word in ("a", "au", "aux", "en")
            and self._sent(self.i - 1)
            and (self.places == 1 or w.plain[j - 1] == "europeenne")
        ):
            return self._posted(j)
        if word == "pour" and (self.fallen(j) or self.cause(j)):
            return True
        if word == "en" and self.proper and self.complement and not self.places and not self.direct:
            return self._abroad(j)
        told = before >= self.i or w.adjectival(before) or self._noun() not in _GATHERINGS
        if word == "pour" and told and j + 1 < len(w) and not w.cap[j + 1] and _to_do(w.plain[j + 1]):
            return False  # "la Commission européenne pour résoudre ce conflit"
        if w.is_adjective(before):
            before -= before >= self.i
        if self._purpose(j, word):
            return True
        if word == "sur" and w.plain[j - 1] in _CHARGED and not self.proper:
            return self.object(j)  # "Commission interministérielle sur l'eau"
        right_after = before < self.i and word in ("pour", "contre")
        if right_after and w.plain[self.i - 1] in ("banque", "groupe", "societe", "fonds"):
            return False  # "gouverneur de la Banque pour le Tchad"
        if right_after and w.plain[self.i - 1] == "commission" and "europeenne" in w.doc.places:
            return False  # "le vice-président de la Commission pour l'euro"
        if word == "contre" and right_after and self._noun() not in _AGAINST:
            return False  # "la plainte devant la Cour pénale internationale contre l'État"
        if self._of_nations(j):
            self.proper = False  # "pour la promotion *de la femme*"
            return self.object(j)
        if self.proper or not (right_after or w.plain[before] in calls(word)):
            return w.cap[j - 1] and self.listed and w.plain[j - 1] in calls(word) and self.object(j)
        return self.object(j)

    def _noun(self) -> str:
        """The head noun, the adjectives after it aside."""
        k = self.i - 1
        while k > 0 and self.w.plain[k] not in _AGAINST and self.w.adjectival(k) and self.w.joined(k):
            k -= 1
        return self.w.plain[k]

    def _of_nations(self, j: int) -> bool:
        """« Programme des Nations unies *pour le développement* »: what a body of the UN is for."""
        w = self.w
        if w.plain[j - 2 : j] != ["nations", "unies"] or w.plain[j] not in ("pour", "contre", "sur"):
            return False
        if j - 3 < self.i or w.plain[j - 3] != "des" or j + 2 >= len(w) or w.plain[j + 1] not in ARTICLES:
            return False
        return not w.cap[j + 2] and w.joined(j + 2) and not w.plain[j + 2].endswith(_TIMES)

    def _purpose(self, j: int, word: str) -> bool:
        """« Comité de Lutte *contre la Drogue* », « d'Aide *aux Victimes* »: after a capital too."""
        w, before = self.w, j - 1
        if before >= self.i and w.cap[before] and w.plain[before] not in calls(word):
            before -= w.adjectival(before)
        if before < self.i or not w.cap[before] or not w.text[before][1:].islower():
            return False
        bare = before == self.i or w.plain[before - 1] in ("de", "d'") or w.adjectival(before - 1)
        if not bare or w.plain[before] not in calls(word) | calls("purpose") or self.places > 1:
            return False
        if w.plain[self.i - 1] in _CLASSES_OF_FIRMS:
            return False  # "une Entreprise d'Insertion *pour la réalisation* de la prestation"
        article = j + 1 < len(w) and w.plain[j + 1] in ARTICLES and not w.cap[j + 1]
        k = j + 1 + article
        if k >= len(w) or self.stops(k) or (not article and registry_key(w.text[k]) in _PLACES):
            return False
        if word == "en" and not w.cap[k]:
            return False
        self.purpose, self.places = True, 0
        return self.object(j)

    def _sent(self, k: int) -> bool:
        """« Consulat général », « Délégation générale »: what a State has in another."""
        plain = self.w.plain
        return plain[k] in _POSTED or (plain[k] == "generale" and plain[k - 1] == "delegation")

    def _posted(self, j: int) -> bool:
        """« Consulat de France *à Québec* »."""
        w, k = self.w, j + 1
        if k >= len(w) or not w.cap[k] or not w.joined(k) or w.lower[j] == "a":
            return False
        self.j, self.places = w.glued(k), 2
        return False

    def _abroad(self, j: int) -> bool:
        """« Association de Coopération Rurale *en Afrique* »: fields with capitals, then where."""
        w = self.w
        before = j - 1 - w.adjectival(j - 1)
        if j + 1 >= len(w) or not (w.cap[j - 1] and w.cap[j + 1] and w.joined(j + 1)):
            return False
        self.places += 1
        return w.plain[before] in calls("en") and self.object(j)

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
