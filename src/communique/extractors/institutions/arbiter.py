"""Where a model may be used, the learned one judges unknown names; the rules' word is evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.learned import OPEN, verdicts
from communique.extractors.institutions.usage import Usage
from communique.records import InstitutionKind

ENOUGH = 3


@dataclass
class Name:
    """A run of capitalised words, with all its uses."""

    words: tuple[str, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)
    weight: int = 0
    kind: InstitutionKind | None = None
    needed: int = ENOUGH
    inner: bool = False  # seen where its capital is not due to its place
    rule: str = "unknown_name"


def arbitrated(
    ctx: Context, usage: Usage, taken: set[int], names: dict[tuple[str, ...], Name]
) -> tuple[list[Name], list[Name]]:
    """What the learned model accepts of the names and of their other readings, and what it leaves open."""
    w = ctx.w
    accepted, waiting = [], []
    held: set[int] = set()
    proposed = {key: name.spans for key, name in names.items()}
    margins = {key: name.weight - name.needed for key, name in names.items()}
    for verdict in verdicts(ctx, usage, taken, proposed, margins):
        if verdict.total <= OPEN:
            break
        i, j = verdict.reading.spans[0]
        key = tuple(w.text[i:j])
        spans = [s for s in verdict.reading.spans if held.isdisjoint(range(*s))]
        if not spans:
            continue
        name = names.get(key)
        kind = name.kind if name is not None else _kind_of(usage, spans)
        judged = Name(key, spans, kind=kind, weight=ENOUGH - 1, needed=ENOUGH)
        tagged = any(usage.tagged.get((w.start[i], w.end[j - 1])) == "ORG" for i, j in spans)
        if verdict.total + tagged > verdict.least:
            if verdict.margin is None or verdict.margin < 0:
                judged.rule = "learned"
            accepted.append(judged)
            for span in spans:
                held.update(range(*span))
        else:
            waiting.append(judged)
    return accepted, waiting


def _kind_of(usage: Usage, spans: list[tuple[int, int]]) -> InstitutionKind | None:
    """The kind that one of the uses tells."""
    return next((kind for i, j in spans if (kind := usage.weigh(i, j)[1]) is not None), None)
