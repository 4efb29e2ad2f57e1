from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.show.marks import Mark, marked, marks, pieces
from show.parsed import Parsed
from show.samples import TEXT, sample


def test_every_place_is_marked_once() -> None:
    found = {m.key: (m.kind, TEXT[m.start : m.end]) for m in marks(sample())}
    assert found == {
        "i1-0": ("institutions", "École des mines d’Alès"),
        "i1-1": ("institutions", "EMA"),
        "p1-0": ("people", "Assia Tria"),
        "p1-r0-0": ("roles", "directrice"),
        "r0-0": ("rankings", "6e sur 1 600 écoles"),
        "c0-0": ("counts", "1 600 écoles"),
        "q0-0": ("quotations", "Nous sommes 6e sur 1 600 écoles"),
        "d0-0": ("dates", "3 mai 2024"),
    }


def test_only_some_kinds() -> None:
    assert {m.kind for m in marks(sample(), ["dates", "counts"])} == {"dates", "counts"}


def test_nested_marks_are_nested_elements_with_their_heights() -> None:
    article = sample()
    page = Parsed(marked(TEXT, marks(article), 0, len(TEXT), "a", set()))
    shown = {e.attributes["id"]: (e.classes, e.text) for e in page.all("mark")}
    assert shown["a-q0-0"] == (["quotations", "h2"], "Nous sommes 6e sur 1 600 écoles")
    assert shown["a-r0-0"] == (["rankings", "h1"], "6e sur 1 600 écoles")
    assert shown["a-c0-0"] == (["counts", "h0"], "1 600 écoles")
    assert page.faults == []


def test_overlapping_marks_are_cut_and_the_id_is_on_the_first_piece() -> None:
    found = [Mark(0, 6, "counts", "c0-0", "c0"), Mark(3, 9, "dates", "d0-0", "d0")]
    page = Parsed(marked("abcdefghij", found, 0, 10, "a", set()))
    assert [(e.classes[0], e.text, e.attributes.get("id")) for e in page.all("mark")] == [
        ("counts", "abcdef", "a-c0-0"),
        ("dates", "def", "a-d0-0"),
        ("dates", "ghi", None),
    ]
    assert page.faults == []


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12),
    st.integers(0, 15),
    st.integers(1, 20),
)
def test_pieces_cover_the_stretch_and_name_exactly_the_marks_above(
    spans: list[tuple[int, int]], start: int, size: int
) -> None:
    found = [Mark(s, s + n, "counts", str(k), str(k)) for k, (s, n) in enumerate(spans)]
    found.sort(key=lambda m: (m.start, -m.end))
    cut = list(pieces(found, start, start + size))
    assert [p.start for p in cut] == [start, *(p.end for p in cut[:-1])]
    assert cut[-1].end == start + size
    for piece in cut:
        assert set(piece.over) == {m for m in found if m.start <= piece.start and m.end >= piece.end}


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8))
def test_any_text_with_any_marks_stays_well_formed_and_whole(text: str, spans: list[tuple[int, int]]) -> None:
    found = [Mark(s, s + n, "dates", str(k), str(k)) for k, (s, n) in enumerate(spans) if s + n <= len(text)]
    found.sort(key=lambda m: (m.start, -m.end))
    page = Parsed(f"<p>{marked(text, found, 0, len(text), 'a', set())}</p>")
    assert page.faults == []
    assert not page.open
    assert {e.name for e in page.elements} <= {"p", "mark"}
    assert len(page.elements[0].text) == len(text)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (0, 10_000), (9_000, 9_001)])
def test_places_outside_the_text_are_left_out(start: int, end: int) -> None:
    date = sample().dates[0].model_copy(update={"start": start, "end": end})
    article = sample().model_copy(update={"dates": (date,)})
    assert not [m for m in marks(article) if m.kind == "dates"]
