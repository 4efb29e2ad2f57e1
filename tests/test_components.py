from __future__ import annotations

import pickle
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

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


@pytest.mark.parametrize("published", ["2024-05-13", "13/05/2024", date(2024, 5, 13)])
def test_published_date_of_a_document(published: object) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique_dates")
    doc = nlp.make_doc("Le jury s’est réuni hier.")
    doc._.communique_published = published
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
    assert Span.has_extension("communique")


def test_the_record_of_a_span() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique")
    doc = nlp(TEXT)
    article = doc._.communique
    for kind in ("people", "institutions", "counts", "quotations", "dates"):
        assert [span._.communique for span in doc.spans[f"communique.{kind}"]] == list(getattr(article, kind))
    assert doc[0:2]._.communique is None
    assert spacy.blank("fr")(TEXT)[0:2]._.communique is None


def test_several_processes() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique")
    alone = [doc._.communique for doc in nlp.pipe([TEXT, "12 élèves.", ""])]
    spread = list(
        nlp.pipe([(TEXT, 1), ("12 élèves.", 2), ("", 3)], n_process=2, batch_size=1, as_tuples=True)
    )
    assert [doc._.communique for doc, _ in spread] == alone
    assert [context for _, context in spread] == [1, 2, 3]


@pytest.mark.parametrize("kept", [True, False])
def test_kept_in_a_docbin(kept: bool) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique")
    doc = nlp(TEXT)
    packed = DocBin(docs=[doc], store_user_data=kept).to_bytes()
    (again,) = DocBin(store_user_data=kept).from_bytes(packed).get_docs(nlp.vocab)
    assert [s.text for s in again.spans["communique.counts"]] == ["près de 1 600 agents"]
    assert again._.communique == (doc._.communique if kept else None)


def test_articles_come_back_with_their_rules() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("communique_counts")
    doc = nlp(TEXT)
    for again in (Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))):
        assert again._.communique.counts[0].rule == doc._.communique.counts[0].rule == "count"
