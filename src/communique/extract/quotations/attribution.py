"""Who said the words between marks: ordered rules, each a small function that looks at one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from communique.extract.quotations.cues import Cue, cues_of, read_cues
from communique.extract.quotations.marks import Marked
from communique.extract.quotations.names import goes_on, has_verb, is_name, word_count
from communique.extract.quotations.scene import Chunk, Scene
from communique.extract.quotations.subjects import STRONG, Subject, on_body, read_np, subject_before
from communique.extract.quotations.words import in_class, role_nouns

_SENTENCE_END = ".!?…"
_SKIPPED = frozenset({",", ".", "!", "?", "…", "»", '"', "”", "›", "'", "’"})
_DEFINITE = frozenset({"le", "la", "les", "l'", "ces", "des", "du", "aux", "au"})
_FAR = 30  # chunks between a verb and the fragment it governs


@dataclass(slots=True)
class Attribution:
    """What a rule says: cue and speaker spans, or an earlier quotation with the same speaker (``like``)."""

    rule: str
    cue: tuple[int, int] | None = None
    subject: Subject | None = None
    like: int | None = None
    parts: tuple[tuple[int, int], ...] = ()


@dataclass
class Place:
    """A quotation (``index``) in its row: ``k`` is its chunk, ``cues`` the reporting words of the row."""

    scene: Scene
    index: int
    quote: Marked
    number: int
    chunks: list[Chunk]
    k: int
    cues: list[Cue]
    done: dict[int, Attribution] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.scene.doc.text

    @cached_property
    def words(self) -> str:
        return self.text[self.quote.start : self.quote.end]

    @cached_property
    def opens_row(self) -> bool:
        """Whether nothing but signs stands before it in its sentence."""
        return all(c.kind not in "wPIQ" for c in self.chunks[: self.k])

    @cached_property
    def closes_row(self) -> bool:
        """Whether nothing but signs stands after it in its sentence."""
        return all(c.kind not in "wPIQ" for c in self.chunks[self.k + 1 :])

    @cached_property
    def alone(self) -> bool:
        return self.opens_row and self.closes_row

    @cached_property
    def clause_begin(self) -> int:
        """The chunk where the clause before the quotation begins."""
        for j in range(self.k - 1, -1, -1):
            if self.chunks[j].kind in (";", "!", "?"):
                return j + 1
        return 0


def incise_inside(p: Place) -> Attribution | None:
    """« Nous sommes, explique X, prêts »: the incise is cut out of the words."""
    if "," not in p.words and "?" not in p.words and "!" not in p.words and "…" not in p.words:
        return None
    row = p.scene.chunks(p.quote.start, p.quote.end, inside=True).chunks
    for cue in read_cues(row, p.text):
        subject = cue.subject
        if cue.order != "VS" or cue.first == 0 or subject is None or not cue.governs("i"):
            continue
        if subject.kind not in STRONG | {"name", "unnamed"} or row[cue.first - 1].kind not in ",?!…—–":
            continue
        if subject.kind == "pronoun" and row[cue.first].low == "dit-il" and p.quote.depth:
            continue
        end = incise_end(row, cue, p.scene)
        before = row[cue.first - 1]
        first = before.start if before.kind in ",—–" else before.end
        parts = [(p.quote.start, _trim(p.text, p.quote.start, first))]
        if end < len(row) and any(c.kind in "wPI" for c in row[end:]):
            parts.append((row[end].start, p.quote.end))
        rule = "incise-inside-inversion" if subject.kind == "pronoun" else "incise-inside"
        return Attribution(rule, (cue.start, cue.end), subject, parts=tuple(parts))
    return None


def incise_end(row: list[Chunk], cue: Cue, scene: Scene) -> int:
    """The chunk after an incise: past its subject, the roles beside the name, up to "," or "."."""
    roles = {r.start for r in scene.found.roles}
    e = cue.after
    while e < len(row):
        kind = row[e].kind
        if kind in ".!?…;:":
            return e + 1
        if kind in (",", "—", "–"):
            following = row[e + 1] if e + 1 < len(row) else None
            apposed = following is not None and (
                following.start in roles or (following.kind == "w" and following.low in role_nouns())
            )
            if not apposed:
                return e + 1
        e += 1
    return e


def incise_after(p: Place) -> Attribution | None:
    """« … », précise-t-elle / a déclaré X / explique la directrice / selon X."""
    j = p.k + 1
    while j < len(p.chunks) and p.chunks[j].kind in _SKIPPED:
        if p.chunks[j].kind == "." and j + 1 < len(p.chunks) and p.chunks[j + 1].kind not in ("w", "P", "I"):
            return None
        j += 1
    if not p.opens_row and is_name(p.chunks, p.k, p.words):
        return None  # "… le programme « X », explique la directrice": the incise is the whole sentence's
    comma = j > p.k + 1 or p.words.rstrip()[-1] in "!?…,"
    for cue in p.cues:
        if cue.first < j:
            continue
        starts = cue.first == j or (cue.first <= j + 6 and _leads(p.chunks, j, cue.first))
        if not starts:
            return None
        if cue.kind in ("source", "viewpoint"):
            last = cue.kind == "source" or not has_verb(p.text[cue.end : p.chunks[-1].end])
            found = Attribution(f"{cue.kind}-after", (cue.start, cue.end), cue.subject)
            return found if cue.first == j and last else None
        if cue.order == "VS" and cue.kind == "verb" and cue.subject is not None:
            named = cue.subject.kind in ("person", "pronoun", "name")
            if not (comma or named or p.opens_row):
                return None
            if not comma and not p.opens_row and cue.subject.kind == "unnamed":
                return None
            rule = "incise-inversion" if cue.subject.kind in ("pronoun", "on") else "incise"
            return Attribution(rule, (cue.start, cue.end), _on(p, cue))
        if cue.kind == "verb" and cue.order == "SV" and p.opens_row and comma and cue.subject is not None:
            after_quote = cue.subject.start >= p.quote.close
            return Attribution("verb-after", (cue.start, cue.end), cue.subject) if after_quote else None
        break
    return _unlisted_verb(p, j) if comma or p.opens_row else None


def _unlisted_verb(p: Place, j: int) -> Attribution | None:
    """« … », VERB Jeanne Petit: right after the marks a lower-case word before a person's name reports."""
    verb = j
    while verb < min(len(p.chunks), j + 3) and p.chunks[verb].low in ("se", "s'", "a", "est", "avait"):
        verb += 1
    if verb + 1 >= len(p.chunks):
        return None
    chunk, name = p.chunks[verb], p.chunks[verb + 1]
    closed = (
        "determiners",
        "prepositions",
        "relatives",
        "adverbs",
        "auxiliaries",
        "subject_pronouns",
        "modals",
    )
    if chunk.kind != "w" or name.kind != "P" or not p.text[chunk.start].islower():
        return None
    if any(chunk.low in in_class(c) for c in closed) or chunk.low in ("et", "ou", "comme", "que", "si"):
        return None
    subject = Subject("person", name.start, name.end, verb + 2)
    return Attribution("incise-unlisted", (p.chunks[j].start, chunk.end), subject)


