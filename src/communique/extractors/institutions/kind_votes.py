"""The kind of a body that no list knows: everything that the article says of it votes.

"X milite", "bénévole de X", "X, un pôle de compétences", "www.x.org": the signs and their weights are in
``kind_signs.txt``; names of one enumeration share theirs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from communique.document import matches_at, plain_shadow, starts_of
from communique.extractors.institutions.arbiter import Name
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.certain import signs_dispatch
from communique.extractors.institutions.head_nouns import of_school, told_after_people
from communique.extractors.institutions.learned_spans import listed_next
from communique.extractors.institutions.surroundings import LEADS, SIGNS
from communique.extractors.institutions.unknown import SMALL
from communique.extractors.institutions.usage import Usage, defined_as
from communique.extractors.institutions.words import ARTICLES, OF, ROOM, THE_ONE, Words
from communique.gazetteer import bodies
from communique.lexicon import lines, singular
from communique.records import InstitutionKind

Kinds = defaultdict[InstitutionKind, float]
_DEFAULT = 1.0
_BESIDE = 2.5  # what brackets after somebody's name weigh
_SAID = 4.0  # what a noun that introduces or takes up the name weighs
_TIED = 5.0  # what the code of a unit of research, or its tutor, weighs
_HEARD = 3.0  # what it weighs that somebody spoke to the body
_AROUND = 0.3  # what a word of the same sentence weighs of its sign
_NEIGHBOUR = 2.0  # what a listed body beside the name weighs
_SHARED = 0.5  # what a name of the same enumeration gives of its votes
_NEAR = 14  # tokens on either side of a name that may speak of it
_OFTEN = 2  # times that one sign counts
_SHORTEST, _LONGEST = 3, 11  # letters of a verb's beginning
_SIGLE = 4
_TELLING = frozenset(
    (
        "confie", "confiait", "declare", "explique", "expliquait", "raconte", "indique", "assure", "affirme",
        "temoigne", "precise", "glisse", "souffle", "repond", "revele", "detaille", "confirme",
    )
)  # fmt: skip
_LIST = 3  # names that make a list
_TOPIC, _DOUBT = 2.0, 6.0  # what the whole article's words weigh at most, and how many they must be
_BETWEEN = frozenset((",", "et", "ou", "/", "|"))
_OF_SCHOOLS = 20.0  # what an article on schools weighs among its other words
_WITH_ARTICLE: tuple[tuple[InstitutionKind, float], ...] = (("company", -0.8), ("public_body", 0.4))
_SCHOLARS = ("conferences", "professeur", "professeure", "chercheur", "chercheuse", "artiste")
_UNITS = frozenset(("ea", "umr", "upr", "ur", "uar", "ums", "umi", "usr", "erl", "fre", "umrs"))
_TUTORS = frozenset(("cnrs", "inserm", "inria", "inrae", "ird"))
_STOPS = frozenset('.;:()!?«»“”"')
_ADDRESS = re.compile(r"(?:@|www\.|//)(?:[\w-]{1,40}\.){0,2}?([\w-]{2,40})\.([a-z]{2,5})\b")


class Sign(NamedTuple):
    """What a word tells by itself."""

    kind: InstitutionKind
    weight: float


@cache
def signs(relation: str) -> dict[str, list[Sign]]:
    """The signs of one relation by their words."""
    out: dict[str, list[Sign]] = {}
    for line in lines(ROOM, "kind_signs.txt"):
        named, sign, listed = (part.strip() for part in line.split("|"))
        if named == relation:
            kind, weight = sign.split()
            for word in listed.split(", "):
                out.setdefault(word, []).append(Sign(cast("InstitutionKind", kind), float(weight)))
    return out


def kinds_of(usage: Usage, names: Sequence[Name], known: Mapping[int, InstitutionKind]) -> list[Kinds]:
    """What the article says of each name's kind; ``known``: those of the listed bodies, by token."""
    if not names:
        return []
    sites = _sites(usage.w)
    votes = [_votes(usage, name, sites) for name in names]
    _share(usage, names, votes)
    for name, own in zip(names, votes, strict=True):
        if (kind := _beside(usage.ctx, known, name)) is not None:
            own[kind] += _NEIGHBOUR
    _listed(usage, names, votes)
    topic = _topic(usage.w)
    for own in votes:
        for kind, weight in topic.items():
            own[kind] += weight
    return votes


