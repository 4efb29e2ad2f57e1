"""The whole library on one page: read → segment → tag → extract → link → records."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from time import perf_counter
from typing import TypeVar

from communique.attempts import Errors, Failed, attempt, batches, check_errors, fail, label, no_limit
from communique.document import Document, Entity, fold_name, line_shadow
from communique.extractors import EXTRACTORS
from communique.extractors.base import Extractor
from communique.extractors.dates import published_date
from communique.extractors.institutions.learned import weights
from communique.extractors.rankings.learned import all_weights
from communique.link.institutions import link_institutions
from communique.link.people import link_people
from communique.link.quotations import link_quotations
from communique.link.rankings import link_rankings
from communique.link.told_functions import add_told
from communique.loading import paused
from communique.mentions import Found
from communique.read import Source
from communique.read.days import stated_day
from communique.records import KINDS, Article, Institution, Person, Quotation, Ranking, Record, Warning
from communique.segment import find_sections, find_sentences
from communique.segment.language import looks_french
from communique.tag import settle_doubts

T = TypeVar("T")
# What is entered around a step on so many articles.
Limit = Callable[[int, float], AbstractContextManager[None]]

DEFAULT_MODEL = "fr_core_news_sm"
BATCH = 64
# The model is asked once, after the last extractor that may ask.
_LAST = max(i for i, extractor in enumerate(EXTRACTORS) if extractor.asks)
_FIRST, _REST = EXTRACTORS[: _LAST + 1], EXTRACTORS[_LAST + 1 :]


@dataclass(slots=True)
class Linked:
    """The records that mentions were linked to, so far."""

    institutions: tuple[Institution, ...] = ()
    people: tuple[Person, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    rankings: tuple[Ranking, ...] = ()


@dataclass(slots=True)
class Draft:
    """An article up to where the model is asked: dates and names as the rules read them."""

    source: Source
    doc: Document
    found: Found
    made: Linked = field(default_factory=Linked)
    spent: float = 0.0  # seconds


@dataclass(frozen=True)
class Pipeline:
    """A reusable pipeline: call it on a text, or :meth:`pipe` many sources through it."""

    model: str | None = DEFAULT_MODEL
    only: frozenset[str] | None = None
    weights: dict[str, float] | None = None
    choices: Mapping[str, Mapping[str, int]] | None = None

    def __call__(self, text: str, *, published: str | None = None) -> Article:
        if not isinstance(text, str):
            raise TypeError(f"the text of an article is a str, not a {type(text).__name__}; {_ELSEWHERE}")
        return next(self.pipe([Source(text, published=published)]))

    def pipe(
        self, sources: Iterable[str | Source], *, errors: Errors = "raise", batch_size: int = BATCH
    ) -> Iterator[Article]:
        """Articles in the order of their texts or :class:`Source`; the model is asked once for each batch.

        An article is given when its batch is done: ``batch_size=1`` gives each as it comes. One on which
        anything goes wrong costs that article alone: with ``errors="raise"`` the articles before it are
        given, then its exception is raised; with ``"warn"`` it is left out with a ``RuntimeWarning``, with
        ``"skip"`` silently. A model that is not installed is always raised.

        >>> texts = ["Près de 1 600 candidats.", None, "Une hausse de 12 %."]
        >>> [a.counts[0].text for a in load(model=None).pipe(texts, errors="skip")]
        ['Près de 1 600 candidats', '12 %']
        """
        check_errors(errors)
        return self._pipe(sources, errors, batch_size)

    def _pipe(self, sources: Iterable[str | Source], errors: Errors, size: int) -> Iterator[Article]:
        for batch in batches(sources, size):
            with paused():
                made = list(self.attempts(batch, _itself))
            for item, article in zip(batch, made, strict=True):
                if isinstance(article, Failed):
                    fail(article.error, label(item), errors)
                else:
                    yield article

    def attempts(
        self,
        batch: Sequence[str | Source],
        make: Callable[[Article], T],
        limit: Limit = no_limit,
    ) -> Iterator[T | Failed]:
        """What ``make`` makes of each article of a batch, in order, or why it fails: the others go on.

        ``limit(n, spent)`` is entered around each step on ``n`` articles that took ``spent`` seconds so far.
        Only :class:`ModelNotFoundError`, with which no article can succeed, is raised.
        """
        with paused():
            drafts = [attempt(partial(self._begun, item), limit(1, 0.0)) for item in batch]
            drafts = _step_by_step(drafts, self._steps(_FIRST), limit)
            drafts = self._told(drafts, limit)
            drafts = _step_by_step(drafts, self._steps(_REST), limit)
            drafts = _step_by_step(drafts, [partial(_linked, step) for step in LINKS], limit)
        for draft in drafts:
            if isinstance(draft, Failed):
                yield draft
            else:
                yield attempt(partial(self._made, draft, make), limit(1, draft.spent))

    def _begun(self, item: str | Source) -> Draft:
        return self.begin(as_source(item))

    def _steps(self, extractors: Sequence[Extractor]) -> list[Callable[[Draft], Draft]]:
        steps: list[Callable[[Draft], Draft]] = []
        for extractor in wanted(extractors, self.only):
            steps += [partial(_prepared, before) for before in extractor.before]
            steps.append(partial(_extracted, extractor))
        return steps

    def _told(self, drafts: list[Draft | Failed], limit: Limit) -> list[Draft | Failed]:
        """The drafts with what the model says, and read again with it where it knew better."""
        good = [draft for draft in drafts if isinstance(draft, Draft)]
        tagged = attempt(lambda: list(self.tag(good)), limit(len(good), 0.0))
        if isinstance(tagged, Failed):  # by the model, on some article: each by itself
            return _step_by_step(drafts, [self._told_alone], limit)
        answers = iter(tagged)
        return [
            draft
            if isinstance(draft, Failed)
            else _timed(draft, partial(self._heard, entities=next(answers)), limit)
            for draft in drafts
        ]

    def _told_alone(self, draft: Draft) -> Draft:
        (entities,) = self.tag([draft])
        return self._heard(draft, entities)

    def _heard(self, draft: Draft, entities: tuple[Entity, ...]) -> Draft:
        """The draft once the model has answered."""
        doc = draft.doc
        if entities:
            doc.entities = entities
            labels = {entity.label for entity in entities}
            extract(doc, self.only, [e for e in _FIRST if e.asks & labels], draft.found)
        doc.kept.clear()  # refers to the document
        return draft

    def _made(self, draft: Draft, make: Callable[[Article], T]) -> T:
        with paused():
            return make(self.record(draft))

    def begin(self, source: Source) -> Draft:
        """A text with its sections, sentences and tokens; nothing is named yet."""
        doc = segment(source)
        self._use_weights(doc)
        return Draft(source, doc, Found())

    def draft(self, source: Source) -> Draft:
        """What the rules name by themselves; the names that they leave open are the document's doubts."""
        with paused():
            draft = self.begin(source)
            extract(draft.doc, self.only, _FIRST, draft.found)
            return draft

    def tag(self, drafts: Sequence[Draft]) -> Iterator[tuple[Entity, ...]]:
        """What the model says of each draft's doubts: nothing where there are none, or no model."""
        return settle_doubts([draft.doc for draft in drafts], self.model)

    def finish(self, draft: Draft, entities: tuple[Entity, ...] = ()) -> Article:
        """The draft's article; where the model knew better, names are read again with its help."""
        with paused():
            self.mentions(draft, entities)
            return link(draft.doc, draft.found, draft.source, self.only)

    def record(self, draft: Draft) -> Article:
        """The article of a draft in which all was found and linked."""
        return article_of(draft, self.only)

    def mentions(self, draft: Draft, entities: tuple[Entity, ...] = ()) -> Found:
        """Everything that the extractors find, before it is linked."""
        draft = self._heard(draft, entities)
        return extract(draft.doc, self.only, _REST, draft.found)

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
        """What is learned of names goes with the recogniser; the choices about rankings need none."""
        if self.model is not None:
            doc.name_weights = weights() if self.weights is None else self.weights
        doc.choices = all_weights() if self.choices is None else self.choices


