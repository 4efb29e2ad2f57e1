"""The article while it is being read: raw text, same-length shadows of it, tokens, sections, entities.

The raw text is never rewritten. Patterns read *shadows* of it, strings of exactly the same length in
which one character stands for one character, so that an offset found in a shadow is an offset in the text:

- ``lower``: lower case; every space but a line end is a plain space, and so is the raised call of a note;
  apostrophes are ``'``;
- ``plain``: the same without accents ("à l'échelle" → "a l'echelle").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from communique.glued import glued_at
from communique.numbers import CALLING, Number, find_numbers
from communique.records import Section, Sentence, Span
from communique.shadows import line_shadow as line_shadow
from communique.shadows import lower_shadow as lower_shadow
from communique.shadows import plain_shadow as plain_shadow
from communique.shadows import shadows
from communique.shadows import without_accents as without_accents
from communique.spellings import Chunk, Spelling, known_chunks, known_spellings

# An elided word with its apostrophe, a word (with inner hyphens), a number, or one other sign.
# The letters of French come before \w, and what tells an alternative apart opens it: a quarter less time.
_LETTERS = r"[a-zß-öø-ÿ][a-z0-9_ß-öø-ÿ]*+\w*+"
_TOKEN = re.compile(
    r"[ldjmtsnc]'(?=\w)|(?:qu|quoiqu|quelqu)'(?=\w)|jusqu'(?=\w)|lorsqu'(?=\w)|puisqu'(?=\w)"
    rf"|{_LETTERS}(?:[-\u2010\u2011·]\w++)*+"
    r"|[!-/:-@«»’]"
    r"|\d\d*+(?:[.,]\d++)*+(?![^\W\d])"
    r"|\w++(?:[-\u2010\u2011·]\w++)*+"
    r"|[^\w\s]"
)
_FIRST_SIGNS, _LAST_SIGNS = frozenset("(«"), frozenset(",.;:!?)»")


def _is_compound(word: str) -> bool:
    """Whether words of letters are tied by hyphens."""
    if "-" not in word or word[0] == "-" or word[-1] == "-" or "--" in word:
        return False
    return word.replace("-", "").isalpha()


def split_tokens(shadow: str) -> list[str]:
    """The tokens of a shadow: ``split_tokens("d'un 12,5 %")`` is ``["d'", "un", "12,5", "%"]``."""
    if shadow.isalpha() or shadow.isdecimal():
        return [shadow]
    word = shadow[:-1] if shadow[-1:] in _LAST_SIGNS else shadow
    first = 1 if word[:1] in _FIRST_SIGNS else 0
    elided = 2 if word[first + 1 : first + 2] == "'" and word[first] in "ldjmtsnc" else 0
    bare = word[first + elided :]
    if not (bare.isalpha() or bare.isdecimal() or _is_compound(bare)):
        return _TOKEN.findall(shadow)
    parts = (shadow[:first], shadow[first : first + elided], bare, shadow[len(word) :])  # "(l'article)"
    return [part for part in parts if part]


def line_start(text: str, at: int, low: int = 0) -> int:
    """Where the line of ``at`` begins, not before ``low``: ``line_start("un\\ndeux", 5)`` is 3."""
    return text.rfind("\n", low, at) + 1 or low


def starts_of(shadow: str, openings: Iterable[str], start: int = 0, end: int | None = None) -> list[int]:
    """Where some strings begin: ``starts_of("le prix de la coupe", ("prix", "coupe"))`` is ``[3, 14]``."""
    stop = len(shadow) if end is None else end
    found = []
    for opening in openings:
        at = shadow.find(opening, start, stop)
        while at >= 0:
            found.append(at)
            at = shadow.find(opening, at + 1, stop)
    found.sort()
    return found


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` finds, if all that it can find begins at one of ``starts``."""
    done, stop = 0, len(text) if end is None else end
    for start in starts:
        if start >= done and (m := pattern.match(text, start, stop)):
            done = m.end()
            yield m


