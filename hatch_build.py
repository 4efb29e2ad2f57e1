"""The wheel's build hook: what reads an article is compiled to C (mypyc), where a C compiler is there.

``COMMUNIQUE_COMPILE`` says whether: ``auto`` (the default: if it can be done, pure Python otherwise), ``1``
(fail rather than build a pure wheel) or ``0`` (never). An editable install is always pure: no compiled file
ever shadows a source that is being edited.
"""

from __future__ import annotations

import ast
import gc
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "communique"
# What reads an article, from its text to mentions and links. Records are pydantic's, and stay as they are.
COMPILED = (
    "document", "memos", "mentions", "shadows", "spellings", "numbers", "segment", "gazetteer", "lexicon",
    "extractors", "link",
)  # fmt: skip
# Attributes made at run time, which no compiled class has.
INTERPRETED = ("lexicon/lazy.py",)
OUT = Path("build/compiled")
NEEDS = ["mypy>=1.15", "setuptools>=68", "pydantic>=2.7"]
# What calls Python's runtime at every turn calls it directly: one to two hundredths of the time.
FLAGS = ["-fno-plt", "-fno-semantic-interposition", "-fvisibility=hidden"] if sys.platform == "linux" else []
# Other people's packages are not read through: their types say nothing about ours.
_MYPY = """
[mypy]
plugins = pydantic.mypy
follow_imports = skip
ignore_missing_imports = true
[mypy-communique.*,pydantic.*,pydantic_core.*]
follow_imports = silent
"""


def mode() -> str:
    """``auto``, ``1`` or ``0``."""
    return os.environ.get("COMMUNIQUE_COMPILE", "auto")


