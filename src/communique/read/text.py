"""Plain text of any usual encoding."""

from __future__ import annotations

import codecs
import re
from hashlib import sha256

from communique.read.source import ReadError, Source

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
# UTF-8 read as Windows-1252 and saved again: "Ã©" for "é", "â€™" for "’".
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf©¨ª«´»®¯§¢ ]|â€[™œ\u009d“”¦]|Â[«» °]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(raw: bytes, source: str) -> Source:
    """Decode ``raw``: UTF-8, UTF-16 and UTF-32 by their marks, else Windows-1252, MacRoman… by likelihood.

    Raises :class:`ReadError` for an empty or a binary file.
    """
    text, warnings = decode(raw, source)
    return Source(text, source=source, sha256=sha256(raw).hexdigest(), warnings=tuple(warnings))


def decode(raw: bytes, source: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of ``raw`` as it is, line ends included, with warnings of what had to be guessed."""
    if not raw.strip():
        raise ReadError(source, "empty file")
    warnings: list[tuple[str, str]] = []
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            text = raw.decode(encoding, errors="replace")
            break
    else:
        text, encoding = _decode_unmarked(raw, source)
    if not text.strip():
        raise ReadError(source, "empty file")
    if encoding not in ("utf-8", "utf-8-sig"):
        warnings.append(("encoding", f"read as {encoding}"))
    return text, warnings + doubts(text)


def doubts(text: str) -> list[tuple[str, str]]:
    """Warnings of what looks wrongly decoded in a text."""
    found = []
    if "\ufffd" in text:
        found.append(("undecodable", f"{text.count(chr(0xFFFD))} characters could not be decoded"))
    if broken := _MOJIBAKE.findall(text):
        found.append(("mojibake", f"{len(broken)} places look like UTF-8 read as Windows-1252"))
    return found


def encoding_of(sample: bytes, source: str) -> str:
    """The encoding of a text by its beginning. Raises :class:`ReadError` for a binary file."""
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # the last character may be cut
    except UnicodeDecodeError:
        return _decode_unmarked(sample, source)[1]
    return "utf-8"


def _decode_unmarked(raw: bytes, source: str) -> tuple[str, str]:
    sample = raw[:65536]
    if sample.count(0) > len(sample) // 4:  # UTF-16 without a mark has a zero for every Latin letter
        encoding = "utf-16-be" if sample[:1] == b"\0" else "utf-16-le"
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            text = ""
        if text and sum(c.isalpha() or c.isspace() for c in text[:2000]) > 0.6 * len(text[:2000]):
            return text, encoding
    if len(_CONTROL.findall(sample)) > len(sample) // 200:
        raise ReadError(source, "binary file, not a text")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_isolation=["cp1252", "mac_roman", "iso8859_15", "cp850"]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return raw.decode(encoding, errors="replace"), encoding
