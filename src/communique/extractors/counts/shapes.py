"""The shapes of a quantity: one number, a range, a change, "X sur Y"."""

from __future__ import annotations

import re
from itertools import pairwise

from communique.document import plain_shadow
from communique.extractors.counts.guards import year_like
from communique.extractors.counts.model import NOT_NOUNS, PACKAGE, Quantity, Scan, is_plural
from communique.extractors.counts.units import is_time
from communique.lexicon import lines
from communique.numbers import Number

_STEMS = tuple(plain_shadow(stem) for stem in lines(PACKAGE, "change_verbs.txt"))
_CHANGE = tuple(stem for stem in _STEMS if stem[0] != "~")
_WEAK_CHANGE = tuple(stem.lstrip("~") for stem in _STEMS)
_MINUS = re.compile(r"(?:(?<![\w)%])[-−–]|(?:^|(?<=[\s(:;|]))[-−–] )$")
# "avec moins 3 %", "soit moins 3 %": not "au moins", "de moins", "plus ou moins".
_LESS = re.compile(r"(?:^|[(:;,\n]\s?|\b(?:à|avec|soit|atteint|affiche|enregistre)\s)(moins )$")
_PLUS = re.compile(r"\+ ?$")
_SIGN = re.compile(r"(?<![\w)])[-−–+] ?$")
_LINKED_SIGN = re.compile(r"\s(?:à|et|ou)\s([-−–+] ?)$")
# Words that lead to a figure, so that a dash after them opens no aside.
_LEADING = frozenset(
    ("de", "d'", "à", "entre", "contre", "par", "sous", "vers", "environ", "soit", "atteint")
)
_MARKED = re.compile(r" ?(?:%|°)")
# What may stand between the two numbers of a range, after the first one's own unit.
_LINK = re.compile(
    r"\s*(?:(à|et|ou)\s|([-–—‑])\s?)(?:(?:les|la) )?(?:environ |près de |quelque |plus de |[€$£]|chf |eur )?$"
)
_LINKING = ("à", "-", "–", "et", "ou", "—", "‑")
_UNIT = re.compile(
    r"\s?(?:[€$£%]|[mk]€|[mk]\$|euros?|francs?|dollars?|ans?|mois|jours?|heures?|h|min|minutes?|km|m|m²|m2|kg|tonnes?|hectares?|ha|millions?|°c?|[a-zµ]{1,3}[²³]?)(?=[\s–-])"
)
_BETWEEN = re.compile(r"\bentre (?:les |environ )?$")
_FROM = re.compile(r"\b(?:de|d')\s?(?:environ |près de |quelque )?$")
_MONEY_PREFIX = re.compile(r"(?:[€$£]|chf|eur|usd) ?$")
_RATIO_GAP = re.compile(r"[^.,;:!?()«»\n>•*+]{0,60}?(?:\n[^.,;:!?()«»\n>•*+]{0,60}?)?\ssur(?:\s|\s?\n)$")
_MARKS = frozenset(("note", "notes", "notee", "score", "moyenne", "obtient", "evaluation", "indice"))
# What is scored out of a whole rather than a share of it: "41 voix sur 52".
_SCORED = frozenset(("point", "points", "étoile", "étoiles", "but", "buts", "voix", "votes", "sièges"))
_STATES = frozenset(lines(PACKAGE, "states.txt"))
_VERB = re.compile(r"\b(?:est|sont|a|ont|et|ou|que|qui|dont|soit|sera|était|sont)\b")


def plain(scan: Scan, i: int) -> Quantity:
    """One number, with its sign."""
    number = scan.numbers[i]
    value = None if number.indefinite else number.value
    start = number.start
    if number.form in ("digits", "mixed"):
        window = scan.lower[max(0, start - 3) : start]
        if m := _PLUS.search(window):
            start -= len(m.group())
        elif (m := _MINUS.search(window)) and value is not None and _is_minus(scan, number, len(m.group())):
            start -= len(m.group())
            value = -value
        elif value is not None and scan.lower.endswith("moins ", 0, start):
            less = _LESS.search(scan.lower, max(0, start - 20), start)
            if less and _MARKED.match(scan.lower, number.end):
                start, value = less.start(1), -value
    return Quantity(start, number.end, number, value, comparator="indefinite" if number.indefinite else "eq")


