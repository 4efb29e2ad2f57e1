"""Rules for what follows the text: press contacts, presentations of the organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.lexicon import lines, words
from communique.segment.furniture import TRIM, Kinds, bare
from communique.segment.layout import Page, Unit

_CONTACT_CUES = words(__package__, "contact_cues.txt")
_END_HEADINGS = words(__package__, "end_headings.txt")

_PHONE = re.compile(
    r"(?<![\d,])(?:0 8\d\d(?: \d\d){3}|0\d(?:[ .\-/]?\d\d){4}|"
    r"\d\d(?:[ .]\d\d){4}|0\d{1,3}[ ./]\d{2,3}(?:[ .]\d\d){2}"
    r"|\(?\d{3}\)?[ .\-]\d{3}[ .\-]\d{4})(?!\d)|\+ ?\d{1,3}[ ().\-/'\d]{6,20}\d"
    r"|\btel(?:ephone)?\.? ?:|\bcell\.? ?:"
)
_TWO_DIGITS = re.compile(r"\d\d")
_FIRST_WORD = re.compile(r"\W*(\w+)")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_ABOUT = re.compile(
    r"(?:#+ ?|\*\*|_)?(?:a propos(?: d[eu']| ?:|\W*\Z)|au sujet d[eu']|qui sommes[- ]nous|about )"
)
_ABOUT_TEXT = re.compile(r"(?:\*\*)?a propos(?: d[^:.\n]{2,100}?)?(?: ?:|\*\*| [-–—] )")
_FOUNDED = re.compile(
    r"(?:fonde|cree|ne|implante|installe|lance)e?s? (?:en|le|par|a|au|il y a|depuis) [^,.]{2,60},"
)
# "Hôpital public né en 1999, il emploie…": what the body named above is
_BORN = re.compile(
    r"(?!(?:l[ea] |les |une? |l'))[a-z' -]{4,50} (?:fonde|cree|ne|implante|installe|lance)e?s? (?:en|depuis) "
    r"[^,.]{2,40}, (?:il|elle|l'|le |la )"
)
_PRESENTING = re.compile(
    r"\w en (?:bref|quelques (?:mots|lignes)|un mot|resume)\W*\Z|\A\W*(?:presentation d|qui est )"
)
# Words that head a list of contacts only at the end of a text, or with a number or an address beside them.
_WEAK_CUES = ("info", "source", "presse", "media", "porte-parole", "redaction")


def contact(page: Page) -> Kinds:
    """A heading or line of press contacts with what stands under it; short lines with a telephone or mail."""
    i = 0
    while i < len(page.units):
        if page.units[i].kind is None and _contact_cue(page, i):
            for j in _contact_run(page, i):
                yield j, "contact"
                i = j
        i += 1
    for block in page.blocks:
        if page.units[block[0]].size >= 150:
            continue
        free = [page.units[j] for j in block if page.units[j].kind is None]
        short = bool(free) and all(u.size < 150 and not u.text.endswith(".") for u in free)
        if (
            short
            and any(map(_reachable, free))
            and (block[-1] > page.last_text or all(map(_reachable, free)))
        ):
            yield from ((j, "contact") for j in block)
    for i in range(max(1, page.last_text + 1), len(page.units)):  # under the text, no blank line between
        unit, above = page.units[i], page.units[i - 1]
        if unit.kind is None and _reachable(unit) and not unit.final and unit.block == above.block:
            if above.kind is None and _names_service(above):
                yield i - 1, "contact"
            yield i, "contact"


def _names_service(unit: Unit) -> bool:
    """Match "Service départemental de la communication", over its telephone number."""
    first = _FIRST_WORD.match(unit.plain)
    named = first is not None and first[1] in (
        "service",
        "direction",
        "bureau",
        "agence",
        "cabinet",
        "mission",
    )
    return named and unit.size < 110 and not unit.final


def _reachable(unit: Unit) -> bool:
    return unit.size < 200 and (_has_phone(unit.plain) or _has_mail(unit.plain))


def _has_mail(plain: str) -> bool:
    return "@" in plain and _MAIL.search(plain) is not None


def _has_phone(plain: str) -> bool:
    likely = "+" in plain or (":" in plain and ("tel" in plain or "cell" in plain))
    return (likely or len(_TWO_DIGITS.findall(plain)) > 3) and _PHONE.search(plain) is not None


def _contact_cue(page: Page, i: int) -> bool:
    unit = page.units[i]
    first = _FIRST_WORD.match(unit.plain)
    if unit.size > 240 or first is None or first[1] not in _cue_openers():
        return False
    head, colon, _ = unit.plain.partition(":")
    head = head.strip(TRIM)
    tail = i > page.last_text
    if tail and unit.size < 150 and _reachable(unit) and unit.plain.startswith(("renseignement", "contact")):
        return True
    if head in _CONTACT_CUES:
        if colon:
            return tail or _reachable(unit) or not head.startswith(_WEAK_CUES)
        return unit.size < 60 and (
            i >= page.last_text or head.startswith("contact") or _reachable_soon(page, i)
        )
    if not head.startswith(("contact ", "contacts ", *_two_words())):
        return False
    if len(head) >= 60 or unit.text.endswith("."):
        return False
    return bool(colon) or _reachable(unit) or (unit.size < 60 and (tail or _reachable_soon(page, i)))


@cache
def _cue_openers() -> frozenset[str]:
    return frozenset(re.split(r"[ ']", cue)[0] for cue in lines(__package__, "contact_cues.txt"))


@cache
def _two_words() -> tuple[str, ...]:
    return tuple(c for c in lines(__package__, "contact_cues.txt") if " " in c)


def _reachable_soon(page: Page, i: int) -> bool:
    return any(_reachable(u) for u in page.units[i : i + 5])


def _contact_run(page: Page, i: int) -> Iterator[int]:
    """The units of the contact block that begins at ``i``."""
    yield i
    tail = i > page.last_text
    bare_heading = not _reachable(page.units[i]) and page.units[i].text.find(":") in (
        -1,
        page.units[i].size - 1,
    )
    for j in range(i + 1, len(page.units)):
        unit, before = page.units[j], page.units[j - 1]
        if unit.kind or _ABOUT.match(unit.plain) or unit.size > 200:
            return
        goes_on = (
            _reachable(unit) or (tail and not unit.final) or (bare_heading and j == i + 1 and unit.size < 100)
        )
        if unit.block != before.block and not goes_on:
            return
        if unit.block == before.block and unit.final and unit.size > 120 and not _reachable(unit):
            return
        yield j


# ---------------------------------------------------------------- presentations of the organisation


def boilerplate(page: Page) -> Kinds:
    """Match "À propos de X" and the paragraphs under it, to a contact, a marker, another kind of heading."""
    inside = False
    for i, unit in enumerate(page.units):
        if unit.kind in ("contact", "dateline"):
            inside = False
        elif unit.kind == "marker":
            inside = inside and unit.rule in ("repeated_line", "page_number")
        elif _is_about(page, i):
            inside = True
            yield i, "boilerplate"
        elif not inside and _closing_presentation(page, i):
            if _names_sender(page, i - 1) or _stands_over(page, i - 1):
                yield i - 1, "boilerplate"
            yield i, "boilerplate"
        elif inside:
            if bare(unit) in _END_HEADINGS:
                inside = False
            else:
                yield i, "boilerplate"


def _is_about(page: Page, i: int) -> bool:
    unit = page.units[i]
    if not _ABOUT.match(unit.plain):
        return False
    if unit.size <= 110 and not unit.text.endswith((".", "?")) and i + 1 < len(page.units):
        return i > 0
    if unit.plain.startswith(("qui sommes", "**qui sommes", "# qui")):
        return True
    return i >= page.first_text and bool(_ABOUT_TEXT.match(unit.plain))


def _names_sender(page: Page, i: int) -> bool:
    """Match "Untel en bref", "Présentation d'Untel" over a presentation."""
    unit = page.units[i]
    return (
        unit.kind is None and unit.size < 80 and not unit.final and _PRESENTING.search(unit.plain) is not None
    )


def _stands_over(page: Page, i: int) -> bool:
    """Match the name alone on the line above "Fondée en 1973, elle rassemble…"."""
    unit = page.units[i]
    alone = unit.kind is None and unit.size < 60 and not unit.final and unit.text[-1] not in ":»”"
    return alone and unit.block == page.units[i + 1].block


def _closing_presentation(page: Page, i: int) -> bool:
    """Match "Fondée en 1973, l'association rassemble…", the last paragraph of the text."""
    unit = page.units[i]
    if i <= page.first_text + 1 or unit.size < 60 or any(u.kind is None for u in page.units[i + 1 :]):
        return False
    if _FOUNDED.match(unit.plain) or _BORN.match(unit.plain):
        return True
    return unit.block == page.units[i - 1].block and _names_sender(page, i - 1)  # "Untel en bref"
