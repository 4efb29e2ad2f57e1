"""Role nouns that take up a person just named: "s'indigne Anne Petit. La présidente de X demande …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.document import fold_name, plain_shadow
from communique.extractors.people import lexicon
from communique.extractors.people.heads import is_head, singular
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import opens_sentence, role
from communique.extractors.people.roles.chains import Chain, read_chain
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.not_held import spoken_of_there
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
_NAMED = re.compile(r"[A-ZÀ-Ý]\w+ [A-ZÀ-Ý]\w+$")
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
_GOVERNING = frozenset(
    ("par", "de", "d'", "avec", "contre", "chez", "envers", "à", "sur", "pour", "face", "sous")
)
_FRONTED = words("communique.lexicon", "weekdays.txt") | {"dans", "lors", "en", "a", "hier"}
REACH = 500  # characters back to the name
FAR = 1500  # characters back to who speaks, when everybody named since is spoken of


def roles_taken_up(page: Page, done: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """A definite or demonstrative title that speaks of the last person named, who has no other title yet."""
    taken = {i for r in done for i in range(r.start, r.end)}
    titled = {_key(page, r.person) for r in done}
    in_office = {_key(page, r.person) for r in done if r.institution is not None or _OF.search(r.title)}
    upto = -1
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
        person = _last_named(page, i, anywhere=determiner in ("cet", "cette"))
        person = person or _named_next(page, chain.titles[-1].end) or _in_title(page, i, chain.titles[0])
        if person is None and chain.titles[0].institution is None:
            person = _alone_above(page, page.tokens.start[i])
        after = _opens_next(page, i, chain.titles[0])
        if after is not None and _key(page, (after.start, after.end)) not in titled:
            titled.add(_key(page, (after.start, after.end)))
            upto = chain.next
            yield from (role(_without_verb(page, title), after, "taken_up") for title in chain.titles)
            continue
        if person is not None and not agrees(page, chain.titles[0], person):
            person = _of_that_gender(page, i, determiner)
        if person is None or not agrees(page, chain.titles[0], person):
            continue
        if (newly := _newly(page, i, chain.titles[0])) is not None:
            yield newly
            continue
        demonstrative = determiner in ("cet", "cette", "ce")
        if demonstrative and not _incise(page, i) and spoken_of_there(page, i, person):
            continue
        if not demonstrative:
            key = _key(page, (person.start, person.end))
            if _several(page, chain.next) and not _incise(page, i):
                continue
            # Who holds an office is taken up by what he was before, not by another office.
            free = key not in in_office or page.word(i + 1).startswith("ancien")
            more = _incise(page, i) or (free and _next_sentence(page, i, person))
            told = chain.titles[0].institution is not None or _of_something(page, chain.titles[0])
            known = key in titled and not (told and more)
            if known or not (
                _subject(page, i) or _incise(page, i) or _after_phrase(page, i, chain.next, person)
            ):
                continue
            if _ordinary(page, chain.titles[0], person, k):
                continue
            titled.add(key)
        upto = chain.next
        told_to = _incise(page, i) and _told_to(page, chain.titles[0])
        for title in chain.titles:
            title = replace(title, institution=None) if told_to else title
            yield role(_without_verb(page, title), person, "taken_up")
    if headed is not None and _key(page, (headed[1].start, headed[1].end)) not in titled:
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


def _key(page: Page, span: tuple[int, int]) -> str:
    return plain_shadow(page.doc.text[slice(*span)]).rpartition(" ")[2]


def _named_next(page: Page, at: int) -> PersonMention | None:
    """Before anybody is named, the first who speaks: "La ministre a assuré … », a déclaré Anne Petit."."""
    first = page.named[0] if page.named else None
    if first is None or not 0 < first.start - at < REACH:
        return None
    i = page.tokens.before(first.start)
    told = page.doc.text[at : first.start]
    incised = any(sign in told for sign in ',»”"')  # not "La ministre invite NAME"
    return first if incised and i >= 0 and page.tokens.plain[i] in _SPEECH_VERBS else None


def _in_title(page: Page, i: int, title: Title) -> PersonMention | None:
    """The one person named so far, in the title or above the text: "La conseillère aux États verte …"."""
    wanted = {"la": "f", "le": "m"}.get(page.word(i))
    at = page.tokens.start[i]
    above = [m for m in page.people_between(max(0, at - FAR), at) if " " in m.name]
    if wanted is None or not above or len({_key(page, (m.start, m.end)) for m in above}) > 1:
        return None
    if lexicon.gender_of(above[0].name) != wanted:
        return None
    section, sentence = page.doc.section_at(above[-1].start), page.doc.sentence_at(at)
    if section is None or section.kind not in ("title", "standfirst") or sentence is None:
        return None
    told = title.complement or title.institution is not None
    named = _NAMED.search(title.text) is not None or page.people_between(at, sentence.end)
    return above[-1] if told and not named else None


def _opens_next(page: Page, i: int, title: Title) -> PersonMention | None:
    """ "La maire ne décolère pas. NAME dit …": who opens the next sentence, for the first time."""
    if page.word(i) not in ("le", "la", "l'"):
        return None
    if not (_subject(page, i) or _incise(page, i) or page.word(i - 1) == ","):
        return None
    sentence = page.doc.sentence_at(title.start)
    section = page.doc.section_at(title.start)
    if sentence is None or section is None or page.people_between(sentence.start, sentence.end):
        return None
    person = person_at(page, page.after(sentence.end))
    if person is None or person.end > section.end or " " not in person.name:
        return None
    given = lexicon.gender_of(person.name)
    wanted = {"la": "f", "le": "m"}.get(page.word(i), given)
    if given is None or given != wanted or not agrees(page, title, person):
        return None
    follows = page.after(person.end)
    spoken = page.word(follows)[:1].isalpha() and page.word(follows) not in ("et", "ou")
    first = all(m.start >= person.start for m in page.named if m.name == person.name)
    return person if spoken and first else None


def _last_named(page: Page, i: int, *, anywhere: bool) -> PersonMention | None:
    at = page.tokens.start[i]
    section = page.doc.section_at(at)
    least = max(at - REACH, section.start if section and not anywhere else 0)
    before = [m for m in page.people_between(least, at) if m.end <= at]
    unquoted = [m for m in before[-8:] if not quoted(page, m.start) and not _peer(page, m)]
    if _incise(page, i) and (sentence := page.doc.sentence_at(at)) is not None:
        # "Anne Petit doit parler, annonce la directrice": who is told of does not say so.
        unquoted = before = [m for m in unquoted if m.start < sentence.start]
    if before and not unquoted:  # all are within words reported: the one who says them was named further back
        earlier = [m for m in page.people_between(at - FAR, least) if m.end <= least]
        unquoted = [m for m in earlier[-8:] if not quoted(page, m.start)]
    before = unquoted or before
    return _subject_of(page, before) if before else None


def _subject_of(page: Page, before: Sequence[PersonMention]) -> PersonMention:
    """ "Anne Petit a levé le blocus imposé par Lise Roux": the last named, but of whom the sentence tells."""
    last = before[-1]
    if len(before) < 2 or not _oblique(page, last):
        return last
    sentence = page.doc.sentence_at(last.start)
    least = sentence.start if sentence is not None else last.start
    plain = [m for m in before if m.start >= least and not _oblique(page, m)]
    return plain[-1] if plain else last


def _oblique(page: Page, person: PersonMention) -> bool:
    """Whether a preposition governs a name."""
    return page.word(page.tokens.before(person.start)) in _GOVERNING


def _peer(page: Page, person: PersonMention) -> bool:
    """ "Anne Petit a reçu *son homologue malien NAME*": hardly who is spoken of next."""
    i = page.tokens.before(person.start)
    return any(page.word(k) == "homologue" for k in range(max(0, i - 3), i + 1))


def _alone_above(page: Page, at: int) -> PersonMention | None:
    """The one person named in the paragraph above that of a title which opens it, at ``at``."""
    section = page.doc.section_at(at)
    if section is None or page.doc.text[section.start : at].strip():
        return None
    at = section.start
    above = page.doc.section_at(at - 1) or page.doc.section_at(len(page.doc.text[:at].rstrip()) - 1)
    if above is None or above.kind != "paragraph":
        return None
    named = [m for m in page.people_between(max(above.start, at - REACH), at) if not quoted(page, m.start)]
    keys = {_key(page, (m.start, m.end)) for m in named}
    if len(keys) != 1 or lexicon.gender_of(named[-1].name) is None:
        return None
    return named[-1]


def _subject(page: Page, i: int) -> bool:
    """Does the title open its sentence?"""
    if page.tokens.plain[i - 1] in ("pour", "selon", "apres") and i:
        i -= 1 if page.tokens.plain[i - 1] != "apres" else 2
    return page.tokens.text[i][0].isupper() and opens_sentence(page, i - 1)


def _of_that_gender(page: Page, i: int, determiner: str) -> PersonMention | None:
    """ "Paul Grand a reçu Anne Petit. *Le chef de l'État* …": the one man among those named last."""
    wanted = {"le": "m", "la": "f"}.get(determiner)
    at = page.tokens.start[i]
    section = page.doc.section_at(at)
    if wanted is None or section is None:
        return None
    near = page.people_between(max(section.start, at - REACH), at)
    named = {m.name: m for m in near if not quoted(page, m.start)}
    genders = {name: lexicon.gender_of(name) for name in named if " " in name}
    fit = [name for name, gender in genders.items() if gender == wanted]
    return named[fit[0]] if len(fit) == 1 and None not in genders.values() else None


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
        if not page.word(k)[0].isalnum() or k in page.people or k in page.bodies or page.broken(k, k + 1):
            return False
        if page.tokens.text[k][0].isupper() or page.word(k - 1) == ":":
            told = page.word(k).endswith({"la": ("ée", "ue", "ie")}.get(page.word(i), ("é", "u", "i")))
            dated = page.word(k + 1).isdigit()  # "En 2019, la directrice": who was so then
            alone = len({m.name for m in near}) == 1
            fronted = alone and page.tokens.plain[k] in _FRONTED and not dated
            return (told or fronted) and opens_sentence(page, k - 1)
    return False


def _incise(page: Page, i: int) -> bool:
    """ "…», plaide la directrice": right after a reporting verb."""
    return i > 0 and page.tokens.plain[i - 1] in _SPEECH_VERBS
