"""Who said the words between marks: ordered rules, each a small function that looks at one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique.document import lower_shadow
from communique.extractors.quotations.adverbials import is_adverb
from communique.extractors.quotations.agents import agentless, own_agent, passive_after
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.extents import noun_kind
from communique.extractors.quotations.going_on import (
    acted_since,
    continues,
    coordinated_with,
    goes_on_speaking,
    last_told,
    next_block,
    speaker_before,
)
from communique.extractors.quotations.governed import FAR, addressed, same_clause, verb_before_or_after
from communique.extractors.quotations.incises import incise_after, incise_inside, told_apart, told_by_unknown
from communique.extractors.quotations.layout import pulled_from, signature
from communique.extractors.quotations.name_after import named_after
from communique.extractors.quotations.names import has_verb, word_count
from communique.extractors.quotations.noun_phrases import STRONG, Subject, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.relatives import on_body
from communique.extractors.quotations.scene import Chunk
from communique.extractors.quotations.series import apposed, cried, series_before
from communique.extractors.quotations.subjects import opening_subject, subject_before
from communique.extractors.quotations.tales import beside_marks, linked, teller
from communique.extractors.quotations.verbs import PARTICIPLE, form
from communique.extractors.quotations.words import in_class, listed

_PRENOMINAL = in_class("prenominal")
_SPEECH_NOUNS = listed("speech_nouns.txt")
_OWN_WORDS = in_class("own_words")
_HIDING = frozenset({"cacher", "dissimuler"})
_DETERMINERS = in_class("determiners")
_NAME_HEADS = listed("name_heads.txt")
_AUXILIARIES = in_class("auxiliaries")

_OPENING = 3  # chunks of "Et, enfin, d'"
_ANNOUNCED = 14  # chunks between a colon and a fragment of what it announces
_WORDS = frozenset({"mots", "termes", "paroles", "phrases", "lignes"})
_WITH = frozenset({"par", "en", "avec", "sur", "dans"})
_PARTICIPLES = ("é", "ée", "és", "ées", "ie", "ies", "ue", "ues", "is", "ise", "it", "i", "u")
_PRESENTING = 8  # chunks of ": c'est par ces mots que"
_IMPERSONAL = frozenset({"faut", "convient", "suffit", "reste", "fallait", "faudra", "importe"})
_FEW = 8  # chunks of "Même son de cloche à la"
_WHERE = frozenset({"même", "autre", "du", "côté", "chez", "à", "au", "pour"})
_ARGUED = frozenset(
    f"{stem}{ending}" for stem in ("invoqué", "affiché", "avancé", "évoqué", "donné", "affirmé", "assumé",
    "défendu", "revendiqué", "mis", "martelé", "entendu", "brandi", "exprimé", "formulé", "allégué", "retenu")
    for ending in ("", "e", "s", "es")
)  # fmt: skip


def colon_before(p: Place) -> Attribution | None:
    """X tempère : « … », Réplique de X : « … », Et d'ajouter : « … », **X :** « … »."""
    found = _before_colon(p)
    if found is not None and found.like is None and (found.subject is None or found.subject.kind == "other"):
        signed = signature(p.scene, p.quote) or beside_marks(p)
        if signed is not None:
            return Attribution("signature", None, signed)
    section = p.scene.doc.section_at(p.quote.open)
    if section is None or section.kind != "title" or not p.closes_row or (found is not None and found.cue):
        return found
    governed = found is None and verb_before_or_after(p)
    if governed and governed.subject is not None and governed.subject.kind in STRONG:
        return None  # "L'Union appelle à des élections « libres »"
    if found is None or found.subject is None or found.subject.kind != "person":
        told = pulled_from(p.scene, p.index)  # "Grève à la cartonnerie : « … »": who says so further down
        return Attribution("echo", None, like=told) if told is not None else found
    return found


def _before_colon(p: Place) -> Attribution | None:
    if p.k > 0 and p.chunks[p.k - 1].kind == ":":
        return _colon(p, p.chunks, p.k - 1, p.cues)
    if p.opens_row and p.number > 0:
        before = p.scene.row(p.number - 1)
        gap = p.text[before.end : p.quote.open]
        if before.chunks and before.chunks[-1].kind == ":" and not gap.strip():
            return _colon(p, before.chunks, len(before.chunks) - 1, cues_of(p.scene, p.number - 1))
    return None


