"""Whose position it is: the words of the sentence that name the ranked subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from communique.extractors.rankings.beside import SOURCED, adjacent, unknown_beside
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.frames import Frame
from communique.extractors.rankings.items import is_item, item_subject, proper_label
from communique.extractors.rankings.ordinals import placing_before
from communique.extractors.rankings.patterns import RESPECTIVELY, lazy
from communique.extractors.rankings.phrases import Phrase, Phrases
from communique.extractors.rankings.site import Site, Words
from communique.mentions import Found

_OBJECT = lazy(
    r"\b(?P<pronoun>l'|la|le|les|nous)\s*(?:(?:a|ont|avait|avaient)\s+)?(?:ainsi\s+|deja\s+|meme\s+)?"
    r"(?:class|plac|positionn|fai|hiss|propuls|distingu|sacr|situ|rang|consacr|elu|"
    r"design|nomm|crédit|mett|met)\w*\b(?:\s+[^\s.;,]+){0,4}\s*$"
)
_PLACED = lazy(r"classee?s?\s+")
_RELATIVE = lazy(
    r",\s(?:dont|qui|ou|que|qu'|laquelle|lequel|lesquels)\b(?:[^;.()]{0,160}?,\s(?=(?:demeure|reste|est|occupe|conserve|"
    r"devient|pointe|figure|arrive|gagne|perd|recule|progresse|decroche|se)\s|s')|[^,;.()]{0,140},\s)|\([^()]{0,140}\)"
)
# "les universités de Limoges, de Pau et de Brest": the names of a list that one noun heads.
_LISTED = lazy(
    r"\s*(?:\([^()\n]{0,60}\)\s*)?(?:,\s*(?:et\s+)?|et\s+)(?:d[eu]\s+|des\s+|d'|de\s+l[a']\s*|l[ae]s?\s+|l')?"
)
_FRONTED = lazy(r"[^.;:]{0,90}?,\s")
# "Altéis rachète Skovgaard et devient numéro trois": the object before "et" is not who becomes.
_GOES_ON = lazy(
    r"(?:\s+[^\s,;:.]+){0,4}?,?\s+(?:et|puis)\s+(?:(?:se|s'|y)\s*)?(?:devien\w*|pass\w*|pren\w*|"
    r"hiss\w*|class\w*|conserv\w*|gard\w*|"
    r"occup\w*|point\w*|grimp\w*|remont\w*|mont\w*|termin\w*|fini\w*|arriv\w*|install\w*|rest\w*|"
    r"figur\w*|decroch\w*|est)\b"
)


def subject_of(
    scan: Scan, phrases: Phrases, c: Candidate, inherited: Words | None, earlier: Sequence[Candidate]
) -> Words | None:
    """The span of the words that name the subject here, or None when the sentence has none.

    ``inherited``: the subject of the position before it; ``earlier``: the sentence's positions before it.
    """
    start, end = scan.bounds(c.start)
    found = phrases.between(start, end)
    before = [p for p in found if p.end <= c.start]
    after = [p for p in found if p.start >= c.end]
    site = Site(scan, phrases, c, start, end, before, after, inherited, earlier)
    shared = _respective(site)
    if shared is not None:
        return shared
    frame = scan.frame_at(c.start)
    if frame is not None and c.rule in _VERBLESS and not placing_before(scan, c.start, 4):
        own = _own_line(site)
        return own if own is not None else introduced(scan, phrases, frame)
    if is_item(scan, c):
        return item_subject(scan, phrases, c)
    if c.rule in {"parenthesis", "cell"} and (label := proper_label(scan, scan.line(c.start)[0], c.start)):
        return label
    near = adjacent(site) or unknown_beside(site)
    if near is not None or c.rule in {"parenthesis", "contrast"}:
        return near or inherited
    return next((span for reader in READERS if (span := reader(site)) is not None), None)


_VERBLESS = frozenset({"framed", "cell", "ranked noun", "rank noun", "band", "lead", "top", "scoped"})
_NAMED_AFTER = lazy(r"\s*(?:[:,–—-]|\bpour)?\s*(?:(?:l[ae]s?|une?)\s+|l')?(?:\w+\s)?")


def _own_line(s: Site) -> Words | None:
    """Who a line of a list names itself: "1re : université de Pau", "Université de Pau : 3e"."""
    for p in s.after:
        if p.kind in {"name", "other"} and _NAMED_AFTER.fullmatch(s.scan.plain, s.c.end, p.start):
            return (p.start, p.end) if p.kind == "name" and not p.oblique else None
        break
    return item_subject(s.scan, s.phrases, s.c, after=False)


# "La France au classement européen", "Le Sénégal dans le palmarès": a heading says who its list is about
_PLACE_IN = lazy(
    r"\W*(?P<who>(?:l[ae]s?\s|l')[^\s.,:;]{3,30})\s(?:au|dans\sl[ae])\s(?:classement|palmares|barometre|ranking)\b"
)


def introduced(scan: Scan, phrases: Phrases, frame: Frame) -> Words | None:
    """Who the words that introduce a list of positions are about: "Capital classe l'école en 2021 :"."""
    start, end = frame.intro
    found = phrases.between(start, end)
    placed = _PLACE_IN.match(scan.plain, start, end)
    if placed:
        who = placed.span("who")
        named = [p for p in found if p.start < who[1] and p.end > who[0] and p.kind in {"name", "noun"}]
        return (named[0].start, named[0].end) if named else who
    end_of = Candidate(end, end, None, None, "framed")
    site = Site(scan, phrases, end_of, start, end, found, [], None, [])
    span = next(
        (span for reader in (_receiver, _object, _clause) if (span := reader(site)) is not None), None
    )
    known = span is None or any((p.start, p.end) == span and p.kind != "other" for p in found)
    return span if known or scan.plain[slice(*span or (0, 0))] in {"l'", "la", "le", "les", "nous"} else None


_RECEIVES = lazy(
    r"\b(?:attribu|accord|decern|donn|octroi|reserv|offr|vaut|vaud|permet|"
    r"rapport)\w*\s(?:[^.;:,]{0,40}?\s)?(?:a|au|aux)\s(?:l[ae]\s|l')?$|"
    r"\b(?:obtenue?s?|decrochee?s?|occupee?s?|gagnee?s?)\spar\s(?:l[ae]\s|l')?$"
)


def _receiver(s: Site) -> Words | None:
    """Find "QS attribue à l'école la 12e place": who is given a position by another."""
    for p in s.before:
        if (
            p.kind in {"name", "noun"}
            and p.oblique
            and _RECEIVES.search(s.scan.plain, max(s.start, p.start - 90), p.start)
        ):
            return p.start, p.end
    return None


def _object(s: Site) -> Words | None:
    """Find "le magazine la classe 3e": who is placed by another."""
    base = max(s.start, s.c.start - 110)
    placed = _PLACED.match(s.scan.plain, s.c.start)
    m = _OBJECT.search(s.scan.plain[base : placed.end() if placed else s.c.start])
    return (base + m.start("pronoun"), base + m.end("pronoun")) if m else None


_AND = lazy(r"\b(?:et|mais|tandis\sque|alors\sque)\s(?:l[ae]s?\s|l')?$")
_WHICH = lazy(r",?\s(?:et\s)?qui\s[^,;:.()]{0,60}$")


def _relative(s: Site) -> Words | None:
    """Find "un accord avec Lumen, qui est classé 3e": the name that the relative clause is said of."""
    m = _WHICH.search(s.scan.plain, max(s.start, s.c.start - 80), s.c.start)
    if m is None:
        return None
    if any(
        p.start > m.start()
        and p.kind == "name"
        and not p.oblique
        and _AND.search(s.scan.plain, p.start - 16, p.start)
        for p in s.before
    ):
        return None  # "c'est Lumen qui mène et Vendôme est 4e": another clause after the relative one
    return next(((p.start, p.end) for p in s.before if p.kind == "name" and p.end == m.start()), None)


_IT_IS = lazy(
    r"\W*(?P<it>c')(?:est|etait)\s(?:(?!pour\b|que\b|qu'|qui\b|grace\b|la\s\w+\sfois)[^\s.;:«»\n]+\s){0,9}$"
)


_THAT = lazy(
    r",?\s(?:que|qu')\s?[^,;:.()]{2,60}\s(?:a|ont|avait)?\s?(?:class|plac|positionn|situ|hiss|rang|distingu|sacr|design|met)"
    r"\w*\s(?:\w+\s){0,2}$"
)


def _relative_object(s: Site) -> Words | None:
    """Find "le laboratoire Lumen, que QS situe au 40e rang": the name that the relative clause is said of."""
    m = _THAT.search(s.scan.plain, max(s.start, s.c.start - 110), s.c.start)
    if m is None:
        return None
    heads = [p for p in s.before if p.end <= m.start() and p.kind in {"name", "noun"}]
    for p in heads[::-1]:
        if _IN_BRACKETS.fullmatch(s.scan.plain, p.end, m.start()):
            return p.start, p.end
    return None


_IN_BRACKETS = lazy(r"(?:\s?\([^()\n]{0,80}\))?")


def _it_is(s: Site) -> Words | None:
    """Find "C'est la seule école du top 50": whoever the sentence before is about."""
    m = _IT_IS.match(s.scan.plain, s.start, s.c.start)
    return m.span("it") if m and s.scan.doc.text[s.start].isalpha() else None


_PLACES = lazy(
    r"(?<!\bse\s)(?<!s')\b(?:class|plac|positionn|situ|hiss|propuls|design|nomm|sacr|met|mett|rang|"
    r"distingu|elit|elu)"
    r"(?:e|ent|ait|a|aient|ee?|ant|t|er)?\s(?:(?:ainsi|aussi|donc|encore|desormais|en\s\d{4}|en\s[a-z]+|cette\sannee|"
    r"\(en\s\d{4}\))\s)?(?:l[ae]s?\s|l')?$"
)


def _placed_object(s: Site) -> Words | None:
    """Find "le magazine place l'ESC Vendôme au 19e rang": the object, whoever it is, not who places it."""
    free = [p for p in s.before if not p.oblique]
    for p in free[1:]:
        if p.kind != "pronoun" and _PLACES.search(s.scan.plain, max(s.start, p.start - 44), p.start):
            return p.start, p.end
    return None


_APART_FROM = frozenset({"parenthesis", "contrast", "apposed", "gapped", "second"})


def _continued(s: Site) -> Words | None:
    """Find "situe Lumen au 40e rang, au 9e en Europe": what goes on from a position is said of the same."""
    if s.inherited is None or not s.earlier or s.c.rule not in {"ellipsis", "continued", "of place"}:
        return None
    last = s.earlier[-1]
    if last.rule in _APART_FROM or s.c.start - last.end > 40:
        return None
    told = any(
        p.start >= last.end and p.kind in {"name", "noun", "pronoun", "other"} and not p.oblique
        for p in s.before
    )
    return None if told or _NEW_CLAUSE.search(s.scan.plain, last.end, s.c.start) else s.inherited


_NEW_CLAUSE = lazy(r"[;:.]|\b(?:devant|derriere|qui|dont|tandis|alors)\b")


_GAP_BEFORE = lazy(
    r"(?:\s(?:d[eu]|des|d'|en|au)\s?[\w'-]+(?:\s[\w'-]+){0,2})?,?\s(?:et\s|puis\s|mais\s)?(?:l[ae]s?\s|l')?(?:[a-z-]+\s){0,2}"
)
_GAP_AFTER = lazy(r"\s(?:(?:au|a\sla|en|sur\sla|l[ae])\s)?")


def _gapped(s: Site) -> Words | None:
    """Find "place Lumen au 3e rang, l'ESC Vendôme au 5e": each name with its own position."""
    last = s.before[-1] if s.before and s.earlier else None
    if last is None or last.oblique or last.kind not in {"name", "other"} or last.start < s.earlier[-1].end:
        return None
    plain = s.scan.plain
    beside = _GAP_AFTER.fullmatch(plain, last.end, s.c.start) is not None
    goes_on = _GAP_BEFORE.fullmatch(plain, s.earlier[-1].end, last.start) is not None
    return (last.start, last.end) if beside and goes_on else None


_PUT = lazy(r"\b(?:plac|class|met|mett|positionn)\w*\s$")


def _put_first(s: Site) -> Words | None:
    """Find "l'étude place en tête Lumen, devant Vendôme": the object stands after."""
    if s.c.rule != "lead" or not _PUT.search(s.scan.plain, max(s.start, s.c.start - 16), s.c.start):
        return None
    after = next((p for p in s.after if not p.oblique), None)
    beside = after is not None and after.start - s.c.end < 5
    return (after.start, after.end) if after is not None and beside else None


def _fronted(s: Site) -> Words | None:
    """Find "Deuxième du palmarès, l'école recrute": a position before its clause."""
    opens = not s.scan.plain[s.start : s.c.start].strip(' «“"*-–—•\n') or s.scan.before(
        s.c.start, 3
    ).rstrip().endswith(";")
    m = _FRONTED.match(s.scan.plain, s.c.end) if opens else None
    if m is None or m.end() >= s.end or "»" in s.scan.plain[s.c.end : s.end]:
        return None
    return next(((p.start, p.end) for p in s.after if p.start >= m.end() - 3 and not p.oblique), None)


def _clause(s: Site) -> Words | None:
    """The subject of the position's clause: the last phrase before it that nothing governs."""
    plain = s.scan.plain
    inside = [m.span() for m in _RELATIVE.finditer(plain, s.start, s.c.start)]
    free = [
        p
        for p in s.before
        if not p.oblique
        and not any(i <= p.start and p.end <= j for i, j in inside)
        and not (p.kind != "pronoun" and SOURCED.search(plain, max(s.start, p.start - 120), p.start))
    ]
    told = s.inherited is not None or any(p.opens and p.kind != "other" for p in free)
    subjects = [p for p in free if not (p.kind == "other" and _is_aside(s.scan, p, told))]
    if not subjects:
        return s.inherited
    last = subjects[-1]
    if not last.opens and _GOES_ON.match(s.scan.plain, last.end, s.c.end):
        openers = [p for p in subjects if p.opens and p.kind != "other"]
        if openers:
            return openers[-1].start, openers[-1].end
    if last.kind == "other" and s.inherited and _listed_after(s.scan, last, s.earlier):
        return s.inherited
    return last.start, last.end


