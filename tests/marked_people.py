"""Sentences with marked institutions, read by the people and roles extractors alone."""

from __future__ import annotations

import re

from communique.document import Document
from communique.extractors.people import extract_people
from communique.extractors.people.roles import extract_roles
from communique.link.people import link_people
from communique.mentions import Found, InstitutionMention
from communique.records import Institution, Person, Span
from communique.segment import find_sections, find_sentences

_MARK = re.compile(r"\[\[(.+?)\]\]")


def read(marked: str) -> tuple[Document, Found, tuple[Institution, ...]]:
    """The document of a sentence in which ``[[X]]`` marks institutions, with its people and roles."""
    text, spans = "", []
    for n, part in enumerate(_MARK.split(marked)):
        if n % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    sections = find_sections(text)
    doc = Document(text, sections=sections, sentences=find_sentences(text, sections))
    found = Found(
        institutions=[InstitutionMention(start=s, end=e, name=text[s:e], rule="marked") for s, e in spans]
    )
    found.people = sorted(extract_people(doc, found), key=lambda m: (m.start, m.end))
    found.roles = sorted(extract_roles(doc, found), key=lambda m: (m.start, m.end))
    bodies: dict[str, list[Span]] = {}
    for s, e in spans:
        bodies.setdefault(text[s:e], []).append(Span(start=s, end=e))
    for m in found.institutions:
        if m.rule == "led_name":  # a function alone makes it known
            bodies.setdefault(m.name, []).append(Span(start=m.start, end=m.end))
    institutions = tuple(
        Institution(id=name, name=name, kind="other", mentions=tuple(mentions))
        for name, mentions in bodies.items()
    )
    return doc, found, institutions


def people(marked: str) -> tuple[Person, ...]:
    """The people of a marked sentence."""
    return link_people(*read(marked))


def names(marked: str) -> list[str]:
    """Their names, in order."""
    return [p.name for p in people(marked)]


def roles(marked: str) -> dict[str, list[str]]:
    """Their roles as "title @ institution"."""
    return {
        p.name: [r.title + (f" @ {r.institution}" if r.institution else "") for r in p.roles]
        for p in people(marked)
        if p.roles
    }
