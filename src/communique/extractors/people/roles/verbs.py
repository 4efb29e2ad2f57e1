"""Titles joined to the name by a verb: "X est nommée directrice", "élit X président", "X comme maire"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.document import plain_shadow
from communique.extractors.people.heads import is_head
from communique.extractors.people.lexicon import gender
from communique.extractors.people.roles.before import listed_before, person_at, role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.owner import label_of, quoted
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.titles import DETERMINERS, before_head
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention, RoleMention

PEOPLE = "communique.extractors.people"

_SUCCEEDING_VERBS = words(ROOM, "succeeding_verbs.txt")
_JOINING_VERBS = words(ROOM, "joining_verbs.txt")
_APPOINTING_VERBS = words(ROOM, "appointing_verbs.txt")
_ORGANS = words(ROOM, "organs.txt")
_BECOMING = words(ROOM, "becoming.txt")
_ROLES_OF_FIRMS = words(PEOPLE, "roles_of_firms.txt")
_BEING_VERBS = words(ROOM, "being_verbs.txt")
_BEFORE_VERB = words(ROOM, "before_verb.txt")
_VERB_FILLERS = words(ROOM, "verb_fillers.txt")
REACH = 16  # tokens between a verb and its title
APPOSITION = 45  # tokens of an apposition between the name and the verb
PRONOUN = 400  # characters between a name and the pronoun that takes it up
_FUNCTIONS = re.compile(
    r"(?:(?:a|avait|vient de|va) )?(?:prend|pris|quitt|cess|abandonn|conserv|gard|cumul)[a-z]{0,6}"
    r" (?:officiellement )?(?:ses|les|leurs) (?:nouvelles )?fonctions"
    r" (?:de |d'|comme |en tant que |en qualite de )"
)
_BEING = frozenset(("est", "était", "sera", "fut", "devient", "sont", "étaient", "seront", "deviennent"))
_ENDS = ".;!?«»:"
_OPENINGS = (
    ("comme",),
    ("au", "poste", "de"),
    ("en", "tant", "que"),
    ("en", "qualité", "de"),
    ("au", "rang", "de"),
    ("aux", "fonctions", "de"),
    ("à", "la", "fonction", "de"),
    ("dans", "ses", "fonctions", "de"),
    ("dans", "ses", "nouvelles", "fonctions", "de"),
    ("dans", "la", "fonction", "de"),
    ("dans", "le", "rôle", "de"),
    ("en", "ses", "fonctions", "de"),
    ("à", "titre", "de"),
    ("au", "titre", "de"),
    ("pour", "le", "poste", "de"),
)


def roles_by_verb(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Name or pronoun, a verb of being or appointing, title."""
    taken = {r.start for r in done}
    for person in page.named:
        j = page.after(person.end)
        head = (
            (not _complement(page, person, j) and _after_being(page, _past_apposition(page, j)))
            or _after_opening(page, j)
            or _in_functions(page, j)
            or _appointed(page, person)
        )
        holder = (head and _successor(page, person)) or person
        for mention in _held(page, holder, head, taken):
            given = _at_appointing_body(page, mention, person)
            label = label_of(page, person.start) if given.institution is None else None
            yield replace(given, institution=(label.start, label.end)) if label else given
            if mention.title.split(" ")[0][-1] in "sx" and holder is person:
                for one in listed_before(page, person):
                    yield replace(given, person=(one.start, one.end))
        if head is None and (later := _became(page, j)) is not None:
            yield from _held(page, person, later, taken)
        if head is None and (joined := _joining(page, j)) is not None:
            for mention in _held(page, person, joined[0], taken):
                body = joined[1] and (joined[1].start, joined[1].end)
                yield mention if mention.institution else replace(mention, institution=body or None)
    for person, j, body in _pronouns(page):
        for mention in _held(page, person, _after_being(page, j), taken):
            if body is not None and mention.institution is None:
                mention = replace(mention, institution=(body.start, body.end))
            yield mention


def _complement(page: Page, person: PersonMention, j: int) -> bool:
    """ "Le père d'Anne Petit était boulanger": the verb right after the name is another's."""
    i = page.tokens.before(person.start)
    return page.word(j) not in (",", "(", "qui") and page.word(i) in ("de", "d'", "avec", "par", "chez")


