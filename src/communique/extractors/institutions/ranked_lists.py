"""Names in a list of ranks, where one of the items is a body: « 3e – Olivea SA : 15 000 tonnes »."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from communique.document import matches_at, starts_of
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.usage_lists import company_nouns
from communique.extractors.institutions.words import function_words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import singular
from communique.records import InstitutionKind

_LEGAL = wordset("legal")
_COMPANY_NOUNS = company_nouns()
_SMALL = function_words() | wordset("inside")
_PLACES = places()

_ITEM = re.compile(
    r"(?m)^[ \t]*(?:[-–—•*·][ \t]*)?(?:n[°o] ?)?\d{1,3}(?:er|re|e|è|ème|eme)?"
    r"(?:[ \t]*[-–—.):/|][ \t]*|\t[ \t]*| (?=[A-ZÀ-Ý]))(?P<name>[^\W\d_][^\n:;,(\t|]{1,70})"
)
_SCORED = re.compile(r"[ \t\u00a0]+[–—-][ \t\u00a0]+(?=\d)")
_ENDS = ":(,\t|"
_PLURAL = re.compile(r"(?<=\bdes )\w+s\b|(?<=\bles )\w+s\b|^\w+s\b")
_HEADING = 160
_LONGEST = 8
_SCHOOLS = (("universite",), ("ecole",), ("lycee",), ("institut",))
_BEFORE_HOST = ("de", "d'", "du", "des", "la", "l'", "les", "le", "aux", "au")
_FEWEST = 2


class _Item(NamedTuple):
    start: int  # of its line
    first: int  # tokens of its name
    last: int


def ranked_names(ctx: Context) -> Iterator[Candidate]:
    """The names that lines of a ranking begin with, beside a body that the other rules have read."""
    rows = list[_Item]()
    blocks = list(_blocks(ctx, rows))
    if len(rows) >= _FEWEST:
        yield from _before_bodies(ctx, rows)
    if not blocks:
        return
    starts = {c.first: c for c in ctx.accepted}
    taken = {k for c in ctx.accepted for k in range(c.first, c.last)}
    for items in blocks:
        kinds = [kind for item in items if (kind := _read(starts, item)) is not None]
        announced = _announced(ctx, items)
        kinds = kinds or announced
        if not kinds:
            continue
        kind = Counter(kinds).most_common(1)[0][0]
        for item in items:
            if taken.isdisjoint(range(item.first, item.last)) and _may_be(
                ctx, item.first, item.last, announced=bool(announced)
            ):
                yield Candidate(item.first, item.last, kind, "ranked_item")


def _before_bodies(ctx: Context, rows: list[_Item]) -> Iterator[Candidate]:
    """« 6 Terre-Unie Kedge Business School », line after line: a name, then the school that it is of."""
    w = ctx.w
    ends: dict[int, Candidate] = {}
    for c in ctx.accepted:
        if c.rule in ("known_body", "headed_name") and (c.last not in ends or c.first < ends[c.last].first):
            ends[c.last] = c
    schools = {m.first for m in ctx.head_matches if m.head.words in _SCHOOLS}
    named, hosts, inner = list[tuple[int, int]](), list[Candidate](), list[Candidate]()
    for row in rows:
        host = ends.get(row.last)
        at = (
            next((k for k in range(row.first + 1, row.last) if k in schools), 0)
            if host is None
            else host.first
        )
        listed = at > row.first and w.plain[at - 1] in _BEFORE_HOST
        listed = listed and (w.plain[at],) in _SCHOOLS and w.cap[at + 1 : at + 2] == [True]
        at += listed  # "La Nuit de l'Institut UniLaSalle": of UniLaSalle
        while at - 2 > row.first and w.text[at - 1] == "," and at - 1 in ends:
            at = ends[at - 1].first  # "EPITA, Epitech, Sup'Biotech"
        at -= (
            at > row.first + 1 and w.plain[at - 1] in ("universite", "ecole") and w.joined(at) and not listed
        )
        end = at - (w.text[at - 1] in "-–—|/")
        first = row.first + (w.lower[row.first] in ("le", "la", "les") and end > row.first + 1)
        if not _may_be(ctx, first, end, announced=True):
            continue
        named.append((first, end))
        if host is None:
            hosts.append(Candidate(at, row.last, "education", "ranked_item"))
        elif listed:
            inner.append(host)
    if len(named) <= _FEWEST or 3 * len(named) < 2 * len(rows):
        return
    for c in inner:
        c.first += 1
    yield from hosts
    kinds = Counter(c.kind for c in ctx.accepted if (c.first, c.last) in named)
    kind = kinds.most_common(1)[0][0] if kinds else "association"
    read = {(c.first, c.last) for c in ctx.accepted}
    for first, end in named:
        if (first, end) not in read:
            yield Candidate(first, end, kind, "ranked_item")


def _blocks(ctx: Context, rows: list[_Item]) -> Iterator[list[_Item]]:
    """Lines that follow one another, with a rank, a name and what is told of it; the rest in ``rows``."""
    text, tokens = ctx.w.doc.text, ctx.w.doc.tokens
    block: list[_Item] = []
    end = -1
    for m in matches_at(_ITEM, text, [0, *(at + 1 for at in starts_of(text, "\n"))]):
        last = m.start("name") + len(m.group("name").rstrip(" \u00a0\u202f–—-"))
        scored = _SCORED.search(text, m.start("name"), last)
        if scored is not None:
            last = scored.start()
        told = text[m.end() : m.end() + 1] in _ENDS and m.end() < len(text)
        if block and "\n" in text[end + 1 : m.start()].strip(" \t"):
            if len(block) >= _FEWEST:
                yield block
            block = []
        line = text.find("\n", m.end())
        end = line if line >= 0 else len(text)
        if told or scored is not None:
            block.append(_Item(m.start(), tokens.at(m.start("name")), tokens.before(last) + 1))
        if not told or text[m.end()] == ",":
            rows.append(_Item(m.start(), tokens.at(m.start("name")), tokens.before(end) + 1))
    if len(block) >= _FEWEST:
        yield block


def _read(starts: dict[int, Candidate], item: _Item) -> InstitutionKind | None:
    """The kind of the body that the rules read at the beginning of an item."""
    found = starts.get(item.first)
    return found.kind if found is not None and found.last >= item.last - 1 else None


def _announced(ctx: Context, items: list[_Item]) -> list[InstitutionKind]:
    """« Palmarès des exportateurs » over the list, or a legal form in it: firms."""
    w = ctx.w
    if any(w.plain[item.last - 1] in _LEGAL for item in items):
        return ["company"]
    above = w.doc.plain[: items[0].start].rstrip()
    line = above[above.rfind("\n") + 1 :][-_HEADING:]
    told = (_COMPANY_NOUNS.get(singular(m.group())) for m in _PLURAL.finditer(line))
    return [kind for kind in told if kind is not None][:1]


def _may_be(ctx: Context, i: int, j: int, *, announced: bool) -> bool:
    w = ctx.w
    if not i < j <= i + _LONGEST or not w.cap[i] or any(ctx.in_person[i:j]):
        return False
    if not all(w.cap[k] or w.plain[k] in _SMALL or w.text[k] in "-&'’" for k in range(i, j)):
        return False
    alone = j - i == 1 and not any(c.isupper() for c in w.text[i][1:])
    key = registry_key(w.span_text(i, j))
    return (announced or not alone) and key not in _PLACES  # one word may be a town
