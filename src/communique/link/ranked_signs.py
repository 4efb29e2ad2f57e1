"""What speaks for a position's being that of an institution, a person or nobody: named signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from communique.extractors.rankings.patterns import lazy, placing_verbs, small_words
from communique.extractors.rankings.phrases import Phrase, head_nouns
from communique.link.ranked import Entity, Ranked
from communique.link.ranked_site import QUIET, Site, is_thing, sort_of
from communique.link.ranked_words import as_read, as_said, opened

_APPOSED = lazy(r"\s?\(\s?|,\s|\s:\s|:\s|\s[-–—]\s")
_WORD = lazy(r"[a-z][a-z'-]*")
NEAR = frozenset({"at:before", "at:after"})
_LINKS = frozenset({"pour", "en", "de", "du", "des", "dans"})


def subject_signs(ranked: Ranked, k: int) -> dict[str | None, list[str]]:
    """For each candidate of position ``k``, nobody the last, what speaks for or against it."""
    return _told_with_lasting(Site(ranked, k))


def _told_with_lasting(site: Site) -> dict[str | None, list[str]]:
    out = signs_here(site)
    for of, signs in out.items():
        if of is not None:
            e = site.r.entities[of]
            signs += e.lasting if signs[0] in NEAR else e.from_afar
    return out


def signs_here(site: Site) -> dict[str | None, list[str]]:
    """For each candidate its signs at this position, without what lasts; where it is named comes first."""
    out = dict[str | None, list[str]]()
    for id in site.r.candidates(site.k):
        signs: list[str] = []
        out[id] = signs
        _of_entity(site, site.r.entities[id], signs)
    nobody = list[str]()
    _of_nobody(site, out, nobody)
    out[None] = nobody
    return out


def weighed_subjects(
    ranked: Ranked, k: int, last: str | None, by: str | None, *, ruled: bool
) -> Iterator[tuple[str | None, list[str]]]:
    """Every candidate of position ``k``, nobody the last, with its signs.

    ``last``: whose the position before is; ``by``: whose the rules say that this one is, told if ``ruled``.
    """
    site = Site(ranked, k)
    for of, signs in _told_with_lasting(site).items():
        if ruled and of == by:
            say_by_rules(site, of, signs)
        yield of, [*signs, *ranked.carried(k, last, of)]


def say_by_rules(s: Site, of: str | None, signs: list[str]) -> None:
    """Add the signs of the candidate that the rules choose, by the words that they read as the subject."""
    m, sort = s.m, "none"
    if m.subject is not None:
        word = s.doc.plain[slice(*m.subject)]
        sort = "noun" if word in head_nouns() else "pro" if len(word) < 5 else "name"
        sort += "" if s.start <= m.subject[0] < s.end else "-far"
    signs.append("R")
    signs.append(f"R:{sort}:{'nobody' if of is None else 'one'}")
    if of is not None:
        signs.append(f"R:{sort}:{signs[0]}")


def _of_entity(s: Site, e: Entity, out: list[str]) -> None:
    where = _where(s, e)
    out.append(f"at:{where}")
    out.append(f"at:{where}|{s.said}")
    out.append(f"at:{where}|{s.m.rule}")
    if e.kind == "person":
        out.append(f"P:{where}")
        if s.plural:
            out.append("P:plural")  # a crew, no one of it
    if e.id in s.r.publishers:
        out.append(f"pub:{where}")
    for source, head, kinds in s.ranked:
        out.append(f"{source}:{_fits(head, kinds, e)}")
    for source, ids in s.fitting.items():
        if ids == [e.id]:
            out.append(f"{source}:only")
        elif e.id in ids[:40] and all(
            len(s.r.entities[o].spans) < len(e.spans) for o in ids[:40] if o != e.id
        ):
            out.append(f"{source}:most")
    _before(s, e, out)
    _after(s, e, out)
    as_said(s, e, s.subject, out)
    _shared(s, e, out)
    if e.id == s.called:
        out.append("called")
        out.append(f"called|{where}")
    if s.ordered:
        out.append("resp:its own" if s.ordered == e.id else "resp:another's")
    if s.r.reads:
        as_read(s, e, where, out)
    _far(s, e, where, out)


def _shared(s: Site, e: Entity, out: list[str]) -> None:
    """Whether the words that are the subject are in its name: "le tribunal", "la Nantaise"."""
    held, roots = s.told_words
    if not held:
        return
    kind = s.subject.kind if s.subject is not None else ""
    if any(w in e.words for w in held):
        out.append("shares:word")
        out.append(f"shares:word|{kind}|{'main' if e.id == s.r.main else 'other'}")
        if held[0] in e.words:
            out.append("shares:head")
            out.append(f"shares:head:{'heads name' if e.name.startswith(held[0]) else 'inside'}")
    elif roots and any(w[:4] in roots for w in e.words if len(w) > 4):
        out.append("shares:root")
        out.append(f"shares:root|{kind}")


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


def _before(s: Site, e: Entity, out: list[str]) -> None:
    m = s.m
    span = e.last_before(m.start)
    if span is None or span[0] < s.start:
        return
    phrase, shape = _shape(s.before, span[0])
    out.append(f"b:{shape}")
    out.append(f"b:{shape}|{m.rule}")
    if e.kind == "person":
        out.append(f"b:{shape}:P")
    for sign, p in (("subject", s.subject), ("opener", s.opener), ("first", s.free[0] if s.free else None)):
        if phrase is not None and phrase is p:
            out.append(f"b:{sign}")
    fresh = "fresh" if span[0] >= s.floor else "passed"
    out.append(f"b:{fresh}")
    out.append(f"b:{fresh}|{m.rule}")
    nearest = not s.r.between(span[1], m.start)
    alone = nearest and fresh == "fresh"
    out.append("b:nearest" if nearest else "b:others between")
    if alone:
        out.append("b:nearest fresh")
        out.append(f"b:nearest fresh|{m.rule}")
    if shape == "oblique":
        preposition = _preposition(s, span[0])
        out.append(f"b:after {preposition}")
        if nearest:
            out.append(f"b:nearest after {preposition}")
    gap = s.doc.plain[span[1] : m.start]
    if len(gap) < 4 and _APPOSED.fullmatch(gap):
        out.append(f"b:beside {gap.strip()}")
        out.append(f"b:beside {gap.strip()}|{shape}")
        if alone:
            out.append(f"b:beside {gap.strip()}|nearest fresh")
    words = _WORD.findall(gap[:200])
    if any(w in placing_verbs() for w in words):
        out.append("b:verb")
    mark = gap[:2].strip()
    out.append("b:no word" if not words else f"b:then {mark if mark in {',', '(', ':'} else words[0]}")
    if "," in gap:
        out.append("b:comma")
    if " qui " in gap:
        out.append("b:qui")
    out.append(f"b:far={0 if len(gap) < 12 else 1 if len(gap) < 40 else 2 if len(gap) < 100 else 3}")


def _preposition(s: Site, at: int) -> str:
    i = s.doc.tokens.at(at)
    for word in reversed(s.doc.tokens.plain[max(0, i - 4) : i]):
        if word in small_words("prepositions") or word in {"(", "/"}:
            return word
    return ""


def _after(s: Site, e: Entity, out: list[str]) -> None:
    m = s.m
    span = e.first_after(m.end)
    if span is None or span[0] >= s.end:
        return
    gap = s.doc.plain[m.end : span[0]]
    words = [w for w in _WORD.findall(gap[-60:]) if w not in small_words("determiners")]
    out.append("a:others between" if s.r.between(m.end, span[0]) else "a:first")
    if span[0] >= s.limit:
        out.append("a:beyond")
    if not words:
        mark = "".join(c for c in gap[:20] if not c.isalnum() and c not in " '")
        out.append(f"a:mark {mark[:3]}")
        out.append(f"a:mark|{m.rule}")
    else:
        out.append(f"a:{'near' if len(gap) < 25 else 'far'} {words[-1]}")
        if len(words) == 1:
            out.append(f"a:by {words[0]}")
    phrase, shape = _shape(s.after, span[0])
    out.append(f"a:{shape}")
    if e.kind == "person":
        out.append(f"a:{shape}:P")
    opened = s.start + 3 >= m.start
    if opened:
        out.append(f"a:{shape}:opened")
    if phrase is not None and phrase is next((p for p in s.after if not p.oblique), None):
        out.append(f"a:subject|{s.said}")
        if opened:
            out.append("a:subject:opened")


def _far(s: Site, e: Entity, where: str, out: list[str]) -> None:
    """What speaks for an entity that the position's clause does not name."""
    if where in {"before", "after"}:
        return
    m = s.m
    if s.latest == e.id:
        out.append("f:latest")
        out.append(f"f:latest|{s.said}")
        if where in {"last", "par"}:
            out.append("f:latest in paragraph")
    if e.id in s.quoted:
        out.append("f:quoted")
        if e.id == s.quoted[-1] and e.kind != "person":
            out.append("f:speaker's body")
    if opened(s, e):
        out.append("f:opened the last")
        out.append(f"f:opened the last|{s.said}")
    if s.heading is not None and e.named(s.heading.start, s.heading.end):
        out.append(f"f:headed:{s.heading.kind}")
    if m.intro is not None:
        told = (p for p in s.r.phrases.between(*m.intro)[:40] if not p.oblique)
        if any(e.named(p.start, p.end) for p in told):
            out.append("f:introduces")
    if s.section is not None:
        out.append(f"f:{s.section.kind}:{'main' if e.id == s.r.main else 'other'}")
        if s.section.kind == "boilerplate" and e.named(s.section.start, m.start):
            out.append("f:presented here")
    if e.named(s.line, m.start):
        out.append("f:same line")


