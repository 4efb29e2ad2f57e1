"""A small linear model of names that no sure rule settles: how far a name and its uses speak for a body.

Its weights are trained on annotated articles and sentences (``scripts/train_institutions.py``) and bundled as
text, one feature a line. Only open names are scored, each once with all its uses pooled.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import resources
from math import log2

from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.learned_names import article_features, name_features, own_features
from communique.extractors.institutions.learned_spans import listed_next, readings
from communique.extractors.institutions.learned_things import note_things
from communique.extractors.institutions.learned_uses import use_features
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.words import ROOM, function_words, wordset
from communique.gazetteer import places, registry_key

_FUNCTION_WORDS = function_words()
_HEADS = heads()
_PLACES = places()
# What one use tells holds for all of them: the noun before the name, or said of it.
_TOLD_ONCE = frozenset(
    (
        "by:thing", "by:neg", "by:event", "by:company", "by:intro", "by2:thing", "by2:company", "n:(thing",
        "n:,thing", "n:,body", "n:(body", "n:version", "n:appos-4", "n:appos3", "n:est-4", "n:est3", "legal",
        "of:role", "p1=chez", "p:role(",
    )
)  # fmt: skip
_CLASS_ACRONYMS = wordset("class_acronyms")

WEIGHTS = "learned_weights.txt"
# How far a step of the hand-written weight counts beside the log-odds, and what no such weight costs.
STEP, PROPOSED, UNPROPOSED = 0.3, 0.7, -1.3
LEAST, MOST = -6, 6
CERTAIN = 0.6  # a body from here on
SETTLED = 1.5  # what a sign that settles it makes of a name, at least
REFUSED = -0.3  # what the rules accept is refused below this
OPEN = -1.5  # from here on a neighbour in a list, or the recogniser's word, makes a body of it
HOPELESS = -3.5  # no use of a name makes up for this
# Names of one enumeration are alike: how far each goes towards its neighbours, and the most that one says.
SHARED, LOUDEST = 0.4, 2.5
LONGER = 1.0


class Reading:
    """A name as some run of capitalised words may be read, with all its uses as token spans."""

    __slots__ = ("spans",)

    def __init__(self, spans: list[tuple[int, int]] | None = None) -> None:
        self.spans = [] if spans is None else spans


class Verdict:
    """What the model makes of a reading, all evidence taken together."""

    __slots__ = ("margin", "named", "reading", "total", "used")

    def __init__(
        self,
        reading: Reading,
        total: float,
        margin: int | None,
        named: float = 0.0,
        used: float | None = None,
    ) -> None:
        self.reading = reading
        self.total = total
        self.margin = (
            margin  # by how much the rules accept or refuse the name; None where they read it otherwise
        )
        self.named = named  # what the name itself says
        self.used = used  # what its uses say, once they are asked

    @property
    def least(self) -> float:
        """From which total on the name is a body's."""
        return CERTAIN if self.margin is None or self.margin < 0 else REFUSED


@cache
def weights() -> dict[str, float]:
    """The weight of each feature; the file has it in hundredths.

    >>> weights()["of:role"] > 0 > weights()["lex:place"]
    True
    """
    return read_weights(resources.files(ROOM).joinpath(WEIGHTS).read_text("utf-8"))


def read_weights(raw: str) -> dict[str, float]:
    """The weights that a file's text holds.

    >>> read_weights("# in hundredths\\nof:role 160\\n")
    {'of:role': 1.6}
    """
    pairs = (line.rsplit(" ", 1) for line in raw.split("\n") if line and line[0] != "#")
    return {name: int(weight) / 100 for name, weight in pairs}


def read_names(
    ctx: Context, taken: set[int], proposed: Mapping[tuple[str, ...], list[tuple[int, int]]]
) -> list[Reading]:
    """The names ``proposed`` by the rules with their uses, and other readings of the runs outside ``taken``.

    Where the rules read no name, most runs are a sentence's first word or a place: those are not asked about.
    """
    w = ctx.w
    found = {w.span_text(*spans[0]): Reading(spans[:]) for spans in proposed.values()}
    seen = {span for spans in proposed.values() for span in spans}
    for spans in readings(ctx, taken):
        for i, j in spans:
            if (i, j) not in seen and (tuple(w.text[i:j]) in proposed or _conceivable(ctx, i, j)):
                found.setdefault(w.span_text(i, j), Reading()).spans.append((i, j))
    return list(found.values())


def _conceivable(ctx: Context, i: int, j: int) -> bool:
    w = ctx.w
    if w.opens_sentence(i) or (j - i == 1 and w.plain[i] in _CLASS_ACRONYMS):
        return False
    if j - i > 1:
        return True
    if w.text[i - 1] == "(" and i > 1 and w.cap[i - 2] and w.is_acronym(i):
        return False  # "Times Higher Education (THE) Impact": what the name before stands for
    if not w.text[i].isupper() and any(len(head.words) == 1 for head in _HEADS.get(w.plain[i], ())):
        return False  # "le Muséum", "la Fondation": of what sort it is
    return w.plain[i] not in _FUNCTION_WORDS and registry_key(w.text[i]) not in _PLACES


