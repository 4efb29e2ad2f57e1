"""Derive the list of profession nouns from the job titles of France Travail (ROME, Licence Ouverte).

usage: build_role_heads.py JOB_TITLES.tsv > role_heads_rome.txt

The input has the columns masculine, feminine with complements, ROME code. What is kept is the first word of
each side, the noun that a whole title is built on ("directrice" of "Directrice de site Web").
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

HEADER = """\
# Nouns of professions, masculine and feminine, lower case.
# Source: France Travail, ROME v347, Licence Ouverte / Etalab. Made by scripts/build_role_heads.py.
"""

# First words that name a thing, a rank or a manner as often as a person.
NOT_HEADS = {
    "administrative", "aide", "animalière", "animaux", "art", "arts", "assistance", "aérienne", "bloc",
    "cadre", "calculatrice", "capteur", "capteuse", "carrière", "cartonnière", "classeur", "commande",
    "commis", "conceptuelle", "couleur", "culturelle", "débit", "deuxième", "don", "douche", "engagé",
    "engagée", "ensemble", "femme", "garde", "grand", "grande", "gros", "générale", "haute", "homme",
    "hôte", "industrielle", "lanceur", "layout", "lecture", "maître", "média", "métiers", "motard",
    "opération", "opérationnelle", "petit", "petite", "planning", "pointeur", "poste", "premier",
    "première", "principal", "principale", "promoteur", "second", "seconde", "servant", "service",
    "sociale", "sous", "substitut", "système", "traceur", "traitant", "traitante", "troisième", "tour",
    "vice", "volant", "web", "week-end",
}  # fmt: skip
_WORD = re.compile(r"[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*")
_FALSE_E = re.compile(
    r"^e(?=l[eè]v|lect|duc|diteur|cail|col|con|cri|b[eé]n|moul|quip|tud|tal|clair|tan|lag|ner|go)"
)


def heads(path: Path) -> set[str]:
    """First words of all titles, capitals written without an accent restored ("Educateur" → "éducateur")."""
    found: set[str] = set()
    for line in path.read_text("utf-8").splitlines():
        for side in line.split("\t")[:2]:
            if first := _WORD.match(side.lower()):
                found.add(_FALSE_E.sub("é", first[0]))
    return {w for w in found if len(w) > 3 and w not in NOT_HEADS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("titles", type=Path)
    options = parser.parse_args()
    print(HEADER, end="")
    print(*sorted(heads(options.titles)), sep="\n")


if __name__ == "__main__":
    main()
