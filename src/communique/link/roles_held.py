"""Who a role noun means by what stands about it: a seat, a client, a parent, a stranger."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from communique.document import plain_shadow
from communique.extractors.people.lexicon import is_inhabitant
from communique.extractors.quotations.words import in_class, role_nouns
from communique.link.cast import Cast, Known, in_complement
from communique.link.offices import OF, fits, read_title
from communique.records import Person

_BEFORE_PLACES = frozenset(
    {"de", "du", "des", "d", "à", "au", "aux", "en", "la", "le", "les", "l", "et", "sur", "chez", "pour"}
)
LITTLE = frozenset({"de", "du", "des", "d'", "la", "le", "l'", "les", "et", "à", "en"})
_LOOKED_AT = 20  # namings
_NAME_LAST = re.compile(r"([\w'’-]+) ([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)+)\Z")
_SURNAME_LAST = re.compile(r"([\w'’-]+) ([A-ZÀ-Ý][a-zà-ÿ-]{3,})\Z")
_NOUN_ENDINGS = tuple(in_class("endings_of_sorts"))
_PARTISANS = in_class("partisans")
_OF_SOMEBODY = frozenset({"un", "une", "le", "la", "l'", "son", "sa", "leur"})
_PRESENTED = 80  # characters of a function before the name set beside it
_ROLE_NOUNS = role_nouns()
_SEATS = dict(pair.split("=") for pair in in_class("seat_offices"))
_CLIENTS = in_class("clients")
_SAID_OTHERWISE = {
    tuple(said.replace("+", " ").split()): noun
    for said, noun in (pair.split("=") for pair in sorted(in_class("said_otherwise")))
}
_LEAD = re.compile(r"([^.,;:«»\"()\n]{4,80}), (?:(?:m|mme|dr|me)\.? )?\Z")


def one_pleader(s: Cast, before: Sequence[Known]) -> str:
    """ "le conseil de la famille": the one person called "Me"."""
    pleaders = {k.id for k in before if k.id in s.people and s.people[k.id].civility == "Me"}
    return pleaders.pop() if len(pleaders) == 1 else ""


def otherwise_said(words: list[str], head: int) -> None:
    """Put the plain noun for a function where another one, or several words, say the same."""
    after = words[head + 1 : head + 2]
    if words[head] in ("magistrat", "magistrate") and words[head - 1].startswith("premi"):
        words[head] = "maire"  # "le premier magistrat" of a town
    if words[head] in ("locataire", "hôte", "occupant") and (seat := _seat_office(words[head + 1 :])):
        of_state = ["de", "la", "république"] if "palais" in words[head:] else []
        words[head:] = [seat, *of_state]  # "le locataire de la Maison-Blanche", "du palais"
    if words[head] == "conseil" and _of_a_client(words[head + 1 :]):
        words[head] = "avocat"  # "le conseil de Mme Petit", "le conseil de la famille"
    if words[head].startswith("conseill") and after in (["fédéral"], ["fédérale"]):
        words[head : head + 2] = ["ministre"]  # of Switzerland
    said = _SAID_OTHERWISE.get(tuple(words[head - 1 : head + 2])) or _SAID_OTHERWISE.get(
        tuple(words[head : head + 3])
    )
    if said is not None and len(words) <= head + 3:
        words[head:] = [said]  # "l'homme politique", "le chef d'établissement"
    if words[head].startswith("représentant") and after == ["diplomatique"]:
        words[head : head + 2] = ["diplomate"]
    if words[head] in ("chef", "cheffe") and words[head + 1 : head + 3] == ["de", "file"]:
        words[head : head + 3] = ["leader"]


def _seat_office(after: Sequence[str]) -> str:
    """The office that is held at a place: "de l'Élysée", "de Matignon"."""
    return next((_SEATS[w] for w in after if w in _SEATS), "")


def _of_a_client(after: Sequence[str]) -> bool:
    """ "de Mme Petit", "du prévenu", "de la famille": whom a lawyer speaks for."""
    rest = [w for w in after if w not in LITTLE]
    return bool(after) and after[0] in OF and rest[:1] != [] and rest[0] in _CLIENTS


def names_stranger(s: Cast, start: int, end: int) -> str | None:
    """ "le ministre arménien des Affaires étrangères Mnatsakan Safarian": a name that nobody was read in.

    Whoever bears that name elsewhere, else nobody; None when the words end with no name.
    """
    m = _NAME_LAST.search(s.doc.text, start, end) or _one_name(s, start, end)
    if m is None or s.doc.lower[m.start(1) : m.end(1)] in _BEFORE_PLACES:
        return None
    if s.body_within(m.start(2), end) is not None:
        return None
    said = set(plain_shadow(m.group(2)).split())
    return next((p.id for p in s.people.values() if said <= set(plain_shadow(p.name).split())), "")


def _one_name(s: Cast, start: int, end: int) -> re.Match[str] | None:
    """ "Le conservateur Chateaubriand": a surname right after the noun, not a trade or a party."""
    m = _SURNAME_LAST.search(s.doc.text, start, end)
    if m is None or s.doc.lower[m.start(1) : m.end(1)] not in _ROLE_NOUNS:
        return None
    name = s.doc.lower[m.start(2) : m.end(2)]
    if is_inhabitant(name) or name in _PARTISANS or name.endswith(_NOUN_ENDINGS):
        return None
    return m


def as_presented(s: Cast, before: Sequence[Known], lemma: str, gender: str) -> str:
    """ "un porte-parole du mouvement, Jean Petit": who was presented by that noun, in whatever body."""
    for known in before[:_LOOKED_AT]:
        if known.id not in s.people or not fits(s, known.id, gender):
            continue
        lead = _LEAD.search(s.doc.lower, max(0, known.start - _PRESENTED), known.start)
        words = s.words(*lead.span(1)) if lead is not None else []
        for i, (determiner, word) in enumerate(pairwise(words), 1):
            noun = _ROLE_NOUNS.get(word) if determiner in _OF_SOMEBODY else None
            if noun is not None and noun.lemma == lemma and not in_complement(words, i):
                return known.id
    return ""


def of_the_family(s: Cast, start: int, gender: str) -> str:
    """ "sa sœur", "son frère": who bears the name of the person last spoken of."""
    last = _whose(s, start) or next((k.id for k in reversed(s.heard) if k.start < start), None)
    shared = Counter(p.name.split()[-1] for p in s.people.values())
    if (
        last not in s.people or shared[s.people[last].name.split()[-1]] < 2
    ):  # another family than that of whoever spoke last
        kin = [
            p.id for p in s.people.values() if shared[p.name.split()[-1]] == 2 and s.gender(p.id) == gender
        ]
        return kin[0] if len(kin) == 1 else ""
    surname = s.people[last].name.split()[-1]
    others = [p for p in s.people.values() if p.id != last and p.name.split()[-1] == surname]
    named = {p.id for p in others if fits(s, p.id, gender)}
    if not named and len(others) == 1 and s.gender(last) == gender:
        return last  # « … », a dit sa veuve, Jeanne Petit. « … », ajoute son épouse
    return named.pop() if len(named) == 1 else ""


def defended(s: Cast, start: int, gender: str) -> str:
    """ "son client": after a lawyer's words, whose lawyer that is, else who was named before."""
    last = next((k.id for k in reversed(s.heard) if k.start < start), "")
    if last not in s.people:
        return ""
    titles = [role.title.lower() for role in s.people[last].roles]
    if s.people[last].civility != "Me" and not any("avocat" in title for title in titles):
        return ""
    others = [k.id for k in s.persons_before(start) if k.id in s.people and k.id != last]
    others = [i for i in others if fits(s, i, gender) and s.people[i].civility != "Me"]
    told = (i for i in others if any(s.people[i].name.lower() in title for title in titles))
    return next(told, others[0] if others else "")