def _leads(chunks: list[Chunk], j: int, first: int) -> bool:
    """What may stand between the marks and the verb: "pour sa part", "comme", "ainsi que l'", a name."""
    return all(c.kind in "w,PI" for c in chunks[j:first]) and (
        chunks[j].low in ("comme", "pour", "de", "ainsi", "nous") or chunks[j].kind in "PI"
    )


def colon_before(p: Place) -> Attribution | None:
    """X tempère : « … », Réplique de X : « … », Et d'ajouter : « … », **X :** « … »."""
    if p.k > 0 and p.chunks[p.k - 1].kind == ":":
        return _colon(p, p.chunks, p.k - 1, p.cues)
    if p.opens_row and p.number > 0:
        before = p.scene.row(p.number - 1)
        gap = p.text[before.end : p.quote.open]
        if before.chunks and before.chunks[-1].kind == ":" and not gap.strip():
            return _colon(p, before.chunks, len(before.chunks) - 1, cues_of(p.scene, p.number - 1))
    return None


def _colon(p: Place, chunks: list[Chunk], colon: int, cues: list[Cue]) -> Attribution | None:
    begin = 0
    for j in range(colon - 1, -1, -1):
        if chunks[j].kind in (":", "!", "?"):
            begin = j + 1
            break
    for cue in reversed(cues):
        if begin <= cue.first and cue.first < colon and cue.kind != "relative" and cue.kind != "passive":
            if cue.order == "VS" and cue.first and chunks[cue.first - 1].kind in ",Q":
                if any(c.kind == "Q" for c in chunks[begin : cue.first]):
                    continue
            rule = {"noun": "noun-colon", "infinitive": "infinitive-colon"}.get(cue.kind, "verb-colon")
            subject = _on(p, cue)
            if subject is None and cue.kind == "infinitive":
                return Attribution(rule, (cue.start, cue.end), like=_last(p))
            return Attribution(rule, (cue.start, cue.end), subject)
    clause = chunks[begin:colon]
    person = next((c for c in clause if c.kind == "P"), None)
    if person is not None:
        return Attribution("name-colon", None, Subject("person", person.start, person.end, 0))
    if clause:
        found = read_np(clause, 0, p.text)
        if found is not None and found.kind in STRONG:
            return Attribution("name-colon", None, found)
    return None


