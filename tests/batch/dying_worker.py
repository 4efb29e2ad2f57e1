"""A run whose workers are killed by one file. As the main module, the worker processes import it too."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from communique.batch import Options, run, work

_real = work.read_path


def _deadly(path: Path):
    if str(path) == os.environ.get("COMMUNIQUE_TEST_POISON"):
        os.kill(os.getpid(), signal.SIGKILL)
    return _real(path)


work.read_path = _deadly


if __name__ == "__main__":
    run([Path(item) for item in sys.argv[2:]], Path(sys.argv[1]), Options(model=None), workers=2)
