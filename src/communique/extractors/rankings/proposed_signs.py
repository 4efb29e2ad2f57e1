"""What speaks for a span's being the name of a ranking: its words, its place, the words around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from communique.document import Document
from communique.extractors.rankings.learned import Weights
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
# What a word must be for one of the patterns above to find anything that holds it.
_RANKS = lazy(
    r"\b(?:places?|rangs?|positions?|tete|marche|podium|fauteuil|sommet|finale?|edition|resultats|laureate?s?|"
    r"medaille|\d+(?:er|re|e|eme)s?|premi(?:er|ere)s?|seconde?s?|[a-z]+iemes?|class\w*|top|n)\b"
)
_GIVE = lazy(
    r"\b(?:publi|devoil|livr|diffus|sorti|rendu|remis|rafraich|mis|mettre|edit|decern|annonc|actualis|dress|"
    r"present|compos|propos|realis|lanc|tir|(?P<called>(?:intitulee?s?|baptisee?s?|appelee?s?|nommee?s?|sous)\b))"
)
_BEFORE_NAME = lazy(
    r"\b(?:dans|l[ae]s?|s(?:on|a|es)|ce|cette|aux?|selon|apres|du|des?|leurs?|notre|par|avec|a|en|sur|pour)$|'"
)
_MOST = 600  # spans that are looked at in one article
_BACK, _SOON = 900, 900  # characters from a name to an ordinal
_READ = 30_000  # characters in which a name's other namings are counted

# The signs that are looked for last, by what they begin with: with the form of the span, or alone.
_LAST = ("again=", "of a rank", "in:", "called", "given", "placed before")
_most: list[tuple[Weights, dict[str, int]]] = []


def most_of(table: Weights) -> dict[str, int]:
    """The most that each kind of the last signs may add, by kind and by kind and form."""
    if _most and _most[0][0] is table:
        return _most[0][1]
    out: dict[str, int] = {}
    for sign, weight in table.items():
        for kind in _LAST:
            if sign.startswith(kind) and weight > 0:
                key = f"{kind}|{sign.split('|')[1]}" if "|" in sign else kind
                out[key] = max(out.get(key, 0), weight)
    _most[:] = [(table, out)]
    return out


# What is said of a word, by itself: whether it is one of a list, whether it may call a pattern.
_NOUN, _ENGLISH, _LISTED, _LINKS, _SOURCE = 1, 2, 4, 8, 16
_RANK, _GIVING, _CALLING, _OPENS = 32, 64, 128, 256
_CALL = _RANK | _GIVING | _CALLING
_known: dict[str, int] = {}


@cache
def _source_openings() -> frozenset[str]:
    """The words that those who make rankings begin with."""
    return frozenset(source.split()[0] for source in ranking_sources() if source)


def _kind(word: str) -> int:
    """What is said of a plain word."""
    if (known := _known.get(word)) is not None:
        return known
    if len(_known) > 20_000:
        _known.clear()
    english = words(__package__, "english.txt")
    out = _NOUN if word in words(__package__, "list_nouns.txt") else 0
    out |= _ENGLISH if len(word) > 2 and (word in english or f"{word}*" in english) else 0
    out |= _LISTED if word in words(__package__, "list_words.txt") else 0
    out |= _LINKS if word in {"of", "the", "best", "world"} else 0
    out |= _SOURCE if word in _source_openings() else 0
    out |= _RANK if _RANKS.search(word) else 0
    for m in _GIVE.finditer(word):
        out |= _CALLING if m["called"] else _GIVING
    _known[word] = out = out | (_OPENS if _BEFORE_NAME.search(word) else 0)
    return out


class SeenArticle:
    """A document with what its spans are seen beside."""

    def __init__(
        self,
        doc: Document,
        names: Sequence[tuple[int, int]],
        mentions: Sequence[tuple[int, int]],
        ranks: Sequence[int],
    ) -> None:
        self.doc, self.names, self.ranks = doc, names, ranks
        self.calling: dict[int, list[int]] = {_RANK: [], _GIVING: [], _CALLING: []}
        for word, at in doc.places.items():
            if (kind := _kind(word)) & _CALL:
                for call, found in self.calling.items():
                    if kind & call:
                        found.extend(at)
        for found in self.calling.values():
            found.sort()
        self.found = sorted(mentions)
        self.starts = [s for s, _ in self.found]
        self.read = doc.plain[:_READ]
        titles = [s for s in doc.sections if s.kind in {"title", "lead"}][:3]
        self.title = " ".join(doc.plain[s.start : s.end] for s in titles)

    def near_ranks(self, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The spans near an ordinal: elsewhere no list is told."""
        return [span for span in found if self._near_rank(span)][:_MOST]

    def _near_rank(self, span: tuple[int, int]) -> bool:
        at = bisect_left(self.ranks, span[0] - _BACK)
        return at < len(self.ranks) and self.ranks[at] < span[1] + _SOON