def _votes(usage: Usage, name: Name, sites: Mapping[str, str]) -> Kinds:
    w, out = usage.w, _told(usage, name)
    seen = Counter[tuple[str, str]]()
    for i, j in name.spans:
        if i and w.text[i - 1] == "(" and signs_dispatch(w, i, j):
            out["media"] += 2 * _SAID
        elif i > 1 and w.text[i - 1] == "(" and usage.ctx.in_person[i - 2] and (kind := told_after_people(w)):
            out[kind] += _BESIDE
        if _of_scholars(w, i, j):
            out["research"] += _TIED
        if _told_to(w, i):
            out["media"] += _HEARD
        for relation, word in _around(w, i, j):
            found = signs(relation).get(word, ())
            seen[relation, word] += 1
            if seen[relation, word] <= _OFTEN:
                for sign in found:
                    out[sign.kind] += sign.weight * (_AROUND if relation == "near" else 1.0)
    if (taken_up := usage.taken_up(name.spans[0][1])) is not None and len(name.spans) > 2:
        out[taken_up] += _SAID
    first = name.words[0]
    for word in {part for k in range(*name.spans[0]) for part in w.plain[k].split("-")}:
        for sign in signs("name").get(singular(word), ()):
            out[sign.kind] += sign.weight
    for sign in signs("site").get(sites.get(_letters(" ".join(name.words)), ""), ()):
        out[sign.kind] += sign.weight
    for part in (name.words[0], *name.words[0].split("-")):
        body = next((b for b in bodies().get(plain_shadow(part), ()) if b.form == part and not b.weak), None)
        if body is not None:
            out[body.kind] += _SAID  # "Ifremer-Manche"
            break
    if first == "France" and len(name.words) > 1:
        out["association"] += _SAID  # "France FinTech", but "Danone France"
    if _sigle(name):
        if all(w.plain[i - 1] in THE_ONE for i, _ in name.spans if i):
            for kind, weight in _WITH_ARTICLE:
                out[kind] += weight  # "l'ANAT": firms go without
        for size in (1, 2, 3):
            for sign in signs("sigle").get(first[:size].lower(), ()):
                out[sign.kind] += sign.weight
    return out


def _of_scholars(w: Words, i: int, j: int) -> bool:
    """« CERTO (EA 965) », « le GRETO (CNRS) », « le TEMCI de l'université de X », « l'UMR 5218 TOMS »."""
    if i > 1 and w.plain[i - 2] in _UNITS and w.plain[i - 1].isdigit():
        return True
    if j + 2 >= len(w):
        return False
    if w.text[j] in "(,–-" and (w.plain[j + 1] in _UNITS or w.plain[j + 1].startswith("umr")):
        return w.plain[j + 2].isdigit() or w.plain[j + 1][-1].isdigit()
    if j - i > 1 or not w.text[i].isupper():
        return False
    if w.text[j] == "(":
        return w.plain[j + 1] in _TUTORS or w.plain[j + 1].startswith("universi")
    return w.plain[j] in ("a", "de") and w.plain[j + 1] == "l'" and w.plain[j + 2] == "universite"


def _told_to(w: Words, i: int) -> bool:
    """« confie une mère à Torvinfo », « a déclaré au Torvois »: to whom words are told, a medium."""
    if i < 2 or w.plain[i - 1] not in ("a", "au") or not w.joined(i):
        return False
    return any(w.plain[k] in _TELLING and w.joined(k + 1) for k in (i - 2, i - 3) if k >= 0)


