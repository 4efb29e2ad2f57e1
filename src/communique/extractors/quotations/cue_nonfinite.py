"""Reporting words that are no finite verb: infinitives, gerunds, "être convaincu que"."""

from __future__ import annotations

from itertools import pairwise

from communique.extractors.quotations.adverbials import is_adverb, skip_adverbials
from communique.extractors.quotations.cue import Cue, Reading
from communique.extractors.quotations.leading_verbs import auxiliary_before, leading_verb, only_negated
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.subjects import main_subject, opening_subject, subject_before
from communique.extractors.quotations.verb_groups import HAVE, OBJECTS, compound_at
from communique.extractors.quotations.verbs import GERUND, INFINITIVE, Verb, forms
from communique.extractors.quotations.words import in_class, listed, role_nouns

_FORMS = forms()
_CLITICS = in_class("clitics")
_MODALS = in_class("modals")
_ADVERBS = in_class("adverbs")
_ROLE_NOUNS = role_nouns()
_DETERMINERS = in_class("determiners")
_BEING = in_class("being")
_SPEECH_NOUNS = listed("speech_nouns.txt")
_CONVINCED_WORDS = in_class("convinced")

_CONVINCED = Verb("être convaincu", "thought", "q")
_IMPERSONAL = frozenset({"convient", "est", "importe", "reste", "était", "sied", "conviendra", "suffit"})
# "a pris soin", "a saisi l'occasion", "a jugé bon": what may stand before the word that leads.
_IN_GROUP = frozenset(
    {"pris", "eu", "saisi", "jugé", "cru", "trouvé", "à", "l'", "cette", "tenu", "tient", "prend"}
)
_HOLDING = frozenset({"profite", "manque", "tient", "prend", "hésite"})
_OTHERS = frozenset({"certains", "certaines", "autres", "plusieurs", "beaucoup"})
_SPOKEN = frozenset(
    {"discours", "allocution", "message", "déclaration", "lettre", "tribune", "entretien", "tweet"}
)
_ASIDES = frozenset({"part", "côté", "tour"})
_MANY = frozenset(
    {"nombreux", "nombreuses", "unanimes", "premier", "première", "premiers", "premières", "seul", "seule",
     "seuls", "seules", "prompt", "prompts"}
)  # fmt: skip
_ENSURING = frozenset({"garantir", "assurer", "attester", "certifier", "vérifier", "signifier", "prouver"})
_APPOSITION = 20
_OWN = 8  # chunks of the subject that a participle has of its own
_COMMENTS = 14  # chunks of "les propos du président X ou de ses ministres"
_TITLED = 6  # chunks of "les propos du président de la République"
_TO_SOMEBODY = frozenset(
    {"à", "au", "aux", "avec", "contre", "pour", "sur", "chez", "envers", "par", "entre"}
)


