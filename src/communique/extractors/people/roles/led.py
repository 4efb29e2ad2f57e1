"""Bodies that only a function makes known: "directrice de la Halle aux Vents", "fondateur de Marelune"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from communique.document import fold_name
from communique.extractors.people.namesakes import is_adjective
from communique.extractors.people.roles.page import LINKS, ROOM, Page
from communique.extractors.people.roles.title_ends import NEW
from communique.extractors.people.roles.unlisted import ENGLISH_LINKS, WITH_ARTICLE, leading, proper, serves
from communique.lexicon import lines, words
from communique.mentions import Found, InstitutionMention, RoleMention
from communique.records import InstitutionKind

_LEADS = words(ROOM, "leads.txt") | words(ROOM, "of_bodies.txt") | words(ROOM, "english_heads.txt")
_LONGEST = 80  # characters of such a name
_MOST = 20  # such bodies in a text, and namings of one
_ROMAN = re.compile(r"[IVX]{1,6}e")
RULE = "led_name"


def led_body(page: Page, head: int, j: int, end: int) -> InstitutionMention | None:
    """The body that the name from token ``j`` to ``end`` must be, as somebody leads it or serves it."""
    tokens = page.tokens
    noun = leading(page, head)
    if not (noun in _LEADS or serves(page, head, j)) or end <= j or not _named(page, j, end):
        return None
    if (
        noun in ("ministre", "ministres")
        or page.word(head + 2) == "état"
        or _ROMAN.fullmatch(page.tokens.text[j])
    ):
        return None  # "la ministre des Armées", "secrétaire d'État aux Sports", "du XXe siècle"
    link = page.word(j - 1 - (page.word(j - 1) in NEW))
    if link not in WITH_ARTICLE and link not in ENGLISH_LINKS and not _direct(page, head, j):
        return None  # "directeur des remontées mécaniques de Tanval"
    end = next((k for k in range(j, end - 1) if page.word(k) == "et" and page.word(k + 1) in LINKS), end)
    start, stop = tokens.start[j], tokens.end[end - 1]
    if stop - start > _LONGEST:
        return None
    name = fold_name(page.doc.text[start:stop])
    return InstitutionMention(start=start, end=stop, name=name, kind=_KINDS.get(noun, "company"), rule=RULE)


def _direct(page: Page, head: int, j: int) -> bool:
    """Whether only adjectives and then small words stand between the function and the name."""
    k = head + 1
    while k < j and (
        page.word(k) in _LEADS or is_adjective(page.tokens.plain[k]) or page.tokens.text[k][0].isupper()
    ):
        k += 1  # "directrice générale", "VP Sales", "Responsable Communication"
    return all(page.word(i) in LINKS for i in range(k, j))


def _named(page: Page, j: int, end: int) -> bool:
    """Whether every word with a capital may belong to a name, and the whole is no place."""
    tokens = page.tokens
    if tokens.text[j][0].isdigit():
        return True
    if not proper(page, j, end):
        return False
    return any(len(tokens.plain[k]) > 2 and tokens.text[k][0].isupper() for k in range(j, end))


def _kinds() -> Iterator[tuple[str, InstitutionKind]]:
    for line in lines(ROOM, "kinds_led.txt"):
        kind, _, nouns = line.partition(":")
        for noun in nouns.split():
            yield noun, cast("InstitutionKind", kind)


_KINDS: dict[str, InstitutionKind] = dict(_kinds())


def add_led(page: Page, found: Found, roles: Sequence[RoleMention]) -> None:
    """The bodies of these roles that were not found before join those of the document, with every naming."""
    known = {(m.start, m.end) for m in found.institutions}
    wanted = {r.institution for r in roles if r.institution is not None} - known
    made = [m for m in page.led.values() if (m.start, m.end) in wanted]
    if not made:
        return
    taken = sorted([*known, *((m.start, m.end) for m in found.people)])
    for m in list({m.name: m for m in made}.values())[:_MOST]:
        surface = re.escape(m.name).replace(r"\ ", r"\s+")
        for n, hit in enumerate(re.finditer(rf"(?<!\w){surface}(?!\w)", page.doc.text)):
            span = hit.span()
            if n >= _MOST or any(a < span[1] and span[0] < b for a, b in taken):
                continue
            taken.append(span)
            found.institutions.append(
                InstitutionMention(start=span[0], end=span[1], name=m.name, kind=m.kind, rule=RULE)
            )
    found.institutions.sort(key=lambda m: (m.start, m.end))
