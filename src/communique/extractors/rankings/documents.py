"""Names that open with the noun of what is published: "Atlas des temps d'accès", "guide Décideurs 2025"."""

from __future__ import annotations

from communique.document import Document
from communique.extractors.rankings.complements import complement
from communique.extractors.rankings.patterns import lazy
from communique.lexicon import words

# "place la Vézonne au 94e rang", "le propulse au 9e rang": what a ranking does to those that it ranks
_PLACES = lazy(
    r"[^.;:]{0,110}?\b(?:plac|situ|class|positionn|propuls|hiss|rang|credit|relegu|install|mainti|met|donn)"
    r"(?:e|ent|ait|ien[nt]{1,3}|tent)?\s(?=[^.;]{0,80}?(?:\b\d{1,4}(?:er|re|e|eme)s?\b|[a-z]ieme\b|premi(?:er|ere)\b|\btop\b|"
    r"\ben\stete\b|\bparmi\b|\bpodium\b))"
)
# "Les résultats de la", "publie son", "a dévoilé la 3e édition de l'"
_ISSUES = lazy(
    r"\b(?:resultats?|prix|laureats?|ceremonie|edition|parution|verdict|livraison|millesime|publication)\s(?:(?:19|20)\d\d\s)?(?:du|des|de\sla|de\sl'|"
    r"de\s(?:son|sa))\s?$|"
    r"\b(?:publi|devoil|present|diffus|sort|livr|rend|lanc|paraitre|dress|etabli)\w*\s(?:[\w']+\s){0,4}?(?:son|sa|leur|l[ae]|un|une)\s$|"
    r"\b(?:publi|devoil|present|diffus|livr)\w*\s(?:[\w']+\s){0,4}?l'$"
)
_IN = lazy(r"\b(?:dans|selon|d'apres|au|du|par|de|a)\s(?:l[ae]\s|l'|son\s|sa\s)?$")
_RANK = lazy(
    r"\b\d{1,4}(?:er|re|e|eme)s?\b(?!\s(?:edition|fois|annee|siecle|vague))|\b[a-z]{4,}iemes?\b|\b(?:rang|place|podium|tete|top\s\d)\b"
)


def documents(doc: Document) -> list[tuple[int, int]]:
    """What is published to rank, by a name that its noun opens, where a position or its issue is told.

    >>> doc = Document("L’Atlas des temps d’accès place le département au 94e rang. Un guide est paru.")
    >>> [doc.text[slice(*s)] for s in documents(doc)]
    ['Atlas des temps d’accès']
    """
    out, tokens = [], doc.tokens
    places, nouns = doc.places, words(__package__, "document_nouns.txt")
    for i in sorted(at for noun in nouns if noun in places for at in places[noun]):
        capital = tokens.text[i][0].isupper()
        following = tokens.text[i + 1 : i + 2]
        if tokens.plain[i] == "liste":
            if not _LIST_OF.match(doc.plain, tokens.start[i]):
                continue
        elif not capital and not (following and (following[0][0].isupper() or tokens.plain[i] in _INDEXES)):
            continue
        before = tokens.text[i - 1 : i]
        if before and before[0][0].isupper() and tokens.plain[i - 1] not in _ARTICLES:
            continue  # "Global Innovation Index": the title of another
        span = complement(doc, i)
        if span is None:
            continue
        start, end = span
        if maker := _MAKER.match(doc.text, start, end):
            end = maker.end("own")
        indexed = tokens.plain[i] in _INDEXES and not capital and not following[0][0].isupper()
        if indexed and len(_CAPITALS.findall(doc.text, start, end)) != 1:
            continue
        if _is_told(doc, start, end, capital):
            out.append((start, end))
    return out


_LIST_OF = lazy(
    r"liste\sdes\s(?:(?:\d+\s)?(?:meilleure?s|premi(?:er|ere)s|plus|principa(?:ux|les)|mieux)|\d+)\s"
)
_CAPITALS = lazy(r"\b[A-ZÀ-Þ]")
_INDEXES = frozenset({"indice", "index"})
_ARTICLES = frozenset({"le", "la", "les", "l'", "un", "une", "son", "sa", "du", "au", "dans", "selon"})
# "Atlas des temps d'accès | de la Fédération": who makes it is no part of a name in everyday words
_MAKER = lazy(
    r"(?P<own>\w+\s(?:des?\s|du\s|de\sla\s|de\sl[’']|d[’'])\s?[^A-ZÀ-Þ]{4,80}?)\s(?:de\s(?:la\s|l[’'])?|du\s|des\s|d[’'])[A-ZÀ-Þ]"
)


def _is_told(doc: Document, start: int, end: int, capital: bool) -> bool:
    """Whether the sentence says that what is named ranks, or that it was published."""
    before = max(0, start - 60)
    if capital and _ISSUES.search(doc.plain, before, start):
        return True
    if doc.plain.startswith("podium", start):
        return False  # where one stands, mostly
    if _PLACES.match(doc.plain, end):
        return not doc.plain.startswith("observatoire", start)
    sentence = doc.sentence_at(start)
    if sentence is None or not _IN.search(doc.plain, before, start):
        return False
    left, right = max(sentence.start, start - 160), min(sentence.end, end + 160)
    return _RANK.search(doc.plain, end, right) is not None or _RANK.search(doc.plain, left, start) is not None
