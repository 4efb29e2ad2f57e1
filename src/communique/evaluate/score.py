"""Scoring extracted articles against annotated ones: precision, recall and F1 by record kind.

An annotation marked ``"optional"`` is neither rewarded when found nor punished when missed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.evaluate.gold import GoldArticle
from communique.evaluate.text import Pair, alike, bare, fold, jaccard, near, overlap, stem, tight, words
from communique.records import Article

HEADS = (
    "sections", "institutions", "mentions", "people", "roles", "rankings", "counts",
    "quotations", "attribution", "dates",
)  # fmt: skip
Gold = dict[str, Any]


@dataclass
class Tally:
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, tp: int = 0, fp: int = 0, fn: int = 0) -> None:
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + fp, self.fn + fn

    def decide(self, right: bool) -> None:
        self.add(tp=1) if right else self.add(fp=1, fn=1)

    @property
    def precision(self) -> float | None:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


@dataclass(frozen=True)
class Error:
    """One disagreement: where, what, what the annotation says and what was extracted."""

    article: str
    what: str
    gold: Any = None
    got: Any = None

    def __str__(self) -> str:
        return f"{self.article}\t{self.what}\tgold={self.gold}\tgot={self.got}"


@dataclass
class Scores:
    """Tallies by record kind and by field (``"count noun"``), with the list of errors."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    articles: int = 0

    def tally(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the ten record kinds (those that the annotations hold)."""
        f1s = [self.tallies[h].f1 for h in HEADS if h in self.tallies]
        known = [f for f in f1s if f is not None]
        return sum(known) / len(known) if known else 0.0


def score(golds: Sequence[GoldArticle], articles: Sequence[Article]) -> Scores:
    """Scores of ``articles``, in the order of ``golds``. Raises ``ValueError`` when a text differs."""
    scores = Scores()
    for gold, article in zip(golds, articles, strict=True):
        if gold.text != article.text:
            raise ValueError(f"{gold.name}: the record's text is not the article's text")
        _Judge(scores, gold, article).judge()
        scores.articles += 1
    return scores


def pair(
    gold: Sequence[Gold], got: Sequence[Any], affinity: Callable[[Gold, Any], float]
) -> tuple[list[tuple[Gold, Any]], list[Gold], list[Any]]:
    """One-to-one pairing, best first: (pairs, gold left alone, extracted left alone)."""
    ranked = sorted(
        ((affinity(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(got)),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    used_gold: set[int] = set()
    used_got: set[int] = set()
    pairs = []
    for value, i, j in ranked:
        if value <= 0:
            break
        if i not in used_gold and j not in used_got:
            used_gold.add(i)
            used_got.add(j)
            pairs.append((gold[i], got[j]))
    return (
        pairs,
        [g for i, g in enumerate(gold) if i not in used_gold],
        [p for j, p in enumerate(got) if j not in used_got],
    )


class _Judge:
    """One article's decisions, added to ``scores``."""

    def __init__(self, scores: Scores, gold: GoldArticle, article: Article) -> None:
        self.scores, self.gold, self.article, self.text = scores, gold, article, gold.text
        self.names: dict[str | None, str] = {}  # extracted id → annotated name

    def judge(self) -> None:
        self.sections()
        self.institutions()
        self.people()
        self.rankings()
        self.counts()
        self.quotations()
        self.spans("dates", self.gold.spans["dates"], self.article.dates, _wrong_date)

    def decide(self, name: str, right: bool) -> None:
        self.scores.tally(name).decide(right)

    def miss(self, what: str, gold: Any = None, got: Any = None) -> None:
        self.scores.errors.append(Error(self.gold.name, what, gold, got))

    def quote(self, span: Pair) -> str:
        return self.text[span[0] : span[1]][:90]

    def sections(self) -> None:
        for (start, end), kind in self.gold.lines:
            if kind.startswith("?"):
                continue
            need = len(self.text[start:end].strip())
            got = [
                s.kind for s in self.article.sections if overlap((start, end), (s.start, s.end)) * 2 > need
            ]
            if got == [kind]:
                self.scores.tally("sections").add(tp=1)
            else:
                self.scores.tally("sections").add(fp=len(got), fn=1)
                self.miss("sections", f"{kind}: {self.text[start:end][:60]}", got)

    def institutions(self) -> None:
        golds, got = self.gold.institutions, self.article.institutions
        pairs, missed, extra = pair(
            golds, got,
            lambda g, p: len(_forms(g["name"], g.get("acronym"), g.get("aliases", []))
                             & _forms(p.name, p.acronym, p.aliases))
            + (2 if bare(g["name"]) == bare(p.name) else 0),
        )  # fmt: skip
        for g, p in pairs:
            self.names[p.id] = g["name"]
            if g.get("optional"):
                continue
            self.scores.tally("institutions").add(tp=1)
            self.decide("institution name", bare(g["name"]) == bare(p.name))
            if bare(g["name"]) != bare(p.name):
                self.miss("institution name", g["name"], p.name)
            if g.get("kind"):
                self.decide("institution kind", g["kind"] == p.kind)
                if g["kind"] != p.kind:
                    self.miss(f"institution kind of {g['name']}", g["kind"], p.kind)
        self.unpaired("institutions", missed, extra, lambda g: g["name"], lambda p: p.name)
        found = {tight(self.text, m.start, m.end) for p in got for m in p.mentions}
        wanted = {tight(self.text, *s): golds[i].get("optional") for s, i in self.gold.mentions.items()}
        optional = {s for s, is_optional in wanted.items() if is_optional}
        tally = self.scores.tally("mentions")
        tally.add(
            tp=len(found & wanted.keys() - optional),
            fp=len(found - wanted.keys()),
            fn=len(wanted.keys() - found - optional),
        )
        for span in sorted(found - wanted.keys()):
            self.miss("mentions: spurious", got=self.quote(span))
        for span in sorted(wanted.keys() - found - optional):
            self.miss("mentions: missed", self.quote(span))

    def unpaired(
        self, name: str, missed: list[Gold], extra: list[Any],
        show_gold: Callable[[Gold], str], show_got: Callable[[Any], str],
    ) -> None:  # fmt: skip
        for g in missed:
            if not g.get("optional"):
                self.scores.tally(name).add(fn=1)
                self.miss(f"{name}: missed", show_gold(g))
        for p in extra:
            self.scores.tally(name).add(fp=1)
            self.miss(f"{name}: spurious", got=show_got(p))

    def people(self) -> None:
        pairs, missed, extra = pair(
            self.gold.people, self.article.people, lambda g, p: float(fold(g["name"]) == fold(p.name))
        )
        roles = self.scores.tally("roles")
        for g, p in pairs:
            self.names[p.id] = g["name"]
            if not g.get("optional"):
                self.scores.tally("people").add(tp=1)
                self.roles(g, p)
        self.unpaired("people", missed, extra, lambda g: g["name"], lambda p: p.name)
        for g in missed:
            if not g.get("optional"):
                roles.add(fn=sum(not r.get("optional") for r in g.get("roles", [])))
        for p in extra:
            roles.add(fp=len(p.roles))

    def roles(self, person: Gold, got: Any) -> None:
        def affinity(g: Gold, r: Any) -> float:
            likeness = alike(g["title"], r.title)
            return likeness if likeness >= 0.6 else 0.0

        pairs, missed, extra = pair(person.get("roles", []), got.roles, affinity)
        for g, r in pairs:
            if g.get("optional"):
                continue
            self.scores.tally("roles").add(tp=1)
            institution = self.names.get(r.institution)
            self.decide("role + institution", institution == g.get("institution"))
            if institution != g.get("institution"):
                self.miss(
                    f"role institution of {person['name']}: {g['title']}", g.get("institution"), institution
                )
            self.decide("role title exact", bare(g["title"]) == bare(r.title))
        self.unpaired("roles", missed, extra, lambda g: f"{person['name']}: {g['title']}",
                      lambda r: f"{person['name']}: {r.title}")  # fmt: skip

    def rankings(self) -> None:
        right, _ = self.spans("rankings", self.gold.spans["rankings"], self.article.rankings, _wrong_rank)
        for g, p in right:
            subject = self.names.get(p.subject)
            for name, wanted, got, same in (
                ("subject", g.get("subject"), subject, subject == g.get("subject")),
                ("scope", g.get("scope"), p.scope, p.scope == g.get("scope")),
                ("ranking", g.get("ranking"), p.ranking, alike(p.ranking, g.get("ranking")) >= 0.6),
                ("out_of", g.get("out_of"), p.out_of, near(p.out_of, g.get("out_of"))),
                ("year", g.get("year"), p.year, p.year == g.get("year")),
                ("change", g.get("change"), p.change, p.change == g.get("change")),
            ):
                self.decide(f"ranking {name}", same)
                if not same:
                    self.miss(f"ranking {name}: {self.quote(g['span'])}", wanted, got)

    def counts(self) -> None:
        right, _ = self.spans("counts", self.gold.spans["counts"], self.article.counts, _wrong_count)
        for g, p in right:
            for name, wanted, got, same in (
                ("noun", g.get("noun"), p.noun, stem(g.get("noun")) == stem(p.noun)),
                ("kind", g["kind"], p.kind, g["kind"] == p.kind),
                ("unit", g.get("unit"), p.unit, fold(g.get("unit")) == fold(p.unit)),
            ):
                self.decide(f"count {name}", same)
                if not same:
                    self.miss(f"count {name}: {self.quote(g['span'])}", wanted, got)

    def quotations(self) -> None:
        """Marked quotations and indirect ones apart."""
        for name, attribution, kinds, floor in (
            ("quotations", "attribution", ("direct", "mixed"), 0.9),
            ("indirect quotations", "indirect attribution", ("indirect",), 0.6),
        ):
            golds = [
                {**q, "span": tight(self.text, *q["span"])}
                for q in self.gold.spans["quotations"] if q["kind"] in kinds
            ]  # fmt: skip
            got = [q for q in self.article.quotations if q.kind in kinds]

            def wrong(g: Gold, p: Any, floor: float = floor) -> list[str]:
                return [] if jaccard(g["span"], tight(self.text, p.start, p.end)) >= floor else ["span"]

            _, pairs = self.spans(name, golds, got, wrong)
            tally = self.scores.tally(attribution)
            for g, p in pairs:
                if not (g.get("optional") or g.get("speaker_optional")):
                    self.attribution(tally, g, p)
            paired = {id(g) for g, _ in pairs}
            tally.add(
                fn=sum(id(g) not in paired and not g.get("optional") for g in golds), fp=len(got) - len(pairs)
            )

    def attribution(self, tally: Tally, g: Gold, p: Any) -> None:
        speaker = self.names.get(p.speaker)
        close = jaccard(g["span"], tight(self.text, p.start, p.end)) >= 0.5
        tally.decide(close and speaker == g.get("speaker"))
        if not close or speaker != g.get("speaker"):
            self.miss(f"speaker: {self.quote(g['span'])}", g.get("speaker"), f"{speaker} ({p.rule})")
        elif g.get("cue"):
            self.decide("quotation cue", bool(set(words(g["cue"])) & set(words(p.cue))))

    def spans(
        self, name: str, golds: Sequence[Gold], got: Sequence[Any], wrong: Callable[[Gold, Any], list[str]]
    ) -> tuple[list[tuple[Gold, Any]], list[tuple[Gold, Any]]]:
        """Pair overlapping records; returns (pairs that are right and not optional, all pairs)."""
        spans = {
            id(p): tight(self.text, p.start, p.end) if "quotations" in name else (p.start, p.end) for p in got
        }

        def affinity(g: Gold, p: Any) -> float:
            if not overlap(g["span"], spans[id(p)]):
                return 0.0
            return jaccard(g["span"], spans[id(p)]) + (0.0 if wrong(g, p) else 0.5)

        pairs, missed, extra = pair(golds, got, affinity)
        right = []
        for g, p in pairs:
            bad = wrong(g, p)
            if g.get("optional"):
                continue
            self.decide(name, not bad)
            if bad:
                self.miss(
                    f"{name}: wrong {', '.join(bad)} ({p.rule})",
                    self.quote(g["span"]),
                    self.quote(spans[id(p)]),
                )
            else:
                right.append((g, p))
        self.unpaired(name, missed, extra, lambda g: self.quote(g["span"]),
                      lambda p: f"{self.quote(spans[id(p)])} ({p.rule})")  # fmt: skip
        return right, pairs


def _forms(name: str, acronym: str | None, aliases: Sequence[str]) -> set[str]:
    return {bare(f) for f in (name, acronym, *aliases) if f}


def _wrong_rank(g: Gold, p: Any) -> list[str]:
    return [k for k in ("rank_min", "rank_max") if not near(g.get(k), getattr(p, k))]


def _wrong_count(g: Gold, p: Any) -> list[str]:
    wrong = [k for k in ("value", "low", "high") if k in g and not near(g[k], getattr(p, k))]
    return wrong + (["comparator"] if g["comparator"] != p.comparator else [])


def _wrong_date(g: Gold, p: Any) -> list[str]:
    return [k for k in ("value", "value_end") if g.get(k) != getattr(p, k)]
