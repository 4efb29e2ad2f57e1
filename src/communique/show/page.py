"""The shell of every page: one file, its own style and script, and a policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from communique.show.markup import Markup, join, tag
from communique.show.palette import stylesheet
from communique.version import __version__


@cache
def asset(name: str) -> str:
    """The text of a style sheet or script of this room."""
    return (files("communique.show") / "assets" / name).read_text("utf-8")


@cache
def style(*names: str) -> str:
    """The palette, what all pages share, and the style sheets named."""
    return "\n".join([stylesheet(), asset("base.css"), *(asset(name) for name in names)])


def page(*, title: str, lang: str, css: str, script: str, body: Markup) -> str:
    """A whole document. Its policy allows this one script by its digest, and no request at all."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = join(
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup(f'<meta name="generator" content="communique {__version__}">'),
        Markup('<link rel="icon" href="data:,">'),
        tag("title", title),
        Markup(f"<style>{css}</style>"),
    )
    main = join(tag("main", body), Markup(f"<script>{script}</script>"))
    html = tag("html", tag("head", head), tag("body", main, class_="communique-page"), lang=lang)
    return f"<!doctype html>\n{html}\n"