def _of_nobody(s: Site, others: dict[str | None, list[str]], out: list[str]) -> None:
    m, amount = s.m, "noun" if s.m.noun else "bare"
    out.append("nobody")
    out.append(f"0:{s.said}")
    out.append(f"0:{s.said}|{amount}")
    out.append(f"0:{m.rule}")
    if s.r.reads:
        out.append(f"0:r:{s.read_as}")
        out.append(f"0:r:{s.read_as}:{'names' if s.read_id else 'names nobody'}")
    if s.called:
        out.append("0:called")
    if s.label:
        out.append(f"0:label:{s.label}")
    if s.r.main is None:
        out.append("0:no main")
    bodies = [id for id in others if id is not None and s.r.entities[id].kind != "person"]
    out.append(f"0:bodies={min(sum(id not in s.r.publishers for id in bodies), 3)}")
    for source, head, kinds in s.ranked:
        out.append(f"0:{source}={head}")
        out.append(f"0:{source}:{'?' if kinds is None else min(kinds)}")
    if s.section is not None:
        out.append(f"0:{s.section.kind}")
        if s.section.kind in QUIET and not s.r.between(s.section.start, s.section.end):
            out.append(f"0:{s.section.kind}:names nobody")
    held, _ = s.told_words
    if held and any(w in s.r.entities[id].words for id in others if id is not None for w in held):
        out.append(f"0:shares:{s.subject.kind if s.subject is not None else ''}")
    _unknown(s, out)
    if s.plural:
        out.append("0:plural")
    _then(s, out)
    places = {signs[0] for id, signs in others.items() if id is not None}
    if "at:before" not in places:
        out.append(f"0:nobody before|{s.said}")
        if "at:after" not in places:
            out.append(f"0:nobody here|{s.said}")


