"""A bar that follows articles as they come, in the terminal (on standard error) or in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.records import Article


def followed(articles: Iterable[Article], total: int | None) -> Iterator[Article]:
    """The articles, with a bar that says how many, how fast, and how long still when the total is known."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("extracting", total=total, rate="")
        number = 0
        for number, article in enumerate(articles, 1):
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = f"{number:,} articles" + (f" · {number / elapsed:,.1f}/s" if elapsed else "")
            bar.update(task, completed=number if total is None else min(number, total), rate=rate)
            yield article
        bar.update(task, total=number, completed=number)
