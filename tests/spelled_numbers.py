"""How French spells a whole number: the numerals of France, Belgium and Switzerland, old and 1990 hyphens."""

from __future__ import annotations

_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize",
)  # fmt: skip
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_REGIONAL = {
    "fr": {},
    "be": {7: "septante", 9: "nonante"},
    "ch": {7: "septante", 8: "huitante", 9: "nonante"},
}
_SCALES = ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))


def _below_100(n: int, region: str) -> str:
    if n < 17:
        return _UNITS[n]
    if n < 20:
        return f"dix-{_UNITS[n - 10]}"
    tens, unit = divmod(n, 10)
    names = _TENS | _REGIONAL[region]
    if tens in names:
        word = names[tens]
        return word if not unit else f"{word} et un" if unit == 1 else f"{word}-{_UNITS[unit]}"
    if tens == 7:
        return "soixante et onze" if unit == 1 else f"soixante-{_below_100(10 + unit, region)}"
    return "quatre-vingts" if n == 80 else f"quatre-vingt-{_below_100(n - 80, region)}"


def _below_1000(n: int, region: str) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_100(n, region)
    head = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent"
    if not rest:
        return head if hundreds == 1 else f"{head}s"
    return f"{head} {_below_100(rest, region)}"


def spell(n: int, region: str = "fr") -> str:
    """The cardinal in words: ``spell(97, "be")`` is "nonante-sept"."""
    parts = []
    for scale, name in _SCALES:
        count, n = divmod(n, scale)
        if count:
            parts.append(f"{spell(count, region)} {name}{'s' * (count > 1)}")
    thousands, n = divmod(n, 1000)
    if thousands:
        head = _below_1000(thousands, region)
        # "cent" and "vingt" take no plural before "mille".
        head = head[:-1] if head.endswith(("cents", "vingts")) else head
        parts.append("mille" if thousands == 1 else f"{head} mille")
    if n or not parts:
        parts.append(_below_1000(n, region))
    return " ".join(parts)


def spell_ordinal(n: int, region: str = "fr") -> str:
    """The ordinal in words: ``spell_ordinal(21)`` is "vingt et unième"."""
    if n == 1:
        return "premier"
    word = spell(n, region)
    word = word[:-1] if word.endswith(("cents", "vingts", "millions", "milliards")) else word
    if word.endswith("neuf"):
        return f"{word[:-1]}vième"
    if word.endswith("cinq"):
        return f"{word}uième"
    return f"{word.removesuffix('e')}ième"
