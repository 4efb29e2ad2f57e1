"""``make fuzz``: arbitrary and French-like inputs through readers, segmenter, extractors and pipeline.

    python -m benchmarks.fuzz [--inputs 100000] [--seed 0] [--only TARGET]

No input may raise anything but a reader's one-line :class:`ReadError`, and every record keeps the span
invariants. An input that fails is shrunk and printed. The last line says how many inputs ran.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors import EXTRACTORS
from communique.mentions import Found
from communique.pipeline import Pipeline, segment
from communique.read import ReadError, Source, read_path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from invariants import check, check_sections  # noqa: E402
from test_invariants import PIECES  # noqa: E402

RULES = Pipeline(model=None)


@cache
def _paragraphs() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "data" / "gold").glob("*.txt"))]
    return [block for text in texts for block in text.split("\n") if block.strip()]


def _cut(block: str, start: int, length: int) -> str:
    return block[start % max(1, len(block)) :][:length]


ANY_TEXT = st.text(max_size=200) | st.text(st.characters(codec=None), max_size=80)
CUTS = st.builds(_cut, st.sampled_from(_paragraphs()), st.integers(0, 400), st.integers(1, 250))
FRENCH = st.lists(st.sampled_from(PIECES) | st.sampled_from(PIECES) | CUTS, max_size=24).map("".join)
TEXTS = FRENCH | FRENCH | CUTS | ANY_TEXT


def read_document(text: str) -> Document:
    doc = segment(Source(text))
    for span in (*doc.sections, *doc.sentences):
        assert 0 <= span.start < span.end <= len(text)
    assert len(doc.lower) == len(doc.plain) == len(text)
    return doc


def segmenter(text: str) -> None:
    read_document(text)


def pipeline(text: str) -> None:
    article = RULES(text)
    check(article)
    check_sections(article)
    assert (
        type(article).from_json(article.to_json(rules=True).encode("utf-8", "backslashreplace")) is not None
    )


def extractor(name: str) -> Callable[[str], None]:
    """One extractor on what those that it needs found."""

    def run(text: str) -> None:
        doc = read_document(text)
        found = Found()
        for one in EXTRACTORS:
            mentions = sorted(one.extract(doc, found), key=lambda m: (m.start, m.end))
            setattr(found, one.name, mentions)
            if one.name == name:
                break
        for mention in mentions:
            surface = text[mention.start : mention.end]
            assert 0 <= mention.start < mention.end <= len(text)
            assert surface == surface.strip()

    return run


# ---------------------------------------------------------------- files


def _mutated(sample: bytes, edits: list[tuple[int, bytes]]) -> bytes:
    for at, new in edits:
        at %= len(sample) + 1
        sample = sample[:at] + new + sample[at + len(new) // 2 :]
    return sample


EDITS = st.lists(st.tuples(st.integers(0, 1 << 20), st.binary(min_size=1, max_size=6)), max_size=6)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<h1>", "<div class='cookie'>", "</div>", "<article>", "<table><tr><td>", "<br>", "<!--",
     "<script>", "<time datetime='2024-05-03'>", "&nbsp;", "&#x110000;", "<ul><li>", "<meta charset=utf-16>",
     "<title>", "<html>", "<body>", "<![CDATA[", "<a href='x'>"]
)  # fmt: skip
HTML = st.lists(TAGS | st.sampled_from(PIECES) | CUTS, max_size=20).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)
HEADERS = st.sampled_from(
    ["Subject: ", "From: a@b.fr\n", "Date: Mon, 3 Mar 2025 10:00:00 +0100\n", "Content-Type: text/html\n",
     "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--\n", "\n", "MIME-Version: 1.0\n",
     "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n",
     "=?utf-8?q?=E9?=", "charset=x-none\n"]
)  # fmt: skip
EML = st.lists(HEADERS | st.sampled_from(PIECES) | CUTS, max_size=20).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)
CELLS = st.sampled_from(
    ['"', ",", ";", "\n", "text", "id", "\t", "texte,date\n", '{"text": "', '"}', "{", "null", "["]
)
TABLE = st.lists(CELLS | st.sampled_from(PIECES), max_size=30).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)


@cache
def _docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Une école", 1)
    for block in _paragraphs()[:4]:
        document.add_paragraph(block)
    document.add_table(2, 2).cell(0, 0).text = "12 %"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _rezipped(edits: list[tuple[int, bytes]]) -> bytes:
    """The document with its main part changed inside the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_docx())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(
                info.filename, _mutated(data, edits) if info.filename == "word/document.xml" else data
            )
    return out.getvalue()


