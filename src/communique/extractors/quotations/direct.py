"""Words between marks to quotation mentions: joined over an incise, kept or dropped, attributed."""

from __future__ import annotations

from collections.abc import Iterator

from communique.document import lower_shadow
from communique.extractors.quotations.attribution import attribute
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.going_on import after_sentence
from communique.extractors.quotations.kept import goes_on_after, is_fragment, is_kept, is_term
from communique.extractors.quotations.layout import (
    echoed,
    headed,
    interviewee,
    marked_answer,
    presented_under,
    pulled_from,
    signature,
)
from communique.extractors.quotations.loose import loose
from communique.extractors.quotations.marks import Marked
from communique.extractors.quotations.named_things import names_thing, taken_up
from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import Subject
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Scene
from communique.extractors.quotations.tales import testified
from communique.extractors.quotations.words import listed
from communique.mentions import QuotationMention
from communique.records import QuotationKind

_SENTENCE_END = ".!?…"
_SPEECH_NOUNS = listed("speech_nouns.txt")
_SAYINGS = _SPEECH_NOUNS | {
    "propos",
    "mots",
    "paroles",
    "phrases",
    "citation",
    "déclaration",
    "déclarations",
    "cris",
}

_SPAN_RULES = {
    "«": "guillemets",
    "<": "ascii-guillemets",
    "“": "curly",
    '"': "straight",
    "„": "low",
    "‹": "single-guillemets",
    "'": "single",
    "''": "double-single",
}
_SENTENCE = 60  # chunks on either side of a fragment
_BESIDE = frozenset({"et", "ou", "puis", "encore", "mais"})  # between marked words of one speaker
_WAITING = frozenset({"si", "quand", "lorsque", "puisque", "tant"})  # of a clause that is not whole
_STATED = 4  # words of a whole sentence
_PRESENTED = 12  # chunks of "La phrase est de", "L'avertissement vient du professeur"
_LINKS = frozenset({"mais", "et", "car", "donc", "parce", "puisque", "sinon", "sauf", "alors"})


def read_marked(scene: Scene) -> Iterator[QuotationMention]:
    """Mentions for every outer stretch between marks that is somebody's words, and for told nested ones."""
    done: dict[int, Attribution] = {}
    joined: set[int] = set()
    dropped: list[Place] = []
    for index, quote in enumerate(scene.quotes):
        if index in joined:
            continue
        place = place_of(scene, index, done)
        if place is None:
            continue
        found = attribute(place)
        second = _second_half(place, found) if found is not None else None
        if second is not None and found is not None:
            joined.add(second)
            other = scene.quotes[second]
            found.parts = ((quote.start, quote.end), (other.start, other.end))
        found = found or _without_cue(place)
        if found is None or not is_kept(place, found) or is_term(place) or names_thing(place):
            dropped.append(place)
            continue
        if taken_up(place, found):
            continue
        if found.rule == "unattributed" and goes_on_after(place):
            found = Attribution("goes-on", None, like=index + 1)
        done[index] = found
        yield mention(scene, place, found)
    for place in dropped:
        beside = _beside(place, done)
        if beside is not None:
            yield mention(scene, place, Attribution("beside", done[beside].cue, like=beside))


def _beside(place: Place, done: dict[int, Attribution]) -> int | None:
    """ "un individu au « comportement étrange » qui a « tenté de frapper »": both of the one who tells."""
    if not is_fragment(place) or is_term(place) or names_thing(place):
        return None
    if taken_up(place, Attribution("beside")):
        return None
    text, quotes = place.text, place.scene.quotes
    for chunk in place.chunks[max(0, place.k - _SENTENCE) : place.k + _SENTENCE]:
        if chunk.kind == "Q" and chunk.ref in done and chunk.ref != place.index:
            words = text[quotes[chunk.ref].start : quotes[chunk.ref].end]
            if words[:1].islower() and word_count(words) > 2:
                return chunk.ref
    return None


def place_of(scene: Scene, index: int, done: dict[int, Attribution]) -> Place | None:
    """Where a quotation stands in its sentence."""
    quote = scene.quotes[index]
    number = scene.index_at(quote.open)
    if not scene.starts:
        return None
    chunks = scene.row(number).chunks
    k = next((j for j, c in enumerate(chunks) if c.ref == index and c.kind == "Q"), None)
    if k is None:
        return None
    return Place(scene, index, quote, number, chunks, k, cues_of(scene, number), done)


