from __future__ import annotations

from email.message import EmailMessage

import pytest

from communique.read import ReadError
from communique.read.eml import read_eml

TEXT = "Alès, le 3 mai 2024.\n\nL’école gagne six places, confirme Marie Dupont.\n"
PARAGRAPH = "<p>L’école gagne six places, confirme Marie Dupont.</p>"
HTML = f"<html><body><table><tr><td>{PARAGRAPH * 3}</td></tr></table></body></html>"


def mail(text: str | None = TEXT, html: str | None = None, subject: str = "CP : six places") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "presse@example.org"
    message["Date"] = "Fri, 03 May 2024 23:30:00 -0400"
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message


def test_text_subject_and_date() -> None:
    source = read_eml(mail(subject="TR: Re : L’école à l’honneur").as_bytes(), "a.eml")
    assert source.title == "L’école à l’honneur"
    assert source.published == "2024-05-03"
    assert source.text == "L’école à l’honneur\n\n" + TEXT


def test_plain_text_is_preferred() -> None:
    assert read_eml(mail(html=HTML).as_bytes(), "a.eml").text.endswith(TEXT)


@pytest.mark.parametrize("text", [None, "\n"])
def test_html_where_there_is_no_text(text: str | None) -> None:
    assert "L’école gagne six places" in read_eml(mail(text, HTML).as_bytes(), "a.eml").text


def test_a_subject_that_begins_the_text_is_not_repeated() -> None:
    source = read_eml(mail("CP : six  places\n\nLa suite.\n").as_bytes(), "a.eml")
    assert source.text == "CP : six  places\n\nLa suite.\n"


def test_attachments_are_reported() -> None:
    message = mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="cp.pdf")
    assert read_eml(message.as_bytes(), "a.eml").warnings == (("attachments", "not read: cp.pdf"),)


def test_flowed_text() -> None:
    raw = (
        b"Subject: x\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        b"L'ecole gagne six \r\nplaces.\r\n\r\nUn autre paragraphe.\r\n-- \r\nMarie\r\n"
    )
    text = read_eml(raw, "a.eml").text
    assert text == "x\n\nL'ecole gagne six places.\n\nUn autre paragraphe.\n--\nMarie\n"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "inconnu-8", "us-ascii"])
def test_charsets(charset: str) -> None:
    raw = (
        f"Subject: x\nContent-Type: text/plain; charset={charset}\n\n".encode()
        + "L'été à Alès fut très chaud.\n".encode("cp1252")
    )
    assert "L'été à Alès" in read_eml(raw, "a.eml").text


@pytest.mark.parametrize(
    "header", ["Date: jeudi", "Date:", "X: y", "Subject: =?utf-8?q?=ff=fe?=", "Subject: =?x?b?a?="]
)
def test_odd_headers(header: str) -> None:
    assert "Bonjour" in read_eml(f"{header}\nFrom: a\n\nBonjour à tous.\n".encode(), "a.eml").text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\nno headers",
        b"Subject: x\n\n",
        b"Subject: x\nContent-Type: image/png\n\nabc",
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)),
    ],
)
def test_unreadable(raw: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.eml: [^\n]+$"):
        read_eml(raw, "a.eml")


def test_a_newsletter_laid_out_in_tables() -> None:
    message = EmailMessage()
    message["Subject"] = "Lettre de mai"
    cells = (
        "<h1>Un laboratoire inauguré à Rennes</h1>",
        "<p>L’école inaugure le 3 mai un laboratoire de 1 200 m², en présence du préfet de région.</p>"
        "<ul><li>12 chaires</li><li>3 projets</li></ul><p>« Un grand jour », se félicite Anne Martin.</p>",
        '<a href="https://exemple.fr/stop">Se désinscrire</a>',
    )
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    page = f"<html><body><table><tr><td><table>{rows}</table></td></tr></table></body></html>"
    message.set_content(page, subtype="html")
    assert (
        read_eml(message.as_bytes(), "a.eml").text
        == """Lettre de mai

Un laboratoire inauguré à Rennes

L’école inaugure le 3 mai un laboratoire de 1 200 m², en présence du préfet de région.

- 12 chaires
- 3 projets

« Un grand jour », se félicite Anne Martin.
"""
    )


def test_lines_of_a_mail_that_are_no_paragraphs() -> None:
    body = "Bonjour,<div>L’école inaugure un laboratoire.</div><p>« Merci », dit Anne Martin.</p><div>La presse</div>"
    text = read_eml(mail(None, f"<html><body>{body}</body></html>").as_bytes(), "a.eml").text
    blocks = [
        "CP : six places",
        "Bonjour,",
        "L’école inaugure un laboratoire.",
        "« Merci », dit Anne Martin.",
    ]
    assert text == "\n\n".join([*blocks, "La presse"]) + "\n"
