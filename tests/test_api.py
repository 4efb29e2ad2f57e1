from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import communique

TEXT = "Le CNRS compte 33 000 agents depuis 2019. « Nous sommes prêts », confirme Marie Dupont, directrice du CNRS."


def test_extract() -> None:
    article = communique.extract(TEXT)
    assert [c.noun for c in article.counts] == ["agents"]
    assert article.people[0].roles[0].title == "directrice"
    assert article.institution(article.people[0].roles[0].institution).name == "CNRS"
    assert article.quotations[0].speaker == article.people[0].id
    assert article.dates[0].value == "2019"


@pytest.mark.parametrize("published", ["2024-05-13", date(2024, 5, 13), "lundi 13 mai 2024"])
def test_published_resolves_relative_dates(published: str | date) -> None:
    article = communique.extract("Le jury s'est réuni hier à Paris.", published, model=None)
    assert article.published == "2024-05-13"
    assert [d.value for d in article.dates] == ["2024-05-12"]


@pytest.mark.parametrize("published", ["", "bientôt", "mai 2024", "2024-13-45"])
def test_published_is_a_day(published: str) -> None:
    with pytest.raises(ValueError, match="published is not a day"):
        communique.extract(TEXT, published, model=None)


def test_extract_many_takes_texts_and_files_in_order(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    items = ["Un texte de 12 pages.", file, "Un autre de 14 pages."]
    articles = list(communique.extract_many(items, model=None))
    assert [a.text for a in articles] == [items[0], TEXT, items[2]]
    assert [a.source for a in articles] == [None, str(file), None]
    assert list(communique.extract_many(items, model=None, workers=2)) == articles


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# Un prix pour l’école", "Un prix pour l’école"),
        ("## Un prix ##", "Un prix"),
        ("L’école no #1", "L’école no #1"),
    ],
)
def test_titles_of_markdown(line: str, title: str) -> None:
    assert communique.extract(f"{line}\n\nL’école compte 12 élèves.", model=None).title == title


def test_only_some_kinds() -> None:
    article = communique.load(model=None, only={"counts", "quotations"})(TEXT)
    assert article.counts
    assert article.quotations
    assert not article.dates
    assert not article.people
    assert not article.institutions


def test_unknown_kind() -> None:
    with pytest.raises(ValueError, match="unknown record kinds: adverbs"):
        communique.load(only={"adverbs"})


def test_model_not_installed() -> None:
    with pytest.raises(OSError, match="pip install fr-core-news-zz"):
        communique.extract(TEXT, model="fr_core_news_zz")


def test_not_french() -> None:
    text = (
        "The university was ranked among the best in the world and it is proud of what its people have done."
    )
    assert [w.code for w in communique.extract(text, model=None).warnings] == ["not_french"]


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_is_light() -> None:
    heavy = {"spacy", "numpy", "pydantic", "pandas", "typer", "rich", "dateparser", "regex"}
    loaded = run("import sys, communique; print(*sys.modules)").split()
    assert not heavy & set(loaded)


def test_no_model_means_no_spacy() -> None:
    loaded = run(
        "import sys, communique; communique.extract('Le CNRS.', model=None); print(*sys.modules)"
    ).split()
    assert "spacy" not in loaded
    assert "numpy" not in loaded


def test_every_public_name_is_there() -> None:
    for name in communique.__all__:
        assert getattr(communique, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        communique.nothing  # noqa: B018
