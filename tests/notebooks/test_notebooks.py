"""Every notebook runs, and what is committed is what it shows. After a change: python scripts/notebooks.py"""

from __future__ import annotations

from difflib import unified_diff
from functools import cache
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

from scripts import notebooks  # noqa: E402  (needs the libraries above)


@cache
def executed(name: str) -> Any:
    return notebooks.run(name)


def test_they_are_all_there() -> None:
    assert notebooks.names() == [
        "01_one_article.ipynb", "02_a_folder.ipynb", "03_how_good_is_it.ipynb", "04_make_it_yours.ipynb",
    ]  # fmt: skip


@pytest.mark.parametrize("name", notebooks.names())
def test_runs_and_is_fresh(name: str) -> None:
    committed = notebooks.outputs(nbformat.read(notebooks.FOLDER / name, as_version=4))
    now = notebooks.outputs(executed(name))
    assert len(committed) == len(now)
    for number, (then, fresh) in enumerate(zip(committed, now, strict=True), 1):
        if then != fresh:
            changes = "\n".join(
                unified_diff(text_of(then), text_of(fresh), "committed", "now", n=1, lineterm="")
            )
            pytest.fail(f"{name}, code cell {number} is stale: python scripts/notebooks.py\n{changes[:3000]}")


def text_of(shown: list[tuple[str, str]]) -> list[str]:
    return [line for kind, text in shown for line in (kind, *text.splitlines())]


@pytest.mark.parametrize("name", notebooks.names())
def test_says_nothing_of_the_machine_that_ran_it(name: str) -> None:
    raw = (notebooks.FOLDER / name).read_text("utf-8")
    for trace in ("/home/", "/root/", "/tmp/", "/work/", "Traceback", "Warning:"):
        assert trace not in raw
