"""Who said the words between marks: ordered rules, each a small function that looks at one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.incises import incise_after, incise_inside
from communique.extractors.quotations.names import goes_on, has_verb, is_name, word_count
from communique.extractors.quotations.noun_phrases import STRONG, Subject, noun_kind, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.subjects import is_adverb, on_body, opening_subject, subject_before
from communique.extractors.quotations.verbs import FINITE, PARTICIPLE, form
from communique.extractors.quotations.words import in_class

_DEFINITE = frozenset({"le", "la", "les", "l'", "ces", "des", "du", "aux", "au"})
_SO_CALLED = frozenset({"dit", "dite", "dits", "dites"})
_FAR = 30  # chunks between a verb and the fragment it governs


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
            incise = cue.order == "VS" and cue.first and chunks[cue.first - 1].kind in ",Q"
            if incise and any(c.kind == "Q" for c in chunks[begin : cue.first]):
                continue
            rule = {"noun": "noun-colon", "infinitive": "infinitive-colon"}.get(cue.kind, "verb-colon")
            subject = on_body(p.chunks, cue.subject)
            if (
                subject is not None
                and subject.kind == "other"
                and any(c.kind == "P" for c in chunks[begin:colon])
            ):
                break  # "une phrase de X résume tout :"
            if subject is None and cue.kind == "infinitive":
                return goes_on_speaking(p, rule, cue)
            return Attribution(rule, (cue.start, cue.end), subject)
    clause = chunks[begin:colon]
    person = next((c for c in clause if c.kind == "P"), None)
    if person is not None:
        return Attribution("name-colon", None, Subject("person", person.start, person.end, 0))
    if clause:
        found = read_np(clause, 0, p.text)
        if found is None or found.kind not in STRONG:
            found = opening_subject(clause, 0, len(clause), p.text)
        if found is not None and (found.kind in STRONG or _addressed(p, found)):
            return Attribution("name-colon", None, found)
        if (told := _role_in(clause, p.text)) is not None:
            return Attribution("name-colon", None, told)
        if len(clause) < 3 and all(is_adverb(c.low) for c in clause):  # "Puis : « … »"
            return Attribution("goes-on-colon", None, speaker_before(p.scene, p.number), like=_last(p))
    return None


def _role_in(clause: list[Chunk], text: str) -> Subject | None:
    """ "Une réponse qui ne satisfait pas la syndicaliste :": the last function named, with its article."""
    for j in range(len(clause) - 1, -1, -1):
        if clause[j].low in ("le", "la", "l'"):
            found = read_np(clause, j, text)
            if found is not None and found.kind == "role":
                return found
    return None


def _infinitive(chunk: Chunk) -> bool:
    """ "dit avoir « … »", "dit vouloir « … »"."""
    return chunk.kind == "w" and chunk.low.endswith(("er", "ir", "être")) and noun_kind(chunk.low) == "other"


def _is_thing(chunk: Chunk) -> bool:
    return (
        _is_noun(chunk) and noun_kind(chunk.low) == "other" and chunk.low not in in_class("subject_pronouns")
    )


def _addressed(p: Place, subject: Subject) -> bool:
    """ "vous" in an open letter."""
    return p.scene.addressed and p.text[subject.start : subject.end].lower() == "vous"


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
    other = _elliptic(p, cue)
    if other is not None:
        return Attribution("ellipsis", (cue.start, cue.end), other)
    if cue.kind == "source" and p.chunks[cue.first].low == "par":  # "X, par la voix de Y, salue « … »"
        verb = next((c for c in cues if c.kind == "verb"), None)
        cue = verb._replace(subject=cue.subject) if verb is not None else cue
    rule = cue.kind if cue.kind in ("source", "viewpoint", "passive", "gerund") else "verb-before"
    if cue.kind == "infinitive" and cue.subject is None:
        return goes_on_speaking(p, rule, cue)
    return Attribution(rule, (cue.start, cue.end), on_body(p.chunks, cue.subject))


def _elliptic(p: Place, cue: Cue) -> Subject | None:
    """ "A dénonce « … », B « … »": the second has its own subject and the verb of the first."""
    quotes = [j for j in range(cue.after, p.k) if p.chunks[j].kind == "Q"]
    if not quotes:
        return None
    i = quotes[-1] + 1
    while i < p.k and (p.chunks[i].kind in ",;" or p.chunks[i].low in ("et", "mais", "quand")):
        i += 1
    found = read_np(p.chunks, i, p.text, p.k)
    if found is None or found.kind not in STRONG or found.kind == "pronoun":
        return None
    return found if all(c.low in ("d'", "de") for c in p.chunks[found.after : p.k]) else None


def _named_thing(p: Place, cue: Cue) -> bool:
    """Whether the marks hold a name or a term in spite of the reporting word before them."""
    speaks = cue.subject is not None and cue.subject.kind != "other"
    between = p.chunks[cue.after : p.k]
    if speaks and cue.governs("q") and between and _infinitive(between[-1]):
        return False
    if (between or not speaks) and is_name(p.chunks, p.k, p.words) and not _judged(p, cue):
        return True
    count, clause_inside = word_count(p.words), has_verb(p.words)
    if not between and p.chunks[cue.first].low in _SO_CALLED and p.k > 1 and _is_thing(p.chunks[p.k - 2]):
        return True  # "le voile dit « de la Reine »"
    if cue.subject is not None and cue.subject.kind == "on" and count <= 2 and not clause_inside:
        return on_body(p.chunks, cue.subject) is cue.subject and not _addressed(p, cue.subject)
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
        spoken = [c for c in between if c.kind in "wPI" and c.low not in ("que", "qu'")]
        return not spoken or between[-1].kind == ","
    to = between[-1].low if between else p.words.split(maxsplit=1)[0].lower()
    if cue.governs("a") and to in ("à", "a", "au", "aux"):
        return True
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
    """ "dénonce un projet « inutile »": an adjective of somebody who judges, not a name."""
    near = p.k - cue.after <= 4
    return near and p.words[0].islower() and cue.verb is not None and cue.verb.strength != "declarative"


def _is_noun(chunk: Chunk) -> bool:
    """Whether a word, by what it is not, can be the noun that marks are set beside."""
    closed = ("determiners", "prepositions", "adverbs", "auxiliaries", "relatives", "clitics", "prenominal")
    return chunk.kind == "w" and not any(chunk.low in in_class(c) for c in closed) and not has_verb(chunk.low)


def passive_after(p: Place) -> Attribution | None:
    """Une piste qualifiée de « provocation » par la CGT."""
    for cue in p.cues:
        near = cue.kind == "passive" and 0 <= p.k - cue.after <= 4
        if near and cue.subject is not None and cue.subject.start > p.quote.close:
            return Attribution("passive", (cue.start, cue.end), cue.subject)
    return None


def agentless(p: Place) -> Attribution | None:
    """Un président accusé de « … », une mesure jugée « … »: somebody's words, the text does not say whose."""
    if p.k == 0 or not p.words[:1].islower():
        return None
    last = p.k - 1
    while last > 0 and p.chunks[last].low in ("de", "d'", "comme", "trop", "très"):
        last -= 1
    chunk = p.chunks[last]
    found = form(chunk.low) if chunk.kind == "w" else None
    if found is None or not found.moods & PARTICIPLE or found.moods & FINITE or "n" not in found.verb.frames:
        return None
    beside = last > 0 and p.chunks[last - 1].kind in "w,PI" and p.chunks[last - 1].low not in in_class("auxiliaries")
    if not beside or found.verb.strength == "declarative":
        return None
    return Attribution("passive-no-agent", (chunk.start, chunk.end))


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


