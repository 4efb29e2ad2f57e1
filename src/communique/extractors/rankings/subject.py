"""Whose position it is: the words of the sentence that name the ranked subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.items import is_item, item_subject
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.phrases import Phrase, Phrases
from communique.mentions import Found

_OBJECT = lazy(
    r"\b(?P<pronoun>l'|la|le|les|nous)\s*(?:(?:a|ont|avait|avaient)\s+)?(?:ainsi\s+|deja\s+|meme\s+)?"
    r"(?:class|plac|positionn|fai|hiss|propuls|distingu|sacr|situ|rang|consacr|elu|"
    r"design|nomm|crédit|mett|met)\w*\b(?:\s+[^\s.;,]+){0,4}\s*$"
)
_PLACED = lazy(r"classee?s?\s+")
_APPOSITIONS = frozenset({"parenthesis", "apposed", "gapped", "cell", "contrast"})
_APART = lazy(r"\s*(?:\([^()]{0,40}\)\s*)?(?:[,(]\s*)?(?:soit\s+)?")
_BRACKETED = lazy(r"\s*\(\s*(?:dans\s+la\s+)?")
_BESIDE = lazy(rf"{_BRACKETED.pattern}|,?\s*")
_RESPECTIVELY = lazy(r"\brespectivement\b")
_FRONTED = lazy(r"[^.;:]{0,90}?,\s")
# "Altéis rachète Skovgaard et devient numéro trois": the object before "et" is not who becomes.
_GOES_ON = lazy(
    r"(?:\s+[^\s,;:.]+){0,4}?,?\s+(?:et|puis)\s+(?:(?:se|s'|y)\s*)?(?:devien\w*|pass\w*|pren\w*|"
    r"hiss\w*|class\w*|conserv\w*|gard\w*|"
    r"occup\w*|point\w*|grimp\w*|remont\w*|mont\w*|termin\w*|fini\w*|arriv\w*|install\w*|rest\w*|"
    r"figur\w*|decroch\w*|est)\b"
)


def subject_of(
    scan: Scan,
    phrases: Phrases,
    c: Candidate,
    inherited: tuple[int, int] | None,
    earlier: Sequence[Candidate],
) -> tuple[int, int] | None:
    """The span of the words that name the subject here, or None when the sentence has none.

    ``inherited``: the subject of the position before it; ``earlier``: the sentence's positions before it.
    """
    start, end = scan.bounds(c.start)
    found = phrases.between(start, end)
    before = [p for p in found if p.end <= c.start]
    shared = _respective(scan, before, c, start)
    if shared is not None:
        return shared
    if is_item(scan, c):
        return item_subject(scan, phrases, c)
    near = _adjacent(scan, before, c) or _unknown_beside(scan, before, c, start)
    if near is not None:
        return near
    if c.rule in {"parenthesis", "contrast"}:
        return inherited
    base = max(start, c.start - 110)
    placed = _PLACED.match(scan.plain, c.start)
    if m := _OBJECT.search(scan.plain[base : placed.end() if placed else c.start]):
        return base + m.start("pronoun"), base + m.end("pronoun")
    opens = (
        not scan.plain[start : c.start].strip(' «“"*-–—•\n')
        or re.search(r"[;]\s*$", scan.before(c.start, 3)) is not None
    )
    if opens and (m := _FRONTED.match(scan.plain, c.end)) and m.end() < end:
        for p in found:
            if p.start >= m.end() - 3 and not p.oblique:
                return p.start, p.end
    subjects = [
        p
        for p in before
        if not p.oblique and not (p.kind == "other" and _is_aside(scan, p, inherited is not None))
    ]
    if subjects and not subjects[-1].opens and _GOES_ON.match(scan.plain, subjects[-1].end, c.end):
        openers = [p for p in subjects if p.opens and p.kind != "other"]
        if openers:
            return openers[-1].start, openers[-1].end
    if subjects and not (
        subjects[-1].kind == "other" and inherited and _listed_after(scan, subjects[-1], earlier)
    ):
        return subjects[-1].start, subjects[-1].end
    if inherited:
        return inherited
    if before and not subjects and c.rule == "podium":
        return None
    for p in found:
        if p.start >= c.end and not p.oblique and p.kind != "other":
            if re.search(r"[»”]|\"\s*,", scan.doc.text[c.end : p.start]):
                break  # who speaks is not who is ranked
            return p.start, p.end
    return None


def _is_aside(scan: Scan, phrase: Phrase, told: bool) -> bool:
    """Whether an unknown phrase is part of a ranking's name or, once a subject is told, opens no clause."""
    if told and not phrase.opens:
        return True
    return any(True for _ in scan.names_between(phrase.start, phrase.start + 1))