class SeenSpan:
    """A span with what is asked of it more than once."""

    def __init__(self, article: SeenArticle, start: int, end: int) -> None:
        self.article, self.doc, self.start, self.end = article, article.doc, start, end
        tokens = article.doc.tokens
        self.i, self.last = tokens.at(start), bisect_left(tokens.start, end)
        self.inside = tokens.plain[self.i : self.last]
        self.kinds = [_kind(w) for w in self.inside]
        self.year = _YEAR.search(article.doc.text, start, end) is not None
        self.form = self._form()
        line = article.doc.plain.rfind("\n", max(0, start - 90), start) + 1
        self.line, self.since = line, max(line, start - 90, 0)
        low = tokens.at(self.since)
        self.after_rank = _any_in(article.calling[_RANK], low, self.i)
        self.after_giving = _any_in(article.calling[_GIVING], low, self.i)
        self.after_calling = _any_in(article.calling[_CALLING], low, self.i)
        self.after_opening = any(_kind(w) & _OPENS for w in tokens.plain[max(0, self.i - 3) : self.i])

    def first_signs(self) -> Iterator[str]:
        """What costs little to see."""
        yield "bias"
        yield f"form={self.form}"
        yield from self._words()
        yield from self._body()
        yield from self._place()
        yield from self._before()
        yield from self._after()

    def other_signs(self) -> Iterator[str]:
        """What is looked for in the text."""
        again = self.article.read.count(self.doc.plain[self.start : self.end])
        yield f"again={min(again, 3)}"
        yield f"again={min(again, 3)}|{self.form}"
        yield from self._said_before()

    def most(self, most: dict[str, int]) -> int:
        """The most that the other signs may add."""
        out = self._most(most, "again=")
        if self.after_opening:
            out += self._most(most, "in:")
        if self.after_rank:
            out += self._most(most, "of a rank") + self._most(most, "placed before")
        if self.after_giving:
            out += self._most(most, "given")
        return out + self._most(most, "called") if self.after_calling else out

    def _most(self, most: dict[str, int], kind: str) -> int:
        form = self.form[0] if kind == "given" else self.form
        return most.get(kind, 0) + most.get(f"{kind}|{form}", 0)

    def _form(self) -> str:
        """What the words look like."""
        texts, opening = self.doc.tokens.text, self.inside[0] if self.inside else ""
        capital = texts[self.i][0].isupper()
        if self.kinds and self.kinds[0] & _NOUN:
            out = "N" if capital else "n"
        else:
            out = "C" if capital else "d" if opening.isdigit() else "l"
        rest = upper = lower = False
        for w in texts[self.i + 1 : self.last]:
            first = w[0]
            if not first.isalnum():
                continue
            rest = True
            upper = upper or first.isupper()
            lower = lower or (len(w) > 3 and first.islower())
        out += ("C" if upper else "") + ("l" if lower else "")
        return out + ("" if rest else "1") + ("y" if self.year else "")

    def _words(self) -> Iterator[str]:
        tokens, inside, i = self.doc.tokens, self.inside, self.i
        caps = 0
        for k in range(i, self.last):
            caps += tokens.text[k][0].isupper()
        yield f"caps={min(caps, 4)}"
        yield f"first={inside[0] if inside else ''}"
        yield f"words={min(len(inside), 9)}"
        tail = inside[-1] if inside else ""
        if tail.isdigit():
            round_number = int(tail[:9]) % 10 == 0 and not self.year
            yield (
                "ends:year"
                if self.year and len(tail) == 4
                else ("ends:round" if round_number else "ends:number")
            )
        hits, of = 0, 0
        for kind in self.kinds:
            of |= kind
            hits += kind & _ENGLISH != 0
        if hits:
            yield f"english={min(hits, 3)}"
        if of & _LISTED:
            yield "list word"
        if of & _NOUN:
            noun = next(w for w, kind in zip(inside, self.kinds, strict=True) if kind & _NOUN)
            yield f"noun={noun.rstrip('s')}"
            yield "noun"
            if inside[0] == noun and len(inside) > 1:
                yield f"noun={noun.rstrip('s')}|{inside[1] if len(inside[1]) < 4 else 'word'}"
        if of & _LINKS:
            yield "english links"
        text = tokens.text[i]
        if len(inside) == 1:
            yield "acronym" if text.isupper() else "mixed" if text[1:] != text[1:].lower() else "plain word"
        if caps == 1 and registry_key(self.doc.text[self.start : self.end].split()[0]) in places():
            yield "place"
        if self.kinds[0] & _SOURCE:
            opening = next((n for n in range(1, 6) if " ".join(inside[:n]) in ranking_sources()), 0)
            if opening:
                yield "source" if opening == len(inside) else "of source"

    def _body(self) -> Iterator[str]:
        start, end, found, starts = self.start, self.end, self.article.found, self.article.starts
        k = bisect_right(starts, start) - 1
        body = None
        if k >= 0 and start < found[k][1]:
            body = found[k]
        elif k + 1 < len(found) and starts[k + 1] < end:
            body = found[k + 1]
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
        yield f"{sign}|{self.form[0]}"
        if self.year:
            yield f"{sign} year"

    def _place(self) -> Iterator[str]:
        """Where it stands in the article."""
        doc, ranks, start, end, inside = self.doc, self.article.ranks, self.start, self.end, self.inside
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
        yield f"{rank}|{self.form[0]}"
        if ranks and end < ranks[0]:
            yield "before all ranks"
        section = doc.section_at(start)
        if section is not None:
            yield f"in {section.kind}"
        title = self.article.title
        if inside and len(inside[0]) > 3 and start > len(title) and inside[0] in title:
            yield "in the title too"
        others, holds, overlaps = 0, False, False
        for n, (s, e) in enumerate(self.article.names[:40]):
            others += n < 9 and (e <= start or end <= s)
            holds = holds or (start <= s and e <= end)
            overlaps = overlaps or (s < end and start < e)
        yield f"other names={min(others, 2)}"
        if holds:
            yield "holds a name"
        elif overlaps:
            yield "overlaps a name"

    def _before(self) -> Iterator[str]:
        plain, start = self.doc.plain, self.start
        before = _WORD.findall(plain[max(self.since, start - 30) : start])
        gap = plain[max(0, start - 2) : start].strip()
        mark = gap[-1:] if gap and not gap[-1].isalnum() else ""
        one = before[-1] if before else ""
        yield f"b={mark}{one}"
        yield f"bb={before[-2] if len(before) > 1 else ''} {one}"
        if mark in {"«", "“", '"'}:
            yield "quoted"
            yield f"quoted|{self.form}"
            noun = next((w for w in before[-2:] if _kind(w) & _NOUN), None)
            if noun is not None:
                yield "quoted after noun"
                yield f"quoted after {noun}"
            elif one.endswith("'") or one in {"le", "la", "les", "du", "au", "des"}:
                yield "quoted after article"
        if start - self.line < 3:
            yield "opens line"

    def _said_before(self) -> Iterator[str]:
        plain, start, since, form = self.doc.plain, self.start, self.since, self.form
        if self.after_rank and _OF_RANK.search(plain, since, start) is not None:
            yield "of a rank"
            yield f"of a rank|{form}"
        if self.after_opening:
            # One that is found begins at most six words before.
            opening = max(since, self.doc.tokens.start[max(0, self.i - 6)])
            how = _IN.search(plain, opening, start)
            if how is not None:
                said = how.group("how").strip()
                yield f"in:{said}{'+' if how.group('adj') else ''}"
                yield f"in:{said}|{form}"
        if self.after_calling and _CALLED.search(plain, since, start):
            yield "called"
        if self.after_giving and _GIVES.search(plain, since, start):
            yield "given"
            yield f"given|{form[0]}"
        if self.after_rank and _PLACED.search(plain, max(since, start - 60), start):
            yield "placed before"

    def _after(self) -> Iterator[str]:
        plain, end = self.doc.plain, self.end
        after = _WORD.findall(plain[end : end + 30])
        mark = plain[end : end + 2].strip()[:1]
        mark = mark if mark and not mark.isalnum() else ""
        yield f"a={mark}{after[0] if after else ''}" if mark in {",", ""} else f"a={mark}"
        if _ISSUED.match(plain, end):
            yield "issued"
        if after and not mark and after[0] in placing_verbs():
            yield "places"


def _any_in(found: Sequence[int], low: int, high: int) -> bool:
    """Whether one of some sorted numbers is in ``[low, high]``."""
    at = bisect_left(found, low)
    return at < len(found) and found[at] <= high
