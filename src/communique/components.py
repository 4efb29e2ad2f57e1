"""The extractors as spaCy components, declared as entry points: ``nlp.add_pipe("communique_counts")``.

Each component fills ``doc.spans["communique.<kind>"]`` and ``doc._.communique`` (an :class:`Article`);
``span._.communique`` is the record of a span of theirs. On a pipeline that tags entities before it,
``doc.ents`` serves as evidence; without one, rules and word lists work alone. Nothing else of the document
is touched. Its own day, where known beforehand, goes to ``doc._.communique_published``. Documents with
articles can be pickled, sent between processes (``nlp.pipe(texts, n_process=2)``) and kept in a ``DocBin``.

spaCy imports this module whenever a ``Language`` is made: it must stay light, and imports the extractors
only when one of its components is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from srsly import msgpack_decoders, msgpack_encoders

if TYPE_CHECKING:
    from communique.records import Article, Record

KINDS = ("institutions", "people", "rankings", "counts", "quotations", "dates")
_PACKED = "communique.article"


def _record_of(span: Span) -> Record | None:
    """The record that a span of ours covers, None for a span of others."""
    article: Article | None = span.doc._.communique
    if article is None:
        return None
    for kind in KINDS:
        # A group gives its spans anew each time: they are known by where they stand and what they are.
        if span in list(span.doc.spans.get(f"communique.{kind}", ())):
            for start, end, label, id, record in _located(article, kind):
                covered = span.start_char <= start and end <= span.end_char
                if covered and (label, id) == (span.label_, span.id_):
                    return record
    return None


for _name in ("communique", "communique_published"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
if not Span.has_extension("communique"):
    Span.set_extension("communique", getter=_record_of)


def _pack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Articles for msgpack, by which spaCy sends documents between processes and keeps them."""
    records = sys.modules.get("communique.records")  # not imported: nothing is an article
    if records is not None and isinstance(value, records.Article):
        return {_PACKED: value.to_json(rules=True)}
    return value if chain is None else chain(value)


def _unpack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Articles out of what :func:`_pack` made of them."""
    if len(value) == 1 and _PACKED in value:
        from communique.records import Article

        return Article.from_json(value[_PACKED])
    return value if chain is None else chain(value)


msgpack_encoders.register("communique", func=_pack)
msgpack_decoders.register("communique", func=_unpack)


class Component:
    """A spaCy component that writes the records of ``kinds`` on the documents it is called on."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        from communique.pipeline import Pipeline

        self.kinds = kinds
        self._pipeline = Pipeline(model=None, only=frozenset(kinds))

    def __call__(self, doc: Doc) -> Doc:
        from communique.document import Entity
        from communique.read import Source
        from communique.read.days import iso_date
        from communique.records import Article

        entities = tuple(Entity(e.start_char, e.end_char, e.label_) for e in doc.ents)
        source = Source(doc.text, published=iso_date(doc._.communique_published))
        article = self._pipeline.read_one(source, entities)
        if isinstance(doc._.communique, Article):
            before = {kind: getattr(doc._.communique, kind) for kind in KINDS if kind not in self.kinds}
            article = article.model_copy(update=before)
        doc._.communique = article
        for kind in self.kinds:
            # A record may cut inside a spaCy token ("901-1000"): the group holds the tokens that cover it.
            spans = [
                doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")
                for start, end, label, id, _ in _located(article, kind)
            ]
            doc.spans[f"communique.{kind}"] = SpanGroup(
                doc, name=f"communique.{kind}", spans=[s for s in spans if s is not None]
            )
        return doc

    # spaCy saves and loads components by these; ours has nothing to save.
    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing is written: the component has no state."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> Component:
        """Nothing is read: the component has no state."""
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """No bytes: the component has no state."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> Component:
        """Nothing is read: the component has no state."""
        return self


def _located(article: Article, kind: str) -> list[tuple[int, int, str, str, Record]]:
    """(start, end, label, id, record) in order; one for each mention of a person or institution."""
    if kind in ("institutions", "people"):
        places = [
            (m.start, m.end, getattr(r, "kind", "person"), r.id, r)
            for r in getattr(article, kind)
            for m in r.mentions
        ]
        return sorted(places, key=lambda place: place[:4])
    return [(r.start, r.end, getattr(r, "kind", kind[:-1]), "", r) for r in getattr(article, kind)]


def _factory(name: str, kinds: tuple[str, ...]) -> Any:
    def make(nlp: Language, name: str) -> Component:
        return Component(kinds)

    return Language.factory(name, assigns=["doc._.communique"], func=make)


communique = _factory("communique", KINDS)
communique_institutions = _factory("communique_institutions", ("institutions",))
communique_people = _factory("communique_people", ("people",))
communique_rankings = _factory("communique_rankings", ("rankings",))
communique_counts = _factory("communique_counts", ("counts",))
communique_quotations = _factory("communique_quotations", ("quotations",))
communique_dates = _factory("communique_dates", ("dates",))