def _is_minus(scan: Scan, number: Number, size: int) -> bool:
    """A dash is a minus when it is glued, or in a cell or bracket; not a bullet, not a dash of an aside."""
    head = scan.lower[max(0, number.start - 40) : number.start - size]
    if size == 1:
        return not head[-1:].isalnum()
    line = head.rsplit("\n", 1)[-1]
    if _MARKED.match(scan.lower, number.end):
        word = re.search(r"([^\W_]+'?) ?$", line)  # "de – 3,0 %"; "763 740 – 3,0 %" in a row of figures
        if word and (word[1] in _LEADING or (word[1].isdecimal() and float(word[1]) > number.value)):
            return True
    if not line.strip():
        rest = scan.lower[number.end : number.end + 40].split("\n", 1)[0]
        return not re.search(r"[^\W\d_]{3}", rest)
    return (
        line.rstrip()[-1] in "(:;|"
        or "  " in line[-3:]
        or scan.text[number.start - size - 1 : number.start - size] == "\t"
    )


def interval(scan: Scan, i: int) -> tuple[int, list[Quantity]] | None:
    """ "entre 20 et 30", "de 10 à 15", "20-30", "deux ou trois": one quantity; "passe de 9 à 14": two."""
    if i + 1 >= len(scan.numbers):
        return None
    first, second = scan.numbers[i], scan.numbers[i + 1]
    if (
        second.start - first.end > 25
        or second.ordinal
        or second.form in ("fraction", "roman")
        or first.form == "fraction"
    ):
        return None
    gap = scan.lower[first.end : second.start]
    if not any(map(gap.__contains__, _LINKING)):
        return None
    head = scan.lower[max(0, first.start - 16) : first.start]
    base = first.start - len(head)
    sign = _SIGN.search(head)
    if m := sign or _MONEY_PREFIX.search(head):
        head = head[: m.start()]
    between, off = _BETWEEN.search(head), _FROM.search(head)
    if sign and not (between or off):
        return None
    second_sign = _LINKED_SIGN.search(gap)
    if second_sign:
        gap = gap[: second_sign.start(1)]
    unit = None if _LINK.fullmatch(gap) else _UNIT.match(gap + " ")
    link = _LINK.fullmatch(gap, unit.end() if unit else 0)
    if link is None:
        return None
    if unit and not (between or off):
        mark = unit.group().strip()
        joined = link[1] == "à" or link[2] is not None
        same = mark in ("%", "€", "$") and joined and scan.lower.startswith(mark, second.end + 1)
        if not (same or (mark == "%" and joined and scan.lower.startswith(mark, second.end))):
            return None
    word = link[1]
    if word == "et" and not between:
        return None
    if word == "ou" and not (
        first.value < second.value <= first.value + 10 and first.value >= 1 and not unit
    ):
        return None
    if link[2] and (first.form != "digits" or year_like(scan, first)):
        return None
    if year_like(scan, first) and year_like(scan, second):
        return None
    low, high = _shared_scale(first, second, bool(unit)), second.value
    if sign and sign[0][0] != "+":
        low = -low
    if second_sign and second_sign[1][0] != "+":
        high = -high
    if (sign or second_sign) and not (between or off):
        return None
    change = off and word == "à" and _changes(scan, first.start, _WEAK_CHANGE if unit else _CHANGE)
    if change:
        return 2, [
            Quantity(base + sign.start() if sign else first.start, first.end, first, low),
            Quantity(
                first.end + second_sign.start(1) if second_sign else second.start, second.end, second, high
            ),
        ]
    if not low < high or first.indefinite or second.indefinite:
        return None
    start = first.start
    edge = between or off
    if edge:
        start = base + edge.start()
    if edge and off and not between and _part_of_noun(scan, start):
        start = first.start
    return 2, [Quantity(start, second.end, second, None, low, high, "range", first)]


def said_twice(scan: Scan, i: int) -> Quantity | None:
    """ "quinze (15) pays", "2 (deux) agents", "cinq cents (500) millions": in words and in figures."""
    if i + 1 >= len(scan.numbers):
        return None
    first, second = scan.numbers[i], scan.numbers[i + 1]
    if first.value != second.value or second.ordinal or {first.form, second.form} != {"words", "digits"}:
        return None
    end = second.end + 1
    if scan.lower[first.end : second.start] not in (" (", "(", "\n(") or scan.lower[second.end : end] != ")":
        return None
    spelt, figures = (first, second) if first.form == "words" else (second, first)
    scale = scan.numbers[i + 2] if i + 2 < len(scan.numbers) else None
    if scale is not None and scale.form == "noun" and scale.start == end + 1 and scale.value >= 1e6:
        whole = Number(first.start, scale.end, first.value * scale.value, False, "mixed", scale.value)
        return Quantity(first.start, scale.end, whole, whole.value)
    # "un" alone would be an article, four figures alone a year.
    return Quantity(first.start, end, figures if first.value == 1 else spelt, first.value)


