"""Words that no reporting word announces: whose they are by what stands around them."""

from __future__ import annotations

from itertools import pairwise

from communique.document import lower_shadow
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.going_on import next_paragraph, speaker_before, speaker_told
from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import Subject, read_np
from communique.extractors.quotations.only_one import only_one
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.subjects import opening_subject
from communique.extractors.quotations.words import in_class, listed

_AIMS = frozenset(
    {"but", "objectif", "idée", "ambition", "enjeu", "priorité", "volonté", "mission", "souhait"}
)
_COPULAS = frozenset({"est", "était", "étant", "reste", "sera"})
_THIS_IS = frozenset(
    {("c'", "est"), ("ce", "sont"), ("c'", "était"), ("il", "s'", "agit", "d'"), ("il", "s'", "agit", "de"),
     ("il", "s'", "agissait", "d'"), ("il", "s'", "agissait", "de")}
)  # fmt: skip
_OF_RELATIVE = frozenset({"où", "dont", "auquel", "auxquels", "duquel", "desquels", "desquelles", "laquelle"})
_SPEECH_NOUNS = listed("speech_nouns.txt")
_BELONGING = frozenset({"de", "d'", "du", "des", "contre", "avec", "par"})
_LOOKED_BACK = 4  # sentences of its paragraph before words that nothing announces


def loose(place: Place) -> Attribution | None:
    """No rule knows: a speaker of the same sentence or of the sentence before, else nobody."""
    for cue in reversed(place.cues):
        if cue.subject is not None and cue.after <= place.k and not _closed(place, cue.after):
            said = (cue.start, cue.end) if cue.kind not in ("noun", "relative") else None
            return Attribution("same-sentence", said, cue.subject)
    at = next((j for j in range(place.k - 1, -1, -1) if place.chunks[j].kind == "P"), None)
    person = place.chunks[at] if at is not None else None
    if person is not None and not (at and place.chunks[at - 1].low == "entre"):
        return Attribution("same-sentence", None, Subject("person", person.start, person.end, 0))
    if _aim(place) and (before_it := speaker_before(place.scene, place.number)) is not None:
        return Attribution("aim", None, before_it)
    goes_on = relative_words(place) or _contrasted(place)
    told = opening_subject(place.chunks, 0, place.k, place.text) if goes_on else None
    if told is not None and told.kind in ("pronoun", "role", "inst", "org"):
        return Attribution("same-sentence", None, told)  # "Elle présente sa liste, « sur laquelle … »"
    if tuple(c.low for c in place.chunks[: place.k]) in _THIS_IS and place.number:
        before_it = speaker_before(place.scene, place.number)
        if before_it is not None:
            return Attribution("after-sentence", None, before_it)  # "C'est « un thème rassembleur »"
    opening = read_np(place.chunks, 0, place.text)
    if opening is not None and place.chunks[0].low in ("son", "sa") and opening.kind in ("role", "other"):
        return Attribution("same-sentence", None, opening._replace(kind="role"))  # "Sa mère « tremble »"
    last = max((i for i in place.done if i >= place.index - 3), default=None)
    if last is not None and not _of_a_stranger(place) and not _of_others(place):
        before = place.scene.quotes[last]
        at = next((j for j, c in enumerate(place.chunks[: place.k]) if c.kind == "Q" and c.ref == last), None)
        apart = at is not None and _closed(place, at)  # "(X a parlé de « A »), entre les « B »"
        if "\n" not in place.text[before.close : place.quote.open] and not apart:
            said = place.done[last].cue if before.open >= place.chunks[0].start else None
            return Attribution("same-paragraph", said, like=last)  # "Selon X, un homme « A » et « B »"
    earlier = _earlier_person(place) if place.alone else None
    if earlier is not None:
        return Attribution("earlier-sentence", None, earlier)
    further = next_paragraph(place)
    if further is not None:
        return further
    told_before = speaker_told(place)
    if told_before is not None:
        return told_before
    following = _next_person(place) if place.alone else None
    if following is not None:
        return Attribution("next-sentence", None, following)
    portrayed = only_one(place)
    if portrayed is not None:
        return Attribution("only-one", None, portrayed)
    return Attribution("unattributed")


