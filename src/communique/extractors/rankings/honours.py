"""First places by another name: medals, titles of champion, "la plus grande … d'Europe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import matches_at, starts_of
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import ZONE_END, lazy, rankable_nouns, small_words
from communique.extractors.rankings.scope import find_scope

_RANKABLE_NOUNS = rankable_nouns()

_MEDALS = {"or": 1, "argent": 2, "bronze": 3}
_MEDAL = lazy(
    r"\b(?:(?:decroch|remport|obten|obtien|recoi|recu|gagn|rafl|conquis|arrach|conqui|pri[st]|pren|"
    r"empoch|rapport|"
    r"ramen|offr|offert|ador|cueill|adjug|hissee?\s+a|content)"
    r"\w*\s+(?:\w+\s+)?(?P<medal>(?:la|une|sa|d'une)\s+(?:belle\s+)?medaille\s+)"
    r"|(?P<medalled>medaillee?s?\s+)|[,:(–]\s*(?P<apposed>medaille\s+)|"
    r"(?P<given>\bla\s+medaille\s+)(?=(?:d'\w+|de\s+bronze)\s+"
    r"(?:revien\w*|est\s+revenue|va|echoit|est\s+allee|recompense)\b))(?:d'|de\s+|en\s+)(?P<metal>or|"
    r"argent|bronze)\b"
)
# A distinction that nobody else competes for: "médaille d'argent du CNRS".
_HONOUR = lazy(
    r"\s+(?:du\s+(?:cnrs|merite|travail|conseil|genie)|de\s+l[a']\s*(?:academie|jeunesse|"
    r"ville|societe|defense|region|organisme|institut|association|institution|ordre)|du\s+grand)"
)


def medals(scan: Scan) -> Iterator[Candidate]:
    """Find "décroche la médaille d'argent": a second place; the CNRS's is an honour."""
    for m in _MEDAL.finditer(scan.plain) if "medaill" in scan.plain else ():
        # Without accents, "médaillé" (who has one) and "médailles" (how many) read alike.
        if m.group("medalled") and not scan.doc.lower.startswith("médaillé", m.start()):
            continue
        if not _HONOUR.match(scan.plain, m.end()):
            value = _MEDALS[m.group("metal")]
            start = next(m.start(g) for g in ("medal", "medalled", "apposed", "given") if m.group(g))
            yield Candidate(start, m.end(), value, value, "medal", named=False)


_METAL = lazy(
    r"\b(?:(?:decroch|remport|conqu|rafl|arrach|pris|pren|ramen|offr)\w*|(?:d'|l')(?:or|"
    r"argent)\s[^.;\n]{1,40}\b(?:et|puis))\s+(?P<metal>l'or|l'argent|le\s+bronze)"
    r"(?=\s+(?:sur|au|aux|en|du|dans|a)\s|\s*[,.;)])"
)
_METALS = {"l'or": 1, "l'argent": 2}


def metals(scan: Scan) -> Iterator[Candidate]:
    """Find "décroche l'argent sur 200 m"."""
    if not any(metal in scan.doc.places for metal in ("or", "argent", "bronze")):
        return
    for m in _METAL.finditer(scan.plain):
        value = _METALS.get(m.group("metal"), 3)
        yield Candidate(m.start("metal"), m.end("metal"), value, value, "medal", named=False)


_CHAMPION = lazy(
    r"\b(?P<vice>vice-)?champion(?:ne)?s?\s+(?:d[eu']|olympique|regiona|nationa|academique|universitaire)"
)
_CROWNED = lazy(r"\btitre\s+de\s+$|\b(?:sacr|devien|deven|couronn|titr|est\b|sont\b)\w*\s+(?:\w+\s+)?$")
_FORMER = lazy(
    r"\b(?:(?:perd|ced|remet|defend|laiss|abandonn)\w*\s+(?:\w+\s+){1,2}titre\s+de|ancien(?:ne)?s?|ex|"
    r"double|triple|futur\w*|ex-)\s*-?$"
)


def champions(scan: Scan) -> Iterator[Candidate]:
    """Find "sacrée championne de France", "vice-champions d'Europe"; not "l'ancien champion du monde"."""
    for m in matches_at(_CHAMPION, scan.plain, starts_of(scan.plain, ("vice-champion", "champion"))):
        before = scan.before(m.start(), 40)
        if _FORMER.search(before) or not (m.group("vice") or _CROWNED.search(before)):
            continue
        value = 2 if m.group("vice") else 1
        hit = find_scope(scan.doc, m.start(), min(m.end() + 24, scan.bounds(m.start())[1]))
        end = hit.end if hit else m.start() + len(m.group().split()[0])
        yield Candidate(m.start(), end, value, value, "champion", named=False)


