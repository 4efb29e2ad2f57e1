"""Enumerations: what stands in a row is alike, and fills its place between two commas or in its line.

« Signataires : Halte au Bruit, Sherpal, Réseau Air Climat », one name a line, or « soutenu par X, Y et Z ».
"""

from __future__ import annotations

from itertools import pairwise

from communique.extractors.institutions.candidates import Context, Item, Roster, Rosters
from communique.extractors.institutions.open_names import acts
from communique.extractors.institutions.usage_lists import company_forms, negatives
from communique.extractors.institutions.words import ROOM, Words, wordset
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_PLACES = places()
_ANNOUNCING = wordset("announcing")
TELLING = wordset("thing_words") | wordset("thing_nouns") | wordset("bearers")
_ROLE_NOUNS = words(ROOM, "role_nouns.txt")
_COMPANY_FORMS = company_forms()

BARS = ("|", "•", "·", "│")
_COMMAS = (",", ";", "et", "ou")
_DASHES = ("-", "–", "—", "/")
_DONE = ("é", "ée", "és", "ées", "enu", "enue", "enus", "enues")
_SIGNED = ("signe", "cosigne", "co-signe")  # and their feminine, their plural
_SMALL = frozenset(("le", "la", "les"))
_SPACED = frozenset("-–—/")
_STOPS = frozenset('.:!?«»“”"')
_LEADING = wordset("leading")
_LONGEST, _LABEL, _FEWEST, _MANY = 13, 8, 3, 3
_LONG_LINE = 20  # tokens of an item that fills its line
_LINE = 120  # characters of a line that may be an item
_ASIDE = 14  # tokens of a parenthesis


def find_rosters(ctx: Context, taken: set[int]) -> Rosters:
    """The rows of an article, by the tokens of their items."""
    out: Rosters = {}
    reader = _Reader(ctx, taken)
    for roster in (*reader.rows(BARS), *reader.rows(_COMMAS), *reader.rows(_DASHES), *reader.lines()):
        for item in roster.items:
            for k in range(item.first, item.last):
                out.setdefault(k, (roster, item))
    return out


