"""Records to files: JSON lines are what a run writes; every other format is made from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

__all__ = ["FORMATS"]


def _keep(records: Path, out: Path) -> None:
    records.replace(out)


FORMATS: dict[str, Callable[[Path, Path], None]] = {"jsonl": _keep}
