"""What one use of an unknown capitalised name says about it, as a weight, and the kind that it betrays."""

from __future__ import annotations

import re
from collections import Counter

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import singular
from communique.extractors.institutions.usage_lists import (
    company_nouns,
    introducing_nouns,
    negatives,
    suffixes,
)
from communique.extractors.institutions.words import ROOM, endings, wordset
from communique.lexicon import words
from communique.gazetteer import bodies, places, registered, registry_key
from communique.records import InstitutionKind

_OF = frozenset(("de", "d'", "du", "des"))
_ARTICLES = frozenset(("la", "le", "les", "l'"))
_PLACED = frozenset(("a", "en", "vers", "depuis", "aux", "entre", "sous", "pres"))
_DOMAIN = re.compile(r"(?:@|www\.)(?:[\w-]{1,40}\.){0,2}?([\w-]{3,40})\.[a-z]{2,8}\b")


class Usage:
    """The uses of names in one article."""

    def __init__(self, ctx: Context) -> None:
        self.ctx, self.w = ctx, ctx.w
        self.parting = wordset("parting")
        self.verbs = words(ROOM, "verbs.txt")
        self.participles = words(ROOM, "agent_participles.txt")
        self.roles = words(ROOM, "role_nouns.txt")
        self.negatives = negatives()
        self.orgs = [e for e in ctx.w.doc.entities if e.label == "ORG"]
        self.tagged = {(e.start, e.end): e.label for e in ctx.w.doc.entities}
        self.introducing = introducing_nouns()
        self.belongings = words(ROOM, "belongings.txt")
        self.objects = words(ROOM, "before_verbs.txt")
        self.domains = {re.sub(r"[^a-z0-9]", "", m.group(1)) for m in _DOMAIN.finditer(ctx.w.doc.plain)}
        self._spoken = self._spoken_of()

    def _spoken_of(self) -> Counter[InstitutionKind]:
        """Kinds of the generic nouns that take a name up again ("la société", "l'association")."""
        nouns, w = company_nouns(), self.w
        return Counter(
            nouns[word]
            for i, word in enumerate(map(singular, w.plain))
            if word in nouns and i and not (i + 1 < len(w) and w.cap[i + 1])
        )  # fmt: skip

    @property
    def default_kind(self) -> InstitutionKind:
        """The kind of a name that nothing around it tells."""
        companies, associations = self._spoken["company"], self._spoken["association"]
        return "association" if associations > 2 * companies else "company"

    def taken_up(self, j: int) -> InstitutionKind | None:
        """The kind that a later generic noun gives the name: "ConsoVigie publie … L'*association* …"."""
        w, nouns = self.w, company_nouns()
        for k in range(j, min(len(w) - 2, j + 60)):
            if w.plain[k] in _ARTICLES and w.joined(k + 1) and not w.cap[k + 1]:
                kind = nouns.get(singular(w.plain[k + 1]))
                if kind in ("company", "association") and w.plain[k + 2] not in _OF and not w.cap[k + 2]:
                    return kind
        return None

    def weigh(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        """Weight of the use at tokens ``i`` to ``j`` (excluded), and its kind if something tells it."""
        own, kind = self._own(i, j)
        before, kind_before = self._before(i, j)
        if own > 2:
            before = max(before, 0)
        after, kind_after = self._after(i, j)
        tagged = {"ORG": 1, "PER": 0, "LOC": 0, "MISC": 0, None: 0}[
            self.tagged.get((self.w.start[i], self.w.end[j - 1]))
        ]
        return own + before + after + tagged, kind or kind_before or kind_after

    def _web_furniture(self, i: int) -> bool:
        """« Partager sur Facebook | Imprimer »: words of the page."""
        section = self.w.doc.section_at(self.w.start[i])
        return section is not None and section.kind == "marker"

    def _own(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        """The name itself: its closing word, its capitals, its place in the title."""
        w = self.w
        weight = 0
        if (
            j - i > 1
            and w.is_acronym(j - 1)
            and w.text[j - 1].isupper()
            and registry_key(w.text[i]) in places()
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
        closings = suffixes()
        if self._web_furniture(i) or any(singular(w.plain[k]) in self.negatives for k in range(i, j)):
            return -6, None
        if j - i == 1 and sum(map(str.isdigit, w.text[i])) > 2:
            return -4, None
        if j - i > 1:
            kind = closings.get(w.plain[j - 1]) or closings.get(w.plain[i])
            if kind is None:
                kind = next(
                    (closings[w.plain[k]] for k in range(i + 1, j - 1) if w.plain[k] in closings), None
                )
            if kind is not None:
                weight += 3
            elif w.plain[i] not in _ARTICLES:
                weight += 1
            if any(
                b.form == w.text[k]
                for k in range(i, j)
                for b in bodies().get(w.plain[k], ())
                if len(b.words) == 1
            ):
                weight += 2
            if "&" in w.text[i:j]:
                weight += 1
        text = w.text[i]
        if any(c.isupper() for c in text[1:]) and not text.isupper() and "-" not in text:
            weight += 1
        if j - i == 1 and text[1:].islower() and w.plain[i].endswith(endings("abstract")):
            weight -= 2
        if w.plain[j - 1].endswith(endings("brand")):
            weight += 2
        if "-" in text and any(
            part in closings and closings[part] == "media" for part in w.plain[i].split("-")
        ):
            return weight + 3, "media"
        if w.plain[j - 1] in wordset("legal"):
            weight += 3
        if registry_key(w.span_text(i, j)).replace(" ", "") in self.domains:
            weight += 3
        section = w.doc.section_at(w.start[i])
        if section is not None and section.kind == "title":
            weight += 1
        return weight, kind

    def _before(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        w = self.w
        if i == 0 or (w.line_break(i) and w.gap(i).count("\n")):
            return 0, None
        if not w.joined(i) and w.text[i - 1] not in '(«“"':
            return 0, None
        k = i - 1
        word = w.plain[k]
        if word in '«“"' and k:
            k -= 1
            word = w.plain[k]
        article = word in _ARTICLES
        if article and k:
            k -= 1
            word = w.plain[k]
        if word in _OF:
            weight, kind = self._after_of(k)
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
        if w.plain[i] in _ARTICLES and j - i > 1 and word in ("par", "dans", "selon", "a", "au"):
            if word == "a":
                return (3 if self._role_before(k) else 0), None
            return 3, "media"
        if word == "chez":
            return 3, "company"
        if word in ("par", "a", "aupres") and self._agent_before(k):
            return 3, None
        if word in ("par", "selon", "sauf", "aupres"):
            return 2, None
        if word in "–-|" and self._in_contact(i) and k:
            return (3 if self.ctx.in_person[k - 1] or self._role_before(k) else 0), None
        if word == "apres" and w.plain[k - 1] == "d'":
            return 2, None
        if word == "(":
            return (3 if self._person_before(k) or self._role_before(k) else 0), None
        if word in ("a", "au") and j - i > 1 and self._role_before(k):
            return 3, None
        if word in _PLACED and not article:
            return -3, None
        if word == "avec" and not article and self._spoken["company"] > 1:
            return 2, None
        if word in ("avec", "contre", "devant", "derriere", "sans") and j - i > 1:
            return 1, None
        if word == "," and any(
            w.plain[back] in ("rang", "place", "position") for back in range(max(0, k - 4), k)
        ):
            return 2, None
        if word in ("certifie", "certifiee", "labellise", "labellisee"):
            return -3, None
        if word in self.verbs and not article and k and w.text[k - 1] in ',»”"':
            return 3, None  # "…, annonce Cinéart."
        if word in self.objects and not article:
            return 3, None
        if article:
            if w.text[i].isupper():
                return (1 if j - i == 1 and len(w.text[i]) > 2 else 0), None
            return (0 if j - i > 2 else -1), None
        return self._noun_before(k)

    def _after_of(self, k: int) -> tuple[int, InstitutionKind | None]:
        """« présidente de X », « À propos de X », « filiale de X », « le programme de X »."""
        w = self.w
        if k and w.plain[k - 1] == "propos" and (k < 3 or w.line_break(k - 2)):
            return 4, None
        if self._role_before(k):
            return 3, None
        if k and w.plain[k - 1] in self.belongings:
            return 2, None
        return 0, None

    def _agent_before(self, k: int) -> bool:
        """« mené par X », « s'associe à X »: a participle that has bodies for agents."""
        for back in range(k - 1, max(-1, k - 3), -1):
            word = self.w.plain[back]
            if any(word.removesuffix(end) in self.participles for end in ("", "e", "s", "es", "nt")):
                return True
            if self.w.text[back] in ",.;:()":
                return False
        return False

    def _in_contact(self, i: int) -> bool:
        section = self.w.doc.section_at(self.w.start[i])
        return section is not None and section.kind == "contact"

    def _role_before(self, k: int) -> bool:
        """Whether a function noun stands before token ``k``, nothing but its own complement between."""
        w = self.w
        for back in range(k - 1, max(-1, k - 7), -1):
            word = w.plain[back]
            if word in self.roles:
                return True
            if word in self.parting or w.text[back] in ",.;:()«»“”":
                return False
        return False

    def _person_before(self, k: int) -> bool:
        return k > 0 and self.ctx.in_person[k - 1]

    def _noun_before(self, k: int) -> tuple[int, InstitutionKind | None]:
        """A common noun that introduces the name, one or two adjectives aside."""
        w = self.w
        nouns = company_nouns()
        steps = 0
        while (
            k > 0
            and steps < 7
            and (w.joined(k) or steps == 0)
            and not w.cap[k]
            and w.text[k] not in ".;:()«»“”"
        ):
            word = singular(w.plain[k])
            if word in self.negatives:
                return -6, None
            if w.text[k] == "," and steps:
                break
            if word in nouns:
                return 3, nouns[word]
            if word in self.introducing:
                return 3, self.introducing[word]
            if steps == 0 and word.endswith("erie") and word not in ("galerie", "serie", "prairie"):
                return 3, "company"
            if (
                steps == 0
                and w.plain[k].endswith(endings("demonym"))
                and w.plain[k - 1] in ("la", "le", "l'", "du")
            ):
                return 3, "company"
            if (
                steps == 0
                and w.plain[k].endswith(endings("agent"))
                and w.plain[k - 1] in ("le", "la", "l'", "du", "au")
            ):
                return 2, "company"
            if word in self.verbs or w.plain[k] in self.parting:
                break
            k, steps = k - 1, steps + 1
        return 0, None

    def _after(self, i: int, j: int) -> tuple[int, InstitutionKind | None]:
        w = self.w
        if j >= len(w):
            return 0, None
        if w.line_break(j):
            return (2 if self._signed(i) else 0), None
        word = w.plain[j]
        if (word in self.verbs or word.removesuffix("nt") in self.verbs) and w.joined(j):
            return 2, None
        if word == "(" and j + 1 < len(w) and w.plain[j + 1] in ("euronext", "nasdaq", "nyse", "isin"):
            return 4, "company"
        if word in ("a", "ont", "va", "vont", "vient", "sera", "seront", "avait") and self._subject(i):
            return 1, None
        if word in ("se", "s'", "a", "ne") and j + 1 < len(w) and f"{word} {w.plain[j + 1]}" in self.verbs:
            return 2, None
        if word[0].isdigit() and w.joined(j) and ("." in word or (j - i == 1 and word.isdigit())):
            return -4, None  # "Pyrale 4.2", "Fédérale 2"
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

    def _enumerated(self, j: int) -> bool:
        """« Luminexia, Terralis et Voltéo complètent »: names in a row, then a verb that bodies have."""
        w = self.w
        for k in range(j, min(len(w) - 1, j + 12)):
            if w.plain[k] == "et" and w.cap[k + 1]:
                k += 2
                while k < len(w) and w.cap[k] and w.joined(k):
                    k += 1
                return (
                    k < len(w) and w.plain[k].endswith("nt") and w.plain[k].removesuffix("nt") in self.verbs
                )
            if not (w.cap[k] or w.text[k] == ","):
                break
        return False

    def _resumed(self, k: int) -> int:
        """« Pasqal, de son côté, a levé »: the verb after an incise."""
        w = self.w
        for comma in range(k + 1, min(len(w) - 2, k + 8)):
            if w.text[comma] == ",":
                verb = w.plain[comma + 1]
                return 3 if verb in self.verbs or f"{verb} {w.plain[comma + 2]}" in self.verbs else 0
            if w.text[comma] in ".;:()":
                break
        return 0

    def _subject(self, i: int) -> bool:
        return i == 0 or self.w.line_break(i) or self.w.text[i - 1] in ',;.:»”"'

    def _signed(self, i: int) -> bool:
        """« Sylvain Archambault, président et chef de la direction, Boréalin » at the end of a line."""
        w = self.w
        return i > 2 and w.text[i - 1] in ",–-" and self._role_before(i - 1)

    def _apposition(self, k: int) -> tuple[int, InstitutionKind | None]:
        """« X, filiale de », « X, une start-up », « X est la 12e société »."""
        w = self.w
        nouns = company_nouns()
        for step in range(4):
            at = k + step
            if at >= len(w) or not w.joined(at):
                break
            word = singular(w.plain[at])
            if word in nouns:
                return 3, nouns[word]
            if word in self.negatives:
                return -4, None
            if w.text[at] in ",.;:()":
                break
        if w.plain[k] == "qui" and k + 1 < len(w) and w.plain[k + 1] in self.verbs:
            return 2, None
        return 0, None
