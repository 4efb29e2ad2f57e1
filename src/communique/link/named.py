"""Speakers named: a name, part of it, where somebody comes from, "vous" in a letter."""

from __future__ import annotations

from bisect import bisect_left

from communique.document import plain_shadow
from communique.extractors.people.lexicon import is_inhabitant
from communique.extractors.quotations.scene import greeting
from communique.extractors.quotations.words import in_class, listed
from communique.link.cast import Cast, head_of, words_of
from communique.link.functions import role_noun
from communique.link.recency import by_article, last_of
from communique.link.roles_held import names_stranger
from communique.records import Person

_SOURCE_NOUNS = listed("source_nouns.txt")
_ORGANS = listed("organs.txt")
_TELLING_NOUNS = listed("telling_nouns.txt")
_PARTISANS = in_class("partisans")
_PRENOMINAL = in_class("prenominal")
_SOURCES = ("selon ", "d'après ")
_DOERS = ("eur", "euse", "rice", "iste", "ien", "ienne", "ier", "ière", "ant", "ante", "logue", "é", "ée")
# Lands whose name is that of a woman from there too.
_LANDS = frozenset({"corse", "suisse", "lorraine", "toscane"})
_THE = frozenset({"l'", "le", "la", "ce", "cet", "cette"})


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


def inhabitant(s: Cast, start: int, end: int) -> str | None:
    """ "la Neuchâteloise", "le Malien": the person last named of that gender."""
    words = s.words(start, end)
    while len(words) > 2 and words[1] in _PRENOMINAL:
        del words[1]  # "la jeune Américaine"
    if len(words) < 2 or words[0] not in _THE or names_stranger(s, start, end) == "":
        return None
    last = words[1].split("-")[-1]  # "la Haut-Savoyarde"
    if not (is_inhabitant(last) or last.endswith(("ard", "arde")) or last in _PARTISANS):
        return None
    at = s.doc.lower.find(words[1], start, end)
    if not s.doc.text[at].isupper() or (words[0] == "la" and words[1] in _LANDS):
        return None
    feminine = (
        words[0] in ("la", "cette")
        or (last in _PARTISANS and last.endswith(("ine", "ise", "ale")))
        or words[1].endswith(("aise", "oise", "enne", "aine", "arde"))
    )
    gender = "f" if feminine else "m"
    before = s.persons_before(start)
    told_so = [k for k in before if k.id in s.people and _comes_from(s.people[k.id], last)]
    return last_of(s, told_so, gender) or last_of(s, before, gender)


def _comes_from(person: Person, inhabitant_: str) -> bool:
    """ "le ministre français Jean Petit": a function that says where somebody is from ("le Français")."""
    stem = inhabitant_.removesuffix("e").removesuffix("n")
    return any(word.startswith(stem) for role in person.roles for word in words_of(role.title.lower()))


def somebody(s: Cast, start: int, end: int) -> str | None:
    """ "le milieu de terrain", "la mis en cause": an unlisted noun, for the person last spoken of."""
    words = s.words(start, end)
    head = head_of(words)
    if words[:2] in (["l'", "un"], ["l'", "une"]):
        return ""  # "l'un d'eux"
    if head is None or words[0] not in ("le", "la", "l'") or words[head] in _SOURCE_NOUNS | _ORGANS:
        return None
    if words[head] in _TELLING_NOUNS:
        return ""  # "la famille"
    if s.doc.lower.endswith(_SOURCES, 0, start) and not words[head].endswith(_DOERS):
        return ""  # "selon le barème", "d'après l'extrait de naissance"
    if words[head : head + 3] == ["tête", "de", "liste"]:
        return _leading(s, start)
    if s.doc.text[s.doc.lower.find(words[head], start, end)].isupper():
        return None  # "la Russie"
    return last_of(s, s.persons_before(start), by_article(words))


def _leading(s: Cast, start: int) -> str:
    """ "la tête de liste": of either sex, the one whom the text calls so, nobody where several are."""
    heads = {p.id for p in s.people.values() if any("tête de liste" in r.title.lower() for r in p.roles)}
    last = next((k.id for k in reversed(s.heard) if k.start < start), "")
    return last if last in heads else heads.pop() if len(heads) == 1 else ""


def part_of_name(s: Cast, start: int, end: int) -> str | None:
    """A surname or an acronym that the text uses alone; the initials of somebody ("GND")."""
    said = ["ier" if word == "i" else word for word in plain_shadow(s.doc.text[start:end]).split()]
    if not said:
        return None
    if len(said) == 1 and s.doc.text[start:end].isupper():
        lettered = [p.id for p in s.people.values() if len(said[0]) > 2 and _initials(p.name) == said[0]]
        if len(lettered) == 1:
            return lettered[0]
    for person in s.people.values():
        if set(said) <= set(plain_shadow(person.name).split()):
            return person.id
    if len(said) == 1 and s.doc.text[start:end].isupper():
        letters = said[0].replace("&", "")
        bodies = [b.id for b in s.institutions.values() if len(letters) > 1 and _letters(b.name) == letters]
        return bodies[0] if len(bodies) == 1 else None
    return None


def _letters(name: str) -> str:
    """The initials of the names in a name: "sp" of "Standard & Poor's"."""
    return "".join(word[0] for word in plain_shadow(name).replace("-", " ").split() if len(word) > 2)


def _initials(name: str) -> str:
    return "".join(word[0] for word in plain_shadow(name).replace("-", " ").split())
