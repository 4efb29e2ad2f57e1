"""Rules for the lines that are no part of the text: labels, page heads and feet, links, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from communique.lexicon import lines, words
from communique.records import SectionKind
from communique.segment.layout import BULLET, Page, Unit

_RELATED = words(__package__, "related.txt")
_LINK_VERBS = words(__package__, "link_verbs.txt")
_SITE_PARTS = words(__package__, "site_parts.txt")
_SENDERS = words(__package__, "senders.txt")

Kinds = Iterator[tuple[int, SectionKind]]

TRIM = ' \t\u00a0\u202f#*_-–—|•:.…()[]<>›»«"→►!\ufe0f'
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_SHARING_WORD = re.compile(r"[^\W\d]+(?:['-][^\W\d]+)*")
_LINE_ENDS = '.!?»”";:'
_PAGE_NUMBER = re.compile(
    r"\b(?:page|p\.)\s*\d{1,3}(?:\s*(?:/|sur|de)\s*\d{1,3})?\W*\Z|(?:\s{3,}|\t|\|\s*)\d{1,3}\s?/\s?\d{1,3}\Z"
)
_LONE_NUMBER = re.compile(r"[-–—\s]*(?:\d{1,3}\s?/\s?\d{1,3}|30)[-–—\s]*")
_INITIALS = re.compile(r"\(?[a-z]{2,4}(?:[/,-][a-z]{2,4}){1,4}\)?")
_RELEASE = re.compile(
    r"[\[(#*_\s]*(?:communiques?(?: de presse| aux medias| a la presse)?|dossier de presse"
    r"|(?:press|news|media) release|info(?:s|rmation)? presse|informations? aux medias"
    r"|note (?:de|a la|aux) (?:presse|redactions))\b(?P<rest>.*)\Z",
    re.DOTALL,
)
# "LA LETTRE DE LA CEIE – n° 41": the head of a periodical
_PERIODICAL = re.compile(
    r"\W*(?:la |le )?(?:lettre|bulletin|gazette|newsletter|infolettre|journal|magazine|flash)\b"
    r"[^.:!?«]{0,60}? (?:n(?:°|º|o)|numero) ?\d{1,4}\b[^.:!?«]{0,40}\Z"
)
_EMBARGO = re.compile(r"\bsous embargo\b[^.]{0,70}\Z|\Aembargo\b|\bdiffusion immediate\W*\Z")
_LABEL_GOES_ON = frozenset(["|", "-", "–", "—", "/", "·", "•", "n°", "commun", "conjoint", "par", "de", "du"])
_LABEL_AT_END = re.compile(
    r"(?:\s{3,}|[|–—•·►▶-]\s*)(?:communique de|dossier de|espace|salle de|service(?: de)?|note a la"
    r"|lettre aux medias|infos?|avis aux|alerte|invitation) ?(?:presse|medias?|redactions)?\b[^.]{0,20}\Z"
    r"|\s:\scommunique(?: de presse)?\Z"
)
_PATH = re.compile(r"\w ?[>›] ?\w.{0,60} ?[>›] ?\w|\w [>›/] \w[^:]*\Z")
_MOTTO = re.compile(r"\W*liberte\W+egalite\W+fraternite\W*\Z")
_SPREAD = re.compile(r"\w[^\S\n]{6,}\w")  # the two ends of a printed head
# What a release calls itself, under the name of its sender.
_LABELS = (
    "communique de presse",
    "communique",
    "invitation",
    "dossier de presse",
    "info presse",
    "note de presse",
)
_CELLS = re.compile(r"\s{3,}|\t|\s?[|•·]\s?")
_DASHES = re.compile(r" ?[|·•] ?| [–—-] ")
_CREDIT = re.compile(
    r"©|\((?:credits?|photo|image|visuel)\b[^)]{0,60}\)\W*\Z|\bcredits? photos?\b"
    r"|(?:\A\W*|[.|–—(-] ?)credits? ?:"
)


def _found(pattern: re.Pattern[str], plain: str, signs: tuple[str, ...]) -> bool:
    """Whether a pattern is found in a line that has one of the signs without which it is not."""
    return any(sign in plain for sign in signs) and pattern.search(plain) is not None


def bare(unit: Unit) -> str:
    """The beginning of a unit without the signs and pictograms around it."""
    line = unit.plain.strip(TRIM)
    while line and line[0] > "\u2190" and not line[0].isalnum():
        line = line[1:].lstrip(TRIM)
    return line


def _line_key(unit: Unit) -> str:
    return _NUMBER.sub("0", " ".join(unit.plain.split()))


# "Bamako, le 21 août 2025" over a release, "Bamako, le 20 août 2025" over its signature: both are datelines.
_PLACE_AND_DAY = re.compile(r"[^\d,]{2,30},? le(?: [a-z]{4,8}di)? 0(?:er)? [a-z]{3,9} 0$")


def repeated_line(page: Page) -> Kinds:
    """A line that comes back, page numbers apart: the head or foot of a printed page."""
    keys = [_line_key(u) if u.size < 150 and u.plain[-1:] not in _LINE_ENDS else "" for u in page.units]
    # "2018 : 19 %" over "2022 : 16 %": figures come back in a list, words on a page
    seen: dict[str, int] = {}
    for key in keys:
        if key.count(" ") > 2 and sum([w[0].isalpha() for w in key.split()]) > 0:
            seen[key] = seen.get(key, 0) + 1
    for i, key in enumerate(keys):
        if seen.get(key, 0) > 1 and not BULLET.match(page.units[i].text) and not _PLACE_AND_DAY.match(key):
            yield i, "marker"


def _ends_with_page(plain: str) -> bool:
    likely = "/" in plain or "page" in plain or "p." in plain
    return likely and _PAGE_NUMBER.search(plain) is not None


def page_number(page: Page) -> Kinds:
    """Match "Page 1/2", "1/2", "- 30 -"."""
    for i, unit in enumerate(page.units):
        if (
            unit.size < 150
            and _DIGIT.search(unit.plain, max(0, unit.size - 8))
            and (_ends_with_page(unit.plain) or _LONE_NUMBER.fullmatch(unit.plain))
        ):
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
    """Match "###", "***", "– FIN –": no word but the end."""
    for i, unit in enumerate(page.units):
        if not any(c.isalnum() for c in unit.plain):
            yield i, "marker"


def marker_phrase(page: Page) -> Kinds:
    """Labels, embargo lines, captions, cookies, links to other pages: see ``markers.txt``."""
    whole, openers = _marker_phrases()
    for i, unit in enumerate(page.units):
        if unit.size > 200:
            continue
        line = bare(unit)
        if (
            line in whole
            or _found(_EMBARGO, unit.plain, ("embargo", "diffusion"))
            or (line.startswith(openers.get(line[:1], ())) and not (unit.size > 120 and _is_prose(unit)))
        ):
            yield i, "marker"


@cache
def _marker_phrases() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Whole lines, and what lines open with, by its first letter."""
    entries = lines(__package__, "markers.txt")
    openers: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        if entry[0] != "=":
            openers[entry[0]] = (*openers.get(entry[0], ()), entry)
    return frozenset(e[1:] for e in entries if e[0] == "="), openers