def _colon(p: Place, chunks: list[Chunk], colon: int, cues: list[Cue]) -> Attribution | None:
    begin = 0
    for j in range(colon - 1, -1, -1):
        if chunks[j].kind in (":", "!", "?"):
            begin = j + 1
            break
    for cue in reversed(cues):
        if begin <= cue.first and cue.first < colon and cue.kind != "relative" and cue.kind != "passive":
            incise = cue.order == "VS" and cue.first and chunks[cue.first - 1].kind in ",Q"
            if cue.verb is not None and cue.verb.lemma in _HIDING:
                continue  # "ne cache pas sa joie : « … »"
            finds = cue.verb is not None and cue.verb.lemma == "trouver"  # "on trouve ce slogan :"
            far = finds and colon - cue.after > _OPENING
            if _wished(cue, chunks) or far:
                continue  # "X se rangea à l'avis du joueur qui en souhaitait deux :"
            if incise and any(c.kind == "Q" for c in chunks[begin : cue.first]):
                continue
            rule = {"noun": "noun-colon", "infinitive": "infinitive-colon"}.get(cue.kind, "verb-colon")
            subject = on_body(p.chunks, cue.subject)
            if (
                subject is not None
                and subject.kind == "other"
                and any(c.kind == "P" for c in chunks[begin:colon])
            ):
                break  # "une phrase de X résume tout :"
            if subject is None and cue.kind == "verb":
                subject = coordinated_with(chunks, cues, cue)
            if subject is None and cue.kind == "infinitive" and cue.first <= begin + _OPENING:
                return goes_on_speaking(p, rule, cue)
            return Attribution(rule, (cue.start, cue.end), subject)
    clause = chunks[begin:colon]
    if (told := teller(clause, p.text)) is not None:
        return Attribution("name-colon", None, told)
    if _own_words(p, clause):
        return Attribution("goes-on-colon", None, speaker_before(p.scene, p.number), like=last_told(p))
    person = next((c for c in clause if c.kind == "P"), None)
    if person is not None:
        rest = [c for c in clause if c.start >= person.end]
        return Attribution("name-colon", _verb_group(rest), Subject("person", person.start, person.end, 0))
    if clause:
        found = read_np(clause, 0, p.text)
        if found is None or found.kind not in STRONG:
            found = opening_subject(clause, 0, len(clause), p.text)
        if found is not None and found.kind == "pronoun" and impersonal(clause):
            return None  # "Il est possible de suivre la séance ici : « … »"
        if found is not None and (found.kind in STRONG or addressed(p, found)):
            return Attribution("name-colon", _verb_group([c for c in clause if c.start >= found.end]), found)
        if (body := _body_at(clause)) is not None:
            return Attribution("name-colon", None, body)
        if (told := _role_in(clause, p.text)) is not None:
            return Attribution("name-colon", None, told)
        if len(clause) < 3 and all(is_adverb(c.low) for c in clause):  # "Puis : « … »"
            return Attribution("goes-on-colon", None, speaker_before(p.scene, p.number), like=last_told(p))
    return None


def _wished(cue: Cue, chunks: list[Chunk]) -> bool:
    """A verb of wish in a relative clause with its object before it: "qui en voulait deux"."""
    if cue.kind != "verb" or cue.verb is None or cue.verb.strength != "thought" or cue.first < 1:
        return False
    return chunks[cue.first - 1].low == "qui" and chunks[cue.first].low == "en"


def impersonal(clause: list[Chunk]) -> bool:
    """ "Il faut", "il est possible de", "il s'agit de": nobody's "il"."""
    lows = [c.low for c in clause[:4]]
    if lows[:1] != ["il"] or len(lows) < 3:
        return False
    being = lows[1] in ("est", "sera", "serait", "était")
    return (
        lows[1] in _IMPERSONAL
        or lows[1:3] in (["s'", "agit"], ["y", "a"])
        or (being and lows[3:] in (["de"], ["d'"]))
    )


def _own_words(p: Place, clause: list[Chunk]) -> bool:
    """ "Son explication tient en peu de mots :", "Sa recette :": of whoever the sentence before is about."""
    if len(clause) < 2 or clause[0].low not in ("son", "sa", "leur") or any(c.kind in "PI" for c in clause):
        return False
    head = next((c.low for c in clause[1:4] if c.low not in _PRENOMINAL), "")
    return p.words[0].isupper() and (head in _SPEECH_NOUNS or head in _OWN_WORDS)


def _verb_group(rest: list[Chunk]) -> tuple[int, int] | None:
    """ "la benjamine | a éludé |:": a verb that no list knows, when it is all there is before the colon."""
    if not 0 < len(rest) < 4 or any(c.kind != "w" for c in rest):
        return None
    past = rest[0].low in ("a", "ont", "avait") and rest[-1].low.endswith(("é", "i", "u", "is", "it"))
    low = rest[0].low
    present = len(rest) == 1 and low.endswith(("e", "t", "d", "nt")) and noun_kind(low) == "other"
    present = present and not is_adverb(low)
    return (rest[0].start, rest[-1].end) if past or present else None


