"""The noun phrases of a sentence that may be its subject: names, pronouns, nouns that stand for a body."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from communique.document import Document
from communique.extractors.rankings.patterns import lazy, placing_verbs, small_words
from communique.lexicon import words

_DISCIPLINES = words(__package__, "disciplines.txt")
_PLACING_VERBS = placing_verbs()

Kind = Literal["name", "pronoun", "noun", "other"]


class Phrase(NamedTuple):
    """A noun phrase that may be a subject: a name found before, a pronoun, a noun that stands for an
    institution, or anything else. ``oblique``: after a preposition or in brackets, so no subject. ``opens``:
    it opens a clause."""

    start: int
    end: int
    kind: Kind
    oblique: bool
    opens: bool = True


_AND = lazy(r"\s(?:et|ou)\s(?:(?:l[ae]s?\s|l')(?:[a-z-]+\s)?)?")
_PREPOSITIONS = small_words("prepositions")
_DETERMINERS = small_words("determiners")
_POSSESSIVES = small_words("possessives")
_NO_VERBS = _PREPOSITIONS | _DETERMINERS | _POSSESSIVES
_ORDINAL = lazy(r"premi|dernier|second|\w+ieme")
_PRONOUNS = small_words("pronouns")
_BOUNDARY = small_words("boundaries")
MARKS = frozenset('«“"')
# A title between marks ("« Les Gens du bief » se hisse …"), not a sentence that somebody says.
_TITLE = lazy(r"[«“\"]\s?(?P<words>[A-ZÀ-Þ0-9][^«»“”\".!?;\n]{1,60}?)\s?[»”\"]")
_VAGUE = small_words("vague")
# Those who play for a body ("les étudiants de X", "ses joueurs"), and what it has of its own ("son rang").
_MEMBERS = words(__package__, "members.txt")
_PAUSES = frozenset({":", ";", "–", "—"})
_EXPLETIVES = frozenset({"on", "c'", "ca", "cela", "tu", "vous"})
_PERSON = frozenset({"person"})
_OWN = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos"})
_OWN_BODIES = small_words("own_bodies")  # "rappelle que son établissement est 9e"
_ADJUNCTS = words(__package__, "not_subjects.txt")
_NUMERALS = words(__package__, "numerals.txt")


@cache
def head_nouns() -> dict[str, tuple[str, frozenset[str]]]:
    """Nouns that stand for an institution, with their gender and the kinds that they may stand for."""
    data = tomllib.loads(resources.files(__package__).joinpath("heads.toml").read_text("utf-8"))
    out: dict[str, tuple[str, frozenset[str]]] = {}
    for kind, genders in data.items():
        for gender, nouns in genders.items():
            for noun in nouns:
                _, kinds = out.get(noun, ("", frozenset[str]()))
                out[noun] = (gender, kinds | {kind})
    return out


_SMALL = frozenset(
    {"a", "et", "&", "de", "des", "du", "la", "le", "les", "l'", "d'", "and", "of", "en", "-", "/", ","}
)


def is_discipline(label: str) -> bool:
    """Whether a label is a field of study or care, no name: "Sciences physiques" is, "Sciences Po" is not."""
    known = _DISCIPLINES
    tokens = label.replace("'", "' ").replace("-", " ").split()
    return bool(tokens) and all(t in known or t in _SMALL or t.rstrip("s") in known for t in tokens)


class Phrases:
    """The noun phrases of a document, read sentence by sentence as they are asked for."""

    def __init__(self, doc: Document, names: Sequence[tuple[int, int]]) -> None:
        self.doc = doc
        self.names = sorted(names)
        self._starts = [s for s, _ in self.names]
        self._named = set(self._starts)
        self._cache: dict[tuple[int, int], list[Phrase]] = {}

    def between(self, start: int, end: int) -> list[Phrase]:
        """The phrases that begin in ``[start, end)``, usually a sentence."""
        if (start, end) not in self._cache:
            self._cache[start, end] = self._read(start, end)
        return self._cache[start, end]

    def _name_at(self, offset: int) -> tuple[int, int] | None:
        i = bisect_right(self._starts, offset) - 1
        return self.names[i] if i >= 0 and offset < self.names[i][1] else None

    def _read(self, start: int, end: int) -> list[Phrase]:
        tokens, out = self.doc.tokens, list[Phrase]()
        i, last = tokens.at(start), bisect_left(tokens.start, end)
        shouting = self.doc.text[start:end].isupper()
        opening = i
        while i < last:
            if i > opening and not self._may_open(i):
                i += 1
                continue
            phrase = self._phrase(i, i == opening, shouting)
            if phrase is None:
                i += 1
                continue
            if out and not phrase.oblique and self._goes_with(out[-1], phrase):
                phrase = phrase._replace(oblique=True)
            out.append(phrase)
            i = max(i + 1, tokens.at(phrase.end))
        return out

    def _goes_with(self, last: Phrase, phrase: Phrase) -> bool:
        """Whether a name goes on from a governed one: "établi avec Le Temps et la Tribune, …"."""
        return (
            last.oblique
            and {phrase.kind, last.kind} <= {"name", "other"}
            and _AND.fullmatch(self.doc.plain, last.end, phrase.start) is not None
            and self.doc.plain[phrase.end : phrase.end + 1] in {",", ".", ")", ";"}
        )

    def _may_open(self, i: int) -> bool:
        """Whether a phrase could begin at token ``i``: a cheap test before the reading."""
        tokens = self.doc.tokens
        plain = tokens.plain[i]
        return (
            plain in _DETERMINERS
            or plain in _PRONOUNS
            or plain in MARKS
            or tokens.text[i][0].isupper()
            or tokens.start[i] in self._named
            or (i > 0 and tokens.plain[i - 1] in _PAUSES and self._number(i))
            or self._numbered_members(i)
        )

    def _numbered_members(self, i: int) -> bool:
        """Whether "deux équipes" stands at token ``i``."""
        words = self.doc.tokens.plain[i : i + 2]
        return len(words) == 2 and words[0] in _NUMERALS and words[1] in _MEMBERS

    def _phrase(self, i: int, first: bool, shouting: bool) -> Phrase | None:
        """The phrase that begins at token ``i``, its determiner included."""
        tokens = self.doc.tokens
        plain, begin = tokens.plain[i], i
        before = tokens.plain[i - 1] if i else ""
        oblique = (before in _PREPOSITIONS and not first) or before in {"(", "/"}
        if not (oblique or first) and before.isalpha() and tokens.text[i][0].isupper():
            oblique = self._after_oblique_noun(i)
        clause = first or before in _BOUNDARY
        if plain in MARKS:
            title = _TITLE.match(self.doc.text, tokens.start[i])
            if title is None or self._says(i + 1, title.end("words")):
                return None
            apposed = before == "," and self.doc.text[title.end() : title.end() + 1] == ","
            named = self._name_at(title.start("words"))
            kind: Kind = "name" if named and not apposed else "other"
            return Phrase(title.start("words"), title.end("words"), kind, oblique or apposed, clause)
        if plain in _PRONOUNS:
            if before == "," and tokens.plain[i + 1 : i + 2] == [","]:
                return None  # "X recule, elle, de deux rangs": the subject said again
            return Phrase(tokens.start[i], tokens.end[i], "pronoun", oblique)
        if (plain in _DETERMINERS or (plain == "des" and first)) and i + 1 < len(tokens):
            i += 1
            if (
                plain == "les"
                and clause
                and tokens.plain[i][0].isdigit()
                and "ans" in tokens.plain[i + 1 : i + 4]
            ):
                return Phrase(tokens.start[begin], tokens.end[i + 1], "other", oblique, clause)
            if tokens.plain[i][0].isdigit() or _ORDINAL.match(tokens.plain[i]):
                return None
            if tokens.plain[i] not in head_nouns() and self._number(i) and i + 1 < len(tokens):
                i += 1
        determined = i > begin
        if determined and clause and plain in _OWN and tokens.plain[i] in _MEMBERS:
            return Phrase(tokens.start[begin], tokens.end[begin], "pronoun", oblique)
        if name := self._name_at(tokens.start[i]):
            if is_discipline(self.doc.plain[name[0] : name[1]]):
                return None
            return Phrase(name[0], name[1], "name", oblique, clause)
        word = tokens.plain[i]
        pair = " ".join(tokens.plain[i : i + 2])
        heads = head_nouns()
        if (determined and word in _ADJUNCTS) or plain in _EXPLETIVES:
            return None
        capital = tokens.text[i][0].isupper() and not shouting
        person = capital and word in heads and heads[word][1] == _PERSON  # "la Suisse": a country
        vague = plain in _VAGUE and not (plain in {"son", "sa"} and word in _OWN_BODIES)
        if determined and not vague and not person and (word in heads or pair in heads):
            end = i + 1 if pair != word and pair in heads else i
            if end + 1 < len(tokens) and (name := self._name_at(tokens.start[end + 1])):
                return Phrase(name[0], name[1], "name", oblique, clause)
            unknown = not shouting and (self._goes_on_capital(end) or (capital and self._named_after(end)))
            if unknown and capital:
                return Phrase(tokens.start[begin], tokens.end[end], "other", oblique, clause)
            return Phrase(tokens.start[i], tokens.end[end], "other" if unknown else "noun", oblique, clause)
        if begin == i and self._numbered_members(i) and (name := self._club(i + 1)):
            return Phrase(name[0], name[1], "name", oblique, clause)  # "deux équipes de l'université"
        if determined and word in _MEMBERS and (name := self._club(i)):
            return Phrase(name[0], name[1], "name", oblique, clause)
        if determined and (clause or capital):
            end = self._through_caps(i) if capital else i
            beside = tokens.start[end + 1] if end + 1 < len(tokens) else -1
            if beside == tokens.end[end] + 1 and (name := self._name_at(beside)):
                # "la Valaisanne Romaine Fournier", "la biscuiterie Pain perdu"
                return Phrase(name[0], name[1], "name", oblique, clause)
            return Phrase(tokens.start[begin], tokens.end[end], "other", oblique, clause)
        if (
            not determined
            and capital
            and plain not in _PREPOSITIONS
            and not self._number(i - 1)
            and ((before[-1:].isalnum() and not first) or self._before_verb(i, first))
        ):
            end = self._through_caps(i)
            return Phrase(tokens.start[i], tokens.end[end], "other", oblique, clause)
        if (first or before in _PAUSES) and not determined and self._number(i) and self._counts(i):
            return Phrase(tokens.start[i], tokens.end[min(i + 1, len(tokens) - 1)], "other", False)
        return None

    def _goes_on_capital(self, i: int) -> bool:
        """Whether a noun is followed by a name that nobody found: "le festival Rives sonores"."""
        tokens = self.doc.tokens
        return (
            i + 1 < len(tokens)
            and tokens.text[i][0].islower()
            and tokens.text[i + 1][0].isupper()
            and tokens.start[i + 1] == tokens.end[i] + 1
        )

    def _named_after(self, i: int) -> bool:
        """Whether a capitalised noun has a place for its name: "le Parc du Morvan"."""
        tokens = self.doc.tokens
        return tokens.plain[i + 1 : i + 2] in (["de"], ["du"], ["d'"], ["des"]) and (
            "".join(tokens.text[i + 2 : i + 3])[:1].isupper()
        )

    def _after_oblique_noun(self, i: int) -> bool:
        """Whether a name stands after a noun that a preposition governs: "par la revue Maroc Compétences"."""
        tokens = self.doc.tokens
        for k in range(i - 1, max(0, i - 4), -1):
            if tokens.plain[k] in _PREPOSITIONS and tokens.text[k] != "a":  # not "a devancé"
                return k < i - 1 and tokens.plain[k] not in {"d'", "de", "des"}
            if tokens.plain[k] in _DETERMINERS:
                return k < i - 1 and k > 0 and tokens.plain[k - 1] in _PREPOSITIONS
            if not (tokens.plain[k].isalpha() and tokens.text[k].islower()):
                return False
        return False

    def _number(self, i: int) -> bool:
        """Whether token ``i`` is a number: "les dix-neuf membres", "74 M€"."""
        word = self.doc.tokens.plain[i] if i >= 0 else ""
        return word[:1].isdigit() or word.split("-")[0] in _NUMERALS

    def _counts(self, i: int) -> bool:
        """Whether the number that opens a sentence counts its subject: no pause before the verb."""
        if not "".join(self.doc.tokens.plain[i + 1 : i + 2])[:1].isalpha():
            return False
        word = self.doc.tokens.plain[i]
        if word[0].isdigit() and word[-1].isalpha():
            return False  # "51e-100e en mécanique"
        sentence = self.doc.sentence_at(self.doc.tokens.start[i])
        if sentence is None:
            return False
        return "," not in self.doc.text[sentence.start : min(sentence.end, sentence.start + 60)]

    def _says(self, i: int, end: int) -> bool:
        """Whether the marked words from token ``i`` are said: a pronoun or a verb is among them."""
        tokens, verbs = self.doc.tokens, _PLACING_VERBS
        return any(w in _PRONOUNS or w in _EXPLETIVES or w in verbs for w in tokens.plain[i : tokens.at(end)])

    def _club(self, i: int) -> tuple[int, int] | None:
        """The club whose members are named at token ``i``: "les membres du club Roz'mekanik"."""
        tokens = self.doc.tokens
        for j in range(i + 2, min(i + 5, len(tokens))):
            if name := self._name_at(tokens.start[j]):
                return name if tokens.plain[i + 1] in {"de", "d'", "du"} else None
        return None

    def _through_caps(self, i: int) -> int:
        tokens = self.doc.tokens
        while (
            i + 1 < len(tokens)
            and i < len(tokens)
            and tokens.text[i + 1][0].isupper()
            and tokens.start[i + 1] == tokens.end[i] + 1
        ):
            if self._name_at(tokens.start[i + 1]):
                break
            i += 1
        return i

    def _before_verb(self, i: int, first: bool) -> bool:
        """Whether a capitalised word that opens a clause is the subject of a verb, not a common word."""
        tokens = self.doc.tokens
        after = self._through_caps(i) + 1
        following = tokens.plain[after : after + 1]
        if following and not first and tokens.text[after].islower() and following[0].isalpha():
            return following[0] not in _NO_VERBS
        if following == [","] and tokens.plain[after + 1 : after + 2] in (["qui"], ["dont"]):
            return True  # "À deux rues de là, Saint-Charles, qui trie ses élèves, est 12e"
        return bool(following) and (
            following[0] in _PLACING_VERBS
            or following[0] in {"se", "s'", "y", "n'", "ne", "gagne", "perd", "a", "(", "et"}
        )
