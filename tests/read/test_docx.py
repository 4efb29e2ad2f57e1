from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from communique.read import ReadError
from communique.read.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(*xml: str) -> str:
    """The text of a document with these elements in its body."""
    document = docx.Document()
    for element in xml:
        document.element.body.append(parse_xml(element.replace(">", f" {W}>", 1)))
    return read_docx(saved(document), "a.docx").text


def test_paragraphs_lists_and_tables_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "en-tête répété"
    document.add_heading("L’école gagne six places", 0)
    document.add_paragraph("Alès, le 3 mai 2024")
    document.add_paragraph("640 élèves ;", style="List Bullet")
    document.add_paragraph("120 apprentis.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Année", "Rang", "2025", "24e\nex æquo"], strict=True
    ):
        cell.text = text
    document.add_heading("Un intertitre", 1)
    document.add_paragraph("«\u00a0Nous sommes prêts\u00a0»,\tdit-elle.")
    assert read_docx(saved(document), "a.docx").text == (
        "L’école gagne six places\n\nAlès, le 3 mai 2024\n\n- 640 élèves ;\n- 120 apprentis.\n\n"
        "Année\tRang\n2025\t24e ex æquo\n\nUn intertitre\n\n«\u00a0Nous sommes prêts\u00a0»,\tdit-elle.\n"
    )


def test_revisions_links_boxes_and_controls() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    text = body(
        "<w:p>" + run.format("Le ") + "<w:ins>" + run.format("nouvel ") + "</w:ins>"
        + "<w:del><w:r><w:delText>ancien </w:delText></w:r></w:del>"
        + "<w:hyperlink>" + run.format("atelier") + "</w:hyperlink><w:r><w:br/></w:r>"
        + run.format("ouvre.") + "</w:p>",
        "<w:sdt><w:sdtContent><w:p>" + run.format("Un champ.") + "</w:p></w:sdtContent></w:sdt>",
        "<w:p>" + run.format("Avant.") + "<w:r><w:pict><w:txbxContent><w:p>" + run.format("Un cadre.")
        + "</w:p></w:txbxContent></w:pict></w:r></w:p>",
        "<w:p><w:r><w:t>vingt</w:t><w:noBreakHyphen/><w:t>deux</w:t></w:r></w:p>",
    )  # fmt: skip
    assert text == "Le nouvel atelier\nouvre.\n\nUn champ.\n\nAvant.\n\nUn cadre.\n\nvingt\u2011deux\n"


def test_a_box_with_a_fallback_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Un cadre.</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = body(
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text == "Un cadre.\n"


def test_a_bomb() -> None:
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts,
        parts.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(bytes(1 << 20))
    assert len(bomb.getvalue()) < 1 << 20
    with pytest.raises(ReadError, match="unpacks to more than 256 MB"):
        read_docx(bomb.getvalue(), "a.docx")


def test_an_entity_bomb() -> None:
    good = saved(docx.Document())
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 99}">' for n in range(9))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                paragraph = "<w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body>"
                data = f"<!DOCTYPE d [{entities}]><w:document {W}>{paragraph}</w:document>".encode()
            new.writestr(name, data)
    with pytest.raises(ReadError):
        read_docx(out.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "not a readable Word document"),
        (b"PK\x03\x04 broken", "not a readable Word document"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old .*password-protected"),
        (saved(docx.Document())[:3000], "not a readable Word document"),
        (saved(docx.Document()), "empty document"),
    ],
)
def test_unreadable(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.docx: .*{reason}[^\n]*$"):
        read_docx(raw, "a.docx")


def test_a_zip_of_something_else() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("photo.jpeg", b"\xff\xd8")
    with pytest.raises(ReadError, match="not a readable Word document"):
        read_docx(out.getvalue(), "a.docx")
