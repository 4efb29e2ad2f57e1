"""The whole library on one page: read → segment → tag → extract → link → records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from communique.document import Document, Entity, fold_name, line_shadow
from communique.extractors import EXTRACTORS
from communique.extractors.base import Extractor
from communique.extractors.dates import published_date
from communique.extractors.institutions.learned import weights
from communique.link.institutions import link_institutions
from communique.link.people import link_people
from communique.link.quotations import link_quotations
from communique.link.rankings import link_rankings
from communique.loading import paused
from communique.mentions import Found
from communique.read import Source
from communique.records import KINDS, Article, Record, Warning
from communique.segment import find_sections, find_sentences
from communique.segment.language import looks_french
from communique.tag import settle_doubts

DEFAULT_MODEL = "fr_core_news_sm"
BATCH = 32
# The model is asked once, after the last extractor that may ask.
_LAST = max(i for i, extractor in enumerate(EXTRACTORS) if extractor.asks)
_FIRST, _REST = EXTRACTORS[: _LAST + 1], EXTRACTORS[_LAST + 1 :]


@dataclass(slots=True)
class Draft:
    """An article up to where the model is asked: dates and names as the rules read them."""

    source: Source
    doc: Document
    found: Found


@dataclass(frozen=True)
class Pipeline:
    """A reusable pipeline: call it on a text, or :meth:`pipe` many sources through it."""

    model: str | None = DEFAULT_MODEL
    only: frozenset[str] | None = None
    weights: dict[str, float] | None = None

    def __call__(self, text: str, *, published: str | None = None) -> Article:
        return next(self.pipe([Source(text, published=published)]))

    def pipe(self, sources: Iterable[Source]) -> Iterator[Article]:
        """Articles in the order of their sources; the model is asked once for each batch."""
        sources = iter(sources)
        while batch := list(islice(sources, BATCH)):
            with paused():
                articles = self._read(batch)
            yield from articles

    def _read(self, batch: list[Source]) -> list[Article]:
        drafts = [self.draft(source) for source in batch]
        return [self.finish(*tagged) for tagged in zip(drafts, self.tag(drafts), strict=True)]

    def draft(self, source: Source) -> Draft:
        """What the rules name by themselves; the names that they leave open are the document's doubts."""
        with paused():
            doc = segment(source)
            self._use_weights(doc)
            return Draft(source, doc, extract(doc, self.only, _FIRST))

    def tag(self, drafts: Sequence[Draft]) -> Iterator[tuple[Entity, ...]]:
        """What the model says of each draft's doubts: nothing where there are none, or no model."""
        return settle_doubts([draft.doc for draft in drafts], self.model)

    def finish(self, draft: Draft, entities: tuple[Entity, ...] = ()) -> Article:
        """The draft's article; where the model knew better, names are read again with its help."""
        doc, found = draft.doc, draft.found
        with paused():
            if entities:
                doc.entities = entities
                labels = {entity.label for entity in entities}
                extract(doc, self.only, [e for e in _FIRST if e.asks & labels], found)
            doc.kept.clear()  # refers to the document
            return link(doc, extract(doc, self.only, _REST, found), draft.source, self.only)

    def read_one(self, source: Source, entities: tuple[Entity, ...]) -> Article:
        """An article on which some other pipeline has tagged entities."""
        with paused():
            doc = segment(source)
            self._use_weights(doc)
            doc.entities = entities
            found = extract(doc, self.only)
            doc.kept.clear()
            return link(doc, found, source, self.only)

    def _use_weights(self, doc: Document) -> None:
        """The learned model of names goes with the recogniser: without a model, rules and lists alone."""
        if self.model is not None:
            doc.name_weights = weights() if self.weights is None else self.weights


def load(model: str | None = DEFAULT_MODEL, only: Collection[str] | None = None) -> Pipeline:
    """A reusable pipeline: ``load()(text)`` is an :class:`Article`.

    ``model`` is the spaCy pipeline whose entity recogniser is used, or None for rules and word lists
    alone; ``only`` limits the record kinds. Raises ``ValueError`` for an unknown kind, ``OSError``
    for a model that is not installed.

    >>> nlp = load(model=None, only={"counts"})
    >>> nlp("Près de 1 600 candidats en lice.").counts[0].value
    1600.0
    """
    kinds = None if only is None else frozenset(only)
    if kinds is not None and not kinds <= set(KINDS):
        unknown = ", ".join(sorted(kinds - set(KINDS)))
        raise ValueError(f"unknown record kinds: {unknown} (known: {', '.join(KINDS)})")
    return Pipeline(model=model, only=kinds)


def segment(source: Source) -> Document:
    """Text → sections, sentences, the article's own date."""
    lines = line_shadow(source.text)
    sections = find_sections(lines)
    doc = Document(source.text, sections=sections, sentences=find_sentences(lines, sections))
    doc.published = source.published or published_date(doc)
    doc.warnings.extend(source.warnings)
    if not looks_french(doc.tokens.lower):
        doc.warnings.append(("not_french", "the text does not look French: expect little and trust less"))
    return doc


def extract(
    doc: Document,
    only: Collection[str] | None = None,
    extractors: Sequence[Extractor] = EXTRACTORS,
    found: Found | None = None,
) -> Found:
    """Document → mentions: every extractor that is wanted, or needed by one that is."""
    wanted = {e.name for e in EXTRACTORS} if only is None else set(only)
    for extractor in reversed(EXTRACTORS):
        if extractor.name in wanted:
            wanted.update(extractor.needs)
    found = Found() if found is None else found
    for extractor in extractors:
        if extractor.name in wanted:
            mentions = sorted(extractor.extract(doc, found), key=lambda m: (m.start, m.end))
            setattr(found, extractor.name, mentions)
    return found


def link(doc: Document, found: Found, source: Source, only: Collection[str] | None = None) -> Article:
    """Mentions → records with ids, of the kinds wanted."""
    institutions = link_institutions(doc, found)
    people = link_people(doc, found, institutions)
    quotations = link_quotations(doc, found, institutions, people)
    records: dict[str, tuple[Record, ...]] = {
        "institutions": institutions,
        "people": people,
        "rankings": link_rankings(doc, found, institutions, people, quotations),
        "counts": tuple(found.counts),
        "quotations": quotations,
        "dates": tuple(found.dates),
    }
    return Article(
        source=source.source,
        source_sha256=source.sha256,
        text=doc.text,
        title=source.title or title_of(doc),
        published=doc.published,
        sections=doc.sections,
        sentences=doc.sentences,
        warnings=tuple(Warning(code=code, message=message) for code, message in doc.warnings),
        **{kind: found for kind, found in records.items() if only is None or kind in only},
    )


def title_of(doc: Document) -> str | None:
    """The text of the first title, or None."""
    title = next((s for s in doc.sections if s.kind == "title"), None)
    return fold_name(doc.text[title.start : title.end]) if title else None
