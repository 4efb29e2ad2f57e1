"""Names of rankings: where they begin and end, and which one a position is of.

See ``rankings_names.txt`` and ``rankings_named.txt``.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.rankings.names import RankingName, find_names
from communique.extractors.rankings.naming import same_ranking
from communique.extractors.rankings.told import find_told
from communique.pipeline import Pipeline, Source, segment

HEAD = "Communiqué de presse\n\nRésultats : une bonne nouvelle\n\nParis, le 3 mars 2025\n\n"
LINES = [
    line
    for file in ("rankings_names.txt", "rankings_named.txt")
    for line in (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None, choices={})  # the rules alone


@pytest.mark.parametrize("line", LINES)
def test_name_and_edition(line: str, pipeline: Pipeline) -> None:
    text, name, year = line.rsplit(" | ", 2)
    last = pipeline(HEAD + text.replace("\\n", "\n")).rankings[-1]
    assert (last.ranking or "-", str(last.year or "-")) == (name, year)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elle est 3e du « World’s Best Hospitals 2025 ».", ["World’s Best Hospitals 2025"]),
        ("Le palmarès Best Workplaces™ France 2025 est paru.", ["palmarès Best Workplaces™ France 2025"]),
        (
            "Le classement L’Usine Nouvelle 2025 des écoles d’ingénieurs est là.",
            ["classement L’Usine Nouvelle 2025 des écoles d’ingénieurs"],
        ),
        (
            "Le « Palmarès des villes où il fait bon vivre » est connu.",
            ["Palmarès des villes où il fait bon vivre"],
        ),
        ("Les résultats des « QS World University Rankings » (QS WUR) sont là.", ["QS World University Rankings"]),
        ("Le baromètre Cap'Com 2024 et le classement Newsweek/Statista.",
         ["baromètre Cap'Com 2024", "classement Newsweek/Statista"]),
        # no name: the verb of what it does, what is said of it, several, a table's caption, a publisher
        ("Le palmarès passe en revue 2 400 hôpitaux.", []),
        ("Le palmarès couronne Lyon.", []),
        ("Le classement « ne mesure ni la bonté ni la fatigue ».", []),
        ("Elle brille dans les palmarès des magazines L'Étudiant et Challenges.", []),
        ("Le palmarès des entrées\nRang | Musée | Entrées\n1er | Musée Roy | 204", []),
        ("Le classement mondial publié par le magazine Times Higher Education (THE) est paru.", []),
        ("La liste Ensemble est arrivée 2e.", []),
        ("Elle est 3e du Stade Brestois.", []),
        ("Elle est dans le Top 10 de France.", []),
    ],
)  # fmt: skip
def test_bounds(text: str, names: list[str]) -> None:
    assert [n.value for n in find_names(segment(Source(text)))] == names


@pytest.mark.parametrize(
    ("first", "other", "same"),
    [
        ("QS WUR 2026", "QS World University Rankings", True),
        ("Classement de Shanghai 2024", "classement de Shanghai", True),
        ("palmarès Best Workplaces 2025", "Best Workplaces", True),
        ("palmarès 2025 du Point", "palmarès de L'Express", False),
        ("classement QS 2025", "classement", False),
        ("Technology Fast 50", "Technology Fast 500", False),
    ],
)
def test_same_ranking(first: str, other: str, same: bool) -> None:
    assert same_ranking(RankingName(0, 1, first, None), RankingName(2, 3, other, None)) is same


@given(
    st.lists(
        st.sampled_from(
            ["classement ", "palmarès ", "Top 100 ", "QS ", "« ", " »", "Le Point ", "3e du ", "2025 ", "de ",
             "World's Best ", "™", "\n", "selon ", "L'Étudiant, ", "dans le premier, ", "| ", "(", ")", "é", "\x00"]
        ),
        max_size=40,
    )
)  # fmt: skip
@example(["classement ", "classement ", "« ", "classement ", " »"])
def test_spans_hold_the_names(parts: list[str]) -> None:
    doc = Document("".join(parts))
    names = find_names(doc)
    assert all(n.start < m.start for n, m in pairwise(names))
    for n in names:
        words = doc.text[n.start : n.end]
        assert words
        assert words == words.strip()
    assert all(0 <= t.start < t.end <= len(doc.text) for t in find_told(doc, names))
