from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from communique import records
from communique.show.catalogue import LANGUAGES, Words
from communique.show.palette import MARKED

TABLES = {
    name: table
    for file in ("catalogue.toml", "catalogue_report.toml")
    for name, table in tomllib.loads((files("communique.show") / file).read_text("utf-8")).items()
}


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_has_every_language(table: str) -> None:
    for key, texts in TABLES[table].items():
        assert set(texts) == set(LANGUAGES), key
        assert all(text.strip() for text in texts.values()), key


@pytest.mark.parametrize(
    ("table", "terms"),
    [
        ("kinds", MARKED),
        ("one", MARKED),
        ("institution", get_args(records.InstitutionKind)),
        ("count", get_args(records.CountKind)),
        ("comparator", get_args(records.Comparator)),
        ("quotation", get_args(records.QuotationKind)),
        ("date", get_args(records.DateKind)),
        ("scope", get_args(records.Scope)),
    ],
)
def test_every_term_of_the_contract_has_its_word(table: str, terms: tuple[str, ...]) -> None:
    assert set(TABLES[table]) == set(terms)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (None, "", ""),
        (0, "0", "0"),
        (1600, "1\u202f600", "1,600"),
        (-12, "-12", "-12"),
        (12.5, "12,5", "12.5"),
        (1 / 3, "0,33", "0.33"),
        (1.2e12, "1\u202f200\u202f000\u202f000\u202f000", "1,200,000,000,000"),
        (2.999, "3", "3"),
    ],
)
def test_numbers(value: float | None, french: str, english: str) -> None:
    assert (Words("fr").number(value), Words("en").number(value)) == (french, english)


@pytest.mark.parametrize(
    ("low", "high", "french", "english"),
    [
        (None, None, "", ""),
        (1, 1, "1er", "1st"),
        (2, 2, "2e", "2nd"),
        (11, 11, "11e", "11th"),
        (112, 112, "112e", "112th"),
        (1203, 1203, "1\u202f203e", "1,203rd"),
        (201, 250, "201–250", "201–250"),
        (1, 300, "top 300", "top 300"),
    ],
)
def test_positions(low: int | None, high: int | None, french: str, english: str) -> None:
    assert (Words("fr").rank(low, high), Words("en").rank(low, high)) == (french, english)
