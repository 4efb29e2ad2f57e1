"""The commands that show what was found, and what all commands share."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.arguments import STDIN, output_of, records_of, wrong_usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from communique.records import Article

Model = Annotated[
    str,
    typer.Option(
        "--model", metavar="NAME", help="spaCy pipeline whose entity recogniser is used, or 'none'."
    ),
]


Only = Annotated[
    str | None,
    typer.Option("--only", metavar="KINDS", help="Record kinds, separated by commas: counts,dates."),
]


def model_of(name: str) -> str | None:
    """The model's name, None for "none"."""
    return None if name.lower() == "none" else name


def stderr() -> Console:
    """A console for what is no output."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


class Lang(StrEnum):
    fr = "fr"
    en = "en"


Language = Annotated[Lang, typer.Option("--lang", help="Language of what is shown around the text.")]


def kinds_of(only: str | None) -> frozenset[str] | None:
    """The record kinds of ``--only``, all checked."""
    from communique.records import KINDS

    kinds = frozenset(kind.strip() for kind in only.split(",")) if only is not None else None
    if kinds is not None and not kinds <= set(KINDS):
        raise wrong_usage(f"--only takes {', '.join(KINDS)}; not {', '.join(sorted(kinds - set(KINDS)))}")
    return kinds


def show(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="An article, - for standard input, or records written by extract."
        ),
    ],
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="OUT",
            help="Write one self-contained page (- for standard output) instead of printing.",
        ),
    ] = None,
    nth: Annotated[
        int | None, typer.Option("--nth", min=1, metavar="N", help="Only the Nth article of the file.")
    ] = None,
    model: Model = "fr_core_news_sm",
    only: Only = None,
    lang: Language = Lang.fr,
) -> None:
    """Show an article with its records highlighted and listed, in the terminal or as a page."""
    from itertools import islice

    from communique.corpus.errors import MissingExtraError
    from communique.read import ReadError
    from communique.show.command import articles_of

    kinds = kinds_of(only)
    if str(file) != STDIN and not file.exists():
        raise wrong_usage(f"no such file: {file}")
    if file.is_dir() and file.suffix != ".parquet":
        raise wrong_usage(f"{file} is a folder: extract reads folders, show a file or the records written")
    try:
        articles = articles_of(file, model_of(model), kinds)
        if nth is not None:
            articles = islice(articles, nth - 1, nth)
        shown = _show_page(articles, html, kinds, lang) if html else _show_here(articles, kinds, lang)
    except (ReadError, ValueError) as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(1) from error
    except MissingExtraError as error:
        raise wrong_usage(str(error)) from error
    except OSError as error:  # a model that is not installed, an output that cannot be written
        where = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise wrong_usage(where) from error
    if not shown:
        raise wrong_usage(f"{file} has no article {nth}" if nth else f"{file} has no article")


def _show_page(articles: Iterator[Article], out: Path, kinds: frozenset[str] | None, lang: Lang) -> int:
    from communique.show import article_page

    found = list(articles)
    if found:
        page = article_page(found, lang=lang.value, kinds=sorted(kinds) if kinds is not None else None)
        if _write_page(page, out):
            typer.echo(f"written to {out}", err=True)
    return len(found)


def _write_page(page: str, out: Path) -> bool:
    """Write a page; whether it went to a file rather than to standard output."""
    if output_of(out) is None:
        sys.stdout.buffer.write(page.encode("utf-8"))
        return False
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page, "utf-8")
    return True


def _show_here(articles: Iterator[Article], kinds: frozenset[str] | None, lang: Lang) -> int:
    from rich.console import Console

    from communique.show.reading import print_article

    console = Console(highlight=False, markup=False, emoji=False)
    number = 0
    for number, article in enumerate(articles, 1):
        if number > 1:
            console.print()
            console.rule(characters="─")
        print_article(article, console, lang=lang.value, kinds=sorted(kinds) if kinds is not None else None)
    return number


def report(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="RECORDS", help="Records written by extract (.jsonl, .parquet), or - for standard input."
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="OUT", help="The page to write, or - for standard output."),
    ] = Path("report.html"),
    errors: Annotated[
        Path | None,
        typer.Option(
            "--errors", metavar="FILE", help="What could not be read; by default RECORDS.errors.jsonl."
        ),
    ] = None,
    lang: Language = Lang.fr,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress bar.")] = False,
) -> None:
    """Write one searchable page on a whole folder: who speaks, rankings, figures, quotations."""
    from communique.corpus import Corpus, MissingExtraError, RecordsError
    from communique.show.command import problems_of
    from communique.show.report import report_page

    for path in (records, errors):
        if path is not None and str(path) != STDIN and not path.exists():
            raise wrong_usage(f"no such file: {path}")
    try:
        with records_of(records) as file:
            corpus = Corpus.from_jsonl(file, progress=not quiet and stderr().is_terminal)
        page = report_page(corpus, problems_of(records, errors), lang=lang.value)
        written = _write_page(page, out)
    except RecordsError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(1) from error
    except MissingExtraError as error:
        raise wrong_usage(str(error)) from error
    except OSError as error:
        raise wrong_usage(f"{error.filename}: {error.strerror}") from error
    if not quiet:
        typer.echo(f"{len(corpus)} articles" + (f"; written to {out}" if written else ""), err=True)