def _successor(page: Page, person: PersonMention) -> PersonMention | None:
    """ "X succède à Y au poste de": the title is X's."""
    i = page.tokens.before(person.start)
    for k in range(i, max(-1, i - 6), -1):
        if page.word(k) in _SUCCEEDING_VERBS:
            sentence = page.doc.sentence_at(person.start)
            least = sentence.start if sentence else person.start
            earlier = [m for m in page.people_between(least, person.start) if m.end <= page.tokens.start[k]]
            return earlier[0] if earlier else None
    return None


def _joining(page: Page, j: int) -> tuple[int, InstitutionMention | None] | None:
    """The role noun of "X rejoint Y en 2012 en tant que directrice", and Y."""
    body, joins = None, False
    for k in range(j, min(j + REACH, len(page.tokens))):
        word = page.word(k)
        if word in _ENDS or k in page.people or page.broken(max(j, k - 1), k):
            return None
        joins = joins or word in _JOINING_VERBS
        if joins and (head := _after_opening(page, k)) is not None:
            return head, body
        body = page.bodies.get(k, body) if joins else body
    return None


def _at_appointing_body(page: Page, mention: RoleMention, person: PersonMention) -> RoleMention:
    """ "Le conseil de X a nommé Y directrice", "X annonce la nomination de Y comme …": at X."""
    if mention.institution is not None:
        return mention
    sentence = page.doc.sentence_at(person.start)
    if sentence is None:
        return mention
    bodies = page.bodies_between(sentence.start, person.start)
    first = bodies[0] if bodies else None
    if first is None or page.people_between(sentence.start, person.start):
        return mention
    opening = [page.word(k) for k in range(page.after(sentence.start), page.after(first.start))]
    between = {page.word(k) for k in range(page.after(first.end), page.after(person.start))}
    appoints = between & (_APPOINTING_VERBS | {"nomination", "arrivée", "élection"})
    if appoints and all(w in DETERMINERS or w in LINKS or w in _ORGANS for w in opening):
        return replace(mention, institution=(first.start, first.end))
    return mention


def _held(page: Page, person: PersonMention, head: int | None, taken: set[int]) -> Iterator[RoleMention]:
    if head is None:
        return
    if page.participle(head):
        return
    chain = read_chain(page, head, commas=True)
    following = chain.next
    # "X est la directrice de Y, Z": the title may be another's
    other = person_at(page, following) or (page.word(following) == "," and person_at(page, following + 1))
    if other and page.broken(following - 1, following):
        other = None
    if chain.titles[0].start in taken or other:
        return
    for title in chain.titles:
        yield role(title, person, "verb")
    later = _later(page, chain.next)
    if later is not None:
        yield from _held(page, person, later, taken)


def _later(page: Page, j: int) -> int | None:
    """The title of "…, avant de devenir directrice", "puis préfète": what the same person was next."""
    for k in range(j, min(j + 8, len(page.tokens))):
        word = page.word(k)
        if word in (".", ";", ":", "«", "»") or k in page.people or page.broken(max(j, k - 1), k):
            return None
        if word == "puis" or (word == "avant" and page.word(k + 1) in ("de", "d'")):
            i = k + 1 if word == "puis" else k + 2
            while i < k + 7 and (page.word(i) in _BECOMING or page.word(i) in DETERMINERS):
                i += 1
            return i if is_head(page.word(i)) else None
    return None


def _became(page: Page, j: int) -> int | None:
    """The title of "NAME a dirigé X avant de devenir présidente de Y"."""
    if "avant" not in page.doc.places:
        return None
    for k in range(j, min(j + 2 * REACH, len(page.tokens) - 3)):
        word = page.word(k)
        if word in _ENDS or k in page.people or page.broken(max(j, k - 1), k):
            return None
        if word == "avant" and page.word(k + 1) in ("de", "d'"):
            return _later(page, k)
    return None


