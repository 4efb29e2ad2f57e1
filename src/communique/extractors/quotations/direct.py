"""Words between marks to quotation mentions: joined over an incise, kept or dropped, attributed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.document import lower_shadow
from communique.extractors.quotations.attribution import attribute
from communique.extractors.quotations.cues import cues_of
from communique.extractors.quotations.going_on import (
    after_sentence,
    next_paragraph,
    speaker_before,
    speaker_told,
)
from communique.extractors.quotations.layout import (
    echoed,
    headed,
    interviewee,
    marked_answer,
    presented_under,
    pulled_from,
    signature,
)
from communique.extractors.quotations.names import (
    goes_on,
    has_verb,
    is_name,
    is_plural_term,
    word_count,
)
from communique.extractors.quotations.noun_phrases import Subject, is_finite, noun_kind, read_np
from communique.extractors.quotations.place import Attribution, Place
from communique.extractors.quotations.scene import Chunk, Scene
from communique.extractors.quotations.subjects import opening_subject
from communique.extractors.quotations.words import NOT_PROSE, in_class, listed
from communique.mentions import QuotationMention
from communique.records import QuotationKind

_SPEECH_NOUNS = listed("speech_nouns.txt")
_DETERMINERS = in_class("determiners")
_NAME_HEADS = listed("name_heads.txt")

_PARTICIPLES = ("é", "ée", "és", "ées", "ue", "ues", "us", "ise", "ises", "ite", "ites", "ant")
_MID_CAPITAL = re.compile(
    r"(?<=\w )[A-ZÀ-Ý][a-zà-ÿ]+(?: [a-zà-ÿ]+){0,3} [A-ZÀ-Ý]|^[a-zà-ÿ]+ [A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý]"
)
_AIMS = frozenset(
    {"but", "objectif", "idée", "ambition", "enjeu", "priorité", "volonté", "mission", "souhait"}
)
_COPULAS = frozenset({"est", "était", "étant", "reste", "sera"})
_NO_INFINITIVES = frozenset({"premier", "dernier", "entre", "contre", "autre", "notre", "votre", "encadre"})
_THIS_IS = frozenset(
    {("c'", "est"), ("ce", "sont"), ("c'", "était"), ("il", "s'", "agit", "d'"), ("il", "s'", "agit", "de"),
     ("il", "s'", "agissait", "d'"), ("il", "s'", "agissait", "de")}
)  # fmt: skip
_OF_RELATIVE = frozenset({"où", "dont", "auquel", "auxquels", "duquel", "desquels", "desquelles", "laquelle"})
_SENTENCE_END = ".!?…"
_SPAN_RULES = {
    "«": "guillemets",
    "<": "ascii-guillemets",
    "“": "curly",
    '"': "straight",
    "„": "low",
    "‹": "single-guillemets",
    "'": "single",
    "''": "double-single",
}
_PRESENTED = 12  # chunks of "La phrase est de", "L'avertissement vient du professeur"
_LOOKED_BACK = 4  # sentences of its paragraph before words that nothing announces
_KEPT_IN_MARKS = 3  # times that a term is marked
_GOING_ON = frozenset({"mais", "même", "sauf"})  # "« Il est venu », mais il n'a « rien dit »"
_LISTS = frozenset(
    {"liste", "titre", "nom", "intitulé", "slogan", "devise", "thème", "spectacle", "film", "livre"}
)
_WORKS = in_class("works")
_NAMED_BY = 5  # chunks of "roman publié en 2019" before a colon
_LINKS = frozenset({"mais", "et", "car", "donc", "parce", "puisque", "sinon", "sauf", "alors"})


def read_marked(scene: Scene) -> Iterator[QuotationMention]:
    """Mentions for every outer stretch between marks that is somebody's words, and for told nested ones."""
    done: dict[int, Attribution] = {}
    joined: set[int] = set()
    for index, quote in enumerate(scene.quotes):
        if index in joined:
            continue
        place = place_of(scene, index, done)
        if place is None:
            continue
        found = attribute(place)
        second = _second_half(place, found) if found is not None else None
        if second is not None and found is not None:
            joined.add(second)
            other = scene.quotes[second]
            found.parts = ((quote.start, quote.end), (other.start, other.end))
        found = found or _without_cue(place)
        if found is None or not _kept(place, found) or _term(place):
            continue
        done[index] = found
        yield mention(scene, place, found)


