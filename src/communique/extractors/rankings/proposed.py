"""Spans that may name a ranking without any rule saying so, and what speaks for each: learned names.

"Podium 2026 de la relation client", "FrenchWeb 500", "l'édition Universum France 2025": runs of capitals and
figures with what belongs to them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.document import Document
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import lazy, placing_verbs
from communique.gazetteer import places, registry_key
from communique.lexicon import words

_CAP = r"(?:[A-ZÀ-Þ][\w&$+’'.-]*[\w$+]|[A-ZÀ-Þ]\b)"
# "FrenchWeb 500", "Universum France 2025", "The World’s Best Vineyards 2025", "ChangeNOW / Les Echos START"
_RUN = lazy(
    r"[A-ZÀ-Þ\d](?<![\w’'-].)(?:(?<=\d)\d{1,3}(?=\s[A-ZÀ-Þ])|(?<=\D)(?:[\w&$+’'.-]*[\w$+]|\b))"
    rf"(?:(?:\s|\s/\s|\s&\s|\s(?:of|the|for|in|and|by|to|de|du|des|d[’']|de\sla)\s?|\s?:\s(?=\d{{2,4}}\b))"
    rf"(?:{_CAP}|\d{{2,4}}(?![\w%]))){{0,8}}"
)
# "Podium 2026 de la relation client", "Top 100 des domaines bio", "Trophées 2025 de la banque"
_TAIL = lazy(
    r"\s(?:de\sla|de\sl[’']|des?|du|d[’'])\s?[a-zà-ÿ][\w’'-]+(?:\s(?!est\b|et\b|a\b|ont\b|sont\b|qui\b|que\b|où\b|en\b|"
    r"avec\b|par\b|pour\b|sur\b|dans\b|se\b|publi|dévoil|établi|il\b|elle\b|leur\b|son\b)[a-zà-ÿ][\w’'-]+){0,3}"
)
# "classement Village préféré 2025": a named list with its year a few words on
_TO_YEAR = lazy(r"(?:\s(?:/\s)?[\wÀ-ÿ’'&-]+){1,5}?\s(?:19|20)\d\d(?!\d)")
# "Trophées de la banque", "Grand Prix 2025": what may be a list by its noun
_NOUN = lazy(
    r"\b(?P<noun>indicateurs?|indices?|trophees?|enquete|etude|sondage|observatoire|palmares|classement|barometre|"
    r"liste|podium|label|concours|prix|grand\sprix|challenge|coupe|ligue|championnat|selection|hit-parade|guide|tableau|index|edition)\b"
)
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISSUED = lazy(
    r"[»”\")]?,?\s(?:publi|devoil|etabli|realis|elabor|dress|signe|decern|organis|condui|men|dont|le\spalmares|la\sliste|"
    r"l'enquete|le\sclassement|paru|sorti|qui\s(?:mesur|class|compar|evalu|recens|port))"
)
_WORD = lazy(r"[a-z]+'?")
# "Au Podium 2026", "Selon Universum France 2025": the word that opens the sentence is no part of the name
_OPENING = lazy(
    r"(?:Au|Aux|Dans|Selon|Du|Des|Pour|En|Sur|Avec|Par|Chez|Source|Et|Mais|Ce|Cette|Notre|L[’']édition)\s"
)
_CAPITAL = lazy(r"[A-ZÀ-Þ]|\d{2,4}\s[A-ZÀ-Þ]")
_EDITION = lazy(r"[LD][’']édition\b")
_MOST = 400  # runs that are looked at in one article
_BACK, _SOON = 600, 400  # characters from a name to an ordinal
SURE = 50  # hundredths: a name from here on


class Proposal(NamedTuple):
    """A span with what speaks for and against its being the name of a ranking."""

    start: int
    end: int
    signs: list[str]


def proposals(
    doc: Document, names: Sequence[tuple[int, int]], mentions: Sequence[tuple[int, int]], ranks: Sequence[int]
) -> Iterator[Proposal]:
    """The spans outside ``names``; ``mentions``: bodies and people found; ``ranks``: where ordinals stand."""
    found = sorted(mentions)
    starts = [s for s, _ in found]
    near = [span for span in _spans(doc, names) if _near_rank(doc, span, ranks)]
    for start, end in near[:_MOST]:
        yield Proposal(start, end, [*_signs(doc, start, end, found, starts, ranks)])


def _near_rank(doc: Document, span: tuple[int, int], ranks: Sequence[int]) -> bool:
    """Whether an ordinal stands in the sentence or soon after it: elsewhere no list is told."""
    sentence = doc.sentence_at(span[0])
    start = max(span[0] - _BACK, sentence.start if sentence is not None else span[0])
    at = bisect_left(ranks, start)
    return at < len(ranks) and ranks[at] < span[1] + _SOON


def chosen(weighed: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The spans that are names, of those that overlap the surest; each is given after its weight."""
    out = list[tuple[int, int]]()
    for weight, start, end in sorted(weighed, key=lambda w: (-w[0], w[1], w[2])):
        if weight > SURE and not any(start < e and s < end for s, e in out):
            out.append((start, end))
    return sorted(out)