def _whose(s: Cast, start: int) -> str | None:
    """ "Interrogée sur Jean Petit, son épouse a répondu": the one whom the sentence names just before."""
    sentence = s.doc.sentence_at(start)
    named = s.persons_before(start)[:1]
    if sentence is None or not named or named[0].start < sentence.start or named[0].id not in s.people:
        return None
    return named[0].id


def kin_of(s: Cast, start: int, end: int, gender: str) -> str | None:
    """ "le père de Jean Petit": the other one of that name and gender; None when no name is told."""
    i = bisect_left(s.persons, (start,))
    whose = s.persons[i].id if i < len(s.persons) and s.persons[i].start < end else None
    if whose not in s.people:
        return None
    surname = s.people[whose].name.split()[-1]
    others = [p.id for p in s.people.values() if p.id != whose and p.name.split()[-1] == surname]
    others = [i for i in others if fits(s, i, gender)]
    return others[0] if len(others) == 1 else ""


def peer(s: Cast, before: Sequence[Known], lemma: str, gender: str) -> str:
    """ "sa consœur", "son homologue": the one named before the person last spoken of, of that gender."""
    named = [k.id for k in before if k.id in s.people]
    others = dict.fromkeys(i for i in named if i != named[0])
    fit = [i for i in others if fits(s, i, gender)]
    if lemma == "homologue":
        heads = _heads(s.people[named[0]]) if named else set()
        fit = [i for i in fit if heads & _heads(s.people[i])]
    return fit[0] if fit else ""


def _heads(person: Person) -> set[str]:
    """The lemmas of the nouns in the functions of a person."""
    return {lemma for r in person.roles for lemma in read_title(r.title)[1] if lemma is not None}