_HEADING_MARKS = re.compile(r"\A#{1,6} +| +#{1,6}\Z")
_ELSEWHERE = "extract_many reads files"


def as_source(item: str | Source) -> Source:
    """A text as a :class:`Source`, its day as an ISO date. Raises ``TypeError`` for anything else."""
    if isinstance(item, str):
        return Source(item)
    if not isinstance(item, Source) or not isinstance(item.text, str):
        kind = type(item.text if isinstance(item, Source) else item).__name__
        raise TypeError(f"a text is a str or a Source, not a {kind}; {_ELSEWHERE}")
    if item.published is None:
        return item
    day, doubt = stated_day(item.published)
    return item if day == item.published else replace(item, published=day, warnings=item.warnings + doubt)


def _itself(article: Article) -> Article:
    return article


def load(model: str | None = DEFAULT_MODEL, only: str | Collection[str] | None = None) -> Pipeline:
    """A reusable pipeline: ``load()(text)`` is an :class:`Article`.

    ``model`` is the spaCy pipeline whose entity recogniser is used, or None for rules and word lists
    alone; ``only`` limits the record kinds. Raises ``ValueError`` for an unknown kind; a model that is
    not installed is an ``OSError`` once it is used.

    >>> nlp = load(model=None, only={"counts"})
    >>> nlp("Près de 1 600 candidats en lice.").counts[0].value
    1600.0
    """
    named = only.split(",") if isinstance(only, str) else only
    kinds = None if named is None else frozenset(kind.strip() for kind in named)
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
    found = Found() if found is None else found
    for extractor in wanted(extractors, only):
        extract_one(extractor, doc, found)
    return found


