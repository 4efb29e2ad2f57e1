"""What one use of an unknown capitalised name says about it, as a weight, and the kind that it betrays."""

from __future__ import annotations

from communique.extractors.institutions.open_names import acts, titled_work
from communique.extractors.institutions.surroundings import Surroundings
from communique.extractors.institutions.usage_lists import company_nouns, suffixes
from communique.extractors.institutions.words import ARTICLES, OF, Words, endings, wordset
from communique.extractors.people.lexicon import surnames_abroad
from communique.gazetteer import bodies, places, registered, registry_key
from communique.lexicon import singular
from communique.records import InstitutionKind

_COMPANY_NOUNS = company_nouns()
_SURNAMES = surnames_abroad()
_PLACES = places()
_LEGAL = wordset("legal")
_BODIES = bodies()
_SUFFIXES = suffixes()
_ESTATES = wordset("estates")
_ABSTRACT = endings("abstract")
_BRAND = endings("brand")
_PARTICIPLE = endings("participle")
_FAILURES = wordset("failures")
_AUXILIARIES = wordset("auxiliaries")

_LANDS_NAMED = wordset("countries_named")
_OWNED = wordset("owned")
_DELEGATES = wordset("delegates")
_ORDINAL = ("ieme", "premier", "premiere")
_AWAY = -3
_VERB = 2  # what a verb after it makes of a name that is no sentence's first word
_ROW_SIGNS = frozenset((",", "et", "puis", "ou"))
_PRIZES = frozenset(("mention", "prix", "trophee", "medaille", "label", "bourse", "place"))
_PLACED = frozenset(("a", "en", "vers", "depuis", "aux", "entre", "sous", "pres"))

# Nouns that say what a body is, whatever the noun that its name opens with.
_DEFINING: dict[str, InstitutionKind] = {
    "association": "association", "asbl": "association", "ong": "association", "syndicat": "association",
    "federation": "association", "fondation": "association", "collectif": "association",
    "entreprise": "company", "societe": "company", "start-up": "company", "startup": "company",
    "pme": "company", "scop": "company", "cooperative": "company", "agence": "company",
    "laboratoire": "research", "ecole": "education", "theatre": "culture", "musee": "culture",
    "journal": "media", "radio": "media", "clinique": "health", "hopital": "health",
}  # fmt: skip