def relative(p: Place) -> Attribution | None:
    """X, pour qui « … »; les magistrats, selon lesquels « … »."""
    for cue in reversed(p.cues):
        if cue.kind == "relative" and cue.after <= p.k and p.k - cue.after < _FAR:
            if any(c.kind == "Q" for c in p.chunks[cue.after : p.k]) or not _same_clause(p, cue.after):
                continue
            return Attribution("relative", (cue.start, cue.end), cue.subject or _speaker_before(p, cue))
    return None


def _speaker_before(p: Place, cue: Cue) -> Subject | None:
    """The subject of the incise that the relative goes on with ("juge X, pour qui")."""
    for other in reversed(p.cues):
        if other.first < cue.first and other.subject is not None:
            return other.subject
    return None


def verb_before(p: Place) -> Attribution | None:
    """X dénonce « … », la ministre a jugé que … « … », Selon X, … « … »."""
    near = [cue for cue in p.cues if p.k - 2 * _FAR <= cue.first < p.k]
    cues = [cue for cue in reversed(near) if _may_govern(p, cue)]
    if not cues:
        return None
    speaking = [c for c in cues if c.subject is not None and c.subject.kind != "other"]
    cue = (speaking or cues)[0]
    if _named_thing(p, cue):
        return None
    rule = cue.kind if cue.kind in ("source", "viewpoint", "passive", "gerund") else "verb-before"
    return Attribution(rule, (cue.start, cue.end), _on(p, cue))


def _named_thing(p: Place, cue: Cue) -> bool:
    """Whether the marks hold a name or a term in spite of the reporting word before them."""
    speaks = cue.subject is not None and cue.subject.kind != "other"
    between = p.chunks[cue.after : p.k]
    if between or not speaks:
        if is_name(p.chunks, p.k, p.words) and not _judged(p, cue):
            return True
    count, clause_inside = word_count(p.words), has_verb(p.words)
    clause = cue.kind in ("source", "viewpoint") or any(c.low in ("que", "qu'") for c in between)
    evaluative = cue.verb is not None and cue.verb.strength == "evaluative"
    thing = cue.subject is not None and cue.subject.kind == "other" and not evaluative
    if not clause_inside and count <= 3 and not goes_on(p.words):
        set_beside = bool(between) and (_is_noun(between[-1]) or between[-1].low in in_class("determiners"))
        if thing or (set_beside and not clause and cue.weak):
            return True
        if count <= 2 and between and _is_noun(between[-1]) and not _judged(p, cue):
            return True
    if p.words[0].isupper() and not has_verb(p.words) and not evaluative:
        return True
    term = count == 1 and bool(between) and between[-1].low in _DEFINITE
    return term and (clause or cue.kind == "gerund")


def _may_govern(p: Place, cue: Cue) -> bool:
    """Whether a reporting word before the quotation can take it: near, same clause, with such a frame."""
    if cue.after > p.k or p.k - cue.after > _FAR or cue.kind in ("noun", "relative"):
        return False
    if not _same_clause(p, cue.after) or _taken(p, cue):
        return False
    between = p.chunks[cue.after : p.k]
    clause = any(c.low in ("que", "qu'") for c in between)
    if cue.kind == "infinitive" and len(between) > 3 and not clause:
        return False
    if cue.kind not in ("verb", "infinitive", "gerund"):
        return True
    if cue.order == "VS":
        return not any(c.kind in "wPI" for c in between) or between[-1].kind == ","
    if any(c.kind == ":" for c in between):
        return cue.governs("i") or cue.governs("q")
    if not (
        cue.governs("n")
        or cue.governs("w")
        or (clause and cue.governs("q"))
        or (not between and cue.governs("q"))
    ):
        return False
    return clause or _object_like(p, cue, between)


def _judged(p: Place, cue: Cue) -> bool:
    """ "dénonce un projet « inutile »": an adjective of somebody who judges, though a name could stand there."""
    near = p.k - cue.after <= 4
    return near and p.words[0].islower() and cue.verb is not None and cue.verb.strength != "declarative"


