"""The invented names that training sentences are filled with."""

from __future__ import annotations


def names_by_kind(raw: str) -> dict[str, list[str]]:
    """The names of a list under the kind that a line in brackets gives: "[U]", then "Altaïs|Le Phare"."""
    names: dict[str, list[str]] = {}
    kind = ""
    for line in raw.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            names[kind] = line.split("|")
    return names
