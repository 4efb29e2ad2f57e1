"""A record → what a reader wants to know of it, as labelled fields of plain text: the card of a place."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records import Article, Count, Date, Institution, Person, Quotation, Ranking, Role
from communique.show.catalogue import Words

Fields = list[tuple[str, str]]


def names_of(article: Article) -> dict[str, str]:
    """The names of people and institutions by their ids."""
    names = {institution.id: institution.name for institution in article.institutions}
    return names | {person.id: person.name for person in article.people}


def cards(article: Article, words: Words) -> dict[str, tuple[str, Fields]]:
    """For each record's key, its kind and its labelled fields: what hovering over it shows."""
    names = names_of(article)
    found: dict[str, tuple[str, Fields]] = {}
    for institution in article.institutions:
        found[institution.id] = ("institutions", _named(words, _institution(institution, words)))
    for person in article.people:
        found[person.id] = ("people", _named(words, _person(person, names)))
        for k, role in enumerate(person.roles):
            found[f"{person.id}-r{k}"] = ("roles", _named(words, _role(person, role, names)))
    for n, ranking in enumerate(article.rankings):
        found[f"r{n}"] = ("rankings", _named(words, _ranking(ranking, names, words)))
    for n, count in enumerate(article.counts):
        found[f"c{n}"] = ("counts", _named(words, _count(count, words)))
    for n, quotation in enumerate(article.quotations):
        found[f"q{n}"] = ("quotations", _named(words, _quotation(quotation, names, words)))
    for n, date in enumerate(article.dates):
        found[f"d{n}"] = ("dates", _named(words, _date(date, words)))
    return found


def _named(words: Words, fields: Iterator[tuple[str, str | None]]) -> Fields:
    return [(words("fields", key), value) for key, value in fields if value]


def _institution(record: Institution, words: Words) -> Iterator[tuple[str, str | None]]:
    yield "name", record.name
    yield "kind", words("institution", record.kind)
    yield "acronym", record.acronym
    yield "aliases", " · ".join(record.aliases)
    yield "mentions", str(len(record.mentions))
    yield "links", " · ".join(f"{k}: {v}" for k, v in sorted(record.links.items()))
    yield "rule", record.rule


def _person(record: Person, names: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    yield "name", record.name
    yield "civility", record.civility
    yield "roles", " · ".join(role_line(role, names) for role in record.roles)
    yield "mentions", str(len(record.mentions))
    yield "rule", record.rule


def _role(person: Person, record: Role, names: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    yield "title", record.title
    yield "person", person.name
    yield "institution", names.get(record.institution or "", record.institution)
    yield "rule", record.rule


def _ranking(record: Ranking, names: dict[str, str], words: Words) -> Iterator[tuple[str, str | None]]:
    yield "rank", words.rank(record.rank_min, record.rank_max)
    yield "subject", names.get(record.subject or "", record.subject)
    yield "ranking", record.ranking
    yield "scope", words("scope", record.scope) if record.scope else None
    yield "category", record.category
    yield "out_of", words.number(record.out_of)
    yield "year", str(record.year) if record.year else None
    yield "change", signed(record.change)
    yield "rule", record.rule


def _count(record: Count, words: Words) -> Iterator[tuple[str, str | None]]:
    yield "kind", words("count", record.kind)
    yield "value", amount(record, words)
    yield "noun", record.noun
    yield "comparator", words("comparator", record.comparator)
    yield "rule", record.rule


def _quotation(record: Quotation, names: dict[str, str], words: Words) -> Iterator[tuple[str, str | None]]:
    yield "kind", words("quotation", record.kind)
    yield "speaker", names.get(record.speaker or "", record.speaker)
    yield "speaker_text", record.speaker_text
    yield "cue", record.cue
    yield "rule", record.rule


def _date(record: Date, words: Words) -> Iterator[tuple[str, str | None]]:
    yield "kind", words("date", record.kind)
    yield "value", period(record)
    yield "rule", record.rule


def role_line(role: Role, names: dict[str, str]) -> str:
    """A role on one line, its institution in parentheses."""
    if role.institution is None:
        return role.title
    return f"{role.title} ({names.get(role.institution, role.institution)})"


def amount(record: Count, words: Words) -> str:
    """The value with its unit, a range with both bounds; empty when it is indefinite."""
    if record.value is None and record.low is not None and record.high is not None:
        text = f"{words.number(record.low)}–{words.number(record.high)}"
    else:
        text = words.number(record.value)
    if not text or not record.unit:
        return text
    one = record.value is not None and (abs(record.value) < 2 if words.lang == "fr" else record.value == 1)
    table = "unit_one" if one and record.unit in words.all("unit_one") else "unit"
    return f"{text}\u00a0{words.known(table, record.unit)}"


def period(record: Date) -> str:
    """A date's value, both ends of a range."""
    return " → ".join(v for v in (record.value, record.value_end) if v)


def signed(change: int | None) -> str | None:
    """A gain or a loss with its sign; None when it is not stated."""
    return None if change is None else f"{change:+d}".replace("-", "−")
