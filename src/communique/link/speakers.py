"""From the words that name a speaker to an id: names, pronouns, role nouns, nouns for a body.

Candidates are tried in a fixed order; the reason kept is part of the quotation's ``rule``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from communique.document import plain_shadow
from communique.extractors.people.lexicon import is_inhabitant
from communique.extractors.quotations.scene import greeting
from communique.extractors.quotations.words import (
    by_what_they_did,
    listed,
    org_nouns,
    other_words_for,
    role_nouns,
)
from communique.link.cast import Cast, Known, body_for, head_of, words_of
from communique.link.pronouns import concerned, ordinal, pronoun, spoken_of, subject_like
from communique.records import Person

_ORGANS = frozenset(
    {
        "direction",
        "conseil",
        "comité",
        "bureau",
        "assemblée",
        "directoire",
        "rédaction",
        "équipe",
        "présidence",
    }
)


_FRONTED = re.compile(r"\bquant (?:à )?((?:l'|la |au |aux |)[^,;:«»\n]{2,70}), ")
_OPENING = re.compile(r"\W*(le |la |l')(\w+)")
_BESIDE = 50  # characters between "le fabricant" and its name
_SCIENTISTS = ("logue", "icien", "icienne", "graphe", "nomiste")  # "l'hydrologue"


class Speakers(Cast):
    """The people and institutions of an article, asked by :meth:`resolve`."""

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
        head = head_of(words)
        noun = role_nouns().get(words[head]) if head is not None else None
        if found in self.people:
            self.heard.append(Known(start, end, found))
        elif found in self.institutions:
            self.heard_bodies.append(Known(start, end, found))
        elif noun is not None and not noun.plural:
            self.heard.append(Known(start, end, f"?{noun.gender}"))


def person_named(s: Cast, start: int, end: int) -> str | None:
    """The span begins with a person's name."""
    i = bisect_left(s.persons, (start,))
    if i < len(s.persons) and s.persons[i].start < end and not _first_is_role(s, start, s.persons[i].start):
        return s.persons[i].id
    if i and s.persons[i - 1].end > start:
        return s.persons[i - 1].id
    return None


def _first_is_role(s: Cast, start: int, name: int) -> bool:
    return bool(s.words(start, name))


def body_named(s: Cast, start: int, end: int) -> str | None:
    """The span begins with an institution's name, its article apart."""
    i = bisect_left(s.bodies, (start,))
    if i < len(s.bodies) and s.bodies[i].start < end:
        before = s.words(start, s.bodies[i].start)
        if not before or (len(before) == 1 and before[0] in ("l'", "le", "la", "les")):
            return s.bodies[i].id
    if i and s.bodies[i - 1].end > start:
        return s.bodies[i - 1].id
    return None


def addressee(s: Cast, start: int, end: int) -> str | None:
    """ "vous" in an open letter: the one whom its opening addresses ("Madame la ministre,")."""
    if s.doc.lower[start:end] != "vous":
        return None
    title = greeting(s.doc)
    if title is None:
        return ""
    civility = "M." if s.doc.plain[title[0] - 9 : title[0] - 1] == "monsieur" else "Mme"
    bare = [p.id for p in s.people.values() if p.civility == civility and not p.roles]
    return role_noun(s, *title) or (bare[0] if len(bare) == 1 else "")


