"""The rules for dates, in order, by the word that calls them."""

from __future__ import annotations

from collections.abc import Callable

from communique.extract.dates.absolute import day_and_month, glued, month, numeric, year, years
from communique.extract.dates.calendar import Moment
from communique.extract.dates.periods import counted, decade, edge, later, quarter, season, short_quarter, unit_side, week
from communique.extract.dates.ranges import days_of_month, hyphened
from communique.extract.dates.reader import Reader
from communique.extract.dates.relative import lone_days, lone_number, near, next_day, nth_of_month, short_weekday, today, weekday
from communique.extract.dates.vocabulary import MONTHS, SHORT_WEEKDAYS, WEEKDAYS

Rule = Callable[[Reader, int], Moment | None]

RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (nth_of_month, ("jour", "semaine", "quinzaine", "week-end", *WEEKDAYS)),
    (month, tuple(MONTHS)),
    (weekday, tuple(WEEKDAYS)),
    (short_weekday, tuple(SHORT_WEEKDAYS)),
    (today, ("aujourd", "aujourd'hui", "aujourdʻhui", "aujourdʹhui", "ce", "cet", "cette")),
    (near, ("hier", "avant-hier", "demain", "apres-demain")),
    (next_day, ("lendemain", "veille", "jour")),
    (edge, ("annee", "mois", "semaine")),
    (counted, ("an", "ans", "annee", "annees", "mois", "semaine", "semaines", "jour", "jours")),
    (later, ("an", "ans", "mois", "semaine", "semaines", "jour", "jours")),
    (week, ("semaine",)),
    (unit_side, ("an", "annee", "mois", "semaine", "trimestre", "semestre", "week-end")),
    (quarter, ("trimestre", "semestre")),
    (short_quarter, tuple(f"{letter}{n}" for letter in "tsq" for n in range(1, 5))),
    (season, ("printemps", "ete", "automne", "hiver", "rentree")),
    (decade, ("annees",)),
    (lone_days, ("entre", "du")),
    (lone_number, ("le",)),
)
NUMBER_RULES: tuple[Rule, ...] = (numeric, day_and_month, years, year, glued)

_BY_WORD: dict[str, list[Rule]] = {}
for _rule, _words in RULES:
    for _word in _words:
        _BY_WORD.setdefault(_word, []).append(_rule)


def find_moments(reader: Reader) -> list[Moment]:
    """Every calendar expression of the text, in order, without overlap."""
    moments: list[Moment] = []
    starts = reader.tokens.start
    for i, word in enumerate(reader.tokens.plain):
        rules = _BY_WORD.get(word)
        if rules is None:
            if word[0].isdecimal():
                rules = NUMBER_RULES  # type: ignore[assignment]
            elif "-" in word:
                rules = [hyphened]
            else:
                continue
        if starts[i] < reader.floor:
            continue
        for rule in rules or ():
            moment = rule(reader, i)
            if moment is not None:
                moment = days_of_month(reader, moment)
                moments.append(moment)
                reader.floor = moment.end
                break
    reader.floor = 0
    return moments
