"""Titles joined to the name by a verb: "X est nommée directrice", "élit X président", "X comme maire"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.people import lexicon
from communique.extractors.people.heads import feminines, is_head
from communique.extractors.people.roles.before import role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.holders import listed_before, past_bracket, person_at
from communique.extractors.people.roles.next_name import apposed_to
from communique.extractors.people.roles.owner import label_of
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.predicates import (
    ENDS,
    REACH,
    after_being,
    after_opening,
    in_functions,
    past_apposition,
)
from communique.extractors.people.roles.pronouns import taken_up_by_pronoun
from communique.extractors.people.roles.titles import DETERMINERS, Title, before_head, head_from
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention, RoleMention

_SUCCEEDING_VERBS = words(ROOM, "succeeding_verbs.txt")
_JOINING_VERBS = words(ROOM, "joining_verbs.txt")
_APPOINTING_VERBS = words(ROOM, "appointing_verbs.txt")
_ORGANS = words(ROOM, "organs.txt")
_OWN_VERBS = frozenset(("est", "a", "sera", "était", "avait"))
_STATES = frozenset(("est", "sera", "était", "fut", "devient", "deviendra", "devenait", "reste", "a"))
_TURNS = (("avant", "de"), ("avant", "d'"), ("après", "avoir"))
_OPENING = 24  # characters before the subject
_CLAUSES = frozenset(("tandis", "mais", "car", "quand", "lorsque", "puisque", "dont"))
_HIRED = frozenset(("recruté", "embauché", "engagé", "débauché", "employé"))
_FIRMS = words(ROOM, "body_nouns.txt")
_SPANS = frozenset(
    ("an", "ans", "année", "années", "mois", "semaines", "carrière", "parcours", "emploi", "passage")
)
_BECOMING = words(ROOM, "becoming.txt")


def roles_by_verb(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """Name or pronoun, a verb of being or appointing, title."""
    taken = {r.start for r in done}
    for person in page.named:
        j = page.after(person.end)
        head = (
            (not _complement(page, person, j) and after_being(page, past_apposition(page, j)))
            or after_opening(page, past_bracket(page, j))
            or in_functions(page, j + (page.word(j) == ","))
            or _appointed(page, person)
        )
        relative = page.word(j) == "," and page.word(j + 1) == "qui"
        left = (in_functions(page, j + 1) or after_being(page, j + 2)) if relative else None
        head = head or left  # "NAME, qui est directrice de X, a signé"
        holder = (head and (_successor(page, person) or apposed_to(page, person))) or person
        for mention in _held(page, holder, head, taken):
            given = _of_it(page, j, _at_appointing_body(page, mention, person), person)
            label = label_of(page, person.start) if given.institution is None else None
            yield replace(given, institution=(label.start, label.end)) if label else given
            if mention.title.split(" ")[0][-1] in "sx" and holder is person:
                for one in listed_before(page, person):
                    yield replace(given, person=(one.start, one.end))
        if relative and left is not None:  # "NAME, qui occupait le poste de X, est nommé Y"
            yield from _held(page, holder, left if left != head else None, taken)
            if left == head and (joined := _joined_later(page, left)) is not None:
                yield from _at_joined(_held(page, person, joined[0], taken), joined[1])
        if head is None and (later := _became(page, j) or _second_verb(page, person, j)) is not None:
            yield from _held(page, person, later, taken)
        if head is None and (joined := _joining(page, j)) is not None:
            yield from _at_joined(_held(page, person, joined[0], taken), joined[1])
    for person, j, body in taken_up_by_pronoun(page):
        head = after_being(page, j) or in_functions(page, j)
        if head is None and (joined := _joining(page, j)) is not None:
            head, body = joined[0], joined[1] or body
        for mention in _held(page, person, head or _became(page, j), taken):
            if body is not None and mention.institution is None:
                mention = replace(mention, institution=(body.start, body.end))
            yield mention


def _at_joined(mentions: Iterator[RoleMention], body: InstitutionMention | None) -> Iterator[RoleMention]:
    """The functions, those that name no body at the one joined."""
    for mention in mentions:
        free = body is not None and mention.institution is None
        yield replace(mention, institution=(body.start, body.end)) if body is not None and free else mention


def _complement(page: Page, person: PersonMention, j: int) -> bool:
    """ "Le père d'Anne Petit était boulanger": the verb right after the name is another's."""
    i = page.tokens.before(person.start)
    return page.word(j) not in (",", "(", "qui") and page.word(i) in ("de", "d'", "avec", "par", "chez")


def _successor(page: Page, person: PersonMention) -> PersonMention | None:
    """ "X succède à Y au poste de": the title is X's."""
    i = page.tokens.before(person.start)
    for k in range(i, max(-1, i - 6), -1):
        if page.word(k) in _SUCCEEDING_VERBS and page.word(k + 1) == "par":
            return None  # "X est remplacé par Y": Y succeeds
        if page.word(k) in _SUCCEEDING_VERBS:
            sentence = page.doc.sentence_at(person.start)
            least = sentence.start if sentence else person.start
            earlier = [m for m in page.people_between(least, person.start) if m.end <= page.tokens.start[k]]
            return earlier[0] if earlier else None
    return None


