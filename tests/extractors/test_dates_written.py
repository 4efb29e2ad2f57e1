"""Every written form of a day, a period or a time counted from the article's own day, on any day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.dates import extract_dates
from communique.mentions import Found
from communique.segment import find_sections, find_sentences
from spelled_numbers import spell

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre")  # fmt: skip
SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS = st.dates(date(1850, 1, 1), date(2080, 12, 31))
READ_ON = st.dates(date(2000, 1, 1), date(2040, 12, 31))
Value = tuple[str | None, str | None]


def read(text: str, published: date | None = None) -> list[Value]:
    sections = find_sections(text)
    day = published.isoformat() if published else None
    doc = Document(text, day, sections, find_sentences(text, sections))
    return [(found.value, found.value_end) for found in extract_dates(doc, Found())]


def _first(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _spelled(day: date) -> str:
    return "premier" if day.day == 1 else spell(day.day)


FULL = {
    "long": lambda d: f"le {_first(d)} {MONTHS[d.month - 1]} {d.year}",
    "weekday": lambda d: f"le {WEEKDAYS[d.weekday()]} {_first(d)} {MONTHS[d.month - 1]} {d.year}",
    "comma": lambda d: f"{WEEKDAYS[d.weekday()].capitalize()}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "capitals": lambda d: f"{WEEKDAYS[d.weekday()]} {_first(d)} {MONTHS[d.month - 1]} {d.year}".upper(),
    "short": lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}",
    "zero": lambda d: f"{d.day:02} {MONTHS[d.month - 1].capitalize()} {d.year}",
    "of": lambda d: (
        f"le {d.day} {'d’' if MONTHS[d.month - 1][0] in 'ao' else 'de '}{MONTHS[d.month - 1]} {d.year}"
    ),
    "spelled": lambda d: f"le {_spelled(d)} {MONTHS[d.month - 1]} {spell(d.year)}",
    "slashes": lambda d: f"le {d.day:02}/{d.month:02}/{d.year}",
    "dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "dashes": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "hyphens": lambda d: f"{d.day}-{MONTHS[d.month - 1]}-{d.year}",
    "iso": lambda d: d.isoformat(),
    "hour": lambda d: f"le {_first(d)} {MONTHS[d.month - 1]} {d.year} à 14 h 30",
    "broken": lambda d: f"le {_first(d)}\n{MONTHS[d.month - 1]} {d.year}",
    "bare": lambda d: f"{_first(d)} {MONTHS[d.month - 1].replace('é', 'e').replace('û', 'u')} {d.year}",
}


@given(DAYS, st.sampled_from(sorted(FULL)), READ_ON)
def test_full_day(day: date, form: str, published: date) -> None:
    assert read(FULL[form](day), published) == [(day.isoformat(), None)]


RANGES = {
    "du au": lambda a, b: f"du {_first(a)} {MONTHS[a.month - 1]} {a.year} au {_first(b)} {MONTHS[b.month - 1]} {b.year}",
    "year once": lambda a, b: f"du {_first(a)} {MONTHS[a.month - 1]} au {_first(b)} {MONTHS[b.month - 1]} {b.year}",
    "entre": lambda a, b: f"entre le {_first(a)} {MONTHS[a.month - 1]} et le {_first(b)} {MONTHS[b.month - 1]} {b.year}",
    "dash": lambda a, b: f"{a.day} {MONTHS[a.month - 1]} - {b.day} {MONTHS[b.month - 1]} {b.year}",
    "weekdays": lambda a, b: (
        f"du {WEEKDAYS[a.weekday()]} {_first(a)} {MONTHS[a.month - 1]}"
        f" au {WEEKDAYS[b.weekday()]} {_first(b)} {MONTHS[b.month - 1]} {b.year}"
    ),
    "slashes": lambda a, b: f"du {a:%d/%m/%Y} au {b:%d/%m/%Y}",
    "until": lambda a, b: f"du {_first(a)} {MONTHS[a.month - 1]} {a.year} jusqu'au {_first(b)} {MONTHS[b.month - 1]} {b.year}",
}  # fmt: skip


@given(DAYS, st.integers(1, 300), st.sampled_from(sorted(RANGES)), READ_ON)
def test_range(first: date, days: int, form: str, published: date) -> None:
    last = first + timedelta(days=days)
    assert read(RANGES[form](first, last), published) == [(first.isoformat(), last.isoformat())]


WITHIN = {
    "du": "du {a} au {z} {m} {y}",
    "les": "les {a} et {z} {m} {y}",
    "dash": "{a}-{z} {m} {y}",
    "spaced": "{a} – {z} {m} {y}",
    "stroke": "les {a}/{z} {m} {y}",
    "and": "{a} & {z} {m} {y}",
    "entre": "entre le {a} et le {z} {m} {y}",
    "loose": "entre le {a} et {z} {m} {y}",
    "au": "{a} au {z} {m} {y}",
}


@given(DAYS, st.integers(1, 27), st.sampled_from(sorted(WITHIN)))
def test_days_of_one_month(first: date, days: int, form: str) -> None:
    last = first + timedelta(days=days)
    if last.month != first.month:
        return
    text = WITHIN[form].format(a=_first(first), z=last.day, m=MONTHS[first.month - 1], y=first.year)
    assert read(text) == [(first.isoformat(), last.isoformat())]


def _month(day: date, by: int) -> str:
    index = day.year * 12 + day.month - 1 + by
    return f"{index // 12:04}-{index % 12 + 1:02}"


def _week(day: date, by: int) -> Value:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def _day(day: date, by: int) -> Value:
    return (day + timedelta(days=by)).isoformat(), None


RELATIVE = {
    "aujourd'hui": lambda d: _day(d, 0),
    "ce matin": lambda d: _day(d, 0),
    "hier soir": lambda d: _day(d, -1),
    "la nuit dernière": lambda d: _day(d, -1),
    "avant-hier": lambda d: _day(d, -2),
    "demain à 10 h": lambda d: _day(d, 1),
    "après-demain": lambda d: _day(d, 2),
    "à partir de demain": lambda d: _day(d, 1),
    "avant demain midi": lambda d: _day(d, 1),
    "dans trois jours": lambda d: _day(d, 3),
    "dans une dizaine de jours": lambda d: _day(d, 10),
    "il y a quinze jours": lambda d: _day(d, -15),
    "il y a une semaine": lambda d: _day(d, -7),
    "trois jours plus tard": lambda d: _day(d, 3),
    "cette semaine": lambda d: _week(d, 0),
    "la semaine en cours": lambda d: _week(d, 0),
    "la semaine dernière": lambda d: _week(d, -1),
    "la semaine qui vient": lambda d: _week(d, 1),
    "la fin de la semaine prochaine": lambda d: _week(d, 1),
    "ce mois-ci": lambda d: (_month(d, 0), None),
    "le mois en cours": lambda d: (_month(d, 0), None),
    "le mois prochain": lambda d: (_month(d, 1), None),
    "à la fin du mois prochain": lambda d: (_month(d, 1), None),
    "il y a dix-huit mois": lambda d: (_month(d, -18), None),
    "dans un mois": lambda d: (_month(d, 1), None),
    "cette année": lambda d: (str(d.year), None),
    "l'année en cours": lambda d: (str(d.year), None),
    "l'an dernier": lambda d: (str(d.year - 1), None),
    "au début de l'an prochain": lambda d: (str(d.year + 1), None),
    "il y a un peu plus d'un an": lambda d: (str(d.year - 1), None),
    "il y a une vingtaine d'années": lambda d: (str(d.year - 20), None),
    "il y a environ deux ans": lambda d: (str(d.year - 2), None),
    "au premier trimestre de l'an prochain": lambda d: (f"{d.year + 1}-01", f"{d.year + 1}-03"),
    "au dernier trimestre de l'année dernière": lambda d: (f"{d.year - 1}-10", f"{d.year - 1}-12"),
    "le premier jour du mois prochain": lambda d: (f"{_month(d, 1)}-01", None),
    "le dernier jour de l'année": lambda d: (f"{d.year}-12-31", None),
    "la première quinzaine du mois prochain": lambda d: (f"{_month(d, 1)}-01", f"{_month(d, 1)}-15"),
}


@settings(max_examples=400)
@given(READ_ON, st.sampled_from(sorted(RELATIVE)))
def test_relative(published: date, phrase: str) -> None:
    assert read(phrase, published) == [RELATIVE[phrase](published)]


@given(READ_ON, st.integers(0, 6))
def test_weekdays(published: date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    ahead = (weekday - published.weekday()) % 7
    assert read(f"Le salon ouvrira {name} prochain.", published) == [_day(published, ahead or 7)]
    assert read(f"Le salon a fermé {name} dernier.", published) == [_day(published, ahead - 7)]
    assert read(f"Le salon ouvrira {name}.", published) == [_day(published, ahead)]
    assert read(f"{name} en huit", published) == [_day(published, ahead + 7)]
    monday = published - timedelta(days=published.weekday())
    in_week = _day(monday, 7 + weekday)
    assert read(f"{name} de la semaine prochaine", published) == [in_week]


@given(READ_ON, st.integers(1, 365))
def test_last_and_next_day(published: date, days: int) -> None:
    """ "le 3 mai dernier" is before the article, "le 3 mai prochain" after it, by the day."""
    for day, word in (
        (published - timedelta(days=days), "dernier"),
        (published + timedelta(days=days), "prochain"),
    ):
        if (day.month, day.day) == (2, 29):
            continue
        text = f"le {_first(day)} {MONTHS[day.month - 1]} {word}"
        (found,) = read(text, published)
        assert found[0] is not None
        assert found[0][5:] == day.isoformat()[5:]
        same = (day.month, day.day) == (published.month, published.day)
        assert same or (found[0] < published.isoformat()) == (word == "dernier")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("En deux mille quatorze, rien.", [("2014", None)]),
        ("Fondée en mil neuf cent quatre-vingt-deux.", [("1982", None)]),
        ("Un prêt de deux mille quatorze euros.", []),
        ("En deux mille pages.", []),
        ("les années quatre-vingt-dix", [("1990", "1999")]),
        ("Depuis des années, trente salariés attendent.", []),
        ("la décennie 1990", [("1990", "1999")]),
        ("Chiffre d'affaires 3T 2024", [("2024-07", "2024-09")]),
        ("Ventes du 1S25", [("2025-01", "2025-06")]),
        ("Un camion de 3t 2 essieux.", []),
        ("12, rue du 8-Mai-1945", []),
        ("Depuis le 11-Septembre, tout a changé.", []),
        ("Gratuit le premier dimanche du mois.", []),
        ("Gratuit chaque premier dimanche du mois.", []),
        ("Ouvert le dernier samedi du mois de 9 h à midi.", []),
        ("Dix logements, dont 44 % depuis plus d'un an, restent vides.", []),
        ("Le salon du dernier jour du mois dernier a plu.", [("2024-02-29", None)]),
        ("La nuit prochaine sera froide.", [("2024-03-12", None)]),
        ("Il reviendra dans moins de deux mois.", []),
        ("Le stage dure du 1er-2 mars.", [("2024-03-01", "2024-03-02")]),
        ("Je rentre le 22-avril.", [("2024-04-22", None)]),
        ("Le camp reprendra jeudi le 21.", [("2024-03-21", None)]),
        ("Le camp reprendra jeudi, le 14 mars.", [("2024-03-14", None)]),
        ("Rendez-vous le 27 !", [("2024-03-27", None)]),
        ("Ouverture vendredi 15/03 à 9 h.", [("2024-03-15", None)]),
        ("La réunion est dans 10 jours.", [("2024-03-22", None)]),
        ("Il a terminé dans 10 jours.", []),
        ("Livraison fin oct. prochain.", [("2024-10", None)]),
        ("Un gâteau divisé en sept. Pas plus.", []),
        ("La troisième semaine de 2014 fut froide.", [("2014-01-20", "2014-01-26")]),
    ],
)  # fmt: skip
def test_in_sentences(text: str, values: list[Value]) -> None:
    assert read(text, date(2024, 3, 12)) == values