def _body_at(clause: list[Chunk]) -> Subject | None:
    """ "Même son de cloche à la Ville :", "Du côté de l'ARS, le discours est rodé :": where it is said."""
    for j, chunk in enumerate(clause):
        if chunk.kind != "I" or j == 0:
            continue
        article = j > 1 and clause[j - 1].low in ("l'", "la", "le")
        before = [c.low for c in clause[: j - article]]
        opens = before[0] in _WHERE and len(before) < _FEW
        if opens and before[-1] in ("à", "au", "chez", "côté", "pour", "du", "de", "d'"):
            return Subject("inst", chunk.start, chunk.end, j + 1)
    return None


def _role_in(clause: list[Chunk], text: str) -> Subject | None:
    """ "Une réponse qui ne satisfait pas la syndicaliste :": the last function named, with its article."""
    for j in range(len(clause) - 1, -1, -1):
        if clause[j].low in ("le", "la", "l'"):
            found = read_np(clause, j, text)
            if found is not None and found.kind == "role":
                return found
    return None


def announced(p: Place) -> Attribution | None:
    """Motif invoqué : « … », L'objectif affiché par la directrice : figurer « … »."""
    colon = next((j for j in range(p.k - 1, max(0, p.k - _ANNOUNCED), -1) if p.chunks[j].kind in ":;.?!"), 0)
    if not colon or p.chunks[colon].kind != ":" or any(c.kind == "Q" for c in p.chunks[colon : p.k]):
        return None
    clause = [c for c in p.chunks[max(0, colon - FAR) : colon] if c.kind in "wPI,"]
    head = next((c.low for c in clause[:3] if c.low not in _DETERMINERS), "")
    told = next((c for c in clause if c.low in _ARGUED), None)
    agent = clause.index(told) + 1 if told is not None else 0
    if head not in _SPEECH_NOUNS or told is None:
        return None
    who = read_np(clause, agent + 1, p.text) if agent < len(clause) and clause[agent].low == "par" else None
    if who is None and colon != p.k - 1:
        return None
    return Attribution("announced", (told.start, told.end), who if who and who.kind in STRONG else None)


def relative(p: Place) -> Attribution | None:
    """X, pour qui « … »; les magistrats, selon lesquels « … »."""
    for cue in reversed(p.cues):
        if cue.kind == "relative" and cue.after <= p.k and p.k - cue.after < FAR:
            if any(c.kind == "Q" for c in p.chunks[cue.after : p.k]) or not same_clause(p, cue.after):
                continue
            since = (c for c in p.cues if cue.after < c.first < p.k and c.kind == "verb" and c.order == "SV")
            if any(p.chunks[c.first - 1].low in ("et", "puis") for c in since):
                continue  # "cite un rapport selon lequel …, et dit vouloir « … »"
            return Attribution("relative", (cue.start, cue.end), cue.subject or _speaker_before(p, cue))
    return None


def _speaker_before(p: Place, cue: Cue) -> Subject | None:
    """The subject of the incise that the relative goes on with ("juge X, pour qui")."""
    for other in reversed(p.cues):
        if other.first < cue.first and other.subject is not None:
            return other.subject
    return None


def quoted_predicate(p: Place) -> Attribution | None:
    """L'entreprise « conteste fermement … »: the words begin with the verb of the sentence."""
    if p.k == 0 or not p.words[:1].islower():
        return None
    if not has_verb(p.words, first_only=True) and not _verbless(p):
        return None
    if p.chunks[p.k - 1].low in ("la", "une", "cette") and p.words.split()[0].endswith(("e", "es")):
        return None  # "active la « mise en culture »"
    again = p.chunks[p.k - 1].low in ("et", "mais", "puis", "voire") and p.chunks[p.k - 2].kind == "Q"
    if again and p.index - 1 in p.done and p.done[p.index - 1].rule == "quoted-predicate":
        return Attribution("quoted-predicate", None, like=p.index - 1)
    found = subject_before(p.chunks, p.clause_begin, p.k, p.text)
    before = p.chunks[p.k - 1]
    name = p.k == 1 and before.kind == "w" and p.text[before.start].isupper() and len(before.low) > 3
    name = name and before.low != "mais"
    if found is None and name and before.low not in _NAME_HEADS:
        found = Subject("name", before.start, before.end, p.k)  # "Bercy « prend acte »"
    if found is not None and found.kind in ("unnamed", "name") and found.after == p.k:
        return Attribution("quoted-predicate", None, found)
    if found is None or found.kind not in STRONG:
        return None
    if (told := _told_of(p)) is not None:
        return Attribution("same-paragraph", None, like=told)
    between = p.chunks[found.after : p.k]
    apposed = len(between) > 1 and between[0].kind == "," and before.kind == ","
    if any(c.kind != "," for c in between) and not (
        apposed and (found.kind in ("person", "inst") or _verbless(p))
    ):
        return None
    return Attribution("quoted-predicate", None, found)


