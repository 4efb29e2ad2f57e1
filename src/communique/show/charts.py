"""Small charts as SVG, drawn here so that a page needs no library."""

from __future__ import annotations

from collections.abc import Sequence

from communique.show.catalogue import Words
from communique.show.markup import Markup, join, tag

WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 44, 20, 22, 26


def history(subject: str, ranking: str, points: Sequence[tuple[int, int, int]], words: Words) -> Markup:
    """Positions (year, best, worst) over the years, the best on top; a bar where a position is a range."""
    years = [year for year, _, _ in points]
    low, high = min(best for _, best, _ in points), max(worst for _, _, worst in points)

    def x(year: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (year - years[0]) / max(1, years[-1] - years[0])

    def y(rank: int) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (rank - low) / max(1, high - low)

    grid = join(*(
        join(
            _svg("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y(rank), y2=y(rank), class_="grid"),
            tag("text", words.rank(rank, rank), x=f"{LEFT - 8}", y=f"{y(rank) + 4:.1f}", class_="rank"),
        )
        for rank in dict.fromkeys((low, high))
    ))  # fmt: skip
    line = " ".join(f"{x(year):.1f},{y(worst):.1f}" for year, _, worst in points)
    ranges = join(*(
        _svg("line", x1=x(year), x2=x(year), y1=y(best), y2=y(worst), class_="range")
        for year, best, worst in points
        if best != worst
    ))  # fmt: skip
    dots = join(*(
        tag(
            "circle", tag("title", f"{year} : {words.rank(best, worst)}"),
            cx=f"{x(year):.1f}", cy=f"{y(worst):.1f}", r="4",
        )
        for year, best, worst in points
    ))  # fmt: skip
    labels = join(*(
        tag("text", str(year), x=f"{x(year):.1f}", y=f"{HEIGHT - 6}", class_="year")
        for year in _apart(years)
    ))  # fmt: skip
    said = ", ".join(f"{year} : {words.rank(best, worst)}" for year, best, worst in points)
    drawing = tag(
        "svg", grid, ranges, tag("polyline", points=line), dots, labels,
        viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=f"{subject} — {ranking} — {said}",
    )  # fmt: skip
    caption = tag("figcaption", tag("b", subject), " ", tag("span", ranking))
    return tag("figure", caption, drawing, class_="rankings")


def _apart(years: Sequence[int]) -> list[int]:
    """The years that can be written without touching: the first, the last, and every nth between."""
    span = years[-1] - years[0]
    step = max(1, round(span / 6))
    kept = [year for year in years if (year - years[0]) % step == 0 and years[-1] - year >= step]
    return [*kept, years[-1]]


def _svg(name: str, **attributes: float | str) -> Markup:
    shown = {k: v if isinstance(v, str) else f"{v:.1f}" for k, v in attributes.items()}
    return tag(name, **shown)
