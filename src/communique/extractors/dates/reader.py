"""A document as the rules for dates read it: tokens around a place, numbers, the article's date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from communique.document import Document, Tokens, matches_at
from communique.extractors.dates.calendar import MAX_YEAR, When, nearest_year, parse_iso
from communique.extractors.dates.published import month_of_issue
from communique.extractors.dates.tense import direction
from communique.extractors.dates.vocabulary import MONTHS, WEEKDAYS
from communique.numbers import Number

_DAY_NUMBER = re.compile(r"(\d{1,2})(?:er|re|e|eme|°|º)?\Z")


# Times of day and small words: what may stand around a date that is alone on its line.
_AROUND = re.compile(
    r"\d{1,2} ?(?:h|heures?|:)(?: ?\d\d)?|\b(?:a|au|aux|alentours|autour|apres|avant|de|des|du|en|entre|et|d"
    r"|jusqu|la|le|les|mais|partir|plus|que|tard|vers|fin|debut|mat|matin|soir|midi|soiree|matinee|dans"
    r"|pour|depuis|courant|cours|mois|" + "|".join(WEEKDAYS) + r")\b"
    r"|[\W\d]+"
)


@dataclass(slots=True)
class Day:
    """A day's number in the text, with its weekday when it is named before it."""

    start: int
    end: int
    number: int
    weekday: int | None = None


_YEAR_BEFORE = re.compile(r"\b(20\d\d), (?:en |le |du |au |fin |debut |mi-)?\Z")
_FROM = re.compile(r"\ba (?:compter|partir|dater) (?:de |du |d')(?:le )?(?:[a-z]+di )?\Z")


_FULL_DAY = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er)?\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>(?:19|20)\d\d)(?!\d)"
)
_MONTHS = frozenset(MONTHS)


def _start(number: Number) -> int:
    return number.start


