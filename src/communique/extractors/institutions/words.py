"""The article as institutions read it: its tokens with their capitals, gaps and line ends."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib import resources

from communique.document import Document
from communique.extractors.lost_lines import lost_lines
from communique.lexicon import words
from communique.spellings import Caller, Spelling

ROOM = "communique.extractors.institutions"

_ADJECTIVES = words(ROOM, "adjectives.txt")
_NOT_ADJECTIVES = words(ROOM, "not_adjectives.txt") | words(ROOM, "verbs.txt")
# participles among the adjectives: without their accent, verbs
_VERBS_TOO = frozenset(
    ("adapte", "agree", "applique", "associe", "avance", "connecte", "decentralise", "delegue", "distribue",
     "handicape", "immigre", "integre", "isole", "numerise", "partage", "prive", "reforme", "specialise",
     "syndique", "unifie")
)  # fmt: skip
OF = frozenset(("de", "d'", "du", "des"))
ARTICLES = frozenset(("la", "le", "les", "l'"))
THE_ONE = frozenset(("le", "la", "l'", "du", "au"))
THE = THE_ONE | {"les", "des", "aux"}
DETERMINERS = ARTICLES | {"un", "une"}

# A line of a hard-wrapped paragraph is at least this long; a shorter one ends where it means to.
_ELISIONS = frozenset(("m'", "n'", "t'"))
_WRAPPED = 55
_FULL = 75


@cache
def _grammar() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(ROOM).joinpath("grammar.toml").read_text("utf-8"))


@cache
def wordset(name: str) -> frozenset[str]:
    """A closed set of words from ``grammar.toml``."""
    return frozenset(_grammar()["words"][name])


@cache
def endings(name: str) -> tuple[str, ...]:
    """Endings from ``grammar.toml``, as ``str.endswith`` takes them."""
    return tuple(_grammar()["words"][name])


def calls(word: str) -> frozenset[str]:
    """The nouns that call for a preposition inside a name: "recherche" for « en »."""
    return _calls().get(word, frozenset())


@cache
def _calls() -> dict[str, frozenset[str]]:
    return {word: frozenset(nouns) for word, nouns in _grammar()["calls"].items()}


@cache
def function_words() -> frozenset[str]:
    """Grammar words, months and sentence openers: no name begins or goes on with them."""
    return words(ROOM, "function_words.txt")


def _acronym_shape(form: Spelling) -> bool:
    if not form.capital or not 2 <= len(form.text) <= 12 or form.text[1:].islower():
        return False
    return any(sum(map(str.isupper, part)) >= 2 for part in form.text.split("-"))  # not "Haute-Savoie"


_ACRONYMS = Caller(_acronym_shape)


class Words:
    """Tokens of a document with what the rules ask of them, computed once."""

    _shouted: list[bool] | None = None
    _joins_memo: list[bool] | None = None

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        tokens = doc.tokens
        self.text, self.plain, self.lower = tokens.text, tokens.plain, tokens.lower
        self.start, self.end = tokens.start, tokens.end
        self.cap = [form.capital for form in doc.forms]
        self.capitals = [i for i, cap in enumerate(self.cap) if cap]
        self._acronyms = set(_ACRONYMS.of(doc.forms))
        self._size = len(self.text)
        self.lost = lost_lines(doc)  # where a line begins, though nothing parts it from the one before

    def __len__(self) -> int:
        return self._size

    @property
    def shouted(self) -> list[bool]:
        """Whether each token stands in a line or clause all in capitals, such as a title."""
        if self._shouted is None:
            self._shouted = self._find_shouted()
        return self._shouted

    def _find_shouted(self) -> list[bool]:
        out = [False] * len(self)
        run: list[int] = []
        for i, form in enumerate(self.doc.forms):
            text = form.text
            if form.shouted:
                if run and self.line_break(i):
                    _mark(out, run, self.text)
                    run = []
                run.append(i)
            elif run:
                if text[0].isalpha():
                    _mark(out, run, self.text)
                    run = []
                else:
                    run.append(i)
        _mark(out, run, self.text)
        return out

    def places_of(self, called: Collection[str]) -> list[int]:
        """The tokens whose plain form is one of a few words, in order; most texts have none."""
        if isinstance(called, frozenset):
            return self.doc.places_of(called)
        places = self.doc.places
        return sorted(i for word in called if word in places for i in places[word])

    def gap(self, i: int) -> str:
        """What stands between token ``i`` and the one before; the text begins and ends like a line."""
        return self.doc.text[self.end[i - 1] : self.start[i]] if 0 < i < self._size else "\n"

    def line_break(self, i: int) -> bool:
        """Whether a line that means to end ends before token ``i``; the text's end is one."""
        if i >= self._size:
            return True
        gap = self.gap(i)
        if "\n" not in gap:
            return not i
        return not self._wraps(i, gap)

    def _wraps(self, i: int, gap: str) -> bool:
        """Whether the line end before token ``i`` is a mere wrap inside a paragraph."""
        if gap.count("\n") > 1:
            return False
        end = self.end[i - 1]
        line = self.doc.text.rfind("\n", max(0, end - 200), end)
        before, after = self.doc.section_at(end - 1), self.doc.section_at(self.start[i])
        if before is after:
            return end - line > _WRAPPED
        if after is not None and after.kind == "list_item" and self.text[i] in "-–—•*▪·":
            return False
        same = before is not None and after is not None and before.kind == after.kind
        return same and end - line > (_FULL if self.cap[i] else _WRAPPED)

    def joined(self, i: int) -> bool:
        """Whether token ``i`` goes on the phrase of token ``i - 1``: at most a wrapped line between them."""
        return 0 < i < self._size and self._joins[i]

    @property
    def _joins(self) -> list[bool]:
        """Of each token, see :meth:`joined`: asked of most tokens, and more than once."""
        if self._joins_memo is None:
            self._joins_memo = self._find_joins()
        return self._joins_memo

    def _find_joins(self) -> list[bool]:
        text = self.doc.text
        nearly = [
            s == e or (s == e + 1 and (text[e] == " " or text[e] == "\u00a0"))
            for e, s in zip(self.end, self.start[1:], strict=False)
        ]
        joins = [False, *(close or self._joined_over(self.gap(i), i) for i, close in enumerate(nearly, 1))]
        for i in self.lost:
            joins[i] = False
        return joins

    def _joined_over(self, gap: str, i: int) -> bool:
        if "\n" in gap:
            return self._wraps(i, gap)
        return not gap.strip() and len(gap) < 3 and "\t" not in gap

    def glued(self, i: int) -> int:
        """The token after ``i`` and all that is glued to it: Sup'Recherche-UNSA, J.-A.-Bombardier, UMC+."""
        j = i + 1
        if self.text[i][-1] in "'’" and j < self._size and self.gap(j) == "" and self.plain[i] in _ELISIONS:
            j += 1  # "M'sila", "N'Djamena"
        while j < self._size and self.gap(j) == "":
            sign = self.text[j]
            if sign in "'’" and j + 1 < len(self) and self.gap(j + 1) == "" and self.text[j + 1][0].isalpha():
                j += 2
            elif sign == "." and len(self.text[j - 1].rpartition("-")[2]) == 1:
                j += 1
            elif (
                sign == "."
                and j + 1 < len(self)
                and self.gap(j + 1) == ""
                and self.text[j + 1] in wordset("domains")
            ) or (sign == "-" and j + 1 < len(self) and self.cap[j + 1] and self._hyphen(j + 1)):
                j += 2
            elif (
                j + 1 < len(self)
                and self.gap(j + 1) == ""
                and self.cap[j + 1]
                and (
                    (sign == "–" and self.is_acronym(j - 1) and self.is_acronym(j + 1))
                    or (sign == "/" and len(self.text[j - 1]) == 1 == len(self.text[j + 1]))
                )
            ):
                j += 2  # "FIM–CSN", "Skovgaard A/S"
            elif sign in "@&" and self._sign_inside(j):
                j += 2  # "Coop@tive", "Verso&Recto"
            elif sign in "+$" or (self.text[j - 1] == "$" and self.text[j][0].isalpha()):
                j += 1
            else:
                break
        return j

    def _sign_inside(self, j: int) -> bool:
        """Whether the sign at token ``j`` stands inside a word, and in no address."""
        after = j + 1
        if after >= self._size or self.gap(after) or not self.text[after][0].isalpha():
            return False
        return not (after + 1 < self._size and self.text[after + 1] in ".@-_" and not self.gap(after + 1))

    def _hyphen(self, i: int) -> bool:
        """Whether a hyphen links token ``i`` to the one before, over a line end perhaps: "Mines-\nTorvel"."""
        gap = self.gap(i)
        return not gap or (gap.count("\n") == 1 and not gap.strip())

    def is_word(self, i: int) -> bool:
        return self.text[i][0].isalpha()

    def is_adjective(self, i: int) -> bool:
        """Whether token ``i`` is a lower-case word that looks like an adjective."""
        return not self.cap[i] and self.adjectival(i)

    def adjectival(self, i: int) -> bool:
        """Whether token ``i``, with a capital or not, looks like an adjective."""
        word = self.plain[i]
        if not word[0].isalpha():
            return False
        if word in _VERBS_TOO and self.lower[i] == word:
            return False  # "l'Hôtel de ville *applique* les consignes"
        if word in _ADJECTIVES or (word[-1] == "s" and word[:-1] in _ADJECTIVES):
            return True
        if "-" in word and word.startswith(endings("two_nations")):
            return True  # "franco-arabe"
        return len(word) > 4 and word.endswith(endings("adjective")) and word not in _NOT_ADJECTIVES

    def is_acronym(self, i: int) -> bool:
        """CNRS, AP-HM, UdeM, ESO: two capitals at least, and no longer than an acronym is."""
        return i in self._acronyms

    def opens_sentence(self, i: int) -> bool:
        """Whether the capital of token ``i`` may be due to its place alone."""
        if i == 0 or i in self.lost or self.line_break(i):
            return True
        before = self.text[i - 1]
        return before in '.!?:…«“"•–—-*»”>|' and not (
            before == "." and len(self.text[i - 2]) == 1 and self.text[i - 2].isalpha()
        )

    def determiner(self, i: int) -> str:
        """``"definite"``, ``"loose"`` (un, notre, cette…) or ``""``, by the word before token ``i``."""
        if not self.joined(i):
            return ""
        before = self.plain[i - 1]
        return "definite" if before in wordset("definite") else "loose" if before in wordset("loose") else ""

    def span_text(self, i: int, j: int) -> str:
        """The surface of tokens ``i`` to ``j`` (excluded)."""
        return self.doc.text[self.start[i] : self.end[j - 1]]


