"""From the words that name a speaker to an id: names, pronouns, role nouns, nouns for a body.

Candidates are tried in a fixed order; the reason kept is part of the quotation's ``rule``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from communique.document import Document, plain_shadow
from communique.extractors.people.lexicon import gender as first_name_gender
from communique.extractors.quotations.words import in_class, listed, org_nouns, role_nouns
from communique.records import Institution, Person

_WORD = re.compile(r"(?:qu|[ldjmtsnc])'|\w+(?:-\w+)*")
_CIVILITY = {"M.": "m", "Mme": "f", "Mlle": "f", "Sr": "f"}
_MASCULINE = frozenset({"il", "lui", "celui-ci", "ce dernier"})
_FEMININE = frozenset({"elle", "celle-ci", "cette dernière"})
_ORDINALS = {
    "premier": 0, "première": 0, "deuxième": 1, "second": 1, "seconde": 1, "troisième": 2, "quatrième": 3,
    "cinquième": 4, "dernier": -1, "dernière": -1,
}  # fmt: skip
_SAME_BODY = {
    "mairie": ("mairie", "ville", "commune"),
    "municipalité": ("municipalité", "mairie", "ville", "commune"),
    "commune": ("commune", "mairie", "ville"),
    "ville": ("ville", "mairie"),
    "hôpital": ("hôpital", "hôpitaux", "chu", "chru", "centre hospitalier"),
    "chu": ("chu", "centre hospitalier universitaire"),
}
_FEW = 60  # namings looked back at
_NEAR = 700  # characters within which a body that spoke is still the one spoken of
_FEMALE_BEFORE = re.compile(r"(?:\bla|\bdre|\bpre|\bmme|madame|docteure|professeure)\.? $")


class Known(NamedTuple):
    """A mention or a resolved naming: where, whose."""

    start: int
    end: int
    id: str


class Speakers:
    """The people and institutions of an article, asked by :meth:`resolve`."""

    def __init__(self, doc: Document, people: Sequence[Person], institutions: Sequence[Institution]) -> None:
        self.doc = doc
        self.people = {p.id: p for p in people}
        self.institutions = {i.id: i for i in institutions}
        self.persons = sorted(Known(m.start, m.end, p.id) for p in people for m in p.mentions)
        self.bodies = sorted(Known(m.start, m.end, i.id) for i in institutions for m in i.mentions)
        self.heard: list[Known] = []
        self.heard_bodies: list[Known] = []
        self._hidden: list[tuple[int, int]] = []
        self._genders: dict[str, str | None] = {}

    def hide(self, spans: Sequence[tuple[int, int]]) -> None:
        """Names inside marked words are no antecedents for what stands outside."""
        self._hidden = sorted(spans)

    def resolve(self, start: int, end: int) -> tuple[str | None, str]:
        """The id that the words ``start`` to ``end`` name, and the name of the rule that knew."""
        for rule in RULES:
            found = rule(self, start, end)
            if found is not None:
                if rule is not document:
                    self._hear(start, end, found)
                return found or None, rule.__name__
        return None, "unknown"

    def _hear(self, start: int, end: int, found: str) -> None:
        """Remember whose words were reported: the next pronoun is likely theirs, unnamed people's too."""
        words = self.words(start, end)
        head = _head(words)
        noun = role_nouns().get(words[head]) if head is not None else None
        if found in self.people:
            self.heard.append(Known(start, end, found))
        elif found in self.institutions:
            self.heard_bodies.append(Known(start, end, found))
        elif noun is not None and not noun.plural:
            self.heard.append(Known(start, end, f"?{noun.gender}"))

    def words(self, start: int, end: int) -> list[str]:
        """The words of a span, lower case."""
        return _WORD.findall(self.doc.lower[start:end])

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
            for word in _WORD.findall(role.title.lower()):
                noun = role_nouns().get(word)
                if noun is not None and noun.gender != "mf":
                    if noun.gender == "f":
                        return "f"
                    break
        for m in person.mentions:
            if _FEMALE_BEFORE.search(self.doc.lower[max(0, m.start - 12) : m.start]):
                return "f"
        given = first_name_gender(plain_shadow(person.name.split()[0]))
        if given is not None:
            return given
        return "m" if any(_masculine(r.title) for r in person.roles) else None

    def persons_before(self, offset: int) -> list[Known]:
        """Namings of people before ``offset``, the nearest first, those inside marked words left out."""
        i = bisect_left(self.persons, (offset,))
        known = [k for k in self.persons[max(0, i - _FEW) : i] if not self._inside(k.start)]
        heard = [k for k in self.heard[-_FEW:] if k.start < offset]
        return sorted({*known, *heard}, reverse=True)

    def bodies_before(self, offset: int) -> list[Known]:
        """Namings of institutions before ``offset``, the nearest first."""
        i = bisect_left(self.bodies, (offset,))
        return [k for k in reversed(self.bodies[max(0, i - _FEW) : i]) if not self._inside(k.start)]

    def _inside(self, offset: int) -> bool:
        i = bisect_left(self._hidden, (offset + 1,)) - 1
        return i >= 0 and offset < self._hidden[i][1]

    @cached_property
    def opening_bodies(self) -> list[Known]:
        """Institutions named at the beginning of a sentence: what "elle" after it can stand for."""
        out = []
        for known in self.bodies:
            sentence = self.doc.sentence_at(known.start)
            if sentence is not None and re.fullmatch(
                r"\W*(?:(?:l'|le |la |les )\s*)?", self.doc.lower[sentence.start : known.start]
            ):
                out.append(known)
        return out


