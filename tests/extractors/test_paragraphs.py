"""Paragraphs of the kind that the press and press releases print, with all that is said in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline

ROOM = Path(__file__).parent / "paragraphs"


def blocks(name: str, mark: str) -> list[tuple[str, list[str]]]:
    """(paragraph, expected lines) of each block of a file."""
    out = []
    for block in (ROOM / name).read_text("utf-8").split("\n===\n")[1:]:
        lines = block.strip("\n").split("\n")
        expected = [line.removeprefix(mark).strip() for line in lines if line.startswith(mark)]
        out.append(("\n".join(x for x in lines if not x.startswith(mark)), [x for x in expected if x]))
    return out


def told(pipeline: Pipeline, text: str) -> list[str]:
    article = pipeline(text)
    names = {p.id: p.name for p in article.people} | {i.id: i.name for i in article.institutions}
    return [
        f"{'i ' if q.kind == 'indirect' else ''}{names.get(q.speaker or '', '-')}/{q.cue or '-'}"
        for q in article.quotations
    ]


def held(pipeline: Pipeline, text: str) -> list[str]:
    article = pipeline(text)
    names = {i.id: i.name for i in article.institutions}
    out = []
    for person in article.people:
        for role in person.roles:
            body = f" @ {names[role.institution]}" if role.institution else ""
            out.append(f"{person.name}: {role.title}{body}")
        if not person.roles:
            out.append(person.name)
    return sorted(out)


@pytest.mark.parametrize(
    ("text", "expected"),
    [*blocks("attribution.txt", ">>"), *blocks("indirect.txt", ">>"), *blocks("no_quotation.txt", ">>")],
)
def test_words_and_their_speakers(rules_only: Pipeline, text: str, expected: list[str]) -> None:
    assert told(rules_only, text) == expected


@pytest.mark.parametrize(("text", "expected"), blocks("roles.txt", "@@"))
def test_people_and_their_functions(rules_only: Pipeline, text: str, expected: list[str]) -> None:
    assert held(rules_only, text) == sorted(expected)
