"""Positions given by a label or a prize: "Rang mondial : 45", a table's "Rang" column, "deuxième prix"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import matches_at, starts_of
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.ordinals import one
from communique.extractors.rankings.patterns import lazy, left_of
from communique.extractors.rankings.scope import find_scope
from communique.extractors.rankings.tables import plain_ranks

_LABELLED = lazy(
    r"\b(?P<label>rang|position|classement|place)(?:(?P<more>(?:\s[a-z]+){0,2})\s?:\s?(?P<alone>\d{1,4})"
    r"(?!\d|\s?[-–%]|e|[.,]\d)(?P<total>\s?/\s?\d{1,5})?"
    r"|\s+(?:n[°o]\s?|numero\s+|de\s+)?(?P<rank>\d{1,4})(?![\w.,%-]*\d)(?!\s+(?:ans|m\b)))"
)
_LABELS = ("rang", "position", "classement", "place")
# "rang 151-200 en 2018, rang 64 en 2021": a list of its own.
_LIST_OPENS = lazy(r"(?:^\W*|[,;:(]\s*|\bet\s+)$")
_RANK_ENDS = lazy(
    r"\s*(?:[,;.)(]|$)|[^\S\n]*\n|\s+(?:en|mondial|national|europeen|francais|dans|au|sur|pour|parmi)\b"
)
_PRIZE = lazy(
    r"\s+(?:grand\s+)?prix\b(?:\s+(?P<scope>national|regional|europeen|mondial|international)"
    r")?"
)
_WINS = lazy(
    r"\b(?:remport|decroch|obten|obtien|recoi|recu|gagn|rafl|attribu|decern|laureat)"
    r"\w*\s+(?:\w+\s+){0,3}$"
)
_GOES_TO = lazy(
    r"[^.;:,]{0,40}?\s(?:va|revient|est\s+(?:alle|revenu|attribue|decerne|remis))\s+(?:a|au|aux)\b"
)


def labelled(scan: Scan) -> Iterator[Candidate]:
    """Find "au rang 45", "Rang mondial : 45", "Classement : 12/340"."""
    for m in matches_at(_LABELLED, scan.plain, starts_of(scan.plain, _LABELS)):
        if m.group("rank"):
            before = scan.before(m.start(), 8)
            article = re.search(r"\b(?:au|le|du|un|son)\s+$", before)
            listed = _LIST_OPENS.search(before) and _RANK_ENDS.match(scan.plain, m.end())
            if (article or listed) and m.group("label") == "rang":
                start = m.start() - len(article.group() if article else "")
                yield _one_at(start, m.end("rank"), int(m.group("rank")), "rank noun")
        elif m.group("total") or m.group("label") == "rang":
            hit = find_scope(scan.doc, m.start("more"), m.end("more")) if m.group("more") else None
            start = m.start() if hit else m.start("alone")
            yield _one_at(start, m.end("alone"), int(m.group("alone")), "cell")


def _one_at(start: int, end: int, value: int, rule: str) -> Candidate:
    return Candidate(start, end, value, value, rule)


def cells_of_ranks(scan: Scan) -> Iterator[Candidate]:
    """Find "1", "2" in a table's column "Rang"."""
    for start, end, value in plain_ranks(scan) if scan.has_tables else ():
        yield Candidate(start, end, value, value, "row")


def prizes(scan: Scan) -> Iterator[Candidate]:
    """Find "remporte le deuxième prix du concours", "1er prix"; not "les premiers prix" of a shop."""
    for n in scan.ordinals:
        m = _PRIZE.match(scan.plain, n.end)
        if not m or scan.plain[n.start : n.end].endswith("s"):
            continue
        before = scan.before(n.start)
        if n.value > 5 and not _WINS.search(before):
            continue
        if n.form == "digits" or n.value > 1 or _WINS.search(before) or _GOES_TO.match(scan.plain, m.end()):
            yield one(n, n.start - left_of(before), m.end(), "prize")