def quoted_predicate(p: Place) -> Attribution | None:
    """L'entreprise « conteste fermement … »: the words begin with the verb of the sentence."""
    if p.k == 0 or not p.words[:1].islower():
        return None
    first = re.match(r"(?:n'|ne |se |s'|s’|n’)?\w+", p.words)
    if first is None or not has_verb(p.words, first_only=True):
        return None
    found = subject_before(p.chunks, p.clause_begin, p.k, p.text)
    if found is None or found.kind not in STRONG or any(c.kind != "," for c in p.chunks[found.after : p.k]):
        return None
    return Attribution("quoted-predicate", None, found)


def goes_on_speaking(p: Place, rule: str, cue: Cue) -> Attribution:
    """ "Et de conclure : « … »": whoever the sentence before is about, or spoke last."""
    before = speaker_before(p.scene, p.number)
    return Attribution(rule, (cue.start, cue.end), before, like=_last(p) if before is None else None)


def speaker_before(scene: Scene, number: int) -> Subject | None:
    """Who speaks or acts in the sentences before sentence ``number``, in the same paragraph."""
    for i in range(number - 1, max(-1, number - 4), -1):
        if "\n\n" in scene.doc.text[scene.ends[i] : scene.starts[i + 1]]:
            return None
        for cue in reversed(cues_of(scene, i)):
            if cue.subject is not None and cue.subject.kind in STRONG:
                return cue.subject
            if cue.subject is not None and cue.subject.kind == "unnamed":
                return None
        row = scene.row(i).chunks
        opening = opening_subject(row, 0, len(row), scene.doc.text)
        if opening is not None and opening.kind in STRONG:
            return opening
    return None


def named_after(p: Place) -> Attribution | None:
    """« … », Jeanne Martin, conservatrice; « … » (Jeanne Martin); « … » : Jeanne Martin en est sûre."""
    if not p.opens_row or word_count(p.words) < 3 or p.k + 2 >= len(p.chunks):
        return None
    sign, name = p.chunks[p.k + 1 : p.k + 3]
    if name.kind != "P" or sign.kind not in ",(:–—" or not (has_verb(p.words) or sign.kind != ","):
        return None
    return Attribution("named-after", None, Subject("person", name.start, name.end, p.k + 3))


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
    opening = opening_subject(before.chunks, 0, len(before.chunks), p.text)
    if opening is not None and opening.kind == "person":
        return Attribution("after-sentence", None, opening)
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
    agentless, named_after, continues,
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
