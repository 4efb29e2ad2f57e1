"""Learn by which letters foreign names differ from French and English words.

    python -m scripts.train_name_letters SOURCES FRENCH ENGLISH

``SOURCES`` are the rosters that ``build_names_countries.py`` reads, ``FRENCH`` and ``ENGLISH`` lists of
words, one a line (Debian's wfrench and wamerican). Written: ``name_letters.txt``, weights of two to four
letters ("^" and "$" stand for the ends of a word) in tenths, by logistic regression: no name and no word.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scripts.build_names_abroad import ROOM
from scripts.build_names_countries import bearers
from scripts.train_institutions import Vector, minimum

from communique.document import plain_shadow
from communique.extractors.people import lexicon
from communique.extractors.people.origins import grams
from communique.lexicon import words

# Where names are English or French: these are words too.
_LEFT_OUT = re.compile(
    r"england|scotland|wales|ireland|united-states|usa?$|australia|new-zealand|canada|jamaica|trinidad|barbados"
    r"|guyana|bermuda|britain|kitts|grenada|antigua|lucia|dominica$|belize|bahamas|france"
)
# Endings of inflected forms, which no name of a thing has.
_INFLECTED = re.compile(
    r"(?:ions|iez|rent|mes|tes|asses?|ant|erai|erez|eras?|eront|erons|ait|aient|ais|ees)$"
)
SHORT, LONGEST, FRENCH = 6, 11, 45_000
SEEN, SMALLEST, STRENGTH = 60, 0.3, 1.0
HEAD = """\
# How much two to four letters ("^": begins, "$": ends a word) say that a word is a foreign name, in tenths.
# Made by scripts/train_name_letters.py from openfootball/players, openfootball/worldcup and
# martj42/international_results (CC0) against dictionaries; the line of "=" is where the sum begins.
"""


def names(folder: Path) -> dict[str, float]:
    """The words of foreign names, and how much each counts."""
    lands: dict[str, set[str]] = {}
    for name, country in bearers(folder):
        lands.setdefault(name, set()).add(country)
    found: Counter[str] = Counter()
    for name, countries in lands.items():
        parts = plain_shadow(name).replace("-", " ").split()
        if len(parts) > 1 and not any(_LEFT_OUT.search(c) for c in countries):
            found.update(parts)
    listed = set(lexicon.surnames_abroad() | lexicon.rare_first_names())
    for part in ("abroad", "world", "countries"):
        listed |= {line.split()[0] for line in words(lexicon.ROOM, f"first_names_{part}.txt")}
    weights = {w: min(n, 5) ** 0.5 for w, n in sorted(found.items())} | {
        w: 1.0 for w in sorted(listed) if w not in found
    }
    return {w: k for w, k in weights.items() if re.fullmatch(r"[a-z]{3,}", w)}


def vocabulary(path: str) -> list[str]:
    """The words of a dictionary, no names, neither short nor long ones."""
    lines = Path(path).read_text("utf-8").split()
    plain = {plain_shadow(w) for w in lines if w[0].islower() and w.isalpha()}
    return sorted(w for w in plain if 3 <= len(w) <= LONGEST)


def main() -> None:
    good = names(Path(sys.argv[1]))
    french = [w for w in vocabulary(sys.argv[2]) if _INFLECTED.search(w) is None]
    chosen = random.Random(3).sample(french, min(FRENCH, len(french)))
    bad = {w: (3.0 if len(w) <= SHORT else 1.0) for w in sorted({*chosen, *vocabulary(sys.argv[3])})}
    bad = {w: k / 2 if good.get(w, 0) > 1 else k for w, k in bad.items()}
    rows = [(w, 1.0, k) for w, k in good.items() if w not in bad] + [(w, 0.0, k) for w, k in bad.items()]
    seen = Counter(g for w, _, _ in rows for g in sorted(set(grams(w))))
    column = {g: n for n, g in enumerate(sorted(g for g, n in seen.items() if n >= SEEN))}
    cells = [(r, column[g]) for r, (w, _, _) in enumerate(rows) for g in sorted(set(grams(w))) if g in column]
    at, of = np.array([c[0] for c in cells]), np.array([c[1] for c in cells])
    right, count = np.array([r[1] for r in rows]), np.array([r[2] for r in rows])
    count[right == 0] *= count[right == 1].sum() / count[right == 0].sum()
    size = len(column)

    def loss(x: Vector) -> tuple[float, Vector]:
        total = np.bincount(at, x[of], len(rows)) + x[size]
        pull = count * (1 / (1 + np.exp(-total)) - right)
        slope = np.append(np.bincount(of, pull[at], size) + STRENGTH * x[:size], pull.sum())
        value = count @ np.logaddexp(0, np.where(right > 0, -total, total))
        return float(value + 0.5 * STRENGTH * x[:size] @ x[:size]), slope

    x = minimum(loss, np.zeros(size + 1))
    lines = [f"= {round(10 * x[size])}"]
    lines += [f"{g} {round(10 * x[n])}" for g, n in column.items() if abs(x[n]) >= SMALLEST]
    (ROOM / "name_letters.txt").write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
