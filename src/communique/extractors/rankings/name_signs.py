"""Which ranking a position may be of, and what speaks for each: the signs that the learned choice weighs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.document import plain_shadow
from communique.extractors.rankings.bullets import list_label
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.learned import Weights, best, how_far
from communique.extractors.rankings.measures import by_measure
from communique.extractors.rankings.names import RankingName, make_name
from communique.extractors.rankings.naming import same_ranking
from communique.extractors.rankings.patterns import YEAR, lazy
from communique.extractors.rankings.proposed import told_as
from communique.extractors.rankings.told import Told

_BEFORE, _AFTER = 12, 4
_EARLIER = 60  # namings that are looked back through for a year
_SURE = 200  # hundredths by which a name must lead where the rules give none; by articles not trained on
_HEADS = frozenset(
    {"classement", "palmares", "barometre", "ranking", "top", "tableau", "index", "indice", "liste", "prix"}
)
_THIS = lazy(
    r"\b(?P<det>ce(?:t|tte)?|le|la|du|au|son|notre|meme|celui-ci|ce dernier)\s(?:meme\s|dernier\s|nouveau\s)?"
    r"(?P<head>classement|palmares|barometre|liste|enquete|etude|index|indice|ranking|edition|top)\b"
    r"(?!\s(?:d[eu]s?\s|d'))|\bcelui-ci\b"
)
_EVENT = lazy(
    r"\b(?:challenge|coupe|concours|trophee|prix|championnat|ligue|hackathon|tournoi|olympiades|defi|"
    r"medailles|festival|grand prix)"
)
_WORD = lazy(r"[a-z][a-z'-]*")
_WORDS = lazy(r"[a-z]{3,}")
_UNITS = lazy(r"\b(?:des|les)\s(?:\d+\s)?(?:[a-z]+\s)?(?P<unit>[a-z]{4,})s\b")


class NameCandidate(NamedTuple):
    """A naming that a position may be of, with how it was found."""

    start: int
    end: int
    value: str
    year: int | None
    found: str
    carries: bool = True


class Names:
    """The candidates of an article's positions, and their signs."""

    def __init__(self, scan: Scan, positions: Sequence[Candidate]) -> None:
        self.scan = scan
        self.positions = positions
        self.told = scan.told
        self.starts = [t.start for t in self.told]
        self.count = Counter(plain_shadow(n.value) for n in scan.names)
        self.maybe: list[NameCandidate] = []
        self.weights: dict[int, int] = {}
        for weight, start, end in scan.maybe:
            n = make_name(scan.doc, start, end)
            self.maybe.append(NameCandidate(start, end, n.value, n.year, "maybe"))
            self.weights[start] = weight
        count = len(positions)
        self.dense = "1" if count < 2 else "2" if count < 4 else "4" if count < 7 else "7"
        self.told_as = told_as(scan.doc)
        self.best = "none"
        if self.maybe:
            self.best = f"{min(-self.weights[self.maybe[0].start] // 100, 5)}"
        self.alone = f"{'alone' if not self.count else 'beside'}|{self.dense}"
        self.quiet = [s for s in scan.doc.sections if s.kind in {"title", "heading"}]

    def choose(
        self, table: Weights, k: int, name: str | None, year: int | None, last: str | None
    ) -> tuple[str | None, int | None]:
        """The ranking of position ``k`` with its year; ``name``, ``year``: as the rules say; ``last``: of the
        position before.

        A name that the rules give is kept; where they give none, much must speak for one.
        """
        if name is not None:
            return name, year
        if by_measure(self.scan, self.positions[k]):
            return None, None
        n = best(table, list(self.weighed(k, name, year, last, ruled=True)), ahead=_SURE)
        if n is None:
            return None, None
        return n.value, n.year if n.year is not None else self._year_of(n)

    def _year_of(self, n: NameCandidate) -> int | None:
        """The year of an earlier naming with the same words."""
        of = RankingName(n.start, n.end, n.value, None)
        at = bisect_left(self.scan.names, n.start, key=lambda other: other.start)
        earlier = reversed(self.scan.names[max(0, at - _EARLIER) : at])
        return next((o.year for o in earlier if o.year is not None and same_ranking(o, of)), None)

    def weighed(
        self, k: int, name: str | None, year: int | None, last: str | None, *, ruled: bool
    ) -> Iterator[tuple[NameCandidate | None, list[str]]]:
        """Every candidate of position ``k``, none the last, with its signs; ``ruled``: by the rules too."""
        site = NameSite(self, k)
        found = self.candidates(k, (name, year) if ruled else (None, None))
        for n in (*found, None):
            signs = list[str]()
            if n is None:
                site.of_none(found, signs)
            else:
                site.of(n, signs)
            site.carried(last, None if n is None else n.value, signs)
            if ruled:
                say_by_rules(site, n, name, signs)
            yield n, signs

    def candidates(self, k: int, ruled: tuple[str | None, int | None]) -> list[NameCandidate]:
        """The namings near position ``k``; ``ruled``: what the rules say."""
        c = self.positions[k]
        at = bisect_left(self.starts, c.start)
        near = self.told[max(0, at - _BEFORE) : at + _AFTER]
        start = self.scan.bounds(c.start)[0]
        out = [_candidate(t) for t in near if t.name is not None and not _is_past_event(t.name, start)]
        frame = self.scan.frame_at(c.start)
        if frame is not None and frame.name is not None:
            out.append(NameCandidate(frame.intro[0], frame.intro[1], frame.name, frame.year, "frame"))
        if (label := list_label(self.scan, c)) is not None and label[0] is not None:
            out.append(NameCandidate(c.start, c.start, label[0], label[1], "label"))
        out += self.maybe
        name, year = ruled
        if name is not None and not any(o.value == name for o in out):
            out.append(NameCandidate(c.start, c.start, name, year, "ruled"))
        return out