@dataclass
class Reader:
    """The unaccented shadow, its tokens, and ``floor``: the end of the last expression found."""

    doc: Document
    floor: int = 0
    plain: str = ""
    tokens: Tokens = field(init=False)
    published: date | None = None
    _number_ends_memo: list[int] | None = field(default=None, repr=False, compare=False)
    _told: dict[int, tuple[int, set[int], set[int]]] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.tokens, self.plain = self.doc.tokens, self.doc.plain
        self.published = parse_iso(self.doc.published) or month_of_issue(self.doc)

    def word(self, i: int) -> str:
        """The ``i``-th token without accents, "" outside the text and before what was already read."""
        words = self.tokens.plain
        return words[i] if 0 <= i < len(words) and self.tokens.start[i] >= self.floor else ""

    def spaced(self, i: int) -> bool:
        """Whether a short blank, and nothing else, stands between tokens ``i`` and ``i + 1``."""
        if not 0 <= i < len(self.tokens) - 1:
            return False
        between = self.plain[self.tokens.end[i] : self.tokens.start[i + 1]]
        return 0 < len(between) <= 4 and between.count("\n") < 2

    def day_at(self, i: int) -> int | None:
        """The number of a day in digits or words that ends with token ``i``: "3", "1er", "quinze"."""
        word = self.word(i)
        digits = _DAY_NUMBER.match(word)
        if digits:
            value = int(digits[1])
        elif word[:1].isdigit() or not word:
            return None
        else:
            value = self.spelled(self.tokens.end[i])
        return value if 1 <= value <= 31 else None

    def first_of_day(self, i: int) -> int:
        """The token that begins the day's number ending with token ``i``: "trente" of "trente et un"."""
        if self.word(i)[:1].isdigit():
            return i
        k = bisect_left(self._number_ends, self.tokens.end[i])
        numbers = self.doc.numbers
        if k < len(numbers) and numbers[k].end == self.tokens.end[i]:
            return self.tokens.at(numbers[k].start)
        return i

    def number_at(self, start: int) -> Number | None:
        """The number that begins at ``start``."""
        numbers = self.doc.numbers
        k = bisect_left(numbers, start, key=_start)
        return numbers[k] if k < len(numbers) and numbers[k].start == start else None

    def number_ending(self, end: int) -> Number | None:
        """The number that ends at ``end``."""
        numbers = self.doc.numbers
        k = bisect_left(self._number_ends, end)
        return numbers[k] if k < len(numbers) and numbers[k].end == end else None

    def spelled(self, end: int) -> int:
        """The whole number in words that ends at ``end``, 0 when there is none."""
        number = self.number_ending(end)
        return int(number.value) if number and float(number.value).is_integer() else 0

    @property
    def _number_ends(self) -> list[int]:
        if self._number_ends_memo is None:
            self._number_ends_memo = [n.end for n in self.doc.numbers]
        return self._number_ends_memo

    def year_at(self, i: int) -> int | None:
        """A year in four digits at token ``i``."""
        word = self.word(i)
        if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= MAX_YEAR:
            return int(word)
        return None

    def direction(self, start: int, end: int) -> int:
        """See :func:`tense.direction`; an expression alone on its line is something to come."""
        if self.plain.endswith(("depuis ", "depuis le ", "depuis la "), max(0, start - 10), start):
            return -2  # past for certain
        sign = direction(self.doc, start, end)
        return 1 if sign == 0 and self.alone(start, end) else sign

    def alone(self, start: int, end: int) -> bool:
        """Whether the expression is almost all there is in its sentence."""
        sentence = self.doc.sentence_at(start)
        low, high = (sentence.start, sentence.end) if sentence else (0, len(self.plain))
        if start - low > 24 or high - end > 24:
            return False
        rest = self.plain[low:start] + " " + self.plain[end:high]
        return len(_AROUND.sub("", rest)) <= 3

    def quoted(self, at: int) -> bool:
        """Whether a quotation mark is open at ``at``, in its section."""
        section = self.doc.section_at(at)
        low = max(section.start if section else 0, at - 2000)
        text = self.doc.text
        opened = sum(text.count(mark, low, at) for mark in "«“") - sum(
            text.count(mark, low, at) for mark in "»”"
        )
        return opened > 0 or text.count('"', low, at) % 2 == 1

    def line_start(self, i: int) -> bool:
        """Whether token ``i`` is the first of its line."""
        if i == 0:
            return True
        return "\n" in self.plain[self.tokens.end[i - 1] : self.tokens.start[i]]

    def _told_year(self, when: When, start: int) -> int | None:
        """The year that the text itself gives: "mardi 26 avril 2022", then "le 28 avril".

        Of the month named before with one year and no other, or of that very day named anywhere.
        """
        if self._told is None:
            self._told = {}
            for m in matches_at(_FULL_DAY, self.plain, self._days_before(_MONTHS)):
                told = self._told.setdefault(MONTHS[m["month"]], (m.start(), set[int](), set[int]()))
                told[1].add(int(m["year"]))
                told[2].add(int(m["day"]))
        first, years, days = self._told.get(when.month or 0, (0, set[int](), set[int]()))
        return min(years) if len(years) == 1 and (first < start or when.day in days) else None

    def _days_before(self, words: frozenset[str]) -> Iterator[int]:
        """Where one or two digits, or "1er", may begin before some words."""
        for i in self.doc.places_of(words):
            if i:
                end = self.tokens.end[i - 1]
                end -= 2 * self.plain.endswith("er", 0, end)
                yield from range(max(0, end - 2), end)

    def with_year(self, when: When, start: int, end: int, *, lasting: bool = False) -> When:
        """A day or month without a year, its year found from the article's date and the tense."""
        if when.year is not None:
            return when
        if self.published is None:
            return when if when.month is None else when._replace(year=self._told_year(when, start))
        if found := _YEAR_BEFORE.search(self.plain, max(self.floor - 6, start - 16, 0), start):
            return when._replace(year=int(found[1]))  # "la finale 2024, en novembre"
        sign = self.direction(start, end)
        if lasting and sign < 0:
            sign += 1  # "ont déposé un préavis du 3 au 20 mai", "réunit du 3 au 20 mai les œuvres prêtées"
        if sign < 0 and _FROM.search(self.plain, max(0, start - 22), start):
            sign = 0  # "à compter du 6 septembre": whatever was decided, the nearest one
        return when._replace(year=nearest_year(when, self.published, sign))
