"""Ordinals that nothing but the article makes ranks: where it tells several positions, a bare one is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.extractors.rankings.bare import CITY, known_before
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.listed import is_minute
from communique.extractors.rankings.ordinals import EXAEQUO, TO_DO, placing_before
from communique.extractors.rankings.patterns import lazy, left_of, small_words
from communique.lexicon import words
from communique.numbers import Number

_DETERMINERS = small_words("before_ordinal")
_BY_NATURE = small_words("first_by_nature")
_TIMELY = words(__package__, "timely.txt")
_MANY = 3

# What may follow a rank that stands alone: a pause, or a preposition that says of whom, where, for what.
_ALONE_AFTER = lazy(
    r"\s*(?:[.,;:!?»”)(\n]|$|[–—])|\s+(?:derriere|devant|pour|en|au|aux|a|sur|chez|dans|parmi|malgre|quant|par|apres|"
    r"contre|avec|toutes?|tous|aussi|ici|la|seulement|encore|et|mais|puis|quand|ex|selon|"
    r"l'an|l'annee|a\s+l')(?!\w)"
)
_NO_RANK_AFTER = lazy(
    r"\s+(?:(?:a|au|en|pour|dans|et|par|sur|avec|aux)\s+(?:l[ae]s?\s+|l'|son\s+|sa\s+|ses\s+)?(?:fois|suite|janvier|fevrier|"
    r"mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lieu|temps|derniere?s?|effet|"
    r"abord|jours?|suivant|seconde?|deuxieme|date|avoir|vue|acte|partir)\b|a\s+[a-z'-]+(?:er|ir|re|oir)\b)"
)
_ENDS_OR_TURNS = lazy(
    r"\s*(?:[.,;:!?»”)\n]|$)|\s+(?:sur\s+\d|pour|en|chez|derriere|devant|parmi|et\s+l[ae]s?)\b"
)
# "Suez ne décolle pas de la 52e", "la Tunisie à la 21e", "vient au 9e".
_PLACE_ARTICLE = lazy(r"(?:\b(?:a|sur|de|que)\s+la|\bqu'?\s?(?:a\s+la|au)|\bau)\s+$")
_LISTED_POINT = lazy(r"\s?,\s(?:l[ae]s?\s|l'|une?\s|des\s)")
_ON_FLOOR = lazy(r"\b(?:est|sont|etait|situee?s?|installee?s?|loge\w*|habit\w*|mont\w*)\s+au\s+$")
_FEW_WORDS = lazy(r"\b(?:en\s+(?:tout\s+)?|numero\s+|des\s+l[ae]\s+|de\s+|du\s+)$")
# "première des Françaises", "le deuxième de la façade atlantique": of a people, a place, those of a kind.
_OF_WHOM = lazy(
    r"\s+(?:des\s+(?!deux\b|trois\b|quatre\b|cinq\b)(?P<many>[\w'-]+s)\b|(?:de\s+la|du)\s+(?P<one>[a-z][\w'-]+)|"
    r"de\s+l'(?P<elided>[\w-]+)|du\s+\d[\d\s]{0,7}(?:m|km|metres|kilometres)\b)"
)
_CONTESTS = frozenset({"championnat", "championnats", "concours", "coupe", "tournoi", "division"})
_SET_APART = lazy(r"(?:[,:;(«“–—]\s*|^\W*|\b(?:et|puis|mais)\s+(?:donc\s+|meme\s+)?|\bmeme\s+)(?:l[ae]\s+)?$")
_ARTICLE = lazy(r"\bl[ae]\s+$")
_GOVERNED = lazy(r"(?:,|\b(?:par|de|avec|pour|dans|chez|sur|vers|a))\s+l[ae]\s+$")
_GOES_ON = lazy(r"\b(?:mais|et)\s+l[ae]\s+$")
_BY_WHAT = lazy(r"\s+(?:pour|par)\s+(?:l[ae]s?\s|l'|son\s|sa\s|ses\s)")
_PAUSE = lazy(r"\s*(?:[.,;:!?»”)\n]|$)")
_ITS_PLACE = lazy(
    r"\s*(?:[.;,»”)\n]|$)|\s+(?:pour\s+l|par\s+l|en\s+(?:term|mat|[a-z]+$)|au\s+(?:pays|monde|classement|niveau|plan)|dans\s+l|"
    r"derriere|devant)"
)


def told_apart(scan: Scan, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find "la Norvège, première.", "Et le Morbihan ? Onzième.", "première des métropoles".

    >>> from communique.document import Document
    >>> doc = Document("Rennes est 3e. Pau est 8e. Brest est 9e. Et Vannes ? Onzième.")
    >>> kept = [Candidate(m, m + 2, 3, 3, "placed") for m in (11, 23, 37)]
    >>> [(c.low, c.rule) for c in told_apart(Scan(doc), kept)][-1]
    (11, 'told apart')
    """
    if len(kept) < _MANY:
        return
    ends = sorted((c.start, c.end) for c in kept)
    for n in scan.ordinals:
        i = bisect_right(ends, (n.start, len(scan.plain))) - 1
        if (i >= 0 and n.start < ends[i][1]) or scan.plain[n.end : n.end + 1] in {"-", "'"}:
            continue
        before = scan.before(n.start, 60)
        if (
            _of_whom(scan, n, before)
            or _held(scan, n, before)
            or _alone(scan, n, before)
            or _at_place(scan, n, before)
        ):
            ex = EXAEQUO.match(scan.plain, n.end)
            start = n.start - left_of(before)
            yield Candidate(start, ex.end() if ex else n.end, int(n.value), int(n.value), "told apart")