def all_features(usage: Usage, taken: set[int], reading: Reading) -> dict[str, float]:
    """Every feature of a reading with its value."""
    features = dict.fromkeys(name_features(usage, *reading.spans[0]), 1.0)
    return features | _pooled(usage, taken, reading)


def _pooled(usage: Usage, taken: set[int], reading: Reading) -> dict[str, float]:
    """The features of all uses together: what holds of each counts one, what holds of some counts less."""
    size = len(reading.spans)
    several = f"uses={min(size, 4)}"
    if size == 1:
        return dict.fromkeys((*use_features(usage, taken, *reading.spans[0]), several), 1.0)
    uses: dict[str, int] = {}
    for i, j in reading.spans:
        for name in dict.fromkeys(use_features(usage, taken, i, j)):
            uses[name] = uses.get(name, 0) + 1
    whole = log2(1 + size)
    out = {name: 1.0 if name in _TOLD_ONCE else log2(1 + count) / whole for name, count in uses.items()}
    out[several] = 1.0
    return out


def open_readings(
    ctx: Context, usage: Usage, taken: set[int], proposed: Mapping[tuple[str, ...], list[tuple[int, int]]]
) -> list[Verdict]:
    """Every reading, with what the name itself says."""
    weights, w, out = ctx.w.doc.name_weights, ctx.w, []
    note_things(usage)
    weighed = _weighed_with(weights)
    for reading in read_names(ctx, taken, proposed):
        i, j = reading.spans[0]
        surface = (w.span_text(i, j), j - i)
        if (own := weighed.get(surface)) is None:
            own = weighed[surface] = sum([weights.get(name, 0.0) for name in own_features(usage, i, j)])
        here = sum([weights.get(name, 0.0) for name in article_features(usage, i, j)])
        out.append(Verdict(reading, 0.0, None, own + here))
    return out


class _Weighed:
    """What names weigh by themselves with some weights: names come again from article to article."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self.names: dict[tuple[str, int], float] = {}


_weighed = [_Weighed({})]
_MOST_WEIGHED = 1 << 14


def _weighed_with(weights: dict[str, float]) -> dict[tuple[str, int], float]:
    """The names weighed with these weights, and no others; emptied before they grow too many."""
    if _weighed[0].weights is not weights or len(_weighed[0].names) > _MOST_WEIGHED:
        _weighed[0] = _Weighed(weights)
    return _weighed[0].names


def verdicts(
    ctx: Context,
    usage: Usage,
    taken: set[int],
    readings: list[Verdict],
    margins: Mapping[tuple[str, ...], int],
    settled: AbstractSet[tuple[str, ...]],
) -> list[Verdict]:
    """The readings with any hope, the likeliest first; ``margins``: by how much the rules accept theirs.

    Those of the names ``settled`` are bodies, whatever the weights say.
    """
    w, weights = ctx.w, ctx.w.doc.name_weights
    found = []
    for v in readings:
        i, j = v.reading.spans[0]
        v.margin = margin = margins.get(tuple(w.text[i:j]))
        v.total = UNPROPOSED if margin is None else PROPOSED + STEP * min(MOST, max(LEAST, margin))
        v.total += v.named
        if margin is not None and settled and tuple(w.text[i:j]) in settled:
            v.total = max(v.total, SETTLED)
            v.used = 0.0
            found.append(v)
        elif v.total > HOPELESS:
            if v.used is None:
                uses = _pooled(usage, taken, v.reading)
                v.used = sum([weights.get(name, 0.0) * value for name, value in uses.items()])
            v.total += v.used
            found.append(v)
    liken(ctx, found)
    _lengthen(found)
    found.sort(key=lambda v: -v.total)
    return found


def _lengthen(found: list[Verdict]) -> None:
    """Where the rules' reading names a body, a longer one is no longer blamed for not being theirs."""
    sure = {i for v in found if v.margin is not None and v.total > CERTAIN for i, _ in v.reading.spans}
    for v in found:
        if v.margin is None and v.reading.spans[0][0] in sure:
            v.total += LONGER


def liken(ctx: Context, found: list[Verdict]) -> None:
    """Move each name of an enumeration towards its neighbours, where they are surer or disagree."""
    best: dict[int, float] = {}
    for v in found:
        for i, _ in v.reading.spans:
            best[i] = max(v.total, best.get(i, v.total))
    before: dict[int, float] = {}
    after: list[list[float]] = []
    for v in found:
        near = []
        for i, j in v.reading.spans:
            k = listed_next(ctx, i, j)
            if k in best:
                near.append(best[k])
                before[k] = max(v.total, before.get(k, v.total))
        after.append(near)
    for v, near in zip(found, after, strict=True):
        near += [before[i] for i, _ in v.reading.spans if i in before]
        if near:
            mean = sum([max(-LOUDEST, min(LOUDEST, total)) for total in near]) / len(near)
            if mean * v.total < 0 or abs(mean) > abs(v.total):
                v.total += SHARED * (mean - v.total)
