"""Train the learned choices about rankings: ``python -m scripts.train_rankings [--without REGEX] [--test]``.

Examples are the positions of the annotated articles of ``data/gold`` and ``data/training/rankings/articles``,
and of paragraphs filled with invented names (``data/training/rankings``, described in its README).
``--test`` trains on all sets of articles but one at a time and tells how it fares on that one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from scripts.log_linear import Example, Table, alike, fit, write
from scripts.ranking_paragraphs import lists, paragraphs

from communique.document import Document
from communique.evaluate.gold import GoldArticle, load_gold
from communique.extractors.rankings import Names, learned, read_positions, settle_names
from communique.extractors.rankings.proposed import proposals
from communique.link.institutions import link_institutions
from communique.link.people import link_people
from communique.link.quotations import link_quotations
from communique.link.ranked import Ranked
from communique.link.ranked_signs import weighed_subjects
from communique.link.rankings import Resolver
from communique.mentions import Found, RankingMention
from communique.pipeline import Pipeline
from communique.read import Source

ROOT = Path(__file__).parents[1]
GOLD, TRAINING = ROOT / "data" / "gold", ROOT / "data" / "training" / "rankings"
TARGET = ROOT / "src" / "communique" / "extractors" / "rankings"
APART = r"h\d|i(?:1[7-9]|[23]\d)|j(?:1[6-9]|[23]\d)"  # never trained on
STRENGTH = 3.0  # L2 penalty
MADE, LISTED = 0.3, 0.3  # how much a position, a name that was made up counts
ALIKE = 0.6  # token F1 of a name that is right

Span = tuple[int, int]


@dataclass
class Position:
    """A position as found, with what its annotation says; ``known``: the rules' answer at first sight."""

    k: int
    subject: str | None
    ranking: str | None
    subject_known: bool
    scored: bool
    seen: dict[str, Any] | None = None
    ruled_subject: str | None = None


@dataclass
class Told:
    """An article read without learned choices, with its positions."""

    name: str
    group: str
    ranked: Ranked
    names: Names
    positions: list[Position] = field(default_factory=list)
    made: bool = False


def articles(without: str) -> Iterator[tuple[str, GoldArticle]]:
    """Group and annotations of every article."""
    for folder in (GOLD, TRAINING / "articles"):
        for article in load_gold(folder):
            group = re.match(r"[a-z]\d|[a-z]+", article.name)
            if article.spans["rankings"] and not re.match(without, article.name):
                yield group[0][0] if group and group[0][1:].isdigit() else "shared", article


def first_sight() -> dict[str, list[dict[str, Any]]]:
    """The rules' answers for articles that they had not been written with, by article."""
    out: dict[str, list[dict[str, Any]]] = {}
    for line in (TRAINING / "first_sight.jsonl").read_text("utf-8").splitlines():
        answer = json.loads(line)
        out.setdefault(answer["article"], []).append(answer)
    return out


def read(text: str) -> tuple[Document, Found]:
    """A text as the default pipeline reads it, learned choices about rankings aside."""
    pipeline = Pipeline(choices={})
    draft = pipeline.draft(Source(text))
    return draft.doc, pipeline.mentions(draft, next(iter(pipeline.tag([draft]))))


def told(
    name: str, group: str, text: str, answers: Sequence[dict[str, Any]], names: Table | None
) -> Told | None:
    """An article with its positions; ``names``: weights by which names of rankings are added."""
    doc, found = read(text)
    if not found.rankings:
        return None
    institutions = link_institutions(doc, found)
    people = link_people(doc, found, institutions)
    quotations = link_quotations(doc, found, institutions, people)
    scan, positions = read_positions(doc, found)
    if names is not None:
        add_names(scan, found, names)
    seen = [_answer(m, answers) for m in found.rankings]
    mentions = [_as_seen(m, s) for m, s in zip(found.rankings, seen, strict=True)]
    resolver = Resolver(doc, institutions, people, found.rankings, quotations)
    spans = [(n.start, n.end) for n in scan.names]
    ranked = Ranked(
        doc, institutions, people, mentions, quotations, resolver.antecedents, spans, reads=bool(answers)
    )
    out = Told(name, group, ranked, Names(scan, positions))
    for k, (m, s) in enumerate(zip(found.rankings, seen, strict=True)):
        out.positions.append(Position(k, None, m.ranking, False, False, s, resolver.subject(m)))
    return out


def add_names(scan: Any, found: Found, table: Table) -> None:
    """As the extractor does."""
    weighed = [(learned.weigh(table, p.signs), p.start, p.end) for p in spans_of(scan, found, known=True)]
    settle_names(scan, weighed)


def spans_of(scan: Any, found: Found, *, known: bool) -> list[Any]:
    """The spans that may name a ranking; outside the names that the rules read, if those are ``known``."""
    names = [(n.start, n.end) for n in scan.names]
    mentions = [(m.start, m.end) for m in [*found.institutions, *found.people]]
    return list(proposals(scan.doc, names, mentions, [n.start for n in scan.ordinals], known))