def _following(s: Site) -> Words | None:
    """The first subject after a position that has none before: "À la 3e place, on trouve X"."""
    if s.before and s.c.rule == "podium":
        return None
    for p in s.after:
        if p.kind != "other" and (not p.oblique or _FOR.search(s.scan.plain[s.c.end : p.start])):
            if re.search(r"[»”]|\"\s*,", s.scan.doc.text[s.c.end : p.start]):
                return None  # who speaks is not who is ranked
            return p.start, p.end
    return None


# "DEUXIÈME PLACE NATIONALE POUR X", "attribue la 12e place à X", "la 4e place de X".
_FOR = lazy(r"^[^.;:,()]{0,60}\b(?:pour|a|au|aux)\s+(?:(?:l[ae]s?\s+|l')?(?:[a-z-]+\s+)?)?$")


def _is_aside(scan: Scan, phrase: Phrase, told: bool) -> bool:
    """Whether an unknown phrase is part of a ranking's name or, once a subject is told, opens no clause."""
    if told and not phrase.opens:
        return True
    return any(True for _ in scan.names_between(phrase.start, phrase.start + 1))


def _listed_after(scan: Scan, phrase: Phrase, earlier: Sequence[Candidate]) -> bool:
    """Whether an unknown phrase stands after the first position, so is no new subject."""
    return bool(earlier) and phrase.start > earlier[0].start and not scan.doc.text[phrase.start].isupper()


