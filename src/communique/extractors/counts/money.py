"""Amounts of money: currency before or after, by sign, code or name; cents; what the article settles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import Any

from communique.extractors.counts.model import PACKAGE, Named, Quantity, Scan
from communique.lexicon import singular

_CENTS = re.compile(
    r" ?(?:centimes?|cents?|cts?|pence|penny|kope[ck]{1,2}s?|kope[iï]kas?|[øö]re|centavos?|sens?|halalas?"
    r"|groszys?|bani|paises?|piastres?|pfennigs?|rappen)\b"
)
_HALF = re.compile(r"\set demie?\b")
_SWISS_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}['’]\d{3}(?!\d)")
_GLUED_CENTS = re.compile(r"\d\d(?![\w,.]\d|\w)")
_OF_EURO = re.compile(r"\sd'euros?\b")
_DASHES = re.compile(r"\.[–—-]+")  # "CHF 187.–"
_DINARS = re.compile(r"[ \u00a0\u202f]?(DT|DA)(?!\w)")
_OLD_FRANCS = re.compile(r"[ \u00a0\u202f]F(?![\w'’-]|\.\w| [A-Z])")
_AND = re.compile(r",?\s(?:et\s)?")
_END = re.compile(r"\s*(?:$|[.,;:!?)\n])")


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads(
        resources.files(PACKAGE).joinpath("currencies.toml").read_text("utf-8")
    )
    signs = {**data["signs"], "$": "$"}
    codes = "|".join(sorted(map(re.escape, data["codes"]), key=len, reverse=True))
    marks = "|".join(sorted(map(re.escape, signs), key=len, reverse=True))
    data["signs"] = signs
    data["capitals"] = frozenset(data["capitals"]["codes"])
    data["finals"] = frozenset(sign[-1] for sign in (*signs, *data["codes"]))
    data["before"] = re.compile(rf"(?:(?<![^\W\d_])(?<!\.)({marks}|{codes})) ?$")
    data["after"] = re.compile(rf"\s?(?:d'|de )?(?:({marks})(?![^\W\d_])|({codes})(?!\w))")
    data["firsts"] = frozenset(("centime",)) | frozenset(
        word.split()[0] for word in (*data["words"], *data["shared"])
    )
    return data


def money(scan: Scan, quantity: Quantity) -> Named | None:
    """ "1,2 million d'euros", "15 M€", "CHF 187", "huit euros et dix centimes"."""
    data = _data()
    m = data["after"].match(scan.lower, quantity.end)
    if m:
        code = data["signs"][m[1]] if m[1] else data["codes"][m[2]]
        if m[1] and (glued := _GLUED_CENTS.match(scan.lower, m.end())):
            return Named("money", glued.end(), unit=_settle(scan, code), add=int(glued[0]) / 100)
        return _with_cents(scan, m.end(), _settle(scan, code))
    for number in (quantity.first or quantity.last, quantity.last):
        start = number.start if quantity.first else quantity.start
        if scan.lower[max(0, start - 2) : start].rstrip(" ")[-1:] not in data["finals"]:
            continue
        before = data["before"].search(scan.lower, max(0, start - 6), start)
        if before:
            code = data["signs"].get(before[1]) or data["codes"][before[1]]
            dashes = _DASHES.match(scan.lower, quantity.end)
            end = dashes.end() if dashes else quantity.end
            first = min(quantity.start, before.start(1))
            return Named("money", end, start=first, unit=_settle(scan, code))
    if found := _in_capitals(scan, quantity, data["capitals"]):
        return found
    if quantity.last.form == "digits" and (old := _OLD_FRANCS.match(scan.text, quantity.end)):
        return Named("money", old.end(), unit="FRF")
    if old := _DINARS.match(scan.text, quantity.end):
        code = "TND" if old[1] == "DT" else "DZD"
        if _is_dinar(scan, quantity, data["evidence"][code]):
            return Named("money", old.end(), unit=code)
    return _named(scan, quantity, data)


def _in_capitals(scan: Scan, quantity: Quantity, codes: frozenset[str]) -> Named | None:
    """ "300 000 GNF", "HTG 12 000": a code that is none in small letters."""
    if quantity.last.form == "words":
        return None
    k = scan.tokens.at(quantity.end)
    if k < len(scan.tokens) and scan.tokens.text[k] in codes and scan.touches(k, quantity.end):
        return Named("money", scan.tokens.end[k], unit=scan.tokens.text[k])
    k = scan.tokens.before(quantity.start)
    if k >= 0 and scan.tokens.text[k] in codes and scan.touches_next(k, quantity.start):
        return Named("money", quantity.end, start=scan.tokens.start[k], unit=scan.tokens.text[k])
    return None


def _is_dinar(scan: Scan, quantity: Quantity, evidence: Collection[str]) -> bool:
    """Whether "DT", "DA" are dinars: after more than directors count, or where the country is told."""
    return quantity.last.form in ("digits", "mixed") and (
        quantity.last.value >= 1000 or not scan.vocabulary.isdisjoint(evidence)
    )


def currency_of(word: str) -> str | None:
    """The code of a currency that one word without accents settles: ``currency_of("euros")``."""
    code: str | None = _data()["words"].get(singular(word))
    return code


def _named(scan: Scan, quantity: Quantity, data: dict[str, Any]) -> Named | None:
    """A currency by its name: "euros", "francs suisses", "livres sterling"."""
    k = scan.tokens.at(quantity.end)
    end = quantity.end
    if scan.word(k) in ("de", "d'") and (quantity.needs_of or quantity.last.scale > 1):
        end, k = scan.tokens.end[k], k + 1
    first = singular(scan.tokens.plain[k]) if k < len(scan.tokens) else ""
    if first not in data["firsts"] or not scan.touches(k, end):
        return None
    end = scan.tokens.end[k]
    if first == "centime" and quantity.value is not None:
        unit = "CHF" if not scan.vocabulary.isdisjoint(data["evidence"]["CHF"]) else None
        more = _OF_EURO.match(scan.lower, end)
        euro = bool(more) or not scan.vocabulary.isdisjoint(("€", "euro", "euros"))
        return Named("money", more.end() if more else end, unit="EUR" if euro else unit, factor=0.01)
    if named := _national(scan, k, first, data):
        return _with_cents(scan, *named)
    if first == "livre":  # of money only with its pence: "trois livres et vingt pence"
        sterling = _with_cents(scan, end, "GBP")
        return sterling if sterling.end > end else None
    if first == "franc" and _UN_FRANC.match(scan.lower, quantity.start):
        return None  # "un franc succès"
    if first in data["shared"]:
        return _with_cents(scan, end, _settle(scan, first))
    return _with_cents(scan, end, data["words"][first]) if first in data["words"] else None


def _national(scan: Scan, k: int, first: str, data: dict[str, Any]) -> tuple[int, str] | None:
    """ "francs suisses", "dollars de Hong Kong": where a name of several words ends, and its code."""
    words: dict[str, str] = data["words"]
    name, found = first, None
    for j in range(k + 1, min(k + 5, len(scan.tokens))):
        if not scan.touches(j, scan.tokens.end[j - 1]):
            break
        word = scan.tokens.plain[j]
        for form in (word, singular(word), singular(word).removesuffix("e")):
            if code := words.get(f"{name} {form}"):
                found = scan.tokens.end[j], code
        name = f"{name} {word}"
    return found


def follows_currency(scan: Scan, quantity: Quantity) -> bool:
    """Whether a sign or code stands before the quantity: "€ 20", "CHF 187"."""
    return _data()["before"].search(scan.lower, max(0, quantity.start - 6), quantity.start) is not None


def is_currency(word: str) -> bool:
    """Whether a word, without accents, can begin the name of a currency: ``is_currency("euros")``."""
    return singular(word) in _data()["firsts"]


def _settle(scan: Scan, name: str) -> str | None:
    """The currency of a shared name ("$", "franc"), as the article's own words settle it."""
    data = _data()
    candidates = data["shared"].get(name)
    if candidates is None:
        return name
    for code in candidates[:-1]:
        if code == "CHF" and _SWISS_THOUSANDS.search(scan.text):
            return "CHF"
        if not scan.vocabulary.isdisjoint(data["evidence"][code]):
            return str(code)
    return candidates[-1] or None