def _masculine(title: str) -> bool:
    nouns = (role_nouns().get(w) for w in _WORD.findall(title.lower()))
    return any(n is not None and n.gender == "m" for n in nouns)


def person_named(s: Speakers, start: int, end: int) -> str | None:
    """The span begins with a person's name."""
    i = bisect_left(s.persons, (start,))
    if i < len(s.persons) and s.persons[i].start < end and not _first_is_role(s, start, s.persons[i].start):
        return s.persons[i].id
    if i and s.persons[i - 1].end > start:
        return s.persons[i - 1].id
    return None


def _first_is_role(s: Speakers, start: int, name: int) -> bool:
    return bool(s.words(start, name))


def body_named(s: Speakers, start: int, end: int) -> str | None:
    """The span begins with an institution's name, its article apart."""
    i = bisect_left(s.bodies, (start,))
    if i < len(s.bodies) and s.bodies[i].start < end:
        before = s.words(start, s.bodies[i].start)
        if not before or (len(before) == 1 and before[0] in ("l'", "le", "la", "les")):
            return s.bodies[i].id
    if i and s.bodies[i - 1].end > start:
        return s.bodies[i - 1].id
    return None


def pronoun(s: Speakers, start: int, end: int) -> str | None:
    """ "elle", "ce dernier": the nearest earlier person of that gender, or the body spoken of."""
    said = s.doc.lower[start:end]
    if said in ("ils", "elles", "eux", "on", "nous", "vous", "je", "j'", "tu", "les", "leur"):
        return ""
    if said not in _MASCULINE and said not in _FEMININE and said != "l'":
        return None
    wanted = "m" if said in _MASCULINE else "f" if said in _FEMININE else None
    person = next(
        (k for k in s.persons_before(start) if s.gender(k.id) in (wanted, None) or wanted is None), None
    )
    body = _opening_body(s, start, wanted)
    if body is not None and (person is None or body[0] > person.start):
        return body[1]
    return person.id if person is not None and person.id in s.people else ""


