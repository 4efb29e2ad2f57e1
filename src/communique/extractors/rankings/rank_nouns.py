"""Positions given by one ordinal and a rank noun: "la 3e place", "au 46e rang"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.ordinals import one
from communique.extractors.rankings.patterns import EX_AEQUO, lazy, left_of

_RANK = lazy(
    rf"\s*(?:{EX_AEQUO}\s*)?(?:(?:meilleure?|plus\s+\w+|belle)\s+)?(?:et\s+derni(?:ere|"
    rf"er)\s+)?(?P<noun>place|rang|"
    rf"position|marche|echelon|ligne|pla-\nce|posi-\ntion|po-\nsition|mar-\nche|"
    rf"eche-\nlon)\b(?:\s*,?\s*{EX_AEQUO})?"
    r"(?P<podium>\s+du\s+podium)?"
)
# "les première, deuxième et troisième places": the noun is said once.
_SHARED_NOUN = lazy(
    r"(?:(?:\s*,\s*|\s+et\s+)(?:premiere?|seconde?|[a-z-]+ieme|\d+(?:er|re|e|eme|nde?))){0,5}\s+(?:places|"
    r"rangs|positions)\b"
)
# "la 3e et la 5e place", "à la 3e puis à la 2e place": the noun is said with the last.
_NOUN_TO_COME = lazy(
    r"(?:(?:\s*,\s*(?:et\s+|puis\s+)?|\s+et\s+|\s+puis\s+)(?:(?:a|sur)\s+)?(?:l[ae]|au|en|sa|son|une?)\s+"
    r"(?:premiere?|seconde?|[a-z-]+ieme|\d+(?:er|re|e|eme|nde?))){1,4}\s+(?:place|rang|position|marche)\b"
)
_NUMBERED = lazy(r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s+$")
_DETERMINED = lazy(r"\b(?:l[ae]|au|en|sa|son|une?)\s+$")
_NO_RANK = lazy(
    r"\s+(?:desquel|des\s+(?:priorites|preoccupations|enjeux|causes|raisons|reponses|"
    r"acteurs|rangs)|de\s+(?:parking|stationnement)|"
    r"forte|boursiere|dans\s+(?:la|une)\s+(?:file|salle))"
)
_STEP = lazy(
    r"\b(?:mont|grimp|grav|decroch|chip|hiss|accroch|occup|arrach|conserv|gard|reprend|retrouv|sur)\w*\s+(?:\w+\s+)"
    r"{0,4}$|podium"
)
_LINE_OF_LIST = lazy(
    r"\b(?:apparai|figur|class|point|cherch|trouv|arriv|reste|relegu|situ|inscri|est|plac)\w*\s+(?:[\w']+\s+){0,4}a\s+la\s+$"
)
_LOST = lazy(
    r"\b(?:perd(?:u|re|ant|ent)?|ced(?:e|ent|er|ant)|laisse|abandonne|manque|rate|"
    r"dispute|disputent|echappe|brigue|briguent|convoite|"
    r"aspire\s+a|attribue\s+a|frole)\s+(?:\w+\s+)?(?:la|sa|le|son|leur)\s+$"
)
_ESCAPES = lazy(
    r"\s+(?:(?:leur|lui|nous)\s+echapp|(?:est|reste|semble)\s+(?:a\s+(?:sa\s+|notre\s+|"
    r"leur\s+)?portee|en\s+jeu|accessible)|se\s+jou)"
)
# "à 0,04 point de la première place", "aux portes de la 3e place": near it, not at it.
_NEAR = lazy(
    r"\b(?:points?|pts|longueurs?|secondes?|minutes?|places?|rangs?|pas|portes|dixiemes?|buts?|"
    r"souffle|marche)\s+(?:seulement\s+)?d(?:e\s+l[ae]|u)\s+$"
)


def rank_nouns(scan: Scan) -> Iterator[Candidate]:
    """Find "la 3e place", "au 46e rang", "en deuxième position", "la première marche du podium"."""
    for n in scan.ordinals:
        m = _RANK.match(scan.plain, n.end)
        if not m and (
            (
                scan.plain[n.end - 1] != "s"
                and not _NUMBERED.search(scan.before(n.start, 10))
                and _SHARED_NOUN.match(scan.plain, n.end)
            )
            or (_DETERMINED.search(scan.before(n.start, 8)) and _NOUN_TO_COME.match(scan.plain, n.end))
        ):
            yield one(n, n.start - left_of(scan.before(n.start)), n.end, "rank noun")
        if not m or _NO_RANK.match(scan.plain, m.end()) or _ESCAPES.match(scan.plain, m.end()):
            continue
        before = scan.before(n.start)
        if (
            _LOST.search(before)
            or _NEAR.search(before)
            or (m.group("noun") == "rang" and re.search(r"\bde\s+$", before))
        ):
            continue
        if m.group("noun")[-2:] == "he" and not (m.group("podium") or _STEP.search(before)):
            continue
        if m.group("noun") == "ligne" and not (scan.context and n.value > 3 and _LINE_OF_LIST.search(before)):
            continue
        yield one(n, n.start - left_of(before), m.end(), "rank noun")
