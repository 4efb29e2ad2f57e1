"""The kind of a body by its head noun, or by the complement that tells better."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked_institutions import institutions

_LINES = Path(__file__).with_name("institution_kinds.txt").read_text("utf-8").splitlines()
_PAIRS = [line.split(" | ") for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("name", "kind"), _PAIRS)
def test_kind(name: str, kind: str) -> None:
    article = "l'" if name[0] in "AEÉIOU" else "la "
    text = f"En mai, {article}{name} a publié son rapport."
    assert [(text[m.start : m.end], m.kind) for m in institutions(text)] == [(name, kind)]