class Entity(NamedTuple):
    """A name tagged by the statistical model: ``label`` is PER, ORG, LOC or MISC."""

    start: int
    end: int
    label: str


class Doubt(NamedTuple):
    """A name that its context leaves open, and the ``label`` that would settle it if the model gave it."""

    start: int
    end: int
    label: str


_LONG = 40  # a chunk that is longer is hardly met again


def _cut(surface: str, shadow: str, plain: str) -> Chunk:
    """A chunk with its tokens."""
    known = known_spellings()
    chunk = Chunk(shadow)
    at = 0
    for token in split_tokens(shadow):  # there are but spaces between tokens: the next like it is it
        start = shadow.find(token, at)
        at = start + len(token)
        cut = start + glued_at(surface[start:at])
        for first, last in ((start, cut), (cut, at)) if cut > start else ((start, at),):
            text, low = surface[first:last], shadow[first:last]
            form = known.get(text)
            if form is None or form.lower != low:
                form = known[text] = Spelling(text, low, plain[first:last])
            chunk.add(first, last, form)
    return chunk


def _ends_table(ends: list[int]) -> list[int]:
    """For every eighth offset, which of some spans in order is the first that ends after it."""
    table: list[int] = []
    for i, end in enumerate(ends):
        while len(table) << 3 < end:
            table.append(i)
    return table


