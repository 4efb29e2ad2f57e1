"""What the words of a name say by themselves: first names, surnames and forms of other countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from communique.document import Document
from communique.extractors.people import lexicon
from communique.extractors.people.runs import Word
from communique.lexicon import lines, words

_RARE = lexicon.rare_first_names()
_SURNAMES = lexicon.surnames_abroad()
_PARTICLES = words(lexicon.ROOM, "particles.txt")
_FIRST_NAMES = lexicon.first_names()

_LEADS = words(lexicon.ROOM, "leads_abroad.txt")

# The mean of the spelling of a run's words, and what it weighs.
_SPELLED = ((4.0, 1.5), (2.5, 1.0), (1.5, 0.5), (0.5, 0.0), (-0.5, -0.5))

TOLD = 1.5  # a family name, or the form of one
HINTED = 1.0  # a rare first name, or the form of a first name
LETTERED = 0.5  # letters that neither French nor English writes

# Family names by their form: Slavic, Caucasian, Nordic, Turkish, Persian, Romanian, Greek, Baltic; Malagasy,
# Rwandan; Basque and Flemish; of South Asia.
_SURNAME = re.compile(
    r"\w{2,}(?:[oei]vi[cć]|enko|[oe]wski|[oe]wska|sson|dottir|oglu|shvili|dze|iyan|jian)$"
    r"|\w{3,}(?:[aeiou]v|ov)a$"
    r"|\w{3,}(?:[aeiy]ev|[bcdghjklmnprstvwyz]ov|[aeio]vski|insk[iy]|czyk|wicz|vitch|tchouk|tchenko|chvili|dzhan|zadeh?|nejad|nezhad"
    r"|opoulos|opoulou|akis|idis|escu|eanu|auskas|aitis|evicius|kainen|onen|inen"
    r"|jonsson|gaard|quist|strom|bayev|baev|bekov|khanov|zhanov|manov|ullah|oullah|allah|eddine|uddin|eddin)$"
    r"|(?:andria|rakoto|ravelo|razafi|raso[al]|rama(?!d)|rabe[mnrz]|randria|ratsi|ravao)\w{3,}"
    r"|(?:niyon|habya|habim|ndayi|ndiku|nshimi|uwima|muka[mnr]|hakiz|bizim|nkuru|ntahob|ntibant|twagir)\w{3,}"
    r"|(?:etche|etxe|iriart|hiriart|goyhen)\w{2,}|\w{3,}(?:garay|zabal|goitia|beitia|gorri|etxea|mendi)$"
    r"|van(?:de|den|der)\w{3,}$|ver(?:straet|helst|meul|hoev|haeg)\w+$|\w{2,}(?:aerts?|ckx|maekers|eyns|ynck)$"
    r"|\w{3,}(?:singhe|ratne|sekara|wardene|wardena|nathan|murthy|swamy)$"
)
_FIRST = re.compile(
    r"abd(?:el|al|er|ou|oul|ul|ur|en|es|ed|ess)\w{3,}|\w{3,}(?:eddine|uddin|eddin|oullah|ullah)$"
    r"|\w{2,}slav[ae]?$|(?:oluw?a|chukwu|onye|ifean)\w{4,}"
    r"|(?:jean|marie|pierre|paul|sung|hyun|min|yoon?|ji|seung|joon|young|kyung|eun)-\w{2,}$"
    r"|\w{3,}(?:bek|zhan)$"
)
_LETTERS = re.compile(r"[šžčćđłńőűřşţțșăąęėğıěůýðþåøķļņģūīēāảạấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def origin(doc: Document, run: Sequence[Word]) -> float:
    """How much the words themselves say that they are a name.

    >>> from communique.extractors.people.runs import runs
    >>> [origin(doc, run) for doc in [Document("Vonvon Kovalenko")] for run in runs(doc)]
    [1.5]
    """
    weight, first = 0.0, run[0].plain
    if first in _RARE or _FIRST.match(first) is not None:
        weight += HINTED
    for n, word in enumerate(run):
        parts = (word.plain, *word.plain.split("-")) if "-" in word.plain else (word.plain,)
        if any(part in _SURNAMES or (n and _SURNAME.match(part)) for part in parts):
            weight += TOLD
            break
    start, end = run[0].start, run[-1].end
    if doc.lower[start:end] != doc.plain[start:end] and _LETTERS.search(doc.lower, start, end) is not None:
        weight += LETTERED
    if "-" in run[-1].plain:
        weight += 0.5
    if any(w.plain in _PARTICLES or w.plain in _FIRST_NAMES for w in run):
        weight += 0.5
    elif weight < TOLD and any(_led(doc, w) for w in run):
        weight += 0.5  # "Bahr el-Ghazal" has it as well
    return weight


def grams(word: str) -> list[str]:
    """Two to four letters of a word that stand side by side, its ends marked.

    >>> grams("ai")
    ['^a', 'ai', 'i$', '^ai', 'ai$', '^ai$']
    """
    marked = f"^{word}$"
    return [marked[n : n + size] for size in (2, 3, 4) for n in range(len(marked) - size + 1)]


@cache
def _letters() -> dict[str, int]:
    """What two to four letters say for a foreign name, in tenths."""
    entries = (line.split(" ") for line in lines(lexicon.ROOM, "name_letters.txt"))
    return {gram: int(weight) for gram, weight in entries}


def spelling(plain: str) -> float:
    """How much the letters of a word say that it is a foreign name rather than a word.

    >>> spelling("gebremichael") > 2, spelling("harbor") < 0
    (True, True)
    """
    weights = _letters()
    total = weights["="]
    for gram in grams(plain):
        total += weights.get(gram, 0)
    return total / 10


def spelled(run: Sequence[Word]) -> float:
    """What the spelling of all words of a run weighs for, or against, a person."""
    parts = [part for w in run if not w.initial for part in w.plain.split("-") if len(part) > 2]
    if not parts:
        return 0.0
    mean = sum(map(spelling, parts)) / len(parts)
    return next((weight for least, weight in _SPELLED if mean >= least), -1.0)


def ends_in_surname(run: Sequence[Word]) -> bool:
    """Is the last word a family name of another country, or the first a rare first name?"""
    last = run[-1].plain
    return last in _SURNAMES or _SURNAME.match(last) is not None or run[0].plain in _RARE


def _led(doc: Document, word: Word) -> bool:
    """ "Mouaz *al-*Khatib", "Brahim *ould* Ebety": a particle that no French name of a thing has."""
    return word.lead < word.start and doc.plain[word.lead : word.start].strip(" -\n'’") in _LEADS
