"""Whose a position may be: the institutions and people of an article, as the learned choice sees them.

For every position the candidates are those named near it, what the article is about, and nobody; what speaks
for each is a list of named signs (``ranked_signs``), which ``extractors.rankings.learned`` weighs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.document import Document, plain_shadow
from communique.extractors.rankings.learned import Weights, how_far, weigh
from communique.extractors.rankings.patterns import lazy, placing_verbs
from communique.extractors.rankings.phrases import Phrase, Phrases, head_nouns
from communique.gazetteer import places, registry_key
from communique.link.antecedents import Antecedents
from communique.link.topic import is_presented
from communique.mentions import RankingMention
from communique.records import Institution, Person, Quotation

_NEAREST = 10  # candidates from the namings before a position
_BACK, _AHEAD, _SOON = 60, 12, 4  # namings looked at: before, in its sentence, after it
BLOCK = 2000  # characters of a sentence that are read
_FEW = 12  # namings that show whether somebody makes rankings
_OF_A_PLACE = frozenset({"a", "de", "d'", "du", "des", "en", "dans", "sur", "vers", "-", "l'", "la", "les"})
_ACTS = frozenset({"se", "s'", "est", "y", "gagne", "perd", "("})
# "établi par l'institut X", "signée X", "selon le magazine X"
_BY = lazy(r"\b(?:par|selon|d'apres|signee?s?|avec|chez)\s(?:l[ae]s?\s|l')?(?:\w+\s){0,2}$")
_BY_WORDS = ("par", "selon", "d'apres", "signe", "avec", "chez")
# "HappyAtSchool, l'enquête de X", "palmarès des hôpitaux du magazine X"
_WORD = lazy(r"[a-z-]{4,}")
_PLAIN = lazy(r"[^\w]+")
_ARTICLE = lazy(r"l[ae]s?\s|l'")
_OF = lazy(
    r"[»”]?\s?,?\s?(?:(?:l[ae]s?\s|l')?(?:\w+\s){0,2})?(?:d[eu]s?|d')\s?(?:l[ae]s?\s|l')?(?:\w+\s){0,1}"
)


@dataclass
class Entity:
    """An institution or person with where it is named; ``lasting``: what holds of it at every position."""

    id: str
    kind: str
    name: str
    spans: list[tuple[int, int]]
    lasting: list[str] = field(default_factory=list)
    publishes: bool = False
    words: frozenset[str] = frozenset()
    _weights: tuple[int, int] | None = field(default=None, repr=False, compare=False)
    _spaced: str = field(default="", repr=False, compare=False)

    @property
    def from_afar(self) -> list[str]:
        """What lasts, told with its weight from afar too."""
        return [*self.lasting, *(f"far:{sign}" for sign in self.lasting)]

    def weight(self, table: Weights, *, afar: bool) -> int:
        """What lasts, weighed by the one table that an article is read with."""
        if self._weights is None:
            self._weights = weigh(table, self.lasting), weigh(table, self.from_afar)
        return self._weights[afar]

    @property
    def called(self) -> str:
        """The name without its article: "point", of "Le Point"."""
        article = _ARTICLE.match(self.name)
        return self.name[article.end() :] if article else self.name

    @property
    def spaced(self) -> str:
        """What it is called, between spaces, without signs: what a text of words is searched for."""
        if not self._spaced:
            self._spaced = f" {_PLAIN.sub(' ', self.called)} "
        return self._spaced

    def named(self, start: int, end: int) -> bool:
        """Whether a naming begins in ``[start, end)``."""
        i = bisect_left(self.spans, (start, 0))
        return i < len(self.spans) and self.spans[i][0] < end

    def last_before(self, end: int) -> tuple[int, int] | None:
        """The last naming that ends before ``end``."""
        i = bisect_right(self.spans, (end, end)) - 1
        while i >= 0 and self.spans[i][1] > end:
            i -= 1
        return self.spans[i] if i >= 0 else None

    def first_after(self, start: int) -> tuple[int, int] | None:
        """The first naming that begins at or after ``start``."""
        i = bisect_left(self.spans, (start, 0))
        return self.spans[i] if i < len(self.spans) else None


class Ranked:
    """The candidates of an article's positions.

    ``names``: where rankings are named; ``reads``: whether the words that the rules read as the subject are
    a sign too.
    """

    def __init__(
        self,
        doc: Document,
        institutions: Sequence[Institution],
        people: Sequence[Person],
        told: Sequence[RankingMention],
        quotations: Sequence[Quotation],
        antecedents: Antecedents,
        names: Sequence[tuple[int, int]] = (),
        reads: bool = True,
    ) -> None:
        self.doc, self.told, self.names, self.reads = doc, told, names, reads
        self.antecedents = antecedents
        self.quotations = sorted(quotations, key=lambda q: q.start)
        self.main, self.publishers = antecedents.main, antecedents.publishers
        self.employers = antecedents.employers
        self.entities: dict[str, Entity] = {}
        for i in institutions:
            spans = sorted((s.start, s.end) for s in i.mentions)
            self.entities[i.id] = Entity(i.id, i.kind, plain_shadow(i.name), spans)
        for p in people:
            spans = sorted((s.start, s.end) for s in p.mentions)
            self.entities[p.id] = Entity(p.id, "person", plain_shadow(p.name), spans)
        self.persons = frozenset(p.id for p in people)
        self.spans, self.starts, self.phrases = antecedents.spans, antecedents.starts, antecedents.phrases
        self.genders: dict[int, str | None] = {}
        self._fitting: dict[frozenset[str], list[str]] = {}
        self._makers: dict[str, frozenset[str]] = {}
        self._headed: dict[str, int] = {}
        self._since = (0, "")
        self.shorts = self._shorts()
        self._call_short()
        self._note_lasting()

    def _shorts(self) -> dict[str, tuple[str, bool]]:
        """Words that only one name holds, by which it may be called; whether the word may be a place."""
        out: dict[str, tuple[str, bool]] = {}
        tokens, common = self.doc.tokens, dict[str, bool]()  # whether a word is written small somewhere
        for e in self.entities.values():
            if e.id in self.publishers or not e.spans:
                continue
            body = e.kind not in {"person", "local_authority"}  # else the word is the place's, the person's
            start, end = e.spans[0]
            i, last = tokens.at(start), bisect_left(tokens.start, end)
            for k in range(i, last):
                plain = tokens.plain[k]
                if not tokens.text[k][0].isupper() or len(plain) < 4 or plain in head_nouns():
                    continue
                place = k > i and tokens.plain[k - 1] in {"de", "d'", "a"}
                if plain not in common:
                    common[plain] = any(tokens.text[n][0].islower() for n in self.doc.places[plain])
                if common[plain] or (place and registry_key(tokens.text[k]) in places()):
                    continue
                out[plain] = (e.id, place) if body and out.get(plain, (e.id,))[0] == e.id else ("", False)
        return out

    def _call_short(self) -> None:
        """Add the namings by one word of a name: "Corvisart recule", of the "musée Corvisart"."""
        if not self.shorts:
            return
        tokens, found = self.doc.tokens, list[tuple[int, int, str]]()
        for i in self.doc.places_of(frozenset(self.shorts)):
            id, place = self.shorts[tokens.plain[i]]
            if not id or not tokens.text[i][0].isupper() or (i and tokens.plain[i - 1] in _OF_A_PLACE):
                continue
            following = tokens.plain[i + 1] if i + 1 < len(tokens) else ""
            if place and following not in placing_verbs() and following not in _ACTS:
                continue
            at = bisect_right(self.starts, tokens.start[i]) - 1
            if (at >= 0 and tokens.start[i] < self.spans[at][1]) or self.in_name(tokens.start[i]):
                continue
            found.append((tokens.start[i], tokens.end[i], id))
        if found:
            self.spans = sorted([*self.spans, *found])
            self.starts = [s for s, _, _ in self.spans]
            self.phrases = Phrases(self.doc, [(s, e) for s, e, _ in self.spans])
            for s, e, id in found:
                insort(self.entities[id].spans, (s, e))

    def at(self, offset: int) -> str | None:
        """The entity named at an offset."""
        i = bisect_right(self.starts, offset) - 1
        return self.spans[i][2] if i >= 0 and offset < self.spans[i][1] else None

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The namings that begin in ``[start, end)``."""
        return self.spans[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def short(self, p: Phrase) -> str | None:
        """The institution that a phrase calls for short: "Corvisart", of the "musée Corvisart"."""
        words = self.doc.text[p.start : p.end].replace("’", " ").replace("'", " ").split()
        found = {
            self.shorts.get(plain_shadow(w), ("", False))[0] for w in words if w[:1].isupper() and len(w) > 3
        }
        return found.pop() or None if len(found) == 1 else None

    def in_name(self, offset: int) -> bool:
        """Whether a ranking's name holds an offset."""
        i = bisect_right(self.names, (offset, 1 << 60)) - 1
        return i >= 0 and offset < self.names[i][1]

    def _note_lasting(self) -> None:
        """What holds of each entity in the whole article."""
        titles = [s for s in self.doc.sections if s.kind == "title"]
        bodies = [e for e in self.entities.values() if e.kind != "person" and e.id not in self.publishers]
        most = max((len(e.spans) for e in bodies), default=0)
        first = min((e for e in bodies if e.spans), key=lambda e: e.spans[0], default=None)
        employers = {i for i in self.employers.values() if i}
        for e in self.entities.values():
            n = len(e.spans)
            out = [f"n={n if n < 3 else 3 if n < 5 else 5}", f"k={e.kind}"]
            if e.id == self.main:
                out.append("main")
            if e.id in self.publishers:
                out.append("publisher")
            if any(e.named(t.start, t.end) for t in titles[:3]):
                out.append("titleP" if e.kind == "person" else "title")
            if e.kind != "person" and n == most and e.id not in self.publishers:
                out.append("most")
            if first is not None and e.id == first.id:
                out.append("first")
            if len(bodies) == 1 and bodies[0].id == e.id:
                out.append("only")
            if e.id in employers:
                out.append("employs")
            if any(is_presented(self.doc, start) for start, _ in e.spans[-_FEW:]):
                out.append("presented")
            section = self.doc.section_at(e.spans[-1][0]) if e.spans else None
            if section is not None and section.kind in {"boilerplate", "contact"}:
                out.append(f"ends:{section.kind}")
            published = self._published(e)
            e.publishes = bool(published) or e.id in self.publishers
            e.lasting = out + published
            e.words = frozenset(_WORD.findall(e.name))

    def _published(self, e: Entity) -> list[str]:
        """How far its namings are those of who makes rankings."""
        by = inside = of = 0
        for s, _ in e.spans[:_FEW]:
            low = max(0, s - 34)
            before = self.doc.plain[low:s]
            if any(word in before for word in _BY_WORDS):
                by += _BY.search(self.doc.plain, low, s) is not None
            inside += self.in_name(s)
            i = bisect_left(self.names, (s, 0)) - 1
            near = i >= 0 and s - self.names[i][1] < 60
            of += near and _OF.fullmatch(self.doc.plain, self.names[i][1], s) is not None
        n = min(len(e.spans), _FEW)
        counts = (("by", by), ("in a ranking", inside), ("of a ranking", of))
        return [f"{sign}:{'all' if count == n else 'some'}" for sign, count in counts if count]

    def fitting(self, kinds: frozenset[str]) -> list[str]:
        """The entities of some kinds that make no rankings."""
        if kinds not in self._fitting:
            found = (e for e in self.entities.values() if e.kind in kinds and not e.publishes)
            self._fitting[kinds] = [e.id for e in found]
        return self._fitting[kinds]

    def headed(self, noun: str) -> int:
        """How many names begin with a noun."""
        if noun not in self._headed:
            self._headed[noun] = sum(e.name.startswith(noun) for e in self.entities.values())
        return self._headed[noun]

    def bounds(self, offset: int) -> tuple[int, int]:
        """The sentence that holds ``offset``, or the words near it."""
        sentence = self.doc.sentence_at(offset)
        start, end = (sentence.start, sentence.end) if sentence is not None else (offset, offset + 1)
        if end - start > BLOCK:
            start = max(start, offset - BLOCK // 2)
            end = min(end, offset + BLOCK // 2)
        return start, end

    def candidates(self, k: int) -> list[str]:
        """Whose the position ``k`` may be: named before it, or soon after, or what the article is about."""
        m, spans = self.told[k], self.spans
        at, end = bisect_left(self.starts, m.start), self.bounds(m.start)[1]
        out = dict.fromkeys(id for _, _, id in spans[at : at + _SOON])
        out.update(dict.fromkeys(id for s, _, id in spans[at : at + _AHEAD] if s < end))
        for _, _, id in reversed(spans[max(0, at - _BACK) : at]):
            if len(out) >= _NEAREST:
                break
            out[id] = None
        if self.main is not None:
            out[self.main] = None
        if m.intro is not None:
            out.update(dict.fromkeys(id for _, _, id in self.between(*m.intro)[:_AHEAD]))
        out.update(dict.fromkeys(self.quoted(m.start)))
        return list(out)

    def makers(self, ranking: str) -> frozenset[str]:
        """Those whom a ranking is named after: "Le Point", of the "palmarès du Point"."""
        if ranking not in self._makers:
            words = f" {_PLAIN.sub(' ', plain_shadow(ranking))} "
            found = (e.id for e in self.entities.values() if e.spaced in words)
            self._makers[ranking] = frozenset(found)
        return self._makers[ranking]

    def quoted(self, at: int) -> list[str]:
        """Who says the words at an offset, and the body that they work for."""
        i = bisect_right(self.quotations, at, key=lambda q: q.start)
        said = (q for q in self.quotations[max(0, i - 4) : i] if at < q.end and q.speaker is not None)
        speaker = next((q.speaker for q in said), None)
        employer = self.employers.get(speaker or "")
        return [id for id in (speaker, employer) if id is not None and id in self.entities]

    def carried(self, k: int, last: str | None, of: str | None) -> list[str]:
        """What the choice for the position before says of a candidate ``of``, or nobody."""
        if k == 0 or (of is not None and last != of):
            return []
        where, m, before = self.since(k), self.told[k], self.told[k - 1]
        if of is None:
            return [f"c:{where}:{'still nobody' if last is None else 'no more'}"]
        out = [f"c:{where}:same"]
        if before.rule == m.rule:
            out.append(f"c:{where}:same:{m.rule}")
        return out

    def since(self, k: int) -> str:
        """Where the position before stands, as seen from position ``k``."""
        if self._since[0] != k:
            self._since = k, self._find_since(k)
        return self._since[1]

    def _find_since(self, k: int) -> str:
        m, before = self.told[k], self.told[k - 1]
        start, end = self.bounds(m.start)
        if before.start >= start:
            named = self.phrases.between(start, end)
            at = bisect_left(named, before.end, key=lambda p: p.start)
            fresh = any(p.end <= m.start and not p.oblique and p.kind != "other" for p in named[at : at + 40])
            return "here+" if fresh else "here"
        if m.intro is not None and m.intro == before.intro:
            return "list"
        return how_far(self.doc.plain, before.end, m.start)
