from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

import communique
from communique.records import Article, Count, Institution, Person, Role, Section, Span

ARTICLE = Article(
    text="Assia Tria, directrice d'IMT Mines Alès, compte 1 600 élèves.",
    institutions=(
        Institution(id="i1", name="IMT Mines Alès", kind="education", mentions=(Span(start=25, end=39),), rule="head"),
    ),
    people=(
        Person(
            id="p1", name="Assia Tria", mentions=(Span(start=0, end=10),),
            roles=(Role(start=12, end=22, title="directrice", institution="i1", rule="after"),), rule="first-name",
        ),
    ),
    counts=(Count(start=48, end=60, text="1 600 élèves", kind="count", value=1600, noun="élèves", rule="noun"),),
)  # fmt: skip


def test_json_follows_the_contract_to_the_letter() -> None:
    data = json.loads(ARTICLE.to_json())
    assert list(data) == [
        "schema_version", "source", "source_sha256", "text", "title", "published", "sections", "sentences",
        "institutions", "people", "rankings", "counts", "quotations", "dates", "warnings",
    ]  # fmt: skip
    assert data["schema_version"] == "1.0"
    assert data["institutions"] == [
        {
            "id": "i1", "name": "IMT Mines Alès", "kind": "education", "acronym": None, "aliases": [],
            "mentions": [{"start": 25, "end": 39}], "links": {},
        }
    ]  # fmt: skip
    assert data["people"][0]["roles"] == [
        {"start": 12, "end": 22, "title": "directrice", "institution": "i1"}
    ]
    assert data["counts"] == [
        {
            "start": 48, "end": 60, "text": "1 600 élèves", "kind": "count", "value": 1600.0, "low": None,
            "high": None, "comparator": "eq", "unit": None, "noun": "élèves",
        }
    ]  # fmt: skip
    assert ARTICLE.to_dict() == data


def test_rules_are_written_on_request_and_never_compared() -> None:
    data = json.loads(ARTICLE.to_json(rules=True))
    assert data["counts"][0]["rule"] == "noun"
    assert data["people"][0]["roles"][0]["rule"] == "after"
    plain, ruled = Article.from_json(ARTICLE.to_json()), Article.from_json(ARTICLE.to_json(rules=True))
    assert plain == ruled == ARTICLE
    assert plain.counts[0].rule is None
    assert ruled.counts[0].rule == "noun"
    assert hash(plain) == hash(ARTICLE)


def test_frozen() -> None:
    with pytest.raises(ValidationError):
        ARTICLE.counts[0].value = 3.0  # type: ignore[misc]


def test_differs_by_any_contract_field() -> None:
    count = ARTICLE.counts[0]
    assert count != count.model_copy(update={"value": 1601.0})
    assert count == count.model_copy(update={"rule": "other"})
    assert count != ARTICLE.people[0]


def test_ids_resolve() -> None:
    assert ARTICLE.institution("i1").name == "IMT Mines Alès"
    assert ARTICLE.person("p1").name == "Assia Tria"
    for missing in ("i2", "p1", ""):
        with pytest.raises(KeyError):
            ARTICLE.institution(missing)


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"text": 3}', '{"text": "a", "counts": [{"start": 0}]}'])
def test_not_an_article(data: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Article.from_json(data)


def test_schema_describes_what_is_written() -> None:
    schema = Article.model_json_schema(mode="serialization")
    assert set(json.loads(ARTICLE.to_json())) == set(schema["properties"])
    kinds = schema["$defs"]["Count"]["properties"]["kind"]["enum"]
    assert kinds == ["count", "percent", "money", "duration", "measure", "ratio"]


@pytest.mark.parametrize("rules", [True, False])
def test_lone_surrogates_are_written_and_read_back(rules: bool) -> None:
    article = Article(text="un \ud800 deux", sections=(Section(start=0, end=9, kind="paragraph", rule="x"),))
    assert Article.from_json(article.to_json(rules=rules)) == article
    with pytest.raises(ValueError, match="text"):
        Article.from_json('{"title": "\\ud800"}')


def test_an_article_is_one_line_where_it_is_printed() -> None:
    article = communique.extract(
        "Un prix\n\nPrès de 12 élèves et 13 écoles en 2024.", "2024-05-03", model=None
    )
    said = "title='Un prix', published='2024-05-03', characters=48, counts=2, dates=1"
    assert repr(article) == str(article) == f"Article({said})"
    assert repr(communique.Article(text="")) == "Article(characters=0)"
