"""Institutions in marked sentences, by phenomenon."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked_institutions import check

_LINES = [
    line
    for file in sorted(Path(__file__).parent.glob("institutions_*.txt"))
    for line in file.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("marked", [line for line in _LINES if line and not line.startswith("#")])
def test_sentence(marked: str) -> None:
    check(marked)
