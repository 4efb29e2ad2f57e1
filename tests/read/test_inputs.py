from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.read.pdfs import column, pdf

from communique.read import ReadError, find_inputs, read_path, read_stdin, stdin_items
from communique.read import source as source_module
from communique.read.stdin import HEAD

MAIL = "From: presse@exemple.fr\nSubject: Six\n places\n\nL’école gagne.\n".encode()
PAGE = (Path(__file__).parent / "pages" / "wordpress.html").read_bytes()


def names(folder: Path) -> tuple[list[str], list[str]]:
    kept, skipped = find_inputs([folder])
    return [str(p.relative_to(folder)) for p in kept], [str(p.relative_to(folder)) for p in skipped]


def test_known_unknown_and_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b" / ".git").mkdir(parents=True)
    for name in (
        "b/z.TXT",
        "a.pdf",
        "c.csv.gz",
        "d.md.GZ",
        ".e.txt",
        "b/.git/f.txt",
        "g.jpeg",
        "h.tar.gz",
        "i",
        "~$a.docx",
    ):
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == (["a.pdf", "b/z.TXT", "c.csv.gz", "d.md.GZ"], ["g.jpeg", "h.tar.gz", "i"])
    kept, skipped = find_inputs([tmp_path / "g.jpeg", tmp_path / "b" / "z.TXT", tmp_path])
    assert [p.name for p in kept] == ["a.pdf", "z.TXT", "c.csv.gz", "d.md.GZ", "g.jpeg"]
    assert [p.name for p in skipped] == ["g.jpeg", "h.tar.gz", "i"]


def test_links_and_loops(tmp_path: Path) -> None:
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "real" / "deep" / "a.txt").write_text("x")
    outside = tmp_path.parent / (tmp_path.name + "-outside")
    outside.mkdir()
    (outside / "b.txt").write_text("x")
    (tmp_path / "1-link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "2-outside").symlink_to(outside)
    (tmp_path / "3.txt").symlink_to(tmp_path / "real" / "deep" / "a.txt")
    (tmp_path / "4.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "5.txt").symlink_to(tmp_path / "5.txt")
    assert names(tmp_path)[0] == ["2-outside/b.txt", "3.txt", "4.txt", "5.txt", "real/deep/a.txt"]
    for name, reason in (("4.txt", "No such file"), ("5.txt", "Too many levels")):
        with pytest.raises(ReadError, match=reason):
            list(read_path(tmp_path / name))


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert names(tmp_path) == ([], ["a.txt"])


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert find_inputs([tmp_path]) == ([tmp_path], [])


@pytest.mark.parametrize(
    "raw", [b"a\nb.txt", b"caf\xe9.txt", "été.txt".encode(), b"\xe2\x80\xaetxt.txt", b"a b'.txt"]
)
def test_odd_names(tmp_path: Path, raw: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw))
    path.write_text("Un texte.", "utf-8")
    (found,), _ = find_inputs([tmp_path])
    (source,) = read_path(found)
    assert source.source is not None
    assert source.source.encode("utf-8").endswith(raw.replace(b"\xe9", b"\\xe9"))


def test_gzip_of_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf.gz"
    path.write_bytes(gzip.compress(pdf(column(["L'école gagne six places."]))))
    (source,) = read_path(path)
    assert source.text == "L'école gagne six places.\n"


def test_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(257):
            file.write(b"a" * (1 << 20))
    with pytest.raises(ReadError, match=r"a\.txt\.gz: larger than 256 MB"):
        list(read_path(path))


def test_a_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(source_module.MAX_BYTES + 1)
    with pytest.raises(ReadError, match=r"a\.txt: larger than 256 MB"):
        list(read_path(path))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("L’école gagne.".encode(), "L’école gagne."),
        (gzip.compress("L’école gagne.".encode(), mtime=0), "L’école gagne."),
        (pdf(column(["L'école gagne."])), "L'école gagne."),
        (b"\n" + PAGE, "Polytech Littoral gagne six places"),
        (MAIL, "Six places\n\nL’école gagne."),
        (MAIL.replace(b"\n", b"\r\n"), "Six places\n\nL’école gagne."),
        (gzip.compress(MAIL, mtime=0), "Six places\n\nL’école gagne."),
        # Lines like headers, without what mails alone have; braces that are no JSON.
        ("Date: 3 mai\nContact: Anne\n\nL’école.".encode(), "Date: 3 mai"),
        ("From: ici\nL’école.".encode(), "From: ici"),
        (b"{brouillon} Six places", "{brouillon} Six places"),
    ],
)
def test_standard_input_of_any_format(raw: bytes, text: str) -> None:
    source = read_stdin(io.BytesIO(raw))
    assert source.text.startswith(text)
    assert source.source == "-"


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("long", [False, True])
def test_json_lines_on_standard_input(zipped: bool, long: bool) -> None:
    text = "L’école gagne. " * (10_000 if long else 1)
    lines = (
        json.dumps({"id": 1, "texte": text}) + '\n{"id": 2}\noups\n' + json.dumps({"id": 3, "texte": text})
    )
    raw = gzip.compress(lines.encode()) if zipped else b"\xef\xbb\xbf" + lines.encode()
    first, *bad, last = stdin_items(io.BytesIO(raw))
    assert [(i.read().source, i.read().text) for i in (first, last)] == [("-#1", text), ("-#3", text)]
    for item, reason in zip(bad, ("no text in this row", "not JSON"), strict=True):
        with pytest.raises(ReadError, match=reason):
            item.read()


def test_standard_input_is_read_as_it_comes() -> None:
    read, written = os.pipe()
    row = b'{"text": "L\xc3\xa9cole gagne."}\n'
    with open(read, "rb") as stream, open(written, "wb", buffering=0) as writer:  # noqa: PTH123
        writer.write((row * 3000)[:HEAD])  # what is read to know the format, and as much as a pipe holds
        items = stdin_items(stream)
        assert next(items).read().text == "Lécole gagne."


def test_json_lines_that_break_off() -> None:
    raw = gzip.compress(b'{"text": "L\'ecole gagne."}\n' * 5)[:-6]
    *rows, broken = stdin_items(io.BytesIO(raw))
    assert len(rows) == 5
    with pytest.raises(ReadError, match="not a readable jsonl table"):
        broken.read()


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("trafilatura", "a.html", "html"),
        ("pypdfium2", "a.pdf", "pdf"),
        ("docx", "a.docx", "docx"),
        ("pyarrow", "a.parquet", "parquet"),
        ("trafilatura", "a.eml", "html"),
    ],
)
def test_an_extra_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    for loaded in list(sys.modules):
        if loaded.split(".")[0] == module:
            monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(
        b"Subject: x\nContent-Type: text/html\n\n<p>x</p>" if name == "a.eml" else b"x"
    )
    with pytest.raises(ReadError, match=rf"needs an extra: pip install communique\[{extra}\]$"):
        list(read_path(tmp_path / name))


def test_plain_text_needs_no_extra(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un texte.", "utf-8")
    code = (
        "import sys; from pathlib import Path; from communique.read import read_path;"
        f"list(read_path(Path({str(tmp_path / 'a.txt')!r})));"
        "extras = {'trafilatura', 'lxml', 'pypdfium2', 'docx', 'pyarrow', 'pandas', 'duckdb'};"
        "print(extras & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
