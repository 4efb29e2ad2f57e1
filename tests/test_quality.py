"""Quality can only rise: floors on every annotated article of the project, and the reference article."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluate import floors, load_gold, score
from communique.pipeline import load
from communique.read import Source

SEED = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"


@pytest.mark.parametrize("model", ["fr_core_news_sm", None])
def test_floors(model: str | None, gold_dir: Path) -> None:
    golds = load_gold(gold_dir)
    assert len(golds) >= 60
    scores = score(golds, list(load(model).pipe(Source(g.text) for g in golds)))
    pinned = floors.read_floors(gold_dir / "floors.lock")
    assert floors.below(pinned, scores, floors.corpus_hash(golds), model) == []


@pytest.mark.skipif(not SEED.is_dir(), reason="the reference article is not beside the project")
@pytest.mark.parametrize("model", ["fr_core_news_sm", None])
def test_reference_article_is_perfect(model: str | None, tmp_path: Path) -> None:
    for path in SEED.glob("seed-*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    golds = load_gold(tmp_path)
    scores = score(golds, list(load(model).pipe(Source(g.text) for g in golds)))
    assert [str(error) for error in scores.errors] == []
