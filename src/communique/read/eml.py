"""Mail messages: the text part, else the HTML one; subject and date."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from hashlib import sha256
from typing import Any

from communique.read.html import main_content
from communique.read.source import ReadError, Source, parsing, with_title
from communique.read.text import decode

_PREFIXES = re.compile(r"\A(?:\s*(?:re|fwd?|tr|rép|réf|wg)\s*:\s*)+", re.I)


def read_eml(raw: bytes, source: str) -> Source:
    """The body of a message. Raises :class:`ReadError` when it has no text."""
    warnings: list[tuple[str, str]] = []
    with parsing(source, "mail message"):
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        if not message.keys():
            raise ReadError(source, "not a mail message: it has no headers")
        title = _title(message)
        published = _date(message)
        part = message.get_body(("plain",))
        text = _flowed(_content(part, source), part) if part is not None else ""
        if not text.strip():
            part = message.get_body(("html",))
            if part is None:
                raise ReadError(source, "no text in this message")
            _, _, text = main_content(_content(part, source), source, mail=True)
        if attached := [_name(attachment) for attachment in message.iter_attachments()]:
            warnings.append(("attachments", f"not read: {', '.join(attached)}"))
    return Source(with_title(title, text), source, sha256(raw).hexdigest(), published, title, tuple(warnings))


def _name(attachment: MIMEPart[Any, Any]) -> str:
    """What an attachment is called, or else what it is."""
    name = attachment.get_filename() or attachment.get_content_type()
    return " ".join(name.encode("utf-8", "replace").decode("utf-8").split())[:80]


def _title(message: EmailMessage) -> str | None:
    subject = _PREFIXES.sub("", str(message["subject"] or ""))
    return " ".join(subject.encode("utf-8", "replace").decode("utf-8").split()) or None


def _date(message: EmailMessage) -> str | None:
    """The day of the message where it was sent."""
    try:
        date = message["date"].datetime
    except (AttributeError, ValueError, TypeError):
        return None
    return date.date().isoformat() if date is not None else None


def _content(part: MIMEPart[Any, Any], source: str) -> str:
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    try:
        text = raw.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeError):
        text = decode(raw, source)[0]
    return text.replace("\r\n", "\n")


def _flowed(text: str, part: MIMEPart[Any, Any]) -> str:
    """RFC 3676: in a flowed text a line that ends with a space goes on with the next."""
    if part.get_param("format") != "flowed":
        return text
    lines: list[str] = []
    soft = False
    for line in text.split("\n"):
        line = line.removeprefix(" ")
        if soft:
            lines[-1] += line
        else:
            lines.append(line)
        soft = line.endswith(" ") and line != "-- "
    return "\n".join(line.rstrip(" ") for line in lines)
