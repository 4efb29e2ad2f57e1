"""Institution mentions to institutions: long form, short forms and acronym under one id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.document import Document, plain_shadow
from communique.mentions import Found, InstitutionMention
from communique.records import Institution, Span


def link_institutions(doc: Document, found: Found) -> tuple[Institution, ...]:
    """One :class:`Institution` for all mentions of the same body, in order of first mention."""
    groups: dict[str, list[InstitutionMention]] = {}
    for m in found.institutions:
        groups.setdefault(_key(m.alias_of or m.name), []).append(m)
    return tuple(_institution(f"i{n}", mentions) for n, mentions in enumerate(groups.values(), 1))


def _key(name: str) -> str:
    return plain_shadow(name).replace("-", " ").replace("’", "'")


def _institution(id: str, mentions: Sequence[InstitutionMention]) -> Institution:
    names = Counter(m.name for m in mentions)
    acronym = next((m.acronym for m in mentions if m.acronym), None)
    full = [m.name for m in mentions if m.alias_of is None] or [m.alias_of for m in mentions if m.alias_of]
    # The longest form; of two that differ by their capitals alone, the normally cased one.
    name = min(full, key=lambda n: (n.isupper() and len(n) > 6, -len(n)))
    kinds = Counter(m.kind for m in mentions if m.kind)
    return Institution(
        id=id,
        name=name,
        kind=kinds.most_common(1)[0][0] if kinds else "other",
        acronym=acronym,
        aliases=tuple(n for n in names if n != name),
        mentions=tuple(Span(start=m.start, end=m.end) for m in mentions),
        rule=mentions[0].rule,
    )
