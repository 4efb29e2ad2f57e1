"""``make bench``: communique beside bare spaCy, in one run, each measure in a process of its own.

Writes ``docs/bench.md`` and ``docs/bench.svg``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from communique.version import is_compiled

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
_COLOURS = ("#999999", "#0072B2", "#009E73")
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


ROUNDS = 3


def measure(name: str, *args: object, pure: bool = False) -> dict[str, Any]:
    """Run one measure in its own process; ``pure``: on the sources as they are, not compiled."""
    command = [sys.executable, "-m", "benchmarks.measures", name, *map(str, args)]
    env = os.environ | ONE_THREAD | ({"PYTHONPATH": str(ROOT / "src")} if pure else {})
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    print(f"  {name} {' '.join(map(str, args))}: {done.stdout.strip()}", file=sys.stderr)
    return result


def cold(*command: str, runs: int = 7) -> float:
    """Median wall-clock seconds of a whole process, after one run that warms the disk."""
    seconds = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def machine() -> str:
    """What this ran on."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if "model name" in line
        ]
        cpu = models[0] if models else cpu
    return f"{cpu}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"


def throughput(articles: int) -> dict[str, dict[str, Any]]:
    """Bare spaCy at its best batch size, ours with the default model and without one, compiled and not.

    One after the other, several times over, the best of each: the machine is not as fast at every minute.
    """
    bare = {size: measure("bare", articles, size) for size in (32, 128, 512)}
    size = max(bare, key=lambda size: bare[size]["tokens_per_s"])
    asked: dict[str, tuple[object, ...]] = {
        "spaCy fr_core_news_sm, nlp.pipe": ("bare", articles, size),
        "communique, default model": ("ours", articles, "fr_core_news_sm"),
        "communique, --model none": ("ours", articles, "none"),
    }
    rounds = [{name: measure(*map(str, what)) for name, what in asked.items()} for _ in range(ROUNDS)]
    rows = {name: max((r[name] for r in rounds), key=lambda m: m["tokens_per_s"]) for name in asked}
    if is_compiled():
        rows |= {
            "pure Python, default model": measure("ours", articles, "fr_core_news_sm", pure=True),
            "pure Python, --model none": measure("ours", articles, "none", pure=True),
        }
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="articles of a throughput pass")
    parser.add_argument("--quick", action="store_true", help="throughput alone")
    args = parser.parse_args()
    rows = throughput(args.articles)
    bare = next(iter(rows.values()))["tokens_per_s"]
    lines = [
        "# Benchmark", "", f"{machine()}, {datetime.now(UTC):%Y-%m-%d}. Made by `make bench`.", "",
        f"communique is {'compiled, but where said' if is_compiled() else 'pure Python'}.", "",
        f"## Throughput, one process, one core ({args.articles} varied articles, {ROUNDS} rounds)", "",
        "| | articles/s | tokens/s | × bare spaCy |", "| --- | ---: | ---: | ---: |",
    ]  # fmt: skip
    for name, row in rows.items():
        ratio = row["tokens_per_s"] / bare
        lines.append(f"| {name} | {row['articles_per_s']:.1f} | {row['tokens_per_s']:,.0f} | {ratio:.2f} |")
    if not args.quick:
        lines += [*_stages(args.articles), *_workers(), *_cold(), *_growth()]
        _plot({name: row["tokens_per_s"] for name, row in rows.items()}, DOCS / "bench.svg")
        (DOCS / "bench.md").write_text("\n".join([*lines, "", "![Throughput](bench.svg)", ""]), "utf-8")
    print("\n".join(lines))


def _stages(articles: int) -> list[str]:
    result = measure("stages", articles, "fr_core_news_sm")
    total = sum(result["seconds"].values())
    lines = ["", "## Where the time goes (default model)", "", "| stage | ms per 1,000 tokens | share |"]
    lines.append("| --- | ---: | ---: |")
    for name, seconds in result["seconds"].items():
        lines.append(f"| {name} | {1e6 * seconds / result['tokens']:.2f} | {100 * seconds / total:.0f} % |")
    return [*lines, f"| all | {1e6 * total / result['tokens']:.2f} | 100 % |"]


