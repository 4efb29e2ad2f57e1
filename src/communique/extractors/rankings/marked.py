"""Names of rankings that are titles between quotation marks: « One Hundred Ports », « Top 400 »."""

from __future__ import annotations

from communique.document import Document, matches_at, starts_of
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.titles import IN_MARKS

_EDITION_OF = lazy(
    r"\b(?:edition|classement|liste|millesime|palmares|comparatif|benchmark|barometre|hit-parade)\s+(?:(?:19|20)\d\d\s+)?(?:du|de\sla|des|de\sl')?\s?$"
)
# "au classement annuel de Jeune Afrique, « Les 200 premières banques »"
_LIST_IS = lazy(
    r"\b(?:classement|palmares|liste|barometre|enquete)\s[^.;:«»\n]{2,60},\s(?:intitulee?\s)?$|\bintitulee?\s$"
)
_MANY = lazy(r"(?:[Ll]es\s)?\d{2,4}\s\w|Top\s|Les\s\w")
_TOP_OF = lazy(
    r"(?:Le\s)?Top\s?\d{1,4}\s(?:d[eu]s?\s|de\sla\s|de\sl[’']|d[’'])\s?\w"
)  # « Top 200 de l'édition »
_TOP_ALONE, _OWN = lazy(r"Top\s?\d{2,4}"), lazy(r"\b(?:son|leur|ce|l[ea]|au|du)\s?$")
# "au 17e rang des « Meilleurs employeurs de Suisse romande 2024 »": a rank of it, with its year or its number
_RANK_OF = lazy(
    r"(?:\d(?:er|re|e|eme)s?|ieme|premiere?|place|rang|position|podium|tete)\s(?:du|des|au|aux|de\sla|dans\sl[ea]s?)\s?$"
)
_NUMBERED = lazy(r"[^«»“”]*(?:(?<!\d)(?:19|20)\d\d(?!\d)|\b\d{2,4}\b)")
# « Les petits géants », liste établie par le magazine Bilan
_IS_LIST = lazy(
    r",?\s(?:une?\s|l[ea]\s)?(?:liste|classement|palmares|barometre|hit-parade)\s"
    r"(?:etabli|publi|realis|dress|elabor|annuel|mondial|national|europeen|d[eu]s?\b|qu)"
)


def in_marks(doc: Document) -> list[tuple[int, int]]:
    """A title in marks that its words, or those beside it, make the name of a list.

    >>> doc = Document("Après « Bilan », elle est au 17e rang des « Meilleurs employeurs 2024 ».")
    >>> [doc.text[slice(*s)] for s in in_marks(doc)]
    ['Meilleurs employeurs 2024']
    >>> in_marks(Document("Le palmarès « Top 100  » est paru."))
    [(14, 21)]
    """
    opening = starts_of(doc.text, ("«", "“"))
    return [
        (m.start("name"), m.start("name") + len(m["name"].rstrip()))
        for m in matches_at(IN_MARKS, doc.text, opening)
        if _is_list(doc, *m.span("name"), m.start())
    ]


def _is_list(doc: Document, start: int, end: int, mark: int) -> bool:
    """Whether a title, whose opening mark stands at ``mark``, is the name of a list."""
    text, plain = doc.text, doc.plain
    near, far = max(0, mark - 35), max(0, mark - 90)
    if _EDITION_OF.search(plain, near, mark) or _TOP_OF.match(text, start, end):
        return True
    if _MANY.match(text, start, end) and _LIST_IS.search(plain, far, mark):
        return True
    if _TOP_ALONE.fullmatch(text, start, end):
        return _OWN.search(plain, near, mark) is not None
    if _NUMBERED.match(text, start, end) and _RANK_OF.search(plain, near, mark):
        return True
    return _IS_LIST.match(plain, end + 2 if text[end : end + 1].isspace() else end + 1) is not None
