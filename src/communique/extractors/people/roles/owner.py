"""Whose director: the institution behind "son", "sa", "dont", "Chez X, la …", "X : NAME, …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from communique.document import line_start
from communique.extractors.people.heads import singular
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.titles import Title
from communique.lexicon import words
from communique.mentions import InstitutionMention, PersonMention

_PERSONAL = words(ROOM, "personal.txt")
_OF_PLACES = words(ROOM, "of_places.txt")

_BESIDE = words(ROOM, "accompanied.txt")

SENTENCES_BACK = 5
LONGEST = 200  # characters of an institution's name
_OBLIQUE = re.compile(
    r"(?:\b(?:par|avec|contre|via|devant|derriere|filiale|membre|partenaire|sein|groupe|appel|hors)\b"
    r"[^.,;:]{0,14}|\b(?:comme|dont|et|ou)\s|[(/]\s?)(?:l[ae']s?\s?|du |des |de |d')*$"
)
_LOCATIVE = re.compile(
    r"(?:^|[.!?»”\"\n]\s*)(?:chez|a|a la|a l'|au|aux|du cote d[eu'](?: l[a'])?|pour|de son cote,?"
    r"|(?:au (?:nom|sein)|a la tete|dans les rangs) d(?:e|u|'|es)\b(?: ?l[a'])?[^,.;:]{0,24})\s?$"
)
_RELATIVE = re.compile(r"(?:,[^,.;]{0,50})?, qui ")
_GENERIC = (
    r"(?:l'(?:etablissement|entreprise|ecole|institut|association|universite|hopital|unite|organisation)"
    r"|(?:le|la) (?:groupe|societe|musee|club|laboratoire|fondation|port|lycee|mutuelle)"
    r"|la (?:banque|cooperative|maison))"
)
_OTHER_SUBJECT = re.compile(rf"(?<![\w-])(?:il|elle|ils|elles|nous|on|je|{_GENERIC})(?=,? [^\W\d_])")
_TAKEN_UP = re.compile(rf"(?:[«“\" ]|pour |chez |a )*(?:[^,;:.]{{0,40}}, )?(?:il|elle|{_GENERIC}) [a-z]")
_TO_IT = re.compile(r"[^.,;:]{0,12} (?:lui|nous) ")
_FEW = 6  # words that may stand before a subject
_PRESS = re.compile(
    r"[ •*–\t-]*(?:contacts?|relations?|service|pour)?\s?(?:de )?(?:la )?(?:presse|(?:avec les )?medias?)?\s?"
    r"(?:l'|la |le )?(?:groupe |agence |societe |association |cabinet )?"
)
_HEADING = re.compile(
    r"\b(?:(?P<organ>bureau|conseil d'administration|conseil de surveillance"
    r"|comite (?:directeur|de direction|executif)|codir|comex|directoire|gouvernance"
    r"|equipe (?:dirigeante|de direction))"
    r"|contacts?|relations? (?:presse|medias|avec la presse)|service (?:de )?(?:presse|communication))\b"
)
_BULLETS = re.compile(r"[ \t•*▪–-]*(?:(?:le|la|l'|mme|m\.|dre?|pre?) ?)?")
_REACHED = re.compile(r"\d\d|@|https?:")
_LINES = 14  # of a list under its heading
_POSTS = words(ROOM, "posts.txt") | frozenset(("membre", "suppléant", "suppléante"))
_GAP = 60  # characters at most between a contact line's body and the name
# What stands between a body and a name: a sign, a bracket or an inner unit before it.
_LABEL = re.compile(
    r"[^\S\n]?(?:\([^()\n]{1,30}\))?[^\S\n]?(?:[|:–—-][^\S\n][^\n:|–—.;]{1,44}[^\S\n])?[:|–—-][^\S\n]*"
)


def owner(page: Page, title: Title, holder: PersonMention) -> InstitutionMention | None:
    """The institution that a possessive, "dont" or an opening "Chez X," gives the title."""
    if title.anaphor:
        return topic(page, title.start, holder)
    determiner = title.first - 1
    while determiner >= 0 and page.word(determiner) in (
        "nouveau",
        "nouvel",
        "nouvelle",
        "propre",
        "jeune",
        "actuel",
    ):
        determiner -= 1
    if page.word(determiner) in ("son", "sa"):
        if page.word(title.head) in _PERSONAL or title.text.endswith("de thèse"):
            return None
        if page.word(determiner - 1) in ("par", "de", "d'", "avec") and page.word(determiner - 2) in _BESIDE:
            return None  # "Le maire, représenté par son adjoint": somebody's
        return topic(page, page.tokens.start[determiner], holder)
    if page.word(determiner) == "notre" and not quoted(page, title.start) and page.main_body:
        return page.main_body[-1] if singular(page.word(title.head)) not in _OF_PLACES else None
    if page.word(determiner - 1) == "dont":
        return _just_before(page, determiner - 1)
    if singular(page.word(title.head)) in _OF_PLACES:
        return None  # "À l'Assemblée nationale, le député …"
    return _opening(page, determiner)


def _just_before(page: Page, i: int) -> InstitutionMention | None:
    start = page.tokens.start[i]
    near = [m for m in page.bodies_between(start - LONGEST, start) if 0 <= start - m.end <= 3]
    return near[-1] if near else None


def _opening(page: Page, determiner: int) -> InstitutionMention | None:
    """ "Chez Unia, la responsable …", "À l'ARS, le directeur …"."""
    if page.word(determiner - 1) != ",":
        return None
    comma = page.tokens.start[determiner - 1]
    for m in page.bodies_between(comma - LONGEST, comma):
        if 0 <= comma - m.end <= 12 and (
            comma == m.end or page.doc.text[m.end : comma].strip().startswith("(")
        ):
            before = page.doc.plain[max(0, m.start - 52) : m.start]
            return m if _LOCATIVE.search(before) else None
    return None


def label_of(page: Page, start: int) -> InstitutionMention | None:
    """The institution that opens a contact line: "LPO : NAME, chargé de mission"."""
    line = line_start(page.doc.text, start, max(0, start - LONGEST - _GAP))
    for m in page.bodies_between(line, start):
        if 0 <= start - m.end <= _GAP and _PRESS.fullmatch(page.doc.plain, line, m.start):
            gap = page.doc.lower[m.end : start]
            return m if _LABEL.fullmatch(re.sub(r"(?:mme|m\.|dre?|pre?|me)\s$", "", gap)) else None
    return None


def heading_of(page: Page, title: Title, holder: PersonMention) -> InstitutionMention | None:
    """The body of a list's heading: "Bureau de X" over "Présidente : NAME", "Contacts X" over NAME."""
    text, at = page.doc.text, min(title.start, holder.start)
    line = line_start(text, at, max(0, at - LONGEST))
    opens = _BULLETS.fullmatch(page.doc.lower, line, at) is not None
    noun = singular(page.word(title.head))
    if not opens or title.next != title.last + 1 or noun in _OF_PLACES:
        return None
    complement = any(page.word(k) in LINKS for k in range(title.head, title.last))
    for _ in range(_LINES):
        end = line - 1
        while end > 0 and text[end - 1] in " \t\r\n" and line - end < 4:
            end -= 1
        line = line_start(text, end, max(0, end - LONGEST))
        if end <= line or end - line >= LONGEST:
            return None
        if page.people_between(line, end) or _REACHED.search(text, line, end):
            continue
        heading = _HEADING.search(page.doc.plain, line, end)
        if heading is None:
            if text[end - 1] in ".!?;" or page.bodies_between(line, end):
                return None
            continue
        bodies = page.bodies_between(line, end)
        if len({m.name for m in bodies}) != 1 or (
            heading["organ"] and (noun.removeprefix("vice-") not in _POSTS or complement)
        ):
            return None
        return bodies[0]
    return None