def _spans(doc: Document, names: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    taken = [s for s, _ in names]

    def free(start: int, end: int) -> bool:
        i = bisect_left(taken, end) - 1
        return i < 0 or names[i][1] <= start

    out = set[tuple[int, int]]()
    for m in _RUN.finditer(doc.text):
        start, end = m.span()
        opening = _OPENING.match(doc.text, start, end)
        if opening is not None and opening.end() < end and _CAPITAL.match(doc.text, opening.end()):
            start = opening.end()
        elif _EDITION.match(doc.text, start):
            continue
        if end - start > 90 or end - start < 4:
            continue
        if free(start, end):
            out.add((start, end))
            tail = _TAIL.match(doc.text, end)
            if tail:
                out.add((start, tail.end()))
    for start, end in names:
        longer = _TO_YEAR.match(doc.text, end)
        if longer:
            out.add((start, longer.end()))
    return sorted(out)


def _signs(
    doc: Document,
    start: int,
    end: int,
    found: Sequence[tuple[int, int]],
    starts: Sequence[int],
    ranks: Sequence[int],
) -> Iterator[str]:
    plain, text = doc.plain, doc.text
    yield "bias"
    tokens = doc.tokens
    i, last = tokens.at(start), bisect_left(tokens.start, end)
    inside = tokens.plain[i:last]
    caps = sum(tokens.text[k][0].isupper() for k in range(i, last))
    yield f"caps={min(caps, 4)}"
    yield f"first={inside[0] if inside else ''}"
    year = _YEAR.search(text, start, end) is not None
    if year:
        yield "year"
    tail = inside[-1] if inside else ""
    if tail.isdigit():
        round_number = int(tail) % 10 == 0 and not year
        yield "ends:year" if year and len(tail) == 4 else "ends:round" if round_number else "ends:number"
    english = words(__package__, "english.txt")
    hits = sum(w in english or f"{w}*" in english for w in inside if len(w) > 2)
    if hits:
        yield f"english={min(hits, 3)}"
    if noun := _NOUN.search(plain, start, end):
        yield f"noun={noun.group('noun')}"
        yield "noun"
    if any(s in {"of", "the", "best", "world"} for s in inside):
        yield "english links"
    lower = sum(t[0].islower() for t in tokens.text[i:last])
    if lower > 2:
        yield "tail"
    k = bisect_right(starts, start) - 1
    body = None
    if k >= 0 and start < found[k][1]:
        body = found[k]
    elif k + 1 < len(found) and starts[k + 1] < end:
        body = found[k + 1]
    if body is None:
        yield "no body"
    elif body == (start, end):
        yield "body"
    elif body[0] <= start and end <= body[1]:
        yield "in body"
    else:
        yield "part body"
        if year:
            yield "part body year"
    if caps == 1 and registry_key(text[start:end].split()[0]) in places():
        yield "place"
    bare = plain[start:end].split()
    opening = next((n for n in range(1, 6) if " ".join(bare[:n]) in ranking_sources()), 0)
    if opening:
        yield "source" if opening == len(bare) else "of source"
    sentence = doc.sentence_at(start)
    here = False
    if sentence is not None:
        at = bisect_left(ranks, sentence.start)
        here = at < len(ranks) and ranks[at] < sentence.end
        yield "opens" if start - sentence.start < 3 else "inside"
    at = bisect_left(ranks, end)
    near = ranks[at] - end if at < len(ranks) else 9999
    yield "rank here" if here else "rank soon" if near < 300 else "rank far"
    before = _WORD.findall(plain[max(0, start - 30) : start])
    gap = plain[max(0, start - 2) : start]
    mark = gap.strip()[-1:] if gap.strip() and not gap.strip()[-1].isalnum() else ""
    one = before[-1] if before else ""
    yield f"b={mark}{one}"
    yield f"bb={before[-2] if len(before) > 1 else ''} {one}"
    yield f"b={mark}{one}|{'here' if here else ''}"
    after = _WORD.findall(plain[end : end + 30])
    mark = plain[end : end + 2].strip()[:1]
    mark = mark if mark and not mark.isalnum() else ""
    yield f"a={mark}{after[0] if after and not mark else ''}"
    if _ISSUED.match(plain, end):
        yield "issued"
    if after and not mark and after[0] in placing_verbs():
        yield "places"
        if here:
            yield "places here"
    if _PLACED.search(plain, max(0, start - 60), start):
        yield "placed before"
    section = doc.section_at(start)
    if section is not None:
        yield f"in {section.kind}"


_PLACED = lazy(
    r"\b(?:\d{1,4}(?:er|re|e|eme)s?|premiere?s?|seconde?s?|[a-z]+iemes?|places?|rangs?|positions?|class\w*|tete|podium|"
    r"top\s\d+|n°\s?\d+)\b"
    r"[^.;\n]{0,50}$"
)