def _mark(out: list[bool], run: list[int], text: list[str]) -> None:
    """A run of capitals is shouted when it has three words at least, or two of more than five letters."""
    if len(run) < 3:
        return
    letters = [i for i in run if text[i][0].isalpha()]
    long = sum(len(text[i]) > 3 for i in letters)
    if long >= 3 or (long >= 2 and len(letters) >= 3):
        for i in run:
            out[i] = True


def land_end(w: Words, i: int) -> int:
    """The end of the land that a firm's branch is named after: "MTN *Bénin*"; 0 where none."""
    if i >= len(w) or not w.cap[i] or not w.joined(i):
        return 0
    lands = wordset("countries_named")
    for end in range(min(len(w), i + 3), i, -1):
        words = " ".join(w.plain[i:end]).replace("' ", "'")
        if words in lands and all(w.joined(k) for k in range(i, end)):
            return end
    return 0


def parts_laboratory(w: Words, first: int, k: int) -> bool:
    """« (Université de Lille *CERAPS*) »: capitals that end a parenthesis after the school that opens it."""
    if first < 1 or w.text[first - 1] != "(" or not w.is_acronym(k) or not w.text[k].isupper():
        return False
    return len(w.text[k]) > 2 and k + 1 < len(w) and w.text[k + 1] in "),;/"
