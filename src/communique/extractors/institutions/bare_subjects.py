"""Names of everyday words that take a verb without any article: « Culture et voisinage se félicite … »."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.words import DETERMINERS, ROOM, Words, function_words, wordset
from communique.extractors.people.heads import known_heads
from communique.gazetteer import places, registry_key
from communique.lexicon import singular, words

_FELT = wordset("felt_by_somebody")  # after « se »
_DONE = wordset("done_by_somebody")
_SMALL = frozenset(
    (
        "et",
        "en",
        "sur",
        "pour",
        "sans",
        "contre",
        "a",
        "de",
        "d'",
        "du",
        "des",
        "l'",
        "la",
        "le",
        "les",
        "au",
        "aux",
        "dans",
    )
)
# not « de »: "victime de violences" is anybody
_TIES = frozenset(("et", "en", "sur", "pour", "sans", "contre", "a", "aux"))
_FUNCTION_WORDS = function_words()
_TOLD = words("communique.extractors.people", "persons_told.txt")
_LEARNERS = ("etudiant", "etudiante", "lyceen", "lyceenne", "salarie", "salariee", "apprenti", "apprentie")
_PERSONS = words(ROOM, "role_nouns.txt") | known_heads() | _TOLD | frozenset(_LEARNERS)
_HEADS = heads()
_PLACES = places()
_LONGEST = 7


def bare_subjects(ctx: Context) -> Iterator[Candidate]:
    """What stands between the sentence's beginning and the verb, where the article has it again."""
    w = ctx.w
    for verb in w.places_of(_FELT | _DONE):
        end = verb - (verb > 0 and w.plain[verb - 1] in ("se", "s'"))
        if (w.plain[verb] in _FELT) == (end == verb) or end < 3 or w.cap[verb]:
            continue
        first = _start(w, end)
        if first >= 0 and _nominal(ctx, first, end) and _again(w, first, end):
            yield Candidate(first, end, "association", "quoted_subject")


def _start(w: Words, end: int) -> int:
    """Where the sentence begins, a few words before; −1 where a sign stands between."""
    k = end - 1
    while k >= 0 and end - k <= _LONGEST and w.is_word(k) and (k + 1 == end or w.joined(k + 1)):
        if w.opens_sentence(k):
            return k
        k -= 1
    return -1


def _nominal(ctx: Context, i: int, j: int) -> bool:
    """A capital, then small words and common nouns: nobody's name, no noun of a class, no function."""
    w = ctx.w
    word = w.plain[i]
    if not w.cap[i] or j - i < 3 or word in _FUNCTION_WORDS or word in DETERMINERS or word.endswith("ment"):
        return False
    if (
        singular(word) in _HEADS
        or _PERSONS.intersection((word, singular(word), w.lower[i]))
        or i in ctx.known_ends
        or any(ctx.in_person[i:j])
    ):
        return False
    common = any(not w.cap[k] and w.plain[k] not in _SMALL for k in range(i + 1, j))
    if (
        w.plain[i + 1] not in _TIES
        or not common
        or w.plain[j - 1] in _SMALL
        or registry_key(w.text[i]) in _PLACES
    ):
        return False
    return not any(w.cap[k] for k in range(i + 1, j)) and not w.lower[i].endswith(
        ("é", "ée", "és", "ées", "ant")
    )


def _again(w: Words, i: int, j: int) -> bool:
    """Whether the article has the name twice, as it is written here."""
    return w.doc.text.count(w.span_text(i, j)) > 1
