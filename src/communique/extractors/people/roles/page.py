"""The tokens of a document with what begins where: people, institutions, role nouns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.document import Document, Tokens, plain_shadow
from communique.extractors.people.heads import is_head, is_known_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.overlap import outside_institutions
from communique.extractors.people.roles.not_held import not_held
from communique.extractors.people.roles.rejoined import rejoined
from communique.extractors.people.wrapping import Wrapping, wrapping_of
from communique.lexicon import words
from communique.mentions import Found, InstitutionMention, PersonMention
from communique.spellings import Caller, Spelling

ROOM = "communique.extractors.people.roles"

_PARTICIPLES = words(ROOM, "participles.txt")
_VERB_HOMONYMS = words(ROOM, "verb_homonyms.txt")
_BODY_NOUNS = words(ROOM, "body_nouns.txt")
ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une"))
LINKS = words(ROOM, "links.txt")
AUXILIARIES = words(ROOM, "auxiliaries.txt")

_OFTEN = 3  # namings of what an article is about
_GUARDS = (("des", "sceaux"), ("du", "corps"))
_CHARGES = words(ROOM, "charges.txt")
_INITIALS = words("communique.extractors.people", "initials_of_functions.txt")
_OCCASIONS = frozenset(("à", "au", "aux", "dans", "devant", "en", "lors", "pour", "sur"))
_HAVING = ("a", "ai", "as", "ont", "avait", "avaient", "aura", "auront")
_NOUNS_TOO = ("délégué", "député", "eurodéputé", "associé", "attaché", "employé", "salarié", "chargé")
# What follows "juge" where it is a verb.
_CLAUSE_OPENERS = frozenset(("que", "qu'", "«", "“", '"', ":", "lui", "elle", "aussi", "également", "pour"))
_CLOSING = frozenset('»”"')
_RUN_ON = frozenset(("de", "d'", "du", "des", "la", "l'", "à", "au", "aux"))
_THESE = ("ce", "cet", "cette", "ces")


def _names_role(word: str) -> bool:
    return (len(word) > 2 or word in _INITIALS) and is_head(word)


def _is_role_noun(form: Spelling) -> bool:
    return _names_role(form.lower)


_ROLE_NOUNS = Caller(_is_role_noun)


@dataclass
class Page:
    """The tokens of a document with what begins where."""

    doc: Document
    found: Found
    tokens: Tokens = field(init=False)
    named: list[PersonMention] = field(init=False)
    people: dict[int, PersonMention] = field(init=False)
    bodies: dict[int, InstitutionMention] = field(init=False)
    wrapping: Wrapping = field(init=False)
    led: dict[int, InstitutionMention] = field(default_factory=dict)
    joined: dict[int, list[InstitutionMention]] = field(default_factory=dict)  # bodies of one title, further
    _names: set[int] = field(init=False, repr=False, compare=False)
    _lower: list[str] = field(init=False, repr=False, compare=False)
    _count: int = field(init=False, repr=False, compare=False)
    _main_memo: list[InstitutionMention] | None = field(default=None, repr=False, compare=False)
    _heads: tuple[int, ...] | None = field(default=None, repr=False, compare=False)
    _starts_memo: list[int] | None = field(default=None, repr=False, compare=False)
    _body_starts_memo: list[int] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.tokens = rejoined(self.doc)
        self._lower = self.tokens.lower
        self._count = len(self._lower)
        at = self.tokens.at
        self.named = outside_institutions(self.doc.text, self.found.people, self.found.institutions)
        self.people = {at(m.start): m for m in self.named}
        self._names = {m.start for m in self.named}
        self.wrapping = wrapping_of(self.doc.text)
        self.bodies = {at(m.start): m for m in self.found.institutions if not self._is_title(m)}

    @property
    def main_body(self) -> list[InstitutionMention]:
        """The namings of the body that the article is about: in its title, or told most."""
        if self._main_memo is None:
            named: dict[str, list[InstitutionMention]] = {}
            for m in self.found.institutions:
                named.setdefault(m.alias_of or m.name, []).append(m)
            often = max(named.values(), key=len, default=[])
            title = next((s for s in self.doc.sections if s.kind == "title"), None)
            titled = title is None or bool(often and often[0].start < title.end)
            about = len(often) >= _OFTEN and (titled or len(named) <= len(often))
            self._main_memo = often if about else []
        return self._main_memo

    @property
    def heads(self) -> tuple[int, ...]:
        """Indices of role nouns outside names of people and bodies."""
        if self._heads is None:
            self._heads = tuple(self._find_heads())
        return self._heads

    def _find_heads(self) -> Iterator[int]:
        inside, last = -1, -2
        starts = self.tokens.start
        named = [(k, m.end) for k, m in self.people.items()] + [(k, m.end) for k, m in self.bodies.items()]
        named.sort()
        at = 0
        for k in self._role_nouns():
            while at < len(named) and named[at][0] <= k:
                inside = max(inside, named[at][1])
                at += 1
            if starts[k] < inside or self.participle(k) or self._broken_word(k) or not_held(self, k):
                continue
            if last != k - 1 or self.broken(last, k):  # "directeur général": one title, on its first noun
                yield k
            last = k

    def _role_nouns(self) -> list[int]:
        if self.tokens is self.doc.tokens:
            return _ROLE_NOUNS.of(self.doc.forms)
        return [k for k, word in enumerate(self.tokens.lower) if _names_role(word)]

    def _broken_word(self, k: int) -> bool:
        """ "so-\\nciologue": the second half of a word."""
        return k > 1 and self.word(k - 1) == "-" and self.tokens.end[k - 2] == self.tokens.start[k - 1]

    def participle(self, k: int) -> bool:
        """ "a élu", "est associée": a past participle, not a noun."""
        word = self.tokens.lower[k]
        if word.endswith(("é", "ée", "és", "ées", "élu", "élue", "élus")) and self.word(k - 1) in AUXILIARIES:
            return not self._noun_after_being(k)
        if (
            word.endswith(("é", "ée", "és", "ées"))
            and self.word(k + 1) in ("dans", "par", "en")
            and not word.startswith(("député", "eurodéputé", "délégué"))
        ):
            return True  # "spécialisée dans"
        if word in ("associé", "associée") and self.word(k + 1) in ("à", "au", "aux"):
            return True  # "Associée à trois collègues, elle …"
        if word == "garde" and (self.word(k + 1), self.word(k + 2)) not in _GUARDS:
            return self.word(k + 1) not in ("champêtre", "forestier", "forestière")
        if word in ("élu", "élue") and self.word(k + 1).startswith("délégu"):
            return False
        if word in _PARTICIPLES and is_head(self.word(k + 1)):
            return True  # "Élue présidente"
        if word in ("intervenant", "participant") and self.word(k + 1) in _OCCASIONS:
            return True  # "Intervenant en séance, X a dit"
        if word in _VERB_HOMONYMS and (self.word(k + 1) in _CLAUSE_OPENERS or self.word(k + 1) in _THESE):
            return True  # "X, programmateur, juge que", "X, maire, juge lui cette idée absurde"
        if word in _VERB_HOMONYMS and (self.word(k - 1) in _CLOSING or self._after_quoted(k)):
            return True  # « … », juge Mme Petit
        # "représentant les familles": a present participle with its object
        return self.word(k + 1) in ARTICLES and (word.endswith("ant") or word in _VERB_HOMONYMS)

    def _after_quoted(self, k: int) -> bool:
        return self.word(k - 1) == "," and self.word(k - 2) in _CLOSING

    def _noun_after_being(self, k: int) -> bool:
        """ "fut délégué du personnel", "est chargée de projet", not "a délégué", "est chargée du projet"."""
        if self.word(k - 1) in _HAVING or not self.word(k).startswith(_NOUNS_TOO):
            return False
        following = self.word(k + 1)
        if self.word(k).startswith("chargé"):
            return following in ("de", "d'") and self.word(k + 2) in _CHARGES
        return following in ("de", "d'", "du", "des") or is_adjective(plain_shadow(following))

    def _is_title(self, body: InstitutionMention) -> bool:
        """A function in capitals that was taken for an institution: "Directeur Général"."""
        found, name = self.doc.lower[body.start : body.end].split(), self.doc.text[body.start : body.end]
        one = found[0][-1] != "s" and name[0].isupper()
        if one and body.end + 1 in self._names and is_known_head(found[0]):
            return True  # "le Défenseur des droits NAME"
        if found[0] in ("head", "director", "chief") and found[1:2] in (["of"], ["executive"]):
            return True
        if name.isupper() and name.lower() in _INITIALS:
            return True
        if (
            (len(found) > 3 and "&" not in found)
            or name.isupper()
            or found[0][-1] == "s"
            or not is_known_head(found[0].rstrip("."))
        ):
            return False
        return not any(w in LINKS or singular(w) in _BODY_NOUNS for w in found)

    def broken(self, i: int, j: int) -> bool:
        """Is there a line end between tokens ``i`` and ``j`` that is not a mere wrap of running text?"""
        end, start = self.tokens.end[i], self.tokens.start[j]
        if self.wrapping.joins(end, start):
            return False
        # "maître de" over "conférences": nothing ends with a preposition
        return self._lower[i] not in _RUN_ON or self.doc.text.count("\n", end, start) > 1

    def people_between(self, low: int, high: int) -> list[PersonMention]:
        """People named from offset ``low`` on and before ``high``."""
        return self.named[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def bodies_between(self, low: int, high: int) -> list[InstitutionMention]:
        """Institutions named from offset ``low`` on and before ``high``."""
        starts = self._body_starts
        return self.found.institutions[bisect_left(starts, low) : bisect_left(starts, high)]

    @property
    def _starts(self) -> list[int]:
        if self._starts_memo is None:
            self._starts_memo = [m.start for m in self.named]
        return self._starts_memo

    @property
    def _body_starts(self) -> list[int]:
        if self._body_starts_memo is None:
            self._body_starts_memo = [m.start for m in self.found.institutions]
        return self._body_starts_memo

    def word(self, i: int) -> str:
        """The token in lower case, empty outside the text."""
        return self._lower[i] if 0 <= i < self._count else ""

    def after(self, offset: int) -> int:
        """Index of the first token that begins at or after ``offset``."""
        i = self.tokens.before(offset) + 1
        while i < len(self.tokens) and self.tokens.start[i] < offset:
            i += 1
        return i
