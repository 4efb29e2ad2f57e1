"""The compiled modules give the records of the interpreted ones, byte for byte."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import hatch_build
import pytest

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
MODULES = hatch_build.sources(SRC)

_RECORDS = """
import hashlib, sys
from pathlib import Path
from communique.pipeline import load
from communique.read import read_path
from communique.version import is_compiled

print("compiled" if is_compiled() else "pure")
paths = sorted(p for folder in sys.argv[1:] for p in Path(folder).glob("*.txt"))
for model in (None, "fr_core_news_sm"):
    for article in load(model).pipe(source for path in paths for source in read_path(path)):
        print(article.source, hashlib.sha256(article.to_json(rules=True).encode()).hexdigest())
"""


def _records(src: Path) -> list[str]:
    command = [sys.executable, "-c", _RECORDS, str(ROOT / "data/gold"), str(ROOT / "data/articles")]
    env = os.environ | {"PYTHONPATH": str(src)}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.skipif(not hatch_build.has_compiler(), reason="no C compiler here")
def test_compiled_records_are_the_same(tmp_path: Path) -> None:
    libraries = hatch_build.compile_modules(SRC, ROOT / hatch_build.OUT)
    shutil.copytree(SRC, tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for library in libraries:
        shutil.copy(library, tmp_path / "src" / library.relative_to(ROOT / hatch_build.OUT / "lib"))
    pure, compiled = _records(SRC), _records(tmp_path / "src")
    assert (pure[0], compiled[0]) == ("pure", "compiled")
    assert len(pure) > 100
    assert pure[1:] == compiled[1:]


def test_nothing_that_mypyc_reads_otherwise() -> None:
    # A compiled class has no place for what cached_property keeps: it would be found again at each use.
    def names(module: Path) -> set[str]:
        return {
            node.id for node in ast.walk(ast.parse((SRC / module).read_bytes())) if isinstance(node, ast.Name)
        }

    assert [str(module) for module in MODULES if "cached_property" in names(module)] == []


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("_LONG = 40", "_LONG: Final = 40"),
        ("ÉTÉ, _OF = 1, frozenset('é')", "ÉTÉ, _OF = 1, frozenset('é')"),
        ("_ENDS = ('é', 'ée')", "_ENDS: Final[tuple[str, ...]] = ('é', 'ée')"),
        ("RULES = (len, sum)", "RULES = (len, sum)"),
        ("_met: dict[str, int] = {}", "_met: Final[dict[str, int]] = {}"),
        ("MAX: Final = 3", "MAX: Final = 3"),
        ("KEY = TypeVar('KEY')", "KEY = TypeVar('KEY')"),
        ("_ONE = 1\n_ONE = 2", "_ONE = 1\n_ONE = 2"),
        ("_NOW = 1\ndef f():\n    global _NOW", "_NOW = 1\ndef f():\n    global _NOW"),
        ("Rule = int", "Rule = int"),
    ],
)
def test_constants_are_final_where_compiled(code: str, marked: str) -> None:
    future = "from __future__ import annotations"
    found = hatch_build.with_constants(f"{future}\n{code}\n")
    imported = "" if marked == code else "; from typing import Final"
    assert found == f"{future}{imported}\n{marked}\n"


def test_compiled_modules_exist() -> None:
    assert all((SRC / module).is_file() for module in MODULES)
    assert not {SRC / "communique" / name for name in hatch_build.INTERPRETED} & {SRC / m for m in MODULES}
