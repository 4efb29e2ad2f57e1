"""One measure, in a process of its own on one core: ``python -m benchmarks.measures NAME …`` prints JSON."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.corpus import compose

PASSES = 3


def bare(articles: int, batch_size: int) -> dict[str, Any]:
    """spaCy's French pipeline as it comes, through ``nlp.pipe``."""
    import spacy

    nlp = spacy.load("fr_core_news_sm")
    list(nlp.pipe(compose(30, seed=1), batch_size=batch_size))

    def work(texts: list[str]) -> int:
        return sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch_size))

    return _throughput(articles, work)


def ours(articles: int, model: str) -> dict[str, Any]:
    """Every record kind, to JSON, in this process."""
    from communique.pipeline import load
    from communique.read import Source

    pipeline = load(None if model == "none" else model)
    for article in pipeline.pipe(Source(text) for text in compose(30, seed=1)):
        article.to_json()

    def work(texts: list[str]) -> int:
        return sum(len(article.to_json()) for article in pipeline.pipe(Source(text) for text in texts))

    return _throughput(articles, work)


def stages(articles: int, model: str) -> dict[str, Any]:
    """Seconds spent in each stage and extractor, each on a whole batch as the pipeline does."""
    from communique.extractors import EXTRACTORS
    from communique.loading import paused
    from communique.pipeline import BATCH, LINKS, Draft, load
    from communique.read import Source

    texts = list(compose(articles))
    pipeline = load(None if model == "none" else model)
    for article in pipeline.pipe(Source(text) for text in compose(30, seed=1)):
        article.to_json()
    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[..., Any], *args: Any) -> Any:
        start = time.process_time()
        result = call(*args)
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
        return result

    def run(extractor: Any, draft: Draft, name: str) -> None:
        mentions = timed(name, lambda: list(extractor.extract(draft.doc, draft.found)))
        setattr(draft.found, extractor.name, sorted(mentions, key=lambda m: (m.start, m.end)))

    last = max(n for n, extractor in enumerate(EXTRACTORS) if extractor.asks)
    asked = 0

    def read(batch: list[str]) -> int:
        drafts = [timed("segment", pipeline.begin, Source(text)) for text in batch]
        for draft in drafts:
            timed("numbers", lambda doc: doc.numbers, draft.doc)
        for extractor in EXTRACTORS[: last + 1]:
            for before in extractor.before:
                for draft in drafts:
                    timed(extractor.name, before, draft.doc, draft.found)
            for draft in drafts:
                run(extractor, draft, extractor.name)
        tagged = timed("model", lambda: list(pipeline.tag(drafts)))
        for draft, entities in zip(drafts, tagged, strict=True):
            if entities:
                draft.doc.entities = entities
                for extractor in EXTRACTORS[: last + 1]:
                    if extractor.asks & {entity.label for entity in entities}:
                        run(extractor, draft, "names again")
            draft.doc.kept.clear()
        for extractor in EXTRACTORS[last + 1 :]:
            for before in extractor.before:
                for draft in drafts:
                    timed(extractor.name, before, draft.doc, draft.found)
            for draft in drafts:
                run(extractor, draft, extractor.name)
        for step in LINKS:
            for draft in drafts:
                timed("link", step, draft)
        for draft in drafts:
            article = timed("link", pipeline.record, draft)
            timed("json", article.to_json)
        return sum(bool(draft.doc.doubts) for draft in drafts)

    for begin in range(0, articles, BATCH):
        with paused():
            asked += read(texts[begin : begin + BATCH])
    return {"seconds": spent, "tokens": _tokens(texts), "articles_with_doubts": asked}


def workers(articles: int, number: int, model: str) -> dict[str, Any]:
    """A folder through the batch runner, wall-clock: start-up included, and the steady rate without it."""
    from communique.batch import Options, run

    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n, text in enumerate(compose(articles)):
            path = Path(folder) / f"{n:06}.txt"
            path.write_text(text, "utf-8")
            paths.append(path)
        start = time.perf_counter()
        marks: list[tuple[float, int]] = []
        run(
            paths, Path(folder) / "out.jsonl", Options(model=None if model == "none" else model),
            workers=number,
            progress=lambda items, done: marks.append((time.perf_counter(), done)),
        )  # fmt: skip
        seconds = time.perf_counter() - start
    # The steady rate leaves out the first batches, in which processes start and load.
    first = marks[min(len(marks) // 4, 4 * number)]
    steady = (marks[-1][1] - first[1]) / (marks[-1][0] - first[0])
    return {"seconds": seconds, "articles_per_s": articles / seconds, "steady_articles_per_s": steady}


def memory(articles: int, model: str) -> dict[str, Any]:
    """Peak memory of a run over a stream of ``articles``."""
    from communique.pipeline import load
    from communique.read import Source

    start = time.process_time()
    for article in load(None if model == "none" else model).pipe(Source(text) for text in compose(articles)):
        article.to_json()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"articles": articles, "peak_mb": peak, "cpu_s": time.process_time() - start}


def length(chars: int, copies: int) -> dict[str, Any]:
    """``copies`` articles of ``chars`` characters each, made of the same kind of paragraphs."""
    from communique.pipeline import load

    pipeline = load(None)
    pipeline("\n\n".join(compose(3, seed=2)))
    pool = "\n\n".join(compose(chars * copies // 1200 + 10))
    texts = [pool[i * chars : (i + 1) * chars] for i in range(copies)]
    start = time.process_time()
    for text in texts:
        pipeline(text).to_json()
    return {"chars": chars, "copies": copies, "cpu_s": time.process_time() - start}


def _throughput(articles: int, work: Callable[[list[str]], int]) -> dict[str, Any]:
    """Best of :data:`PASSES`, each over other texts, by CPU time of this process."""
    rates = []
    for n in range(PASSES):
        texts = list(compose(articles, seed=10 + n))
        tokens = _tokens(texts)
        start = time.process_time()
        work(texts)
        seconds = time.process_time() - start
        rates.append((articles / seconds, tokens / seconds))
    articles_per_s, tokens_per_s = max(rates)
    return {"articles_per_s": articles_per_s, "tokens_per_s": tokens_per_s}


def _tokens(texts: list[str]) -> int:
    """The same count of tokens for everybody: words, numbers and signs of our own token pattern."""
    from communique.document import Document

    return sum(len(Document(text).tokens) for text in texts)


MEASURES: dict[str, Callable[..., dict[str, Any]]] = {
    "bare": bare, "ours": ours, "stages": stages, "workers": workers, "memory": memory, "length": length,
}  # fmt: skip


def main() -> None:
    name, *args = sys.argv[1:]
    if name != "workers" and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(json.dumps(MEASURES[name](*(int(a) if a.isdigit() else a for a in args))))


if __name__ == "__main__":
    main()
