"""Which sentences may hold speech without marks: a word that reports, and what announces a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from communique.extractors.quotations.cue_sources import phrases
from communique.extractors.quotations.cues import reporting_nouns, sentence_triggers
from communique.extractors.quotations.noun_phrases import noun_kind
from communique.extractors.quotations.scene import Scene
from communique.extractors.quotations.verbs import compound_forms, forms
from communique.extractors.quotations.words import in_class, listed

_NEAR = 16  # tokens of "la réponse des services de la préfecture du Gard est que"
_ANNOUNCING = frozenset({"que", "qu'", "qu", ":"})
_INVERTED = ("il", "elle", "ils", "elles", "on")
_BEFORE_VIEW = frozenset({",", ":", ";", "(", "–", "—"})
_BEFORE_INCISE = frozenset({",", "–", "—", "comme"})
_ASIDE = 5  # tokens of ", l'a plusieurs fois" before a verb, of "n'avoir jamais" after it
_PRONOUNS = in_class("subject_pronouns") | {"lui", "eux", "celui", "celle"}
_RELATIVES = in_class("relatives")
_DETERMINERS = in_class("determiners")
_CLITICS = frozenset({"ne", "n'", "pas", "y", "en", "se", "s'", "plus",})
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


def worth_reading(scene: Scene) -> Iterator[int]:
    """Numbers of the sentences that hold a word that can report, with what it needs to announce a clause."""
    known, tokens = sentence_triggers(), scene.doc.tokens
    lows, text = tokens.lower, scene.doc.text
    for number, start in enumerate(scene.starts):
        end = scene.ends[number]
        first = tokens.at(start)
        here = lows[first : tokens.at(end)]
        hits = known.intersection(here)
        if not hits:
            if text.find("-", start, end) >= 0 and _inverted(here):
                yield number
        elif (
            _sourced(here, hits)
            or (not _ANNOUNCING.isdisjoint(here) and _announces(here, hits))
            or ("pour" in hits and _views(here, tokens.text[first : first + len(here)]))
            or _told_aside(here, hits)
            or _inverted(here)
        ):
            yield number


def _sourced(here: Sequence[str], hits: frozenset[str]) -> bool:
    """ "selon", "d'après", "à en croire"."""
    named = hits & _sources().keys()
    return any(not _sources()[word].isdisjoint(here) for word in named)


def _inverted(here: Sequence[str]) -> bool:
    """ "rappelle-t-il"."""
    return any("-" in word and word.endswith(_INVERTED) for word in here)


def _announces(here: Sequence[str], hits: frozenset[str]) -> bool:
    """A verb that reports, or a noun with "que" or a colon soon after it."""
    nouns = reporting_nouns()
    if not hits <= nouns | {"pour"}:
        return True
    return any(w in nouns and not _ANNOUNCING.isdisjoint(here[i + 1 : i + _NEAR]) for i, w in enumerate(here))


def _views(here: Sequence[str], words: Sequence[str]) -> bool:
    """ "Pour X, …": at the beginning of a clause, somebody or a body after it."""
    for i, word in enumerate(here):
        if word != "pour" or (words[i] == "pour" and i and here[i - 1] not in _BEFORE_VIEW):
            continue
        if any(w[0].isupper() for w in words[i + 1 : i + _ASIDE + 3]):
            return True  # a name, perhaps
        following = here[i + 1] if i + 1 < len(here) else "que"
        if following in _PRONOUNS or following in _RELATIVES:
            return True
        if following in _DETERMINERS and any(noun_kind(w) != "other" for w in here[i + 2 : i + _ASIDE]):
            return True
    return False


def _told_aside(here: Sequence[str], hits: frozenset[str]) -> bool:
    """ ", rappelle X,", "comme l'a dit X", "dit vouloir": a verb that needs neither "que" nor a colon."""
    nouns, infinitives = reporting_nouns(), _takes_infinitive()
    for i, word in enumerate(here):
        if word not in hits or word in nouns or word == "pour":
            continue
        if not _BEFORE_INCISE.isdisjoint(here[max(0, i - _ASIDE) : i]):
            return True
        if word in infinitives:
            after = [w for w in here[i + 1 : i + _ASIDE] if w not in _CLITICS][:2]
            if any(w.endswith(_INFINITIVE) for w in after):
                return True
    return False