def place_of(scene: Scene, index: int, done: dict[int, Attribution]) -> Place | None:
    """Where a quotation stands in its sentence."""
    quote = scene.quotes[index]
    number = scene.index_at(quote.open)
    if not scene.starts:
        return None
    chunks = scene.row(number).chunks
    k = next((j for j, c in enumerate(chunks) if c.ref == index and c.kind == "Q"), None)
    if k is None:
        return None
    return Place(scene, index, quote, number, chunks, k, cues_of(scene, number), done)


def _second_half(place: Place, found: Attribution) -> int | None:
    """The next quotation when it goes on with the same sentence after the incise."""
    if not found.rule.startswith("incise") or found.parts or place.words.rstrip()[-1] in _SENTENCE_END:
        return None
    chunks = place.chunks
    others = {cue.first for cue in place.cues if found.cue is not None and cue.start > found.cue[1]}
    for j in range(place.k + 1, len(chunks)):
        if j in others:
            return None
        chunk = chunks[j]
        if chunk.kind == "Q":
            other = place.scene.quotes[chunk.ref]
            first = place.text[other.start]
            comma = chunks[j - 1].kind == "," and (first.islower() or not first.isalpha())
            told = any(c.order == "VS" and j < c.first <= j + 2 for c in place.cues)
            if told and not has_verb(place.text[other.start : other.end]):
                return None  # "« A », dit-il, « une ruine », souffle-t-il"
            goes_on = comma or (chunks[j - 1].kind == ";" and _linked(place.text[other.start : other.end]))
            return chunk.ref if goes_on and "\n\n" not in place.text[place.quote.close : other.open] else None
        follows = chunks[j + 1].kind if j + 1 < len(chunks) else ""
        if chunk.kind in ".:" or (chunk.kind == ";" and follows != "Q"):
            return None
    return None


def _linked(words: str) -> bool:
    """ "mais on peut …": words that can only go on with a sentence."""
    return words.split(maxsplit=1)[0] in _LINKS


def _without_cue(place: Place) -> Attribution | None:
    """Words with no reporting word: signed, pulled from the text, or going on with what was said."""
    signed = signature(place.scene, place.quote)
    if signed is not None:
        return Attribution("signature", None, signed)
    over = headed(place.scene, place.quote)
    if over is not None:
        return Attribution("headed", None, over)
    answering = marked_answer(place.scene, place.quote)
    if answering is not None:
        return Attribution("answer", None, answering)
    pulled = pulled_from(place.scene, place.index) if place.alone else None
    if pulled is not None:
        return Attribution("pull-quote", None, like=pulled)
    return _named_next(place) or after_sentence(place) or _headline(place) or _loose(place)


def _named_next(place: Place) -> Attribution | None:
    """« Une navette ! » L'exclamation est partie du public: the next sentence says what they were."""
    if not place.alone or place.words[-1] not in _SENTENCE_END or place.number + 1 >= len(place.scene.starts):
        return None
    row = place.scene.row(place.number + 1)
    if len(row.chunks) < 3 or "\n" in place.text[place.quote.close : row.start]:
        return None
    definite = row.chunks[0].low in ("le", "la", "l'", "ce", "cet", "cette")
    if not definite or row.chunks[1].low not in _SPEECH_NOUNS:
        return None
    person = next((c for c in row.chunks[:_PRESENTED] if c.kind == "P"), None)
    who = Subject("person", person.start, person.end, 0) if person is not None else None
    return Attribution("named-next", None, who)


