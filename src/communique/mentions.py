"""What extractors yield before linking: spans with their reading, no ids yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.records import Comparator, Count, Date, InstitutionKind, QuotationKind, Scope

__all__ = [
    "Comparator", "Count", "Date", "Found", "InstitutionMention", "PersonMention",
    "QuotationMention", "RankingMention", "RoleMention",
]  # fmt: skip


@dataclass(slots=True, kw_only=True)
class PersonMention:
    """One naming of an individual. ``name`` has no civility; the span of a mention has none either."""

    start: int
    end: int
    name: str
    civility: str | None = None
    rule: str


@dataclass(slots=True, kw_only=True)
class InstitutionMention:
    """One naming of an organisation; ``acronym``: the acronym that the text defines right there.

    ``alias_of``: the fuller name, found elsewhere in the article, that this naming shortens.
    """

    start: int
    end: int
    name: str
    kind: InstitutionKind | None = None
    acronym: str | None = None
    alias_of: str | None = None
    rule: str


@dataclass(slots=True, kw_only=True)
class RoleMention:
    """A function given to the person named at ``person`` (a span), at ``institution`` (a span) if stated.

    ``elsewhere``: whether it is at a body that the title runs into and that nothing else knows.
    """

    start: int
    end: int
    title: str
    person: tuple[int, int]
    institution: tuple[int, int] | None = None
    elsewhere: bool = False
    rule: str


@dataclass(slots=True, kw_only=True)
class RankingMention:
    """A position; ``subject`` is the span of the words that name it here ("l'école", "elle"), if any.

    ``noun``: what is ranked, by the position's own noun; ``intro``: the words above a list that holds it;
    ``learned``: whether the ranking's name is a learned choice that the rules do not make.
    """

    start: int
    end: int
    rank_min: int | None = None
    rank_max: int | None = None
    ranking: str | None = None
    subject: tuple[int, int] | None = None
    scope: Scope | None = None
    category: str | None = None
    out_of: int | None = None
    year: int | None = None
    change: int | None = None
    noun: str | None = None
    intro: tuple[int, int] | None = None
    learned: bool = False
    rule: str


@dataclass(slots=True, kw_only=True)
class QuotationMention:
    """Reported words; ``speaker`` is the span of the words that name the speaker here, if any.

    ``also`` are the spans of further speakers ("déclarent A et B"); ``like`` is the start of another
    quotation that has the same speaker (the one this one goes on with, or repeats).
    """

    start: int
    end: int
    kind: QuotationKind
    parts: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    also: tuple[tuple[int, int], ...] = ()
    like: int | None = None
    rule: str


@dataclass
class Found:
    """What the extractors that already ran have found, by kind, each list sorted by start."""

    dates: list[Date] = field(default_factory=list)
    people: list[PersonMention] = field(default_factory=list)
    institutions: list[InstitutionMention] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    rankings: list[RankingMention] = field(default_factory=list)
    ranking_names: list[tuple[int, int]] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    quotations: list[QuotationMention] = field(default_factory=list)
    marked: list[tuple[int, int]] = field(default_factory=list)
