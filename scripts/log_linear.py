"""A log-linear choice among candidates with named signs: fitting its weights, writing them as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scripts.train_institutions import Vector, minimum

Row = tuple[list[str], bool]  # a candidate's signs, and whether it is right
Example = tuple[list[Row], float]  # the candidates, and how much the example counts
Table = dict[str, int]
SEEN, SMALLEST = 3, 0.03  # examples of a sign, the least weight kept


def alike(a: str | None, b: str | None) -> float:
    """Token F1 of two short strings.

    >>> alike("classement QS", "QS"), alike(None, None)
    (0.6666666666666666, 1.0)
    """
    one, other = (Counter(re.findall(r"\w+", (s or "").casefold())) for s in (a, b))
    if not one or not other:
        return float(one == other)
    return 2 * (one & other).total() / (one.total() + other.total())


def fit(examples: Iterable[Example], strength: float) -> Table:
    """A log-linear choice among the rows of each example, any of those that are right, with an L2 penalty."""
    found = list(examples)
    seen = Counter(sign for rows, _ in found for sign in {s for signs, _ in rows for s in signs})
    signs = sorted(sign for sign, count in seen.items() if count >= SEEN)
    column = {sign: k for k, sign in enumerate(signs)}
    flat = [(e, row) for e, (rows, _) in enumerate(found) for row in rows]
    cells = [
        (r, column[s]) for r, (_, (names, _)) in enumerate(flat) for s in sorted(set(names)) if s in column
    ]
    at, of = np.array([c[0] for c in cells]), np.array([c[1] for c in cells])
    example = np.array([e for e, _ in flat])
    right = np.array([ok for _, (_, ok) in flat])
    count = np.array([weight for _, weight in found])
    first = np.searchsorted(example, np.arange(len(found)))

    def loss(x: Vector) -> tuple[float, Vector]:
        total = np.bincount(at, x[of], len(flat))
        top = np.maximum.reduceat(total, first)
        raised = np.exp(total - top[example])
        every, good = np.add.reduceat(raised, first), np.add.reduceat(raised * right, first) + 1e-300
        pull = (raised / every[example] - raised * right / good[example]) * count[example]
        slope = np.bincount(of, pull[at], len(signs)) + strength * x
        return float(count @ (np.log(every) - np.log(good)) + 0.5 * strength * x @ x), slope

    x = minimum(loss, np.zeros(len(signs)))
    return {s: round(100 * v) for s, v in zip(signs, x, strict=True) if abs(v) >= SMALLEST}


def write(table: Table, file: str, folder: Path) -> None:
    """One sign a line with its weight in hundredths, by name."""
    head = "# Weights in hundredths of a learned choice about rankings: python -m scripts.train_rankings.\n"
    lines = "".join(f"{sign} {weight}\n" for sign, weight in sorted(table.items()))
    (folder / file).write_text(head + lines, "utf-8")
