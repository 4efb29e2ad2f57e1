"""The garbage collector while lists and patterns are loaded, in processes that are ours.

What is loaded stays for good; going through it again at every collection costs a tenth of a cold start and a
fortieth of a run.
"""

from __future__ import annotations

import gc

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