def infinitive(r: Reading, i: int) -> Cue | None:
    """ "Et d'ajouter :", "tient à rappeler que", "aimait à dire"."""
    form = _FORMS.get(r.row[i].low)
    verb, after = (form.verb, i + 1) if form is not None and form.moods & INFINITIVE else (None, i + 1)
    if verb is None and (compound := compound_at(r.row, i, i + 1, r.row[i].low, INFINITIVE)):
        verb, after = compound
    if verb is None or i == 0 or r.row[i - 1].kind != "w" or _hesitates(r, i) or _impersonal(r, i):
        return None
    if r.row[i - 1].low == "à" and i - 1 == r.begin:
        return None  # "À noter que les bureaux sont fermés"
    if (
        verb.lemma == "dire"
        and r.row[i - 1].low in ("veut", "voulait", "voudrait")
        and _before_that(r, i + 1)
    ):
        return None  # "ce qui veut dire que"
    if verb.lemma == "dire" and r.row[i - 1].low == "et" and i - 1 == r.begin:
        return None  # "Et dire qu'il pleut"
    j = i - 1
    while j > r.begin and r.row[j].low in _CLITICS | {"à", "de", "d'"}:
        j -= 1
    if r.row[j].low == "que" and r.row[j - 1].low in _MODALS and j - 1 > r.begin:
        j -= 1  # "n'a pu | que | reconnaître"
    if r.row[j].low in _ASIDES and r.row[j - 1].low in ("sa", "son", "leur") and j - 3 >= r.begin:
        j -= 3  # "devait | pour sa part | reconnaître"
    if r.row[j].low == "effet" and r.row[j - 1].low == "en" and j - 2 >= r.begin:
        j -= 2  # "vient | en effet | de nous confirmer"
    lead = leading_verb(r.row, r.begin, i)
    if verb.lemma in _ENSURING and (lead is None or r.row[i - 1].low in ("s'", "se")):
        return None  # "pour garantir que les prix soient affichés": what is done, not what is said
    if lead is not None:
        j = auxiliary_before(r.row, r.begin, lead)
        if only_negated(r.row, lead):
            subject = subject_before(r.row, r.begin, j, r.text)
            return Cue(r.row[i].start, r.row[after - 1].end, i, after, "infinitive", verb, subject, "SV")
    if (led := _led(r, i)) is not None:
        subject = subject_before(r.row, r.begin, led, r.text)
        if subject is not None and subject.kind != "other":
            return Cue(r.row[i].start, r.row[after - 1].end, i, after, "infinitive", verb, subject, "SV")
    if r.row[i - 1].low == "à" and (many := _many_are(r, i - 1)) is not None:
        subject = subject_before(r.row, r.begin, many, r.text)
        return Cue(r.row[i].start, r.row[after - 1].end, i, after, "infinitive", verb, subject, "SV")
    of = i - 1  # "Et l'avocat | de | lui répliquer"
    while of > r.begin and r.row[of].low in _CLITICS:
        of -= 1
    beside = r.row[j].kind in "PI" and r.row[of].low in ("de", "d'")
    opens = r.row[r.begin].low == "et" and r.row[of].low in ("de", "d'")
    told = read_np(r.row, r.begin + 1, r.text, of) if opens else None
    apposed = r.row[of - 1].kind == "," and i - r.begin < _APPOSITION  # "Et X, étudiante, de conclure"
    beside = beside or (told is not None and (told.after == of or apposed))
    if not beside and lead is None and r.row[j].low not in _MODALS | {"et", "à", "de", "d'", "jusqu'"}:
        return None
    if beside:  # "Et Jean Petit de conclure :"
        who = told or read_np(r.row, j, r.text)
        return Cue(r.row[i].start, r.row[after - 1].end, j, after, "infinitive", verb, who, "SV")
    first = j
    while first > r.begin and (r.row[first - 1].low in HAVE or r.row[first - 1].low in OBJECTS):
        first -= 1
    quoted = any(c.kind == "Q" for c in r.row[max(0, first - 2) : first])
    like = first and r.row[first - 1].low == "comme"  # "comme devait conclure X"
    if first and (quoted or like) and r.row[j].low != "et":  # "a tenu à souligner X"
        right = read_np(r.row, skip_adverbials(r.row, after), r.text)
        if right is not None and right.kind != "other":
            start = r.row[first].start
            return Cue(start, r.row[after - 1].end, first, right.after, "verb", verb, right, "VS")
    subject = None
    if r.row[j].low not in ("et", "avant", "pour", "sans", "d'", "de"):
        subject = subject_before(r.row, r.begin, j, r.text)
    if subject is None and r.previous is not None and (r.previous.first >= r.begin or opens):
        subject = r.previous.subject
    if subject is None and r.row[j].low in ("avant", "pour") and j > r.begin:
        subject = opening_subject(r.row, r.begin, j, r.text)
        acted_on = any(c.low == "par" for c in r.row[r.begin : j]) or not has_verb(_words(r, j))
        strong = subject is not None and subject.kind in STRONG | {"unnamed"}
        if r.row[j].low == "pour" and (acted_on or not strong):
            subject = None  # "La mairie a été occupée par des lycéens pour dénoncer « … »"
    start = r.row[i].start
    return Cue(start, r.row[after - 1].end, j, after, "infinitive", verb, subject, "SV" if subject else "")


def _many_are(r: Reading, to: int) -> int | None:
    """ "Ils étaient | nombreux dans les cortèges à | dénoncer", "est le premier à dire": the verb."""
    many = next((k for k in range(to - 1, max(r.begin, to - _OWN), -1) if r.row[k].low in _MANY), None)
    if many is None or any(c.kind not in "wI" for c in r.row[many:to]):
        return None
    begin = range(many - 1, max(r.begin, many - _OWN) - 1, -1)
    return next((k for k in begin if r.row[k].low in in_class("auxiliaries")), None)


def _words(r: Reading, end: int) -> str:
    return r.text[r.row[r.begin].start : r.row[end - 1].end]


