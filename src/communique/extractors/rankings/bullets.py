"""The label of a bullet that names the ranking of its position: "Challenges : 17e"."""

from __future__ import annotations

import re

from communique.document import fold_name, plain_shadow
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import lazy

_RANKING_SOURCES = ranking_sources()
_LABEL = lazy(r"^[\s\-–—•*·➡▪◦‣>️✔✅🏆]*(?P<label>[^\n:]{2,90}?)\s*:\s")
# A label has no finite verb: "L'école gagne six places dans le palmarès : elle passe 12e" has none.
_CLAUSE = lazy(
    r"\b(?:est|sont|a|ont|gagne|gagnent|perd|perdent|progresse|progressent|recule|reculent|grimpe|bondit|"
    r"passe|"
    r"figure|figurent|arrive|entre|decroche|confirme|conserve|occupe|devient|se|s'\w+|nous|il|elle|ils|"
    r"elles|qui)\s"
)
# "L'université brille au classement QS : 51e …": a clause, whatever its verb.
_TOLD_OF = lazy(
    r"(?:l'|l[ae]s?\s)[^:]{8,80}\s(?:au|dans\s(?:l[ea]|son|ce))\s+(?:classement|palmares|barometre|ranking)\b"
)
# "Une semaine plus tôt, L'Étudiant avait dévoilé son propre palmarès"
_SENTENCE = lazy(
    r"\b(?:avait|avaient|etait|etaient|sera|seront|vient|viennent|a\s\w+[ei]|ont\s\w+[ei]|son|sa|ses|notre|ce|cette)\s|"
    r",\s(?:l[ea]s?\s|l')"
)
_YEAR = lazy(r"\s*(?<!\d)((?:19|20)\d\d)(?!\d)\s*")


def _label(scan: Scan, start: int, end: int) -> re.Match[str] | None:
    line = scan.doc.text[start:end]
    return _LABEL.match(line) if ":" in line else None


def _names_ranking(label: str, scan: Scan, start: int, end: int) -> bool:
    plain = _YEAR.sub(" ", plain_shadow(label)).strip()
    if plain in _RANKING_SOURCES or plain.split(",")[0].strip() in _RANKING_SOURCES:
        return True
    return any(True for _ in scan.names_between(start, end))


def list_label(scan: Scan, c: Candidate) -> tuple[str, int | None] | None:
    """The label of the bullet that holds the position, where the list's labels are rankings."""
    start, end = scan.line(c.start)
    m = _label(scan, start, end)
    if (
        not m
        or start + m.end() > c.start + 2
        or re.search(r"[.«»“”\"(]", m.group("label"))
        or _CLAUSE.search(plain_shadow(m.group("label")) + " ")
        or _TOLD_OF.match(plain_shadow(m.group("label")))
        or _SENTENCE.search(plain_shadow(m.group("label")))
    ):
        return None
    if not any(_names_ranking(*item) for item in _items(scan, start, end)):
        return None
    label = m.group("label")
    if len(label) < 2 or _YEAR.fullmatch(label):
        return None
    year = _YEAR.search(label)
    return fold_name(label), int(year.group(1)) if year else None


def _items(scan: Scan, start: int, end: int) -> list[tuple[str, Scan, int, int]]:
    """The labels of the lines around, up to a blank line or one without a label."""
    out = []
    for step in (-1, 1):
        lo, hi = start, end
        for _ in range(12):
            m = _label(scan, lo, hi)
            if not m:
                break
            out.append((m.group("label"), scan, lo + m.start("label"), lo + m.end("label")))
            if step < 0:
                if lo == 0:
                    break
                lo, hi = scan.line(lo - 1)
            else:
                if hi >= len(scan.plain):
                    break
                lo, hi = scan.line(hi + 1)
    return out
