"""First and last told by a word, in an article of several positions: "intouchable en tête", "la dernière"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.document import matches_at, starts_of
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.ordinals import placing_before
from communique.extractors.rankings.patterns import RANK_NOUN, lazy, rankable_nouns, small_words
from communique.extractors.rankings.scope import find_scope

_RANKABLE = rankable_nouns()
_QUALITIES = small_words("measured_qualities")
_OF_PLACE = lazy(r"\s(?:d[eu]\s|de\sl[a']\s?|d'|en\s|au\s|dans\s(?:l[ae]\s|l'))")
_ONE_OF = lazy(r"\b(?:des|les|parmi|l'une?|deuxieme|second|seconde|troisieme|[a-z]+ieme|\de)\s+$")
_ARTICLE = lazy(r"\b(?:l[ae]\s+|l')$")
_MANY = 3
_WORDS = ("en tete", "la tete", "au sommet", "dernier", "tout en bas")
_AT_END = lazy(r"en\s+tete\b|la\s+tete\b|au\s+sommet\b|derni(?:er|ere)s?\b|tout\s+en\s+bas\b")
_PAUSE = lazy(r"\s*(?:[.,;:!?»”)\n]|$)")
# Among whom, where, or before whom somebody leads.
_AMONG = lazy(
    r"\s*(?:[.,;:!?»”)\n]|$)|\s+(?:chez|devant|dans\s+l[ae]\s+(?:categorie|tranche|classe|poule|serie|segment|branche)|"
    r"parmi|suivie?s?|avec\s+[\w ]{1,20}\s(?:points?|secondes?|d'avance|des\s+voix)|"
    r"pour\s+(?:l[ae']|son|sa|la|ce)|sur\s+(?:l[ae']|ce)|"
    r"en\s+[a-z-]+|et|mais|cette\s+annee|quant|depuis)\b"
)
_OF_ORDER = lazy(
    r"\s+(?:d[eu]\s+|de\s+l[ae]\s*|de\s+ce\s+|de\s+cette\s+|des\s+)(?:[a-z]+\s+)?(?:classement|palmares|tableau|categorie|liste|hierarchie|ecoles|"
    r"universites|hopitaux|entreprises|villes|etablissements|equipes|clubs|concours|championnat|poule|ligue|barometre|derniere?)\b"
)
_IN_MIND = lazy(
    r"\b(?:avoir|gard\w+|ont|avait|ayant|ayons|mett\w+|trott\w+|idees?|chiffres?|images?|objectif|question|chanson)"
    r"\s+(?:(?:toujours|bien|deja|encore|tous|toutes|surtout|aussi|sans\s+cesse)\s+)?$"
)
_HOLDS_HEAD = lazy(
    r"\b(?:rafl|conserv|(?:re)?pren|(?:re)?pri[st]|gard|retrouv|occup|detien|partag|tien|confort|ravi|souffl|decroch|arrach|gagn)\w*"
    r"\s+(?:(?:meme|ainsi|donc|toujours|desormais|encore|seule?s?|cette\s+fois|toutefois|ensemble|seulement|provisoirement)\s+){0,2}$"
)
_BODY = lazy(
    r"\s+(?:de\s+l'|du\s|de\s+la\s|des\s|d'|haute|froide|baissee|la\s+premiere|contre|dans|hors|sous|sur)"
)
_TOP_OF = lazy(
    r"(?:^\W*|[,;:(–—]\s*|\b(?:inamovible|indetronable|intouchable|indeboulonnable|incontestee?|toujours|encore|seule?s?|met|place|"
    r"porte|hisse|propulse|trone|siege|campe|figure|arrive|caracole|est|reste|demeure|installe)\s+|"
    r"\b(?:met|place|classe|hisse|porte|propulse)\s[^.;:,()]{2,40}\s)$"
)
_TIME = lazy(
    r"\b(?:l'|ces|les|ce|cette|an|ans|annees?|mois|semaine|ete|hiver|automne|printemps|week-end|siecle|trimestre|semestre|"
    r"[a-z]+di|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|edition|rentree|"
    r"saison|session|fois|vague|campagne|decennie|exercice|ne|nee|petit|petite|tout|toute)\s*$"
)
_OF_THEM = lazy(
    r"\s+(?:des|de\s+la\s+(?:liste|classe|categorie|poule)|du\s+(?:classement|palmares|lot|tableau|groupe))\b(?!\s+(?:annees|mois))"
)


def told_ends(scan: Scan, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find "Woods Hole fait la course en tête", "rafle la tête", "la Guinée dernière", "tout en bas".

    >>> from communique.document import Document
    >>> doc = Document("Rennes est 3e. Pau est 8e. Brest est 9e. Dax arrive tout en bas.")
    >>> kept = [Candidate(m, m + 2, 3, 3, "placed") for m in (11, 23, 37)]
    >>> [(c.low, doc.text[c.start : c.end]) for c in told_ends(Scan(doc), kept)]
    [(None, 'tout en bas')]
    """
    if len(kept) < _MANY:
        return
    yield from _most(scan)
    for m in matches_at(_AT_END, scan.plain, starts_of(scan.plain, _WORDS)):
        word, before = m.group(), scan.before(m.start(), 60)
        if word.startswith("tout"):
            if placing_before(scan, m.start(), 1):
                yield Candidate(m.start(), m.end(), None, None, "last")
        elif word.startswith("d"):
            if start := _last(scan, m, before):
                yield Candidate(start, m.end(), None, None, "last")
        elif _leads(scan, m, before):
            yield Candidate(m.start(), m.end(), 1, 1, "lead")


