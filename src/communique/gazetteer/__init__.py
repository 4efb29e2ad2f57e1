"""Known bodies: names, acronyms and kinds bundled with the package, keyed for lookup on tokens.

>>> entry = bodies()["cnrs"][-1]
>>> entry.name, entry.kind
('CNRS', 'research')
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple, cast

from communique.document import plain_shadow, split_tokens
from communique.lexicon import lines
from communique.records import InstitutionKind

PACKAGE = "communique.gazetteer"

_LETTERS = re.compile(r"[^\W_]+")


KIND_LETTERS: dict[str, str] = {
    "education": "e", "research": "r", "company": "c", "public_body": "p", "local_authority": "l",
    "health": "h", "association": "a", "media": "m", "international": "i", "culture": "u", "other": "o",
}  # fmt: skip
_LETTER_KINDS = {letter: cast("InstitutionKind", kind) for kind, letter in KIND_LETTERS.items()}


class Body(NamedTuple):
    """One form of a known body: its words in plain shadow, the form as listed, its main name and kind."""

    words: tuple[str, ...]
    form: str
    name: str
    kind: InstitutionKind
    weak: bool = False  # a form that is also a word, a town or a surname


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name as the tokens' ``plain`` column gives them.

    >>> split_words("Conseil d’État")
    ('conseil', "d'", 'etat')
    """
    return tuple(split_tokens(plain_shadow(name)))


@cache
def bodies() -> dict[str, list[Body]]:
    """Well-known bodies by the first word of each of their forms, longest form first.

    A form that ends with "?" in the list is weak.
    """
    out: dict[str, list[Body]] = {}
    for line in lines(PACKAGE, "bodies.txt"):
        name, kind, forms = (part.strip() for part in line.split("|"))
        main = name.removesuffix("?")
        for listed in (name, *filter(None, (f.strip() for f in forms.split(",")))):
            form = listed.removesuffix("?")
            split = split_words(form)
            known = Body(split, form, main, cast("InstitutionKind", kind), form != listed)
            out.setdefault(split[0], []).append(known)
    for entries in out.values():
        entries.sort(key=lambda b: -len(b.words))
    return out


@cache
def lower_bodies() -> dict[str, list[Body]]:
    """Bodies whose full name may be written without a capital."""
    out: dict[str, list[Body]] = {}
    for line in lines(PACKAGE, "bodies_lower.txt"):
        name, kind = (part.strip() for part in line.split("|"))
        split = split_words(name)
        out.setdefault(split[0], []).append(Body(split, name, name, cast("InstitutionKind", kind)))
    return out


@cache
def places() -> frozenset[str]:
    """Folded names of places: a town alone is no body."""
    named = frozenset(map(registry_key, lines(PACKAGE, "places.txt")))
    return named.union(lines(PACKAGE, "towns.txt"), lines(PACKAGE, "cities.txt"))


@lru_cache(maxsize=1 << 12)
def registry_key(name: str) -> str:
    """A name as the registry folds it: plain letters and figures, single spaces.

    >>> registry_key("École d’ingénieurs de Purpan")
    'ecole d ingenieurs de purpan'
    """
    return " ".join(_LETTERS.findall(plain_shadow(name)))


@cache
def _registry() -> dict[str, str]:
    raw = resources.files(PACKAGE).joinpath("registry.txt").read_text("utf-8")
    body = raw[raw.rfind("# ") :].split("\n", 1)[1]
    return dict(line.split("|", 1) for line in body.split("\n") if line)


def registered(name: str, *, acronym: bool = False) -> tuple[str, InstitutionKind] | None:
    """ROR id and kind of the one registered body that bears a name, or None.

    >>> registered("Institut de physique du globe de Paris")
    ('004gzqz66', 'research')
    """
    entry = _registry().get("~" + name.lower() if acronym else registry_key(name))
    if entry is None:
        return None
    return entry[:-1], _LETTER_KINDS[entry[-1]]


@cache
def untitled() -> dict[str, list[Body]]:
    """Listed names that begin with an article, without it: "au Monde", "du Figaro"."""
    out: dict[str, list[Body]] = {}
    for article in ("le", "les"):
        for body in bodies().get(article, ()):
            words, form = body.words[1:], body.form.split(" ", 1)[1]
            out.setdefault(words[0], []).append(Body(words, form, body.name, body.kind))
    return out


@cache
def _by_name() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for entries in bodies().values():
        for body in entries:
            out.setdefault(body.name, []).append(body.form)
    return out


def listed_forms(name: str) -> tuple[str, ...]:
    """The other forms of a well-known body.

    >>> listed_forms("CNRS")
    ('Centre national de la recherche scientifique',)
    """
    main = next((b.name for b in bodies().get(split_words(name)[0], ()) if b.form == name), None)
    return tuple(f for f in _by_name().get(main, ()) if f != name) if main else ()
