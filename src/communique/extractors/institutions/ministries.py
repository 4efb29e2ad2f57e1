"""« l'Intérieur » for the ministry that the article has named: "a fait savoir l'Intérieur"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import fold_name
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import OF

_FIELDS = ("interieur",)  # "la Défense" is a place, "la Justice" an idea


def ministries_by_field(ctx: Context) -> Iterator[Candidate]:
    """The field alone, with its article and its capital, but for « ministre de l'Intérieur »."""
    w = ctx.w
    for field in _FIELDS:
        uses = w.doc.places.get(field, ())
        if len(uses) < 2:
            continue
        named = [
            c for c in ctx.accepted if w.plain[c.first] == "ministere" and field in w.plain[c.first : c.last]
        ]
        if not named:
            continue
        text = fold_name(w.span_text(named[0].first, named[0].last))
        held = {k for c in named for k in range(c.first, c.last)}
        for i in uses:
            if i < 2 or i in held or not w.cap[i] or w.plain[i - 1] != "l'" or w.plain[i - 2] in OF:
                continue
            if w.plain[i - 2] not in ("et", ","):
                yield Candidate(i, i + 1, "public_body", "short_form", name=text)
