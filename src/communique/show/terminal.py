"""Records and figures in the terminal, with rich."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from communique.batch import Summary
from communique.evaluate import HEADS, Scores


def print_scores(scores: Scores, console: Console | None = None) -> None:
    """The table of precision, recall and F1 by record kind."""
    table = Table(title=f"{scores.articles} annotated articles", box=None, pad_edge=False)
    table.add_column("record kind")
    for name in ("P", "R", "F1", "n"):
        table.add_column(name, justify="right")
    names = [h for h in HEADS if h in scores.tallies]
    names += sorted(n for n in scores.tallies if n not in HEADS)
    for name in names:
        tally = scores.tallies[name]
        figures = [
            f"{100 * x:.1f}" if x is not None else "—" for x in (tally.precision, tally.recall, tally.f1)
        ]
        table.add_row(name if name in HEADS else f"  {name}", *figures, str(tally.tp + tally.fn))
    table.add_row("macro F1", "", "", f"{100 * scores.macro_f1:.1f}", "")
    (console or Console(highlight=False)).print(table)


def print_summary(summary: Summary, skipped: int, console: Console) -> None:
    """What a run found, how many inputs failed, and where the output is."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column()
    table.add_row(f"{summary.articles:,}", "articles")
    for kind, found in summary.found.items():
        table.add_row(f"{found:,}", kind)
    if summary.failed:
        table.add_row(f"{summary.failed:,}", "failed")
    if skipped:
        table.add_row(f"{skipped:,}", "files of unknown formats left out")
    console.print(table)
    if summary.resumed_at:
        console.print(f"taken up after {summary.resumed_at:,} inputs of an interrupted run")
    if summary.output is not None:
        console.print(f"written to {summary.output}")
    if summary.errors is not None:
        console.print(f"what failed: {summary.errors}")
