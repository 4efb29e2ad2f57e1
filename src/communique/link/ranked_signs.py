"""What speaks for a position's being that of an institution, a person or nobody: named signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import exp, fsum, log

from communique.extractors.rankings.learned import Weights, weigh
from communique.extractors.rankings.patterns import lazy, placing_verbs, small_words
from communique.extractors.rankings.phrases import Phrase, head_nouns
from communique.link.ranked import Entity, Ranked
from communique.link.ranked_site import QUIET, Site, is_thing, kinds_of, sort_of
from communique.link.ranked_words import as_read, as_said, opened

_APPOSED = lazy(r"\s?\(\s?|,\s|\s:\s|:\s|\s[-–—]\s")
_WORD = lazy(r"[a-z][a-z'-]*")
_BEAM, _BEHIND = 4, 4.0  # ways to have chosen so far that are gone on with: how many, how unlikely
_LINKS = frozenset({"pour", "en", "de", "du", "des", "dans"})


def subject_signs(ranked: Ranked, k: int) -> dict[str | None, list[str]]:
    """For each candidate of position ``k``, nobody the last, what speaks for or against it."""
    return _signs_at(Site(ranked, k))


def _signs_at(site: Site) -> dict[str | None, list[str]]:
    out: dict[str | None, list[str]] = {
        id: list(_of_entity(site, site.r.entities[id])) for id in site.r.candidates(site.k)
    }
    out[None] = list(_of_nobody(site, out))
    return out


def choose_subjects(ranked: Ranked, ruled: Sequence[str | None], table: Weights) -> list[str | None]:
    """The subjects of the positions that together are likeliest; ``ruled``: as the rules say."""
    ways: list[tuple[float, list[str | None]]] = [(0.0, [])]
    for k, by in enumerate(ruled):
        site = Site(ranked, k)
        barred = site.barred()
        told = [(site.ordered, list[str]())] if site.ordered else signs_alone(site, by, ruled=True)
        found = [(of, weigh(table, signs)) for of, signs in told if of not in barred]
        longer = dict[str | None, tuple[float, list[str | None]]]()
        for total, way in ways:
            last = way[-1] if way else None
            sums = [
                (of, (n + weigh(table, ranked.carried(k, last, of)) if k and of in {last, None} else n) / 100)
                for of, n in found
            ]
            most = max(sum for _, sum in sums)
            every = most + log(fsum(exp(sum - most) for _, sum in sums))
            for of, sum in sums:
                reached = total + sum - every
                if of not in longer or reached > longer[of][0]:
                    longer[of] = reached, [*way, of]
        ways = sorted(longer.values(), key=_likeliest, reverse=True)[:_BEAM]
        ways = [way for way in ways if way[0] > ways[0][0] - _BEHIND]
    return ways[0][1]


def _likeliest(way: tuple[float, list[str | None]]) -> float:
    return way[0]


def weighed_subjects(
    ranked: Ranked, k: int, last: str | None, by: str | None, *, ruled: bool
) -> Iterator[tuple[str | None, list[str]]]:
    """Every candidate of position ``k``, nobody the last, with its signs.

    ``last``: whose the position before is; ``by``: whose the rules say that this one is, told if ``ruled``.
    """
    for of, signs in signs_alone(Site(ranked, k), by, ruled=ruled):
        yield of, [*signs, *ranked.carried(k, last, of)]


def signs_alone(site: Site, by: str | None, *, ruled: bool) -> Iterator[tuple[str | None, list[str]]]:
    """Every candidate of a position with its signs, whosever the position before is."""
    for of, signs in _signs_at(site).items():
        yield of, [*signs, *_said_by_rules(site, of, signs)] if ruled and of == by else signs


def _said_by_rules(s: Site, of: str | None, signs: list[str]) -> Iterator[str]:
    """The signs of the candidate that the rules choose, by the words that they read as the subject."""
    m, sort = s.m, "none"
    if m.subject is not None:
        word = s.doc.plain[slice(*m.subject)]
        sort = "noun" if word in head_nouns() else "pro" if len(word) < 5 else "name"
        sort += "" if s.start <= m.subject[0] < s.end else "-far"
    yield "R"
    yield f"R:{sort}:{'nobody' if of is None else 'one'}"
    if of is not None:
        yield f"R:{sort}:{signs[0]}"


def _of_entity(s: Site, e: Entity) -> Iterator[str]:
    where = _where(s, e)
    yield f"at:{where}"
    yield f"at:{where}|{s.said}"
    yield f"at:{where}|{s.m.rule}"
    yield from e.lasting if where in {"before", "after"} else e.from_afar
    if e.kind == "person":
        yield f"P:{where}"
        if s.plural:
            yield "P:plural"  # a crew, no one of it
    if e.id in s.r.publishers:
        yield f"pub:{where}"
    for source, word in s.units:
        yield f"{source}:{_fits(word, e)}"
    for source, ids in s.fitting.items():
        if ids == [e.id]:
            yield f"{source}:only"
        elif e.id in ids[:40] and all(
            len(s.r.entities[o].spans) < len(e.spans) for o in ids[:40] if o != e.id
        ):
            yield f"{source}:most"
    yield from _before(s, e)
    yield from _after(s, e)
    yield from as_said(s, e, s.subject)
    yield from _shared(s, e)
    if e.id == s.called:
        yield "called"
        yield f"called|{where}"
    if s.ordered:
        yield "resp:its own" if s.ordered == e.id else "resp:another's"
    if s.r.reads:
        yield from as_read(s, e, where)
    yield from _far(s, e, where)


def _shared(s: Site, e: Entity) -> Iterator[str]:
    """Whether the words that are the subject are in its name: "le tribunal", "la Nantaise"."""
    held, roots = s.told_words
    if not held:
        return
    kind = s.subject.kind if s.subject is not None else ""
    if any(w in e.words for w in held):
        yield "shares:word"
        yield f"shares:word|{kind}|{'main' if e.id == s.r.main else 'other'}"
        if held[0] in e.words:
            yield "shares:head"
            yield f"shares:head:{'heads name' if e.name.startswith(held[0]) else 'inside'}"
    elif roots and any(w[:4] in roots for w in e.words if len(w) > 4):
        yield "shares:root"
        yield f"shares:root|{kind}"


def _where(s: Site, e: Entity) -> str:
    """Where the entity is named, as seen from the position: the nearest place."""
    m = s.m
    last = e.last_before(m.start)
    if last is not None and last[0] >= s.start:
        return "before"
    if e.named(m.start, s.limit):
        return "after"
    if e.named(s.limit, s.end):
        return "beyond"
    if m.intro is not None and e.named(*m.intro):
        return "intro"
    if last is None:
        return "later"
    same, near = last[0] >= s.line, s.index > 0 and last[0] >= s.doc.sentences[s.index - 1].start
    if near:
        return "last" if same else "last-par"
    return "par" if same else "earlier"


def _shape(phrases: list[Phrase], at: int) -> tuple[Phrase | None, str]:
    phrase = next((p for p in phrases if p.start <= at < p.end), None)
    if phrase is None:
        return None, "none"
    return phrase, "oblique" if phrase.oblique else "opens" if phrase.opens else "free"


def _before(s: Site, e: Entity) -> Iterator[str]:
    m = s.m
    span = e.last_before(m.start)
    if span is None or span[0] < s.start:
        return
    phrase, shape = _shape(s.before, span[0])
    yield f"b:{shape}"
    yield f"b:{shape}|{m.rule}"
    if e.kind == "person":
        yield f"b:{shape}:P"
    for sign, p in (("subject", s.subject), ("opener", s.opener), ("first", s.free[0] if s.free else None)):
        if phrase is not None and phrase is p:
            yield f"b:{sign}"
    fresh = "fresh" if span[0] >= s.floor else "passed"
    yield f"b:{fresh}"
    yield f"b:{fresh}|{m.rule}"
    nearest = not s.r.between(span[1], m.start)
    alone = nearest and fresh == "fresh"
    yield "b:nearest" if nearest else "b:others between"
    if alone:
        yield "b:nearest fresh"
        yield f"b:nearest fresh|{m.rule}"
    if shape == "oblique":
        preposition = _preposition(s, span[0])
        yield f"b:after {preposition}"
        if nearest:
            yield f"b:nearest after {preposition}"
    gap = s.doc.plain[span[1] : m.start]
    if len(gap) < 4 and _APPOSED.fullmatch(gap):
        yield f"b:beside {gap.strip()}"
        yield f"b:beside {gap.strip()}|{shape}"
        if alone:
            yield f"b:beside {gap.strip()}|nearest fresh"
    words = _WORD.findall(gap[:200])
    if any(w in placing_verbs() for w in words):
        yield "b:verb"
    mark = gap[:2].strip()
    yield "b:no word" if not words else f"b:then {mark if mark in {',', '(', ':'} else words[0]}"
    if "," in gap:
        yield "b:comma"
    if " qui " in gap:
        yield "b:qui"
    yield f"b:far={0 if len(gap) < 12 else 1 if len(gap) < 40 else 2 if len(gap) < 100 else 3}"


def _preposition(s: Site, at: int) -> str:
    i = s.doc.tokens.at(at)
    for word in reversed(s.doc.tokens.plain[max(0, i - 4) : i]):
        if word in small_words("prepositions") or word in {"(", "/"}:
            return word
    return ""


def _after(s: Site, e: Entity) -> Iterator[str]:
    m = s.m
    span = e.first_after(m.end)
    if span is None or span[0] >= s.end:
        return
    gap = s.doc.plain[m.end : span[0]]
    words = [w for w in _WORD.findall(gap[-60:]) if w not in small_words("determiners")]
    yield "a:others between" if s.r.between(m.end, span[0]) else "a:first"
    if span[0] >= s.limit:
        yield "a:beyond"
    if not words:
        mark = "".join(c for c in gap[:20] if not c.isalnum() and c not in " '")
        yield f"a:mark {mark[:3]}"
        yield f"a:mark|{m.rule}"
    else:
        yield f"a:{'near' if len(gap) < 25 else 'far'} {words[-1]}"
        if len(words) == 1:
            yield f"a:by {words[0]}"
    phrase, shape = _shape(s.after, span[0])
    yield f"a:{shape}"
    if e.kind == "person":
        yield f"a:{shape}:P"
    opened = s.start + 3 >= m.start
    if opened:
        yield f"a:{shape}:opened"
    if phrase is not None and phrase is next((p for p in s.after if not p.oblique), None):
        yield f"a:subject|{s.said}"
        if opened:
            yield "a:subject:opened"


def _far(s: Site, e: Entity, where: str) -> Iterator[str]:
    """What speaks for an entity that the position's clause does not name."""
    if where in {"before", "after"}:
        return
    m = s.m
    i = bisect_left(s.r.starts, s.start)
    near = [id for _, _, id in s.r.spans[max(0, i - 8) : i]]
    if next((id for id in reversed(near) if id not in s.r.publishers), None) == e.id:
        yield "f:latest"
        yield f"f:latest|{s.said}"
        if where in {"last", "par"}:
            yield "f:latest in paragraph"
    if e.id in s.quoted:
        yield "f:quoted"
        if e.id == s.quoted[-1] and e.kind != "person":
            yield "f:speaker's body"
    if opened(s, e):
        yield "f:opened the last"
        yield f"f:opened the last|{s.said}"
    if s.heading is not None and e.named(s.heading.start, s.heading.end):
        yield f"f:headed:{s.heading.kind}"
    if m.intro is not None:
        told = (p for p in s.r.phrases.between(*m.intro)[:40] if not p.oblique)
        if any(e.named(p.start, p.end) for p in told):
            yield "f:introduces"
    if s.section is not None:
        yield f"f:{s.section.kind}:{'main' if e.id == s.r.main else 'other'}"
        if s.section.kind == "boilerplate" and e.named(s.section.start, m.start):
            yield "f:presented here"
    if e.named(s.line, m.start):
        yield "f:same line"