@cache
def _pdf() -> bytes:
    from fpdf import FPDF

    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=11)
    for block in _paragraphs()[:6]:
        page.write(6, "\n" + block.encode("latin-1", "ignore").decode("latin-1"))
    return bytes(page.output())


FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))


def reader(suffix: str) -> Callable[[bytes], None]:
    """A file of these bytes: articles that hold together, or one line that says why not."""
    path = FOLDER / f"input{suffix}"

    def run(raw: bytes) -> None:
        path.write_bytes(raw)
        try:
            sources = list(read_path(path))
        except ReadError as error:
            if "\n" in error.reason or not error.reason:
                raise ValueError(f"not one line: {error.reason!r}") from error
            return
        for source in sources:
            read_document(source.text)

    return run


@dataclass(frozen=True, slots=True)
class Target:
    """What is run on which inputs, and its part of them."""

    inputs: st.SearchStrategy[Any]
    run: Callable[[Any], None]
    share: float


def targets() -> dict[str, Target]:
    """Everything that reads what others wrote."""
    raw = st.binary(max_size=300) | ANY_TEXT.map(lambda text: text.encode("utf-16", "surrogatepass"))
    gzipped = EDITS.map(lambda edits: _mutated(gzip.compress(b"La ville." * 9), edits))
    word = EDITS.map(_rezipped) | EDITS.map(lambda edits: _mutated(_docx(), edits))
    found = {
        "segmenter": Target(TEXTS, segmenter, 0.1),
        "pipeline": Target(TEXTS, pipeline, 0.3),
        "read .txt": Target(raw, reader(".txt"), 0.06),
        "read .html": Target(HTML, reader(".html"), 0.03),
        "read .eml": Target(EML, reader(".eml"), 0.05),
        "read .jsonl": Target(TABLE, reader(".jsonl"), 0.05),
        "read .csv": Target(TABLE, reader(".csv"), 0.05),
        "read .txt.gz": Target(gzipped, reader(".txt.gz"), 0.02),
        "read .docx": Target(word, reader(".docx"), 0.02),
        "read .pdf": Target(EDITS.map(lambda e: _mutated(_pdf(), e)), reader(".pdf"), 0.02),
    }  # fmt: skip
    for one in EXTRACTORS:
        found[one.name] = Target(TEXTS, extractor(one.name), 0.3 / len(EXTRACTORS))
    return found


def fuzz(target: Target, number: int, seed: int) -> Iterator[str]:
    """Run ``number`` inputs; yields nothing when all is well, else what failed. Inputs run are counted."""
    ran = 0

    @seeded(seed)
    @settings(
        max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )  # fmt: skip
    @given(target.inputs)
    def one(value: Any) -> None:
        nonlocal ran
        ran += 1
        target.run(value)

    try:
        one()
    except Exception as error:
        notes = getattr(error, "__notes__", [])
        yield f"{type(error).__name__}: {error}\n" + "\n".join(notes)
    yield str(ran)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="one target")
    args = parser.parse_args()
    total = failed = 0
    for name, target in targets().items():
        if args.only not in (None, name):
            continue
        start = time.monotonic()
        *failures, ran = fuzz(target, max(1, round(args.inputs * target.share)), args.seed)
        total += int(ran)
        failed += len(failures)
        print(
            f"{name}: {int(ran):,} inputs, {time.monotonic() - start:.0f} s{' FAILED' * len(failures)}",
            flush=True,
        )
        for failure in failures:
            print(failure, file=sys.stderr, flush=True)
    print(f"{total:,} inputs, {failed} targets failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
