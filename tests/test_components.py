from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

TEXT = "L’Insee compte près de 1 600 agents depuis 2019. « C’est peu », confirme Marie Dupont."


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("counts", ["près de 1 600 agents"]),
        ("dates", ["depuis 2019"]),
        ("quotations", ["C’est peu"]),
        ("people", ["Marie Dupont"]),
        ("institutions", ["Insee"]),
        ("rankings", []),
    ],
)
def test_alone_on_a_blank_pipeline(kind: str, texts: list[str]) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe(f"communique_{kind}")
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans[f"communique.{kind}"]] == texts
    assert len(doc.spans) == 1
    assert len(getattr(doc._.communique, kind)) == len(texts)


def test_components_add_up() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique_counts")
    nlp.add_pipe("communique_dates")
    article = nlp(TEXT)._.communique
    assert len(article.counts) == len(article.dates) == 1
    assert not article.people


def test_the_whole_on_a_french_pipeline_uses_its_entities() -> None:
    nlp = spacy.load("fr_core_news_sm")
    plain = nlp(TEXT)
    nlp.add_pipe("communique")
    doc = nlp(TEXT)
    assert [t.pos_ for t in doc] == [t.pos_ for t in plain]
    assert [(e.text, e.label_) for e in doc.ents] == [(e.text, e.label_) for e in plain.ents]
    assert set(doc.spans) == {
        f"communique.{k}" for k in ("institutions", "people", "rankings", "counts", "quotations", "dates")
    }
    assert doc._.communique.quotations[0].speaker == doc._.communique.people[0].id
    person = doc.spans["communique.people"][0]
    assert (person.label_, person.id_) == ("person", "p1")


def test_saved_and_loaded(tmp_path) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique")
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again(TEXT)._.communique == nlp(TEXT)._.communique
    assert spacy.blank("fr").from_bytes(spacy.blank("fr").to_bytes())


def test_published_date_of_a_document() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique_dates")
    doc = nlp.make_doc("Le jury s’est réuni hier.")
    doc._.communique_published = "2024-05-13"
    assert [d.value for d in nlp(doc)._.communique.dates] == ["2024-05-12"]


def test_spans_cut_inside_tokens_are_covered() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique_counts")
    doc = nlp("Un taux de 12%.")
    assert doc._.communique.counts[0].text == "12%"
    assert "12" in doc.spans["communique.counts"][0].text


def test_extensions_are_ours_alone() -> None:
    assert Doc.has_extension("communique")
    assert Doc.has_extension("communique_published")
