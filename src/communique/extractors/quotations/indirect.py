"""Speech without marks: "X annonce que …", "selon X, …", "…, rappelle-t-il". Precision first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from communique.extractors.quotations.attribution import speaker_before
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import cues_of, sentence_triggers
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.subjects import STRONG, Subject, on_body, skip_adverbials
from communique.extractors.quotations.verbs import forms
from communique.extractors.quotations.words import in_class, listed, role_nouns
from communique.mentions import QuotationMention

_SKIPPED_SECTIONS = frozenset({"contact", "marker", "dateline"})
_MIN_WORDS = 3
_TELLING = STRONG | {"name", "document", "unnamed"}


@dataclass(frozen=True)
class Sentence:
    """A sentence to read: its row, its reporting words, the spans of the marked words already found."""

    scene: Scene
    chunks: Sequence[Chunk]
    cues: Sequence[Cue]
    taken: Sequence[tuple[int, int]]
    number: int

    @property
    def text(self) -> str:
        return self.scene.doc.text

    def mention(
        self, cue: Cue, parts: Sequence[tuple[int, int]], rule: str, subject: Subject | None = None
    ) -> QuotationMention | None:
        """A mention of the chunks of ``parts``, unless it wraps marked words or is too short."""
        spans = [self._span(a, b) for a, b in parts]
        kept = [s for s in spans if s is not None]
        if not kept or any(s < kept[-1][1] and e > kept[0][0] for s, e in self.taken):
            return None
        if sum(self.text.count(" ", s, e) + 1 for s, e in kept) < _MIN_WORDS:
            return None
        who = subject or cue.subject
        named = who is not None and who.kind not in ("other", "on")
        return QuotationMention(
            start=kept[0][0], end=kept[-1][1], kind="indirect", parts=tuple(kept),
            speaker=(who.start, who.end) if who is not None and named else None,
            also=who.also if who is not None else (),
            cue=(cue.start, cue.end), rule=f"clause/{rule}",
        )  # fmt: skip

    def _span(self, a: int, b: int) -> tuple[int, int] | None:
        while a < b and self.chunks[a].kind not in 'wPIQ([«"“':
            a += 1
        while b > a and self.chunks[b - 1].kind in ".,;:!?…—–":
            b -= 1
        return (self.chunks[a].start, self.chunks[b - 1].end) if a < b else None


def find_indirect(scene: Scene, direct: Sequence[QuotationMention]) -> Iterator[QuotationMention]:
    """Mentions of indirect speech, one rule after the other in each sentence, never overlapping."""
    taken = [(m.start, m.end) for m in direct]
    at = 0
    for number in _worth_reading(scene):
        row = scene.row(number)
        section = scene.doc.section_at(row.start)
        if section is not None and section.kind in _SKIPPED_SECTIONS:
            continue
        while at < len(taken) and taken[at][1] <= row.start:
            at += 1
        near = []
        for span in taken[at:]:
            if span[0] >= row.end:
                break
            near.append(span)
        sentence = Sentence(scene, row.chunks, cues_of(scene, number), near, number)
        done: list[tuple[int, int]] = []
        for cue in sentence.cues:
            for rule in RULES:
                found = rule(sentence, cue)
                if found is not None and all(found.end <= s or found.start >= e for s, e in done):
                    done.append((found.start, found.end))
                    yield found
                    break


def _worth_reading(scene: Scene) -> Iterator[int]:
    """Sentences that hold a word that can report."""
    known, tokens = sentence_triggers(), scene.doc.tokens
    lows, last = tokens.lower, -1
    for i, word in enumerate(lows):
        if word in known or ("-" in word and word.endswith(("il", "elle", "ils", "elles", "on"))):
            start = tokens.start[i]
            if start < last or (word == "pour" and tokens.text[i] == "pour" and i and lows[i - 1] != ","):
                continue
            number = scene.index_at(start)
            if number < len(scene.starts) and scene.starts[number] <= start:
                last = scene.ends[number]
                yield number


def que_clause(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X a annoncé que …, Bercy estimant que …, elle précise qu'…"""
    if cue.kind not in ("verb", "gerund", "infinitive") or not cue.governs("q") or cue.verb is None:
        return None
    start = _que(s.chunks, cue)
    inverted = cue.order == "VS" and (cue.subject is None or cue.subject.kind != "pronoun")
    if start is None or inverted or _negated(s, cue):
        return None
    subject = on_body(s.chunks, cue.subject)
    if cue.kind == "infinitive" and subject is None and cue.first <= 3:  # "Avant de préciser que …"
        subject = speaker_before(s.scene, s.number)
        if subject is None:
            return None
    elif not _speaks(s, cue):
        return None
    return s.mention(cue, [(start, clause_end(s, cue, start))], "que", subject)