def _joining(page: Page, j: int) -> tuple[int, InstitutionMention | None] | None:
    """The role noun of "X rejoint Y en 2012 en tant que directrice", and Y."""
    body, joins = None, False
    for k in range(j, min(j + 2 * REACH, len(page.tokens))):
        word = page.word(k)
        if word in ENDS or word in _CLAUSES or k in page.people or page.broken(max(j, k - 1), k):
            return None
        joins = joins or word in _JOINING_VERBS or (word == "en" and page.word(k + 1) in ("tant", "qualité"))
        joins = joins or (word == "à" and page.word(k + 1) == "titre")
        # "a quitté X après deux ans comme jardinière", "mène une carrière de soliste"
        joins = joins or (word == "comme" and page.word(k - 1) in _SPANS)
        if joins and (head := after_opening(page, k)) is not None:
            return head, body
        body = page.bodies.get(k, body) if joins else body
    return None


def _joined_later(page: Page, head: int) -> tuple[int, InstitutionMention | None] | None:
    """ "NAME, qui occupait le poste de directrice de X, *rejoint Y comme cheffe*": after the comma."""
    j = read_chain(page, head, commas=True).next
    comma = next((k for k in range(j, min(j + REACH, len(page.tokens))) if page.word(k) == ","), 0)
    return _joining(page, comma + 1) if comma and page.word(comma + 1) in _JOINING_VERBS else None


def _at_appointing_body(page: Page, mention: RoleMention, person: PersonMention) -> RoleMention:
    """ "Le conseil de X a nommé Y directrice", "X annonce la nomination de Y comme …": at X."""
    sentence = page.doc.sentence_at(person.start)
    follows = page.word(page.after(mention.end))
    if mention.institution is None and follows == "par" and (body := _hiring(page, mention, person)):
        return replace(mention, institution=(body.start, body.end))
    if mention.institution is not None or sentence is None or follows in ("de", "d'", "du", "des", "chez"):
        return mention  # stated, or told by a name that is not known
    bodies = page.bodies_between(sentence.start, person.start)
    first = bodies[0] if bodies else None
    if first is None:
        return mention
    with_them = listed_before(page, person)
    others = [m for m in page.people_between(sentence.start, person.start) if m not in with_them]
    if others and not _another_of(page, others[-1], person) and not _presides(page, others):
        return mention
    opening = [page.word(k) for k in range(page.after(sentence.start), page.after(first.start))]
    while "–" in opening or "—" in opening or "-" in opening:  # "Lyon, le 3 mars 2025 – X annonce …"
        opening.pop(0)
    between = {page.word(k) for k in range(page.after(first.end), page.after(person.start))}
    appoints = between & (_APPOINTING_VERBS | {"nomination", "arrivée", "élection"})
    if appoints and all(w in DETERMINERS or w in LINKS or w in _ORGANS for w in opening):
        return replace(mention, institution=(first.start, first.end))
    return mention


def _hiring(page: Page, mention: RoleMention, person: PersonMention) -> InstitutionMention | None:
    """ "est recrutée comme cheffe de projet *par X*": who takes somebody on is where it is."""
    j = page.after(mention.end)
    between = {page.word(k).rstrip("es") for k in range(page.after(person.end), j)}
    k = j + 1
    while page.word(k) in LINKS or (k not in page.bodies and page.word(k) in _FIRMS):
        k += 1
    return page.bodies.get(k) if between & _HIRED else None


def _of_it(page: Page, j: int, mention: RoleMention, person: PersonMention) -> RoleMention:
    """ "Le théâtre X a perdu NAME, qui en fut la directrice": of X."""
    j += page.word(j) == ","
    j += page.word(j) == "qui"
    if mention.institution is not None or page.word(j) != "en":
        return mention
    sentence = page.doc.sentence_at(person.start)
    named = page.bodies_between(sentence.start, person.start) if sentence is not None else []
    return replace(mention, institution=(named[-1].start, named[-1].end)) if named else mention


def _presides(page: Page, others: Sequence[PersonMention]) -> bool:
    """ "Le conseil de X, réuni sous la présidence de Y, a nommé": told in an aside of who appoints."""
    k = page.after(others[-1].end)
    before = page.tokens.before(others[-1].start)
    return len(others) == 1 and page.word(k) == "," and page.word(before) in ("de", "d'", "par")


def _another_of(page: Page, other: PersonMention, person: PersonMention) -> bool:
    """ "la nomination de X comme directrice et celle de Y comme trésorier": Y's is the same body's."""
    return any(page.word(k) == "celle" for k in range(page.after(other.end), page.after(person.start)))


