from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document, fold_name, line_shadow, lower_shadow, plain_shadow


@given(st.text())
def test_shadows_have_the_length_of_the_text(text: str) -> None:
    assert len(line_shadow(text)) == len(lower_shadow(text)) == len(plain_shadow(text)) == len(text)


@given(st.text())
def test_tokens_are_ordered_and_in_the_text(text: str) -> None:
    tokens = Document(text).tokens
    end = 0
    for start, stop, surface in zip(tokens.start, tokens.end, tokens.text, strict=True):
        assert end <= start < stop
        assert text[start:stop] == surface
        end = stop


@pytest.mark.parametrize(
    ("text", "lower", "plain"),
    [
        ("L’École d’Été", "l'école d'été", "l'ecole d'ete"),
        ("1\u202f600\u00a0€", "1 600 €", "1 600 €"),
        ("ŒUVRE İstanbul", "œuvre İstanbul", "œuvre İstanbul".replace("İ", "I")),
        ("a\r\nb\rc", "a \nb\nc", "a \nb\nc"),
    ],
)
def test_shadows(text: str, lower: str, plain: str) -> None:
    assert lower_shadow(text) == lower
    assert plain_shadow(text) == plain


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
        ("Saint-\nÉtienne", "Saint- Étienne"),
        ("Jean-Pierre", "Jean-Pierre"),
    ],
)
def test_fold_name(surface: str, name: str) -> None:
    assert fold_name(surface) == name
