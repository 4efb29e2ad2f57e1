"""The article's own date, as its dateline, its "Publié le …" or its embargo states it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from communique.document import Document, plain_shadow, starts_of
from communique.extractors.dates.calendar import MAX_YEAR, When
from communique.extractors.dates.vocabulary import MONTHS, SHORT_MONTHS, WEEKDAYS
from communique.records import Section
from communique.segment.opening import is_place

# What stands after a dateline's date: a dash, a bracket, a time; not the words of the sentence it opens.
_GOES_ON = re.compile(r"\s*(?:,?\s?(?:a\s)?\d{1,2}\s?[h:]|[–—|:·()/.\n-]|\Z)|,?\s*\n")
_CUT = re.compile(r"\s{3,}|[|–—] ")
_HEAD, _TAIL = 1500, 400
_AT_START = 150


@cache
def _day() -> str:
    months = "|".join(sorted(MONTHS, key=len, reverse=True))
    weekdays = "|".join(WEEKDAYS)
    return (
        rf"(?:(?:{weekdays}|(?:lun|mar|mer|jeu|ven|sam|dim)\.?),?\s)?(?:le\s)?(?:"
        rf"(?P<d>\d{{1,2}})(?:er)?\s(?P<month>{months})\.?,?\s(?P<y>\d{{4}})"
        r"|(?P<d2>\d{1,2})(?P<sep>[./-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4}|\d\d)(?!\d)"
        r"|(?P<y3>\d{4})(?P<sep3>[-./])(?P<m3>\d\d)(?P=sep3)(?P<d3>\d\d)(?!\d))"
    )


@cache
def _cued() -> re.Pattern[str]:
    """Match "Publié le 3 mai 2024", "Communiqué du 3 mai 2024"."""
    return re.compile(
        r"\b(?:publiee?|mise? en ligne|parue?|diffusee?|postee?|date de (?:publication|parution)|date"
        r"|communique(?: de presse)?|actualite|article|version|edition)(?: publie)?(?: par [^\n\d]{2,50}?)?,?"
        r"\s?(?::|–|-|\|)?\s?(?:le|du|ce)?\s?(?::\s?)?" + _day()
    )


@cache
def _byline() -> re.Pattern[str]:
    """The line of an author: "Par Jeanne Roux, le 3 mai 2024"."""
    return re.compile(r"(?m:^)par [^\n\d.;:]{2,50}?,?\s" + _day() + r"\s*(?m:$)")


@cache
def _dateline() -> re.Pattern[str]:
    """The date of a line or paragraph that begins with a place: "Paris, le 3 mai 2024"."""
    return re.compile(r"(?P<place>[^\d\n.!?;]{0,70}?[\s,(–—|/-]|\W{0,6})(?:le\s)?" + _day())


@cache
def _later() -> re.Pattern[str]:
    """Match "Mis à jour le …", "Sous embargo jusqu'au …": only where nothing better is found."""
    return re.compile(r"\b(?:mise? a jour|modifiee?|actualisee?|embargo)\b[^\n\d]{0,40}?" + _day())


@cache
def _this() -> re.Pattern[str]:
    """Match "ce jeudi 27 mars 2025"."""
    return re.compile(r"\bce\s(?=[a-z])" + _day())


def published_date(doc: Document) -> str | None:
    """The article's own date as the text states it, in ISO form, or ``None``.

    >>> published_date(Document("Un titre\\n\\nPARIS, 12 mars 2025 (AFP) - Le texte."))
    '2025-03-12'
    """
    plain = doc.plain
    for low, high in _places(doc):
        found = _cued().search(plain, low, high) or _byline().search(plain, low, high)
        if found and (iso := _iso(found)):
            return iso
    for start, end in _openings(doc):
        found = _dateline().match(plain, start, min(end, start + _AT_START))
        if found is None or not _is_place(doc.text[start : start + len(found["place"])]):
            continue
        if (found.end() == end or _GOES_ON.match(plain, found.end())) and (iso := _iso(found)):
            return iso
    for s in doc.sections[
        :2
    ]:  # "Tunis, le 12 février 2025 - La start-up lève …": a title on the dateline's line
        found = (
            _dateline().match(plain, s.start, min(s.end, s.start + _AT_START)) if s.kind == "title" else None
        )
        if (
            found is None
            or found["place"].rstrip()[-1:] not in (",", "–", "—", "-")
            or not _GOES_ON.match(plain, found.end())
        ):
            continue
        if _is_place(doc.text[s.start : found.end("place")]) and (iso := _iso(found)):
            return iso
    for start, end in _openings(doc):  # "dévoilé ce jeudi 27 mars 2025"
        last = min(end, start + 3 * _AT_START)
        for at in starts_of(plain, ("ce",), start, last):
            found = _this().match(plain, at, last)
            if found:
                if iso := _iso(found):
                    return iso
                break
    for low, high in _places(doc):
        found = _later().search(plain, low, high)
        if found and (iso := _iso(found)):
            return iso
    return None


def _long_months() -> str:
    return "|".join(sorted((m for m in MONTHS if m not in SHORT_MONTHS), key=len, reverse=True))


@cache
def _monthly() -> re.Pattern[str]:
    """Match "Publié en juillet 2015", "Paru dans le numéro de juillet 2015"."""
    months = _long_months()
    return re.compile(
        r"\b(?:publiee?|parue?|diffusee?|mise? en ligne)\s(?:en|(?:dans )?[^\n\d.]{0,30}d[e'])\s?"
        rf"(?P<month>{months})\s(?P<y>(?:19|20)\d\d)\b"
    )


@cache
def _masthead() -> re.Pattern[str]:
    """The month at the end of a periodical's first lines: "La lettre de la ville – n° 118 – Juin 2025"."""
    months = _long_months()
    return re.compile(
        r"(?:\b(?:n°|nº|numero|no) ?\d"
        r"|\b(?:lettre|bulletin|newsletter|infolettre|gazette|magazine|journal|edition)\b)"
        rf"[^\n]{{0,80}}[\s(](?P<month>{months})\s(?P<y>(?:19|20)\d\d)\b\W*(?:\d+ ?/ ?\d+\s*)?\Z"
    )