def _held(page: Page, person: PersonMention, head: int | None, taken: set[int]) -> Iterator[RoleMention]:
    if head is None:
        return
    if page.participle(head):
        return
    if page.word(head) in feminines() and lexicon.gender_of(person.name) == "m":
        return  # "L'assistante de Paul Grand, qui fut comédienne, …"
    chain = read_chain(page, head, commas=True)
    following = chain.next
    # "X est la directrice de Y, Z": the title may be another's
    other = person_at(page, following) or (page.word(following) == "," and person_at(page, following + 1))
    of_other = is_head(page.word(following - 1)) and page.word(following - 2) in ("du", "la", "l'")
    if other and (
        of_other  # "est nommée directrice de cabinet de la ministre Z"
        or page.broken(following - 1, following)
        or page.word(page.after(other.end)) in _OWN_VERBS
    ):
        other = None
    gapped = _gapped(page, following)
    if chain.titles[0].start in taken or (other and gapped is None):
        return
    for title in chain.titles:
        yield role(title, person, "verb")
    if gapped is not None:
        yield from _held(page, gapped[0], gapped[1], taken)
    later = next_title(page, chain.next) or _next_function(page, chain.titles[-1])
    if later is not None:
        yield from _held(page, person, later, taken)


def _next_function(page: Page, title: Title) -> int | None:
    """ "exerce les fonctions d'analyste, *d'auditrice* et *de contrôleuse*"."""
    j = title.next
    if page.word(title.first - 1) not in ("de", "d'") or page.word(j) not in (",", "et", "puis", "ou"):
        return None
    j += 1 + (page.word(j + 1) in ("et", "puis"))
    return head_from(page, j + 1) if page.word(j) in ("de", "d'") and not page.broken(j - 1, j) else None


def _gapped(page: Page, j: int) -> tuple[PersonMention, int] | None:
    """ "A est élue présidente, *B trésorier* et *C la secrétaire*": the next without a verb of his own."""
    if page.word(j) == "," and page.word(j + 1) == "et":
        j += 1
    if page.word(j) not in (",", "et", ";") or (person := person_at(page, j + 1)) is None:
        return None
    k = page.after(person.end)
    if page.broken(j, k):
        return None
    while page.word(k) in ("le", "la", "l'") or before_head().get(page.word(k)) is not None:
        k += 1
    return (person, k) if is_head(page.word(k)) else None


def next_title(page: Page, j: int) -> int | None:
    """The title of "…, avant de devenir directrice", "puis préfète": what the same person was next."""
    for k in range(j, min(j + 8, len(page.tokens))):
        word = page.word(k)
        if word in (".", ";", ":", "«", "»") or k in page.people or page.broken(max(j, k - 1), k):
            return None
        if word == "en" and page.word(k + 1) == "tant" and (head := after_opening(page, k)) is not None:
            return head  # "enseignante à X, notamment en tant que directrice"
        been = word == "après" and (page.word(k + 1), page.word(k + 2)) == ("avoir", "été")
        if been or word == "puis" or (word == "avant" and page.word(k + 1) in ("de", "d'")):
            i = k + 1 if word == "puis" else k + 2 + been
            while i < k + 9 and (page.word(i) in _BECOMING or page.word(i) in DETERMINERS):
                i = _past_date(page, i + 1)
            return i if is_head(page.word(i)) else None
    return None


def _past_date(page: Page, i: int) -> int:
    """ "avant d'être nommée, en 2018, préfète": the token after the date between two commas."""
    if page.word(i) == "," and page.word(i + 1) in ("en", "le"):
        return next((k + 1 for k in range(i + 2, i + 6) if page.word(k) == ","), i)
    return i


def _became(page: Page, j: int) -> int | None:
    """The title of "NAME a dirigé X avant de devenir présidente de Y"."""
    if "avant" not in page.doc.places and "avoir" not in page.doc.places:
        return None
    for k in range(j, min(j + 2 * REACH, len(page.tokens) - 3)):
        word = page.word(k)
        if word in ENDS or k in page.people or page.broken(max(j, k - 1), k):
            return None
        if (word, page.word(k + 1)) in _TURNS:
            return next_title(page, k)
    return None


def _second_verb(page: Page, person: PersonMention, j: int) -> int | None:
    """The title of "NAME, qui dirige X depuis 2009 *et devient* présidente": a second verb of the subject."""
    j += page.word(j) == ","
    sentence = page.doc.sentence_at(person.start)
    before = page.doc.text[sentence.start : person.start].strip() if sentence is not None else "-"
    opens = not before or (before.endswith(",") and len(before) < _OPENING)  # "Là aussi, NAME"
    if not opens and page.word(j) != "qui":
        return None
    for k in range(j, min(j + 2 * REACH, len(page.tokens) - 2)):
        word = page.word(k)
        if word in ENDS or k in page.people or page.broken(max(j, k - 1), k):
            return None
        if word in ("et", "puis") and page.word(k + 1) in _STATES:
            return after_being(page, k + 1)
    return None


def _appointed(page: Page, person: PersonMention) -> int | None:
    """ "a élu Anne Petit présidente": the role noun right after the object of an appointing verb."""
    j = page.after(person.end)
    first = j
    j += page.word(j) == "pour"  # "a choisi NAME pour directrice"
    while page.word(j) in before_head():
        j += 1  # "désigne NAME première adjointe"
    if not is_head(page.word(j)) or page.broken(first - 1, first):
        return None
    i = page.tokens.before(person.start)
    near = {page.word(k) for k in range(max(0, i - 8), i + 1)}
    return j if near & _APPOINTING_VERBS else None
