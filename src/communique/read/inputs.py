"""Folders → files to read, in sorted order."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

_HIDDEN = (".", "~$")


def find_files(paths: Sequence[Path], known: Callable[[Path], bool]) -> tuple[list[Path], list[Path]]:
    """Files to read, sorted, and files of folders left out because they are not ``known``.

    A file named by itself is always kept; hidden files and folders, and the locks of open documents
    ("~$…"), are left out silently. Each folder is
    gone through once, however many links lead to it. What cannot be looked into is kept, so that reading it
    says why.
    """
    kept: set[Path] = set()
    skipped: set[Path] = set()
    seen: set[tuple[int, int]] = set()
    folders = [path for path in paths if path.is_dir()]
    kept.update(path for path in paths if not path.is_dir())
    linked: list[Path] = []  # after all others: a folder is known by its own name rather than by a link's
    while folders or linked:
        if not folders:
            linked.sort(reverse=True)
        folder = folders.pop() if folders else linked.pop()
        try:
            stat = folder.stat()
            if (stat.st_dev, stat.st_ino) in seen:
                continue
            seen.add((stat.st_dev, stat.st_ino))
            with os.scandir(folder) as entries:
                found = sorted((e for e in entries if not e.name.startswith(_HIDDEN)), key=lambda e: e.name)
        except OSError:
            kept.add(folder)
            continue
        for entry in found:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            elif path.is_dir():
                linked.append(path)
            elif known(path) and (path.is_file() or path.is_symlink()):
                kept.add(path)
            else:
                skipped.add(path)
    return sorted(kept), sorted(skipped)
