"""Reported words by phenomenon: sentences that hold them, sentences that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline

TITLE = "Une rentrée sous le signe de l'eau\n\n"
FILES = (
    "quotations_sentences.txt",
    "quotations_press.txt",
    "quotations_indirect.txt",
    "quotations_dailies.txt",
    "quotations_countries.txt",
    "quotations_pages.txt",
    "quotations_speakers.txt",
    "quotations_which.txt",
    "quotations_resolved.txt",
)
LINES = [line for name in FILES for line in Path(__file__).with_name(name).read_text("utf-8").split("\n")]


def _cases() -> list[tuple[str, list[tuple[str, ...]]]]:
    cases: list[tuple[str, list[tuple[str, ...]]]] = []
    for line in LINES:
        if line.startswith("> "):
            cases[-1][1].append(tuple(line[2:].split(" | ")))
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return cases


@pytest.mark.parametrize(("text", "told"), _cases())
def test_what_is_told(rules_only: Pipeline, text: str, told: list[tuple[str, ...]]) -> None:
    article = rules_only(TITLE + text.replace("\\n", "\n"))
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    found = [(q.text, names.get(q.speaker or "", "-"), q.cue or "-") for q in article.quotations]
    assert found == told