def _second_half(place: Place, found: Attribution) -> int | None:
    """The next quotation when it goes on with the same sentence after the incise."""
    if not found.rule.startswith("incise") or found.parts or place.words.rstrip()[-1] in _SENTENCE_END:
        return None
    chunks = place.chunks
    others = {cue.first for cue in place.cues if found.cue is not None and cue.start > found.cue[1]}
    for j in range(place.k + 1, len(chunks)):
        if j in others:
            return None
        chunk = chunks[j]
        meanwhile = chunk.low in ("alors", "tandis", "pendant") and chunks[j - 1].kind == ","
        if meanwhile and j + 1 < len(chunks) and chunks[j + 1].low in ("que", "qu'"):
            return None  # "« A », renchérit X, alors qu'à Pau, « B »"
        if chunk.kind == "Q":
            other = place.scene.quotes[chunk.ref]
            first = place.text[other.start]
            comma = chunks[j - 1].kind == "," and (first.islower() or not first.isalpha())
            told = any(c.order == "VS" and j < c.first <= j + 2 for c in place.cues)
            if told and not has_verb(place.text[other.start : other.end]):
                return None  # "« A », dit-il, « une ruine », souffle-t-il"
            if not _completes(place, other, chunks[j + 1].kind if j + 1 < len(chunks) else ""):
                return None
            goes_on = comma or (chunks[j - 1].kind == ";" and _linked(place.text[other.start : other.end]))
            return chunk.ref if goes_on and "\n\n" not in place.text[place.quote.close : other.open] else None
        follows = chunks[j + 1].kind if j + 1 < len(chunks) else ""
        if chunk.kind in ".:" or (chunk.kind == ";" and follows != "Q"):
            return None
    return None


def _completes(place: Place, other: Marked, following: str) -> bool:
    """Not "« A », confie un proche de X, « écarté » depuis", nor "une « trêve », dit X, « le plan »"."""
    second = place.text[other.start : other.end]
    if following == "w" and word_count(second) < _STATED and not has_verb(second):
        return False
    return place.opens_row or has_verb(place.words) or word_count(place.words) >= _STATED


def _linked(words: str) -> bool:
    """ "mais on peut …": words that can only go on with a sentence."""
    return words.split(maxsplit=1)[0] in _LINKS


def _without_cue(place: Place) -> Attribution | None:
    """Words with no reporting word: signed, pulled from the text, or going on with what was said."""
    signed = signature(place.scene, place.quote)
    if signed is not None:
        return Attribution("signature", None, signed)
    over = headed(place.scene, place.quote)
    if over is not None:
        return Attribution("headed", None, over)
    answering = marked_answer(place.scene, place.quote)
    if answering is not None:
        return Attribution("answer", None, answering)
    pulled = pulled_from(place.scene, place.index) if place.alone else None
    if pulled is not None:
        return Attribution("pull-quote", None, like=pulled)
    return (
        _named_next(place)
        or _named_beside(place)
        or testified(place)
        or after_sentence(place)
        or _headline(place)
        or loose(place)
    )


def _named_next(place: Place) -> Attribution | None:
    """« Une navette ! » L'exclamation est partie du public: the next sentence says what they were."""
    if not place.alone or place.words[-1] not in _SENTENCE_END or place.number + 1 >= len(place.scene.starts):
        return None
    row = place.scene.row(place.number + 1)
    if len(row.chunks) < 3 or "\n" in place.text[place.quote.close : row.start]:
        return None
    definite = row.chunks[0].low in ("le", "la", "l'", "ce", "cet", "cette")
    if not definite or row.chunks[1].low not in _SPEECH_NOUNS:
        return None
    person = next((c for c in row.chunks[:_PRESENTED] if c.kind == "P"), None)
    who = Subject("person", person.start, person.end, 0) if person is not None else None
    return Attribution("named-next", None, who)


