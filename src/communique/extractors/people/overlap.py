"""People's names inside names of institutions are not people."""

from __future__ import annotations

from collections.abc import Sequence

from communique.mentions import InstitutionMention, PersonMention


def outside_institutions(
    text: str, people: Sequence[PersonMention], institutions: Sequence[InstitutionMention]
) -> list[PersonMention]:
    """People's names that are not words of an institution's name ("Fondation Anne Petit").

    A form of address that opens a line opens a name of its own, whatever an institution's name runs over.
    """
    kept, i = [], 0
    for m in sorted(people, key=lambda m: (m.start, m.end)):
        while i < len(institutions) and institutions[i].end <= m.start:
            i += 1
        apart = i == len(institutions) or institutions[i].start >= m.end
        if apart or (m.civility and "\n" in text[institutions[i].start : m.start]):
            kept.append(m)
    return kept
