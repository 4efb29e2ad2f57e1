"""Which namings are of one body, in marked sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.pipeline import Pipeline

_LINES = (Path(__file__).parent / "institutions_identity.txt").read_text("utf-8").splitlines()
_MARK = re.compile(r"\[(\w+)(?:=(\w+))?:([^\]]+)\]")


@pytest.mark.parametrize("marked", [line for line in _LINES if line and not line.startswith("#")])
def test_identity(rules_only: Pipeline, marked: str) -> None:
    marked = marked.replace("\\n", "\n")
    text, wanted, acronyms, last = "", [], {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        wanted.append((mark[1], len(text), mark[3]))
        if mark[2]:
            acronyms[mark[1]] = mark[2]
        text += mark[3]
        last = mark.end()
    text += marked[last:]
    found = {m.start: (i, text[m.start : m.end]) for i in rules_only(text).institutions for m in i.mentions}
    assert {at: name for at, (_, name) in found.items()} == {at: name for _, at, name in wanted}
    ids = [(label, found[at][0].id) for label, at, _ in wanted]
    assert len(set(ids)) == len({label for label, _ in ids}) == len({id for _, id in ids})
    for label, at, _ in wanted:
        if label in acronyms:
            assert found[at][0].acronym == acronyms[label]
