from __future__ import annotations

import pytest

from communique.read import ReadError, read_path
from communique.read.text import read_text

FRENCH = (
    "L’École gagne 3 places : « C’est mérité », dit Mme Noël. Reçu à Alès, où l’été fut très chaud.\n" * 4
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_give_the_same_text(encoding: str) -> None:
    source = read_text(FRENCH.encode(encoding), "a.txt")
    assert source.text == FRENCH
    codes = [code for code, _ in source.warnings]
    assert codes == ([] if encoding.startswith("utf-8") else ["encoding"])


def test_mac_roman() -> None:
    text = FRENCH.replace("\n", "\r")
    assert read_text(text.encode("mac_roman"), "a.txt").text == text


def test_line_ends_are_kept() -> None:
    assert read_text(b"un\r\ndeux\r\n", "a.txt").text == "un\r\ndeux\r\n"


def test_mojibake_is_reported() -> None:
    broken = FRENCH.encode("utf-8").decode("cp1252", errors="replace")
    assert "mojibake" in dict(read_text(broken.encode("utf-8"), "a.txt").warnings)
    assert "mojibake" not in dict(read_text(FRENCH.encode("utf-8"), "a.txt").warnings)


def test_undecodable_bytes_are_reported() -> None:
    source = read_text(FRENCH.encode("utf-16")[:-1], "a.txt")
    assert "undecodable" in dict(source.warnings)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(64) + b"\x03\x00>\x00" * 50, "binary"),
    ],
)
def test_unreadable(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=rf"^bad\.txt: .*{reason}"):
        read_text(raw, "bad.txt")


def test_missing_file(tmp_path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        list(read_path(tmp_path / "none.txt"))