def _told(usage: Usage, name: Name) -> Kinds:
    """What the words of the name and those around it tell, these against those where they differ."""
    own, said = Counter[InstitutionKind](), Counter[InstitutionKind]()
    for i, j in name.spans:
        named, told = usage.kinds_told(i, j)
        if named is not None:
            own[named] += 1
        if (defined := defined_as(usage.w, j)) is not None:
            said[defined] += _OFTEN
        elif told is not None and told != named:
            said[told] += 1
    out = _none()
    for kind, times in own.items():
        out[kind] += _SAID * min(times, 1 if said else _OFTEN)
    for kind, times in said.items():
        out[kind] += _SAID * min(times, _OFTEN)
    return out


def _none() -> Kinds:
    return defaultdict(float)


def _sigle(name: Name) -> bool:
    """Firms have short acronyms or none, administrations and unions have long ones."""
    letters = name.words[0].partition("-")[0]
    return len(name.words) == 1 and len(letters) >= _SIGLE and letters.isupper()


def _letters(name: str) -> str:
    return SIGNS.sub("", plain_shadow(name))


def _sites(w: Words) -> dict[str, str]:
    """The ends of the web addresses by their names: {"aquinetic": "org"}."""
    plain = w.doc.plain
    found = matches_at(_ADDRESS, plain, starts_of(plain, ("@", "www.", "//")))
    return {_letters(m[1]): m[2] for m in found}


def _share(usage: Usage, names: Sequence[Name], votes: list[Kinds]) -> None:
    """Names of one enumeration are of one kind more often than not."""
    at = {i: n for n, name in enumerate(names) for i, _ in name.spans}
    own = [v.copy() for v in votes]
    for n, name in enumerate(names):
        for i, j in name.spans:
            k = listed_next(usage.ctx, i, j)
            if k in at and at[k] != n:
                _give(votes[at[k]], own[n])
                _give(votes[n], own[at[k]])


def _listed(usage: Usage, names: Sequence[Name], votes: list[Kinds]) -> None:
    """Three names and more in one sentence: a list, of which the sentence speaks as a whole."""
    w, rows = usage.w, dict[tuple[int, int], list[int]]()
    for n, name in enumerate(names):
        for i in {i for i, _ in name.spans}:
            sentence = w.doc.sentence_at(w.start[i])
            if sentence is not None:
                rows.setdefault((sentence.start, sentence.end), []).append(n)
    for (start, end), row in rows.items():
        if len(set(row)) < _LIST:
            continue
        told = _none()
        for n in set(row):
            for kind, weight in votes[n].items():
                told[kind] += weight / len(set(row))
        for relation, word in _taken_up(w, end):
            for sign in signs(relation)[word]:
                told[sign.kind] += sign.weight
        for word in set(map(singular, w.plain[w.doc.tokens.at(start) : w.doc.tokens.at(end)])):
            for sign in signs("near").get(word, ()):
                told[sign.kind] += _AROUND * sign.weight
        for n in set(row):
            for kind, weight in told.items():
                votes[n][kind] += weight


def _taken_up(w: Words, end: int) -> Iterator[tuple[str, str]]:
    """« Au travers de ces associations », after the sentence that lists them."""
    k = w.doc.tokens.at(end)
    for at in range(k, min(len(w) - 1, k + _NEAR)):
        if w.plain[at] in ("ces", "ses") and (noun := singular(w.plain[at + 1])) in signs("near"):
            yield "near", noun


@cache
def _topical() -> frozenset[str]:
    """The nouns that bodies are near to, singular and plural."""
    nouns = signs("near")
    forms = (form for noun in nouns for form in (noun, noun + "s", noun + "x"))
    return frozenset(form for form in forms if singular(form) in nouns)


def _topic(w: Words) -> Kinds:
    """What the whole article tells of: bodies of which nothing else is said are of that sort."""
    out, near, places = _none(), signs("near"), w.doc.places
    # In the order of the text: sums of fractions depend on it.
    for word in sorted(_topical().intersection(places), key=lambda word: places[word][0]):
        for sign in near[singular(word)]:
            if sign.kind in ("association", "company", "education", "research", "culture"):
                out[sign.kind] += sign.weight * min(len(places[word]), _OFTEN)
    if of_school(w):
        out["education"] += _OF_SCHOOLS
    whole = sum(out.values()) + _DOUBT
    return defaultdict(float, {kind: _TOPIC * weight / whole for kind, weight in out.items()})


