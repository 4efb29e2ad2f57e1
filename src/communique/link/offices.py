"""Somebody named by a function that the text gives nobody: an office of the State, another name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from communique.document import plain_shadow
from communique.extractors.people.lexicon import holders, is_inhabitant, offices_held
from communique.extractors.quotations.words import in_class, listed, org_nouns, role_noun_of
from communique.lexicon import lines
from communique.link.cast import Cast, Known, in_complement, words_of

_ORG_NOUNS = org_nouns()
_OFFICES = listed("offices.txt")
OF = ("de", "du", "des", "d'", "à", "au", "aux")
_SEATED = in_class("seated")
# Offices that one person of a country holds, as the words of a text give them.
_OF_THE_STATE = (
    "président de la république", "présidente de la république", "chef d' état", "cheffe d' état",
    "chef de l' état", "cheffe de l' état",
    "premier ministre", "première ministre", "chef du gouvernement", "cheffe du gouvernement",
)  # fmt: skip
# What is led and is no body: "le chef de la diplomatie".
_LED = frozenset(
    {"diplomatie", "opposition", "majorité", "délégation", "gauche", "droite", "formation", "file"}
)
_FORMER = ("ex-", "ex ", "ancien ", "ancienne ")
FEW = 8  # names looked at
FRONT = 60  # characters of "Lundi soir, ", of ", a ajouté à la presse "
_FRONTED = re.compile(
    rf"\W*(?:(?:(?:{'|'.join(lines('communique.lexicon', 'weekdays.txt'))}|hier|la veille|le lendemain"
    r"|dans la|en|plus|peu|à|au|dès|depuis|après|avant|lors|quelques"
    r"|devant|face|sur|avec|interrogée?|contactée?|jointe?|dans|de son côté|pour sa part)"
    r"(?!\w)[^,;:.«»\n]{0,45})?, )?"
    r"(?:(?:m|mme|dr|pr|me)\.? )?"
)
# What says that somebody goes on speaking, right before the name.
_ADDS = re.compile(
    r", (?:a (?:encore |aussi |également |ensuite |toutefois )?"
    r"(?:ajouté|poursuivi|insisté|conclu|précisé|complété|repris|souligné)"
    r"|ajoute|poursuit|insiste|conclut|précise|complète|reprend|souligne)"
    r"(?: (?:encore|aussi|également|ensuite))? "
    r"(?:(?:m|mme|dr|pr|me)\.? )?$"
)
# Offices of parties and unions, which somebody holds beside another function.
_OF_ANY_BODY = frozenset({"président", "présidente", "chef", "cheffe", "secrétaire", "porte-parole"})
_MINISTERIAL = frozenset({"ministre", "ministres", "secrétaire", "préfet", "préfète"})
_STATE = frozenset({"état", "etat", "république"})
_OF_STATE = _STATE | {"de", "la", "l'", "d'", "du", "gouvernement"}
APPOSED = 8  # characters of ", le Dr " between a function and a name
SPEAKING = 800  # characters between somebody's words and another name for that person


def known_office(s: Cast, words: Sequence[str], head: int, start: int, gender: str) -> str:
    """An office that readers know who holds ("le Premier ministre"), a seat ("le député de l'Aude")."""
    before = [k for k in s.persons_before(start) if fits(s, k.id, gender)]
    if words[head] in _SEATED:
        last = next((k.id for k in reversed(s.heard) if k.start < start), "")
        return last if last in s.people and before and before[0].id == last else ""
    if (holder := _readers_know(s, before, words, head)) != "":
        return holder
    later = s.persons[bisect_left(s.persons, (start,)) :][:FEW]
    if (holder := _readers_know(s, [k for k in later if fits(s, k.id, gender)], words, head)) != "":
        return holder  # who is named further down
    said = " ".join(words[head - 1 :]).removeprefix(words[0] + " ").replace("' etat", "' état")
    if not said.startswith(_OF_THE_STATE):
        return ""
    if (holder := _heads_the_state(s, before, words[head - 1 :], start)) != "":
        return holder
    bare = (k.id for k in before if k.id in s.people and not s.people[k.id].roles)
    times = Counter(i for i in bare if plain_shadow(s.people[i].name) not in holders())  # they hold another
    most = times.most_common(2)
    clear = most and most[0][1] > 1 and (len(most) < 2 or most[0][1] > most[1][1])
    return most[0][0] if clear else ""


def _readers_know(s: Cast, before: Sequence[Known], words: Sequence[str], head: int) -> str:
    """ "le président français", "la chancelière", "le chef de l'État": who is known to have held it."""
    noun, after = role_noun_of(words[head]), words[head + 1 :]
    if noun is None or any(w not in _OF_STATE and w not in _nations() for w in after):
        return ""  # "le président du conseil", "le ministre de la Culture"
    state = not _STATE.isdisjoint(after)
    office = noun.lemma
    if office == "chef":
        office = "président" if state else "ministre" if "gouvernement" in after else ""
    elif office == "ministre" and words[head - 1] not in ("premier", "première"):
        return ""
    nation = next((_nations()[w] for w in after if w in _nations()), "france" if state else "")
    held: list[Known] = []
    for known in before:
        name = plain_shadow(s.people[known.id].name) if known.id in s.people else ""
        if any(told == office and nation in ("", land) for told, land in holders().get(name, ())):
            held.append(known)
    # The one whom the text names most, when it does not say of which country.
    most = max(held, key=lambda k: (len(s.people[k.id].mentions), k.start), default=None)
    return most.id if most is not None else ""


@cache
def _nations() -> dict[str, str]:
    """The adjectives of the nations whose offices are listed, in both genders."""
    lands = {land for offices in holders().values() for _, land in offices}
    feminine = {land + "e" * (not land.endswith(("e", "è"))): land for land in lands}
    irregular = {"français": "france", "française": "france", "turque": "turc"}
    return {land: land for land in lands} | feminine | irregular


def _heads_the_state(s: Cast, before: Sequence[Known], words: Sequence[str], start: int) -> str:
    """ "le chef de l'État", called "le président" before; "la cheffe du gouvernement", Première ministre."""
    state = "état" in words or "etat" in words or "république" in words
    land = next((w for w in words if is_inhabitant(w)), None)
    for known in before:
        for role in s.people[known.id].roles if known.id in s.people else ():
            title, _ = read_title(role.title)
            if land is not None and land not in title and any(is_inhabitant(w) for w in title):
                continue  # "le chef du gouvernement danois" is not the "premier ministre hongrois"
            president = title[:1] in (("président",), ("présidente",)) and "d'" not in title
            if title[:1] in (("chef",), ("cheffe",)) and role.start < start:
                president = not _STATE.isdisjoint(title)
            of_body = role.institution is not None or "du" in title or "des" in title
            if president and state and not (of_body and "république" not in title):
                return known.id
            if not state and title[:2] in (("premier", "ministre"), ("première", "ministre")):
                return known.id
    return ""


def without_role(s: Cast, before: Sequence[Known], gender: str) -> str:
    """ "la directrice" where no function was told: the one person of that gender who has none."""
    ids = {k.id for k in before if k.id in s.people and s.gender(k.id) == gender and not s.people[k.id].roles}
    return ids.pop() if len(ids) == 1 else ""


def named_next(s: Cast, start: int, gender: str) -> str:
    """ "La ministre a promis … . Jeanne Petit a aussi annoncé": she opens the sentence after."""
    i = bisect_left(s.doc.sentences, start, key=lambda x: x.start)
    for sentence in s.doc.sentences[i : i + 2]:
        if "\n\n" in s.doc.text[start : sentence.start]:
            break
        at = bisect_left(s.persons, (sentence.start,))
        for known in s.persons[at : at + 1]:
            opens = _opens(s, sentence.start, known.start) and not s.people[known.id].roles
            if opens and s.gender(known.id) == gender:
                return known.id
    return _going_on(s, start, gender)


def _opens(s: Cast, start: int, name: int) -> bool:
    """Whether a sentence begins with a name, what is fronted apart: "Lundi soir, Jeanne Petit"."""
    return start <= name < start + FRONT and _FRONTED.fullmatch(s.doc.lower, start, name) is not None


def _going_on(s: Cast, start: int, gender: str) -> str:
    """« … », a dit la porte-parole. ¶ « … », a ajouté Jeanne Petit: first named where she goes on."""
    at = bisect_left(s.persons, (start,))
    for known in s.persons[at : at + FEW]:
        if known.start > start + SPEAKING or s.doc.text.count("\n\n", start, known.start) > 1:
            break
        if s.inside(known.start):
            continue
        first = known.start == s.people[known.id].mentions[0].start and not s.people[known.id].roles
        adds = _ADDS.search(s.doc.lower, max(0, known.start - FRONT), known.start) is not None
        return known.id if first and adds and fits(s, known.id, gender) else ""
    return ""


def by_another_name(s: Cast, span: tuple[int, int], gender: str, body: str | None, *, beside: bool) -> str:
    """« … », dit Jean Petit. « … », insiste le patron du Modem: who spoke last, of whom no function is told.

    ``beside``: what is said goes with any function ("l'ancien ministre", "cet allié de X").
    """
    start, end = span
    words = s.words(start, end)
    of = next((i for i, w in enumerate(words) if i > 1 and w in OF), len(words))
    named_after = any(c.isupper() for c in s.doc.text[start + 3 : end])
    led = _ORG_NOUNS.keys() | _LED
    if not beside and of < len(words) and not named_after and not led & set(words[of:]):
        return ""  # "le chef d'enquête"
    last = next((k for k in reversed(s.heard) if k.start < start), None)
    if last is None or last.id not in s.people or start - last.end > SPEAKING:
        return ""
    if not fits(s, last.id, gender) or s.doc.text.count("\n\n", last.end, start) > 2:
        return ""
    office = not _OFFICES.isdisjoint(words)
    if office and not beside and _holds_another(s.people[last.id].name, words):
        return ""  # "le ministre" is not the one known as president
    strict = _OF_ANY_BODY.isdisjoint(s.words(start, end))  # "le maire de Bayonne", "la ministre"
    for role in s.people[last.id].roles if not beside else ():
        if of == len(words) and role.title.lower().startswith(_FORMER):
            continue  # "le ministre": what somebody no longer is
        held = not _OFFICES.isdisjoint(read_title(role.title)[0])
        if _by_initials(s, role.institution, s.doc.text[start:end].split()[-1]):
            return last.id
        if role.start < start and (
            (office and (held or strict))
            or role.institution not in (None, body)
            or (held and role.institution is None)
        ):
            return ""  # the text has given that person another function
    since = {k.id for k in s.persons_before(start) if k.start > last.end and fits(s, k.id, gender)}
    named = s.persons[bisect_left(s.persons, (start,)) :][:1]
    apposed = bool(named) and end <= named[0].start < end + APPOSED
    return "" if apposed or since - {last.id} else last.id


def _holds_another(name: str, words: Sequence[str]) -> bool:
    """Whether somebody is known to hold another office of State than a ministry that the words name."""
    return "président" in offices_held(name) and not _MINISTERIAL.isdisjoint(words)


def _by_initials(s: Cast, body: str | None, said: str) -> bool:
    """ "la présidente du Rassemblement national", "la chef du RN": a body told of by its initials."""
    if body not in s.institutions or not said.isupper() or len(said) < 2:
        return False
    name = s.institutions[body].name
    return "".join(w[0] for w in words_of(plain_shadow(name)) if len(w) > 2) == plain_shadow(said)


@lru_cache(maxsize=1 << 10)
def read_title(title: str) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """The words of a title with the lemmas of its nouns; asked again for every noun that may take it up.

    >>> read_title("assistante de la directrice")[1]
    ('assistant', None, None, None)
    """
    words = tuple(words_of(title.lower()))
    nouns = (role_noun_of(w) if not in_complement(words, i) else None for i, w in enumerate(words))
    return words, tuple(n.lemma if n is not None else None for n in nouns)


def fits(s: Cast, person_id: str, gender: str) -> bool:
    known = s.gender(person_id)
    return gender == "mf" or known is None or known == gender
