"""Role nouns that take up a person just named: "s'indigne Anne Petit. La présidente de X demande …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.document import fold_name
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import opens_sentence, role
from communique.extractors.people.roles.chains import Chain, read_chain
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.meant import (
    FAR,
    REACH,
    alone_above,
    beside_that_noun,
    held_by_another,
    in_title,
    incise,
    last_named,
    named_next,
    of_that_gender,
    opens_next,
    restricted,
    subject,
    surname,
)
from communique.extractors.people.roles.not_held import spoken_of_there
from communique.extractors.people.roles.of_state import holds_another, known_holder, office_of_state
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.pronouns import people_of
from communique.extractors.people.roles.titles import Title, before_head, read_title
from communique.extractors.people.roles.verbs import next_title
from communique.lexicon import words
from communique.mentions import PersonMention, RoleMention

_SPEECH_VERBS = lexicon.speech_verbs()

_ALSO = frozenset(
    (
        "egalement",
        "aussi",
        "desormais",
        "actuellement",
        "longtemps",
        "aujourd'hui",
        "auparavant",
        "jusqu'",
        "ici",
    )
)
_OF_MEDIA = frozenset(("journaliste", "reporter", "rédacteur", "rédactrice", "chroniqueur", "chroniqueuse"))
_ASIDES = frozenset(("à", "depuis", "pendant", "durant", "de", "en", "dès", "jusqu'en", "puis"))
_OF = re.compile(r"\s(?:d[eu]s?\s|d['’])")
# The first letters of a function → the noun of its office.
_OFFICES = {
    "preside": "la presidence",
    "directe": "la direction",
    "directr": "la direction",
    "secreta": "secretariat general",
    "tresori": "la tresorerie",
    "patron": "la tete",
    "patronn": "la tete",
}
_OF_BODY = re.compile(r"(?: generale)? d(?:e la |e l'|u |es |e |')")
_OBJECTS = ("l'", "la", "le", "les", "lui", "leur")
_ORDINARY = words(ROOM, "ordinary.txt")
_FRONTED = words("communique.lexicon", "weekdays.txt") | {"dans", "lors", "en", "a", "hier"}


def roles_taken_up(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """A definite or demonstrative title that speaks of the last person named, who has no other title yet."""
    taken = {i for r in done for i in range(r.start, r.end)}
    titled = {surname(page, r.person) for r in done}
    in_office = {surname(page, r.person) for r in done if r.institution is not None or _OF.search(r.title)}
    upto = -1
    given: list[RoleMention] = []
    headed: tuple[Title, PersonMention] | None = None
    for k in page.heads:
        if k < upto or page.tokens.start[k] in taken:
            continue
        i = k - 1
        while i >= 0 and page.word(i) in before_head():
            i -= 1
        determiner = page.word(i)
        before = i
        while before > i - 3 and before >= 0 and page.tokens.plain[before] in _ALSO:
            before -= 1
        if headed is None and (headed := _headline(page, i, k)) is not None:
            upto = headed[0].next
            continue
        if opens_sentence(page, before):
            chain = read_chain(page, k, commas=True)
            upto = chain.next
            yield from _before_pronoun(page, chain)
            continue
        if determiner not in ("le", "la", "l'", "cet", "cette", "ce") or quoted(page, page.tokens.start[k]):
            continue
        chain = read_chain(page, k, commas=True)
        person = last_named(page, i, anywhere=determiner in ("cet", "cette"))
        person = person or named_next(page, chain.titles[-1].end) or in_title(page, i, chain.titles[0])
        if person is None and chain.titles[0].institution is None:
            person = alone_above(page, page.tokens.start[i])
        after = opens_next(page, i, chain.titles[0])
        if after is not None and surname(page, (after.start, after.end)) not in titled:
            titled.add(surname(page, (after.start, after.end)))
            upto = chain.next
            yield from (role(_without_verb(page, title), after, "taken_up") for title in chain.titles)
            continue
        if person is not None and not agrees(page, chain.titles[0], person):
            person = of_that_gender(page, i, determiner)
        if person is not None and (office := office_of_state(chain.titles[0])):
            holder = known_holder(page, office, page.tokens.start[i]) or person
            person = None if holds_another(holder.name, office) else holder
        if person is None or not agrees(page, chain.titles[0], person):
            continue
        if (newly := _newly(page, i, chain.titles[0])) is not None:
            yield newly
            continue
        demonstrative = determiner in ("cet", "cette", "ce")
        if not demonstrative and restricted(page, chain.next):
            continue
        if held_by_another(page, chain.titles[0], person, (*done, *given)):
            continue
        if beside_that_noun(page, chain.titles[0], person):
            continue
        if demonstrative and not incise(page, i) and spoken_of_there(page, i, person):
            continue
        if not demonstrative:
            key = surname(page, (person.start, person.end))
            if _several(page, chain.next) and not incise(page, i):
                continue
            # Who holds an office is taken up by what he was before, not by another office.
            free = key not in in_office or page.word(i + 1).startswith("ancien")
            more = incise(page, i) or (free and _next_sentence(page, i, person))
            told = chain.titles[0].institution is not None or _of_something(page, chain.titles[0])
            known = key in titled and not (told and more)
            if known or not (
                subject(page, i) or incise(page, i) or _after_phrase(page, i, chain.next, person)
            ):
                continue
            if _ordinary(page, chain.titles[0], person, k):
                continue
            titled.add(key)
        upto = chain.next
        told_to = incise(page, i) and _told_to(page, chain.titles[0])
        for title in chain.titles:
            title = replace(title, institution=None) if told_to else title
            given.append(role(_without_verb(page, title), person, "taken_up"))
            yield given[-1]
    if headed is not None and surname(page, (headed[1].start, headed[1].end)) not in titled:
        yield role(_without_verb(page, headed[0]), headed[1], "headline")


def _headline(page: Page, i: int, k: int) -> tuple[Title, PersonMention] | None:
    """ "Lyon : la maire de X demande …" in a title: whoever opens the text below it, of that gender."""
    if page.word(i) not in ("le", "la", "l'") or not (page.word(i - 1) in (":", "–", "-", "|") or i == 0):
        return None
    sections = page.doc.sections
    at = page.tokens.start[k]
    n = next((n for n, s in enumerate(sections[:2]) if s.kind == "title" and s.start <= at < s.end), -1)
    if n < 0 or n + 1 >= len(sections) or page.people_between(sections[n].start, sections[n].end):
        return None
    person = person_at(page, page.after(sections[n + 1].start))
    if person is None or " " not in person.name:
        return None
    title = read_title(page, k)
    wanted = {"la": "f", "le": "m"}.get(page.word(i))
    if wanted is None or lexicon.gender_of(person.name) != wanted or not agrees(page, title, person):
        return None
    return title, person


def _before_pronoun(page: Page, chain: Chain) -> Iterator[RoleMention]:
    """ "Professeure de droit, elle a …", "Également maire de Pont-Coblant, il …"."""
    wanted = _pronoun_follows(page, chain.next)
    near = people_of(page, chain.titles[0].start, wanted) if wanted else []
    if near:
        yield from (role(title, near[-1], "taken_up") for title in chain.titles)
        if (following := next_title(page, chain.next)) is not None:
            yield role(read_title(page, following), near[-1], "taken_up")


def _pronoun_follows(page: Page, j: int) -> str:
    """The gender of the pronoun of "Professeure de droit, elle …", "Journaliste à ses débuts, elle …"."""
    if page.word(j) in ("il", "elle"):  # "Professeure de droit elle …"
        return "m" if page.word(j) == "il" else "f"
    aside = page.word(j) in _ASIDES or page.word(j).endswith(("é", "ée", "ie", "ue"))
    for k in range(j, min(j + 14, len(page.tokens) - 1) if aside else j + 1):
        if page.word(k) == "," and page.word(k + 1) in ("il", "elle"):
            return "m" if page.word(k + 1) == "il" else "f"
        if k in page.people or page.word(k) in ".;:!?»«" or page.broken(max(j, k - 1), k):
            break
    return ""


def _newly(page: Page, i: int, title: Title) -> RoleMention | None:
    """ "X a été élue à la présidence de Y … la nouvelle présidente": X's function at Y."""
    if page.word(i + 1) not in ("nouveau", "nouvel", "nouvelle") or title.complement or title.institution:
        return None
    office = _OFFICES.get(page.tokens.plain[title.head][:7])
    if office is None:
        return None
    told = page.doc.plain.rfind(office, max(0, title.start - FAR), title.start)
    found = _OF_BODY.match(page.doc.plain, told + len(office)) if told >= 0 else None
    ends = told >= 0 and page.doc.plain.startswith((".", ",", ";"), told + len(office))  # "à la présidence."
    sentence = page.doc.sentence_at(told) if found or ends else None
    named = page.people_between(sentence.start, told) if sentence else []
    holder = next((m for m in reversed(named) if agrees(page, title, m)), None)
    if holder is None:
        return None
    body = page.bodies.get(page.after(found.end())) if found is not None else None
    return role(title, holder, "taken_up", body=(body.start, body.end) if body else None)


