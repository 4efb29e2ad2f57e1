"""Words without a reporting word of their own: they go on with what somebody said or did before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import lower_shadow
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.subjects import opening_subject

# "X s'est exprimé sur ce choix. « … »": what announces the words of the next sentence.
_EXPRESSING = frozenset({"exprimer", "réagir", "témoigner", "commenter", "répondre", "réjouir", "féliciter"})

_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)*")
_MYSELF = re.compile(r"(?<![\w'-])(?:je|moi|mon|ma|mes|me)(?![\w-])|(?<!\w)[jm]'")
_SIDE = 6  # chunks of "Du côté du syndicat Untel"
_SAID_ON = 8  # words of a stretch that goes on, and is no exclamation of somebody else
_BETWEEN = 400  # characters between two stretches of one speaker's words
_SHOWN = 80  # characters before whom a sentence shows
_COORDINATING = frozenset({"et", "mais", "puis", "ou"})
_LINKED = frozenset({"et", "mais", "puis", ","})


def goes_on_speaking(p: Place, rule: str, cue: Cue) -> Attribution:
    """ "Et de conclure : « … »": whoever the sentence before is about, or spoke last."""
    before = speaker_before(p.scene, p.number)
    return Attribution(rule, (cue.start, cue.end), before, like=last_told(p) if before is None else None)


def coordinated_with(row: Sequence[Chunk], cues: Sequence[Cue], cue: Cue) -> Subject | None:
    """ "X, qui a dit « … »... mais avait confié sa « crainte »": the subject of the verb it goes on with."""
    if not cue.first or row[cue.first - 1].low not in _COORDINATING:
        return None
    before = [c.subject for c in cues if c.first < cue.first and c.subject is not None]
    return before[-1] if before and before[-1].kind in STRONG else None


def speaker_before(scene: Scene, number: int) -> Subject | None:
    """Who speaks or acts in the sentences before sentence ``number``, in the same paragraph."""
    for i in range(number - 1, max(-1, number - 4), -1):
        if "\n\n" in scene.doc.text[scene.ends[i] : scene.starts[i + 1]]:
            return None
        for cue in _last_first(cues_of(scene, i), scene.row(i).chunks):
            if cue.subject is not None and cue.subject.kind in STRONG:
                return cue.subject
            if cue.subject is not None and cue.subject.kind == "unnamed":
                return None
        row = scene.row(i).chunks
        opening = opening_subject(row, 0, len(row), scene.doc.text)
        if opening is not None and opening.kind in STRONG:
            return opening
    return None


def _last_first(cues: list[Cue], row: list[Chunk]) -> list[Cue]:
    """Reporting words, the last first, those of a reported clause last; nouns only after the verbs."""
    que = next((j for c in cues if c.kind == "verb" for j in _que_beside(c, row)), len(row))
    inside = [c for c in cues if c.first > que and row[c.first - 1].low not in _LINKED and c.order != "VS"]
    backwards = [c for c in reversed(cues) if c not in inside] + inside
    return sorted(backwards, key=lambda cue: cue.kind == "noun")


def continues(p: Place) -> Attribution | None:
    """« … », explique X. « … »: no new cue, the same paragraph goes on."""
    if not p.opens_row:
        return None
    last = last_told(p)
    if last is None or "\n" in p.text[p.scene.quotes[last].close : p.quote.open]:
        return None
    if p.number and p.scene.index_at(p.scene.quotes[last].close) < p.number - 1:
        told = [c for c in cues_of(p.scene, p.number - 1) if c.order == "VS" and c.subject is not None]
        if told and told[-1].subject is not None and told[-1].subject.kind in STRONG:
            return Attribution("continues", None, told[-1].subject)  # whose words had no marks
    return Attribution("continues", like=last)


def next_block(p: Place) -> Attribution | None:
    """Il a déclaré : ¶ « … » ¶ « … »: a further paragraph of words right under those a colon announced."""
    last = p.index - 1
    if not p.alone or last not in p.done or not p.done[last].rule.endswith(("-colon", "next-block")):
        return None
    between = p.text[p.scene.quotes[last].close : p.quote.open]
    return Attribution("next-block", like=last) if "\n" in between and not between.strip() else None


def next_paragraph(p: Place) -> Attribution | None:
    """« … », dit X. ¶ Nul ne s'y attendait. « … »: whole sentences under those of X, nobody shown since."""
    whole = p.alone or (p.opens_row and p.words[0].isupper() and has_verb(p.words))
    last = last_told(p) if whole else None
    if last is None or p.done[last].rule == "unattributed" or word_count(p.words) < _SAID_ON:
        return None
    end = p.scene.quotes[last].close
    between = p.text[end : p.quote.open]
    if _paragraphs(between) != 2 or len(between) > _BETWEEN or p.scene.names_person(end, p.quote.open):
        return _only_said(p, last, between)
    for i in range(p.scene.index_at(end) + 1, p.number):
        row = p.scene.row(i).chunks
        seen = opening_subject(row, 0, len(row), p.text)
        if seen is not None and seen.kind in ("unnamed", "role", "inst", "org"):
            return None
    return Attribution("goes-on", like=last)


