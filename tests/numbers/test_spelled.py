"""Every spelling of a number is read back to its value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.numbers import parse_number
from spelled_numbers import spell, spell_ordinal

REGIONS = st.sampled_from(("fr", "be", "ch"))
# As written before 1990, after it, without hyphens, in capitals, at the start of a sentence.
WRITINGS = (str, lambda w: w.replace(" ", "-"), lambda w: w.replace("-", " "), str.upper, str.capitalize)
WHOLE = st.one_of(st.integers(0, 2200), st.integers(0, 10**6), st.integers(0, 10**14))


@given(WHOLE, REGIONS, st.sampled_from(WRITINGS))
def test_cardinals(n: int, region: str, write: object) -> None:
    number = parse_number(write(spell(n, region)))  # type: ignore[operator]
    assert number is not None
    assert (number.value, number.ordinal) == (n, False)


@given(st.one_of(st.integers(1, 2200), st.integers(1, 10**6)), REGIONS, st.sampled_from(WRITINGS))
def test_ordinals(n: int, region: str, write: object) -> None:
    number = parse_number(write(spell_ordinal(n, region)), ordinal=True)  # type: ignore[operator]
    assert number is not None
    assert (number.value, number.ordinal) == (n, True)


@given(st.integers(0, 9999), st.integers(0, 99), REGIONS)
def test_decimals(whole: int, part: int, region: str) -> None:
    zero = "zéro " if part < 10 else ""
    number = parse_number(f"{spell(whole, region)} virgule {zero}{spell(part, region)}")
    assert number is not None
    assert number.value == pytest.approx(whole + part / 100)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("six virgule deux millions", 6_200_000),
        ("zéro virgule huit milliard", 800_000_000),
        ("trois virgule vingt-cinq", 3.25),
        ("trois virgule cinq mille", 3500),
        ("2 virgule 5", 2.5),
        ("2 virgule 05 millions", 2_050_000),
        ("deux millions et trois cent mille", 2_300_000),
        ("un milliard et deux cents millions", 1_200_000_000),
        ("un quart de million", 250_000),
        ("trois quarts de milliard", 750_000_000),
        ("un dixième de million", 100_000),
        ("soixante et dix", 70),
        ("soixante-et-quinze", 75),
        ("1½", 1.5),
        ("1'234'567.89", 1_234_567.89),
        ("1'250.50", 1250.5),
        ("1'250,50", 1250.5),
        ("1,234,567.89", 1_234_567.89),
        ("un quadrilliard", 1e27),
    ],
)
def test_whole_phrases(text: str, value: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("deux millions et trois", 2_000_000),  # "deux millions et trois villes": two numbers
        ("trois millions et deux milliards", 3_000_000),
        ("1 million et 200 000", 1_000_000),
        ("un quart de litre", 0.25),
        ("soixante et vingt", 60),
        ("vingt et deux", 20),
        ("2, virgule", 2),
        ("trois milles nautiques", 3),
    ],
)
def test_first_of_several(text: str, value: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == value
