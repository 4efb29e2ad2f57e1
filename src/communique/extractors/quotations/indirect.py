"""Speech without marks: "X annonce que …", "selon X, …", "…, rappelle-t-il". Precision first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from communique.extractors.quotations.adverbials import skip_adverbials
from communique.extractors.quotations.bare_incises import OCCASION, PROVING, TELLING, bare_incise
from communique.extractors.quotations.clauses import Sentence, clause_begin, clause_end
from communique.extractors.quotations.cue import Cue
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.going_on import speaker_before
from communique.extractors.quotations.indirect_sources import (
    after_source,
    relative_view,
    source_first,
    source_last,
)
from communique.extractors.quotations.names import has_verb
from communique.extractors.quotations.noun_phrases import STRONG, read_np
from communique.extractors.quotations.one_says import says_on
from communique.extractors.quotations.relatives import on_body
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.speaking import negated, speaks
from communique.extractors.quotations.voices import lender
from communique.extractors.quotations.words import NOT_PROSE, in_class, listed
from communique.extractors.quotations.worth import worth_reading
from communique.lexicon import words
from communique.mentions import QuotationMention

_BEFORE_QUE = in_class("before_que")
_DETERMINERS = in_class("determiners")
_INFINITIVE_VERBS = listed("infinitive_verbs.txt")
_ADVERBS = in_class("adverbs")
_MONTHS = in_class("months")

_TOLD = frozenset(
    {"avertir", "prévenir", "informer", "alerter", "aviser", "convaincre", "persuader", "assurer", "rassurer"}
)
_SERVING = frozenset({"assurer"})  # "assure le service que", but "assure la ministre que"
_ADDRESSEES = frozenset({"person", "role", "unnamed", "pronoun"})
_SHARES = ("majorité", "moitié", "tiers", "quart", "plupart", "sur dix", "sur deux", "sur trois", "sur cinq")
_NEEDING = in_class("needing_object")
_ADDED = frozenset({"aussi", "même", "bien", "ainsi"})  # "souligne aussi que", but "explique, bien que"
_ON_OCCASION = frozenset({"lors", "devant"})
_HOLDS_VERB = 7  # chunks of "la mer monte plus vite que prévu"
_COMPARING = frozenset({"plus", "moins", "autant", "mieux", "davantage"})
_DAYS = words("communique.lexicon", "weekdays.txt") | {"hier", "matin", "soir"}


def find_indirect(scene: Scene, direct: Sequence[QuotationMention]) -> Iterator[QuotationMention]:
    """Mentions of indirect speech, one rule after the other in each sentence, never overlapping."""
    taken = [(m.start, m.end) for m in direct]
    at = 0
    for number in worth_reading(scene):
        row = scene.row(number)
        section = scene.doc.section_at(row.start)
        if section is not None and section.kind in NOT_PROSE:
            continue
        while at < len(taken) and taken[at][1] <= row.start:
            at += 1
        near, last = [], at
        while last < len(taken) and taken[last][0] < row.end:
            near.append(taken[last])
            last += 1
        sentence = Sentence(scene, row.chunks, cues_of(scene, number), near, number)
        done: list[tuple[int, int]] = []
        for cue in sentence.cues:
            for rule in _BY_KIND.get(cue.kind, ()):
                found = rule(sentence, cue)
                if found is not None and all(found.end <= s or found.start >= e for s, e in done):
                    done.append((found.start, found.end))
                    yield found
                    break


def que_clause(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X a annoncé que …, Bercy estimant que …, elle précise qu'…"""
    if cue.kind not in ("verb", "gerund", "infinitive") or not cue.governs("q") or cue.verb is None:
        return None
    start = _que(s.chunks, cue, s.text)
    inverted = cue.order == "VS" and (cue.subject is None or cue.subject.kind != "pronoun")
    if start is None or inverted or negated(s, cue) or _polled(s, cue, start):
        return None
    if any(o.kind == "gerund" and cue.after <= o.first < start for o in s.cues):
        return None  # "ajoute-t-il en précisant que"
    subject = on_body(s.chunks, cue.subject)
    if cue.kind != "verb" and _told_last(s, cue):
        return None
    if cue.kind == "infinitive" and subject is None and cue.first <= 3:  # "Avant de préciser que …"
        subject = speaker_before(s.scene, s.number)
        if subject is None:
            return None
    elif not speaks(s, cue) or cue.verb.lemma == "signifier":
        return None  # "Que les grands soient absents signifie que tout est bloqué"
    voice = next((o for o in s.cues if o.kind == "source" and s.chunks[o.first].low == "par"), None)
    if voice is not None and voice.after <= cue.first and voice.subject is not None:
        lent = voice.subject.kind in (
            "person",
            "inst",
        )  # "l'opposition, par la voix de Jeanne Petit, demande que"
        subject = lender(s.chunks, cue.first) or (voice.subject if lent else subject)
    return s.mention(cue, [(start, clause_end(s, cue, start))], "que", subject)