def related_links(page: Page) -> Kinds:
    """The titles of other pages under "Lire aussi"."""
    inside = False
    for i, unit in enumerate(page.units):
        if unit.rule == "marker_phrase" and bare(unit) in _RELATED:
            inside = True
        elif inside and unit.kind is None and unit.block == page.units[i - 1].block and not unit.final:
            yield i, "marker"
        else:
            inside = False


def _is_prose(unit: Unit) -> bool:
    return unit.final and "©" not in unit.text and "|" not in unit.text


def release_label(page: Page) -> Kinds:
    """Match "Communiqué | Santé publique", "X – Communiqué de presse", not "[Communiqué] Un titre"."""
    for i, unit in enumerate(page.units):
        if unit.size > 120 or i > page.first_text:
            continue
        label = _RELEASE.match(unit.plain)
        if label is None:
            numbered = _PERIODICAL.match(unit.plain) and i + 1 < len(page.units)
            if numbered or _LABEL_AT_END.search(unit.plain):
                yield i, "marker"
            continue
        rest = label["rest"].split()
        text = bool(rest) and (rest[0][0] in ":]" or rest[-1].endswith("."))
        goes_on = bool(rest) and (rest[0] in _LABEL_GOES_ON or rest[0].startswith("n°"))
        if not text and (len(rest) < 4 or goes_on):
            yield i, "marker"


def caption(page: Page) -> Kinds:
    """A line that credits a photograph: "Le prototype en vol. © 2025 EPFL"."""
    for i, unit in enumerate(page.units):
        if unit.size < 170 and _found(_CREDIT, unit.plain, ("©", "credit", "(photo", "(image", "(visuel")):
            yield i, "marker"


def sharing_bar(page: Page) -> Kinds:
    """Match "Partager  Tweeter  Imprimer": nothing but words of sharing."""
    actions, vocabulary = _sharing()
    for i, unit in enumerate(page.units):
        if unit.size > 120 or unit.final or unit.plain.count(" ") > 40:
            continue
        if not any(action in unit.plain for action in actions):
            continue
        found = _SHARING_WORD.findall(unit.plain)
        if not found or len(found) > 11 or actions.isdisjoint(found):
            continue
        bar = "|" in unit.plain and found[0] in actions
        if bar or (i > 0 and all(w in vocabulary or w in actions for w in found)):
            yield i, "marker"


