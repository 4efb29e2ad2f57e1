"""The documentation builds with every link whole, and a page of it asks nothing of any other place."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mkdocs")
pytest.importorskip("material")
pytest.importorskip("mkdocstrings")

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("sections", "institutions", "people", "rankings", "counts", "quotations", "dates")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)],
        cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_page_with_rendered_examples(site: Path, kind: str) -> None:
    page = (site / "kinds" / kind / "index.html").read_text("utf-8")
    shown = {"sections": "dates"}.get(kind, kind)
    assert f'<mark class="{shown} ' in page
    assert "Known limits" in page


def test_nothing_is_left_to_replace(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        assert "<!--held" not in page, path
        assert "[[notebook" not in page, path
        assert "[[options" not in page, path


def test_the_command_line_page_has_every_command(site: Path) -> None:
    page = (site / "cli" / "index.html").read_text("utf-8")
    for command in ("extract", "convert", "show", "report", "evaluate", "schema"):
        assert f"Usage: communique {command}" in re.sub(r"<[^>]+>", "", page)


def test_the_reference_has_the_public_names(site: Path) -> None:
    page = (site / "api" / "index.html").read_text("utf-8")
    for name in ("communique.api.extract", "communique.records.Article", "communique.corpus.Corpus"):
        assert f'id="{name}"' in page


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        loaded = re.findall(r'<(?:script|img|iframe)[^>]+src="([^"]+)"', page)
        loaded += re.findall(r'<link[^>]+rel="(?:stylesheet|preconnect|preload)"[^>]+href="([^"]+)"', page)
        loaded += re.findall(r'<link[^>]+href="([^"]+)"[^>]+rel="(?:stylesheet|preconnect|preload)"', page)
        assert not [address for address in loaded if "//" in address], path