def _headline(place: Place) -> Attribution | None:
    """A title that is a quotation: in an interview, words of the person interviewed."""
    section = place.scene.doc.section_at(place.quote.open)
    labelled = place.closes_row and 0 < place.k < 4 and place.chunks[place.k - 1].kind in ":–—|"
    if section is None or section.kind not in ("title", "heading", "standfirst"):
        return None
    if not (place.alone or labelled):
        return None
    who = interviewee(place.scene)
    if who is not None:
        return Attribution("headline", None, who)
    if section.kind != "title" or not place.alone:
        return None
    told = echoed(place.scene, place.index)
    if told is not None:
        return Attribution("echo", like=told)
    presented = presented_under(place.scene, section.end)
    if presented is None or place.text[presented.start : presented.end].split()[-1] in place.words:
        return None  # who is named in the words is told of, and does not speak
    return Attribution("headline", None, presented)


def _loose(place: Place) -> Attribution | None:
    """No rule knows: a speaker of the same sentence or of the sentence before, else nobody."""
    for cue in reversed(place.cues):
        if cue.subject is not None and cue.after <= place.k:
            said = (cue.start, cue.end) if cue.kind not in ("noun", "relative") else None
            return Attribution("same-sentence", said, cue.subject)
    person = next((c for c in reversed(place.chunks[: place.k]) if c.kind == "P"), None)
    if person is not None:
        return Attribution("same-sentence", None, Subject("person", person.start, person.end, 0))
    if _aim(place) and (before_it := speaker_before(place.scene, place.number)) is not None:
        return Attribution("aim", None, before_it)
    told = opening_subject(place.chunks, 0, place.k, place.text) if _relative_words(place) else None
    if told is not None and told.kind in ("pronoun", "role", "inst", "org"):
        return Attribution("same-sentence", None, told)  # "Elle présente sa liste, « sur laquelle … »"
    if tuple(c.low for c in place.chunks[: place.k]) in _THIS_IS and place.number:
        before_it = speaker_before(place.scene, place.number)
        if before_it is not None:
            return Attribution("after-sentence", None, before_it)  # "C'est « un thème rassembleur »"
    opening = read_np(place.chunks, 0, place.text)
    if opening is not None and place.chunks[0].low in ("son", "sa") and opening.kind in ("role", "other"):
        return Attribution("same-sentence", None, opening._replace(kind="role"))  # "Sa mère « tremble »"
    last = max((i for i in place.done if i >= place.index - 3), default=None)
    if last is not None and not _of_a_stranger(place):
        before = place.scene.quotes[last]
        if "\n" not in place.text[before.close : place.quote.open]:
            said = place.done[last].cue if before.open >= place.chunks[0].start else None
            return Attribution("same-paragraph", said, like=last)  # "Selon X, un homme « A » et « B »"
    earlier = _earlier_person(place) if place.alone else None
    if earlier is not None:
        return Attribution("earlier-sentence", None, earlier)
    further = next_paragraph(place)
    if further is not None:
        return further
    told_before = speaker_told(place)
    if told_before is not None:
        return told_before
    following = _next_person(place) if place.alone else None
    if following is not None:
        return Attribution("next-sentence", None, following)
    return Attribution("unattributed")


def _aim(place: Place) -> bool:
    """ "Le but est « d'accroître la sécurité »": an aim in the words of whoever was told of before."""
    first = lower_shadow(place.words).replace("'", "' ").split(maxsplit=2)[:2]
    if len(first) < 2 or first[0] not in ("de", "d'") or not first[1].endswith(("er", "ir", "re")):
        return False
    lows = [c.low for c in place.chunks[: place.k]]
    return any(low in _AIMS for low in lows[:4]) and any(low in _COPULAS for low in lows[1:6])


