"""What a corpus holds → rows of tables, plain dictionaries of which frames, pages and plots are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from communique.corpus.merged import Merged
from communique.corpus.names import ranking_key
from communique.records import Article

Row = dict[str, Any]

COLUMNS = {
    "articles": (
        "article", "source", "title", "published", "characters", "institutions", "people",
        "rankings", "counts", "quotations", "dates", "warnings",
    ),
    "people": (
        "id", "name", "civility", "gender", "roles", "articles", "mentions", "quotations", "first",
        "last", "why",
    ),
    "institutions": (
        "id", "name", "acronym", "kind", "aliases", "links", "articles", "mentions", "quotations",
        "rankings", "first", "last", "why",
    ),
    "roles": (
        "person", "name", "title", "institution", "institution_name", "published", "article",
        "source",
    ),
    "quotations": (
        "article", "source", "published", "start", "end", "text", "kind", "speaker",
        "speaker_name", "role", "institution", "institution_name", "gender", "speaker_text", "cue",
    ),
    "rankings": (
        "article", "source", "published", "start", "end", "text", "subject", "subject_name",
        "ranking", "series", "rank_min", "rank_max", "scope", "category", "out_of", "year",
        "change",
    ),
    "counts": (
        "article", "source", "published", "start", "end", "text", "kind", "value", "low", "high",
        "comparator", "unit", "noun",
    ),
    "dates": (
        "article", "source", "published", "start", "end", "text", "kind", "value", "value_end",
    ),
    "positions": (
        "subject", "subject_name", "series", "ranking", "scope", "year", "rank_min", "rank_max",
        "out_of", "text", "source",
    ),
}  # fmt: skip


def articles(found: Sequence[Article]) -> Iterator[Row]:
    """One row for each article, with how much was found in it."""
    for n, a in enumerate(found):
        yield {
            "article": n, "source": a.source, "title": a.title, "published": a.published,
            "characters": len(a.text), "institutions": len(a.institutions), "people": len(a.people),
            "rankings": len(a.rankings), "counts": len(a.counts), "quotations": len(a.quotations),
            "dates": len(a.dates), "warnings": " · ".join(w.code for w in a.warnings),
        }  # fmt: skip


def people(found: Sequence[Article], merged: Merged) -> Iterator[Row]:
    """One row for each merged person, the most present first."""
    quoted = Counter(merged.ids.get((n, q.speaker or "")) for n, a in enumerate(found) for q in a.quotations)
    mentions = _mentions(found, merged)
    rows = []
    for person in merged.people:
        published = sorted(d for a in person.appearances if (d := found[a.article].published))
        roles = dict.fromkeys(
            f"{r.title} ({merged.names[r.institution]})" if r.institution else r.title for r in person.roles
        )
        rows.append({
            "id": person.id, "name": person.name, "civility": person.civility, "gender": person.gender,
            "roles": " · ".join(roles), "articles": len({a.article for a in person.appearances}),
            "mentions": mentions[person.id], "quotations": quoted[person.id],
            "first": published[0] if published else None, "last": published[-1] if published else None,
            "why": " · ".join(person.why),
        })  # fmt: skip
    yield from sorted(rows, key=_presence)


def institutions(found: Sequence[Article], merged: Merged) -> Iterator[Row]:
    """One row for each merged institution, the most present first; its people's quotations count too."""
    quoted: Counter[str | None] = Counter()
    for row in quotations(found, merged):
        quoted[row["speaker"]] += 1
        if row["institution"] != row["speaker"]:
            quoted[row["institution"]] += 1
    ranked = Counter(merged.ids.get((n, r.subject or "")) for n, a in enumerate(found) for r in a.rankings)
    mentions = _mentions(found, merged)
    rows = []
    for body in merged.institutions:
        published = sorted(d for a in body.appearances if (d := found[a.article].published))
        rows.append({
            "id": body.id, "name": body.name, "acronym": body.acronym, "kind": body.kind,
            "aliases": " · ".join(body.aliases),
            "links": " · ".join(f"{k}:{v}" for k, v in body.links.items()),
            "articles": len({a.article for a in body.appearances}), "mentions": mentions[body.id],
            "quotations": quoted[body.id], "rankings": ranked[body.id],
            "first": published[0] if published else None, "last": published[-1] if published else None,
            "why": " · ".join(body.why),
        })  # fmt: skip
    yield from sorted(rows, key=_presence)


