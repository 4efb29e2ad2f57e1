"""Markup that cannot be broken by what is put in it: everything is escaped unless it is markup already."""

from __future__ import annotations

import json
import re
from typing import Any

_SPECIAL = {
    ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;",
}  # fmt: skip
# What has no place in a page (controls, halves of a surrogate pair) is shown as a replacement character.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def on_one_line(text: str) -> str:
    """The text without line ends and runs of spaces.

    >>> on_one_line("près de\\n1 600  candidats")
    'près de 1 600 candidats'
    """
    return " ".join(text.split())


def showable(text: str) -> str:
    """The text with what no page can hold replaced, one character for one.

    >>> showable("a\\x00b")
    'a�b'
    """
    return _UNSHOWABLE.sub("\ufffd", text)


def esc(text: str) -> Markup:
    """The text, safe between tags and in quoted attributes.

    >>> esc('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return text if isinstance(text, Markup) else Markup(showable(text).translate(_SPECIAL))


def join(*children: str | None) -> Markup:
    """Children one after the other, escaped where they are text; None is left out."""
    return Markup("".join(esc(child) for child in children if child is not None))


def tag(name: str, *children: str | None, **attributes: str | bool | None) -> Markup:
    """An element. A trailing underscore is dropped from attribute names, others become hyphens.

    >>> tag("a", "1 < 2", href="#x", class_="k", hidden=True, title=None)
    '<a href="#x" class="k" hidden>1 &lt; 2</a>'
    """
    return Markup(f"{opening(name, **attributes)}{join(*children)}</{name}>")


def opening(name: str, **attributes: str | bool | None) -> Markup:
    """The opening tag alone; attributes that are None or False are left out."""
    parts = [name]
    for key, value in attributes.items():
        if value is True:
            parts.append(key.rstrip("_").replace("_", "-"))
        elif value is not None and value is not False:
            parts.append(f'{key.rstrip("_").replace("_", "-")}="{esc(value)}"')
    return Markup(f"<{' '.join(parts)}>")


def data(value: Any, class_: str) -> Markup:
    """JSON for the page's script, in which nothing can end the element or start another.

    >>> data("</script>", "records")
    '<script type="application/json" class="records">"\\\\u003c/script\\\\u003e"</script>'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = showable(text).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Markup(f'<script type="application/json" class="{esc(class_)}">{text}</script>')
