"""Nouns and impersonal turns that report: "fait le constat que", "son argument est que"."""

from __future__ import annotations

from functools import cache

from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.cue_sources import speaker_np
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.subjects import subject_before
from communique.extractors.quotations.verb_groups import HAVE, OBJECTS
from communique.extractors.quotations.verbs import FINITE, INFINITIVE, PARTICIPLE, Verb, conjugate, forms
from communique.extractors.quotations.words import in_class, listed

_REPORT_NOUNS = listed("report_nouns.txt")
_DETERMINERS = in_class("determiners")
_MODALS = in_class("modals")
_SPEECH_NOUNS = listed("speech_nouns.txt")
_FORMS = forms()

_REPORTED = Verb("faire le constat", "declarative", "q")
_IS = frozenset({"est", "était", "reste", "demeure", "serait"})
_HIS = frozenset({"son", "sa", "leur"})
_TO_SOMEBODY = frozenset({"nous", "vous", "lui", "leur", "m'", "me", "t'"})
_EMERGING = frozenset({"ressort", "ressortait", "ressortirait", "résulte", "résultait", "apparaît"})
_LAST = 3  # chunks of ", très clairement," between a noun and its "que"


@cache
def carrying() -> dict[str, int]:
    """Every form of the verbs that carry a noun of report, with its mood."""
    out: dict[str, int] = {}
    for lemma in sorted(listed("carrying_verbs.txt")):
        for word, mood in conjugate(lemma):
            out[word] = out.get(word, 0) | mood
    return out


def emerging() -> frozenset[str]:
    """Verbs of "il ressort de X que"."""
    return _EMERGING


def _that(r: Reading, i: int) -> int | None:
    """The chunk of "que" after a noun, an adjective apart: "la conviction profonde que"."""
    for j in range(i, min(i + 2, len(r.row))):
        if r.row[j].kind != "w":
            return None
        if r.row[j].low in ("que", "qu'"):
            return j
    return None


def carried(r: Reading, i: int) -> Cue | None:
    """ "fait le constat que", "a exprimé le vœu que", "arrive à la conclusion que", "a la conviction que"."""
    that = _that(r, i + 1)
    if that is None or r.row[i].low not in _REPORT_NOUNS:
        return None
    j = i - 1
    while j > r.begin and r.row[j].kind == "w" and r.row[j].low not in _DETERMINERS and i - j < _LAST:
        j -= 1  # "la ferme conviction"
    if j <= r.begin or r.row[j].low not in _DETERMINERS:
        return None
    k = j - 1
    if r.row[k].low in ("à", "de", "d'", "sur", "dans") and k > r.begin:
        k -= 1
    if r.row[k].low == "part" and k > r.begin and carrying().get(r.row[k - 1].low):
        k -= 1  # "fait part de sa conviction"
    while k > r.begin and is_adverb(r.row[k].low):
        k -= 1
    first = _verb_group(r, k)
    if first is None:
        return None
    start = first
    while first > r.begin and r.row[first - 1].low in OBJECTS:
        first -= 1
    subject = subject_before(r.row, r.begin, first, r.text)
    if subject is None and r.previous is not None and r.previous.first >= r.begin:
        subject = r.previous.subject
    return Cue(r.row[start].start, r.row[i].end, first, that, "verb", _REPORTED, subject, "SV")


def _verb_group(r: Reading, k: int) -> int | None:
    """The first chunk of the verb that ends at ``k``, its auxiliary or helping verb included."""
    low = r.row[k].low
    if low in HAVE and low not in ("est", "sont", "était"):
        return k  # "a la conviction que"
    mood = carrying().get(low, 0)
    if mood & FINITE and not (k > r.begin and r.row[k - 1].low in HAVE):
        return k
    if not mood & (PARTICIPLE | INFINITIVE):
        return None
    j = k - 1
    while j > r.begin and (
        is_adverb(r.row[j].low) or r.row[j].low in ("à", "de", "d'", "voulu", "tenu", "souhaité")
    ):
        j -= 1
    helped = r.row[j].low in HAVE or (mood & INFINITIVE and r.row[j].low in _MODALS)
    return j if j >= r.begin and helped else None


def predicated(r: Reading, i: int) -> Cue | None:
    """ "La conviction de X est que …", "Son argument principal est que …"."""
    low = r.row[i].low
    if i == r.begin or not (low in _REPORT_NOUNS or low in _SPEECH_NOUNS):
        return None
    determiner = r.row[i - 1]
    subject: Subject | None = None
    after = i + 1
    if determiner.low in _HIS:
        subject = Subject("pronoun", determiner.start, determiner.end, after)
        after += after < len(r.row) and r.row[after].kind == "w" and r.row[after].low not in _IS
    elif (
        determiner.low in ("la", "le", "l'")
        and i + 2 < len(r.row)
        and r.row[i + 1].low in ("de", "d'", "du", "des")
    ):
        subject = read_np(r.row, i + 1 + (r.row[i + 1].low in ("de", "d'")), r.text)
        after = subject.after if subject is not None and subject.kind in STRONG | {"name"} else len(r.row)
    if subject is None or after + 1 >= len(r.row) or r.row[after].low not in _IS:
        return None
    after += 1
    while after < len(r.row) and (is_adverb(r.row[after].low) or r.row[after].kind in (":", ",")):
        after += 1
    if after >= len(r.row) or r.row[after].low not in ("que", "qu'"):
        return None
    return Cue(r.row[i].start, r.row[i].end, i, after, "verb", _REPORTED, subject, "SV")


def emerges(r: Reading, i: int) -> Cue | None:
    """ "Il ressort d'un rapport de X que …", "il résulte de l'enquête que …": the source of what is told."""
    if r.row[i].low not in _EMERGING or i == r.begin or r.row[i - 1].low != "il" or i + 2 >= len(r.row):
        return None
    of = r.row[i + 1].low
    if of not in ("de", "d'", "du", "des"):
        return None
    subject = speaker_np(r, i + 1 + (of in ("de", "d'")))
    if subject is None or subject.after >= len(r.row) or r.row[subject.after].low not in ("que", "qu'"):
        return None
    return Cue(r.row[i].start, r.row[i].end, i - 1, subject.after, "verb", _REPORTED, subject, "SV")


def was_told(r: Reading, i: int) -> Cue | None:
    """ "il nous a été répondu que": told to somebody, by whom the sentence may say ("À la mairie, …")."""
    form = _FORMS.get(r.row[i].low)
    if form is None or not form.moods & PARTICIPLE or "q" not in form.verb.frames or i - r.begin < 3:
        return None
    have = next(
        (k for k in range(i - 1, max(r.begin, i - 4), -1) if r.row[k].low in ("a", "avait", "aurait")), None
    )
    if have is None or not any(c.low == "été" for c in r.row[have + 1 : i]):
        return None
    if r.row[have - 1].low == "il" and i + 2 < len(r.row) and r.row[i + 1].low == "par":
        told_by = read_np(r.row, i + 2, r.text)  # "il a été annoncé par la préfecture que"
        if told_by is None or told_by.kind not in STRONG | {"unnamed", "document"}:
            return None
        return Cue(r.row[i].start, r.row[i].end, have - 1, told_by.after, "verb", form.verb, told_by, "SV")
    if have - 2 < r.begin or r.row[have - 1].low not in _TO_SOMEBODY or r.row[have - 2].low != "il":
        return None
    it = r.row[have - 2]
    subject = Subject("on", it.start, it.end, i + 1)
    return Cue(r.row[have].start, r.row[i].end, have - 2, i + 1, "verb", form.verb, subject, "SV")
