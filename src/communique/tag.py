"""The statistical model, once: which spaCy components run, and what is kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from communique.document import Entity

if TYPE_CHECKING:
    from spacy.language import Language

NOT_USED = ("tok2vec", "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")


@cache
def load_model(name: str) -> Language:
    """The named spaCy pipeline reduced to its entity recogniser. Raises ``OSError`` when not installed."""
    import spacy

    nlp = spacy.load(name, exclude=list(NOT_USED))
    nlp.max_length = 100_000_000
    return nlp


def tag_entities(texts: Iterable[str], model: str | None) -> Iterator[tuple[Entity, ...]]:
    """Named entities of each text, in order; empty for ``model=None`` (rules and word lists alone)."""
    if model is None:
        for _ in texts:
            yield ()
        return
    for doc in load_model(model).pipe(texts, batch_size=16):
        yield tuple(Entity(e.start_char, e.end_char, e.label_) for e in doc.ents)
