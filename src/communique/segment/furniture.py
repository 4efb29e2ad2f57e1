"""Rules for the lines around the text: markers, datelines, contacts, presentations of the organisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from communique.lexicon import lines, words
from communique.records import SectionKind
from communique.segment.layout import BULLET, Page, Unit

Kinds = Iterator[tuple[int, SectionKind]]

_TRIM = ' \t\u00a0\u202f#*_-–—|•:.…()[]<>›»«"→►!\ufe0f'
_PAGE_NUMBER = re.compile(
    r"\b(?:page|p\.)\s*\d{1,3}(?:\s*(?:/|sur|de)\s*\d{1,3})?\W*\Z|(?:\s{3,}|\t|\|\s*)\d{1,3}\s?/\s?\d{1,3}\Z"
)
_LONE_NUMBER = re.compile(r"[-–—\s]*(?:\d{1,3}\s?/\s?\d{1,3}|30)[-–—\s]*")
_INITIALS = re.compile(r"\(?[a-z]{2,4}(?:[/,-][a-z]{2,4}){1,4}\)?")
_RELEASE = re.compile(
    r"[\[(#*_\s]*(?:communiques?(?: de presse| aux medias| a la presse)?|dossier de presse|info(?:s|rmation)? presse"
    r"|note (?:de|a la|aux) (?:presse|redactions))\b"
    r"(?P<rest>.*)\Z",
    re.DOTALL,
)
_LABEL_GOES_ON = frozenset("| - – — / · • n° commun conjoint par de du".split())
_PHONE = re.compile(
    r"(?<![\d,])(?:0\d(?:[ .\-/]?\d\d){4}|\d\d(?:[ .]\d\d){4}|0\d{1,3}[ ./]\d{2,3}(?:[ .]\d\d){2}"
    r"|\(?\d{3}\)?[ .\-]\d{3}[ .\-]\d{4})(?!\d)|\+ ?\d{1,3}[ ().\-/'\d]{6,20}\d|\btel(?:ephone)?\.? ?:|\bcell\.? ?:"
)
_PATH = re.compile(r"\w ?[>›] ?\w.{0,60} ?[>›] ?\w|\w [>›/] \w[^:]*\Z")
_SPREAD = re.compile(r"\w[^\S\n]{6,}\w")  # the two ends of a printed head
_CREDIT = re.compile(r"©|\((?:credits?|photo|image|visuel)\b[^)]{0,60}\)\W*\Z|\bcredits? (?:photo|:)")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_ABOUT = re.compile(
    r"(?:#+ ?|\*\*|_)?(?:a propos(?: d[eu']|\W*\Z)|au sujet d[eu']|qui sommes[- ]nous|about )"
)
_FOUNDED = re.compile(
    r"(?:fonde|cree|ne|implante|installe|lance)e?s? (?:en|le|par|a|au|il y a|depuis) [^,.]{2,60},"
)
_ABOUT_TEXT = re.compile(r"(?:\*\*)?a propos d[^:.\n]{2,100}?(?: ?:|\*\*| [-–—] )")


def _bare(unit: Unit) -> str:
    return unit.plain.strip(_TRIM)


# ---------------------------------------------------------------- markers


def repeated_line(page: Page) -> Kinds:
    """A line that comes back, page numbers apart: the head or foot of a printed page."""
    keys = [re.sub(r"\d+", "0", " ".join(u.plain.split())) if u.size < 150 else "" for u in page.units]
    seen = Counter(k for k in keys if len(k.split()) >= 4 and k[-1] not in '.!?»”";:')
    for i, key in enumerate(keys):
        if seen[key] > 1 and not BULLET.match(page.units[i].text):
            yield i, "marker"


def page_number(page: Page) -> Kinds:
    """ "Page 1/2", "1/2", "- 30 -"."""
    for i, unit in enumerate(page.units):
        if unit.size < 150 and (_PAGE_NUMBER.search(unit.plain) or _LONE_NUMBER.fullmatch(unit.plain)):
            yield i, "marker"
    lone = [
        b[0]
        for b in page.blocks
        if len(b) == 1 and page.units[b[0]].text.isdecimal() and page.units[b[0]].size < 3
    ]
    numbers = [int(page.units[i].text) for i in lone]
    if numbers and numbers[0] in (1, 2) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        yield from ((i, "marker") for i in lone)


def separator(page: Page) -> Kinds:
    """ "###", "***", "– FIN –": no word but the end."""
    for i, unit in enumerate(page.units):
        if not any(c.isalnum() for c in unit.plain):
            yield i, "marker"


def marker_phrase(page: Page) -> Kinds:
    """Labels, embargo lines, captions, cookies, links to other pages: see ``markers.txt``."""
    whole, openers = _marker_phrases()
    for i, unit in enumerate(page.units):
        if unit.size > 200:
            continue
        bare = _bare(unit)
        if bare in whole or (bare.startswith(openers) and not (unit.size > 120 and _is_prose(unit))):
            yield i, "marker"


@cache
def _marker_phrases() -> tuple[frozenset[str], tuple[str, ...]]:
    entries = lines(__package__, "markers.txt")
    return (
        frozenset(e[1:] for e in entries if e[0] == "="),
        tuple(e for e in entries if e[0] != "="),
    )


def _is_prose(unit: Unit) -> bool:
    return unit.final and "©" not in unit.text and "|" not in unit.text


def release_label(page: Page) -> Kinds:
    """ "Communiqué | Santé publique", "Ville de X – Communiqué de presse"; "[Communiqué] Un titre" is a title."""
    for i, unit in enumerate(page.units):
        if unit.size > 120 or i > page.first_text:
            continue
        label = _RELEASE.match(unit.plain)
        if (
            label
            and label["rest"].lstrip()[:1] not in (":", "]")
            and not label["rest"].rstrip().endswith(".")
        ):
            rest = label["rest"].split()
            if not rest or rest[0] in _LABEL_GOES_ON or len(rest) < 4:
                yield i, "marker"
        elif re.search(
            r"(?:\s{3,}|[|–—-]\s*)(?:communique de|dossier de|espace|salle de|service|note a la|lettre aux medias|info) ?(?:presse)?\b[^.]{0,20}\Z",
            unit.plain,
        ):
            yield i, "marker"


def caption(page: Page) -> Kinds:
    """A line that credits a photograph: "Le prototype en vol. © 2025 EPFL"."""
    for i, unit in enumerate(page.units):
        if unit.size < 170 and _CREDIT.search(unit.plain):
            yield i, "marker"


def sharing_bar(page: Page) -> Kinds:
    """ "Partager  Tweeter  Imprimer": nothing but words of sharing."""
    vocabulary = words(__package__, "share_words.txt")
    for i, unit in enumerate(page.units):
        if unit.size > 120:
            continue
        found = re.findall(r"[^\W\d]+(?:['-][^\W\d]+)*", unit.plain)
        if found and len(found) < 12 and all(w in vocabulary for w in found) and not unit.final:
            if len(found) > 1 or len(page.units) > 1 and i > 0:
                yield i, "marker"
        elif unit.plain.count("|") and found and found[0] in vocabulary and found[-1] in vocabulary:
            yield i, "marker"


def agency_signature(page: Page) -> Kinds:
    """ "abc/de/fgh" or "(Agence)" as the last line."""
    if len(page.units) > 2:
        last = page.units[-1]
        if _INITIALS.fullmatch(last.text) or (
            last.size < 40 and last.text[0] == "(" and last.text[-1] == ")"
        ):
            yield len(page.units) - 1, "marker"


def breadcrumb(page: Page) -> Kinds:
    """ "Accueil > Actualités > Santé", "Ville de X / Vie des laboratoires"."""
    for i, unit in enumerate(page.units[: page.first_text]):
        if unit.size < 100 and not unit.final and _PATH.search(unit.plain):
            yield i, "marker"
        elif unit.size < 150 and not unit.final and _SPREAD.search(unit.plain):
            yield i, "marker"


def letterhead(page: Page) -> Kinds:
    """The name of the sender above "COMMUNIQUÉ DE PRESSE" or above the title."""
    free = [i for i, u in enumerate(page.units[: page.first_text]) if u.kind is None]
    senders = words(__package__, "senders.txt")
    for i, after in zip(free, free[1:], strict=False):
        unit = page.units[i]
        if (
            unit.plain.split(" ")[0].split("'")[-1] not in senders
            or unit.size > 60
            or len(unit.text.split()) > 8
        ):
            break
        longer = max(page.units[j].size for j in free if j > i)
        if (
            any(c in unit.text for c in ":?!.,")
            or any(c.isdigit() for c in unit.text)
            or longer < unit.size + 10
        ):
            break
        yield i, "marker"
    for i, unit in enumerate(page.units[:3]):
        following = page.units[i + 1] if i + 1 < len(page.units) else None
        if (
            unit.kind
            or following is None
            or i + 1 >= page.first_text
            or following.rule not in ("marker_phrase", "release_label")
        ):
            continue
        later = page.units[i + 2 : i + 5]
        if unit.size < 70 and any(u.kind is None and u.size < 250 and not u.final for u in later):
            if _RELEASE.match(following.plain.lstrip(_TRIM)) and len(unit.text.split()) < 9:
                yield i, "marker"


# ---------------------------------------------------------------- contacts


def contact(page: Page) -> Kinds:
    """A heading or line of press contacts, what stands under it, and short lines with a telephone number or address."""
    i = 0
    while i < len(page.units):
        if page.units[i].kind is None and _contact_cue(page, i):
            for j in _contact_run(page, i):
                yield j, "contact"
                i = j
        i += 1
    for block in page.blocks:
        free = [page.units[j] for j in block if page.units[j].kind is None]
        if (
            free
            and all(u.size < 150 and not u.text.endswith(".") for u in free)
            and any(map(_reachable, free))
        ):
            if block[-1] > page.last_text or all(map(_reachable, free)):
                yield from ((j, "contact") for j in block)


def _reachable(unit: Unit) -> bool:
    return unit.size < 200 and bool(_PHONE.search(unit.plain) or _MAIL.search(unit.plain))


def _contact_cue(page: Page, i: int) -> bool:
    unit = page.units[i]
    if unit.size > 240:
        return False
    head, colon, _ = unit.plain.partition(":")
    head = head.strip(_TRIM)
    first = head.split(" ")[0]
    cues = words(__package__, "contact_cues.txt")
    if head in cues:
        return (
            bool(colon)
            and (i > page.last_text or _reachable(unit) or not head.startswith(("info", "source", "presse")))
            or (
                not colon
                and (i >= page.last_text or first.startswith("contact") or _reachable_soon(page, i))
                and unit.size < 60
            )
        )
    if first in ("contact", "contacts") or head.startswith(_two_words()):
        return (
            len(head) < 60
            and not unit.text.endswith(".")
            and (
                bool(colon)
                or _reachable(unit)
                or (unit.size < 60 and (i > page.last_text or _reachable_soon(page, i)))
            )
        )
    return False


@cache
def _two_words() -> tuple[str, ...]:
    return tuple(c for c in lines(__package__, "contact_cues.txt") if " " in c)


def _reachable_soon(page: Page, i: int) -> bool:
    return any(_reachable(u) for u in page.units[i : i + 5])


def _contact_run(page: Page, i: int) -> Iterator[int]:
    """The units of the contact block that begins at ``i``."""
    yield i
    tail = i > page.last_text
    for j in range(i + 1, len(page.units)):
        unit, before = page.units[j], page.units[j - 1]
        if unit.kind or _ABOUT.match(unit.plain) or unit.size > 200:
            return
        if unit.block != before.block and not (
            tail and not unit.final or _reachable(unit) or (j == i + 1 and unit.size < 100)
        ):
            return
        if unit.block == before.block and unit.final and unit.size > 120 and not _reachable(unit):
            return
        yield j


# ---------------------------------------------------------------- presentations of the organisation


def boilerplate(page: Page) -> Kinds:
    """ "À propos de X" and the paragraphs under it, to a contact, a marker or a heading of another kind."""
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
            yield i, "boilerplate"
        elif inside:
            if _bare(unit) in words(__package__, "end_headings.txt"):
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


def _closing_presentation(page: Page, i: int) -> bool:
    """ "Fondée en 1973, l'association rassemble…": the last paragraph, over the contacts or at the end."""
    unit = page.units[i]
    if i <= page.first_text + 1 or unit.size < 60 or any(u.kind is None for u in page.units[i + 1 :]):
        return False
    return bool(_FOUNDED.match(unit.plain))