def _relative_words(place: Place) -> bool:
    """Whether marked words are a relative clause of the sentence before them: "sur laquelle …", "où …"."""
    if word_count(place.words) < 6 or not has_verb(place.words) or not place.k:
        return False
    low = place.words.lower().split(maxsplit=2)
    return place.chunks[place.k - 1].kind == "," and (
        low[0] in _OF_RELATIVE or low[1] in ("laquelle", "lequel", "lesquels", "lesquelles", "qui", "quoi")
    )


def _of_a_stranger(place: Place) -> bool:
    """ "Sur le quai, Momo, trente ans de maison, ne décolère pas : « … »": a name that no list knows."""
    if not place.k or place.chunks[place.k - 1].kind != ":":
        return False
    clause = place.chunks[: place.k - 1]
    for j, chunk in enumerate(clause):
        name = chunk.kind == "w" and place.text[chunk.start].isupper() and len(chunk.low) > 2
        opens = j == 0 or clause[j - 1].kind == ","
        follows = clause[j + 1] if j + 1 < len(clause) else None
        sets_off = follows is not None and (follows.kind == "," or has_verb(follows.low, first_only=True))
        closed = any(
            chunk.low in in_class(c) for c in ("determiners", "prepositions", "adverbs", "relatives")
        )
        if name and opens and sets_off and not closed and noun_kind(chunk.low) == "other":
            return j > 0
    return False


def _next_person(place: Place) -> Subject | None:
    """« … » alone in its paragraph: the first person of the sentence after it."""
    if place.number + 1 >= len(place.scene.starts):
        return None
    for chunk in place.scene.row(place.number + 1).chunks:
        if chunk.kind == "P":
            return Subject("person", chunk.start, chunk.end, 0)
    return None


def _earlier_person(place: Place) -> Subject | None:
    """Jean, c'est lui. Deux tiers des élèves … . « … »: whom its paragraph names last before it."""
    for i in range(place.number - 1, max(-1, place.number - _LOOKED_BACK), -1):
        row = place.scene.row(i)
        if "\n" in place.text[row.end : place.scene.row(i + 1).start]:
            return None
        for chunk in reversed(row.chunks):
            if chunk.kind == "P":
                return Subject("person", chunk.start, chunk.end, 0)
    return None


_WEAK = frozenset(
    {
        "same-sentence",
        "same-paragraph",
        "next-sentence",
        "earlier-sentence",
        "unattributed",
        "after-sentence",
        "continues",
        "goes-on",
        "headline",
    }
)


def _named_thing(place: Place) -> bool:
    """ "un succès inattendu : « Portage », un jeu de canot": a name, with what bears it."""
    following = place.chunks[place.k + 1 : place.k + 3]
    apposed = [c.low for c in following] in ([",", "un"], [",", "une"])
    short = word_count(place.words) <= 3 and place.words[-1] not in _SENTENCE_END
    return apposed and short and place.words[0].isupper() and not has_verb(place.words)


def _says(place: Place, colon: int) -> bool:
    """Whether a reporting word announces the words after a colon, or they speak for somebody."""
    return any(c.after <= colon for c in place.cues) or place.words[-1] in _SENTENCE_END


def _entitled(place: Place, rule: str) -> bool:
    """ "une association ayant pour titre : « Le Bief »", "La liste de X : « Nantes en commun »": a name."""
    colon = place.k - 1
    if colon < 1 or place.chunks[colon].kind != ":":
        return False
    if place.chunks[colon - 1].low in _NAME_HEADS and place.chunks[colon - 2].low == "pour":
        return True
    work = any(c.low in _WORKS for c in place.chunks[max(0, colon - _NAMED_BY) : colon])
    if work and not _says(place, colon):
        return True  # "récompensé pour son roman paru en mai : « L'Été » (Untel)"
    head = next((c for c in place.chunks[:3] if c.low not in _DETERMINERS and c.kind == "w"), None)
    if rule != "name-colon" or head is None or head.low not in _LISTS or place.words[-1] in _SENTENCE_END:
        return False
    return not has_verb(place.text[head.end : place.chunks[colon].start])


