"""Sections of arbitrary lines: every line is covered once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records import Section
from communique.segment import find_sections

LEAD = (
    "Quatre équipes sur cinq progressent cette année, et la métropole s'engage à les soutenir plus longtemps."
)


def check(text: str, sections: tuple[Section, ...]) -> None:
    at = 0
    for section in sections:
        assert not text[at : section.start].strip()
        surface = text[section.start : section.end]
        assert surface
        assert surface == surface.strip()
        at = section.end
    assert not text[at:].strip()


LINES = st.sampled_from(
    [
        "COMMUNIQUÉ",
        "À propos de X",
        "Contact :",
        "• un",
        "- 30 -",
        "Page 1/2",
        "Un titre",
        "le 3 mai 2024",
        "\t",
        LEAD,
        "? »",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r"]),
)
def test_every_line_is_covered_once(lines: list[str], end: str) -> None:
    text = end.join(lines)
    check(text, find_sections(text))