def fronted(s: Cast, start: int, end: int) -> str | None:
    """ "Quant au recteur, il répond que …": the pronoun takes up what the sentence opens with."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None:
        return None
    m = _FRONTED.search(s.doc.lower, sentence.start, start)
    if m is None or m.start() - sentence.start > 4:
        return None
    for rule in (person_named, body_named, role_noun, body_noun):
        found = rule(s, m.start(1), m.end(1))
        if found is not None:
            return found
    return None


def own_sentence(s: Cast, start: int, end: int) -> str | None:
    """ "Le fabricant Untel construira une usine, a-t-il annoncé": nobody was named before; its subject."""
    said = s.doc.lower[start:end]
    sentence = s.doc.sentence_at(start)
    if said not in ("il", "elle") or sentence is None or s.doc.text[start - 1] != "-" or pronoun(s, start, end):
        return None
    wanted = "m" if said == "il" else "f"
    i = bisect_left(s.opening_bodies, (sentence.start,))
    for known in s.opening_bodies[i : i + 1]:
        if known.start < start and s.body_gender(known) in (wanted, None):
            return known.id
    m = _OPENING.match(s.doc.lower, sentence.start, start)
    noun = org_nouns().get(m.group(2)) if m is not None else None
    if m is None or noun is None or noun[1] != wanted:
        return None
    verb = m.end()
    return next((k.id for k in s.bodies if verb <= k.start < min(start, verb + _BESIDE)), None)


def role_noun(s: Cast, start: int, end: int) -> str | None:
    """ "la directrice", "son président", "l'ancien maire", "cette infirmière": by roles, then recency."""
    words = s.words(start, end)
    head = head_of(words)
    if head is None:
        return None
    if words[head] in ("magistrat", "magistrate") and words[head - 1].startswith("premi"):
        words[head] = "maire"  # "le premier magistrat" of a town
    noun = role_nouns().get(words[head]) or role_nouns().get(words[head].split("-")[0])
    if noun is None:
        return None
    if words[0] in ("un", "une", "des", "plusieurs", "certains", "quelques") or noun.plural:
        return ""
    gender = _by_article(words) if noun.gender == "mf" else noun.gender
    before = s.persons_before(start)
    if words[0] in ("ce", "cet", "cette"):
        return _last_of(s, before, gender)
    rest = set(words[head + 1 :]) - {"de", "du", "des", "d'", "la", "le", "l'", "les", "et", "à", "en"}
    body = next((k.id for k in s.bodies if start <= k.start < end), None)
    scored = []
    for person in s.people.values():
        for role in person.roles:
            score = _role_score(
                s, person, role.title, role.institution, (words[head], noun.lemma, gender), rest, body
            )
            own = start <= role.start < end and not start <= person.mentions[0].start < end
            if score is None:
                continue
            nearest = next((k.start for k in before if k.id == person.id), None)
            score = -1 if own else score  # read from these very words: any other reading is better
            scored.append((score, nearest is not None, nearest or -person.mentions[0].start, person.id))
    if scored:
        return max(scored)[3]
    after = words[head + 1 :]
    bare = (
        not after
        or after == ["de", "famille"]
        or words[head + 1] not in ("de", "du", "des", "d'", "à", "au", "aux")
    )
    known_by_trade = words[head] in listed("generic_people.txt") or words[head].endswith(_SCIENTISTS)
    if words[0] in ("son", "sa", "leur", "mon", "ma", "notre", "votre"):
        return ""  # "son prédécesseur": somebody else than the person spoken of
    if words[head] in org_nouns():  # "l'exploitant", "l'organisateur"
        return None
    if (bare or body) and (taken_up := _taken_up(s, before, noun.lemma, gender, body)):
        return taken_up
    if noun.lemma in by_what_they_did():
        return _who_did(s, by_what_they_did()[noun.lemma], start, gender)
    if bare and (known_by_trade or words[head] not in listed("offices.txt")):  # "l'élue verte", "la chercheuse"
        return _last_of(s, before, gender)
    if words[head] not in listed("offices.txt"):
        return _just_named(s, start, gender)
    return (_without_role(s, before, gender) if bare else "") or _named_next(s, start, gender)


def _without_role(s: Cast, before: Sequence[Known], gender: str) -> str:
    """ "la directrice" where no function was told: the one person of that gender who has none."""
    ids = {k.id for k in before if k.id in s.people and s.gender(k.id) == gender and not s.people[k.id].roles}
    return ids.pop() if len(ids) == 1 else ""


def _named_next(s: Cast, start: int, gender: str) -> str:
    """ "La ministre a promis … . Jeanne Petit a aussi annoncé": named by the sentence after, which she opens."""
    i = bisect_left(s.doc.sentences, start, key=lambda x: x.start)
    for sentence in s.doc.sentences[i : i + 2]:
        if "\n\n" in s.doc.text[start : sentence.start]:
            break
        at = bisect_left(s.persons, (sentence.start,))
        for known in s.persons[at : at + 1]:
            opens = known.start == sentence.start and not s.people[known.id].roles
            if opens and s.gender(known.id) == gender:
                return known.id
    return ""


def _taken_up(s: Cast, before: Sequence[Known], lemma: str, gender: str, body: str | None) -> str:
    """ "l'édile": the mayor last named, though somebody else was named since."""
    functions = other_words_for().get(lemma, frozenset())
    for known in before if functions else ():
        person = s.people.get(known.id)
        if person is not None and _fits(s, known.id, gender):
            roles = [r for r in person.roles if body is None or r.institution == body]
            heads = {lemma_ for role in roles for lemma_ in _read_title(role.title)[1]}
            if heads & functions:
                return known.id
    return ""


def _who_did(s: Cast, deeds: frozenset[str], start: int, gender: str) -> str:
    """ "le vainqueur", "la prévenue": the last person of whom the text says so before."""
    seen: dict[int, bool] = {}
    for known in s.persons_before(start):
        sentence = s.doc.sentence_at(known.start)
        if sentence is None or known.id not in s.people or not _fits(s, known.id, gender):
            continue
        if sentence.start not in seen:
            seen[sentence.start] = not deeds.isdisjoint(s.words(sentence.start, sentence.end))
        if seen[sentence.start]:
            first = s.persons[bisect_left(s.persons, (sentence.start,))]
            return first.id if _fits(s, first.id, gender) else known.id
    return ""


def _just_named(s: Cast, start: int, gender: str) -> str:
    """ "la chargée d'études de la Ligue": the one person of that gender that the sentence before names."""
    sentence = s.doc.sentence_at(start)
    if sentence is None:
        return ""
    i = bisect_left(s.doc.sentences, sentence.start, key=lambda x: x.start)
    previous = s.doc.sentences[i - 1] if i else None
    if previous is None or "\n\n" in s.doc.text[previous.end : sentence.start]:
        return ""
    named = {k.id for k in s.persons_before(start) if k.start >= previous.start and _fits(s, k.id, gender)}
    return named.pop() if len(named) == 1 and named <= s.people.keys() else ""


def _by_article(words: Sequence[str]) -> str:
    """The gender that the article shows of a noun that has one form: "la scientifique"."""
    return {"le": "m", "la": "f", "ce": "m", "cette": "f", "sa": "f", "du": "m", "au": "m"}.get(words[0], "mf")


def _last_of(s: Cast, before: Sequence[Known], gender: str) -> str:
    """The person of that gender last spoken of, nobody when that one is unnamed."""
    nearest = subject_like(s, [k for k in before if _fits(s, k.id, gender)])
    return nearest.id if nearest is not None and nearest.id in s.people else ""


@lru_cache(maxsize=1 << 10)
def _read_title(title: str) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """The words of a title with the lemmas of its nouns; asked again for every noun that may take it up."""
    words = tuple(words_of(title.lower()))
    nouns = (role_nouns().get(w) or role_nouns().get(w.split("-")[0]) for w in words)
    return words, tuple(n.lemma if n is not None else None for n in nouns)


def _role_score(
    s: Cast,
    person: Person,
    title: str,
    institution: str | None,
    head: tuple[str, str, str],
    rest: set[str],
    body: str | None,
) -> int | None:
    word, lemma, gender = head
    words, heads = _read_title(title)
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
    if words and (words[0] == word or heads[0] == lemma):
        score += 1
    return score + len(rest & extra)


def _fits(s: Cast, person_id: str, gender: str) -> bool:
    known = s.gender(person_id)
    return gender == "mf" or known is None or known == gender


def body_noun(s: Cast, start: int, end: int) -> str | None:
    """ "l'école", "le ministère", "la direction": the nearest institution it can stand for."""
    words = s.words(start, end)
    head = head_of(words)
    if head is None or (words[head] not in org_nouns() and words[head].removesuffix("s") not in org_nouns()):
        return None
    if words[0] in ("un", "une", "des", "plusieurs", "notre", "nos", "votre", "vos"):
        return ""
    inside = next((k.id for k in s.bodies if start <= k.start < end), None)
    if len(words) > head + 1 and words[head + 1] in ("de", "d'", "du", "des"):
        if words[head] in _ORGANS and inside is not None:
            return inside
        return _fully_named(s, words[head:]) or ""
    return body_for(s, words[head], start) or ""


def _fully_named(s: Cast, words: Sequence[str]) -> str | None:
    """ "le ministère de la Santé" beside "ministère chargé de la Santé": all is in a name."""
    wanted = {plain_shadow(w) for w in words if len(w) > 3}
    for body in s.institutions.values():
        for name in (body.name, *body.aliases):
            if len(wanted) > 1 and wanted <= set(words_of(plain_shadow(name))):
                return body.id
    return None


def document(s: Cast, start: int, end: int) -> str | None:
    """ "une note de la Cour des comptes", "les chiffres de l'Insee": the body it comes from."""
    words = s.words(start, end)
    head = head_of(words)
    if head is not None and (words[head] in role_nouns() or words[head] in org_nouns()):
        return None  # "la chargée d'études de la Ligue"
    if not any(w in listed("source_nouns.txt") for w in words[:4]):
        return None
    inside = next((k.id for k in s.bodies if start <= k.start < end), None)
    if inside is None and words[0] in ("son", "sa", "ses"):  # "d'après ses calculs"
        return spoken_of(s, start, None)
    return inside or ""


def inhabitant(s: Cast, start: int, end: int) -> str | None:
    """ "la Neuchâteloise", "le Malien": the person last named of that gender."""
    words = s.words(start, end)
    if len(words) != 2 or words[0] not in ("l'", "le", "la") or not is_inhabitant(words[1]):
        return None
    if not s.doc.text[end - len(words[1])].isupper():
        return None
    feminine = words[0] == "la" or words[1].endswith(("aise", "oise", "enne", "aine"))
    return _last_of(s, s.persons_before(start), "f" if feminine else "m")


def somebody(s: Cast, start: int, end: int) -> str | None:
    """ "le milieu de terrain", "la mis en cause": a noun that no list knows, for the person last spoken of."""
    words = s.words(start, end)
    head = head_of(words)
    if head is None or words[0] not in ("le", "la", "l'") or words[head] in listed("source_nouns.txt"):
        return None
    return _last_of(s, s.persons_before(start), _by_article(words))


def part_of_name(s: Cast, start: int, end: int) -> str | None:
    """A surname or an acronym that the text uses alone."""
    said = plain_shadow(s.doc.text[start:end]).split()
    if not said:
        return None
    for person in s.people.values():
        if set(said) <= set(plain_shadow(person.name).split()):
            return person.id
    return None


RULES: tuple[Callable[[Cast, int, int], str | None], ...] = (
    person_named, body_named, addressee, fronted, own_sentence, pronoun, concerned, ordinal, document, inhabitant, role_noun,
    body_noun, part_of_name, somebody,
)  # fmt: skip
