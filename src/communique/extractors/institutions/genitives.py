"""Complements with « de », « du », « des »: a field, a place, somebody whose name a body bears."""

from __future__ import annotations

from functools import cache

from communique.extractors.institutions.walk import WHOLE_BODIES, Walk
from communique.extractors.institutions.words import (
    ARTICLES,
    OF,
    ROOM,
    Words,
    endings,
    function_words,
    wordset,
)
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_FUNCTION_WORDS = function_words()
_SIDES = frozenset(
    ("droite", "gauche", "extreme", "centre-droit", "centre-gauche", "ultra-droite", "ultra-gauche")
)
_PRENOMINAL = wordset("prenominal")
_VERBS = words(ROOM, "verbs.txt")
_INFINITIVE = endings("infinitive")
_FIELDS_NAMED = wordset("fields_named")
_SURE = endings("sure_infinitive")
_OF_MEMBERS = wordset("of_owned")
OWNERS = wordset("owners")
_SPORTS = wordset("sports")
_TAUGHT = wordset("taught")
_CLOSED_FIELDS = wordset("closed_fields")
_PLACES = places()
_NOT_ACRONYMS = words(ROOM, "stop_acronyms.txt")
_CIVILITIES = wordset("civilities")
_NOMINAL = endings("nominal")
_USERS = wordset("users")
_CLASS_NOUNS = wordset("class_nouns")
_CLASS_ACRONYMS = wordset("class_acronyms")


_LANDS_BEGIN = wordset("lands_begin")
_LOWER_LANDS = wordset("lower_lands")


def infinitive(word: str) -> bool:
    """Whether a verb, not a name's noun, follows « de »: "permet aux ministères *d'interagir*".

    >>> infinitive("ouvrir"), infinitive("interdire"), infinitive("loisir"), infinitive("quartier")
    (True, True, False, False)
    """
    if word.endswith("ir") and not word.endswith("oir"):
        return word not in wordset("nouns_in_ir")
    if word.endswith(_SURE):
        return word not in wordset("nouns_in_er_re")
    verbs = words(ROOM, "verbs.txt")
    return (
        word in ("avoir", "etre", "faire", "voir", "pouvoir", "taire", "satisfaire", "refaire")
        or (word.endswith("er") and word[:-1] in verbs)
        or (word.endswith("re") and word[:-2] in verbs)
    )


