"""Family names alone, in no full name of the article: who plays, who speaks."""

from __future__ import annotations

import re

from communique.document import Document, line_start
from communique.extractors.people import context, lexicon
from communique.extractors.people.deeds import deeds
from communique.extractors.people.kin import is_place
from communique.extractors.people.runs import Word
from communique.gazetteer import bodies
from communique.lexicon import words

_SPORT_ACTS = words(lexicon.ROOM, "sport_acts.txt")
_SPORT_DEEDS = words(lexicon.ROOM, "sport_deeds.txt")
_SPEECH_VERBS = lexicon.speech_verbs()
_SURNAMES = lexicon.surnames_abroad()
_JOINS = frozenset(("et", "mais", "puis", "que", "qu'", "car"))
_HAS = frozenset(("a", "avait", "est", "etait"))
_OPENING = frozenset(".!?:;,»”–—•'")
_SHORTEST = 3
_SCORED = re.compile(
    r"[^\S\n]*(?:buts?|essais?|transformations?|penalites?|passes?(?: decisives?)?|avertissements?"
    r"|expulsions?|exclusions?|cartons?(?: (?:jaunes?|rouges?))?|points?|remplacements?|changements?)\b"
    r"[^:\n]{0,20}: "
)
_MINUTE = re.compile(r" \(\d{1,3}(?:e|er|'|\))")


def plays(doc: Document, word: Word) -> bool:
    """ "Diallo ouvre le score": a family name that is hardly anything else, before what somebody does.

    >>> from communique.extractors.people.runs import runs
    >>> [plays(doc, run[0]) for doc in [Document("Diallo ouvre le score, Lyon aussi.")] for run in runs(doc)]
    [True, False]
    """
    if word.plain not in _SURNAMES or word.end - word.start <= _SHORTEST or is_place(word):
        return False
    if not (_acts(doc, word) or _whose(doc, word) or context.apposed(doc, word.end)):
        return False
    return not any(b.words == (word.plain,) for b in bodies().likely(word.plain, None))


def scores(doc: Document, word: Word) -> bool:
    """ "Buts : *Diop* (12e), *Roy* (67e s.p.)": somebody, whatever the name, on a line that tells who scored.

    >>> from communique.extractors.people.runs import runs
    >>> doc = Document("Buts : Zblu (12e). Lyon (2e) passe.")
    >>> [scores(doc, run[0]) for run in runs(doc)]
    [False, True, True]
    """
    if not doc.text.startswith(" (", word.end) or _MINUTE.match(doc.plain, word.end) is None:
        return False
    return _SCORED.match(doc.plain, line_start(doc.plain, word.start)) is not None


def _acts(doc: Document, word: Word) -> bool:
    """Does a clause begin with the word, and a verb of what players and speakers do stand next?"""
    tokens = doc.tokens
    i, j = tokens.before(word.start), tokens.at(word.end)
    if j + 1 >= len(tokens) or doc.text[word.end : tokens.start[j]] != " ":
        return False
    verb = tokens.plain[j]
    done = verb in _HAS and (tokens.plain[j + 1] in _SPORT_ACTS or deeds(doc, word.end) > 0)
    if not done and verb not in _SPORT_ACTS and verb not in _SPEECH_VERBS:
        return False
    opens = i < 0 or tokens.text[i] in _OPENING or tokens.plain[i] in _JOINS
    return opens or "\n" in doc.text[tokens.end[i] : word.start]


def _whose(doc: Document, word: Word) -> bool:
    """ "une frappe *d'Aouar*", "un centre *de Diallo*"."""
    i = doc.tokens.before(word.start)
    return i > 0 and doc.tokens.plain[i] in ("de", "d'") and doc.tokens.plain[i - 1] in _SPORT_DEEDS
