"""Forms of tokens: the same object in every text, the shadows of the text they stand in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.spellings import Caller, Spelling


@given(st.text(alphabet="aéEÉ1ᵉʳİΣς’' -\n\u00a0ßﬁ.", max_size=40))
def test_forms_are_the_shadows_of_their_tokens(text: str) -> None:
    for _ in range(2):  # once met, once known
        doc = Document(text)
        tokens = doc.tokens
        assert [form.text for form in doc.forms] == [
            text[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)
        ]
        assert tokens.lower == [doc.lower[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)]
        assert tokens.plain == [doc.plain[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)]


def test_texts_share_the_forms_of_their_tokens() -> None:
    one, two = Document("Le CNRS recrute."), Document("Selon le CNRS, rien.")
    assert one.forms[1] is two.forms[2]
    assert (one.forms[1].capital, one.forms[1].shouted, one.forms[0].shouted) == (True, True, False)


def test_a_form_is_asked_once() -> None:
    asked: list[str] = []

    def question(form: Spelling) -> bool:
        asked.append(form.text)
        return form.text == "prix"

    caller = Caller(question)
    assert [caller.of(Document("le prix, le prix").forms) for _ in range(2)] == [[1, 4], [1, 4]]
    assert sorted(asked) == [",", "le", "prix"]


def test_a_form_known_with_another_shadow_is_not_taken() -> None:
    texts = ("1ᵉʳ prix", "1ᵉʳ prix İ", "1ᵉʳ prix Σ")
    for text in (*texts, *texts):
        doc = Document(text)
        assert doc.tokens.lower[0] == doc.lower[: doc.tokens.end[0]]