def _pronouns(page: Page) -> Iterator[tuple[PersonMention, int, InstitutionMention | None]]:
    """Each "Il", "Elle" that opens a sentence: its person, the token after it, what "en" stands for."""
    for j, word in enumerate(page.tokens.lower):
        if word not in ("il", "elle"):
            continue
        if not page.tokens.text[j][0].isupper() and page.word(j - 1) not in ("où", ",", "dont"):
            continue
        at = page.tokens.start[j]
        wanted = "m" if word == "il" else "f"
        near = [
            m for m in page.people_between(at - PRONOUN, at) if m.end <= at and _gender(m) in (wanted, None)
        ]
        if not near or quoted(page, at):
            continue
        since = page.bodies_between(near[-1].end, at)
        head = _after_being(page, j + 1)
        only_people = head is not None and page.word(head) not in _ROLES_OF_FIRMS
        if page.word(j + 1) == "en":
            yield near[-1], j + 1, since[-1] if since else None
        elif not since or only_people or _opens_previous(page, near[-1], at):
            yield near[-1], j + 1, None


def _gender(person: PersonMention) -> str | None:
    given = {"M.": "m", "Mme": "f", "Mlle": "f"}.get(person.civility or "")
    return given or gender(plain_shadow(person.name).split(" ")[0])


def _opens_previous(page: Page, person: PersonMention, at: int) -> bool:
    """Is the person the subject of the sentence before?"""
    sentence = page.doc.sentence_at(person.start)
    if sentence is None or person.start - sentence.start > 6:
        return False
    return not page.doc.text[sentence.end : at].strip()


def _past_apposition(page: Page, j: int) -> int:
    """The token where the predicate may begin: after ", directeur de X," or "(LR)", else ``j``."""
    if page.word(j) == "(":
        close = (k for k in range(j, min(j + 10, len(page.tokens))) if page.word(k) == ")")
        j = next(close, j - 1) + 1
    if page.word(j) != ",":
        return j
    verbs, before = _BEING_VERBS, _BEFORE_VERB
    if page.word(j + 1) in _BEING:
        return j + 1  # "L'épouse de A, B, est avocate"
    for k in range(j + 1, min(j + APPOSITION, len(page.tokens) - 1)):
        word = page.word(k)
        if word in _ENDS or page.broken(k - 1, k) or k in page.people:
            break
        if word == "," and (page.word(k + 1) in verbs or page.word(k + 1) in before):
            return k + 1
    return j + 1 if page.word(j + 1) == "qui" else j


def _after_being(page: Page, j: int) -> int | None:
    """The role noun that a verb of being or appointing at token ``j`` leads to."""
    verbs, before = _BEING_VERBS, _BEFORE_VERB
    start = j
    while page.word(j) in before and j - start < 4:
        j += 1
    if page.word(j) not in verbs:
        return None
    fillers = _VERB_FILLERS
    for k in range(j + 1, min(j + REACH, len(page.tokens))):
        word = page.word(k)
        if k in page.people or k in page.bodies or page.broken(k - 1, k):
            return None
        if word in verbs:
            continue
        if is_head(word):
            return k
        if not (
            word in fillers or word in DETERMINERS or word in before_head() or word.isdigit() or word == ","
        ):
            return None
    return None


def _after_opening(page: Page, j: int) -> int | None:
    """ "X comme directrice", "X au poste de directrice"."""
    for opening in _OPENINGS:
        k = j + len(opening)
        if tuple(page.word(i) for i in range(j, k)) == opening:
            while page.word(k) in DETERMINERS or page.word(k) in before_head():
                k += 1
            return k if is_head(page.word(k)) else None
    return None


def _in_functions(page: Page, j: int) -> int | None:
    """ "prendra ses fonctions de préfet", "a quitté ses fonctions de directrice"."""
    if "fonctions" not in page.doc.places or j >= len(page.tokens) or page.broken(j - 1, j):
        return None
    found = _FUNCTIONS.match(page.doc.plain, page.tokens.start[j])
    if found is None:
        return None
    k = page.after(found.end())
    while page.word(k) in DETERMINERS or page.word(k) in before_head():
        k += 1
    return k if is_head(page.word(k)) else None


def _appointed(page: Page, person: PersonMention) -> int | None:
    """ "a élu Anne Petit présidente": the role noun right after the object of an appointing verb."""
    j = page.after(person.end)
    if not is_head(page.word(j)) or page.broken(j - 1, j):
        return None
    i = page.tokens.before(person.start)
    near = {page.word(k) for k in range(max(0, i - 8), i + 1)}
    return j if near & _APPOINTING_VERBS else None
