"""Who is meant by the words that name a ranked subject: a name, a pronoun, a noun that stands for a body."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from communique.document import Document, plain_shadow
from communique.extractors.rankings.patterns import lazy, small_words
from communique.extractors.rankings.phrases import MARKS, Kind, Phrase, Phrases, head_nouns
from communique.lexicon import words
from communique.link.topic import places_others
from communique.records import Institution, Person, Quotation

_ROOM = "communique.extractors.rankings"

_HEAD_NOUNS = head_nouns()
_WORKS = words(_ROOM, "works.txt")
_MASCULINE_BODIES = small_words("masculine_bodies")
_FEMININE_BODIES = small_words("feminine_bodies")
_LOOK_BACK = 4
_NEAR = 40  # phrases of a sentence that are looked at
_NO_SUBJECT = frozenset({"heading", "marker", "contact", "dateline"})
_PRESENTS = lazy(
    r"\b(?:inaugur|devoil|present|lanc|commercialis|ouvr|cre|install|edit|sort|propos|mis|met|dot|acquis|"
    r"acquier)\w*\s"
    r"(?:[\w'-]+,?\s){0,4}?(?P<thing>(?:l[ea]|une?|son|sa)\s(?:nouve(?:l|au|lle)\s)?(?P<noun>\w+))"
)
# "le Brestois", "la Liégeoise": somebody told of before, by where they come from.
_DEMONYM = lazy(r"(?:[Ll][ea]\s|[Ll]['’])[A-ZÉÎ][\w-]+(?:ois|oise|ais|aise|ien|ienne|éen|éenne)")
# "le chimiste", "le verrier", "l'industriel": a trade for the company that plies it.
_MAKER = lazy(r"l(?:[ea]\s|')\w+(?:iste|ier|ière|eur|euse|iel)")
_NO_DEMONYM = frozenset({"valais", "palais"})
_FEMININE = frozenset({"elle", "elles", "celle-ci", "celles-ci", "la"})
_MASCULINE = frozenset({"il", "ils", "celui-ci", "ceux-ci", "le"})
# Said of whoever was told of: "l'a classée", "son rang".
_ANYBODY = frozenset({"c'", "l'", "son", "sa", "ses", "leur", "leurs"})
OURS = frozenset({"nous", "notre", "nos"})
_PRONOUNS = _FEMININE | _MASCULINE | _ANYBODY | OURS | {"les", "je", "j'"}
_LEGAL = lazy(r"\b(?:SA|SAS|SARL|Sàrl|AG|SE|SNC|SRL|Inc|Ltd|GmbH)\.?$")
_WINNERS = frozenset({"vainqueur", "gagnant", "gagnante", "laureat", "laureate", "champion", "championne"})
_WINS = lazy(
    r"\s(?:\([^()\n]{0,50}\)\s)?(?:s'impose|s'est\simpose|l'emporte|l'a\semporte|remporte|a\sremporte|"
    r"gagne|a\sgagne|triomphe|"
    r"(?:termine|arrive|finit|est)\spremi)"
)
_LATTER = frozenset({"celle-ci", "celui-ci"})
_PLURAL = frozenset({"ils", "elles", "ceux-ci", "celles-ci", "les"})
# "l'égalité, où elle pointe 4e": who is told of, never what the relative clause describes.
_RELATIVE = lazy(r"\b(?:ou|dont)\s$")


class _Namings(NamedTuple):
    """Spans with ids, in order; ``alike``: how many of the first have one and the same id."""

    spans: list[tuple[int, int, str]]
    alike: int


class Antecedents:
    """The institutions and people of an article, asked for by the words that stand for them."""

    _presented_memo: list[tuple[int, int, str]] | None = None

    def __init__(
        self,
        doc: Document,
        institutions: Sequence[Institution],
        people: Sequence[Person],
        main: str | None,
        publishers: frozenset[str],
        quotations: Sequence[Quotation] = (),
    ) -> None:
        self.doc = doc
        self.institutions = {i.id: i for i in institutions}
        self.spans: list[tuple[int, int, str]] = sorted(
            [(s.start, s.end, i.id) for i in institutions for s in i.mentions]
            + [(s.start, s.end, p.id) for p in people for s in p.mentions]
        )
        self.starts = [s for s, _, _ in self.spans]
        self.people = [s for s in self.spans if s[2] not in self.institutions]
        self._namings: dict[tuple[frozenset[str], str], _Namings] = {}
        self._by_name = {p.name: p.id for p in people}
        self.main = main
        self.publishers = publishers
        self.quotations = quotations
        self.employers = {p.id: next((r.institution for r in p.roles if r.institution), None) for p in people}
        self.phrases = Phrases(doc, [(s, e) for s, e, _ in self.spans])

    def named(self, start: int, end: int) -> str | None:
        """Who the words ``[start, end)`` stand for, or None."""
        kind = self.kind(start, end)
        return (None if kind == "pronoun" else self.at(start)) or self._read(Phrase(start, end, kind, False))

    def at(self, offset: int) -> str | None:
        """The institution or person named at an offset."""
        i = bisect_right(self.starts, offset) - 1
        if i < 0 or offset >= self.spans[i][1]:
            return None
        start, end, id = self.spans[i]
        surface = self.doc.plain[start:end]
        # "le CHU", read as a name of its own, is the one that the article is about.
        if surface in _HEAD_NOUNS and self.main and self._headed(self.main, surface):
            return self.main
        return id

    def _maker(self, phrase: Phrase) -> bool:
        """Whether a phrase like "le chimiste" stands for the company that the article is about."""
        if self.main is None or self.institutions[self.main].kind != "company":
            return False
        return _MAKER.fullmatch(self.doc.lower, phrase.start, phrase.end) is not None

    def _closes(self, phrase: Phrase) -> str | None:
        """Whose full name a phrase ends with: "la Valaisanne Romaine Fournier"."""
        words = self.doc.text[phrase.start : phrase.end].split()
        ends = (" ".join(words[-n:]) for n in (3, 2) if len(words) > n)
        return next((self._by_name[e] for e in ends if e in self._by_name), None)

    def kind(self, start: int, end: int) -> Kind:
        word = self.doc.plain[start:end]
        if word in _PRONOUNS:
            return "pronoun"
        return "noun" if word in _HEAD_NOUNS else "other"

    def _read(self, phrase: Phrase, depth: int = 0) -> str | None:
        if phrase.kind == "name":
            return self.at(phrase.start)
        if phrase.kind == "noun":
            return self._noun(self.doc.plain[phrase.start : phrase.end], phrase.start)
        if phrase.kind == "pronoun":
            return self._pronoun(self.doc.plain[phrase.start : phrase.end], phrase.start, depth)
        if (named := self._closes(phrase)) is not None:
            return named
        if self._maker(phrase):
            return self.main
        m = _DEMONYM.fullmatch(self.doc.text, phrase.start, phrase.end)
        if m and m.group().split()[-1].lower() not in _NO_DEMONYM:
            feminine = m.group().startswith(("La", "la")) or m.group().endswith("e")
            return self._pronoun("elle" if feminine else "il", phrase.start, depth)
        return None

    def _noun(self, noun: str, at: int) -> str | None:
        """ "l'école": the institution the article is about if it is of that kind, else the last one named."""
        _, kinds = _HEAD_NOUNS[noun]
        if self.doc.plain.endswith("notre ", 0, at):
            return self.ours(at)
        if kinds == {"person"}:
            k = bisect_left(self.people, (at,))
            if noun in _WINNERS and (won := self._winner(k)) is not None:
                return won
            return self.people[k - 1][2] if k else None
        heads, alike = self._named(kinds, noun)
        k = bisect_left(heads, (at,))
        if k and not (self.main and self._headed(self.main, noun)) and alike >= k:
            return heads[k - 1][2]
        if self.main and self.institutions[self.main].kind in kinds and not self._told_since(kinds, at):
            return self.main
        near = self._named(kinds, "").spans
        k = bisect_left(near, (at,))
        return near[max(k - 1, 0)][2] if near else self.main

    def _winner(self, k: int) -> str | None:
        """Who is said to win, among the first ``k`` namings of people: "le vainqueur"."""
        wins = (s[2] for s in self.people[max(0, k - 20) : k] if _WINS.match(self.doc.plain, s[1]))
        return next(wins, None)

    def _named(self, kinds: frozenset[str], noun: str) -> _Namings:
        """The namings of institutions of some kinds whose names begin with a noun, found once."""
        if (kinds, noun) not in self._namings:
            # A name that the noun opens is of its kind, whatever was made of it.
            ids = {id for id in self.institutions if (noun or self._is(id, kinds)) and self._headed(id, noun)}
            ids = (ids - self.publishers) or ids
            spans = [s for s in self.spans if s[2] in ids]
            alike = next((k for k, s in enumerate(spans) if s[2] != spans[0][2]), len(spans))
            self._namings[kinds, noun] = _Namings(spans, alike)
        return self._namings[kinds, noun]

    def _told_since(self, kinds: frozenset[str], at: int) -> bool:
        """Whether the article's institution is named once, in the title, and another of the kind since."""
        main = self.institutions[self.main or ""]
        if len(main.mentions) > 1:
            return False
        first = main.mentions[0].end
        section = self.doc.section_at(main.mentions[0].start)
        if section is None or section.kind != "title":
            return False
        return any(first < s[0] < at and s[2] != main.id and self._is(s[2], kinds) for s in self.spans)

    def _headed(self, id: str, noun: str) -> bool:
        return plain_shadow(self.institutions[id].name).startswith(noun)

    def _is(self, id: str, kinds: frozenset[str]) -> bool:
        if id not in self.institutions:
            return False
        legal = "company" in kinds and _LEGAL.search(self.institutions[id].name) is not None
        return legal or self.institutions[id].kind in kinds

    def _pronoun(self, pronoun: str, at: int, depth: int = 0) -> str | None:
        """The last subject before that agrees; "nous" is the institution the article is about."""
        if pronoun in OURS:
            return self.ours(at)
        if pronoun in {"je", "j'"}:
            return self.speaker(at)
        if depth > _LOOK_BACK:
            return self.about(at)
        if pronoun in _LATTER and (latter := self._latter(at)) is not None:
            return latter
        for phrase in self._subjects_before(at, whole=pronoun not in {"l'", "la", "le", "les"}):
            if not self._agrees(pronoun, phrase):
                continue
            if phrase.kind == "name" and self.at(phrase.start) in self.publishers:
                continue
            return self._read(phrase, depth + 1)
        return self.about(at)

    def _latter(self, at: int) -> str | None:
        """ "celle-ci": the last who was named in the sentence before."""
        sentences = self.doc.sentences
        i = bisect_right(sentences, at, key=lambda s: s.start) - 1
        k = bisect_left(self.starts, at) - 1
        near = i > 0 and k >= 0 and self.starts[k] >= sentences[i - 1].start
        return self.spans[k][2] if near and self.spans[k][2] not in self.publishers else None

    def _subjects_before(self, at: int, whole: bool) -> list[Phrase]:
        """The subjects before an offset: of its sentence, the last first; of earlier ones, the first first.

        An object ("l'a classée") is never the subject of its own sentence: ``whole`` is false.
        """
        sentences = self.doc.sentences
        i = bisect_right(sentences, at, key=lambda s: s.start) - 1
        out: list[Phrase] = []
        relative = _RELATIVE.search(self.doc.plain, max(0, at - 6), at) is not None
        home = self.doc.section_at(at)
        for k in range(i if whole else i - 1, max(-1, i - _LOOK_BACK), -1):
            section = self.doc.section_at(sentences[k].start)
            if k < i and section is not None and section.kind in _NO_SUBJECT:
                continue
            if (
                home is not None
                and home.kind == "boilerplate"
                and (section is None or section.kind != home.kind)
            ):
                break
            told = self.phrases.between(sentences[k].start, sentences[k].end)
            last = bisect_left(told, at, key=lambda p: p.start)
            here = [
                p
                for p in told[max(0, last - _NEAR) : last]
                if not p.oblique
                and p.end <= at
                and not (relative and k == i and p.kind == "other")
                and not (p.kind != "pronoun" and places_others(self.doc, p.end))
            ]
            opening = [p for p in here if p.opens and (p.kind != "other" or p is here[0])]
            if k < i and (shown := self._presented_in(sentences[k].start, sentences[k].end)) is not None:
                out.append(shown)
            out.extend(reversed(opening) if k == i else opening or here)
        return out

    def _presented_in(self, start: int, end: int) -> Phrase | None:
        """The thing that a sentence presents: "inaugure le supercalculateur Altaïr"; the next is of it."""
        for m in _PRESENTS.finditer(self.doc.plain, start, end):
            if m.group("noun") in _WORKS:
                return Phrase(m.start("thing"), m.end("noun"), "other", False)
        return None

    def agrees(self, pronoun: str, start: int, end: int) -> bool:
        """Whether a pronoun may stand for the words ``[start, end)``, whose gender shows."""
        phrase = next((p for p in self.phrases.between(*self._bounds(start)) if p.start == start), None)
        if phrase is None or phrase.kind == "pronoun":
            return False
        return self.gender(phrase)[0] is not None and self._agrees(pronoun, phrase)

    def _bounds(self, at: int) -> tuple[int, int]:
        sentence = self.doc.sentence_at(at)
        return (sentence.start, sentence.end) if sentence is not None else (at, at + 1)

    def _agrees(self, pronoun: str, phrase: Phrase) -> bool:
        if phrase.kind == "pronoun":
            return self.doc.plain[phrase.start : phrase.end] == pronoun or pronoun in _ANYBODY
        gender, plural = self.gender(phrase)
        if (pronoun in _PLURAL and plural is False) or (pronoun in {"il", "elle"} and plural):
            return False
        if pronoun in _FEMININE:
            return gender != "m"
        return gender != "f" if pronoun in _MASCULINE else True

    def gender(self, phrase: Phrase) -> tuple[str | None, bool | None]:
        """Gender and number of a phrase by its determiner or head noun, as far as they show."""
        if self.doc.text[max(0, phrase.start - 2) : phrase.start].strip()[-1:] in MARKS:
            return None, None  # a title between marks: "« Les Gens du bief » … il"
        words = self.doc.plain[phrase.start : phrase.end].replace("'", "' ").split()
        before = self.doc.plain[max(0, phrase.start - 4) : phrase.start].split()
        own = phrase.kind == "other" or (words and words[0] in {"la", "le", "les"})
        determiner = words[0] if own and len(words) > 1 else before[-1] if before else ""
        plural = determiner in {"les", "des", "nos"} or None
        if determiner in {"la", "une", "cette"}:
            return "f", False
        if determiner in {"le", "un", "ce", "cet"}:
            return "m", False
        word = next(
            (w for w in words if w not in {"l'", "la", "le", "les", "haute", "grande", "nouvelle"}), ""
        )
        known = _HEAD_NOUNS.get(word) or _HEAD_NOUNS.get(word.rstrip("s"))
        if known is None and word in _MASCULINE_BODIES:
            return "m", plural
        if known is None and word in _FEMININE_BODIES:
            return "f", plural
        return (known[0] if known else None), plural

    def speaker(self, at: int) -> str | None:
        """Who says the words at an offset."""
        said = (q for q in self.quotations if q.start <= at < q.end and q.speaker is not None)
        return next((q.speaker for q in said), None)

    def ours(self, at: int) -> str | None:
        """ "nous": the institution that speaks, or that the speaker belongs to; else the article's."""
        speaker = self.speaker(at)
        body = speaker if speaker in self.institutions else self.employers.get(speaker or "")
        if body is None and not self._strong() and self.doc.plain.startswith("nous", at):
            return self._last_named(at) or self.about(
                at
            )  # "Prenons le lycée Vauban, où j'enseigne. On nous place 12es."
        return body or self.about(at)

    def _strong(self) -> bool:
        """Whether the article is plainly about an institution: named in the title, or often."""
        if self.main is None:
            return False
        spans = self.institutions[self.main].mentions
        title = next((s for s in self.doc.sections if s.kind == "title"), None)
        return len(spans) > 2 or (
            title is not None and any(title.start <= s.start < title.end for s in spans)
        )

    def _last_named(self, at: int) -> str | None:
        """The institution named last before an offset, of those that make no ranking."""
        for k in range(bisect_left(self.starts, at) - 1, -1, -1):
            if self.spans[k][2] in self.institutions and self.spans[k][2] not in self.publishers:
                return self.spans[k][2]
        return None

    def about(self, at: int) -> str | None:
        """What a statement without a subject is about: its boilerplate's institution, or the article's."""
        section = self.doc.section_at(at)
        if section is not None and section.kind == "boilerplate":
            k = bisect_left(self._presented, (at,))
            if k:
                return self._presented[k - 1][2]
        return self.main

    @property
    def _presented(self) -> list[tuple[int, int, str]]:
        """The namings of institutions in boilerplate."""
        if self._presented_memo is None:
            self._presented_memo = self._find_presented()
        return self._presented_memo

    def _find_presented(self) -> list[tuple[int, int, str]]:
        kinds = ((s, self.doc.section_at(s[0])) for s in self.spans if s[2] in self.institutions)
        return [s for s, section in kinds if section is not None and section.kind == "boilerplate"]
