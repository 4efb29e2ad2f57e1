"""Derive the first-name list from INSEE's "Fichier des prénoms" (Licence Ouverte).

usage: build_first_names.py FIRST_NAMES.csv [--least 100] > first_names.txt

The input has the columns ``preusuel;sexratio_prenom;n;sexe_prenom`` (``sexratio`` is the share of men).
Spellings that differ by accents only are counted together.
"""

from __future__ import annotations

import argparse
import csv
import unicodedata
from collections import defaultdict
from pathlib import Path

HEADER = """\
# First names given in France and, in tenths, the share of men among those who bear them.
# Source: INSEE, Fichier des prénoms, Licence Ouverte / Etalab. Made by scripts/build_first_names.py.
# Lower case, without accents; names given fewer than {least} times are left out.
"""


def plain(name: str) -> str:
    """Lower case, no accents: ``plain("Zoé")`` is ``"zoe"``."""
    decomposed = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def read(path: Path) -> dict[str, tuple[int, float]]:
    """Name → (bearers, men among them)."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            n = int(row["n"])
            total = counts[plain(row["preusuel"])]
            total[0] += n
            total[1] += n * float(row["sexratio_prenom"])
    return {name: (int(n), men) for name, (n, men) in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("--least", type=int, default=100, help="bearers below which a name is left out")
    options = parser.parse_args()
    print(HEADER.format(least=options.least), end="")
    for name, (n, men) in sorted(read(options.names).items()):
        if n >= options.least and len(name) > 1 and name.replace("-", "").replace("'", "").isalpha():
            print(f"{name} {min(9, int(10 * men / n))}")


if __name__ == "__main__":
    main()
