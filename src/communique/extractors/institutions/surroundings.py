"""What stands around a name in an article: functions, agents, introducing nouns, verbs, appositions."""

from __future__ import annotations

import re
from collections import Counter

from communique.document import matches_at, starts_of
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import heads, kind_of
from communique.extractors.institutions.open_names import acts
from communique.extractors.institutions.usage_lists import (
    company_forms,
    company_nouns,
    company_words,
    events,
    introducing_nouns,
    negatives,
)
from communique.extractors.institutions.words import ROOM, Words, endings, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words
from communique.records import InstitutionKind

_PLACES = places()
_PARTING = wordset("parting")
_DEALS = wordset("deals")
_VERBS = words(ROOM, "verbs.txt")
_AGENT_PARTICIPLES = words(ROOM, "agent_participles.txt")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_OPENERS = wordset("openers")
_BELONGINGS = words(ROOM, "belongings.txt")
_BEFORE_VERBS = words(ROOM, "before_verbs.txt")
_SPORTING = wordset("sporting")
_CAUSES = wordset("causes")
_COMPANY_NOUNS = company_nouns()
_AUXILIARIES = wordset("auxiliaries")
_PLANTS = wordset("plants")
_DEMONYM = endings("demonym")
_AGENT = endings("agent")
_ANNOUNCING = wordset("announcing")
_HEADS = heads()

SIGNS = re.compile(r"[^a-z0-9]")
_DOMAIN = re.compile(r"(?:@|www\.)(?:[\w-]{1,40}\.){0,2}?([\w-]{3,40})\.[a-z]{2,8}\b")


_NOMINAL = frozenset(("de", "d'", "du", "des", "la", "le", "l'"))  # a noun follows, not a verb
LEADS = frozenset(("de", "d'", "du", "des", "a", "au", "aux", "chez", "la", "le", "les", "l'"))
_ROLES: tuple[tuple[str, InstitutionKind], ...] = (
    ("research_roles", "research"),
    ("member_roles", "association"),
    ("press_roles", "media"),
    ("school_roles", "education"),
)


_ASIDE = 10  # tokens of a parenthesis
_ROW, _ANNOUNCED = 40, 10  # tokens of a list, and of the clause that announces it


def partner_after(w: Words, k: int) -> bool:
    """Whether an « x » stands at token ``k`` between two names."""
    if k + 1 >= len(w) or w.text[k] not in ("x", "X", "×") or not (w.joined(k) and w.joined(k + 1)):
        return False
    return w.cap[k + 1] and w.cap[k - 1] and registry_key(w.text[k + 1]) not in _PLACES