def _part_of_noun(scan: Scan, start: int) -> bool:
    """ "près de 10 à 15", "plus de": the "de" belongs to the words before it."""
    near = scan.words_before(start, 1)
    return bool(near) and near[0] in ("pres", "plus", "moins", "ordre", "autour", "environs")


def _shared_scale(first: Number, second: Number, has_unit: bool) -> float:
    """The low bound, in the scale of the high one where French says it once ("12 à 15 000")."""
    if first.scale > 1 or first.form not in ("digits", "words"):
        return first.value
    if (
        second.form == "words"
        and first.value < 10
        and second.value in (200, 300, 400, 500, 600, 700, 800, 900)
    ):
        return first.value * 100 if first.value * 100 < second.value else first.value  # "sept à huit cents"
    if second.scale > 1 and first.value < second.value / second.scale:
        return first.value if has_unit else first.value * second.scale
    if (
        second.form == "digits"
        and not has_unit
        and second.value % 1000 == 0
        and 2 <= first.value < 1000
        and first.value * 1000 < second.value
    ):
        return first.value * 1000
    return first.value


def _changes(scan: Scan, start: int, stems: tuple[str, ...]) -> bool:
    """Whether a verb of change governs "de A à B"."""
    near = scan.words_before(start, 8)
    # "l'enquête a porté sur les élèves de 12 à 17 ans" changes nothing
    return any(word.startswith(stems) and nearer != "sur" for nearer, word in pairwise(near))


def share(scan: Scan, i: int) -> tuple[int, Quantity] | None:
    """ "un étudiant sur deux", "sept entreprises adhérentes sur dix", "1 sur 3": the ratio."""
    top = scan.numbers[i]
    if (
        top.form not in ("words", "digits")
        or top.value % 1
        or not 1 <= top.value < 1000
        or year_like(scan, top)
    ):
        return None
    for step in range(1, 4):
        if i + step >= len(scan.numbers):
            return None
        bottom = scan.numbers[i + step]
        gap = scan.lower[top.end : bottom.start]
        if len(gap) > 70:
            return None
        if bottom.ordinal and bottom.form != "digits":
            continue  # "un étudiant de première année sur deux"
        if not gap.endswith(("sur ", "sur\n")):
            if i + step + 1 < len(scan.numbers) and bottom.value < scan.numbers[i + step + 1].value:
                return None  # the nearer number is the one of which "sur" makes a share
            continue
        if not _RATIO_GAP.fullmatch(gap) and gap.strip() != "sur":
            return None
        if (
            bottom.ordinal
            or bottom.form not in ("words", "digits")
            or bottom.value % 1
            or bottom.value <= top.value
        ):
            return None
        words = gap.split()
        of_them = words == ["sur"] and scan.words_before(top.start, 1) == ["dont"]  # "dont 9 sur 10 hostiles"
        if len(words) > 7 or _VERB.search(gap) or (not of_them and _counts_something(scan, bottom)):
            return None
        if top.value > 1 and not _of_people(scan, top, bottom):
            return None
        return step + 1, Quantity(top.start, bottom.end, top, top.value / bottom.value)
    return None


def _counts_something(scan: Scan, number: Number) -> bool:
    """Whether a noun or unit follows ("une formation sur trois ans", "sur 12 sites")."""
    k = scan.tokens.at(number.end)
    if not scan.touches(k, number.end):
        return False
    following = scan.word(k)
    if following in _STATES:
        return False  # "6 sur 10 prêts à changer"
    if scan.word(k + 1) in ("par", "pour", "lors") and following.endswith(
        ("is", "us", "és", "ées", "ies", "ues")
    ):
        return False  # "3 emplois sur 10 promis par les projets"
    if is_time(scan.tokens.plain[k]) or following in ("%", "€", "h"):
        return True
    return following[:1].isalpha() and is_plural(following) and following not in NOT_NOUNS


def _of_people(scan: Scan, top: Number, bottom: Number) -> bool:
    """ "neuf sur dix" is a share, "15 sur 20" a mark: round denominators and no word for a mark before."""
    marked = not _MARKS.isdisjoint(scan.words_before(top.start, 4))
    bare = scan.lower[top.end : bottom.start].strip() == "sur"
    named = not bare and not year_like(scan, bottom)
    points = scan.word(scan.tokens.at(top.end)) in _SCORED
    whole = bottom.value <= 10 or bottom.value in (100, 1000, 10000) or (named and not points)
    return whole and not marked
