"""What an extractor is: a function from a document, and what was found before, to mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from communique.document import Document
from communique.mentions import Found


@dataclass(frozen=True, slots=True)
class Extractor:
    """A named extractor. ``needs`` names the extractors whose results it reads in ``Found``.

    One that ``asks`` may leave doubts to the statistical model, and is run again when it answers with one
    of these labels. ``before``: steps that come first, and keep their work with the document; ``extract``
    makes up for those that were left out.
    """

    name: str
    extract: Callable[[Document, Found], Iterable[Any]]
    needs: tuple[str, ...] = ()
    asks: frozenset[str] = frozenset()
    before: tuple[Callable[[Document, Found], None], ...] = ()
