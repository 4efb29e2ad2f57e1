"""What speaks for a span's being the name of a ranking: its words, its place, the words around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from communique.document import Document
from communique.extractors.rankings.learned import Weights
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import YEAR, lazy, small_words
from communique.gazetteer import places, registry_key
from communique.lexicon import words
from communique.spellings import Kinds, Spelling

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
# What a word must be for one of the patterns above to find anything that holds it: one of these, or
# a token that has one of them and other signs than letters.
_RANK_WORDS = small_words("of_rank")
_BEFORE_NAME_WORDS = small_words("before_name")
_RANKS = lazy(rf"\b(?:{'|'.join(sorted(_RANK_WORDS))}|\d+(?:er|re|e|eme)s?|[a-z]+iemes?|class\w*)\b")
_BEFORE_NAME = lazy(rf"\b(?:{'|'.join(sorted(_BEFORE_NAME_WORDS))})$|'")
_MOST = 600  # spans that are looked at in one article
_SOON = 300  # characters from a name to an ordinal
_READ = 30_000  # characters in which a name's other namings are counted

# The signs that are looked for last, by what they begin with: with the form of the span, or alone.
_LAST = ("again=", "of a rank", "in:")
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
_NOUN, _ENGLISH, _LISTED, _SOURCE = 1, 2, 4, 8
_RANK, _OPENS, _DIGITS = 16, 32, 64
_TELLING = _NOUN | _ENGLISH | _LISTED | _SOURCE | _DIGITS  # one such word, and the span may be a name
_MARKS = frozenset('«“"')


@cache
def _source_openings() -> frozenset[str]:
    """The words that those who make rankings begin with."""
    return frozenset(source.split()[0] for source in ranking_sources() if source)


def _of_rank(word: str) -> bool:
    if word.isalpha():
        return (
            word in _RANK_WORDS
            or word.startswith("class")
            or (len(word) > 5 and word.removesuffix("s").endswith("ieme"))
        )
    return _RANKS.search(word) is not None


def _opens_name(word: str) -> bool:
    return word in _BEFORE_NAME_WORDS if word.isalpha() else _BEFORE_NAME.search(word) is not None


_LIST_NOUNS = words(__package__, "list_nouns.txt")
_LIST_WORDS = words(__package__, "list_words.txt")
_ENGLISH_WORDS = frozenset(word.removesuffix("*") for word in words(__package__, "english.txt"))


def _kind(form: Spelling) -> int:
    """What is said of a word."""
    word = form.plain
    out = _NOUN if word in _LIST_NOUNS else 0
    out |= _ENGLISH if len(word) > 2 and word in _ENGLISH_WORDS else 0
    out |= _LISTED if word in _LIST_WORDS else 0
    out |= _SOURCE if word in _source_openings() else 0
    out |= _RANK if _of_rank(word) else 0
    out |= _DIGITS if word[-1].isdigit() else 0
    return out | (_OPENS if _opens_name(word) else 0)


_KINDS = Kinds(_kind, 7)


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
        self.kinds = _KINDS.of_all(doc.forms)
        self.ranking = [i for i, kind in enumerate(self.kinds) if kind & _RANK]
        self.found = sorted(mentions)
        self.starts = [s for s, _ in self.found]
        self.read = doc.plain[:_READ]
        titles = [s for s in doc.sections if s.kind in {"title", "lead"}][:3]
        self.title = " ".join(doc.plain[s.start : s.end] for s in titles)

    def near_ranks(self) -> list[tuple[int, int]]:
        """The stretches of text that tell ranks, and a few lines before each: elsewhere no list is told."""
        out = list[tuple[int, int]]()
        for at in self.ranks:
            first, sentence = self.doc.sentence_at(max(0, at - _SOON)), self.doc.sentence_at(at)
            start = min(max(0, at - _SOON) if first is None else first.start, at)
            end = at if sentence is None else sentence.end
            if out and start <= out[-1][1]:
                out[-1] = (out[-1][0], max(end, out[-1][1]))
            else:
                out.append((start, end))
        return out

    def seen(self, found: Sequence[tuple[int, int]]) -> Iterator[SeenSpan]:
        """The spans that by their words, or by where they stand, may be names."""
        tokens, kinds, count = self.doc.tokens, self.kinds, 0
        for start, end in found:
            i, last = tokens.at(start), bisect_left(tokens.start, end)
            told = False
            for k in range(i, last):
                if kinds[k] & _TELLING:
                    told = True
                    break
            if told or self._opened(i, start, end):
                yield SeenSpan(self, start, end, i, last)
                count += 1
                if count == _MOST:
                    return

    def _opened(self, i: int, start: int, end: int) -> bool:
        """Whether a span stands after a mark, or after "au", "dans le" in a sentence that tells a rank."""
        if any(mark in _MARKS for mark in self.doc.plain[max(0, start - 2) : start]):
            return True
        opens = False
        for k in range(max(0, i - 3), i):
            opens = opens or self.kinds[k] & _OPENS != 0
        return opens and self.body(start, end) is None and self.ranks_beside(start)

    def body(self, start: int, end: int) -> tuple[int, int] | None:
        """The body or person that shares words with a span."""
        k = bisect_right(self.starts, start) - 1
        if k >= 0 and start < self.found[k][1]:
            return self.found[k]
        return self.found[k + 1] if k + 1 < len(self.found) and self.starts[k + 1] < end else None

    def ranks_beside(self, offset: int) -> bool:
        """Whether the sentence that holds an offset tells a rank."""
        sentence = self.doc.sentence_at(offset)
        return sentence is not None and any_in(self.ranks, sentence.start, sentence.end - 1)


class SeenSpan:
    """A span with what is asked of it more than once."""

    def __init__(self, article: SeenArticle, start: int, end: int, i: int, last: int) -> None:
        self.article, self.doc, self.start, self.end = article, article.doc, start, end
        tokens = article.doc.tokens
        self.i, self.last = i, last
        self.inside = tokens.plain[i:last]
        self.kinds = article.kinds[i:last]
        self.year = YEAR.search(article.doc.text, start, end) is not None
        self.form = self._form()
        line = article.doc.plain.rfind("\n", max(0, start - 90), start) + 1
        self.line, self.since = line, max(line, start - 90, 0)
        low = tokens.at(self.since)
        self.after_rank = any_in(article.ranking, low, i)
        self.after_opening = any(kind & _OPENS for kind in article.kinds[max(0, i - 3) : i])

    def first_signs(self) -> list[str]:
        """What costs little to see."""
        out = list[str]()
        self._words(out)
        self._place(out)
        self._beside(out)
        return out

    def other_signs(self) -> list[str]:
        """What is looked for in the text."""
        again = self.article.read.count(self.doc.plain[self.start : self.end])
        out = [f"again={min(again, 3)}|{self.form}"]
        plain, start = self.doc.plain, self.start
        if self.after_rank and _OF_RANK.search(plain, self.since, start) is not None:
            out.append("of a rank")
        if self.after_opening:
            # One that is found begins at most six words before.
            opening = max(self.since, self.doc.tokens.start[max(0, self.i - 6)])
            how = _IN.search(plain, opening, start)
            if how is not None:
                out.append(f"in:{how.group('how').strip()}{'+' if how.group('adj') else ''}")
        return out

    def most(self, most: dict[str, int]) -> int:
        """The most that the other signs may add."""
        out = self._most(most, "again=")
        if self.after_opening:
            out += self._most(most, "in:")
        return out + self._most(most, "of a rank") if self.after_rank else out

    def _most(self, most: dict[str, int], kind: str) -> int:
        return most.get(kind, 0) + most.get(f"{kind}|{self.form}", 0)

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

    def _words(self, out: list[str]) -> None:
        tokens, inside, i = self.doc.tokens, self.inside, self.i
        out.append(f"first={inside[0] if inside else ''}")
        out.append(f"words={min(len(inside), 9)}")
        hits = of = caps = 0
        for k, kind in enumerate(self.kinds):
            of |= kind
            hits += kind & _ENGLISH != 0
            caps += tokens.text[i + k][0].isupper()
        if hits:
            out.append(f"english={min(hits, 3)}")
        if of & _LISTED:
            out.append("list word")
        if len(inside) > 1 and self.kinds[0] & _NOUN:
            out.append(f"noun={inside[0].rstrip('s')}|{inside[1] if len(inside[1]) < 4 else 'word'}")
        if caps == 1 and registry_key(self.doc.text[self.start : self.end].split()[0]) in places():
            out.append("place")
        if self.kinds and self.kinds[0] & _SOURCE:
            opening = next((n for n in range(1, 6) if " ".join(inside[:n]) in ranking_sources()), 0)
            if opening:
                out.append("source" if opening == len(inside) else "of source")

    def _place(self, out: list[str]) -> None:
        """Where it stands in the article."""
        ranks, start, end, inside = self.article.ranks, self.start, self.end, self.inside
        at = bisect_left(ranks, end)
        near = at < len(ranks) and ranks[at] - end < _SOON
        here = self.article.ranks_beside(start)
        out.append(f"{'rank here' if here else 'rank soon' if near else 'rank far'}|{self.form[0]}")
        if ranks and end < ranks[0]:
            out.append("before all ranks")
        title = self.article.title
        if inside and len(inside[0]) > 3 and start > len(title) and inside[0] in title:
            out.append("in the title too")
        others, holds, overlaps = 0, False, False
        for n, (s, e) in enumerate(self.article.names[:40]):
            others += n < 9 and (e <= start or end <= s)
            holds = holds or (start <= s and e <= end)
            overlaps = overlaps or (s < end and start < e)
        out.append(f"other names={min(others, 2)}")
        if holds:
            out.append("holds a name")
        elif overlaps:
            out.append("overlaps a name")
        if self.year and (sign := self._body()):
            out.append(f"{sign} year")

    def _body(self) -> str:
        """How its words are those of a body or a person."""
        start, end = self.start, self.end
        body = self.article.body(start, end)
        if body is None:
            return ""
        if body == (start, end):
            return "body"
        if body[0] <= start and end <= body[1]:
            return "in body"
        return "body inside" if start < body[0] else "part body"

    def _beside(self, out: list[str]) -> None:
        """The words before and after it."""
        plain, start, end = self.doc.plain, self.start, self.end
        before = _WORD.findall(plain[max(self.since, start - 30) : start])
        out.append(f"bb={before[-2] if len(before) > 1 else ''} {before[-1] if before else ''}")
        after = _WORD.findall(plain[end : end + 30])
        mark = plain[end : end + 2].strip()[:1]
        mark = mark if mark and not mark.isalnum() else ""
        out.append(f"a={mark}{after[0] if after else ''}" if mark in {",", ""} else f"a={mark}")
        if _ISSUED.match(plain, end):
            out.append("issued")


def any_in(found: Sequence[int], low: int, high: int) -> bool:
    """Whether one of some sorted numbers is in ``[low, high]``."""
    at = bisect_left(found, low)
    return at < len(found) and found[at] <= high