class Genitives(Walk):
    """Reads what « de » brings."""

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
        if k >= len(w) or not w.joined(k):
            return False
        counted = w.text[k].isdigit() and self.long and k + 1 < len(w) and w.cap[k + 1] and w.joined(k + 1)
        if counted and w.plain[j] == "des" and not self.proper:
            self.j, self.proper = w.glued(k + 1), True
            return True  # "Théâtre des 13 Vents"
        if not w.is_word(k):
            return False
        if w.cap[k]:
            if w.plain[k] in _CIVILITIES or (w.text[k] == "M" and w.text[k + 1 : k + 2] == ["."]):
                return False  # "l'élection au Conseil national de M. Petit"
            return self.take(k) if self._class(j, k) else self.place(j, k)
        return self.noun(j, k)

    def place(self, j: int, k: int) -> bool:
        """The capitalised word at ``k`` of the complement that begins at ``j``."""
        w = self.w
        if self.direct and w.text[self.i][-1].isdigit() and w.plain[self.i - 1] == "universite":
            return False  # "l'université Paris-8 de Saint-Denis"
        if w.plain[k] == "etat" and w.plain[j] == "d'" and not w.cap[j - 1 if j > self.i else j]:
            self.j, self.complement = k + 1, True
            return True  # "Université d'État *d'hydrologie de Russie*"
        if self.common(j, k):
            self.j, self.complement, self.proper = k + 1, True, True
            return True
        used = w.plain[j - 1] in OWNERS or w.plain[j - 1] in _CLASS_ACRONYMS
        inner = used and w.plain[j - 3] in _USERS and w.cap[j - 1] and not self.stops(k)
        if inner and w.plain[j] in ("de", "d'"):
            self.j, self.proper, self.places = w.glued(k), True, 2
            return True  # "Comité de défense des usagers du CPAS *de Torvel*"
        inner = w.plain[j - 1] in OWNERS and w.cap[j - 1] and w.plain[j] in ("de", "d'")
        if inner and w.plain[self.i - 1] in _OF_MEMBERS and not self.stops(k) and self.places < 2:
            self.j, self.proper, self.places = w.glued(k), True, 2
            return True  # "Association étudiante du Cégep *de Torvel*"
        if not self.listed:
            inside = self.places == 2 and w.plain[j - 1] in _LANDS_BEGIN and w.cap[j - 1]
            inside = inside or (self.places < 3 and self.landed == j - 1 > 0)
            if (self.direct and self.places) or (self.places > 1 and not inside):
                return False
            second = self.long and self.places == 1 and w.plain[j] in ("de", "d'")
            after_noun = (w.plain[self.i] == "des" and self.places == 1) or w.plain[j - 1] in _toponyms()
            after_noun = after_noun or (self.long and self.direct and w.plain[j] in ("de", "d'"))
            after_noun = after_noun or (self.places == 1 and self._of_land(j, k))
            if self.proper and not (self.complement or self.direct or second or after_noun or inside):
                return False  # "Université de Bretagne … de Paris": one place is enough
        bearer = self.long and self.direct and not self.complement and not w.is_acronym(k) and k - j == 1
        held = (
            (self.listed and not self.somebody(k))
            or self._whole_body(k)
            or self._of_town(k)
            or (bearer and w.cap[j - 1])
        )
        owned = not self.proper and self._owner(j, k)
        if w.is_adjective(self.i - 1) and self.somebody(k):
            return False  # "le Parti socialiste *de Paul Petit*"
        if self.stops(k) and (self.complement or self.proper) and not held and not owned:
            return False  # but "Haute École Léonard de Vinci"
        if w.is_acronym(k) and owned and w.plain[k] in _CLASS_ACRONYMS:
            return self.take(k)
        if w.is_acronym(k) and (self.proper or any(w.plain[n] in OF for n in range(self.i, j))):
            if self.places == 0 and w.plain[j] in ("de", "des") and w.plain[k] in _CLASS_ACRONYMS:
                return self.take(k)  # "Conférence des directeurs généraux de CHU"
            matter = self.long and not self.places and w.plain[k - 1] == "l'" and w.text[k] in _NOT_ACRONYMS
            return matter and self.take(k)  # "Laboratoire de Biologie de l'ARN"
        self.places += not self.matter(k)
        self.j, self.proper = w.glued(k), True
        return True

    def _of_land(self, j: int, k: int) -> bool:
        """« Confrérie du Safran *du Quercy* »: a thing's name, then a land."""
        w, first = self.w, self.i + 1 + (self.w.plain[self.i + 1] in ARTICLES)
        article = w.plain[first - 1] in ("du", "la", "l'", "des")
        if not article or first != j - 1 or not w.text[first][1:].islower() or self.stops(k):
            return False
        return registry_key(w.text[first]) not in _PLACES and (land_like(w, k) or self._class_of(j, k))

    def _lower_land(self, j: int, k: int) -> bool:
        """« Club des Entrepreneurs *du pays de Grasse* »: a thing's name, then where."""
        w, first = self.w, self.i + 1 + (self.w.plain[self.i + 1] in ARTICLES)
        if w.plain[k] not in _LOWER_LANDS or first != j - 1 or not w.cap[first] or k + 2 >= len(w):
            return False
        after = k + 2 + (w.plain[k + 2] in ARTICLES)
        of = w.plain[k + 1] in OF and w.joined(k + 1) and after < len(w) and w.cap[after] and w.joined(after)
        if not of or registry_key(w.text[first]) in _PLACES or self.stops(after):
            return False
        self.landed = k
        return True

    def _class_of(self, j: int, k: int) -> bool:
        """« Observatoire de la Santé *des Forêts* »: a plural with its capital."""
        w = self.w
        return w.plain[j] == "des" and w.plain[k][-1] in "sx" and w.text[k][1:].islower()

    def matter(self, k: int) -> bool:
        """Whether a capital is a field's: "Direction générale de la *Promotion* des Investissements"."""
        w = self.w
        if not w.text[k][1:].islower() or w.plain[k].endswith("ie"):
            return False
        field = w.plain[k] in _FIELDS_NAMED or singular(w.plain[k]).endswith(_NOMINAL)
        return field and registry_key(w.text[k]) not in _PLACES

    def common(self, j: int, k: int) -> bool:
        """« Conseil de Coordination *des Organisations* »: a common noun with a capital, after another."""
        w = self.w
        if self.listed or self.places or k - j > 1 or not w.text[k][1:].islower():
            return False
        bare = w.plain[j] in ("de", "d'") or (w.plain[j] == "des" and w.plain[k][-1] in "sx")
        if self.stops(k) and (not bare or self.somebody(k)):
            return False
        if w.plain[k] in _FIELDS_NAMED:
            return True  # "Société de Géographie de Genève"
        if w.plain[j] == "des" and w.plain[self.i - 1] == "amis" and w.plain[k][-1] in "sx":
            return True  # "Amis des Musées d'Art de Rouen"
        if not singular(w.plain[k]).endswith(_NOMINAL) or w.plain[k].endswith("ie"):
            return False
        return registry_key(w.text[k]) not in _PLACES

    def _whole_body(self, k: int) -> bool:
        """A State or a union inside a name: "Cour de justice *de l'Union européenne*"."""
        return self.w.plain[k] in WHOLE_BODIES and not self.proper

    def _owner(self, j: int, k: int) -> bool:
        """« Association étudiante *du Cégep* », « Amicale *de l'Université* »: whose they are."""
        w = self.w
        told = w.plain[j] == "du" or (k - j == 2 and w.plain[k - 1] in ("l'", "la"))
        users = w.plain[j - 1] in _USERS and (w.plain[k] in OWNERS or w.plain[k] in _CLASS_ACRONYMS)
        return told and (users or (w.plain[self.i - 1] in _OF_MEMBERS and w.plain[k] in OWNERS))

    def _of_town(self, k: int) -> bool:
        """« Musée d'art moderne *de la Ville de Paris* », « Amis des Musées *de la Ville de Rouen* »."""
        w = self.w
        if w.plain[k] != "ville" or w.plain[k - 1] != "la" or self.i < 1:
            return False
        return (
            w.plain[self.i - 1] in ("amis", "art", "musee") or "musee" in w.plain[max(0, self.i - 3) : self.i]
        )

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
        if w.plain[k] in _SIDES and k == j + 1:
            return False  # "la Ligue *de droite radicale*"
        if self.proper and w.plain[k - 1] in ("de", "d'") and w.plain[k].endswith(_INFINITIVE):
            return False  # "le ministère de la Transition écologique d'avoir tardé"
        if self.proper and self._lower_land(j, k):
            return self.take(k)
        if self.listed and j - 1 > self.i and w.plain[j] != "d'" and w.plain[j - 1] in _CLOSED_FIELDS:
            return False  # "le ministère de l'Intérieur *du déploiement* de policiers"
        if self.proper and not self.listed and not self.field(j):
            if w.cap[j - 1] and w.plain[j - 2] == "des" and singular(w.plain[j - 1]) in _CLASS_NOUNS:
                return k == j + 1 and self.take(k)  # "Assemblée permanente des Chambres d'agriculture"
            if w.plain[j - 1 : k + 1] == ["legion", "d'", "honneur"]:
                return self.take(k)
            if self.direct and self.long and not self.places and w.plain[k] in _TAUGHT:
                self.proper = False  # "Académie Hassan II *des sciences et techniques*"
                return self.take(k)
            return self.direct and w.plain[k] in _SPORTS and self.take(k)
        return self.take(k)


def land_like(w: Words, k: int) -> bool:
    """Whether a land or a town stands at token ``k``, by the lists or by its first word: "Haut-Arvan"."""
    word = w.plain[k]
    return registry_key(w.text[k]) in _PLACES or word.partition("-")[0] in _LANDS_BEGIN


@cache
def _toponyms() -> frozenset[str]:
    return words(ROOM, "toponyms.txt")
