"""The statistical model, once: spaCy's French entity recogniser, loaded and run cheaply.

Only the recogniser of a spaCy pipeline is read; nothing of spaCy is patched and no global setting is
touched. Three things make it cheap, each with the same result as ``spacy.load(name)(text).ents``:

- the tokenizer of French pipelines spells one regular expression over every alphabet (1.4 MB, seconds
  to compile): ours spells it over the Latin one;
- the 2 MB string store and the other components are not read;
- the network runs on numpy's own matrix product instead of BLIS, for this pipeline alone.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.document import Document, Doubt, Entity

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

BATCH = 128
_KEPT_WORDS = 5_000
_REACH = 32  # characters of its sentence read before and after a name: what decides of it is nearer
# What a Latin-script letter is in the tokenizer's patterns, in place of the letters of all scripts.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_LATIN_LOWER = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžș-ț"


class ModelNotFoundError(OSError):
    """The named spaCy pipeline is not installed, or has no entity recogniser."""


def tag_entities(texts: Iterable[str], model: str | None) -> Iterator[tuple[Entity, ...]]:
    """Named entities of each text, in order; empty for ``model=None`` (rules and word lists alone)."""
    if model is None:
        for _ in texts:
            yield ()
        return
    for doc in load_recogniser(model).pipe(texts, batch_size=BATCH):
        yield tuple(Entity(e.start_char, e.end_char, e.label_) for e in doc.ents)


def settle_doubts(docs: Sequence[Document], model: str | None) -> Iterator[tuple[Entity, ...]]:
    """For each document, the names in doubt that the model reads as the extractors asked.

    It reads only the sentences that hold such names, those of all documents together; what it says of one
    sentence does not depend on the others.
    """
    check_model(model)
    asked = [_asked(doc) if model is not None else [] for doc in docs]
    texts = [doc.text[start:end] for doc, spans in zip(docs, asked, strict=True) for start, end in spans]
    tagged = iter(_tag_and_forget(texts, model) if texts and model is not None else ())
    for doc, spans in zip(docs, asked, strict=True):
        found = [Entity(start + e.start, start + e.end, e.label) for start, _ in spans for e in next(tagged)]
        yield tuple(e for e in found if any(_settles(e, doubt) for doubt in doc.doubts))


def _tag_and_forget(texts: Sequence[str], model: str) -> list[tuple[Entity, ...]]:
    """Entities of texts; spaCy keeps the first words met, not all those of a corpus."""
    nlp = load_recogniser(model)
    # A word not kept is worked out again each time: a third of the model's time.
    with nlp.memory_zone() if len(nlp.vocab) > _KEPT_WORDS else nullcontext():
        return list(tag_entities(texts, model))


def _asked(doc: Document) -> list[tuple[int, int]]:
    """What is read: around each doubt, whole words of its sentence."""
    spans: list[tuple[int, int]] = []
    for doubt in sorted(doc.doubts):
        sentence = doc.sentence_at(doubt.start)
        first, last = (sentence.start, sentence.end) if sentence is not None else (doubt.start, doubt.end)
        start, end = max(first, doubt.start - _REACH), min(max(last, doubt.end), doubt.end + _REACH)
        if start > first:
            start = doc.tokens.start[doc.tokens.at(start)]
        if end < last:
            end = doc.tokens.end[doc.tokens.before(end)]
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _settles(entity: Entity, doubt: Doubt) -> bool:
    shared = min(entity.end, doubt.end) - max(entity.start, doubt.start)
    return entity.label == doubt.label and shared > 0.6 * (doubt.end - doubt.start)


@cache
def check_model(name: str | None) -> None:
    """Raise :class:`ModelNotFoundError` when ``name`` is not installed, without loading it."""
    if name is not None:
        _find(name)


@cache
def load_recogniser(name: str) -> Language:
    """A spaCy ``Language`` with the tokenizer and the entity recogniser of pipeline ``name``.

    ``name`` is an installed package or a folder. Raises :class:`ModelNotFoundError`.
    """
    # One thread: batches of articles are spread over processes, and small products do not gain from more.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    path = _find(name)
    meta = json.loads((path / "meta.json").read_text("utf-8"))
    if "ner" not in meta.get("pipeline", ()):
        raise ModelNotFoundError(f"the spaCy pipeline {name!r} has no entity recogniser ('ner')")
    nlp = _load_ner_alone(path) if _stands_alone(path, meta) else _load_whole(path, meta)
    _use_numpy_product(nlp)
    nlp.max_length = 100_000_000
    return nlp


def _find(name: str) -> Path:
    if (Path(name) / "meta.json").is_file():
        return Path(name)
    from importlib.util import find_spec

    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        raise ModelNotFoundError(f"no spaCy pipeline named {name!r} is installed{_advice(name)}")
    folder = Path(spec.origin).parent
    for meta in sorted(folder.glob("*/meta.json")):
        return meta.parent
    raise ModelNotFoundError(f"{name!r} is not a spaCy pipeline package")


def _advice(name: str) -> str:
    """How to get a pipeline; nothing where the name is none of spaCy's."""
    if name.lower() == "none":
        return ": rules and word lists alone are model=None"
    if not re.fullmatch(r"[a-z]{2}_[a-z]+_[a-z]+_[a-z]{2,3}", name):
        return ""
    return f": pip install {name.replace('_', '-')}, or python -m spacy download {name}"


