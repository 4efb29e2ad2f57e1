"""The value of a phrase."""

from __future__ import annotations

import pytest

from communique.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("moins douze", -12),
        ("- 1.500", -1500),
        ("−3,5", -3.5),
        (",75", 0.75),
        ("sept virgule deux", 7.2),
        ("trois virgule zéro cinq", 3.05),
        ("zéro virgule quatre", 0.4),
        ("2 sur 5", 0.4),
        ("un sur sept", 1 / 7),
        ("1 3/4", 1.75),
        ("13/16", 0.8125),
        ("quatre et un cinquième", 4.2),
        ("un huitième", 0.125),
        ("deux millions et demi", 2500000),
        ("environ 40 personnes", 40),
        ("une bonne centaine", 100),
    ],
)
def test_value(text: str, value: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "rien", "un vent glacial", "pour cent", "…"])
def test_none(text: str) -> None:
    assert parse_number(text) is None


def test_wanted_reading() -> None:
    rank, share = parse_number("un dixième", ordinal=True), parse_number("un dixième", ordinal=False)
    assert rank is not None
    assert share is not None
    assert (rank.value, rank.ordinal, share.value, share.ordinal) == (10, True, 0.1, False)
    assert parse_number("douze écoles", ordinal=True) is None
    rank, share = parse_number("sept dixième"), parse_number("sept dixième", ordinal=False)
    assert rank is None or rank.value != 0.7
    assert share is not None
    assert share.value == 0.7


def test_rank_alone() -> None:
    number = parse_number("milliardième")
    assert number is not None
    assert (number.value, number.ordinal) == (1e9, True)