def speaker_told(p: Place) -> Attribution | None:
    """Rien n'a changé, a expliqué X. En mai, « il disait encore que … »: who told the sentence before."""
    if not p.number or not p.words[0].islower() or not has_verb(p.words) or word_count(p.words) < _SAID_ON:
        return None
    if "\n" in p.text[p.scene.ends[p.number - 1] : p.scene.starts[p.number]]:
        return None
    told = [c for c in cues_of(p.scene, p.number - 1) if c.order == "VS" and c.subject is not None]
    last = told[-1].subject if told else None
    return Attribution("after-sentence", None, last) if last is not None and last.kind in STRONG else None


def _paragraphs(between: str) -> int:
    """How many paragraphs a stretch touches, by its line ends."""
    return len(_LINES.split(between))


def _only_said(p: Place, last: int, between: str) -> Attribution | None:
    """« … », a ajouté Jeanne Petit. ¶ « … »: only her own name stands between the two."""
    said = p.done[last].subject
    alone = _paragraphs(between) == 2 and p.scene.index_at(p.scene.quotes[last].close) == p.number - 1
    return Attribution("goes-on", like=last) if alone and said is not None else None


def _que_beside(cue: Cue, row: list[Chunk]) -> list[int]:
    """Where the "que" of a verb stands, right after it or after one word."""
    return [j for j in range(cue.after, min(cue.after + 2, len(row))) if row[j].low in ("que", "qu'")]


def acted_since(p: Place) -> Attribution | None:
    """« … », souffle X. À ses côtés, Y tient le micro. « … »: whom one sentence shows between them."""
    last = last_told(p) if p.opens_row and p.number else None
    if last is None or p.scene.index_at(p.scene.quotes[last].close) >= p.number - 1:
        return None
    before = p.scene.row(p.number - 1)
    if "\n" in p.text[p.scene.quotes[last].close : p.quote.open] or any(c.kind == "Q" for c in before.chunks):
        return None
    seen = opening_subject(before.chunks, 0, len(before.chunks), p.text)
    if seen is None or seen.kind not in ("person", "role") or seen.start - before.start > _SHOWN:
        return None
    return Attribution("acted-since", None, seen)


def last_told(p: Place) -> int | None:
    """The nearest earlier quotation that has a speaker."""
    for i in range(p.index - 1, max(-1, p.index - 4), -1):
        if i in p.done:
            return i
    return None


def _side(row: Sequence[Chunk]) -> Subject | None:
    """ "Du côté du syndicat Untel, on s'inquiète.", "Chez Untel, on s'étonne.": on whose side."""
    if row[0].low not in ("du", "chez", "côté") or not any(c.low == "on" for c in row):
        return None
    at = next((j for j, c in enumerate(row[:_SIDE]) if c.kind == "I"), None)
    return Subject("inst", row[at].start, row[at].end, at + 1) if at is not None else None


def after_sentence(p: Place) -> Attribution | None:
    """X promet que … . « J'en prends l'engagement. »: the speaker of the sentence before."""
    if not p.opens_row or p.number == 0:
        return None
    before = p.scene.row(p.number - 1)
    if "\n" in p.text[before.end : p.quote.open]:
        return None
    for cue in _last_first(cues_of(p.scene, p.number - 1), before.chunks):
        if cue.subject is not None and cue.subject.kind in STRONG | {"unnamed", "name"}:
            said = cue.verb is not None and cue.verb.lemma in _EXPRESSING and cue.kind == "verb"
            return Attribution("after-sentence", (cue.start, cue.end) if said else None, cue.subject)
    opening = opening_subject(before.chunks, 0, len(before.chunks), p.text)
    if opening is not None and opening.kind == "person":
        return Attribution("after-sentence", None, opening)
    row = before.chunks
    found = next((j for j in range(len(row) - 1, -1, -1) if row[j].kind == "P"), None)
    if found is not None and not (found and row[found - 1].low == "avec"):
        return Attribution("after-sentence", None, Subject("person", row[found].start, row[found].end, 0))
    if (
        p.alone
        and opening is not None
        and opening.kind == "pronoun"
        and _MYSELF.search(lower_shadow(p.words))
    ):
        return Attribution("after-sentence", None, opening)  # "En mai, elle fonde un club. « J'en rêvais. »"
    if before.chunks:
        np = read_np(before.chunks, 0, p.text)
        if before.chunks[0].low in ("son", "sa") and _MYSELF.search(lower_shadow(p.words)):
            return None  # "Son père lui a tout appris. « J'avais 22 ans »"
        if (side := _side(before.chunks)) is not None:
            return Attribution("after-sentence", None, side)
        if np is not None and np.kind in ("role", "inst", "org", "pronoun", "unnamed"):
            return Attribution("after-sentence", None, np)
    return None
