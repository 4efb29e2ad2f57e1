"""Barometers: those that rank, and those that only ask people what they think."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.document import plain_shadow, starts_of
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy

_ABOUT = 400  # characters after a barometer that say how it is made
_NEAR = 240  # characters from a barometer to the position in the next sentence


def barometer_ranks(scan: Scan, positions: Sequence[Candidate]) -> bool:
    """Whether the article's barometer ranks: it is named beside a position, not only as a survey."""
    if not positions or "barometre" not in scan.plain:
        return False
    told = starts_of(scan.plain, ("barometre",))
    if any(_RANKING.match(scan.plain, at) for at in told) and not any(
        _ASKING.search(scan.plain, at, at + _ABOUT) for at in told
    ):
        return True
    title = next((s for s in scan.doc.sections if s.kind == "title"), None)
    asks = any(_ASKING.search(scan.plain, at, at + _ABOUT) for at in told)
    if title is not None and not asks and any(title.start <= at < title.end for at in told):
        return len([c for c in positions if c.named and c.start > title.end]) > 2
    sentences = {scan.bounds(c.start) for c in positions}
    starts = sorted(c.start for c in positions)
    for n in scan.names:
        if "barometre" in plain_shadow(n.value):
            at = bisect_left(starts, n.end)
            near = at < len(starts) and starts[at] - n.end < _NEAR
            if scan.bounds(n.start) in sentences or (near and "\n" not in scan.plain[n.end : starts[at]]):
                return True
    return False


# "Le Baromètre de la lecture 2024 … compare 212 bibliothèques": it ranks, wherever its positions stand
_RANKING = lazy(
    r"\bbarometre\b[^.;\n]{3,160}\b(?:compare(?:nt)?|passe(?:nt)?\s(?:au\scrible|en\srevue)|note(?:nt)?|classe(?:nt)?|evalue(?:nt)?|departage(?:nt)?)\s"
    r"(?:l[ae]s?\s|quelque\s|pres\sde\s|plus\sde\s)?(?:\d|[a-z]+\s)|"
    r"\bbarometre\s(?:\d{4}\s)?des\s(?:[a-z]+\s){1,4}(?:les\s(?:plus|mieux)\s|preferee?s\b|cyclables\b|marchables\b)"
)
# … and one that asks people what they think does not
_ASKING = lazy(
    r"\b(?:aupres\sd|vague\sd|interroge|sondes\b|repondants|repose\ssur\sles\sreponses)|"
    r"\bbarometre\s(?:mensuel|trimestriel|semestriel|bimestriel)\b"
)
