"""Rules for the body: signatures under quotations, list items, tables and figures, headings."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from communique.lexicon import words
from communique.segment.furniture import Kinds
from communique.segment.layout import BULLET, NUMBERED, SALUTATION, Page, Unit

_SIGNERS = words(__package__, "signers.txt")

_HEADINGS_INTRO = words(__package__, "headings_intro.txt")

_SIGNATURE = re.compile(
    r"(?:[-–—] ?)?(?:M\.|Mme|Dre?|Pre?|Me)? ?[A-ZÀ-Ý][\w’'.-]+"
    r"(?: (?:[A-ZÀ-Ý(]|d[eu’']|des|la|le|von|van)[\w’'.)-]*)+"
)
_TOLD = re.compile(
    r"[,?!] (?:a|ont|s'est|se sont) (?:[a-z]+ ){0,2}?[a-z]{3,}(?:e|i|u|is|it)\b|[a-z]-t?-?(?:il|elle)\b"
)
_DASH = re.compile(r"[-–—] ?(?=\S)")
_YEAR_ITEM = re.compile(
    r"(?:19|20)\d\d ?:|\d{1,2}(?:er)? [a-z]{3,9}(?: \d{4})? ?[:–-]|\d{1,2} ?h(?: ?\d\d)?\b.{0,12}[:–-]"
)
_MARKUP = re.compile(r"#{1,6} +\S|\*\*[^*]+\*\*\Z|__[^_]+__\Z")
_FIGURE = re.compile(r"[+−–-]? ?[\d][\d .,/]*(?: ?[^\W\d]{0,3}[%€$°]?| sur \d+| ?h ?\d*)\Z")
# "562 € : loyer médian", "de 45 à 50 % : taux d'effort"
_LABELLED = re.compile(
    r"(?:de |pres de |plus de |environ |\+ ?)?\d[\d .,]{0,14}(?:[^\W\d]{1,8}|[%€$])?"
    r"(?: (?:sur|a|et) \d[\d .,]{0,14})?(?: ?(?:[^\W\d]{1,8}|[%€$]))? ?: ?\S"
)
_KEYED = re.compile(r"[A-ZÀ-Ý][^:.?!«»\n]{1,45} ?: ?\S")
# "Félicitations à nos délégués !" speaks to somebody, it names nothing.
_ADDRESSES = ("felicitations", "bravo", "merci", "bonne ", "bon ", "rendez-vous", "a vos ", "venez ")
_CONNECTIVES = ("a cet effet", "par exemple", "ainsi", "en effet", "au total", "parmi ", "en outre")
_DETAIL = re.compile(
    r"(?:lieux?|horaires?|heures?|dates?|adresse|tarifs?|duree|public|organisateurs?|acces|inscriptions?|langues?|prix)"
    r" ?: ?\S|\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|place|boulevard|bd|quai|chemin|allee|route|impasse"
    r"|square)\b"
)
_PICTOGRAMS = frozenset(("So", "Co", "Sm", "Cn", "No"))
# "1er – X", "2e prix : Y", "n° 3 : Z"; "1/ X", "#1 X"; "A. X"; "(i) X"; "o X"; "1-prendre", "2-faire"
_RANKED = re.compile(
    r"(?P<rank>\d{1,3}(?:ers?|[eè]res?|re|ème|eme|nde?|de|e|è)(?: (?:prix|place|rang|position)"
    r"| ex[ -]?(?:a|æ)e?quo){0,2}\s?[-–—:]\s)|(?P<stroke>\d{1,2}\s?/\s(?=\D))|(?P<hash>#\d{1,2}\s)"
    r"|(?P<number>[Nn](?:°|º|o)\s?\d{1,2}\s?[-–—:.]\s)|(?P<letter>[A-H]\.\s(?=[^\W\d_]{2}))"
    r"|(?P<roman>\(?[ivx]{1,4}\)\s)|(?P<o>[oO]\s(?=[^\W\d_]))|(?P<close>\d{1,2}[-–.)](?=[^\W\d_]{2}))"
)
_CLITIC = re.compile(r"\b(?:se|s'|ne|n'|nous|vous|il|elle|ils|elles|on)(?: |(?<=')|\b)")
_VERB_ENDS = ("aient", "erent", "eront", "irent", "issent", "ons")
_HEADING_MAX = 110
_TEASING = 60
_LONGEST_ITEM = 400


def table_row(page: Page) -> Kinds:
    """A row of a flattened table: cells parted by tabs, or by bars in several rows."""
    for block in page.blocks:
        rows = [
            i
            for i in block
            if "\t" in page.units[i].text.strip("•-–* \t") and not BULLET.match(page.units[i].text)
        ]
        piped = [i for i in block if page.units[i].text.count("|") > 1]
        for i in rows + (piped if len(piped) > 1 else []):
            if page.units[i].size < 200:
                yield i, "list_item"


def dialogue(page: Page) -> Kinds:
    """Match "— Je crois que oui.": an answer of an interview, a signature under a quotation."""
    dashed = [i for i, u in enumerate(page.units) if i and not u.kind and _DASH.match(u.text)]
    asked = [i for i in dashed if page.units[i].text.rstrip("*").endswith("?") and not _among_items(page, i)]
    if len(asked) > 1:
        yield from ((i, "paragraph") for i in asked)  # "– Pourquoi ?": questions, their answers bare
    answers = sum(page.units[i - 1].text.rstrip("* ").endswith("?") and _alone(page, i) for i in dashed)
    for i in dashed:
        unit, before = page.units[i], page.units[i - 1]
        alone = _alone(page, i)
        if answers > 1 and alone and unit.final and before.kind != "list_item":
            yield i, "paragraph"  # among answers, one to a remark
        elif (alone and before.kind != "list_item" and before.text.rstrip("* ").endswith(("?", "…"))) or (
            unit.text[0] == "—" and alone and unit.size > (90 if _TOLD.search(unit.plain) else 150)
        ):
            yield i, "paragraph"


def _among_items(page: Page, i: int) -> bool:
    """Whether the line before or after opens with a dash too."""
    near = [page.units[i - 1], *page.units[i + 1 : i + 2]]
    return any(_DASH.match(u.text) for u in near)


def _alone(page: Page, i: int) -> bool:
    """Whether unit ``i`` is a block of its own."""
    block = page.units[i].block
    return page.units[i - 1].block != block and (i + 1 == len(page.units) or page.units[i + 1].block != block)


def signature(page: Page) -> Kinds:
    """Match "Marie Dupont, directrice de X" under a quotation."""
    for i, unit in enumerate(page.units):
        if i == 0 or unit.kind or unit.size > 160 or unit.text.endswith(("?", "!", ":")):
            continue
        if page.units[i - 1].quoted and page.units[i - 1].kind in (None, "paragraph", "list_item"):
            found = _SIGNATURE.match(unit.text)
            if found is None or unit.text.isupper():
                continue
            if unit.text[0] in "-–—" and BULLET.match(page.units[i - 1].text):
                continue  # "- NAME, enseignant, IUT "A"": one of a list
            rest = unit.text[found.end() :].lstrip()
            below = rest == "" and i + 1 < len(page.units) and _is_function(page.units[i + 1])
            under = rest == "" and (unit.block == page.units[i - 1].block or below)
            if rest[:1] in (",", "(") or under or unit.text[0] in "-–—":
                yield i, "paragraph"
                if below:
                    yield i + 1, "paragraph"


def _is_function(unit: Unit) -> bool:
    """Match "Présidente d'Untel" on the line under a name."""
    if unit.kind or unit.size > 140 or unit.final or unit.text.endswith((":", "?")):
        return False
    return unit.plain.split(maxsplit=1)[0].rstrip(",") in _SIGNERS


def bullet(page: Page) -> Kinds:
    """A line that begins with a bullet, a dash, an arrow; "* Hors campings." alone is a foot note."""
    for block in page.blocks:
        for i in block:
            text = page.units[i].text
            alone = text[0] == "*" and len(block) == 1 and not _follows_item(page, i)
            goes_on = text[0] == "»" and i > 0 and _open_marks(page.units[i - 1].text)
            if BULLET.match(text) and not (alone or goes_on):
                yield i, "list_item"


def _open_marks(text: str) -> bool:
    """Whether a paragraph ends inside marks that the next one takes up with "»"."""
    return text.count("«") > text.count("»") or (text[0] == "»" and text[-1] != "»")


def _follows_item(page: Page, i: int) -> bool:
    return i == 0 or page.units[i - 1].kind == "list_item" or bool(BULLET.match(page.units[i - 1].text))


def numbered(page: Page) -> Kinds:
    """Match "1. Former", "b) Recruter": in a run of lines, or too long for a heading."""
    found = [i for i, u in enumerate(page.units) if u.kind is None and NUMBERED.match(u.text)]
    runs = {i for pair in pairwise(found) if pair[1] - pair[0] == 1 for i in pair}
    for i in found:
        if i in runs or page.units[i].size > _HEADING_MAX or page.units[i].text.endswith((".", ";")):
            yield i, "list_item"


def signed(page: Page) -> Kinds:
    """Lines in a row that open with one and the same kind of sign: "+ Un", "🔹 Un", "1er – Un", "1/ Un"."""
    opened = [_opening(u.text) if u.kind is None else "" for u in page.units]
    for i, sign in enumerate(opened):
        if sign and i > 0 and (opened[i - 1] == sign or opened[i + 1 : i + 2] == [sign]):
            yield i, "list_item"

    for i in range(1, len(page.units)):  # "Prix du public : X" under "2e prix : Y"
        unit, before = page.units[i], page.units[i - 1]
        if unit.kind is None and before.rule == "signed" and unit.block == before.block and _keyed(unit):
            yield i, "list_item"


def _opening(text: str) -> str:
    """What kind of sign opens a line, "" for none; a pictogram is one whichever it is."""
    sign, blank = text[0], text[1:3].lstrip("\ufe0f")[:1]
    if sign > "\u20ff" and unicodedata.category(sign) in _PICTOGRAMS and blank.isspace():
        return "pictogram"
    if sign.isalnum() or sign in "(#":
        found = _RANKED.match(text)
        return str(found.lastgroup) if found else ""
    return sign if sign in "+~§=/\\^¤¬" and blank.isspace() and not _FIGURE.match(text) else ""


def series(page: Page) -> Kinds:
    """Lines in a row that end in a semicolon, and the one that closes the row: a list without its signs."""
    ends = [u.text[-1] if u.kind is None and u.size <= _LONGEST_ITEM else "" for u in page.units]
    first = 0
    while first < len(ends):
        last = first
        while last < len(ends) and ends[last] == ";":
            last += 1
        if last - first > 1:
            closes = last < len(ends) and ends[last] == "."
            yield from ((i, "list_item") for i in range(first, last + closes))
        first = last + 1


def roster(page: Page) -> Kinds:
    """Who sits on a jury or a board, a line each: three lines or more with a name, a comma, a function."""
    for block in page.blocks:
        listed = [i for i in block if page.units[i].kind is None and _sits(page.units[i])]
        free = [i for i in block if page.units[i].kind is None]
        if len(listed) > 2 and free[-len(listed) :] == listed and len(free) <= len(listed) + 1:
            yield from ((i, "list_item") for i in listed)


def _sits(unit: Unit) -> bool:
    found = _SIGNATURE.match(unit.text) if unit.size < 160 and not unit.final else None
    return found is not None and unit.text[found.end() :].lstrip()[:1] in (",", "(")


def figures(page: Page) -> Kinds:
    """Key figures or cells, a line each: three short lines or more in a block, no sentence among them."""
    for block in page.blocks:
        cells = [i for i in block if page.units[i].kind is None]
        led = len(cells) > 2 and (_leads_list(page.units[cells[0]]) or _over_figures(page, cells))
        if led:
            del cells[0]
        units = [page.units[i] for i in cells]
        if len(units) > 1 and all(_keyed(u) for u in units) and cells[0] > 0:
            yield from ((i, "list_item") for i in cells)
            continue
        longest = 200 if all(_LABELLED.match(u.plain) for u in units) else 130 if led else 100
        if len(units) < 2 or any(u.size > longest or u.text.endswith(".") for u in units):
            continue
        counted = sum(_counted(u) for u in units)
        listed = len(units) > 2 and (led or counted or all(u.size <= 70 for u in units))
        if (listed or counted * 2 >= len(units)) and (cells[0] > 0 or counted):
            yield from ((i, "list_item") for i in cells)
    for i, unit in enumerate(page.units):  # one figure a block, its label in the next
        if unit.kind is None and i > 0 and unit.size < 12 and _FIGURE.match(unit.plain):
            yield i, "list_item"


def _over_figures(page: Page, cells: list[int]) -> bool:
    """Whether the first line, however long, stands over nothing but figures: "2018 : 19e", "2022 : 16e"."""
    first, *others = (page.units[i] for i in cells)
    return (
        first.size <= _HEADING_MAX
        and not first.final
        and not _counted(first)
        and all(_YEAR_ITEM.match(u.plain) or _FIGURE.match(u.plain) for u in others)
    )


def _keyed(unit: Unit) -> bool:
    """Match "Livraison : onze mois de chantier": what is told of a thing, under its name."""
    return unit.size <= 160 and not unit.final and _KEYED.match(unit.text) is not None


def _counted(unit: Unit) -> bool:
    return bool(_YEAR_ITEM.match(unit.plain) or _FIGURE.match(unit.plain) or _LABELLED.match(unit.plain))


def _leads_list(unit: Unit) -> bool:
    return (
        unit.text.endswith(":")
        or unit.text.isupper()
        or (unit.size < 60 and not any(c.isdigit() for c in unit.text))
    )


def heading(page: Page) -> Kinds:
    """A short line with no final mark, or a question, over a longer block."""
    for i, unit in enumerate(page.units):
        if unit.kind is None and i > 0 and _looks_like_heading(page, i):
            yield i, "heading"


def _looks_like_heading(page: Page, i: int) -> bool:
    unit = page.units[i]
    if _MARKUP.match(unit.text):
        return unit.size < 200
    if unit.size > _HEADING_MAX or i + 1 == len(page.units):
        return False
    following = page.units[i + 1]
    if following.kind in ("contact", "boilerplate", "dateline", "title", "standfirst") or SALUTATION.match(
        unit.plain
    ):
        return False
    if following.kind == "marker" and following.rule not in ("repeated_line", "page_number"):
        return False
    if unit.text.endswith(":"):
        spoken = following.text[0] in '«“"' and _SIGNATURE.match(unit.text) is not None
        return _names_list(unit) and not (spoken and "," in unit.text)
    if _DETAIL.match(unit.plain) or " ; " in unit.text:
        return False  # "Lieu : Paris"; a list
    last = unit.text.rstrip('»”" \u00a0\u202f')[-1:]
    if "www." in unit.plain or "http" in unit.plain or "@" in unit.plain:
        return False
    if last == "…" and unit.size <= _TEASING and following.size > 150 and _alone(page, i):
        return any(c.isalpha() for c in unit.text)  # "Ce qui s'améliore…"
    if last in ".;,…" or not any(c.isalpha() for c in unit.text):
        return False
    if last in "?!" and unit.text[0] in '«“"' and not _quoted_heading(page, i):
        return False
    before = page.units[i - 1]
    if before.size > 60 and before.text.endswith(":") and unit.size > 60:
        return False  # what was said, after "Elle a répondu :"
    if last == "!" and unit.plain.startswith(_ADDRESSES):
        return False
    first = next((c for c in unit.text if c.isalpha()), "a")
    return (
        first.isupper()
        or (unit.text[0] == "…" and _alone(page, i))
        or unit.text[0].isdigit()
        or following.block == unit.block
    )


def _quoted_heading(page: Page, i: int) -> bool:
    """A short question between marks, alone over a long paragraph and under another."""
    unit, before, after = page.units[i], page.units[i - 1], page.units[i + 1]
    alone = before.block != unit.block != after.block
    whole = unit.text[-1] in '»”"' and len(re.findall(r'[«»“”"]', unit.text)) == 2
    return (
        alone
        and whole
        and unit.size <= 70
        and min(before.size, after.size) > 150
        and after.text[0] not in "«“"
    )


def _names_list(unit: Unit) -> bool:
    """Match "Faits saillants :" names the list under it; "Le jury a retenu :" is a clause."""
    found = re.findall(r"[^\W\d_]+", unit.plain)
    if not found or len(found) > 14 or _CLITIC.search(unit.plain):
        return False
    if unit.plain.startswith(("ce que ", "ce qu'", "ce qui ")) and len(found) < 9:
        return True  # "Ce que demande le syndicat :" names what follows
    if unit.plain.startswith(_CONNECTIVES):
        return False
    verbs = _HEADINGS_INTRO
    return not any(
        w in verbs or (len(w) > 5 and w.endswith(_VERB_ENDS) and not w.endswith("ions")) for w in found[1:]
    )
