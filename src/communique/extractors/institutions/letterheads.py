"""Names in capitals alone over a release: "VILLE DE GENÈVE", "UNIVERSITÉ DE LORRAINE – Communiqué"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import OF
from communique.gazetteer import places, registry_key

_HEAD = 6  # the first sections of an article, among which a letterhead is
_LONGEST = 8  # tokens of such a name
_MINISTRY, _LONG = 2, 24  # tokens of a ministry's name
_PARTED = re.compile(r"\s[-–—|/]\s|\s*\n\s*")
_SENDERS = frozenset(("local_authority", "education", "health", "public_body"))


def letterhead_names(ctx: Context) -> Iterator[Candidate]:
    """Lines or parts of lines in capitals, from a head noun to the place that the body is of."""
    doc = ctx.w.doc
    for section in doc.sections[:_HEAD]:
        if section.kind not in ("marker", "title", "heading"):
            continue
        line = doc.text[section.start : section.end]
        if not any(map(str.isupper, line[:3])):
            continue
        at = 0
        for end in (*(m.end() for m in _PARTED.finditer(line)), len(line)):
            part = _PARTED.sub("", line[at:end])
            if part.isupper() and (found := _name(ctx, section.start + at, section.start + at + len(part))):
                yield found
            at = end
    yield from _ministries(ctx)


def _ministries(ctx: Context) -> Iterator[Candidate]:
    """« MINISTERE DES FINANCES ET DU BUDGET »: a line of its own, in capitals, wherever it stands."""
    w = ctx.w
    for match in ctx.head_matches:
        i = match.first
        if not w.shouted[i] or "m" not in match.head.flags or match.plural or (i and not w.line_break(i)):
            continue
        section = ctx.w.doc.section_at(w.start[i])
        if section is None or section.start != w.start[i]:
            continue
        end = match.last
        while end < len(w) and w.start[end] < section.end and (w.text[end].isupper() or w.text[end] in ",'’"):
            end += 1
        if w.start[end - 1] + len(w.text[end - 1]) == section.end and _MINISTRY < end - i < _LONG:
            yield Candidate(i, end, match.head.kind, "letterhead")


def _name(ctx: Context, start: int, end: int) -> Candidate | None:
    w, tokens = ctx.w, ctx.w.doc.tokens
    first, last = tokens.at(start), tokens.before(end) + 1
    if last - first > _LONGEST or first >= last:
        return None
    match = next((m for m in ctx.head_matches if m.first == first), None)
    if match is None or match.plural or match.head.kind not in _SENDERS:
        return None
    of = next((k for k in range(match.last, last) if w.plain[k] in OF or w.plain[k] == "la"), last)
    k = of
    while k < last and (w.plain[k] in OF or w.plain[k] in ("la", "l'", "le", "les")):
        k += 1
    if not of < k < last or registry_key(ctx.w.span_text(k, last)) not in places():
        return None
    return Candidate(first, last, match.head.kind, "letterhead")
