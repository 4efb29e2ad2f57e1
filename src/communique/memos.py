"""What was found once and is kept: plain dictionaries, emptied before they grow large."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def remember(memo: dict[str, T], key: str, value: T, most: int) -> T:
    """``value``, kept under ``key``; what holds more than ``most`` is emptied first.

    >>> remember({"a": 1, "b": 2}, "c", 3, most=8)
    3
    """
    if len(memo) > most:
        memo.clear()
    memo[key] = value
    return value