def _led(r: Reading, i: int) -> int | None:
    """ "n'a pas manqué de rappeler", "en a profité pour rappeler": where such a group begins."""
    j = i - 1
    while j > r.begin and r.row[j].low in OBJECTS:
        j -= 1
    if j <= r.begin or r.row[j].low not in ("de", "d'", "à", "pour"):
        return None
    j -= r.row[j - 1].low in ("pas", "jamais", "point")  # "ne manque | pas | de rappeler"
    if j <= r.begin or r.row[j - 1].low not in _leading():
        return None
    j -= 1
    while j > r.begin and (
        r.row[j - 1].low in _IN_GROUP
        or r.row[j - 1].low in in_class("auxiliaries")
        or r.row[j - 1].low in OBJECTS
        or is_adverb(r.row[j - 1].low)
    ):
        j -= 1
    return j if any(c.low in in_class("auxiliaries") | _HOLDING for c in r.row[j:i]) else None


def _leading() -> frozenset[str]:
    return listed("leading_words.txt")


def _hesitates(r: Reading, i: int) -> bool:
    """ "répond sans hésiter", but "non sans rappeler que"."""
    return r.row[i - 1].low == "sans" and (i < 2 or r.row[i - 2].low != "non")


def _impersonal(r: Reading, i: int) -> bool:
    """ "Il convient de noter que", "il est important de rappeler que": nobody's words but the writer's."""
    if r.row[i - 1].low == "pour" and any(c.low == "fallu" for c in r.row[r.begin : i]):
        return True  # "Il a fallu ce drame pour rappeler que"
    lows = [c.low for c in r.row[max(r.begin, i - 6) : i]]
    if not lows or lows[-1] not in ("de", "d'", "à"):
        return False
    return any(low in ("il", "c'", "ce") and follows in _IMPERSONAL for low, follows in pairwise(lows))


def gerund(r: Reading, i: int) -> Cue | None:
    """ "en soulignant que", "rappelant que", "Bercy estimant que"."""
    if compound := compound_at(r.row, i, i + 1, r.row[i].low, GERUND):  # "faisant part de son regret"
        end = r.row[compound[1] - 1].end
        return Cue(r.row[i].start, end, i, compound[1], "gerund", compound[0], gerund_subject(r, i), "SV")
    form = _FORMS.get(r.row[i].low)
    if form is None or not form.moods & GERUND or r.row[i].low == "attendant":
        return None
    prev = r.row[i - 1] if i else None
    if prev is not None and prev.low in ("se", "s'") and (i < 2 or r.row[i - 2].low != "en"):
        if not {"r", "s"} & set(form.verb.frames):
            return None
        told = gerund_subject(r, i - 1)  # ", se réjouissant de « … »"
        return Cue(prev.start, r.row[i].end, i - 1, i + 1, "gerund", form.verb, told, "SV")
    if r.row[i].low in _ADVERBS and (prev is None or prev.low != "en"):
        return None  # "maintenant"
    the = ("l'", "le", "la", "les", "leur")
    if prev is not None and prev.low in _DETERMINERS and prev.low not in the and prev.low not in _OTHERS:
        return None  # "un manifestant"
    clitic = prev is not None and prev.low in ("l'", "les") and i > 1 and r.row[i - 2].kind == ","
    clitic = clitic and r.row[i].low not in _ROLE_NOUNS  # ", l'accusant de « … »"
    articled = prev is not None and prev.low in ("l'", "le", "la", "les") and not clitic
    if articled and (i < 2 or r.row[i - 2].low != "en"):
        return None  # "le manifestant", but "en le disant « fini »"
    if r.row[i].low in _ROLE_NOUNS and prev is not None and prev.low != "en" and prev.kind == "w":
        return None  # "le jeune opposant"
    if clitic and r.previous is not None:
        told = r.previous.subject
        return Cue(r.row[i].start, r.row[i].end, i, i + 1, "gerund", form.verb, told, "SV")
    himself = i > 1 and prev is not None and prev.low in ("se", "s'") and r.row[i - 2].low == "en"
    if himself and "s" in form.verb.frames:  # "tout en se disant prêt à"
        who = r.previous.subject if r.previous is not None else subject_before(r.row, r.begin, i - 2, r.text)
        return Cue(r.row[i - 1].start, r.row[i].end, i - 1, i + 1, "gerund", form.verb, who, "SV")
    if prev is not None and (prev.low in _BEING or (is_adverb(prev.low) and prev.low != "tout")):
        return None  # "se montre confiant"
    return Cue(r.row[i].start, r.row[i].end, i, i + 1, "gerund", form.verb, gerund_subject(r, i), "SV")


