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


def print_summary(summary: Summary, skipped: int, suffixes: str, console: Console) -> None:
    """What a run found, how many inputs failed or were left out, and where the output is."""
    rows = [(summary.articles, "articles"), *((found, kind) for kind, found in summary.found.items())]
    if summary.failed:
        rows.append((summary.failed, "failed"))
    if skipped:
        rows.append((skipped, f"files of unknown formats left out ({suffixes})"))
    width = max(len(f"{number:,}") for number, _ in rows)
    lines = [f"{number:>{width},}  {what}" for number, what in rows]
    if summary.restarted:
        lines.append("begun afresh: the interrupted run there had other inputs or options")
    if summary.resumed_at:
        lines.append(f"taken up after {summary.resumed_at:,} inputs of an interrupted run")
    if summary.output is not None:
        lines.append(f"written to {summary.output}")
    if summary.errors is not None:
        lines.append(f"what failed: {summary.errors}")
    for line in lines:
        console.out(line, highlight=False)