def _is_past_event(name: RankingName, start: int) -> bool:
    """Whether a contest was told in another sentence than the one that begins at ``start``."""
    return not name.carries and name.end < start and _EVENT.search(plain_shadow(name.value)) is not None


def say_by_rules(site: NameSite, n: NameCandidate | None, name: str | None, out: list[str]) -> None:
    """Add what the rules' choice, ``name``, says of a candidate."""
    value = None if n is None else plain_shadow(n.value)
    if value == (None if name is None else plain_shadow(name)):
        where = "none" if n is None else site.where(n)
        out.append("R")
        out.append(f"R:{where}")
        out.append(f"R:{where}|{site.open}")
        out.append(f"R:{where}|{site.n.alone}")
        out.append(f"R:{where}|{site.n.told_as}")
        if n is None:
            out.append(f"R:none|{site.n.alone}|{site.n.best}")


def _candidate(t: Told) -> NameCandidate:
    assert t.name is not None
    name = t.name
    return NameCandidate(
        t.start, t.end, name.value, name.year, "named" if t.named else "source", name.carries
    )


class NameSite:
    """A position as the choice of its ranking sees it."""

    def __init__(self, names: Names, k: int) -> None:
        self.n = names
        self.k = k
        self.scan = scan = names.scan
        self.doc = scan.doc
        self.c = c = names.positions[k]
        self.start, self.end = scan.bounds(c.start)
        following = names.positions[k + 1] if k + 1 < len(names.positions) else None
        previous = names.positions[k - 1] if k else None
        self.limit = following.start if following is not None and following.start < self.end else self.end
        self.floor = previous.end if previous is not None and previous.start >= self.start else self.start
        self.open = "open" if c.named else "closed"
        self.shape = f"{self.open}{'+noun' if c.noun else ''}"
        self.this = _THIS.search(scan.plain, self.start, min(self.end, self.start + 600))
        self.section = self.doc.section_at(c.start)
        at = bisect_left(names.starts, c.start)
        self.last = names.told[at - 1] if at else None
        self.unnamed = [
            t
            for t in names.told[max(0, at - 6) : at + 2]
            if t.name is None and self.start <= t.start < self.end
        ]
        self.index = bisect_right(self.doc.sentences, c.start, key=lambda s: s.start) - 1
        self.frame = scan.frame_at(c.start)

    def where(self, n: NameCandidate) -> str:
        if n.found == "ruled":
            return "ruled"
        if n.found in {"frame", "label"}:
            return n.found
        if self.c.end <= n.start < self.limit or (n.start <= self.c.start < n.end):
            return "after"
        if self.limit <= n.start < self.end:
            return "beyond"
        if n.start >= self.end:
            return "later"
        if self.floor <= n.start:
            return "before"
        if self.start <= n.start:
            return "passed"
        if self.frame is not None and self.frame.intro[0] <= n.start < self.frame.intro[1]:
            return "intro"
        section = self.doc.section_at(n.start)
        if section is not None and section.kind in {"title", "heading"}:
            return section.kind
        same = "\n" not in self.scan.plain[n.end : self.c.start]
        i = bisect_right(self.doc.sentences, n.start, key=lambda s: s.start) - 1
        near = self.index - i
        if near == 1:
            return "last" if same else "last-par"
        return "par" if same else "earlier"

    def of(self, n: NameCandidate, out: list[str]) -> None:
        """What speaks for a naming."""
        c, plain = self.c, self.scan.plain
        where = self.where(n)
        value = plain_shadow(n.value)
        out.append(f"at:{where}")
        out.append(f"at:{where}|{self.shape}")
        out.append(f"at:{where}|{c.rule}")
        out.append(f"found:{n.found}")
        if (event := _EVENT.search(value)) is not None:
            out.append("event")
            out.append(f"event:{event.group()}")
            out.append(f"event|{n.found}")
        head = value.split()[0] if value.split() else ""
        style = head if head in _HEADS else "proper"
        out.append(f"style:{style}")
        out.append(f"style:{style}|{where}")
        if n.found == "maybe":
            self._maybe(n, where, out)
        if n.year is not None:
            out.append("dated")
        if not n.carries:
            out.append("aside")
            out.append(f"aside|{where}")
        seen = self.n.count[value]
        out.append(f"seen={min(seen, 3)}")
        if len(self.n.count) == 1:
            out.append("only")
            out.append(f"only|{self.shape}")
        if where in {"after", "beyond"} and n.start >= c.end:
            gap = plain[c.end : n.start]
            words = _WORD.findall(gap[-80:])
            out.append(f"a:{' '.join(words[-2:]) if len(words) < 3 else words[-1]}")
            out.append(f"a:far={0 if len(words) < 3 else 1 if len(words) < 8 else 2}")
            for mark in ",:;(":
                if mark in gap:
                    out.append(f"a:{mark}")
        elif where in {"before", "passed"}:
            gap = plain[n.end : c.start]
            words = _WORD.findall(gap[:200])
            out.append(f"b:far={0 if len(gap) < 12 else 1 if len(gap) < 50 else 2 if len(gap) < 120 else 3}")
            out.append(f"b:then {gap[:2].strip() if not gap[:2].strip().isalnum() else ''}")
            before = _WORD.findall(plain[max(self.start, n.start - 24) : n.start])
            out.append(f"b:after {before[-1] if before else ''}")
            if ";" in gap or " et " in gap:
                out.append("b:goes on")
        elif where not in {"later", "ruled", "frame", "label"}:
            self._far(n, value, out)
        nearest = self.last is not None and self.last.start == n.start
        if nearest:
            out.append(f"nearest|{where}")
            out.append(f"nearest|{self.shape}")
        noun = plain_shadow(c.noun).rstrip("sx") if c.noun else None
        units = {m.group("unit") for m in _UNITS.finditer(value)}
        if noun is not None:
            if noun in {w.rstrip("sx") for w in _WORDS.findall(value)}:
                out.append("same unit")
            elif units:
                out.append(f"other unit|{where in ('before', 'after')}")
        if self.this is not None:
            named = self.this.groupdict().get("head")
            fits = (
                "fits"
                if named and named in value
                else "any"
                if named in {None, "classement", "liste"}
                else "not"
            )
            out.append(f"this:{fits}")
            if nearest:
                out.append(f"this:nearest:{fits}")
        year = YEAR.search(self.doc.text, self.start, min(self.end, self.start + 600))
        if year is not None and n.year is not None:
            out.append(f"year:{int(year.group()) == n.year}")
        if self.unnamed:
            out.append(f"unnamed here|{where}")
        if where not in {"before", "after", "passed"}:
            for source in self._sources():
                if source in value:
                    out.append("its source here")

    def _sources(self) -> list[str]:
        found = []
        at = bisect_left(self.n.starts, self.start)
        for t in self.n.told[at : at + 4]:
            if t.start < self.end and not t.named and t.name is not None:
                found.append(plain_shadow(t.name.value))
        return found

    def _maybe(self, n: NameCandidate, where: str, out: list[str]) -> None:
        """How much speaks for a span's being a name at all."""
        weight = self.n.weights[n.start]
        level = f"{min(-weight // 100, 5)}"
        alone = "alone" if not self.n.count else "beside"
        out.append(f"w={level}")
        out.append(f"w={level}|{alone}")
        out.append(f"w={level}|{self.n.told_as}")
        out.append(f"w:{self.n.told_as}")
        out.append(f"maybe|{where}|{alone}")
        if n is self.n.maybe[0]:
            out.append(f"w:best|{alone}")
            out.append(f"w:best|{self.n.alone}")
            out.append(f"w:best={level}|{alone}")

    def _far(self, n: NameCandidate, value: str, out: list[str]) -> None:
        at = bisect_left(self.n.starts, n.end)
        to = bisect_left(self.n.starts, self.c.start)
        between = self.n.told[at:to]
        others = {plain_shadow(t.name.value) for t in between if t.name is not None} - {value}
        out.append(f"f:others={min(len(others), 2)}")
        if any(t.name is None for t in between):
            out.append("f:unnamed between")
        i = bisect_right(self.doc.sentences, n.start, key=lambda s: s.start) - 1
        near = self.index - i
        out.append(f"f:far={near if near < 4 else 4 if near < 8 else 8}")
        out.append(f"f:far={near if near < 4 else 4 if near < 8 else 8}|{self.open}")
        said = _WORD.findall(self.scan.plain[max(0, n.start - 24) : n.start])
        out.append(f"f:after {said[-1] if said else ''}")

    def of_none(self, others: Sequence[NameCandidate], out: list[str]) -> None:
        """What speaks for no ranking that the text names."""
        c = self.c
        out.append("none")
        out.append(f"0:{self.n.alone}")
        out.append(f"0:{self.n.told_as}")
        out.append(f"0:{self.n.told_as}|{self.n.alone}")
        out.append(f"0:{self.n.told_as}|{'named' if self.c.named else 'closed'}|{c.rule}")
        out.append(f"0:{self.n.alone}|{self.n.best}")
        out.append(f"0:{self.shape}|{'alone' if not self.n.count else 'beside'}|{self.n.best}")
        out.append(f"0:{self.shape}")
        out.append(f"0:{c.rule}")
        where = {self.where(o) for o in others}
        here = bool(where & {"before", "after", "passed"})
        out.append(f"0:{'named here' if here else 'not named here'}|{self.shape}")
        out.append(f"0:{'named here' if here else 'not named here'}|{c.rule}")
        if not here:
            out.append(f"0:{'some before' if where - {'later', 'beyond', 'ruled'} else 'nothing before'}")
        if self.unnamed:
            out.append("0:unnamed here")
        if self.last is not None and self.last.name is None:
            out.append("0:unnamed last")
        if self.section is not None:
            out.append(f"0:{self.section.kind}")
        if self.this is not None:
            out.append("0:this")
        if c.noun:
            out.append(f"0:noun={plain_shadow(c.noun).rstrip('sx')}")
        after = _WORD.findall(self.scan.plain[c.end : c.end + 40])
        out.append(f"0:then {' '.join(after[:1])}")

    def carried(self, last: str | None, of: str | None, out: list[str]) -> None:
        """What the choice for the position before says of a naming, or of none."""
        if self.k == 0:
            return
        before = self.n.positions[self.k - 1]
        if before.start >= self.start:
            where = "here"
        elif self.frame is not None and self.frame.start <= before.start:
            where = "list"
        else:
            where = how_far(self.scan.plain, before.end, self.c.start)
        at = bisect_left(self.n.starts, before.end)
        fresh = at < len(self.n.starts) and self.n.starts[at] < self.c.start
        where += "+" if fresh else ""
        if of is None:
            out.append(f"c:{where}:{'still none' if last is None else 'no more'}")
            out.append(f"c:{where}:{'still none' if last is None else 'no more'}|{self.shape}")
        elif last is not None and plain_shadow(last) == plain_shadow(of):
            out.append(f"c:{where}:same")
            out.append(f"c:{where}:same|{self.shape}")
        elif last is None:
            out.append(f"c:{where}:begins")
