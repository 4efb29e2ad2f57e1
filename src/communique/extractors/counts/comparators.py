"""Words that modify a number: "près de", "plus de", "au moins", "… environ", "… et plus"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import cast

from communique.document import plain_shadow
from communique.extractors.counts.model import PACKAGE, Scan
from communique.records import Comparator

_ARTICLES = frozenset(("la", "le", "les", "l'", "un", "une", "ses", "nos", "leurs", "ces", "des"))
# Contracted, these modify only a fraction ("plus du quart"): "en plus des 12 écoles" is no "more than 12".
_FRACTIONS_ONLY = frozenset(("plus des", "plus du", "moins des", "moins du", "pres du"))
_EXCEEDING = ("depass", "exced", "franchi")
_FEW = 10  # "autour de trois ateliers": fewer things are gathered, not guessed at
_GATHERING = ("articul", "organis", "structur", "reuni", "rassembl", "constru", "bati", "declin", "echang",
              "tourn", "feder", "mobilis", "discut", "debat", "grav", "pens", "concu")  # fmt: skip
_DENIALS = frozenset(("pas", "sans", "jamais"))
_INTENSIFIERS = (("peu", "un"), ("bien",), ("nettement",), ("largement",), ("legerement",), ("tres",))


@cache
def _table(side: str) -> dict[tuple[str, ...], Comparator]:
    data = tomllib.loads(resources.files(PACKAGE).joinpath("comparators.toml").read_text("utf-8"))
    return {
        tuple(plain_shadow(phrase).split()): cast("Comparator", name)
        for name, phrases in data[side].items()
        for phrase in phrases
    }


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _table("before")) | _ARTICLES


def before(
    scan: Scan, start: int, *, fraction: bool = False, things: bool = False
) -> tuple[Comparator, int] | None:
    """The comparator that ends right before ``start``, and where it begins.

    Of ``things``, "à partir de trois questions" says where they come from, not how many they are at least.
    """
    nearest = scan.tokens.before(start)
    if nearest < 0 or scan.tokens.plain[nearest] not in _last_words():
        return None
    if scan.tokens.plain[nearest] == ">" and scan.text[scan.tokens.start[nearest] - 1 :][:1] in "-–=":
        return None  # an arrow
    near = scan.words_before(start, 8)
    if not near:
        return None
    skipped = 1 if fraction and near[0] in _ARTICLES and near[0] != "des" else 0
    if skipped or near[0] in ("les", "ses", "nos"):
        if (found := _match(near, 0, fraction)) is None:
            found = _match(near, 1, fraction)
    else:
        found = _match(near, 0, fraction)
    if found is None:
        return None
    comparator, size = found
    first = scan.tokens.start[scan.tokens.before(start) - size + 1]
    if scan.text[max(0, first - 2) : first] == "-\n":
        return None  # "au-\nprès de 3 150 ménages"
    if scan.text[first].isupper() and near[size - 1] == "plus" and near[size - 2] in ("que", "qu'"):
        return None  # "Plus que trois jours pour s'inscrire": only
    if comparator == "gt" and near[size - 1].startswith(_EXCEEDING) and not _DENIALS.isdisjoint(near[size:]):
        comparator = "le"  # "sans dépasser 12 mètres", "ne doit pas excéder 410 francs"
    if things and near[size - 2 : size] == ["partir", "a"]:
        return None
    few = things and any(n.start == start and n.value < _FEW for n in scan.numbers_at(start))
    if near[size - 1] == "autour" and (few or any(w.startswith(_GATHERING) for w in near[size : size + 2])):
        return None  # "s'articule autour de trois axes", "réunis autour de deux tables"
    if near[size - 1] == "plafonne" and scan.lower.startswith("plafonne", first):
        return None  # "la part des femmes plafonne à 23 %": there it is; "plafonné à" sets a bound
    outer = _match(near, size, fraction)
    if (
        outer is not None
        and comparator == "approx"
        and not (things and near[outer[1] - 2 : outer[1]] == ["partir", "a"])
    ):
        comparator, size = outer
    for words in _INTENSIFIERS:
        if tuple(near[size : size + len(words)]) == words:
            size += len(words)
    return comparator, scan.tokens.start[scan.tokens.before(start) - size + 1]


def _match(near: list[str], skip: int, fraction: bool) -> tuple[Comparator, int] | None:
    """The longest phrase that ends ``skip`` words before the number, and its size with the words skipped."""
    if len(near) <= skip or near[skip] not in _last_words():
        return None
    table = _table("before")
    for size in range(min(5, len(near) - skip), 0, -1):
        phrase = tuple(reversed(near[skip : skip + size]))
        comparator = table.get(phrase)
        if phrase[0] in ("plus", ">", "<", "à") and _is_no_comparator(near[skip + size :], phrase):
            continue
        if comparator and (fraction or " ".join(phrase) not in _FRACTIONS_ONLY):
            return comparator, size + skip
    return None


def _is_no_comparator(further: list[str], phrase: tuple[str, ...]) -> bool:
    """ "ne sont plus que 23 %" (only), and ">" that opens a line as a bullet."""
    if phrase[-1] in ("que", "qu'"):
        return "ne" in further or "n'" in further
    return False


def after(scan: Scan, end: int) -> tuple[Comparator, int] | None:
    """The comparator that begins right after ``end``, and where it ends."""
    k = scan.tokens.at(end)
    table = _table("after")
    phrase: tuple[str, ...] = ()
    best = None
    for i in range(k, min(k + 3, len(scan.tokens))):
        if not scan.touches(i, end):
            break
        phrase, end = (*phrase, scan.tokens.plain[i]), scan.tokens.end[i]
        if phrase in table:
            best = table[phrase], end
    if best and phrase[1:2] == ("+",) and scan.lower[best[1] : best[1] + 2].strip()[:1].isdecimal():
        return None  # "entre -2 % et +3 %"
    # "430 collaborateurs et plus de 210 000 clients": that "plus" is the next number's.
    if best and phrase[1:2] in (("plus",), ("moins",)) and scan.word(scan.tokens.at(best[1])) in ("de", "d'"):
        return None
    return best