def _of_nobody(s: Site, others: dict[str | None, list[str]]) -> Iterator[str]:
    m, amount = s.m, "noun" if s.m.noun else "bare"
    yield "nobody"
    yield f"0:{s.said}"
    yield f"0:{s.said}|{amount}"
    yield f"0:{m.rule}"
    if s.r.reads:
        yield f"0:r:{s.read_as}"
        yield f"0:r:{s.read_as}:{'names' if s.read_id else 'names nobody'}"
    if s.called:
        yield "0:called"
    if s.label:
        yield f"0:label:{s.label}"
    if s.r.main is None:
        yield "0:no main"
    bodies = [id for id in others if id is not None and s.r.entities[id].kind != "person"]
    yield f"0:bodies={min(sum(id not in s.r.publishers for id in bodies), 3)}"
    for source, word in s.units:
        kinds = kinds_of(word)
        yield f"0:{source}={(word.split() or [''])[0].rstrip('sx')}"
        yield f"0:{source}:{'?' if kinds is None else min(kinds)}"
    if s.section is not None:
        yield f"0:{s.section.kind}"
        if s.section.kind in QUIET and not s.r.between(s.section.start, s.section.end):
            yield f"0:{s.section.kind}:names nobody"
    held, _ = s.told_words
    if held and any(w in s.r.entities[id].words for id in others if id is not None for w in held):
        yield f"0:shares:{s.subject.kind if s.subject is not None else ''}"
    yield from _unknown(s)
    if s.plural:
        yield "0:plural"
    yield from _then(s)
    places = {signs[0] for id, signs in others.items() if id is not None}
    if "at:before" not in places:
        yield f"0:nobody before|{s.said}"
        if "at:after" not in places:
            yield f"0:nobody here|{s.said}"