def _listed_after(scan: Scan, phrase: Phrase, earlier: Sequence[Candidate]) -> bool:
    """Whether an unknown phrase stands after the first position, so is no new subject."""
    return bool(earlier) and phrase.start > earlier[0].start and not scan.doc.text[phrase.start].isupper()


def _adjacent(scan: Scan, before: Sequence[Phrase], c: Candidate) -> tuple[int, int] | None:
    """The name that a bracketed or apposed rank follows: "Castelnau (58e)", "Nuvéa, 37e"."""
    if not before:
        return None
    gap = scan.plain[before[-1].end : c.start]
    pattern = _APART if c.rule in _APPOSITIONS else _BESIDE if c.rule == "ex aequo" else _BRACKETED
    return (before[-1].start, before[-1].end) if pattern.fullmatch(gap) else None


_BESIDE_BRACKET = lazy(
    r"(?:[,:;]|\bet|\b[Ss]uiv(?:i|ie|ent|it)(?:\sde)?|\bdevant|\bderri[eè]re|\bpuis)\s(?:l[ae]s?\s|l[’'])?"
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]*(?:\s(?:d[’']|de\s|du\s|des\s)?[\w’'&-]+){0,3})\s?\(\s?$"
)
_HEADS_SENTENCE = lazy(
    r"[«“\"\s]*(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?<!é)(?<!ée)(?<!s)(?:\s[A-ZÀ-Þ&][\w’'&.-]*){0,3}),\s$"
)


def _unknown_beside(scan: Scan, before: Sequence[Phrase], c: Candidate, start: int) -> tuple[int, int] | None:
    """Capitalised words, no name found before, that the rank is said of: "Suivent Adrasta (92e)"."""
    text = scan.doc.text
    if c.rule == "parenthesis":
        base = max(start, c.start - 80)
        m = _BESIDE_BRACKET.search(text[base : c.start])
        return (base + m.start("name"), base + m.end("name")) if m else None
    if c.rule in {"ranked noun", "number one"} and not before and c.start - start < 60:
        m = _HEADS_SENTENCE.fullmatch(text[start : c.start])
        return (start + m.start("name"), start + m.end("name")) if m else None
    return None


def _respective(scan: Scan, before: Sequence[Phrase], c: Candidate, start: int) -> tuple[int, int] | None:
    """Find "X et Y, respectivement 6e et 24e": the names in the order of the ranks."""
    m = _RESPECTIVELY.search(scan.plain, start, c.start)
    if not m:
        return None
    index = sum(1 for _ in scan.following(scan.ordinals, m.end(), c.start))
    count = sum(1 for _ in scan.following(scan.ordinals, m.end(), min(m.end() + 80, scan.bounds(c.start)[1])))
    names = [p for p in before if p.end <= m.start() and p.kind in {"name", "other"} and not p.oblique]
    names = names[-count:] if count <= len(names) else names
    return (names[index].start, names[index].end) if index < len(names) else None


def all_names(found: Found) -> list[tuple[int, int]]:
    """Spans of the institutions and people found before."""
    return [(m.start, m.end) for m in found.institutions] + [(m.start, m.end) for m in found.people]
