"""The rules for dates, in order, by the word that calls them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from communique.extractors.dates.absolute import day_and_month, glued, month, numeric
from communique.extractors.dates.calendar import NO_DATE, Moment
from communique.extractors.dates.counted import counted, fortnight, later
from communique.extractors.dates.periods import (
    decade,
    edge,
    glued_quarter,
    quarter,
    season,
    short_quarter,
    unit_side,
    week,
)
from communique.extractors.dates.ranges import days_of_month, hyphened
from communique.extractors.dates.reader import Reader
from communique.extractors.dates.relative import (
    lone_days,
    lone_number,
    near,
    next_day,
    night,
    nth_of_month,
    short_weekday,
    today,
    weekday,
)
from communique.extractors.dates.vocabulary import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from communique.extractors.dates.years import spelled_year, year, years
from communique.memos import remember
from communique.spellings import Caller, Spelling

Rule = Callable[[Reader, int], Moment | None]

RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (nth_of_month, ("jour", "semaine", "quinzaine", "week-end", "weekend", *WEEKDAYS)),
    (month, tuple(MONTHS)),
    (weekday, tuple(WEEKDAYS)),
    (short_weekday, tuple(SHORT_WEEKDAYS)),
    (today, ("aujourd", "aujourd'hui", "aujourdʻhui", "aujourdʹhui", "ce", "cet", "cette")),
    (near, ("hier", "avant-hier", "demain", "apres-demain")),
    (next_day, ("lendemain", "surlendemain", "veille", "avant-veille", "jour")),
    (night, ("nuit",)),
    (edge, ("an", "annee", "mois", "semaine")),
    (counted, ("an", "ans", "annee", "annees", "mois", "semaine", "semaines", "jour", "jours")),
    (fortnight, ("quinzaine",)),
    (later, ("an", "ans", "mois", "semaine", "semaines", "jour", "jours")),
    (week, ("semaine",)),
    (unit_side, ("an", "annee", "mois", "semaine", "trimestre", "semestre", "week-end", "weekend", "week")),
    (unit_side, ("annee-ci", "mois-ci", "semaine-ci", "trimestre-ci", "semestre-ci", "week-end-ci")),
    (quarter, ("trimestre", "semestre", "trim", "sem")),
    (short_quarter, tuple(f"{letter}{n}" for letter in "tsq" for n in range(1, 5))),
    (season, ("printemps", "ete", "automne", "hiver", "rentree")),
    (decade, ("annees", "decennie")),
    (spelled_year, ("mille", "mil")),
    (lone_days, ("entre", "du")),
    (lone_number, ("le",)),
)
DIGIT_RULES: tuple[Rule, ...] = (numeric, day_and_month, years, year)
MIXED_RULES: tuple[Rule, ...] = (numeric, glued, glued_quarter)


# Word → the rules it calls; filled as words are met, emptied before it grows large.
_met: dict[str, tuple[Rule, ...]] = {}
_MOST_MET = 1 << 15


def _called_by(word: str) -> tuple[Rule, ...]:
    """The rules that a word calls, in their order."""
    rules = _met.get(word)
    if rules is None:
        if word[0].isdecimal():
            rules = DIGIT_RULES if word.isdecimal() else MIXED_RULES
        elif "-" in word:
            rules = (hyphened, *_by_word().get(word, ()))
        else:
            rules = _by_word().get(word, ())
        remember(_met, word, rules, _MOST_MET)
    return rules


def _calls(form: Spelling) -> bool:
    word = form.plain
    return word in _by_word() or (not word.isalpha() and bool(_called_by(word)))


_CALLING = Caller(_calls)


@cache
def _by_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, tuple[Rule, ...]] = {}
    for rule, called_by in RULES:
        for word in called_by:
            table[word] = (*table.get(word, ()), rule)
    return table


def find_moments(reader: Reader) -> list[Moment]:
    """Every calendar expression of the text, in order, without overlap."""
    moments: list[Moment] = []
    starts = reader.tokens.start
    for i in _CALLING.of(reader.doc.forms):
        if starts[i] < reader.floor:
            continue
        for rule in _called_by(reader.tokens.plain[i]):
            moment = rule(reader, i)
            if moment is not None:
                moment = days_of_month(reader, moment)
                if moment.rule != NO_DATE:
                    moments.append(moment)
                reader.floor = moment.end
                break
    reader.floor = 0
    return moments
