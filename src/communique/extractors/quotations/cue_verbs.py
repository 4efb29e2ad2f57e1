"""Finite reporting verbs with their subject: inverted, simple, compound, passive."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.extractors.quotations.adverbials import is_adverb, skip_adverbials
from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.subjects import (
    lent_voice,
    main_subject,
    opening_subject,
    subject_before,
)
from communique.extractors.quotations.verb_groups import (
    HAVE,
    IN_HAVE,
    auxiliary,
    compound_at,
    first_of_group,
    has_auxiliary,
    is_noun,
    negation,
    past_before,
    same_number,
)
from communique.extractors.quotations.verbs import FINITE, INFINITIVE, PARTICIPLE, Verb, forms
from communique.extractors.quotations.words import in_class, listed

_FORMS = forms()
_HELPERS = in_class("helpers")
_BEFORE_INFINITIVE = in_class("before_infinitive")
_PREPOSITIONS = in_class("prepositions")
_RELATIVES = in_class("relatives")
_SUBJECT_PRONOUNS = in_class("subject_pronouns")

_PRONOUN_TAILS = {
    tail + p: p
    for p in ("il", "elle", "ils", "elles", "on", "nous", "vous", "je")
    for tail in ("", "t-", "t'")
}
# Verbs whose object is never somebody.
_OF_THINGS = in_class("of_things")
_TELLING_NOUNS = listed("telling_nouns.txt") | listed("source_nouns.txt") | {"critique", "livre", "article"}
_HAVING = frozenset({"a", "ont", "avait", "avaient", "aura", "auront"})
_PARTICIPLES = ("é", "i", "u", "is", "it", "ert", "int")
_ADDRESSING = in_class("addressing")
_ASKING = in_class("asking")
_JUDGING = frozenset({"juger", "trouver", "estimer", "considérer"})
_CALLING = frozenset({"appeler", "surnommer", "qualifier", "traiter"})
_COORDINATION = frozenset({"et", "mais", "ou", "puis"})
# After one of these a verb is no incise.
_NO_END = frozenset().union(
    *map(in_class, ("relatives", "clitics", "subject_pronouns", "determiners", "prepositions", "modals")),
    {"et", "ou", "mais", "puis", "comme", "comment", "pourquoi", "quand", "si", "ni", "car", "a", "ont"},
)
_LIKENED = frozenset({"présenter", "définir"})  # "présenté par X comme « un temps fort »"
_WHICH = frozenset({"laquelle", "lequel", "lesquels", "lesquelles"})
_MARKED = 30  # characters of a medium in marks
_FURTHER = 8  # chunks of "sitôt les résultats connus"


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
            return Cue(start, last, first_of_group(r, i), told[1], "verb", told[0], subject, "VS")
        return Cue(
            start, chunk.start + len(head), first_of_group(r, i), after, "verb", form.verb, subject, "VS"
        )
    if compound := compound_at(r.row, i, after, head):
        subject = Subject(kind, end - len(pronoun), end, compound[1])
        return Cue(
            start,
            r.row[compound[1] - 1].end,
            first_of_group(r, i),
            compound[1],
            "verb",
            compound[0],
            subject,
            "VS",
        )
    if head in ("peut", "pouvait") and after < len(r.row) and r.row[after].low in ("lire", "entendre"):
        subject = Subject(kind, end - len(pronoun), end, after + 1)
        return Cue(chunk.start, r.row[after].end, i, after + 1, "verb", None, subject, "VS")
    if head not in HAVE:
        return None
    for j in range(after, min(after + IN_HAVE, len(r.row))):
        if compound := compound_at(r.row, j, j + 1, r.row[j].low, PARTICIPLE):  # "avait-il mis en garde"
            subject = Subject(kind, end - len(pronoun), end, compound[1])
            last = r.row[compound[1] - 1].end
            return Cue(start, last, first_of_group(r, i), compound[1], "verb", compound[0], subject, "VS")
        form = _FORMS.get(r.row[j].low) if r.row[j].kind == "w" else None
        if r.row[j].low == "appris" and pronoun == "on":  # "a-t-on appris auprès de X"
            subject = Subject(kind, end - len(pronoun), end, j + 1)
            return Cue(start, r.row[j].end, first_of_group(r, i), j + 1, "verb", None, subject, "VS")
        if form is not None and form.moods & PARTICIPLE:
            impersonal = head in ("est", "était") and pronoun == "il"
            impersonal = impersonal and r.row[i - 1].low not in ("s'", "se")
            kind = "other" if impersonal else kind  # "est-il précisé"
            subject = Subject(kind, end - len(pronoun), end, j + 1)
            return Cue(start, r.row[j].end, first_of_group(r, i), j + 1, "verb", form.verb, subject, "VS")
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
        if has_auxiliary(r, i):
            return None
    if (
        verb is None
        or is_noun(r, i)
        or (form is not None and form.moods & PARTICIPLE and has_auxiliary(r, i))
    ):
        return None
    if low in _PREPOSITIONS and not _after_marks(r, i):
        return None  # "met en garde contre"
    if low in ("critique", "critiques") and i and _describes(r.row[i - 1]):
        return None  # "un moment critique", "une analyse critique"
    if low == "écrit" and following in ("de", "d'", "du", "des") and i and _describes(r.row[i - 1]):
        return None  # "le témoignage écrit de X"
    if low == "mise" and following in ("en", "à", "au", "sous"):
        return None  # "mise en examen"
    if verb.lemma == "convenir" and r.row[i - 1].low == "il" and following in ("de", "d'"):
        return None  # "Il convient de noter que …"
    if verb.lemma == "apprendre" and r.row[i - 1].low not in ("nous", "vous"):
        return None  # "elle apprend que son poste disparaît"
    if low == "dites" and r.row[i - 1].low != "vous":
        return None  # "les offres dites « à la carte »"
    if low.endswith("ez") and not any(c.low == "vous" for c in r.row[max(r.begin, i - 4) : i]):
        return None  # "Pour y voir clair, demandez un devis": an imperative
    reflexive = i > 0 and r.row[i - 1].low in ("se", "s'")
    of_it = i > 1 and r.row[i - 1].low in ("en", "y") and r.row[i - 2].low == "s'"  # "s'en inquiète"
    reflexive = reflexive or of_it
    if ("r" in verb.frames and "q" not in verb.frames and not reflexive and "n" not in verb.frames) or (
        reflexive and not {"r", "s"} & set(verb.frames)
    ):
        return None
    start = r.row[i - 1 - of_it].start if reflexive else r.row[i].start
    start = negation(r, i) or start
    return _with_subject(r, first_of_group(r, i), i, after, start, r.row[after - 1].end, "verb", verb)


def _describes(before: Chunk) -> bool:
    """Whether the word before is a thing that an adjective describes, and no speaker: "la situation"."""
    if before.kind != "w" or noun_kind(before.low) != "other" or before.low in in_class("adverbs"):
        return False
    closed = ("subject_pronouns", "clitics", "relatives", "determiners")
    return not any(before.low in in_class(c) for c in closed) and before.low not in _TELLING_NOUNS


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
    if i > 1 and r.row[i - 1].low == "avoir" and r.row[i - 2].low in ("après", "pour", "d'", "de"):
        return _having(r, i, after, verb)
    if low == "communiqué" and (not i or r.row[i - 1].low not in HAVE):
        return None  # "dans un communiqué"
    have = auxiliary(r, i)
    if verb.lemma == "apprendre" and (not have or r.row[have - 1].low not in ("nous", "vous")):
        return None
    reflexive = have is not None and any(c.low in ("s'", "se") for c in r.row[max(0, have - 1) : i])
    if "r" in verb.frames and not set("qnw") & set(verb.frames) and not reflexive:
        return _passive(r, i, after, verb) if verb.lemma in _LIKENED else None
    if have is None:
        prev = r.row[i - 1] if i else None
        coordinated = prev is not None and (prev.low in ("et", "puis", "mais") or prev.kind == ",")
        if after < len(r.row) and r.row[after].low == "par":
            coordinated = False  # "comme l'explique X, cité par le journal"
        if (
            coordinated
            and r.previous is not None
            and r.previous.kind == "verb"
            and r.previous.first >= r.begin
            and (prev is None or prev.kind == "," or _compound(r, r.previous))
        ):
            return Cue(r.row[i].start, r.row[after - 1].end, i, after, "verb", verb, r.previous.subject, "SV")
        if coordinated and prev is not None and prev.low in ("et", "mais") and past_before(r, i):
            subject = subject_before(r.row, r.begin, past_before(r, i) or i, r.text)
            return Cue(r.row[i].start, r.row[after - 1].end, i, after, "verb", verb, subject, "SV")
        return _passive(r, i, after, verb)
    aux = r.row[have].low
    if any(c.low == "été" for c in r.row[have + 1 : i]):
        return _passive(r, i, after, verb)
    if aux in ("est", "sont", "était", "étaient") and not (have and r.row[have - 1].low in ("s'", "se")):
        return _passive(r, i, after, verb)
    first = have - (1 if have and r.row[have - 1].low in ("s'", "n'", "se", "ne") else 0)
    return _with_subject(
        r, first_of_group(r, first), i, after, r.row[first].start, r.row[after - 1].end, "verb", verb
    )


def _having(r: Reading, i: int, after: int, verb: Verb) -> Cue | None:
    """ "X se tait après | avoir qualifié | l'accord de « piège »", "Après | avoir dit | que …, X sort"."""
    subject = r.previous.subject if r.previous is not None and r.previous.first >= r.begin else None
    if i - 2 == r.begin:
        subject = main_subject(r.row, i + 1, r.text)
    elif subject is None:
        subject = opening_subject(r.row, r.begin, i - 2, r.text)
    start, end = r.row[i - 1].start, r.row[after - 1].end
    return Cue(start, end, i - 1, after, "infinitive", verb, subject, "SV" if subject else "")


def _tells_of_things(r: Reading, verb: Verb, right: Subject) -> bool:
    """ "…, ont rapporté les médias.": no object of the verb, since nobody is what one explains or reports."""
    if verb.lemma not in _OF_THINGS or right.kind not in ("role", "unnamed", "inst", "org", "document"):
        return False
    return right.after >= len(r.row) or r.row[right.after].kind in ".,(;"


def _ends_unparted(r: Reading, first: int, after: int, verb: Verb) -> bool:
    """ "Autant d'agents seront requis | a confirmé le maire |.": an incise that lost its comma."""
    left = r.row[first - 1] if first else None
    if after == first + 1 and left is not None:  # "La route coûtera cher | explique un élu |."
        return (
            verb.lemma in _OF_THINGS and ends_with_teller(r.row, first, after, r.text) and _complete(r, first)
        )
    if left is None or left.kind != "w" or after < first + 2 or not left.low.endswith(_PARTICIPLES):
        return False
    if r.row[first].low not in _HAVING or r.row[first - 2].low not in in_class("auxiliaries"):
        return False
    who = read_np(r.row, after, r.text)
    ends = who is not None and (who.after >= len(r.row) or r.row[who.after].kind in ".,")
    return ends and who is not None and who.kind in STRONG


def ends_with_teller(row: Sequence[Chunk], first: int, after: int, text: str) -> bool:
    """ "… à la ville | témoigne Jeanne Petit |.": somebody after the verb, whom the sentence ends with."""
    left = row[first - 1]
    if left.kind not in "wI" or left.low in _NO_END:
        return False
    joined = next(
        (k for k in range(first - 1, 0, -1) if row[k].low in _COORDINATION or row[k].kind in ",;:"), 0
    )
    if joined and not has_verb(text[row[joined].start : left.end]):
        return False  # "Le film a plu et le livre raconte un médecin": its own subject
    who = read_np(row, after, text)
    if who is None or who.kind not in ("person", "role", "unnamed"):
        return False
    return not any(c.kind in ",;:Q" or c.low in ("que", "qu'") for c in row[who.after :])


def _own_relative(r: Reading, first: int) -> bool:
    """ "…, au cours de laquelle l'Inde, rivale du pays, | a soutenu": the verb that a relative waits for."""
    last = next((k for k in range(first - 1, r.begin - 1, -1) if r.row[k].low in _WHICH), None)
    if last is not None and r.row[last - 1].low == "parmi":
        return False  # "sept blessés, parmi lesquels un policier, a annoncé X"
    return last is not None and not any(
        c.low not in _SUBJECT_PRONOUNS and has_verb(c.low, first_only=True) for c in r.row[last + 1 : first]
    )


def _compound(r: Reading, cue: Cue) -> bool:
    """Whether a verb has an auxiliary, which a participle after "et" can share ("a salué … et promis")."""
    auxiliaries = in_class("auxiliaries")
    return any(c.low.split("-")[0] in auxiliaries for c in r.row[cue.first : cue.after])


def _complete(r: Reading, first: int) -> bool:
    """Whether a clause has its own verb: what follows its comma is an incise ("Il y a là, juge X")."""
    clause = [c for c in r.row[r.begin : first] if c.kind == "w"]
    end = next((j for j, c in enumerate(clause) if c.low in _RELATIVES), len(clause))
    if end < len(clause):  # "Jean Petit, qui tenait la caisse, | a été nommé ministre |, a annoncé l'Élysée"
        at = next(j for j in range(r.begin, first) if r.row[j] is clause[end])
        comma = next((j for j in range(at, first - 2) if r.row[j].kind == ","), first)
        if at > r.begin and r.row[at - 1].kind == "," and comma < first - 2:
            opens = r.row[comma + 1].low
            if opens in in_class("auxiliaries") or has_verb(opens, first_only=True):
                return True
    if any(
        a.low in _HAVING and b.low.endswith(_PARTICIPLES) for a, b in pairwise(clause[1:end])
    ):  # "La Russie a fourni des missiles, affirme Séoul"
        return True
    clause = clause[:end]  # "Il a été blessé par ceux qui gardent la place, a expliqué une source"
    beside = in_class("participles_fronted")  # "La ministre, présente à Nîmes, a salué X"
    apposed = [b for a, b in pairwise(r.row[r.begin : first]) if a.kind == "," and b.low in beside]
    return any(
        c.low not in _SUBJECT_PRONOUNS and c not in apposed and has_verb(c.low, first_only=True)
        for c in clause
    )


def _several(r: Reading, i: int) -> Subject | None:
    """ "« … », hurlaient | des manifestants |": people of whom there are several, right after the verb."""
    if i + 1 < len(r.row) and r.row[i + 1].kind == "Q":
        return None  # "déploraient toujours des « points de blocage »"
    found = read_np(r.row, i, r.text) if i < len(r.row) and r.row[i].low in ("des", "de", "d'") else None
    return found if found is not None and found.kind in ("unnamed", "document") else None


def _several_after(r: Reading, i: int, at: int) -> Subject | None:
    """ "ont indiqué | lundi | des pêcheurs": past adverbs and days only."""
    while i < at - 1 and is_adverb(r.row[i].low):
        i += 1
    return _several(r, i)


def _told_to(row: Sequence[Chunk], after: int, right: Subject | None) -> bool:
    """ "a demandé | au président Jean Petit de", "à la ministre Jeanne Petit de": to whom it was said."""
    if right is None or right.kind not in ("person", "role") or after + 1 >= len(row):
        return False
    to = row[after].low
    if to not in ("au", "aux") and not (to == "à" and row[after + 1].low in ("la", "l'")):
        return False
    noun = row[after + 1 + (to == "à")]
    asked = right.after < len(row) and row[right.after].low in ("de", "d'", "que", "qu'")
    return asked and noun_kind(noun.low) == "role"


def _lone_name(r: Reading, i: int) -> Subject | None:
    """A first name or a surname alone after the verb: "glisse Maëlys"."""
    if i < len(r.row) and r.row[i].kind == "w" and r.text[r.row[i].start].isupper():
        return Subject("name", r.row[i].start, r.row[i].end, i + 1)
    return None


def _marked_medium(r: Reading, i: int) -> Subject | None:
    """ "…, rapporte | « Le Matin ».": a medium set in marks, where the sentence ends."""
    if i >= len(r.row) or r.row[i].kind != "Q" or r.row[i].end - r.row[i].start > _MARKED:
        return None
    words = r.text[r.row[i].start : r.row[i].end].strip("«»“”\"' \u00a0\u202f")
    ends = i + 1 >= len(r.row) or r.row[i + 1].kind in ".,"
    capital = words[:1].isupper() and words[-1:].isalnum() and len(words.split()) < 4
    return Subject("name", r.row[i].start, r.row[i].end, i + 1) if ends and capital else None


def _further_on(r: Reading, at: int) -> Subject | None:
    """ "« … », a convenu | sitôt les résultats connus | la maire": past an absolute clause."""
    for k in range(at + 1, min(at + _FURTHER, len(r.row))):
        if r.row[k].kind not in "wPI" or r.row[k].low in in_class("relatives"):
            return None
        determined = r.row[k].low in ("la", "le", "l'") and r.row[k - 1].low not in in_class("prepositions")
        lone = r.row[k].kind == "P" and r.row[k - 1].low not in ("de", "d'", "du", "avec", "par", "contre")
        found = read_np(r.row, k, r.text) if determined or lone else None
        if found is not None and found.kind in ("person", "role"):
            return found
    return None


def _passive(r: Reading, i: int, after: int, verb: Verb) -> Cue | None:
    """ "qualifiée de « provocation » par la CGT", "dénoncé par X"."""
    if "n" not in verb.frames and verb.lemma not in _LIKENED:
        return None
    for k in range(after, min(after + 8, len(r.row))):
        if r.row[k].low == "par":
            subject = read_np(r.row, k + 1, r.text)
            following = r.row[subject.after : subject.after + 1] if subject is not None else []
            likened = any(c.low == "comme" for c in following)
            if verb.lemma in _LIKENED and not likened:
                return None  # "un projet présenté par X"
            if subject is not None and (subject.kind in STRONG or likened):
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
    if left_subject is not None and left_subject.kind in ("inst", "org"):
        left_subject = lent_voice(row, r.begin, first) or left_subject
    opens = left is None or left.kind in ("Q", ",", "!", "?", "…", ".", "—", "–", ")") or left.low == "comme"
    relative = left is not None and left.low in ("que", "qu'")
    opens = opens and not _own_relative(r, first)
    opens = opens and not (after < len(row) and row[after].low in _ASKING)  # "raconte comment elle a fui"
    opens = opens or _ends_unparted(r, first, after, verb)
    if opens or relative:
        at = skip_adverbials(row, after)
        if after + 2 < len(row) and [c.kind for c in row[after : after + 3]] == [",", "P", ","]:
            at = after + 1 if left is not None and left.kind == "," and after > first + 1 else at
        right = (
            (_several_after(r, after, at) if at > after else None)
            or read_np(row, at, r.text)
            or _lone_name(r, at)
            or _marked_medium(r, at)
        )
        if after < at < len(row) and row[at - 1].low in ("à", "au") and row[at].kind == "P":
            right = None  # "suggère à Jeanne Petit que"
        if _told_to(row, after, right):
            right = None  # "Deux élus, A et B, avaient demandé à la ministre Jeanne Petit de venir"
        if at + 1 < len(row) and row[at].low == "il" and row[at + 1].low == "y":
            right = None  # "a lancé il y a un an une campagne"
        near_quote = first > 0 and any(c.kind == "Q" for c in row[max(0, first - 3) : first])
        if near_quote and left_subject is None and (right is None or right.kind == "other"):
            right = _further_on(r, at) or right
        if right is not None and verb.lemma in _CALLING and any(c.kind == "Q" for c in row[at : right.after]):
            right = None  # "l'avait appelé la « châtelaine »"
        judged = verb.lemma in _JUDGING and left_subject is not None and right is not None
        if judged and right is not None and right.after < len(row) and row[right.after].kind == "Q":
            right = None  # "L'actrice, qui …, a jugé Jean Petit « peu convaincant »"
        if right is not None and right.kind != "other":
            strong_left = left_subject is not None and left_subject.kind in STRONG
            strong_left = strong_left and not _complete(r, first)
            names = left_subject is not None and (left_subject.kind, right.kind) == ("name", "name")
            strong_left = strong_left or (names and not _complete(r, first))  # "l'Inde, rivale, a lâché X"
            # "Nos élèves choisissent, explique Jean Petit": nobody declares a person
            declares = left is not None and left.kind in ",—–" and verb.strength != "evaluative"
            declares = declares and verb.lemma not in _ADDRESSING
            strong_left = strong_left and not (declares and right.kind == "person")
            strong_left = strong_left and not (declares and _tells_of_things(r, verb, right))
            if near_quote or relative or not strong_left or (left is not None and left.low == "comme"):
                return Cue(start, end, first, right.after, kind, verb, right, "VS")
        beside = first > 1 and left is not None and left.kind == "," and row[first - 2].kind == "Q"
        told = beside and right is not None and right.start == row[after].start and _complete(r, first)
        if near_quote and right is not None and (left_subject is None or told):
            return Cue(start, end, first, right.after, kind, verb, right, "VS")
    subject = left_subject
    if left is not None and left.low in ("et", "mais", "puis") and same_number(r, first, i):
        subject = r.previous.subject if r.previous is not None else subject
    if subject is None and r.previous is not None and r.previous.first >= r.begin:
        subject = r.previous.subject
    if subject is None and left is not None and left.low in ("et", "mais", "puis", "ou"):
        subject = opening_subject(row, r.begin, first, r.text)
    vocative = subject is not None and subject.kind == "on" and after + 2 < len(row)
    if vocative and [c.kind for c in row[after : after + 3]] == [",", "P", ","]:
        subject = read_np(row, after + 1, r.text)  # "Vous évoquez, Jeanne Petit, …"
    return Cue(start, end, first, after, kind, verb, subject, "SV")
