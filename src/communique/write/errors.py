"""Why an output cannot be written."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class WriteError(Exception):
    """Records that cannot be written: one clear line."""


def require(module: str, extra: str, what: str) -> Any:
    """The module ``module``, or :class:`WriteError` naming the extra that has it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise WriteError(f"writing {what} needs an extra: pip install communique[{extra}]") from error
