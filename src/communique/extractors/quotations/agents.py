"""Words told in the passive: who is said to have done the telling, and who is not."""

from __future__ import annotations

import re

from communique.extractors.quotations.noun_phrases import STRONG, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.verbs import FINITE, PARTICIPLE, form
from communique.extractors.quotations.words import in_class

_AUXILIARIES = in_class("auxiliaries")
_BEEN = frozenset({"été", "est", "sont", "être", "était", "étaient", "fut", "furent", "sera", "seront"})
_PARTICIPLE = re.compile(r"\w{2,}(?:é|i|u|is|it|rt|us)e?s?(?!\w)")
_HAVE = frozenset({"a", "ont", "avait", "avaient", "ai", "avons"})
_OF_OTHERS = frozenset(
    {"accuser", "juger", "qualifier", "soupçonner", "dénoncer", "décrire", "considérer", "estimer"}
)  # said of somebody by others: "jugé « trop lent »"
OF_AGENT = frozenset({"de", "d'", "comme", "à", "pour", "en"})  # "dénoncé par X comme « … »"


def own_agent(p: Place) -> Attribution | None:
    """Qualifié de « A » par X, de « B » par Y, et jugé « C » par Z: who is named right after the words."""
    if p.k + 2 >= len(p.chunks) or p.k == 0 or p.chunks[p.k + 1].low != "par":
        return None
    agent = read_np(p.chunks, p.k + 2, p.text)
    if agent is None or agent.kind not in STRONG | {"unnamed"} or agent.kind == "pronoun":
        return None
    passive = next((c for c in reversed(p.cues) if c.kind == "passive" and c.after <= p.k), None)
    before = p.chunks[p.k - 1]
    again = passive is not None and any(c.kind == "Q" for c in p.chunks[passive.after : p.k])
    if passive is not None and again and (before.low in ("de", "d'") or before.kind == ","):
        return Attribution("passive", (passive.start, passive.end), agent)
    if before.low in _BEEN and _PARTICIPLE.match(p.words):
        return Attribution("passive", None, agent)  # "ont été « appelés au calme » par la préfecture"
    if before.low in ("de", "d'") and p.k > 1:
        before = p.chunks[p.k - 2]  # "Qualifié de « gourou » par un proche"
    judged = form(before.low) if before.kind == "w" else None
    if judged is None or not judged.moods & PARTICIPLE or judged.verb.lemma not in _OF_OTHERS:
        return None
    if any(c.low in _HAVE for c in p.chunks[max(0, p.k - 4) : p.k]):
        return None
    return Attribution("passive", (before.start, before.end), agent)


def passive_after(p: Place) -> Attribution | None:
    """Une piste qualifiée de « provocation » par la CGT."""
    for cue in p.cues:
        near = cue.kind == "passive" and 0 <= p.k - cue.after <= 4
        if near and cue.subject is not None and cue.subject.start > p.quote.close:
            return Attribution("passive", (cue.start, cue.end), cue.subject)
    return None


def agentless(p: Place) -> Attribution | None:
    """Un président accusé de « … », une mesure jugée « … »: somebody's words, the text does not say whose."""
    if p.k == 0 or not p.words[:1].islower():
        return None
    last = p.k - 1
    while last > 0 and p.chunks[last].low in ("de", "d'", "comme", "trop", "très"):
        last -= 1
    chunk = p.chunks[last]
    found = form(chunk.low) if chunk.kind == "w" else None
    if found is None or not found.moods & PARTICIPLE or found.moods & FINITE or "n" not in found.verb.frames:
        return None
    beside = last > 0 and p.chunks[last - 1].kind in "w,PI" and p.chunks[last - 1].low not in _AUXILIARIES
    if (
        not beside
        or found.verb.lemma not in _OF_OTHERS
        or (
            found.verb.lemma == "qualifier"
            and last == p.k - 1
            and not p.words.startswith(("de ", "d'", "d’"))
        )
    ):
        return None
    return Attribution("passive-no-agent", (chunk.start, chunk.end))
