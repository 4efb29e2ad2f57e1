"""Span invariants on arbitrary and on French-like text, through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.pipeline import Pipeline
from communique.records import Article
from invariants import check

PIECES = [
    "« ", " »", "“", "”", '"', "'", "’", "(", ")", "\n", "\n\n", "\r\n", " ", "\u00a0", "\u202f", "- ", "– ", "• ",
    ", ", ". ", " : ", " ; ", "… ", "! ", "?", "M. ", "Mme ", "Pr ", "le ", "la ", "l’", "d’", "de ", "du ", "et ",
    "Marie Dupont", "J.-P. MARTIN", "Tria", "directrice", "présidente de ", "IMT Mines Alès", "CNRS", "(CGE)",
    "Université de Nantes", "l’école", "elle", "précise-t-elle", "a annoncé que ", "selon ", "explique ", "6e ",
    "1er ", "top 300", "classée ", "place", "passe de la 15e à la 9e place", "près de ", "1 600 ", "candidats",
    "12,5 %", "3 M€", "deux tiers des ", "entre 20 et 30 ", "une centaine de ", "le 3 mai 2024", "2023 – 2027",
    "depuis 2019", "lundi dernier", "rentrée 2024", "À PROPOS DE ", "CONTACT PRESSE", "###", "Publié le 12 mars 2025",
    "\u0000", "\ud800", "\u200b", "\u202e", "é", "e\u0301", "𝔸", "İ", "ß", "½", "一",
]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_french_like_text(rules_only: Pipeline, text: str) -> None:
    check(rules_only(text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text(rules_only: Pipeline, text: str) -> None:
    check(rules_only(text))


def test_every_text_at_hand(default: Pipeline, gold_dir: Path, articles_dir: Path) -> None:
    paths = sorted([*gold_dir.glob("*.txt"), *articles_dir.glob("*.txt")])
    assert len(paths) >= 60
    for path in paths:
        article = default(path.read_bytes().decode())
        check(article)
        assert Article.from_json(article.to_json()) == article
        assert Article.from_json(article.to_json(rules=True)) == article


def test_deterministic(default: Pipeline, articles_dir: Path) -> None:
    for path in sorted(articles_dir.glob("*.txt"))[:4]:
        text = path.read_text("utf-8")
        assert default(text).to_json(rules=True) == default(text).to_json(rules=True)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "a", "MOT", "Alès", "«", "»", "«»", '"', "1", "%", "1e", "\ud800", "\x00\x01",
        "« " * 500, "« " * 500 + "» " * 500, "1 " * 2000, "1" * 5000, "A" * 5000, "(" * 2000, "de la " * 1000,
        "Marie " * 1000, "Université de " * 500, "IMT MINES ALÈS " * 200, "2024 " * 1000, "le " * 2000, ". " * 2000,
        "'" * 3000, '"a" ' * 1000, "\n".join("- x" for _ in range(2000)), "%" * 3000, "directrice de " * 500,
    ],
)  # fmt: skip
def test_odd_texts(rules_only: Pipeline, text: str) -> None:
    check(rules_only(text))