def _que(chunks: Sequence[Chunk], cue: Cue) -> int | None:
    """The chunk after "que", which stands right after the verb or after adverbs and an indirect object."""
    i = cue.after
    for _ in range(3):
        if i < len(chunks) and chunks[i].low in ("que", "qu'") and chunks[i].kind == "w":
            return i + 1
        j = skip_adverbials(chunks, i)
        if j == i and i < len(chunks) and chunks[i].kind == ",":
            j = i + 1
        if j == i:
            return None
        i = j
    return None


def _speaks(s: Sentence, cue: Cue) -> bool:
    """Whether the subject can speak: not "ces résultats indiquent que", "il faut rappeler que"."""
    subject = cue.subject
    if subject is not None and subject.kind == "on":
        said = s.text[subject.start : subject.end].lower()
        return (said == "on" and _at_a_body(s, cue)) or (said == "vous" and s.scene.addressed)
    if subject is None:
        return False
    words = [c.low for c in s.chunks[max(0, cue.first - 3) : cue.first]]
    if "si" in words or "faut" in words or s.chunks[cue.first].low == "faut":
        return False
    if any(c.kind == "?" for c in s.chunks[-1:]):
        return False
    if subject.kind in STRONG | {"unnamed", "name"}:
        return True
    head = s.text[subject.start : subject.end].lower().split()
    return any(w.strip(",") in listed("telling_nouns.txt") for w in head[:4])


def _at_a_body(s: Sentence, cue: Cue) -> bool:
    """ "À l'ARS, on répond que …": "on" is the body that the sentence opens with."""
    first = next((c for c in s.chunks[: cue.first] if c.kind in "wPI"), None)
    return first is not None and first.low in ("à", "au", "aux", "chez", "du")


def _negated(s: Sentence, cue: Cue) -> bool:
    lows = [c.low for c in s.chunks[max(0, cue.first - 2) : cue.after]]
    return ("ne" in lows or "n'" in lows) and cue.verb is not None and cue.verb.lemma != "exclure"


def clause_end(s: Sentence, cue: Cue, start: int) -> int:
    """Where a reported clause ends: at ";" or ":" before marks, at the next reporting verb of the speaker."""
    chunks = s.chunks
    end = len(chunks)
    for j in range(start, len(chunks)):
        kind = chunks[j].kind
        if kind == ";" or (kind == ":" and j + 1 < len(chunks) and chunks[j + 1].kind == "Q"):
            end = j
            break
        added = kind == "Q" and chunks[j - 1].kind == "," and j - start > 3
        if added and has_verb(s.text[chunks[start].start : chunks[j - 1].start]):
            end = j - 1
            break
    for other in s.cues:
        if other.first <= start or other.first >= end or other is cue:
            continue
        before = other.first - 1
        if other.kind == "gerund" and chunks[before].kind == ",":
            return before
        if other.kind == "source" and chunks[before].kind == "," and _closes(s, other):
            return before
        coordinated = chunks[before].low in ("et", "mais", "puis")
        if coordinated and other.kind == "verb" and other.order == "SV" and _agree(chunks, cue, other):
            return before - (chunks[before - 1].kind == ",")
    return end


def _closes(s: Sentence, source: Cue) -> bool:
    """ "…, selon l'Insee.": the sentence ends with a source, what describes it apart."""
    rest = s.chunks[source.after :]
    return not any(c.kind in ";:Q" or c.low in ("et", "que", "qu'") for c in rest) and (
        not any(c.kind == "," for c in rest) or not has_verb(s.text[rest[0].start : rest[-1].end])
    )


def _agree(chunks: Sequence[Chunk], cue: Cue, other: Cue) -> bool:
    """Whether two verbs have the same number: the second is then the speaker's, not the clause's."""
    plural = [
        chunks[c.after - 1].low.endswith("nt") or chunks[c.first].low.endswith("nt") for c in (cue, other)
    ]
    follows = chunks[other.after].low if other.after < len(chunks) else ""
    return plural[0] == plural[1] and (follows not in ("",) or other.governs("q"))


def source_first(s: Sentence, cue: Cue) -> QuotationMention | None:
    """Selon X, …; d'après une étude de X, …; à en croire X, …; pour X, …"""
    if cue.kind not in ("source", "viewpoint") or not _opens(s.chunks, cue.first):
        return None
    start = _after_source(s, cue)
    if start is None or (cue.kind == "viewpoint" and not _is_view(s, cue, start)):
        return None
    end = clause_end(s, cue, start)
    if end < len(s.chunks) and s.chunks[end].kind == ":":
        return None  # the words after the colon are the reported ones
    return s.mention(cue, [(start, end)], cue.kind)


