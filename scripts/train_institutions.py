"""Train the linear model of unknown names: ``python -m scripts.train_institutions [--without REGEX]``.

Examples are the readings of capitalised runs in the annotated articles of ``data/gold``, of
``data/training/institutions`` and of ``data/training/rankings`` (those kept to measure with left out), and in
the sentences of ``data/training/institutions`` (slots filled at random, same seed). The weights go to the
institutions' room.
"""

from __future__ import annotations

import argparse
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scripts.training_names import names_by_kind

from communique.evaluate.gold import load_gold
from communique.extractors import EXTRACTORS
from communique.extractors.institutions import RULES, learned
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.learned_things import note_things
from communique.extractors.institutions.unknown import proposed_names
from communique.extractors.institutions.usage import Usage
from communique.extractors.institutions.words import Words
from communique.pipeline import extract, segment
from communique.read import Source

ROOT = Path(__file__).parents[1]
GOLD, TRAINING = ROOT / "data" / "gold", ROOT / "data" / "training" / "institutions"
DENSE = ROOT / "data" / "training" / "rankings" / "articles"
THINGS = TRAINING / "articles"  # dense with names of things
# Of the articles dense with rankings, the first forty of each set; the others are kept to measure with.
READ = re.compile(r"[gkmnp](?:[0-3]\d|40)-")
KEPT_APART = r"h\d\d-|(?:i1[7-9]|i[23]\d|j1[6-9]|j[23]\d)-"  # of data/gold
TARGET = ROOT / "src" / "communique" / "extractors" / "institutions" / learned.WEIGHTS
COPIES, TOGETHER, SEED = 4, 6, 1  # copies of each sentence, sentences in one text
SEEN = 3  # a feature of fewer examples is left out
STRENGTH = 1.0  # the inverse of the L2 penalty
SMALLEST = 0.03
# How much an example counts: by source, and by whether the name is one that the rules settle themselves.
# Articles far denser with names, of things above all, than releases are: how much less.
DENSER, LESS = re.compile(r"[tu]\d\d-|v\d+-"), 0.25
COUNTS = {("gold", False): 1.0, ("gold", True): 0.3, ("sentences", False): 0.3, ("sentences", True): 0.1}
_LISTED = (
    "lex:body",
    "lex:ror",
    "lex:head",
    "w0=",
)  # not told of names that the rules settle by these very lists

Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """One reading of a name in one text."""

    article: str
    text: str
    features: dict[str, float]
    body: bool
    count: float


def gold_articles(folder: Path = GOLD) -> Iterator[tuple[str, str, dict[Span, bool]]]:
    """Name, text, and the mentions of bodies with whether they are arguable."""
    for article in load_gold(folder):
        arguable = [bool(i.get("optional")) for i in article.institutions]
        yield article.name, article.text, {span: arguable[i] for span, i in article.mentions.items()}


def training_articles(more: Iterable[Path] = ()) -> Iterator[tuple[str, str, dict[Span, bool]]]:
    """The articles trained on, each once: ``data/gold``, dense with things or rankings, others."""
    found = {a[0]: a for folder in (GOLD, THINGS, *more) for a in gold_articles(folder)}
    dense = (a for a in gold_articles(DENSE) if READ.match(a[0]))
    found |= {a[0]: a for a in dense if a[0] not in found}
    yield from (found[name] for name in sorted(found) if not re.match(KEPT_APART, name))


