"""Numbers in digits: thousands, decimals, ordinal endings, vulgar fractions, letters for a scale."""

from __future__ import annotations

import re

# Thousands by space, dot or apostrophe (always the same one); decimals by comma or point. "1.600" is one
# thousand six hundred, as Belgians, Swiss and many French write it; "0.125" and "1.25" are decimals.
DIGITS = re.compile(
    r"(?:(?!0)\d{1,3}(?:(?: \d{3})+|(?:\.\d{3})+)(?![ .']?\d)(?:,\d+)?"
    r"|(?!0)\d{1,3}(?:'\d{3})+(?![ ']?\d)(?:[.,]\d+)?"
    r"|(?!0)\d{1,3}(?:,\d{3}){2,}(?![,\d])(?:\.\d+)?"
    r"|\d{1,30}(?:[.,]\d{1,30})?)(?!\d)"
)
# Glued ordinal endings; those that a line of PDF text has torn off ("1 er", "6 e"); raised letters ("6ᵉ").
ORDINAL = re.compile(
    r" ?(?:ers?|i?[eè]res?|i?[eè]mes?|nde?s?)(?!\w)"
    r"|(?:res?|[eè]s?|mes?|de?)(?!\w)(?!-\w)| e(?= [^\W\d])(?!\w)"
    r"|[ᵉᵐʳˢⁿᵈ]{1,4}(?!\w)"
    r"|[°º](?![ ]?(?:[cfk]\b|celsius|fahrenheit|[\d]))"
)
_ORDINAL_BEGINS = frozenset("eéèimrndᵉᵐʳˢⁿᵈ°º")  # of ORDINAL, after a space or without one
FRACTION = re.compile(r"(\d{1,3}) ?[/⁄] ?(\d{1,4})(?![\w/]|[.,]\d)")
SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
# "15 M€", "3 Mds d'euros", "25 kEUR": letters that stand for a scale, before a currency; "Md" anywhere.
LETTER_SCALE = re.compile(
    r"[ \n]?(?:(?:k|m|g|mds?|mrds?|mias?|mios?)(?= ?(?:d')?(?:[€$£¥]"
    r"|(?:eur|usd|chf|cad|gbp|dhs?|mad|tnd|dzd|dt|da|fcfa|xof)\b"
    r"|euros?\b|francs?\b|dollars?\b|f\b))"
    r"|(?:mds?|mrds?|mias?|mios?)(?!\w))"
)
# In the raw text: "100k", "2,33 k", "3M", "12 M d'abonnés".
CASED_SCALE = re.compile(r"\s?k(?!\w)|[KG](?!\w)|\s?M(?= d['’]| de\b)|M(?!\w)")
_SCALE_BEGINS = frozenset("kmg")
_LETTERS = {"k": 1e3, "m": 1e6, "g": 1e9, "mi": 1e6, "md": 1e9, "mr": 1e9}

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(
    r"(m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3}))(?:[eè]mes?|es?|er|[eè]?re)"
)
# Also French words, or a single letter: read as a rank only before "siècle", "République"…
_ROMAN_WORDS = frozenset({"vie", "die", "ive", "cie", "lie", "mie", "mer", "lier", "dire"})
_ROMAN_NOUNS = re.compile(r"\s(?:si[eè]cles?|mill[eé]naire|arrondissement|r[eé]publique|dynastie|congr[eè]s)")


def may_be_ordinal(lower: str, end: int) -> bool:
    """Whether :data:`ORDINAL` may match at ``end``."""
    first = lower[end : end + 1]
    return (lower[end + 1 : end + 2] if first == " " else first) in _ORDINAL_BEGINS


def may_be_scaled(lower: str, end: int) -> bool:
    """Whether :data:`LETTER_SCALE` or :data:`CASED_SCALE` may match at ``end``."""
    first = lower[end : end + 1]
    return (lower[end + 1 : end + 2] if first.isspace() else first) in _SCALE_BEGINS


def digits_value(surface: str) -> float:
    """The value of what :data:`DIGITS` matched: ``digits_value("1 234,5")`` is 1234.5.

    >>> digits_value("3.000.000"), digits_value("0.125"), digits_value("1'600.50")
    (3000000.0, 0.125, 1600.5)
    """
    if "'" in surface:
        return float(surface.replace("'", "").replace(",", "."))
    surface = surface.replace(" ", "")
    commas = surface.count(",")
    if commas > 1:
        return float(surface.replace(",", ""))
    if commas:
        return float(surface.replace(".", "").replace(",", "."))
    dots = surface.count(".")
    if dots > 1 or (dots and len(surface) - surface.index(".") == 4 and surface[0] != "0"):
        return float(surface.replace(".", ""))
    return float(surface)


def letter_value(surface: str) -> float:
    """The factor of a letter scale: ``letter_value(" Md")`` is 1e9."""
    letters = surface.strip().lower()
    return (
        1e9 if letters.startswith("mia") else _LETTERS[letters[:2] if letters[:2] in _LETTERS else letters[0]]
    )


def roman_ordinal(word: str, following: str) -> int | None:
    """The rank that a lower-case word like "xxie" writes, or None; ``following``: the text after it.

    >>> roman_ordinal("xxie", " siècle"), roman_ordinal("vie", " étudiante")
    (21, None)
    """
    m = _ROMAN.fullmatch(word)
    if m is None or not m.group(1) or m.group(1) in "cdlm":
        return None
    if (word in _ROMAN_WORDS or len(m.group(1)) == 1) and not _ROMAN_NOUNS.match(following):
        return None
    total = 0
    for char, after in zip(m.group(1), m.group(1)[1:] + " ", strict=True):
        value = _ROMAN_VALUES[char]
        total += -value if value < _ROMAN_VALUES.get(after, 0) else value
    return total