class _Reader:
    def __init__(self, ctx: Context, taken: set[int]) -> None:
        self.ctx, self.w, self.taken = ctx, ctx.w, taken
        self.aside: dict[int, int] = {}  # tokens between parentheses, with the one that opens them
        for p in self.w.doc.places.get("(", ()):
            close = next((k for k in range(p + 1, min(len(self.w), p + _ASIDE)) if self.w.text[k] == ")"), p)
            self.aside.update(dict.fromkeys(range(p, close + 1), p))

    def rows(self, signs: tuple[str, ...]) -> list[Roster]:
        """Names between commas, or between dashes."""
        w, out = self.w, list[Roster]()
        row: list[int] = []  # the separators of the row so far
        within = -1
        for k in w.places_of(signs):
            if not self.parts(k):
                continue
            aside = self.aside.get(k, -1)
            if aside != within:
                if aside >= 0 and row and aside - row[-1] <= _LONGEST:
                    continue  # a comma between parentheses, inside an item
                self.close(row, out)
                row, within = [], aside
            if row and not self.goes_on(row[-1], k):
                self.close(row, out)
                row = []
            row.append(k)
        self.close(row, out)
        return out

    def parts(self, k: int) -> bool:
        """Whether the sign at token ``k`` parts two names: no hyphen, no bullet, no « et » of one name."""
        w = self.w
        if k in self.taken or k + 1 >= len(w):
            return False
        sign = w.text[k]
        if sign in _SPACED:
            return w.gap(k) != "" and w.gap(k + 1) != "" and not w.line_break(k)
        if w.plain[k] in ("et", "ou"):
            first = self.first(k + 1, min(len(w), k + 4))
            return first < len(w) and (w.cap[first] or first in self.taken)
        return not (sign in BARS and w.line_break(k))

    def first(self, k: int, limit: int) -> int:
        """The first word of what begins at token ``k``, small words aside."""
        w = self.w
        while k < limit and w.plain[k] in _LEADING and not w.cap[k]:
            k += 1
        return k

    def goes_on(self, before: int, after: int) -> bool:
        """Whether one item stands between two separators."""
        w = self.w
        first = self.first(before + 1, after)
        if first >= after:
            return after - before <= 2 and w.plain[after] in ("et", "ou")
        if not (w.cap[first] or first in self.taken):
            return False
        aside = self.aside
        inside = [k for k in range(before + 1, after) if aside.get(k, -1) == aside.get(before, -1)]
        return len(inside) <= _LONGEST and not any(w.text[k] in _STOPS or w.line_break(k) for k in inside)

    def close(self, row: list[int], out: list[Roster]) -> None:
        """Add the row whose separators were found, if it has enough names or something announces it."""
        if not row:
            return
        near = self.w.text[max(0, row[0] - _LONGEST - 2) : row[0]]
        if len(row) == 1 and ":" not in near and "(" not in near:
            return  # two names at most, and nothing announces them
        items: list[Item] = []
        opening, begins = self.opening(row[0])
        if opening is not None:
            items.append(opening)
        for before, after in pairwise(row):
            first = self.first(before + 1, after)
            if first < after:
                items.append(self.item(first, self.bare_end(first, after), closed=True))
        closing = self.closing(row[-1])
        if closing is not None:
            items.append(closing)
        label, noun = self.label(begins) if begins else ("", "")
        if not label and items and self.signed(items[0].first):
            label, noun = "body", "signataire"
        if len(items) >= _FEWEST or (label and len(items) > 1):
            out.append(Roster(items, self.w.text[row[0]], label, noun))

    def signed(self, k: int) -> bool:
        """« une lettre signée par A, B et C »."""
        k -= k > 0 and self.w.plain[k - 1] in _SMALL
        return k > 1 and self.w.plain[k - 1] == "par" and self.w.plain[k - 2].startswith(_SIGNED)

    def item(self, first: int, last: int, *, closed: bool) -> Item:
        return Item(first, last, self.state(first), closed)

    def bare_end(self, first: int, end: int) -> int:
        """The end of an item without its parenthesis."""
        return next((k for k in range(first + 1, end) if self.w.text[k] == "("), end)

    def opening(self, sep: int) -> tuple[Item | None, int]:
        """The item before the first separator, and the token that opens its clause where it fills it."""
        w, end = self.w, sep
        if end and w.text[end - 1] == ")":
            end = self.aside.get(end - 1, end)
        k = end
        while k > 0 and end - k <= _LONGEST and w.joined(k) and self.runs(k - 1):
            k -= 1
        if end - k <= _LONGEST:
            first = self.first(k, end)
            named = first < end and (w.cap[first] or first in self.taken)
            if named and (w.text[k - 1] in ":(" or all(self.nominal(n) for n in range(first, end))):
                return self.item(first, end, closed=True), k
        first = end
        while first and end - first < _LONGEST and (w.cap[first - 1] or first - 1 in self.taken):
            first -= 1
            if not w.joined(first):
                break
        return (self.item(first, end, closed=False) if first < end else None), 0

    def nominal(self, k: int) -> bool:
        """A word that a name holds in the middle of a sentence."""
        return self.w.cap[k] or k in self.taken or self.w.plain[k] in _LEADING or not self.w.is_word(k)

    def closing(self, sep: int) -> Item | None:
        """The item after the last separator."""
        w = self.w
        first = self.first(sep + 1, min(len(w), sep + 4))
        if first >= len(w) or not (w.cap[first] or first in self.taken) or w.line_break(first):
            return None
        end = first + 1
        while (
            end < len(w) and end - first < _LONGEST and w.joined(end) and self.runs(end) and not acts(w, end)
        ):
            end += 1
        if end >= len(w) or w.line_break(end) or w.text[end] in ".(":
            return self.item(first, end, closed=True)
        end = first + 1
        while end < len(w) and w.joined(end) and (w.cap[end] or end in self.taken):
            end += 1
        return self.item(first, end, closed=False)

    def runs(self, k: int) -> bool:
        text = self.w.text[k]
        return text not in _STOPS and text not in "(),;/"

    def state(self, k: int) -> str:
        """What the article makes of the word at token ``k``."""
        w = self.w
        if k in self.taken or (w.plain[k] in _SMALL and k + 1 in self.taken):
            return "body"
        if self.ctx.in_person[k]:
            return "person"
        if registry_key(w.text[k]) in _PLACES or self.ctx.reached_or_local(w.text[k]):
            return "place"
        return "name" if w.cap[k] else "word"

    def lines(self) -> list[Roster]:
        """Names one a line, bulleted or not, and names after a label."""
        w, text, out = self.w, self.w.doc.text, list[Roster]()
        items: list[Item] = []
        above = (0, 0)
        for start, end in _short_lines(text):
            i, j = w.doc.tokens.at(start), w.doc.tokens.before(end) + 1
            while i < j and not w.is_word(i) and not w.text[i][0].isdigit():
                i += 1
            i += i + 1 < j and w.text[i] in _SMALL and w.cap[i + 1]  # "le Réseau des lecteurs"
            stop = next((k for k in range(i + 1, j) if self.ends_item(k)), j)
            named = i < j and (w.cap[i] or i in self.taken) and stop - i <= _LONG_LINE
            if named and stop < j and w.text[stop] == ":":
                self.labelled(i, stop, j, out)
                named = False
            ends = w.text[j - 1] in ".!?:"
            stop -= ends and stop == j
            if named and stop > i and (not ends or (w.text[j - 1] == "." and len(items) >= _FEWEST)):
                items.append(self.item(i, stop, closed=True))
            if not named or ends:
                self.end_lines(items, above, out)
                items, above = [], (i, j)
        self.end_lines(items, above, out)
        return out

    def ends_item(self, k: int) -> bool:
        w = self.w
        return w.text[k] in "(:,;" or (w.text[k] in _SPACED and w.gap(k) != "")

    def labelled(self, first: int, colon: int, end: int, out: list[Roster]) -> None:
        """« Éditeur : Torvane Presse (Lyon) »: one name after its label."""
        w, i = self.w, self.first(colon + 1, end)
        stop = next((k for k in range(i + 1, end) if self.ends_item(k)), end)
        if i < end and (w.cap[i] or i in self.taken) and stop - i <= _LONGEST:
            label, noun = self.named_by(first, colon)
            out.append(Roster([self.item(i, stop, closed=True)], ":", label, noun))

    def end_lines(self, items: list[Item], above: tuple[int, int], out: list[Roster]) -> None:
        if items and any(word in _ANNOUNCING for word in self.w.plain[items[0].first : items[0].last]):
            above = (items[0].first, items[0].last)  # a heading without its colon
            items = items[1:]
        if len(items) >= _FEWEST:
            label, noun = self.named_by(*above)
            out.append(Roster(items, "line", label, noun))

    def label(self, k: int) -> tuple[str, str]:
        """What the words before the colon at token ``k - 1`` announce."""
        w = self.w
        if k > 2 and w.text[k - 1] == "(":  # "nos associations (A, B et C)", "le collectif X (A, B, C)"
            first = next((n for n in range(k - 2, max(0, k - 5), -1) if not w.cap[n]), k - 2)
            return self.named_by(first, k - 1)
        if k < 2 or w.text[k - 1] != ":":
            return "", ""
        if k > 2 and w.plain[k - 2] == "par" and w.lower[k - 3].endswith(_DONE):
            return "body", "par"  # "un projet porté par : A | B | C"
        first = k - 1
        while first and k - first < _LABEL and w.text[first - 1] not in _STOPS and w.joined(first):
            first -= 1
        return self.named_by(first, k - 1)

    def named_by(self, first: int, last: int) -> tuple[str, str]:
        """The sort of things that a label announces, and the noun that says it."""
        w = self.w
        for k in range(first, min(last, first + _LABEL)):
            word = w.plain[k]
            noun = singular(word)
            if word in _ANNOUNCING or word in _COMPANY_FORMS:
                return "body", noun
            if noun in TELLING or noun in negatives():
                return "thing", noun
            if word in _ROLE_NOUNS:
                return "role", noun
        return ("some", singular(w.plain[last - 1])) if first < last else ("", "")


