"""What attribution looks at: sentences as rows of chunks, where a quotation or a name is one chunk."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from communique.document import Document, line_start
from communique.extractors.quotations.marks import Marked
from communique.lexicon import lines
from communique.mentions import Found

_SPLIT = frozenset({"aujourd", "quelqu", "prud", "presqu"})  # halves of one word
_ELIDED = frozenset({"qu", "d", "l", "n", "j", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu"}) | _SPLIT
_ARTICLES = frozenset({"le", "la", "les", "l'", "en", "y"})  # "Le Monde" begins with no object pronoun
_OF_NAMES = frozenset({"n", "m"})
_LONG = 2000  # characters
_INDENT = 40  # characters at most that may stand before a mark on its line
_QUESTION = 40  # characters looked at before a line
_ROOM = "communique.extractors.quotations"
_GREETING = re.compile(r"(?m)^[ \t]*(?:monsieur|madame) ((?:(?:le|la) |l')[^\n,]{2,80}),?[ \t]*$")


def _singular(words: str) -> str:
    """Marked words with no "s" at the end of any: "gilets jaunes" and "gilet jaune" are one term."""
    return " ".join(word.removesuffix("s") for word in words.lower().split())


class Chunk:
    """``kind``: P person, I institution, Q quotation, w word, or the sign itself (``,`` ``:`` ``(`` …)."""

    __slots__ = ("end", "kind", "low", "ref", "start")

    def __init__(self, kind: str, start: int, end: int, low: str, ref: int = -1) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.low = low
        self.ref = ref


class Row(NamedTuple):
    """The chunks of one sentence, quotations counted as one chunk each."""

    start: int
    end: int
    chunks: list[Chunk]


@cache
def civilities() -> frozenset[str]:
    """Words that only announce a name ("Mme", "Pr")."""
    return frozenset(lines(_ROOM, "civilities.txt"))


def greeting(doc: Document) -> tuple[int, int] | None:
    """The title with which an open letter addresses somebody: "Madame la ministre de la Culture,"."""
    found = _GREETING.search(doc.lower)
    return found.span(1) if found is not None else None


class Scene:
    """The article seen for attribution: its outer quotations, and rows made on demand."""

    _marked_answers: frozenset[int] | None = None

    _addressed: bool | None = None

    _times: dict[str, int] | None = None

    def __init__(self, doc: Document, found: Found, marked: Sequence[Marked]) -> None:
        self.doc, self.found = doc, found
        self.quotes = [m for m in marked if m.depth == 0]
        self.nested = [m for m in marked if m.depth == 1]
        self._opens = [q.open for q in self.quotes]
        self.role_starts = frozenset(r.start for r in found.roles)
        self.person_starts = [p.start for p in found.people]
        self.associations = frozenset(i.start for i in found.institutions if i.kind == "association")
        self._quote_at = {q.open: i for i, q in enumerate(self.quotes)}
        self._names: dict[int, tuple[int, str]] = {}
        for i in found.institutions:
            self._names[i.start] = (i.end, "I")
        for p in found.people:
            self._names[p.start] = (p.end, "P")
        self._apart = self._names.keys() | self._quote_at.keys()
        self.starts, self.ends = self._sentences()
        self._rows: dict[int, Row] = {}
        self.cues: dict[int, Any] = {}  # the reporting words of each sentence, once read

    @property
    def addressed(self) -> bool:
        """Whether the article is an open letter that speaks to somebody."""
        if self._addressed is None:
            self._addressed = greeting(self.doc) is not None
        return self._addressed

    @property
    def marked_answers(self) -> frozenset[int]:
        """Where quotations open that begin the line after a question."""
        if self._marked_answers is None:
            self._marked_answers = self._find_marked_answers()
        return self._marked_answers

    def _find_marked_answers(self) -> frozenset[int]:
        text = self.doc.text
        found = []
        for quote in self.quotes:
            line = line_start(text, quote.open, max(0, quote.open - _INDENT))
            if text[line : quote.open].strip():
                continue
            if text[max(0, line - _QUESTION) : line].rstrip(" \t\n*_\u00a0\u202f").endswith("?"):
                found.append(quote.open)
        return frozenset(found)

    def times_marked(self, words: str) -> int:
        """How often the article sets these very words between marks."""
        if self._times is None:
            text, times = self.doc.text, dict[str, int]()
            for q in self.quotes:
                if q.end - q.start < 40:
                    marked = _singular(text[q.start : q.end])
                    times[marked] = times.get(marked, 0) + 1
            self._times = times
        return self._times.get(_singular(words), 0)

    def names_person(self, start: int, end: int) -> bool:
        """Whether a person is named between two offsets."""
        i = bisect_left(self.person_starts, start)
        return i < len(self.person_starts) and self.person_starts[i] < end

    def quote_over(self, offset: int) -> int | None:
        """Index of the outer quotation that holds ``offset`` (its marks included)."""
        i = bisect_right(self._opens, offset) - 1
        return i if i >= 0 and offset < self.quotes[i].close else None

    def _sentences(self) -> tuple[list[int], list[int]]:
        """Sentences, those that begin inside a quotation, or after one in lower case, joined to it."""
        text = self.doc.text
        starts: list[int] = []
        ends: list[int] = []
        for s in self.doc.sentences:
            over = self.quote_over(s.start)
            inside = over is not None and s.start > self.quotes[over].open
            goes_on = bool(ends) and text[s.start].islower() and self.quote_over(ends[-1] - 1) is not None
            if starts and inside and over is not None and self.quotes[over].open == ends[-1] - 1:
                ends[-1] = len(text[starts[-1] : ends[-1] - 1].rstrip()) + starts[-1]
                starts.append(self.quotes[over].open)  # "… vu. » Il dort « , dit-il": it opens the next one
                ends.append(s.end)
            elif starts and (inside or (goes_on and "\n" not in text[ends[-1] : s.start])):
                ends[-1] = max(ends[-1], s.end)
            else:
                starts.append(s.start)
                ends.append(s.end)
        return self._cut(starts, ends)

    def _cut(self, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
        """Sentences of inhuman length cut outside quotations, so that a row stays short."""
        if all(e - s <= _LONG for s, e in zip(starts, ends, strict=True)):
            return starts, ends
        tokens = self.doc.tokens
        out: list[tuple[int, int]] = []
        for start, end in zip(starts, ends, strict=True):
            while end - start > _LONG:
                at = self._outside(start, start + _LONG // 2)
                i = tokens.at(at)
                if i < len(tokens) and tokens.start[i] <= start:
                    i += 1
                if i >= len(tokens) or tokens.start[i] >= end:
                    break
                out.append((start, tokens.start[i]))
                start = tokens.start[i]
            out.append((start, end))
        return [s for s, _ in out], [e for _, e in out]

    def _outside(self, start: int, at: int) -> int:
        """``at``, or when that is inside a quotation, the place before it or well after it."""
        over = self.quote_over(at)
        while over is not None:
            quote = self.quotes[over]
            if quote.open > start:
                return quote.open
            at = quote.close + _LONG // 2
            over = self.quote_over(at)
        return at

    def index_at(self, offset: int) -> int:
        """Number of the (joined) sentence at ``offset``, or of the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def row(self, index: int) -> Row:
        """The chunks of a (joined) sentence."""
        if index not in self._rows:
            self._rows[index] = self.chunks(self.starts[index], self.ends[index])
        return self._rows[index]

    def _announces(self, word: Chunk) -> bool:
        """Whether a word is a form of address; "m" in "sur 800 m." is none."""
        return word.low in civilities() and (word.low != "m" or self.doc.text[word.start] == "M")

    def _one_name(self, i: int) -> bool:
        """Whether the token at ``i``, an apostrophe and the next are a name: "N'Djamena", "M'Bour"."""
        tokens, text = self.doc.tokens, self.doc.text
        return text[tokens.start[i]].isupper() and text[tokens.start[i + 2]].isupper()

    def _wraps(self, end: int, hyphen: int) -> bool:
        """Whether the hyphen at a token breaks a word at a line end: "s'est félici-\\ntée"."""
        tokens, text = self.doc.tokens, self.doc.text
        after = tokens.start[hyphen + 1]
        gap = text[tokens.end[hyphen] : after]
        return tokens.start[hyphen] == end and gap.strip(" ") == "\n" and text[after].islower()

    def chunks(self, start: int, end: int, *, inside: bool = False) -> Row:
        """Chunks between two offsets; ``inside``: within a quotation, where its own marks are plain signs."""
        tokens = self.doc.tokens
        starts, lows, ends = tokens.start, tokens.lower, tokens.end
        names = self._names
        opens = {} if inside else self._quote_at
        out: list[Chunk] = []
        i, n = tokens.at(start), tokens.at(end)
        apart, append = self._apart, out.append
        while i < n:
            at, low = starts[i], lows[i]
            if at not in apart and low[0].isalnum() and low not in _ELIDED:
                append(Chunk("w", at, ends[i], low))  # most words
                i += 1
                continue
            if at in opens:
                over = opens[at]
                quote = self.quotes[over]
                out.append(Chunk("Q", quote.open, quote.close, "", over))
                i = max(i + 1, tokens.at(quote.close))
                continue
            if at in names:
                name = names[at]
                while out and out[-1].kind == "w" and self._announces(out[-1]):
                    out.pop()
                out.append(Chunk(name[1], at, name[0], "" if low in _ARTICLES else low))
                i = max(i + 1, tokens.at(name[0]))
                continue
            if low == "\u00ad":  # a hyphen that only a line end shows: "c'est ce que \u00addénonce X"
                i += 1
                continue
            if low in _SPLIT and i + 2 < n and lows[i + 1] == "'" and lows[i + 2].isalpha():
                out.append(Chunk("w", at, ends[i + 2], f"{low}'{lows[i + 2]}"))  # "aujourd'hui"
                i += 3
                continue
            if low in _OF_NAMES and i + 2 < n and lows[i + 1] == "'" and self._one_name(i):
                out.append(Chunk("w", at, ends[i + 2], f"{low}'{lows[i + 2]}"))  # "N'Djamena"
                i += 3
                continue
            if low in _ELIDED and i + 1 < n and lows[i + 1] == "'":  # before a mark: "qu'« aucun … »"
                out.append(Chunk("w", at, ends[i + 1], low + "'"))
                i += 2
                continue
            if low == "-" and out and out[-1].kind == "w" and i + 1 < n and self._wraps(out[-1].end, i):
                whole = out.pop()
                out.append(Chunk("w", whole.start, ends[i + 1], whole.low + lows[i + 1]))
                i += 2
                continue
            if low == "&" and out and out[-1].end == at and i + 1 < n and starts[i + 1] == ends[i]:
                whole = out.pop()
                out.append(Chunk("w", whole.start, ends[i + 1], whole.low + low + lows[i + 1]))  # "R&D"
                i += 2
                continue
            if low[0].isalnum() or low[-1] == "'":
                out.append(Chunk("w", at, ends[i], low))
            elif low != "." or not out or out[-1].kind != "w" or not self._announces(out[-1]):
                out.append(Chunk(low, at, ends[i], low))
            i += 1
        return Row(start, end, out)
