"""Where a model may be used, the learned one judges unknown names; the rules' word is evidence."""

from __future__ import annotations

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.learned import OPEN, open_readings, verdicts
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.words import wordset
from communique.records import InstitutionKind

_FORMS = wordset("legal")

ENOUGH = 3
Span = tuple[int, int]


class Name:
    """A run of capitalised words, with all its uses; ``own``: their weight before the model's word."""

    __slots__ = ("inner", "kind", "needed", "own", "rule", "settled", "spans", "weight", "words")

    def __init__(
        self,
        words: tuple[str, ...],
        spans: list[Span] | None = None,
        weight: int = 0,
        kind: InstitutionKind | None = None,
        needed: int = ENOUGH,
        inner: bool = False,
        rule: str = "unknown_name",
        own: int = 0,
    ) -> None:
        self.words = words
        self.spans = [] if spans is None else spans
        self.weight = weight
        self.kind = kind
        self.needed = needed
        self.inner = inner  # seen where its capital is not due to its place
        self.rule = rule
        self.own = own
        self.settled = False  # by what stands before one of its uses


def _legal(words: tuple[str, ...]) -> bool:
    """« Infosource inc. », « Olivea SA »: the legal form says that it is a body."""
    closing = words[-2:] if words[-1] == "." else words[-1:]
    return len(words) > 1 and closing[0].lower() in _FORMS


class Arbiter:
    """Judges the names of an article and their other readings, as often as asked."""

    def __init__(
        self, ctx: Context, usage: Usage, taken: set[int], names: dict[tuple[str, ...], Name]
    ) -> None:
        self.ctx, self.usage, self.taken, self.names = ctx, usage, taken, names
        self.readings = open_readings(ctx, usage, taken, {key: name.spans for key, name in names.items()})

    def judge(self, tagged: set[Span]) -> tuple[list[Name], list[Name]]:
        """What the learned model accepts, and what it leaves open; ``tagged``: what the recogniser names."""
        w, names = self.ctx.w, self.names
        accepted, waiting = [], []
        held: set[int] = set()
        margins = {key: name.weight - name.needed for key, name in names.items()}
        settled = {key for key, name in names.items() if name.settled}
        for verdict in verdicts(self.ctx, self.usage, self.taken, self.readings, margins, settled):
            if verdict.total <= OPEN:
                break
            i, j = verdict.reading.spans[0]
            key = tuple(w.text[i:j])
            spans = [s for s in verdict.reading.spans if held.isdisjoint(range(*s))]
            if not spans:
                continue
            name = names.get(key)
            kind = name.kind if name is not None else self._kind_of(spans)
            judged = Name(key, spans, kind=kind, weight=ENOUGH - 1, needed=ENOUGH)
            judged.settled = key in settled
            told = verdict.margin is not None and verdict.margin >= 0 and _legal(key)
            if told or verdict.total + (not tagged.isdisjoint(spans)) > verdict.least:
                if verdict.margin is None or verdict.margin < 0:
                    judged.rule = "learned"
                accepted.append(judged)
                for span in spans:
                    held.update(range(*span))
            else:
                waiting.append(judged)
        return accepted, waiting

    def _kind_of(self, spans: list[Span]) -> InstitutionKind | None:
        """The kind that one of the uses tells."""
        return next((kind for i, j in spans if (kind := self.usage.weigh(i, j)[1]) is not None), None)