def _beside(ctx: Context, kinds: Mapping[int, InstitutionKind], n: Name) -> InstitutionKind | None:
    """The kind of the bodies beside which a name is listed: « CentraleSupélec, X et Télécom Paris »."""
    w, found = ctx.w, set[InstitutionKind]()
    for i, j in n.spans:
        k = i - 1
        while k > 0 and w.plain[k] in SMALL:
            k -= 1
        if k > 0 and w.text[k] in _BETWEEN and k - 1 in kinds:
            found.add(kinds[k - 1])
        k = j + 1
        while k < len(w) and w.plain[k] in SMALL:
            k += 1
        if j < len(w) and w.text[j] in _BETWEEN and k in kinds:
            found.add(kinds[k])
    return found.pop() if len(found) == 1 else None


def _give(to: Kinds, votes: Kinds) -> None:
    for kind, weight in votes.items():
        to[kind] += _SHARED * weight


def _around(w: Words, i: int, j: int) -> Iterator[tuple[str, str]]:
    yield from _governing(w, i)
    yield from _doing(w, j)
    yield from _called(w, i, j)
    yield from _near(w, i, j)


def _governing(w: Words, i: int) -> Iterator[tuple[str, str]]:
    """« bénévole de X », « présidente du X »."""
    k = i - 1
    while k > 0 and i - k < 4 and w.plain[k] in LEADS and w.joined(k + 1):
        k -= 1
    if 0 <= k < i - 1:
        for back in range(k, max(-1, k - 3), -1):
            if w.text[back] in _STOPS or w.text[back] == ",":
                break
            if w.plain[back].startswith("associe") and w.plain[back - 1] in _SCHOLARS:
                continue  # "maître de conférences associé au MRVA"
            yield "role", singular(w.plain[back])


def _doing(w: Words, j: int) -> Iterator[tuple[str, str]]:
    """« X milite », « X a dénoncé », « X se félicite »."""
    stems = signs("verb")
    for k in range(j, min(len(w), j + 3)):
        word = w.plain[k]
        if not w.joined(k) or w.cap[k] or not word[0].isalpha():
            break
        for size in range(min(_LONGEST, len(word)), _SHORTEST - 1, -1):
            if word[:size] in stems:
                yield "verb", word[:size]
                return


def _called(w: Words, i: int, j: int) -> Iterator[tuple[str, str]]:
    """« X, un pôle de compétences, », « X est une start-up », « X (association) », « la plateforme X »."""
    called = signs("call")
    k = j
    if k < len(w) and (w.text[k] in ",(–—:" or w.plain[k] in ("est", "etait", "sont")):
        for at in range(k + 1, min(len(w), k + 5)):
            word = w.plain[at]
            if not word[0].isalnum() or w.cap[at]:
                break
            if (noun := singular(word)) in called:
                yield "call", noun
                break
            if word in OF:
                break
    for at in range(i - 1, max(-1, i - 4), -1):
        if not w.joined(at + 1) or w.cap[at] or w.text[at] in _STOPS:
            break
        if (noun := singular(w.plain[at])) in called:
            yield "call", noun
            break
        if w.plain[at] in ARTICLES | OF:
            break


def _near(w: Words, i: int, j: int) -> Iterator[tuple[str, str]]:
    near = signs("near")
    sentence = w.doc.sentence_at(w.start[i])
    low, high = (sentence.start, sentence.end) if sentence is not None else (0, len(w.doc.text))
    for k in range(max(0, i - _NEAR), min(len(w), j + _NEAR)):
        if not i <= k < j and low <= w.start[k] < high and (word := singular(w.plain[k])) in near:
            yield "near", word


def likeliest(name: Name, votes: Kinds, default: InstitutionKind) -> InstitutionKind:
    """The kind with most votes; ``default``, which has one of its own, where nothing speaks."""
    total = votes.copy()
    total[default] += _DEFAULT / 2 if _sigle(name) else _DEFAULT
    return max(total, key=lambda kind: (total[kind], kind == default))