def _answer(m: RankingMention, answers: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    here = [a for a in answers if a["start"] < m.end and m.start < a["end"] and a["rank"] == m.rank_min]
    return here[0] if here else None


def _as_seen(m: RankingMention, seen: dict[str, Any] | None) -> RankingMention:
    if seen is None:
        return m
    return replace(m, subject=tuple(seen["words"]) if seen["words"] else None)


def annotated(
    article: GoldArticle, group: str, answers: Sequence[dict[str, Any]], names: Table | None
) -> Told | None:
    """An annotated article with what each of its positions is said to be."""
    out = told(article.name, group, article.text, answers, names)
    if out is None:
        return None
    ids = _ids(article, out.ranked)
    left = list(article.spans["rankings"])
    for p, m in zip(out.positions, out.ranked.told, strict=True):
        fit = [r for r in left if r["span"][0] < m.end and m.start < r["span"][1] and _same_rank(r, m)]
        gold = max(fit, key=lambda r: min(r["span"][1], m.end) - max(r["span"][0], m.start), default=None)
        if gold is None:
            continue
        left.remove(gold)
        subject = gold.get("subject")
        p.subject = ids.get(subject) if subject is not None else None
        p.subject_known = subject is None or p.subject is not None
        p.ranking, p.scored = gold.get("ranking"), not gold.get("optional")
    return out


def _same_rank(gold: dict[str, Any], m: RankingMention) -> bool:
    return (gold.get("rank_min"), gold.get("rank_max")) == (m.rank_min, m.rank_max)


def _ids(article: GoldArticle, ranked: Ranked) -> dict[str, str]:
    """The ids of the annotated institutions and people, by most namings in common."""
    namings: dict[str, list[Span]] = {}
    for span, i in article.mentions.items():
        namings.setdefault(article.institutions[i]["name"], []).append(span)
    for person in article.people:
        found = re.finditer(rf"(?<!\w){re.escape(person['name'])}(?!\w)", article.text)
        namings.setdefault(person["name"], []).extend(m.span() for m in found)
    out = {}
    for name, spans in namings.items():
        counts = Counter(
            e.id
            for e in ranked.entities.values()
            for s, t in e.spans
            for a, b in spans
            if 2 * (min(t, b) - max(s, a)) > b - a
        )
        if counts:
            out[name] = counts.most_common(1)[0][0]
    return out


def made(copies: int = 3) -> Iterator[Told]:
    """Articles of filled paragraphs."""
    for n, (text, marks) in enumerate(paragraphs(TRAINING, copies)):
        out = told(f"made-{n}", "made", text, (), None)
        if out is None:
            continue
        out.made = True
        for p, m in zip(out.positions, out.ranked.told, strict=True):
            mark = next((mark for mark in marks if mark[0] < m.end and m.start < mark[1]), None)
            if mark is None:
                continue
            entities = out.ranked.entities.values()
            ids = [e.id for e in entities if any(text[s:t] in mark[2] for s, t in e.spans)] if mark[2] else []
            p.subject = ids[0] if ids else None
            p.subject_known = p.scored = not mark[2] or bool(ids)
        yield out


def subject_rows(
    a: Told, p: Position, last: str | None, *, ruled: bool
) -> list[tuple[str | None, list[str]]]:
    by = _seen_subject(a, p) if p.seen is not None else p.ruled_subject
    return list(weighed_subjects(a.ranked, p.k, last, by, ruled=ruled))


def _seen_subject(a: Told, p: Position) -> str | None:
    span = p.seen["subject"] if p.seen else None
    return a.ranked.at(span[0]) if span else None


def subject_examples(a: Told) -> Iterator[Example]:
    for p in a.positions:
        before = a.positions[p.k - 1] if p.k else None
        last = None if before is None else before.subject if before.subject_known else before.ruled_subject
        if p.scored and p.subject_known:
            rows = subject_rows(a, p, last, ruled=p.seen is not None)
            if any(of == p.subject for of, _ in rows):
                yield [(signs, of == p.subject) for of, signs in rows], MADE if a.made else 1.0


def name_rows(a: Told, p: Position, last: str | None, *, ruled: bool) -> list[tuple[Any, list[str]]]:
    name = p.seen["ranking"] if p.seen is not None else a.ranked.told[p.k].ranking
    return list(a.names.weighed(p.k, name, None, last, ruled=ruled))


def name_examples(a: Told) -> Iterator[Example]:
    last: str | None = None
    for p in a.positions:
        rows = name_rows(a, p, last, ruled=p.seen is not None)
        right = [alike(None if n is None else n.value, p.ranking) >= ALIKE for n, _ in rows]
        told_last = next((n for (n, _), ok in zip(rows, right, strict=True) if ok), None)
        last = p.ranking if told_last is None else told_last.value
        if p.scored and not a.made and any(right):
            yield [(signs, ok) for (_, signs), ok in zip(rows, right, strict=True)], 1.0


def span_examples(raw: str, values: Iterable[str], weight: float = 1.0) -> Iterator[Example]:
    """Every span of a text that may name a ranking, against a row of nothing: a logistic regression."""
    patterns = [r"\s+".join(re.escape(w) for w in value.split()) for value in sorted(values)]
    wanted = [m.span() for pattern in patterns for m in re.finditer(pattern, raw)]
    doc, found = read(raw)
    scan, _ = read_positions(doc, found)
    for p in spans_of(scan, found, known=False):
        text = raw[p.start : p.end]
        name = any(p.start < e and s < p.end and alike(text, raw[s:e]) >= ALIKE for s, e in wanted)
        yield [(p.signs, name), ([], not name)], weight


@dataclass
class Material:
    """The examples of every article, by its set."""

    subjects: dict[str, list[Example]] = field(default_factory=dict)
    names: dict[str, list[Example]] = field(default_factory=dict)
    told: dict[str, list[Told]] = field(default_factory=dict)

    def but(self, kind: str, group: str | None) -> list[Example]:
        """The examples of all sets but one."""
        return [e for g, found in getattr(self, kind).items() if g != group for e in found]


def material(without: str, log: Callable[[str], None] = print) -> tuple[Material, dict[str | None, Table]]:
    """The examples, and the weights of names' spans, by the set that they were not trained on."""
    found, seen = list(articles(without)), first_sight()
    spans: dict[str, list[Example]] = {}
    for group, article in found:
        values = {r["ranking"] for r in article.spans["rankings"] if r.get("ranking")}
        spans.setdefault(group, []).extend(span_examples(article.text, values))
    invented = list(lists(TRAINING, 2))
    spans["made"] = [e for text, values in invented for e in span_examples(text, values, LISTED)]
    tables: dict[str | None, Table] = {}
    for group in (None, *spans):
        tables[group] = fit((e for g, es in spans.items() if g != group for e in es), 1.0)
    out = Material()
    for group, article in found:
        # Names are added by weights that have not seen the article, as they will be in a new one.
        a = annotated(article, group, seen.get(article.name, ()), tables[group])
        if a is not None:
            out.told.setdefault(group, []).append(a)
            out.subjects.setdefault(group, []).extend(subject_examples(a))
            out.names.setdefault(group, []).extend(name_examples(a))
    out.subjects["made"] = [e for a in made() for e in subject_examples(a)]
    log(
        f"{len(found)} articles; spans, subjects, names: "
        + ", ".join(str(sum(map(len, x.values()))) for x in (spans, out.subjects, out.names))
    )
    return out, tables


def test(found: Material) -> None:
    """How weights trained on all sets but one fare on that one, the rules' answers beside."""
    total: Counter[str] = Counter()
    for group, articles_of in found.told.items():
        subjects = fit(found.but("subjects", group), STRENGTH)
        names = fit(found.but("names", group), STRENGTH)
        count: Counter[str] = Counter()
        for a in articles_of:
            last_subject: str | None = None
            last_name: str | None = None
            for p in a.positions:
                last_subject = learned.best(
                    subjects, subject_rows(a, p, last_subject, ruled=p.seen is not None)
                )
                n = learned.best(names, name_rows(a, p, last_name, ruled=p.seen is not None))
                last_name = None if n is None else n.value
                if not p.scored:
                    continue
                count["n"] += 1
                count["subject"] += p.subject_known and last_subject == p.subject
                count["name"] += alike(last_name, p.ranking) >= ALIKE
                if p.seen is not None:
                    count["seen"] += 1
                    count["subject by rules"] += p.subject_known and _seen_subject(a, p) == p.subject
                    count["name by rules"] += alike(p.seen["ranking"], p.ranking) >= ALIKE
        total += count
        print(group, _figures(count))
    print("all", _figures(total))


def _figures(c: Counter[str]) -> str:
    text = f"n {c['n']} subject {100 * c['subject'] / c['n']:.1f} name {100 * c['name'] / c['n']:.1f}"
    if c["seen"]:
        rules = (100 * c[f"{what} by rules"] / c["seen"] for what in ("subject", "name"))
        text += " (rules at first sight: {:.1f} {:.1f})".format(*rules)
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", default=APART, help="leave out the articles whose name matches")
    parser.add_argument("--test", action="store_true", help="only tell how sets left out fare")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    found, tables = material(options.without)
    if options.test:
        test(found)
        return
    write(tables[None], learned.SPANS, options.to)
    write(fit(found.but("subjects", None), STRENGTH), learned.SUBJECTS, options.to)
    write(fit(found.but("names", None), STRENGTH), learned.NAMES, options.to)


if __name__ == "__main__":
    main()
