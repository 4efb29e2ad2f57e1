"""Short articles: each position with its subject, its ranking and its edition; see ``rankings_articles.txt``,
``rankings_reports.txt`` (several sentences, headings), ``rankings_lists.txt`` (lists, several positions in one) and
``rankings_subjects.txt`` (whose position it is)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.document import plain_shadow
from communique.pipeline import Pipeline
from communique.records import Ranking

LINES = [
    line
    for name in ("articles", "reports", "lists", "subjects")
    for line in (Path(__file__).parent / f"rankings_{name}.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]
SCOPES = {"world": "w", "europe": "e", "national": "n", "regional": "r", None: ""}
POSITION = re.compile(r"([^@#~]*?)\s*(?:@([^@#~]*?))?\s*(?:#([^@#~]*?))?\s*(?:~(\d+))?")
HEAD = re.compile(r"(?:l'|le |la |les |groupe |societe |banque )")

Told = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None, choices={})  # the rules alone


def bare(name: str | None) -> str:
    """A name without the article or the common noun that a reader may leave out."""
    return HEAD.sub("", plain_shadow(name or ""), count=1)


def told(r: Ranking, names: dict[str, str]) -> Told:
    ranks = "-".join(str(n) for n in dict.fromkeys((r.rank_min, r.rank_max)) if n is not None)
    size = (f"/{r.out_of}" if r.out_of else "") + (f"{r.change:+d}" if r.change else "")
    position = (ranks or ("" if r.change else "-")) + SCOPES[r.scope] + size
    return position, bare(names.get(r.subject or "")), bare(r.ranking), str(r.year or "")


def expected(entry: str) -> Told:
    m = POSITION.fullmatch(entry.strip())
    assert m is not None
    return m[1], bare(m[2]), bare(m[3]), m[4] or ""


@pytest.mark.parametrize("line", LINES)
def test_article(line: str, pipeline: Pipeline) -> None:
    text, _, entries = line.rpartition("|")
    article = pipeline(text.strip().replace("\\n", "\n").replace("\\t", "\t"))
    names = {i.id: i.name for i in article.institutions} | {p.id: p.name for p in article.people}
    assert [told(r, names) for r in article.rankings] == [
        expected(e) for e in entries.split(";") if e.strip()
    ]
