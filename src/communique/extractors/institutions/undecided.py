"""Names that no rule settled: what speaks for each is found once, weighed again when the model answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extractors.institutions.arbiter import ENOUGH, Arbiter, Name, Span
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.certain import certain, field_directed
from communique.extractors.institutions.kind_votes import kinds_of, likeliest
from communique.extractors.institutions.things import bears_a_name, is_thing, named_things
from communique.extractors.institutions.unknown import in_list, one_of_many, proposed_names
from communique.extractors.institutions.unlikely import never_one
from communique.extractors.institutions.usage import Usage, defined_as
from communique.extractors.institutions.words import wordset
from communique.lexicon import singular
from communique.records import InstitutionKind

_BEARERS = wordset("bearers")

_ALIKE: tuple[InstitutionKind, ...] = ("education", "health", "media", "culture", "company")
# What a head noun says of a name is not the last word: "l'Atelier bleu est une association".
_OPEN_KINDS: tuple[InstitutionKind, ...] = ("company", "research", "culture", "other")
_PASSES = 4  # from neighbour to neighbour along a list
_THE = frozenset(("Le", "La", "Les"))


class Undecided:
    """The names that are left when the other rules have read an article, with all their uses."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.people = ctx.found.people
        self.sure = ctx.accepted[:]
        self.starts = frozenset(ctx.body_starts)
        self.taken = _tokens((c.first, c.last) for c in ctx.accepted)
        ctx.note_places()
        self.usage = Usage(ctx)
        self.names = proposed_names(ctx, self.taken)
        for name in self.names.values():
            self._weigh(name)
        self.things = named_things(ctx)
        for i, j in (name.spans[0] for name in self.names.values()):
            if j - i > 1 and singular(ctx.w.plain[i]) in _BEARERS:
                self.things.add(ctx.w.span_text(i + 1, j))  # "le Festival Torvana", then "Torvana"
        weights = ctx.w.doc.name_weights
        self.arbiter = Arbiter(ctx, self.usage, self.taken, self.names) if weights else None
        self.named: list[Candidate] | None = None  # once decided

    def _weigh(self, name: Name) -> None:
        """What the article says of the name, before the model."""
        ctx = self.ctx
        if " ".join(name.words) in ctx.unsure_people:
            name.own = -ENOUGH
        if len(name.words) == 1 and (name.words[0] in ctx.local_places or ctx.peopled(name.words[0])):
            name.own -= 5
        elif len(name.words) > 1 and " ".join(name.words) in ctx.local_places:
            name.own -= 5  # "les communes de Tazrouk, *In Salah* et Silet"
        elif len(name.words) == 2 and name.words[0] in _THE and name.words[1] in ctx.local_places:
            name.own -= 5  # "Les Rousses", after "la station des Rousses"
        elif len(name.words) == 1 and name.words[0] in ctx.reached:
            name.own -= 2
        # What the page's furniture says of a name counts where nothing else does.
        spans = [span for span in name.spans if not self.usage.in_furniture(span[0])]
        for first, last in spans or name.spans:
            weight, kind = self.usage.weigh(first, last)
            name.own += weight - 2 * ENOUGH * field_directed(ctx, first, last)
            settled, told = certain(ctx, first, last)
            name.settled = name.settled or settled
            name.kind = name.kind or told or kind
        if name.settled:
            name.own = max(name.own, ENOUGH)

    def decide(self) -> None:
        """Name bodies by all that is known.

        What a recogniser says of a body counts where it was run; it is not asked: it was wrong half the time.
        """
        ctx = self.ctx
        tagged = self._tagged()
        accepted, waiting = self._judged(tagged)
        taken = self.taken | _tokens(span for n in accepted for span in n.spans)
        for _ in range(_PASSES):
            listed = [n for n in waiting if any(in_list(ctx, taken, *span) for span in n.spans)]
            for n in listed:
                waiting.remove(n)
                accepted.append(n)
                taken |= _tokens(n.spans)
        ctx.accepted = self._as_defined()
        ctx.body_starts = set(self.starts)
        self.named = list(self._candidates(accepted))

    def _as_defined(self) -> list[Candidate]:
        """The bodies of the other rules, of the kind that the article says where a noun leaves it open."""
        w = self.ctx.w
        told: dict[str, InstitutionKind] = {}
        for c in self.sure:
            if c.rule == "headed_name" and c.kind in _OPEN_KINDS and (kind := defined_as(w, c.last)):
                told.setdefault(w.span_text(c.first, c.last), kind)
        if not told:
            return self.sure[:]
        return [replace(c, kind=told.get(w.span_text(c.first, c.last), c.kind)) for c in self.sure]

    def _tagged(self) -> set[Span]:
        """The names of bodies that the model read, as token spans."""
        tokens = self.ctx.w.doc.tokens
        bodies = [e for e in self.ctx.w.doc.entities if e.label == "ORG"]
        spans = [(e, tokens.at(e.start), tokens.before(e.end) + 1) for e in bodies]
        return {
            (i, j) for e, i, j in spans if i < j and (tokens.start[i], tokens.end[j - 1]) == (e.start, e.end)
        }

    def _judged(self, tagged: set[Span]) -> tuple[list[Name], list[Name]]:
        """The names that their uses make bodies, and those that lack little."""
        for name in self.names.values():
            name.weight = name.own + sum([span in tagged for span in name.spans])
        _share(self.names)
        if self.arbiter is not None:
            accepted, waiting = self.arbiter.judge(tagged)
        else:
            accepted = [n for n in self.names.values() if n.weight >= n.needed]
            waiting = [n for n in self.names.values() if -(len(n.words) > 1) <= n.weight < n.needed]
        return self._bodies(accepted, tagged), self._bodies(waiting, tagged)

    def _bodies(self, names: list[Name], tagged: set[Span]) -> list[Name]:
        return [n for n in names if not self._thing(n, tagged)]

    def _thing(self, n: Name, tagged: set[Span]) -> bool:
        """Whether the name is a thing's: by one sure use, or by its noun and no other use."""
        if n.settled:
            return False
        if never_one(self.ctx.w, n.spans):
            return True
        if any(is_thing(self.ctx, self.things, i, j) for i, j in n.spans):
            return True
        if len(n.words) > 1 and all(self._is_label(i, j) for i, j in n.spans):
            return True
        borne = [span for span in n.spans if bears_a_name(self.ctx, span[0])]
        framed = all("cadre" in self.ctx.w.plain[max(0, i - 3) : i] for i, _ in borne)
        needed = ENOUGH - framed  # "dans le cadre du CCAF": of a body too
        return bool(borne) and not any(
            self.usage.weigh(*span)[0] + (span in tagged) >= needed for span in n.spans if span not in borne
        )

    def _is_label(self, i: int, j: int) -> bool:
        """ "BIO EXPRESS": a heading of capitals that holds nothing else."""
        w = self.ctx.w
        section = w.doc.section_at(w.start[i])
        return (
            section is not None
            and section.kind == "heading"
            and (section.start, section.end) == (w.start[i], w.end[j - 1])
            and w.span_text(i, j).isupper()
        )

    def _candidates(self, accepted: list[Name]) -> Iterator[Candidate]:
        usage = self.usage
        kinds = {k: c.kind for c in self.sure if c.kind in _ALIKE for k in (c.first, c.last - 1)}
        for n, votes in zip(accepted, kinds_of(usage, accepted, kinds), strict=True):
            kind = likeliest(n, votes, usage.default_kind)
            for first, last in n.spans:
                if last - first == 1 and one_of_many(usage.w, first):
                    continue
                yield Candidate(first, last, kind, n.rule)


def _tokens(spans: Iterable[Span]) -> set[int]:
    return {k for i, j in spans for k in range(i, j)}


def _share(names: dict[tuple[str, ...], Name]) -> None:
    """A name and its longer forms speak for one another: "Alpentia", "Alpentia Suisse"."""
    for key, name in names.items():
        if len(key) > 1 and (short := names.get(key[:1])) is not None and len(key[0]) > 3:
            if name.weight >= ENOUGH > short.weight >= 0:
                short.weight += 2
            elif short.weight >= ENOUGH > name.weight >= 0:
                name.weight += 2