def _aim(place: Place) -> bool:
    """ "Le but est « d'accroître la sécurité »": an aim in the words of whoever was told of before."""
    first = lower_shadow(place.words).replace("'", "' ").split(maxsplit=2)[:2]
    if len(first) < 2 or first[0] not in ("de", "d'") or not first[1].endswith(("er", "ir", "re")):
        return False
    lows = [c.low for c in place.chunks[: place.k]]
    return any(low in _AIMS for low in lows[:4]) and any(low in _COPULAS for low in lows[1:6])


def relative_words(place: Place) -> bool:
    """Whether marked words are a relative clause of the sentence before them: "sur laquelle …", "où …"."""
    if word_count(place.words) < 6 or not has_verb(place.words) or not place.k:
        return False
    low = place.words.lower().split(maxsplit=2)
    return place.chunks[place.k - 1].kind == "," and (
        low[0] in _OF_RELATIVE or low[1] in ("laquelle", "lequel", "lesquels", "lesquelles", "qui", "quoi")
    )


def _contrasted(place: Place) -> bool:
    """ "Elle ne renie rien, mais « il arrive un moment où … »": what the one spoken of says to that."""
    return (
        place.k > 2
        and place.chunks[place.k - 1].low in ("mais", "car")
        and place.chunks[place.k - 2].kind == ","
        and word_count(place.words) >= 6
        and has_verb(place.words)
    )


def _of_a_stranger(place: Place) -> bool:
    """ "Sur le quai, Momo, trente ans de maison, ne décolère pas : « … »": a name that no list knows."""
    if not place.k or place.chunks[place.k - 1].kind != ":":
        return False
    clause = place.chunks[: place.k - 1]
    for j, chunk in enumerate(clause):
        name = chunk.kind == "w" and place.text[chunk.start].isupper() and len(chunk.low) > 2
        opens = j == 0 or clause[j - 1].kind == ","
        follows = clause[j + 1] if j + 1 < len(clause) else None
        sets_off = follows is not None and (follows.kind == "," or has_verb(follows.low, first_only=True))
        closed = any(
            chunk.low in in_class(c) for c in ("determiners", "prepositions", "adverbs", "relatives")
        )
        if name and opens and sets_off and not closed and noun_kind(chunk.low) == "other":
            return j > 0
    return False


def _closed(place: Place, after: int) -> bool:
    """Whether a reporting word stands in brackets that are closed before the marked words."""
    signs = [c.kind for c in place.chunks[after : place.k] if c.kind in "()"]
    return signs[:1] == [")"]


def _of_others(place: Place) -> bool:
    """ "Les élus ont beau savoir que c'est du « vent »", "… d'un marcheur : « … »": not of X, who spoke."""
    if place.chunks[0].low == "les" and noun_kind(place.chunks[1].low) != "other":
        return True
    colon = place.k > 2 and place.chunks[place.k - 1].kind == ":"
    clause = place.chunks[: place.k - 1] if colon else []
    return any(
        a.low in ("un", "une") and b.kind == "w" and noun_kind(b.low) == "role" for a, b in pairwise(clause)
    )


def _next_person(place: Place) -> Subject | None:
    """« … » alone in its paragraph: the first person of the sentence after it."""
    if place.number + 1 >= len(place.scene.starts):
        return None
    row = place.scene.row(place.number + 1).chunks
    for at, chunk in enumerate(row):
        if chunk.kind == "P":
            of = (
                at > 0
                and row[at - 1].low in _BELONGING
                and row[-1].kind == "."
                and not (at > 2 and row[1].low in _SPEECH_NOUNS)
            )
            return None if of else Subject("person", chunk.start, chunk.end, 0)
    return None


def _earlier_person(place: Place) -> Subject | None:
    """Jean, c'est lui. Deux tiers des élèves … . « … »: whom its paragraph names last before it."""
    for i in range(place.number - 1, max(-1, place.number - _LOOKED_BACK), -1):
        row = place.scene.row(i)
        if "\n" in place.text[row.end : place.scene.row(i + 1).start]:
            return None
        for at in range(len(row.chunks) - 1, -1, -1):
            chunk = row.chunks[at]
            if chunk.kind == "P" and not (at and row.chunks[at - 1].low == "avec"):
                return Subject("person", chunk.start, chunk.end, 0)
    return None
