"""Spans that may name a ranking: runs of capitals, titles in quotation marks, what a list's noun opens.

"FrenchWeb 500", « Private Banking Rating », "Trophées de la gastronomie marocaine", "Village préféré 2025".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from communique.document import Document, line_start, matches_at, plain_shadow, starts_of
from communique.extractors.rankings.patterns import YEAR, lazy, placing_verbs, small_words
from communique.lexicon import words

_CAP = r"(?:[A-ZÀ-Þ][\w&$+’'.-]*[\w$+]|[A-ZÀ-Þ]\b)’?"
# "FrenchWeb 500", "Universum France 2025", "Travellers’ Choice 2024", "ChangeNOW / Les Echos START"
_RUN = lazy(
    r"[A-ZÀ-Þ\d](?<![\w’'-][A-ZÀ-Þ\d])"
    r"(?:(?<=\d)\d{1,3}(?=\s[A-ZÀ-Þ])|(?<=\D)(?:[\w&$+’'.-]*[\w$+]’?|\b))"
    rf"(?:(?:\s|\s/\s|\s&\s|\s(?:of|the|for|in|and|by|to|de|du|des|d[’']|de\sla)\s?|\s?:\s(?=\d{{2,4}}\b))"
    rf"(?:{_CAP}|\d{{2,4}}(?:-\d{{2,4}})?(?![\w%]))){{0,8}}"
)
# "Podium 2026 de la relation client": what follows a run of capitals
_TAIL = frozenset({"de", "du", "des", "d'"})
# "Au Podium 2026", "Selon Universum France 2025": the word that opens the sentence is no part of the name
_OPENING = lazy(
    r"(?:Au|Aux|Dans|Selon|Du|Des|Pour|En|Sur|Avec|Par|Chez|Source|Et|Mais|Ce|Cette|Notre|L[’']édition)\s"
)
_CAPITAL = lazy(r"[A-ZÀ-Þ]|\d{2,4}\s[A-ZÀ-Þ]")
_EDITION = lazy(r"[LD][’']édition\b")
_QUOTED = lazy(
    r"[«“]\s?(?P<title>[A-ZÀ-Þ\d][^«»“”\"\n.;!]{2,78}?)\s?[»”]|\"(?P<plain>[A-ZÀ-Þ\d][^«»“”\"\n.;!]{2,78})\""
)
# "Village préféré des Français 2025": a capital, everyday words and a year
_TO_YEAR = lazy(r"[A-ZÀ-Þ][\w’'-]+(?:\s[\wÀ-ÿ’'/&-]+){0,5}\s$")
_LONGEST, _WORDS = 90, 12
_LINKS = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "les",
        "l'",
        "a",
        "au",
        "aux",
        "et",
        "en",
        "&",
        "/",
        "of",
        "the",
        "for",
        "in",
        "plus",
        "mieux",
    }
)
_BEGIN = frozenset({"de", "du", "des", "d'", "a", "et"})  # where a name may end before
_AFTER_LINK = frozenset({"la", "le", "les", "l'", "ce", "cette", "ces", "son", "sa", "ses"})


def spans(
    doc: Document, names: Sequence[tuple[int, int]], within: Sequence[tuple[int, int]] | None = None
) -> list[tuple[int, int]]:
    """The spans, in order, none of them inside one of ``names``; ``within`` some stretches of the text.

    >>> doc = Document("Au « Private Banking Rating », la banque est 3e.")
    >>> [doc.text[s:e] for s, e in spans(doc, [])]
    ['Private Banking Rating']
    """
    taken = [s for s, _ in names]

    def free(start: int, end: int) -> bool:
        i = bisect_left(taken, end) - 1
        return i < 0 or names[i][1] <= start or (start <= names[i][0] and names[i][1] < end)

    found = set[tuple[int, int]]()
    for stretch in ((0, len(doc.text)),) if within is None else within:
        for find in (_runs, _quoted, _opened, _dated):
            found.update(find(doc, *stretch))
    found.update((start, end) for s, e in names for start, end in _longer(doc, s, e))
    return sorted((s, e) for s, e in found if 4 <= e - s <= _LONGEST and free(s, e) and _may_name(doc, s, e))


def _may_name(doc: Document, start: int, end: int) -> bool:
    """Whether a span stands in one line and does not open with "En", "Par": "En 2013" names nothing."""
    opening = doc.plain[start:end].split(None, 1)[0]
    if "\n" in doc.text[start:end] or opening in small_words("prepositions"):
        return False
    return _YEARLY_PAPER.fullmatch(doc.text, start, end) is None and not _BAND.match(doc.plain, start)


# "DANS LE TOP 100 MONDIAL DES JEUNES UNIVERSITÉS": a band and its scope
_BAND = lazy(
    r"top\s\d{1,4}\s(?:mondial|europeen|national|regional|francais|belge|suisse|african|africain|canadien)"
)
# "a publié son bilan 2024": a paper of every year, no name
_YEARLY_PAPER = lazy(r"(?:bilan|rapport|relevé|étude|enquête|sondage)\s(?:19|20)\d\d")


def _runs(doc: Document, first: int, stop: int) -> Iterator[tuple[int, int]]:
    for m in _RUN.finditer(doc.text, first, stop):
        start, end = m.span()
        opening = _OPENING.match(doc.text, start, end)
        if opening is not None and opening.end() < end and _CAPITAL.match(doc.text, opening.end()):
            start = opening.end()
        elif _EDITION.match(doc.text, start):
            continue
        yield start, end
        yield from _longer(doc, start, end)


def _quoted(doc: Document, first: int, stop: int) -> Iterator[tuple[int, int]]:
    marks = starts_of(doc.text, '«“"', first, stop)
    for m in matches_at(_QUOTED, doc.text, marks, stop):
        start, end = m.span("title" if m["title"] else "plain")
        if m.group().count(" ") <= _WORDS:
            yield start, end


def _opened(doc: Document, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """What the noun of a list opens, as far as each of its complements."""
    nouns, tokens = words(__package__, "list_nouns.txt"), doc.tokens
    for i in range(tokens.at(first), bisect_left(tokens.start, stop)):
        if tokens.plain[i] in nouns:
            for end in _ends(doc, i):
                yield tokens.start[i], end


def _longer(doc: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run or a name with the complements that follow it."""
    i = doc.tokens.before(end)
    following = doc.tokens.plain[i + 1] if 0 <= i < len(doc.tokens) - 1 else ""
    if following in _TAIL:
        for longer in _ends(doc, i):
            yield start, longer