def has_compiler() -> bool:
    """Whether a C compiler and Python's headers are there: whether the smallest extension compiles."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if os.name == "nt":
        return True  # found, or not, by setuptools
    if shutil.which(compiler) is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "smallest.c"
        source.write_text("#include <Python.h>\nint smallest(void) { return PY_MAJOR_VERSION; }\n", "utf-8")
        include = f"-I{sysconfig.get_path('include')}"
        command = [compiler, include, "-c", str(source), "-o", f"{source}.o"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def sources(src: Path) -> list[Path]:
    """The modules to compile, relative to ``src``."""
    found: list[Path] = []
    for name in COMPILED:
        module = src / PACKAGE / name
        found += sorted(module.rglob("*.py")) if module.is_dir() else [module.with_suffix(".py")]
    skipped = {src / PACKAGE / name for name in INTERPRETED}
    return [path.relative_to(src) for path in found if path not in skipped]


def compile_modules(src: Path, out: Path) -> list[Path]:
    """Compile into ``out / "lib"``, unless that is done; the libraries. Raises ``CalledProcessError``."""
    src, out, lib, made_of = src.resolve(), out.resolve(), out.resolve() / "lib", out.resolve() / "made_of"
    digest = _digest(src)
    if not made_of.exists() or made_of.read_text("utf-8") != digest:
        shutil.rmtree(out, ignore_errors=True)
        marked = out / "src"
        shutil.copytree(src, marked, ignore=shutil.ignore_patterns("__pycache__"))
        for module in sources(marked):
            path = marked / module
            path.write_text(with_constants(path.read_text("utf-8")), "utf-8")
        # In a process of its own: mypyc reads modules in the folder where it runs.
        command = [sys.executable, str(Path(__file__).resolve()), str(out)]
        subprocess.run(command, cwd=marked, check=True, stdout=sys.stderr)
        made_of.write_text(digest, "utf-8")
    return sorted(p for p in lib.rglob("*") if p.suffix in (".so", ".pyd"))


def with_constants(code: str) -> str:
    """A module's code with its constants declared final: mypyc looks other names up each time they are used.

    Constants are what a module binds once, at its top, in capitals. Lines keep their numbers.

    >>> print(with_constants("from __future__ import annotations\\n_LONG = 40\\n"), end="")
    from __future__ import annotations; from typing import Final
    _LONG: Final = 40
    """
    tree = ast.parse(code)
    nodes = list(ast.walk(tree))
    bound = Counter(n.id for n in nodes if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load))
    bound.update(name for n in nodes if isinstance(n, ast.Global) for name in n.names)
    edits: list[tuple[int, int, str]] = []
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            name = node.targets[0]
            if isinstance(name, ast.Name) and bound[name.id] == 1 and _CONSTANT.fullmatch(name.id):
                edits += [(name.lineno, name.end_col_offset or 0, kind) for kind in _final(node.value)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            kind = node.annotation
            if bound[node.target.id] == 1 and not ast.unparse(kind).startswith(("Final", "TypeAlias")):
                edits += [
                    (kind.lineno, kind.col_offset, "Final["),
                    (kind.end_lineno or 0, kind.end_col_offset or 0, "]"),
                ]
    lines = code.split("\n")
    for line, column, inserted in sorted(edits, reverse=True):
        raw = lines[line - 1].encode()
        lines[line - 1] = (raw[:column] + inserted.encode() + raw[column:]).decode()
    future = "from __future__ import annotations"
    if not edits or future not in code:
        return code
    return "\n".join(lines).replace(future, f"{future}; from typing import Final", 1)


_CONSTANT = re.compile(r"_{0,2}[A-Z][A-Z0-9_]+")


def _final(value: ast.expr) -> list[str]:
    """The mark of a constant of this value: a tuple of words has any length, others are left alone."""
    if isinstance(value, ast.Call) and ast.unparse(value.func) in ("TypeVar", "NewType"):
        return []
    if not isinstance(value, ast.Tuple):
        return [": Final"]
    words = all(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in value.elts)
    return [": Final[tuple[str, ...]]"] if words else []


def _digest(src: Path) -> str:
    """What the libraries are made of: sources, this file, Python, mypyc."""
    parts = [sys.version, sysconfig.get_platform(), version("mypy")]
    paths = [Path(__file__), *sorted((src / PACKAGE).rglob("*.py"))]
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _compile_here(out: Path) -> None:
    """In the folder of the sources: mypyc makes C of them, the C compiler libraries."""
    from mypyc.build import mypycify
    from setuptools import setup
    from setuptools.command.build_ext import build_ext

    jobs = os.cpu_count() or 1

    class ParallelBuild(build_ext):
        """Compiles the C files of the one large library side by side."""

        def build_extensions(self) -> None:
            if self.compiler.compiler_type == "unix":
                compiler = self.compiler
                whole = compiler.compile

                def compile_each(files: list[str], **options: Any) -> list[str]:
                    with ThreadPoolExecutor(jobs) as pool:
                        made = list(pool.map(lambda file: whole([file], **options), files))
                    return [object for objects in made for object in objects]

                compiler.compile = compile_each
            super().build_extensions()

    config = out / "mypy.ini"
    config.write_text(_MYPY, "utf-8")
    gc.disable()  # most of the type checker's time otherwise, in a process that ends soon
    extensions = mypycify(
        [f"--config-file={config}", f"--cache-dir={out / 'cache'}", *map(str, sources(Path()))],
        opt_level="1",  # as fast here as higher ones, which take twice as long to compile
        debug_level="0",
        multi_file=True,
        target_dir=str(out / "c"),
        group_name=PACKAGE,
    )
    for extension in extensions:
        extension.extra_compile_args = [*extension.extra_compile_args, *FLAGS]
    setup(
        name=PACKAGE,
        packages=[],
        ext_modules=extensions,
        cmdclass={"build_ext": ParallelBuild},
        options={
            "build_ext": {
                "build_lib": str(out / "lib"), "build_temp": str(out / "temp"), "parallel": jobs
            }
        },
        script_args=["--quiet", "build_ext"],
    )  # fmt: skip


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled modules beside their sources."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return NEEDS if self._wanted("standard") else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not self._wanted(version):
            return
        root = Path(self.root)
        try:
            made = compile_modules(root / "src", root / OUT)
        except subprocess.CalledProcessError:
            if mode() != "auto":
                raise
            self.app.display_warning("communique: not compiled, the wheel is pure Python (see above)")
            return
        lib = (root / OUT / "lib").resolve()
        build_data["force_include"].update({str(p): str(p.relative_to(lib)) for p in made})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def _wanted(self, version: str) -> bool:
        if self.target_name != "wheel" or version != "standard" or mode() == "0":
            return False
        return mode() != "auto" or has_compiler()


if __name__ == "__main__":
    _compile_here(Path(sys.argv[1]))
