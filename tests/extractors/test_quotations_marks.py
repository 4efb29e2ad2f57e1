from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.quotations.marks import find_marked
from communique.pipeline import Pipeline


def words(text: str, bounds: list[tuple[int, int]] | None = None) -> list[tuple[int, str]]:
    return [(m.depth, text[m.start : m.end]) for m in find_marked(text, bounds or [(0, len(text))])]


def paragraphs(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.split("\n"):
        if line:
            out.append((at, at + len(line)))
        at += len(line) + 1
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui ».", [(0, "oui")]),
        ("Il dit «oui».", [(0, "oui")]),
        ("Il dit «\u202foui\u00a0».", [(0, "oui")]),
        ("Il dit “oui”.", [(0, "oui")]),
        ("Il dit „oui“.", [(0, "oui")]),
        ("Il dit „oui”.", [(0, "oui")]),
        ("Il dit ‹ oui ›.", [(0, "oui")]),
        ("Il dit <<oui>>.", [(0, "oui")]),
        ("Il dit ‘oui’.", [(0, "oui")]),
        ("Il dit 'oui'.", [(0, "oui")]),
        ('Il dit "oui".', [(0, "oui")]),
        ('Il dit " oui, et non", puis "rien".', [(0, "oui, et non"), (0, "rien")]),
        ('"Viens ! " dit-il.', [(0, "Viens !")]),
        ("d'\"aucun\"", [(0, "aucun")]),
        ("« Il dit “non” », puis \"oui\".", [(0, "Il dit “non”"), (1, "non"), (0, "oui")]),
        ("« Il dit « non » hier »", [(0, "Il dit « non » hier"), (1, "non")]),
        ("\"On dit : 'Circulez, y'a rien'\", dit-il.", [(0, "On dit : 'Circulez, y'a rien'"), (1, "Circulez, y'a rien")]),
        ("« A “ B » C ”", [(0, "A “ B")]),
    ],
)  # fmt: skip
def test_pairs(text: str, expected: list[tuple[int, str]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L'été n'est pas fini aujourd'hui.",
        'Elle nage en 2’10”62, à 8" du record.',
        'Un écran de 15" et un de 17".',
        "Depuis l'an '68, rien.",
        "« »",
        "mot » mot",
    ],
)
def test_no_marks(text: str) -> None:
    assert words(text) == []


def test_inches_inside_straight_marks() -> None:
    assert words('Il dit "un écran de 15" pour tous" hier.') == [(0, 'un écran de 15" pour tous')]


def test_reopened_paragraphs_are_one_quotation() -> None:
    text = "« Un.\n« Deux.\n« Trois », dit-il."
    assert words(text, paragraphs(text)) == [(0, "Un.\n« Deux.\n« Trois")]


def test_unclosed_mark_ends_with_its_paragraph_and_loses_nothing() -> None:
    text = "« Un, dit-il. Fin\nPuis « deux ».\n"
    found = find_marked(text, paragraphs(text))
    assert [(text[m.start : m.end], m.closed) for m in found] == [("Un, dit-il. Fin", False), ("deux", True)]


def test_unclosed_mark_before_another_quotation() -> None:
    text = "« Un, dit-il. Puis « deux », dit-elle."
    found = find_marked(text, [(0, len(text))])
    assert [(text[m.start : m.end], m.closed) for m in found] == [("Un, dit-il.", False), ("deux", True)]


def test_unclosed_mark_before_others_that_hold_its_like() -> None:
    found = find_marked("“1«“1“»", [(0, 7)])
    assert [(m.open, m.close, m.closed) for m in found] == [(0, 2, False), (2, 7, True), (3, 6, True)]


def test_words_go_on_in_the_next_paragraph_without_a_mark_of_their_own() -> None:
    text = "« Nous tenons.\nTout va bien », dit-il."
    found = find_marked(text, paragraphs(text))
    assert [text[m.start : m.end] for m in found] == ["Nous tenons.\nTout va bien"]


MARKS = st.text(alphabet=list("«»“”„\"‹›'’‘ a.\n,1"), max_size=300)


@given(MARKS)
def test_spans_are_valid_and_never_cross(text: str) -> None:
    found = find_marked(text, paragraphs(text))
    for m in found:
        assert 0 <= m.open <= m.start < m.end <= m.close <= len(text)
        assert text[m.start : m.end] == text[m.start : m.end].strip()
    for a in found:
        for b in found:
            crosses = a.open < b.open < a.close < b.close
            assert not crosses


@settings(max_examples=5, deadline=None)
@given(st.sampled_from(["« ", "» ", '"', "“", "'a' ", "« a » ", "« “ a "]), st.sampled_from([1, 10_000]))
def test_many_marks(unit: str, times: int) -> None:
    text = unit * times + "mot" + " »" * times
    for m in find_marked(text, [(0, len(text))]):
        assert m.start < m.end


@pytest.mark.parametrize(
    "text", ['",SE sOUVINT A', 'Oui. "a", résume Marie Dupont, juriste. E', '" , résume Marie Dupont. E "']
)
def test_no_part_is_empty(text: str, rules_only: Pipeline) -> None:
    for quotation in rules_only(text).quotations:
        assert all(part.start < part.end for part in quotation.parts)
        assert quotation.start < quotation.end