def _ends(doc: Document, i: int) -> Iterator[int]:
    """Where a name that begins before or at token ``i`` may end: at each complement, at its last word."""
    tokens, text, stops, verbs = doc.tokens, doc.text, words(__package__, "name_stops.txt"), placing_verbs()
    first, last, link = i, i, ""
    for k in range(i + 1, min(i + _WORDS, len(tokens))):
        plain, surface = tokens.plain[k], tokens.text[k]
        if "\n" in text[tokens.end[k - 1] : tokens.start[k]]:
            break
        small = surface[0].islower()
        if small and (plain in stops or plain in verbs) and not (link and plain in _AFTER_LINK):
            break
        if plain in _LINKS or (link and plain in _AFTER_LINK):
            if (
                plain in {"la", "le", "les", "l'"}
                and not link
                and (tokens.plain[k + 1 : k + 2] or [""])[0] not in {"plus", "mieux", "meilleurs"}
                and small
            ):
                break
            if plain in _BEGIN and last > first and not link:
                yield tokens.end[last]
            link = plain
            continue
        if not (surface[0].isalnum()):
            break
        last, link = k, ""
    if last > first:
        yield tokens.end[last]


def _dated(doc: Document, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Everyday words between a capital and a year."""
    stops = words(__package__, "name_stops.txt")
    for year in YEAR.finditer(doc.text, first, stop):
        before = max(0, year.start() - 60)
        line = line_start(doc.text, year.start(), before)
        m = _TO_YEAR.search(doc.text, line, year.start())
        if m is not None and not any(w in stops for w in plain_shadow(m.group()).split()):
            yield m.start(), year.end()
