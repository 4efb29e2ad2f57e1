"""An output that can be interrupted at any instant and taken up again, byte for byte.

Records go to ``OUT.partial``; after each batch a line of ``OUT.progress`` says how long the files then
were. Taking up a run cuts both files back to the last such line; a finished run renames the file.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from communique.batch.work import Result


@dataclass(slots=True)
class Mark:
    """How far a run had come: batches written, file sizes in bytes, articles and failures in them."""

    batches: int = 0
    size: int = 0
    errors_size: int = 0
    articles: int = 0
    failed: int = 0
    found: dict[str, int] = field(default_factory=dict)


class Journal:
    """The files of one run; opening takes up an interrupted run of the same. ``mark``: where it stands."""

    def __init__(self, out: Path, fingerprint: str) -> None:
        self.out = out
        self.partial = out.with_name(out.name + ".partial")
        self.progress = out.with_name(out.name + ".progress")
        self.errors = out.with_name(out.name + ".errors.jsonl")
        self.restarted = False  # batches of an interrupted run of something else are dropped
        self.mark = self._last_mark(fingerprint)
        self.resumed = self.mark.batches > 0
        out.parent.mkdir(parents=True, exist_ok=True)
        self._data = self._open(self.partial, self.mark.size)
        self._faults = self._open(self.errors, self.mark.errors_size)
        self._log = self._new_log(fingerprint)

    def _last_mark(self, fingerprint: str) -> Mark:
        mark = Mark()
        try:
            lines = self.progress.read_bytes().split(b"\n")[:-1]  # what follows the last line end was cut
            if json.loads(lines[0]) != {"fingerprint": fingerprint}:
                self.restarted = Mark(**json.loads(lines[-1])).batches > 0
                return Mark()
            for line in lines[1:]:
                mark = Mark(**json.loads(line))
            if self.partial.stat().st_size < mark.size or self.errors.stat().st_size < mark.errors_size:
                return Mark()
        except (OSError, ValueError, TypeError, IndexError):
            return Mark()
        return mark

    @staticmethod
    def _open(path: Path, size: int) -> IO[bytes]:
        file = path.open("r+b" if path.exists() else "w+b")
        file.truncate(size)
        file.seek(size)
        return file

    def _new_log(self, fingerprint: str) -> IO[bytes]:
        """A log that says where the run stands takes the place of the old one in one step."""
        fresh = self.progress.with_name(self.progress.name + ".new")
        log = fresh.open("wb")
        log.write(_line({"fingerprint": fingerprint}) + _line(asdict(self.mark)))
        log.flush()
        fresh.replace(self.progress)
        return log

    def _note(self, what: dict[str, object]) -> None:
        self._log.write(_line(what))
        self._log.flush()

    def add(self, result: Result) -> None:
        """Write one batch, then the line that makes it count."""
        faults = [
            json.dumps({"source": s, "reason": r}, ensure_ascii=False) + "\n" for s, r in result.failures
        ]
        self.mark.errors_size += self._faults.write("".join(faults).encode("utf-8", "backslashreplace"))
        self.mark.size += self._data.write(result.payload)
        self._faults.flush()
        self._data.flush()
        self.mark.batches += 1
        self.mark.articles += result.articles
        self.mark.failed += len(faults)
        self.mark.found = dict(Counter(self.mark.found) + result.found)
        self._note(asdict(self.mark))

    def finish(self, export: Callable[[Path, Path], None]) -> Path:
        """Everything is written: ``export(partial, out)`` makes the output of the partial file."""
        os.fsync(self._data.fileno())
        self.close()
        export(self.partial, self.out)
        self.partial.unlink(missing_ok=True)
        if not self.mark.errors_size:
            self.errors.unlink()
        self.progress.unlink()
        return self.out

    def close(self) -> None:
        """Leave the files as they are, to be taken up again."""
        for file in (self._data, self._faults, self._log):
            with suppress(OSError):  # a full disk was reported when it was met
                file.close()


def _line(what: dict[str, object] | dict[str, str]) -> bytes:
    return json.dumps(what).encode() + b"\n"
