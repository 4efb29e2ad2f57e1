"""Finite reporting verbs with their subject: inverted, simple, compound, passive."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.subjects import (
    is_adverb,
    opening_subject,
    skip_adverbials,
    subject_before,
)
from communique.extractors.quotations.verbs import (
    FINITE,
    INFINITIVE,
    PARTICIPLE,
    Verb,
    compound_forms,
    forms,
)
from communique.extractors.quotations.words import in_class

_FORMS = forms()
_HELPERS = in_class("helpers")
_BEFORE_INFINITIVE = in_class("before_infinitive")
_PREPOSITIONS = in_class("prepositions")
_RELATIVES = in_class("relatives")
_SUBJECT_PRONOUNS = in_class("subject_pronouns")
_COMPOUND_FORMS = compound_forms()
_COPULAS = in_class("copulas")
_BEFORE_NOUN = in_class("before_noun")
_ORDINALS = in_class("ordinals")
_AUXILIARIES = in_class("auxiliaries")
_CLITICS = in_class("clitics")

_PRONOUN_TAILS = {
    tail + p: p
    for p in ("il", "elle", "ils", "elles", "on", "nous", "vous", "je")
    for tail in ("", "t-", "t'")
}
HAVE = frozenset(
    {"a", "ont", "avait", "avaient", "est", "sont", "aurait", "auraient", "ai", "avons", "était"}
)
_IN_HAVE = 6
_FURTHER = 8  # chunks of "sitôt les résultats connus"
_ASIDE = 4  # chunks between a verb and its fixed rest
OBJECTS = frozenset(
    {"se", "s'", "nous", "vous", "lui", "leur", "m'", "me", "y", "n'", "ne", "l'", "le", "la", "les", "en"}
)


def inverted_verb(r: Reading, i: int) -> Cue | None:
    """ "précise-t-elle", "a-t-il ajouté", "s'est-il exclamé", "ajoute t-il"."""
    chunk = r.row[i]
    head, _, tail = chunk.low.partition("-")
    pronoun = _PRONOUN_TAILS.get(tail)
    if pronoun is None:
        following = r.row[i + 1].low if i + 1 < len(r.row) else ""
        if tail or following not in ("t-il", "t-elle", "t-ils", "t-elles", "t-on"):
            return None
        end, after = r.row[i + 1].end, i + 2
        pronoun = following[2:]
    else:
        end, after = chunk.end, i + 1
    kind = "on" if pronoun in ("on", "nous", "vous", "je") else "pronoun"
    start = r.row[i - 1].start if i and r.row[i - 1].low in ("se", "s'") else chunk.start
    form = _FORMS.get(head)
    if form is not None and form.moods & FINITE:
        subject = Subject(kind, end - len(pronoun), end, after)
        if head in _HELPERS and (told := _infinitive_after(r, after)) is not None:
            last = r.row[told[1] - 1].end  # "veut-elle croire"
            return Cue(start, last, _first(r, i), told[1], "verb", told[0], subject, "VS")
        return Cue(start, chunk.start + len(head), _first(r, i), after, "verb", form.verb, subject, "VS")
    if compound := compound_at(r.row, i, after, head):
        subject = Subject(kind, end - len(pronoun), end, compound[1])
        return Cue(
            start, r.row[compound[1] - 1].end, _first(r, i), compound[1], "verb", compound[0], subject, "VS"
        )
    if head in ("peut", "pouvait") and after < len(r.row) and r.row[after].low in ("lire", "entendre"):
        subject = Subject(kind, end - len(pronoun), end, after + 1)
        return Cue(chunk.start, r.row[after].end, i, after + 1, "verb", None, subject, "VS")
    if head not in HAVE:
        return None
    for j in range(after, min(after + _IN_HAVE, len(r.row))):
        form = _FORMS.get(r.row[j].low) if r.row[j].kind == "w" else None
        if r.row[j].low == "appris" and pronoun == "on":  # "a-t-on appris auprès de X"
            subject = Subject(kind, end - len(pronoun), end, j + 1)
            return Cue(start, r.row[j].end, _first(r, i), j + 1, "verb", None, subject, "VS")
        if form is not None and form.moods & PARTICIPLE:
            subject = Subject(kind, end - len(pronoun), end, j + 1)
            return Cue(start, r.row[j].end, _first(r, i), j + 1, "verb", form.verb, subject, "VS")
        if r.row[j].kind not in ("w", ","):
            return None
    return None


def _infinitive_after(r: Reading, i: int) -> tuple[Verb, int] | None:
    """ "veut-elle | croire", "tient-il | à préciser": the infinitive that reports, and the chunk after it."""
    while i < len(r.row) and r.row[i].low in _BEFORE_INFINITIVE:
        i += 1
    form = _FORMS.get(r.row[i].low) if i < len(r.row) else None
    return (form.verb, i + 1) if form is not None and form.moods & INFINITIVE else None


def finite_verb(r: Reading, i: int) -> Cue | None:
    """ "explique", "se réjouit", "fait valoir": present, past and future forms."""
    low = r.row[i].low
    following = r.row[i + 1].low if i + 1 < len(r.row) else ""
    form = _FORMS.get(low)
    verb, after = (form.verb, i + 1) if form is not None and form.moods & FINITE else (None, i + 1)
    if compound := compound_at(r.row, i, i + 1, low, FINITE):
        verb, after = compound
        if _has_auxiliary(r, i):
            return None
    if (
        verb is None
        or _is_noun(r, i)
        or (form is not None and form.moods & PARTICIPLE and _has_auxiliary(r, i))
    ):
        return None
    if low in _PREPOSITIONS and not _after_marks(r, i):
        return None  # "met en garde contre"
    if verb.lemma == "convenir" and r.row[i - 1].low == "il" and following in ("de", "d'"):
        return None  # "Il convient de noter que …"
    if low == "dites" and r.row[i - 1].low != "vous":
        return None  # "les offres dites « à la carte »"
    reflexive = i > 0 and r.row[i - 1].low in ("se", "s'")
    of_it = i > 1 and r.row[i - 1].low in ("en", "y") and r.row[i - 2].low == "s'"  # "s'en inquiète"
    reflexive = reflexive or of_it
    if ("r" in verb.frames and "q" not in verb.frames and not reflexive and "n" not in verb.frames) or (
        reflexive and not {"r", "s"} & set(verb.frames)
    ):
        return None
    start = r.row[i - 1 - of_it].start if reflexive else r.row[i].start
    start = _negation(r, i) or start
    return _with_subject(r, _first(r, i), i, after, start, r.row[after - 1].end, "verb", verb)


def _after_marks(r: Reading, i: int) -> bool:
    """ "« … », contre la maire": right after the marks, their comma apart."""
    before = i - 1 - (i > 1 and r.row[i - 1].kind == ",")
    return i > 0 and r.row[before].kind == "Q"


def compound_past(r: Reading, i: int) -> Cue | None:
    """ "a déclaré", "a pour sa part commenté", "s'est félicité", "et dénoncé"; passive "qualifié … par"."""
    low = r.row[i].low
    form = _FORMS.get(low)
    verb, after = (form.verb, i + 1) if form is not None and form.moods & PARTICIPLE else (None, i + 1)
    if compound := compound_at(r.row, i, i + 1, low, PARTICIPLE):
        verb, after = compound
    if verb is None:
        return None
    have = _auxiliary(r, i)
    reflexive = have is not None and any(c.low in ("s'", "se") for c in r.row[max(0, have - 1) : i])
    if "r" in verb.frames and not set("qnw") & set(verb.frames) and not reflexive:
        return None
    if have is None:
        prev = r.row[i - 1] if i else None
        coordinated = prev is not None and (prev.low in ("et", "puis", "mais") or prev.kind == ",")
        if (
            coordinated
            and r.previous is not None
            and r.previous.kind == "verb"
            and r.previous.first >= r.begin
        ):
            return Cue(r.row[i].start, r.row[after - 1].end, i, after, "verb", verb, r.previous.subject, "SV")
        if coordinated and prev is not None and prev.low in ("et", "mais") and _past_before(r, i):
            subject = subject_before(r.row, r.begin, _past_before(r, i) or i, r.text)
            return Cue(r.row[i].start, r.row[after - 1].end, i, after, "verb", verb, subject, "SV")
        return _passive(r, i, after, verb)
    aux = r.row[have].low
    if any(c.low == "été" for c in r.row[have + 1 : i]):
        return _passive(r, i, after, verb)
    if aux in ("est", "sont", "était", "étaient") and not (have and r.row[have - 1].low in ("s'", "se")):
        return _passive(r, i, after, verb)
    first = have - (1 if have and r.row[have - 1].low in ("s'", "n'", "se", "ne") else 0)
    return _with_subject(
        r, _first(r, first), i, after, r.row[first].start, r.row[after - 1].end, "verb", verb
    )


def _complete(r: Reading, first: int) -> bool:
    """Whether a clause has its own verb: what follows its comma is an incise ("Il y a là, juge X")."""
    clause = [c for c in r.row[r.begin : first] if c.kind == "w"]
    if any(c.low in _RELATIVES for c in clause):
        return False
    return any(c.low not in _SUBJECT_PRONOUNS and has_verb(c.low, first_only=True) for c in clause)


def _lone_name(r: Reading, i: int) -> Subject | None:
    """A first name or a surname alone after the verb: "glisse Maëlys"."""
    if i < len(r.row) and r.row[i].kind == "w" and r.text[r.row[i].start].isupper():
        return Subject("name", r.row[i].start, r.row[i].end, i + 1)
    return None


def _further_on(r: Reading, at: int) -> Subject | None:
    """ "« … », a convenu | sitôt les résultats connus | la maire": past an absolute clause."""
    for k in range(at + 1, min(at + _FURTHER, len(r.row))):
        if r.row[k].kind not in "wPI" or r.row[k].low in in_class("relatives"):
            return None
        determined = r.row[k].low in ("la", "le", "l'") and r.row[k - 1].low not in in_class("prepositions")
        found = read_np(r.row, k, r.text) if determined or r.row[k].kind == "P" else None
        if found is not None and found.kind in ("person", "role"):
            return found
    return None


def compound_at(
    row: Sequence[Chunk], i: int, after: int, low: str, mood: int = FINITE
) -> tuple[Verb, int] | None:
    """A verb with a fixed rest at chunk ``i``: "fait … valoir", and the chunk after it."""
    found = _COMPOUND_FORMS.get(low)
    near = [c.low for c in row[after : after + _ASIDE]] if found is not None else []
    for form in found or ():
        rest = form.verb.rest
        at = _past_aside(row, after, rest) if form.moods & mood and rest[0] in near else None
        if at is not None:
            return form.verb, at + len(rest)
    return None


def _past_aside(row: Sequence[Chunk], i: int, rest: tuple[str, ...]) -> int | None:
    """ "met | au contraire | en avant", "fait | d'ailleurs | valoir": where the fixed rest begins."""
    for j in range(i, min(i + _ASIDE, len(row))):
        if row[j].low == rest[0] and tuple(c.low for c in row[j : j + len(rest)]) == rest:
            return j
        adverb = is_adverb(row[j].low) or row[j].low in _PREPOSITIONS
        if row[j].kind != "w" or not (
            adverb or row[j - 1].low in ("au", "en", "de", "d'", "par", "pour", "sa")
        ):
            return None
    return None


def _is_noun(r: Reading, i: int) -> bool:
    """ "la note", "de demande", "une annonce": the word before says that it is no verb."""
    if i == 0:
        return False
    prev = r.row[i - 1]
    if prev.low in _COPULAS:
        return True  # "se montre critique"
    if prev.kind != "w" or prev.low not in _BEFORE_NOUN:
        return False
    if prev.low in _ORDINALS and i + 1 < len(r.row) and r.row[i + 1].kind == "Q":
        return False  # "La première salue « un bel élan »"
    if prev.low in ("l'", "le", "la", "les", "leur", "en") and i > 1:
        if r.row[i - 2].kind in "PI":
            return False  # "Jean Petit l'assure"
        if prev.low == "en" and r.row[i - 2].low in ("s'", "n'"):
            return False  # "comme s'en inquiète la maire"
        if prev.low == "leur" and r.row[i - 2].kind == "," and r.row[i - 3].kind == "Q":
            return False  # "« … », leur répond la maire"
        after_name = r.row[i - 2].kind == "," and i > 2 and r.row[i - 3].kind in "PIw)"
        if after_name and i + 1 < len(r.row) and r.row[i + 1].kind in "Q:":
            return False  # "le maire, Jean Petit, la juge « trop chère »"
        if i > 2 and r.row[i - 3].low == "ainsi" and r.row[i - 2].low == "que":
            return False  # "ainsi que l'indique X"
        return r.row[i - 2].low not in _SUBJECT_PRONOUNS | {"comme", "qui", "ne", "nous", "vous"}
    return True


def _first(r: Reading, i: int) -> int:
    """The first chunk of the verb group, object pronouns included ("nous écrit")."""
    low = r.row[i].low  # "vous répondez": the pronoun is the subject
    own = "vous" if low.endswith("ez") else "nous" if low.endswith("ons") else ""
    while i > r.begin and r.row[i - 1].low in OBJECTS:
        if r.row[i - 1].low == own:
            break
        i -= 1
    return i


def _negation(r: Reading, i: int) -> int | None:
    return r.row[i - 1].start if i and r.row[i - 1].low in ("n'", "ne") else None


def _auxiliary(r: Reading, i: int) -> int | None:
    """The auxiliary of the participle at ``i``, adverbs and a short aside apart."""
    last = i - 1
    if last > r.begin and r.row[last].kind == ",":  # "avait, il est vrai, annoncé"
        opening = next(
            (k for k in range(last - 1, max(r.begin, last - _IN_HAVE), -1) if r.row[k].kind == ","), last
        )
        if r.row[opening - 1].low in HAVE:
            return opening - 1
    for k in range(last, max(r.begin - 1, last - _IN_HAVE), -1):
        low, kind = r.row[k].low, r.row[k].kind
        if low in HAVE or low in _AUXILIARIES:
            return k
        if kind not in ("w", ",") or (kind == "w" and low in ("que", "qu'", "qui")):
            return None
        if low == "et" and r.row[k - 1].low != "ores":
            return None
    return None


def _has_auxiliary(r: Reading, i: int) -> bool:
    """Whether a form that is present and participle ("dit") is the participle here: "a dit"."""
    k = _auxiliary(r, i)
    return k is not None and all(
        is_adverb(c.low)
        or c.low in _CLITICS
        or c.kind == ","
        or c.low in ("lui", "elle", "eux", "pour", "sa", "part", "de", "d'", "son", "leur", "côté")
        for c in r.row[k + 1 : i]
    )  # fmt: skip


def _same_number(r: Reading, first: int, i: int) -> bool:
    """ "La directrice assure que … et jure …": two verbs of one subject, as far as their ending tells."""
    before = r.previous
    if before is None or before.first < r.begin or before.kind != "verb" or before.subject is None:
        return False
    plural = [
        any(c.low.endswith("nt") for c in r.row[a:b])
        for a, b in ((first, i + 1), (before.first, before.after))
    ]
    return plural[0] == plural[1] or before.order == "VS"


def _past_before(r: Reading, i: int) -> int | None:
    """An auxiliary earlier in the clause that a coordinated participle goes on with."""
    for k in range(i - 2, r.begin - 1, -1):
        if r.row[k].low in ("a", "ont", "avait", "avaient"):
            return k
    return None


def _passive(r: Reading, i: int, after: int, verb: Verb) -> Cue | None:
    """ "qualifiée de « provocation » par la CGT", "dénoncé par X"."""
    if "n" not in verb.frames:
        return None
    for k in range(after, min(after + 8, len(r.row))):
        if r.row[k].low == "par":
            subject = read_np(r.row, k + 1, r.text)
            if subject is not None and subject.kind in STRONG:
                return Cue(r.row[i].start, r.row[i].end, i, after, "passive", verb, subject, "SV")
        if r.row[k].kind in (".", ";"):
            return None
    return None


def _with_subject(
    r: Reading, first: int, i: int, after: int, start: int, end: int, kind: str, verb: Verb
) -> Cue | None:
    """The cue with its subject: after the verb in an incise, else before it, else that of the cue before."""
    row = r.row
    left = row[first - 1] if first > 0 else None
    left_subject = subject_before(row, r.begin, first, r.text)
    opens = left is None or left.kind in ("Q", ",", "!", "?", "…", ".", "—", "–", ")") or left.low == "comme"
    relative = left is not None and left.low in ("que", "qu'")
    if opens or relative:
        at = skip_adverbials(row, after)
        right = read_np(row, at, r.text) or _lone_name(r, at)
        near_quote = first > 0 and any(c.kind == "Q" for c in row[max(0, first - 3) : first])
        if near_quote and left_subject is None and (right is None or right.kind == "other"):
            right = _further_on(r, at) or right
        if right is not None and right.kind != "other":
            strong_left = left_subject is not None and left_subject.kind in STRONG
            strong_left = strong_left and not _complete(r, first)
            # "Nos élèves choisissent, explique Jean Petit": nobody declares a person
            declares = left is not None and left.kind in ",—–" and verb.strength != "evaluative"
            strong_left = strong_left and not (declares and right.kind == "person")
            if near_quote or relative or not strong_left or (left is not None and left.low == "comme"):
                return Cue(start, end, first, right.after, kind, verb, right, "VS")
        if near_quote and right is not None and left_subject is None:
            return Cue(start, end, first, right.after, kind, verb, right, "VS")
    subject = left_subject
    if left is not None and left.low in ("et", "mais", "puis") and _same_number(r, first, i):
        subject = r.previous.subject if r.previous is not None else subject
    if subject is None and r.previous is not None and r.previous.first >= r.begin:
        subject = r.previous.subject
    if subject is None and left is not None and left.low in ("et", "mais", "puis", "ou"):
        subject = opening_subject(row, r.begin, first, r.text)
    vocative = subject is not None and subject.kind == "on" and after + 2 < len(row)
    if vocative and [c.kind for c in row[after : after + 3]] == [",", "P", ","]:
        subject = read_np(row, after + 1, r.text)  # "Vous évoquez, Jeanne Petit, …"
    return Cue(start, end, first, after, kind, verb, subject, "SV")
