"""The reporting verbs and their forms: a lexicon of lemmas and a small conjugator.

>>> form("rappelle").verb.lemma, form("a") is None
('rappeler', True)
>>> form("répondit").verb.strength
'declarative'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon import lines

FINITE, PARTICIPLE, INFINITIVE, GERUND = 1, 2, 4, 8
STRENGTHS = {"d": "declarative", "e": "evaluative", "t": "thought"}
_ROOM = "communique.extractors.quotations"
_FUTURE = ("a", "ont", "ait", "aient")


class Verb(NamedTuple):
    """A reporting verb; ``frames`` are the letters explained in ``verbs.txt``; ``rest`` its fixed words."""

    lemma: str
    strength: str
    frames: str
    rest: tuple[str, ...] = ()


class Form(NamedTuple):
    """What a word can be: forms (``moods``, a sum of flags) of one reporting verb."""

    verb: Verb
    moods: int


@cache
def verbs() -> tuple[Verb, ...]:
    """Every reporting verb of the lexicon."""
    entries = (line.split(" | ") for line in lines(_ROOM, "verbs.txt"))
    return tuple(Verb(e, STRENGTHS[s], f, tuple(e.replace("'", "' ").split()[1:])) for e, s, f in entries)


@cache
def forms() -> dict[str, Form]:
    """Every form of the one-word verbs."""
    return _table(v for v in verbs() if not v.rest)


@cache
def compound_forms() -> dict[str, tuple[Form, ...]]:
    """First words of the verbs with a fixed rest: "fait" → faire savoir, faire valoir…"""
    out: dict[str, tuple[Form, ...]] = {}
    for verb in verbs():
        if verb.rest:
            for word, found in _table([verb]).items():
                out[word] = (*out.get(word, ()), found)
    return out


def form(word: str) -> Form | None:
    """The reading of a lower-case word as a form of a reporting verb, if it can be one."""
    return forms().get(word)


def _table(entries: Iterator[Verb] | list[Verb]) -> dict[str, Form]:
    out: dict[str, Form] = {}
    for verb in entries:
        for word, mood in conjugate(verb.lemma.split()[0]):
            known = out.get(word)
            if known is None:
                out[word] = Form(verb, mood)
            elif known.verb is verb and not known.moods & mood:
                out[word] = Form(verb, known.moods | mood)
    return out


@cache
def _endings() -> tuple[tuple[str, list[str], list[str], list[str], str], ...]:
    """The irregular endings, the longest first."""
    out = []
    for line in lines(_ROOM, "conjugation.txt"):
        ending, finite, participles, gerund = line.split(" | ")
        present, future = finite.split(" ; ")
        future_forms = [future + e for e in _FUTURE]
        out.append((ending, present.split(), future_forms, participles.split(), gerund))
    return tuple(sorted(out, key=lambda e: -len(e[0])))


def conjugate(lemma: str) -> Iterator[tuple[str, int]]:
    """Forms of a verb with their mood: 3rd persons, first and second plural, participles, gerund.

    >>> sorted(w for w, mood in conjugate("juger") if mood == GERUND)
    ['jugeant']
    """
    yield lemma, INFINITIVE
    if lemma.endswith("er"):
        yield from _first_group(lemma[:-2])
        return
    for ending, finite, future, participles, gerund in _endings():
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            yield from ((stem + e, FINITE) for e in (*finite, *future))
            yield from ((stem + e[:-3] + "iez", FINITE) for e in finite if e.endswith("ait"))  # "disiez"
            yield from ((stem + e, PARTICIPLE) for e in participles)
            yield stem + gerund, GERUND
            return
    stem = lemma[:-1]
    finite_ = ("t", "ssent", "ssons", "ssez", "ssait", "ssaient", "rent", "ra", "ront", "rait", "raient")
    yield from ((stem + e, FINITE) for e in finite_)
    yield from ((stem + e, PARTICIPLE) for e in ("", "e", "s", "es"))
    yield stem + "ssant", GERUND


def _first_group(stem: str) -> Iterator[tuple[str, int]]:
    strong = _strong(stem)
    soft = re.sub("g$", "ge", re.sub("c$", "ç", stem))  # "jugeait", "annonçait"
    for present in {strong, stem} if stem.endswith("ay") else (strong,):  # "balaie" and "balaye"
        yield from ((present + e, FINITE) for e in ("e", "ent", "era", "eront", "erait", "eraient"))
    if "é" in stem:  # "répétera" beside "répètera"
        yield from ((stem + e, FINITE) for e in ("era", "eront", "erait", "eraient"))
    yield from ((soft + e, FINITE) for e in ("ait", "aient", "a"))
    yield stem + "èrent", FINITE
    yield from (((soft if e == "ons" else stem) + e, FINITE) for e in ("ons", "ez"))
    yield from ((stem + e, FINITE) for e in ("ions", "iez"))
    yield from ((stem + e, PARTICIPLE) for e in ("é", "ée", "és", "ées"))
    yield soft + "ant", GERUND


def _strong(stem: str) -> str:
    """The stem before a mute e: "rappell-", "martèl-", "répèt-", "appui-"."""
    if re.search(r"(?:pp?el|jet)$", stem):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i"
    return re.sub(r"[eé](?=(?:[lmnrstvcdgj]|qu|gu|gn)$)", "è", stem)