def _ending_after(ends: list[int], table: list[int], offset: int) -> int:
    """Index of the first span that ends after ``offset``."""
    if offset < 0:
        return 0
    i, last = offset >> 3, len(ends)
    i = table[i] if i < len(table) else last
    while i < last and ends[i] <= offset:
        i += 1
    return i


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, numbers and signs as parallel columns; ``lower`` and ``plain`` are shadows of ``text``."""

    start: list[int]
    end: list[int]
    text: list[str]
    lower: list[str]
    plain: list[str]
    _at: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.start)

    def at(self, offset: int) -> int:
        """Index of the token that holds ``offset`` or, between tokens, of the next one."""
        if not self._at:
            self._at.extend(_ends_table(self.end))
        return _ending_after(self.end, self._at, offset)

    def before(self, offset: int) -> int:
        """Index of the last token that ends at or before ``offset`` (-1 when there is none)."""
        return self.at(offset) - 1


class _Spans:
    """Where some spans begin and end, in order and apart from each other."""

    __slots__ = ("ends", "starts", "table")

    def __init__(self, spans: Sequence[Span]) -> None:
        self.starts = [span.start for span in spans]
        self.ends = [span.end for span in spans]
        self.table = _ends_table(self.ends)

    def at(self, offset: int) -> int:
        """Index of the one that holds ``offset``, or -1."""
        i = _ending_after(self.ends, self.table, offset)
        return i if i < len(self.starts) and self.starts[i] <= offset else -1


@dataclass
class Document:
    """A text with what the stages add to it; see the module's page for ``lower`` and ``plain``.

    >>> doc = Document("L’École est 6e.")
    >>> doc.plain, doc.tokens.text[:2]
    ("l'ecole est 6e.", ['L’', 'École'])
    """

    text: str
    published: str | None = None
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    lower: str = field(init=False, repr=False, compare=False)
    plain: str = field(init=False, repr=False, compare=False)
    tokens: Tokens = field(init=False, repr=False, compare=False)
    forms: list[Spelling] = field(init=False, repr=False, compare=False)
    _places: dict[str, list[int]] | None = field(default=None, repr=False, compare=False)
    _numbers: tuple[Number, ...] | None = field(default=None, repr=False, compare=False)
    _section_spans: _Spans | None = field(default=None, repr=False, compare=False)
    _sentence_spans: _Spans | None = field(default=None, repr=False, compare=False)
    # What the learned model of names weighs each feature with; nothing where it is not asked.
    name_weights: dict[str, float] = field(default_factory=dict)
    # The weights of the learned choices about rankings, by choice; nothing where the rules alone are asked.
    choices: Mapping[str, Mapping[str, int]] = field(default_factory=dict, repr=False, compare=False)
    # What an extractor keeps of its work, by its name, for when the model answers.
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.lower, self.plain = shadows(self.text)
        self.tokens = self._find_tokens()

    def _find_tokens(self) -> Tokens:
        """No token holds a space: what stands between two is cut once, and kept with its tokens."""
        text, known = self.text, known_chunks()
        starts: list[int] = []
        ends: list[int] = []
        forms: list[Spelling] = []
        at = 0
        for line in self.lower.split("\n"):
            for piece in line.split(" "):
                size = len(piece)
                if size:
                    surface = text[at : at + size]
                    chunk = known.get(surface)
                    if chunk is None or chunk.lower != piece:
                        chunk = _cut(surface, piece, self.plain[at : at + size])
                        if size <= _LONG:
                            known[surface] = chunk
                    if chunk.only is not None:
                        starts.append(at)
                        ends.append(at + size)
                        forms.append(chunk.only)
                    else:
                        for n, form in enumerate(chunk.forms):
                            starts.append(at + chunk.starts[n])
                            ends.append(at + chunk.ends[n])
                            forms.append(form)
                at += size + 1
        self.forms = forms
        texts, lowers, plains = [f.text for f in forms], [f.lower for f in forms], [f.plain for f in forms]
        return Tokens(starts, ends, texts, lowers, plains)

    @property
    def places(self) -> dict[str, list[int]]:
        """The plain tokens with the indices at which each stands, in order: where a word may call a rule."""
        if self._places is None:
            self._places = self._find_places()
        return self._places

    def _find_places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for i, word in enumerate(self.tokens.plain):
            if (at := places.get(word)) is None:
                places[word] = [i]
            else:
                at.append(i)
        return places

    def places_of(self, words: frozenset[str]) -> list[int]:
        """The indices of the tokens whose plain form is one of ``words``, in order."""
        places = self.places
        few = len(words) < len(places)
        met = [word for word in words if word in places] if few else list(words.intersection(places))
        return sorted(chain.from_iterable([places[word] for word in met])) if met else []

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of the text, in digits or words, in order, without overlap."""
        if self._numbers is None:
            starts, tokens = self.tokens.start, self.tokens.lower
            calling = [(starts[i], tokens[i]) for i in CALLING.of(self.forms)]
            self._numbers = tuple(find_numbers(self.lower, self.text, calling))
        return self._numbers

    def section_at(self, offset: int) -> Section | None:
        """The section that holds ``offset``, or None in the blank between two."""
        if self._section_spans is None:
            self._section_spans = _Spans(self.sections)
        i = self._section_spans.at(offset)
        return self.sections[i] if i >= 0 else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``, or None in the blank between two."""
        if self._sentence_spans is None:
            self._sentence_spans = _Spans(self.sentences)
        i = self._sentence_spans.at(offset)
        return self.sentences[i] if i >= 0 else None


LINE = re.compile(r"(?<![^\n])[^\S\n]*+\S[^\n]*")  # one that is not blank
_HYPHEN = re.compile(r"-(?<=\w-)[^\S\n]*\n\s*(?=[^\Wa-zß-öø-ÿ\d_])")  # "Paris-\nNanterre"
HYPHENATION = re.compile(r"-(?<=\w-)[^\S\n]*\n\s*(?=[a-zà-ÿ])")


def fold_name(surface: str) -> str:
    """A name as a value: runs of spaces and line ends are one space, a hyphenated line end is rejoined.

    >>> fold_name("Shanghai\\nRanking  Consul-\\ntancy")
    'Shanghai Ranking Consultancy'
    """
    if "\n" in surface:
        surface = _HYPHEN.sub("-", HYPHENATION.sub("", surface))
    return " ".join(surface.split())