def _most(scan: Scan) -> Iterator[Candidate]:
    """Find "l'hôpital le mieux noté du Bénin": first by what rankings measure, in a place."""
    tokens, plain = scan.doc.tokens, scan.plain
    for i in sorted({*scan.doc.places.get("plus", ()), *scan.doc.places.get("mieux", ())}):
        if i < 2 or tokens.plain[i - 1] not in {"le", "la"} or i + 1 >= len(tokens):
            continue
        quality = tokens.plain[i + 1]
        if quality not in _QUALITIES and quality[:-1] not in _QUALITIES:
            continue
        k = next((k for k in (i - 2, i - 3, i - 4) if k >= 0 and tokens.plain[k] in _RANKABLE), None)
        hit = find_scope(
            scan.doc, tokens.end[i + 1], min(tokens.end[i + 1] + 26, scan.bounds(tokens.start[i])[1])
        )
        if k is None or hit is None or not _OF_PLACE.fullmatch(plain, tokens.end[i + 1], hit.start):
            continue
        before = scan.before(tokens.start[k], 30)
        if _ONE_OF.search(before) is None:
            article = _ARTICLE.search(before)
            start = tokens.start[k] - (len(article.group()) if article else 0)
            yield Candidate(start, hit.end, 1, 1, "most", noun=None)


def _leads(scan: Scan, m: re.Match[str], before: str) -> bool:
    """Whether "en tête", "la tête" or "au sommet" is said of an order."""
    among = _AMONG.match(scan.plain, m.end()) or _OF_ORDER.match(scan.plain, m.end())
    if not among:
        return False
    if m.group().startswith("en"):
        return _IN_MIND.search(before) is None
    if m.group().startswith("la"):
        return _HOLDS_HEAD.search(before) is not None and (
            _BODY.match(scan.plain, m.end()) is None or _OF_ORDER.match(scan.plain, m.end()) is not None
        )
    return _TOP_OF.search(before) is not None


def _last(scan: Scan, m: re.Match[str], before: str) -> int:
    """Where "dernier" begins as a position ("et Orange la dernière", "Dernier des 164 tribunaux"), or 0."""
    article = re.search(r"\bl[ae]\s+$", before)
    rest = before[: article.start()] if article else before
    pause = _PAUSE.match(scan.plain, m.end()) is not None
    start = m.start() - (len(article.group()) if article else 0)
    if _TIME.search(rest):
        return 0
    if article:
        told = re.search(rf"\b{RANK_NOUN}\b[^.;]{{0,60}}$", rest) is not None
        return start if told and pause and not re.search(r"\b(?:a|de|depuis|sur|pour|dans)\s+$", rest) else 0
    if _OF_THEM.match(scan.plain, m.end()):
        return start if re.search(r"(?:^\W*|[,;:(–—]\s*)$", rest) else 0
    named = re.search(
        r"[A-ZÀ-Þ][\w'’-]+(?:\s+[a-zà-ÿ]+)?\s*,?\s+$", scan.doc.text[max(0, m.start() - 40) : m.start()]
    )
    return start if pause and (named is not None or re.search(r"[:;]\s*$", rest)) else 0
