"""Ordinals that go on from a place or a rank told before: "la deuxième place …, la cinquième"."""

from __future__ import annotations

from collections.abc import Mapping

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy
from communique.numbers import Number

_GAPPED_NOUN = lazy(
    r"(?:,|;|\bet|\bpuis|\bmais|\bainsi\s+que)\s*(?P<article>(?:a\s+)?l[ae]|au)\s+(?:tout(?:e)?\s+)?$"
)
# "la Drôme au premier", after "l'Ardèche au deuxième rang".
_GAPPED_CLAUSE = lazy(
    r"(?:,|;|\bet|\btandis\s+que|\bpuis|\bmais)\s+(?:l[ae]s?\s+|"
    r"l')?[^\s,;.:()][^,;.:()\n]{1,40}?\s(?P<article>(?:(?:a|sur)\s+)?l[ae]|au|en)\s+$"
)
# "X cède la deuxième place. Y conserve la première."
_KEEPS = lazy(
    r"\b(?:conserv|occup|decroch|obtien|gard|pren|reprend|prend|remport|sign|"
    r"tien)\w*\s+(?:\w+\s+)?(?P<article>l[ae])\s+$|\bs'(?:empar|adjug|octroi)\w*\s(?P<seized>du|de\sla|l[ae])\s+$"
)
# "La Banque du Jura suit, au 6e."
_FOLLOWS = lazy(
    r"\b(?:suit|suivent|vient|viennent|arrive|arrivent|pointe|pointent|figure)\s*,?\s*(?P<article>au|"
    r"a\s+la)\s+$"
)
_PLACE_TOLD = lazy(r"\b(?:place|position)s?\b")
_RANK_TOLD = lazy(r"\b(?:rang|echelon)s?\b")
_AFTER_GAPPED = lazy(
    r"\s*[.;,)]|\s+(?:en|au|aux|pour|dans|sur|chez|a|et|un\s+an|l'an|l'annee|mondiale?|europeen(?:ne)?|"
    r"francaise?|"
    r"nationale?|regionale?)\b|\s*$"
)
_FEMININE = lazy(r"\b(?:places?|positions?|marches?)\b")


def gapped_noun(
    scan: Scan, n: Number, before: str, places: Mapping[tuple[int, int], Candidate]
) -> str | None:
    """Whether "la cinquième" goes on from "la deuxième place": same gender, no noun of its own."""
    place = places.get(scan.bounds(n.start))
    link = _GAPPED_NOUN.search(before) or _GAPPED_CLAUSE.search(before)
    kept = _KEEPS.search(before) or _FOLLOWS.search(before)
    if kept is not None and (place is None or link is None):
        told = _PLACE_TOLD if kept.group(kept.lastgroup or 0).endswith("la") else _RANK_TOLD
        first = scan.bounds(n.start)[0] if place is None else n.start
        near = told.search(scan.plain, max(0, n.start - 260), first)
        return "ellipsis" if near and _AFTER_GAPPED.match(scan.plain, n.end) else None
    if place is None or link is None or place.end > n.start or not _AFTER_GAPPED.match(scan.plain, n.end):
        return None
    feminine = _FEMININE.search(scan.plain, place.start, place.end) is not None
    return "ellipsis" if feminine == (link.group("article")[-1] in "an") else None
