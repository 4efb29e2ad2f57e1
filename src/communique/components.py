"""The extractors as spaCy components, declared as entry points: ``nlp.add_pipe("communique_counts")``.

Each component fills ``doc.spans["communique.<kind>"]`` and ``doc._.communique`` (an :class:`Article`).
On a pipeline that tags entities before it, ``doc.ents`` serves as evidence; without one, rules and word
lists work alone. Nothing of the document but these two is touched.

spaCy imports this module whenever a ``Language`` is made: it must stay light, and imports the extractors
only when one of its components is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

if TYPE_CHECKING:
    from communique.records import Article

KINDS = ("institutions", "people", "rankings", "counts", "quotations", "dates")

for _name in ("communique", "communique_published"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


class Component:
    """A spaCy component that writes the records of ``kinds`` on the documents it is called on."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        from communique.pipeline import Pipeline

        self.kinds = kinds
        self._pipeline = Pipeline(model=None, only=frozenset(kinds))

    def __call__(self, doc: Doc) -> Doc:
        from communique.document import Entity
        from communique.read import Source
        from communique.records import Article

        entities = tuple(Entity(e.start_char, e.end_char, e.label_) for e in doc.ents)
        source = Source(doc.text, published=doc._.communique_published)
        article = self._pipeline.read_one(source, entities)
        if isinstance(doc._.communique, Article):
            before = {kind: getattr(doc._.communique, kind) for kind in KINDS if kind not in self.kinds}
            article = article.model_copy(update=before)
        doc._.communique = article
        for kind in self.kinds:
            # A record may cut inside a spaCy token ("901-1000"): the group holds the tokens that cover it.
            spans = [
                doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")
                for start, end, label, id in _located(article, kind)
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


def _located(article: Article, kind: str) -> list[tuple[int, int, str, str]]:
    """(start, end, label, id) of each record of ``kind``; one for each mention of a person or institution."""
    if kind in ("institutions", "people"):
        return sorted(
            (m.start, m.end, getattr(r, "kind", "person"), r.id)
            for r in getattr(article, kind)
            for m in r.mentions
        )
    return [(r.start, r.end, getattr(r, "kind", kind[:-1]), "") for r in getattr(article, kind)]


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