def _then(s: Site, out: list[str]) -> None:
    """The words that follow: "3e pour le master" is the master's."""
    tokens = s.doc.tokens
    i = bisect_left(tokens.start, s.m.end)
    words = tokens.plain[i : i + 3]
    if not words or tokens.start[i] > s.m.end + 2:
        return
    out.append(f"0:then {words[0]}")
    if words[0] in _LINKS:
        noun = next((w for w in words[1:] if w not in small_words("determiners")), "")
        out.append(f"0:then {words[0]} {sort_of(noun)}")


def _unknown(s: Site, out: list[str]) -> None:
    """What the words that look like the subject are, where they name nobody."""
    p = s.subject
    if p is None or p.kind not in {"other", "noun"}:
        return
    i = s.doc.tokens.at(p.start)
    nouns = (w for w in s.doc.tokens.plain[i : i + 4] if w not in small_words("determiners") and w.isalpha())
    head = next(nouns, "")
    if p.kind != s.said:
        out.append(f"0:{p.kind}")
    out.append(f"0:{p.kind}={head.rstrip('sx')}")
    if p.kind == "other":
        out.append(f"0:other:{'thing' if is_thing(head) else 'no thing'}")
    capital = "capital" if s.doc.text[p.start : p.end].split()[-1][:1].isupper() else "common"
    out.append(f"0:{p.kind}:{capital}:{'opens' if p.opens else 'inside'}")


def _fits(head: str, kinds: frozenset[str] | None, e: Entity) -> str:
    """How what is ranked goes with an entity."""
    if head and head in e.name:
        return "in name"
    if kinds is None:
        return "?P" if e.kind == "person" else "?"
    return "fits" if e.kind in kinds else "other"
