"""Shadows of a text: strings of exactly its length that patterns read, one character for one.

- *lower*: lower case; every kind of space but line ends is a plain space; apostrophes are ``'``;
- *plain*: the same without accents ("à l'échelle" → "a l'echelle").
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Any

from communique.memos import remember

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2019\u02bc\u2018\u00b4\u201b"
# Raised letters of ordinals, "1ᵉʳ" and "2ⁿᵈᵉ", and of "Mᵐᵉ".
_RAISED = dict(zip("\u1d49\u02b3\u1d50\u207f\u1d48\u02e2", "ermnds", strict=True))


class _Shadow(dict[int, str]):
    """A translation table, one character for one, filled as characters are met."""

    def __init__(self, *, accents: bool) -> None:
        super().__init__()
        self._accents = accents

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _SPACES:
            out = " "
        elif char in _APOSTROPHES:
            out = "'"
        elif char in _RAISED:
            out = _RAISED[char]
        else:
            out = char if len(char.lower()) != 1 else char.lower()
            if not self._accents:
                base = unicodedata.normalize("NFD", out)[0]
                out = base if len(base) == 1 and not unicodedata.combining(base) else out
        self[code] = out
        return out


_LOWER = _Shadow(accents=True)
_PLAIN = _Shadow(accents=False)


# What French is written with, a byte each: tables of bytes then give the shadows, ten times as fast.
_SIGNS = (
    "\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2026\u0152\u0153\u20ac\u202f\u2009\u2011\u2010\u2022"
    "\u2212\u2003\u2002\u2032\u2033\u2030\u2122\u2265\u2264\u2192\u2039\u203a\u25aa\u25a0\u25ba\u25cf"
)
_NONE = "\ufffe"  # stands for a byte without a character
_PAGE = "".join(map(chr, range(0x80))) + _SIGNS.ljust(0x20, _NONE) + "".join(map(chr, range(0xA0, 0x100)))
_LOWER_PAGE = "".join(char if char == _NONE else _LOWER[ord(char)] for char in _PAGE)
_PLAIN_PAGE = "".join(char if char == _NONE else _PLAIN[ord(char)] for char in _LOWER_PAGE)
_BYTES: Any = codecs.charmap_build(_PAGE)


def line_shadow(text: str) -> str:
    """``text`` with every line end spelt ``\\n``, same length: a line feed ends a line, a lone return too."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


# The call of a note, raised after a word: no unit has three letters before its power.
_RAISED_FIGURE = r"[¹²³\u2070\u2074-\u2079]"
_NOTE_CALL = re.compile(rf"{_RAISED_FIGURE}(?<=[^\W\d_]{{3}}.){_RAISED_FIGURE}*(?:,{_RAISED_FIGURE}+)*")


def _without_note_calls(text: str) -> str:
    if "¹" in text or "²" in text or "³" in text:
        return _NOTE_CALL.sub(lambda call: " " * len(call[0]), text)
    return text


def _coded(text: str) -> bytes | None:
    """The bytes of a text; None where it has other signs."""
    try:
        return codecs.charmap_encode(text, "strict", _BYTES)[0]
    except UnicodeEncodeError:
        return None


def shadows(text: str) -> tuple[str, str]:
    """The lower and the plain shadow: ``shadows("L’Été")`` is ``("l'été", "l'ete")``."""
    text = _without_note_calls(line_shadow(text))
    coded = _coded(text)
    if coded is None:
        lower = _any_lower(text)
        return lower, without_accents(lower)
    lower = codecs.charmap_decode(coded, "strict", _LOWER_PAGE)[0]
    return lower, codecs.charmap_decode(coded, "strict", _PLAIN_PAGE)[0]


def lower_shadow(text: str) -> str:
    """Lower case, spaces and apostrophes unified, same length: ``lower_shadow("L’Été")`` is ``"l'été"``.

    Raised calls of notes are spaces: ``lower_shadow("l'Inserm², 9 m²")`` is ``"l'inserm , 9 m²"``.
    """
    text = line_shadow(text)
    if text.isascii():
        return text.lower().replace("\t", " ")
    text = _without_note_calls(text)
    coded = _coded(text)
    return _any_lower(text) if coded is None else str(codecs.charmap_decode(coded, "strict", _LOWER_PAGE)[0])


def _any_lower(text: str) -> str:
    lower = text.lower()
    # As a whole where that is the same as character by character: several times faster.
    if len(lower) != len(text) or "\u03a3" in text:
        return text.translate(_LOWER)
    for char in _SPACES + _APOSTROPHES:
        if char in lower:
            lower = lower.replace(char, "'" if char in _APOSTROPHES else " ")
    return lower


_met: dict[str, str] = {}
_MOST_MET = 1 << 12


def plain_shadow(text: str) -> str:
    """As :func:`lower_shadow` without accents: ``plain_shadow("L’Été")`` is ``"l'ete"``."""
    plain = _met.get(text)
    if plain is None:
        plain = remember(_met, text, lower_shadow(text) if text.isascii() else shadows(text)[1], _MOST_MET)
    return plain


def without_accents(lower: str) -> str:
    """The plain shadow of a text from its lower one."""
    return lower if lower.isascii() else lower.translate(_PLAIN)
