"""The garbage collector, off while lists and patterns load in processes of ours, paused while texts are read.

What is loaded stays for good; going through it again at every collection costs a tenth of a cold start and a
fortieth of a run. What reading a text makes refers to itself in no circle, and goes by itself: going through
it meanwhile would cost a tenth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_loading = False


def begin() -> None:
    """Switch the collector off until :func:`end`; for a process that does nothing else than a run."""
    global _loading
    _loading = gc.isenabled()
    gc.disable()


def end() -> None:
    """After the first batch: set apart what is loaded by now, collect from here on."""
    global _loading
    if _loading:
        _loading = False
        gc.freeze()
        gc.enable()


@contextmanager
def paused() -> Iterator[None]:
    """No collection within; whether there are any after it stays as it was."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