def _told_of(p: Place) -> int | None:
    """« … », dit X. Le blessé « se tenait la cuisse »: X goes on, since what is marked reports nothing."""
    if any(_reports(word) for word in lower_shadow(p.words).replace("'", " ").split()[:3]):
        return None
    last = p.index - 1
    near = last in p.done and p.done[last].rule.startswith("incise")
    return last if near and "\n" not in p.text[p.scene.quotes[last].close : p.quote.open] else None


def _reports(word: str) -> bool:
    found = form(word)
    return found is not None and bool(set("qin") & set(found.verb.frames))


def quoted_adverb(p: Place) -> Attribution | None:
    """X a « formellement » démenti, "n'a « jamais » dit": how somebody said it, in words of that one."""
    if p.k < 2 or p.chunks[p.k - 1].low not in _AUXILIARIES or word_count(p.words) != 1:
        return None
    if not is_adverb(p.words) or p.k + 1 >= len(p.chunks):
        return None
    told = form(p.chunks[p.k + 1].low)
    if told is None or not told.moods & PARTICIPLE or "n" not in told.verb.frames:
        return None
    found = subject_before(p.chunks, p.clause_begin, p.k - 1, p.text)
    if found is None or found.kind not in STRONG:
        return None
    said = p.chunks[p.k + 1]
    return Attribution("quoted-adverb", (said.start, said.end), found)


def quoted_participle(p: Place) -> Attribution | None:
    """L'Union s'est « indignée que … », X a « regretté … »: the words begin with the participle."""
    if p.k < 2 or p.chunks[p.k - 1].low not in _AUXILIARIES or word_count(p.words) < 2:
        return None
    if not p.words[0].islower() or not p.words.split(maxsplit=1)[0].endswith(_PARTICIPLES):
        return None
    found = subject_before(p.chunks, p.clause_begin, p.k - 1, p.text)
    return Attribution("quoted-predicate", None, found) if found and found.kind in STRONG else None


def _verbless(p: Place) -> bool:
    """ "Le défenseur, buteur hier, « savoure »": nothing but the marked words can hold the verb."""
    if p.chunks[-1].kind not in ".!?…" or not p.closes_clause:
        return False
    bare = (c for c in p.chunks if c.kind == "w")
    return not any(has_verb(c.low, first_only=True) or c.low in _AUXILIARIES for c in bare)


def in_these_words(p: Place) -> Attribution | None:
    """« … » : c'est par ces mots, c'est ainsi que Jeanne Petit a ouvert la séance."""
    if not p.opens_row:
        return None
    for j in range(p.k + 1, min(p.k + _PRESENTING, len(p.chunks) - 1)):
        low, following = p.chunks[j].low, p.chunks[j + 1]
        these = low in _WORDS and p.chunks[j - 1].low == "ces" and p.chunks[j - 2].low in _WITH
        if not (these and following.low in ("que", "qu'")) and not (
            low == "ainsi" and following.low in ("que", "qu'")
        ):
            continue
        who = read_np(p.chunks, j + 2, p.text)
        if who is None or who.kind not in STRONG:
            return Attribution("in-these-words", (p.chunks[j].start, p.chunks[j].end)) if these else None
        verb = next((c for c in p.cues if c.kind == "verb" and c.first >= who.after), None)
        said = (verb.start, verb.end) if verb is not None else (p.chunks[j].start, p.chunks[j].end)
        return Attribution("in-these-words", said, who)
    return None


RULES: tuple[Callable[[Place], Attribution | None], ...] = (
    incise_inside, series_before, incise_after, told_apart, cried, apposed, announced, colon_before, relative,
    own_agent, passive_after, verb_before_or_after, quoted_predicate, quoted_participle, quoted_adverb,
    agentless, in_these_words, named_after, told_by_unknown, linked, acted_since, continues, next_block,
)  # fmt: skip


def attribute(
    place: Place, rules: tuple[Callable[[Place], Attribution | None], ...] = RULES
) -> Attribution | None:
    """The first rule that knows."""
    return next(_attributions(place, rules), None)


def _attributions(
    place: Place, rules: tuple[Callable[[Place], Attribution | None], ...]
) -> Iterator[Attribution]:
    for rule in rules:
        found = rule(place)
        if found is not None:
            yield found
