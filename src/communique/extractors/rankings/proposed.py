"""Spans that may name a ranking without any rule saying so, and what speaks for each: learned names.

"Podium 2026 de la relation client", "FrenchWeb 500", "l'édition Universum France 2025": runs of capitals and
figures with what belongs to them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.document import Document
from communique.extractors.rankings.name_spans import spans
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import lazy, placing_verbs
from communique.gazetteer import places, registry_key
from communique.lexicon import words

_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISSUED = lazy(
    r"\s?[»”\")]?,?\s(?:que\s|qu'|ou\s|une?\s(?:liste|tableau|palmares|classement|enquete|etude)|releve|competition|reference|publi|devoil|etabli|realis|elabor|dress|signe|decern|organis|condui|men|dont|le\spalmares|la\sliste|"
    r"l'enquete|le\sclassement|paru|sorti|qui\s(?:mesur|class|compar|evalu|recens|port))"
)
_WORD = lazy(r"[a-z]+'?")
_OF_RANK = lazy(
    r"(?:\b(?:places?|rangs?|positions?|tete|marche|podium|fauteuil|sommet|finale?|edition|resultats|laureate?s?|medaille\s\w+(?:\s\w+)?|"
    r"\d+(?:er|re|e|eme)s?|premi(?:er|ere)s?|second[e]?|deuxieme|[a-z]{4,12}ieme|n°\s?\d+)"
    r"(?:\s(?!d[eu]\b|des\b)[a-z]+){0,3}(?:\sex\saequo)?)\s(?:(?:du|des|aux?|de\sla|a\sla|dans\sl[ae]s?|de\sson|de\sl'|dans\sl'|a\sl'|d'|de)\s?)(?:l[ae]s?\s|l')?[«“]?\s?$"
)
_IN = lazy(
    r"\b(?P<how>dans\s(?:l[ae]s?\s|l'|s(?:on|a|es)\s|ce\s|cette\s)|(?:au|aux|selon|d'apres|du|des|de\sla|de)\s(?:l[ae]s?\s|l')?|(?:son|sa|ses|leurs?|notre)\s|(?:l[ae]s?)\s|l'|"
    r"(?:par|avec|a|en|sur|pour)\s(?:l[ae]s?\s|l')?)(?:(?P<adj>\w+)\s)?[«“]?\s?$"
)
_CALLED = lazy(
    r"\b(?:intitulee?s?|baptisee?s?|appelee?s?|nommee?s?|sous\sle\s(?:titre|nom|libelle))\s(?:de\s)?[«“]?\s?$"
)
_GIVES = lazy(
    r"\b(?:publi|devoil|livr|diffus|sorti|rendu|remis|rafraich|mis\sen\sligne|mettre|edit|decern|annonc|actualis|dress|present|compos|propos|realis|lanc|tir)\w*\s(?:[\w'-]+\s){0,4}$"
)
_PLACED = lazy(
    r"\b(?:\d{1,4}(?:er|re|e|eme)s?|premiere?s?|seconde?s?|[a-z]+iemes?|places?|rangs?|positions?|class\w*|tete|podium|"
    r"top\s\d+|n°\s?\d+)\b"
    r"[^.;\n]{0,50}$"
)
_MOST = 600  # spans that are looked at in one article
_BACK, _SOON = 900, 900  # characters from a name to an ordinal
_READ = 30_000  # characters in which a name's other namings are counted
SURE, MAYBE = 50, -500  # hundredths: a name from here on, a name that may be chosen
LONGER = 250  # a name in place of one that the rules read
_FIRST = 4000  # words that are looked at
_FEW, _MOST_NAMES = 8, 60


class Proposal(NamedTuple):
    """A span with what speaks for and against its being the name of a ranking."""

    start: int
    end: int
    signs: list[str]


def proposals(
    doc: Document,
    names: Sequence[tuple[int, int]],
    mentions: Sequence[tuple[int, int]],
    ranks: Sequence[int],
    known: bool = True,
) -> Iterator[Proposal]:
    """The spans that no rule reads; ``mentions``: bodies and people found; ``ranks``: where ordinals stand.

    ``known``: whether the rules' ``names`` are names already.
    """
    if told_as(doc) == "contest":  # whose places are of no list
        return
    article = _Article(doc, names, mentions, ranks)
    near = [span for span in spans(doc, names if known else ()) if article.near_rank(span)]
    for start, end in near[:_MOST]:
        yield Proposal(start, end, [*article.signs(start, end)])


def chosen(
    weighed: Sequence[tuple[int, int, int]], names: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """The spans that are names, of those that overlap the surest; each is given after its weight.

    Over one of ``names``, which the rules read, more must speak for it.
    """
    told = [w for w in weighed if w[0] > LONGER or not _overlaps(w, names)]
    return sorted((start, end) for _, start, end in _apart(told, SURE))


def possible(
    weighed: Sequence[tuple[int, int, int]], names: Sequence[tuple[int, int]]
) -> list[tuple[int, int, int]]:
    """The surest of the spans outside ``names`` that may be names and for which less speaks."""
    return _apart([w for w in weighed if w[0] > MAYBE and not _overlaps(w, names)], MAYBE)[:_FEW]


def _overlaps(w: tuple[int, int, int], names: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(names, w[2], key=lambda n: n[0]) - 1
    return at >= 0 and names[at][1] > w[1]


def _apart(weighed: Sequence[tuple[int, int, int]], least: int) -> list[tuple[int, int, int]]:
    """The spans above a weight, the surest first, without those that overlap a surer one."""
    out = list[tuple[int, int, int]]()
    for weight, start, end in sorted(weighed, key=lambda w: (-w[0], w[1], w[2])):
        if weight > least and len(out) < _MOST_NAMES and not any(start < e and s < end for _, s, e in out):
            out.append((weight, start, end))
    return out


def told_as(doc: Document) -> str:
    """Whether the article tells of a contest or of a published list."""
    seen = doc.tokens.plain[:_FIRST]
    won, listed = (
        sum(w in words(__package__, file) for w in seen) for file in ("contest_words.txt", "list_tellers.txt")
    )
    if won + listed < 2:
        return "neither"
    return "contest" if won > 2 * listed else "list" if listed > 2 * won else "both"


class _Article:
    """A document with what its spans are seen beside."""

    def __init__(
        self,
        doc: Document,
        names: Sequence[tuple[int, int]],
        mentions: Sequence[tuple[int, int]],
        ranks: Sequence[int],
    ) -> None:
        self.doc, self.names, self.ranks = doc, names, ranks
        self.found = sorted(mentions)
        self.starts = [s for s, _ in self.found]
        self.read = doc.plain[:_READ]
        titles = [s for s in doc.sections if s.kind in {"title", "lead"}][:3]
        self.title = " ".join(doc.plain[s.start : s.end] for s in titles)

    def near_rank(self, span: tuple[int, int]) -> bool:
        """Whether an ordinal stands near: elsewhere no list is told."""
        at = bisect_left(self.ranks, span[0] - _BACK)
        return at < len(self.ranks) and self.ranks[at] < span[1] + _SOON

    def signs(self, start: int, end: int) -> Iterator[str]:
        """What speaks for and against a span."""
        tokens = self.doc.tokens
        i, last = tokens.at(start), bisect_left(tokens.start, end)
        inside = tokens.plain[i:last]
        year = _YEAR.search(self.doc.text, start, end) is not None
        form = "".join(self._form(i, last, year))
        yield "bias"
        yield f"form={form}"
        yield from self._words(start, end, i, last, inside, year)
        yield from self._body(start, end, year, form)
        yield from self._place(start, end, inside, form)
        yield from self._before(start, form, year)
        yield from self._after(end)

    def _form(self, i: int, last: int, year: bool) -> Iterator[str]:
        """What the words look like."""
        tokens = self.doc.tokens
        nouns = words(__package__, "list_nouns.txt")
        opening = tokens.plain[i]
        if opening in nouns:
            yield "N" if tokens.text[i][0].isupper() else "n"
        else:
            yield "C" if tokens.text[i][0].isupper() else "d" if opening.isdigit() else "l"
        rest = [w for w in tokens.text[i + 1 : last] if w[0].isalnum()]
        if any(w[0].isupper() for w in rest):
            yield "C"
        if any(w[0].islower() and len(w) > 3 for w in rest):
            yield "l"
        if not rest:
            yield "1"
        if year:
            yield "y"

    def _words(self, start: int, end: int, i: int, last: int, inside: list[str], year: bool) -> Iterator[str]:
        tokens = self.doc.tokens
        caps = sum(tokens.text[k][0].isupper() for k in range(i, last))
        yield f"caps={min(caps, 4)}"
        yield f"first={inside[0] if inside else ''}"
        yield f"words={min(len(inside), 9)}"
        tail = inside[-1] if inside else ""
        if tail.isdigit():
            round_number = int(tail[:9]) % 10 == 0 and not year
            yield "ends:year" if year and len(tail) == 4 else "ends:round" if round_number else "ends:number"
        english, listed = words(__package__, "english.txt"), words(__package__, "list_words.txt")
        nouns = words(__package__, "list_nouns.txt")
        hits = sum(w in english or f"{w}*" in english for w in inside if len(w) > 2)
        if hits:
            yield f"english={min(hits, 3)}"
        if any(w in listed for w in inside):
            yield "list word"
        noun = next((w for w in inside if w in nouns), None)
        if noun is not None:
            yield f"noun={noun.rstrip('s')}"
            yield "noun"
            if inside[0] == noun and len(inside) > 1:
                yield f"noun={noun.rstrip('s')}|{inside[1] if len(inside[1]) < 4 else 'word'}"
        if any(s in {"of", "the", "best", "world"} for s in inside):
            yield "english links"
        text = tokens.text[i]
        if len(inside) == 1:
            yield "acronym" if text.isupper() else "mixed" if text[1:] != text[1:].lower() else "plain word"
        if caps == 1 and registry_key(self.doc.text[start:end].split()[0]) in places():
            yield "place"
        opening = next((n for n in range(1, 6) if " ".join(inside[:n]) in ranking_sources()), 0)
        if opening:
            yield "source" if opening == len(inside) else "of source"

    def _body(self, start: int, end: int, year: bool, form: str) -> Iterator[str]:
        k = bisect_right(self.starts, start) - 1
        body = None
        if k >= 0 and start < self.found[k][1]:
            body = self.found[k]
        elif k + 1 < len(self.found) and self.starts[k + 1] < end:
            body = self.found[k + 1]
        if body is None:
            yield "no body"
            return
        if body == (start, end):
            sign = "body"
        elif body[0] <= start and end <= body[1]:
            sign = "in body"
        elif start < body[0]:
            sign = "body inside"
        else:
            sign = "part body"
        yield sign
        yield f"{sign}|{form[0]}"
        if year:
            yield f"{sign} year"

    def _place(self, start: int, end: int, inside: list[str], form: str) -> Iterator[str]:
        """Where it stands in the article, and where it stands again."""
        doc, ranks = self.doc, self.ranks
        sentence = doc.sentence_at(start)
        here = False
        if sentence is not None:
            at = bisect_left(ranks, sentence.start)
            here = at < len(ranks) and ranks[at] < sentence.end
            yield "opens" if start - sentence.start < 3 else "inside"
        at = bisect_left(ranks, end)
        near = ranks[at] - end if at < len(ranks) else 9999
        rank = "rank here" if here else "rank soon" if near < 300 else "rank far"
        yield rank
        yield f"{rank}|{form[0]}"
        if ranks and end < ranks[0]:
            yield "before all ranks"
        section = doc.section_at(start)
        if section is not None:
            yield f"in {section.kind}"
        again = self.read.count(doc.plain[start:end])
        yield f"again={min(again, 3)}"
        yield f"again={min(again, 3)}|{form}"
        if inside and len(inside[0]) > 3 and start > len(self.title) and inside[0] in self.title:
            yield "in the title too"
        others = sum(1 for s, e in self.names[:9] if e <= start or end <= s)
        yield f"other names={min(others, 2)}"
        if any(start <= s and e <= end for s, e in self.names[:40]):
            yield "holds a name"
        elif any(s < end and start < e for s, e in self.names[:40]):
            yield "overlaps a name"

    def _before(self, start: int, form: str, year: bool) -> Iterator[str]:
        plain = self.doc.plain
        line = plain.rfind("\n", max(0, start - 90), start) + 1
        since = max(line, start - 90, 0)
        before = _WORD.findall(plain[max(since, start - 30) : start])
        gap = plain[max(0, start - 2) : start]
        mark = gap.strip()[-1:] if gap.strip() and not gap.strip()[-1].isalnum() else ""
        one = before[-1] if before else ""
        yield f"b={mark}{one}"
        yield f"bb={before[-2] if len(before) > 1 else ''} {one}"
        quoted = mark in {"«", "“", '"'}
        if quoted:
            yield "quoted"
            yield f"quoted|{form}"
            nouns = words(__package__, "list_nouns.txt")
            noun = next((w for w in before[-2:] if w in nouns), None)
            if noun is not None:
                yield "quoted after noun"
                yield f"quoted after {noun}"
            elif one.endswith("'") or one in {"le", "la", "les", "du", "au", "des"}:
                yield "quoted after article"
        if start - line < 3:
            yield "opens line"
        of_rank = _OF_RANK.search(plain, since, start)
        if of_rank is not None:
            yield "of a rank"
            yield f"of a rank|{form}"
        how = _IN.search(plain, since, start)
        if how is not None:
            said = how.group("how").strip()
            yield f"in:{said}{'+' if how.group('adj') else ''}"
            yield f"in:{said}|{form}"
        if _CALLED.search(plain, since, start):
            yield "called"
        if _GIVES.search(plain, since, start):
            yield "given"
            yield f"given|{form[0]}"
        if _PLACED.search(plain, max(since, start - 60), start):
            yield "placed before"

    def _after(self, end: int) -> Iterator[str]:
        plain = self.doc.plain
        after = _WORD.findall(plain[end : end + 30])
        mark = plain[end : end + 2].strip()[:1]
        mark = mark if mark and not mark.isalnum() else ""
        yield f"a={mark}{after[0] if after else ''}" if mark in {",", ""} else f"a={mark}"
        if _ISSUED.match(plain, end):
            yield "issued"
        if after and not mark and after[0] in placing_verbs():
            yield "places"
