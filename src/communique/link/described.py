"""Somebody described by what no function says: "le patron du géant pétrolier", "l'auteure du livre"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.words import in_class, listed, org_nouns, other_words_for, role_nouns
from communique.link.cast import Cast, head_of
from communique.link.offices import OF, SPEAKING, fits, read_title
from communique.link.pronouns import mentioned
from communique.link.recency import by_article, last_of

_ROLE_NOUNS = role_nouns()
_ORG_NOUNS = org_nouns()
_OFFICES = listed("offices.txt")
_KIN = in_class("kin")
_PEERS = in_class("peers")
_RELATIONS = in_class("relations")
_BODIES_SHOWN = in_class("bodies_shown")
_TAKING_UP = in_class("taking_up")
_PARTISANS = in_class("partisans")
# Who heads a department in Switzerland.
_IN_A_CANTON = frozenset({"conseiller", "conseillère", "ministre"})
_WRITINGS = in_class("works") | listed("source_nouns.txt")

_LEARNED = frozenset({"scientifique", "chercheur", "expert", "spécialiste", "savant", "universitaire"})
_SCIENTISTS = ("logue", "icien", "icienne", "graphe", "nomiste")  # "l'hydrologue"
_AROUND = 90  # characters about "un entrepreneur" that would name him
_OTHER = frozenset({"autre", "autres", "même", "deuxième", "second", "seconde", "précédent", "précédente"})


def brought_in(s: Cast, words: Sequence[str], head: int, start: int) -> bool:
    """ "Un entrepreneur attend. … L'entrepreneur dit": somebody unnamed was told of by that noun since.

    ``words`` are those of the noun phrase, its head noun at ``head``.
    """
    if words[0] not in ("le", "la", "l'") or len(words) > head + 2:
        return False
    noun = words[head]
    at = max(s.doc.lower.rfind(f" {article} {noun}", 0, start) for article in ("un", "une"))
    for article in ("Un", "Une"):
        at = max(at, s.doc.text.rfind(f"{article} {noun}", 0, start) - 1)
    if at < 0 or s.inside(at + 1):
        return False
    sentence = s.doc.sentence_at(at + 1)
    begin = max(sentence.start if sentence is not None else 0, at - _AROUND)
    end = min(sentence.end if sentence is not None else at + _AROUND, at + _AROUND, start)
    if any(begin <= k.start < end for k in s.persons):
        return False
    if any(r.start < at and noun in read_title(r.title)[0] for p in s.people.values() for r in p.roles):
        return False
    since = [k for k in s.persons_before(start) if k.start > at and k.id in s.people]
    return not any(_has(s, k.id, noun) for k in since)


def _has(s: Cast, person: str, noun: str) -> bool:
    """Whether the text gives somebody a function of that noun, or one that it can stand for."""
    found = _ROLE_NOUNS.get(noun)
    functions = other_words_for().get(found.lemma if found is not None else noun, frozenset())
    return any(
        noun in read_title(role.title)[0] or functions.intersection(read_title(role.title)[1])
        for role in s.people[person].roles
    )


def described(s: Cast, start: int, end: int) -> str:
    """The person last spoken of, where nothing told of that person gainsays the description."""
    words = s.words(start, end)
    head = head_of(words)
    noun = _ROLE_NOUNS.get(words[head]) if head is not None else None
    if head is None or noun is None or noun.plural or words[0] not in ("le", "la", "l'"):
        return ""
    if noun.lemma in _KIN or noun.lemma in _PEERS or _OTHER.intersection(words[:head]):
        return ""
    gender = by_article(words) if noun.gender == "mf" or words[0] == "la" else noun.gender
    before = [k for k in s.persons_before(start) if k.start > start - SPEAKING]
    who = last_of(s, before, gender)
    if who not in s.people or not fits(s, who, gender):
        return ""
    after = words[head + 1 :]
    of = next((i for i, w in enumerate(after) if w in OF), len(after))
    complement = after[of:]
    body = s.body_within(start, end)
    roles = [r for r in s.people[who].roles if not start <= r.start < end]
    if body is not None and any(r.institution not in (None, body) for r in roles):
        return ""
    of_work = noun.lemma == "auteur" and not _WRITINGS.isdisjoint(complement)
    if of_work or noun.lemma in _RELATIONS or noun.lemma in _TAKING_UP:
        return who
    functions = other_words_for().get(noun.lemma, frozenset())
    if noun.lemma == "chef" and "département" in complement:
        return who if _IN_A_CANTON.intersection(m for r in roles for m in read_title(r.title)[0]) else ""
    held = {lemma for r in roles for lemma in read_title(r.title)[1] if lemma is not None}
    if functions & held:
        shown = not complement or body is not None or not _BODIES_SHOWN.isdisjoint(complement)
        shown = shown or any(w.removesuffix("s") in _PARTISANS for w in complement)  # "des socialistes"
        named = any(c.isupper() for c in s.doc.text[start + 3 : end])
        return who if shown or named or _ORG_NOUNS.keys() & set(complement) else ""
    if words[head] in _OFFICES or held & _OFFICES:
        return ""
    return "" if roles or noun.lemma == "auteur" else who


def nearer(s: Cast, found: str, lemma: str, gender: str, start: int) -> str:
    """ "le dirigeant", "le chercheur": of two whom it fits, the one last spoken of, not one only mentioned.

    ``found`` has a function of that very noun.
    """
    functions = other_words_for().get(lemma, frozenset())
    before = s.persons_before(start) if lemma not in _OFFICES else []
    last = last_of(s, before, gender)
    if last not in s.people or last == found:
        return ""
    named = next((k for k in before if k.id == found), None)
    latest = next(k for k in before if k.id == last)
    roles = [r for r in s.people[last].roles if r.start < start]  # not what these words say of somebody
    alike = any(functions.intersection(read_title(r.title)[1]) for r in roles)
    if lemma in _LEARNED:
        alike = alike or any(w.endswith(_SCIENTISTS) for r in roles for w in read_title(r.title)[0][:1])
    if named is None or not (alike or not roles):
        return ""
    if latest.start > named.start and alike:
        return last
    return last if latest.start > named.start and mentioned(s, named) else ""
