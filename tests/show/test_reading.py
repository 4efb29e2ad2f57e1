from __future__ import annotations

import io

import pytest
from rich.console import Console

from communique.records import Article
from communique.show.reading import STYLES, highlighted, print_article
from show.samples import hostile, sample


def shown(
    article: Article, *, width: int = 80, terminal: bool = False, lang: str = "fr", **options: object
) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False,
        color_system="standard" if terminal else None, **options,
    )  # type: ignore[arg-type]  # fmt: skip
    print_article(article, console, lang=lang)
    return out.getvalue()


def test_piped_it_is_plain_text() -> None:
    text = shown(sample())
    assert "\x1b" not in text
    assert "« Nous sommes 6e sur 1 600 écoles », confirme Assia Tria" in text
    assert "Assia Tria  directrice (École des mines d’Alès)" in text
    assert "! encoding: read as cp1252" in text


def test_in_a_terminal_the_kinds_are_coloured() -> None:
    text = shown(sample(), terminal=True)
    assert "\x1b[1;35mAssia Tria\x1b[0m" in text
    assert "\x1b[35mdirectrice\x1b[0m" in text


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(sample(), terminal=True)
    assert not [code for code in range(30, 38) if f"\x1b[{code}m" in text or f";{code}m" in text]


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_the_console(width: int) -> None:
    assert max(map(len, shown(sample(), width=width).splitlines())) <= width


def test_inner_marks_give_the_colour() -> None:
    pieces = {
        text.plain[s.start : s.end]: s.style
        for _, text in highlighted(sample(), list(STYLES))
        for s in text.spans
    }
    assert pieces["1 600 écoles"] == "italic bold green"
    assert pieces["Nous sommes "] == "italic yellow"


def test_english() -> None:
    assert "People  1" in shown(sample(), lang="en")


def test_control_characters_do_not_reach_the_terminal() -> None:
    evil = Article(text="Un \x1b]0;titre\x07 et \x1b[31mrouge \x9b31m", source="\x1b[2J")
    for text in (shown(evil), shown(hostile())):
        assert not {c for c in text if ord(c) < 32} - {"\n"}
        assert "\x9b" not in text


def test_nothing_found() -> None:
    assert "Rien n’a été trouvé." in shown(Article(text="Rien."))