def _alone(scan: Scan, n: Number, before: str) -> bool:
    """Whether an ordinal without article or noun stands at a pause or before what it is a rank of."""
    word = scan.token_before(n.start)
    if _FEW_WORDS.search(before) or word in _DETERMINERS or (n.form == "digits" and CITY.search(before)):
        return False
    if n.value == 1 and word in _BY_NATURE:
        return False
    if word in {":", ";"} and n.form == "words" and _LISTED_POINT.match(scan.plain, n.end):
        return False  # "trois axes : premier, la qualité ; deuxième, l'accueil"
    if scan.plain[n.end - 1] == "s" and any(c.end == n.start - 1 for c in _cardinals_before(scan, n)):
        return False  # "le cercle des dix premiers"
    return (
        _ALONE_AFTER.match(scan.plain, n.end) is not None
        and _NO_RANK_AFTER.match(scan.plain, n.end) is None
        and (TO_DO.match(scan.after(n.end, 30).lstrip()) is None)
        and not is_minute(scan, n)
    )


def _cardinals_before(scan: Scan, n: Number) -> Iterator[Number]:
    return scan.following(scan.cardinals, max(0, n.start - 30), n.start)


def _at_place(scan: Scan, n: Number, before: str) -> bool:
    """Whether a rank in figures has the article of "place" or "rang": "ne vient qu'au 9e"."""
    return (
        n.form == "digits"
        and _PLACE_ARTICLE.search(before) is not None
        and _ON_FLOOR.search(before) is None
        and _ENDS_OR_TURNS.match(scan.plain, n.end) is not None
        and _NO_RANK_AFTER.match(scan.plain, n.end) is None
    )


def _held(scan: Scan, n: Number, before: str) -> bool:
    """Whether "la sixième" is what somebody is or keeps: "n'est que la sixième"."""
    article = _ARTICLE.search(before)
    pair = n.form == "words" and n.value < 3 and scan.plain[n.start] in "ps"  # "la première …, la seconde"
    return (
        article is not None
        and _GOVERNED.search(before) is None
        and not (pair and _PAUSE.match(scan.plain, n.end))
        and _ITS_PLACE.match(scan.plain, n.end) is not None
        and _NO_RANK_AFTER.match(scan.plain, n.end) is None
        and (
            placing_before(scan, scan.doc.tokens.start[scan.doc.tokens.at(n.start) - 1], 3)
            or (_GOES_ON.search(before) is not None and _BY_WHAT.match(scan.plain, n.end) is not None)
        )
        and TO_DO.search(scan.after(n.end, 60)) is None
    )


def _of_whom(scan: Scan, n: Number, before: str) -> bool:
    """Whether the ordinal says of whom it is a rank, after a verb that places or a pause."""
    m = _OF_WHOM.match(scan.plain, n.end)
    if m is None or not (
        _SET_APART.search(before) or placing_before(scan, n.start, 3) or known_before(scan, n.start)
    ):
        return False
    if (
        n.value == 1
        and n.form == "words"
        and _ARTICLE.search(before)
        and not placing_before(scan, n.start, 3)
    ):
        return False  # "La première de la pièce aura lieu mardi"
    word = m.group(m.lastgroup) if m.lastgroup else ""
    if word in _CONTESTS:
        return True
    if word in _TIMELY or word.rstrip("s") in _TIMELY or word.isdigit():
        return False
    return TO_DO.search(scan.after(n.end, 60)) is None
