"""What has no name, standard input: its first bytes show its format."""

from __future__ import annotations

import io
import json
import re
import zlib
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 1 << 16  # bytes
_GZIP = b"\x1f\x8b"
# In lower case, as are the headers.
_MAGIC = ((b"%pdf-", ".pdf"), (b"pk\x03\x04", ".docx"), (b"<!doctype html", ".html"), (b"<html", ".html"))
_ODT = b"application/vnd.oasis.opendocument.text"  # by rule at the head of the file, unpacked
_HEADER = re.compile(rb"([a-z][a-z-]{1,40}):[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}")
_MAIL = {b"from", b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to"}


def format_by_content(raw: bytes) -> str:
    """The suffix of the format that an article's first bytes show; ``.txt`` where they show none.

    >>> format_by_content(b"From: presse@exemple.fr\\nSubject: Six places\\n\\nBonjour")
    '.eml'
    """
    start = beginning(raw).lstrip().lower()
    found = next((kind for magic, kind in _MAGIC if start.startswith(magic)), ".txt")
    if found == ".docx" and _ODT in start[:200]:
        return ".odt"
    return ".eml" if found == ".txt" and _is_mail(start.replace(b"\r\n", b"\n")) else found


def beginning(raw: bytes) -> bytes:
    """The first bytes of a file, unpacked when it is gzipped."""
    if not raw.startswith(_GZIP):
        return raw[:HEAD]
    try:
        return zlib.decompressobj(31).decompress(raw[:HEAD], HEAD)
    except zlib.error:
        return b""


def _is_mail(start: bytes) -> bool:
    """Whether a text begins with two headers or more, one of them of mails alone, and a blank line."""
    names, at = [], 0
    while header := _HEADER.match(start, at):
        names.append(header[1])
        at = header.end()
    return len(names) > 1 and start[at : at + 1] in (b"\n", b"") and not _MAIL.isdisjoint(names)


def is_jsonl(raw: bytes) -> bool:
    """Whether a file that begins so is JSON lines: its first is an object."""
    start = beginning(raw).removeprefix(b"\xef\xbb\xbf").lstrip()
    line, end, _ = start.partition(b"\n")
    if not end and len(start) > HEAD // 2:  # cut
        return re.match(rb'\{\s*"', start) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def joined(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    """A stream of which ``head`` was read ahead, as if it had not been."""
    return io.BufferedReader(_Joined(head, rest))


class _Joined(io.RawIOBase):
    """Bytes that were read ahead, then the rest of their stream."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._read = getattr(rest, "read1", rest.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        # What is there at once: whoever writes may be slow.
        part = self._head[: len(view)] or self._read(len(view))
        self._head = self._head[len(part) :]
        view[: len(part)] = part
        return len(part)
