"""The same person in several articles, with her successive roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.corpus.groups import Groups, Step
from communique.corpus.ids import distinct, stamp
from communique.corpus.merged import Appearance, CorpusPerson, CorpusRole, both, label
from communique.corpus.names import civility_gender, fold, slug, title_gender
from communique.records import Article, Person


@dataclass(frozen=True, slots=True)
class Member:
    """A person as one article knows them; ``bodies``: the corpus' ids of the institutions of their roles."""

    article: int
    source: str
    published: str | None
    record: Person
    words: tuple[str, ...]
    bodies: frozenset[str]

    @property
    def gender(self) -> str | None:
        """What the civility says, else the first role noun that says it."""
        said = (title_gender(role.title) for role in self.record.roles)
        return civility_gender(self.record.civility) or next(filter(None, said), None)


def merge_people(
    articles: Sequence[Article], ids: Mapping[tuple[int, str], str]
) -> tuple[list[CorpusPerson], list[str]]:
    """People merged over all articles, sorted by id, and the merges that were refused.

    ``ids`` gives the corpus' id of an institution in an article.
    """
    members = [
        Member(
            n, label(article, n), article.published, record, tuple(fold(record.name).split()),
            frozenset(filter(None, (ids.get((n, role.institution or "")) for role in record.roles))),
        )
        for n, article in enumerate(articles)
        for record in article.people
    ]  # fmt: skip
    groups = Groups([_Facts(member) for member in members])
    for rule in RULES:
        groups.follow(rule(members))
    made = [_person([members[k] for k in group], why, ids) for group, why in groups.all()]
    made = distinct(made, lambda p: p.gender, stamp(articles))
    return made, [step.reason for step in groups.refused]


def same_name(members: Sequence[Member]) -> Iterator[Step]:
    """The same first name and surname; sharing an institution makes it surer, and is said."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, member in enumerate(members):
        if len(member.words) > 1:
            found[member.words].append(k)
    for same in found.values():
        for a, b in pairwise(same):
            shared = sorted(members[a].bodies & members[b].bodies)
            at = f", both at {', '.join(shared)}" if shared else ""
            yield Step(a, b, f"same full name: “{members[a].record.name}”{at}")


def same_words(members: Sequence[Member]) -> Iterator[Step]:
    """First name and surname the other way round ("TRIA Assia"), at the same institution."""
    for a, b, body in _colleagues(members):
        one, two = members[a].words, members[b].words
        if len(one) > 1 and one != two and sorted(one) == sorted(two):
            yield Step(a, b, f"same names in another order, both at {body}: {both(members[a], members[b])}")


def initial(members: Sequence[Member]) -> Iterator[Step]:
    """An initial for the first name ("A. Tria"), at the same institution."""
    for a, b, body in _colleagues(members):
        short, long = sorted((members[a].words, members[b].words), key=lambda w: len("".join(w)))
        if len(short) > 1 and len(short[0]) == 1 and long[0][:1] == short[0] and long[1:] == short[1:]:
            yield Step(a, b, f"initial of the first name, both at {body}: {both(members[a], members[b])}")


def surname(members: Sequence[Member]) -> Iterator[Step]:
    """A surname alone ("Mme Tria"), at the institution of one person of that surname only."""
    pairs: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for a, b, body in _colleagues(members):
        for alone, full in ((a, b), (b, a)):
            if len(members[alone].words) == 1 and members[full].words[1:] == members[alone].words:
                pairs[alone].add((full, body))
    for alone, fulls in sorted(pairs.items()):
        if len({members[full].words for full, _ in fulls}) == 1:
            full, body = min(fulls)
            yield Step(full, alone, f"surname alone, both at {body}: {both(members[full], members[alone])}")


RULES = (same_name, same_words, initial, surname)


def _colleagues(members: Sequence[Member]) -> Iterator[tuple[int, int, str]]:
    """Pairs from two articles with a role at the same institution and a word of their names in common."""
    met: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, member in enumerate(members):
        for body in sorted(member.bodies):
            for word in sorted({w for w in member.words if len(w) > 1}):
                met[body, word].append(k)
    seen: set[tuple[int, int]] = set()
    for (body, _), found in met.items():
        # One of each way of writing the name is enough: those alike are together already.
        alike = {members[k].words: k for k in reversed(found)}
        for a in sorted(alike.values()):
            for b in sorted(alike.values()):
                if a < b and members[a].article != members[b].article and (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b, body


class _Facts:
    """What tells people apart: a man and a woman, two people of one article."""

    def __init__(self, member: Member) -> None:
        self.genders = {member.gender} - {None}
        self.articles = {member.article}

    def against(self, other: _Facts) -> str | None:
        if self.genders and other.genders and not self.genders & other.genders:
            return "one is named as a man, the other as a woman"
        if self.articles & other.articles:
            return "one article tells them apart"
        return None

    def take(self, other: _Facts) -> None:
        self.genders |= other.genders
        self.articles |= other.articles


def _person(group: Sequence[Member], why: list[str], ids: Mapping[tuple[int, str], str]) -> CorpusPerson:
    names = Counter(m.record.name for m in group)
    name = max(names, key=lambda n: (_spelled_out(n), names[n], not n.isupper(), len(n), n))
    civilities = Counter(m.record.civility for m in group if m.record.civility)
    roles = [
        CorpusRole(role.title, ids.get((m.article, role.institution or "")), m.article, m.published)
        for m in sorted(group, key=lambda m: (m.published or "9", m.source))
        for role in m.record.roles
    ]
    return CorpusPerson(
        id=f"p-{slug(name)}",
        name=name,
        civility=max(civilities, key=lambda c: (civilities[c], c)) if civilities else None,
        gender=next(filter(None, (m.gender for m in group)), None),
        roles=tuple(roles),
        appearances=tuple(Appearance(m.article, m.record.id) for m in group),
        why=tuple(why),
    )


def _spelled_out(name: str) -> bool:
    words = fold(name).split()
    return len(words) > 1 and len(words[0]) > 1
