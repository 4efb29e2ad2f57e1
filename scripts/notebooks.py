"""Run the notebooks and write their outputs into them, so that what a reader sees is what the code does.

python scripts/notebooks.py            run all and write
python scripts/notebooks.py NAME...    run some
"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
# Pictures depend on the fonts of the machine; addresses of objects on nothing that matters.
PICTURES = ("image/svg+xml", "image/png")
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def names() -> list[str]:
    """Every notebook, in order."""
    return sorted(path.name for path in FOLDER.glob("*.ipynb"))


def run(name: str) -> Any:
    """The notebook with fresh outputs, and nothing in it that changes from one run to the next."""
    notebook = nbformat.read(FOLDER / name, as_version=4)
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    client = NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}},
        record_timing=False, store_widget_state=False,
    )  # fmt: skip
    client.execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def outputs(notebook: Any) -> list[list[tuple[str, str]]]:
    """What each code cell shows, as comparable text; pictures by their kind alone."""
    return [[shown(output) for output in cell.outputs] for cell in notebook.cells if cell.cell_type == "code"]


def shown(output: Any) -> tuple[str, str]:
    """The richest form of one output."""
    if output.output_type == "stream":
        return output.name, output.text
    if output.output_type == "error":
        return "error", output.evalue
    for kind in PICTURES:
        if kind in output.data:
            return kind, ""
    kind = next(k for k in ("text/html", "text/plain") if k in output.data)
    return kind, ADDRESS.sub("0x…", output.data[kind])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=names())
    for name in parser.parse_args().names:
        print(name, flush=True)
        nbformat.write(run(name), FOLDER / name)


if __name__ == "__main__":
    main()
