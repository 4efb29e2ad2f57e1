"""Quality floors: figures that may rise and must not fall, tied to the corpus they were measured on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.evaluate.gold import GoldArticle
from communique.evaluate.score import Scores

MARGIN = 0.001  # figures are rounded down to the thousandth


def corpus_hash(golds: Sequence[GoldArticle]) -> str:
    """A short hash of texts and annotations: floors measured on other articles say nothing."""
    digest = sha256()
    for gold in golds:
        digest.update(
            repr((gold.name, gold.text, gold.lines, gold.institutions, gold.people, gold.spans)).encode()
        )
    return digest.hexdigest()[:16]


def below(floors: dict[str, Any], scores: Scores, corpus: str, model: str | None) -> list[str]:
    """What is under its floor, one line each; a corpus that changed is one line too."""
    if floors.get("corpus") != corpus:
        return [f"the floors were measured on corpus {floors.get('corpus')}, this is {corpus}: measure again"]
    found = []
    for name, floor in floors.get(str(model).lower(), {}).items():
        f1 = scores.tallies[name].f1 if name in scores.tallies else None
        if f1 is None or f1 < floor:
            found.append(f"{name}: F1 {f1 if f1 is None else round(f1, 4)} is under its floor {floor}")
    return found


def raised(
    floors: dict[str, Any], scores: Scores, corpus: str, model: str | None, *, lower: bool = False
) -> dict[str, Any]:
    """New floors: the higher of old and measured; the measured ones on a new corpus or by ``lower``."""
    same = floors.get("corpus") == corpus
    old = floors.get(str(model).lower(), {}) if same and not lower else {}
    measured = {n: int(t.f1 / MARGIN) * MARGIN for n, t in scores.tallies.items() if t.f1 is not None}
    new = {name: round(max(f1, old.get(name, 0.0)), 3) for name, f1 in sorted(measured.items())}
    kept = {k: v for k, v in floors.items() if k != "corpus"} if same else {}
    return {"corpus": corpus, **kept, str(model).lower(): new}


def read_floors(path: Path) -> dict[str, Any]:
    """The floors of a file; none when it does not exist."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def write_floors(path: Path, floors: dict[str, Any]) -> None:
    """Write floors, one figure a line, so that a change of them is seen."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
