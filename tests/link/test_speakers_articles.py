"""Who speaks in whole articles: names, functions, pronouns and bodies taken up from one paragraph to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline


def _articles(name: str) -> list[tuple[str, ...]]:
    texts = Path(__file__).with_name(name).read_text("utf-8").split("====\n")[1:]
    return [tuple(text.split("\n----\n")) for text in texts]


ARTICLES = _articles("speakers_articles.txt")
TOLD = _articles("speakers_told.txt")


@pytest.mark.parametrize(("text", "table"), ARTICLES, ids=[text.split("\n")[0] for text, _ in ARTICLES])
def test_speakers(rules_only: Pipeline, text: str, table: str) -> None:
    article = rules_only(text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    found = [(q.text, names.get(q.speaker or "", "-")) for q in article.quotations]
    for line in table.strip().split("\n"):
        begins, speaker = line.split(" | ")
        said = next((f for f in found if f[0].startswith(begins)), None)
        assert said is not None, begins
        assert (begins, said[1]) == (begins, speaker)
        found.remove(said)


@pytest.mark.parametrize(("text", "table"), TOLD, ids=[text.split("\n")[0] for text, _ in TOLD])
def test_all_that_is_said(rules_only: Pipeline, text: str, table: str) -> None:
    article = rules_only(text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    found = [(q.text, names.get(q.speaker or "", "-"), q.cue or "-") for q in article.quotations]
    for line in table.strip().split("\n"):
        begins, speaker, cue = line.removeprefix("?").split(" | ")
        said = next((f for f in found if f[0].startswith(begins)), None)
        if said is not None:
            found.remove(said)
        if not line.startswith("?"):
            assert said is not None, begins
            assert (begins, *said[1:]) == (begins, speaker, cue)
    assert not found  # nothing else is anybody's words
