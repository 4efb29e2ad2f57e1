"""Our loading of spaCy's recogniser gives what spaCy's own loading gives, and leaves spaCy as it was."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from communique.document import Document, Doubt, Entity
from communique.pipeline import load
from communique.read import Source
from communique.records import Sentence
from communique.tag import ModelNotFoundError, check_model, load_recogniser, settle_doubts, tag_entities

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


def _doubting(text: str, *doubts: Doubt) -> Document:
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^.]+\.", text)]
    return Document(text, sentences=tuple(Sentence(start=s, end=e) for s, e in spans), doubts=list(doubts))


def test_the_model_settles_doubts_and_nothing_else() -> None:
    text = "Le chiffre vient de Renault à Lyon. Emmanuel Macron a visité Paris."
    doc = _doubting(text, Doubt(36, 51, "PER"))
    none = _doubting(text)
    assert list(settle_doubts([none, doc, none], "fr_core_news_sm")) == [(), (Entity(36, 51, "PER"),), ()]
    assert list(settle_doubts([_doubting(text, Doubt(36, 51, "ORG"))], "fr_core_news_sm")) == [()]
    assert list(settle_doubts([doc], None)) == [()]


def test_the_same_whatever_is_read_beside_it(gold_dir: Path) -> None:
    pipeline = load("fr_core_news_sm")
    sources = [Source(path.read_text("utf-8")) for path in sorted(gold_dir.glob("[ef]*.txt"))]
    drafts = [pipeline.draft(source) for source in sources]
    assert any(draft.doc.doubts for draft in drafts)
    together = list(pipeline.tag(drafts))
    assert together == [entities for draft in drafts for entities in pipeline.tag([draft])]
    assert list(pipeline.pipe(sources)) == [pipeline(source.text) for source in sources]


def test_without_doubts_the_model_is_not_loaded() -> None:
    code = (
        "import sys, communique; communique.extract('Le CNRS compte 12 agents.'); "
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("share", [1, 2, 3])
def test_read_again_as_if_the_answer_had_been_known(gold_dir: Path, share: int) -> None:
    pipeline = load("fr_core_news_sm")
    changed = 0
    for path in sorted(gold_dir.glob("*.txt"))[:60]:
        source = Source(path.read_text("utf-8"))
        draft = pipeline.draft(source)
        before = (draft.found.people[:], draft.found.institutions[:])
        told = tuple(Entity(*doubt) for n, doubt in enumerate(draft.doc.doubts) if n % share == 0)
        if told:
            assert pipeline.finish(draft, told) == pipeline.read_one(source, told)
            changed += before != (draft.found.people, draft.found.institutions)
    assert changed


def test_a_long_sentence_is_read_around_its_doubts() -> None:
    far = "et rien de plus " * 20
    text = f"Voici {far}Emmanuel Macron {far}Emmanuel Macron {far}fin."
    at = text.index("Emmanuel")
    doc = _doubting(text, Doubt(at, at + 15, "PER"))
    seen: list[str] = []

    def tag(texts: list[str], model: str) -> list[tuple[Entity, ...]]:
        seen.extend(texts)
        return [(Entity(texts[0].index("Emmanuel"), texts[0].index("Macron") + 6, "PER"),)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("communique.tag._tag_and_forget", tag)
        assert list(settle_doubts([doc], "fr_core_news_sm")) == [(Entity(at, at + 15, "PER"),)]
    (read,) = seen
    assert len(read) < 200
    assert f" {read} " in text
