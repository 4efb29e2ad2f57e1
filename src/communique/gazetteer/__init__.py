"""Known bodies: names, acronyms and kinds bundled with the package, keyed for lookup on tokens.

>>> entry = bodies()["cnrs"][-1]
>>> entry.name, entry.kind
('CNRS', 'research')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple, cast

from communique.document import plain_shadow, split_tokens
from communique.lexicon import lines
from communique.memos import remember
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
    forms: tuple[str, ...] = ()  # every form of the body


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name as the tokens' ``plain`` column gives them.

    >>> split_words("Conseil d’État")
    ('conseil', "d'", 'etat')
    """
    return tuple(split_tokens(plain_shadow(name)))


class Bodies:
    """The listed bodies by the first word of each of their forms.

    An entry is read when its word is asked for: an article's own words are few.
    """

    def __init__(self, index: dict[str, str]) -> None:
        self._index = index
        self._read: dict[str, tuple[Body, ...]] = {}
        self._by_second: dict[str, dict[str | None, tuple[Body, ...]]] = {}
        self.uncapitalised = frozenset(index["*"].split("|"))  # first words of bioMérieux, franceinfo

    def __contains__(self, word: str) -> bool:
        return word in self._index

    def __iter__(self) -> Iterator[str]:
        for word in self._index:
            if word[0] not in "+*":
                yield word

    def get(self, word: str, default: tuple[Body, ...] = ()) -> tuple[Body, ...]:
        """The bodies with a form that begins with a word, longest form first."""
        if word not in self._index:
            return default
        if (known := self._read.get(word)) is None:
            known = self._read[word] = tuple(map(_body, self._index[word].split("|")))
        return known

    def likely(self, word: str, following: str | None) -> tuple[Body, ...]:
        """The bodies with a form that begins with a word and the one after it, or is that word alone."""
        if (seconds := self._by_second.get(word)) is None:
            read: dict[str | None, list[Body]] = {}
            for b in self.get(word):
                read.setdefault(b.words[1] if len(b.words) > 1 else None, []).append(b)
            seconds = self._by_second[word] = {second: tuple(found) for second, found in read.items()}
        alone = seconds.get(None, ())
        return seconds[following] + alone if following is not None and following in seconds else alone

    def __getitem__(self, word: str) -> tuple[Body, ...]:
        return self.get(word)

    def untitled(self, word: str) -> tuple[Body, ...]:
        """Names that begin with an article, without it: "au Monde", "la Voix du Nord"."""
        return self.get("+" + word)


def _body(entry: str) -> Body:
    form, kind, name, others = entry.split("~", 3)
    forms = tuple(others.split("~")) if others else (form,)
    return Body(split_words(form), form, name or form, _LETTER_KINDS[kind[0]], kind[-1] == "?", forms)


@cache
def bodies() -> Bodies:
    """Well-known bodies by the first word of each of their forms."""
    return Bodies(_table("index.txt"))


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
    named = frozenset(map(registry_key, (*lines(PACKAGE, "places.txt"), *lines(PACKAGE, "world.txt"))))
    return named.union(lines(PACKAGE, "towns.txt"), lines(PACKAGE, "cities.txt"))


_keys: dict[str, str] = {}
_MOST_KEYS = 1 << 13


def registry_key(name: str) -> str:
    """A name as the registry folds it: plain letters and figures, single spaces.

    >>> registry_key("École d’ingénieurs de Purpan")
    'ecole d ingenieurs de purpan'
    """
    key = _keys.get(name)
    if key is None:
        plain = plain_shadow(name)
        words = plain.split() if plain.replace(" ", "").isalnum() else _LETTERS.findall(plain)
        key = remember(_keys, name, " ".join(words), _MOST_KEYS)
    return key


def _table(file: str) -> dict[str, str]:
    """A generated list: each line's first field to the rest of the line."""
    raw = resources.files(PACKAGE).joinpath(file).read_text("utf-8")
    entries = raw[raw.rfind("# ") :].split("\n", 1)[1]
    return dict(line.split("|", 1) for line in entries.split("\n") if line)


@cache
def _registry() -> dict[str, str]:
    return _table("registry.txt")


def registered(name: str, *, acronym: bool = False) -> tuple[str, InstitutionKind] | None:
    """ROR id and kind of the one registered body that bears a name, or None.

    >>> registered("Institut de physique du globe de Paris")
    ('004gzqz66', 'research')
    """
    entry = _registry().get("~" + name.lower() if acronym else registry_key(name))
    if entry is None:
        return None
    return entry[:-1], _LETTER_KINDS[entry[-1]]


def listed_forms(name: str) -> tuple[str, ...]:
    """The other forms of a well-known body.

    >>> listed_forms("CNRS")
    ('Centre national de la recherche scientifique',)
    """
    known = next((b for b in bodies().get(split_words(name)[0]) if b.form == name), None)
    return tuple(f for f in known.forms if f != name) if known is not None else ()