def _named_beside(place: Place) -> Attribution | None:
    """ "« Tout brûle » Ces propos de Jeanne Petit": the same, where no sentence ends between them."""
    following = place.chunks[place.k + 1 : place.k + 4]
    if not place.opens_row or len(following) < 3 or not place.text[following[0].start].isupper():
        return None
    if following[0].low not in ("ce", "cet", "cette", "ces") or following[1].low not in _SAYINGS:
        return None
    row = place.chunks[place.k + 3 : place.k + 3 + _PRESENTED]
    of = following[2].low in ("de", "d'", "du")
    person = next((c for c in row if c.kind == "P"), None) if of else None
    who = Subject("person", person.start, person.end, 0) if person is not None else None
    return Attribution("named-next", None, who)


def _headline(place: Place) -> Attribution | None:
    """A title that is a quotation: in an interview, words of the person interviewed."""
    section = place.scene.doc.section_at(place.quote.open)
    labelled = place.closes_row and 0 < place.k < 4 and place.chunks[place.k - 1].kind in ":–—|"
    if section is None or section.kind not in ("title", "heading", "standfirst"):
        return None
    if not (place.alone or labelled):
        return None
    who = interviewee(place.scene)
    if who is not None:
        return Attribution("headline", None, who)
    if section.kind != "title" or not place.alone:
        return None
    told = echoed(place.scene, place.index)
    if told is not None:
        return Attribution("echo", like=told)
    presented = presented_under(place.scene, section.end)
    if presented is None or place.text[presented.start : presented.end].split()[-1] in place.words:
        return None  # who is named in the words is told of, and does not speak
    return Attribution("headline", None, presented)


def _kind(place: Place, found: Attribution) -> QuotationKind:
    first = place.words[0]
    following = place.chunks[place.k + 1] if place.k + 1 < len(place.chunks) else None
    goes_on = following is not None and following.kind in "wPI" and following.low not in _BESIDE
    told = found.rule == "told-at-end" and place.opens_row
    if told and (goes_on or lower_shadow(place.words).split()[0] in _WAITING):
        return "mixed"  # "« Nous voulons que ces paroles » cessent, a dit X."
    begins = "colon" in found.rule and goes_on and place.words[-1] not in _SENTENCE_END
    if begins and word_count(place.words) <= _STATED and not has_verb(place.words):
        return "mixed"  # "X : « La colère » de mai « a parlé »"
    writers = goes_on and following is not None and following.kind == "w"
    writers = writers and following is not None and place.text[following.start].islower()
    if found.cue is None and place.opens_row and writers:
        return "mixed"  # "« Il n'y aura pas de hausse » non plus ici"
    if place.opens_row or "colon" in found.rule or "signature" in found.rule:
        return "direct"
    if found.rule.startswith("incise") and first.isupper():
        return "direct"
    whole = has_verb(place.words) and (first.isupper() or _set_off(place))
    ends = place.words[-1] in _SENTENCE_END
    return "direct" if whole and (ends or (not goes_on and first.isupper() and _set_off(place))) else "mixed"


def _set_off(place: Place) -> bool:
    """Whether words stand apart from what is before them: "X : « … », « … » ou encore « … »"."""
    before = place.chunks[place.k - 1]
    if before.kind in ":–—;":
        return word_count(place.words) >= _STATED
    series = before.kind == "," or before.low in _BESIDE
    told = place.index in place.done or place.index - 1 in place.done
    marked = any(c.kind == "Q" for c in place.chunks[max(0, place.k - 4) : place.k])
    return series and told and marked and word_count(place.words) >= _STATED


def mention(scene: Scene, place: Place, found: Attribution) -> QuotationMention:
    """The mention of an attributed quotation."""
    quote = place.quote
    parts = found.parts or ((quote.start, quote.end),)
    subject = found.subject
    named = subject is not None and subject.kind != "other"
    like = scene.quotes[found.like] if found.like is not None else None
    span_rule = _SPAN_RULES[quote.family] + ("" if quote.closed else "+unclosed")
    return QuotationMention(
        start=parts[0][0],
        end=parts[-1][1],
        kind=_kind(place, found),
        parts=parts,
        speaker=(subject.start, subject.end) if subject is not None and named else None,
        cue=found.cue,
        also=subject.also if subject is not None else (),
        like=like.start if like is not None else None,
        rule=f"{span_rule}/{found.rule}",
    )