class Usage(Surroundings):
    """The uses of names in one article."""

    def taken_up(self, j: int) -> InstitutionKind | None:
        """The kind that a later generic noun gives the name: "VigiConso publie … L'*association* …"."""
        w, nouns = self.w, _COMPANY_NOUNS
        for k in range(j, min(len(w) - 2, j + 60)):
            if w.plain[k] in ARTICLES and w.joined(k + 1) and not w.cap[k + 1]:
                kind = nouns.get(singular(w.plain[k + 1]))
                if kind in ("company", "association") and w.plain[k + 2] not in OF and not w.cap[k + 2]:
                    return kind
        return None

    def weigh(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        """Weight of the use at tokens ``i`` to ``j`` (excluded), and its kind if something tells it."""
        own, kind = self._own(i, j)
        before, kind_before = self._before(i, j)
        if own > 2 and before > -6:
            before = max(before, 0)
        after, kind_after = self._after(i, j)
        alone = j - i == 1 or (j - i == 2 and self.w.plain[i] in ARTICLES)
        if after == _VERB and before <= 0 and alone and i > 1 and not self.w.is_acronym(i):
            after = 0 if self.w.plain[i - 1] in ("de", "d'") else after  # "la patinoire de Torvel accueille"
        if kind_before is not None and kind_before != "company":
            kind = kind_before  # "l'école privée Avenir Campus" is no medium
        if kind_after is not None and after > 2 and before == _AWAY:
            before = 0  # "directeur à Oceana, une organisation de défense"
        kind = kind or kind_before or kind_after or self._kind_by_role(i) or self._kind_by_words(i, j)
        return own + before + after, kind

    def kinds_told(self, i: int, j: int) -> tuple[InstitutionKind | None, InstitutionKind | None]:
        """The kind that the name's own words tell, and the one that the words around it tell."""
        own, said = self._own(i, j)[1], self._before(i, j)[1]
        if own is None or self._told_of(j):
            said = said or self._after(i, j)[1]
        return own, said or self._kind_by_role(i) or self._kind_by_words(i, j)

    def _told_of(self, j: int) -> bool:
        """ "Torvel Data, *une* association", "Torvel Data *est*", not "Torvel Data, l'université X"."""
        w = self.w
        return j + 1 < len(w) and (w.plain[j] == "est" or w.plain[j + 1] in ("un", "une"))

    def _own(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        """The name itself: its closing word, its capitals, its place in the title."""
        w = self.w
        weight = 0
        if (
            j - i > 1
            and w.is_acronym(j - 1)
            and w.text[j - 1].isupper()
            and registry_key(w.text[i]) in _PLACES
            and w.plain[j - 1] not in _LEGAL
        ):
            return 3, "education"  # "Grenoble INP"
        entry = registered(w.span_text(i, j)) if j - i > 1 or len(w.text[i]) > 5 else None
        if entry is None and j - i == 1 and w.is_acronym(i):
            entry = registered(w.text[i], acronym=True) or registered(w.text[i])
            if entry is not None:
                return 2, None
        elif entry is not None:
            return (3, entry[1]) if j - i > 1 else (2, None)
        kind: InstitutionKind | None = None
        listed = next(
            (b for b in _BODIES.get(w.plain[i], ()) if b.weak and b.form == w.span_text(i, j)), None
        )
        if listed is not None:
            return 1, listed.kind
        closings = _SUFFIXES
        first = singular(w.plain[i])
        if j - i > 1 and not w.cap[j - 1] and self._noun_before(i - 1)[0] > 2:
            return 1, None  # "la compagnie sénégalaise Jeu de fils"
        if j - i > 1 and w.plain[i] in _ESTATES and not w.determiner(i) and not w.opens_sentence(i):
            return 5, "company"
        closed = j - i > 1 and w.plain[j - 1] in closings and singular(w.plain[j - 1]) not in self.events
        thing = first in self.negatives and first not in self.openers
        if self.in_furniture(i) or (thing and not (closed and first in self.events)):
            return -6, None  # but "Open Knowledge Foundation"
        cup = j - i > 1 and first in self.events and w.plain[i + 1] in OF  # "la Coupe de France"
        if (cup or not closed) and any(singular(w.plain[k]) in self.events for k in range(i, j)):
            return -6, None
        if j - i == 1 and sum(map(str.isdigit, w.text[i])) > 2:
            return -4, None
        if j - i > 1:
            kind = "culture" if w.plain[j - 2] in ("art", "arts") else closings.get(w.plain[j - 1])
            if kind == "company" and w.plain[j - 1] in _LANDS_NAMED:
                inner = (closings.get(w.plain[k]) for k in range(j - 2, i - 1, -1))
                kind = next(filter(None, inner), kind)  # "Free Software Foundation Europe"
            if kind is None and registry_key(w.text[i]) not in _PLACES:
                kind = closings.get(w.plain[i])
            if kind is None:
                kind = next(
                    (closings[w.plain[k]] for k in range(i + 1, j - 1) if w.plain[k] in closings), None
                )
            if kind == "local_authority" and closings.get(w.plain[i]) == "association":
                kind = "association"  # "Basket Torvel Métropole"
            if kind is not None:
                weight += 5 if kind == "local_authority" else 3
            elif w.plain[i] not in ARTICLES:
                weight += 1
            if any(
                b.form == w.text[k]
                for k in range(i, j)
                for b in _BODIES.get(w.plain[k], ())
                if len(b.words) == 1
            ):
                weight += 2
            if "&" in w.text[i:j]:
                weight += 1
        text = w.text[i]
        if any(c.isupper() for c in text[1:]) and not text.isupper() and "-" not in text:
            weight += 1
        if j - i == 1 and text[1:].islower() and w.plain[i].endswith(_ABSTRACT):
            weight -= 2
        if w.plain[j - 1].endswith(_BRAND):
            weight += 2
        if j - i > 1 and w.plain[j - 1] in _LEGAL:
            kind = "company"
        elif "-" in text and any(
            part in closings and closings[part] == "media" for part in w.plain[i].split("-")
        ):
            return weight + 3, "media"
        if j - i > 1 and w.plain[j - 1] in _LEGAL:
            weight += 3
        if registry_key(w.span_text(i, j)).replace(" ", "") in self.domains:
            weight += 3
        section = w.doc.section_at(w.start[i])
        if section is not None and section.kind == "title":
            weight += 1
        if kind is None and (self._ends_as_people_do(i, j) or self._among_people(i, j)):
            weight += _AWAY
        if self._one_of_them(i, j):
            weight -= 9
        return weight, kind

    def _among_people(self, i: int, j: int) -> bool:
        """« Anna Smashnova puis *Shahar Peer* »: two words beside a person's name in a row."""
        w, inside = self.w, self.ctx.in_person
        if j - i != 2 or w.determiner(i) or not all(w.text[k][1:].islower() for k in range(i, j)):
            return False
        before = i > 1 and w.plain[i - 1] in _ROW_SIGNS and inside[i - 2] and w.joined(i)
        after = j + 1 < len(w) and w.plain[j] in _ROW_SIGNS and inside[j + 1] and w.joined(j + 1)
        return before or after

    def _ends_as_people_do(self, i: int, j: int) -> bool:
        """« Drew Gibson », without article: the last word is a family name."""
        w = self.w
        if not 1 < j - i < 4 or w.plain[j - 1] not in _SURNAMES or w.determiner(i):
            return False
        return all(w.cap[k] and w.text[k][1:].islower() for k in range(i, j))

    def _before(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        w = self.w
        if i == 0 or (w.line_break(i) and w.gap(i).count("\n")):
            return (4 if self._partnered(i, j) else 0), None
        if not w.joined(i) and w.text[i - 1] not in '(«“"':
            return 0, None
        if self._partnered(i, j):
            return 4, None
        k = i - 1
        word = w.plain[k]
        if word == ")" and i > 2 and w.is_acronym(i - 2) and w.text[i - 3] == "(" and not w.line_break(i):
            return -6, None  # the end of a longer name: "Good Country Index (GCI) *Planet*"
        if word in '«“"' and k:
            if titled_work(w, i):
                return -6, None
            k -= 1
            word = w.plain[k]
        sigle = j - i == 1 and w.text[i].isupper() and len(w.text[i]) > 2
        if sigle and singular(word) in _DELEGATES:
            return 3, "association"  # "déléguée CGX"
        article = word in ARTICLES
        if article and k:
            k -= 1
            word = w.plain[k]
        if word in (":", ",", "et", "ou"):
            weight, announced = self._announced(k)
            if weight:
                return weight, announced
        if word == "place" and k and not article and w.cap[k - 1] and w.joined(k):
            return 3, None  # "le classement du Financial Times place Armor Business School au 43e rang"
        if word == "avec" and k and w.plain[k - 1] in ("aequo", "æquo", "egalite"):
            return 4, None  # "première ex æquo avec X"
        if word in OF:
            weight, kind = self._after_of(k, j)
            sigle = j - i == 1 and w.text[i].isupper() and len(w.text[i]) > 2
            if sigle and not weight and (article or word == "du"):
                return 3, None  # "la conduite du CAUE"
            # A brand takes no article: "directeur des Risques", "président du Bureau".
            return (
                min(weight, 1) if word in ("du", "des") and not w.is_acronym(i) and j - i == 1 else weight
            ), kind
        if (
            word == ":"
            and k
            and w.plain[k - 1][0].isdigit()
            and w.plain[k - 1].endswith(("e", "er", "re", "eme"))
        ):
            return 3, None
        if w.plain[i] in ARTICLES and j - i > 1 and word in ("par", "dans", "selon", "a", "au"):
            if word == "a":
                return (3 if self._role_before(k) else 0), None
            return 3, "media"
        if word == "chez":
            return 3, "company"
        if word == "a" and k and w.plain[k - 1].removesuffix("e").endswith(("ieme", "premier", "premiere")):
            return 3, None  # "la première place revient à X, la deuxième à Y"
        goes = word == "a" and k > 1 and w.plain[k - 1] in ("va", "vont", "revient", "reviennent")
        if goes and not _PRIZES.isdisjoint(map(singular, w.plain[max(0, k - 8) : k - 1])):
            return 3, None  # "une mention va à Plexus Polaire"
        if word in ("par", "a", "aupres") and self._agent_before(k):
            return 3, None
        titled = w.plain[i] in self.roles or any(not w.cap[n] for n in range(i, j))
        titled = titled or (j < len(w) and w.joined(j) and w.plain[j] in OF)
        if word == "," and k and self.ctx.in_person[k - 1] and self._in_contact(i) and not titled:
            return 3, None  # "Renseignements : Annie Gauthier, BICOM, 514 000-0000"
        if word == "," and k > 1 and w.text[k - 1] == "." and w.plain[k - 2] == "al":
            return -6, None  # "Caflisch et al., Cold Regions Science and Technology": a reference
        ordered = j + 1 < len(w) and w.joined(j) and w.plain[j] == "pour"
        if ordered and singular(word) in ("etude", "sondage", "enquete", "barometre", "palmares"):
            return 3, "company"  # "Étude Vérian pour l'ABF"
        if ordered and word == "par" and not article:
            return 3, None  # "enquête menée en mai par Dedicated pour l'UWE"
        if word == "par" and k and not article and w.lower[k - 1].endswith(_PARTICIPLE):
            return 3, None
        if word in ("par", "selon", "sauf", "aupres", "via"):
            sigle = j - i == 1 and w.text[i].isupper() and len(w.text[i]) > 2
            return (3 if sigle and not article else 2), None
        if word in "–-|" and self._in_contact(i) and k:
            return (3 if self.ctx.in_person[k - 1] or self._role_before(k) else 0), None
        if word == "apres" and w.plain[k - 1] == "d'":
            return 2, None
        if word == "(" and k in self.ends and not w.is_acronym(i) and w.text[j : j + 1] == [")"]:
            return -3, None  # "AS du Grand Torvel (Arcincourt)": where it is
        if word == "(":
            athlete: InstitutionKind | None = (
                "association" if self._person_before(k) and self.sporting else None
            )
            return (3 if self._person_before(k) or self._role_before(k) else 0), athlete
        if word in ("a", "au") and j - i > 1 and self._role_before(k):
            return 3, None
        if word in _PLACED and not article:
            return _AWAY, None
        if word == "avec" and not article and self._signed_with(k, j):
            return 3, "company"
        if word == "avec" and not article and self._spoken["company"] > 1:
            return 2, None
        rivals = word in ("devant", "derriere") and self._spoken["company"] > 1
        if rivals and not self.ctx.reached_or_local(w.text[i]):
            return 2, None
        if word in ("avec", "contre", "devant", "derriere", "sans") and j - i > 1:
            return 1, None
        if word == "," and any(
            w.plain[back] in ("rang", "place", "position") for back in range(max(0, k - 4), k)
        ):
            return 2, None
        if word in ("certifie", "certifiee", "labellise", "labellisee"):
            return -3, None
        quoted = k and w.text[k - 1] in ',»”"' and singular(word) not in self.negatives
        if quoted and word in self.verbs and not article:
            return (3 if j - i == 1 or w.is_acronym(j - 1) else 1), None  # "…, annonce Cinéart."
        if word in self.objects and not article:
            return 3, None
        if article:
            if w.text[i].isupper() and j - i == 1:
                return (0 if w.plain[i - 1] == "les" else 3 if len(w.text[i]) > 2 else 2), None
            return (0 if j - i > 2 else -1), None
        return self._noun_before(k)

    def _after_of(self, k: int, j: int) -> tuple[int, InstitutionKind | None]:
        """« présidente de X », « À propos de X », « filiale de X », « le programme de X »."""
        w = self.w
        if k and self.ctx.in_person[k - 1] and w.joined(k) and (j - k > 2 or w.is_acronym(j - 1)):
            return 3, None  # "Anne Petit de JBB Avocats", "Anne Petit de l'ANFR"
        if k and w.plain[k - 1] == "propos" and (k < 3 or w.line_break(k - 2)):
            return (8 if w.line_break(j) else 4), None  # a heading of its own
        if self._role_before(k):
            return 3, None
        if (
            k > 2
            and w.plain[k - 1] in ("oeuvre", "œuvre")
            and w.plain[k - 2] == "en"
            and w.plain[k - 3] == "mise"
        ):
            return -4, None  # "la mise en œuvre du PNDES": a plan's
        if k and w.plain[k - 1] in self.belongings:
            return (3 if w.plain[k - 1] == "sein" else 2), None  # "au sein de X"
        if k and w.plain[k] in ("des", "du") and singular(w.plain[k - 1]) in self.negatives:
            return -3, None  # "le projet des Cordées"
        return 0, None

    def _after(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        w = self.w
        if j >= len(w):
            return 0, None
        if w.line_break(j):
            return (2 if self._signed(i) else 0), None
        word = w.plain[j]
        if word == "," and j + 2 < len(w) and w.plain[j + 1].isdigit() and w.plain[j + 2] == "ans":
            return -6, None  # "répète Mathis, 16 ans"
        if word == "," and j + 1 < len(w) and self._subject(i) and w.plain[j + 1].endswith(_ORDINAL):
            return 2, None  # "Safran, premier déposant français, devance"
        if w.joined(j) and acts(w, j):
            # A common noun would have a determiner.
            return (3 if self._subject(i) and not self.ctx.reached_or_local(w.text[i]) else 2), None
        if word == "," and j + 3 < len(w) and w.plain[j + 1] == "dont" and w.plain[j + 3] in _OWNED:
            return 3, "company"  # "Voltéa, dont le siège est à Lyon,"
        if word == "en" and j + 1 < len(w) and w.plain[j + 1] in _FAILURES:
            return 4, "company"
        if word == "(" and j + 1 < len(w) and w.plain[j + 1] in ("euronext", "nasdaq", "nyse", "isin"):
            return 4, "company"
        if word in _AUXILIARIES and j + 1 < len(w) and f"{word} {w.plain[j + 1]}" in self.verbs:
            return (3 if self._subject(i) and not self.ctx.reached_or_local(w.text[i]) else 2), None
        if word in ("a", "ont", "va", "vont", "vient", "sera", "seront", "avait") and self._subject(i):
            return 1, None
        if word == "(" and (self._numbered(i) or self._acts_after_aside(i, j)):
            return 3, None
        if word == "est" and self._ranked(i, j + 1):
            return 3, None
        if word[0].isdigit() and w.joined(j) and ("." in word or (j - i == 1 and word.isdigit())):
            return -4, None  # "Pyrale 4.2", "Fédérale 2"
        if word == "," and j + 2 < len(w) and (w.plain[j + 2] in ("edition", "editions")):
            return -6, None  # "Ciné Rivage, 28e édition"
        if word == "," and w.text[i - 1] == "," and j + 2 < len(w):
            paired = w.plain[j + 1] in _AUXILIARIES and f"{w.plain[j + 1]} {w.plain[j + 2]}" in self.verbs
            if paired or acts(w, j + 1):
                return 3, None  # "La lauréate, X, conçoit", "Le fabricant, X, a annoncé"
        if word == "," and j + 2 < len(w) and w.plain[j + 1] == "a" and w.cap[j + 2]:
            return 2, None  # "l'INAF, à Milan"
        if word in (",", "et") and self._subject(i) and self._enumerated(j):
            return (3 if self._spoken["company"] > 1 else 1), None
        if word == "," and j + 2 < len(w):
            weight, kind = self._apposition(j + 1)
            if not weight and self._subject(i):
                weight = self._resumed(j + 1)
            return weight, kind
        if word == "est" and j + 2 < len(w):
            return self._apposition(j + 1)
        if w.plain[j : j + 3] in (["n'", "est", "pas"], ["n'", "est", "plus"]) and j + 4 < len(w):
            return self._apposition(j + 3)  # "X n'est pas une entreprise"
        if (
            word == "("
            and j + 2 < len(w)
            and w.plain[j + 1][0].isdigit()
            and w.plain[j + 1].endswith(("e", "er", "re"))
        ):
            return (3 if self._spoken["company"] >= 2 else 2), None
        if word == ":" and w.line_break(i):
            section = w.doc.section_at(w.start[i])
            return (2 if section is not None and section.kind == "contact" else 0), None
        if (
            word[0].isalpha()
            and not w.cap[j]
            and self._subject(i)
            and word.endswith(("e", "ent", "it", "ait", "a"))
        ):
            return (1 if self._spoken["company"] >= 2 and len(word) > 3 else 0), None
        return 0, None


def defined_as(w: Words, j: int) -> InstitutionKind | None:
    """ "X est *une association*", "X, *une petite entreprise*", "X (*association*)"."""
    if j + 3 >= len(w) or not w.joined(j + 1):
        return None
    if w.text[j] == "(":
        return _DEFINING.get(w.plain[j + 1])
    if (w.text[j] != "," and w.plain[j] not in ("est", "etait")) or w.plain[j + 1] not in ("un", "une"):
        return None
    return _DEFINING.get(w.plain[j + 2]) or (None if w.plain[j + 2] in OF else _DEFINING.get(w.plain[j + 3]))