def _stands_alone(path: Path, meta: dict[str, Any]) -> bool:
    """Whether a French pipeline's recogniser has a tok2vec of its own and the usual tokenizer."""
    from spacy.util import load_config

    config = load_config(path / "config.cfg")
    tok2vec = config["components"]["ner"].get("model", {}).get("tok2vec", {})
    return (
        meta.get("lang") == "fr"
        and "Listener" not in tok2vec.get("@architectures", "Listener")
        and config["nlp"]["tokenizer"].get("@tokenizers") == "spacy.Tokenizer.v1"
    )


def _load_ner_alone(path: Path) -> Language:
    from spacy.language import BaseDefaults, Language
    from spacy.util import load_config
    from spacy.vocab import create_vocab

    vocab = create_vocab("fr", BaseDefaults)
    if (path / "vocab" / "vectors").stat().st_size > 1000:
        vocab.from_disk(path / "vocab")
    nlp = Language(vocab, make_doc=None, create_tokenizer=lambda nlp: _latin_tokenizer(path, nlp.vocab))
    config = load_config(path / "config.cfg")["components"]["ner"]
    config.pop("factory")
    recogniser: Any = nlp.add_pipe("ner", config=config)
    recogniser.from_disk(path / "ner", exclude=["vocab"])
    return nlp


def _latin_tokenizer(path: Path, vocab: Vocab) -> Tokenizer:
    import srsly
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
    from spacy.tokenizer import Tokenizer

    rules = srsly.msgpack_loads((path / "tokenizer").read_bytes())
    token_match = rules["token_match"].replace(ALPHA, _LATIN).replace(ALPHA_LOWER, _LATIN_LOWER)
    return Tokenizer(
        vocab,
        rules={
            text: [{int(k): v for k, v in t.items()} for t in tokens]
            for text, tokens in rules["exceptions"].items()
        },
        prefix_search=re.compile(rules["prefix_search"]).search,
        suffix_search=re.compile(rules["suffix_search"]).search,
        infix_finditer=re.compile(rules["infix_finditer"]).finditer,
        token_match=re.compile(token_match).match,
        url_match=re.compile(rules["url_match"]).match,
        faster_heuristics=rules.get("faster_heuristics", True),
    )


def _load_whole(path: Path, meta: dict[str, Any]) -> Language:
    """Pipelines built otherwise: spaCy's own loading, without what no recogniser needs."""
    from spacy.util import load_model_from_path

    unused = {"tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"}
    return load_model_from_path(path, exclude=sorted(unused & set(meta["pipeline"])))


def _use_numpy_product(nlp: Language) -> None:
    """Run this pipeline's networks on numpy's matrix product (about twice as fast here, same entities)."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None and isinstance(model.ops, NumpyOps):
            model._to_ops(ops)
