"""Who speaks in whole articles: names, functions, pronouns and bodies taken up from one paragraph to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pipeline import Pipeline

TEXTS = Path(__file__).with_name("speakers_articles.txt").read_text("utf-8").split("====\n")[1:]
ARTICLES = [tuple(text.split("\n----\n")) for text in TEXTS]


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
