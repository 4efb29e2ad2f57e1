"""Annotated articles: pairs ``NAME.txt`` + ``NAME.json``, anchored by strings rather than offsets.

``data/gold/README.md`` describes the format.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluate.text import Pair

SPAN_KINDS = ("rankings", "counts", "quotations", "dates")


class GoldError(ValueError):
    """An annotation that cannot be located in its text, or contradicts itself."""


@dataclass(frozen=True)
class GoldArticle:
    """One annotated article; each annotation with a span has it under ``"span"``."""

    name: str
    text: str
    lines: list[tuple[Pair, str]]
    institutions: list[dict[str, Any]]
    people: list[dict[str, Any]]
    spans: dict[str, list[dict[str, Any]]]
    mentions: dict[Pair, int]


def load_gold(folder: Path) -> list[GoldArticle]:
    """Every annotated article of ``folder``, sorted by name. Raises :class:`GoldError` naming the file."""
    articles = [_load(path) for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").exists()]
    if not articles:
        raise GoldError(f"no annotated article (NAME.txt + NAME.json) in {folder}")
    return articles


def _load(path: Path) -> GoldArticle:
    try:
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        gold = json.loads(path.read_text("utf-8"))
        return _read(path.stem, text, gold)
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: {error!r}") from error


def _read(name: str, text: str, gold: dict[str, Any]) -> GoldArticle:
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    if len(lines) != len(gold["sections"]):
        raise GoldError(f"{len(lines)} non-blank lines, {len(gold['sections'])} section kinds")
    institutions, people = gold.get("institutions", []), gold.get("people", [])
    spans = {kind: [{**r, "span": _span(text, r)} for r in gold.get(kind, [])] for kind in SPAN_KINDS}
    for person in people:
        if not any(_occurrences(text, person["name"])):
            raise GoldError(f"person not in the text: {person['name']!r}")
    named = {x["name"] for x in [*institutions, *people]}
    pointed = [q.get("speaker") for q in spans["quotations"]] + [r.get("subject") for r in spans["rankings"]]
    pointed += [role.get("institution") for p in people for role in p.get("roles", [])]
    for target in pointed:
        if target is not None and target not in named:
            raise GoldError(f"points to nobody annotated: {target!r}")
    return GoldArticle(
        name, text, list(zip(lines, gold["sections"], strict=True)), institutions, people, spans,
        _mentions(text, institutions),
    )  # fmt: skip


def _span(text: str, record: dict[str, Any]) -> Pair:
    if "first" in record:  # a long quotation, given by its first and last words
        start, _ = _locate(text, record["first"], record.get("nth", 1))
        return start, text.index(record["last"], start) + len(record["last"])
    return _locate(text, record["text"], record.get("nth", 1))


def _locate(text: str, needle: str, nth: int) -> Pair:
    at = -1
    for _ in range(nth):
        at = text.find(needle, at + 1)
        if at < 0:
            raise GoldError(f"not found (occurrence {nth}): {needle!r}")
    return at, at + len(needle)


def _occurrences(text: str, form: str) -> Iterator[Pair]:
    for m in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", text):
        yield m.span()


def _mentions(text: str, institutions: list[dict[str, Any]]) -> dict[Pair, int]:
    """Every whole-word naming of every institution, the longest winning."""
    found: dict[Pair, int] = {}
    for i, institution in enumerate(institutions):
        forms = {institution["name"], institution.get("acronym") or institution["name"]}
        for form in forms | set(institution.get("aliases", [])):
            spans = list(_occurrences(text, form))
            if not spans:
                raise GoldError(f"institution form not in the text: {form!r}")
            for span in spans:
                found.setdefault(span, i)
        for m in institution.get("not_mentions", []):
            found.pop(_locate(text, m["text"], m.get("nth", 1)), None)
    kept: list[Pair] = []
    for span in sorted(found, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return {span: found[span] for span in kept}
