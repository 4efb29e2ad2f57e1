"""Whether the words at a token are a listed body's form, with the capitals that it has."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.words import THE, THE_ONE, Words
from communique.gazetteer import Body

_READ_ALOUD = 4  # letters at least


def titled(ctx: Context, body: Body) -> bool:
    """Whether the article writes the title in full, article and capitals, somewhere."""
    if body.name not in ctx.titled:
        ctx.titled[body.name] = body.name in ctx.w.doc.text
    return ctx.titled[body.name]


def matches(ctx: Context, i: int, body: Body) -> bool:
    w = ctx.w
    size = len(body.words)
    if tuple(w.plain[i : i + size]) != body.words:
        return False
    return all(w.joined(k) or _wrapped(w, i, k) for k in range(i + 1, i + size))


def _wrapped(w: Words, i: int, k: int) -> bool:
    """« l'École ⏎ polytechnique »: a line, however short, ends inside the name that begins at token ``i``."""
    if w.gap(k) != "\n" or not i or "\n" in w.gap(i):
        return False
    return w.plain[i - 1] in THE or w.plain[i - 1] in (",", "et", "de", "d'", "ou", "(")


def reads(ctx: Context, i: int, body: Body) -> bool:
    """The listed form with its capitals; all capitals only in a shouted line."""
    w = ctx.w
    if body.weak or not matches(ctx, i, body):
        return False
    size = len(body.words)
    if size == 1:
        text = w.text[i]
        if text == body.form or _as_a_word(w, i, body.form):
            return True
        return w.shouted[i] and text == body.form.upper() and len(text) > 4
    if body.words[0] in ("l'", "la", "le", "les") and not (w.cap[i] and w.cap[i + 1]):
        return False  # "L'équipe" is not "L'Équipe"
    if w.shouted[i] and body.kind == "media" and not titled(ctx, body):
        return False  # "LA VIE DU CABINET"
    if body.form[0].isdigit():  # "30 Millions d'amis", but no "30 millions d'euros"
        text = w.span_text(i, i + size).replace("’", "'")
        return size > 1 and text == body.form and not text.islower()
    return w.cap[i] or body.form[0].islower()


def _as_a_word(w: Words, i: int, form: str) -> bool:
    """« l'Onem », « la Dgccrf »: letters that the list has in capitals, a word after its article."""
    text = w.text[i]
    if len(form) < _READ_ALOUD or not form.isupper() or text != form.capitalize():
        return False
    return i > 0 and w.joined(i) and w.plain[i - 1] in THE_ONE


def crossed(ctx: Context, i: int) -> bool:
    """« Scierie Legrand »: the word stands in a longer name, which is weighed as a whole."""
    w = ctx.w
    if w.text[i].isupper() or w.shouted[i]:
        return False
    before = (
        i > 0 and w.joined(i) and w.cap[i - 1] and not ctx.in_person[i - 1] and not w.opens_sentence(i - 1)
    )
    after = i + 1 < len(w) and w.joined(i + 1) and w.cap[i + 1] and not ctx.in_person[i + 1]
    return before or after