def _opens(chunks: Sequence[Chunk], first: int) -> bool:
    """At the beginning of a clause, a linking word apart ("Mais, selon X, …")."""
    before = [c for c in chunks[max(0, first - 3) : first] if c.kind != ","]
    begin = clause_begin(chunks, first)
    if begin < first <= begin + 6 and chunks[first - 1].kind == "," and chunks[begin].kind == "w":
        fronted = chunks[begin].low in in_class("prepositions") or chunks[begin].low in in_class("adverbs")
        if fronted and not any(c.kind in "P,Q" for c in chunks[begin : first - 1]):
            return True  # "En moyenne, selon X, …"
    while before and before[-1].low in ("mais", "et", "or", "car", "donc", "toujours", "ainsi", "enfin", "*"):
        before.pop()
    return not before or before[-1].kind in ";:•–—-*!?."


def _after_source(s: Sentence, cue: Cue) -> int | None:
    """The chunk where the clause begins: past the name and what is set beside it."""
    i = cue.after
    limit = min(len(s.chunks), i + 16)
    while i < limit and s.chunks[i].kind not in ",:;.":
        if s.chunks[i].kind == "(":
            while i < limit and s.chunks[i].kind != ")":
                i += 1
        i += 1
    while i < len(s.chunks) and s.chunks[i].kind == ",":
        following = s.chunks[i + 1] if i + 1 < len(s.chunks) else None
        if following is None:
            return None
        comma = next((j for j in range(i + 1, len(s.chunks)) if _is_comma(s.chunks, i + 1, j)), None)
        if following.low in ("également", "aussi", "notamment", "désormais") and i + 2 < len(s.chunks):
            following = s.chunks[i + 2]
        if comma is None or not _set_beside(s, following):
            return i + 1
        i = comma
    return None


def _is_comma(chunks: Sequence[Chunk], start: int, j: int) -> bool:
    depth = sum((c.kind == "(") - (c.kind == ")") for c in chunks[start:j]) if j - start < 40 else 0
    return chunks[j].kind == "," and depth <= 0


def _set_beside(s: Sentence, chunk: Chunk) -> bool:
    """A stretch that goes on describing the source: a role, a participle, a relative."""
    low = chunk.low
    return chunk.kind == "w" and (
        low in role_nouns()
        or chunk.start in s.scene.role_starts
        or low in ("qui", "dont", "ancien", "ancienne", "ex", "co")
        or (low.endswith(("é", "ée", "és", "ées")) and s.text[chunk.start].islower())
    )


def _is_view(s: Sentence, cue: Cue, start: int) -> bool:
    """ "Pour X, …" says an opinion when X is a person, or when the clause judges."""
    subject = cue.subject
    clause = s.chunks[start:]
    words = s.text[s.chunks[start].start : s.chunks[-1].end] if clause else ""
    if subject is None or not (has_verb(words) or any(c.low in forms() for c in clause)):
        return False
    if subject.kind == "person" or (subject.kind == "pronoun" and s.text[subject.end - 1] not in "s"):
        return True
    if subject.kind == "role":
        return s.text[subject.start : subject.end].split()[0].lower() in ("le", "la", "son", "sa") or (
            s.text[subject.start : subject.end].lower().startswith(("l'", "l’"))
        )
    return any(c.low in listed("judging_words.txt") for c in clause[:14])


def source_last(s: Sentence, cue: Cue) -> QuotationMention | None:
    """…, selon X.; …, d'après une étude de X."""
    if cue.kind != "source" or cue.first == 0 or _opens(s.chunks, cue.first):
        return None
    begin = clause_begin(s.chunks, cue.first)
    before = cue.first
    rest = [c for c in s.chunks[cue.after :] if c.kind in "wPIQ"]
    comma = s.chunks[before - 1].kind == ","
    stop = cue.after < len(s.chunks) and s.chunks[cue.after].kind in ",.;:)"
    if not comma and rest and not stop:
        return None
    if begin >= before or _depth(s.chunks, cue.first):
        return None
    words = s.text[s.chunks[begin].start : s.chunks[before - 1].end]
    after = cue.after + 1 if comma and stop and s.chunks[cue.after].kind == "," else len(s.chunks)
    goes_on = after < len(s.chunks) and has_verb(s.text[s.chunks[after].start : s.chunks[-1].end])
    if not has_verb(words) and not goes_on:
        return None
    if s.chunks[before - 1].kind == "w" and s.chunks[before - 1].low in ("que", "qu'", "et", "est", "qui"):
        return None
    parts = [(begin, before), (after, clause_end(s, cue, after))] if goes_on else [(begin, before)]
    if goes_on and (_set_beside(s, s.chunks[after]) or s.chunks[after].low in in_class("relatives")):
        parts.pop()
    return s.mention(cue, parts, "source-after")


