"""The other names of a row of bodies: « Signataires : Bloom, Combat Commun, Secrets en vrac »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context, Item, Roster
from communique.extractors.institutions.head_nouns import kind_of
from communique.extractors.institutions.open_names import acts
from communique.extractors.institutions.rosters import BARS, TELLING, find_rosters
from communique.extractors.institutions.usage_lists import events, negatives
from communique.extractors.institutions.words import function_words, wordset
from communique.gazetteer import bodies, places, registry_key
from communique.lexicon import singular
from communique.records import InstitutionKind

_BODIES = bodies()
_PLACES = places()
_FUNCTION_WORDS = function_words()
_SIGNATORIES = wordset("signatories")
_SUPPORTERS = wordset("supporters")
_LANDS = wordset("countries_named")
_LINKS = frozenset(("de", "d'", "du", "des", "la", "l'", "le", "les", "et", "en", "a", "pour"))
_MARKS = frozenset("«»“”\"'’&-–.@/")

_LONGEST, _WHOLE_LINE = 9, 20
_FEWEST = 3  # bodies that make a row one of bodies, where nothing announces them


def roster_names(ctx: Context) -> Iterator[Candidate]:
    """What fills its place in a row of bodies."""
    taken = {k for c in ctx.accepted for k in range(c.first, c.last)}
    ctx.rosters = find_rosters(ctx, taken)
    kinds = {c.first: c.kind for c in ctx.accepted}
    seen: set[int] = set()
    for roster, _ in ctx.rosters.values():
        if id(roster) in seen or roster.sort == ":":
            continue
        seen.add(id(roster))
        found = Counter(
            kind for item in roster.items if (kind := kinds.get(item.first, kinds.get(item.first + 1)))
        )
        if roster.sort == "line" and roster.label == "body" and roster.noun in _SIGNATORIES:
            yield from _signatories(ctx, roster, found)
        announced = _announced(roster)
        if not (found or announced):
            continue
        yield from _doubtful(ctx, roster, found)
        if not _of_bodies(roster):
            continue
        for item in roster.items:
            if roster.sort == "," and roster.noun not in _SIGNATORIES and not _all_named(ctx, item):
                continue
            if item.closed and item.state in ("name", "place") and _may_be(ctx, roster, item, taken):
                item.state = "body"
                yield from _candidates(ctx, item, _kind(ctx, item, found))


def _kind(ctx: Context, item: Item, found: Counter[InstitutionKind]) -> InstitutionKind:
    """What most of the row are; letters beside schools and laboratories are a laboratory's."""
    kind, often = found.most_common(1)[0] if found else ("company", 0)
    if 2 * often > sum(found.values()):
        return kind
    scholars = found["education"] + found["research"] > 0
    return "research" if scholars and ctx.w.is_acronym(item.first) else "company"


def _announced(roster: Roster) -> bool:
    """« un projet porté par : A | B | C | D »: bars between names, and a label that says what they are."""
    states, size = Counter(item.state for item in roster.items), len(roster.items)
    if (
        roster.sort not in BARS
        or roster.label != "body"
        or roster.noun not in _SIGNATORIES
        or size <= _FEWEST
    ):
        return False
    return 6 * states["person"] <= size and not states["place"] and 6 * states["word"] <= size


def _signatories(ctx: Context, roster: Roster, found: Counter[InstitutionKind]) -> Iterator[Candidate]:
    """« Les organisations signataires : », then one a line, however long: each line is a name."""
    w = ctx.w
    if not found or any(item.state == "person" for item in roster.items):
        return
    sure = sum(found.values()) > 1
    heads = {m.first: m for m in ctx.head_matches}
    for item in roster.items:
        i, j = item.first, item.last
        if not (w.cap[i] and (sure or i in heads) and 2 < j - i <= _WHOLE_LINE) or any(ctx.in_person[i:j]):
            continue
        if (
            all(w.is_word(k) or w.text[k] in _MARKS for k in range(i, j))
            and w.plain[j - 1] not in _FUNCTION_WORDS
        ):
            kind = kind_of(w, heads[i], j) if i in heads else found.most_common(1)[0][0]
            yield Candidate(i, j, kind, "listed_name")


def _candidates(ctx: Context, item: Item, kind: InstitutionKind) -> Iterator[Candidate]:
    """The item, or what a dash parts in it: « HAP - Halte au Plastique », « Les Amis du Lac - Suisse »."""
    w, i, j = ctx.w, item.first, item.last
    dash = next((k for k in range(i + 1, j - 1) if w.text[k] in "-–" and w.gap(k) and w.gap(k + 1)), j)
    if i + 1 == dash < j and w.is_acronym(i):
        yield Candidate(dash + 1, j, kind, "listed_name", acronym=(i, dash))
        yield Candidate(i, dash, kind, "acronym")
    elif dash < j and (dash + 2 < j or w.plain[dash + 1] not in _LANDS):
        yield Candidate(i, dash, kind, "listed_name")
    else:
        yield Candidate(i, j, kind, "listed_name")


def _doubtful(ctx: Context, roster: Roster, found: Counter[InstitutionKind]) -> Iterator[Candidate]:
    """« Mediapart, Libération et Marianne »: a listed name that is also a word, among its like."""
    w = ctx.w
    for item in roster.items:
        if item.state not in ("name", "place") or not w.cap[item.first] or w.shouted[item.first]:
            continue
        for body in _BODIES.get(w.plain[item.first]):
            last = item.first + len(body.words)
            fits = last <= len(w) and w.span_text(item.first, last) == body.form and found[body.kind] > 1
            if fits and (last == item.last or not item.closed):
                item.state = "body"
                yield Candidate(item.first, last, body.kind, "known_body", body=body.name)
                break


def _of_bodies(roster: Roster) -> bool:
    """Whether a row names bodies: something announces them and two are known, or most are."""
    if _announced(roster):
        return True
    states = Counter(item.state for item in roster.items)
    if states["person"]:
        return False
    size, bodies = len(roster.items), states["body"]
    if roster.sort == "line" and roster.noun in _SUPPORTERS and not states["word"]:
        return 5 * bodies >= size > 2 * states["place"]
    if roster.noun in _SIGNATORIES:
        return bodies > 1 and 4 * bodies >= size
    if roster.sort in ",;" and roster.label != "thing" and not states["place"] and not states["word"]:
        return size > 3 and bodies > 1 and 2 * bodies >= size and all(i.closed for i in roster.items)
    return roster.label != "thing" and roster.sort == "line" and bodies >= _FEWEST and 3 * bodies >= 2 * size


def _all_named(ctx: Context, item: Item) -> bool:
    """Whether nothing but capitals and what links them stands in the item: no verb's object, no clause."""
    w = ctx.w
    return all(w.cap[k] or w.plain[k] in _LINKS or not w.is_word(k) for k in range(item.first, item.last))


def _may_be(ctx: Context, roster: Roster, item: Item, taken: set[int]) -> bool:
    w, i, j = ctx.w, item.first, item.last
    if not w.cap[i] or not 0 < j - i <= _LONGEST or i in ctx.barred or not taken.isdisjoint((i, j - 1)):
        return False
    if any(ctx.in_person[i:j]) or (j - i == 1 and (w.plain[i] in _FUNCTION_WORDS or len(w.text[i]) == 1)):
        return False
    if not all(w.text[k][0].isalpha() or w.text[k] in _MARKS for k in range(i, j)):
        return False
    noun = singular(w.plain[i])
    if noun in negatives() or noun in events() or noun in TELLING or any(acts(w, k) for k in range(i + 1, j)):
        return False
    return registry_key(w.span_text(i, j)) not in _PLACES