def _with_cents(scan: Scan, end: int, unit: str | None) -> Named:
    """The amount with the hundredths that follow: "et dix centimes", "15 dollars 50", "et demi"."""
    if half := _HALF.match(scan.lower, end):
        return Named("money", half.end(), unit=unit, add=0.5)
    m = _AND.match(scan.lower, end)
    if m:
        for number in scan.numbers_at(m.end()):
            if number.value >= 100 and number.value % 100 == 0 and scan.lower[: number.end].endswith("cents"):
                return Named("money", number.end, unit=unit, add=_small(scan, number.start, number.end))
            if number.ordinal or number.value % 1 or not 0 <= number.value < 100:
                break
            if cents := _CENTS.match(scan.lower, number.end):
                return Named("money", cents.end(), unit=unit, add=number.value / 100)
            if " et" not in m.group() and "," not in m.group() and _END.match(scan.lower, number.end):
                return Named("money", number.end, unit=unit, add=number.value / 100)
    return Named("money", end, unit=unit)


def _small(scan: Scan, start: int, end: int) -> float:
    """ "douze cents" after dollars is twelve cents, not 1 200."""
    from communique.numbers import parse_number

    number = parse_number(scan.lower[start:end].removesuffix("cents"))
    return number.value / 100 if number else 0.0


_UN_FRANC = re.compile(r"un franc (?!suisse|cfa|belge|français|symbolique|(?:par|pour|de|à|en) |d')[^\W\d_]")
# After "60 millions de": more or less of the same, what is told in money, by when ("d'ici à 2030")
_SUMS = frozenset(
    (
        "plus",
        "moins",
        "mieux",
        "ici",
        "emprunt",
        "dette",
        "dettes",
        "pertes",
        "subventions",
        "investissements",
        "recettes",
    )
)


def inherited(scan: Scan, quantity: Quantity, unit: str) -> Named | None:
    """ "5,2 milliards de FCFA, contre 4,4 milliards": the second is money as the first."""
    k = scan.tokens.at(quantity.end)
    if quantity.last.scale < 1e6 or quantity.last.indefinite:
        return None
    if scan.word(k) in ("de", "d'", "des") and scan.word(k + 1) not in _SUMS:
        return None
    return Named("money", quantity.end, unit=unit)
