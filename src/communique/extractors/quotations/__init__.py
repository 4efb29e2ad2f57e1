"""Reported words: between marks, in an interview's answers, or in indirect speech.

The room: ``marks`` pairs quotation marks, ``scene`` turns sentences into rows of chunks, ``cues`` reads the
reporting words with their subject (``verbs``, ``verb_groups``, ``noun_phrases``, ``extents``, ``subjects``,
``words``), ``direct`` turns marked words into mentions (``kept`` tells words of somebody from titles, names
and terms, with ``names``; ``loose`` reads words that nothing announces), ``attribution`` gives them their
speaker (``incises`` and ``unlisted``: a verb after them; ``governed`` and ``agents``: one before them;
``going_on``: none), ``nested`` reads words of others inside them, ``layout`` reads signatures, pull quotes
and interviews, ``indirect``, ``bare_incises`` and ``indirect_sources`` find speech without marks (``worth``
says where to look, ``clauses`` how far it goes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.document import Document
from communique.extractors.quotations.direct import read_marked
from communique.extractors.quotations.indirect import find_indirect
from communique.extractors.quotations.layout import find_answers
from communique.extractors.quotations.marks import blocks, find_marked
from communique.extractors.quotations.nested import read_nested
from communique.extractors.quotations.scene import Scene
from communique.mentions import Found, QuotationMention


def extract_quotations(doc: Document, found: Found) -> Iterator[QuotationMention]:
    """Reported words, with the words that name the speaker and the reporting word.

    >>> from communique.records import Section, Sentence
    >>> text = "« Nous sommes prêts », a déclaré la maire."
    >>> whole = {"start": 0, "end": len(text)}
    >>> doc = Document(text, sections=(Section(kind="paragraph", **whole),), sentences=(Sentence(**whole),))
    >>> [(m.kind, text[slice(*m.cue)], text[slice(*m.speaker)]) for m in extract_quotations(doc, Found())]
    [('direct', 'a déclaré', 'la maire')]
    """
    marked = find_marked(doc.text, blocks(doc))
    for m in marked:
        if not m.closed:
            doc.warnings.append(("unclosed_quotation", f"quotation mark at offset {m.open} is never closed"))
    found.marked = [(m.open, m.close) for m in marked if m.closed and m.depth == 0]
    scene = Scene(doc, found, marked)
    direct = [whole for m in read_marked(scene) if (whole := _without_empty_parts(m)) is not None]
    direct.sort(key=lambda m: m.start)
    answers = list(find_answers(scene))
    yield from direct
    yield from read_nested(scene)
    yield from answers
    yield from find_indirect(scene, direct)


def _without_empty_parts(m: QuotationMention) -> QuotationMention | None:
    """An incise may stand right beside a mark, or be all there is between two."""
    parts = tuple((start, end) for start, end in m.parts if start < end)
    if len(parts) == len(m.parts):
        return m
    return replace(m, start=parts[0][0], end=parts[-1][1], parts=parts) if parts else None
