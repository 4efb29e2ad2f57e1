"""What a rule proposes: a run of tokens as a body's name, with its kind and the acronym tied to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from communique.document import plain_shadow
from communique.extractors.institutions.barred import barred_tokens
from communique.extractors.institutions.head_nouns import HeadMatch, find_heads
from communique.extractors.institutions.ranked_places import ranked_places
from communique.extractors.institutions.words import ROOM, Words, function_words, wordset
from communique.extractors.people.lexicon import first_names
from communique.lexicon import singular, words
from communique.mentions import Found
from communique.records import InstitutionKind

_FUNCTION_WORDS = function_words()
_ROWS_OF = wordset("rows_of_places")
VERBS = words(ROOM, "verbs.txt")


@dataclass(init=False, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` (excluded) name a body; ``acronym``: the tokens of its short name.

    ``body``: the main name of the listed body whose form this is.
    """

    first: int
    last: int
    kind: InstitutionKind | None
    rule: str
    acronym: tuple[int, int] | None
    name: str | None  # where it is not the surface: "CHU de Rennes" in "CHU de Nantes et Rennes"
    body: str | None

    def __init__(
        self,
        first: int,
        last: int,
        kind: InstitutionKind | None,
        rule: str,
        acronym: tuple[int, int] | None = None,
        name: str | None = None,
        body: str | None = None,
    ) -> None:
        self.first = first
        self.last = last
        self.kind = kind
        self.rule = rule
        self.acronym = acronym
        self.name = name
        self.body = body


@cache
def place_nouns() -> frozenset[str]:
    """Nouns whose complement is a place, in the singular: maire, commune, habitant, préfet…"""
    return frozenset(map(singular, words(ROOM, "place_nouns.txt")))


@cache
def givers() -> frozenset[str]:
    """Words after which « à » gives to somebody rather than goes somewhere."""
    roots = words(ROOM, "agent_participles.txt")
    return frozenset(root + end for root in roots for end in ("", "e", "s", "es", "nt", "r"))


_DOMAINS = wordset("domains")
_SAYING = frozenset(
    ("je", "j'", "tu", "il", "elle", "on", "ils", "elles", "ce", "c'", "cela")
)  # who opens a clause
_STEM = 4
_LEAST_HELD = 3  # tokens of a name that holds a person's
_LONGEST_PERSON = 5  # tokens
_LONGEST_END = 8
_ROW = 20  # places of a row
_PEOPLE = re.compile(r"[a-z]{0,2}(?:oise?s?|aise?s?|i?ens?|i?ennes?|ains?|aines?)")
_OF_PEOPLE = ("ois", "oise", "oises", "ais", "aise", "aises", "en", "ens", "enne", "ennes", "ain", "ains",
              "aine", "aines")  # fmt: skip
_OF = frozenset(("de", "d'", "du", "des", "la", "l'", "le"))


def _first_names(found: Found) -> frozenset[str]:
    """The first names of the people that the article names in full: « accompagner Geoffrey »."""
    listed = first_names()
    firsts = (p.name.partition(" ")[0] for p in found.people if " " in p.name)
    return frozenset(name for name in firsts if plain_shadow(name) in listed)


def _only_addressed(w: Words) -> list[str]:
    """What small letters write in addresses alone: "torvalis" in « rh@torvalis.fr »."""
    places = w.doc.places
    after = [k + 1 for k in places.get("@", ())] + [k - 2 for k in w.places_of(_DOMAINS)]
    called = {w.plain[k] for k in after if 0 <= k < len(w) and not w.cap[k]}
    out = list[str]()
    for word in called:
        small = [n for n in places[word] if not w.cap[n]]
        if all(_addressed(w, n) for n in small):
            out.extend({w.lower[n] for n in small})
    return out


def _addressed(w: Words, n: int) -> bool:
    """Whether token ``n`` is glued to the sign of an address, before or after it."""
    if n and w.text[n - 1] in "@." and not w.gap(n):
        return True
    return n + 2 < len(w) and w.text[n + 1] == "." and not w.gap(n + 1) and w.plain[n + 2] in _DOMAINS


class Item:
    """One name of a row, from its first word to where its place ends (tokens, end excluded)."""

    __slots__ = ("closed", "first", "last", "state")

    def __init__(self, first: int, last: int, state: str, closed: bool) -> None:
        self.first, self.last = first, last
        self.state = state  # what the article makes of its first word: body, person, place, name, word
        self.closed = closed  # whether it begins and ends with its place in the row


