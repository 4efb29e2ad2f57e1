"""Pages in a real browser. Without one the tests are skipped, unless COMMUNIQUE_BROWSER=required."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from scripts import browser as machine


@dataclass
class Opened:
    """A page, and everything that happened while it was open."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def assert_quiet(self) -> None:
        """No error, no dialog, and nothing asked of any other place."""
        assert self.complaints == []
        assert self.dialogs == []
        assert self.requests == []


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    reason = machine.missing()
    if reason is not None:
        if os.environ.get("COMMUNIQUE_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with machine.chromium() as browser:
        yield browser


Open = Callable[..., Opened]


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens markup as a file, and checks at the end that the page was quiet."""
    opened: list[Opened] = []

    def start(html: str, *, width: int = 1280, height: int = 900, **options: Any) -> Opened:
        path = tmp_path / f"page{len(opened)}.html"
        path.write_text(html, "utf-8")
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        made = Opened(context.new_page())
        address = path.as_uri()
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.on(
            "console",
            lambda said: made.complaints.append(said.text) if said.type in ("error", "warning") else None,
        )
        made.page.on("dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss()))
        made.page.on(
            "request",
            lambda request: (
                made.requests.append(request.url)
                if request.url.split("#")[0] != address and not request.url.startswith("data:")
                else None
            ),
        )
        made.page.goto(address)
        opened.append(made)
        return made

    yield start
    for made in opened:
        made.assert_quiet()
        made.page.context.close()
