"""One article that fails costs that article alone, for callers of the library too."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import communique
from communique import ArticleError, ReadError, Source, pipeline
from communique.document import Document
from communique.extractors.base import Extractor
from communique.mentions import Found
from communique.pipeline import Draft, Pipeline

GOOD = ["Près de 12 élèves.", "Une hausse de 13 %.", "Plus de 14 écoles."]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """A pipeline that fails on texts in capitals: at the first step, at a later one or at the last."""
    begin, extract, record = Pipeline.begin, pipeline.extract_one, Pipeline.record

    def begun(self: Pipeline, source: Source) -> Draft:
        if source.text == "BEGIN":
            raise ZeroDivisionError("odd")
        return begin(self, source)

    def extracted(extractor: Extractor, doc: Document, found: Found) -> None:
        if doc.text == "EXTRACT" and extractor.name == "counts":
            raise ZeroDivisionError("odd")
        extract(extractor, doc, found)

    def recorded(self: Pipeline, draft: Draft) -> communique.Article:
        if draft.source.text == "RECORD":
            raise ZeroDivisionError("odd")
        return record(self, draft)

    monkeypatch.setattr(Pipeline, "begin", begun)
    monkeypatch.setattr(pipeline, "extract_one", extracted)
    monkeypatch.setattr(Pipeline, "record", recorded)
    return communique.load(model=None)


def texts(articles: Iterator[communique.Article]) -> list[str]:
    return [article.text for article in articles]


@pytest.mark.parametrize(
    "bad", ["BEGIN", "EXTRACT", "RECORD", None, 3, float("nan"), Path("a.txt"), b"octets"]
)
def test_left_out_silently_or_with_a_warning(failing: Pipeline, bad: object) -> None:
    items = [GOOD[0], bad, GOOD[1], bad, GOOD[2]]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert texts(failing.pipe(items, errors="skip")) == GOOD
    with pytest.warns(RuntimeWarning, match="Error: ") as caught:
        assert texts(failing.pipe(items, errors="warn")) == GOOD
    assert len(caught) == 2
    assert all(warning.filename == __file__ for warning in caught)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ("BEGIN", ZeroDivisionError),
        ("EXTRACT", ZeroDivisionError),
        ("RECORD", ZeroDivisionError),
        (None, TypeError),
    ],
)
def test_raised_after_the_articles_before_it(failing: Pipeline, bad: object, error: type[Exception]) -> None:
    found = []
    with pytest.raises(error) as raised:
        found.extend(article.text for article in failing.pipe([*GOOD[:2], bad, GOOD[2]]))
    assert raised.value.__notes__ == [f"in the article {bad!r}"]
    assert found == GOOD[:2]


def test_an_article_is_called_by_its_source(failing: Pipeline) -> None:
    with pytest.warns(RuntimeWarning, match="^a12: ZeroDivisionError: odd$"):
        list(failing.pipe([Source("BEGIN", source="a12")], errors="warn"))
    with pytest.warns(RuntimeWarning, match="^'BEGIN': ZeroDivisionError: odd$"):
        list(failing.pipe(["BEGIN"], errors="warn"))


def test_an_iterator_that_fails_loses_nothing_before_it() -> None:
    def stream() -> Iterator[str]:
        yield from GOOD
        raise OSError("cut off")

    found = []
    with pytest.raises(OSError, match="cut off"):
        found.extend(article.text for article in communique.load(model=None).pipe(stream()))
    assert found == GOOD


def test_each_article_as_it_comes() -> None:
    taken = []

    def stream() -> Iterator[str]:
        for text in GOOD:
            taken.append(text)
            yield text

    articles = communique.load(model=None).pipe(stream(), batch_size=1)
    assert next(articles).text == GOOD[0]
    assert taken == GOOD[:1]
    assert texts(articles) == GOOD[1:]


def test_a_model_that_is_missing_is_always_raised() -> None:
    with pytest.raises(OSError, match="fr_core_news_zz"):
        list(communique.load("fr_core_news_zz").pipe(GOOD, errors="skip"))


def test_the_model_that_fails_on_one_article_is_asked_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    tag = Pipeline.tag

    def tagged(self: Pipeline, drafts: list[object]) -> object:
        if any(draft.source.text == GOOD[1] for draft in drafts):
            raise MemoryError
        return tag(self, drafts)

    monkeypatch.setattr(Pipeline, "tag", tagged)
    assert texts(communique.load().pipe(GOOD, errors="skip")) == [GOOD[0], GOOD[2]]


@pytest.mark.parametrize("call", [communique.load(model=None).pipe, communique.extract_many])
def test_what_errors_may_be(call: object) -> None:
    with pytest.raises(ValueError, match="errors is one of raise, warn, skip; not 'ignore'"):
        call(GOOD, errors="ignore")


@pytest.mark.parametrize("workers", [1, 2])
def test_many_items_of_which_some_fail(tmp_path: Path, workers: int) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD[0], "utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.jsonl").write_text('{"id": 1, "text": "Une hausse de 13 %."}\n{"id": 2}\n', "utf-8")
    (folder / "image.jpg").write_bytes(b"\xff\xd8")
    items = [folder, None, tmp_path / "rien.txt", Source(GOOD[2], source="x", published="2024-05-03")]
    how = {"model": None, "workers": workers, "only": {"counts"}}
    with pytest.warns(RuntimeWarning) as caught:
        found = list(communique.extract_many(items, errors="warn", **how))
    assert [(a.text, a.source) for a in found] == [
        (GOOD[0], str(folder / "a.txt")), (GOOD[1], f"{folder / 'c.jsonl'}#1"), (GOOD[2], "x"),
    ]  # fmt: skip
    assert found[2].published == "2024-05-03"
    assert [bool(a.counts) and not a.dates for a in found] == [True] * 3
    assert sorted(str(w.message).replace(str(tmp_path), "") for w in caught) == [
        "/dossier/b.txt: empty file",
        "/dossier/c.jsonl#2: no text in this row (column 'text')",
        "/rien.txt: No such file or directory",
        "item 2: neither a text nor a Path nor a Source, but a NoneType",
    ]
    assert list(communique.extract_many(items, errors="skip", **how)) == found
    with pytest.raises(ArticleError) as raised:
        list(communique.extract_many(items, **how))
    assert (raised.value.source, raised.value.reason) == (str(folder / "b.txt"), "empty file")
    assert isinstance(raised.value, ReadError) or workers > 1


@pytest.mark.parametrize("item", ["Un texte.", Path("a.txt")])
def test_one_item_is_not_many(item: object) -> None:
    with pytest.raises(TypeError, match="extract_many takes many items"):
        communique.extract_many(item)


@pytest.mark.parametrize("text", [None, b"texte", Path("a.txt"), 3, float("nan")])
def test_a_text_is_a_str(text: object) -> None:
    with pytest.raises(TypeError, match=f"is a str, not a {type(text).__name__}; extract_many reads files"):
        communique.extract(text)


def test_kinds_named_in_one_string() -> None:
    assert communique.load(only="counts, dates").only == {"counts", "dates"}
    assert communique.extract("Près de 12 élèves en 2024.", model=None, only="counts").dates == ()
    with pytest.raises(ValueError, match="unknown record kinds: count "):
        communique.load(only="count")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("fr_core_news_zz", ": pip install fr-core-news-zz, or python -m spacy download fr_core_news_zz"),
        ("none", ": rules and word lists alone are model=None"),
        ("toto", ""),
    ],
)
def test_how_to_get_a_model(name: str, advice: str) -> None:
    with pytest.raises(OSError, match="no spaCy pipeline") as raised:
        communique.extract("Un texte.", model=name)
    assert str(raised.value) == f"no spaCy pipeline named {name!r} is installed{advice}"


@pytest.mark.parametrize(
    ("published", "day", "warned"),
    [
        ("2024-05-03", "2024-05-03", False),
        (date(2024, 5, 3), "2024-05-03", False),
        (pd.Timestamp("2024-05-03 10:00"), "2024-05-03", False),
        ("3 mai 2024", "2024-05-03", False),
        (float("nan"), None, False),
        (pd.NaT, None, False),
        (pd.NA, None, False),
        ("bientôt", None, True),
    ],
)
def test_days_of_sources(published: object, day: str | None, warned: bool) -> None:
    source = Source("Le jury s’est réuni hier.", source="a", published=published)
    (article,) = communique.extract_many([source], model=None)
    assert article.published == day
    assert [w.code for w in article.warnings] == ["date"] * warned


def test_a_source_without_text() -> None:
    with pytest.raises(TypeError, match="not a float"):
        list(communique.extract_many([Source(float("nan"))], model=None))
