"""No stage takes more than linear time, whatever is repeated: CPU time at a length and at four times it."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from communique.document import Document
from communique.extractors import EXTRACTORS
from communique.mentions import Found
from communique.pipeline import link, segment
from communique.read import Source
from test_invariants import PIECES

LENGTH = 3000
NOTICED = 0.02  # seconds: below, a stage is too fast for its growth to mean anything
ALLOWED = 9.0  # four times the text: 4 when linear, 16 when quadratic
SIGNS = list("aAé \n\t\r-«»\"(”’'1.,:;?!|*#_[<@€½0/\\\u200b\ud800\u202e\u0301")
UNITS = [
    *SIGNS,
    *PIECES,
    "a ",
    "A ",
    "A. ",
    "Ab-",
    "a\n\n",
    "« a » ",
    "trois-",
    "1 1 ",
    "a@a",
    "Ab c ",
    "Contact : ",
    "le classement Xa est 2e de ",
    "L'école Xa est 2e du palmarès. ",
    "il est 2e. ",
    "2e du classement ",
    "(12e) ",
    "la 3e et la 5e place, ",
    "1er Xa\n",
]
ITEMS = ["• 12e en France\n", "- Chimie : 12e\n", "– Xa : 12e (+ 3)\n", "rang 64 en 2021\n"]
PREFIXES = ["« ", "(", "Marie Dupont ", "Université de ", "6e ", "selon ", "- "]

segment_text = segment


def stages(text: str) -> dict[str, float]:
    """CPU seconds of each stage."""
    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = call()
        spent[name] = time.process_time() - start
        return result

    source = Source(text)
    doc = timed("segment", lambda: segment_text(source))
    timed("numbers", lambda: doc.numbers)
    found = Found()
    for extractor in EXTRACTORS:
        mentions = timed(extractor.name, lambda: list(extractor.extract(doc, found)))  # noqa: B023
        setattr(found, extractor.name, sorted(mentions, key=lambda m: (m.start, m.end)))
    timed("link", lambda: link(doc, found, source))
    return spent


def superlinear(unit: str, prefix: str = "") -> set[str]:
    """The stages whose time grows out of proportion; what a busy machine slowed once is looked at again."""
    suspects: set[str] | None = None
    for _ in range(3):
        short = stages(prefix + unit * (LENGTH // len(unit)))
        long = stages(prefix + unit * (4 * LENGTH // len(unit)))
        grown = {s for s in long if long[s] > NOTICED and long[s] > ALLOWED * max(short[s], 0.0005)}
        suspects = grown if suspects is None else suspects & grown
        if not suspects:
            break
    return suspects or set()


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    stages("« Le CNRS compte 33 000 agents », confirme Marie Dupont. L’école est classée 6e du palmarès.")


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_repeated(unit: str) -> None:
    assert superlinear(unit) == set()


@pytest.mark.parametrize("unit", ITEMS, ids=ascii)
def test_repeated_items(unit: str) -> None:
    assert superlinear(unit, "Le magazine Xa classe l'école en 2021 :\n") == set()


def test_repeated_combinations() -> None:
    rng = random.Random(7)
    for _ in range(60):
        unit = "".join(rng.choices(UNITS, k=rng.randint(2, 4)))
        prefix = rng.choice(["", *PREFIXES])
        assert superlinear(unit, prefix) == set(), (prefix, unit)


def test_the_measure_sees_quadratic_time(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = re.compile("(?:a+)b")

    def slower(source: Source) -> Document:
        slow.search(source.text)
        return segment(source)

    monkeypatch.setitem(globals(), "segment_text", slower)
    assert superlinear("a") == {"segment"}
