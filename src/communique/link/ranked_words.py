"""How far the pronoun or noun that stands for a ranked subject may mean an entity: signs of reference."""

from __future__ import annotations

from bisect import bisect_left

from communique.extractors.rankings.phrases import Phrase, head_nouns
from communique.link.antecedents import OURS
from communique.link.ranked import Entity
from communique.link.ranked_site import LATTER, Site

_RIVALS, _LATEST = 24, 30  # namings that are looked back through


def as_read(s: Site, e: Entity, where: str, out: list[str]) -> None:
    """How the words that the rules read as the subject go with an entity."""
    out.append(f"r:{s.read_as}|{where}")
    if e.id == s.read_id:
        out.append(f"r:{s.read_as}:names it")
        out.append(f"r:{s.read_as}:names it|{where}")
    elif s.read_id is not None:
        out.append(f"r:{s.read_as}:names another")


def as_said(s: Site, e: Entity, p: Phrase | None, out: list[str]) -> None:
    """How far the pronoun or noun that is the subject may stand for an entity."""
    if p is None or p.kind not in {"pronoun", "noun"}:
        return
    word = s.doc.plain[p.start : p.end]
    stands = _noun if p.kind == "noun" else _ours if word in OURS else _it
    stands(s, e, p, word, out)


def _noun(s: Site, e: Entity, p: Phrase, word: str, out: list[str]) -> None:
    named = word in e.name.split()
    kinds = head_nouns()[word][1] if word in head_nouns() else frozenset[str]()
    if named:
        out.append("noun:in name")
        if e.name.startswith(word):
            out.append("noun:heads name" if s.r.headed(word) > 1 else "noun:heads the only name")
    elif kinds:
        out.append("noun:fits" if e.kind in kinds else "noun:other kind")
        if e.kind in kinds and e.id == s.r.main:
            out.append("noun:fits main")
    if e.last_before(p.start) is not None and _latest(s, e, p.start, kinds):
        out.append("noun:latest that fits")
    if named or e.kind in kinds:
        _rivals(s, e, p, "", word, out)


def _ours(s: Site, e: Entity, p: Phrase, word: str, out: list[str]) -> None:
    if e.id in s.quoted:
        out.append("nous:speaks" if e.id == s.quoted[0] else "nous:speaker's")
    elif s.quoted:
        out.append("nous:other speaks")
    if e.id == s.r.main:
        out.append("nous:main")


def _it(s: Site, e: Entity, p: Phrase, word: str, out: list[str]) -> None:
    last = e.last_before(p.start)
    if last is None:
        out.append("it:not yet")
        return
    gender = _gender(s, *last)
    said = (
        "f"
        if word.startswith(("elle", "celle", "cette", "la"))
        else "m"
        if word.startswith(_MASCULINE)
        else ""
    )
    agrees = "?" if gender is None or not said else "yes" if gender == said else "no"
    latest = _latest(s, e, p.start, None)
    out.append(f"it:{agrees}")
    if latest:
        out.append(f"it:latest:{agrees}")
        if LATTER.match(s.doc.plain, p.start, p.end + 10):
            out.append("latter:latest")
    _rivals(s, e, p, said, None, out)
    if opened(s, e):
        out.append(f"it:opened the last:{agrees}")


_MASCULINE = ("il", "celui", "ceux", "ce ", "le")


def _rivals(s: Site, e: Entity, p: Phrase, gender: str, noun: str | None, out: list[str]) -> None:
    """How many others that may be meant were named since, in the paragraph and in all."""
    tag, seen, near = "noun" if noun else "it", set[str](), 0
    kinds = head_nouns().get(noun or "", ("", frozenset[str]()))[1]
    at = bisect_left(s.r.starts, p.start)
    for start, end, id in reversed(s.r.spans[max(0, at - _RIVALS) : at]):
        if id == e.id:
            here = start >= s.line
            out.append(f"{tag}:rivals={min(len(seen), 2)}{'' if here else ' above'}")
            if not here:
                out.append(f"{tag}:rivals here={min(near, 2)}")
            if e.id == s.r.main:
                out.append(f"{tag}:main:rivals here={min(near, 2)}")
            return
        other = s.r.entities[id]
        if id in seen or other.publishes:
            continue
        if noun is not None:
            fits = noun in other.name.split() or other.kind in kinds
        else:
            fits = not gender or _gender(s, start, end) in {None, gender}
        if fits:
            seen.add(id)
            near += start >= s.line
    out.append(f"{tag}:not before")
    if near:
        out.append(f"{tag}:rivals here, not before")


def _gender(s: Site, start: int, end: int) -> str | None:
    known = s.r.genders
    if start not in known:
        known[start] = s.r.antecedents.gender(Phrase(start, end, "name", False))[0]
    return known[start]


def _latest(s: Site, e: Entity, at: int, kinds: frozenset[str] | None) -> bool:
    """Whether an entity is the one named last before the subject, of those that fit: one at a position."""
    if s.latest_said is None:
        s.latest_said = (_find_latest(s, at, kinds),)
    return s.latest_said[0] == e.id


def _find_latest(s: Site, at: int, kinds: frozenset[str] | None) -> str | None:
    i = bisect_left(s.r.starts, at)
    for k in range(i - 1, max(0, i - _LATEST) - 1, -1):
        id = s.r.spans[k][2]
        if id not in s.r.publishers and (kinds is None or s.r.entities[id].kind in kinds):
            return id
    return None


def opened(s: Site, e: Entity) -> bool:
    """Whether an entity is the first subject of the sentence before."""
    return s.opened_last is not None and e.named(s.opened_last.start, s.opened_last.end)