def _presence(row: Row) -> tuple[int, int, str]:
    return -row["articles"], -row["mentions"], row["id"]


def _mentions(found: Sequence[Article], merged: Merged) -> Counter[str]:
    total: Counter[str] = Counter()
    for n, article in enumerate(found):
        for person in article.people:
            total[merged.ids[n, person.id]] += len(person.mentions)
        for body in article.institutions:
            total[merged.ids[n, body.id]] += len(body.mentions)
    return total


def roles(found: Sequence[Article], merged: Merged) -> Iterator[Row]:
    """One row for each time an article gives a person a role, by person and date."""
    for person in merged.people:
        for role in person.roles:
            yield {
                "person": person.id, "name": person.name, "title": role.title,
                "institution": role.institution,
                "institution_name": merged.names.get(role.institution or ""), "published": role.published,
                "article": role.article, "source": found[role.article].source,
            }  # fmt: skip


def quotations(found: Sequence[Article], merged: Merged) -> Iterator[Row]:
    """One row for each quotation, with what the article says of the speaker."""
    people = {person.id: person for person in merged.people}
    for n, a in enumerate(found):
        said = {p.id: p for p in a.people}
        for q in a.quotations:
            speaker = merged.ids.get((n, q.speaker or ""))
            local = said.get(q.speaker or "")
            role = next(iter(local.roles), None) if local else None
            body = merged.ids.get((n, role.institution or "")) if role else None
            if local is None:
                body = speaker
            yield {
                "article": n, "source": a.source, "published": a.published, "start": q.start, "end": q.end,
                "text": q.text, "kind": q.kind, "speaker": speaker,
                "speaker_name": merged.names.get(speaker or ""), "role": role.title if role else None,
                "institution": body, "institution_name": merged.names.get(body or ""),
                "gender": people[speaker].gender if speaker in people else None,
                "speaker_text": q.speaker_text, "cue": q.cue,
            }  # fmt: skip


def rankings(found: Sequence[Article], merged: Merged) -> Iterator[Row]:
    """One row for each ranking; ``series`` is the ranking's name without its year, the same over editions."""
    for n, a in enumerate(found):
        for r in a.rankings:
            subject = merged.ids.get((n, r.subject or ""))
            yield {
                "article": n, "source": a.source, "published": a.published, "start": r.start, "end": r.end,
                "text": r.text, "subject": subject, "subject_name": merged.names.get(subject or ""),
                "ranking": r.ranking, "series": ranking_key(r.ranking) if r.ranking else None,
                "rank_min": r.rank_min, "rank_max": r.rank_max, "scope": r.scope, "category": r.category,
                "out_of": r.out_of, "year": r.year, "change": r.change,
            }  # fmt: skip


def counts(found: Sequence[Article]) -> Iterator[Row]:
    """One row for each quantity."""
    for n, a in enumerate(found):
        for c in a.counts:
            yield {
                "article": n, "source": a.source, "published": a.published, "start": c.start, "end": c.end,
                "text": c.text, "kind": c.kind, "value": c.value, "low": c.low, "high": c.high,
                "comparator": c.comparator, "unit": c.unit, "noun": c.noun,
            }  # fmt: skip


def dates(found: Sequence[Article]) -> Iterator[Row]:
    """One row for each date."""
    for n, a in enumerate(found):
        for d in a.dates:
            yield {
                "article": n, "source": a.source, "published": a.published, "start": d.start, "end": d.end,
                "text": d.text, "kind": d.kind, "value": d.value, "value_end": d.value_end,
            }  # fmt: skip


def _year(published: str | None) -> int | None:
    year = (published or "")[:4]
    return int(year) if year.isdecimal() else None


def positions(found: Sequence[Article], merged: Merged) -> Iterator[Row]:
    """The timeline of positions: for each subject, ranking and scope, the best position of each year.

    A position without a year of its own counts for the year of the article.
    """
    best: dict[tuple[str, str, str, int], Row] = {}
    for row in rankings(found, merged):
        year = row["year"] or _year(row["published"])
        if row["subject"] is None or row["rank_max"] is None or year is None:
            continue
        key = (row["subject"], row["series"] or "", row["scope"] or "", year)
        made = {name: row[name] for name in COLUMNS["positions"] if name != "year"} | {"year": year}
        if key not in best or row["rank_max"] < best[key]["rank_max"]:
            best[key] = made
    yield from (best[key] for key in sorted(best))