def _respective(s: Site) -> Words | None:
    """Find "X et Y, respectivement 6e et 24e": the names in the order of the ranks."""
    scan, c = s.scan, s.c
    m = RESPECTIVELY.search(scan.plain, s.start, c.start)
    if not m:
        return None
    index = sum(1 for _ in scan.following(scan.ordinals, m.end(), c.start))
    count = sum(1 for _ in scan.following(scan.ordinals, m.end(), min(m.end() + 80, s.end)))
    names = list[Phrase]()
    for p in s.before:
        if p.end <= m.start() and p.kind in {"name", "other"}:
            goes_on = names and _LISTED.fullmatch(scan.plain, names[-1].end, p.start) is not None
            if goes_on or not p.oblique:
                names.append(p)
    names = names[-count:] if count <= len(names) else names
    return (names[index].start, names[index].end) if index < len(names) else None


READERS: tuple[Callable[[Site], Words | None], ...] = (
    _put_first, _gapped, _continued, _object, _receiver, _relative_object, _placed_object, _relative,
    _fronted, _clause, _it_is, _following,
)  # fmt: skip


def all_names(found: Found) -> list[tuple[int, int]]:
    """Spans of the institutions and people found before."""
    return [(m.start, m.end) for m in found.institutions] + [(m.start, m.end) for m in found.people]
