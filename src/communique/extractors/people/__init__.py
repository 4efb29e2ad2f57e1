"""Named individuals: full names first, then the short forms of the people who were found."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import Document
from communique.extractors.people.full import FullNames
from communique.extractors.people.repeats import repeated_names
from communique.mentions import Found, PersonMention


def extract_people(doc: Document, found: Found) -> Iterator[PersonMention]:
    """Every naming of an individual, full or short; spans hold neither civility nor title.

    >>> doc = Document("Mme Anne Petit, maire, répond à M. Petit.")
    >>> [(m.name, m.civility, m.rule) for m in extract_people(doc, Found())]
    [('Anne Petit', 'Mme', 'civility'), ('Petit', 'M.', 'civility')]
    """
    kept = doc.kept.get("people")
    if isinstance(kept, FullNames):
        names, before = kept, kept.settled
        people = names.settle()
        if names.settled == before:
            yield from found.people
            return
    else:
        doc.kept["people"] = names = FullNames(doc)
        people = names.settle()
    yield from people
    yield from repeated_names(doc, people)
