from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document, fold_name, line_shadow, lower_shadow, plain_shadow, split_tokens
from communique.pipeline import Pipeline

# The tokens as they are defined, where speed does not matter.
TOKEN = re.compile(
    r"(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[ldjmtsnc])'(?=\w)"
    r"|\d+(?:[.,]\d+)*(?!\d|[.,]\d|[^\W\d])|\w+(?:[-\u2010\u2011·]\w+)*|[^\w\s]"
)
FRENCH = st.text("aàbdéejlmnopqrstuœßªʼ'-‑·_019.,€« \n", max_size=40)


@given(st.text())
def test_shadows_have_the_length_of_the_text(text: str) -> None:
    assert len(line_shadow(text)) == len(lower_shadow(text)) == len(plain_shadow(text)) == len(text)


@given(st.text() | FRENCH)
def test_tokens_are_ordered_and_in_the_text(text: str) -> None:
    doc = Document(text)
    tokens, end = doc.tokens, 0
    columns = zip(tokens.start, tokens.end, tokens.text, tokens.lower, tokens.plain, strict=True)
    for start, stop, surface, lower, plain in columns:
        assert end <= start < stop
        assert (surface, lower, plain) == (text[start:stop], doc.lower[start:stop], doc.plain[start:stop])
        end = stop


@given(st.text() | FRENCH)
def test_tokens_are_what_they_are_defined_to_be(text: str) -> None:
    assert split_tokens(lower_shadow(text)) == TOKEN.findall(lower_shadow(text))


@given(st.text(max_size=40))
def test_short_texts_are_folded_as_long_ones(text: str) -> None:
    assert lower_shadow(text) == lower_shadow(text + "." * 300)[: len(text)]


@pytest.mark.parametrize(
    ("text", "lower", "plain"),
    [
        ("L’École d’Été", "l'école d'été", "l'ecole d'ete"),
        ("1\u202f600\u00a0€", "1 600 €", "1 600 €"),
        ("ŒUVRE İstanbul", "œuvre İstanbul", "œuvre İstanbul".replace("İ", "I")),
        ("a\r\nb\rc", "a \nb\nc", "a \nb\nc"),
        ("l'Inserm¹, Élie Roux²,³ : 9 m², 5 km² et x²", "l'inserm , élie roux    : 9 m², 5 km² et x²", None),
    ],
)
def test_shadows(text: str, lower: str, plain: str | None) -> None:
    assert lower_shadow(text) == lower
    assert plain is None or plain_shadow(text) == plain


def test_raised_calls_of_notes_belong_to_no_name(rules_only: Pipeline) -> None:
    article = rules_only(
        "Des équipes du CNRS¹ et de l'Université de Lille² ont suivi 40 souris³. Anne Petit¹ et Paul Grand²,³, "
        "chercheurs au Laboratoire de chimie verte⁴, signent l'étude."
    )
    assert [i.name for i in article.institutions] == [
        "CNRS",
        "Université de Lille",
        "Laboratoire de chimie verte",
    ]
    assert [(p.name, [r.title for r in p.roles]) for p in article.people] == [
        ("Anne Petit", ["chercheurs"]),
        ("Paul Grand", ["chercheurs"]),
    ]
    assert [c.text for c in article.counts] == ["40 souris"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("l’école d’Alès", ["l’", "école", "d’", "Alès"]),
        ("aujourd’hui", ["aujourd", "’", "hui"]),
        ("a-t-il dit", ["a-t-il", "dit"]),
        ("12,5 % et 1.600", ["12,5", "%", "et", "1.600"]),
        ("« Oui ! »", ["«", "Oui", "!", "»"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert Document(text).tokens.text == tokens


def test_token_lookup() -> None:
    tokens = Document("Le CNRS gagne.").tokens
    assert tokens.text[tokens.at(3)] == tokens.text[tokens.at(6)] == "CNRS"
    assert tokens.text[tokens.at(2)] == "CNRS"
    assert tokens.text[tokens.before(7)] == "CNRS"
    assert tokens.before(0) == -1


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Université\nde  Lille", "Université de Lille"),
        ("télé-\ndétection", "télédétection"),
        ("Saint-\nÉtienne", "Saint-Étienne"),
        ("Jean-Pierre", "Jean-Pierre"),
    ],
)
def test_fold_name(surface: str, name: str) -> None:
    assert fold_name(surface) == name


def test_names_keep_their_hyphen_over_a_line_end() -> None:
    assert fold_name("Paris-\nNanterre") == "Paris-Nanterre"
    assert fold_name("télé-\ndétection") == "télédétection"
    assert fold_name("Fondation Mines-\n  Élan") == "Fondation Mines-Élan"
