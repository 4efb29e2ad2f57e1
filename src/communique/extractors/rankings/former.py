"""Two positions of one subject, then and now: "16e l'an passé, désormais 3e" is a gain of thirteen places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy

_THEN = (
    r"(?:l'an\s+(?:dernier|passe)|l'annee\s+(?:derniere|passee|precedente)|il\s+y\s+a\s+[\w-]+\s+ans?|"
    r"un\s+an\s+(?:plus\s+tot|auparavant)|(?:lors\s+de\s+)?(?:la|l')\s?(?:precedente|derniere)\s+edition|"
    r"en\s+(?:19|20)\d\d|auparavant|jusqu'ici|"
    r"(?:la\s+saison|le\s+semestre|le\s+trimestre)\s+(?:derniere?|passee?|precedente?))"
)
_THEN_AFTER = lazy(rf"\s*(?:,\s*|de\s+)?(?:[a-z']+\s+){{0,2}}?{_THEN}\b")
_LEFT = lazy(
    r"\b(?:parti(?:e|s|es)?|venue?s?|remontee?s?|descendue?s?|pointee?s?|encore|classee?s?\s+(?:seulement|"
    r"encore))\s+(?:de(?:\s+l[ae])?|du|a\s+l[ae]|au)?\s*$|"
    r"(?:^|[«“,;]\s*)\W*de\s*$|\bde\s+(?:sa|leur|la|son)\s*$|\bapres\s+(?:avoir\s+(?:ete|occupe|termine|"
    r"fini)|une?)\s+(?:[a-z]+\s+)?$"
)
_NOW = lazy(
    r"\b(?:desormais|maintenant|aujourd'hui|cette\s+(?:annee|fois)|passe|passent|passant|grimpe|grimpent|"
    r"hisse|hissent|pointe|pointent|remonte|"
    r"remontent|monte|montent|bondit|atteint|decroche|decrochent|recule|reculent|tombe|tombent|chute|"
    r"chutent|glisse|glissent|descend|"
    r"retrograde|installe|installent|termine|finit|arrive|occupe|prend|gagne|obtient|devient|redescend|"
    r"se\s+(?:classe|retrouve|positionne))\b"
)
_BESIDE = lazy(r"[^.;:]{0,160}")
_ANOTHER = lazy(r"\b(?:devanc|depass|doubl|talonn)\w+\s[^.;]{3,60},\squi\s")
_REACH = 160


def compare(scan: Scan, positions: Sequence[Candidate]) -> None:
    """Give the current one of two positions the places gained since the former one, where none is told."""
    for old, new in pairwise(positions):
        if not _single(old) or not _single(new) or new.start - old.end > _REACH:
            continue
        bounds = scan.bounds(old.start)
        if scan.bounds(new.start) != bounds or not _was_then(scan, old, new, bounds[0]):
            continue
        if new.change is None and old.low is not None and new.low is not None and old.low != new.low:
            new.change = old.low - new.low


def _single(c: Candidate) -> bool:
    return (
        c.low is not None
        and c.low == c.high
        and not c.noun
        and c.rule not in {"gain", "movement", "prize", "medal"}
    )


def _was_then(scan: Scan, old: Candidate, new: Candidate, start: int) -> bool:
    """Whether the first of two positions is told of the past, the second of the same subject now."""
    between = scan.plain[old.end : new.start]
    if not _BESIDE.fullmatch(between) or _ANOTHER.search(between) or scan.plain[max(0, old.start - 1)] == "(":
        return False
    if not (
        _THEN_AFTER.match(scan.plain, old.end)
        or _LEFT.search(scan.plain, max(start, old.start - 40), old.start + 3)
    ):
        return False
    if not (_NOW.search(between) or _NOW.search(scan.plain, new.start, new.end)):
        return False
    opens = not scan.plain[start : old.start].strip(' «“"\n-–—•').removesuffix("de").strip()
    return (
        opens or not scan.any_name(old.end, new.start) or _LEFT.search(scan.before(old.start, 40)) is not None
    )
