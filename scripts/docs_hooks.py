"""What the documentation takes from the code: examples as they are extracted, options as they are, notebooks.

- a fenced block ``communique KINDS`` is a text: it is replaced by what is found in it;
- ``[[options COMMAND]]`` is replaced by the command's arguments and options;
- ``[[notebook NAME]]`` is replaced by the notebook with its outputs.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = re.compile(r"^```communique ?([\w,]*)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
OPTIONS = re.compile(r"^\[\[options (\w+)\]\]$", re.MULTILINE)
NOTEBOOK = re.compile(r"^\[\[notebook (\w+)\]\]$", re.MULTILINE)
HELD = re.compile(r"<!--held (\d+)-->")

_held: list[str] = []


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Before Markdown: what is markup already is held back, so that Markdown leaves it alone."""
    markdown = EXAMPLE.sub(lambda m: _hold(example(m[2], m[1])), markdown)
    markdown = OPTIONS.sub(lambda m: options(m[1]), markdown)
    return NOTEBOOK.sub(lambda m: notebook(m[1]), markdown)


def on_page_content(content: str, **_: Any) -> str:
    """After Markdown: what was held back is put in its place."""
    return HELD.sub(lambda m: _held[int(m[1])], content)


def _hold(markup: str) -> str:
    _held.append(markup)
    return f"\n\n<!--held {len(_held) - 1}-->\n\n"


def example(text: str, kinds: str) -> str:
    """A text with what is found in it; with rules alone, so that building the site needs no model."""
    from communique import load
    from communique.show import article_fragment

    return article_fragment(load(model=None)(text), lang="en", kinds=kinds.split(",") if kinds else None)


def options(command: str) -> str:
    """What the command says of itself."""
    plain = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "TYPER_USE_RICH": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "communique.cli", command, "--help"],
        capture_output=True, text=True, check=True, env=plain,
    )  # fmt: skip
    shown = done.stdout.strip().replace("python -m communique.cli", "communique")
    return f"```text\n{shown}\n```"


def notebook(name: str) -> str:
    """A notebook as Markdown, its outputs held back."""
    import nbformat

    read = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
    parts: list[str] = []
    for cell in read.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        parts += [_hold(f'<div class="nb-output">{_output(output)}</div>') for output in cell.outputs]
    return "\n\n".join(parts)


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return f"<pre>{html.escape(output.text)}</pre>"
    shown = output.get("data", {})
    for kind in ("text/html", "image/svg+xml"):
        if kind in shown:
            return "".join(shown[kind])
    return f"<pre>{html.escape(shown.get('text/plain', ''))}</pre>"
