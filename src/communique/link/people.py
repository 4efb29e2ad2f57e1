"""Person and role mentions to people: short forms under the full name, roles with their institution."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from communique.document import Document, plain_shadow
from communique.extractors.people.lexicon import gender, is_first_name
from communique.extractors.people.overlap import outside_institutions
from communique.extractors.people.repeats import surname
from communique.link.spelt import spelt_alike
from communique.mentions import Found, PersonMention, RoleMention
from communique.records import Institution, Person, Role, Span

_GENDER = {
    "M.": "m",
    "Mme": "f",
    "Mlle": "f",
    "Sr": "f",
    "Lady": "f",
    "Abbé": "m",
    "P.": "m",
    "Fr.": "m",
    "Sir": "m",
}
SAME_SURNAME = 50  # people of one surname that a short form is compared with
_BODY = 60  # characters of a body's name
_COMPLEMENT = re.compile(r"\s(?:d[eu]s?\s|d['’])")
# What makes another function of one: "directrice générale *déléguée*".
_LOWER = ("adjoint", "delegue", "suppleant", "honoraire", "d'honneur", "de seance")
_INITIAL = re.compile(r"^[^\W\d_]h?\.")


@dataclass
class _Individual:
    """The mentions that are taken for one person, while they are gathered."""

    name: str
    key: str
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def addressed(self) -> str | None:
        """The gender that the forms of address with the full name give."""
        given = {_GENDER.get(m.civility or "") for m in self.mentions if " " in m.name} - {None}
        return given.pop() if len(given) == 1 else None

    @property
    def gender(self) -> str | None:
        civilities = {_GENDER.get(m.civility or "") for m in self.mentions} - {None}
        given = gender(self.key.split(" ")[0]) if " " in self.key else None
        return given or (civilities.pop() if len(civilities) == 1 else None)


def link_people(doc: Document, found: Found, institutions: Sequence[Institution]) -> tuple[Person, ...]:
    """One :class:`Person` for all mentions of the same individual, in order of first mention."""
    mentions = outside_institutions(doc.text, found.people, found.institutions)
    individuals = gather(mentions)
    ids = {(s.start, s.end): i.id for i in institutions for s in i.mentions}
    names = {i.id: plain_shadow(i.name) for i in institutions}
    held: dict[tuple[int, int], list[RoleMention]] = {}
    for r in found.roles:
        held.setdefault(r.person, []).append(r)
    people = []
    for n, one in enumerate(individuals, 1):
        spans = {(m.start, m.end) for m in one.mentions}
        roles = sorted((r for s in spans for r in held.get(s, ())), key=lambda r: (r.start, r.end))
        people.append(
            Person(
                id=f"p{n}",
                name=one.name,
                civility=_civility(one),
                roles=_distinct([role_at(r, ids) for r in roles], names, _beyond(doc, roles)),
                mentions=tuple(Span(start=s, end=e) for s, e in sorted(spans)),
                rule=one.mentions[0].rule,
            )
        )
    return tuple(people)


def gather(mentions: Sequence[PersonMention]) -> list[_Individual]:
    """Mentions grouped by individual: full names first, then each short form to the one it fits."""
    individuals: dict[str, _Individual] = {}
    by_word: dict[str, list[_Individual]] = {}
    full = sorted((m for m in mentions if _is_full(m)), key=lambda m: (-len(m.name.split(" ")), -len(m.name)))
    for m in (*full, *(m for m in mentions if not _is_full(m))):
        key = plain_shadow(m.name)
        one = individuals.get(key) or _owner(m, key, by_word) or _misspelt(m, key, by_word)
        if one is None:
            one = individuals[key] = _Individual(m.name, key)
            for word in set(_parts(key)):
                by_word.setdefault(word, []).append(one)
        one.mentions.append(m)
    for one in individuals.values():
        one.mentions.sort(key=lambda m: (m.start, m.end))
        _spell(one)
        same = [m.name for m in one.mentions if plain_shadow(m.name) == one.key]
        one.name = max(same, key=lambda name: sum(c.islower() for c in name)) if same else one.name
    return sorted(individuals.values(), key=lambda one: one.mentions[0].start)


def _misspelt(mention: PersonMention, key: str, by_word: dict[str, list[_Individual]]) -> _Individual | None:
    """The individual whose full name is this one in another spelling."""
    if not _is_full(mention):
        return None
    near = (*by_word.get(key.partition(" ")[0], ()), *by_word.get(_parts(key)[-1], ()))
    return next((one for one in near[:SAME_SURNAME] if spelt_alike(one.key, key)), None)


def _spell(one: _Individual) -> None:
    """Of several spellings the one that comes most often is the name, the first of those."""
    counts: dict[str, int] = {}
    for m in one.mentions:
        key = plain_shadow(m.name)
        if key == one.key or spelt_alike(key, one.key):
            counts[key] = counts.get(key, 0) + 1
    if len(counts) > 1:
        one.key = max(counts, key=lambda key: (counts[key], is_first_name(key.partition(" ")[0])))


def _parts(key: str) -> list[str]:
    """The words of a name, of a double one too."""
    return key.replace("-", " ").split(" ")


def _is_full(mention: PersonMention) -> bool:
    first = plain_shadow(mention.name).split(" ")[0]
    return " " in mention.name and (mention.civility is None or is_first_name(first) or first[-1:] == ".")


def _owner(mention: PersonMention, key: str, by_word: dict[str, list[_Individual]]) -> _Individual | None:
    """The individual that the mention fits; the one named last before it when several do."""
    near = by_word.get(_parts(key)[-1], [])[:SAME_SURNAME]
    fitting = [one for one in near if _fits(key, one.key)]
    wanted = _GENDER.get(mention.civility or "")
    fitting = [one for one in fitting if not wanted or one.addressed in (wanted, None)]
    if wanted and len(fitting) > 1:
        fitting = [one for one in fitting if one.gender in (wanted, None)] or fitting
    before = [one for one in fitting if any(m.start < mention.start for m in one.mentions)]
    return (
        max(before, key=lambda one: _last_before(one, mention.start)) if before else next(iter(fitting), None)
    )


def _last_before(one: _Individual, start: int) -> int:
    return max((m.start for m in one.mentions if m.start < start), default=-1)


def _fits(short: str, full: str) -> bool:
    """Can ``short`` be another form of ``full`` (both lower case, no accents)?

    >>> _fits("tria", "assia tria"), _fits("abgrall", "anne abgrall-mendy"), _fits("a. tria", "assia tria")
    (True, True, True)
    >>> _fits("petit", "anne lepetit"), _fits("paul tria", "assia tria"), _fits("tria assia", "assia tria")
    (False, False, True)
    """
    family = surname(full)
    if _same_family(short, family):
        return True
    first, _, rest = short.partition(" ")
    if not rest:  # two first names: "M. Sivakumar" of "Devanathan Sivakumar"
        return len(short) > 3 and full.count(" ") == 1 and full.endswith(f" {short}")
    if _INITIAL.match(first):
        given = full[: len(full) - len(family)].replace("-", " ").split()
        letters = [c for c in first if c.isalpha()]
        return _same_family(rest, family) and [g[0] for g in given][: len(letters)] == letters
    if full.startswith(first + " ") and _same_family(rest, family):
        return True
    return sorted(short.split()) == sorted(full.split())


def _same_family(short: str, family: str) -> bool:
    """The whole surname, its last words without particles, or the first or last half of a double one."""
    if short == family or short in family.split("-"):
        return True
    ends = len(short) > 2 and family.endswith(" " + short)
    return ends or (len(short) > 3 and family.startswith((short + "-", short + " ")))


def _civility(one: _Individual) -> str | None:
    """The civility given first; a title ("Pr", "Dr") goes before a plain "M." or "Mme"."""
    given = [m.civility for m in one.mentions if m.civility]
    own = one.addressed or one.gender
    given = [c for c in given if own in (_GENDER.get(c), None) or c not in _GENDER]
    titles = [c for c in given if c not in ("M.", "Mme", "Mlle")]
    return next(iter(titles or given), None)


def role_at(mention: RoleMention, ids: Mapping[tuple[int, int], str]) -> Role:
    """The record of a role, its institution by its id."""
    institution = ids.get(mention.institution) if mention.institution else None
    return Role(
        start=mention.start, end=mention.end, title=mention.title, institution=institution, rule=mention.rule
    )


def _beyond(doc: Document, roles: Sequence[RoleMention]) -> dict[int, str]:
    """What follows the titles that run into the name of a body that nothing else knows, by their end."""
    return {r.end: doc.text[r.end : r.end + _BODY] for r in roles if r.elsewhere}


def _distinct(roles: Sequence[Role], names: Mapping[str, str], beyond: Mapping[int, str]) -> tuple[Role, ...]:
    """Each function once: of a repeated or shortened title the fuller and linked one is kept."""
    kept: list[Role] = []
    for role in roles:
        for k, other in enumerate(kept):
            if same_function(role.title, other.title) and (
                role.institution == other.institution or _one_body(role, other, names, beyond)
            ):
                if (role.institution is not None, len(role.title)) > (
                    other.institution is not None, len(other.title)
                ):  # fmt: skip
                    kept[k] = role
                break
        else:
            kept.append(role)
    return tuple(sorted(kept, key=lambda r: (r.start, r.end)))


def _one_body(a: Role, b: Role, names: Mapping[str, str], beyond: Mapping[int, str]) -> bool:
    """Can two roles of which one names no body be one: not "président" of X and "président de la Ligue"?"""
    if a.institution is not None and b.institution is not None:
        return False
    linked, bare = (a, b) if a.institution is not None else (b, a)
    more = bare.title[len(linked.title) :]
    if linked.institution is None:
        return True
    if bare.end in beyond:
        more = beyond[bare.end].partition(",")[0]
    elif not _COMPLEMENT.match(plain_shadow(more)):
        return True
    capitals = [plain_shadow(w) for w in re.findall(r"\w{3,}", more) if w[0].isupper()]
    return not capitals or any(w in names[linked.institution] for w in capitals)


def same_function(a: str, b: str) -> bool:
    """Is one title the other, or its beginning, no deputy's?

    >>> same_function("directrice", "directrice générale"), same_function("maire", "maire adjointe")
    (True, False)
    """
    short, long = sorted((plain_shadow(a).split(), plain_shadow(b).split()), key=len)
    if long[: len(short)] != short:
        return False
    return short == ["ministre"] or not " ".join(long[len(short) :]).startswith(_LOWER)