def sentence_articles(copies: int = COPIES) -> Iterator[tuple[str, str, dict[Span, bool]]]:
    """Texts of a few sentences each, every slot filled with a name of its kind."""
    rng = random.Random(SEED)
    names = names_by_kind((TRAINING / "names.txt").read_text("utf-8"))
    lines = (TRAINING / "sentences.txt").read_text("utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    for copy in range(copies):
        order = sentences[:]
        rng.shuffle(order)
        for at in range(0, len(order), TOGETHER):
            text, mentions = "Nouvelles de la semaine\n\n", {}
            for sentence in order[at : at + TOGETHER]:
                filled, spans = _fill(sentence.replace(" / ", "\n"), names, rng)
                mentions.update({(len(text) + a, len(text) + b): False for a, b in spans})
                text += filled + "\n\n"
            yield f"sentences-{copy}-{at}", text, mentions


_SLOT = re.compile(r"\{(\w)(\d?)\}|\[([^\]]+)\]")
_TITLE = re.compile(r"(Le|Les) ")
_VOWELS = "AEIOUYÉÈÂÎÔ"


def _fill(sentence: str, names: dict[str, list[str]], rng: random.Random) -> tuple[str, list[Span]]:
    out, spans, done = "", [], 0
    used: set[str] = set()
    same: dict[str, str] = {}
    for slot in _SLOT.finditer(sentence):
        if slot[3]:  # a body written out
            out += sentence[done : slot.start()]
            spans.append((len(out), len(out) + len(slot[3])))
            out += slot[3]
            done = slot.end()
            continue
        kind = slot[1]
        name = same.get(slot[0]) or rng.choice([n for n in names[kind] if n not in used])
        used.add(name)
        if slot[2]:
            same[slot[0]] = name
        before, name = _agree(sentence[done : slot.start()], name, kind, rng)
        out += before
        if kind in "BAMS":
            spans.append((len(out), len(out) + len(name)))
        out += name
        done = slot.end()
    return out + sentence[done:], spans


def _agree(before: str, name: str, kind: str, rng: random.Random) -> tuple[str, str]:
    """« de Le Phare » may be « du Phare »; « de Altaïs » is « d'Altaïs »."""
    title = _TITLE.match(name) if kind != "L" else None
    vowel = name[0] in _VOWELS
    if title is not None and before.endswith((" de ", " à ")) and rng.random() < 0.5:
        singular = title[1] == "Le"
        small = {" de ": " du " if singular else " des ", " à ": " au " if singular else " aux "}
        word = " de " if before.endswith(" de ") else " à "
        return before.removesuffix(word) + small[word], name[title.end() :]
    if vowel and before.endswith(" de "):
        return before.removesuffix(" de ") + " d'", name
    if vowel and before.endswith((" le ", " la ")):
        return before[:-3] + "l'", name
    if vowel and before.endswith(" du "):
        return before.removesuffix(" du ") + " de l'", name
    if vowel and before in ("Le ", "La "):
        return "L'", name
    return before, name


def examples(articles: Iterable[tuple[str, str, dict[Span, bool]]], source: str) -> Iterator[Example]:
    """The readings that the rules leave open, then those of the names that they settle."""
    for article, text, mentions in articles:
        ctx = _read(text)
        open_names = {e.text: e for e in _labelled(ctx, mentions, article, source, settled=False)}
        yield from open_names.values()
        for example in _labelled(ctx, mentions, article, source, settled=True):
            if example.text not in open_names:
                yield example


def _read(text: str) -> Context:
    doc = segment(Source(text))
    ctx = Context(Words(doc), extract(doc, None, EXTRACTORS[:2]))
    for rule in RULES[:-1]:
        ctx.accept(rule(ctx))
    ctx.note_places()
    return ctx


def _labelled(
    ctx: Context, mentions: dict[Span, bool], article: str, source: str, *, settled: bool
) -> Iterator[Example]:
    w = ctx.w
    taken = set() if settled else {k for c in ctx.accepted for k in range(c.first, c.last)}
    usage = Usage(ctx)
    note_things(usage)
    for reading in learned.read_names(ctx, taken, _proposed(ctx, taken)):
        spans = [(w.start[i], w.end[j - 1]) for i, j in reading.spans]
        if any(mentions.get(span) for span in spans):
            continue  # arguable
        hits = sum(span in mentions for span in spans)
        features = learned.all_features(usage, taken, reading)
        if settled:
            features = {f: v for f, v in features.items() if not f.startswith(_LISTED)}
        text = w.span_text(*reading.spans[0])
        count = COUNTS[source, settled] * (LESS if DENSER.match(article) else 1.0)
        yield Example(article, text, features, hits * 2 >= len(spans), count)


def _proposed(ctx: Context, taken: set[int]) -> dict[tuple[str, ...], list[Span]]:
    return {key: name.spans for key, name in proposed_names(ctx, taken).items()}


Vector = NDArray[np.float64]


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Logistic regression with an L2 penalty."""
    seen = Counter(feature for e in found for feature in e.features)
    names = sorted(feature for feature, count in seen.items() if count >= SEEN)
    column = {name: k for k, name in enumerate(names)}
    cells = [(row, column[f], v) for row, e in enumerate(found) for f, v in e.features.items() if f in column]
    rows, columns = np.array([c[0] for c in cells]), np.array([c[1] for c in cells])
    values = np.array([c[2] for c in cells])
    sign = np.array([1.0 if e.body else -1.0 for e in found])
    counts = STRENGTH * np.array([e.count for e in found])

    def loss(x: Vector) -> tuple[float, Vector]:
        margin = sign * np.bincount(rows, values * x[columns], len(found))
        pull = -counts * sign / (1 + np.exp(np.clip(margin, -500, 500)))
        slope = np.bincount(columns, values * pull[rows], len(names)) + x
        return float(counts @ np.logaddexp(0, -margin) + 0.5 * x @ x), slope

    return dict(zip(names, minimum(loss, np.zeros(len(names))), strict=True))


def minimum(loss, x: Vector, steps: int = 300, memory: int = 10) -> Vector:
    """L-BFGS with a halving line search."""
    value, slope = loss(x)
    past: list[tuple[Vector, Vector]] = []
    for _ in range(steps):
        way, alphas = -slope, []
        for s, y in reversed(past):
            alpha = (s @ way) / (s @ y)
            alphas.append(alpha)
            way = way - alpha * y
        if past:
            s, y = past[-1]
            way = way * (s @ y) / (y @ y)
        for (s, y), alpha in zip(past, reversed(alphas), strict=True):
            way = way + s * (alpha - (y @ way) / (s @ y))
        size = 1.0 if past else 1.0 / max(1.0, float(np.abs(slope).sum()))
        while size > 1e-10:
            new_value, new_slope = loss(x + size * way)
            if new_value <= value + 1e-4 * size * float(slope @ way):
                break
            size /= 2
        s, y = size * way, new_slope - slope
        if float(s @ y) > 1e-12:
            past = [*past[1 - memory :], (s, y)] if len(past) >= memory else [*past, (s, y)]
        done = value - new_value < 1e-7 * abs(value)
        x, value, slope = x + s, new_value, new_slope
        if done:
            break
    return x


def rounded(table: dict[str, float]) -> dict[str, float]:
    """The weights as the file has them."""
    return {f: round(v * 100) / 100 for f, v in table.items() if abs(v) >= SMALLEST}


def fold_of(article: str, folds: int = 5) -> int:
    """The fold of an article, by its name alone."""
    return zlib.crc32(article.encode()) % folds


def write(table: dict[str, float], path: Path) -> None:
    """One feature a line with its weight in hundredths, by name."""
    head = "# Weights in hundredths of the model of unknown names: python -m scripts.train_institutions.\n"
    lines = (f"{name} {round(100 * weight)}\n" for name, weight in sorted(table.items()))
    path.write_text(head + "".join(lines), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", default=None, help="leave out the articles whose name matches")
    parser.add_argument("--also", type=Path, action="append", default=[], help="a folder of more articles")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    found = [*examples(training_articles(options.also), "gold"), *examples(sentence_articles(), "sentences")]
    if options.without:
        found = [e for e in found if not re.search(options.without, e.article)]
    table = rounded(fit(found))
    write(table, options.to)
    print(f"{len(found)} examples, {sum(e.body for e in found)} bodies, {len(table)} weights: {options.to}")


if __name__ == "__main__":
    main()
