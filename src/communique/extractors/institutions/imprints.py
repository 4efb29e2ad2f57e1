"""Publishers by « éditions », agencies that sign a dispatch in small letters, research teams of a body."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.open_names import closed_end
from communique.extractors.institutions.words import ARTICLES, OF, Words, wordset
from communique.extractors.people.lexicon import first_names

_AGENCIES = wordset("agencies_in_small")
_TRIGGERS = _AGENCIES | {"editions", "equipe"}
_FIRST_NAMES = first_names()
_OWNERS = ("research", "education", "health", "culture")
_LONGEST = 8


def imprint_names(ctx: Context) -> Iterator[Candidate]:
    """« éditions de l'Attente », « aux éditions Les frondeuses », « (afp) », « l'équipe SAARA du LIRIS »."""
    w = ctx.w
    for i in w.places_of(_TRIGGERS):
        if w.cap[i] or i + 1 >= len(w) or not i:
            continue
        if w.plain[i] in _AGENCIES:
            if w.text[i - 1] in "(/" and w.text[i + 1] in ")/" and w.text[i].islower():
                yield Candidate(i, i + 1, "media", "web_name")
        elif w.plain[i] == "editions":
            yield from _publisher(ctx, i)
        elif (end := _team_end(ctx, i)) > i + 1:
            yield Candidate(i, end, "research", "headed_name")


def _publisher(ctx: Context, i: int) -> Iterator[Candidate]:
    """After « aux », or between commas beside somebody or a book."""
    w, k = ctx.w, i + 1
    if k + 1 >= len(w) or not w.joined(k) or (w.plain[i - 1] != "aux" and w.text[i - 1] not in ",("):
        return
    if w.plain[k] in OF:
        n = k + 1 + (w.plain[k + 1] in ARTICLES)
        if n < len(w) and w.cap[n] and w.joined(n) and not w.is_acronym(n) and not ctx.in_person[n]:
            yield Candidate(i, _capitals_end(ctx, n), "company", "headed_name")
    elif w.cap[k] and w.plain[k] in ARTICLES and w.joined(k + 1) and not w.cap[k + 1]:
        end = closed_end(w, k + 1)
        end = end if end > k + 1 else k + 2
        end = next((n for n in range(k + 2, end) if w.plain[n] in ("et", "ou")), end)
        if w.is_word(k + 1):
            yield Candidate(k, end, "company", "introduced_name")


def _capitals_end(ctx: Context, k: int) -> int:
    w = ctx.w
    end = w.glued(k)
    while end < len(w) and w.joined(end) and w.cap[end] and not ctx.in_person[end]:
        if w.plain[end] in _FIRST_NAMES:
            break  # the next in a row that lost its signs
        end = w.glued(end)
    return end


def _team_end(ctx: Context, i: int) -> int:
    """Where « équipe *Analyse des Pratiques* » ends, before the body whose team it is; else 0."""
    w, k = ctx.w, i + 1
    if not w.cap[k] or not w.joined(k) or not w.determiner(i) or ctx.in_person[k]:
        return 0
    while k < len(w) and k - i < _LONGEST and w.joined(k):
        if w.cap[k] and k not in ctx.known_ends:
            k = w.glued(k)
        elif w.plain[k] in OF and (owner := _owner(w, k)) in ctx.body_starts:
            kinds = {c.kind for c in ctx.accepted if c.first == owner}
            return k if not kinds.isdisjoint(_OWNERS) else 0
        elif w.plain[k] in OF | {"et"} and k + 1 < len(w) and w.cap[k + 1]:
            k += 1
        else:
            return 0
    return 0


def _owner(w: Words, k: int) -> int:
    return k + 1 + (k + 1 < len(w) and w.plain[k + 1] in ARTICLES)
