"""Reading a large file of records with a bar: how much is read, how fast, how long still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.corpus.load import read_records
from communique.records import Article


def reading(path: Path) -> Iterator[Article]:
    """The articles of a file, with a bar in the terminal (on standard error) or in the notebook."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    size = sum(part.stat().st_size for part in path.rglob("*")) if path.is_dir() else path.stat().st_size
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(path.name, total=size, rate="")
        done = 0
        # How much of the file an article took is not known for every format: its text is a fair measure.
        for number, article in enumerate(read_records(path), 1):
            done += len(article.text)
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = f"{number:,} articles" + (f" · {number / elapsed:,.0f}/s" if elapsed else "")
            bar.update(task, completed=min(done * 2, size), rate=rate)
            yield article
        bar.update(task, completed=size)