def _short_lines(text: str) -> list[tuple[int, int]]:
    """The lines of an article that may hold a name or announce names; of a long one only its first sign."""
    out, start = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            left = start + len(line) - len(line.lstrip())
            out.append((left, start + len(line.rstrip()) if len(line) < _LINE else left + 1))
        start += len(line) + 1
    return out


def roster_features(w: Words, rosters: Rosters, i: int, j: int) -> list[str]:
    """Of one reading: whether it fills its place in the row, and what the row holds."""
    found = rosters.get(i)
    if found is None:
        return []
    roster, item = found
    fit = _fit(w, item, i, j)
    if roster.sort == ":":
        return [f"L1:{roster.label}", f"L1:{roster.label}|{fit}", f"L1:w={roster.noun}"]
    bodies = roster.others(item, "body")
    share = 0 if not bodies else 2 if 2 * bodies >= len(roster.items) - 1 else 1
    bodies = min(_MANY, bodies)
    out = [f"L:{fit}", f"L:b{bodies}", f"L:b{bodies}|{fit}", f"L:s{share}", f"L:s{share}|{fit}"]
    out += [f"L:n{min(len(roster.items), 8) // 2}", f"L:by={roster.sort}|{share}"]
    if roster.others(item, "person"):
        out.append("L:person")
    if 2 * roster.others(item, "place") >= len(roster.items) - 1:
        out.append("L:place")
    if roster.label:
        out += [f"L:a={roster.label}", f"L:a={roster.label}|{fit}", f"L:w={roster.noun}"]
    return out


def _fit(w: Words, item: Item, i: int, j: int) -> str:
    """Whether a reading takes the whole of its item."""
    opens = i == item.first or w.text[i - 1] in _SPACED
    if not opens:
        return "part"
    if not item.closed:
        return "open"
    return "fill" if j >= item.last or w.text[j] in _SPACED else "short"
