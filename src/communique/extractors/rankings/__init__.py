"""Statements that place a subject in an order.

The rules (``RULES``) each yield positions from the words that state them; where two overlap, the earlier rule
wins. What is said around a position (scope, population, edition, change, the ranking's name, the subject's
words) is then read in its sentence, between the positions beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from communique.document import Document
from communique.extractors.rankings import details
from communique.extractors.rankings.bands import among, bands, first_places, movements, podiums, tops
from communique.extractors.rankings.bare import bare
from communique.extractors.rankings.barometers import barometer_ranks
from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.details import PAST
from communique.extractors.rankings.editions import date
from communique.extractors.rankings.facts import is_fact
from communique.extractors.rankings.former import compare
from communique.extractors.rankings.honours import bests, champions, largest, medals, metals
from communique.extractors.rankings.labels import cells_of_ranks, labelled, prizes
from communique.extractors.rankings.leads import gains, lasts, leads, number_ones, pronoun_gains, seconds
from communique.extractors.rankings.learned import NAMES, SPANS, Weights
from communique.extractors.rankings.name_signs import Names
from communique.extractors.rankings.names import make_name
from communique.extractors.rankings.naming import NO_LIST, name_of
from communique.extractors.rankings.ordinals import ranked_nouns
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.phrases import Phrases
from communique.extractors.rankings.proposed import chosen, possible, weighed
from communique.extractors.rankings.rank_nouns import rank_nouns
from communique.extractors.rankings.ranked_ends import told_ends
from communique.extractors.rankings.ranked_text import told_apart
from communique.extractors.rankings.scope import ScopeHit
from communique.extractors.rankings.subject import all_names, subject_of
from communique.mentions import Found, RankingMention

RULES: tuple[Callable[[Scan], Iterable[Candidate]], ...] = (
    movements, bands, tops, among, first_places, podiums, rank_nouns, number_ones, leads, seconds, lasts,
    medals, metals, champions, prizes, ranked_nouns, bests, largest, cells_of_ranks, labelled,
)  # fmt: skip
# Where several positions were told, words that say little by themselves.
TOLD: tuple[Callable[[Scan, list[Candidate]], Iterable[Candidate]], ...] = (told_apart, told_ends)
_COMPARED = lazy(r"\b(?:avec|devant|derriere|talonne|devance|contre|que)\s+(?:\w+\s+){0,2}$")
_SAME_CLAUSE = lazy(
    r"\),?\s+(?:\w+\s+)?|[^.;:]{0,120}?,?\sou\s(?:il|elle|ils|elles)\s|"
    r"[^.;:]{0,60}?,\s(?:il|elle|ils|elles)\s|"
    r"[^.;:]{0,150},\ssoit\s(?:une?\s(?:[a-z]+\sde\s)?)?|"
    r"[^.;:]{0,70}?(?:,|\bet)\s*(?:y\s+)?(?:avec\s+|soit\s+|en\s+|une?\s+|(?:qui|mais\s(?:il|elle))\s+(?:y\s+)?(?:a\s+)?)?"
)
_TO_POSITION = lazy(
    r"\s*,\s*(?:est|arrive|se|s'|pointe|figure|occupe|termine|finit)\b[^.;,]{0,40}$|"
    r"[^.;,()]{0,40}\(\s*$|\s*,?\s*et\s*$|\s*,?\s*(?:pour|"
    r"et\s+(?!(?:l[ea]s?|l'\w+|son|sa|ses|une?|ce|cette|des|nos|notre)\b)[a-z]|afin|"
    r"lui|ce|a\s+l|"
    r"au|jusqu|en)\w*(?![^.;]*\b(?:devan|derriere|depass|face\s+a|qui\b))[^.;]{0,60}$|\s*[,(:]?\s*$"
)


_KEPT = "rankings"


class _Read:
    """What the first steps leave to the last."""

    __slots__ = ("positions", "scan")

    def __init__(self, scan: Scan, positions: list[Candidate]) -> None:
        self.scan = scan
        self.positions = positions


def find_rankings(doc: Document, found: Found) -> None:
    """The first step: positions, and the rankings that the rules name."""
    doc.kept[_KEPT] = _Read(*read_positions(doc, found))


def name_rankings(doc: Document, found: Found) -> None:
    """The second step: the names that the learned choice adds."""
    kept = doc.kept.get(_KEPT)
    if isinstance(kept, _Read) and kept.positions and SPANS in doc.choices:
        add_learned_names(kept.scan, found, doc.choices[SPANS])


def extract_rankings(doc: Document, found: Found) -> Iterator[RankingMention]:
    """Positions in order of appearance, with what the text says around each.

    >>> doc = Document("L’école gagne 4 places et se hisse au 9e rang français, sur 100 établissements.")
    >>> [(m.rank_min, m.scope, m.out_of, m.change) for m in extract_rankings(doc, Found())]
    [(9, 'national', 100, 4)]
    """
    if _KEPT not in doc.kept:
        find_rankings(doc, found)
        name_rankings(doc, found)
    kept = doc.kept.pop(_KEPT)  # refers to the document
    if isinstance(kept, _Read):
        yield from date(kept.scan, describe(kept.scan, found, kept.positions))


def read_positions(doc: Document, found: Found) -> tuple[Scan, list[Candidate]]:
    """The positions with their changes, in order, and the document as the rules saw it."""
    scan = Scan(doc, [(m.start, m.end) for m in found.institutions])
    positions, changes = find_positions(scan)
    positions += attach_changes(scan, positions, changes)
    positions.sort(key=lambda c: (c.start, c.end))
    compare(scan, positions)
    return scan, positions


def add_learned_names(scan: Scan, found: Found, table: Weights) -> None:
    """Add the names of rankings that no rule reads and for which enough speaks."""
    spans = [(n.start, n.end) for n in scan.names]
    ranks = [n.start for n in scan.ordinals]
    settle_names(scan, weighed(scan.doc, table, spans, all_names(found), ranks))


def settle_names(scan: Scan, told: Sequence[tuple[int, int, int]]) -> None:
    """Add the names for which enough speaks; keep those that may be names."""
    known = [(n.start, n.end) for n in scan.names]
    if names := [make_name(scan.doc, *span) for span in chosen(told, known)]:
        scan.add_names(names)
    scan.maybe = possible(told, [(n.start, n.end) for n in scan.names])


def find_positions(scan: Scan) -> tuple[list[Candidate], list[Candidate]]:
    """Positions that are stated as facts, without overlap; and the places gained or lost."""
    kept: list[Candidate] = []
    taken = bytearray(len(scan.plain))
    for rule in RULES:
        kept.extend(c for c in rule(scan) if _takes(c, taken))
    changes = [c for c in [*gains(scan), *pronoun_gains(scan)] if is_fact(scan, c)]
    kept.extend(c for c in bare(scan, kept, changes) if _takes(c, taken))
    kept.extend(c for rule in TOLD for c in rule(scan, kept) if _takes(c, taken))
    kept = [c for c in kept if is_fact(scan, c)]
    return kept, [c for c in changes if _takes(c, taken)]


def _takes(c: Candidate, taken: bytearray) -> bool:
    """Whether the words of a candidate are free; they are then its own."""
    if taken.find(1, c.start, c.end) >= 0:
        return False
    taken[c.start : c.end] = b"\x01" * (c.end - c.start)
    return True


# "En hausse de six places, l'école se classe 41e": a gain in front of the clause that tells the position.
_FRONTED_GAIN = lazy(
    r"\s*,\s+(?:[\w'-]+\s+){1,6}?(?:(?:est|arrive|se|s'\w+|pointe|figure|occupe|termine|finit|"
    r"prend)\b[^.;,]{0,40})?$"
)


# "La préfecture, qui avait plongé à la 20e place, remonte de dix-huit rangs"
_HAD = lazy(r"\bqui\s+(?:avai(?:t|ent)|etai(?:t|ent)|fut|furent)\s[^.;,]{0,30}$")


def attach_changes(scan: Scan, positions: list[Candidate], changes: list[Candidate]) -> list[Candidate]:
    """Give each gain to the position that it belongs to; return those that stand alone."""
    alone = []
    ordered = sorted(positions, key=lambda c: c.start)
    for gain in changes:
        bounds = scan.bounds(gain.start)
        at = bisect_left(ordered, gain.start, key=lambda c: c.start)
        here = [c for c in ordered[max(0, at - 6) : at + 6] if bounds[0] <= c.start < bounds[1]]
        before = [c for c in here if c.end <= gain.start and not _COMPARED.search(scan.before(c.start, 40))]
        after = [c for c in here if c.start >= gain.end]
        if not gain.verbal and before and before[-1].change is None and _told_of_last(scan, before[-1], gain):
            before[-1].change = gain.change
            continue
        apart = bool(after) and after[0].rule == "number one" and not after[0].named
        if (
            after
            and not apart
            and after[0].change is None
            and (
                _TO_POSITION.match(scan.plain[gain.end : after[0].start])
                or (not gain.verbal and _FRONTED_GAIN.match(scan.plain[gain.end : after[0].start]))
            )
        ):
            after[0].change = gain.change
            after[0].start = gain.start if after[0].start - gain.end < 30 else after[0].start
        elif before and (
            PAST.match(scan.plain[before[-1].end : gain.start].lstrip(" ,"))
            or _HAD.search(scan.before(before[-1].start, 50))
        ):
            alone.append(gain)  # "19e l'an passé, il gagne dix rangs": from there to one that is not told
        elif before and _opens(scan, before, bounds[0]) and before[-1].change is None:
            before[-1].change = gain.change
        elif before and (
            not gain.verbal
            or (
                _SAME_CLAUSE.fullmatch(scan.plain[before[-1].end : gain.start])
                and _AND_ANOTHER.search(scan.doc.text, before[-1].end, gain.start) is None
            )
        ):
            if before[-1].change is None:
                before[-1].change = gain.change
        elif any(c.change == gain.change for c in here):
            continue
        elif (last := _said_again(scan, ordered[:at], gain, bounds[0])) is not None:
            last.change = gain.change
        elif gain.alone:
            alone.append(gain)
    return alone


# "devance Agrilis (2e) et Terravie, qui recule d'un rang"
_AND_ANOTHER = lazy(r"[,)]\s?(?:et|puis|devant|derrière)\s(?:l[ae]s?\s|l['’])?[A-ZÀ-Þ][^,;.()]{1,50},\squi\s")
_GAIN_NOUN = lazy(r"[^.;:]{0,90},\s(?:soit\s|avec\s)?une?\s(?:[a-z]+\s){0,2}(?:de\s)?")


def _told_of_last(scan: Scan, last: Candidate, gain: Candidate) -> bool:
    """Whether a gain is set beside the position before it: "classée 9e, un gain de 12 rangs, et 2e"."""
    apposed = _GAIN_NOUN.fullmatch(scan.plain, last.end, gain.start) is not None
    return apposed and scan.plain[gain.end : gain.end + 1] in {",", " ", "."}


def _opens(scan: Scan, before: list[Candidate], start: int) -> bool:
    """Whether a position alone opens the sentence: "11e école de France, l'ESC gagne trois places"."""
    return before[-1].rule == "fronted" or (
        len(before) == 1 and not scan.plain[start : before[0].start].strip(' «“"*-–—•\n')
    )


_AGAIN = lazy(
    r"\W*(?:c'est|soit|cela\s+represente|c'etait)\s+(?:(?:ainsi|donc|la|une?|deja)\s+)*(?:[a-z]+\s+de\s+)?"
)


def _said_again(scan: Scan, earlier: list[Candidate], gain: Candidate, start: int) -> Candidate | None:
    """The position of the sentence before, where this one only says the gain: "C'est six rangs de mieux"."""
    if not earlier or earlier[-1].change is not None or "\n" in scan.plain[earlier[-1].end : gain.start]:
        return None
    beside = scan.bounds(earlier[-1].start)[1] >= start - 2
    return earlier[-1] if beside and _AGAIN.fullmatch(scan.plain, start, gain.start) else None


def describe(scan: Scan, found: Found, positions: list[Candidate]) -> Iterator[RankingMention]:
    """Positions with scope, name, population, edition, change and subject."""
    phrases = Phrases(scan.doc, all_names(found))
    scopes: list[ScopeHit | None] = []
    ranks = barometer_ranks(scan, positions)
    subject: tuple[int, int] | None = None
    table = scan.doc.choices.get(NAMES)
    names, last_name = Names(scan, positions) if table and positions else None, None
    found.ranking_names = [(n.start, n.end) for n in scan.names] if positions else []
    for k, c in enumerate(positions):
        start, end = scan.bounds(c.start)
        previous = positions[k - 1] if k and positions[k - 1].start >= start else None
        following = positions[k + 1] if k + 1 < len(positions) and positions[k + 1].start < end else None
        limit = following.start if following else max(end, c.end)
        last = _coordinated(scan, positions, k, end)
        plural = last > k and _PLURAL.match(scan.plain, positions[last].end) is not None
        hit = None if plural else details.scope_of(scan, c, previous, limit)
        stop = (
            positions[last + 1].start
            if last + 1 < len(positions) and positions[last + 1].start < end
            else end
        )
        if hit is None and last > k:
            hit = details.scope_of(scan, positions[last], positions[last - 1], stop)
        if (
            hit is None
            and c.rule == "ellipsis"
            and previous is not None
            and not _IN_CATEGORY.match(scan.plain, c.end)
        ):
            hit = scopes[-1]
        scopes.append(hit)
        earlier = [p for p in positions[max(0, k - 8) : k] if p.start >= start]
        subject = subject_of(scan, phrases, c, subject if previous else None, earlier)
        here = [p for p in positions[max(0, k - 12) : k + 12] if start <= p.start < end]
        frame = scan.frame_at(c.start)
        name, edition = name_of(scan, c, here, limit, ranks, frame)
        if (
            c.rule == "of place"
            and previous is None
            and not any(
                _OF_IT.fullmatch(scan.plain, c.end, n.start) for n in scan.names_between(c.end, limit)
            )
        ):
            here_told = any(True for _ in scan.names_between(scan.line(c.start)[0], c.start))
            name, edition = None if here_told else NO_LIST, None
        unlisted, name = name == NO_LIST, name or None
        ruled = name
        if names is not None and table is not None:
            if not unlisted:
                name, edition = names.choose(table, k, name, edition, last_name)
            last_name = name
        year = details.year_of(scan, c, previous, limit)
        if year is None and not details.is_past(scan, c, previous):
            year = edition or (frame.year if frame is not None else None)
        change = c.change if c.change is not None else details.signed_change(scan, c)
        if change is None and following is not None and c.low is not None and c.low == c.high:
            former = following.low if details.previous_rank(scan, following) else None
            change = former - c.low if former is not None else None
        reach = (
            hit.end
            if hit and 0 <= hit.start - c.end < 24 and "," not in scan.plain[c.end : hit.start]
            else c.end
        )
        out_of = details.out_of(scan, c, previous is None, limit) if c.rule != "gain" else None
        if out_of is None and last > k:
            out_of = details.out_of(scan, positions[last], False, stop)
        yield RankingMention(
            start=c.start, end=max(reach, c.end), rank_min=c.low, rank_max=c.high, ranking=name,
            subject=subject, scope=hit.scope if hit else None,
            category=details.category_of(scan, c, limit, hit),
            out_of=out_of,
            year=year, change=change, noun=c.noun, intro=frame.intro if frame is not None else None,
            learned=name != ruled or name in scan.added, rule=c.rule,
        )  # fmt: skip


_IN_CATEGORY = lazy(r"\s+(?:dans\sla\scategorie|de\s(?:sa|la)\scategorie|en\scategorie)\b")
_OF_IT = lazy(r"[^,;:.()\n]{0,60}\s(?:du|au|de\sla|dans\sl[ea])\s")
_COORDINATED = lazy(r"\s*(?:,|\bet\b|\bpuis\b)\s*(?:(?:a|sur)\s+)?(?:l[ae]\s+|au\s+|en\s+)?")
_AND = lazy(r"\s+(?:et|puis)\s")
_PLURAL = lazy(r"\s*(?:mondiales|mondiaux|francaises|europeen(?:ne)?s|nationa(?:les|ux)|regiona(?:les|ux))\b")
_HAS_NOUN = lazy(r"(?:place|rang|position)s?$")
_BARE = frozenset({"framed", "placed", "continued", "ellipsis", "rank noun", "cell"})


def _coordinated(scan: Scan, positions: list[Candidate], k: int, end: int) -> int:
    """The last position that goes on from one by "et" alone: "3e et 5e sur 15", "6e et 24e mondiales".

    What is said after the last is then said of all.
    """
    last, joined = k, False
    while last + 1 < len(positions) and positions[last + 1].start < end and last - k < 5:
        c, following = positions[last], positions[last + 1]
        if not _COORDINATED.fullmatch(scan.plain, c.end, following.start) or _HAS_NOUN.search(
            scan.plain[c.start : c.end]
        ):
            break
        if following.noun or not (following.rule in _BARE or _PLURAL.match(scan.plain, following.end)):
            break
        joined = joined or _AND.match(scan.plain, c.end) is not None
        last += 1
    return last if joined else k
