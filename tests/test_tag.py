"""Our loading of spaCy's recogniser gives what spaCy's own loading gives, and leaves spaCy as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from communique.tag import ModelNotFoundError, check_model, load_recogniser, tag_entities

ODD = [
    "", " ", "aujourd’hui, l’entr’aide, grand-mère, pet-en-l'air, a-t-il, J.-C., c’est-à-dire",
    "voir https://exemple.fr/a?b=1 et jean.dupont@exemple.fr, +33 (0)1 23, 12/03/2024, 3,5%…",
    "Saint-Étienne-du-Rouvray — « Œuvre » ; ŒUVRE, cœur-de-lion, Aix-en-Provence, Łódź, Çelik",
]  # fmt: skip


@pytest.fixture(scope="module")
def stock() -> spacy.Language:
    return spacy.load("fr_core_news_sm", exclude=["parser", "morphologizer", "attribute_ruler", "lemmatizer"])


def test_same_tokens_and_entities_as_spacy(stock: spacy.Language, gold_dir: Path, articles_dir: Path) -> None:
    paths = sorted([*gold_dir.glob("*.txt"), *articles_dir.glob("*.txt")])
    texts = ODD + [path.read_text("utf-8") for path in paths]
    ours = load_recogniser("fr_core_news_sm")
    for text, expected, entities in zip(
        texts, stock.pipe(texts), tag_entities(texts, "fr_core_news_sm"), strict=True
    ):
        assert [t.text for t in ours.make_doc(text)] == [t.text for t in expected]
        assert entities == tuple((e.start_char, e.end_char, e.label_) for e in expected.ents)


def test_plain_spacy_is_left_alone(stock: spacy.Language) -> None:
    ops = stock.get_pipe("ner").model.ops
    load_recogniser("fr_core_news_sm")
    assert stock.get_pipe("ner").model.ops is ops
    assert type(spacy.blank("fr")).__module__ == "spacy.lang.fr"


def test_no_model_tags_nothing() -> None:
    assert list(tag_entities(["Le CNRS.", "Paris"], None)) == [(), ()]


@pytest.mark.parametrize("name", ["fr_core_news_zz", "json", "../nowhere", "", "a b"])
def test_not_a_model(name: str) -> None:
    with pytest.raises(ModelNotFoundError):
        check_model(name)