def wanted(extractors: Sequence[Extractor], only: Collection[str] | None) -> list[Extractor]:
    """The extractors of the kinds wanted, and those that they need, in order."""
    if only is None:
        return list(extractors)
    names = set(only)
    if "people" in names:
        names.add("quotations")  # what speakers are called tells their functions
    for extractor in reversed(EXTRACTORS):
        if extractor.name in names:
            names.update(extractor.needs)
    return [extractor for extractor in extractors if extractor.name in names]


def extract_one(extractor: Extractor, doc: Document, found: Found) -> None:
    """What one extractor finds goes where the later ones look for it."""
    mentions = sorted(extractor.extract(doc, found), key=lambda m: (m.start, m.end))
    setattr(found, extractor.name, mentions)


def _prepared(before: Callable[[Document, Found], None], draft: Draft) -> Draft:
    before(draft.doc, draft.found)
    return draft


def _extracted(extractor: Extractor, draft: Draft) -> Draft:
    extract_one(extractor, draft.doc, draft.found)
    return draft


def _step_by_step(
    drafts: list[Draft | Failed], steps: Sequence[Callable[[Draft], Draft]], limit: Limit
) -> list[Draft | Failed]:
    """Each step on every draft before the next step: its code and lists stay in the processor's cache."""
    for step in steps:
        drafts = [draft if isinstance(draft, Failed) else _timed(draft, step, limit) for draft in drafts]
    return drafts


def _timed(draft: Draft, step: Callable[[Draft], Draft], limit: Limit) -> Draft | Failed:
    """One step, within what its article may still take."""
    began = perf_counter()
    made = attempt(partial(step, draft), limit(1, draft.spent))
    draft.spent += perf_counter() - began
    return made


def link(doc: Document, found: Found, source: Source, only: Collection[str] | None = None) -> Article:
    """Mentions → records with ids, of the kinds wanted."""
    draft = Draft(source, doc, found)
    for step in LINKS:
        step(draft)
    return article_of(draft, only)


def _link_institutions(draft: Draft) -> None:
    draft.made.institutions = link_institutions(draft.doc, draft.found)


def _link_people(draft: Draft) -> None:
    draft.made.people = link_people(draft.doc, draft.found, draft.made.institutions)


def _link_quotations(draft: Draft) -> None:
    made = draft.made
    made.quotations = link_quotations(draft.doc, draft.found, made.institutions, made.people)
    made.people = add_told(draft.doc, draft.found, made.institutions, made.people, made.quotations)


def _link_rankings(draft: Draft) -> None:
    made = draft.made
    made.rankings = link_rankings(draft.doc, draft.found, made.institutions, made.people, made.quotations)


LINKS = (_link_institutions, _link_people, _link_quotations, _link_rankings)


def _linked(step: Callable[[Draft], None], draft: Draft) -> Draft:
    step(draft)
    return draft


def article_of(draft: Draft, only: Collection[str] | None = None) -> Article:
    """The records of the kinds wanted, with what they were read from."""
    doc, found, made, source = draft.doc, draft.found, draft.made, draft.source
    records: dict[str, tuple[Record, ...]] = {
        "institutions": made.institutions,
        "people": made.people,
        "rankings": made.rankings,
        "counts": tuple(found.counts),
        "quotations": made.quotations,
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
    """The text of the first title, or None; without the marks of a Markdown heading."""
    title = next((s for s in doc.sections if s.kind == "title"), None)
    if title is None:
        return None
    text = fold_name(doc.text[title.start : title.end])
    return _HEADING_MARKS.sub("", text) or text
