"""Whether the subject of a reporting verb can speak, and whether the verb says that something is said."""

from __future__ import annotations

from communique.extractors.quotations.bare_incises import PROVING
from communique.extractors.quotations.clauses import Sentence
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.going_on import speaker_before
from communique.extractors.quotations.noun_phrases import STRONG
from communique.extractors.quotations.words import in_class, listed

_TELLING_NOUNS = listed("telling_nouns.txt")
_DETERMINERS = in_class("determiners")
_DECLARING = in_class("declaring")
_POWERS = in_class("powers")
_ONE_SAYS = in_class("one_says")
_VAGUE = in_class("some_people")
_HIDING = frozenset({"exclure", "cacher", "dissimuler", "contester", "nier"})  # "ne cache pas que"


def speaks(s: Sentence, cue: Cue) -> bool:
    """Whether the subject can speak: not "ces résultats indiquent que", "il faut rappeler que"."""
    subject = cue.subject
    if subject is not None and subject.kind == "on":
        said = s.text[subject.start : subject.end].lower()
        told = said == "il" or (said == "vous" and (s.scene.addressed or _you_said(s, cue)))
        return told or (said == "on" and (_at_a_body(s, cue) or _announced(s, cue)))
    if subject is None:
        return False
    if s.text[subject.start : subject.end].lower().replace("’", "'") in _VAGUE:
        return _told_by_some(s, cue)
    words = [c.low for c in s.chunks[max(0, cue.first - 3) : cue.first]]
    if "si" in words and any(c.low == "même" for c in s.chunks[max(0, cue.first - 4) : cue.first]):
        words = []  # "même si le ministre assure que": he does say it
    if words[-1:] == ["il"] and s.chunks[cue.first].low == "se":
        return False  # "il se dit que"
    if "si" in words or "s'" in words[:-1] or "faut" in words or s.chunks[cue.first].low == "faut":
        return False
    if any(c.kind == "?" for c in s.chunks[-1:]):
        return False
    if cue.verb is not None and cue.verb.lemma in PROVING:
        if subject.kind == "pronoun":  # "Jeanne Petit publie un livre. Elle montre que …"
            before = speaker_before(s.scene, s.number)
            return before is not None and before.kind == "person"
        return subject.kind in ("person", "role")  # "Jean Petit a montré que", but "l'étude montre que"
    if subject.kind in STRONG | {"unnamed", "name"}:
        return True
    head = s.text[subject.start : subject.end].lower().replace("’", "'").replace("l'", "l' ").split()
    if cue.verb is not None and cue.verb.lemma in _DECLARING and head[0] in _DETERMINERS:
        return True  # "Des gilets jaunes ont annoncé que": only somebody does that
    noun = head[1:2] if head[0] in _DETERMINERS else []
    if noun and noun[0] in _POWERS:
        return True
    return any(w.strip(",") in _TELLING_NOUNS for w in head[:4])


def _told_by_some(s: Sentence, cue: Cue) -> bool:
    """ "Certains estiment que", "beaucoup ont déclaré que": said; not "beaucoup pensent que"."""
    if cue.verb is None or any(c.kind == "?" for c in s.chunks[-1:]):
        return False
    return cue.verb.lemma in _DECLARING or cue.verb.strength == "declarative"


def _you_said(s: Sentence, cue: Cue) -> bool:
    """ "Vous disiez que", "vous aviez concédé que": what somebody is reminded of having said."""
    if cue.verb is None or cue.verb.strength == "thought" or any(c.kind == "?" for c in s.chunks[-1:]):
        return False
    words = s.text[cue.start : cue.end].lower().split()
    return words[0] in ("avez", "aviez") or words[0].endswith("iez")


def _at_a_body(s: Sentence, cue: Cue) -> bool:
    """ "À l'ARS, on répond que …", "…, où l'on répond que": "on" is the body named before."""
    first = next((c for c in s.chunks[: cue.first] if c.kind in "wPI"), None)
    where = any(c.low == "où" for c in s.chunks[max(0, cue.first - 3) : cue.first])
    return where or (first is not None and first.low in ("à", "au", "aux", "chez", "du", "côté"))


def _announced(s: Sentence, cue: Cue) -> bool:
    """ "On a affirmé que", "l'on souligne qu'": somebody did; not "on sait que", "on notera que"."""
    return (
        cue.verb is not None
        and cue.verb.lemma in _ONE_SAYS
        and not s.text[cue.start : cue.end].endswith(("ra", "rait"))
    )


def negated(s: Sentence, cue: Cue) -> bool:
    lows = [c.low for c in s.chunks[max(0, cue.first - 2) : cue.after]]
    if "cessé" in lows or "cesse" in lows:
        return False  # "n'a cessé de répéter que"
    return ("ne" in lows or "n'" in lows) and cue.verb is not None and cue.verb.lemma not in _HIDING
