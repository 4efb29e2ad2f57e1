"""The command line: arguments in, calls out. Heavy imports wait for the command that needs them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.arguments import format_named, inputs_of, one_line, output_of, records_of, wrong_usage
from communique.commands import Model, Only, kinds_of, model_of, report, show, stderr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.evaluate import GoldArticle, Scores

app = typer.Typer(
    name="communique",
    help="Structured, grounded records from French press releases and institutional news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    duckdb = "duckdb"


def _version(wanted: bool) -> None:
    if wanted:
        from communique.version import __version__, is_compiled

        typer.echo(f"communique {__version__} ({'compiled' if is_compiled() else 'pure Python'})")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("-V", "--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Structured, grounded records from French press releases and institutional news."""


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders (searched through), or - for standard input."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Where to write: .jsonl, .jsonl.gz, .csv, .parquet, .duckdb; without it, or as -, "
            "JSON lines on standard output.",
        ),
    ] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help="By default, what OUT's name says, else jsonl.")
    ] = None,
    model: Model = "fr_core_news_sm",
    only: Only = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, metavar="N", help="Processes to spread the work over.")
    ] = 1,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0, metavar="SECONDS", help="Seconds for one article (0: no limit)."),
    ] = 60.0,
    max_chars: Annotated[
        int, typer.Option("--max-chars", min=0, metavar="N", help="Longest text read (0: no limit).")
    ] = 10_000_000,
    text_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Column of a table's texts; text, texte, content… if not given."),
    ] = None,
    id_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column of a table's ids; id, url… if not given.")
    ] = None,
    date_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column of the articles' dates; date… if not given.")
    ] = None,
    title_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column of their titles; title, titre… if not given.")
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="Add to each record the name of the rule that made it.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress bar, no summary.")] = False,
) -> None:
    """Extract the records of articles, in the sorted order of the inputs."""
    from communique.loading import begin

    begin()
    from communique.batch import Limits, Options, OutputError, WorkerStartError, run
    from communique.read import Columns
    from communique.tag import ModelNotFoundError, check_model

    kinds = kinds_of(only)
    out = output_of(out)
    chosen = format or Format(format_named(out, Format.__members__))
    if chosen is not Format.jsonl and out is None:
        raise wrong_usage(f"--format {chosen.value} needs -o OUT")
    columns = Columns(text_column, id_column, date_column, title_column)
    asked = inputs_of(inputs, columns, out)
    options = Options(model_of(model), kinds, rules, Limits(timeout, max_chars), columns)
    try:
        check_model(options.model)
        with _progress(asked.total, quiet) as progress:
            summary = run(asked.items, out, options, workers=workers, format=chosen.value, progress=progress)
    except (ModelNotFoundError, WorkerStartError) as error:
        raise wrong_usage(str(error)) from error
    except OutputError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as error:
        again = " The same command goes on from here." if out is not None and not asked.streams else ""
        typer.echo(f"communique: interrupted.{again}", err=True)
        raise typer.Exit(130) from error
    if not quiet:
        from communique.show.terminal import print_summary

        print_summary(summary, len(asked.skipped), asked.left_out(), stderr())
    for source, reason in summary.failures:
        typer.echo(f"communique: {one_line(source)}: {reason}", err=True)
    if summary.failed > len(summary.failures):
        typer.echo(
            f"communique: and {summary.failed - len(summary.failures)} more: {summary.errors}", err=True
        )
    if summary.failed:
        raise typer.Exit(1)


@app.command()
def convert(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS", help="JSON lines of records, also gzipped, or - for standard input."
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="Where to write.")],
    format: Annotated[
        Format | None,
        typer.Option("--format", help="csv, parquet or duckdb; by default, what OUT's name says."),
    ] = None,
) -> None:
    """Write records as tables: a folder of CSV files, a Parquet dataset or one DuckDB file."""
    from communique.write import WriteError
    from communique.write import convert as write

    chosen = format or Format(format_named(out, Format.__members__))
    if chosen is Format.jsonl:
        raise wrong_usage("name a format: --format csv, parquet or duckdb")
    try:
        with records_of(records) as file:
            write(file, out, chosen.value)
    except WriteError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(1) from error


@contextmanager
def _progress(total: int | None, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, with rate and remaining time."""
    console = stderr()
    if quiet or not console.is_terminal:
        yield lambda items, articles: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TimeRemainingColumn(), console=console,
    ) as bar:  # fmt: skip
        task = bar.add_task("extracting", total=total, rate="")

        def advance(items: int, articles: int) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            bar.update(task, completed=items, rate=f"{articles / elapsed:.1f} articles/s" if elapsed else "")

        yield advance


app.command()(show)
app.command()(report)


@app.command()
def schema() -> None:
    """Print the JSON Schema of an article record."""
    from communique.records import Article

    typer.echo(json.dumps(Article.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of NAME.txt + NAME.json pairs.")],
    errors: Annotated[bool, typer.Option("--errors", help="List every error, one a line.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    floors: Annotated[
        Path | None,
        typer.Option(
            "--floors", metavar="FILE", help="JSON file of floors: exit 1 when a figure is under its own."
        ),
    ] = None,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Write what was measured, where higher.")
    ] = False,
    lower_floors: Annotated[
        bool, typer.Option("--lower-floors", help="Write what was measured, even if lower.")
    ] = False,
    model: Model = "fr_core_news_sm",
) -> None:
    """Precision, recall and F1 of each record kind on annotated articles."""
    from communique.api import load
    from communique.evaluate import GoldError, load_gold, score
    from communique.read import Source
    from communique.show.terminal import print_scores

    try:
        golds = load_gold(gold)
        articles = load(model_of(model)).pipe(Source(g.text, source=g.name) for g in golds)
        scores = score(golds, list(articles))
    except (GoldError, OSError) as error:
        raise wrong_usage(str(error)) from error
    if as_json:
        figures = {
            n: {"precision": t.precision, "recall": t.recall, "f1": t.f1} for n, t in scores.tallies.items()
        }
        typer.echo(json.dumps(figures | {"macro": {"f1": scores.macro_f1}}, indent=1))
    else:
        print_scores(scores)
    if errors:
        for found in scores.errors:
            typer.echo(str(found))
    if floors is not None:
        _check_floors(
            floors, golds, scores, model_of(model), write=raise_floors or lower_floors, lower=lower_floors
        )


def _check_floors(
    path: Path, golds: list[GoldArticle], scores: Scores, model: str | None, *, write: bool, lower: bool
) -> None:
    from communique.evaluate import floors

    corpus, known = floors.corpus_hash(golds), floors.read_floors(path)
    if write:
        floors.write_floors(path, floors.raised(known, scores, corpus, model, lower=lower))
    elif problems := floors.below(known, scores, corpus, model):
        for problem in problems:
            typer.echo(f"communique: {problem}", err=True)
        raise typer.Exit(1)


if __name__ == "__main__":
    app()
