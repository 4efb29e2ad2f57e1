"""A unit agrees with its number."""

from __future__ import annotations

import pytest

from communique.records import Count
from communique.show.catalogue import Words
from communique.show.fields import amount


@pytest.mark.parametrize(
    ("value", "unit", "lang", "shown"),
    [
        (1, "year", "fr", "1\u00a0an"),
        (1.5, "hour", "fr", "1,5\u00a0heure"),
        (2, "year", "fr", "2\u00a0ans"),
        (1, "month", "fr", "1\u00a0mois"),
        (1, "day", "en", "1\u00a0day"),
        (1.5, "day", "en", "1.5\u00a0days"),
        (1, "EUR", "fr", "1\u00a0€"),
        (1, "km", "fr", "1\u00a0km"),
    ],
)
def test_agreement(value: float, unit: str, lang: str, shown: str) -> None:
    count = Count(start=0, end=1, text="x", kind="measure", value=value, unit=unit)
    assert amount(count, Words(lang)) == shown