def _then(s: Site) -> Iterator[str]:
    """The words that follow: "3e pour le master" is the master's."""
    tokens = s.doc.tokens
    i = bisect_left(tokens.start, s.m.end)
    words = tokens.plain[i : i + 3]
    if not words or tokens.start[i] > s.m.end + 2:
        return
    yield f"0:then {words[0]}"
    if words[0] in _LINKS:
        noun = next((w for w in words[1:] if w not in small_words("determiners")), "")
        yield f"0:then {words[0]} {sort_of(noun)}"


def _unknown(s: Site) -> Iterator[str]:
    """What the words that look like the subject are, where they name nobody."""
    p = s.subject
    if p is None or p.kind not in {"other", "noun"}:
        return
    i = s.doc.tokens.at(p.start)
    nouns = (w for w in s.doc.tokens.plain[i : i + 4] if w not in small_words("determiners") and w.isalpha())
    head = next(nouns, "")
    yield f"0:{p.kind}"
    yield f"0:{p.kind}={head.rstrip('sx')}"
    if p.kind == "other":
        yield f"0:other:{'thing' if is_thing(head) else 'no thing'}"
    capital = "capital" if s.doc.text[p.start : p.end].split()[-1][:1].isupper() else "common"
    yield f"0:{p.kind}:{capital}:{'opens' if p.opens else 'inside'}"


def _fits(word: str, e: Entity) -> str:
    """How what is ranked goes with an entity."""
    kinds = kinds_of(word)
    head = (word.split() or [""])[0].rstrip("sx")
    if head and head in e.name:
        return "in name"
    if kinds is None:
        return "?P" if e.kind == "person" else "?"
    return "fits" if e.kind in kinds else "other"
