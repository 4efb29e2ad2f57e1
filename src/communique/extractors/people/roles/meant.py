"""Whom a function may mean that takes somebody up: named last, next, in the title, the subject, a speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import plain_shadow
from communique.extractors.people import lexicon
from communique.extractors.people.roles.agreement import agrees
from communique.extractors.people.roles.before import opens_sentence
from communique.extractors.people.roles.holders import person_at
from communique.extractors.people.roles.owner import quoted
from communique.extractors.people.roles.page import AUXILIARIES, Page
from communique.extractors.people.roles.titles import Title
from communique.mentions import PersonMention, RoleMention

_SPEECH_VERBS = lexicon.speech_verbs()
# What may stand before the verb of an incise: auxiliaries, pronouns, adverbs.
_WITH_VERB = AUXILIARIES | frozenset(
    ("l'", "nous", "lui", "leur", "m'", "me", "s'", "se", "t", "a", "y", "en", "également", "aussi", "encore",
     "toutefois", "ensuite", "alors", "notamment", "déjà", "ainsi", "pourtant", "cependant", "même", "été",
     "tenu", "à")
)  # fmt: skip
_VERB_GROUP = 8  # tokens
REACH = 500  # characters back to the name
FAR = 1500  # characters back to who speaks, when everybody named since is spoken of
_GOVERNING = frozenset(
    ("par", "de", "d'", "avec", "contre", "chez", "envers", "à", "sur", "pour", "face", "sous")
)
_NAMED = re.compile(r"[A-ZÀ-Ý]\w+ [A-ZÀ-Ý]\w+$")


def named_next(page: Page, at: int) -> PersonMention | None:
    """Before anybody is named, the first who speaks: "La ministre a assuré … », a déclaré Anne Petit."."""
    first = page.named[0] if page.named else None
    if first is None or not 0 < first.start - at < REACH:
        return None
    i = page.tokens.before(first.start)
    told = page.doc.text[at : first.start]
    incised = any(sign in told for sign in ',»”"')  # not "La ministre invite NAME"
    return first if incised and i >= 0 and page.tokens.plain[i] in _SPEECH_VERBS else None


def in_title(page: Page, i: int, title: Title) -> PersonMention | None:
    """The one person named so far, in the title or above the text: "La conseillère aux États verte …"."""
    wanted = {"la": "f", "le": "m"}.get(page.word(i))
    at = page.tokens.start[i]
    above = [m for m in page.people_between(max(0, at - FAR), at) if " " in m.name]
    if wanted is None or not above or len({surname(page, (m.start, m.end)) for m in above}) > 1:
        return None
    if lexicon.gender_of(above[0].name) != wanted:
        return None
    section, sentence = page.doc.section_at(above[-1].start), page.doc.sentence_at(at)
    if section is None or section.kind not in ("title", "standfirst") or sentence is None:
        return None
    told = title.complement or title.institution is not None
    named = _NAMED.search(title.text) is not None or page.people_between(at, sentence.end)
    return above[-1] if told and not named else None


def opens_next(page: Page, i: int, title: Title) -> PersonMention | None:
    """ "La maire ne décolère pas. NAME dit …": who opens the next sentence, for the first time."""
    if page.word(i) not in ("le", "la", "l'"):
        return None
    if not (subject(page, i) or incise(page, i) or page.word(i - 1) == ","):
        return None
    sentence = page.doc.sentence_at(title.start)
    section = page.doc.section_at(title.start)
    if sentence is None or section is None or page.people_between(sentence.start, sentence.end):
        return None
    told = page.doc.text[title.end : sentence.end]
    if ":" in told and "«" in told:
        return None  # "Le chef du village décrit la scène : « … » Paul Grand a tout perdu."
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


def last_named(page: Page, i: int, *, anywhere: bool) -> PersonMention | None:
    """Who was named last before the determiner at token ``i``, words reported apart."""
    at = page.tokens.start[i]
    section = page.doc.section_at(at)
    least = max(at - REACH, section.start if section and not anywhere else 0)
    before = [m for m in page.people_between(least, at) if m.end <= at]
    unquoted = [m for m in before[-8:] if not quoted(page, m.start) and not _peer(page, m)]
    if incise(page, i) and (sentence := page.doc.sentence_at(at)) is not None:
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


def restricted(page: Page, j: int) -> bool:
    """ "le prêtre *qui accompagnait le couple*", "le patron du bar *dans lequel*": somebody unnamed."""
    if page.word(j) in ("qui", "dont", "que", "qu'"):
        return True
    return page.word(j + 1) in ("lequel", "laquelle", "lesquels", "lesquelles")


def held_by_another(page: Page, title: Title, person: PersonMention, told: Sequence[RoleMention]) -> bool:
    """ "François Petit, procureur de Paris … Luc Roux … a dit le procureur": a function told of another."""
    if title.complement or title.institution is not None:
        return False
    noun, key = page.word(title.head), surname(page, (person.start, person.end))
    alike = [
        r for r in told if r.start < title.start and plain_shadow(r.title).startswith(plain_shadow(noun))
    ]
    return bool(alike) and all(surname(page, r.person) != key for r in alike)


def beside_that_noun(page: Page, title: Title, person: PersonMention) -> bool:
    """ "*Le maire* a reçu Anne Petit. … dit le maire": who was told of beside that noun is another."""
    sentence = page.doc.sentence_at(person.start)
    if sentence is None or title.start < sentence.end:
        return False
    noun = page.word(title.head)
    first = page.after(sentence.start)
    at = next((k for k in range(first, page.after(person.start)) if page.word(k) == noun), -1)
    # not "La maire, Anne Petit, …"
    return at > 0 and page.word(at - 1) in ("le", "la", "l'") and at + 2 < page.after(person.start)


def _peer(page: Page, person: PersonMention) -> bool:
    """ "Anne Petit a reçu *son homologue malien NAME*": hardly who is spoken of next."""
    i = page.tokens.before(person.start)
    return any(page.word(k) == "homologue" for k in range(max(0, i - 3), i + 1))


def alone_above(page: Page, at: int) -> PersonMention | None:
    """The one person named in the paragraph above that of a title which opens it, at ``at``."""
    section = page.doc.section_at(at)
    if section is None or page.doc.text[section.start : at].strip():
        return None
    at = section.start
    above = page.doc.section_at(at - 1) or page.doc.section_at(len(page.doc.text[:at].rstrip()) - 1)
    if above is None or above.kind != "paragraph":
        return None
    named = [m for m in page.people_between(max(above.start, at - REACH), at) if not quoted(page, m.start)]
    keys = {surname(page, (m.start, m.end)) for m in named}
    if len(keys) != 1 or lexicon.gender_of(named[-1].name) is None:
        return None
    return named[-1]


def of_that_gender(page: Page, i: int, determiner: str) -> PersonMention | None:
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


def subject(page: Page, i: int) -> bool:
    """Does the title open its sentence?"""
    if page.tokens.plain[i - 1] in ("pour", "selon", "apres") and i:
        i -= 1 if page.tokens.plain[i - 1] != "apres" else 2
    return page.tokens.text[i][0].isupper() and opens_sentence(page, i - 1)


def incise(page: Page, i: int) -> bool:
    """ "…», plaide la directrice": right after a reporting verb that a sign or "comme" comes before."""
    if i <= 0 or page.tokens.plain[i - 1] not in _SPEECH_VERBS:
        return False
    k = i - 2
    while k >= 0 and page.word(k) in _WITH_VERB and i - k < _VERB_GROUP:
        k -= 1
    return (
        k < 0 or not page.word(k)[0].isalnum() or page.word(k) in ("comme", "ainsi") or page.broken(k, k + 1)
    )


def surname(page: Page, span: tuple[int, int]) -> str:
    return plain_shadow(page.doc.text[slice(*span)]).rpartition(" ")[2]