def _opening_body(s: Speakers, start: int, wanted: str | None) -> tuple[int, str] | None:
    """The institution (by name or by noun) that opened the sentence before the pronoun's."""
    sentence = s.doc.sentence_at(start)
    if sentence is None:
        return None
    i = bisect_left(s.doc.sentences, sentence.start, key=lambda x: x.start)
    previous = s.doc.sentences[i - 1] if i > 0 else None
    if previous is None or "\n\n" in s.doc.text[previous.end : sentence.start]:
        return None
    first = bisect_left(s.opening_bodies, (previous.start,))
    for known in s.opening_bodies[first : first + 1]:
        if known.start < previous.end:
            article = s.words(previous.start, known.start)
            if wanted and article and article[0] in ("le", "la") and (article[0] == "le") != (wanted == "m"):
                return None
            return known.start, known.id
    words = s.words(previous.start, min(previous.end, previous.start + 40))
    definite = len(words) > 1 and words[0] in ("l'", "le", "la", "cette", "ce", "cet")
    if definite and words[1] in org_nouns() and wanted in (None, org_nouns()[words[1]][1]):
        found = _body_for(s, words[1], previous.start)
        return (previous.start, found) if found else None
    return None


def role_noun(s: Speakers, start: int, end: int) -> str | None:
    """ "la directrice", "son président", "l'ancien maire", "cette infirmière": by roles, then recency."""
    words = s.words(start, end)
    head = _head(words)
    if head is None:
        return None
    noun = role_nouns().get(words[head]) or role_nouns().get(words[head].split("-")[0])
    if noun is None:
        return None
    if words[0] in ("un", "une", "des", "plusieurs", "certains", "quelques") or noun.plural:
        return ""
    before = s.persons_before(start)
    if words[0] in ("ce", "cet", "cette"):
        return _last_of(s, before, noun.gender)
    rest = set(words[head + 1 :]) - {"de", "du", "des", "d'", "la", "le", "l'", "les", "et", "à", "en"}
    body = next((k.id for k in s.bodies if start <= k.start < end), None)
    scored = []
    for person in s.people.values():
        for role in person.roles:
            score = _role_score(
                s, person, role.title, role.institution, (words[head], noun.lemma, noun.gender), rest, body
            )
            if score is None:
                continue
            nearest = next((k.start for k in before if k.id == person.id), None)
            scored.append((score, nearest is not None, nearest or -person.mentions[0].start, person.id))
    if scored:
        return max(scored)[3]
    bare = len(words) == head + 1 or words[head + 1] not in ("de", "du", "des", "d'", "à", "au", "aux")
    if bare and words[head] in listed("generic_people.txt"):  # "l'élue verte", "la chercheuse"
        return _last_of(s, before, noun.gender)
    return ""


def _last_of(s: Speakers, before: Sequence[Known], gender: str) -> str:
    """The nearest person of that gender, nobody when that one is unnamed."""
    nearest = next((k.id for k in before if _fits(s, k.id, gender)), "")
    return nearest if nearest in s.people else ""


def _role_score(
    s: Speakers,
    person: Person,
    title: str,
    institution: str | None,
    head: tuple[str, str, str],
    rest: set[str],
    body: str | None,
) -> int | None:
    word, lemma, gender = head
    words = _WORD.findall(title.lower())
    nouns = [role_nouns().get(w) or role_nouns().get(w.split("-")[0]) for w in words]
    heads = [n.lemma for n in nouns if n is not None]
    if word not in words and lemma not in heads:
        return None
    if not _fits(s, person.id, gender):
        return None
    if body is not None and institution is not None and body != institution:
        return None
    score = 2 * (body is not None and body == institution)
    extra = set(words) - {word, "de", "du", "des", "d'", "la", "le", "l'", "les", "et", "à"}
    missing = {w for w in rest if w not in extra}
    if rest and body is None and len(missing) == len(rest) and extra:
        return None
    if words and (words[0] == word or (nouns[0] is not None and nouns[0].lemma == lemma)):
        score += 1
    return score + len(rest & extra)


def _fits(s: Speakers, person_id: str, gender: str) -> bool:
    known = s.gender(person_id)
    return gender == "mf" or known is None or known == gender