def _next_sentence(page: Page, i: int, person: PersonMention) -> bool:
    """ "La question de NAME, ornithologue, a surpris. La chargée d'études …": nobody else is meant."""
    given = lexicon.gender_of(person.name)
    sentence = page.doc.sentence_at(person.start)
    if sentence is None or given != {"la": "f", "le": "m"}.get(page.word(i), given):
        return False
    section = page.doc.section_at(person.start)
    if section is None or section.end < page.tokens.start[i]:
        return False
    return not page.doc.text[sentence.end : page.tokens.start[i]].strip()


def _of_something(page: Page, title: Title) -> bool:
    """Does a title say of what: not "le bourgmestre aubangeois"?"""
    return any(page.word(k) in LINKS for k in range(title.head + 1, title.last))


def _told_to(page: Page, title: Title) -> bool:
    """ "a expliqué l'intérimaire à Konbini": whom it was told, not whose the function is."""
    body = title.institution
    if body is None or body.kind != "media" or title.complement:
        return False
    at = page.tokens.before(body.start)
    at -= page.word(at) in ("la", "l'", "le")
    return page.word(at) in ("à", "au", "aux") and page.word(title.head) not in _OF_MEDIA


def _several(page: Page, j: int) -> bool:
    """ "La commissaire, le vérificateur et NAME étaient présents": one of several who are told of."""
    j += page.word(j) == ","
    j += page.word(j) == "et"
    return (page.word(j) in ("le", "la", "l'", "les") and is_head(page.word(j + 1))) or j in page.people


