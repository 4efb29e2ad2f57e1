"""The names of an article, as what tells that two of them are one body's looks them up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.extractors.institutions.acronyms import initials
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.words import OF, wordset
from communique.gazetteer import places, registry_key

_PLACES = places()
_TRADE_OPENINGS = wordset("trade_openings")
LINKS = OF | {"la", "le", "les", "l'", "a", "-", "–"}
# Among more names with one first word none is taken for another: a directory, not an article.
MANY = 200


class Name(NamedTuple):
    """A name of the article: its surface, its plain words and the candidate that it comes from."""

    text: str
    words: tuple[str, ...]
    found: Candidate


class Names:
    """The names of an article, found by their words and by their acronyms."""

    def __init__(self, ctx: Context, named: Sequence[tuple[str, Candidate]]) -> None:
        self.ctx = ctx
        self.by_words: dict[tuple[str, ...], Name] = {}
        self.by_first: dict[str, list[Name]] = {}
        self.spelt: dict[tuple[str, tuple[str, ...]], Name] = {}  # by initials and complement
        self.tied: dict[str, Name] = {}  # by the acronym in its parenthesis
        self.opened: dict[tuple[str, ...], Name] = {}  # by what follows the noun of a trade
        self.squeezed: dict[str, list[Name]] = {}  # by their letters
        self.reordered: dict[tuple[str, ...], list[Name]] = {}  # by their words in order
        w = ctx.w
        for text, c in named:
            words = tuple(w.plain[c.first : c.last])
            name = Name(text, words, c)
            if c.acronym is not None:
                self.tied.setdefault(w.text[c.acronym[0]], name)
            if words in self.by_words:
                continue
            self.by_words[words] = name
            self.by_first.setdefault(words[0], []).append(name)
            if words[0] in _TRADE_OPENINGS and w.cap[c.first]:
                self.opened.setdefault(words[1:], name)
            if len(words) > 2 and not w.is_acronym(c.first):
                letters = initials(words[:1])
                for k in range(2, len(words) + 1):
                    letters += initials(words[k - 1 : k])
                    self.spelt.setdefault((letters, core(words[k:])), name)

    def longer(self, name: Name) -> list[Name]:
        """The names that go on after all the words of one."""
        size, alike = len(name.words), self.by_first[name.words[0]]
        if len(alike) > MANY:
            return []
        return [n for n in alike if len(n.words) > size and n.words[:size] == name.words]


def with_place(names: Names, name: Name) -> Name | None:
    """The one name of the article that goes on with a preposition and a place."""
    w, size = names.ctx.w, len(name.words)
    longer = [n for n in names.longer(name) if len(n.words) > size + 1 and n.words[size] in OF | {"a"}]
    if len(longer) != 1:
        return None
    rest = range(longer[0].found.first + size, longer[0].found.last)
    named = [k for k in rest if w.plain[k] not in LINKS]
    if not named or not w.cap[named[0]]:
        return None
    one = len(named) == 1 or registry_key(w.span_text(named[0], longer[0].found.last)) in _PLACES
    return longer[0] if one else None


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a complement without what links them."""
    return tuple(word for word in words if word not in LINKS)