def _workers() -> list[str]:
    lines = ["", "## Workers (2,000 articles, files to JSON lines, wall-clock)", ""]
    lines += ["| | articles/s, start-up included | articles/s, steady | × one worker, steady |"]
    lines += ["| --- | ---: | ---: | ---: |"]
    for model in ("fr_core_news_sm", "none"):
        one, two = (measure("workers", 2000, n, model) for n in (1, 2))
        for n, row in ((1, one), (2, two)):
            ratio = row["steady_articles_per_s"] / one["steady_articles_per_s"]
            lines.append(
                f"| {model}, {n} worker{'s' * (n > 1)} | {row['articles_per_s']:.1f} "
                f"| {row['steady_articles_per_s']:.1f} | {ratio:.2f} |"
            )
    return lines


def _cold() -> list[str]:
    article = str(sorted((ROOT / "data" / "articles").glob("*.txt"))[0])
    exe = str(Path(sys.executable).parent / "communique")
    stock = cold(sys.executable, "-c", "import spacy; spacy.load('fr_core_news_sm')")
    rows = {
        "python -c \"import spacy; spacy.load('fr_core_news_sm')\"": stock,
        "communique extract one.txt (the model is not needed)": cold(exe, "extract", article),
        "communique extract one.txt (the model is asked)": cold(exe, "extract", _doubtful()),
        "communique extract one.txt --model none": cold(exe, "extract", article, "--model", "none"),
        "communique --help": cold(exe, "--help"),
        'python -c "import communique"': cold(sys.executable, "-c", "import communique"),
    }
    lines = ["", "## Cold start (median of 7 whole processes)", "", "| | seconds | ÷ spaCy's loading |"]
    lines.append("| --- | ---: | ---: |")
    return [*lines, *(f"| `{name}` | {s:.2f} | {s / stock:.2f} |" for name, s in rows.items())]


def _doubtful() -> str:
    """An article with a name that only the model can settle."""
    from communique.pipeline import load
    from communique.read import read_path

    paths = sorted(p for folder in ("articles", "gold") for p in (ROOT / "data" / folder).glob("*.txt"))
    return next(str(p) for p in paths for s in read_path(p) if load().draft(s).doc.doubts)


def _growth() -> list[str]:
    small, large = measure("memory", 2000, "fr_core_news_sm"), measure("memory", 20000, "fr_core_news_sm")
    more = large["peak_mb"] / small["peak_mb"]
    short, long = measure("length", 1000, 1000), measure("length", 1_000_000, 1)
    return [
        "", "## Growth", "", "| | |", "| --- | ---: |",
        f"| peak memory, 2,000 articles | {small['peak_mb']:.0f} MB |",
        f"| peak memory, 20,000 articles | {large['peak_mb']:.0f} MB ({more:.2f} ×) |",
        f"| CPU, 20,000 articles ÷ 2,000 | {large['cpu_s'] / small['cpu_s']:.2f} × |",
        f"| CPU, one article of 1 MB ÷ 1,000 of 1 kB | {long['cpu_s'] / short['cpu_s']:.2f} × |",
    ]  # fmt: skip


def _plot(rates: dict[str, float], path: Path) -> None:
    """Horizontal bars, readable on light and on dark pages."""
    width, bar, left = 640, 26, 230
    scale = (width - left - 90) / max(rates.values())
    height = len(rates) * (bar + 12) + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>Tokens per second, one core</title>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
    ]
    for n, (name, rate) in enumerate(rates.items()):
        y = 8 + n * (bar + 12)
        parts.append(
            f'<text x="{left - 8}" y="{y + 18}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{left}" y="{y}" width="{rate * scale:.0f}" height="{bar}" '
            f'fill="{_COLOURS[n % len(_COLOURS)]}"/>'
            f'<text x="{left + rate * scale + 6:.0f}" y="{y + 18}">{rate:,.0f}</text>'
        )
    parts.append(f'<text x="{left}" y="{height - 8}">tokens per second, one core</text></svg>\n')
    path.write_text("".join(parts), "utf-8")


if __name__ == "__main__":
    main()
