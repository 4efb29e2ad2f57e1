"""Who can be meant: the people and institutions of an article, where they are named, their gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from communique.document import Document, plain_shadow
from communique.extractors.people.lexicon import gender as first_name_gender
from communique.extractors.quotations.names import WORD
from communique.extractors.quotations.words import in_class, org_nouns, role_nouns
from communique.records import Institution, Person

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
_DETERMINERS = in_class("determiners")
_PRENOMINAL = in_class("prenominal")

_CIVILITY = {"M.": "m", "Mme": "f", "Mlle": "f", "Sr": "f"}
_THE_ONE = frozenset({"la", "l'", "l", "son", "sa", "leur"})
FEW = 60  # namings looked back at
# What a sentence may open with before the body that it tells of: "De son côté, l'Union des pêcheurs …".
FRONTED = (
    r"\W*(?:(?:à|au|aux|en|dans|depuis|sur|avec|chez|après|avant|lors) [^,;:.«»\n]{2,60}, |(?:de (?:son|leur)"
    r" côté|pour sa part|à son tour|quant à (?:elle|lui)|en revanche|enfin|or|mais|à l'inverse|au contraire"
    r"|dans le même temps|de même|en parallèle|également|par ailleurs|cependant|toutefois|pourtant|néanmoins"
    r"|ainsi|ensuite|puis|désormais|aujourd'hui|hier|d'ailleurs|en effet|finalement|certes|car|et|ce(?:tte)?"
    r" (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine)|\w+di(?: soir| matin)?),? )?"
)
# … with what sort of body it is, too: "L'ONG Untel".
_FRONTED_BODY = re.compile(FRONTED + r"(?:(?:l'|le |la |les )\s*(?:(\w+) )?)?")
_OPENS_WITHIN = 140  # characters of what is fronted, and of the article
_PRESENTED = re.compile(r", (?:\d+ ans, )?(une|un|la|le|l')\s?([\w-]+)")
_SORT = 24  # characters of "l'association "
_FEMALE_BEFORE = re.compile(r"(?:\bla(?: pr| dr| me)?|\bdre|\bpre|\bmme|madame|docteure|professeure)\.? $")


class Known(NamedTuple):
    """A mention or a resolved naming: where, whose."""

    start: int
    end: int
    id: str


class Cast:
    """The people and institutions of an article in the order in which it names them."""

    _opening_bodies: list[Known] | None = None

    def __init__(self, doc: Document, people: Sequence[Person], institutions: Sequence[Institution]) -> None:
        self.doc = doc
        self.people = {p.id: p for p in people}
        self.institutions = {i.id: i for i in institutions}
        self.persons = sorted(Known(m.start, m.end, p.id) for p in people for m in p.mentions)
        self.bodies = sorted(Known(m.start, m.end, i.id) for i in institutions for m in i.mentions)
        self.heard: list[Known] = []
        self.heard_bodies: list[Known] = []
        self.unknown: list[Known] = []  # bodies that spoke and that nothing names: "la direction du port"
        self.pairs: list[tuple[int, tuple[str, ...]]] = []  # who spoke together, and where
        self.joint: tuple[str, ...] = ()  # those whom the words asked about last name together
        self.told_by: list[Known] = []  # documents that a body's words were read from
        self.cited: set[int] = set()  # where a body is only the source of something: "selon le parquet"
        self.clause = (0, 0)  # what the words asked about report, names in which are told of
        self.reported = (0, 0)  # all that the words asked about report
        self.told_of: frozenset[str] = frozenset()  # whom those words name, so that they are not the speaker
        self._hidden: list[tuple[int, int]] = []
        self._marked: list[tuple[int, int]] = []
        self._genders: dict[str, str | None] = {}
        self._words: dict[tuple[int, int], tuple[str, ...]] = {}

    def hide(self, spans: Sequence[tuple[int, int]], marked: Sequence[tuple[int, int]] = ()) -> None:
        """Names inside marked words, terms and slogans too, are no antecedents for what stands outside."""
        self._hidden = []
        self._marked = list(marked)
        for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
            if not self._hidden or start >= self._hidden[-1][1]:  # what another span holds is hidden already
                self._hidden.append((start, end))

    def words(self, start: int, end: int) -> list[str]:
        """The words of a span, lower case."""
        words = self._words.get((start, end))
        if words is None:
            words = self._words[start, end] = tuple(WORD.findall(self.doc.lower[start:end]))
        return list(words)

    def gender(self, person_id: str) -> str | None:
        """m or f by civility, by the form of a role noun, by the first name; else None."""
        if person_id.startswith("?"):
            return person_id[1:] if person_id != "?mf" else None
        if person_id not in self._genders:
            self._genders[person_id] = self._gender(self.people[person_id])
        return self._genders[person_id]

    def _gender(self, person: Person) -> str | None:
        if person.civility in _CIVILITY:
            return _CIVILITY[person.civility]
        for role in person.roles:
            title = words_of(role.title.lower())
            for i, word in enumerate(title):
                noun = _ROLE_NOUNS.get(word)
                if noun is not None and noun.gender != "mf" and not in_complement(title, i):
                    if noun.gender == "f":
                        return "f"
                    break
        for m in person.mentions:
            if _FEMALE_BEFORE.search(self.doc.lower[max(0, m.start - 12) : m.start]):
                return "f"
        given = first_name_gender(plain_shadow(person.name.split()[0]))
        if given is not None:
            return given
        told = next((g for m in person.mentions if (g := self._presented_as(m.end)) is not None), None)
        return told or ("m" if any(_masculine(r.title) for r in person.roles) else None)

    def _presented_as(self, end: int) -> str | None:
        """ "Ishara Petit, une habitante du village,": the gender of what is set beside a name."""
        m = _PRESENTED.match(self.doc.lower, end)
        noun = _ROLE_NOUNS.get(m.group(2)) if m is not None else None
        if m is None or noun is None or noun.plural:
            return None
        return "f" if m.group(1) in ("une", "la") else "m" if m.group(1) != "l'" else None

    def persons_before(self, offset: int) -> list[Known]:
        """Namings of people before ``offset``, the nearest first, those inside marked words left out."""
        i = bisect_left(self.persons, (offset,))
        known = [k for k in self.persons[max(0, i - FEW) : i] if not self.apart(k.start, offset)]
        heard = [k for k in self.heard[-FEW:] if k.start < offset]
        found = sorted({*known, *heard}, reverse=True)
        return [k for k in found if k.id not in self.told_of] if self.told_of else found

    def bodies_before(self, offset: int) -> list[Known]:
        """Namings of institutions before ``offset``, the nearest first."""
        i = bisect_left(self.bodies, (offset,))
        return [k for k in reversed(self.bodies[max(0, i - FEW) : i]) if not self.apart(k.start, offset)]

    def body_within(self, start: int, end: int) -> str | None:
        """The first institution that a span names."""
        i = bisect_left(self.bodies, (start,))
        return self.bodies[i].id if i < len(self.bodies) and self.bodies[i].start < end else None

    def body_gender(self, known: Known) -> str | None:
        """m or f by the article before the name, else by the noun that it begins with."""
        before = WORD.findall(self.doc.lower[max(0, known.start - 4) : known.start])
        if before and before[-1] in ("le", "la", "du", "au"):
            return "f" if before[-1] == "la" else "m"
        sort = WORD.findall(self.doc.lower[max(0, known.start - _SORT) : known.start])[-1:]
        if sort and sort[0] in _ORG_NOUNS and self.doc.lower[known.start - 1] == " ":
            return _ORG_NOUNS[sort[0]][1]  # "l'ONG Untel"
        first = WORD.findall(self.doc.lower[known.start : known.end])[:1]
        return _ORG_NOUNS[first[0]][1] if first and first[0] in _ORG_NOUNS else None

    def opens(self, known: Known) -> bool:
        """Whether a naming of an institution begins a sentence."""
        i = bisect_left(self.opening_bodies, known)
        return i < len(self.opening_bodies) and self.opening_bodies[i] == known

    def sentence_number(self, offset: int) -> int | None:
        """The number of the sentence at ``offset``, where it begins when marked words of it hold several."""
        if self.doc.sentence_at(offset) is None:
            return None
        i = bisect_right(self.doc.sentences, offset, key=lambda x: x.start) - 1
        for _ in range(FEW):
            if i < 1 or not self.inside(self.doc.sentences[i].start):
                break
            i -= 1
        return i

    def marked_before(self, offset: int, far: int) -> tuple[int, int] | None:
        """The marked words that end at most ``far`` characters before ``offset``."""
        i = bisect_left(self._hidden, (offset,)) - 1
        return self._hidden[i] if i >= 0 and offset - far < self._hidden[i][1] <= offset else None

    def apart(self, naming: int, offset: int) -> bool:
        """Whether a naming is in marked words (an answer of an interview) that ``offset`` is not in."""
        return _parts(self._hidden, naming, offset) or _parts(self._marked, naming, offset)

    def inside(self, offset: int) -> bool:
        """Whether ``offset`` is inside marked words."""
        i = bisect_left(self._hidden, (offset + 1,)) - 1
        return i >= 0 and offset < self._hidden[i][1]

    @property
    def opening_bodies(self) -> list[Known]:
        """Institutions named at the beginning of a sentence: what "elle" after it can stand for."""
        if self._opening_bodies is None:
            self._opening_bodies = self._find_opening_bodies()
        return self._opening_bodies

    def _find_opening_bodies(self) -> list[Known]:
        out = []
        for known in self.bodies:
            sentence = self.doc.sentence_at(known.start)
            if sentence is None or known.start - sentence.start > _OPENS_WITHIN:
                continue
            m = _FRONTED_BODY.fullmatch(self.doc.lower, sentence.start, known.start)
            if m is not None and (m.group(1) is None or m.group(1) in _ORG_NOUNS):
                out.append(known)
        return out


def _parts(spans: Sequence[tuple[int, int]], naming: int, offset: int) -> bool:
    """Whether one of the spans holds a naming and not ``offset``."""
    i = bisect_left(spans, (naming + 1,)) - 1
    return i >= 0 and naming < spans[i][1] and not spans[i][0] <= offset < spans[i][1]


def words_of(text: str) -> list[str]:
    """The words of a lower-case text, elided ones apart: ``l'``, ``élue``."""
    return WORD.findall(text)


def in_complement(title: Sequence[str], i: int) -> bool:
    """Whether a noun of a title only says whose, or for what, somebody works.

    >>> in_complement(["adjointe", "au", "maire"], 2), in_complement(["ancienne", "maire"], 1)
    (True, False)
    >>> in_complement(["bras", "droit", "du", "premier", "ministre"], 4)
    True
    """
    i -= 1
    while i > 0 and title[i] in _PRENOMINAL:
        i -= 1
    if i < 1:
        return False
    return title[i] in ("du", "au") or (title[i] in _THE_ONE and title[i - 1] in ("de", "à", "auprès"))


def _masculine(title: str) -> bool:
    words = WORD.findall(title.lower())
    nouns = (_ROLE_NOUNS.get(w) for i, w in enumerate(words) if not in_complement(words, i))
    return any(n is not None and n.gender == "m" for n in nouns)


def head_of(words: Sequence[str]) -> int | None:
    """Index of the head noun: after the determiner and the adjectives before the noun."""
    if not words or words[0] not in _DETERMINERS:
        return None
    i = 1
    while i < len(words) - 1 and words[i] in _PRENOMINAL:
        i += 1
    return i if i < len(words) else None
