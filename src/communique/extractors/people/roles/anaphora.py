"""Role nouns that take up a person just named: "s'indigne Anne Petit. La présidente de X demande …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.document import fold_name, plain_shadow
from communique.extractors.people import lexicon
from communique.extractors.people.heads import feminine
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.before import opens_sentence, role
from communique.extractors.people.roles.chains import read_chain
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import LINKS, Page
from communique.extractors.people.roles.titles import Title, before_head
from communique.mentions import PersonMention, RoleMention

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
REACH = 500  # characters back to the name


def roles_taken_up(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """A definite or demonstrative title that speaks of the last person named, who has no other title yet."""
    taken = {i for r in done for i in range(r.start, r.end)}
    titled = {_key(page, r.person) for r in done}
    upto = -1
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
        if opens_sentence(page, before) and (
            person := _last_named(page, page.tokens.start[k], anywhere=False)
        ):
            # "Professeure de droit, elle a …", "Également maire de Pont-Coblant, il …"
            chain = read_chain(page, k, commas=True)
            if page.word(chain.next) == "," and page.word(chain.next + 1) in ("il", "elle"):
                upto = chain.next
                yield from (role(title, person, "taken_up") for title in chain.titles)
            continue
        if determiner not in ("le", "la", "l'", "cet", "cette", "ce") or quoted(page, page.tokens.start[k]):
            continue
        chain = read_chain(page, k, commas=True)
        person = _last_named(page, page.tokens.start[i], anywhere=determiner in ("cet", "cette"))
        person = person or _named_next(page, chain.titles[-1].end)
        if person is None or not _agrees(page, chain.titles[0], person):
            continue
        demonstrative = determiner in ("cet", "cette", "ce")
        if not demonstrative:
            key = _key(page, (person.start, person.end))
            known = key in titled and not (chain.titles[0].complement and _incise(page, i))
            if known or not (_subject(page, i) or _incise(page, i)):
                continue
            titled.add(key)
        upto = chain.next
        for title in chain.titles:
            yield role(_without_verb(page, title), person, "taken_up")


def _without_verb(page: Page, title: Title) -> Title:
    """ "La présidente entame …": what follows the noun is a verb unless it looks like an adjective."""
    k = title.head + 1
    if title.last < k or page.word(k) in LINKS or not page.tokens.text[k].islower():
        return title
    if is_adjective(page.tokens.plain[k]) or page.word(k).endswith(("é", "és")):
        return title
    end = page.tokens.end[title.head]
    text = fold_name(page.doc.text[title.start : end])
    return replace(title, last=title.head, next=k, end=end, text=text, complement=False, institution=None)


def _key(page: Page, span: tuple[int, int]) -> str:
    return plain_shadow(page.doc.text[slice(*span)]).rpartition(" ")[2]


def _named_next(page: Page, at: int) -> PersonMention | None:
    """Before anybody is named, the first who speaks: "La ministre a assuré … », a déclaré Anne Petit."."""
    first = page.named[0] if page.named else None
    if first is None or not 0 < first.start - at < REACH:
        return None
    i = page.tokens.before(first.start)
    return first if i >= 0 and page.tokens.plain[i] in lexicon.speech_verbs() else None


def _last_named(page: Page, at: int, *, anywhere: bool) -> PersonMention | None:
    section = page.doc.section_at(at)
    least = max(at - REACH, section.start if section and not anywhere else 0)
    before = [m for m in page.people_between(least, at) if m.end <= at]
    before = [m for m in before[-8:] if not quoted(page, m.start)] or before[-1:]
    return before[-1] if before else None


def _subject(page: Page, i: int) -> bool:
    """Does the title open its sentence?"""
    if page.tokens.plain[i - 1] in ("pour", "selon", "apres") and i:
        i -= 1 if page.tokens.plain[i - 1] != "apres" else 2
    return page.tokens.text[i][0].isupper() and opens_sentence(page, i - 1)


def _incise(page: Page, i: int) -> bool:
    """ "…», plaide la directrice": right after a reporting verb."""
    return i > 0 and page.tokens.plain[i - 1] in lexicon.speech_verbs()


def _agrees(page: Page, title: Title, person: PersonMention) -> bool:
    """Are the genders of the noun and of the first name compatible?"""
    given = lexicon.gender(plain_shadow(person.name).split(" ")[0])
    if person.civility in ("M.", "Mme", "Mlle"):
        given = "m" if person.civility == "M." else "f"
    noun = page.tokens.lower[title.head]
    determiner = page.word(title.first - 1)
    if determiner in ("la", "cette"):
        return given != "m"
    if determiner in ("le", "cet", "ce"):
        return given != "f"
    return feminine(noun) == noun or given is None or (noun[-1] == "e") == (given == "f")
