"""The same institution in several articles: under its name, its acronym, an old or a short form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.corpus.groups import Groups, Step
from communique.corpus.ids import distinct, stamp
from communique.corpus.merged import Appearance, CorpusInstitution, both, label
from communique.corpus.names import body_key, is_ambiguous, slug
from communique.records import Article, Institution, InstitutionKind

SHORTEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Member:
    """An institution as one article knows it, with its name made comparable."""

    article: int
    source: str
    record: Institution
    key: str

    @property
    def acronym_only(self) -> bool:
        """Whether the article gives no more than letters ("CNRS")."""
        name = self.record.name
        return " " not in name and name.isupper() and SHORTEST_ACRONYM <= len(name) <= 10


def merge_institutions(articles: Sequence[Article]) -> tuple[list[CorpusInstitution], list[str]]:
    """Institutions merged over all articles, sorted by id, and the merges that were refused."""
    members = [
        Member(n, label(article, n), record, body_key(record.name))
        for n, article in enumerate(articles)
        for record in article.institutions
    ]
    groups = Groups([_Facts(member) for member in members])
    for rule in RULES:
        groups.follow(rule(members, groups))
    made = [_institution([members[k] for k in group], why) for group, why in groups.all()]
    made = distinct(made, lambda i: i.kind, stamp(articles))
    return made, [step.reason for step in groups.refused]


def same_identifier(members: Sequence[Member], groups: Groups[_Facts]) -> Iterator[Step]:
    """They have the same identifier in a reference list."""
    seen: dict[tuple[str, str], int] = {}
    for k, member in enumerate(members):
        for scheme, value in sorted(member.record.links.items()):
            first = seen.setdefault((scheme, value), k)
            if first != k:
                yield Step(first, k, f"same {scheme} {value}: {both(members[first], members[k])}")


def same_name(members: Sequence[Member], groups: Groups[_Facts]) -> Iterator[Step]:
    """They have the same name, capitals, accents and punctuation aside, and it says which body it is."""
    found: dict[str, list[int]] = defaultdict(list)
    for k, member in enumerate(members):
        found[member.key].append(k)
    for key, same in found.items():
        if key and not is_ambiguous(key):
            for a, b in pairwise(same):
                yield Step(a, b, f"same name “{members[a].record.name}”")


def known_acronym(members: Sequence[Member], groups: Groups[_Facts]) -> Iterator[Step]:
    """One article gives the acronym alone, another ties it to a name, and no article ties it to another."""
    defined: dict[str, set[int]] = defaultdict(set)
    for k, member in enumerate(members):
        if member.record.acronym and not member.acronym_only:
            defined[body_key(member.record.acronym)].add(k)
    for k, member in enumerate(members):
        if not member.acronym_only or is_ambiguous(member.key):
            continue
        owners = {groups.root(owner) for owner in defined[member.key]}
        if len(owners) == 1:
            owner = min(defined[member.key])
            yield Step(owner, k, f"acronym: {both(members[owner], members[k])}")


def known_form(members: Sequence[Member], groups: Groups[_Facts]) -> Iterator[Step]:
    """One article's name is another form of one institution alone in the others: a short or an old name."""
    forms: dict[str, set[int]] = defaultdict(set)
    for k, member in enumerate(members):
        for alias in member.record.aliases:
            key = body_key(alias)
            if " " in key and key != member.key:
                forms[key].add(k)
    for k, member in enumerate(members):
        owners = {groups.root(owner) for owner in forms.get(member.key, ())}
        if len(owners) == 1 and not is_ambiguous(member.key):
            owner = min(forms[member.key])
            yield Step(owner, k, f"other form: {both(members[owner], members[k])}")


RULES = (same_identifier, same_name, known_acronym, known_form)


class _Facts:
    """What tells institutions apart: identifiers, one word for two kinds of body, an article naming both."""

    def __init__(self, member: Member) -> None:
        self.name = member.record.name
        self.links = {scheme: {value} for scheme, value in member.record.links.items()}
        self.keys = {member.key}
        self.kinds = {member.record.kind} - {"other"}
        self.articles = {member.article}
        self.letters = member.acronym_only

    def against(self, other: _Facts) -> str | None:
        for scheme in sorted(self.links.keys() & other.links.keys()):
            if not self.links[scheme] & other.links[scheme]:
                return f"their {scheme} identifiers differ"
        one_word = self.keys == other.keys and len(self.keys) == 1 and " " not in next(iter(self.keys))
        kinds = self.kinds | other.kinds
        if one_word and len(kinds) > 1 and not (self.letters or other.letters):
            return f"it is a single word, for {' and '.join(sorted(kinds))}"
        if self.articles & other.articles and not self.keys & other.keys:
            return f"one article tells them apart: {self.name}, {other.name}"
        return None

    def take(self, other: _Facts) -> None:
        for scheme, values in other.links.items():
            self.links.setdefault(scheme, set()).update(values)
        self.keys |= other.keys
        self.kinds |= other.kinds
        self.articles |= other.articles


def _institution(group: Sequence[Member], why: list[str]) -> CorpusInstitution:
    names = Counter(m.record.name for m in group if not m.acronym_only)
    names = names or Counter(m.record.name for m in group)
    name = max(names, key=lambda n: (names[n], not n.isupper(), len(n), n))
    kinds: Counter[InstitutionKind] = Counter(m.record.kind for m in group if m.record.kind != "other")
    acronyms = Counter(m.record.acronym for m in group if m.record.acronym)
    forms = dict.fromkeys(form for m in group for form in (m.record.name, *m.record.aliases) if form != name)
    return CorpusInstitution(
        id=f"i-{slug(name)}",
        name=name,
        kind=max(kinds, key=lambda k: (kinds[k], k)) if kinds else "other",
        acronym=max(acronyms, key=lambda a: (acronyms[a], a)) if acronyms else None,
        aliases=tuple(sorted(forms)),
        links={s: v for m in group for s, v in sorted(m.record.links.items())},
        appearances=tuple(Appearance(m.article, m.record.id) for m in group),
        why=tuple(why),
    )