def _depth(chunks: Sequence[Chunk], i: int) -> bool:
    return sum((c.kind == "(") - (c.kind == ")") for c in chunks[:i]) > 0


def clause_begin(chunks: Sequence[Chunk], i: int) -> int:
    """Where the clause that ends at chunk ``i`` begins: after ":" or ";" and list signs."""
    begin = 0
    for j in range(i - 1, -1, -1):
        if chunks[j].kind in ":;":
            begin = j + 1
            break
    if begin == 0:  # a dateline that opens the paragraph: "Lausanne, le 20 février 2024. – Les hôtels …"
        for j in range(min(i, 12) - 1, 1, -1):
            if chunks[j].kind in "–—-" and any(c.kind in ",./)" for c in chunks[:j]):
                begin = j + 1
                break
    while begin < i and chunks[begin].kind not in "wPIQ(":
        begin += 1
    return begin


def bare_incise(s: Sentence, cue: Cue) -> QuotationMention | None:
    """L'établissement, rappelle-t-il, a terminé l'année en déficit."""
    if cue.order != "VS" or cue.kind != "verb" or cue.subject is None or cue.first == 0:
        return None
    if not (cue.governs("i") or cue.governs("q")) or cue.subject.kind not in _TELLING:
        return None
    if s.chunks[cue.first - 1].kind not in ",—–" or s.chunks[-1].kind == "?":
        return None
    if cue.subject.kind in ("document", "unnamed") and (
        cue.verb is None or cue.verb.strength == "evaluative"
    ):
        return None  # "Une habitante, qui …, accuse les associations"
    begin = clause_begin(s.chunks, cue.first)
    parts = [(begin, cue.first - 1)]
    i = cue.after
    if any(c.kind == "Q" for c in s.chunks[i : i + 2]):
        return None  # "Il y a là, juge X, « … »": the marked words are the reported ones
    if i < len(s.chunks) and s.chunks[i].kind in ",—–":
        following = s.chunks[i + 1] if i + 1 < len(s.chunks) else None
        beside = following is None or _set_beside(s, following) or following.low in in_class("relatives")
        goes_on = following is not None and has_verb(s.text[following.start : s.chunks[-1].end])
        if not beside and (goes_on or cue.subject.kind == "pronoun"):
            parts.append((i + 1, clause_end(s, cue, i + 1)))
    return s.mention(cue, parts, "incise")


def infinitive_clause(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X dit vouloir …, jure n'avoir rien su."""
    if cue.kind != "verb" or cue.order != "SV" or cue.verb is None or _negated(s, cue):
        return None
    if cue.verb.lemma not in listed("infinitive_verbs.txt") or cue.subject is None:
        return None
    if cue.subject.kind not in STRONG | {"name"}:
        return None
    i = cue.after
    while i < len(s.chunks) and s.chunks[i].low in ("ne", "n'", "pas", "y", "en", "se", "s'", "plus"):
        i += 1
    if i >= len(s.chunks) or s.chunks[i].kind != "w":
        return None
    low = s.chunks[i].low
    if not low.endswith(("er", "ir", "oir", "re")) or len(low) < 4 or low in in_class("adverbs"):
        return None
    if i == cue.after and not low.endswith(("oir", "être", "er", "ir", "re")):
        return None
    if low in (
        "entre",
        "contre",
        "autre",
        "autres",
        "notre",
        "votre",
        "hier",
        "cher",
        "premier",
        "leur",
        "outre",
    ):
        return None
    return s.mention(cue, [(cue.after, clause_end(s, cue, i + 1))], "infinitive")


def relative_view(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X, pour qui la dérive reste mesurable, …; X, selon qui …"""
    if cue.kind != "relative" or cue.first == 0 or s.chunks[cue.first - 1].kind != ",":
        return None
    start, end = cue.after, clause_end(s, cue, cue.after)
    if not has_verb(s.text[s.chunks[0].start : s.chunks[cue.first - 1].start]):
        commas = (j for j in range(start + 1, end - 1) if s.chunks[j].kind == ",")
        main = (j for j in commas if has_verb(s.chunks[j + 1].low, first_only=True))
        end = next(main, end)  # "X, pour qui …, demande …"
    if start >= end or not has_verb(s.text[s.chunks[start].start : s.chunks[end - 1].end]):
        return None
    return s.mention(cue, [(start, end)], "relative")


RULES: tuple[Callable[[Sentence, Cue], QuotationMention | None], ...] = (
    que_clause, source_first, source_last, bare_incise, infinitive_clause, relative_view,
)  # fmt: skip