def month_of_issue(doc: Document) -> date | None:
    """The last day of the month in which an article without a day says it was published.

    >>> month_of_issue(Document("Un titre\\n\\nPublié en juillet 2015\\n\\nLe texte."))
    datetime.date(2015, 7, 31)
    """
    for low, high in _places(doc):
        if found := _monthly().search(doc.plain, low, high):
            return _month_end(found)
    for s in doc.sections[:2]:
        if s.end - s.start < _AT_START and (found := _masthead().search(doc.plain, s.start, s.end)):
            return _month_end(found)
    return None


def _month_end(found: re.Match[str]) -> date:
    year, month = int(found["y"]), MONTHS[found["month"]]
    return date(year, month, monthrange(year, month)[1])


def _is_place(lead: str) -> bool:
    """Whether what stands before a date is a place or a label, not the words of a sentence."""
    lead = lead.lstrip("([").removesuffix(" le ").removesuffix(" LE ")
    if plain_shadow(lead).strip(" ,.") in WEEKDAYS:
        return True  # "jeudi 6 juin 2024"
    return is_place(lead, lead) or (len(lead) < 75 and lead.rstrip().endswith(("|", "–", "—", "-", "·")))


def _places(doc: Document) -> list[tuple[int, int]]:
    """Lines around the text where a date of publication may stand."""
    if not doc.sections:
        return [(0, min(len(doc.text), _HEAD))]
    low, high = _HEAD, len(doc.text) - _TAIL
    return [
        (s.start, min(s.end, s.start + _AT_START))
        for s in doc.sections
        if s.kind in ("dateline", "marker", "title", "standfirst", "heading", "paragraph")
        and (s.start < low or s.end > high)
        and (s.kind in ("dateline", "marker") or s.end - s.start < _AT_START)
    ]


def _openings(doc: Document) -> list[tuple[int, int]]:
    """Datelines first, then what the first paragraphs begin with, then a dateline at the end of a letter."""
    if not doc.sections:
        return [line.span() for line in re.finditer(r"\S[^\n]*", doc.plain[:_HEAD])]
    datelines = [part for s in doc.sections if s.kind == "dateline" for part in _parts(doc, s)]
    if datelines:
        return datelines
    bodies = [(s.start, s.end) for s in doc.sections if s.kind in ("standfirst", "paragraph", "heading")]
    markers = [part for s in doc.sections[:6] if s.kind == "marker" for part in _parts(doc, s)]
    return bodies[:3] + markers


def _parts(doc: Document, section: Section) -> list[tuple[int, int]]:
    """A line, and what follows each dash, bar or wide blank in it."""
    cuts = _CUT.finditer(doc.plain, section.start, section.end)
    return [(start, section.end) for start in (section.start, *(cut.end() for cut in cuts))]


def _iso(found: re.Match[str]) -> str | None:
    if found["d"]:
        when = When(int(found["y"]), MONTHS[found["month"]], int(found["d"]))
    elif found["d2"]:
        year = int(found["y2"])
        when = When(2000 + year if year < 60 else year, int(found["m2"]), int(found["d2"]))
    else:
        when = When(int(found["y3"]), int(found["m3"]), int(found["d3"]))
    return when.iso if when.possible and 1900 <= (when.year or 0) <= MAX_YEAR else None