class Surroundings:
    """Questions about the words before and after a name."""

    def __init__(self, ctx: Context) -> None:
        self.ctx, self.w = ctx, ctx.w
        self.parting = _PARTING
        self.verbs = _VERBS
        self.participles = _AGENT_PARTICIPLES
        self.roles = _ROLE_NOUNS
        self.negatives, self.events = negatives(), events()
        self.openers = _OPENERS
        self.introducing = introducing_nouns()
        self.belongings = _BELONGINGS
        self.objects = _BEFORE_VERBS
        plain = ctx.w.doc.plain
        starts = starts_of(plain, ("@", "www."))
        self.domains = {SIGNS.sub("", m.group(1)) for m in matches_at(_DOMAIN, plain, starts)}
        self._spoken = self._spoken_of()
        self.borne: frozenset[str] = frozenset()  # names that a thing's noun stands before; where asked
        self.things = ""  # how much the article speaks of things, as a sign; where asked
        self.topic = ""  # what it calls the bodies that it is about, as a sign; where asked
        # What stands before a name and in its row, by its first token: readings of one name share them.
        self.befores: dict[int, list[str]] = {}
        self.rows: dict[int, list[str]] = {}
        self.ends = {c.last for c in ctx.accepted}
        self.surnames = {part for p in ctx.found.people for part in p.name.split()}

    def _spoken_of(self) -> Counter[InstitutionKind]:
        """Kinds of the generic nouns that take a name up again ("la société", "l'association")."""
        forms, w = company_forms(), self.w
        return Counter(
            forms[w.plain[i]]
            for i in w.places_of(company_words())
            if i and not (i + 1 < len(w) and w.cap[i + 1])
        )  # fmt: skip

    @property
    def sporting(self) -> bool:
        """Whether the article tells of sport."""
        return len(_SPORTING.intersection(self.w.doc.places)) > 2

    @property
    def default_kind(self) -> InstitutionKind:
        """The kind of a name that nothing around it tells."""
        companies, associations = self._spoken["company"], self._spoken["association"]
        if associations > 2 * companies or (self.sporting and not companies):
            return "association"
        return "company"

    def in_furniture(self, i: int) -> bool:
        """« Partager sur Facebook | Imprimer »: words of the page."""
        section = self.w.doc.section_at(self.w.start[i])
        return section is not None and section.kind == "marker"

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

    def _partnered(self, i: int, j: int) -> bool:
        """« Torvane x Mirovia »: two bodies that do something together."""
        return partner_after(self.w, j) or (i > 1 and partner_after(self.w, i - 1) and self.w.cap[i - 2])

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

    def _kind_by_role(self, i: int) -> InstitutionKind | None:
        """The kind that a function gives away: « doctorante au X », « bénévole de X »."""
        w, k = self.w, i - 1
        while k > 0 and i - k < 4 and w.plain[k] in LEADS:
            k -= 1
        if k < 0 or k == i - 1 or not w.joined(k + 1):
            return None
        if w.plain[k] == "chef" and w.plain[k - 1] == "en" and k > 1:
            k -= 2
        word = singular(w.plain[k])
        return next((kind for name, kind in _ROLES if word in wordset(name)), None)

    def _kind_by_words(self, i: int, j: int) -> InstitutionKind | None:
        """A name that is a cause: « Un toit pour l'école », « Vivre la rivière », « Gardons nos gares »."""
        w = self.w
        if j - i < 3 or all(w.cap[k] or w.plain[k] in LEADS for k in range(i + 1, j)):
            verbal = (
                j - i > 2
                and w.plain[i].endswith(("er", "ir", "re"))
                and w.plain[i + 1] in ("la", "le", "les", "l'")
            )
            return "association" if verbal else None
        if any(w.plain[k] in _CAUSES and not w.cap[k] for k in range(i + 1, j)):
            return "association"
        return "association" if w.plain[i].endswith(("ons", "ez")) and w.plain[i + 1] in LEADS else None

    def _person_before(self, k: int) -> bool:
        return k > 0 and self.ctx.in_person[k - 1]

    def _noun_before(self, k: int) -> tuple[int, InstitutionKind | None]:
        """A common noun that introduces the name, one or two adjectives aside."""
        w = self.w
        nouns = _COMPANY_NOUNS
        steps, against = 0, False
        beside = w.text[k] == ","  # "l'entreprise, X,": only a noun that introduces bodies counts
        if beside and w.text[k - 1] == ")":  # "l'hébergeur français (3e mondial), X,"
            opened = next((at for at in range(k - 2, max(0, k - _ASIDE), -1) if w.text[at] == "("), 0)
            if opened:
                k, steps = opened - 1, 1
        while (
            k > 0
            and steps < 7
            and (w.joined(k) or steps == 0)
            and not w.cap[k]
            and w.text[k] not in ".;:()«»“”"
        ):
            word = singular(w.plain[k])
            apart = beside and w.plain[k - 1] not in ("de", "d'")
            if word in self.negatives and (apart or w.plain[k - 1] in _AUXILIARIES):
                break  # "a placé X en liquidation": no noun
            if steps == 0 and word in _PLANTS and w.plain[k - 1] in ("l'", "la", "le", "son", "sa", "du"):
                return 3, "company"  # "l'usine Torvalu de Dunkerque"
            if word in self.negatives:
                if w.plain[k - 1] not in ("de", "d'"):
                    return -6, None
                against = True  # unless a firm's noun comes before: "l'éditeur de logiciels X"
            if word == "marque":
                return -2, None  # of products more often than of a firm
            if w.text[k] == "," and steps:
                break
            if (word in nouns or steps == 0) and (whole := self._whole(k)) is not None:
                return 3, whole
            if word in nouns:
                return 3, nouns[word]
            if word in self.introducing:
                return 3, self.introducing[word]
            if steps == 0 and word.endswith("erie") and word not in ("galerie", "serie", "prairie"):
                return 3, "company"
            if (
                steps == 0
                and w.plain[k].endswith(_DEMONYM)
                and w.plain[k - 1] in ("la", "le", "l'", "du", "voisin", "voisine", "rival", "rivale")
            ):
                return 3, "company"
            if (
                steps == 0
                and w.plain[k].endswith(_AGENT)
                and w.plain[k - 1] in ("le", "la", "l'", "du", "au")
            ):
                return 2, "company"
            if (word in self.verbs and w.plain[k - 1] not in _NOMINAL) or w.plain[k] in self.parting:
                break
            k, steps = k - 1, steps + 1
        return (-6 if against else 0), None

    def _whole(self, k: int) -> InstitutionKind | None:
        """« le réseau de ressourceries X »: the kind of the noun whose complement stands at ``k``."""
        w = self.w
        if k < 2 or w.plain[k - 1] not in ("de", "d'") or w.plain[k][-1] not in "sx":
            return None
        return _COMPANY_NOUNS.get(singular(w.plain[k - 2]))

    def _announced(self, k: int) -> tuple[int, InstitutionKind | None]:
        """« deux start-up y figurent : X et Y », « partenaires : X, Y »: what announces a list."""
        w, nouns, back = self.w, _COMPANY_NOUNS, k
        while back >= 0 and w.text[back] != ":":
            if k - back > _ROW or w.text[back] in ".;?!(«" or w.line_break(back):
                return 0, None
            if w.text[back] == ")":
                while back > 0 and w.text[back] != "(" and k - back <= _ROW:
                    back -= 1
            back -= 1
        for at in range(back - 1, max(-1, back - _ANNOUNCED), -1):
            if w.text[at] in ".;:!?" or w.line_break(at + 1):
                break
            word = singular(w.plain[at])
            if word in nouns and (w.plain[at] != word or word == "start-up"):
                return 6, nouns[word]
            if w.plain[at] in _ANNOUNCING:
                return 3, None
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

    def _signed_with(self, k: int, j: int) -> bool:
        """« a signé avec X un contrat », « a conclu un accord avec X »: what firms do together."""
        w = self.w
        if w.plain[j : j + 1] in (["un"], ["une"], ["des"]) and w.plain[j + 1 : j + 2] != []:
            return singular(w.plain[j + 1]) in _DEALS
        for back in range(k - 1, max(-1, k - 6), -1):
            if w.plain[back] in _DEALS and w.plain[back - 1] in ("un", "une"):
                return True
            if w.text[back] in ",.;:()":
                break
        return False

    def _one_of_them(self, i: int, j: int) -> bool:
        """« Un des chercheurs de la fondation, *Ole Sorvang*, précise »: one of several people."""
        w = self.w
        if j - i > 3 or i < 4 or w.text[i - 1] != "," or w.text[j : j + 1] != [","]:
            return False
        for k in range(i - 2, max(1, i - 9), -1):
            if (
                singular(w.plain[k]) in self.roles
                and w.plain[k - 1] == "des"
                and w.plain[k - 2] in ("un", "une")
            ):
                return True
            if w.text[k] in ",;:.()":
                break
        return False

    def _subject(self, i: int) -> bool:
        return i == 0 or self.w.line_break(i) or self.w.text[i - 1] in ',;.:»”"'

    def _acts_after_aside(self, i: int, j: int) -> bool:
        """« Nexora (1 214 demandes) ravit la première place »."""
        w = self.w
        if not self._subject(i) or self.ctx.reached_or_local(w.text[i]):
            return False
        close = next((k for k in range(j + 1, min(len(w) - 1, j + 9)) if w.text[k] == ")"), None)
        return close is not None and acts(w, close + 1)

    def _ranked(self, i: int, k: int) -> bool:
        """« Safran est troisième »."""
        w = self.w
        if k >= len(w) or not self._subject(i) or self.ctx.reached_or_local(w.text[i]):
            return False
        word = w.plain[k]
        return word.endswith("ieme") or word in (
            "premier",
            "premiere",
            "second",
            "seconde",
            "dernier",
            "derniere",
        )

    def _numbered(self, i: int) -> bool:
        """« 1. Valtronic (412 demandes) ; 2. Sensirion »."""
        w = self.w
        item = i > 1 and w.text[i - 1] in ".)" and w.text[i - 2].isdigit() and len(w.text[i - 2]) < 4
        return item and (i == 2 or w.line_break(i - 2) or w.text[i - 3] in ";:,")

    def _signed(self, i: int) -> bool:
        """« Gilles Beaumont, président et chef de la direction, Valmont » at the end of a line."""
        w = self.w
        return i > 2 and w.text[i - 1] in ",–-" and self._role_before(i - 1)

    def _apposition(self, k: int) -> tuple[int, InstitutionKind | None]:
        """« X, filiale de », « X, une start-up », « X est la 12e société »."""
        w = self.w
        nouns = _COMPANY_NOUNS
        if w.plain[k] == "qui" and k + 1 < len(w) and w.plain[k + 1] in self.verbs:
            return 2, None
        for step in range(4):
            at = k + step
            if at >= len(w) or not w.joined(at):
                break
            word = singular(w.plain[at])
            if word in nouns:
                return 3, nouns[word]
            if step and w.plain[at - 1] in _AUXILIARIES and w.lower[at - 1] != "à":
                break  # "X, ont signé l'accord"
            if word in self.negatives:
                return -4, None
            if (
                w.text[at] in ",.;:()"
                or w.plain[at] in ("de", "du", "d'")
                or (not step and w.plain[at] in self.verbs)
            ):
                break  # "présidente de X, salue l'accord": a verb's object names nothing
            if step == 1 and w.plain[k] in ("le", "la", "l'", "un", "une") and word in _HEADS:
                match = next((m for m in self.ctx.head_matches if m.first == at), None)
                if match is not None and match.head.kind in ("research", "education", "health", "culture"):
                    return 2, kind_of(w, match, min(len(w), at + 6))  # "X, le centre de recherche de Y"
        return 0, None