def _kept(place: Place, found: Attribution) -> bool:
    """Words without a cue are somebody's only when their form says so."""
    if found.rule == "pull-quote" and found.like is not None:
        other = place.scene.quotes[found.like]
        return found.like in place.done or has_verb(place.text[other.start : other.end])
    if found.rule not in _WEAK:
        return not (found.rule.endswith("-colon") and (_named_thing(place) or _entitled(place, found.rule)))
    section = place.scene.doc.section_at(place.quote.open)
    if section is not None and section.kind in NOT_PROSE:
        return False
    count, clause = word_count(place.words), has_verb(place.words)
    if place.alone:
        if found.rule == "continues" and place.words[-1] in _SENTENCE_END:
            return True
        if found.rule in ("unattributed", "headline"):
            return clause and count >= 4
        return count >= 2 and (clause or count >= 5 or place.words[-1] in _SENTENCE_END)
    if is_name(place.chunks, place.k, place.words):
        return False
    before = place.chunks[place.k - 1] if place.k else None
    after = place.chunks[place.k + 1] if place.k + 1 < len(place.chunks) else None
    if place.opens_row:
        set_off = after is not None and after.kind == ","
        if _described_as_work(place):
            return False
        third = place.chunks[place.k + 2].low if place.k + 2 < len(place.chunks) else ""
        pair = after is not None and after.low in ("et", "mais", "car", "donc") and clause and count >= 4
        if pair and place.chunks[place.k + 2 : place.k + 3] and place.chunks[place.k + 2].kind == "Q":
            return True  # "« La journée se termine » et « le dialogue reprend »"
        if set_off and third in ("par", "de", "d'", "avec", "du"):
            return False  # "« … ? », par Jeanne Petit": the title of a talk
        named = after is not None and after.kind == "w" and after.low not in _GOING_ON
        if found.rule == "continues" and clause and count >= 8 and place.words[0].isupper():
            return True  # "« Ces menaces, qui visent des gens, sont graves » et la direction porte plainte"
        if found.rule == "goes-on" and after is not None and after.low in in_class("prepositions"):
            return True  # "« Il doit créer les conditions d'un débat » au parlement."
        return (clause or set_off) and count >= 4 and not named
    if found.cue is None and not clause and _MID_CAPITAL.search(place.words):
        return False  # "la projection des « Nouveaux Chiens de garde »"
    if before is not None and before.kind == ":" and count == 3:
        return clause and place.words[-1] in _SENTENCE_END
    if before is not None and before.low in _NAME_HEADS and found.rule != "unattributed":
        return False  # "une pétition « pour la baisse des prix »"
    by_a_body = found.subject is not None and found.subject.kind == "inst"
    if found.rule == "same-sentence" and by_a_body and not clause:
        return False  # "après l'avis de la Cour, une « grande marche des oubliés » est partie"
    if place.words.startswith(("comme ", "sur ")) and not _relative_words(place):
        return False  # "surveille « comme le lait sur le feu »", "une conférence « sur les signaux »"
    if place.words[0].isupper():
        clause = clause or any(is_finite(w) for w in place.words.lower().split())
        return clause and count >= 4 and not (before is not None and before.kind in ",(")
    if _judgement(place, before, count) and _beside_told(place):
        return True
    if found.rule != "unattributed" and count >= 3 and _infinitive(place.words):
        return True  # "une idée qui viserait à faire « éclater encore plus le pays »"
    apart = before is not None and before.kind == "," and found.cue is not None and count >= 2
    if (
        apart
        and place.words.split(maxsplit=1)[0].lower().endswith(_PARTICIPLES)
        and found.rule == "same-sentence"
    ):
        return True  # "plaide pour les pistes, « devenues impraticables »"
    of_somebody = before is not None and before.kind == "w" and noun_kind(before.low) == "role"
    if found.rule == "same-sentence" and of_somebody and count >= 2 and goes_on(place.words):
        return True  # "… contre un prévenu « sans scrupules »"
    return count >= 4 and (
        clause or goes_on(place.words) or (found.rule != "unattributed" and not _set_beside(before))
    )


