"""Sentences with every naming of a body between brackets, for the tests of institutions."""

from __future__ import annotations

import re

from communique.document import Document
from communique.extractors.institutions import extract_institutions
from communique.extractors.people import extract_people
from communique.mentions import Found, InstitutionMention
from communique.segment import find_sections, find_sentences


def institutions(text: str) -> list[InstitutionMention]:
    sections = find_sections(text)
    doc = Document(text, sections=sections, sentences=find_sentences(text, sections))
    found = Found()
    found.people = sorted(extract_people(doc, found), key=lambda m: (m.start, m.end))
    return sorted(extract_institutions(doc, found), key=lambda m: m.start)


def spans(text: str) -> list[str]:
    """The surfaces of the bodies found in a text."""
    return [text[m.start : m.end] for m in institutions(text)]


def check(marked: str) -> None:
    """Just the bracketed words are found."""
    assert spans(re.sub(r"[\[\]]", "", marked)) == re.findall(r"\[([^\]]+)\]", marked)
