"""Does the text speak of something past or to come, around a date that leaves its year or week open?"""

from __future__ import annotations

import re

from communique.document import Document
from communique.extractors.dates.vocabulary import group

_REACH = 110
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_FUTURE = re.compile(
    r"\w*[eidvru]r(?:a|as|ont|ons)\Z|(?:ser|aur|ir|fer)(?:a|ont|ons|ai)\Z|\w{3,}r(?:ai|ais)\Z"
)
_CONDITIONAL = re.compile(r"\w*[eidvru]r(?:ait|aient|ions)\Z|(?:ser|aur|ir|fer)(?:ait|aient)\Z")
_PAST = re.compile(r"\w{2,}(?:é|ée|és|ées|èrent|irent|urent|inrent)\Z|\w{3,}[^r](?:ait|aient)\Z")
# What the patterns end with: most words are told apart by it.
_FUTURE_ENDS = ("a", "as", "ont", "ons", "ai", "ais")
_CONDITIONAL_ENDS = ("ait", "aient", "ions")
_PAST_ENDS = ("ent", "ait")
_PARTICIPLE_ENDS = ("é", "ée", "és", "ées", *_PAST_ENDS)
_FINITE_PAST = re.compile(r"\w{2,}(?:èrent|irent|urent|inrent)\Z|\w{3,}[^r](?:ait|aient)\Z")
_PARTICIPLE = re.compile(r"\w+(?:[éius]|it|int|ert|ée|ue)\Z")
DECIDED = -3  # a decision, an accident: past with a date of its own ("la décision du 3 mai")
# "dans le Soir du 6 janvier", "à La Voix du Nord du 3 mai": what was printed
_IN_PRINT = re.compile(
    r"\b(?:dans|à) (?:les? |la |l['’])?[^\W\d_a-z][\w-]*(?: (?:du |de |d['’])?[^\W\d_a-z][\w-]*){0,3}"
    r" (?:daté )?du \Z"
)
_OF = re.compile(r"\s(?:[\w°-]+\s){0,2}?(?:du|de|des|rendue?|daté?e?s?|en date)\b")
_HAVING = frozenset(("a", "avoir", "ont", "ai", "avons", "avez", "avait", "avaient", "ayant"))
_OCCURRED = frozenset(("s'est", "s'était", "s'étaient"))
_IS = frozenset(("est", "sont", "sommes", "étais", "était", "étaient", "suis"))
_NOUN = re.compile(r"\w*(?:[is]ité|[is]ités|oté|[bctl]ilité|nauté|nautés)\Z")
_BEING = frozenset(
    ("sera", "seront", "serait", "seraient", "être", "soit", "soient", "aura", "auront", "va", "vont")
)


def direction(doc: Document, start: int, end: int) -> int:
    """1 when what happens at ``doc.text[start:end]`` is to come, -1 when it is past, 0 when nothing tells.

    -2 is past for certain: a finite verb says so, not a participle alone.

    >>> text = "Le salon se tiendra lundi."
    >>> direction(Document(text), 20, 25)
    1
    """
    sentence = doc.sentence_at(start)
    low = max(sentence.start if sentence else 0, start - _REACH)
    high = min(sentence.end if sentence else len(doc.text), end + _REACH)
    if _apposed(
        doc.lower[low:start]
    ):  # ", champion en mai, le club recevra": what follows is of another time
        comma = doc.lower.find(",", end, high)
        high = comma if comma >= 0 else high
    if doc.text.endswith("du ", low, start) and _IN_PRINT.search(doc.text, max(low, start - 60), start):
        return -2
    best: tuple[int, int] | None = None
    before, had, last = "", "", low
    for word in _WORD.finditer(doc.lower, low, high):
        if start < word.end() and word.start() < end:
            before = ""
            continue
        form = word.group()
        if "," in doc.lower[last : word.start()]:  # "l'agence avait, il est vrai, annoncé"
            before, had = had, before if before in _HAVING else ""
        last = word.end()
        reflexive = form in _OCCURRED
        if not form.startswith(("d'", "jusqu'")):
            form = form.rpartition("'")[2]
        sign = _sign(form, before, doc.text[word.start()].isupper())
        before = "s'est" if reflexive or (before == "se" and form == "sont") else form
        decided = sign == DECIDED
        if decided:
            sign = -2 if _OF.match(doc.lower, word.end()) else 0
        if sign:
            # What follows the date on its clause weighs a little less than what comes before it.
            distance = start - word.end() if word.end() <= start else word.start() - end
            between = doc.lower[min(word.end(), end) : max(word.start(), start)]
            # a conditional may tell what was to come, then; a bare participle may be an epithet
            distance += 25 * (sign in (2, -1)) - 20 * decided
            distance += 40 * sum(between.count(mark) for mark in ";:«»()—") + 25 * between.count(",")
            if best is None or distance < best[0]:
                best = (distance, min(sign, 1))
    return best[1] if best else 0


def _apposed(lead: str) -> bool:
    """Whether the date closes words put between commas."""
    inside = lead.rpartition(",")[2] if "," in lead else ""
    return any(len(word) > 4 for word in inside.split())


def _sign(word: str, before: str, capital: bool) -> int:
    if word == "lieu" and before == "eu":
        return -2
    had = before in _HAVING or before.startswith(("a-t-", "ont-", "ai-", "avait-"))
    if (word in group("future_words") and not (had and word.startswith("annonc"))) or before in _BEING:
        return 1
    occurred = before == "s'est"
    if ((had or occurred) and _PARTICIPLE.match(word)) or (occurred and _PAST.match(word)):
        return -1 if word in group("planned") else -2
    if before in _IS and word in group("happened"):
        return -2
    if word in group("surely_past"):
        return -2
    if word.endswith(_PAST_ENDS) and _FINITE_PAST.match(word) and word not in group("not_past"):
        return -2
    if word in group("past_words"):
        return -1
    if word in group("decisions"):
        return DECIDED
    future = word.endswith(_FUTURE_ENDS) and not capital and len(word) > 2 and _FUTURE.match(word)
    if future and word not in group("not_future"):
        return 1
    if word.endswith(_CONDITIONAL_ENDS) and not capital and _CONDITIONAL.match(word):
        return 2
    if word.endswith(_PARTICIPLE_ENDS) and _PAST.match(word) and word not in group("not_past"):
        return 0 if _NOUN.match(word) else -1
    return 0
