"""A run whose workers are killed by one file. Imported by the worker processes too, which is the point."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from communique.batch import Options, run
from communique.batch import work

_real = work.read_path


def _deadly(path: Path):
    if str(path) == os.environ.get("COMMUNIQUE_TEST_POISON"):
        os.kill(os.getpid(), signal.SIGKILL)
    return _real(path)


work.read_path = _deadly


def main(items: list[Path], out: Path) -> None:
    run(items, out, Options(model=None), workers=2)