def _polled(s: Sentence, cue: Cue, start: int) -> bool:
    """ "Une majorité de Français souhaite que …, | selon un sondage |": the poll tells it."""
    if cue.subject is None or cue.subject.kind not in ("unnamed", "other"):
        return False
    many = s.text[cue.subject.start : cue.subject.end].lower()
    share = "%" in s.text[s.chunks[0].start : s.chunks[cue.first].start]
    if not share and not any(word in many for word in _SHARES):
        return False
    return any(o.kind == "source" and o.first > start and s.chunks[o.first - 1].kind == "," for o in s.cues)


def _told_last(s: Sentence, cue: Cue) -> bool:
    """ "Il s'est rendu, affirmant qu'il était seul, | a précisé la procureure |": she tells all of it."""
    for other in s.cues:
        incise = other.kind == "verb" and other.order == "VS" and other.governs("i")
        if incise and other.first > cue.after + 2 and s.chunks[other.first - 1].kind == ",":
            if says_on(s, other):
                return True
            told = other.subject is not None and other.subject.kind in TELLING
            return told and not any(c.kind in ",;:Q" for c in s.chunks[other.after :])
    return False


def colon_clause(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X précise : les travaux débuteront en mars. Réponse de X : rien n'est décidé."""
    noun = cue.kind == "noun"
    if not noun and (cue.kind != "verb" or cue.order != "SV" or not _announces(s, cue) or negated(s, cue)):
        return None
    if cue.subject is None or (noun and cue.first > 2):
        return None
    if cue.subject.kind not in STRONG and not (cue.subject.kind == "unnamed" and _the_object(s, cue)):
        return None  # but "Les riverains l'assurent : …"
    chunks, colon = s.chunks, skip_adverbials(s.chunks, cue.after)
    if cue.after < colon and chunks[cue.after].low in ("de", "du", "des", "d'"):
        return None  # "s'est inquiété du sort des pompiers : …"
    if colon + 1 >= len(chunks) or chunks[colon].kind != ":" or chunks[colon + 1].kind not in "wPI":
        return None
    if "\n" in s.text[chunks[colon].end : chunks[colon + 1].start] or any(
        (o.order == "VS" and o.first > colon) or (o.kind == "source" and o.first == colon + 1) for o in s.cues
    ):
        return None  # a list; "X conteste : l'aide, dit-il, …"; "X tempère : d'après ses mesures, …"
    end = clause_end(s, cue, colon + 1)
    stated = _the_object(s, cue) and end - colon >= _HOLDS_VERB and chunks[colon + 1].low in _DETERMINERS
    if end <= colon + 1 or not (stated or has_verb(s.text[chunks[colon + 1].start : chunks[end - 1].end])):
        return None
    return s.mention(cue, [(colon + 1, end)], "colon")


def _announces(s: Sentence, cue: Cue) -> bool:
    """ "explique :", "l'admet volontiers :": a verb that a colon can follow, by itself or with its object."""
    if cue.governs("i"):
        return True
    if cue.verb is None or cue.verb.lemma in PROVING:
        return False  # "l'étude l'a montré : …"
    return cue.governs("q") and _the_object(s, cue)


def _the_object(s: Sentence, cue: Cue) -> bool:
    """ "l'admet", "le reconnaît": what is told stands after the colon."""
    object_ = [c.low for c in s.chunks[max(0, cue.first - 1) : cue.first + 1]]
    return "l'" in object_ or "le" in object_


def _que(chunks: Sequence[Chunk], cue: Cue, text: str) -> int | None:
    """The chunk after "que", which stands right after the verb or after adverbs and an indirect object."""
    i = cue.after
    for _ in range(3):
        if i < len(chunks) and chunks[i].low in ("que", "qu'") and chunks[i].kind == "w":
            apart = next((j for j in range(cue.after, i) if chunks[j].kind == ","), i)
            later = [c.low for c in chunks[i - 2 : i]] == [
                "plus",
                "tard",
            ]  # "vous aviez concédé plus tard que"
            if any(c.low in _COMPARING for c in chunks[cue.after : apart]) and not later:
                return None  # "s'est montré bien plus à l'aise que son rival"
            if chunks[i - 1].low in ("tel", "tels", "telle", "telles"):
                return None  # "des artistes tels que X"
            plain = i == cue.after or (i == cue.after + 1 and chunks[cue.after].low in _ADDED)
            plain = plain or (chunks[i - 1].low == "alors" and _needs_object(chunks, cue, i - 1))
            return i + 1 if plain or chunks[i - 1].low not in _BEFORE_QUE else None
        j = skip_adverbials(chunks, i)
        if i < len(chunks) and chunks[i].low in _ON_OCCASION:
            j = _past_occasion(chunks, i, text) or j
        if j == i and i + 1 < len(chunks) and chunks[i].low == "de" and chunks[i + 1].low == "ce":
            j = i + 2  # "s'est inquiété de ce que"
        if j == i and i + 1 < len(chunks) and chunks[i].low == "le" and chunks[i + 1].low == "fait":
            j = i + 2  # "souligne le fait que"
        if j > i and chunks[i].low in ("à", "au", "aux") and j < len(chunks) and chunks[j].kind in "PI":
            j += 1  # "suggère à Jeanne Petit, la présidente, que"
        if j == i and i < len(chunks) and chunks[i].kind in "–—(":
            j = _past_aside(chunks, i) or i
        if j == i and i < len(chunks) and chunks[i].kind == ",":
            j = _past_comma_aside(chunks, i, text) or _past_relative(chunks, i, cue.after) or i + 1
        if j == i and cue.verb is not None and cue.verb.lemma in _TOLD:  # "a prévenu ses équipes que"
            told = read_np(chunks, i, text)
            somebody = told is not None and (cue.verb.lemma not in _SERVING or told.kind in _ADDRESSEES)
            j = told.after if told is not None and somebody else i
        if j == i:
            return None
        i = j
    return None


def _needs_object(chunks: Sequence[Chunk], cue: Cue, alors: int) -> bool:
    """ "confie alors qu'elle hésite": a verb that waits for what it tells; not "l'annonce alors que"."""
    if cue.verb is None or cue.verb.lemma not in _NEEDING or cue.order != "SV" or alors != cue.after:
        return False
    before = [c.low for c in chunks[max(0, cue.first - 3) : cue.after]]
    return not any(low in ("que", "qu'", "le", "l'", "la", "les", "en") for low in before)


def _past_comma_aside(chunks: Sequence[Chunk], i: int, text: str) -> int | None:
    """ "avait annoncé | , quelques jours après un premier revers du camp adverse, | que": the "que"."""
    for j in range(i + 1, min(i + OCCASION, len(chunks) - 1)):
        if chunks[j].kind == "," and chunks[j + 1].low in ("que", "qu'"):
            return j + 1 if not has_verb(text[chunks[i].end : chunks[j].start]) else None
        if chunks[j].kind not in "wPI,()":
            return None
    return None


def _past_relative(chunks: Sequence[Chunk], i: int, after: int) -> int | None:
    """ "a indiqué à ses hôtes | , qu'il a reçus une heure, | qu'il irait": past what tells of the hosts."""
    if i == after or i + 1 >= len(chunks) or chunks[i + 1].low not in ("que", "qu'"):
        return None
    for j in range(i + 2, min(i + OCCASION, len(chunks) - 1)):
        if chunks[j].kind == ",":
            return j + 1 if chunks[j + 1].low in ("que", "qu'") else None
        if chunks[j].kind not in "wPI":
            return None
    return None


def _past_aside(chunks: Sequence[Chunk], i: int) -> int | None:
    """ "a reconnu | – après bien des détours – | que": past the dash or bracket that closes the aside."""
    close = ")" if chunks[i].kind == "(" else chunks[i].kind
    for j in range(i + 1, min(i + OCCASION, len(chunks) - 1)):
        if chunks[j].kind == close:
            return j + 1
        if chunks[j].kind not in "wPI,":
            return None
    return None


def _past_occasion(chunks: Sequence[Chunk], i: int, text: str) -> int | None:
    """ "lors de la signature de l'accord de partenariat entre les deux villes | que": the chunk of "que"."""
    for j in range(i + 2, min(i + OCCASION, len(chunks))):
        if chunks[j].kind not in "wPI":
            return None
        if chunks[j].low in ("que", "qu'"):
            return j if not has_verb(text[chunks[i].start : chunks[j - 1].end]) else None
    return None


def as_told(s: Sentence, cue: Cue) -> QuotationMention | None:
    """Comme l'a rappelé X, les travaux dureront six mois; ainsi que l'indique X, …"""
    if cue.order != "VS" or cue.kind != "verb" or cue.subject is None or not cue.governs("q"):
        return None
    lows = [c.low for c in s.chunks[: cue.first]]
    last = s.chunks[cue.first].low in ("l'", "le")
    while lows and lows[-1] in ("l'", "le", "nous", "vous"):
        last = lows.pop() in ("l'", "le")
    if last and cue.subject.kind in STRONG and lows[-2:] == [",", "comme"]:
        begin, comma = clause_begin(s.chunks, len(lows), s.text), len(lows) - 2
        if begin < comma and has_verb(s.text[s.chunks[begin].start : s.chunks[comma].start]):
            return s.mention(cue, [(begin, comma)], "as-told")
    if lows not in (["comme"], ["ainsi", "que"]) or cue.subject.kind not in STRONG | {"name"}:
        return None
    start = after_source(s, cue)
    if start is None or (
        not has_verb(s.text[s.chunks[start].start : s.chunks[-1].end])
        and (s.chunks[start].low not in _DETERMINERS or len(s.chunks) - start < _HOLDS_VERB)
    ):
        return None
    end = clause_end(s, cue, start)
    if end < len(s.chunks) and s.chunks[end].kind == ":":
        return None  # "Comme l'explique X, cité par le journal : « … »"
    return s.mention(cue, [(start, end)], "as-told")


def what_is_told(s: Sentence, cue: Cue) -> QuotationMention | None:
    """C'est ce qu'affirme X : le train reviendra; le train reviendra, c'est ce que promet X."""
    if cue.order != "VS" or cue.kind != "verb" or cue.subject is None or not cue.governs("q"):
        return None
    lows = [c.low for c in s.chunks[max(0, cue.first - 6) : cue.first]]
    if lows[-2:] not in (["ce", "que"], ["ce", "qu'"]) or cue.subject.kind not in TELLING:
        return None
    first = next(
        (j for j in range(cue.first - 3, max(-1, cue.first - 8), -1) if s.chunks[j].low == "c'"), None
    )
    if first is None or s.chunks[first + 1].low != "est":
        return None
    if first == 0 and not (cue.after < len(s.chunks) and s.chunks[cue.after].kind == ":"):
        return _sentence_before(s, cue)
    if cue.after < len(s.chunks) and s.chunks[cue.after].kind == ":":
        start, end = cue.after + 1, clause_end(s, cue, cue.after + 1)
    else:
        start, end = clause_begin(s.chunks, first, s.text), first
        if end <= start or s.chunks[end - 1].kind not in ",—–:":
            return None
    if start >= end or not has_verb(s.text[s.chunks[start].start : s.chunks[end - 1].end]):
        return None
    return s.mention(cue, [(start, end)], "what-is-told")


def _sentence_before(s: Sentence, cue: Cue) -> QuotationMention | None:
    """ "Le train reviendra en mai. C'est ce qu'a promis X.": the words are the sentence before."""
    if not s.number or cue.subject is None or cue.subject.kind == "pronoun":
        return None
    row, text = s.scene.row(s.number - 1), s.text
    end = row.end
    while end > row.start and text[end - 1] in " .!…":
        end -= 1
    marked = any(c.kind == "Q" for c in row.chunks) or "\n" in text[row.end : s.chunks[0].start]
    told = any(c.kind in ("verb", "source") for c in cues_of(s.scene, s.number - 1))
    if marked or told or text[row.end - 1] != "." or not has_verb(text[row.start : end]):
        return None
    return QuotationMention(
        start=row.start, end=end, kind="indirect", parts=((row.start, end),),
        speaker=(cue.subject.start, cue.subject.end), also=cue.subject.also, cue=(cue.start, cue.end),
        rule="clause/what-is-told",
    )  # fmt: skip


def infinitive_clause(s: Sentence, cue: Cue) -> QuotationMention | None:
    """X dit vouloir …, jure n'avoir rien su."""
    if cue.kind != "verb" or cue.order != "SV" or cue.verb is None or negated(s, cue):
        return None
    if cue.verb.lemma not in _INFINITIVE_VERBS or cue.subject is None:
        return None
    if cue.subject.kind not in STRONG | {"name"}:
        return None
    begin = cue.after
    while begin + 1 < len(s.chunks) and (
        s.chunks[begin].low in _DAYS or s.chunks[begin].low.startswith("mi-")
    ):
        begin += 1  # "a annoncé | mi-janvier | avoir recensé"
    i = begin
    while i < len(s.chunks) and s.chunks[i].low in ("ne", "n'", "pas", "y", "en", "se", "s'", "plus"):
        i += 1
    if i >= len(s.chunks) or s.chunks[i].kind != "w":
        return None
    low = s.chunks[i].low
    listed_apart = low in _ADVERBS or low in _MONTHS
    if not low.endswith(("er", "ir", "oir", "re")) or len(low) < 4 or listed_apart:
        return None
    if i == begin and not low.endswith(("oir", "être", "er", "ir", "re")):
        return None
    if low in (
        "entre",
        "contre",
        "autre",
        "autres",
        "notre",
        "votre",
        "hier",
        "cher",
        "premier",
        "leur",
        "outre",
    ):
        return None
    end = clause_end(s, cue, i + 1)
    pairs = (j for j in range(i + 1, end - 1) if s.chunks[j].low == "et")
    own = next((j for j in pairs if s.chunks[j + 1].low in ("il", "elle", "ils", "elles")), end)
    return s.mention(cue, [(begin, own)], "infinitive")  # "dit venir du port | et il s'impatiente"


RULES: tuple[Callable[[Sentence, Cue], QuotationMention | None], ...] = (
    que_clause, colon_clause, source_first, source_last, bare_incise, as_told, what_is_told,
    infinitive_clause, relative_view,
)  # fmt: skip
_OF_VERBS = (que_clause, colon_clause, bare_incise, as_told, what_is_told, infinitive_clause)
# What each kind of reporting word can begin, in the order of the rules.
_BY_KIND: dict[str, tuple[Callable[[Sentence, Cue], QuotationMention | None], ...]] = {
    kind: tuple(rule for rule in RULES if rule in its)
    for kind, its in (
        ("verb", _OF_VERBS), ("gerund", (que_clause,)), ("infinitive", (que_clause,)),
        ("noun", (colon_clause,)), ("source", (source_first, source_last)), ("viewpoint", (source_first,)),
        ("relative", (relative_view,)),
    )
}  # fmt: skip