_LARGEST = lazy(
    r"\bl[ea]\s+plus\s+(?:grande?|grosse?|importante?|vaste|puissante?)\s+(?!nombre|partie|part\b)[a-z]"
)
_ONE_OF = lazy(r"\b(?:des|les|parmi|l'une?|deuxieme|second|troisieme|\de)\s*$")
# "avec la plus grande fermeté": how something is done.
_OF_MANNER = small_words("of_manner")
# "…, plus grand centre d'art du monde,": set beside a name.
_BESIDE = lazy(r"(?<=[\w»”)],\s)plus\s+(?:grande?|grosse?|importante?|vaste)\s+[a-z]")
_CLAUSE = lazy(r"\b(?:les?|par|qui|que|(?<!l')est|sont|a|ont)\s")


def _before_plus(scan: Scan) -> Iterator[int]:
    """Where the two letters before each "plus" begin: "le", "la"."""
    tokens, plain = scan.doc.tokens, scan.plain
    for i in scan.doc.places.get("plus", ()):
        at = tokens.start[i]
        while at and plain[at - 1].isspace():
            at -= 1
        if at > 1:
            yield at - 2


def largest(scan: Scan) -> Iterator[Candidate]:
    """Find "la plus grande collection au monde": a first place by size, where a scope says among whom."""
    places = list(_before_plus(scan))
    if not places:
        return
    beside = matches_at(
        _BESIDE, scan.plain, (scan.plain.find("p", at) for at in places if scan.plain[at + 1] == ",")
    )
    for m in (*matches_at(_LARGEST, scan.plain, places), *beside):
        noun = scan.doc.tokens.plain[scan.doc.tokens.at(m.end() - 1)]
        if noun in _OF_MANNER or _ONE_OF.search(scan.before(m.start(), 20)):
            continue
        zone = re.match(r"[^.,;:()!?\n]{0,70}", scan.plain[m.end() : scan.bounds(m.start())[1]])
        stop = m.end() + (zone.end() if zone else 0)
        hit = find_scope(scan.doc, m.end(), stop)
        between = scan.plain[m.end() : hit.start] if hit else ""
        if hit and not _CLAUSE.search(between) and re.search(r"\b(?:d'|de|du|en|au|des|la)\s*$|\s$", between):
            yield Candidate(m.start(), hit.end, 1, 1, "largest", named=False)


_BEST_WORD = lazy(
    r"\bmeilleure?\s+(?:(?:jeune|petite?|grande?|moyenne?|nouvel|nouvelle)\s+)?(?P<noun>[a-z-]+)"
)
_BEST_LEAD = lazy(
    r"(?:\b(?:est|devient|reste|sont|elue?|designee?|nommee?|sacree?|reconnue?|distinguee?|consacree?|"
    r"comme)\s+(?:l[ae]\s+)?"
    r"|^\W*(?:l[ae]\s+)?|[,:(–—]\s+(?:l[ae]\s+)?)$"
)
_NOT_BEST = lazy(r"\b(?:des|les|une?|du|son|sa|de\s+l[ae])\s+$")
_RESULTS = frozenset(
    {"score", "resultat", "performance", "note", "moyenne", "progression", "croissance", "hausse", "station"}
)


def bests(scan: Scan) -> Iterator[Candidate]:
    """Find "élue meilleure université de France": a first place, where a scope says among whom."""
    nouns = _RANKABLE_NOUNS
    for m in _BEST_WORD.finditer(scan.plain) if "meilleur" in scan.plain else ():
        before = scan.before(m.start(), 30)
        lead = _BEST_LEAD.search(before)
        noun = m.group("noun")
        if lead is None or noun not in nouns or noun in _RESULTS or _NOT_BEST.search(before):
            continue
        end = scan.bounds(m.start())[1]
        zone = ZONE_END.search(scan.plain, m.end(), end)
        hit = find_scope(scan.doc, m.end(), min(zone.start() if zone else end, m.end() + 60))
        if hit:
            article = re.search(r"\bl[ae]\s+$", before)
            start = m.start() - len(article.group() if article else "")
            yield Candidate(start, m.end(), 1, 1, "best", noun=noun, named=True)
