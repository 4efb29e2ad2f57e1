from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from communique.read import ReadError, read_path, read_stdin
from communique.read.odt import read_odt

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


def odt(body: str, before: str = "") -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.text", ZIP_STORED)
        content = f"<office:body><office:text>{body}</office:text></office:body>"
        parts.writestr(
            "content.xml",
            f"<?xml version='1.0'?>{before}<office:document {SPACES}>{content}</office:document>",
        )
    return made.getvalue()


WHOLE = odt(
    "<text:sequence-decls/><text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>"
    "<text:h>Un prix pour l’école</text:h>"
    "<text:p>L’école <text:span>gagne</text:span><text:s text:c='2'/>six places<text:note><text:p>Note.</text:p></text:note>,\n"
    "dit-on.<text:line-break/>Puis<text:tab/>voilà.</text:p><text:p/>"
    "<text:list><text:list-item><text:p>12 chaires</text:p></text:list-item>"
    "<text:list-item><text:p>3 projets</text:p><text:list><text:list-item><text:p>un autre</text:p></text:list-item></text:list>"
    "</text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>École</text:p></table:table-cell>"
    "<table:table-cell><text:p>Rang</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell><text:p>Insa</text:p><text:p>Rennes</text:p></table:table-cell>"
    "<table:table-cell><text:p>12e</text:p></table:table-cell></table:table-row></table:table>"
    "<text:section><text:p>Fin.<draw:frame><draw:text-box><text:p>Contact : Anne Martin</text:p></draw:text-box></draw:frame>"
    "</text:p></text:section>"
)
TEXT = """Un prix pour l’école

L’école gagne six places, dit-on.
Puis\tvoilà.

- 12 chaires
- 3 projets
- un autre

École\tRang
Insa Rennes\t12e

Fin.

Contact : Anne Martin
"""


def test_an_opendocument_text(tmp_path: Path) -> None:
    source = read_odt(WHOLE, "a.odt")
    assert source.text == TEXT
    assert source.sha256 == sha256(WHOLE).hexdigest()
    (tmp_path / "a.ODT").write_bytes(WHOLE)
    (again,) = read_path(tmp_path / "a.ODT")
    assert again.text == read_stdin(io.BytesIO(WHOLE)).text == TEXT


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "not a readable OpenDocument text"),
        (b"PK\x03\x04", "not a readable OpenDocument text"),
        (WHOLE[:300], "not a readable OpenDocument text"),
        (odt(""), "empty document"),
        (odt("<text:p>a"), "not a readable OpenDocument text"),
        (odt("<text:p>&a;</text:p>", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>"), "it declares entities"),
        (odt("<text:span>" * 50_000 + "</text:span>" * 50_000), ""),
    ],
)
def test_unreadable(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.odt: .*{reason}"):
        read_odt(raw, "a.odt")


def test_a_document_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.read.odt.MAX_BYTES", 1 << 20)
    with pytest.raises(ReadError, match="unpacks to more than 1 MB"):
        read_odt(odt("<text:p>" + "a" * (2 << 20) + "</text:p>"), "a.odt")
