"""Which sentences may hold speech without marks: a word that reports, and what announces a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from communique.document import Tokens
from communique.extractors.quotations.cue_sources import phrases
from communique.extractors.quotations.cues import reporting_nouns, sentence_triggers
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.scene import Scene
from communique.extractors.quotations.verbs import FINITE, compound_forms, forms
from communique.extractors.quotations.words import in_class, listed
from communique.spellings import Caller, Spelling

_NEAR = 16  # tokens of "la réponse des services de la préfecture du Gard est que"
_ANNOUNCING = frozenset({"que", "qu'", "qu", ":"})
_INVERTED = ("il", "elle", "ils", "elles", "on")
_BEFORE_VIEW = frozenset({",", ":", ";", "(", "–", "—"})
_BEFORE_INCISE = frozenset({",", "–", "—", "comme"})
_ASIDE = 5  # tokens of ", l'a plusieurs fois" before a verb, of "n'avoir jamais" after it
_PRONOUNS = in_class("subject_pronouns") | {"lui", "eux", "celui", "celle"}
_RELATIVES = in_class("relatives")
_DETERMINERS = in_class("determiners")
_CLITICS = frozenset(
    {
        "ne",
        "n'",
        "pas",
        "y",
        "en",
        "se",
        "s'",
        "plus",
    }
)
_PARTICIPLES = ("é", "és", "ée", "ées", "is", "ises", "us", "ues")
_INFINITIVE = ("er", "ir", "re")


@cache
def _sources() -> dict[str, frozenset[str]]:
    """Words that name a source, with those one of which must stand there too: "d'" of "d'après"."""
    out = {"selon": {"selon"}, "dixit": {"dixit"}, "après": {"d'"}}
    for first, found in phrases().items():
        for word in (w for phrase, _ in found for w in phrase if len(w) > 3 and w != "pour"):
            out.setdefault(word, set()).add(first)
    return {word: frozenset(firsts) for word, firsts in out.items() if word in sentence_triggers()}


@cache
def _takes_infinitive() -> frozenset[str]:
    """Forms of verbs that report with an infinitive: "dit vouloir"."""
    lemmas = listed("infinitive_verbs.txt")
    compound = {word for word, found in compound_forms().items() for f in found if f.verb.lemma in lemmas}
    return frozenset(compound | {word for word, f in forms().items() if f.verb.lemma in lemmas})


@cache
def _told_of_things() -> frozenset[str]:
    """Finite forms of the verbs whose object is nobody: in "explique un élu" the one named speaks."""
    lemmas = in_class("of_things")
    return frozenset(w for w, f in forms().items() if f.verb.lemma in lemmas and f.moods == FINITE)


def _may_report(form: Spelling) -> bool:
    """A word that reports, or an inverted verb: "rappelle-t-il", but not "rendez-vous"."""
    return form.lower in sentence_triggers() or ("-" in form.lower and form.lower.endswith(_INVERTED))


_REPORTING = Caller(_may_report)


def worth_reading(scene: Scene) -> Iterator[int]:
    """Numbers of the sentences that hold a word that can report, with what it needs to announce a clause."""
    tokens, number = scene.doc.tokens, 0
    lows, starts, last = tokens.lower, scene.starts, -1
    for i in _REPORTING.of(scene.doc.forms):
        at = tokens.start[i]
        if at < last:
            continue  # in a sentence that is read already
        if lows[i] == "pour" and tokens.text[i] == "pour" and i and lows[i - 1] not in _BEFORE_VIEW:
            continue  # in the middle of a clause
        while number + 1 < len(starts) and starts[number + 1] <= at:
            number += 1
        if number < len(starts) and starts[number] <= at < scene.ends[number]:
            first = bisect_left(tokens.start, starts[number], 0, i + 1)
            if _worth(tokens, i, first, bisect_left(tokens.start, scene.ends[number], i)):
                last = scene.ends[number]
                yield number


def _worth(tokens: Tokens, i: int, first: int, end: int) -> bool:
    """Whether the word at token ``i`` reports, in the sentence of the tokens from ``first`` to ``end``."""
    lows = tokens.lower
    word = lows[i]
    if "-" in word and word.endswith(_INVERTED):
        return True  # "rappelle-t-il"
    if word == "pour":
        return _views(tokens, i, end)
    firsts = _sources().get(word)
    if firsts is not None and not firsts.isdisjoint(lows[first:end]):
        return True  # "selon", "d'après", "à en croire"
    if word in reporting_nouns():  # with "que" or a colon soon after it
        return not _ANNOUNCING.isdisjoint(lows[i + 1 : min(end, i + _NEAR)])
    if word not in sentence_triggers():
        return False
    before = lows[max(first, i - _ASIDE) : i]
    if not _BEFORE_INCISE.isdisjoint(before) or not _ANNOUNCING.isdisjoint(lows[first:end]):
        return True  # ", rappelle X,", "comme l'a dit X"; "rappelle que"
    if i > first + _ASIDE and end - i < _NEAR and word in _told_of_things():
        return True  # "La route coûtera cher à la ville explique un élu."
    if before[-1:] in (["a"], ["ont"]) and before[-2:-1] and before[-2].endswith(_PARTICIPLES):
        return True  # "seront requis a confirmé le maire"
    return word in _takes_infinitive() and _infinitive_after(lows[i + 1 : min(end, i + _ASIDE)])


def _views(tokens: Tokens, i: int, end: int) -> bool:
    """ "Pour X, …": at the beginning of a clause, somebody or a body after it."""
    lows, words = tokens.lower, tokens.text
    if i + 1 >= end:
        return False
    following = lows[i + 1]
    if following in _PRONOUNS or following in _RELATIVES:
        return True
    if any(w[0].isupper() for w in words[i + 1 : min(end, i + _ASIDE + 3)]):
        return True  # a name, perhaps
    nouns = lows[i + 2 : min(end, i + _ASIDE)]
    return following in _DETERMINERS and any(noun_kind(w) != "other" for w in nouns)


def _infinitive_after(words: Sequence[str]) -> bool:
    """ "dit n'avoir rien su"."""
    after = [w for w in words if w not in _CLITICS][:2]
    return any(w.endswith(_INFINITIVE) for w in after)