class Roster:
    """The names of a row and what they are."""

    __slots__ = ("items", "label", "noun", "sort")

    def __init__(self, items: list[Item], sort: str, label: str = "", noun: str = "") -> None:
        self.items = items
        self.sort = sort  # what parts the names: a sign, "line", or ":" for a name after its label
        self.label = label  # what announces them: "body", "thing", "role", "some" or nothing
        self.noun = noun

    def others(self, item: Item, state: str) -> int:
        """How many of the other items are of a state."""
        return sum([other.state == state for other in self.items if other is not item])


Rosters = dict[int, tuple[Roster, Item]]


@dataclass
class Context:
    """An article being read by the rules, with what the earlier rules accepted."""

    w: Words
    found: Found
    accepted: list[Candidate] = field(default_factory=list)
    rosters: Rosters = field(
        default_factory=dict, repr=False, compare=False
    )  # rows of names, by their tokens
    _after_small: frozenset[str] | None = field(default=None, repr=False, compare=False)
    _acting: frozenset[str] | None = field(default=None, repr=False, compare=False)
    titled: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    _peoples: frozenset[str] | None = field(default=None, repr=False, compare=False)
    _head_matches: list[HeadMatch] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        tokens = self.w.doc.tokens
        self.people: dict[int, int] = {}  # first token of a person's name → its end (excluded)
        self.in_person = [False] * len(self.w)
        self.unsure_people: set[str] = set()  # names taken for people's by their context alone
        for p in self.found.people:
            if p.rule == "context":
                self.unsure_people.add(p.name)
                continue
            first, last = tokens.at(p.start), tokens.before(p.end) + 1
            if first and self.w.plain[first - 1] == "chez" and last - first > 1:
                continue  # "associée chez Raymond Chabot"
            self.people[first] = max(last, self.people.get(first, 0))
            for k in range(first, min(last, len(self.in_person))):
                self.in_person[k] = True
        self.first_names = _first_names(self.found)
        self.barred = barred_tokens(self.w, self.in_person)
        self.body_starts: set[int] = set()
        self.known_ends: dict[int, int] = {}  # where listed bodies end, by their first token
        self.local_places: set[str] = set()  # by a noun: "maire de X"
        self.reached: set[str] = set()  # by « à » alone
        self.lower_words = set(_FUNCTION_WORDS)
        self.lower_words.update([t for t, cap in zip(self.w.lower, self.w.cap, strict=True) if not cap])
        self.lower_words.difference_update(_only_addressed(self.w))

    def note_places(self) -> None:
        """Names that this article uses for places: "à X", "maire de X", "Ville de X", "X, le 3 mai"."""
        w, local = self.w, self.local_places
        heads = place_nouns()
        for i in w.capitals:
            if not w.joined(i):
                continue
            k = i - 1
            if w.plain[k] in ("la", "l'", "le", "les") and k:
                k -= 1
            of_place = k > 0 and w.plain[k] in ("de", "d'", "du", "des") and singular(w.plain[k - 1]) in heads
            # "les remontées mécaniques de X"
            of_place = of_place or (k > 1 and w.plain[k - 2 : k + 1] == ["remontees", "mecaniques", "de"])
            if of_place:
                local.add(w.text[i])
                if w.plain[k - 1] in _ROWS_OF:
                    local.update(self._row_from(i))
            elif self._goes_to(i):
                self.reached.add(w.text[i])
        local.update(ranked_places(w))
        for c in self.accepted:
            last = c.last - 1
            named = c.kind != "company" and c.rule in ("headed_name", "defined_acronym") and last > c.first
            if named and w.cap[last] and not w.is_acronym(last) and w.plain[last - 1] in _OF:
                local.add(w.text[last])

    def _row_from(self, i: int) -> list[str]:
        """« les communes de X, Y Z et T »: the names of the row that begins at token ``i``."""
        w, out = self.w, list[str]()
        while i < len(w) and w.cap[i]:
            end = i + 1
            while end < len(w) and w.joined(end) and w.cap[end]:
                end += 1
            out.append(w.span_text(i, end))
            if end >= len(w) or w.text[end] not in (",", "et") or len(out) == _ROW:
                break
            i = end + 1 + (w.text[end] == "," and w.plain[end + 1 : end + 2] == ["et"])
            i += i < len(w) and w.plain[i] in ("de", "d'", "du")
        return out

    def _goes_to(self, i: int) -> bool:
        """« à X », « vers X », but neither « confié à X » nor « à X Y »."""
        w = self.w
        if w.lower[i - 1] not in ("à", "vers") or w.is_acronym(i) or (i > 1 and w.plain[i - 2] in givers()):
            return False
        return not (i + 1 < len(w) and w.joined(i + 1) and w.cap[i + 1])

    def reached_or_local(self, name: str) -> bool:
        """Whether the article uses the name for a place."""
        return name in self.reached or name in self.local_places

    def peopled(self, name: str) -> bool:
        """« Orgelac », where the article tells of « les Orgelacois »: a town by the name of its people."""
        stem = plain_shadow(name).rstrip("aeiouys")
        return len(stem) >= _STEM and not name.isupper() and stem in self.peoples

    @property
    def peoples(self) -> frozenset[str]:
        """What stands before the ending of every capitalised word that may name inhabitants."""
        if self._peoples is None:
            found = {p for i in self.w.capitals if (p := self.w.plain[i]).endswith(_OF_PEOPLE)}
            cuts = ((p, n) for p in found for n in range(max(_STEM, len(p) - _LONGEST_END), len(p) - 1))
            self._peoples = frozenset(p[:n] for p, n in cuts if _PEOPLE.fullmatch(p, n) is not None)
        return self._peoples

    def same_case(self, k: int, i: int) -> bool:
        """Whether the names at two tokens stand in one line."""
        text = self.w.doc.text
        return "\n\n" not in text[self.w.start[min(k, i)] : self.w.start[max(k, i)]]

    @property
    def after_small(self) -> frozenset[str]:
        """Capitalised words that follow a word in lower case somewhere."""
        if self._after_small is None:
            self._after_small = self._find_after_small()
        return self._after_small

    @property
    def acting(self) -> frozenset[str]:
        """Words that stand before a verb that bodies have, somewhere."""
        if self._acting is None:
            w = self.w
            self._acting = frozenset(w.text[k] for k in range(len(w) - 1) if w.plain[k + 1] in VERBS)
        return self._acting

    def _find_after_small(self) -> frozenset[str]:
        w = self.w
        return frozenset(w.text[i] for i in w.capitals if i and not w.cap[i - 1])

    @property
    def head_matches(self) -> list[HeadMatch]:
        """Every head noun of the text."""
        if self._head_matches is None:
            self._head_matches = find_heads(self.w)
        return self._head_matches

    def stops(self, i: int) -> bool:
        """Whether a body of its own, or somebody's name, begins at token ``i``."""
        return i in self.body_starts or i in self.people

    def _somebody(self, c: Candidate) -> int:
        """The token at which the full name of a person begins that a name of a body would end in, else 0."""
        ends = c.last - 2
        for k in range(ends, max(c.first, ends - _LONGEST_PERSON), -1):
            if self.people.get(k) == c.last:
                return k
        return 0

    def _mere_word(self, c: Candidate) -> bool:
        """« aux investisseurs *Je* voudrais », « *L'*institut »: a grammar word with a capital is no name."""
        w = self.w
        said = c.last - c.first > 1 and w.plain[c.first] in _SAYING and not w.cap[c.first + 1]
        mere = c.last - c.first == 1 and w.plain[c.first] in _FUNCTION_WORDS and not w.is_acronym(c.first)
        return mere or said

    def accept(self, candidates: Iterator[Candidate]) -> None:
        """Keep what a rule proposes."""
        for c in candidates:
            if c.rule != "known_body" and (c.first in self.barred or self._mere_word(c)):
                continue
            if c.last - c.first > _LEAST_HELD and (at := self._somebody(c)):
                if at <= self.known_ends.get(c.first, 0) + 1:
                    continue  # "le Défenseur des droits Anne Petit": the listed body is found by itself
                if self.w.plain[c.first] == "conference" and self.w.plain[at - 1] in _OF:
                    continue  # "Conférence de Paul Grand"
                if self.w.plain[at - 1] == "avec" and at - 1 > c.first:
                    c.last = at - 1
            self.accepted.append(c)
            self.body_starts.add(c.first)
            if c.rule == "known_body":
                self.known_ends[c.first] = c.last
