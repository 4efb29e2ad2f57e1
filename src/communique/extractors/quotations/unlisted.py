"""Incises whose verb or noun no list knows: « … », rugit le coach; « … », a-t-il cinglé."""

from __future__ import annotations

from communique.document import lower_shadow
from communique.extractors.quotations.adverbials import skip_adverbials
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.noun_phrases import Subject, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.verbs import form
from communique.extractors.quotations.words import in_class, listed

_TEXT_NOUNS = listed("text_nouns.txt")
_CLITICS = in_class("clitics")
_AUXILIARIES = in_class("auxiliaries")
_HELPERS = in_class("helpers")
_BEFORE_INFINITIVE = in_class("before_infinitive")
_HELPING = in_class("helping")
_ADVERBS = in_class("adverbs")
_DETERMINERS = in_class("determiners")

_PARTICIPLES = ("é", "ée", "és", "i", "ie", "u", "ue", "is", "it", "ert", "int")
_FINITE = ("e", "t", "d", "a", "ent", "c", "é", "i", "u", "is", "er", "re", "ir")
_CLOSED = (
    "determiners", "prepositions", "relatives", "adverbs", "auxiliaries", "subject_pronouns", "modals",
)  # fmt: skip


def somebody(p: Place, subject: Subject) -> Subject:
    """ "murmure le greffier-chef": right after the marks a noun that no list knows is somebody, or a text."""
    said = lower_shadow(p.text[subject.start : subject.end]).replace("'", "' ").split()
    if subject.kind != "other" or said[0] not in ("le", "la", "l'", "un", "une") or len(said) < 2:
        return subject
    name = any(c.isupper() for c in p.text[subject.start + 1 : subject.start + 4])  # "rigole la Joconde"
    if name or said[1].removesuffix("s") in _TEXT_NOUNS:
        return subject
    return subject._replace(kind="unnamed" if said[0].startswith("un") else "role")


def unlisted_verb(p: Place, j: int) -> Attribution | None:
    """« … », rugit le coach; « … », l'a coupé X; « … », a-t-il cinglé: any verb reports there."""
    chunks, n = p.chunks, len(p.chunks)
    verb = j
    while verb < min(n, j + 3) and chunks[verb].low in _CLITICS:
        verb += 1
    if verb >= n or chunks[verb].kind != "w" or not p.text[chunks[verb].start].islower():
        return None
    low = chunks[verb].low
    if verb > j and chunks[verb - 1].low in ("le", "la", "l'", "les") and noun_kind(low) != "other":
        return None  # "« … », le journaliste Jean Petit regrette"
    head, _, tail = low.partition("-")
    subject = None
    if tail:
        pronoun = tail.removeprefix("t-")
        if pronoun not in ("il", "elle", "ils", "elles", "on"):
            return None
        kind = "on" if pronoun == "on" else "pronoun"
        subject = Subject(kind, chunks[verb].end - len(pronoun), chunks[verb].end, verb + 1)
    after = verb + 1
    if head in _AUXILIARIES:
        while after < min(n, verb + 8) and not _participle(chunks[after]):
            after += 1
        if after >= min(n, verb + 8) or (head in ("est", "sont") and verb == j):
            return None
        after = _past_infinitive(chunks, after + 1)
    elif (head if subject is not None else low) in _HELPERS:
        while after < min(n, verb + 5) and chunks[after].low in _BEFORE_INFINITIVE:
            after += 1
        if after >= n or chunks[after].kind != "w" or not chunks[after].low.endswith(("er", "ir", "re")):
            return None
        after += 1
    elif verb == j and _needs_itself(low):
        return None  # "ce slogan, « … », amuse Jeanne Petit"
    elif any(low in in_class(c) for c in _CLOSED) or low in ("et", "ou", "comme", "que", "si"):
        return None
    if subject is None:
        subject = _after_verb(p, after, verb)
    if subject is None:
        return None
    end = chunks[after - 1].start + len(head) if tail and after == verb + 1 else chunks[after - 1].end
    return Attribution("incise-unlisted", (chunks[j].start, end), subject)


def _needs_itself(low: str) -> bool:
    """Whether a verb reports with its reflexive pronoun only: "s'amuse", "se réjouit"."""
    found = form(low)
    return found is not None and "r" in found.verb.frames and not set("qn") & set(found.verb.frames)


def _past_infinitive(chunks: list[Chunk], after: int) -> int:
    """ "a-t-elle fait | remarquer", "a-t-il tenu | à rappeler": what the participle only helps."""
    if chunks[after - 1].low not in _HELPING:
        return after
    i = after
    while i < min(len(chunks), after + 3) and chunks[i].low in _BEFORE_INFINITIVE:
        i += 1
    if i < len(chunks) and chunks[i].kind == "w" and chunks[i].low.endswith(("er", "ir", "re")):
        return i + 1
    return after


def _participle(chunk: Chunk) -> bool:
    return chunk.kind == "w" and chunk.low.endswith(_PARTICIPLES) and chunk.low not in _ADVERBS


def _after_verb(p: Place, after: int, verb: int) -> Subject | None:
    """The subject that an unlisted verb is followed by: a person, or somebody named by a function."""
    chunk = p.chunks[after] if after < len(p.chunks) else None
    if chunk is not None and chunk.kind == "P":
        return Subject("person", chunk.start, chunk.end, after + 1)
    at = skip_adverbials(p.chunks, after)
    if at >= len(p.chunks) or not p.chunks[verb].low.endswith(_FINITE):
        return None
    found = read_np(p.chunks, at, p.text) or _given_name(p, at)
    if found is None or found.kind not in ("person", "inst", "role", "unnamed", "name"):
        return None
    named = p.chunks[at].kind in "PI" or found.kind == "name"
    return found if named or p.chunks[at].low in _DETERMINERS else None


def _given_name(p: Place, i: int) -> Subject | None:
    """ "s'époumone | Lucie |, une sympathisante": a capitalised word that ends there."""
    chunk = p.chunks[i]
    if chunk.kind != "w" or not p.text[chunk.start].isupper() or len(chunk.low) < 3:
        return None
    ends = i + 1 >= len(p.chunks) or p.chunks[i + 1].kind in ",.("
    return Subject("name", chunk.start, chunk.end, i + 1) if ends else None
