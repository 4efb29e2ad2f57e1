"""Quotation mentions to records: names, pronouns and role nouns resolved to the speaker's id."""

from __future__ import annotations

from collections.abc import Sequence

from communique.document import Document
from communique.link.jointly import jointly
from communique.link.speakers import Speakers
from communique.mentions import Found, QuotationMention
from communique.records import Institution, Person, Quotation, Span

_CITING = frozenset({"clause/source", "clause/source-after"})
_STEPS = 20  # quotations that only refer to one another


def link_quotations(
    doc: Document, found: Found, institutions: Sequence[Institution], people: Sequence[Person]
) -> tuple[Quotation, ...]:
    """Quotations with their speaker resolved to a person's or an institution's id.

    A quotation that goes on with another, or repeats it (``like``), has that one's speaker. Further
    speakers ("déclarent A et B") are told in a warning of the document.
    """
    speakers = Speakers(doc, people, institutions)
    speakers.hide([(m.start, m.end) for m in found.quotations if m.kind != "indirect"], found.marked)
    resolved: dict[int, tuple[str | None, str]] = {}
    for m in sorted(found.quotations, key=_told_at):
        if m.speaker is None:
            continue
        speakers.clause = (m.start, m.speaker[0]) if m.kind == "indirect" else (0, 0)
        speakers.reported = (m.start, m.end) if m.kind == "indirect" else (0, 0)
        if m.rule in _CITING:
            speakers.cited.add(m.speaker[0])
        who, why = resolved[m.start] = speakers.resolve(*m.speaker)
        others = [speakers.resolve(start, end)[0] or doc.text[start:end] for start, end in m.also]
        if who is not None and others:
            speakers.pairs.append((m.also[-1][0], (who, *others)))
        elif why == jointly.__name__:
            others = list(speakers.joint[1:])
            speakers.pairs.append((m.speaker[0], speakers.joint))
        for other in others:
            doc.warnings.append(("joint_speakers", f"quotation at offset {m.start}: also said by {other}"))
    by_start = {m.start: m for m in found.quotations}
    out = []
    for m in found.quotations:
        who, why = resolved[m.start] = _speaker(m, resolved, by_start)
        out.append(
            Quotation(
                start=m.start, end=m.end, text=doc.text[m.start : m.end], kind=m.kind,
                parts=tuple(Span(start=s, end=e) for s, e in m.parts), speaker=who,
                speaker_text=doc.text[slice(*m.speaker)] if m.speaker else None,
                cue=doc.text[slice(*m.cue)] if m.cue else None, rule=f"{m.rule}/{why}" if why else m.rule,
            )
        )  # fmt: skip
    return tuple(out)


def _told_at(m: QuotationMention) -> int:
    """Speakers are resolved in the order in which the text names them."""
    return m.speaker[0] if m.speaker is not None else m.start


def _speaker(
    m: QuotationMention, resolved: dict[int, tuple[str | None, str]], by_start: dict[int, QuotationMention]
) -> tuple[str | None, str]:
    """The speaker of a mention, or that of the quotation it is like, a few steps away at most."""
    for _ in range(_STEPS):
        if m.start in resolved:
            return resolved[m.start]
        if m.like is None or m.like not in by_start:
            break
        m = by_start[m.like]
    return None, ""