def _head(words: Sequence[str]) -> int | None:
    """Index of the head noun: after the determiner and the adjectives before the noun."""
    if not words or words[0] not in in_class("determiners"):
        return None
    i = 1
    while i < len(words) - 1 and words[i] in in_class("prenominal"):
        i += 1
    return i if i < len(words) else None


def body_noun(s: Speakers, start: int, end: int) -> str | None:
    """ "l'école", "le ministère", "la direction": the nearest institution it can stand for."""
    words = s.words(start, end)
    head = _head(words)
    if head is None or (words[head] not in org_nouns() and words[head].removesuffix("s") not in org_nouns()):
        return None
    if words[0] in ("un", "une", "des", "plusieurs", "notre", "nos", "votre", "vos"):
        return ""
    inside = next((k.id for k in s.bodies if start <= k.start < end), None)
    if len(words) > head + 1 and words[head + 1] in ("de", "d'", "du", "des"):
        if words[head] == "direction" and inside is not None:
            return inside
        return _fully_named(s, words[head:]) or ""
    return _body_for(s, words[head], start) or ""


def _fully_named(s: Speakers, words: Sequence[str]) -> str | None:
    """ "le ministère de la Santé" beside "ministère chargé de la Santé": all is in a name."""
    wanted = {plain_shadow(w) for w in words if len(w) > 3}
    for body in s.institutions.values():
        for name in (body.name, *body.aliases):
            if len(wanted) > 1 and wanted <= set(_WORD.findall(plain_shadow(name))):
                return body.id
    return None


def ordinal(s: Speakers, start: int, end: int) -> str | None:
    """ "la première", "le troisième": the people in the order in which the text named them."""
    words = s.words(start, end)
    if len(words) != 2 or words[1] not in _ORDINALS or words[0] not in ("le", "la"):
        return None
    seen: list[str] = []
    for known in s.persons:
        if known.start < start and known.id not in seen:
            seen.append(known.id)
    n = _ORDINALS[words[1]]
    chosen = seen[n] if -len(seen) <= n < len(seen) else ""
    return chosen if chosen and s.gender(chosen) in (None, "f" if words[0] == "la" else "m") else ""


def _body_for(s: Speakers, noun: str, offset: int) -> str | None:
    kinds = org_nouns().get(noun, org_nouns().get(noun.removesuffix("s"), ((), "")))[0]
    before = s.bodies_before(offset)
    names = _SAME_BODY.get(noun, (noun,))
    bare = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(plain_shadow(n)) for n in names)})(?!\w)")
    for known in before:
        body = s.institutions[known.id]
        if any(bare.search(plain_shadow(name)) for name in (body.name, *body.aliases)):
            return known.id
    if noun in in_class("strict_bodies"):
        return None
    for known in reversed(s.heard_bodies[-3:]):
        if offset - known.start < _NEAR and ("*" in kinds or s.institutions[known.id].kind in kinds):
            return known.id
    for known in before:
        if "*" in kinds or s.institutions[known.id].kind in kinds:
            return known.id
    return None


def document(s: Speakers, start: int, end: int) -> str | None:
    """ "une note de la Cour des comptes", "les chiffres de l'Insee": the body it comes from."""
    words = s.words(start, end)
    if not any(w in listed("source_nouns.txt") for w in words[:4]):
        return None
    return next((k.id for k in s.bodies if start <= k.start < end), "")


def part_of_name(s: Speakers, start: int, end: int) -> str | None:
    """A surname or an acronym that the text uses alone."""
    said = plain_shadow(s.doc.text[start:end]).split()
    if not said:
        return None
    for person in s.people.values():
        if set(said) <= set(plain_shadow(person.name).split()):
            return person.id
    return None


RULES: tuple[Callable[[Speakers, int, int], str | None], ...] = (
    person_named, body_named, pronoun, ordinal, document, role_noun, body_noun, part_of_name,
)  # fmt: skip
