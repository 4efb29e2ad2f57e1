"""Charts of a corpus, as altair objects: show them, restyle them, save them. Needs the extra ``plots``."""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.util import find_spec
from typing import TYPE_CHECKING

from communique.corpus.errors import MissingExtraError
from communique.corpus.frames import to_frame

if TYPE_CHECKING:
    import altair as alt

    from communique.corpus.corpus import Corpus
    from communique.corpus.tables import Row

# Okabe and Ito's colours, distinct for every eye.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#555555", "#a6761d"]
GENDERS = {"f": "feminine", "m": "masculine", None: "not said"}


class Plots:
    """What ``corpus.plot`` gives. Each method returns a chart of the library, to be restyled at will."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def rankings(self, *, subject: str | None = None, ranking: str | None = None) -> alt.LayerChart:
        """Positions over the years, best on top: a line for each institution in each ranking and scope."""
        _need_altair()
        import altair as alt

        frame = self._corpus.positions(subject=subject, ranking=ranking)
        frame["ranking"] = frame["ranking"].fillna(frame["series"]).fillna("")
        frame["scope"] = frame["scope"].fillna("")
        lines = alt.Chart(frame).encode(
            x=alt.X("year:O", title="year"),
            y=alt.Y(
                "rank_max:Q",
                title="position",
                axis=alt.Axis(tickMinStep=1),
                scale=alt.Scale(reverse=True, zero=False, nice=True),
            ),
            color=alt.Color(
                "subject_name:N",
                title="institution",
                scale=alt.Scale(range=COLOURS),
                legend=alt.Legend(labelLimit=320),
            ),
            detail=["series:N", "scope:N"],
            tooltip=_tips(
                "subject_name", "ranking", "scope", "year", "rank_min", "rank_max", "out_of", "text"
            ),
        )
        both = lines.mark_line() + lines.mark_point(filled=True, size=60, opacity=1)
        chart: alt.LayerChart = both.properties(width=alt.Step(60))
        return chart

    def speakers(self, *, top: int = 15) -> alt.Chart:
        """Who is quoted most: quotations by institution, split by the gender that role nouns say."""
        _need_altair()
        import altair as alt

        found: Counter[tuple[str, str]] = Counter()
        for row in self._corpus.rows("quotations"):
            if name := row["institution_name"]:
                found[name, GENDERS[row["gender"]]] += 1
        total: Counter[str] = Counter()
        for (name, _), number in found.items():
            total[name] += number
        kept = [name for name, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:top]]
        rows = [
            {"institution": name, "gender": gender, "quotations": number}
            for (name, gender), number in sorted(found.items())
            if name in kept
        ]
        frame = to_frame(rows, ("institution", "gender", "quotations"))
        chart: alt.Chart = (
            alt.Chart(frame)
            .mark_bar()
            .encode(
                x=alt.X("quotations:Q", title="quotations", axis=alt.Axis(tickMinStep=1)),
                y=alt.Y("institution:N", title=None, sort=kept, axis=alt.Axis(labelLimit=320)),
                color=alt.Color(
                    "gender:N",
                    title="role noun",
                    scale=alt.Scale(domain=list(GENDERS.values()), range=["#e69f00", "#0072b2", "#999999"]),
                ),
                tooltip=_tips("institution", "gender", "quotations"),
            )
        )
        return chart

    def counts(self, *, noun: str | None = None, top: int = 15) -> alt.Chart:
        """With a noun, its values over the dates of the articles; without, the nouns most often counted."""
        _need_altair()
        import altair as alt

        if noun is None:
            number = Counter(row["noun"].lower() for row in self._corpus.rows("counts") if row["noun"])
            kept = sorted(number.items(), key=lambda item: (-item[1], item[0]))[:top]
            frame = to_frame([{"noun": n, "figures": k} for n, k in kept], ("noun", "figures"))
            bars = alt.Chart(frame).mark_bar(color=COLOURS[2])
            chart: alt.Chart = bars.encode(
                x=alt.X("figures:Q", title="figures", axis=alt.Axis(tickMinStep=1)),
                y=alt.Y("noun:N", title=None, sort=[n for n, _ in kept]),
                tooltip=_tips("noun", "figures"),
            )
            return chart
        frame = self._corpus.counts(noun=noun)
        points: alt.Chart = (
            alt.Chart(frame)
            .mark_point(filled=True, size=70)
            .encode(
                x=alt.X("published:T", title="published"),
                y=alt.Y("value:Q", title=noun),
                color=alt.Color("kind:N", title="kind", scale=alt.Scale(range=COLOURS)),
                tooltip=_tips("text", "value", "comparator", "published", "source"),
            )
        )
        return points

    def network(self, *, top: int = 25) -> alt.LayerChart:
        """Who speaks for whom: people on the left, institutions on the right, lines as wide as quotes."""
        _need_altair()
        import altair as alt

        links, people, bodies = _network(self._corpus.rows("quotations"), top)
        edges = [
            {
                "x": 0, "x2": 1,
                "y": people.index(person), "y2": bodies.index(body) * _spread(people, bodies),
                "person": person, "institution": body, "quotations": number,
            }
            for (person, body), number in sorted(links.items())
        ]  # fmt: skip
        nodes = [{"x": 0, "y": n, "name": name} for n, name in enumerate(people)]
        ends = [{"x": 1, "y": n * _spread(people, bodies), "name": name} for n, name in enumerate(bodies)]
        y = alt.Y("y:Q", axis=None, scale=alt.Scale(reverse=True, nice=False, padding=12))
        x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.1, 2.6], nice=False))
        frame = to_frame(edges, ("x", "x2", "y", "y2", "person", "institution", "quotations"))
        lines = alt.Chart(frame).mark_rule(opacity=0.6, color=COLOURS[0])
        lines = lines.encode(
            x=x, x2="x2:Q", y=y, y2="y2:Q", tooltip=_tips("person", "institution", "quotations"),
            size=alt.Size("quotations:Q", title="quotations", scale=alt.Scale(range=[1, 6]), legend=None),
        )  # fmt: skip
        left = alt.Chart(to_frame(nodes, ("x", "y", "name"))).encode(x=x, y=y)
        right = alt.Chart(to_frame(ends, ("x", "y", "name"))).encode(x=x, y=y)
        chart: alt.LayerChart = (
            lines
            + left.mark_point(filled=True, color=COLOURS[3], size=50, opacity=1)
            + left.mark_text(align="right", limit=320, dx=-8).encode(text="name:N")
            + right.mark_point(filled=True, color=COLOURS[0], size=50, opacity=1)
            + right.mark_text(align="left", limit=320, dx=8).encode(text="name:N")
        ).properties(width=680, height=max(120, 22 * len(people)))
        return chart


def _network(rows: list[Row], top: int) -> tuple[dict[tuple[str, str], int], list[str], list[str]]:
    """Quotations by person and institution, for those quoted most; people of one institution side by side."""
    links: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["role"] and row["institution_name"] and row["speaker_name"]:
            links[row["speaker_name"], row["institution_name"]] += 1
    kept = dict(sorted(links.items(), key=lambda item: (-item[1], item[0]))[:top])
    by_body: dict[str, list[str]] = defaultdict(list)
    for person, body in kept:
        by_body[body].append(person)
    bodies = sorted(by_body, key=lambda body: (-sum(kept[p, body] for p in by_body[body]), body))
    people = list(dict.fromkeys(person for body in bodies for person in by_body[body]))
    return kept, people, bodies


def _spread(people: list[str], bodies: list[str]) -> float:
    """The distance between institutions that makes their column as high as that of people."""
    return (len(people) - 1) / (len(bodies) - 1) if len(bodies) > 1 else 1.0


def _tips(*names: str) -> list[str]:
    """What hovering shows, of a stated type: altair cannot tell it from an empty column."""
    return [f"{name}:N" for name in names]


def _need_altair() -> None:
    if find_spec("altair") is None:
        raise MissingExtraError("plots need altair: pip install 'communique[plots]'")