def _is_noun(chunk: Chunk) -> bool:
    """Whether a word, by what it is not, can be the noun that marks are set beside."""
    closed = ("determiners", "prepositions", "adverbs", "auxiliaries", "relatives", "clitics", "prenominal")
    return chunk.kind == "w" and not any(chunk.low in in_class(c) for c in closed) and not has_verb(chunk.low)


def passive_after(p: Place) -> Attribution | None:
    """Une piste qualifiée de « provocation » par la CGT."""
    for cue in p.cues:
        if cue.kind == "passive" and cue.after <= p.k and cue.subject is not None:
            if p.k - cue.after <= 4 and cue.subject.start > p.quote.close:
                return Attribution("passive", (cue.start, cue.end), cue.subject)
    return None


def _object_like(p: Place, cue: Cue, between: list[Chunk]) -> bool:
    """The fragment is what the verb takes: near it, or the words of somebody who judges."""
    if cue.verb is None or cue.verb.strength == "evaluative" or len(between) <= 3:
        return True
    return has_verb(p.words) or word_count(p.words) >= 3 or any(c.kind == "Q" for c in between)


def _same_clause(p: Place, after: int) -> bool:
    return not any(c.kind in ";?!" for c in p.chunks[after : p.k])


def _taken(p: Place, cue: Cue) -> bool:
    """The incise of an earlier quotation does not govern a later one."""
    return cue.order == "VS" and any(c.kind == "Q" for c in p.chunks[max(0, cue.first - 3) : cue.first])


def _on(p: Place, cue: Cue) -> Subject | None:
    return on_body(p.chunks, cue.subject)


def quoted_predicate(p: Place) -> Attribution | None:
    """L'entreprise « conteste fermement … »: the words begin with the verb of the sentence."""
    if p.k == 0 or not p.words[:1].islower():
        return None
    first = re.match(r"(?:n'|ne |se |s'|s’|n’)?\w+", p.words)
    if first is None or not has_verb(p.words, first_only=True):
        return None
    found = subject_before(p.chunks, p.clause_begin, p.k, p.text)
    if found is None or found.kind not in STRONG or found.after < p.k:
        return None
    return Attribution("quoted-predicate", None, found)


def continues(p: Place) -> Attribution | None:
    """« … », explique X. « … »: no new cue, the same paragraph goes on."""
    if not p.opens_row:
        return None
    last = _last(p)
    if last is not None and "\n" not in p.text[p.scene.quotes[last].close : p.quote.open]:
        return Attribution("continues", like=last)
    return None


def _last(p: Place) -> int | None:
    """The nearest earlier quotation that has a speaker."""
    for i in range(p.index - 1, max(-1, p.index - 4), -1):
        if i in p.done:
            return i
    return None


def after_sentence(p: Place) -> Attribution | None:
    """X promet que … . « J'en prends l'engagement. »: the speaker of the sentence before."""
    if not p.opens_row or p.number == 0:
        return None
    before = p.scene.row(p.number - 1)
    if "\n" in p.text[before.end : p.quote.open]:
        return None
    cues = cues_of(p.scene, p.number - 1)
    for cue in reversed(cues):
        if cue.subject is not None and cue.subject.kind in STRONG | {"unnamed", "name"}:
            return Attribution("after-sentence", None, cue.subject)
    found = next((c for c in reversed(before.chunks) if c.kind == "P"), None)
    if found is not None:
        return Attribution("after-sentence", None, Subject("person", found.start, found.end, 0))
    if before.chunks:
        np = read_np(before.chunks, 0, p.text)
        if np is not None and np.kind in ("role", "inst", "org", "pronoun", "unnamed"):
            return Attribution("after-sentence", None, np)
    return None


RULES: tuple[Callable[[Place], Attribution | None], ...] = (
    incise_inside, incise_after, colon_before, relative, passive_after, verb_before, quoted_predicate,
    continues,
)  # fmt: skip


def attribute(
    place: Place, rules: tuple[Callable[[Place], Attribution | None], ...] = RULES
) -> Attribution | None:
    """The first rule that knows."""
    return next(_attributions(place, rules), None)


def _attributions(
    place: Place, rules: tuple[Callable[[Place], Attribution | None], ...]
) -> Iterator[Attribution]:
    for rule in rules:
        found = rule(place)
        if found is not None:
            yield found


def _trim(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end
