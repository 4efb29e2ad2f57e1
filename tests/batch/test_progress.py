from __future__ import annotations

from collections.abc import Iterator

import pytest

import communique
from communique.batch.progress import followed

TEXTS = ["Un texte de 12 pages.", "Un autre de 14 pages.", "Le dernier."]


@pytest.mark.parametrize("items", [TEXTS, (text for text in TEXTS)])
def test_a_bar_says_how_many_and_changes_nothing(items: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    articles = list(communique.extract_many(items, model=None, progress=True))
    assert [a.text for a in articles] == TEXTS
    out, err = capfd.readouterr()
    assert out == ""
    assert "3 articles" in err


def test_more_articles_than_items(capfd: pytest.CaptureFixture[str]) -> None:
    articles = list(communique.extract_many(TEXTS, model=None))
    assert list(followed(articles, total=1)) == articles
    assert "3 articles" in capfd.readouterr().err


def test_articles_come_as_they_are_made() -> None:
    made = []

    def articles() -> Iterator[communique.Article]:
        for text in TEXTS:
            made.append(text)
            yield communique.Article(text=text)

    first = next(followed(articles(), total=None))
    assert (first.text, made) == (TEXTS[0], TEXTS[:1])