def gerund_subject(r: Reading, i: int) -> Subject | None:
    """Who speaks in a participle: its own subject, that of the verb before it, or of its sentence."""
    prev = r.row[i - 1] if i else None
    if prev is not None and prev.low in _OTHERS and i > 1:
        start = r.row[i - 2].start if r.row[i - 2].low in ("d'", "les") else prev.start
        return Subject("unnamed", start, prev.end, i)  # "certains estimant que …, d'autres jugeant que …"
    if prev is not None and prev.kind in "PI" and (i < 2 or r.row[i - 2].kind == ","):
        return read_np(r.row, i - 1, r.text)
    if (own := _own_subject(r, i)) is not None:
        return own
    if prev is not None and prev.kind in "PI" and _beside_name(r, i):
        return read_np(r.row, i - 1, r.text)
    spoken = any(c.low in _SPOKEN for c in r.row[max(r.begin, i - _OWN) : i])
    if prev is not None and prev.kind == "P" and spoken:
        return read_np(r.row, i - 1, r.text)  # "au lendemain d'un discours de Jean Petit jugeant que"
    if prev is not None and prev.kind == "w" and (told := _words_of(r, i)) is not None:
        return told
    if r.previous is not None:
        return r.previous.subject
    if prev is not None and prev.kind not in ",w":
        return None
    subject = subject_before(r.row, r.begin, i - (prev is not None and prev.low == "en"), r.text)
    if subject is None and prev is None:
        subject = main_subject(r.row, i + 1, r.text)
    if prev is not None and prev.kind == "," and (subject is None or subject.kind == "other"):
        opening = opening_subject(r.row, 0, i, r.text)  # "X en a posté une autre: du pain, ajoutant « … »"
        subject = opening if opening is not None and opening.kind in STRONG else subject
    return subject if subject is not None else read_np(r.row, r.begin, r.text)


def _words_of(r: Reading, i: int) -> Subject | None:
    """ "les commentaires du président X ou de ses ministres dénonçant « … »": whose words those are."""
    for j in range(i - 3, max(r.begin, i - _COMMENTS), -1):
        if r.row[j].kind not in "wPI":
            return None
        if r.row[j].low in _SPEECH_NOUNS or r.row[j].low.removesuffix("s") in _SPEECH_NOUNS:
            of = r.row[j + 1].low
            if of not in ("de", "d'", "du", "des"):
                return None
            found = read_np(r.row, j + 1 if of in ("du", "des") else j + 2, r.text, i)
            return found if found is not None and found.kind in ("person", "inst", "role") else None
    return None


def _beside_name(r: Reading, i: int) -> bool:
    """ "un message de Jeanne Petit | dénonçant « … »", "a précisé Jean Petit | soulignant que": no comma."""
    before = [c.low for c in r.row[max(r.begin, i - _TITLED) : i - 1]]
    if r.row[i - 1].kind == "I":
        return any(low in _SPEECH_NOUNS for low in before)
    return _TO_SOMEBODY.isdisjoint(before[-3:])


def _own_subject(r: Reading, i: int) -> Subject | None:
    """ "…, | la ministre | leur | répondant que": a subject between the comma and the participle."""
    j = i
    while j > r.begin and r.row[j - 1].low in _CLITICS:
        j -= 1
    signs = [c.kind for c in r.row[max(r.begin, j - 3) : j]]
    if signs == [",", "P", ","]:  # ", la porte-parole, Jeanne Petit, accusant X"
        return read_np(r.row, j - 2, r.text)
    span = range(j - 1, max(r.begin, j - _OWN) - 1, -1)
    named = j > r.begin and r.row[j - 1].kind in "PI"
    comma = next((k for k in span if r.row[k].kind not in ("wPI" if named else "w")), None)
    if comma is None and named and j - _OWN <= r.begin:
        comma = r.begin - 1
    if comma is None or (comma >= r.begin and r.row[comma].kind != ",") or comma + 2 > j - 1:
        return None
    found = read_np(r.row, comma + 1, r.text, j)
    kinds = ("role", "org", "person", "inst") if r.row[comma + 1].low in _DETERMINERS else ("role", "org")
    return found if found is not None and found.after == j and found.kind in kinds else None


def _before_that(r: Reading, i: int) -> bool:
    return i < len(r.row) and r.row[i].low in ("que", "qu'")


def conviction(r: Reading, i: int) -> Cue | None:
    """ "est persuadée que", "se dit convaincu que"."""
    if r.row[i].low not in _CONVINCED_WORDS or not _before_that(r, i + 1):
        return None
    first = i
    if r.row[i].low == "avis":
        if r.row[i - 1].low != "d'":
            return None
        first -= 1  # "est d'avis que"
    while first > r.begin and (is_adverb(r.row[first - 1].low) or r.row[first - 1].low in _BEING):
        first -= 1
    if not any(c.low in _BEING for c in r.row[first:i]):
        return None
    subject = subject_before(r.row, r.begin, first, r.text)
    return Cue(r.row[first].start, r.row[i].end, first, i + 1, "verb", _CONVINCED, subject, "SV")
