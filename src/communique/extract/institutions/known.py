"""Bodies that the bundled list knows."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.institutions.candidates import Candidate, Context
from communique.lexicon.gazetteer import Body, bodies, lower_bodies


def known_bodies(ctx: Context) -> Iterator[Candidate]:
    """A listed name, with its capital: "le CNRS", "l'Agence nationale de la recherche"."""
    w = ctx.w
    listed = bodies()
    unlisted = lower_bodies()
    i, n = 0, len(w)
    while i < n:
        word = w.plain[i]
        body = None
        if word in listed and not (ctx.in_person[i] and not w.is_acronym(i)):
            body = next((b for b in listed[word] if _reads(ctx, i, b)), None)
        if body is None and word in unlisted and not w.shouted[i]:
            body = next((b for b in unlisted[word] if _matches(ctx, i, b)), None)
        if body is None:
            i += 1
            continue
        yield Candidate(i, i + len(body.words), body.kind, "known_body")
        i += len(body.words)


def _matches(ctx: Context, i: int, body: Body) -> bool:
    w = ctx.w
    size = len(body.words)
    return tuple(w.plain[i : i + size]) == body.words and all(w.joined(k) for k in range(i + 1, i + size))


def _reads(ctx: Context, i: int, body: Body) -> bool:
    """The listed form with its capitals; all capitals only in a shouted line."""
    w = ctx.w
    if not _matches(ctx, i, body):
        return False
    size = len(body.words)
    if size == 1:
        text = w.text[i]
        if text == body.form:
            return not (w.opens_sentence(i) and _common(text)) or True
        return w.shouted[i] and text == body.form.upper() and len(text) > 4
    first = body.form[0]
    return w.cap[i] or first.islower()


def _common(text: str) -> bool:
    return text.islower()
