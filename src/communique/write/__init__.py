"""Records to files: JSON lines are what a run writes; every other format is made from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from communique.write.errors import WriteError, require

__all__ = ["FORMATS", "WriteError", "check_output", "convert"]

Writer = Callable[[Path, Path], None]


def _keep(records: Path, out: Path) -> None:
    """JSON lines as they are, gzipped where the name says so: the same bytes for the same records."""
    if out.suffix.lower() != ".gz":
        records.replace(out)
        return
    import gzip
    import shutil

    from communique.write.export import staged

    with (
        staged(out) as path,
        records.open("rb") as lines,
        path.open("wb") as file,
        gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0, compresslevel=6) as packed,
    ):
        shutil.copyfileobj(lines, packed, 1 << 20)


def _writer(module: str, name: str) -> Writer:
    """A writer whose module is imported when it is first used."""

    def write(records: Path, out: Path) -> None:
        found: Writer = getattr(import_module(f"communique.write.{module}"), name)
        found(records, out)

    return write


FORMATS: dict[str, Writer] = {
    "jsonl": _keep,
    "csv": _writer("folders", "write_csv"),
    "parquet": _writer("folders", "write_parquet"),
    "duckdb": _writer("duck", "write_duckdb"),
}


@dataclass(frozen=True, slots=True)
class _Needs:
    """What a format is: a folder or a file; the modules it takes and the extra that has them."""

    folder: bool = False
    modules: tuple[str, ...] = ()
    extra: str = ""
    what: str = ""


_NEEDS = {
    "jsonl": _Needs(),
    "csv": _Needs(folder=True),
    "parquet": _Needs(True, ("pyarrow",), "parquet", "Parquet"),
    "duckdb": _Needs(False, ("pyarrow", "duckdb"), "duckdb", "DuckDB files"),
}


def check_output(out: Path, format: str) -> None:
    """Before any work: can ``out`` become an output of ``format``? Raises :class:`WriteError`.

    A file is replaced when the new one is whole; a folder with something in it is not.
    """
    needs = _NEEDS[format]
    for module in needs.modules:
        require(module, needs.extra, needs.what)
    if needs.folder:
        if out.is_dir() and any(out.iterdir()):
            raise WriteError(f"the folder {out} exists and is not empty: remove it or choose another name")
        if out.exists() and not out.is_dir():
            raise WriteError(f"{out} is a file: {format} is written as a folder of tables")
    elif out.is_dir():
        raise WriteError(f"{out} is a folder: {format} is written as one file")


def convert(records: Path, out: Path, format: str) -> None:
    """Write a file of records (JSON lines, also gzipped) in another format. Raises :class:`WriteError`."""
    check_output(out, format)
    try:
        FORMATS[format](records, out)
    except OSError as error:
        where = error.filename or out
        raise WriteError(f"cannot convert {records} to {out}: {where}: {error.strerror or error}") from error
