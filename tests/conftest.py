from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline, load

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def rules_only() -> Pipeline:
    """The pipeline without a statistical model."""
    return load(model=None)


@pytest.fixture(scope="session")
def default() -> Pipeline:
    """The default pipeline."""
    return load()


@pytest.fixture(scope="session")
def gold_dir() -> Path:
    return ROOT / "data" / "gold"


@pytest.fixture(scope="session")
def articles_dir() -> Path:
    return ROOT / "data" / "articles"
