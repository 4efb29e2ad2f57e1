"""Institution mentions to institutions: long form, short forms and acronym under one id."""

from __future__ import annotations

from collections.abc import Sequence

from communique.document import Document, fold_name, plain_shadow
from communique.gazetteer import listed_forms, registered
from communique.mentions import Found, InstitutionMention
from communique.records import Institution, InstitutionKind, Span

# Which rule knows a body's kind best.
_TRUST = (
    "known_body", "defined_acronym", "headed_name", "coordinated_name", "acronym", "quoted_name",
    "introduced_name", "short_form", "unknown_name", "learned",
)  # fmt: skip


def link_institutions(doc: Document, found: Found) -> tuple[Institution, ...]:
    """One :class:`Institution` for all mentions of the same body, in order of first mention.

    >>> doc = Document("L'ANR finance. L'Agence nationale de la recherche (ANR) suit.")
    >>> spans = [(2, 5, "ANR"), (17, 50, "Agence nationale de la recherche"), (51, 54, "ANR")]
    >>> found = Found(institutions=[
    ...     InstitutionMention(start=s, end=e, name=n, rule="x", alias_of=spans[1][2] if n == "ANR" else None)
    ...     for s, e, n in spans
    ... ])
    >>> [(i.name, i.aliases, len(i.mentions)) for i in link_institutions(doc, found)]
    [('Agence nationale de la recherche', ('ANR',), 3)]
    """
    groups: dict[str, list[InstitutionMention]] = {}
    owners = {_key(m.name): _key(m.alias_of) for m in found.institutions if m.alias_of}
    for m in found.institutions:
        key = _key(m.alias_of or m.name)
        groups.setdefault(owners.get(key, key), []).append(m)
    return tuple(_institution(doc, f"i{n}", mentions) for n, mentions in enumerate(groups.values(), 1))


def _key(name: str) -> str:
    """What two spellings of one name share: no case, no accents, no hyphens."""
    return plain_shadow(name).replace("-", " ").replace("\u2011", " ")


def _institution(doc: Document, id: str, mentions: Sequence[InstitutionMention]) -> Institution:
    surfaces = (fold_name(doc.text[m.start : m.end]) for m in mentions)
    forms = list(dict.fromkeys((*(m.name for m in mentions), *surfaces)))
    name = full_name(mentions)
    return Institution(
        id=id,
        name=name,
        kind=_kind(mentions),
        acronym=next((m.acronym for m in mentions if m.acronym), None),
        aliases=tuple(f for f in forms if f != name),
        mentions=tuple(Span(start=m.start, end=m.end) for m in mentions),
        links=_links((name, *forms)),
        rule=min(mentions, key=_trust).rule,
    )


def full_name(mentions: Sequence[InstitutionMention]) -> str:
    """The fullest form; of forms that differ by their capitals alone, the normally cased one."""
    full = [m.name for m in mentions if m.alias_of is None] or [m.alias_of for m in mentions if m.alias_of]
    return min(full, key=lambda n: (n.isupper() and len(n) > 6, -len(n)))


def _trust(mention: InstitutionMention) -> int:
    return _TRUST.index(mention.rule) if mention.rule in _TRUST else len(_TRUST)


def _kind(mentions: Sequence[InstitutionMention]) -> InstitutionKind:
    known = [m for m in mentions if m.kind is not None]
    kind = min(known, key=lambda m: (m.alias_of is not None, _trust(m))).kind if known else None
    return kind or "other"


def _links(forms: Sequence[str]) -> dict[str, str]:
    """The registry's identifier when one of the forms is the full name of one registered body alone."""
    for form in forms:
        for name in (form, *listed_forms(form)):
            if " " in name and (entry := registered(name)) is not None:
                return {"ror": f"https://ror.org/{entry[0]}"}
    return {}