def _without_verb(page: Page, title: Title) -> Title:
    """ "La présidente entame …": what follows the noun is a verb unless it looks like an adjective."""
    k = title.head + 1
    if title.last < k or page.word(k) in LINKS or not page.tokens.text[k].islower():
        return title
    if page.word(k).endswith("iste") and not page.word(k).endswith(("siste", "xiste")):
        return title  # "l'élu centriste", not "la présidente insiste"
    if is_adjective(page.tokens.plain[k]) or is_head(page.word(k)) or page.word(k).endswith(("é", "és")):
        return title
    end = page.tokens.end[title.head]
    text = fold_name(page.doc.text[title.start : end])
    return replace(title, last=title.head, next=k, end=end, text=text, complement=False, institution=None)


def _ordinary(page: Page, title: Title, person: PersonMention, head: int) -> bool:
    """ "un policier … Untel … L'agent a rendu un rapport": a plain noun that may take up somebody unnamed."""
    if page.word(title.head) not in _ORDINARY or title.complement or title.institution is not None:
        return False
    sentence = page.doc.sentence_at(person.start)
    least = page.after(sentence.start) if sentence is not None else 0
    heads = page.heads
    near = heads[bisect_left(heads, least) : bisect_left(heads, head)]
    return any(page.word(k) == singular(page.word(k)) for k in near)


def _after_phrase(page: Page, i: int, following: int, person: PersonMention) -> bool:
    """ "Dans ce texte, la première secrétaire de X …", "Mardi, la ministre …": a phrase that names nobody."""
    if page.word(i - 1) != "," or lexicon.gender_of(person.name) is None:
        return False
    if page.word(following) in _OBJECTS:
        return False  # "En 2019, la directrice du musée l'avait repérée"
    at = page.tokens.start[i]
    section = page.doc.section_at(at)
    near = page.people_between(max(section.start if section else 0, at - REACH), at)
    other = "f" if page.word(i) == "le" else "m"
    alike = {m.name for m in near if lexicon.gender_of(m.name) != other}
    if len(alike) > 1:
        return False
    for k in range(i - 2, max(-1, i - 9), -1):
        if not page.word(k)[0].isalnum() or k in page.people or page.broken(k, k + 1):
            return False
        if k in page.bodies:  # "Selon X, la ministre …"
            return page.word(k - 1) in ("selon", "pour") and opens_sentence(page, k - 2)
        if page.tokens.text[k][0].isupper() or page.word(k - 1) == ":":
            told = page.word(k).endswith({"la": ("ée", "ue", "ie")}.get(page.word(i), ("é", "u", "i")))
            dated = page.word(k + 1).isdigit()  # "En 2019, la directrice": who was so then
            alone = len({m.name for m in near}) == 1
            fronted = alone and page.tokens.plain[k] in _FRONTED and not dated
            return (told or fronted) and opens_sentence(page, k - 1)
    return False
