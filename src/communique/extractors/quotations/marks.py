"""Pairing of quotation marks: « » “ ” „ " ‹ › ' in any spacing, nested, reopened or never closed.

One pass over the marks with a stack: linear, never crossing. Straight marks open or close by what stands
around them; apostrophes, inches, minutes and seconds are no marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.document import Document, line_start

# Every alternative after one class of signs, which is what is searched for: three times as fast.
_MARKS = re.compile(
    r"[<>«»“”„‟\"‹›‘'’](?:(?<=[‘'’])[‘'’]|(?<=[«»“”„‟\"‹›‘])|(?<=<)<(?!<)|(?<=>)>(?!>)"
    r"|(?<=['’])(?:(?<!\w['’])(?=[^\W\d])"  # may open: not the apostrophe of "l'an", not the years of "'68"
    r"|(?<=[\w.!?…]['’])(?!\w)))"  # may close
)
_FAMILY = {
    "«": "«", "»": "«", "<<": "<", ">>": "<", "“": "“", "”": "“", "„": "„", "‟": "“",
    '"': '"', "‹": "‹", "›": "‹", "‘": "'", "'": "'", "’": "'",
    "‘’": "''", "‘‘": "''", "’’": "''", "''": "''", "’‘": "''", "'’": "''", "’'": "''", "‘'": "''",
    "'‘": "''",
}  # fmt: skip
_OPENS = frozenset({"«", "<<", "„", "‹", "‘"})
_AFTER_FIGURES = frozenset("”\"'’")
_EMPHASIS = frozenset("\\_*")  # of Markdown, inside the marks
_LIKE_APOSTROPHES = frozenset("”'’")
_CLOSES = frozenset({"»", ">>", "›"})
_BEFORE_OPENING = frozenset("([{«“„‹'’‘—–-/|*_>:")
# "le ministre de l"économie": a straight mark typed for an apostrophe
_FOR_APOSTROPHE = re.compile(r"(?:.{0,2}(?<!\w)[ldjmtsnc]|.?(?<!\w)qu)\"(?=[aeiouyhàâéèêîôœ])", re.S)
_WORD_CHARACTER = re.compile(r"[^\W_]")
_NEAR = 200
_ENDS = re.compile(r"[.!?…](?=\s|$)")
_AFTER_CLOSING = frozenset(",.;:!?)]…")
# ", a-t-il ajouté", ", dit-elle", ", ajoute le ministre": an incise
_TOLD_AFTER = re.compile(
    r"\s?,\s(?:(?:s['’]|l['’])?\w+-(?:t-)?(?:il|elle|ils|elles|on)\b"
    r"|(?!comme|entre|contre|outre)\w{4,}e(?:nt)? (?:(?:le|la|les|son|sa) |l['’]|M\. |Mme ))"
)
_NEXT_SENTENCE = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Ý])")
_BULLETS = "-–—•*"
_AFTER_STRAY = frozenset(",;")
_TURNED = frozenset("«»")
_OF_OTHERS = frozenset({"»", '"', "”", "’’", "''"})  # may close what another family opened
_PARAGRAPHS = 3000  # characters of words that go on in the next paragraph
_FRAGMENT = 120  # characters of words whose closing mark is an opening one


@dataclass(slots=True)
class Marked:
    """Words between marks. ``open`` and ``close`` delimit the marks too; ``start`` and ``end`` the words."""

    open: int
    close: int
    start: int = 0
    end: int = 0
    depth: int = 0
    closed: bool = True
    family: str = "«"
    width: int = 1  # of the mark that closes it
    bare: bool = False  # its opening mark lacks


@dataclass(slots=True)
class _Open:
    at: int
    family: str
    block: int
    pairs_before: int


def blocks(doc: Document) -> list[tuple[int, int]]:
    """The stretches that bound an unclosed mark: sections, hard-wrapped lines of one paragraph together."""
    out: list[tuple[int, int]] = []
    for section in doc.sections:
        if out and _wraps(doc.text, out[-1], section.start):
            out[-1] = (out[-1][0], section.end)
        else:
            out.append((section.start, section.end))
    return out


def _wraps(text: str, block: tuple[int, int], start: int) -> bool:
    """A line that ends in mid-sentence at a hard line end, the next one going on in lower case."""
    between = text[block[1] : start]
    line = line_start(text, block[1], block[0])
    return (
        between.count("\n") == 1
        and block[1] - line > 50
        and text[block[1] - 1] not in '.!?…:»”"'
        and (text[start].islower() or text[start] in "«“(" or text[block[1] - 1] == ",")
    )


def find_marked(text: str, bounds: Iterable[tuple[int, int]]) -> list[Marked]:
    """Every stretch between marks of ``text``, outermost first, sorted by start; they never cross.

    >>> [(m.start, m.end) for m in find_marked('Il dit « oui » et "non".', [(0, 24)])]
    [(9, 12), (19, 22)]
    """
    return _Pairing(text, list(bounds)).run()


class _Pairing:
    def __init__(self, text: str, bounds: Sequence[tuple[int, int]]) -> None:
        self.text, self.bounds = text, bounds
        self.pairs: list[Marked] = []
        self.stack: list[_Open] = []
        self.turned: dict[int, bool] = {}
        self.open_count: dict[str, int] = {}
        self.surplus = 0  # opening guillemets of the block still to read, less the closing ones

    def run(self) -> list[Marked]:
        found = list(_MARKS.finditer(self.text))
        places = [m.start() for m in found]
        last = 0
        for block, (start, end) in enumerate(self.bounds):
            first = bisect_left(places, start, last)
            last = bisect_left(places, end, first)
            if first == last and not self.stack:
                continue
            marks = [m for m in found[first:last] if not self._is_unit(m, end)]
            if self.stack:
                marks = self._reopen(marks, start, block)
            if not self.stack:
                self._turn(marks, end)
            straight = sum(m.group() == '"' for m in marks)
            self.surplus = sum((m.group() == "«") - (m.group() == "»") for m in marks)
            for i, m in enumerate(marks):
                straight -= m.group() == '"'
                following = marks[i + 1] if i + 1 < len(marks) else None
                if m.group() in _TURNED:
                    unread = self.surplus
                    self.surplus -= 1 if m.group() == "«" else -1
                    if self._misused(m, following, unread, end):
                        continue
                if not self._read(m, following, straight, block, (start, end)):
                    if not self.stack and _TOLD_AFTER.match(self.text, m.end(), end):
                        self._open_lacks(m, start)
                    self._close_other(m, marks[i + 1 : i + 7], straight, (start, end))
            self._settle(block)
        self._finish(len(self.bounds) - 1)
        return _nest(self.text, self.pairs)

    def _turn(self, marks: Sequence[re.Match[str]], end: int) -> None:
        """The other way round: "»Ja«", " » Je n'ai rien vu « , dit-il": they open in turn."""
        depth = 0
        for m in marks:
            mark = m.group()
            if mark == "«":
                depth += 1
            elif mark == "»":
                depth -= 1
                if depth < 0:
                    break
        if depth >= 0:
            return
        pairs = [m for m in marks if m.group() in _TURNED]
        for i, m in enumerate(pairs):
            after = self._after(m, end)
            word = after.isalnum() or after in ("(", "[", "…", "“", '"', "’", "'")
            if not (after and word if i % 2 == 0 else m.group() == "»" or self._ends_words(m, end)):
                return
        if len(pairs) % 2 == 0:
            self.turned.update((m.start(), i % 2 == 0) for i, m in enumerate(pairs))

    def _after(self, m: re.Match[str], end: int) -> str:
        """The first sign after a mark and the spaces that follow it."""
        at = m.end()
        while at < end and self.text[at].isspace():
            at += 1
        return self.text[at : at + 1] if at < end else ""

    def _ends_words(self, m: re.Match[str], end: int) -> bool:
        """Whether a "«" stands where words end: "bien«", "bien « ,", "bien « " at the end of a paragraph."""
        after = self._after(m, end)
        return not after or after in _AFTER_CLOSING or not self.text[m.start() - 1].isspace()

    def _misused(
        self,
        m: re.Match[str],
        following: re.Match[str] | None,
        surplus: int,
        end: int,
    ) -> bool:
        """Whether a guillemet stands for nothing ("tous partis«;"); the two of "»Ja« sur" are turned."""
        text, at = self.text, m.start()
        if at in self.turned:
            return False
        beside = text[at - 1 : at] if at else " "
        if m.group() == "»":
            if self.stack or not beside.isspace() or not text[m.end() : m.end() + 1].isalnum():
                return False
            if following is None or following.group() != "«" or text[following.start() - 1].isspace():
                return False
            closes = following.end() >= end or not text[following.end()].isalnum()
            if closes:
                self.turned[at], self.turned[following.start()] = True, False
            return False
        if not self._is_open("«"):
            return beside.isalnum() and text[m.end() : m.end() + 1] in _AFTER_CLOSING and m.end() < end
        # "une « violence inouïe « contre les agents": a closing mark lacks, an opening one is too many
        if self.open_count["«"] + surplus != 2 or not beside.isspace() or at - self.stack[-1].at > _FRAGMENT:
            return False
        words = text[self.stack[-1].at + 1 : at]
        if self._after(m, end).islower() and "," not in words and not _ENDS.search(words):
            self.turned[at] = False
        return False

    def _close_other(
        self, m: re.Match[str], later: Sequence[re.Match[str]], straight: int, span: tuple[int, int]
    ) -> None:
        """“Nous partons», "Nous partons », « Nous partons": closed with the sign of another family."""
        mark = m.group()
        if mark not in _OF_OTHERS or not self.stack or not self._looks_closing(m, span):
            return
        top = self.stack[-1].family
        if top == _FAMILY[mark] or top not in ("«", "“", '"') or self.text[m.start() - 1].isdigit():
            return
        if mark != "»" and self._space_before(m, span[0]):
            return
        if top == '"':
            if straight % 2 == 0:
                self._close(m, top)
            return
        for other in later:
            sign = other.group()
            if _FAMILY[sign] == top or (top == "«" and sign == "»"):
                if sign in ("»", "”"):
                    return
                break
        self._close(m, top)

    def _is_unit(self, m: re.Match[str], end: int) -> bool:
        """Seconds inside a time or an angle: 2’10”62."""
        if m.group() == '"' and _FOR_APOSTROPHE.match(self.text, max(0, m.start() - 3)):
            return True
        if m.group() not in _AFTER_FIGURES:
            return False
        before, after = self.text[m.start() - 1 : m.start()], self.text[m.end() : min(m.end() + 1, end)]
        return before.isdigit() and after.isdigit()

    def _reopen(self, marks: list[re.Match[str]], start: int, block: int) -> list[re.Match[str]]:
        """A paragraph that begins with a mark goes on with the quotation left open before it."""
        first = marks[0] if marks else None
        kept = self.stack[0]
        if first is not None and kept.block == block - 1 and self._closes_later(kept, first, start):
            kept.block = block
            return marks
        if (
            first is not None
            and _FAMILY[first.group()] == kept.family
            and not self.text[start : first.start()].strip(" \t\u00a0\u202f-–—•*>")
            and not self._own_item(start, first.start(), kept.at)
        ):
            kept.block = block
            return marks[1:]
        self._finish(block - 1)
        return marks

    def _own_item(self, start: int, mark: int, before: int) -> bool:
        """ "-« Le film est court" under "-« Le son est fort": each item holds its own words."""
        here = self.text[start:mark].strip()
        there = self.text[line_start(self.text, before) : before].strip()
        return here[:1] in _BULLETS and there[:1] in _BULLETS and bool(here and there)

    def _closes_later(self, kept: _Open, first: re.Match[str], start: int) -> bool:
        """Whether a paragraph goes on with words left open, without a mark of its own, and closes them."""
        mark, text = first.group(), self.text
        if _FAMILY[mark] != kept.family or first.start() - kept.at > _PARAGRAPHS:
            return False
        glued = not text[first.start() - 1].isspace() or mark == "»"
        if mark in ("»", "”"):
            return glued and text[start : first.start()].strip() != ""
        if mark != '"' or not glued or text[first.start() - 1] in _BEFORE_OPENING:
            return False
        line = line_start(text, start - 1)
        return text.count("\n", line, start) == 1 and start - line > 50 and text[start - 2] not in ".!?:"

    def _read(
        self,
        m: re.Match[str],
        following: re.Match[str] | None,
        straight: int,
        block: int,
        span: tuple[int, int],
    ) -> bool:
        """Whether the mark opens or closes something of its own family."""
        mark = m.group()
        family = _FAMILY[mark]
        if mark == "”" and not self._is_open("“") and self._is_open("„"):
            family = "„"
        if straight % 2 and mark == '"' and self._is_inches(m, following, span):
            return True
        if mark == "“" and self._is_open("„") and self._looks_closing(m, span):
            self._close(m, "„")
        elif self._opens(m, span):
            if mark == '"' and self._is_open(mark) and self.stack[-1].family == mark:
                self._cut_at_sentence(m)
            self.stack.append(_Open(m.start(), family, block, len(self.pairs)))
            self.open_count[family] = self.open_count.get(family, 0) + 1
        elif self._is_open(family):
            top = self.stack[-1]
            if mark == '"' and top.family == mark and self._opened_twice(top.at, m.start()):
                top.at = m.start()
            else:
                self._close(m, family)
        else:
            return False
        return True

    def _cut_at_sentence(self, m: re.Match[str]) -> None:
        """ "Rien n'est fait. "Tout reste à voir", dit-il": words never closed end with their sentence."""
        end = m.start()
        while self.text[end - 1].isspace():
            end -= 1
        top = self.stack[-1]
        if self.text[end - 1] in ".!?…" and self.text[m.end() : m.end() + 1].isupper() and end - top.at > 2:
            first = _ENDS.search(self.text, top.at, end)
            if first is not None and self.text[top.at + 1].islower():
                end = first.end()  # a fragment ends with the writer's sentence
            self.stack.pop()
            self.open_count[top.family] -= 1
            self.pairs.append(Marked(top.at, end, closed=False, family=top.family))

    def _open_lacks(self, m: re.Match[str], start: int) -> None:
        """ "Il partira ", dit-il. Le plan est vert ", a-t-il ajouté": sentences since the incise before."""
        last = self.pairs[-1] if self.pairs and self.pairs[-1].close > start else None
        if last is None or m.start() - last.close > _PARAGRAPHS:
            return
        begins = _NEXT_SENTENCE.search(self.text, last.close, m.start())
        if begins is not None:
            pair = Marked(begins.end(), m.end(), family=_FAMILY[m.group()], width=m.end() - m.start())
            pair.bare = True
            self.pairs.append(pair)

    def _opened_twice(self, first: int, second: int) -> bool:
        """ "a relevé que " " ce n'est rien "": two marks with nothing between, after what announces words."""
        if second - first > 3 or self.text[first + 1 : second].strip():
            return False
        return self.text[max(0, first - 6) : first].rstrip().endswith((" que", ":", " de", " à"))

    def _opens(self, m: re.Match[str], span: tuple[int, int]) -> bool:
        mark = m.group()
        if m.start() in self.turned:
            return self.turned[m.start()]
        if mark in _OPENS:  # "les «visiteurs« arrivent", "les « visiteurs « , dit-il": the wrong sign
            if mark != "«" or not self._is_open("«"):
                return True
            if self._space_before(m, span[0]):
                after = self._after(m, span[1])
                return bool(after) and (after not in _AFTER_CLOSING or self.text[m.end()] == "…")
            return not self._space_after(m, span[1])
        if mark in _CLOSES:
            return False
        left, right = self._space_before(m, span[0]), self._space_after(m, span[1])
        if mark in ("“", "‟"):
            return not (self._is_open("“") and not left and right)
        if mark in _LIKE_APOSTROPHES:
            return left and not right and not (mark == "”" and self._is_open("“"))
        if not self._is_open(_FAMILY[mark]):
            if mark == '"' and self._after(m, span[1]) in _AFTER_STRAY and m.end() < span[1]:
                return False  # "Ce sera un plan vert ", a-t-il dit": its opening mark lacks
            return left  # after a digit or a letter with nothing open: inches, or a stray mark
        return left and not right

    def _is_inches(self, m: re.Match[str], following: re.Match[str] | None, span: tuple[int, int]) -> bool:
        """In "un écran de 15" pour tous" the mark after the digits leaves an odd one to close the words."""
        return (
            self._is_open('"')
            and self.text[m.start() - 1].isdigit()
            and following is not None
            and following.group() == '"'
            and not self._space_before(following, span[0])
        )

    def _close(self, m: re.Match[str], family: str) -> None:
        while self.stack:
            top = self.stack.pop()
            self.open_count[top.family] -= 1
            if top.family == family:
                self.pairs.append(Marked(top.at, m.end(), family=family, width=m.end() - m.start()))
                return

    def _settle(self, block: int) -> None:
        """At the end of a block only an outermost, wholly open mark may go on: the rest is dropped."""
        while len(self.stack) > 1 or (self.stack and self.stack[0].family == "'"):
            top = self.stack.pop()
            self.open_count[top.family] -= 1

    def _finish(self, block: int) -> None:
        """A mark that nothing closed: its words go to the end of the block where it was last opened."""
        for top in self.stack:
            closed = False
            end = self.bounds[min(top.block, block)][1]
            inside = [p.open for p in self.pairs[top.pairs_before :] if p.family == top.family]
            if inside:  # another quotation begins before: the words end with the sentence before it
                cut = [m.end() for m in _ENDS.finditer(self.text, top.at, min(inside))]
                fragment = self.text[top.at + 1 : top.at + 3].strip()[:1].islower()
                end = (cut[0] if fragment else cut[-1]) if cut else min(inside)
                if not cut and self._shares(top, min(inside)):
                    end = min(p.close for p in self.pairs[top.pairs_before :] if p.open == min(inside))
                    closed = True
                over = [p.open for p in self.pairs[top.pairs_before :] if p.open < end < p.close]
                if over:  # never within other marks
                    end, closed = min(over), False
            self.pairs.append(Marked(top.at, end, closed=closed, family=top.family))
            self.open_count[top.family] -= 1
        self.stack.clear()

    def _shares(self, top: _Open, inner: int) -> bool:
        """ "« Ils demandent des « moyens durables », dit-il": the one mark closes both."""
        before = self.text[top.at + 1 : inner].rstrip()
        return top.family in ("«", "“") and "\n" not in before and not before.endswith((",", ";"))

    def _is_open(self, family: str) -> bool:
        return self.open_count.get(family, 0) > 0

    def _space_before(self, m: re.Match[str], start: int) -> bool:
        if m.start() <= start:
            return True
        char = self.text[m.start() - 1]
        return char.isspace() or char in _BEFORE_OPENING

    def _space_after(self, m: re.Match[str], end: int) -> bool:
        return m.end() >= end or not (self.text[m.end()].isalnum() or self.text[m.end()] in "«“‘'’([{<…")

    def _looks_closing(self, m: re.Match[str], span: tuple[int, int]) -> bool:
        return not self._space_before(m, span[0]) or self._space_after(m, span[1])


def _nest(text: str, pairs: list[Marked]) -> list[Marked]:
    """Pairs sorted, with the words they hold and their depth; pairs without a word are dropped."""
    out: list[Marked] = []
    above: list[Marked] = []
    for pair in sorted(pairs, key=lambda p: (p.open, -p.close)):
        width = 2 if pair.family in ("<", "''") else 1 - pair.bare
        pair.start, pair.end = pair.open + width, pair.close - (pair.width if pair.closed else 0)
        while pair.start < pair.end and (text[pair.start].isspace() or text[pair.start] in _EMPHASIS):
            pair.start += 1
        while pair.end > pair.start and (text[pair.end - 1].isspace() or text[pair.end - 1] in _EMPHASIS):
            pair.end -= 1
        while above and above[-1].close <= pair.open:
            above.pop()
        far = pair.end if not above else min(pair.end, pair.start + _NEAR)  # deep inside, look no further
        if not _WORD_CHARACTER.search(text, pair.start, far):
            continue
        pair.depth = len(above)
        above.append(pair)
        out.append(pair)
    return out