def link_line(page: Page) -> Kinds:
    """Match "Revoir la finale en vidéo   Partager", "Consulter le rapport": under the text, a link or two."""
    verbs = _LINK_VERBS
    for i in range(len(page.units) - 1, max(page.last_text, 0), -1):
        unit = page.units[i]
        if unit.kind is None and (unit.size > 110 or unit.final or unit.text.endswith(":")):
            return
        cells = _CELLS.split(unit.plain.strip(TRIM))
        if unit.kind is None and all(cell.split(" ")[0] in verbs for cell in cells if cell):
            yield i, "marker"


def site_head(page: Page) -> Kinds:
    """Match "IRD – Actualités de la recherche", "Le blog de X": the part of a site, above a longer title."""
    for i, unit in enumerate(page.units[: min(2, page.first_text)]):
        if unit.final or unit.size > 60 or any(c in ":?!«" for c in unit.text):
            continue
        parts = _DASHES.split(unit.plain)
        part = any(p.split(" ")[0] in _SITE_PARTS for p in parts if p)
        titled = any(u.kind is None and u.size > unit.size and not u.final for u in page.units[i + 1 : i + 4])
        if part and len(parts) > 1 and titled:
            yield i, "marker"


@cache
def _sharing() -> tuple[frozenset[str], frozenset[str]]:
    entries = lines(__package__, "share_words.txt")
    return frozenset(e[1:] for e in entries if e[0] == "!"), frozenset(e for e in entries if e[0] != "!")


def agency_signature(page: Page) -> Kinds:
    """Match "abc/de/fgh" or "(Agence)" as the last line."""
    last = page.units[-1] if len(page.units) > 2 else None
    if last is None:
        return
    bracketed = last.size < 40 and last.text[0] == "(" and last.text[-1] == ")"
    if bracketed or _INITIALS.fullmatch(last.text):
        yield len(page.units) - 1, "marker"


def breadcrumb(page: Page) -> Kinds:
    """Match "Accueil > Actualités > Santé", "Ville de X / Nos actualités", heads of pages."""
    for i, unit in enumerate(page.units[: page.first_text]):
        if unit.final or unit.size > 150 or "@" in unit.plain:
            continue
        if (unit.size < 100 and _found(_PATH, unit.plain, (">", "›", " / "))) or _is_spread(unit.plain):
            yield i, "marker"


def _is_spread(plain: str) -> bool:
    likely = "      " in plain or not plain.isprintable()
    return likely and _SPREAD.search(plain) is not None


def letterhead(page: Page) -> Kinds:
    """The name of the sender above the title, or above "COMMUNIQUÉ DE PRESSE"."""
    free = [i for i, u in enumerate(page.units[: min(page.first_text, 12)]) if u.kind is None]
    for k, i in enumerate(free[:-1]):
        unit = page.units[i]
        if not _is_sender(unit) or _longest_label(page, free[k + 1 :]) < max(30, unit.size * 0.8):
            break
        yield i, "marker"
    motto = next((i for i in _head_lines(page) if _MOTTO.match(page.units[i].plain)), None)
    if motto is not None:
        yield from ((i, "marker") for i in range(motto + 1) if page.units[i].kind is None)
    label = next((i for i in _head_lines(page) if bare(page.units[i]).startswith(_LABELS)), 0)
    for i in range(label):
        below = page.units[label + 1 : label + 4]
        if page.units[i].kind is None and _is_sender(page.units[i]) and any(u.kind is None for u in below):
            yield i, "marker"
    for i, (unit, following) in enumerate(pairwise(page.units[: min(4, page.first_text)])):
        labelled = following.rule in ("marker_phrase", "release_label") and (
            _is_sender(unit) or bool(_RELEASE.match(following.plain.lstrip(TRIM)))
        )
        titled = any(u.kind is None and u.size < 250 and not u.final for u in page.units[i + 2 : i + 5])
        if labelled and titled and unit.size < 70 and len(unit.text.split()) < 9:
            yield i, "marker"


def _head_lines(page: Page) -> range:
    """The first lines of the page, before its first paragraph."""
    return range(min(page.first_text, 6))


def _longest_label(page: Page, places: list[int]) -> int:
    return max((page.units[i].size for i in places if not page.units[i].final), default=0)


def _is_sender(unit: Unit) -> bool:
    """Whether a short line names an institution, or a topic, and says nothing of it."""
    first = unit.plain.split(" ")[0].split("'")[-1]
    topic = ("|" in unit.text and unit.size < 40) or (unit.size < 25 and len(unit.text.split()) < 3)
    return (
        (topic or first in _SENDERS)
        and unit.size <= 60
        and len(unit.text.split()) <= 8
        and not any(c in ":?!.," or c.isdigit() for c in unit.text)
    )
