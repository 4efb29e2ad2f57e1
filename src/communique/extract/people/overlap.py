"""People's names inside names of institutions are not people."""

from __future__ import annotations

from collections.abc import Sequence

from communique.mentions import InstitutionMention, PersonMention


def outside_institutions(
    people: Sequence[PersonMention], institutions: Sequence[InstitutionMention]
) -> list[PersonMention]:
    """People's names that are not words of an institution's name ("Fondation Anne Petit")."""
    kept, i = [], 0
    for m in sorted(people, key=lambda m: (m.start, m.end)):
        while i < len(institutions) and institutions[i].end <= m.start:
            i += 1
        if i == len(institutions) or institutions[i].start >= m.end:
            kept.append(m)
    return kept