def _infinitive(words: str) -> bool:
    first = words.split(maxsplit=1)[0]
    return (
        first.islower()
        and len(first) > 4
        and first.endswith(("er", "ir", "dre", "tre", "oir"))
        and (noun_kind(first) == "other" and first not in _NO_INFINITIVES)
    )


def _judgement(place: Place, before: Chunk | None, count: int) -> bool:
    """ "une décision « cynique »", "jusqu'à « la mi-mai »": an adjective or a whole noun phrase, no term."""
    if not place.words.islower() or is_plural_term(place.chunks, place.k, place.words):
        return False
    first = lower_shadow(place.words).split(maxsplit=1)[0]
    return first in _DETERMINERS or first.startswith("l'") or (count == 1 and _set_beside(before))


def _beside_told(place: Place) -> bool:
    """Whether a reporting word of the same sentence governs marked words before these."""
    return any(
        c.kind == "Q" and c.ref in place.done and place.done[c.ref].rule not in _WEAK
        and place.done[c.ref].cue is not None and place.done[c.ref].subject is not None
        for c in place.chunks[: place.k]
    )  # fmt: skip


def _term(place: Place) -> bool:
    """A short name for a thing that the article keeps in marks each time: « gilets jaunes »."""
    words = place.words
    if place.scene.times_marked(words) < _KEPT_IN_MARKS or place.alone or words.count(" ") > 2:
        return False
    return not has_verb(words) and word_count(words) > 1 and words.split()[0].lower() not in _DETERMINERS


def _described_as_work(place: Place) -> bool:
    """ "« … », spectacle de marionnettes", "« … » (roman)": what follows says that it is a title."""
    chunks, i = place.chunks, place.k + 1
    if i + 1 >= len(chunks) or chunks[i].kind not in ",(:–—":
        return False
    i += 1
    while i + 1 < len(chunks) and (chunks[i].low in _DETERMINERS or chunks[i].low.isdigit()):
        i += 1
    return chunks[i].kind == "w" and chunks[i].low in _NAME_HEADS


def _set_beside(before: Chunk | None) -> bool:
    """Whether the marks stand right after a noun, as a name or a term does."""
    return (
        before is not None
        and before.kind == "w"
        and not any(
            before.low in in_class(c)
            for c in ("prepositions", "determiners", "adverbs", "auxiliaries", "relatives")
        )
    )


def _kind(place: Place, found: Attribution) -> QuotationKind:
    first = place.words[0]
    if place.opens_row or "colon" in found.rule or "signature" in found.rule:
        return "direct"
    if found.rule.startswith("incise") and first.isupper():
        return "direct"
    return (
        "direct"
        if first.isupper() and has_verb(place.words) and place.words[-1] in _SENTENCE_END
        else "mixed"
    )


def mention(scene: Scene, place: Place, found: Attribution) -> QuotationMention:
    """The mention of an attributed quotation."""
    quote = place.quote
    parts = found.parts or ((quote.start, quote.end),)
    subject = found.subject
    named = subject is not None and subject.kind != "other"
    like = scene.quotes[found.like] if found.like is not None else None
    span_rule = _SPAN_RULES[quote.family] + ("" if quote.closed else "+unclosed")
    return QuotationMention(
        start=parts[0][0],
        end=parts[-1][1],
        kind=_kind(place, found),
        parts=parts,
        speaker=(subject.start, subject.end) if subject is not None and named else None,
        cue=found.cue,
        also=subject.also if subject is not None else (),
        like=like.start if like is not None else None,
        rule=f"{span_rule}/{found.rule}",
    )
