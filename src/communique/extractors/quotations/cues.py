"""Reporting words of a sentence ("précise", "a-t-il ajouté", "selon"): the ordered rules that read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.cue_nonfinite import conviction, gerund, infinitive
from communique.extractors.quotations.cue_nouns import carried, emerges, emerging, predicated, was_told
from communique.extractors.quotations.cue_sources import noun, phrase, phrases, source, viewpoint
from communique.extractors.quotations.cue_verbs import compound_past, finite_verb, inverted_verb
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.verb_groups import HAVE
from communique.extractors.quotations.verbs import (
    FINITE,
    GERUND,
    INFINITIVE,
    PARTICIPLE,
    compound_forms,
    forms,
)
from communique.extractors.quotations.words import in_class, listed
from communique.memos import remember

_CONVINCED = in_class("convinced")
_SPEECH_NOUNS = listed("speech_nouns.txt")
_REPORT_NOUNS = listed("report_nouns.txt")
_FORMS = forms()
_COMPOUND_FORMS = compound_forms()

Rule = Callable[[Reading, int], Cue | None]
_CLAUSE = 90  # chunks that a clause has at most
_CLAUSE_ENDS = frozenset(";:?!.")


@cache
def triggers() -> frozenset[str]:
    """Every word that a rule of this page can begin with, phrases and inverted verbs apart."""
    words = {"selon", "après", "dixit", "pour", *emerging(), *in_class("convinced")}
    words |= listed("speech_nouns.txt") | listed("report_nouns.txt")
    return frozenset(words | set(forms()) | set(compound_forms()))


@cache
def _phrase_starts() -> dict[str, frozenset[str]]:
    """First words of the phrases that name a source, with the words that can follow."""
    return {first: frozenset(words[1] for words, _ in found) for first, found in phrases().items()}


@cache
def sentence_triggers() -> frozenset[str]:
    """Words that make a sentence worth reading: of a phrase, its noun or verb and not its preposition."""
    rare = {w for found in phrases().values() for phrase_, _ in found for w in phrase_ if len(w) > 3}
    return triggers() | rare - {"même", "proche"}


@cache
def reporting_nouns() -> frozenset[str]:
    """Nouns that report only with "que" or a colon after them, and are no verb form."""
    in_phrases = {w for found in phrases().values() for phrase_, _ in found for w in phrase_}
    nouns = listed("speech_nouns.txt") | listed("report_nouns.txt")
    return nouns - frozenset(forms()) - frozenset(compound_forms()) - in_phrases


# The rules that the words met call: most call none, and words come again.
_met: dict[str, tuple[Rule, ...]] = {}
_MOST_MET = 1 << 14


def _called_by(low: str) -> tuple[Rule, ...]:
    rules = _met.get(low)
    return remember(_met, low, _rules_for(low), _MOST_MET) if rules is None else rules


def _rules_for(low: str) -> tuple[Rule, ...]:
    """The rules that can begin with a word, in their order; none for most words."""
    found: set[Rule] = set()
    if low in _phrase_starts():
        found.add(phrase)
    if low in ("selon", "après", "dixit"):
        found.add(source)
    if low == "pour":
        found.add(viewpoint)
    if low in _CONVINCED:
        found.add(conviction)
    if low in _SPEECH_NOUNS:
        found |= {noun, predicated}
    if low in _REPORT_NOUNS:
        found |= {carried, predicated}
    if low in emerging():
        found.add(emerges)
    form = _FORMS.get(low)
    moods = form.moods if form is not None else 0
    for compound in _COMPOUND_FORMS.get(low, ()):
        moods |= compound.moods
    if moods or "-" in low or low in HAVE:
        found.add(inverted_verb)
    found.update(rule for mood, rule in _BY_MOOD if moods & mood)
    return tuple(rule for rule in RULES if rule in found)


def read_cues(row: Sequence[Chunk], text: str) -> list[Cue]:
    """The reporting words of a row, in order."""
    out: list[Cue] = []
    begin = busy = 0
    starts, met = _phrase_starts(), _met
    for i, chunk in enumerate(row):
        kind, low = chunk.kind, chunk.low
        if kind != "w":
            if kind in _CLAUSE_ENDS and (kind != "." or i + 1 < len(row)):
                begin = i + 1
            continue
        if i < busy:
            continue
        rules = met.get(low)
        if rules is None:
            rules = _called_by(low)
        if not rules:
            continue
        following = row[i + 1].low if i + 1 < len(row) else ""
        reading: Reading | None = None
        for rule in rules:
            if rule is inverted_verb and "-" not in low and not following.startswith("t-"):
                continue  # "a t-il ajouté"
            if rule is phrase and following not in starts[low]:
                continue
            reading = reading or Reading(row, max(begin, i - _CLAUSE), text, out[-1] if out else None)
            cue = rule(reading, i)
            if cue is not None:
                out.append(cue)
                busy = max(i + 1, cue.after)
                break
    return out


def cues_of(scene: Scene, number: int) -> list[Cue]:
    """The reporting words of a sentence, read once."""
    if number not in scene.cues:
        scene.cues[number] = read_cues(scene.row(number).chunks, scene.doc.text)
    found: list[Cue] = scene.cues[number]
    return found


RULES: tuple[Rule, ...] = (
    phrase, source, viewpoint, inverted_verb, finite_verb, was_told, compound_past, gerund, infinitive,
    conviction, carried, predicated, emerges, noun,
)  # fmt: skip
_BY_MOOD: tuple[tuple[int, Rule], ...] = (
    (FINITE, finite_verb), (PARTICIPLE, was_told), (PARTICIPLE, compound_past),
    (GERUND, gerund), (INFINITIVE, infinitive),
)  # fmt: skip
