"""Patterns that are compiled when first used: start-up compiles none of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Used:
    """A pattern that was used: it has the methods of the compiled one for its own."""

    def __init__(self, source: str) -> None:
        self._source = source


class _Lazy(_Used):
    """Stands for a pattern until it is first used and then hands over its methods."""

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "pattern"):
            setattr(self, method, getattr(compiled, method))
        object.__setattr__(self, "__class__", _Used)  # without __getattr__, what it has is found sooner
        return getattr(compiled, name)


def lazy(source: str) -> re.Pattern[str]:
    """A pattern that is compiled when first used.

    >>> bool(lazy("[0-9]e").search("la 6e place"))
    True
    """
    return cast("re.Pattern[str]", _Lazy(source))