def topic(page: Page, at: int, holder: PersonMention) -> InstitutionMention | None:
    """The institution last spoken of before ``at``, unless a person was spoken of since.

    The nearest sentence that names one gives it: its first naming that is not governed by "avec", "par"…
    """
    doc = page.doc
    back = _sentence_starts(page, at)
    for low, high in reversed(list(pairwise((*back, at)))):
        bodies = [m for m in page.bodies_between(low, high) if m.end <= high and not quoted(page, m.start)]
        people = [
            m for m in page.people_between(low, high) if m.start != holder.start and not quoted(page, m.start)
        ]
        plain = [m for m in bodies if not _OBLIQUE.search(doc.plain, max(low, m.start - 40), m.start)]
        chosen = plain or (bodies if low == back[0] else [])
        if people and (not chosen or people[-1].start > chosen[-1].start):
            return None
        if not chosen and low != back[-1] and _TAKEN_UP.match(doc.plain, low) and (main := _main(page, at)):
            return main  # "L'établissement a gagné dix places. Sa directrice"
        if chosen:
            relative = [m for m in chosen if _RELATIVE.match(doc.plain, m.end)]
            found = (relative or chosen)[-1 if relative else 0]
            return found if relative or _subject(page, low, found) else _main(page, at) or found
    return _opening_quotation(page, at)


def _subject(page: Page, low: int, m: InstitutionMention) -> bool:
    """Whether a naming may be the subject: not after « il », « l'entreprise »."""
    before = page.doc.plain[low : m.start]
    opening = before.rpartition(",")[0] if before.count(",") == 1 else before
    if _OTHER_SUBJECT.search(before) is not None or _TO_IT.match(page.doc.plain, m.end) is not None:
        return False
    return opening is not before or len(opening.split()) <= _FEW


def _main(page: Page, at: int) -> InstitutionMention | None:
    """The body that the article is about, where it was named before ``at``: in the title, or most often."""
    often = page.main_body
    n = bisect_right(often, at, key=lambda m: m.end)
    return often[n - 1] if n else None


def _opening_quotation(page: Page, at: int) -> InstitutionMention | None:
    """« "X n'a rien fait", affirme son porte-parole »: the institution that the words begin with."""
    section = page.doc.section_at(at)
    for m in reversed(page.bodies_between(section.start if section else max(0, at - 600), at)):
        if page.doc.text[max(0, m.start - 2) : m.start].strip() in ("«", "“", '"'):
            return m
    return None


def _sentence_starts(page: Page, at: int) -> list[int]:
    """Where the sentence of ``at`` and those before it begin."""
    sentences = page.doc.sentences
    n = bisect_right(sentences, at, key=lambda s: s.start)
    return [s.start for s in sentences[max(0, n - SENTENCES_BACK) : n]] or [max(0, at - 3 * LONGEST)]


def quoted(page: Page, at: int) -> bool:
    """Is ``at`` inside quotation marks of its section?"""
    section = page.doc.section_at(at)
    start = section.start if section else max(0, at - 600)
    text = page.doc.text
    opened = max(text.rfind("«", start, at), text.rfind("“", start, at))
    closed = max(text.rfind("»", start, at), text.rfind("”", start, at))
    if opened >= 0 or closed >= 0:
        return opened > closed
    return text.count('"', start, at) % 2 == 1
